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
export-retracted = retracted
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
err-studies-too-large-todo = Export a smaller selection from your reference program and try again.
err-studies-not-recognised = This file is not a list of studies that Kringboek knows.
err-studies-not-recognised-todo = In your reference program, choose to export as RIS, BibTeX or CSL-JSON.
err-studies-empty = There are no studies in this file.
err-studies-empty-todo = Check that you chose the right file and that the export succeeded.
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
err-package-attachment = An attachment in this package is not the one it says it is. Nothing was taken over.
err-package-attachment-todo = Ask the sender to make the package again.
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

## The command line
cli-about = The work of a knowledge circle, without a window.
cli-heading-usage = Usage
cli-heading-commands = Commands
cli-heading-arguments = Arguments
cli-heading-options = Options
cli-new = Make a new circle
cli-join-request = Make a place for a newcomer and the card they ask to join with
cli-approve = Let someone into the circle and make the answer to their card
cli-commands = Show every command for call, as JSON
cli-call = Carry out a command and show its answer as JSON
cli-export = Make a package for the other members
cli-import = Take over packages
cli-summary = Make the summary of a meeting
cli-studies = Take over studies from RIS, BibTeX or CSL-JSON
cli-search = Search, and show what was found as JSON
cli-check = Check the store
cli-passphrase = Choose a new passphrase, with the old one or with the recovery key
cli-arg-help = Show this help
cli-arg-version = Show the version
cli-arg-language = Language: nl or en (also: KRINGBOEK_LANGUAGE)
cli-arg-store = Folder that holds the circle
cli-arg-key-file = File with the key, instead of the passphrase; new and join-request make it
cli-arg-passphrase-file = File with the passphrase (also: KRINGBOEK_PASSPHRASE)
cli-arg-new-passphrase-file = File with the new passphrase (also: KRINGBOEK_NEW_PASSPHRASE)
cli-arg-authority-key-file = File with the circle key (also: KRINGBOEK_AUTHORITY_KEY)
cli-arg-words-file = File with the six words of an invitation (also: KRINGBOEK_INVITATION_WORDS)
cli-arg-invitation = The invitation that the coordinator sent you
cli-arg-recovery-key-file = File with the recovery key (also: KRINGBOEK_RECOVERY_KEY)
cli-arg-recover = Use the recovery key instead of the old passphrase
cli-arg-circle = Name of the circle
cli-arg-name = Your name: Given|particle|Family
cli-arg-to = File to write to
cli-arg-card = The newcomer's card
cli-arg-right = What the newcomer may do: coordinator, secretary, member (unless you choose) or reader
cli-arg-member = Who it is, if this person is in the circle already
cli-arg-command = Name of the command
cli-arg-input = Input of the command; - reads standard input
cli-arg-given = File for the command; may be repeated
cli-arg-all = Everything, also what the others have
cli-arg-packages = Packages
cli-arg-preview = Only show what it would bring
cli-arg-meeting = Id of the meeting
cli-arg-format = Format: pdf, html or md
cli-arg-references = Files with studies
cli-arg-query = What you are looking for
cli-yes-or-no = (y/n)
cli-ask-passphrase = Passphrase:
cli-ask-new-passphrase = New passphrase:
cli-ask-authority-key = Circle key:
cli-ask-invitation-words = The six words of the invitation:
cli-ask-recovery-key = Recovery key:
cli-ask-again = Once more:
cli-passphrase-unknown = No passphrase was given. Only the key file and the recovery key open this circle.
cli-passphrase-renewed = The new passphrase counts from now on.
cli-keep-both-keys = Write the recovery key (recovery-key) and the circle key (authority-key) on paper and keep them apart from your laptop. You see them only once.
cli-keep-recovery-key = Write the recovery key (recovery-key) on paper and keep it apart from your laptop. You see it only once.
cli-send-card = Send the card to the coordinator, who sends back an answer that you take over with import.
cli-card-invited = This card is from { $name }, invited by { $by }. You need not compare words.
cli-card = This card is from { $name }. Call them and compare the six words: { $words }.
cli-same-name = There are members without a laptop called { $name } already. Choose with --member who this is, or someone is added: { $members }.
cli-approve-question = Are the words the same, and do you let { $name } in?
cli-answer-words = Call the coordinator and compare the six words: { $words }.
cli-import-question = Are the words the same?
cli-exported = Package { $number } is ready, with { $segments ->
    [one] 1 change
   *[other] { $segments } changes
 } for { $recipients ->
    [one] 1 laptop
   *[other] { $recipients } laptops
 }. It was read back and is right.
cli-import-record-new = New: { $kind } “{ $title }”
cli-import-record-changed = Changed: { $kind } “{ $title }”
cli-import-record-trashed = In the bin: { $kind } “{ $title }”
cli-studies-added = { $added ->
    [one] 1 study is new
   *[other] { $added } studies are new
 }, { $known ->
    [one] 1 was here already.
   *[other] { $known } were here already.
 }
cli-studies-problem = { $file }, line { $line }: { $happened } ({ $entry })
cli-studies-warning = { $file }: { $happened } ({ $entry })
cli-checked = All is well: { $segments ->
    [one] 1 change
   *[other] { $segments } changes
 } checked, { $waiting ->
    [one] 1 waits
   *[other] { $waiting } wait
 } for something.
err-no-passphrase = No passphrase was given.
err-no-passphrase-todo = Use --key-file, --passphrase-file or KRINGBOEK_PASSPHRASE.
err-no-new-passphrase = No new passphrase was given.
err-no-new-passphrase-todo = Use --new-passphrase-file or KRINGBOEK_NEW_PASSPHRASE.
err-no-authority-key = No circle key was given.
err-no-authority-key-todo = Use --authority-key-file or KRINGBOEK_AUTHORITY_KEY.
err-no-invitation-words = The six words of the invitation are missing.
err-no-invitation-words-todo = Use --words-file or KRINGBOEK_INVITATION_WORDS.
err-no-recovery-key = No recovery key was given.
err-no-recovery-key-todo = Use --recovery-key-file or KRINGBOEK_RECOVERY_KEY.
err-typed-differently = You typed something else the second time.
err-typed-differently-todo = Try again.
err-file-there = There is a file of that name already.
err-file-there-todo = Choose another name, or move the old file away first.
err-not-confirmed = You did not say yes. Nothing was done.
err-not-confirmed-todo = If the words were not the same, ask for a new file some other way.
err-files-refused = Of the { $of } files, { $refused ->
    [one] 1 was
   *[other] { $refused } were
 } refused.
err-files-refused-todo = Each refused file says what you can do.

## Errors: what happened, and what to do
err-no-circle-yet = There is no circle here yet.
err-no-circle-yet-todo = First take over the coordinator's answer, or begin a circle.
err-circle-already = This folder belongs to a circle already.
err-circle-already-todo = Use another folder for another circle.
err-key-file-open = Others on this computer can read the key file.
err-key-file-open-todo = Give only yourself access (chmod 600) and try again.
err-key-file-form = This is not a Kringboek key file.
err-key-file-form-todo = Choose the file that was written when the circle was made.
err-key-file-there = There is already a file in the place of the key file.
err-key-file-there-todo = Choose another name. Nothing was overwritten.
err-passphrase-weak = The passphrase is too short.
err-passphrase-weak-todo = Use at least eight characters, preferably four words or more.
err-printed-key = There is a typing error in the key.
err-printed-key-todo = Compare the key with the paper and type it again.
err-keys-damaged = The keys of this folder are damaged.
err-keys-damaged-todo = Restore a backup of the folder.
err-not-a-card = This file is not a request to join.
err-not-a-card-todo = Ask the newcomer to send the file again.
err-card-known = This laptop was taken out of the circle.
err-card-known-todo = Ask for a new card from another laptop.
err-purpose-elsewhere = This file is no package to take over. It belongs to letting someone join.
err-purpose-elsewhere-todo = If you want to join yourself, choose ‘Join a circle’. Otherwise there is nothing to do.
err-not-addressed = The sender did not address this package to this laptop. Someone else passed it on.
err-not-addressed-todo = Ask the sender for a package, and tell the coordinator.
err-receipt-form = The receipts in this package cannot be read. Nothing was taken over.
err-receipt-form-todo = Ask the sender to make the package again.
err-not-in-quarantine = This package is no longer kept.
err-not-in-quarantine-todo = Ask the sender for a new package.
err-sender-not-member = The sender does not belong to this circle. The package was set apart.
err-sender-not-member-todo = Ask the coordinator who sent it.
err-answer-not-for-me = This answer is not for this laptop.
err-answer-not-for-me-todo = Ask the coordinator for the answer to your request.
err-sample-mixed = A sample circle and a real circle do not mix.
err-sample-mixed-todo = Use packages of your own circle only.
err-segment-form = The package holds something that cannot be read. Nothing was taken over.
err-segment-form-todo = Ask the sender for a new package.
err-segment-signature = A signature in the package does not fit. Nothing was taken over.
err-segment-signature-todo = Call the sender and ask for a new package.
err-segment-stranger = The package holds something of a laptop that is not in the circle. Nothing was taken over.
err-segment-stranger-todo = Call the coordinator.
err-segment-private = The package holds something that should be private. Nothing was taken over.
err-segment-private-todo = Tell the sender that something is wrong with this package.
err-segment-circle = The package holds something of another circle. Nothing was taken over.
err-segment-circle-todo = Ask the sender for a new package of this circle.
err-membership-form = The list of members in the package is not right. Nothing was taken over.
err-membership-form-todo = Ask the coordinator for a new package.
err-file-unreadable = This file cannot be read.
err-file-unreadable-todo = See whether the file is still there and whether you may open it.
err-file-too-large = This file is too large.
err-file-too-large-todo = Ask the sender for smaller packages.
err-crashed-before = Kringboek stopped at this package before. It was not taken over.
err-crashed-before-todo = Ask the sender for a new package, and report this.
err-nothing-to-undo = There is nothing to undo.
err-nothing-to-undo-todo = See in the list what can still be undone.
err-built-upon = You have worked on with what this package brought. It can no longer be undone at once.
err-built-upon-todo = Open the record it is about and look in its history. There you put an earlier version back.
err-erasure-stays = Something was erased with this package. What was erased does not come back.
err-erasure-stays-todo = If you want something else from this package back, look in the history of that record.
err-nothing-missing = Nothing is missing here that you could ask for.
err-nothing-missing-todo = If you miss something all the same, ask for a package with everything in it.
err-changed-since = This was changed since and cannot be undone at once.
err-changed-since-todo = Change it by hand, or look in the history.
err-write-once = This stays as it was given.
err-write-once-todo = Give a new position or wording; it replaces the one before.
err-round-closed = This round is closed already.
err-round-closed-todo = Open a new round to ask again.
err-not-in-round = This wording is not part of the round.
err-not-in-round-todo = Choose a wording that the round asks about.
err-other-meeting = That agenda item belongs to another meeting.
err-other-meeting-todo = Choose an agenda item of this meeting.
err-nothing-to-review = There is nothing to choose here any more.
err-nothing-to-review-todo = Look at the list again.
err-cannot-keep = The text of this record cannot stay without its history.
err-cannot-keep-todo = Leave it, or erase it as a whole.
err-cannot-seal = Only what is written once can be sealed.
err-cannot-seal-todo = Write it without a seal.
err-no-erasure = This erasure is not here.
err-no-erasure-todo = See in the list what was erased.
err-no-version = This version is not here, or does not count.
err-no-version-todo = See in the history which versions there are.
err-version-is-now = This is what it says now.
err-version-is-now-todo = Choose another version.
err-not-private = This note is the circle's already.
err-not-private-todo = You need not do anything.
err-no-attachments = Only studies, meetings and notes have attachments.
err-no-attachments-todo = Add the file there.
err-attachment-too-large = This file is larger than 50 MB. An attachment may not be that large.
err-attachment-too-large-todo = Make the file smaller, or write in the text where it can be found.
err-attachment-gone = This attachment does not belong here any more.
err-attachment-gone-todo = Look in the history who took the attachment away.
err-attachment-not-here = This attachment did not arrive yet.
err-attachment-not-here-todo = It comes with one of the next packages. Send a package yourself, so that the others see that you lack it.
err-check-failed = The data do not agree with the log.
err-check-failed-todo = Restore a backup, or ask another member for a full package.
err-stays = The circle itself, and who takes part in it with a laptop, cannot go to the trash.
err-stays-todo = Change the details if they are wrong. A coordinator can take a right away.
err-unknown-format = Kringboek cannot make this kind of document.
err-unknown-format-todo = Choose pdf, html or md.
err-circle-closed = This circle is not open now.
err-circle-closed-todo = Unlock with your passphrase first.
err-other-passphrase = This is not the passphrase of your other circles on this laptop.
err-other-passphrase-todo = Use the same passphrase as for your other circles.
err-keys-forgotten = The keys are no longer shown and are kept nowhere.
err-keys-forgotten-todo = Use the paper they are on.
err-address = Kringboek does not open this address.
err-address-todo = Only addresses that begin with https or mailto are opened. If you trust it, type it into your browser.
err-no-shared-folder = This circle has no shared folder here yet.
err-no-shared-folder-todo = Choose one under Exchange.
err-shared-in-store = Kringboek itself keeps your data in this folder.
err-shared-in-store-todo = Choose another folder, best an empty one in the folder of your cloud service or on the disk you share.
err-store-carried = This folder is carried along by { $carrier }. Kringboek cannot keep your data there safely: it would be copied while it is open.
err-store-carried-todo = Put the data in a plain folder on this laptop. To stay equal with the others, use packages or a shared folder, under Exchange.
err-store-broken = The data of a circle on this laptop is damaged and does not open.
err-store-broken-todo = Put the backup of { $day } back. What you shared with the circle since then comes back with the next packages. The damaged data is kept.
err-store-broken-alone = The data of a circle on this laptop is damaged, and there is no good backup.
err-store-broken-alone-todo = Ask the coordinator to let you in again, or put a copy of the whole folder back if you have one.
err-no-backup = This backup is not there any more.
err-no-backup-todo = Choose another backup from the list.
err-nothing-to-restore = There is nothing to put back.
err-nothing-to-restore-todo = Put a copy of the whole folder back if you have one, or ask the coordinator to let you in again.
err-unknown-command = There is no command { $name }.
err-unknown-command-todo = See 'kringboek commands' for the commands there are.
err-input = The input is not right: { $detail }.
err-input-todo = See 'kringboek commands' for what the command needs.
err-not-found = { $kind } { $id } is not here, or is in the trash.
err-not-found-todo = Look in the list or in the trash.
err-invalid = The field { $field } is not right: { $reason }.
err-invalid-todo = Change this field and try again.
err-not-allowed = Your right in the circle does not allow this ({ $kind }).
err-not-allowed-todo = Ask the coordinator or the secretary to do it.
err-no-file = No file was chosen.
err-no-file-todo = Choose a file, or a place to keep it.
err-cancelled = You stopped this. Nothing was changed.
err-cancelled-todo = Begin again whenever you like.
err-document = The document could not be made.
err-document-todo = Try another kind of document, and report this.
err-wrong-secret = The passphrase or key is not right.
err-wrong-secret-todo = Try again. Forgotten it? Use the recovery key on paper.
err-not-wrapped = This way of opening is not set up here.
err-not-wrapped-todo = Use your passphrase or the recovery key.
err-out-of-memory = The computer has too little free memory.
err-out-of-memory-todo = Close other programs and try again.
err-engine = A change could not be processed. Nothing was lost.
err-engine-todo = Start Kringboek again, and report this.
err-no-space = There is too little room on the disk: { $needed } MB needed, { $free } MB free. Nothing was changed.
err-no-space-todo = Make room, or choose another folder, and try again.
err-disk-full = The disk is full. Nothing was kept by halves.
err-disk-full-todo = Make room and try again.
err-no-store = There is no circle in this folder.
err-no-store-todo = Choose another folder, or begin a circle.
err-folder-not-empty = This folder is not empty.
err-folder-not-empty-todo = Choose an empty or new folder.
err-store-locked = This circle is open in another program already (process { $holder }).
err-store-locked-todo = Close that first, then try again.
err-wrong-key = This key does not fit this circle.
err-wrong-key-todo = Use the key file that belongs to this folder.
err-store-newer = This circle was kept by a newer version of Kringboek.
err-store-newer-todo = Update Kringboek.
err-old-sqlite = This part of Kringboek is too old to be safe.
err-old-sqlite-todo = Install Kringboek again.
err-store-damaged = The data on this laptop are damaged.
err-store-damaged-todo = Restore a backup. Then ask another member for a full package.
err-store = The data could not be read or kept.
err-store-todo = Try again. If it keeps failing, report this.
err-file-system = A file could not be read or written.
err-file-system-todo = See whether the folder is there and whether you may write in it.
err-last-coordinator = That would leave the circle without a coordinator.
err-last-coordinator-todo = Make someone else coordinator first.
err-device-gone = This laptop is not in the circle.
err-device-gone-todo = See under People which laptops still are.
err-not-out = This person is in the circle, or never took part with a laptop.
err-not-out-todo = See under People how things stand. Invite whoever had no laptop yet.
err-no-successor = This person cannot become coordinator.
err-no-successor-todo = Choose someone else who takes part with a laptop of their own.
err-other-circle-key = This circle key belongs to another circle.
err-other-circle-key-todo = See on the paper which circle the key belongs to.
err-circle-ended = This circle is closed. Nothing in it changes any more.
err-circle-ended-todo = You can still read, search and make documents.
err-not-parked = These changes are not set apart, or go beyond what their author ever could.
err-not-parked-todo = Look again at the list of changes that are set apart.
err-not-an-invitation = This is not an invitation, or it is damaged.
err-not-an-invitation-todo = Ask the coordinator for a new invitation.
err-six-words = An invitation is opened with exactly six words.
err-six-words-todo = Type all six words, with a space between them.
err-unknown-word = Word { $place } occurs in no invitation.
err-unknown-word-todo = Ask how that word is spelled and type it again.
err-invitation-foreign = No coordinator of this circle made this invitation.
err-invitation-foreign-todo = Let nobody in with this card. Call the newcomer and make an invitation yourself.
err-invitation-used = Someone came in with this invitation already.
err-invitation-used-todo = Call the newcomer. If something is wrong, take the laptop that came in out of the circle, under People.
err-invitation-withdrawn = This invitation was taken back.
err-invitation-withdrawn-todo = Make a new invitation if someone may join after all.
err-invitation-expired = This invitation is more than 30 days old.
err-invitation-expired-todo = Make a new invitation. The newcomer opens it and sends a new card.
err-answer-elsewhere = This answer is of another circle than your invitation.
err-answer-elsewhere-todo = Call the coordinator who invited you. Do not join with this file.
err-package-too-old = This package does not open here. It is not for this laptop, or it is more than 180 days old: its key was destroyed.
err-package-too-old-todo = Ask the sender for a new package.

## Fields and their values in words
field-title = title
field-name = name
field-body = text
field-text = text
field-known = what we know
field-unknown = what we do not know yet
field-summary = summary
field-goals = goals
field-date = date
field-due = when it is due
field-starts = start
field-ends = end
field-place = place
field-purpose = purpose
field-attachments = attachments
field-owner = who does it
field-state = state
field-role = role
field-organisation = organisation
field-email = mail address
field-attendance = attendance
field-theme = theme
field-chair = chair
field-minute_taker = minute taker
field-feedback = feedback
field-finding = finding
field-review_date = date of review
field-number = number
field-of = number of meetings
field-agenda = order of the agenda
field-meeting = meeting
field-parent = belongs to
field-kind = kind
field-minutes = minutes
field-statement = statement
field-item = agenda item
field-postponed = postponed
field-subject = is about
field-aliases = other names
field-csl_type = kind of publication
field-authors = authors
field-editors = editors
field-issued = appeared
field-container_title = appeared in
field-publisher = publisher
field-publisher_place = place of publication
field-volume = volume
field-issue = issue
field-pages = pages
field-edition = edition
field-doi = DOI
field-isbn = ISBN
field-url = web address
field-accessed = consulted
field-language = language
field-abstract_text = abstract
field-keywords = keywords
field-retracted = retracted
field-themes = themes
field-meetings = meetings
field-supersedes = replaces
field-study = study
field-stance = choice
field-basis = basis
field-page = page
field-from = from whom
field-consent = consent
field-former_names = former names
field-meetings_planned = planned meetings
field-organisations = organisations
field-versions = wordings
field-rule = rule
field-leader = who leads the round
field-round = round
field-version = wording
field-holder = whose position it is
field-recorded_by = written down by
field-proof = how we know this
field-positions = positions
field-series = series
field-year = year
field-key = spot
field-sides = versions
field-erasure = erasure
field-keys = keys
field-other = another fact
value-yes = yes
value-gone = (is not there any more)
value-present = present
value-absent_with_notice = absent with notice
value-absent_without_notice = absent without notice
value-open = open
value-done = done
value-dropped = dropped
value-supports = supports
value-nuances = nuances
value-contradicts = contradicts
value-science = science
value-practice = practice
value-experience = experience
value-with_name = with name
value-without_name = without name
value-not_in_minutes = not in the minutes
value-agree = agreement
value-agree_with_reservation = reservation
value-object = objection
value-no_opinion = no opinion
value-care_provider = care provider
value-family_home_network = family home organisation
value-knowledge_institute = knowledge institute
value-fund = fund
value-youth_council = youth council
value-government = government
value-other = other
value-procedure = procedure
value-information = information
value-discussion = discussion
value-decision = decision
value-statement = statement

## History
history-made = Made
history-changed = { $fields } changed
history-field = { $field } ({ $count ->
    [one] 1 spot
   *[other] { $count } spots
 })
history-form = { $field } (form)
history-order = { $field } (order)
history-trashed = Put in the trash
history-untrashed = Taken out of the trash
history-not-counted = Does not count, because this person was not allowed to change it
change-made = { $kind } made
change-changed = { $kind } changed

## Erasing
change-erased = { $kind } erased
erase-what = Everything that was ever in this record goes, with { $count ->
    [one] its one version
   *[other] all { $count } versions
 }. Search does not find it any more either.
erase-attachments = { $count ->
    [one] The attachment goes too.
   *[other] The { $count } attachments go too.
 }
erase-links = { $count ->
    [one] One other record refers to it. That reference stays, but points to nothing.
   *[other] { $count } other records refer to it. Those references stay, but point to nothing.
 }
erase-travels = With your next package it goes from the others’ laptops too. Each laptop confirms that.
erase-beyond-files = Packages and documents that were sent, kept or printed already cannot be erased by Kringboek.
erase-beyond-laptops = A laptop that never reads a package again keeps what there was.
erase-beyond-backups = Backups from before today hold it for four more weeks at most, encrypted. Who restores one does not get to see it.
erase-count = { $count ->
    [one] 1 { $kind }
   *[other] { $count } × { $kind }
 }
erase-confirmed = { $confirmed } of { $laptops } confirmed
erase-report = Report of an erasure
erase-report-what = What was erased
erase-report-confirmed = Laptops that confirmed that nothing of it is left
erase-report-waiting = Laptops that have not confirmed yet
erase-report-beyond = What Kringboek cannot reach
erase-report-when = Erased on
erase-report-by = By
erase-report-state = State

## Journal of this laptop
journal-unlock = Opened.
journal-incarnation = This laptop began a new series, because the data were restored or moved.
journal-passphrase = Passphrase changed.
journal-import = Package { $number } { $known ->
    [yes] of { $name } taken over.
   *[no] taken over.
 }
journal-export = Package { $number } made.
journal-document = Summary made.
journal-attachment = Attachment saved outside Kringboek.
journal-attachments_wait = Attachments could not be put back yet.
journal-refusal = A file was refused. { $why }
journal-quarantine = A package was set apart: its sender is not known.
journal-undo-import = Taking over package { $number } undone.
journal-quarantine-removed = A package that was set apart is removed.
journal-erase = Something was erased for good.
journal-erasure_waits = Erasing is not finished: the disk is too full. Kringboek tries again at its next start.
journal-invitation = Someone was invited.
journal-invited = An invitation was opened.
journal-restore = The backup of { $day } was put back.
journal-other = Something that a newer version of Kringboek wrote down.

## Kinds of record
kind-circle = circle
kind-member = member
kind-organisation = organisation
kind-meeting = meeting
kind-agenda_item = agenda item
kind-note = note
kind-decision = decision
kind-action = action
kind-theme = theme
kind-question = question
kind-statement = statement
kind-statement_version = wording
kind-round = round
kind-position = position
kind-closing = closing of a round
kind-confirmation = confirmation
kind-agreement = agreement
kind-study = study
kind-finding = finding
kind-evidence = evidence
kind-key_figure = key figure
kind-factsheet = factsheet
kind-paper = paper
kind-study_overview = overview of studies
kind-knowledge_agenda = knowledge agenda
kind-contribution = contribution
kind-adoption = adoption
kind-numbering = number
kind-review = choice after merging
kind-receipt = receipt
kind-programme = programme
kind-unknown = record

## Why a field is not right
reason-empty = nothing is filled in
reason-too-long = the text is too long
reason-line-break = it holds a line break or control character
reason-mark-outside-text = a mark lies outside the text
reason-stance-needs-text = a reservation or objection needs a text
reason-end-before-start = the end lies before the beginning
reason-out-of-range = the number is out of bounds
reason-not-an-address = this is not a web address
reason-twice = something is listed twice

## Roles
role-coordinator = coordinator
role-secretary = secretary
role-family_home_parent = family-home parent
role-organisation_representative = organisation representative
role-researcher = researcher
role-experience_expert = experience expert
role-guest = guest

## Operations, as undo calls them
operation-found_circle = Circle begun
operation-change_circle = Circle changed
operation-approve_member = Member let in
operation-set_right = Right changed
operation-remove_member = Member taken out of the circle
operation-remove_device = Laptop taken out of the circle
operation-bring_back_member = Member brought back
operation-hand_over = Coordination handed over
operation-use_circle_key = Decided with the circle key
operation-rotate_key = Key of this laptop renewed
operation-close_circle = Circle closed
operation-admit_segments = Changes admitted after all
operation-withdraw_invitation = Invitation taken back
operation-share_notes = Notes shared with the circle
operation-add_member = Member added
operation-change_member = Member changed
operation-add_organisation = Organisation added
operation-change_organisation = Organisation changed
operation-create_meeting = Meeting made
operation-change_meeting = Meeting changed
operation-add_agenda_item = Agenda item added
operation-change_agenda_item = Agenda item changed
operation-move_agenda_item = Agenda item moved
operation-record_attendance = Attendance recorded
operation-add_contribution = Contribution added
operation-change_contribution = Contribution changed
operation-write_note = Note written
operation-change_note = Note changed
operation-share_note = Note shared with the circle
operation-record_decision = Decision recorded
operation-change_decision = Decision changed
operation-add_action = Action added
operation-change_action = Action changed
operation-create_theme = Theme made
operation-change_theme = Theme changed
operation-add_statement = Statement added
operation-reword_statement = Statement reworded
operation-add_evidence = Evidence added
operation-change_evidence = Evidence changed
operation-open_round = Round opened
operation-give_position = Position given
operation-record_position = Position recorded for someone
operation-close_round = Round closed
operation-add_study = Study added
operation-change_study = Study changed
operation-link_study = Study linked
operation-attach_files = Attachment added
operation-remove_attachment = Attachment taken away
operation-import_studies = Studies read in
operation-resolve_review = Choice made after merging
operation-restore_version = Earlier version put back
operation-erase_record = Erased for good
operation-clean_record = History erased
operation-trash_record = Put in the trash
operation-restore_record = Put back from the trash
operation-undo = Undone
operation-redo = Done again

## Searching, exchanging, progress
search-why-title = in the title
search-why-statement = in the statement or decision
search-why-body = in the text
package-name = { $date } { $circle } – from { $name } (package { $number })
package-name-part = { $date } { $circle } – from { $name } (package { $number }, part { $part } of { $parts })
summary-file-name = session summary
card-name = Card of { $name }
meeting-number = Meeting { $number }
share-subject = { $circle }: news from { $name }
share-body = Hello,

    Here is a package of { $circle }{ $count ->
        [one] {":"}
       *[other] {" "}in { $count } files. They can be opened in any order:
    }
    { $file }

    Keep the attachment and open it with Kringboek. Only members of the circle can read it.

    Best wishes, { $name }
import-nothing-new = Nothing new in package { $number } from { $name }.
import-summary = Package { $number } from { $name }: { $new } new, { $known } known, { $apart } set apart.
import-attachments = { $count ->
    [one] One attachment came along.
   *[other] { $count } attachments came along.
 }
someone = someone
gap = Something of { $name } is still missing: { $missing } { $missing ->
    [one] change
   *[other] changes
 }{ $where }. Ask for a new package.
gap-undone = You do not have { $missing } { $missing ->
    [one] change
   *[other] changes
 } of { $name }, because you undid taking them over{ $where }. Take the package over again if you want them after all.
gap-packages = {" "}(package { $numbers })
gap-parts = {" "}(package { $number } from { $name }, part { $parts } of { $of })
ask-subject = { $circle }: I am still missing something
ask-body = Dear { $asked },

    In { $circle } I am still missing changes:

    { $missing }

    Could you send me a new package? In Kringboek choose ‘Give everything again’ under Exchange.

    Best wishes, { $name }
import-state-differs = Careful: you do not see the same, although everything is here. Let Kringboek check the data.
progress-merge = Processing changes
progress-packages = Taking packages over
progress-pack = Packing
progress-write = Saving and checking the package
progress-studies = Reading studies
progress-attach = Storing the attachment
progress-attachments = Packing attachments
progress-attachments-in = Taking attachments over
progress-save-attachment = Saving the attachment
progress-check = Checking data
progress-shared = Reading the shared folder
progress-sample = Setting out the sample circle
attachment-unnamed = attachment
attachment-saved = The saved copy is not encrypted: whoever can get at the file can read it.
holder-unconfirmed = { $name } (not confirmed yet)
holder-after-closing = { $name } (after closing)

## The shared folder
shared-new = Kringboek looks into the folder as soon as it can.
shared-fine = Everything in the folder has been read, and what you wrote is in it.
shared-gone = The folder is not there now.
shared-gone-todo = Plug the stick in or switch the cloud service on; then it goes on by itself. If the folder was moved or emptied, choose it again. Nothing is lost.
shared-read-only = Kringboek may not write in this folder. What others wrote has been read.
shared-read-only-todo = Ask whoever looks after the folder for the right to write, or choose another folder. Until then you can mail a package.
shared-full = The disk that the folder is on is full. What others wrote has been read.
shared-full-todo = Make room, or ask whoever looks after the folder. After that it goes on by itself.
carrier-onedrive = OneDrive
carrier-dropbox = Dropbox
carrier-google-drive = Google Drive
carrier-icloud = iCloud
carrier-nextcloud = Nextcloud
carrier-syncthing = Syncthing
carrier-cloud = a cloud service
carrier-network = a network disk

## Going back to a backup
restore-day = You go back to how it was on { $day }, when the backup was made.
restore-same = Nothing changes: everything is still as it was.
restore-gone = This goes, for it is from later: { $list }.
restore-back = This comes back out of the trash: { $list }.
restore-earlier = This becomes again as it was then: { $list }.
restore-private = { $count ->
    [one] 1 of these is private. No package brings it back.
   *[other] { $count } of these are private. No package brings them back.
 }
restore-returns = What you shared with the circle comes back with the next packages. Nothing changes for the others.
restore-keeps = What is there now becomes a backup first.
restore-line = { $kind } ‘{ $title }’ { $turn ->
    [gone] goes
    [back] comes back
   *[earlier] becomes as it was
 }

## What two people did at once
clash-you = you
clash-and = and
clash-changed = { $names } changed this at the same time.
clash-thrown = Put in the trash by { $thrower }, and changed at the same time by { $changer }. It is in the trash now.
clash-removed = Removed by { $thrower }, and changed at the same time by { $changer }. It is not there now.
clash-moved = { $names } moved ‘{ $item }’ to another place at the same time.
clash-reordered = { $names } changed the order at the same time.
clash-did-changed = Changed it.
clash-did-thrown = Put it in the trash.
clash-did-removed = Removed it.
clash-did-first = Put ‘{ $item }’ first.
clash-did-after = Put ‘{ $item }’ after ‘{ $other }’.
clash-did-out = Took ‘{ $item }’ out.
clash-take = { $own ->
    [yes] Take my version
   *[no] Take the version of { $name }
 }
clash-take-order = { $own ->
    [yes] Take my order
   *[no] Take the order of { $name }
 }
clash-leave-thrown = Leave it in the trash
clash-leave-removed = Leave it out
clash-back-thrown = { $own ->
    [yes] Put it back, with my change
   *[no] Put it back, with the change of { $name }
 }
clash-back-removed = { $own ->
    [yes] Put it back as I wrote it
   *[no] Put it back as { $name } wrote it
 }

## Demo
demo-usage = Name one folder: demo FOLDER.
demo-folder-taken = The folder { $folder } exists and is not a demo. Choose another one.
demo-failed = The demo stopped: { $why }
demo-founded = { $name } starts the circle { $circle }.
demo-joined = { $name } joins. Safety words: { $words }.
demo-programme = Annelies prepares organisations, members, themes and six meetings.
demo-agenda = Annelies makes the agenda of meeting 4, with statements and rounds.
demo-evidence = Çağlar links studies to themes, meeting and statements: for and against.
demo-practice = Bas writes down what he knows from practice, and a note that stays on his laptop.
demo-meeting = Meeting 4: Annelies notes attendance, conversation, decisions, actions and contributions.
demo-rewording = Annelies changes a paragraph of the notes.
demo-positions-parent = Bas changes the same paragraph and gives his positions.
demo-positions-researcher = Çağlar gives his positions.
demo-review = { $name } sees that two people changed the same paragraph, and keeps both.
demo-closing = Annelies closes the rounds.
demo-outcome = “{ $text }” – { $reason }
demo-equal = The three laptops are equal.
demo-states-differ = The laptops are not equal.
demo-documents = The session summary is here:

## Sheets with keys, to keep on paper
key-sheet-title = Kringboek keys
key-sheet-file-name = Kringboek keys
key-sheet-made = Made on { $date }
key-sheet-key = The key
key-sheet-keep = How to keep this sheet
key-sheet-use = How to use the key
key-sheet-no-copy = Kringboek has no copy of this key. If this sheet is gone, nobody can get it back.
key-sheet-keep-no-photo = Do not photograph or scan it, and do not send it by mail.
key-sheet-recovery-title = Recovery key
key-sheet-recovery-purpose = This key opens your circle on this one laptop when you no longer know your passphrase.
key-sheet-recovery-keep-where = Keep this sheet at home, not with your laptop: with your passport, for example.
key-sheet-recovery-keep-who = Whoever has this sheet and your laptop can read everything. Give it to nobody.
key-sheet-recovery-use = When unlocking, choose “Forgotten your passphrase?” and type the key. Capitals, spaces and dashes do not matter. Then you choose a new passphrase.
key-sheet-authority-title = Circle key
key-sheet-authority-purpose = This key gives the circle a coordinator again when all coordinators have lost their laptops.
key-sheet-authority-keep-where = Keep this sheet with the organisation that began the circle, in a sealed envelope in a safe or locked cupboard.
key-sheet-authority-keep-who = Let two people know where the envelope is. Do not keep it with the recovery key.
key-sheet-authority-use = The key opens no laptop and lets nobody read anything. Should you ever need it, type it into Kringboek on the new coordinator’s laptop.

## Who is in: what deserves attention
advice-closed = This circle is closed. You can still read and make documents, but change nothing.
advice-out = You are no longer in this circle. You can still read what was here. What you write now reaches nobody. If this is wrong, call a coordinator.
advice-suspended = { $name } and another coordinator took each other out of the circle at the same time. So neither is in now. Another coordinator or the circle key decides who comes back.
advice-no-coordinator = The circle has no coordinator. With the circle key, the sheet that the founder keeps, you appoint a new one.
advice-second-coordinator = You are the only coordinator. Make someone else coordinator too, so that the circle goes on if your laptop is lost.
advice-key-due = The key of this laptop is more than a year old. Renew it.
invitation-name = Invitation for { $name }

## How many of what
exchange-count-nothing-to-read = small changes
exchange-count-more = { $count } more
exchange-count-unknown = { $count ->
    [one] 1 other item
   *[other] { $count } other items
 }
exchange-count-circle = facts of the circle
exchange-count-member = { $count ->
    [one] 1 member
   *[other] { $count } members
 }
exchange-count-organisation = { $count ->
    [one] 1 organisation
   *[other] { $count } organisations
 }
exchange-count-meeting = { $count ->
    [one] 1 meeting
   *[other] { $count } meetings
 }
exchange-count-agenda_item = { $count ->
    [one] 1 agenda item
   *[other] { $count } agenda items
 }
exchange-count-note = { $count ->
    [one] 1 note
   *[other] { $count } notes
 }
exchange-count-decision = { $count ->
    [one] 1 decision
   *[other] { $count } decisions
 }
exchange-count-action = { $count ->
    [one] 1 action
   *[other] { $count } actions
 }
exchange-count-theme = { $count ->
    [one] 1 theme
   *[other] { $count } themes
 }
exchange-count-statement = { $count ->
    [one] 1 statement
   *[other] { $count } statements
 }
exchange-count-round = { $count ->
    [one] 1 round
   *[other] { $count } rounds
 }
exchange-count-position = { $count ->
    [one] 1 position
   *[other] { $count } positions
 }
exchange-count-study = { $count ->
    [one] 1 study
   *[other] { $count } studies
 }
exchange-count-evidence = { $count ->
    [one] 1 piece of evidence
   *[other] { $count } pieces of evidence
 }
exchange-count-contribution = { $count ->
    [one] 1 contribution
   *[other] { $count } contributions
 }
