### Studies.

## The list
studies-add = Add study
studies-import = Read from file
studies-filter = Filter
studies-count = { $count ->
    [one] 1 study
   *[other] { $all } studies
 }
studies-shown = { $count } of { $all }
studies-none-found = Nothing found with these words.
studies-matches = Studies found
studies-choose = Choose a study
studies-choose-text = Type a word of the title, an author or a year on the left.
studies-empty = No studies yet
studies-empty-text = Here the circle keeps studies, with what they say in plain words. Do you use a reference manager? Export your list as RIS, BibTeX or CSL-JSON and read it in.
studies-and-others = et al.
studies-no-year = n.d.

## A study
studies-menu = More about this study
studies-change = Change study
studies-added = Study added.
studies-changed = Study changed.
studies-summary = In plain words
studies-summary-hint = What does this study say, and what does it mean for family homes?
studies-abstract = The authors’ abstract
studies-keywords-are = Keywords: { $words }
studies-retracted = retracted
studies-retracted-means = The publisher or journal took this study back. Look at the statements that rest on it: do they still hold?
studies-uses = Statements that rest on it
studies-open-doi = Open through doi.org
studies-open-url = Open web address
studies-open-title = To the internet
studies-open-text = Your browser opens a page of
studies-open = Open

## Links
studies-links = Belongs to
studies-no-links = Not linked to a theme or meeting yet.
studies-link = Link
studies-link-theme = Theme
studies-link-no-theme = No theme
studies-link-meeting = Brought in at
studies-link-missing = Choose a theme or a meeting.
studies-linked = Linked.
studies-unlink = Unlink { $name }
studies-unlinked = Unlinked.

## The form
studies-title = Title
studies-title-missing = Fill in the title.
studies-authors = Authors
studies-authors-hint = One per line: Meulen, Annelies van der. An organisation is written without a comma.
studies-year = Year
studies-year-wrong = Fill in four digits, or leave it empty.
studies-type = Kind
studies-container = Journal, book or website
studies-publisher = Publisher
studies-doi = DOI
studies-doi-example = 10.1000/xyz123
studies-url = Web address
studies-url-example = https://
studies-url-wrong = A web address begins with https:// or http://.
studies-is-retracted = This study was retracted
studies-is-retracted-hint = Wherever it is named, this is said beside it.
studies-details = More details
studies-editors = Editors
studies-volume = Volume
studies-issue = Issue
studies-pages = Pages
studies-edition = Edition
studies-publisher-place = Place of publication
studies-isbn = ISBN
studies-language = Language
studies-language-example = nl
studies-keywords = Keywords
studies-keywords-hint = Put a comma between the words.
studies-type-report = report
studies-type-article-journal = journal article
studies-type-book = book
studies-type-chapter = chapter
studies-type-thesis = thesis
studies-type-webpage = web page
studies-type-article-magazine = magazine article
studies-type-article-newspaper = newspaper article
studies-type-paper-conference = conference paper
studies-type-dataset = dataset
studies-type-manuscript = unpublished
studies-type-speech = presentation
studies-type-document = document
studies-type-other = other

## Reading in
studies-reading = Reading { $name }
studies-stop = Stop
studies-stopped = Stopped. Nothing was taken from the file that was being read.
studies-problems = { $count ->
    [one] Note: 1 entry
   *[other] Note: { $count } entries
 }
studies-problems-more = And { $count } more.
studies-line = line { $line }
studies-import-done = Done
