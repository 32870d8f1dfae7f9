### Aantekeningen: de lijst en een nieuwe.
notes-label = Tekst van de aantekening
notes-show = Laat zien
notes-show-all = Alle
notes-show-circle = Kring
notes-show-private = Privé
notes-filter = Zoek in je aantekeningen
notes-count = { $count ->
    [one] Eén aantekening
   *[other] { $all } aantekeningen
}
notes-shown = { $count } van { $all }
notes-none-found = Geen aantekening met deze woorden.
notes-none-private = Nog geen privé-aantekeningen.
notes-none-circle = Nog geen aantekeningen van de kring.
notes-private = privé
notes-for = Voor wie
notes-for-circle = De kring
notes-for-private = Alleen voor mij
notes-empty = Nog geen aantekeningen
notes-empty-text = Schrijf op wat je hoort, leest of vindt. Voor de kring of alleen voor jezelf.
notes-choose = Kies een aantekening
notes-choose-text = Of schrijf een nieuwe. Wat je typt, is binnen een seconde opgeslagen.
