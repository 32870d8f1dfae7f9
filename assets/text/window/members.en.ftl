### People: members, organisations and the circle itself.
members-about-circle = About this circle
members-listing = What the list shows
members-listing-people = People
members-listing-organisations = Organisations
members-new = new
members-you = you
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

## Where someone stands
members-place-without_laptop = without a laptop
members-place-out = no longer in the circle
members-place-suspended = on hold
members-right-without_laptop = Takes part without a laptop, and so changes nothing.
members-right-out = No longer takes part. What is there from then stays.
members-right-suspended = Is out for now: two coordinators took each other out of the circle.
members-back = Bring back
members-back-of = Bring { $name } back
members-back-why = Who comes back takes part again on the laptops they had. If a laptop was stolen, have the person send a card from another one.
members-laptop = Laptop { $code }
members-laptop-this = Laptop { $code } (this one)

## Who decides
members-deciding = Who decides on the circle
members-parked = Changes that are set apart
members-parked-why = They came after someone left the circle or was allowed less, or build on that. They do not count until a coordinator admits them.
members-parked-by = { $count ->
    [one] 1 change by { $names }.
   *[other] { $count } changes by { $names }.
 }
members-parked-waiting = Work of { $names } builds on it.
members-admit = Admit after all
members-key-use = Use the circle key
members-key-why = The circle key is on the sheet that the founder keeps. Whoever has that sheet appoints a coordinator or takes one out of the circle.
members-key-hint = Begins with KRING1. Capitals, spaces and dashes do not matter.
members-key-missing = Type the circle key from the paper.
members-key-deed = What should happen?
members-key-appoint = Someone becomes coordinator
members-key-remove = Someone leaves the circle
members-key-who = Who?
members-key-decide = Decide

## Asking first
confirm-remove_member = Take { $name } out of the circle?
confirm-remove_member-means = What { $name } wrote until now and is here already stays. What comes later does not count. The laptops of { $name } keep what is on them now; new packages no longer open there.
confirm-remove_member-do = Take out of the circle
confirm-remove_device = Take this laptop out of the circle?
confirm-remove_device-means = Do this when a laptop of { $name } is lost, stolen or gone. New packages no longer open on it, and what still comes from it does not count. What is on it already cannot be wiped from here.
confirm-remove_device-do = Take out of the circle
confirm-hand_over = Hand coordination over to { $name }?
confirm-hand_over-means = { $name } becomes coordinator and you become a member. Only { $name } can reverse it. Send a package afterwards, so that everyone knows.
confirm-hand_over-do = Hand over coordination
confirm-rotate_key = Renew the key of this laptop?
confirm-rotate_key-means = Do this when someone could get at your laptop, and once a year besides. Old packages still open for 180 days. Send a package afterwards, so that the others use the new key.
confirm-rotate_key-do = Renew key
confirm-close_circle = Close the circle?
confirm-close_circle-means = Everyone can go on reading, searching and making documents. Nobody can change anything any more. This cannot be reversed. What others wrote before they know still comes along.
confirm-close_circle-do = Close circle
confirm-admit_segments = Admit these changes after all?
confirm-admit_segments-means = They then count for everyone, with all that builds on them. Who wrote them stays visible.
confirm-admit_segments-do = Admit after all
confirm-withdraw_invitation = Take back the invitation for { $name }?
confirm-withdraw_invitation-means = Whoever comes with it is no longer let in here. If another coordinator knows of it, tell them.
confirm-withdraw_invitation-do = Take back
