### Galerij voor wie aan Kringboek bouwt: alle maten, kleuren en onderdelen.
gallery-light = Licht
gallery-dark = Donker
gallery-colours = Kleuren en hun contrast
gallery-token = Naam
gallery-sizes = Maten
gallery-others = Overig
gallery-type = Tekst
gallery-buttons = Knoppen
gallery-signs = Tekens
gallery-fields = Velden
gallery-parts = Onderdelen
gallery-dialog = Venster openen
gallery-word = Voorbeeld
gallery-sentence = Ouders houden van plaatsing tot vertrek een volwaardige plek.
gallery-happened = Dit is niet gelukt.
gallery-todo = Kijk het nog eens na.
