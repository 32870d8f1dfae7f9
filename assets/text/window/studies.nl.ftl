### Onderzoeken.

## De lijst
studies-add = Onderzoek toevoegen
studies-import = Inlezen uit bestand
studies-filter = Filter
studies-count = { $count ->
    [one] 1 onderzoek
   *[other] { $all } onderzoeken
 }
studies-shown = { $count } van { $all }
studies-none-found = Niets gevonden met deze woorden.
studies-matches = Gevonden onderzoeken
studies-choose = Kies een onderzoek
studies-choose-text = Typ links een woord uit de titel, een auteur of een jaar.
studies-empty = Nog geen onderzoeken
studies-empty-text = Hier bewaart de kring onderzoeken, met in gewone taal wat ze zeggen. Heb je een referentieprogramma? Exporteer je lijst als RIS, BibTeX of CSL-JSON en lees die in.
studies-and-others = e.a.
studies-no-year = z.d.

## Een onderzoek
studies-menu = Meer over dit onderzoek
studies-change = Onderzoek wijzigen
studies-added = Onderzoek toegevoegd.
studies-changed = Onderzoek gewijzigd.
studies-summary = In gewone taal
studies-summary-hint = Wat zegt dit onderzoek, en wat betekent het voor gezinshuizen?
studies-abstract = Samenvatting van de auteurs
studies-keywords-are = Trefwoorden: { $words }
studies-retracted = ingetrokken
studies-retracted-means = De uitgever of het tijdschrift heeft dit onderzoek ingetrokken. Kijk bij de stellingen die erop rusten of ze nog kloppen.
studies-uses = Stellingen die hierop rusten
studies-open-doi = Openen via doi.org
studies-open-url = Webadres openen
studies-open-title = Naar het internet
studies-open-text = Je browser opent een pagina van
studies-open = Openen

## Koppelingen
studies-links = Hoort bij
studies-no-links = Nog niet gekoppeld aan een thema of bijeenkomst.
studies-link = Koppelen
studies-link-theme = Thema
studies-link-no-theme = Geen thema
studies-link-meeting = Ingebracht bij
studies-link-missing = Kies een thema of een bijeenkomst.
studies-linked = Gekoppeld.
studies-unlink = { $name } loskoppelen
studies-unlinked = Losgekoppeld.

## Het formulier
studies-title = Titel
studies-title-missing = Vul de titel in.
studies-authors = Auteurs
studies-authors-hint = Eén per regel: Meulen, Annelies van der. Een organisatie schrijf je zonder komma.
studies-year = Jaar
studies-year-wrong = Vul vier cijfers in, of laat het leeg.
studies-type = Soort
studies-container = Tijdschrift, boek of website
studies-publisher = Uitgever
studies-doi = DOI
studies-doi-example = 10.1000/xyz123
studies-url = Webadres
studies-url-example = https://
studies-url-wrong = Een webadres begint met https:// of http://.
studies-is-retracted = Dit onderzoek is ingetrokken
studies-is-retracted-hint = Overal waar het genoemd wordt, staat dat er dan bij.
studies-details = Meer gegevens
studies-editors = Redactie
studies-volume = Jaargang
studies-issue = Nummer
studies-pages = Bladzijden
studies-edition = Druk
studies-publisher-place = Plaats van uitgave
studies-isbn = ISBN
studies-language = Taal
studies-language-example = nl
studies-keywords = Trefwoorden
studies-keywords-hint = Zet een komma tussen de woorden.
studies-type-report = rapport
studies-type-article-journal = artikel in een tijdschrift
studies-type-book = boek
studies-type-chapter = hoofdstuk
studies-type-thesis = proefschrift of scriptie
studies-type-webpage = webpagina
studies-type-article-magazine = artikel in een vakblad
studies-type-article-newspaper = krantenartikel
studies-type-paper-conference = congresbijdrage
studies-type-dataset = gegevensbestand
studies-type-manuscript = niet uitgegeven
studies-type-speech = presentatie
studies-type-document = document
studies-type-other = anders

## Inlezen
studies-reading = { $name } wordt gelezen
studies-stop = Stoppen
studies-stopped = Gestopt. Van het bestand dat bezig was, is niets overgenomen.
studies-problems = { $count ->
    [one] Let op: 1 onderdeel
   *[other] Let op: { $count } onderdelen
 }
studies-problems-more = En nog { $count }.
studies-line = regel { $line }
studies-import-done = Klaar
