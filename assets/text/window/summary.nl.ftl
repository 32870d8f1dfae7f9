### Samenvatting van een bijeenkomst: voorbeeld, bestand en afdruk.
summary-title = Samenvatting van bijeenkomst { $number }
summary-private = Zo ziet de samenvatting eruit. Je privé-aantekeningen staan er nooit in.
summary-preview = Voorbeeld van de samenvatting
summary-format = Soort bestand
summary-format-pdf = PDF
summary-format-html = Webpagina
summary-format-md = Markdown
summary-make = Bestand maken
summary-print = Afdrukken
summary-printed = De PDF is geopend. Druk hem daar af.
summary-made = ‘{ $name }’ staat in je map.
