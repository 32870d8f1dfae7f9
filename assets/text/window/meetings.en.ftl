### Meetings: the list, the agenda, the minutes, decisions and actions, attendance.

## List and head
meetings-title = Meetings
meetings-plan = Plan a meeting
meetings-coming = Coming
meetings-past = Past
meetings-no-date = no date yet
meetings-number = { $number }
meetings-number-of = { $number } of { $of }
meetings-heading = Meeting { $number }
meetings-new = new
meetings-empty-title = No meetings yet
meetings-empty-text = Here are the meetings of your circle: with agenda, minutes, decisions and who was there. Plan the first one.
meetings-none-chosen = Choose a meeting
meetings-none-chosen-text = On the left is what is coming and what has been.
meetings-lists-empty = The decisions and actions of all meetings come together here. Write them down at a meeting.
meetings-lists-all-done = All actions are done.
meetings-lists-ended = { $count ->
    [one] 1 action that is done or was dropped
   *[other] { $count } actions that are done or were dropped
 }
meetings-parts = Parts of the meeting
meetings-tab-agenda = Agenda
meetings-tab-minutes = Minutes
meetings-tab-outcomes = Decisions and actions
meetings-tab-attendance = Attendance
meetings-tab-sources = Studies and contributions
meetings-change = Change details
meetings-make-summary = Make a summary
meetings-chair-is = Chair: { $name }
meetings-taker-is = Minute taker: { $name }

## Planning and changing
meetings-field-date = Date
meetings-field-starts = From
meetings-field-ends = Until
meetings-field-place = Place
meetings-field-place-hint = For example: De Glind, room 2
meetings-field-theme = Main theme
meetings-field-title = Title
meetings-field-title-hint = Only if the main theme does not say enough.
meetings-field-number = Number
meetings-field-of = Out of
meetings-field-chair = Chair
meetings-field-taker = Minute taker
meetings-field-purpose = Purpose of the day
meetings-nobody = Nobody yet
meetings-no-theme = No theme yet
meetings-error-date = Choose a date.
meetings-error-ends = The end is before the beginning.
meetings-error-number = Enter a number from 1 to 999.

## Agenda
meetings-agenda-empty-title = No agenda yet
meetings-agenda-empty-text = Type the first item below and press Enter.
meetings-agenda-add = Add
meetings-agenda-new = New agenda item
meetings-agenda-add-part = Add part
meetings-agenda-change = Change agenda item
meetings-agenda-of = Agenda
meetings-agenda-more = More for { $title }
meetings-agenda-up = Move { $title } up
meetings-agenda-down = Move { $title } down
meetings-agenda-moved = { $title } is now item { $ordinal }.
meetings-agenda-keys = Alt and arrow up or down moves an agenda item.
meetings-item-title = Subject
meetings-item-kind = Kind
meetings-item-minutes = Minutes
meetings-item-statement = Statement
meetings-item-statement-theme = Theme of the statement
meetings-item-no-statement = No statement yet
meetings-item-error-title = Enter a subject.
meetings-item-error-minutes = Enter a number from 0 to 1440.
meetings-kind-none = No kind
meetings-kind-procedure = Procedure
meetings-kind-information = Information
meetings-kind-discussion = Discussion
meetings-kind-decision = Decision
meetings-kind-statement = Statement
meetings-minutes = { $minutes } min
meetings-total = { $total } in all
meetings-total-planned = { $total } of { $planned } in all
meetings-total-over = { $minutes } too much
meetings-total-left = { $minutes } left
meetings-duration = { $hours ->
    [0] { $minutes } min
   *[other] { $minutes ->
        [0] { $hours } h
       *[other] { $hours } h { $minutes } min
    }
 }
meetings-statement-open = To the statement: { $text }
meetings-statement-no-round = no positions asked for yet

## Minutes
meetings-note-add = Add a note
meetings-note-add-private = Add a private note
meetings-note-of = Note on { $title }
meetings-note-change = Change this note
meetings-note-done = Done
meetings-note-empty = Empty note
meetings-note-general = On the whole meeting
meetings-minutes-empty-title = No agenda items yet
meetings-minutes-empty-text = The minutes follow the agenda. Make that first, or write something on the whole meeting below.
meetings-minutes-to-agenda = To the agenda

## Decisions and actions
meetings-decisions = Decisions
meetings-decisions-empty = No decisions at this meeting yet.
meetings-decision-new = New decision
meetings-decision-text = Decision
meetings-decision-change = Change decision
meetings-decision-add = Add decision
meetings-actions = Actions
meetings-actions-empty = No actions at this meeting yet.
meetings-action-what = What
meetings-action-who = Who
meetings-action-when = When
meetings-action-add = Add action
meetings-action-change = Change action
meetings-action-drop = Drop
meetings-action-reopen = Open again
meetings-action-done = Action done
meetings-action-reopened = Action open again
meetings-action-dropped = Action dropped
meetings-action-nobody = nobody yet
meetings-action-no-date = no date
meetings-action-due = by { $date }
meetings-action-late = was due on { $date }
meetings-action-postponed = { $count ->
    [one] postponed once
   *[other] postponed { $count } times
 }
meetings-action-error-what = Enter what is going to be done.
meetings-decision-error = Enter what was decided.
meetings-number-was = was { $numbers }
meetings-row-more = More for: { $text }
meetings-field-item = At agenda item
meetings-no-item = No agenda item
meetings-row-change = Change

## Attendance
meetings-attendance-count = { $present } of { $all } present
meetings-attendance-open = { $count ->
    [one] 1 not filled in yet
   *[other] { $count } not filled in yet
 }
meetings-attendance-everyone = Everyone is present
meetings-attendance-rest = The others are present
meetings-attendance-present = Present
meetings-attendance-with = Absent with notice
meetings-attendance-without = Absent without notice
meetings-attendance-none = Not filled in
meetings-attendance-empty-title = No members yet
meetings-attendance-empty-text = Add the people of the circle in People. Then tick here who was there.
meetings-to-members = To People

## Studies and contributions
meetings-studies = Studies
meetings-studies-empty = No studies at this meeting yet.
meetings-study-link = Link a study
meetings-study-unlink = Take off the meeting
meetings-study-unlinked = Study taken off the meeting
meetings-study-search = Study
meetings-study-search-hint = Type words of the title, an author or a year.
meetings-study-error = Choose a study from the list.
meetings-study-undated = n.d.
meetings-contributions = Contributions
meetings-contributions-empty = What did experience experts and others bring in, and what did you do with it?
meetings-contribution-add = Add contribution
meetings-contribution-change = Change contribution
meetings-contribution-text = What was brought in
meetings-contribution-who = From whom
meetings-contribution-consent = In the minutes
meetings-contribution-feedback = What we did with it
meetings-contribution-feedback-none = No feedback yet
meetings-contribution-error = Enter what was brought in.
meetings-consent-with_name = With name
meetings-consent-without_name = Without name
meetings-consent-not_in_minutes = Not in the minutes
