### Bijlagen van een onderzoek, een bijeenkomst of een aantekening.

attachments = Bijlagen
attachments-add = Bestand toevoegen…
attachments-added = Bijlage toegevoegd.
attachments-adding = Bijlage opslaan
attachments-stop = Stoppen
attachments-empty = Nog geen bestanden. Een bijlage is hooguit 50 MB.
attachments-open = { $name } bewaren in je map en openen
attachments-save = { $name } bewaren in je map
attachments-saved = ‘{ $name }’ staat in je map.
attachments-remove = { $name } weghalen
attachments-removed = Bijlage weggehaald.
attachments-not-here = Nog niet ontvangen. Je volgende pakket vraagt erom, daarna komt de bijlage met een pakket van een ander mee.
attachments-bytes = { $size } bytes
attachments-kilobytes = { $size } kB
attachments-megabytes = { $size } MB
attachments-outgoing = { $count ->
    [one] 1 bijlage gaat mee
   *[other] { $count } bijlagen gaan mee
 }: { $size }
