### Today.
today-greeting = Hello { $name }
today-empty-title = Here you will see where the circle stands
today-empty-text = The next meeting, your actions, statements that wait for your position and what came in.
today-plan-meeting = Plan a meeting
today-next-title = Next meeting
today-no-next = No meeting is planned yet.
today-no-theme = No main theme yet
today-open-meeting = Open the meeting
today-prepare = To prepare
today-last = Last time: { $date }, { $theme }
today-actions-title = Your actions
today-asked-title = Asked: your position
today-give-position = Give your position
today-reviews-title = Changed at once
today-reviews = { $count ->
    [one] In one place two people changed the same thing. Nothing is lost; choose what stays.
   *[other] In { $count } places two people changed the same thing. Nothing is lost; choose what stays.
 }
today-reviews-look = Look at the versions
today-news-title = Came in
today-news-from = { $count } new from { $name }
today-news-more = and { $count } more
today-news-seen = All seen
