### Geschiedenis: versies van een gegeven, en wie wat deed in de kring.
history-title = Geschiedenis
history-here = Op deze laptop
history-all = Alle versies
history-writers = Wie schreef wat
history-whole = Zo was het toen
history-restore = Deze versie terugzetten
history-restore-means = Wat er nu staat, blijft in de geschiedenis. Je kunt dit ongedaan maken.
history-restored = Eerdere versie teruggezet
history-circle = Geschiedenis van de kring
history-who = Wie
history-what = Wat
history-everyone = iedereen
history-everything = alles
history-others = { $count ->
    [one] en nog 1 ander
   *[other] en nog { $count } andere
 }
history-none = Hier is nog niets gedaan. Kies iemand anders of iets anders.
history-standings = Wie heeft dit zoals het hier staat?
history-standing-has = { $name } heeft het ook.
history-standing-lacks = { $name } heeft het nog niet, voor zover Kringboek weet.
history-own = Wat je op deze laptop deed
history-own-show = Iets van mij ongedaan maken
history-own-means = Wat iemand daarna aanpaste, blijft staan.
history-own-undone = ongedaan gemaakt
history-older = Ouder tonen

erase-title = Voorgoed wissen
erase-all = Voorgoed wissen
erase-keep = Alleen de geschiedenis wissen
erase-keep-means = Wil je alleen woorden weghalen? Haal ze eerst zelf uit de tekst. Kies daarna Alleen de geschiedenis wissen: wat er nu staat blijft, en wat er eerder stond gaat weg.
erase-final = Er is geen weg terug.
erase-done = Voorgoed gewist. Met je volgende pakket weten de anderen het ook.
erase-cleaned = De geschiedenis is gewist. Met je volgende pakket weten de anderen het ook.
erase-list = Voorgoed gewist
erase-waiting = Nog niet bevestigd: { $names }
erase-reported = Het verslag staat in je map.
