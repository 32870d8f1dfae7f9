### Wat er voor het notitieboek komt: eerste start, sleutels op papier, meedoen, vergrendeling.

begin-app = Kringboek
begin-app-meaning = Het notitieboek van je kenniskring
begin-private = Alles blijft op deze laptop, versleuteld.
begin-language = Taal
begin-language-nl = Nederlands
begin-language-en = English

## Drie deuren
begin-door-found = Een kring beginnen
begin-door-found-meaning = Je zet een kenniskring op en nodigt daarna de anderen uit.
begin-door-join = Meedoen met een kring
begin-door-join-meaning = De kring bestaat al. Je vraagt de coördinator om je toe te laten.
begin-door-sample = Rondkijken in een voorbeeld
begin-door-sample-meaning = Een verzonnen kring met zes bijeenkomsten. Je kunt niets stukmaken.

## Beginnen en meedoen
begin-found-title = Een kring beginnen
begin-found-text = Jij wordt de coördinator. Dat kun je later met iemand delen.
begin-found-submit = Kring beginnen
begin-found-busy = De sleutels worden gemaakt…
begin-circle = Naam van de kring
begin-circle-hint = Bijvoorbeeld: Kenniskring gezinshuizen
begin-circle-missing = Geef de kring een naam.
begin-join-title = Meedoen met een kring
begin-join-text = Hiermee maak je een kaart. De coördinator laat je daarmee toe.
begin-join-submit = Kaart maken
begin-join-busy = De sleutels worden gemaakt…
begin-name = Je naam
begin-name-given = Voornaam
begin-name-particle = Tussenvoegsel
begin-name-particle-example = van der
begin-name-family = Achternaam
begin-name-missing = Vul je naam in.

## Wachtwoordzin
begin-passphrase = Wachtwoordzin
begin-passphrase-new = Nieuwe wachtwoordzin
begin-passphrase-again = Nog een keer
begin-passphrase-advice = Neem vier losse woorden die niets met elkaar te maken hebben. Minstens acht tekens.
begin-passphrase-same = Dezelfde als voor je andere kringen op deze laptop.
begin-passphrase-missing = Typ je wachtwoordzin.
begin-passphrase-differs = De tweede keer typte je iets anders.
begin-passphrase-show = Tonen
begin-passphrase-hide = Verbergen
begin-caps = Caps Lock staat aan.
begin-strength-short = Te kort: neem minstens acht tekens.
begin-strength-weak = Zwak: makkelijk te raden. Voeg een paar losse woorden toe.
begin-strength-good = Goed. Met een woord erbij is hij sterk.
begin-strength-strong = Sterk.

## Sleutels op papier
begin-keys-title = { $sheets ->
    [one] Een vel om te bewaren
   *[other] Twee vellen om te bewaren
 }
begin-keys-text = { $sheets ->
    [one] Deze sleutel zie je maar één keer. Druk hem af of schrijf hem over, en leg het papier ergens waar je laptop niet ligt.
   *[other] Deze sleutels zie je maar één keer. Druk ze af of schrijf ze over, en leg het papier ergens waar je laptop niet ligt.
 }
begin-keys-recovery = Herstelsleutel
begin-keys-recovery-text = Opent deze laptop als je je wachtwoordzin vergeten bent.
begin-keys-recovery-keep = Bewaar hem thuis, bij je paspoort. Wie hem heeft en je laptop ook, kan alles lezen.
begin-keys-authority = Kringsleutel
begin-keys-authority-text = Geeft de kring een nieuwe coördinator als jij er niet meer bij kunt.
begin-keys-authority-keep = Bewaar hem niet bij de herstelsleutel. Geef hem liever aan een bestuur of een notaris.
begin-keys-print = { $sheets ->
    [one] Vel afdrukken (PDF)
   *[other] Vellen afdrukken (PDF)
 }
begin-keys-opened = “{ $name }” is geopend. Druk het daar af.
begin-keys-kept = { $sheets ->
    [one] Ik heb hem afgedrukt of overgeschreven
   *[other] Ik heb ze afgedrukt of overgeschreven
 }
begin-keys-to-circle = Naar je kring
begin-keys-to-card = Naar je kaart

## Wachten op antwoord
begin-waiting-title = Stuur je kaart naar de coördinator
begin-waiting-text = { $name }, je hoort bij de kring zodra de coördinator je heeft toegelaten.
begin-card-title = 1. Je kaart versturen
begin-card-text = Op de kaart staan je naam en de openbare sleutels van deze laptop. Hij is niet geheim.
begin-card-write = Kaart klaarzetten
begin-card-written = “{ $file }” staat klaar in je map. Voeg het bestand toe aan een mail.
begin-mail = Tekst voor de mail
begin-mail-text =
    Dag,

    Ik doe graag mee met de kring. Mijn kaart zit bij deze mail.
    Dubbelklik op het bestand, dan opent Kringboek het. Zullen we erbij bellen om de zes woorden te vergelijken?

    Groet,
    { $name }
begin-invitation = Ik heb een uitnodiging
begin-waiting-text-invited = { $name }, je bent door { $by } uitgenodigd voor { $circle }. Stuur je kaart; met het antwoord ga je meedoen.
begin-mail-text-invited =
    Dag,

    Bedankt voor de uitnodiging. Mijn kaart zit bij deze mail.
    Dubbelklik op het bestand, dan opent Kringboek het.

    Groet,
    { $name }
begin-answer-text-invited = De coördinator stuurt je een pakket terug. Woorden vergelijken hoeft niet: je bent uitgenodigd.
begin-mail-copy = Tekst kopiëren
begin-mail-copied = Gekopieerd.
begin-answer-title = 2. Het antwoord openen
begin-answer-text = De coördinator stuurt je een pakket terug. Houd de telefoon bij de hand: jullie vergelijken zes woorden.
begin-answer-choose = Ik heb antwoord gekregen

## Vergrendeling
begin-locked = Kringboek is vergrendeld
begin-open = Openen
begin-open-busy = Even geduld…
begin-forgotten = Wachtwoordzin vergeten?
begin-restore = Back-up terugzetten
begin-another = Nog een kring beginnen
begin-join-another = Meedoen met nog een kring
begin-recover-title = Openen met de herstelsleutel
begin-recover-text = Pak het vel met de herstelsleutel erbij en kies een nieuwe wachtwoordzin.
begin-recover-hint = Begint met HERSTEL1. Hoofdletters, spaties en streepjes maken niet uit.
begin-recover-letters = { $typed } van de { $all } tekens.
begin-recover-missing = Typ de herstelsleutel over van het papier.
begin-recover-submit = Openen

## Voorbeeldkring
begin-sample = Voorbeeldkring
begin-sample-title = Rondkijken in een voorbeeld
begin-sample-text = De mensen in de voorbeeldkring zijn verzonnen. De onderzoeken bestaan echt.
begin-sample-bar = Voorbeeldkring – niets hiervan wordt bewaard
begin-sample-close = Sluiten
