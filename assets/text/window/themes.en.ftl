### Themes, statements, rounds and positions.

## The list
themes-add = Add theme
themes-new = new
themes-counts = { $statements ->
    [one] 1 statement
   *[other] { $statements } statements
 } · { $agreed } agreed
themes-counts-none = no statements yet
themes-counts-asked = round open
themes-counts-asks-you = waits for you
themes-choose = Choose a theme
themes-choose-text = On the left are the circle’s themes. Each says what we know, what we do not know yet, and what we agreed.
themes-empty = No themes yet
themes-empty-text = A theme is a subject the circle talks about, such as continuity or matching. Begin with the theme of the first meeting.

## A theme
themes-menu = More about this theme
themes-change = Change theme
themes-added = Theme added.
themes-changed = Theme changed.
themes-name = Name
themes-name-missing = Give the theme a name.
themes-aliases = Other names
themes-aliases-hint = Put a comma between the names. Search finds the theme by these too.
themes-parent = Part of
themes-no-parent = No other theme
themes-review-date = Look at it again on
themes-review-date-hint = From this day on Kringboek shows that the text may be out of date.
themes-also = Also: { $names }
themes-part-of = Part of
themes-review = Look at it again on { $date }
themes-review-passed = may be out of date
themes-known = What we know
themes-known-hint = Write here what the circle knows, from practice and research.
themes-unknown = What we do not know yet
themes-unknown-hint = Write here the questions that are still open.
themes-held = Someone else changed this text too. You see that version when you have finished typing.
themes-untitled = Untitled
themes-occurs-in = Appears in

## Statements
themes-add-statement = Add statement
themes-no-statements = A statement is one sentence the circle wants to agree on. This theme has none yet.
themes-statement-text = Statement
themes-statement-hint = Write one sentence that people can agree or disagree with.
themes-statement-missing = Write the statement down.
themes-statement-same = This is still the same text. Change the words.
themes-statement-added = Statement added.
themes-statement-menu = More about this statement
themes-at-meeting = At meeting
themes-no-meeting = No meeting
themes-meeting = Meeting { $number }
themes-reword = Word it differently
themes-reword-do = Use new text
themes-reword-means = What people said before stays with the old text. On the new text you open a new round.
themes-reworded = The statement is worded differently.
themes-rivals = Two people worded this statement differently at the same time. Above is the text that holds now. The other text is:
themes-no-round = No round yet
themes-no-round-text = Nobody has asked yet what the circle thinks of this. Open a round, and everybody can give a position.
themes-reworded-since = The text changed after the last round. Nobody has given a position on these words yet.
themes-round-running = Round open, { $count ->
    [one] 1 position
   *[other] { $count } positions
 }
themes-asks-you = asks for your position
themes-history = Earlier
themes-wording = Text { $number }:
themes-earlier-rounds = Earlier rounds on this text

## How the circle stands
themes-stand = How we stand
themes-round-open = The round is still open
themes-so-far = So far: { $reason }
themes-no-positions = Nobody has given a position yet.
themes-agree-count = { $count ->
    [0] Nobody agrees without reservation.
    [one] 1 member agrees.
   *[other] { $count } members agree.
 }
themes-dissent = Reservations and objections
themes-no-dissent = Nobody has a reservation or objection.
themes-recorded-by = Written down by { $name }
themes-ask-holder = { $name } gave two different positions. The more critical one counts until { $name } says which holds.
themes-late = After closing
themes-late-text = These positions came after the round was closed. They do not count in the outcome.
themes-earlier-positions = { $count ->
    [one] 1 earlier position
   *[other] { $count } earlier positions
 }
themes-waiting-for = No position yet from: { $names }

## Opening and closing a round
themes-open-round = Open round
themes-open-round-text = Choose now when the circle agrees. After this the rule does not change.
themes-rule = Rule
themes-rule-consent = Consent
themes-rule-consent-means = We agree when nobody objects. A reservation is allowed.
themes-rule-threshold = Threshold
themes-rule-threshold-means = We agree when enough people agree and few people object.
themes-rule-unanimous = Unanimous
themes-rule-unanimous-means = We agree when everybody agrees. A reservation is allowed.
themes-threshold-agree = At least this % agreement
themes-threshold-object = Less than this % objection
themes-threshold-positions = At least this many positions
themes-percent-wrong = Fill in a whole number from 1 to 100.
themes-count-wrong = Fill in a whole number of 1 or more.
themes-round-opened = Round opened.
themes-close-round = Close round
themes-close-counts = { $count ->
    [one] 1 position counts.
   *[other] { $count } positions count.
 }
themes-close-means = A position that comes later is shown as “after closing” and does not change the outcome.
themes-round-closed = Round closed.

## Giving a position
themes-asked-of-you = The circle asks what you think of this statement.
themes-my-position = Your position
themes-give-position = Give position
themes-change-position = Change position
themes-position-given = Your position is saved.
themes-you-gave-two = There are two different positions of yours, from different laptops. The more critical one counts now. Give your position again, and that one holds.
themes-recorded-for-you = { $name } wrote this down for you. Give your position yourself, and that one holds.
themes-choose-stance = Choose one of the four.
themes-meaning-agree = I stand behind this.
themes-meaning-agree-with-reservation = I go along, with a remark that should stand beside it.
themes-meaning-object = I cannot go along with this, and I say why.
themes-meaning-no-opinion = I do not know, or leave it to others. This does not count.
themes-say-why = Write down why
themes-say-why-hint = Your words are always printed, also in the summary.
themes-say-why-missing = Write down why. Without it the circle can do nothing with it.
themes-explain = Explanation
themes-earlier-stays = Your earlier position stays visible among the earlier positions.
themes-no-open-round = No round is open here
themes-no-open-round-text = The round was closed, or the statement was worded differently.
themes-to-statement = To the statement

## Writing down for someone
themes-record-position = Write down for someone
themes-record-do = Write down
themes-record-means = This is shown as “not confirmed yet”. If the member gives a position, that one holds.
themes-holder = Whose
themes-choose-holder = Choose a member
themes-holder-missing = Choose whose position this is.
themes-their-position = Position
themes-their-words = Why, in their own words
themes-their-words-missing = Write down why. A reservation or objection needs words.
themes-proof = What shows this
themes-proof-hint = For instance: by e-mail, 12 March.
themes-position-recorded = Position written down.

## Evidence
themes-evidence-add = Add evidence
themes-evidence-change = Change evidence
themes-evidence-added = Evidence added.
themes-evidence-changed = Evidence changed.
themes-evidence-menu = More about this evidence
themes-evidence-count = Evidence ({ $count })
themes-evidence-none-supports = Nothing found yet that supports it.
themes-evidence-none-nuances = Nothing found yet that nuances it.
themes-evidence-none-contradicts = Nothing found yet that contradicts it.
themes-evidence-stance = What it does to the statement
themes-evidence-basis = Where it comes from
themes-evidence-study = Study
themes-evidence-study-hint = Type a word of the title, an author or a year.
themes-evidence-page = Page
themes-evidence-page-example = p. 12
themes-evidence-finding = What it shows
themes-evidence-finding-hint = Say in one or two sentences what this means for the statement.
themes-evidence-missing = Choose a study, or write down what it shows.
