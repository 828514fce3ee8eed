"""What can be done in the place where a consultation is prepared, view by view."""

from __future__ import annotations

from consultation.language import N_
from ui.actions.action import Action, Scope

NEXT_VIEW = Action("next-view", N_("The next view of preparing"), Scope.PREPARE, ("Ctrl+PgDown",))
VIEW_BEFORE = Action("view-before", N_("The view of preparing before this one"), Scope.PREPARE, ("Ctrl+PgUp",))

# The consultation

ADD_ORGANISATION = Action(
    "add-organisation",
    N_("Add an organisation to those that documents name"),
    Scope.CONSULTATION,
    ("Ctrl+Shift+N",),
    N_("Add"),
    "plus",
)
NEXT_GAP = Action(
    "next-frame-gap",
    N_("Go to the next thing that lacks words or a picture"),
    Scope.CONSULTATION,
    ("Alt+N",),
    N_("Next gap"),
    "chevron-right",
)
LANGUAGE_EARLIER = Action(
    "language-earlier", N_("Move the language before the one before it"), Scope.ORDERED, ("Alt+Left", "Alt+Up")
)
LANGUAGE_LATER = Action(
    "language-later", N_("Move the language behind the next one"), Scope.ORDERED, ("Alt+Right", "Alt+Down")
)
ORGANISATION_UP = Action(
    "organisation-up", N_("Move the organisation up, as documents print them"), Scope.PARTS, ("Alt+Up",), N_("order")
)
ORGANISATION_DOWN = Action(
    "organisation-down", N_("Move the organisation down, as documents print them"), Scope.PARTS, ("Alt+Down",)
)
OPEN_ORGANISATION = Action(
    "open-organisation",
    N_("Its name, its part and its emblem"),
    Scope.PARTS,
    ("Return", "Space"),
    N_("name, part, emblem"),
)
CHOOSE_EMBLEM = Action(
    "choose-emblem", N_("Choose a picture as its emblem"), Scope.PARTS, ("E",), N_("Choose a picture…"), "image"
)
WITHOUT_PART = Action(
    "without-part", N_("Documents no longer name the organisation"), Scope.PARTS, ("Del",), N_("take out")
)
LEAVE_ORGANISATION = Action(
    "leave-organisation", N_("Close what is known of the organisation"), Scope.CONSULTATION, ("Esc",), N_("close")
)

# Words

ADD_TERM = Action(
    "add-term", N_("Add a term below the chosen one"), Scope.VOCABULARIES, ("N",), N_("Add a term"), "plus"
)
EDIT_TERM = Action(
    "edit-term", N_("Edit the chosen term"), Scope.VOCABULARIES, ("Return", "F2"), N_("Edit the term"), "pencil"
)
PEEK_TERM = Action(
    "peek-term", N_("Show or hide what is known of the chosen term"), Scope.VOCABULARIES, ("Space",), icon="panel-right"
)
LEAVE_TERM = Action("leave-term", N_("Back to the list of terms"), Scope.VOCABULARIES, ("Esc",))
TERM_UP = Action("term-up", N_("Move the term up"), Scope.VOCABULARIES, ("Alt+Up",), icon="arrow-up")
TERM_DOWN = Action("term-down", N_("Move the term down"), Scope.VOCABULARIES, ("Alt+Down",), icon="arrow-down")
TERM_IN = Action("term-in", N_("Put the term under the one above"), Scope.VOCABULARIES, ("Alt+Right",))
TERM_OUT = Action("term-out", N_("Take the term out from under another"), Scope.VOCABULARIES, ("Alt+Left",))
FOLD_TERM = Action("fold-term", N_("Fold or unfold what stands under the term"), Scope.VOCABULARIES, ("Left", "Right"))
JOIN_TERM = Action(
    "join-term", N_("Join the term with another"), Scope.VOCABULARIES, ("J",), N_("Join with another…"), "git-merge"
)
RETIRE_TERM = Action("retire-term", N_("Retire the term"), Scope.VOCABULARIES, ("R",), N_("Retire"), "pause")
ADD_VOCABULARY = Action(
    "add-vocabulary", N_("Add a vocabulary"), Scope.VOCABULARIES, ("V",), N_("A new vocabulary"), "plus"
)
EDIT_VOCABULARY = Action(
    "edit-vocabulary",
    N_("Change the name of the vocabulary"),
    Scope.VOCABULARIES,
    ("A",),
    N_("About the vocabulary"),
    "tag",
)
IMPORT_WORDS = Action(
    "import-words", N_("Take terms from a table"), Scope.VOCABULARIES, ("I",), N_("Import…"), "table-2"
)
EXPORT_WORDS = Action(
    "export-words", N_("Write the terms to a table"), Scope.VOCABULARIES, ("E",), N_("Export…"), "file-down"
)

# People and organisations

ADD_PERSON = Action(
    "add-person",
    N_("Add a person; an organisation or a partnership while these are listed"),
    Scope.PEOPLE_ROWS,
    ("N",),
    N_("Add a person"),
    "user-plus",
)
EDIT_ROW = Action(
    "edit-row", N_("Go to the form of the row"), Scope.PEOPLE_ROWS, ("Return", "F2"), N_("Edit"), "pencil"
)
DELETE_ROW = Action("delete-row", N_("Delete the row"), Scope.PEOPLE_ROWS, ("Del",), N_("Delete"), "trash-2")
SORT_ROWS = Action(
    "sort-rows",
    N_("Sort by the column of that number; once more for the other way round"),
    Scope.PEOPLE_TABLE,
    ("Alt+1", "Alt+2", "Alt+3", "Alt+4", "Alt+5", "Alt+6"),
)
PASTE_TABLE = Action(
    "paste-table",
    N_("Take people or organisations from a table"),
    Scope.PEOPLE_TABLE,
    ("Ctrl+Shift+V",),
    N_("Paste a table…"),
    "table-2",
)
EXPORT_PEOPLE = Action(
    "export-people", N_("Export the list"), Scope.PEOPLE_TABLE, ("Ctrl+E",), N_("Export…"), "file-down"
)
PAIRS_ALIKE = Action(
    "pairs-alike", N_("Look at those who may be the same person twice"), Scope.PEOPLE_TABLE, ("Alt+P",), icon="copy"
)
JOIN_PAIR = Action(
    "join-pair", N_("The two are one person: join them"), Scope.PEOPLE_PAIRS, ("J",), N_("Join"), "git-merge"
)
TWO_PEOPLE = Action(
    "two-people", N_("The two are two people"), Scope.PEOPLE_PAIRS, ("D",), N_("These are two people"), "users"
)
NEXT_PAIR = Action("next-pair", N_("The next two who may be one person"), Scope.PEOPLE_PAIRS, ("Down",), N_("Later"))
LEAVE_PAIRS = Action("leave-pairs", N_("From those alike back to the people"), Scope.PEOPLE_PAIRS, ("Esc",))
NEXT_FIELD = Action("next-field", N_("The next field"), Scope.PERSON_FORM, ("Return",), N_("next field"))
NEXT_PERSON = Action("next-person", N_("The next person"), Scope.PERSON_FORM, ("Ctrl+N",), N_("next person"))
LEAVE_FORM = Action("leave-form", N_("From the form back to the table"), Scope.PERSON_FORM, ("Esc",))

# A table that is taken in

OPEN_TABLE = Action(
    "open-table", N_("Open the file of a table"), Scope.TABLE_IN, ("Alt+O",), N_("Open a file…"), "folder-open"
)
PASTE_ROWS = Action(
    "paste-rows",
    N_("Paste the rows that were copied in a spreadsheet"),
    Scope.TABLE_IN,
    ("Ctrl+V",),
    N_("From the clipboard"),
    "clipboard-list",
)
GIVE_UP_TABLE = Action("give-up-table", N_("Stop reading the table"), Scope.TABLE_IN, ("Alt+S",), N_("Stop"))
NEXT_DOUBT = Action(
    "next-doubt",
    N_("Go to the next doubtful row that nobody has decided"),
    Scope.TABLE_IN,
    ("Alt+N",),
    N_("Next doubtful row"),
    "chevron-right",
)
DECIDE_ROW = Action("decide-row", N_("Say what becomes of the doubtful row"), Scope.TABLE_IN, ("Return",))
TAKE_ROW = Action("take-row", N_("Take the doubtful row in"), Scope.TABLE_IN, ("T",), N_("Take it in"))
LEAVE_ROW = Action("leave-row", N_("Leave the doubtful row out"), Scope.TABLE_IN, ("X",), N_("Leave it out"))
TAKE_IN = Action(
    "take-in", N_("Take in what the table brings"), Scope.TABLE_IN, ("Ctrl+Return",), N_("Take in"), "check"
)
LEAVE_TABLE = Action("leave-table", N_("From the table back to the list"), Scope.TABLE_IN, ("Esc",))

# The programme

ADD_SESSION = Action(
    "add-to-programme", N_("Add a session to the programme"), Scope.PROGRAMME, ("N",), N_("Add a session"), "plus"
)
IMPORT_PROGRAMME = Action(
    "import-programme",
    N_("Take sessions from a table"),
    Scope.PROGRAMME,
    ("Ctrl+I",),
    N_("Import…"),
    "table-2",
)
EXPORT_PROGRAMME = Action(
    "export-programme",
    N_("Write the programme to a file"),
    Scope.PROGRAMME,
    ("Ctrl+E",),
    N_("Export…"),
    "file-down",
)
GIVE_TIME = Action("give-time", N_("Give the session a time"), Scope.TIMETABLE, ("T",), icon="clock")
EARLIER = Action("session-earlier", N_("15 minutes earlier"), Scope.TIMETABLE, ("Alt+Left",))
LATER = Action("session-later", N_("15 minutes later"), Scope.TIMETABLE, ("Alt+Right",))
SHORTER = Action("session-shorter", N_("End 15 minutes earlier"), Scope.TIMETABLE, ("Alt+Shift+Left",))
LONGER = Action("session-longer", N_("End 15 minutes later"), Scope.TIMETABLE, ("Alt+Shift+Right",))
ROW_BEFORE = Action("session-row-before", N_("To the track or day before"), Scope.TIMETABLE, ("Alt+Up",))
ROW_AFTER = Action("session-row-after", N_("To the track or day after"), Scope.TIMETABLE, ("Alt+Down",))
PEEK_SESSION = Action("peek-session", N_("What is known of the session"), Scope.TIMETABLE, ("Space", "Return"))
DROP_SESSION = Action("drop-session", N_("Delete the session"), Scope.TIMETABLE, ("Del",), icon="trash-2")
ADD_DAY = Action(
    "add-day", N_("Add a day to the programme"), Scope.PROGRAMME, ("Shift+D",), N_("Add a day"), "calendar-plus"
)
OPEN_DAY = Action("open-day", N_("The day of the chosen session: its title and format"), Scope.PROGRAMME, ("D",))
OPEN_TRACKS = Action(
    "open-tracks", N_("The tracks of the programme"), Scope.PROGRAMME, ("K",), N_("Tracks"), "chart-gantt"
)
ROW_UP = Action("programme-row-up", N_("Move it up"), Scope.PROGRAMME_ROWS, ("Alt+Up",), N_("order"))
ROW_DOWN = Action("programme-row-down", N_("Move it down"), Scope.PROGRAMME_ROWS, ("Alt+Down",))
TAKE_ROW_OFF = Action("programme-row-off", N_("Take it away"), Scope.PROGRAMME_ROWS, ("Alt+Del",), icon="x")
LEAVE_SESSION = Action("leave-session", N_("From the form back to the timetable"), Scope.PROGRAMME, ("Esc",))
NEXT_CLASH = Action("next-clash", N_("To the next clash"), Scope.PROGRAMME, ("Alt+N",))
NEXT_TIMELESS = Action("next-timeless", N_("To the next session without a time"), Scope.PROGRAMME, ("Alt+T",))

# Open space

SORT_INTERESTS = Action(
    "sort-interests",
    N_("Sort by the column of that number; once more for the other way round"),
    Scope.OPEN_SPACE,
    ("Alt+1", "Alt+2", "Alt+3", "Alt+4"),
)
ADD_INTEREST = Action(
    "add-interest", N_("Add an expression of interest"), Scope.OPEN_SPACE, ("N",), N_("Add an interest"), "plus"
)
IMPORT_INTERESTS = Action(
    "import-interests",
    N_("Take the answers to a form from a table"),
    Scope.OPEN_SPACE,
    ("Ctrl+I",),
    N_("Import…"),
    "table-2",
)
PEEK_INTEREST = Action("peek-interest", N_("What is known of it, or no longer"), Scope.OPEN_SPACE, ("Space",))
ACCEPT = Action("accept-interest", N_("Take it into the programme"), Scope.OPEN_SPACE, ("A",), N_("Accept"), "check")
DECLINE = Action("decline-interest", N_("Decline it, with a reason"), Scope.OPEN_SPACE, ("D",), N_("Decline…"), "x")
DROP_INTEREST = Action("drop-interest", N_("Delete what is chosen"), Scope.OPEN_SPACE, ("Del",), icon="trash-2")
LEAVE_INTEREST = Action("leave-interest", N_("From the form back to the list"), Scope.OPEN_SPACE, ("Esc",))

# Aims

ADD_AIM = Action("add-aim", N_("Add to what is shown"), Scope.AIMS, ("N",), N_("Add"), "plus")
ADD_BELOW = Action(
    "add-below", N_("Add below it: a result of the objective, a page of the document"), Scope.AIMS, ("Shift+N",)
)
OPEN_AIM = Action("open-aim", N_("Show or hide the fields of what is chosen"), Scope.AIM_ROWS, ("Space",))
EDIT_AIM = Action("edit-aim", N_("Go to the fields of what is chosen"), Scope.AIM_ROWS, ("Return",), N_("edit"))
AIM_UP = Action("aim-up", N_("Move it up"), Scope.AIM_ROWS, ("Alt+Up",), N_("order"))
AIM_DOWN = Action("aim-down", N_("Move it down"), Scope.AIM_ROWS, ("Alt+Down",))
DELETE_AIM = Action("delete-aim", N_("Delete it"), Scope.AIM_ROWS, ("Del",), N_("delete"))
LEAVE_AIM = Action("leave-aim", N_("From the fields back to the list"), Scope.AIMS, ("Esc",), N_("back"))
IMPORT_REFERENCES = Action(
    "import-references",
    N_("Read documents from a reference manager (RIS, CSL-JSON)"),
    Scope.AIMS,
    ("Ctrl+I",),
    N_("Import…"),
    "file-plus",
)
CARRY_OVER = Action(
    "carry-over",
    N_("Carry over from another consultation file what it left unfinished"),
    Scope.AIMS,
    ("Ctrl+Shift+I",),
    N_("Carry over…"),
    "history",
)

# Handing out

MAKE_KIT = Action(
    "make-kit", N_("Make the file for the rooms"), Scope.HAND_OUT, ("Ctrl+Return",), N_("Make the file…"), "package"
)
MEND_LACK = Action("mend-lack", N_("Go where it can be mended"), Scope.HAND_OUT, ("Return",), icon="arrow-right")
TICK_RECIPIENT = Action("tick-recipient", N_("Give it to this person, or not"), Scope.HAND_OUT, ("Space",))
CHANGE_WAY = Action("change-way", N_("On a stick, or by mail"), Scope.HAND_OUT, ("W",), icon="usb")
ADD_RECIPIENT = Action("add-recipient", N_("Add somebody who gets the file"), Scope.HAND_OUT, ("N",), N_("Add"), "plus")
DROP_RECIPIENT = Action("drop-recipient", N_("Take off the list who was put on it by hand"), Scope.HAND_OUT, ("Del",))
