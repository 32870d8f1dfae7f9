### Settings of the app and of this laptop.
settings-title = Settings
settings-look = Language and appearance
settings-lock = Locking
settings-circles = Circles on this laptop
settings-folder = Folder for files
settings-backups = Backups
settings-check = Check the data
settings-journal = Journal of this laptop
settings-about = About Kringboek

settings-language = Language
settings-theme = Appearance
settings-theme-system = As the system
settings-theme-light = Light
settings-theme-dark = Dark
settings-text-size = Size of text
settings-text-size-hint = 16 is usual.

settings-lock-text = When you do nothing for a while, Kringboek locks itself. What you typed has been saved by then.
settings-lock-after = Lock after
settings-lock-now = Lock now
settings-minutes = { $count } minutes
settings-passphrase = Change the passphrase
settings-passphrase-text = The new passphrase holds for all circles that are open now. The recovery key on paper stays the same.
settings-passphrase-old = Present passphrase
settings-passphrase-submit = Change
settings-passphrase-changed = The new passphrase holds from now on.

settings-circle-as = You take part as { $name }
settings-circle-waits = The card of { $name } waits for an answer
settings-circle-unnamed = New circle
settings-circle-shown = On the screen
settings-circle-show = Show
settings-circle-show-name = Show { $name }
settings-circles-locked = { $count ->
    [one] One circle is still locked.
   *[other] { $count } circles are still locked.
 }
settings-circles-open = Open as well
settings-circles-open-title = Open another circle

settings-folder-text = The packages and documents that you make go here.
settings-folder-choose = Choose another folder

settings-backups-text = Kringboek makes a backup on this laptop every day by itself, and reads it back at once.
settings-backup-today = The last backup is of today.
settings-backup-last = The last backup is of { $day }.
settings-backup-none = There is no backup yet.
settings-backups-all = All { $count } backups
settings-back-up = Make a backup now
settings-backed-up = The backup has been made and checked.
settings-backed-up-before = There was a backup of today already.

settings-check-text = Kringboek reads through everything it keeps of this circle, with all signatures.
settings-check-start = Check the data
settings-check-right = All is well. { $segments ->
    [one] One change has been checked.
   *[other] { $segments } changes have been checked.
 }
settings-check-waiting = { $count ->
    [one] One change waits for a package that is not here yet.
   *[other] { $count } changes wait for a package that is not here yet.
 }

settings-journal-text = When this circle was opened here, what came and went. What you wrote is not in it.
settings-journal-empty = There is nothing in it yet.
settings-journal-unlock = Opened.
settings-journal-incarnation = This laptop began a new series, because the data were restored or moved.
settings-journal-passphrase = Passphrase changed.
settings-journal-import = Package { $number } taken over.
settings-journal-export = Package { $number } made.
settings-journal-document = Summary made.
settings-journal-refusal = A file was refused.
settings-journal-quarantine = A package was set apart: its sender is not known.
settings-journal-undo-import = Taking over package { $number } undone.
settings-journal-quarantine-removed = A package that was set apart is removed.
settings-journal-other = Something that a newer version of Kringboek wrote down.
settings-journal-more = Show more
settings-journal-broken = A line of this journal is missing or was changed. If that was not you, tell the coordinator.

settings-licence = Licence
settings-licence-name = EUPL-1.2, free software
settings-home = Your data are in
settings-tour = Tour once more
