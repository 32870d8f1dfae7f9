### Rondleiding door de voorbeeldkring, in vijf stops.
tour-title = Rondleiding
tour-stop = Rondleiding, { $step } van { $of }
tour-next = Volgende
tour-previous = Vorige
tour-leave = Stoppen
tour-end = Klaar
tour-today-title = Vandaag
tour-today-text = Hier zie je waar de kring staat: de volgende bijeenkomst, jouw actiepunten en wat er van je gevraagd wordt.
tour-meeting-title = Een bijeenkomst
tour-meeting-text = De agenda, het verslag, de besluiten en wie er was staan bij elkaar. Een samenvatting maak je met twee klikken.
tour-statement-title = Een stelling met tegengeluid
tour-statement-text = Iedereen geeft een standpunt. Een voorbehoud of bezwaar staat net zo groot als de instemming, met de woorden van wie het gaf.
tour-study-title = Onderzoek erbij
tour-study-text = Een onderzoek krijgt een samenvatting in gewone taal. Bij elke stelling zie je wat het ondersteunt en wat het tegenspreekt.
tour-exchange-title = Uitwisselen
tour-exchange-text = Je deelt met de kring door één versleuteld bestand te mailen of op een USB-stick te zetten. Er is geen internet voor nodig.
