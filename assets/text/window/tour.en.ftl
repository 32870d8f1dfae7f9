### Tour through the sample circle, in five stops.
tour-title = Tour
tour-stop = Tour, { $step } of { $of }
tour-next = Next
tour-previous = Previous
tour-leave = Stop
tour-end = Done
tour-today-title = Today
tour-today-text = Here you see where the circle stands: the next meeting, your actions and what is asked of you.
tour-meeting-title = A meeting
tour-meeting-text = Agenda, minutes, decisions and who was there stand together. Two clicks make a summary.
tour-statement-title = A statement with dissent
tour-statement-text = Everyone gives a position. A reservation or objection stands as large as the agreement, in the words of who gave it.
tour-study-title = Research beside it
tour-study-text = A study gets a summary in plain language. With each statement you see what supports it and what contradicts it.
tour-exchange-title = Exchange
tour-exchange-text = You share with the circle by mailing one encrypted file or putting it on a USB stick. No internet is needed.
