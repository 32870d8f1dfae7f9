### Instellingen van de app en van deze laptop.
settings-title = Instellingen
settings-look = Taal en weergave
settings-lock = Vergrendeling
settings-circles = Kringen op deze laptop
settings-folder = Map voor bestanden
settings-backups = Back-ups
settings-check = Gegevens nakijken
settings-journal = Logboek van deze laptop
settings-about = Over Kringboek

settings-language = Taal
settings-theme = Weergave
settings-theme-system = Als het systeem
settings-theme-light = Licht
settings-theme-dark = Donker
settings-text-size = Tekstgrootte
settings-text-size-hint = 16 is gewoon.

settings-lock-text = Als je een tijd niets doet, vergrendelt Kringboek zichzelf. Wat je typte, is dan bewaard.
settings-lock-after = Vergrendelen na
settings-lock-now = Nu vergrendelen
settings-minutes = { $count } minuten
settings-passphrase = Wachtwoordzin wijzigen
settings-passphrase-text = De nieuwe wachtwoordzin geldt voor alle kringen die nu open zijn. De herstelsleutel op papier blijft gelijk.
settings-passphrase-old = Wachtwoordzin van nu
settings-passphrase-submit = Wijzigen
settings-passphrase-changed = De nieuwe wachtwoordzin geldt vanaf nu.

settings-circle-as = Je doet mee als { $name }
settings-circle-waits = De kaart van { $name } wacht op antwoord
settings-circle-unnamed = Nieuwe kring
settings-circle-shown = Op het scherm
settings-circle-show = Tonen
settings-circle-show-name = { $name } tonen
settings-circles-locked = { $count ->
    [one] Eén kring is nog vergrendeld.
   *[other] { $count } kringen zijn nog vergrendeld.
 }
settings-circles-open = Ook openen
settings-circles-open-title = Nog een kring openen

settings-folder-text = Hier komen de pakketten en documenten die je maakt.
settings-folder-choose = Andere map kiezen

settings-backups-text = Kringboek maakt zelf elke dag een back-up op deze laptop en leest die meteen na.
settings-backup-today = De laatste back-up is van vandaag.
settings-backup-last = De laatste back-up is van { $day }.
settings-backup-none = Er is nog geen back-up.
settings-backups-all = Alle { $count } back-ups
settings-back-up = Nu een back-up maken
settings-backed-up = De back-up is gemaakt en nagekeken.
settings-backed-up-before = Er was al een back-up van vandaag.

settings-check-text = Kringboek leest alles na wat van deze kring bewaard is, met alle handtekeningen.
settings-check-start = Gegevens nakijken
settings-check-right = Alles klopt. { $segments ->
    [one] Eén wijziging is nagekeken.
   *[other] { $segments } wijzigingen zijn nagekeken.
 }
settings-check-waiting = { $count ->
    [one] Eén wijziging wacht op een pakket dat er nog niet is.
   *[other] { $count } wijzigingen wachten op een pakket dat er nog niet is.
 }

settings-journal-text = Wanneer deze kring hier is geopend, wat er kwam en ging. Wat je schreef staat er niet in.
settings-journal-empty = Er staat nog niets in.
settings-journal-unlock = Geopend.
settings-journal-incarnation = Deze laptop begon een nieuwe reeks, omdat de gegevens zijn teruggezet of verplaatst.
settings-journal-passphrase = Wachtwoordzin gewijzigd.
settings-journal-import = Pakket { $number } overgenomen.
settings-journal-export = Pakket { $number } gemaakt.
settings-journal-document = Samenvatting gemaakt.
settings-journal-refusal = Een bestand is geweigerd.
settings-journal-quarantine = Een pakket is apart gezet: de afzender is niet bekend.
settings-journal-undo-import = Overnemen van pakket { $number } ongedaan gemaakt.
settings-journal-quarantine-removed = Een apart gezet pakket is verwijderd.
settings-journal-other = Iets dat een nieuwere versie van Kringboek opschreef.
settings-journal-more = Meer tonen
settings-journal-broken = In dit logboek ontbreekt een regel of is er een veranderd. Was jij dat niet, vertel het dan de coördinator.

settings-licence = Licentie
settings-licence-name = EUPL-1.2, vrije software
settings-home = Je gegevens staan in
settings-tour = Rondleiding opnieuw
