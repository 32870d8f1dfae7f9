### Vandaag.
today-greeting = Dag { $name }
today-empty-title = Hier zie je straks waar de kring staat
today-empty-text = De volgende bijeenkomst, je acties, stellingen die op je standpunt wachten en wat er binnenkwam.
today-plan-meeting = Bijeenkomst plannen
today-next-title = Volgende bijeenkomst
today-no-next = Er staat nog geen bijeenkomst gepland.
today-no-theme = Nog zonder hoofdthema
today-open-meeting = Naar de bijeenkomst
today-prepare = Om voor te bereiden
today-last = Vorige keer: { $date }, { $theme }
today-actions-title = Jouw acties
today-asked-title = Gevraagd: jouw standpunt
today-give-position = Standpunt geven
today-reviews-title = Tegelijk aangepast
today-reviews = { $count ->
    [one] Op één plek veranderden twee mensen hetzelfde. Niets is verloren; kies wat blijft staan.
   *[other] Op { $count } plekken veranderden twee mensen hetzelfde. Niets is verloren; kies wat blijft staan.
 }
today-reviews-look = Versies bekijken
today-news-title = Binnengekomen
today-news-from = { $count } nieuw van { $name }
today-news-more = en nog { $count }
today-news-seen = Alles gezien
