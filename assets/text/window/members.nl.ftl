### Mensen: leden, organisaties en de kring zelf.
members-about-circle = Over deze kring
members-listing = Wat de lijst toont
members-listing-people = Mensen
members-listing-organisations = Organisaties
members-new = nieuw
members-you = jij
members-no-organisations = Nog geen organisaties. Voeg er een toe met het plusje.
members-gone = Dit is hier niet
members-gone-text = Deze persoon of organisatie ligt in de prullenbak, of is nog niet binnengekomen.
members-menu = Meer over { $name }

## Iemand
members-add = Toevoegen
members-add-people = Iemand toevoegen
members-add-why = Voor wie meedoet zonder laptop. Wie zelf Kringboek gebruikt, laat je meedoen met een kaart, bij Uitwisselen.
members-change-person = Gegevens aanpassen
members-name = Naam
members-name-missing = Vul een voornaam of achternaam in.
members-role = Rol
members-no-role = geen rol
members-organisation = Organisatie
members-no-organisation = geen organisatie
members-email = Mailadres
members-email-why = Om een mail met een pakket klaar te zetten.
members-email-none = niet bekend
members-email-write = Mail schrijven
members-sort-as = Sorteren als
members-sort-as-why = Alleen als de naam anders in de lijst hoort, bijvoorbeeld ‘Heeren Loo, ’s’.
members-laptops = Laptops
members-laptop-count = { $count ->
    [0] geen laptop in de kring
    [one] 1 laptop in de kring
   *[other] { $count } laptops in de kring
 }
members-laptops-gone = { $count ->
    [one] (1 hoort er niet meer bij)
   *[other] ({ $count } horen er niet meer bij)
 }
members-positions = Standpunten
members-action-due = voor { $date }
members-action-late = had klaar moeten zijn op { $date }

## Recht
members-right = Recht
members-right-of = Recht van { $name }
members-right-change = Recht aanpassen
members-right-why = Wat iemand al schreef, blijft staan. Het nieuwe recht geldt voor iedereen zodra je volgende pakket is overgenomen.
members-right-own-loss = Je neemt jezelf het recht van coördinator af. Terugdraaien kan alleen een andere coördinator.
members-right-coordinator = coördinator
members-right-coordinator-means = Laat mensen meedoen, geeft rechten en mag verder alles.
members-right-secretary = secretaris
members-right-secretary-means = Maakt verslag, opent en sluit rondes en geeft nummers.
members-right-member = lid
members-right-member-means = Schrijft mee, brengt onderzoek in en geeft eigen standpunten.
members-right-reader = lezer
members-right-reader-means = Leest mee en wijzigt niets.

## Organisatie
members-add-organisations = Organisatie toevoegen
members-change-organisation = Organisatie aanpassen
members-organisation-name = Naam van de organisatie
members-organisation-name-missing = Vul de naam van de organisatie in.
members-former-names = Vroegere namen
members-former-names-why = Eén naam per regel, de oudste eerst. Ook op deze namen vind je de organisatie.
members-formerly = Heette vroeger { $names }.
members-part = Rol in de kring
members-speak-for = Wie namens deze organisatie meedoet
members-speak-for-nobody = Nog niemand.
members-kind = Soort
members-kind-none = niet ingevuld
members-kind-care_provider = zorgaanbieder
members-kind-family_home_network = gezinshuisorganisatie
members-kind-knowledge_institute = kennisinstituut
members-kind-fund = fonds
members-kind-youth_council = jongerenraad
members-kind-government = overheid
members-kind-other = anders

## Over deze kring
members-circle-change = Kring aanpassen
members-circle-name = Naam van de kring
members-circle-name-missing = Vul de naam van de kring in.
members-period = Periode
members-period-both = Van { $starts } tot en met { $ends }
members-period-starts = Vanaf { $starts }
members-period-ends = Tot en met { $ends }
members-period-none = nog niet afgesproken
members-starts = Begint op
members-ends = Eindigt op
members-ends-before = Het einde ligt voor het begin.
members-meetings = Bijeenkomsten
members-meetings-none = aantal nog niet afgesproken
members-meetings-planned = { $count ->
    [one] 1 bijeenkomst afgesproken
   *[other] { $count } bijeenkomsten afgesproken
 }
members-count = { $count ->
    [one] 1 deelnemer
   *[other] { $count } deelnemers
 }
members-goals = Doelen
members-goals-hint = Waarom is deze kring er, en wat moet er aan het eind liggen?
members-parts = Organisaties die meedoen
members-parts-none = Nog geen organisaties. Vul bij ‘Kring aanpassen’ in wat elke organisatie doet.
members-parts-hint = Vul in wat elke organisatie in de kring doet. Leeg betekent: doet niet mee.
members-parts-example = Bijvoorbeeld: gastheer en secretariaat

## Waar iemand staat
members-place-without_laptop = zonder laptop
members-place-out = niet meer in de kring
members-place-suspended = in de wacht
members-right-without_laptop = Doet mee zonder laptop, en wijzigt dus zelf niets.
members-right-out = Doet niet meer mee. Wat er van toen is, blijft staan.
members-right-suspended = Doet even niet mee: twee coördinatoren haalden elkaar uit de kring.
members-back = Terughalen
members-back-of = { $name } terughalen
members-back-why = Wie terugkomt, doet weer mee op de laptops van toen. Is er een laptop gestolen, laat de persoon dan een kaart sturen vanaf een andere laptop.
members-laptop = Laptop { $code }
members-laptop-this = Laptop { $code } (deze)

## Wie beslist
members-deciding = Wie beslist over de kring
members-parked = Wijzigingen die apart staan
members-parked-why = Ze kwamen nadat iemand uit de kring ging of minder mocht, of ze bouwen daarop. Ze tellen niet mee, tot een coördinator ze alsnog overneemt.
members-parked-by = { $count ->
    [one] 1 wijziging van { $names }.
   *[other] { $count } wijzigingen van { $names }.
 }
members-parked-waiting = Daarop bouwt werk van { $names }.
members-admit = Alsnog overnemen
members-key-use = Kringsleutel gebruiken
members-key-why = De kringsleutel staat op het vel dat de oprichter bewaart. Wie dat vel heeft, wijst een coördinator aan of haalt er een uit de kring.
members-key-hint = Begint met KRING1. Hoofdletters, spaties en streepjes maken niet uit.
members-key-missing = Typ de kringsleutel over van het papier.
members-key-deed = Wat moet er gebeuren?
members-key-appoint = Iemand wordt coördinator
members-key-remove = Iemand gaat uit de kring
members-key-who = Wie?
members-key-decide = Beslissen

## Eerst vragen
confirm-remove_member = { $name } uit de kring halen?
confirm-remove_member-means = Wat { $name } tot nu toe schreef en hier al is, blijft staan. Wat later nog komt, telt niet mee. Op de laptops van { $name } blijft staan wat daar nu staat; nieuwe pakketten gaan er niet meer open.
confirm-remove_member-do = Uit de kring halen
confirm-remove_device = Deze laptop uit de kring halen?
confirm-remove_device-means = Doe dit als een laptop van { $name } kwijt, gestolen of weg is. Nieuwe pakketten gaan er niet meer open, en wat er nog van komt telt niet mee. Wat er al op staat, kun je van hieruit niet wissen.
confirm-remove_device-do = Uit de kring halen
confirm-hand_over = Coördinatie overdragen aan { $name }?
confirm-hand_over-means = { $name } wordt coördinator en jij wordt lid. Terugdraaien kan alleen { $name }. Stuur daarna een pakket, dan weet iedereen het.
confirm-hand_over-do = Coördinatie overdragen
confirm-rotate_key = Sleutel van deze laptop vernieuwen?
confirm-rotate_key-means = Doe dit als iemand bij je laptop kon, en verder eens per jaar. Oude pakketten gaan nog 180 dagen open. Stuur daarna een pakket, dan gebruiken de anderen de nieuwe sleutel.
confirm-rotate_key-do = Sleutel vernieuwen
confirm-close_circle = De kring afsluiten?
confirm-close_circle-means = Iedereen kan blijven lezen, zoeken en documenten maken. Niemand kan nog iets wijzigen. Dit is niet terug te draaien. Wat anderen schreven voor ze dit weten, komt nog mee.
confirm-close_circle-do = Kring afsluiten
confirm-admit_segments = Deze wijzigingen alsnog overnemen?
confirm-admit_segments-means = Ze tellen dan mee bij iedereen, met alles wat erop bouwt. Wie ze schreef blijft zichtbaar.
confirm-admit_segments-do = Alsnog overnemen
confirm-withdraw_invitation = De uitnodiging voor { $name } intrekken?
confirm-withdraw_invitation-means = Wie ermee komt, laat je hier niet meer toe. Weet ook een andere coördinator ervan, vertel het dan.
confirm-withdraw_invitation-do = Intrekken
