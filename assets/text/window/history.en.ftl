### History: versions of a record, and who did what in the circle.
history-title = History
history-here = On this laptop
history-all = All versions
history-writers = Who wrote what
history-whole = What it said then
history-restore = Put this version back
history-restore-means = What it says now stays in the history. You can undo this.
history-restored = Earlier version put back
history-circle = History of the circle
history-who = Who
history-what = What
history-everyone = everyone
history-everything = everything
history-others = { $count ->
    [one] and 1 other
   *[other] and { $count } others
 }
history-none = Nothing was done here yet. Choose somebody or something else.
history-standings = Who has this as it is here?
history-standing-has = { $name } has it as well.
history-standing-lacks = { $name } does not have it yet, as far as Kringboek knows.
history-own = What you did on this laptop
history-own-show = Undo something of mine
history-own-means = What someone changed since then stays.
history-own-undone = undone
history-older = Show older

erase-title = Erase for good
erase-all = Erase for good
erase-keep = Erase the history only
erase-keep-means = Do you only want to remove words? Take them out of the text yourself first. Then choose Erase the history only: what it says now stays, and what it said before goes.
erase-final = There is no way back.
erase-done = Erased for good. With your next package the others will know too.
erase-cleaned = The history is erased. With your next package the others will know too.
erase-list = Erased for good
erase-waiting = Not confirmed yet: { $names }
erase-reported = The report is in your folder.
