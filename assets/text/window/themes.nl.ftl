### Thema’s, stellingen, rondes en standpunten.

## De lijst
themes-add = Thema toevoegen
themes-new = nieuw
themes-counts = { $statements ->
    [one] 1 stelling
   *[other] { $statements } stellingen
 } · { $agreed } afgesproken
themes-counts-none = nog geen stellingen
themes-counts-asked = ronde loopt
themes-counts-asks-you = wacht op jou
themes-choose = Kies een thema
themes-choose-text = Links staan de thema’s van de kring. Bij elk thema lees je wat we weten, wat nog niet, en wat we afspraken.
themes-empty = Nog geen thema’s
themes-empty-text = Een thema is een onderwerp waar de kring over praat, zoals continuïteit of matching. Begin met het thema van de eerste bijeenkomst.

## Een thema
themes-menu = Meer over dit thema
themes-change = Thema wijzigen
themes-added = Thema toegevoegd.
themes-changed = Thema gewijzigd.
themes-name = Naam
themes-name-missing = Geef het thema een naam.
themes-aliases = Andere namen
themes-aliases-hint = Zet een komma tussen de namen. Zoeken vindt het thema ook hiermee.
themes-parent = Valt onder
themes-no-parent = Geen ander thema
themes-review-date = Opnieuw bekijken op
themes-review-date-hint = Vanaf deze dag laat Kringboek zien dat de tekst misschien verouderd is.
themes-also = Ook wel: { $names }
themes-part-of = Valt onder
themes-review = Opnieuw bekijken op { $date }
themes-review-passed = mogelijk verouderd
themes-known = Wat weten we
themes-known-hint = Schrijf hier wat de kring weet, uit praktijk en onderzoek.
themes-unknown = Wat weten we nog niet
themes-unknown-hint = Schrijf hier de vragen die nog openstaan.
themes-held = Iemand anders veranderde deze tekst ook. Je ziet die versie als je klaar bent met typen.
themes-untitled = Zonder titel
themes-occurs-in = Komt voor in

## Stellingen
themes-add-statement = Stelling toevoegen
themes-no-statements = Een stelling is één zin waar de kring het over eens wil worden. Er is er nog geen bij dit thema.
themes-statement-text = Stelling
themes-statement-hint = Schrijf één zin waar je het mee eens of oneens kunt zijn.
themes-statement-missing = Schrijf de stelling op.
themes-statement-same = Dit is nog dezelfde tekst. Pas de woorden aan.
themes-statement-added = Stelling toegevoegd.
themes-statement-menu = Meer over deze stelling
themes-at-meeting = Bij bijeenkomst
themes-no-meeting = Geen bijeenkomst
themes-meeting = Bijeenkomst { $number }
themes-reword = Anders verwoorden
themes-reword-do = Nieuwe tekst gebruiken
themes-reword-means = Wat mensen al vonden, blijft bij de oude tekst staan. Over de nieuwe tekst open je een nieuwe ronde.
themes-reworded = De stelling is anders verwoord.
themes-rivals = Twee mensen verwoordden deze stelling tegelijk anders. Hierboven staat de tekst die nu geldt. De andere tekst is:
themes-no-round = Nog geen ronde
themes-no-round-text = Er is nog niet gevraagd wat de kring hiervan vindt. Open een ronde, dan kan iedereen een standpunt geven.
themes-reworded-since = De tekst is veranderd na de laatste ronde. Over deze woorden gaf nog niemand een standpunt.
themes-round-running = Ronde loopt, { $count ->
    [one] 1 standpunt
   *[other] { $count } standpunten
 }
themes-asks-you = vraagt jouw standpunt
themes-history = Eerder
themes-wording = Tekst { $number }:
themes-earlier-rounds = Eerdere rondes over deze tekst

## Hoe de kring ervoor staat
themes-stand = Hoe staan we ervoor
themes-round-open = De ronde loopt nog
themes-so-far = Tot nu toe: { $reason }
themes-no-positions = Nog niemand gaf een standpunt.
themes-agree-count = { $count ->
    [0] Niemand stemt in zonder voorbehoud.
    [one] 1 deelnemer stemt in.
   *[other] { $count } deelnemers stemmen in.
 }
themes-dissent = Voorbehoud en bezwaar
themes-no-dissent = Niemand heeft een voorbehoud of bezwaar.
themes-recorded-by = Genoteerd door { $name }
themes-ask-holder = { $name } gaf twee verschillende standpunten. Het strengste telt, tot { $name } zegt welk geldt.
themes-late = Na sluiting
themes-late-text = Deze standpunten kwamen nadat de ronde was gesloten. Ze tellen niet mee in de uitkomst.
themes-earlier-positions = { $count ->
    [one] 1 eerder standpunt
   *[other] { $count } eerdere standpunten
 }
themes-waiting-for = Nog geen standpunt van: { $names }

## Een ronde openen en sluiten
themes-open-round = Ronde openen
themes-open-round-text = Kies nu wanneer de kring het eens is. Daarna verandert de regel niet meer.
themes-rule = Regel
themes-rule-consent = Consent
themes-rule-consent-means = We zijn het eens als niemand een bezwaar heeft. Een voorbehoud mag.
themes-rule-threshold = Drempel
themes-rule-threshold-means = We zijn het eens als genoeg mensen instemmen en weinig mensen bezwaar hebben.
themes-rule-unanimous = Eenstemmig
themes-rule-unanimous-means = We zijn het eens als iedereen instemt. Een voorbehoud mag.
themes-threshold-agree = Minstens zoveel % instemming
themes-threshold-object = Minder dan zoveel % bezwaar
themes-threshold-positions = Minstens zoveel standpunten
themes-percent-wrong = Vul een heel getal in van 1 tot en met 100.
themes-count-wrong = Vul een heel getal in van 1 of meer.
themes-round-opened = Ronde geopend.
themes-close-round = Ronde sluiten
themes-close-counts = { $count ->
    [one] 1 standpunt telt mee.
   *[other] { $count } standpunten tellen mee.
 }
themes-close-means = Een standpunt dat later komt, staat erbij als “na sluiting” en verandert de uitkomst niet.
themes-round-closed = Ronde gesloten.

## Een standpunt geven
themes-asked-of-you = De kring vraagt wat jij van deze stelling vindt.
themes-my-position = Jouw standpunt
themes-give-position = Standpunt geven
themes-change-position = Standpunt wijzigen
themes-position-given = Je standpunt is opgeslagen.
themes-you-gave-two = Er staan twee verschillende standpunten van jou, van verschillende laptops. Het strengste telt nu. Geef opnieuw je standpunt, dan geldt dat.
themes-recorded-for-you = { $name } schreef dit namens jou op. Geef zelf je standpunt, dan geldt dat.
themes-choose-stance = Kies een van de vier.
themes-meaning-agree = Ik sta hierachter.
themes-meaning-agree-with-reservation = Ik ga mee, met een kanttekening die erbij hoort te staan.
themes-meaning-object = Ik kan hier niet in meegaan, en ik zeg waarom.
themes-meaning-no-opinion = Ik weet dit niet of laat het aan anderen. Dit telt niet mee.
themes-say-why = Schrijf op waarom
themes-say-why-hint = Je woorden worden altijd afgedrukt, ook in de samenvatting.
themes-say-why-missing = Schrijf op waarom. Zonder uitleg kan de kring er niets mee.
themes-explain = Toelichting
themes-earlier-stays = Je eerdere standpunt blijft zichtbaar bij de eerdere standpunten.
themes-no-open-round = Hier loopt geen ronde
themes-no-open-round-text = De ronde is gesloten, of de stelling is anders verwoord.
themes-to-statement = Naar de stelling

## Namens iemand vastleggen
themes-record-position = Namens iemand vastleggen
themes-record-do = Vastleggen
themes-record-means = Dit staat erbij als “nog niet bevestigd”. Geeft de deelnemer zelf een standpunt, dan geldt dat.
themes-holder = Van wie
themes-choose-holder = Kies een deelnemer
themes-holder-missing = Kies van wie dit standpunt is.
themes-their-position = Standpunt
themes-their-words = Waarom, in hun eigen woorden
themes-their-words-missing = Schrijf op waarom. Een voorbehoud of bezwaar heeft uitleg nodig.
themes-proof = Waaruit dit blijkt
themes-proof-hint = Bijvoorbeeld: per e-mail, 12 maart.
themes-position-recorded = Standpunt vastgelegd.

## Onderbouwing
themes-evidence-add = Onderbouwing toevoegen
themes-evidence-change = Onderbouwing wijzigen
themes-evidence-added = Onderbouwing toegevoegd.
themes-evidence-changed = Onderbouwing gewijzigd.
themes-evidence-menu = Meer over deze onderbouwing
themes-evidence-count = Onderbouwing ({ $count })
themes-evidence-none-supports = Nog niets gevonden dat ondersteunt.
themes-evidence-none-nuances = Nog niets gevonden dat nuanceert.
themes-evidence-none-contradicts = Nog niets gevonden dat tegenspreekt.
themes-evidence-stance = Wat doet het met de stelling
themes-evidence-basis = Waar komt het vandaan
themes-evidence-study = Onderzoek
themes-evidence-study-hint = Typ een woord uit de titel, een auteur of een jaar.
themes-evidence-page = Bladzijde
themes-evidence-page-example = blz. 12
themes-evidence-finding = Wat blijkt eruit
themes-evidence-finding-hint = Schrijf in een of twee zinnen op wat dit over de stelling zegt.
themes-evidence-missing = Kies een onderzoek, of schrijf op wat er blijkt.
