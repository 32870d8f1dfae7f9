### De tekst: schrijven, verwijzen, opslaan.
editor-toolbar = Opmaak
editor-key-control = Ctrl
editor-key-shift = Shift
editor-how = Met @ verwijs je naar een persoon, met # naar een thema, met + naar een onderzoek. Met / kies je een soort regel. Alt en Enter opent waar de cursor staat. In een lijst springt Tab in; met Escape en daarna Tab verlaat je de tekst.
editor-how-read = Deze tekst kun je alleen lezen.
editor-placeholder = Schrijf hier. Typ / om te zien wat er kan.

editor-deed-heading-1 = Kop 1
editor-deed-heading-2 = Kop 2
editor-deed-heading-3 = Kop 3
editor-deed-bullet = Lijst
editor-deed-numbered = Genummerde lijst
editor-deed-task = Taak
editor-deed-quote = Citaat
editor-deed-bold = Vet
editor-deed-italic = Cursief
editor-deed-link = Link
editor-deed-member = Persoon noemen
editor-deed-theme = Naar een thema verwijzen
editor-deed-study = Naar een onderzoek verwijzen
editor-deed-date = Datum
editor-deed-undo = Ongedaan maken in de tekst
editor-deed-redo = Opnieuw doen

editor-choose-member = Personen
editor-choose-theme = Thema’s
editor-choose-study = Onderzoeken
editor-choose-block = Invoegen
editor-choices = { $count ->
    [one] Eén keuze. Kies met de pijlen en Enter.
   *[other] { $count } keuzes. Kies met de pijlen en Enter.
}

editor-task-done = Gedaan
editor-task-due = Datum
editor-task-due-hint = Kies wanneer dit klaar is
editor-date = Datum
editor-date-due = Klaar op
editor-date-remove = Datum weghalen

editor-link = Link
editor-link-address = Adres
editor-link-hint = Een webadres of een e-mailadres
editor-link-wrong = Dit is geen webadres of e-mailadres. Voorbeeld: https://www.nji.nl
editor-link-open = Openen
editor-link-change = Wijzigen
editor-link-remove = Link weghalen
editor-link-unsafe = Dit adres opent Kringboek niet.

editor-paste-too-long = Dit is te lang om te plakken. In één tekst passen 500.000 tekens. Plak het in delen.
editor-held = Waar je nu typt, wijzigde ook iemand anders iets. Jouw woorden blijven staan.
editor-both-versions = Twee versies – bekijken
editor-both-changed = Twee mensen wijzigden dit tegelijk.

editor-note-title = Titel
editor-note-title-empty = Titel (mag leeg blijven)
editor-private = privé – blijft op deze laptop
editor-share = Delen met de kring
editor-share-what = De kring krijgt deze aantekening zoals die nu is. Wat er eerder in stond, gaat niet mee. Je eigen privé-aantekening blijft op deze laptop staan.
editor-share-final = Er is geen weg terug: wat anderen eenmaal hebben, kun je bij hen niet weghalen.
editor-shared = De kring heeft deze aantekening.
