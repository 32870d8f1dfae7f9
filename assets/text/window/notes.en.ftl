### Notes: the list and a new one.
notes-label = Text of the note
notes-show = Show
notes-show-all = All
notes-show-circle = Circle
notes-show-private = Private
notes-filter = Search your notes
notes-count = { $count ->
    [one] One note
   *[other] { $all } notes
}
notes-shown = { $count } of { $all }
notes-none-found = No note with these words.
notes-none-private = No private notes yet.
notes-none-circle = No notes of the circle yet.
notes-private = private
notes-for = For whom
notes-for-circle = The circle
notes-for-private = Only for me
notes-empty = No notes yet
notes-empty-text = Write down what you hear, read or think. For the circle or only for yourself.
notes-choose = Choose a note
notes-choose-text = Or write a new one. What you type is saved within a second.
