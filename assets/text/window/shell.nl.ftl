# Wat het programma rond het venster zelf zegt.

shell-choose-packages = Kies pakketten
shell-choose-studies = Kies bestanden met onderzoeken
shell-choose-card = Kies de kaart van een nieuw lid
shell-choose-attachments = Kies bestanden om toe te voegen
shell-choose-folder = Kies de map voor documenten en pakketten
shell-choose-shared-folder = Kies de gedeelde map van de kring
shell-kind-packages = Pakketten
shell-kind-studies = Onderzoeken
shell-kind-card = Kaarten
shell-kind-all = Alle bestanden

shell-cannot-start = Kringboek kan niet starten

err-internal = Er ging iets mis in Kringboek zelf. Wat al opgeslagen was, is er nog.
err-internal-todo = Probeer het opnieuw. Blijft het misgaan, sluit Kringboek dan en open het weer.
