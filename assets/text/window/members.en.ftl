### People: members, organisations and the circle itself.
members-about-circle = About this circle
members-listing = What the list shows
members-listing-people = People
members-listing-organisations = Organisations
members-new = new
members-you = you
members-without-laptop = without laptop
members-no-organisations = No organisations yet. Add one with the plus sign.
members-gone = This is not here
members-gone-text = This person or organisation is in the trash, or has not come in yet.
members-menu = More about { $name }

## Someone
members-add = Add
members-add-people = Add someone
members-add-why = For who takes part without a laptop. Who uses Kringboek joins with a card, under Exchange.
members-change-person = Change details
members-name = Name
members-name-missing = Fill in a given name or family name.
members-role = Role
members-no-role = no role
members-organisation = Organisation
members-no-organisation = no organisation
members-email = Mail address
members-email-why = To prepare a mail with a package.
members-email-none = not known
members-email-write = Write a mail
members-sort-as = Sort as
members-sort-as-why = Only if the name belongs elsewhere in the list, for example ‘Heeren Loo, ’s’.
members-laptops = Laptops
members-laptop-count = { $count ->
    [0] no laptop in the circle
    [one] 1 laptop in the circle
   *[other] { $count } laptops in the circle
 }
members-laptops-gone = { $count ->
    [one] (1 no longer belongs to it)
   *[other] ({ $count } no longer belong to it)
 }
members-positions = Positions
members-action-due = by { $date }
members-action-late = was due on { $date }

## Right
members-right = Right
members-right-none = Takes part without a laptop, and so changes nothing.
members-right-of = Right of { $name }
members-right-change = Change right
members-right-why = What someone wrote already stays. The new right holds for everyone once your next package was taken over.
members-right-own-loss = You take the right of coordinator from yourself. Only another coordinator can turn that back.
members-right-coordinator = coordinator
members-right-coordinator-means = Lets people join, gives rights and may do everything else.
members-right-secretary = secretary
members-right-secretary-means = Takes minutes, opens and closes rounds and gives numbers.
members-right-member = member
members-right-member-means = Writes along, brings studies in and gives their own positions.
members-right-reader = reader
members-right-reader-means = Reads along and changes nothing.

## Organisation
members-add-organisations = Add organisation
members-change-organisation = Change organisation
members-organisation-name = Name of the organisation
members-organisation-name-missing = Fill in the name of the organisation.
members-former-names = Former names
members-former-names-why = One name a line, the oldest first. These names find the organisation too.
members-formerly = Formerly { $names }.
members-part = Part in the circle
members-speak-for = Who takes part for this organisation
members-speak-for-nobody = Nobody yet.
members-kind = Kind
members-kind-none = not filled in
members-kind-care_provider = care provider
members-kind-family_home_network = family home organisation
members-kind-knowledge_institute = knowledge institute
members-kind-fund = fund
members-kind-youth_council = youth council
members-kind-government = government
members-kind-other = other

## About this circle
members-circle-change = Change circle
members-circle-name = Name of the circle
members-circle-name-missing = Fill in the name of the circle.
members-period = Period
members-period-both = From { $starts } to { $ends }
members-period-starts = From { $starts }
members-period-ends = Until { $ends }
members-period-none = not agreed yet
members-starts = Starts on
members-ends = Ends on
members-ends-before = The end is before the start.
members-meetings = Meetings
members-meetings-none = number not agreed yet
members-meetings-planned = { $count ->
    [one] 1 meeting agreed
   *[other] { $count } meetings agreed
 }
members-count = { $count ->
    [one] 1 member
   *[other] { $count } members
 }
members-goals = Goals
members-goals-hint = Why is this circle there, and what should be there at the end?
members-parts = Organisations that take part
members-parts-none = No organisations yet. Fill in under ‘Change circle’ what each organisation does.
members-parts-hint = Fill in what each organisation does in the circle. Empty means: does not take part.
members-parts-example = For example: host and secretariat
