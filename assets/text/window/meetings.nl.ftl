### Bijeenkomsten: de lijst, de agenda, het verslag, besluiten en acties, aanwezigheid.

## Lijst en kop
meetings-title = Bijeenkomsten
meetings-plan = Bijeenkomst plannen
meetings-coming = Komende
meetings-past = Geweest
meetings-no-date = nog geen datum
meetings-number = { $number }
meetings-number-of = { $number } van { $of }
meetings-heading = Bijeenkomst { $number }
meetings-new = nieuw
meetings-empty-title = Nog geen bijeenkomsten
meetings-empty-text = Hier staan de bijeenkomsten van je kring: met agenda, verslag, besluiten en wie er was. Plan de eerste.
meetings-none-chosen = Kies een bijeenkomst
meetings-none-chosen-text = Links staat wat komt en wat geweest is.
meetings-lists-empty = Hier komen de besluiten en actiepunten van alle bijeenkomsten bij elkaar. Schrijf ze op bij een bijeenkomst.
meetings-lists-all-done = Alle actiepunten zijn klaar.
meetings-lists-ended = { $count ->
    [one] 1 actiepunt dat klaar is of verviel
   *[other] { $count } actiepunten die klaar zijn of vervielen
 }
meetings-parts = Onderdelen van de bijeenkomst
meetings-tab-agenda = Agenda
meetings-tab-minutes = Verslag
meetings-tab-outcomes = Besluiten en acties
meetings-tab-attendance = Aanwezig
meetings-tab-sources = Onderzoeken en inbreng
meetings-change = Gegevens wijzigen
meetings-make-summary = Samenvatting maken
meetings-chair-is = Voorzitter: { $name }
meetings-taker-is = Notulist: { $name }

## Plannen en wijzigen
meetings-field-date = Datum
meetings-field-starts = Van
meetings-field-ends = Tot
meetings-field-place = Plaats
meetings-field-place-hint = Bijvoorbeeld: De Glind, zaal 2
meetings-field-theme = Hoofdthema
meetings-field-title = Titel
meetings-field-title-hint = Alleen als het hoofdthema niet genoeg zegt.
meetings-field-number = Nummer
meetings-field-of = Van hoeveel
meetings-field-chair = Voorzitter
meetings-field-taker = Notulist
meetings-field-purpose = Doel van de dag
meetings-nobody = Nog niemand
meetings-no-theme = Nog geen thema
meetings-error-date = Kies een datum.
meetings-error-ends = Het einde ligt voor het begin.
meetings-error-number = Vul een getal in van 1 tot en met 999.

## Agenda
meetings-agenda-empty-title = Nog geen agenda
meetings-agenda-empty-text = Typ hieronder het eerste agendapunt en druk op Enter.
meetings-agenda-add = Toevoegen
meetings-agenda-new = Nieuw agendapunt
meetings-agenda-add-part = Onderdeel toevoegen
meetings-agenda-change = Agendapunt wijzigen
meetings-agenda-of = Agenda
meetings-agenda-more = Meer bij { $title }
meetings-agenda-up = { $title } omhoog
meetings-agenda-down = { $title } omlaag
meetings-agenda-moved = { $title } is nu punt { $ordinal }.
meetings-agenda-keys = Met Alt en pijl omhoog of omlaag verplaats je een agendapunt.
meetings-item-title = Onderwerp
meetings-item-kind = Soort
meetings-item-minutes = Minuten
meetings-item-statement = Stelling
meetings-item-statement-theme = Thema van de stelling
meetings-item-no-statement = Nog geen stelling
meetings-item-error-title = Vul een onderwerp in.
meetings-item-error-minutes = Vul een getal in van 0 tot en met 1440.
meetings-kind-none = Geen soort
meetings-kind-procedure = Huishoudelijk
meetings-kind-information = Informatie
meetings-kind-discussion = Gesprek
meetings-kind-decision = Besluit
meetings-kind-statement = Stelling
meetings-minutes = { $minutes } min
meetings-total = Samen { $total }
meetings-total-planned = Samen { $total } van { $planned }
meetings-total-over = { $minutes } te veel
meetings-total-left = { $minutes } over
meetings-duration = { $hours ->
    [0] { $minutes } min
   *[other] { $minutes ->
        [0] { $hours } uur
       *[other] { $hours } uur { $minutes } min
    }
 }
meetings-statement-open = Naar de stelling: { $text }
meetings-statement-no-round = nog geen standpunten gevraagd

## Verslag
meetings-note-add = Aantekening toevoegen
meetings-note-add-private = Privé-aantekening toevoegen
meetings-note-of = Aantekening bij { $title }
meetings-note-change = Wijzig deze aantekening
meetings-note-done = Klaar
meetings-note-empty = Lege aantekening
meetings-note-general = Over de hele bijeenkomst
meetings-minutes-empty-title = Nog geen agendapunten
meetings-minutes-empty-text = Het verslag volgt de agenda. Maak die eerst, of schrijf hieronder iets over de hele bijeenkomst.
meetings-minutes-to-agenda = Naar de agenda

## Besluiten en acties
meetings-decisions = Besluiten
meetings-decisions-empty = Nog geen besluiten bij deze bijeenkomst.
meetings-decision-new = Nieuw besluit
meetings-decision-text = Besluit
meetings-decision-change = Besluit wijzigen
meetings-decision-add = Besluit toevoegen
meetings-actions = Actiepunten
meetings-actions-empty = Nog geen actiepunten bij deze bijeenkomst.
meetings-action-what = Wat
meetings-action-who = Wie
meetings-action-when = Wanneer
meetings-action-add = Actiepunt toevoegen
meetings-action-change = Actiepunt wijzigen
meetings-action-drop = Laten vervallen
meetings-action-reopen = Weer openen
meetings-action-done = Actiepunt gedaan
meetings-action-reopened = Actiepunt weer open
meetings-action-dropped = Actiepunt vervallen
meetings-action-nobody = nog niemand
meetings-action-no-date = geen datum
meetings-action-due = voor { $date }
meetings-action-late = had klaar moeten zijn op { $date }
meetings-action-postponed = { $count ->
    [one] 1 keer uitgesteld
   *[other] { $count } keer uitgesteld
 }
meetings-action-error-what = Vul in wat er gaat gebeuren.
meetings-decision-error = Vul in wat er is besloten.
meetings-number-was = was { $numbers }
meetings-row-more = Meer bij: { $text }
meetings-field-item = Bij agendapunt
meetings-no-item = Geen agendapunt
meetings-row-change = Wijzigen

## Aanwezig
meetings-attendance-count = { $present } van { $all } aanwezig
meetings-attendance-open = { $count ->
    [one] 1 nog niet ingevuld
   *[other] { $count } nog niet ingevuld
 }
meetings-attendance-everyone = Iedereen is aanwezig
meetings-attendance-rest = De rest is aanwezig
meetings-attendance-present = Aanwezig
meetings-attendance-with = Met kennisgeving afwezig
meetings-attendance-without = Zonder kennisgeving afwezig
meetings-attendance-none = Niet ingevuld
meetings-attendance-empty-title = Nog geen deelnemers
meetings-attendance-empty-text = Voeg bij Mensen toe wie er in de kring zitten. Daarna vink je hier aan wie er was.
meetings-to-members = Naar Mensen

## Onderzoeken en inbreng
meetings-studies = Onderzoeken
meetings-studies-empty = Nog geen onderzoeken bij deze bijeenkomst.
meetings-study-link = Onderzoek koppelen
meetings-study-unlink = Los van de bijeenkomst
meetings-study-unlinked = Onderzoek losgemaakt van de bijeenkomst
meetings-study-search = Onderzoek
meetings-study-search-hint = Typ woorden uit de titel, een schrijver of een jaar.
meetings-study-error = Kies een onderzoek uit de lijst.
meetings-study-undated = z.d.
meetings-contributions = Inbreng
meetings-contributions-empty = Wat brachten ervaringsdeskundigen en anderen in, en wat deden jullie ermee?
meetings-contribution-add = Inbreng toevoegen
meetings-contribution-change = Inbreng wijzigen
meetings-contribution-text = Wat werd ingebracht
meetings-contribution-who = Van wie
meetings-contribution-consent = In het verslag
meetings-contribution-feedback = Wat we ermee deden
meetings-contribution-feedback-none = Nog geen terugkoppeling
meetings-contribution-error = Vul in wat werd ingebracht.
meetings-consent-with_name = Met naam
meetings-consent-without_name = Zonder naam
meetings-consent-not_in_minutes = Niet in het verslag
