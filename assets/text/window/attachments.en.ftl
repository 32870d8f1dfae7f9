### Attachments of a study, a meeting or a note.

attachments = Attachments
attachments-add = Add a file…
attachments-added = Attachment added.
attachments-adding = Storing the attachment
attachments-stop = Stop
attachments-empty = No files yet. An attachment is 50 MB at most.
attachments-open = Save { $name } in your folder and open it
attachments-save = Save { $name } in your folder
attachments-saved = ‘{ $name }’ is in your folder.
attachments-remove = Take { $name } away
attachments-removed = Attachment taken away.
attachments-not-here = Did not arrive yet. Your next package asks for it, then it comes along with somebody else’s.
attachments-bytes = { $size } bytes
attachments-kilobytes = { $size } kB
attachments-megabytes = { $size } MB
attachments-outgoing = { $count ->
    [one] 1 attachment goes along
   *[other] { $count } attachments go along
 }: { $size }
