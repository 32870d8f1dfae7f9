### Kringboek in het Nederlands. Eén zin per regel; sleutels in het Engels, gegroepeerd per onderwerp.

## Datums
date-month = { $month ->
    [1] januari
    [2] februari
    [3] maart
    [4] april
    [5] mei
    [6] juni
    [7] juli
    [8] augustus
    [9] september
    [10] oktober
    [11] november
   *[12] december
 }
date-weekday = { $day ->
    [1] maandag
    [2] dinsdag
    [3] woensdag
    [4] donderdag
    [5] vrijdag
    [6] zaterdag
   *[7] zondag
 }

## Uitkomst van een ronde
outcome-agree = { $agree } van { $counting } instemming
outcome-reservation = { $count } voorbehoud
outcome-object = { $count } bezwaar
outcome-no-opinion = { $count } geen mening
outcome-rule-consent = regel consent
outcome-rule-unanimous = regel eenstemmig
outcome-rule-threshold = regel drempel (ten minste { $agree }% instemming, minder dan { $object }% bezwaar, minstens { $positions } standpunten)
outcome-verdict-agreed = overeenstemming
outcome-verdict-not-agreed = geen overeenstemming
outcome-verdict-undecided = nog geen uitkomst

## Documenten
export-mark = Kringboek: een open ring om een huis
export-title = Samenvatting van bijeenkomst { $number }
export-title-of = Samenvatting van bijeenkomst { $number } van { $of }
export-status-draft = concept
export-status-adopted = vastgesteld
export-sample = Voorbeeld
export-fingerprint = Vingerafdruk { $fingerprint }
export-date = Datum
export-time = Tijd
export-place = Plaats
export-chair = Voorzitter
export-minute-taker = Notulist
export-attendance = Aanwezig
export-name = Naam
export-organisation = Organisatie
export-role = Rol
export-absent-with-notice = Afwezig met kennisgeving
export-absent-without-notice = Afwezig zonder kennisgeving
export-theme-and-purpose = Thema en doel van de dag
export-earlier-actions = Stand van eerdere actiepunten
export-items = Wat we bespraken
export-minutes = { $minutes } min.
export-studies = Onderzoeken en wat ze betekenen voor gezinshuizen
export-statements = Stellingen
export-no-statements = Er lagen geen stellingen voor.
export-statement = Stelling { $number }, versie { $version }
export-evidence = Onderbouwing
export-evidence-stance = Verband
export-evidence-basis = Basis
export-finding = Bevinding en bron
export-evidence-supports = ondersteunt
export-evidence-nuances = nuanceert
export-evidence-contradicts = spreekt tegen
export-basis-science = wetenschap
export-basis-practice = praktijk
export-basis-experience = ervaring
export-distribution = Verdeling
export-stance-agree = instemming
export-stance-agree-with-reservation = voorbehoud
export-stance-object = bezwaar
export-stance-no-opinion = geen mening
export-dissent = Voorbehouden en bezwaren
export-outcome = Uitkomst
export-decisions = Besluiten
export-no-decisions = Er zijn geen besluiten genomen.
export-decision = Besluit
export-number = Nr.
export-number-provisional = { $number } (voorlopig)
export-number-none = nog geen
export-actions = Actiepunten
export-no-actions = Er zijn geen actiepunten.
export-what = Wat
export-who = Wie
export-when = Wanneer
export-state = Stand
export-postponed = Uitgesteld
export-action-open = open
export-action-done = gedaan
export-action-dropped = vervallen
export-unknown = Wat we nog niet weten
export-contributions = Inbreng van ervaringsdeskundigen
export-without-name = Zonder naam
export-feedback = Wat we ermee deden
export-no-feedback = Nog geen terugkoppeling.
export-next-meeting = Volgende bijeenkomst
export-references = Bronnen

## Onderzoeken inlezen
err-studies-too-large = Dit bestand is te groot om in te lezen.
rec-studies-too-large = Exporteer in je referentieprogramma een kleinere selectie en probeer het opnieuw.
err-studies-not-recognised = Dit bestand is geen lijst met onderzoeken die Kringboek kent.
rec-studies-not-recognised = Kies in je referentieprogramma voor export als RIS, BibTeX of CSL-JSON.
err-studies-empty = In dit bestand staan geen onderzoeken.
rec-studies-empty = Kijk of je het goede bestand hebt gekozen en of de export is gelukt.
studies-problem-broken = Dit onderdeel is beschadigd of onvolledig.
studies-problem-no-title = Dit onderdeel heeft geen titel.
studies-problem-unfit = In dit onderdeel staat iets dat niet in een onderzoek past.
studies-problem-too-many = Het bestand bevat te veel onderzoeken. Vanaf hier is het niet ingelezen.
studies-warning-shortened = Een veld was te lang en is ingekort.
studies-warning-address = Het adres is geen webadres en is weggelaten.

## Pakketten: waarom een bestand is geweigerd en wat je kunt doen

err-package-not-age = Dit bestand is geen pakket van Kringboek.
err-package-not-age-todo = Kies een bestand dat eindigt op .kring. Is het bestand hernoemd of uitgepakt, vraag dan het origineel.
err-package-header-too-long = Het begin van dit bestand is veel te lang. Zo maakt Kringboek geen pakket.
err-package-header-too-long-todo = Open het niet. Vraag de afzender of het bestand echt van hem of haar komt.
err-package-too-many-stanzas = Dit pakket is voor meer apparaten dan kan.
err-package-too-many-stanzas-todo = Vraag de coördinator om apparaten te verwijderen die niemand meer gebruikt.
err-package-work-factor = Openen van dit bestand zou je laptop te zwaar belasten. Zo maakt Kringboek geen pakket.
err-package-work-factor-todo = Open het niet. Vraag de afzender of het bestand echt van hem of haar komt.
err-package-not-for-me = Dit pakket is niet voor deze laptop bedoeld, of het is te oud.
err-package-not-for-me-todo = Vraag de afzender om een nieuw pakket en laat weten welke laptop je gebruikt.
err-package-needs-words = Dit is een uitnodiging. Die open je met zes woorden.
err-package-needs-words-todo = Bel degene die je uitnodigt en typ de zes woorden over.
err-package-wrong-words = Met deze woorden gaat de uitnodiging niet open.
err-package-wrong-words-todo = Lees de zes woorden nog eens na. Klopt alles, vraag dan om een nieuwe uitnodiging.
err-package-damaged = Dit bestand is onderweg beschadigd of niet heel aangekomen. Er is niets overgenomen.
err-package-damaged-todo = Download of kopieer het opnieuw. Helpt dat niet, vraag de afzender het nog eens te sturen.
err-package-magic = In dit bestand zit geen pakket van Kringboek.
err-package-magic-todo = Vraag de afzender welk bestand bedoeld was.
err-package-manifest-too-long = De inhoudslijst van dit pakket is te lang.
err-package-manifest-too-long-todo = Vraag de afzender het pakket opnieuw te maken, in kleinere delen.
err-package-manifest-form = De inhoudslijst van dit pakket klopt niet. Er is niets overgenomen.
err-package-manifest-form-todo = Vraag de afzender het pakket opnieuw te maken. Gebeurt het weer, vertel het de coördinator.
err-package-signature = De handtekening op dit pakket klopt niet. Het is dus niet zeker van wie het komt. Er is niets overgenomen.
err-package-signature-todo = Bel de afzender en vertel het de coördinator. Vraag om een nieuw pakket.
err-package-sender-unknown = Dit pakket komt van een laptop die je kring nog niet kent.
err-package-sender-unknown-todo = Vraag de coördinator of deze laptop bij de kring hoort. Lees daarna eerst een pakket van de coördinator in.
err-package-circle = Dit pakket hoort bij een andere kring.
err-package-circle-todo = Open eerst de kring waar het bij hoort en lees het daar in.
err-package-version = Dit pakket is gemaakt met een nieuwere versie van Kringboek.
err-package-version-todo = Werk Kringboek bij en lees het pakket daarna opnieuw in. Bewaar het bestand zolang.
err-package-too-many-frames = Dit pakket heeft te veel onderdelen.
err-package-too-many-frames-todo = Vraag de afzender het pakket opnieuw te maken, in kleinere delen.
err-package-too-large = Dit pakket is groter dan mag.
err-package-too-large-todo = Vraag de afzender het in delen te sturen, of om een volledige kopie.
err-package-frame-length = Een onderdeel van dit pakket heeft een andere lengte dan de inhoudslijst zegt. Er is niets overgenomen.
err-package-frame-length-todo = Vraag de afzender het pakket opnieuw te maken.
err-package-frame-ratio = Een onderdeel van dit pakket zou bij het uitpakken veel te groot worden. Er is niets overgenomen.
err-package-frame-ratio-todo = Vraag de afzender of het bestand echt van hem of haar komt, en vertel het de coördinator.
err-package-frame-window = Uitpakken van dit pakket kost meer geheugen dan mag. Er is niets overgenomen.
err-package-frame-window-todo = Vraag de afzender of het bestand echt van hem of haar komt, en vertel het de coördinator.
err-package-frame-form = Een onderdeel van dit pakket is niet uit te pakken. Er is niets overgenomen.
err-package-frame-form-todo = Vraag de afzender het pakket opnieuw te maken.
err-package-frame-hash = Een onderdeel van dit pakket is niet wat de inhoudslijst zegt. Er is niets overgenomen.
err-package-frame-hash-todo = Vraag de afzender het pakket opnieuw te maken. Gebeurt het weer, vertel het de coördinator.
err-package-trailing = Achter dit pakket staat nog iets dat er niet hoort. Er is niets overgenomen.
err-package-trailing-todo = Vraag de afzender het pakket opnieuw te maken.
err-package-not-as-written = Het pakket staat niet goed op de schijf. Het bestand is niet bewaard.
err-package-not-as-written-todo = Probeer het opnieuw, het liefst in een andere map of op een andere USB-stick.
err-package-no-recipients = Er is niemand voor wie dit pakket is.
err-package-no-recipients-todo = Kies voor wie het pakket is, en maak het opnieuw.
err-package-recipient-key = De sleutel van een van de ontvangers deugt niet. Het pakket is niet gemaakt.
err-package-recipient-key-todo = Vertel het de coördinator. Die kan het apparaat met die sleutel verwijderen.
err-package-read = Het bestand kon niet worden gelezen.
err-package-read-todo = Kijk of de schijf of USB-stick nog vastzit. Kopieer het bestand naar je laptop en probeer het opnieuw.
err-package-write = Het bestand kon niet worden geschreven.
err-package-write-todo = Kijk of er ruimte is en of je in deze map mag schrijven. Probeer het daarna opnieuw.
