### Trash.
trash-title = Trash
trash-empty-title = The trash is empty
trash-empty-text = What you throw away comes here. You can always put it back: nothing is removed for good.
trash-none-chosen = Choose something to put it back
trash-nothing-lost = Nothing is removed for good here. What you put back returns to its old place, also for the others in the circle.
trash-row = { $kind }, { $moment }
trash-when = { $kind }, in the trash since { $moment }
trash-restore = Put back
trash-restored = Put back.
