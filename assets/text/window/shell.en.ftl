# What the program around the window says itself.

shell-choose-packages = Choose packages
shell-choose-studies = Choose files with studies
shell-choose-card = Choose the card of a new member
shell-choose-attachments = Choose files to add
shell-choose-folder = Choose the folder for documents and packages
shell-choose-shared-folder = Choose the shared folder of the circle
shell-kind-packages = Packages
shell-kind-studies = Studies
shell-kind-card = Cards
shell-kind-all = All files

shell-cannot-start = Kringboek cannot start

err-internal = Something went wrong in Kringboek itself. What was saved is still there.
err-internal-todo = Try again. If it keeps going wrong, close Kringboek and open it again.
