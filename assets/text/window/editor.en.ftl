### The text: writing, referring, saving.
editor-toolbar = Formatting
editor-key-control = Ctrl
editor-key-shift = Shift
editor-how = Type @ to refer to a person, # to a theme, + to a study. Type / to choose a kind of line. Alt and Enter opens what the cursor is on. In a list, Tab indents; Escape and then Tab leaves the text.
editor-how-read = You can only read this text.
editor-placeholder = Write here. Type / to see what you can do.

editor-deed-heading-1 = Heading 1
editor-deed-heading-2 = Heading 2
editor-deed-heading-3 = Heading 3
editor-deed-bullet = List
editor-deed-numbered = Numbered list
editor-deed-task = Task
editor-deed-quote = Quote
editor-deed-bold = Bold
editor-deed-italic = Italic
editor-deed-link = Link
editor-deed-member = Name a person
editor-deed-theme = Refer to a theme
editor-deed-study = Refer to a study
editor-deed-date = Date
editor-deed-undo = Undo in the text
editor-deed-redo = Redo

editor-choose-member = People
editor-choose-theme = Themes
editor-choose-study = Studies
editor-choose-block = Insert
editor-choices = { $count ->
    [one] One choice. Choose with the arrows and Enter.
   *[other] { $count } choices. Choose with the arrows and Enter.
}

editor-task-done = Done
editor-task-due = Date
editor-task-due-hint = Choose when this is due
editor-date = Date
editor-date-due = Due
editor-date-remove = Remove date

editor-link = Link
editor-link-address = Address
editor-link-hint = A web address or an e-mail address
editor-link-wrong = This is not a web address or an e-mail address. Example: https://www.nji.nl
editor-link-open = Open
editor-link-change = Change
editor-link-remove = Remove link
editor-link-unsafe = Kringboek does not open this address.

editor-paste-too-long = This is too long to paste. One text holds 500,000 characters. Paste it in parts.
editor-held = Where you are typing, something was changed elsewhere too. Your words stay.
editor-both-versions = Two versions – look
editor-both-changed = Two people changed this at once.

editor-note-title = Title
editor-note-title-empty = Title (may be empty)
editor-private = private – stays on this laptop
editor-share = Share with the circle
editor-share-what = The circle gets this note as it is now. What stood in it before does not go along. Your own private note stays on this laptop.
editor-share-final = There is no way back: what others have once, you cannot take away from them.
editor-shared = The circle has this note.
