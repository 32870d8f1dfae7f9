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
export-retracted = ingetrokken
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
err-studies-too-large-todo = Exporteer in je referentieprogramma een kleinere selectie en probeer het opnieuw.
err-studies-not-recognised = Dit bestand is geen lijst met onderzoeken die Kringboek kent.
err-studies-not-recognised-todo = Kies in je referentieprogramma voor export als RIS, BibTeX of CSL-JSON.
err-studies-empty = In dit bestand staan geen onderzoeken.
err-studies-empty-todo = Kijk of je het goede bestand hebt gekozen en of de export is gelukt.
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
err-package-attachment = Een bijlage in dit pakket is niet de bijlage die het zegt te zijn. Er is niets overgenomen.
err-package-attachment-todo = Vraag de afzender het pakket opnieuw te maken.
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

## De opdrachtregel
cli-about = Het werk van een kenniskring, zonder venster.
cli-heading-usage = Zo werkt het
cli-heading-commands = Opdrachten
cli-heading-arguments = Gegevens
cli-heading-options = Keuzes
cli-new = Maak een nieuwe kring
cli-join-request = Maak een plek voor een nieuwe deelnemer en de kaart waarmee die zich meldt
cli-approve = Laat iemand toe tot de kring en maak het antwoord op zijn of haar kaart
cli-commands = Toon alle opdrachten voor call, als JSON
cli-call = Voer een opdracht uit en toon het antwoord als JSON
cli-export = Maak een pakket voor de andere deelnemers
cli-import = Lees pakketten in
cli-summary = Maak de samenvatting van een bijeenkomst
cli-studies = Lees onderzoeken in uit RIS, BibTeX of CSL-JSON
cli-search = Zoek, en toon wat gevonden is als JSON
cli-check = Controleer de opslag
cli-passphrase = Kies een nieuwe wachtwoordzin, met de oude of met de herstelsleutel
cli-arg-help = Toon deze uitleg
cli-arg-version = Toon de versie
cli-arg-language = Taal: nl of en (ook: KRINGBOEK_LANGUAGE)
cli-arg-store = Map waarin de kring staat
cli-arg-key-file = Bestand met de sleutel, in plaats van de wachtwoordzin; new en join-request maken het
cli-arg-passphrase-file = Bestand met de wachtwoordzin (ook: KRINGBOEK_PASSPHRASE)
cli-arg-new-passphrase-file = Bestand met de nieuwe wachtwoordzin (ook: KRINGBOEK_NEW_PASSPHRASE)
cli-arg-authority-key-file = Bestand met de kringsleutel (ook: KRINGBOEK_AUTHORITY_KEY)
cli-arg-words-file = Bestand met de zes woorden van een uitnodiging (ook: KRINGBOEK_INVITATION_WORDS)
cli-arg-invitation = De uitnodiging die je van de coördinator kreeg
cli-arg-recovery-key-file = Bestand met de herstelsleutel (ook: KRINGBOEK_RECOVERY_KEY)
cli-arg-recover = Gebruik de herstelsleutel in plaats van de oude wachtwoordzin
cli-arg-circle = Naam van de kring
cli-arg-name = Je naam: Voornaam|tussenvoegsel|Achternaam
cli-arg-to = Bestand om naar te schrijven
cli-arg-card = De kaart van de nieuwe deelnemer
cli-arg-right = Wat de nieuwe deelnemer mag: coordinator, secretary, member (als je niets kiest) of reader
cli-arg-member = Wie het is, als deze persoon al in de kring staat
cli-arg-command = Naam van de opdracht
cli-arg-input = Invoer van de opdracht; - leest van standaardinvoer
cli-arg-given = Bestand voor de opdracht; mag vaker
cli-arg-all = Alles, ook wat de anderen al hebben
cli-arg-packages = Pakketten
cli-arg-preview = Toon alleen wat het zou brengen
cli-arg-meeting = Kenmerk van de bijeenkomst
cli-arg-format = Vorm: pdf, html of md
cli-arg-references = Bestanden met onderzoeken
cli-arg-query = Waar je naar zoekt
cli-yes-or-no = (j/n)
cli-ask-passphrase = Wachtwoordzin:
cli-ask-new-passphrase = Nieuwe wachtwoordzin:
cli-ask-authority-key = Kringsleutel:
cli-ask-invitation-words = De zes woorden van de uitnodiging:
cli-ask-recovery-key = Herstelsleutel:
cli-ask-again = Nog een keer:
cli-passphrase-unknown = Er is geen wachtwoordzin gegeven. Alleen het sleutelbestand en de herstelsleutel openen deze kring.
cli-passphrase-renewed = De nieuwe wachtwoordzin geldt vanaf nu.
cli-keep-both-keys = Schrijf de herstelsleutel (recovery-key) en de kringsleutel (authority-key) op papier en bewaar ze apart van je laptop. Je ziet ze maar één keer.
cli-keep-recovery-key = Schrijf de herstelsleutel (recovery-key) op papier en bewaar die apart van je laptop. Je ziet hem maar één keer.
cli-send-card = Stuur de kaart naar de coördinator. Die stuurt een antwoord terug dat je met import inleest.
cli-card-invited = Deze kaart is van { $name }, uitgenodigd door { $by }. Je hoeft geen woorden te vergelijken.
cli-card = Deze kaart is van { $name }. Bel en vergelijk de zes woorden: { $words }.
cli-same-name = Er staan al deelnemers zonder laptop in de kring die { $name } heten. Kies met --member wie dit is, anders komt er iemand bij: { $members }.
cli-approve-question = Zijn de woorden gelijk, en laat je { $name } toe?
cli-answer-words = Bel de coördinator en vergelijk de zes woorden: { $words }.
cli-import-question = Zijn de woorden gelijk?
cli-exported = Pakket { $number } staat klaar, met { $segments ->
    [one] 1 wijziging
   *[other] { $segments } wijzigingen
 } voor { $recipients ->
    [one] 1 laptop
   *[other] { $recipients } laptops
 }. Het is teruggelezen en klopt.
cli-import-record-new = Nieuw: { $kind } “{ $title }”
cli-import-record-changed = Gewijzigd: { $kind } “{ $title }”
cli-import-record-trashed = In de prullenbak: { $kind } “{ $title }”
cli-studies-added = { $added ->
    [one] 1 onderzoek is nieuw
   *[other] { $added } onderzoeken zijn nieuw
 }, { $known ->
    [one] 1 stond er al.
   *[other] { $known } stonden er al.
 }
cli-studies-problem = { $file }, regel { $line }: { $happened } ({ $entry })
cli-studies-warning = { $file }: { $happened } ({ $entry })
cli-checked = Alles klopt: { $segments ->
    [one] 1 wijziging
   *[other] { $segments } wijzigingen
 } nagekeken, { $waiting ->
    [one] 1 wacht
   *[other] { $waiting } wachten
 } nog op iets.
err-no-passphrase = Er is geen wachtwoordzin gegeven.
err-no-passphrase-todo = Gebruik --key-file, --passphrase-file of KRINGBOEK_PASSPHRASE.
err-no-new-passphrase = Er is geen nieuwe wachtwoordzin gegeven.
err-no-new-passphrase-todo = Gebruik --new-passphrase-file of KRINGBOEK_NEW_PASSPHRASE.
err-no-authority-key = Er is geen kringsleutel gegeven.
err-no-authority-key-todo = Gebruik --authority-key-file of KRINGBOEK_AUTHORITY_KEY.
err-no-invitation-words = De zes woorden van de uitnodiging ontbreken.
err-no-invitation-words-todo = Gebruik --words-file of KRINGBOEK_INVITATION_WORDS.
err-no-recovery-key = Er is geen herstelsleutel gegeven.
err-no-recovery-key-todo = Gebruik --recovery-key-file of KRINGBOEK_RECOVERY_KEY.
err-typed-differently = De tweede keer typte je iets anders.
err-typed-differently-todo = Probeer het opnieuw.
err-file-there = Er staat al een bestand met die naam.
err-file-there-todo = Kies een andere naam, of haal het oude bestand eerst weg.
err-not-confirmed = Je hebt geen ja gezegd. Er is niets gedaan.
err-not-confirmed-todo = Waren de woorden niet gelijk, vraag dan langs een andere weg om een nieuw bestand.
err-files-refused = Van de { $of } bestanden { $refused ->
    [one] is er 1
   *[other] zijn er { $refused }
 } geweigerd.
err-files-refused-todo = Bij elk geweigerd bestand staat wat je kunt doen.

## Fouten: wat er gebeurde, en wat je kunt doen
err-no-circle-yet = Deze kring bestaat hier nog niet.
err-no-circle-yet-todo = Neem eerst het antwoord van de coördinator over, of begin een kring.
err-circle-already = Deze map hoort al bij een kring.
err-circle-already-todo = Gebruik een andere map voor een andere kring.
err-key-file-open = Anderen op deze computer kunnen het sleutelbestand lezen.
err-key-file-open-todo = Geef alleen jezelf toegang (chmod 600) en probeer het opnieuw.
err-key-file-form = Dit is geen sleutelbestand van Kringboek.
err-key-file-form-todo = Kies het bestand dat bij het maken van de kring is geschreven.
err-key-file-there = Er staat al een bestand op de plek van het sleutelbestand.
err-key-file-there-todo = Kies een andere naam. Er is niets overschreven.
err-passphrase-weak = De wachtwoordzin is te kort.
err-passphrase-weak-todo = Gebruik minstens acht tekens, liefst vier of meer woorden.
err-printed-key = In de sleutel zit een typefout.
err-printed-key-todo = Kijk de sleutel na op het papier en typ hem opnieuw.
err-keys-damaged = De sleutels van deze map zijn beschadigd.
err-keys-damaged-todo = Zet een back-up van de map terug.
err-not-a-card = Dit bestand is geen aanvraag om mee te doen.
err-not-a-card-todo = Vraag de nieuwe deelnemer om het bestand opnieuw te sturen.
err-card-known = Deze laptop is uit de kring gehaald.
err-card-known-todo = Vraag een nieuwe kaart van een andere laptop.
err-purpose-elsewhere = Dit bestand is geen pakket om over te nemen. Het hoort bij iemand laten meedoen.
err-purpose-elsewhere-todo = Wil je zelf meedoen, kies dan ‘Meedoen met een kring’. Anders hoef je niets te doen.
err-not-addressed = De afzender heeft dit pakket niet aan deze laptop gericht. Iemand anders stuurde het door.
err-not-addressed-todo = Vraag de afzender zelf om een pakket, en vertel het de coördinator.
err-receipt-form = De ontvangstbewijzen in dit pakket zijn niet te lezen. Er is niets overgenomen.
err-receipt-form-todo = Vraag de afzender het pakket opnieuw te maken.
err-not-in-quarantine = Dit pakket is niet meer bewaard.
err-not-in-quarantine-todo = Vraag de afzender om een nieuw pakket.
err-sender-not-member = De afzender hoort niet bij deze kring. Het pakket is apart gezet.
err-sender-not-member-todo = Vraag de coördinator wie dit heeft gestuurd.
err-answer-not-for-me = Dit antwoord is niet voor deze laptop.
err-answer-not-for-me-todo = Vraag de coördinator om het antwoord op jouw aanvraag.
err-sample-mixed = Een voorbeeldkring en een echte kring gaan niet samen.
err-sample-mixed-todo = Gebruik alleen pakketten van je eigen kring.
err-segment-form = In het pakket zit iets dat niet te lezen is. Er is niets overgenomen.
err-segment-form-todo = Vraag de afzender om een nieuw pakket.
err-segment-signature = Een handtekening in het pakket klopt niet. Er is niets overgenomen.
err-segment-signature-todo = Bel de afzender en vraag om een nieuw pakket.
err-segment-stranger = Het pakket bevat iets van een laptop die niet bij de kring hoort. Er is niets overgenomen.
err-segment-stranger-todo = Bel de coördinator.
err-segment-private = Het pakket bevat iets dat privé hoort te zijn. Er is niets overgenomen.
err-segment-private-todo = Laat de afzender weten dat er iets mis is met dit pakket.
err-segment-circle = Het pakket bevat iets van een andere kring. Er is niets overgenomen.
err-segment-circle-todo = Vraag de afzender om een nieuw pakket van deze kring.
err-membership-form = De ledenlijst in het pakket klopt niet. Er is niets overgenomen.
err-membership-form-todo = Vraag de coördinator om een nieuw pakket.
err-file-unreadable = Dit bestand is niet te lezen.
err-file-unreadable-todo = Kijk of het bestand er nog staat en of je het mag openen.
err-file-too-large = Dit bestand is te groot.
err-file-too-large-todo = Vraag de afzender om kleinere pakketten.
err-crashed-before = Bij dit pakket is Kringboek eerder gestopt. Het is niet overgenomen.
err-crashed-before-todo = Vraag de afzender om een nieuw pakket, en meld dit.
err-nothing-to-undo = Er is niets om ongedaan te maken.
err-nothing-to-undo-todo = Kijk in de lijst wat je nog kunt terugdraaien.
err-built-upon = Je hebt al verder gewerkt op wat dit pakket bracht. Het kan niet meer in één keer terug.
err-built-upon-todo = Open het stuk waar het om gaat en kijk in de geschiedenis. Daar zet je een eerdere versie terug.
err-erasure-stays = Met dit pakket is iets gewist. Wat gewist is, komt niet terug.
err-erasure-stays-todo = Gaat het om iets anders uit dit pakket, kijk dan in de geschiedenis van dat stuk.
err-nothing-missing = Er ontbreekt hier niets waar je om kunt vragen.
err-nothing-missing-todo = Mis je toch iets, vraag dan een pakket met alles erin.
err-changed-since = Dit is daarna veranderd en kan niet meer in één keer terug.
err-changed-since-todo = Pas het zelf aan, of kijk in de geschiedenis.
err-write-once = Dit blijft staan zoals het is gegeven.
err-write-once-todo = Geef een nieuw standpunt of een nieuwe formulering; die vervangt de vorige.
err-round-closed = Deze ronde is al gesloten.
err-round-closed-todo = Open een nieuwe ronde als je opnieuw wilt vragen.
err-not-in-round = Deze formulering hoort niet bij de ronde.
err-not-in-round-todo = Kies een formulering waarover de ronde gaat.
err-other-meeting = Dat agendapunt hoort bij een andere bijeenkomst.
err-other-meeting-todo = Kies een agendapunt van deze bijeenkomst.
err-nothing-to-review = Hier valt niets meer te kiezen.
err-nothing-to-review-todo = Bekijk de lijst opnieuw.
err-cannot-keep = Van dit gegeven kan de tekst niet blijven staan zonder de geschiedenis.
err-cannot-keep-todo = Laat het staan, of wis het helemaal.
err-cannot-seal = Alleen wat één keer wordt geschreven, kan verzegeld worden.
err-cannot-seal-todo = Schrijf het zonder verzegeling.
err-no-erasure = Deze wissing is hier niet.
err-no-erasure-todo = Kijk in de lijst wat er is gewist.
err-no-version = Deze versie is hier niet, of telt niet mee.
err-no-version-todo = Kijk in de geschiedenis welke versies er zijn.
err-version-is-now = Zo staat het er nu al.
err-version-is-now-todo = Kies een andere versie.
err-not-private = Deze aantekening is al van de kring.
err-not-private-todo = Je hoeft niets te doen.
err-no-attachments = Alleen onderzoeken, bijeenkomsten en aantekeningen hebben bijlagen.
err-no-attachments-todo = Voeg het bestand daar toe.
err-attachment-too-large = Dit bestand is groter dan 50 MB. Zo groot mag een bijlage niet zijn.
err-attachment-too-large-todo = Maak het bestand kleiner, of zet in de tekst waar het te vinden is.
err-attachment-gone = Deze bijlage hoort hier niet meer bij.
err-attachment-gone-todo = Kijk in de geschiedenis wie de bijlage weghaalde.
err-attachment-not-here = Deze bijlage is nog niet ontvangen.
err-attachment-not-here-todo = Ze komt met een volgend pakket mee. Stuur zelf een pakket, dan zien de anderen dat je haar mist.
err-check-failed = De gegevens kloppen niet met het logboek.
err-check-failed-todo = Zet een back-up terug of vraag een volledig pakket van een andere deelnemer.
err-stays = De kring zelf en wie er met een laptop in zit, kunnen niet in de prullenbak.
err-stays-todo = Pas de gegevens aan als ze niet kloppen. Een recht afnemen kan de coördinator.
err-unknown-format = Deze soort document kan Kringboek niet maken.
err-unknown-format-todo = Kies pdf, html of md.
err-circle-closed = Deze kring is nu niet open.
err-circle-closed-todo = Ontgrendel eerst met je wachtwoordzin.
err-other-passphrase = Dit is niet de wachtwoordzin van je andere kringen op deze laptop.
err-other-passphrase-todo = Gebruik dezelfde wachtwoordzin als voor je andere kringen.
err-keys-forgotten = De sleutels worden niet meer getoond en zijn nergens bewaard.
err-keys-forgotten-todo = Gebruik het papier waarop ze staan.
err-address = Dit adres opent Kringboek niet.
err-address-todo = Alleen adressen die met https of mailto beginnen, gaan open. Vertrouw je het, typ het dan over in je browser.
err-no-shared-folder = Deze kring heeft hier nog geen gedeelde map.
err-no-shared-folder-todo = Kies er een bij Uitwisselen.
err-shared-in-store = In deze map bewaart Kringboek zelf je gegevens.
err-shared-in-store-todo = Kies een andere map, liefst een lege in de map van je clouddienst of op de schijf die jullie delen.
err-store-carried = Deze map wordt meegenomen door { $carrier }. Daar kan Kringboek je gegevens niet veilig bewaren: ze zouden gekopieerd worden terwijl ze open zijn.
err-store-carried-todo = Zet de gegevens in een gewone map op deze laptop. Met de anderen gelijk blijven doe je met pakketten of een gedeelde map, bij Uitwisselen.
err-store-broken = De gegevens van een kring op deze laptop zijn beschadigd en gaan niet open.
err-store-broken-todo = Zet de back-up van { $day } terug. Wat je daarna met de kring deelde, komt terug met de volgende pakketten. De beschadigde gegevens blijven bewaard.
err-store-broken-alone = De gegevens van een kring op deze laptop zijn beschadigd, en er is geen goede back-up.
err-store-broken-alone-todo = Vraag de coördinator om je opnieuw toe te laten, of zet een kopie van de hele map terug als je die hebt.
err-no-backup = Deze back-up is er niet meer.
err-no-backup-todo = Kies een andere back-up uit de lijst.
err-nothing-to-restore = Er is niets om terug te zetten.
err-nothing-to-restore-todo = Zet een kopie van de hele map terug als je die hebt, of vraag de coördinator om je opnieuw toe te laten.
err-unknown-command = De opdracht { $name } bestaat niet.
err-unknown-command-todo = Bekijk met 'kringboek commands' welke opdrachten er zijn.
err-input = De invoer klopt niet: { $detail }.
err-input-todo = Bekijk met 'kringboek commands' wat de opdracht nodig heeft.
err-not-found = { $kind } { $id } is hier niet, of ligt in de prullenbak.
err-not-found-todo = Kijk in de lijst of in de prullenbak.
err-invalid = Het veld { $field } klopt niet: { $reason }.
err-invalid-todo = Pas dit veld aan en probeer het opnieuw.
err-not-allowed = Met jouw recht in de kring kan dit niet ({ $kind }).
err-not-allowed-todo = Vraag de coördinator of de secretaris om het te doen.
err-no-file = Er is geen bestand gekozen.
err-no-file-todo = Kies een bestand of een plek om het te bewaren.
err-cancelled = Je hebt dit gestopt. Er is niets veranderd.
err-cancelled-todo = Begin opnieuw wanneer je wilt.
err-document = Het document kon niet worden gemaakt.
err-document-todo = Probeer een ander soort document, en meld dit.
err-wrong-secret = De wachtwoordzin of sleutel is niet juist.
err-wrong-secret-todo = Probeer het opnieuw. Weet je hem niet meer? Gebruik dan de herstelsleutel op papier.
err-not-wrapped = Deze manier van openen is hier niet ingesteld.
err-not-wrapped-todo = Gebruik je wachtwoordzin of de herstelsleutel.
err-out-of-memory = De computer heeft te weinig vrij geheugen.
err-out-of-memory-todo = Sluit andere programma's en probeer het opnieuw.
err-engine = Een wijziging kon niet worden verwerkt. Er is niets verloren.
err-engine-todo = Start Kringboek opnieuw, en meld dit.
err-no-space = Er is te weinig ruimte op de schijf: { $needed } MB nodig, { $free } MB vrij. Er is niets veranderd.
err-no-space-todo = Maak ruimte vrij, of kies een andere map, en probeer het opnieuw.
err-disk-full = De schijf is vol. Er is niets half bewaard.
err-disk-full-todo = Maak ruimte vrij en probeer het opnieuw.
err-no-store = In deze map staat geen kring.
err-no-store-todo = Kies een andere map, of begin een kring.
err-folder-not-empty = Deze map is niet leeg.
err-folder-not-empty-todo = Kies een lege of nieuwe map.
err-store-locked = Deze kring is al open in een ander programma (proces { $holder }).
err-store-locked-todo = Sluit dat eerst, en probeer het dan opnieuw.
err-wrong-key = Deze sleutel past niet op deze kring.
err-wrong-key-todo = Gebruik het sleutelbestand dat bij deze map hoort.
err-store-newer = Deze kring is bewaard door een nieuwere versie van Kringboek.
err-store-newer-todo = Werk Kringboek bij.
err-old-sqlite = Dit onderdeel van Kringboek is te oud om veilig te zijn.
err-old-sqlite-todo = Installeer Kringboek opnieuw.
err-store-damaged = De gegevens op deze laptop zijn beschadigd.
err-store-damaged-todo = Zet een back-up terug. Vraag daarna een volledig pakket van een andere deelnemer.
err-store = De gegevens konden niet worden gelezen of bewaard.
err-store-todo = Probeer het opnieuw. Blijft het misgaan, meld dit dan.
err-file-system = Een bestand kon niet worden gelezen of geschreven.
err-file-system-todo = Kijk of de map er is en of je erin mag schrijven.
err-last-coordinator = Dan heeft de kring geen coördinator meer.
err-last-coordinator-todo = Maak eerst iemand anders coördinator.
err-device-gone = Deze laptop hoort niet bij de kring.
err-device-gone-todo = Kijk bij Mensen welke laptops er nog bij horen.
err-not-out = Deze persoon hoort al bij de kring, of deed nooit mee met een laptop.
err-not-out-todo = Kijk bij Mensen hoe het ervoor staat. Wie nog geen laptop had, nodig je uit.
err-no-successor = Deze persoon kan geen coördinator worden.
err-no-successor-todo = Kies iemand anders die meedoet met een eigen laptop.
err-other-circle-key = Deze kringsleutel hoort bij een andere kring.
err-other-circle-key-todo = Kijk op het papier bij welke kring de sleutel hoort.
err-circle-ended = Deze kring is afgesloten. Er verandert niets meer aan.
err-circle-ended-todo = Lezen, zoeken en documenten maken kan nog wel.
err-not-parked = Deze wijzigingen staan niet apart, of gaan verder dan de maker ooit mocht.
err-not-parked-todo = Kijk opnieuw in de lijst met wijzigingen die apart staan.
err-not-an-invitation = Dit is geen uitnodiging, of ze is niet heel.
err-not-an-invitation-todo = Vraag de coördinator om een nieuwe uitnodiging.
err-six-words = Een uitnodiging open je met precies zes woorden.
err-six-words-todo = Typ alle zes de woorden, met een spatie ertussen.
err-unknown-word = Woord { $place } komt in geen enkele uitnodiging voor.
err-unknown-word-todo = Vraag hoe je dat woord schrijft en typ het opnieuw.
err-invitation-foreign = Deze uitnodiging is niet door een coördinator van deze kring gemaakt.
err-invitation-foreign-todo = Laat niemand toe met deze kaart. Bel de nieuwe deelnemer en maak zelf een uitnodiging.
err-invitation-used = Met deze uitnodiging is al iemand binnengekomen.
err-invitation-used-todo = Bel de nieuwe deelnemer. Klopt het niet, haal dan bij Mensen de laptop die binnenkwam uit de kring.
err-invitation-withdrawn = Deze uitnodiging is ingetrokken.
err-invitation-withdrawn-todo = Maak een nieuwe uitnodiging als iemand toch mee mag doen.
err-invitation-expired = Deze uitnodiging is ouder dan 30 dagen.
err-invitation-expired-todo = Maak een nieuwe uitnodiging. De nieuwe deelnemer opent die en stuurt een nieuwe kaart.
err-answer-elsewhere = Dit antwoord is van een andere kring dan je uitnodiging.
err-answer-elsewhere-todo = Bel de coördinator die je uitnodigde. Doe niet mee met dit bestand.
err-package-too-old = Dit pakket gaat hier niet open. Het is niet voor deze laptop, of het is ouder dan 180 dagen: de sleutel daarvan is vernietigd.
err-package-too-old-todo = Vraag de afzender om een nieuw pakket.

## Velden en hun waarden in woorden
field-title = titel
field-name = naam
field-body = tekst
field-text = tekst
field-known = wat we weten
field-unknown = wat we nog niet weten
field-summary = samenvatting
field-goals = doelen
field-date = datum
field-due = wanneer klaar
field-starts = begin
field-ends = einde
field-place = plaats
field-purpose = doel
field-attachments = bijlagen
field-owner = wie het doet
field-state = stand
field-role = rol
field-organisation = organisatie
field-email = mailadres
field-attendance = aanwezigheid
field-theme = thema
field-chair = voorzitter
field-minute_taker = notulist
field-feedback = terugkoppeling
field-finding = bevinding
field-review_date = datum van herziening
field-number = nummer
field-of = aantal bijeenkomsten
field-agenda = volgorde van de agenda
field-meeting = bijeenkomst
field-parent = hoort bij
field-kind = soort
field-minutes = minuten
field-statement = stelling
field-item = agendapunt
field-postponed = uitgesteld
field-subject = gaat over
field-aliases = andere namen
field-csl_type = soort publicatie
field-authors = auteurs
field-editors = redactie
field-issued = verschenen
field-container_title = verschenen in
field-publisher = uitgever
field-publisher_place = plaats van uitgave
field-volume = jaargang
field-issue = nummer van het tijdschrift
field-pages = bladzijden
field-edition = druk
field-doi = DOI
field-isbn = ISBN
field-url = webadres
field-accessed = geraadpleegd
field-language = taal
field-abstract_text = samenvatting van de auteurs
field-keywords = trefwoorden
field-retracted = ingetrokken
field-themes = thema’s
field-meetings = bijeenkomsten
field-supersedes = vervangt
field-study = onderzoek
field-stance = keuze
field-basis = basis
field-page = bladzijde
field-from = van wie
field-consent = toestemming
field-former_names = eerdere namen
field-meetings_planned = geplande bijeenkomsten
field-organisations = organisaties
field-versions = formuleringen
field-rule = regel
field-leader = wie de ronde leidt
field-round = ronde
field-version = formulering
field-holder = van wie het standpunt is
field-recorded_by = opgeschreven door
field-proof = hoe we dit weten
field-positions = standpunten
field-series = reeks
field-year = jaar
field-key = plek
field-sides = versies
field-erasure = wissing
field-keys = sleutels
field-other = een ander gegeven
value-yes = ja
value-gone = (is er niet meer)
value-present = aanwezig
value-absent_with_notice = afwezig met kennisgeving
value-absent_without_notice = afwezig zonder kennisgeving
value-open = open
value-done = gedaan
value-dropped = vervallen
value-supports = ondersteunt
value-nuances = nuanceert
value-contradicts = spreekt tegen
value-science = wetenschap
value-practice = praktijk
value-experience = ervaring
value-with_name = met naam
value-without_name = zonder naam
value-not_in_minutes = niet in het verslag
value-agree = instemming
value-agree_with_reservation = voorbehoud
value-object = bezwaar
value-no_opinion = geen mening
value-care_provider = zorgaanbieder
value-family_home_network = gezinshuisorganisatie
value-knowledge_institute = kennisinstituut
value-fund = fonds
value-youth_council = jongerenraad
value-government = overheid
value-other = anders
value-procedure = huishoudelijk
value-information = informatie
value-discussion = gesprek
value-decision = besluit
value-statement = stelling

## Geschiedenis
history-made = Gemaakt
history-changed = { $fields } aangepast
history-field = { $field } ({ $count ->
    [one] 1 plek
   *[other] { $count } plekken
 })
history-form = { $field } (vorm)
history-order = { $field } (volgorde)
history-trashed = In de prullenbak gelegd
history-untrashed = Uit de prullenbak gehaald
history-not-counted = Telt niet mee, want deze persoon mocht dit niet wijzigen
change-made = { $kind } gemaakt
change-changed = { $kind } aangepast

## Wissen
change-erased = { $kind } gewist
erase-what = Alles wat ooit in dit gegeven stond gaat weg, met { $count ->
    [one] zijn ene versie
   *[other] alle { $count } versies
 }. Ook in zoeken is het niet meer te vinden.
erase-attachments = { $count ->
    [one] Ook de bijlage gaat weg.
   *[other] Ook de { $count } bijlagen gaan weg.
 }
erase-links = { $count ->
    [one] Eén ander gegeven verwijst ernaar. Die verwijzing blijft staan, maar wijst naar niets meer.
   *[other] { $count } andere gegevens verwijzen ernaar. Die verwijzingen blijven staan, maar wijzen naar niets meer.
 }
erase-travels = Met je volgende pakket verdwijnt het ook bij de anderen. Elke laptop bevestigt dat.
erase-beyond-files = Pakketten en documenten die al verstuurd, bewaard of afgedrukt zijn, kan Kringboek niet wissen.
erase-beyond-laptops = Een laptop die nooit meer een pakket inleest, houdt wat er was.
erase-beyond-backups = In back-ups van vóór vandaag staat het nog hooguit vier weken, versleuteld. Wie zo’n back-up terugzet, krijgt het niet te zien.
erase-count = { $count ->
    [one] 1 { $kind }
   *[other] { $count } × { $kind }
 }
erase-confirmed = { $confirmed } van { $laptops } bevestigd
erase-report = Verslag van een wissing
erase-report-what = Wat is gewist
erase-report-confirmed = Laptops die hebben bevestigd dat er niets meer van over is
erase-report-waiting = Laptops die nog niet hebben bevestigd
erase-report-beyond = Wat Kringboek niet kan bereiken
erase-report-when = Gewist op
erase-report-by = Door
erase-report-state = Stand

## Logboek van deze laptop
journal-unlock = Geopend.
journal-incarnation = Deze laptop begon een nieuwe reeks, omdat de gegevens zijn teruggezet of verplaatst.
journal-passphrase = Wachtwoordzin gewijzigd.
journal-import = Pakket { $number } { $known ->
    [yes] van { $name } overgenomen.
   *[no] overgenomen.
 }
journal-export = Pakket { $number } gemaakt.
journal-document = Samenvatting gemaakt.
journal-attachment = Bijlage bewaard buiten Kringboek.
journal-attachments_wait = Bijlagen konden nog niet worden teruggezet.
journal-refusal = Een bestand is geweigerd. { $why }
journal-quarantine = Een pakket is apart gezet: de afzender is niet bekend.
journal-undo-import = Overnemen van pakket { $number } ongedaan gemaakt.
journal-quarantine-removed = Een apart gezet pakket is verwijderd.
journal-erase = Iets voorgoed gewist.
journal-erasure_waits = Wissen is nog niet klaar: de schijf is te vol. Kringboek probeert het bij de volgende start opnieuw.
journal-invitation = Iemand uitgenodigd.
journal-invited = Een uitnodiging geopend.
journal-restore = De back-up van { $day } teruggezet.
journal-other = Iets dat een nieuwere versie van Kringboek opschreef.

## Soorten gegevens
kind-circle = kring
kind-member = deelnemer
kind-organisation = organisatie
kind-meeting = bijeenkomst
kind-agenda_item = agendapunt
kind-note = aantekening
kind-decision = besluit
kind-action = actiepunt
kind-theme = thema
kind-question = kennisvraag
kind-statement = stelling
kind-statement_version = formulering
kind-round = ronde
kind-position = standpunt
kind-closing = sluiting van een ronde
kind-confirmation = bevestiging
kind-agreement = afspraak
kind-study = onderzoek
kind-finding = bevinding
kind-evidence = onderbouwing
kind-key_figure = kerncijfer
kind-factsheet = factsheet
kind-paper = notitie
kind-study_overview = overzicht van onderzoeken
kind-knowledge_agenda = kennisagenda
kind-contribution = inbreng
kind-adoption = vaststelling
kind-numbering = nummer
kind-review = keuze na samenvoegen
kind-receipt = ontvangstbewijs
kind-programme = kennisprogramma
kind-unknown = gegeven

## Waarom een veld niet klopt
reason-empty = er is niets ingevuld
reason-too-long = de tekst is te lang
reason-line-break = er staat een regeleinde of stuurteken in
reason-mark-outside-text = een markering valt buiten de tekst
reason-stance-needs-text = een voorbehoud of bezwaar heeft een toelichting nodig
reason-end-before-start = het einde ligt voor het begin
reason-out-of-range = het getal valt buiten de grenzen
reason-not-an-address = dit is geen webadres
reason-twice = iets staat er dubbel in

## Rollen
role-coordinator = coördinator
role-secretary = secretaris
role-family_home_parent = gezinshuisouder
role-organisation_representative = vertegenwoordiger van een organisatie
role-researcher = onderzoeker
role-experience_expert = ervaringsdeskundige
role-guest = gast

## Handelingen, zoals ongedaan maken ze noemt
operation-found_circle = Kring begonnen
operation-change_circle = Kring aangepast
operation-approve_member = Deelnemer toegelaten
operation-set_right = Recht aangepast
operation-remove_member = Deelnemer uit de kring gehaald
operation-remove_device = Laptop uit de kring gehaald
operation-bring_back_member = Deelnemer teruggehaald
operation-hand_over = Coördinatie overgedragen
operation-use_circle_key = Met de kringsleutel besloten
operation-rotate_key = Sleutel van deze laptop vernieuwd
operation-close_circle = Kring afgesloten
operation-admit_segments = Wijzigingen alsnog overgenomen
operation-withdraw_invitation = Uitnodiging ingetrokken
operation-share_notes = Aantekeningen gedeeld met de kring
operation-add_member = Deelnemer toegevoegd
operation-change_member = Deelnemer aangepast
operation-add_organisation = Organisatie toegevoegd
operation-change_organisation = Organisatie aangepast
operation-create_meeting = Bijeenkomst gemaakt
operation-change_meeting = Bijeenkomst aangepast
operation-add_agenda_item = Agendapunt toegevoegd
operation-change_agenda_item = Agendapunt aangepast
operation-move_agenda_item = Agendapunt verplaatst
operation-record_attendance = Aanwezigheid bijgehouden
operation-add_contribution = Inbreng toegevoegd
operation-change_contribution = Inbreng aangepast
operation-write_note = Aantekening geschreven
operation-change_note = Aantekening aangepast
operation-share_note = Aantekening gedeeld met de kring
operation-record_decision = Besluit vastgelegd
operation-change_decision = Besluit aangepast
operation-add_action = Actiepunt toegevoegd
operation-change_action = Actiepunt aangepast
operation-create_theme = Thema gemaakt
operation-change_theme = Thema aangepast
operation-add_statement = Stelling toegevoegd
operation-reword_statement = Stelling anders geformuleerd
operation-add_evidence = Onderbouwing toegevoegd
operation-change_evidence = Onderbouwing aangepast
operation-open_round = Ronde geopend
operation-give_position = Standpunt gegeven
operation-record_position = Standpunt genoteerd voor een ander
operation-close_round = Ronde gesloten
operation-add_study = Onderzoek toegevoegd
operation-change_study = Onderzoek aangepast
operation-link_study = Onderzoek gekoppeld
operation-attach_files = Bijlage toegevoegd
operation-remove_attachment = Bijlage weggehaald
operation-import_studies = Onderzoeken ingelezen
operation-resolve_review = Keuze gemaakt na samenvoegen
operation-restore_version = Eerdere versie teruggezet
operation-erase_record = Voorgoed gewist
operation-clean_record = Geschiedenis gewist
operation-trash_record = In de prullenbak gelegd
operation-restore_record = Uit de prullenbak gehaald
operation-undo = Ongedaan gemaakt
operation-redo = Opnieuw gedaan

## Zoeken, uitwisselen, voortgang
search-why-title = in de titel
search-why-statement = in de stelling of het besluit
search-why-body = in de tekst
package-name = { $date } { $circle } – van { $name } (pakket { $number })
package-name-part = { $date } { $circle } – van { $name } (pakket { $number }, deel { $part } van { $parts })
summary-file-name = sessiesamenvatting
card-name = Kaart van { $name }
meeting-number = Bijeenkomst { $number }
share-subject = { $circle }: nieuws van { $name }
share-body = Hallo,

    Hierbij een pakket van { $circle }{ $count ->
        [one] {":"}
       *[other] {" "}in { $count } bestanden. Openen mag in elke volgorde:
    }
    { $file }

    Bewaar de bijlage en open die met Kringboek. Alleen wie in de kring zit, kan het lezen.

    Groet, { $name }
import-nothing-new = Niets nieuws in pakket { $number } van { $name }.
import-summary = Pakket { $number } van { $name }: { $new } nieuw, { $known } bekend, { $apart } apart gezet.
import-attachments = { $count ->
    [one] Er kwam één bijlage mee.
   *[other] Er kwamen { $count } bijlagen mee.
 }
someone = iemand
gap = Er ontbreekt nog iets van { $name }: { $missing } { $missing ->
    [one] wijziging
   *[other] wijzigingen
 }{ $where }. Vraag een nieuw pakket.
gap-undone = Van { $name } heb je { $missing } { $missing ->
    [one] wijziging
   *[other] wijzigingen
 } niet, omdat je het overnemen ongedaan maakte{ $where }. Neem het pakket opnieuw over als je ze toch wilt.
gap-packages = {" "}(pakket { $numbers })
gap-parts = {" "}(pakket { $number } van { $name }, deel { $parts } van { $of })
ask-subject = { $circle }: ik mis nog iets
ask-body = Dag { $asked },

    In { $circle } mis ik nog wijzigingen:

    { $missing }

    Wil je me een nieuw pakket sturen? Kies in Kringboek bij Uitwisselen ‘Alles opnieuw meegeven’.

    Groet, { $name }
import-state-differs = Let op: jullie zien niet hetzelfde, terwijl alles er is. Laat Kringboek de gegevens nakijken.
progress-merge = Wijzigingen verwerken
progress-packages = Pakketten overnemen
progress-pack = Pakket inpakken
progress-write = Pakket opslaan en nakijken
progress-studies = Onderzoeken inlezen
progress-attach = Bijlage opslaan
progress-attachments = Bijlagen inpakken
progress-attachments-in = Bijlagen overnemen
progress-save-attachment = Bijlage bewaren
progress-check = Gegevens nakijken
progress-shared = Gedeelde map lezen
progress-sample = Voorbeeldkring wordt klaargezet
attachment-unnamed = bijlage
attachment-saved = De bewaarde kopie is niet versleuteld: wie bij het bestand kan, kan het lezen.
holder-unconfirmed = { $name } (nog niet bevestigd)
holder-after-closing = { $name } (na sluiting)

## De gedeelde map
shared-new = Kringboek kijkt in de map zodra het kan.
shared-fine = Alles uit de map is gelezen, en wat jij schreef staat erin.
shared-gone = De map is er nu niet.
shared-gone-todo = Steek de stick erin of zet de clouddienst aan; dan gaat het vanzelf verder. Is de map verplaatst of leeggemaakt, kies hem dan opnieuw. Er is niets kwijt.
shared-read-only = Kringboek mag niet in deze map schrijven. Wat anderen schreven, is wel gelezen.
shared-read-only-todo = Vraag wie de map beheert om schrijfrecht, of kies een andere map. Tot dan kun je een pakket mailen.
shared-full = De schijf waarop de map staat, is vol. Wat anderen schreven, is wel gelezen.
shared-full-todo = Maak ruimte, of vraag het wie de map beheert. Daarna gaat het vanzelf verder.
carrier-onedrive = OneDrive
carrier-dropbox = Dropbox
carrier-google-drive = Google Drive
carrier-icloud = iCloud
carrier-nextcloud = Nextcloud
carrier-syncthing = Syncthing
carrier-cloud = een clouddienst
carrier-network = een netwerkschijf

## Teruggaan naar een back-up
restore-day = Je gaat terug naar hoe het was op { $day }, toen de back-up werd gemaakt.
restore-same = Er verandert niets: alles is nog zoals toen.
restore-gone = Dit gaat weg, want het is van daarna: { $list }.
restore-back = Dit komt terug uit de prullenbak: { $list }.
restore-earlier = Dit wordt weer zoals het toen was: { $list }.
restore-private = { $count ->
    [one] 1 daarvan is privé. Dat komt met geen enkel pakket terug.
   *[other] { $count } daarvan zijn privé. Die komen met geen enkel pakket terug.
 }
restore-returns = Wat je al met de kring deelde, komt terug met de volgende pakketten. Voor de anderen verandert er niets.
restore-keeps = Wat er nu staat, wordt eerst zelf een back-up.
restore-line = { $kind } ‘{ $title }’ { $turn ->
    [gone] gaat weg
    [back] komt terug
   *[earlier] wordt zoals toen
 }

## Wat twee mensen tegelijk deden
clash-you = jij
clash-and = en
clash-changed = { $names } pasten dit tegelijk aan.
clash-thrown = In de prullenbak gelegd door { $thrower }, en tegelijk aangepast door { $changer }. Het ligt nu in de prullenbak.
clash-removed = Weggehaald door { $thrower }, en tegelijk aangepast door { $changer }. Het staat er nu niet.
clash-moved = { $names } zetten ‘{ $item }’ tegelijk op een andere plek.
clash-reordered = { $names } veranderden tegelijk de volgorde.
clash-did-changed = Paste het aan.
clash-did-thrown = Legde het in de prullenbak.
clash-did-removed = Haalde het weg.
clash-did-first = Zette ‘{ $item }’ vooraan.
clash-did-after = Zette ‘{ $item }’ na ‘{ $other }’.
clash-did-out = Haalde ‘{ $item }’ eruit.
clash-take = { $own ->
    [yes] Neem mijn versie
   *[no] Neem de versie van { $name }
 }
clash-take-order = { $own ->
    [yes] Neem mijn volgorde
   *[no] Neem de volgorde van { $name }
 }
clash-leave-thrown = Laat in de prullenbak
clash-leave-removed = Laat het weg
clash-back-thrown = { $own ->
    [yes] Zet terug, met mijn aanpassing
   *[no] Zet terug, met de aanpassing van { $name }
 }
clash-back-removed = { $own ->
    [yes] Zet terug zoals ik het schreef
   *[no] Zet terug zoals { $name } het schreef
 }

## Demo
demo-usage = Noem één map: demo MAP.
demo-folder-taken = De map { $folder } bestaat al en is geen demo. Kies een andere map.
demo-failed = De demo is gestopt: { $why }
demo-founded = { $name } begint de kring { $circle }.
demo-joined = { $name } doet mee. Controlewoorden: { $words }.
demo-programme = Annelies zet organisaties, deelnemers, thema’s en zes bijeenkomsten klaar.
demo-agenda = Annelies maakt de agenda van bijeenkomst 4, met stellingen en rondes.
demo-evidence = Çağlar koppelt onderzoeken aan thema’s, bijeenkomst en stellingen: voor en tegen.
demo-practice = Bas schrijft praktijkkennis op, en een aantekening die op zijn laptop blijft.
demo-meeting = Bijeenkomst 4: Annelies noteert aanwezigheid, gesprek, besluiten, acties en inbreng.
demo-rewording = Annelies past een alinea van de aantekeningen aan.
demo-positions-parent = Bas past dezelfde alinea aan en geeft zijn standpunten.
demo-positions-researcher = Çağlar geeft zijn standpunten.
demo-review = { $name } ziet dat twee mensen dezelfde alinea aanpasten, en houdt beide.
demo-closing = Annelies sluit de rondes.
demo-outcome = “{ $text }” – { $reason }
demo-equal = De drie laptops zijn gelijk.
demo-states-differ = De laptops zijn niet gelijk.
demo-documents = De sessiesamenvatting staat hier:

## Vellen met sleutels, om te bewaren op papier
key-sheet-title = Sleutels van Kringboek
key-sheet-file-name = Sleutels van Kringboek
key-sheet-made = Gemaakt op { $date }
key-sheet-key = De sleutel
key-sheet-keep = Zo bewaar je dit vel
key-sheet-use = Zo gebruik je de sleutel
key-sheet-no-copy = Kringboek heeft geen kopie van deze sleutel. Is dit vel weg, dan kan niemand hem terughalen.
key-sheet-keep-no-photo = Maak er geen foto of scan van, en mail hem niet.
key-sheet-recovery-title = Herstelsleutel
key-sheet-recovery-purpose = Met deze sleutel open je je kring op deze ene laptop als je je wachtwoordzin niet meer weet.
key-sheet-recovery-keep-where = Bewaar dit vel thuis, niet bij je laptop: bij je paspoort bijvoorbeeld.
key-sheet-recovery-keep-who = Wie dit vel en je laptop heeft, kan alles lezen. Geef het aan niemand.
key-sheet-recovery-use = Kies bij het ontgrendelen “Wachtwoordzin vergeten?” en typ de sleutel over. Hoofdletters, spaties en streepjes maken niet uit. Daarna kies je een nieuwe wachtwoordzin.
key-sheet-authority-title = Kringsleutel
key-sheet-authority-purpose = Met deze sleutel krijgt de kring weer een coördinator als alle coördinatoren hun laptop kwijt zijn.
key-sheet-authority-keep-where = Bewaar dit vel bij de organisatie die de kring begon, in een gesloten envelop in een kluis of afgesloten kast.
key-sheet-authority-keep-who = Laat twee mensen weten waar de envelop ligt. Bewaar hem niet bij de herstelsleutel.
key-sheet-authority-use = De sleutel opent geen laptop en laat niets lezen. Heb je hem ooit nodig, typ hem dan over in Kringboek op de laptop van de nieuwe coördinator.

## Wie erbij hoort: wat aandacht vraagt
advice-closed = Deze kring is afgesloten. Lezen en documenten maken kan nog; wijzigen niet meer.
advice-out = Jij doet niet meer mee met deze kring. Wat hier al stond, kun je nog lezen. Wat je nu schrijft, komt bij niemand aan. Klopt dit niet, bel dan een coördinator.
advice-suspended = { $name } en een andere coördinator haalden elkaar tegelijk uit de kring. Daarom doet geen van beiden nu mee. Een andere coördinator of de kringsleutel beslist wie terugkomt.
advice-no-coordinator = De kring heeft geen coördinator. Met de kringsleutel, het vel dat de oprichter bewaart, wijs je een nieuwe aan.
advice-second-coordinator = Jij bent de enige coördinator. Maak iemand anders ook coördinator, dan loopt de kring door als jouw laptop wegvalt.
advice-key-due = De sleutel van deze laptop is ouder dan een jaar. Vernieuw hem.
invitation-name = Uitnodiging voor { $name }

## Hoeveel van wat
exchange-count-nothing-to-read = kleine wijzigingen
exchange-count-more = nog { $count } andere
exchange-count-unknown = { $count ->
    [one] 1 ander stuk
   *[other] { $count } andere stukken
 }
exchange-count-circle = gegevens van de kring
exchange-count-member = { $count ->
    [one] 1 deelnemer
   *[other] { $count } deelnemers
 }
exchange-count-organisation = { $count ->
    [one] 1 organisatie
   *[other] { $count } organisaties
 }
exchange-count-meeting = { $count ->
    [one] 1 bijeenkomst
   *[other] { $count } bijeenkomsten
 }
exchange-count-agenda_item = { $count ->
    [one] 1 agendapunt
   *[other] { $count } agendapunten
 }
exchange-count-note = { $count ->
    [one] 1 aantekening
   *[other] { $count } aantekeningen
 }
exchange-count-decision = { $count ->
    [one] 1 besluit
   *[other] { $count } besluiten
 }
exchange-count-action = { $count ->
    [one] 1 actiepunt
   *[other] { $count } actiepunten
 }
exchange-count-theme = { $count ->
    [one] 1 thema
   *[other] { $count } thema’s
 }
exchange-count-statement = { $count ->
    [one] 1 stelling
   *[other] { $count } stellingen
 }
exchange-count-round = { $count ->
    [one] 1 ronde
   *[other] { $count } rondes
 }
exchange-count-position = { $count ->
    [one] 1 standpunt
   *[other] { $count } standpunten
 }
exchange-count-study = { $count ->
    [one] 1 onderzoek
   *[other] { $count } onderzoeken
 }
exchange-count-evidence = { $count ->
    [one] 1 onderbouwing
   *[other] { $count } onderbouwingen
 }
exchange-count-contribution = { $count ->
    [one] 1 inbreng
   *[other] { $count } keer inbreng
 }
