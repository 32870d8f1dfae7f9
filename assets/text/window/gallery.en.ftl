### Gallery for who builds Kringboek: all sizes, colours and parts.
gallery-light = Light
gallery-dark = Dark
gallery-colours = Colours and their contrast
gallery-token = Name
gallery-sizes = Sizes
gallery-others = Others
gallery-type = Text
gallery-buttons = Buttons
gallery-signs = Signs
gallery-fields = Fields
gallery-parts = Parts
gallery-dialog = Open a dialog
gallery-word = Example
gallery-sentence = Parents keep a full place from placement to departure.
gallery-happened = This did not work.
gallery-todo = Have another look at it.
