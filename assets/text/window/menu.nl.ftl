# Het menu boven het venster. & staat voor de letter die met Alt gekozen wordt.

menu-file = &Bestand
menu-new-note = &Nieuwe aantekening
menu-open-package = &Pakket openen…
menu-share = &Deel met de kring
menu-lock = &Vergrendelen
menu-close = &Sluiten

menu-edit = Be&werken
menu-undo = &Ongedaan maken
menu-redo = Op&nieuw
menu-cut = Kn&ippen
menu-copy = &Kopiëren
menu-paste = &Plakken
menu-select-all = &Alles selecteren

menu-view = Bee&ld
menu-zoom-in = &Groter
menu-zoom-out = &Kleiner
menu-zoom-reset = Ge&wone grootte

menu-go = &Ga naar
menu-search = &Zoeken…
menu-go-today = &Vandaag
menu-go-meetings = &Bijeenkomsten
menu-go-notes = &Aantekeningen
menu-go-themes = &Thema’s
menu-go-studies = &Onderzoeken
menu-go-members = &Mensen
menu-go-exchange = &Uitwisselen
menu-go-trash = &Prullenbak
menu-go-settings = &Instellingen

menu-help = &Help
menu-shortcuts = &Sneltoetsen

# Alleen op een Mac, in het menu met de naam van het programma.
menu-about = Over Kringboek
menu-hide = Kringboek verbergen
menu-hide-others = Andere verbergen
menu-quit = Stop Kringboek
