### Kringboek in English. One sentence per line; the same keys as the Dutch catalogue.

## Dates
date-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
 }
date-weekday = { $day ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
 }

## Outcome of a round
outcome-agree = { $agree } of { $counting } agree
outcome-reservation = { $count } with reservation
outcome-object = { $count } { $count ->
    [one] objection
   *[other] objections
 }
outcome-no-opinion = { $count } no opinion
outcome-rule-consent = consent rule
outcome-rule-unanimous = unanimity rule
outcome-rule-threshold = threshold rule (at least { $agree }% agreement, less than { $object }% objection, at least { $positions } positions)
outcome-verdict-agreed = agreed
outcome-verdict-not-agreed = not agreed
outcome-verdict-undecided = no outcome yet

## Documents
export-mark = Kringboek: an open ring around a house
export-title = Summary of meeting { $number }
export-title-of = Summary of meeting { $number } of { $of }
export-status-draft = draft
export-status-adopted = adopted
export-sample = Sample
export-fingerprint = Fingerprint { $fingerprint }
export-date = Date
export-time = Time
export-place = Place
export-chair = Chair
export-minute-taker = Minute taker
export-attendance = Present
export-name = Name
export-organisation = Organisation
export-role = Role
export-absent-with-notice = Absent with notice
export-absent-without-notice = Absent without notice
export-theme-and-purpose = Theme and purpose of the day
export-earlier-actions = State of earlier actions
export-items = What we discussed
export-minutes = { $minutes } min
export-studies = Studies and what they mean for family homes
export-statements = Statements
export-no-statements = No statements were put forward.
export-statement = Statement { $number }, version { $version }
export-evidence = Evidence
export-evidence-stance = Relation
export-evidence-basis = Basis
export-finding = Finding and source
export-evidence-supports = supports
export-evidence-nuances = nuances
export-evidence-contradicts = contradicts
export-basis-science = science
export-basis-practice = practice
export-basis-experience = experience
export-distribution = Distribution
export-stance-agree = agreement
export-stance-agree-with-reservation = reservation
export-stance-object = objection
export-stance-no-opinion = no opinion
export-dissent = Reservations and objections
export-outcome = Outcome
export-decisions = Decisions
export-no-decisions = No decisions were taken.
export-decision = Decision
export-number = No.
export-number-provisional = { $number } (provisional)
export-number-none = none yet
export-actions = Actions
export-no-actions = There are no actions.
export-what = What
export-who = Who
export-when = When
export-state = State
export-postponed = Postponed
export-action-open = open
export-action-done = done
export-action-dropped = dropped
export-unknown = What we do not know yet
export-contributions = Contributions of experience experts
export-without-name = Without name
export-feedback = What we did with it
export-no-feedback = No feedback yet.
export-next-meeting = Next meeting
export-references = References

## Reading studies
err-studies-too-large = This file is too large to read.
rec-studies-too-large = Export a smaller selection from your reference program and try again.
err-studies-not-recognised = This file is not a list of studies that Kringboek knows.
rec-studies-not-recognised = In your reference program, choose to export as RIS, BibTeX or CSL-JSON.
err-studies-empty = There are no studies in this file.
rec-studies-empty = Check that you chose the right file and that the export succeeded.
studies-problem-broken = This entry is damaged or incomplete.
studies-problem-no-title = This entry has no title.
studies-problem-unfit = This entry holds something that does not fit a study.
studies-problem-too-many = The file holds too many studies. It was not read from here on.
studies-warning-shortened = A field was too long and has been shortened.
studies-warning-address = The address is not a web address and has been left out.

## Packages: why a file was refused and what you can do

err-package-not-age = This file is not a Kringboek package.
err-package-not-age-todo = Choose a file that ends in .kring. If the file was renamed or unpacked, ask for the original.
err-package-header-too-long = The beginning of this file is far too long. Kringboek does not make such packages.
err-package-header-too-long-todo = Do not open it. Ask the sender whether the file really came from them.
err-package-too-many-stanzas = This package is for more devices than is possible.
err-package-too-many-stanzas-todo = Ask the coordinator to remove devices that nobody uses any more.
err-package-work-factor = Opening this file would strain your laptop too much. Kringboek does not make such packages.
err-package-work-factor-todo = Do not open it. Ask the sender whether the file really came from them.
err-package-not-for-me = This package is not meant for this laptop, or it is too old.
err-package-not-for-me-todo = Ask the sender for a new package and say which laptop you use.
err-package-needs-words = This is an invitation. You open it with six words.
err-package-needs-words-todo = Ring the person who invites you and type in the six words.
err-package-wrong-words = These words do not open the invitation.
err-package-wrong-words-todo = Check the six words once more. If they are right, ask for a new invitation.
err-package-damaged = This file was damaged on its way or did not arrive whole. Nothing was taken over.
err-package-damaged-todo = Download or copy it again. If that does not help, ask the sender to send it once more.
err-package-magic = There is no Kringboek package in this file.
err-package-magic-todo = Ask the sender which file was meant.
err-package-manifest-too-long = The contents list of this package is too long.
err-package-manifest-too-long-todo = Ask the sender to make the package again, in smaller parts.
err-package-manifest-form = The contents list of this package is not right. Nothing was taken over.
err-package-manifest-form-todo = Ask the sender to make the package again. If it happens again, tell the coordinator.
err-package-signature = The signature on this package is not right, so it is not certain who sent it. Nothing was taken over.
err-package-signature-todo = Ring the sender and tell the coordinator. Ask for a new package.
err-package-sender-unknown = This package comes from a laptop that your circle does not know yet.
err-package-sender-unknown-todo = Ask the coordinator whether this laptop belongs to the circle. Then import a package from the coordinator first.
err-package-circle = This package belongs to another circle.
err-package-circle-todo = Open the circle it belongs to and import it there.
err-package-version = This package was made with a newer version of Kringboek.
err-package-version-todo = Update Kringboek and import the package again afterwards. Keep the file until then.
err-package-too-many-frames = This package has too many parts inside.
err-package-too-many-frames-todo = Ask the sender to make the package again, in smaller parts.
err-package-too-large = This package is larger than allowed.
err-package-too-large-todo = Ask the sender to send it in parts, or for a full copy.
err-package-frame-length = A part of this package has another length than the contents list says. Nothing was taken over.
err-package-frame-length-todo = Ask the sender to make the package again.
err-package-frame-ratio = A part of this package would become far too large when unpacked. Nothing was taken over.
err-package-frame-ratio-todo = Ask the sender whether the file really came from them, and tell the coordinator.
err-package-frame-window = Unpacking this package takes more memory than allowed. Nothing was taken over.
err-package-frame-window-todo = Ask the sender whether the file really came from them, and tell the coordinator.
err-package-frame-form = A part of this package cannot be unpacked. Nothing was taken over.
err-package-frame-form-todo = Ask the sender to make the package again.
err-package-frame-hash = A part of this package is not what the contents list says. Nothing was taken over.
err-package-frame-hash-todo = Ask the sender to make the package again. If it happens again, tell the coordinator.
err-package-trailing = Something that does not belong there follows this package. Nothing was taken over.
err-package-trailing-todo = Ask the sender to make the package again.
err-package-not-as-written = The package is not right on the disk. The file was not kept.
err-package-not-as-written-todo = Try again, preferably in another folder or on another USB stick.
err-package-no-recipients = There is nobody this package is for.
err-package-no-recipients-todo = Choose who the package is for, and make it again.
err-package-recipient-key = The key of one of the recipients is not sound. The package was not made.
err-package-recipient-key-todo = Tell the coordinator, who can remove the device with that key.
err-package-read = The file could not be read.
err-package-read-todo = See whether the disk or USB stick is still connected. Copy the file to your laptop and try again.
err-package-write = The file could not be written.
err-package-write-todo = See whether there is room and whether you may write in this folder. Then try again.
