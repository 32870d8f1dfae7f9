### Uitwisselen: pakketten geven, openen en overnemen, en iemand laten meedoen.
exchange-lead = Jullie blijven gelijk door elkaar pakketten te geven: per mail, op een stick of in een gedeelde map. Alleen leden van de kring kunnen ze openen.
exchange-someone = Iemand
exchange-untitled = zonder titel
exchange-not-now = Nu niet
exchange-ready = Klaar

## Deel met de kring
exchange-share = Deel met de kring
exchange-share-goes = { $count ->
    [one] Er staat 1 wijziging klaar die nog niet iedereen heeft.
   *[other] Er staan { $count } wijzigingen klaar die nog niet iedereen heeft.
 }
exchange-share-name = Het pakket gaat heten: { $file }
exchange-share-alone = Er is niemand om mee te delen. Nodig eerst iemand uit; zodra die meedoet, deel je hier met één klik.
exchange-share-nothing = Er is niets nieuws om te delen. Voor zover Kringboek weet, heeft iedereen wat jij hebt.
exchange-share-all = Alles opnieuw meegeven
exchange-share-all-why = Mist iemand iets, of heeft iemand nog niets? Geef dan alles opnieuw mee. Privé-aantekeningen gaan nooit mee.
exchange-shared = ‘{ $file }’ staat klaar.
exchange-shared-parts = Het pakket staat klaar in { $count } bestanden, elk niet groter dan { $megabytes } MB. Stuur ze allemaal; elk past in één mail.
exchange-sent = Eerder gemaakt
exchange-sent-to = { $moment }, te openen door { $names }.
exchange-sent-taken = Overgenomen door { $names }.
exchange-mail-limit = Grootste bestand
exchange-mail-limit-why = Wordt een pakket groter, dan maakt Kringboek er meer bestanden van.
exchange-megabytes = { $count } MB
exchange-shared-where = { $count ->
    [one] Het staat in je map en is te openen op 1 andere laptop.
   *[other] Het staat in je map en is te openen op { $count } andere laptops.
 }

## De mail erbij
exchange-mail = Mail voor erbij
exchange-mail-attach = Voeg het bestand zelf toe als bijlage: sleep ‘{ $file }’ uit je map naar de mail.
exchange-mail-open = Mail openen
exchange-mail-copy = Tekst kopiëren
exchange-mail-copied = Gekopieerd.

## Pakket openen
exchange-open = Pakket openen
exchange-open-how = Kreeg je een pakket? Sleep het naar dit venster, dubbelklik erop, of kies het hier. Je ziet eerst wat erin zit.
exchange-ask-again = Vraag opnieuw

## Wat wacht op jou
exchange-waits = Wat wacht op jou
exchange-waits-reviews = { $count ->
    [one] Op 1 plek pasten twee mensen tegelijk iets aan. Beide versies zijn er nog: kijk wat het moet worden.
   *[other] Op { $count } plekken pasten twee mensen tegelijk iets aan. Alle versies zijn er nog: kijk wat het moet worden.
 }
exchange-review = Bekijk de verschillen

## Binnengekomen
exchange-arrived = Binnengekomen
exchange-arrived-none = Alles wat binnenkwam, heb je gezien.
exchange-arrived-seen = Alles gezien
exchange-arrived-by = { $kind }, van { $name }
exchange-show-rest = Toon de andere { $count }

## Apart gezette pakketten
exchange-quarantine = Apart gezet
exchange-quarantine-how = Deze pakketten zijn geweigerd, maar je hebt ze misschien nog nodig. Wat erin staat, is voor niemand te lezen.
exchange-quarantine-one = { $moment }: { $from ->
    [none] van iemand buiten de kring
   *[other] zegt van { $from } te zijn
 }, { $size } kB
exchange-quarantine-retry = Probeer opnieuw
exchange-quarantine-remove = Verwijderen
exchange-quarantine-taken = Het pakket is nu overgenomen.

## Wie heeft wat
exchange-standings = Wie heeft wat
exchange-standings-how = Kringboek weet dit uit het laatste pakket dat je van iemand kreeg.
exchange-standings-alone = Er doet nog niemand anders mee met een laptop.
exchange-laptop = { $name }, laptop { $number }
exchange-has-all = is bij
exchange-lacks = { $count ->
    [one] mist nog 1 wijziging
   *[other] mist nog { $count } wijzigingen
 }
exchange-no-package-yet = Van dit lid kwam nog geen pakket binnen.
exchange-last-package = Laatste pakket: nummer { $number }, { $moment }.
exchange-last-sent = Laatste van jou: nummer { $number }, { $moment }.

## Overgenomen pakketten
exchange-imports = Laatst overgenomen
exchange-import-brought = { $count ->
    [one] 1 wijziging
   *[other] { $count } wijzigingen
 }, { $moment }
exchange-import-undone = Ongedaan gemaakt. Je kunt het pakket altijd weer overnemen.
exchange-import-built_upon = Je werkte er al op verder. In de geschiedenis van een stuk zet je een eerdere versie terug.
exchange-import-erased = Hiermee is iets gewist; dat komt niet terug.

## Iemand laten meedoen
exchange-join = Wil er iemand meedoen?
exchange-invite-how = Nodig iemand uit: je stuurt een bestand en vertelt zes woorden door de telefoon. De ander stuurt dan een kaart terug.
exchange-invite = Iemand uitnodigen
exchange-invite-name = Wie nodig je uit?
exchange-invite-name-missing = Vul in wie je uitnodigt.
exchange-invite-right = Wat mag diegene in de kring?
exchange-invited = Uitnodiging voor { $name }
exchange-invited-words = De uitnodiging ‘{ $file }’ staat klaar in je map. Stuur het bestand, en vertel { $name } deze zes woorden door de telefoon.
exchange-invited-once = Zet de woorden niet in de mail. Je ziet ze alleen nu; ben je ze kwijt, maak dan een nieuwe uitnodiging.
exchange-invited-told = Ik heb de woorden verteld
exchange-invited-open = { $name } is uitgenodigd op { $date }.
exchange-withdraw = Intrekken
exchange-invite-subject = Doe je mee met { $circle }?
exchange-invite-body =
    Dag { $name },

    Bij deze mail zit een uitnodiging voor { $circle }: { $file }.

    Kies in Kringboek ‘Meedoen met een kring’ en open daarna dit bestand. Je hebt er zes woorden bij nodig; daarvoor bel ik je.
exchange-card-invited = { $name } is uitgenodigd door { $by }. Je hoeft geen woorden te vergelijken.
exchange-approve-invited = Laat meedoen
exchange-same-second = heeft al een laptop: dit wordt een tweede
exchange-answer-body-invited =
    Dag { $name },

    Je kunt meedoen met { $circle }. Bij deze mail zit het antwoord op je kaart: { $file }.

    Bewaar het bestand en dubbelklik erop, of kies in Kringboek het antwoord van de coördinator.
exchange-answer-invited = Dit is het antwoord van de kring die je uitnodigde.
exchange-join-now = Doe mee
exchange-six-words-how = Dit is een uitnodiging. Typ de zes woorden die de coördinator je door de telefoon vertelt.
exchange-six-words = Zes woorden
exchange-invitation = Uitnodiging
exchange-invitation-open = Uitnodiging openen
exchange-welcome = Je bent door { $by } uitgenodigd voor { $circle }.
exchange-welcome-next = Je kaart hoort nu bij de uitnodiging. Stuur hem naar de coördinator; woorden vergelijken hoeft niet meer.
exchange-share-before = Wat je al schreef
exchange-share-before-why = Deze aantekeningen ziet alleen jij. Kies wat je met de kring deelt: een kopie, zonder de geschiedenis. Terughalen kan niet.
exchange-share-chosen = { $count ->
    [one] 1 aantekening delen
   *[other] { $count } aantekeningen delen
 }
exchange-join-open = Kaart openen
exchange-card = Kaart
exchange-card-of = Kaart van { $name }
exchange-card-asks = { $name } wil meedoen met { $circle }.
exchange-card-right = Wat mag { $name } in de kring?
exchange-card-not-coordinator = Dit is een kaart van iemand die wil meedoen met { $circle }. Alleen een coördinator kan iemand laten meedoen. Stuur de kaart door.
exchange-compare-newcomer = Bel { $name } en vergelijk deze woorden.
exchange-compare-coordinator = Bel je coördinator en vergelijk deze woorden.
exchange-compare-why = Zijn ze gelijk, dan is er onderweg niets verwisseld. Zijn ze anders, laat het dan niet doorgaan.
exchange-words-equal = Ze zijn gelijk: doe mee
exchange-words-differ = Ze zijn anders
exchange-approve = Ze zijn gelijk: laat meedoen
exchange-same-which = Is dit iemand die al in de kring staat?
exchange-same-nobody = Nee, dit is iemand anders
exchange-approved = { $name } hoort nu bij { $circle }.
exchange-approved-next = Het antwoord ‘{ $file }’ staat klaar in je map. Stuur het naar { $name }; daarmee gaat de kring op die laptop open.
exchange-answer-subject = Je kunt meedoen met { $circle }
exchange-answer-body =
    Dag { $name },

    Je kunt meedoen met { $circle }. Bij deze mail zit het antwoord op je kaart: { $file }.

    Bewaar het bestand en dubbelklik erop, of kies in Kringboek het antwoord van de coördinator. Je ziet dan zes woorden. Bel me, dan vergelijken we ze.

## Een pakket dat binnenkomt
exchange-file-of = { $number } van { $total }: { $name }
exchange-files = { $count } bestanden
exchange-package = Pakket
exchange-packages = { $count } pakketten
exchange-package-part-of = Pakket { $number } van { $name }, deel { $part } van { $parts }
exchange-stopped = { $count ->
    [0] Je hebt het gestopt. Er is niets overgenomen.
    [one] Je hebt het gestopt. 1 bestand is bekeken, de rest nog niet.
   *[other] Je hebt het gestopt. { $count } bestanden zijn bekeken, de rest nog niet.
 }
exchange-package-of = Pakket { $number } van { $name }
exchange-package-for = Het hoort bij { $circle }.
exchange-take-over = Overnemen
exchange-taking = Pakket overnemen
exchange-taken-over = Overgenomen. Wat nieuw is, heeft een stip tot je het bekijkt.
exchange-let-in = Je doet nu mee met { $circle }.
exchange-nothing-new = Alles in dit pakket heb je al.
exchange-person = { $name }: { $counts }
exchange-apart = { $count ->
    [one] 1 wijziging is apart gezet. Ze gaat verder dan de maker mag, of vraagt een nieuwere Kringboek.
   *[other] { $count } wijzigingen zijn apart gezet. Ze gaan verder dan de maker mag, of vragen een nieuwere Kringboek.
 }
exchange-apart-gone = { $name } hoort niet meer bij de kring. { $count ->
    [one] 1 wijziging van daarna telt niet mee en is apart gezet.
   *[other] { $count } wijzigingen van daarna tellen niet mee en zijn apart gezet.
 } Een coördinator vindt dat terug bij Mensen, onder ‘Wie beslist over de kring’.
exchange-reviews-after = { $count ->
    [one] Op 1 plek pasten twee mensen tegelijk iets aan. Er is niets verloren.
   *[other] Op { $count } plekken pasten twee mensen tegelijk iets aan. Er is niets verloren.
 }
exchange-part-new = Nieuw ({ $count })
exchange-part-changed = Gewijzigd ({ $count })
exchange-part-deleted = Naar de prullenbak ({ $count })

## Onderzoeken en andere bestanden
exchange-studies = Onderzoeken
exchange-studies-offer = ‘{ $file }’ is een lijst met onderzoeken. Wil je die inlezen in { $circle }?
exchange-studies-read = Onderzoeken inlezen
exchange-studies-added = { $added ->
    [0] Er was niets nieuws bij
    [one] 1 onderzoek ingelezen
   *[other] { $added } onderzoeken ingelezen
 }{ $known ->
    [0] .
    [one] ; 1 stond er al.
   *[other] ; { $known } stonden er al.
 }
exchange-studies-look = Bekijk de onderzoeken
exchange-studies-problems = Niet helemaal gelukt ({ $count })
exchange-other = Dit bestand kent Kringboek niet
exchange-other-why = ‘{ $file }’ is geen pakket, geen kaart en geen lijst met onderzoeken. Een pakket eindigt op .kring. Vraag de afzender welk bestand bedoeld was.
exchange-waits-locked = Er wacht een bestand. Het opent zodra je Kringboek ontgrendelt.
exchange-join-first = Doe eerst mee
exchange-join-first-how = ‘{ $file }’ is van een kring. Om het te openen doe je eerst mee: kies straks ‘Meedoen met een kring’ en stuur je kaart naar de coördinator. Open het antwoord dat je terugkrijgt.
exchange-waiting-first = Je wacht nog op het antwoord van je coördinator. Open eerst dat antwoord; ‘{ $file }’ kan daarna.

## Gedeelde map
exchange-folder = Gedeelde map
exchange-folder-how = Delen jullie een map in een clouddienst, op een stick of op de schijf van kantoor? Kies die map één keer. Kringboek legt er zelf klaar wat jij schrijft en leest wat de anderen schreven. Alleen de kring kan het openen.
exchange-folder-choose = Map kiezen
exchange-folder-other = Andere map kiezen
exchange-folder-look = Nu kijken
exchange-folder-leave = Niet meer gebruiken
exchange-folder-fine = Laatst bijgewerkt: { $moment }
exchange-folder-waiting = { $count ->
    [one] 1 bestand is nog niet helemaal binnen.
   *[other] { $count } bestanden zijn nog niet helemaal binnen.
 }
exchange-folder-refused = { $count ->
    [one] 1 bestand is niet overgenomen
   *[other] { $count } bestanden zijn niet overgenomen
 }
