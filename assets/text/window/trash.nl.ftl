### Prullenbak.
trash-title = Prullenbak
trash-empty-title = De prullenbak is leeg
trash-empty-text = Wat je weggooit, komt hier. Je kunt het altijd terugzetten: niets wordt voorgoed verwijderd.
trash-none-chosen = Kies iets om het terug te zetten
trash-nothing-lost = Niets wordt hier voorgoed verwijderd. Wat je terugzet, komt terug op zijn oude plek, ook bij de anderen in de kring.
trash-row = { $kind }, { $moment }
trash-when = { $kind }, in de prullenbak sinds { $moment }
trash-restore = Terugzetten
trash-restored = Teruggezet.
