### Exchange: giving, opening and taking over packages, and letting someone join.
exchange-lead = You stay in step by giving each other packages: by mail, on a stick or in a shared folder. Only members of the circle can open them.
exchange-someone = Someone
exchange-untitled = untitled
exchange-not-now = Not now
exchange-ready = Done

## Share with the circle
exchange-share = Share with the circle
exchange-share-goes = { $count ->
    [one] 1 change is ready that not everyone has yet.
   *[other] { $count } changes are ready that not everyone has yet.
 }
exchange-share-name = The package will be called: { $file }
exchange-share-alone = There is nobody to share with. Invite someone first; once they take part, you share here with one click.
exchange-share-nothing = There is nothing new to share. As far as Kringboek knows, everyone has what you have.
exchange-share-all = Give everything again
exchange-share-all-why = Does someone miss something, or have nothing yet? Then give everything again. Private notes never go along.
exchange-shared = ‘{ $file }’ is ready.
exchange-shared-parts = The package is ready in { $count } files of at most { $megabytes } MB each. Send all of them; each fits one mail.
exchange-sent = Made before
exchange-sent-to = { $moment }, can be opened by { $names }.
exchange-sent-taken = Taken over by { $names }.
exchange-mail-limit = Largest file
exchange-mail-limit-why = If a package gets larger, Kringboek makes several files of it.
exchange-megabytes = { $count } MB
exchange-shared-where = { $count ->
    [one] It is in your folder and can be opened on 1 other laptop.
   *[other] It is in your folder and can be opened on { $count } other laptops.
 }

## The mail with it
exchange-mail = Mail to go with it
exchange-mail-attach = Attach the file yourself: drag ‘{ $file }’ from your folder into the mail.
exchange-mail-open = Open mail
exchange-mail-copy = Copy text
exchange-mail-copied = Copied.

## Opening a package
exchange-open = Open a package
exchange-open-how = Did you get a package? Drag it to this window, double-click it, or choose it here. You first see what is in it.
exchange-ask-again = Ask again

## What waits for you
exchange-waits = What waits for you
exchange-waits-reviews = { $count ->
    [one] In 1 place two people changed something at once. Both versions are still there: see what it should be.
   *[other] In { $count } places two people changed something at once. All versions are still there: see what it should be.
 }
exchange-review = Look at the differences

## What came in
exchange-arrived = Came in
exchange-arrived-none = You have seen everything that came in.
exchange-arrived-seen = All seen
exchange-arrived-by = { $kind }, from { $name }
exchange-show-rest = Show the other { $count }

## Packages set apart
exchange-quarantine = Set apart
exchange-quarantine-how = These packages were refused, but you may still need them. Nobody can read what is in them.
exchange-quarantine-one = { $moment }: { $from ->
    [none] from someone outside the circle
   *[other] says it is from { $from }
 }, { $size } kB
exchange-quarantine-retry = Try again
exchange-quarantine-remove = Remove
exchange-quarantine-taken = The package is taken over now.

## Who has what
exchange-standings = Who has what
exchange-standings-how = Kringboek knows this from the last package you got from someone.
exchange-standings-alone = Nobody else takes part with a laptop yet.
exchange-laptop = { $name }, laptop { $number }
exchange-has-all = is up to date
exchange-lacks = { $count ->
    [one] still lacks 1 change
   *[other] still lacks { $count } changes
 }
exchange-no-package-yet = No package came in from this member yet.
exchange-last-package = Last package: number { $number }, { $moment }.
exchange-last-sent = Last from you: number { $number }, { $moment }.

## Packages taken over
exchange-imports = Taken over last
exchange-import-brought = { $count ->
    [one] 1 change
   *[other] { $count } changes
 }, { $moment }
exchange-import-undone = Undone. You can always take the package over again.
exchange-import-built_upon = You have worked on with it. In the history of a record you put an earlier version back.
exchange-import-erased = Something was erased with it; that does not come back.

## Letting someone join
exchange-join = Does someone want to join?
exchange-invite-how = Invite someone: you send a file and tell six words by telephone. They send a card back.
exchange-invite = Invite someone
exchange-invite-name = Whom do you invite?
exchange-invite-name-missing = Fill in whom you invite.
exchange-invite-right = What may they do in the circle?
exchange-invited = Invitation for { $name }
exchange-invited-words = The invitation ‘{ $file }’ is ready in your folder. Send the file, and tell { $name } these six words by telephone.
exchange-invited-once = Do not put the words in the mail. You see them only now; if you lose them, make a new invitation.
exchange-invited-told = I told the words
exchange-invited-open = { $name } was invited on { $date }.
exchange-withdraw = Take back
exchange-invite-subject = Will you join { $circle }?
exchange-invite-body =
    Hello { $name },

    An invitation to { $circle } comes with this mail: { $file }.

    Choose ‘Join a circle’ in Kringboek and then open this file. You need six words for it; I will call you to tell them.
exchange-card-invited = { $name } was invited by { $by }. You need not compare words.
exchange-approve-invited = Let in
exchange-same-second = has a laptop already: this becomes a second one
exchange-answer-body-invited =
    Hello { $name },

    You can join { $circle }. The answer to your card comes with this mail: { $file }.

    Save the file and double-click it, or choose the coordinator’s answer in Kringboek.
exchange-answer-invited = This is the answer of the circle that invited you.
exchange-join-now = Join
exchange-six-words-how = This is an invitation. Type the six words that the coordinator tells you by telephone.
exchange-six-words = Six words
exchange-invitation = Invitation
exchange-invitation-open = Open invitation
exchange-welcome = { $by } invited you to { $circle }.
exchange-welcome-next = Your card now goes with the invitation. Send it to the coordinator; no need to compare words any more.
exchange-share-before = What you wrote already
exchange-share-before-why = Only you see these notes. Choose what you share with the circle: a copy, without its history. It cannot be taken back.
exchange-share-chosen = { $count ->
    [one] Share 1 note
   *[other] Share { $count } notes
 }
exchange-join-open = Open card
exchange-card = Card
exchange-card-of = Card of { $name }
exchange-card-asks = { $name } wants to join { $circle }.
exchange-card-right = What may { $name } do in the circle?
exchange-card-not-coordinator = This is a card of someone who wants to join { $circle }. Only a coordinator can let someone join. Pass the card on.
exchange-compare-newcomer = Phone { $name } and compare these words.
exchange-compare-coordinator = Phone your coordinator and compare these words.
exchange-compare-why = If they are equal, nothing was swapped on the way. If they differ, do not go on.
exchange-words-equal = They are equal: join
exchange-words-differ = They differ
exchange-approve = They are equal: let them join
exchange-same-which = Is this someone who is in the circle already?
exchange-same-nobody = No, this is someone else
exchange-approved = { $name } now belongs to { $circle }.
exchange-approved-next = The answer ‘{ $file }’ is ready in your folder. Send it to { $name }; with it the circle opens on that laptop.
exchange-answer-subject = You can join { $circle }
exchange-answer-body =
    Hello { $name },

    You can join { $circle }. With this mail comes the answer to your card: { $file }.

    Save the file and double-click it, or choose the coordinator’s answer in Kringboek. You will see six words. Phone me, so that we can compare them.

## A package that came in
exchange-file-of = { $number } of { $total }: { $name }
exchange-files = { $count } files
exchange-packages = { $count } packages
exchange-package-part-of = Package { $number } from { $name }, part { $part } of { $parts }
exchange-stopped = { $count ->
    [0] You stopped it. Nothing was taken over.
    [one] You stopped it. 1 file was looked at, the others were not.
   *[other] You stopped it. { $count } files were looked at, the others were not.
 }
exchange-package = Package
exchange-package-of = Package { $number } from { $name }
exchange-package-for = It belongs to { $circle }.
exchange-take-over = Take over
exchange-taking = Taking the package over
exchange-taken-over = Taken over. What is new has a dot until you look at it.
exchange-let-in = You now take part in { $circle }.
exchange-nothing-new = You have everything in this package already.
exchange-person = { $name }: { $counts }
exchange-apart = { $count ->
    [one] 1 change was set apart. It goes beyond what its maker may do, or asks for a newer Kringboek.
   *[other] { $count } changes were set apart. They go beyond what their maker may do, or ask for a newer Kringboek.
 }
exchange-apart-gone = { $name } is no longer in the circle. { $count ->
    [one] 1 change from after that does not count and was set apart.
   *[other] { $count } changes from after that do not count and were set apart.
 } A coordinator finds it at People, under ‘Who decides on the circle’.
exchange-reviews-after = { $count ->
    [one] In 1 place two people changed something at once. Nothing is lost.
   *[other] In { $count } places two people changed something at once. Nothing is lost.
 }
exchange-part-new = New ({ $count })
exchange-part-changed = Changed ({ $count })
exchange-part-deleted = To the trash ({ $count })

## Studies and other files
exchange-studies = Studies
exchange-studies-offer = ‘{ $file }’ is a list of studies. Do you want to read it into { $circle }?
exchange-studies-read = Read studies in
exchange-studies-added = { $added ->
    [0] There was nothing new in it
    [one] 1 study read in
   *[other] { $added } studies read in
 }{ $known ->
    [0] .
    [one] ; 1 was here already.
   *[other] ; { $known } were here already.
 }
exchange-studies-look = Look at the studies
exchange-studies-problems = Not quite succeeded ({ $count })
exchange-other = Kringboek does not know this file
exchange-other-why = ‘{ $file }’ is no package, no card and no list of studies. A package ends in .kring. Ask the sender which file was meant.
exchange-waits-locked = A file is waiting. It opens as soon as you unlock Kringboek.
exchange-join-first = Join first
exchange-join-first-how = ‘{ $file }’ is from a circle. To open it you join first: choose ‘Join a circle’ and send your card to the coordinator. Open the answer that comes back.
exchange-waiting-first = You are still waiting for your coordinator’s answer. Open that answer first; ‘{ $file }’ can come after it.

## Shared folder
exchange-folder = Shared folder
exchange-folder-how = Do you share a folder in a cloud service, on a stick or on the office disk? Choose that folder once. Kringboek itself puts there what you write and reads what the others wrote. Only the circle can open it.
exchange-folder-choose = Choose a folder
exchange-folder-other = Choose another folder
exchange-folder-look = Look now
exchange-folder-leave = Stop using it
exchange-folder-fine = Last brought up to date: { $moment }
exchange-folder-waiting = { $count ->
    [one] 1 file is still on its way.
   *[other] { $count } files are still on their way.
 }
exchange-folder-refused = { $count ->
    [one] 1 file was not taken over
   *[other] { $count } files were not taken over
 }
