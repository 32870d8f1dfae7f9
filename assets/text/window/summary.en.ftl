### Summary of a meeting: preview, file and print.
summary-title = Summary of meeting { $number }
summary-private = This is what the summary looks like. Your private notes are never in it.
summary-preview = Preview of the summary
summary-format = Kind of file
summary-format-pdf = PDF
summary-format-html = Web page
summary-format-md = Markdown
summary-make = Make the file
summary-print = Print
summary-printed = The PDF is open. Print it from there.
summary-made = ‘{ $name }’ is in your folder.
