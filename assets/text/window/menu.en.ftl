# The menu above the window. & stands before the letter that is chosen with Alt.

menu-file = &File
menu-new-note = &New note
menu-open-package = &Open package…
menu-share = &Share with the circle
menu-lock = &Lock
menu-close = &Close

menu-edit = &Edit
menu-undo = &Undo
menu-redo = &Redo
menu-cut = Cu&t
menu-copy = &Copy
menu-paste = &Paste
menu-select-all = Select &all

menu-view = &View
menu-zoom-in = &Larger
menu-zoom-out = &Smaller
menu-zoom-reset = &Normal size

menu-go = &Go to
menu-search = &Search…
menu-go-today = &Today
menu-go-meetings = &Meetings
menu-go-notes = &Notes
menu-go-themes = T&hemes
menu-go-studies = Stu&dies
menu-go-members = &People
menu-go-exchange = &Exchange
menu-go-trash = T&rash
menu-go-settings = Sett&ings

menu-help = &Help
menu-shortcuts = &Keyboard shortcuts

# On a Mac only, in the menu with the program's name.
menu-about = About Kringboek
menu-hide = Hide Kringboek
menu-hide-others = Hide others
menu-quit = Quit Kringboek
