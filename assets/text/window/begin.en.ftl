### What comes before the notebook: first start, keys on paper, joining, the lock.

begin-app = Kringboek
begin-app-meaning = The notebook of your knowledge circle
begin-private = Everything stays on this laptop, encrypted.
begin-language = Language
begin-language-nl = Nederlands
begin-language-en = English

## Three doors
begin-door-found = Begin a circle
begin-door-found-meaning = You set up a knowledge circle and invite the others afterwards.
begin-door-join = Join a circle
begin-door-join-meaning = The circle exists. You ask the coordinator to let you in.
begin-door-sample = Look around in an example
begin-door-sample-meaning = An invented circle with six meetings. You cannot break anything.

## Beginning and joining
begin-found-title = Begin a circle
begin-found-text = You become the coordinator. You can share that with someone later.
begin-found-submit = Begin the circle
begin-found-busy = Making the keys…
begin-circle = Name of the circle
begin-circle-hint = For example: Knowledge circle family homes
begin-circle-missing = Give the circle a name.
begin-join-title = Join a circle
begin-join-text = This makes a card. The coordinator uses it to let you in.
begin-join-submit = Make the card
begin-join-busy = Making the keys…
begin-name = Your name
begin-name-given = First name
begin-name-particle = Particle
begin-name-particle-example = van der
begin-name-family = Last name
begin-name-missing = Fill in your name.

## Passphrase
begin-passphrase = Passphrase
begin-passphrase-new = New passphrase
begin-passphrase-again = Once more
begin-passphrase-advice = Take four loose words that have nothing to do with each other. At least eight characters.
begin-passphrase-same = The same as for your other circles on this laptop.
begin-passphrase-missing = Type your passphrase.
begin-passphrase-differs = You typed something else the second time.
begin-passphrase-show = Show
begin-passphrase-hide = Hide
begin-caps = Caps Lock is on.
begin-strength-short = Too short: take at least eight characters.
begin-strength-weak = Weak: easy to guess. Add a few loose words.
begin-strength-good = Good. One more word makes it strong.
begin-strength-strong = Strong.

## Keys on paper
begin-keys-title = { $sheets ->
    [one] A sheet to keep
   *[other] Two sheets to keep
 }
begin-keys-text = { $sheets ->
    [one] You see this key only once. Print it or copy it by hand, and keep the paper where your laptop is not.
   *[other] You see these keys only once. Print them or copy them by hand, and keep the paper where your laptop is not.
 }
begin-keys-recovery = Recovery key
begin-keys-recovery-text = Opens this laptop when you have forgotten your passphrase.
begin-keys-recovery-keep = Keep it at home, with your passport. Whoever has it and your laptop can read everything.
begin-keys-authority = Circle key
begin-keys-authority-text = Gives the circle a new coordinator when you can no longer be reached.
begin-keys-authority-keep = Do not keep it with the recovery key. Rather give it to a board or a notary.
begin-keys-print = { $sheets ->
    [one] Print the sheet (PDF)
   *[other] Print the sheets (PDF)
 }
begin-keys-opened = “{ $name }” is open. Print it there.
begin-keys-kept = { $sheets ->
    [one] I have printed it or copied it
   *[other] I have printed them or copied them
 }
begin-keys-to-circle = To your circle
begin-keys-to-card = To your card

## Waiting for the answer
begin-waiting-title = Send your card to the coordinator
begin-waiting-text = { $name }, you belong to the circle as soon as the coordinator has let you in.
begin-card-title = 1. Send your card
begin-card-text = The card holds your name and the public keys of this laptop. It is not secret.
begin-card-write = Prepare the card
begin-card-written = “{ $file }” is ready in your folder. Attach the file to a mail.
begin-mail = Text for the mail
begin-mail-text =
    Hello,

    I would like to join the circle. My card is attached to this mail.
    Double-click the file and Kringboek opens it. Shall we call to compare the six words?

    Regards,
    { $name }
begin-invitation = I have an invitation
begin-waiting-text-invited = { $name }, { $by } invited you to { $circle }. Send your card; the answer lets you in.
begin-mail-text-invited =
    Hello,

    Thank you for the invitation. My card comes with this mail.
    Double-click the file and Kringboek opens it.

    Regards,
    { $name }
begin-answer-text-invited = The coordinator sends a package back. No need to compare words: you were invited.
begin-mail-copy = Copy the text
begin-mail-copied = Copied.
begin-answer-title = 2. Open the answer
begin-answer-text = The coordinator sends a package back. Keep your telephone at hand: you compare six words.
begin-answer-choose = I have got the answer

## The lock
begin-locked = Kringboek is locked
begin-open = Open
begin-open-busy = One moment…
begin-forgotten = Forgotten your passphrase?
begin-restore = Put the backup back
begin-another = Begin another circle
begin-join-another = Join another circle
begin-recover-title = Open with the recovery key
begin-recover-text = Take the sheet with the recovery key and choose a new passphrase.
begin-recover-hint = Begins with HERSTEL1. Capitals, spaces and dashes make no difference.
begin-recover-letters = { $typed } of { $all } characters.
begin-recover-missing = Type the recovery key from the paper.
begin-recover-submit = Open

## Sample circle
begin-sample = Sample circle
begin-sample-title = Look around in an example
begin-sample-text = The people in the sample circle are invented. The studies are real.
begin-sample-bar = Sample circle – nothing of this is kept
begin-sample-close = Close
