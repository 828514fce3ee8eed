"""The one table of what can be done. Menus, the page of keys, tool tips and shortcuts are made from it.

What an action does is bound by whoever owns it (`ui/keys.py`); keys are shown by code and never stand in a text, so
that no translator has to know them.
"""

from __future__ import annotations

from consultation.language import N_
from ui.actions import preparing
from ui.actions.action import Action, Scope

# The file

NEW = Action("new", N_("New consultation from a kit"), Scope.WINDOW, ("Ctrl+N",), N_("&New from a kit…"), "file-plus")
NEW_WITHOUT_KIT = Action(
    "new-without-kit", N_("New consultation without a kit"), short=N_("New &without a kit…"), icon="file-plus"
)
OPEN = Action("open", N_("Open a file"), Scope.WINDOW, ("Ctrl+O",), N_("&Open…"), "folder-open")
COPY = Action("copy", N_("Send a copy"), Scope.WINDOW, ("Ctrl+Shift+S",), N_("Send a &copy…"), "copy", True)
CLOSE = Action("close", N_("Close the file"), Scope.WINDOW, ("Ctrl+W",), N_("&Close file"), needs_file=True)
QUIT = Action("quit", N_("Quit the program"), Scope.WINDOW, ("Ctrl+Q",), N_("&Quit"))
GO_ON = Action("go-on", N_("Go on with the file that was open last"), Scope.RECENT, ("Return",), N_("Go on"))
FORGET_FILE = Action("forget-file", N_("Take the file off the list of recent files"), Scope.RECENT, ("Del",))

# What was done

UNDO = Action("undo", N_("Undo"), Scope.WINDOW, ("Ctrl+Z",), N_("&Undo"), "undo-2", True)
REDO = Action("redo", N_("Redo"), Scope.WINDOW, ("Ctrl+Shift+Z",), N_("&Redo"), needs_file=True)
FIND = Action("find", N_("Find words in this place"), Scope.WINDOW, ("Ctrl+F",), N_("&Find"), "search", True)

PALETTE = Action(
    "palette",
    N_("Find anything: what can be done, sessions, people, recommendations"),
    Scope.WINDOW,
    ("Ctrl+K",),
    N_("Find anything"),
    "search",
)
TAKE_FOUND = Action("take-found", N_("Do what was found"), Scope.PALETTE, ("Return",))
LEAVE_PALETTE = Action(
    "leave-palette", N_("From what was found back to where the keyboard was"), Scope.PALETTE, ("Esc",)
)

# The places

GO_PREPARE = Action(
    "go-prepare", N_("Go to preparing"), Scope.WINDOW, ("Ctrl+1",), N_("Prepare"), "clipboard-list", True
)
GO_SESSION = Action(
    "go-session", N_("Go to the session"), Scope.WINDOW, ("Ctrl+2",), N_("Session"), "messages-square", True
)
GO_MERGE = Action("go-merge", N_("Go to merging"), Scope.WINDOW, ("Ctrl+3",), N_("Merge"), "git-merge", True)
GO_DECLARATION = Action(
    "go-declaration", N_("Go to the declaration"), Scope.WINDOW, ("Ctrl+4",), N_("Declaration"), "scroll-text", True
)
MESSAGES = Action("messages", N_("Messages so far"), Scope.WINDOW, ("Ctrl+Shift+M",), N_("&Messages so far"), "bell")

# How the window looks

LIKE_SYSTEM = Action("colours-of-system", N_("Colours as the system has them"), short=N_("As the system has them"))
LIGHT = Action("colours-light", N_("Light colours"), short=N_("Light"))
DARK = Action("colours-dark", N_("Dark colours"), short=N_("Dark"))
LARGER = Action("larger", N_("Larger text"), Scope.WINDOW, ("Ctrl++", "Ctrl+="), N_("&Larger text"))
SMALLER = Action("smaller", N_("Smaller text"), Scope.WINDOW, ("Ctrl+-",), N_("&Smaller text"))
USUAL_SIZE = Action("usual-size", N_("Usual text size"), Scope.WINDOW, ("Ctrl+0",), N_("&Usual text size"))

# Help

KEYS = Action("keys", N_("All keys on one page"), Scope.WINDOW, ("F1",), N_("&Keyboard shortcuts"))
ABOUT = Action("about", N_("About this program"), short=N_("&About this program"), icon="info")

# The room

INTERVENTION = Action(
    "intervention", N_("The line is an intervention"), Scope.ROOM, ("Ctrl+I",), N_("Intervention"), "message-square"
)
CITIZENSHIP = Action(
    "citizenship",
    N_("The line, or the words marked, is a citizenship recommendation"),
    Scope.ROOM,
    ("Ctrl+Shift+C",),
    N_("Citizenship"),
    "set-citizenship",
)
POLICY = Action(
    "policy",
    N_("The line, or the words marked, is a recommendation on policy and action"),
    Scope.ROOM,
    ("Ctrl+Shift+P",),
    N_("Policy and action"),
    "set-policy",
)
LESSON = Action(
    "lesson",
    N_("The line, or the words marked, is a lesson learned"),
    Scope.ROOM,
    ("Ctrl+Shift+L",),
    N_("Lesson"),
    "lightbulb",
)
QUESTION = Action(
    "question",
    N_("The line is a question"),
    Scope.ROOM,
    ("Ctrl+Shift+Q",),
    N_("Question"),
    "message-circle-question-mark",
)
QUOTATION = Action("quotation", N_("The line is a quotation"), Scope.ROOM, (), N_("Quotation"), "quote")
SPEAKER = Action("speaker", N_("Choose who is speaking from the list"), Scope.ROOM, ("Ctrl+L",), N_("Who is speaking"))
NOBODY_BY_NAME = Action(
    "nobody-by-name",
    N_("Somebody in the room is speaking, not by name"),
    Scope.ROOM,
    ("Ctrl+Shift+N",),
    N_("Somebody in the room"),
    "users",
)
COUNT = Action(
    "count",
    N_("Count hands on the selected recommendation, or on the last one"),
    Scope.ROOM,
    ("Ctrl+Return",),
    N_("Count hands"),
    "hand",
)
ALREADY_SAID = Action(
    "already-said", N_("Look at the recommendation that says the same as the line"), Scope.ROOM, ("Ctrl+Shift+A",)
)
ENTRY_LINE = Action("entry-line", N_("Back to the entry line"), Scope.ROOM, ("Ctrl+T",))
SESSIONS = Action("sessions", N_("Choose another session"), Scope.ROOM, ("Ctrl+G",))
DETAILS = Action(
    "details",
    N_("Show or hide the details"),
    Scope.ROOM,
    ("Ctrl+Shift+D",),
    N_("Details"),
    "panel-right",
)
NEW_SESSION = Action("new-session", N_("Add a session"), Scope.ROOM, (), N_("New session"), "plus")
SWITCH_SESSION = Action("switch-session", N_("Start or end the session"), Scope.ROOM, (), icon="play")
SAVE_LINE = Action("save-line", N_("Save the line"), Scope.LINE, ("Return",))
NEW_LINE = Action("new-line", N_("New line in the text"), Scope.LINE, ("Shift+Return",))
NAME_SPEAKER = Action("name-speaker", N_("Choose who is speaking by typing a name"), Scope.LINE, ("@",))
NAME_KIND = Action("name-kind", N_("In the empty line: what it becomes"), Scope.LINE, ("/",))
NAME_STRAND = Action("name-strand", N_("Give what is typed a strand"), Scope.LINE, ("#",))
NO_SPEAKER = Action("no-speaker", N_("In the empty line: no speaker"), Scope.LINE, ("Backspace",))
INTO_STREAM = Action(
    "into-stream", N_("The entry before, from the entry line too when it is empty"), Scope.LINE, ("Up",)
)
PLAIN_LINE = Action("plain-line", N_("The line is an intervention again"), Scope.LINE, ("Esc",))
MARK = Action(
    "mark", N_("Mark words of the selected entry, letter by letter"), Scope.STREAM, ("Shift+Right", "Shift+Left")
)
MARK_WORDS = Action(
    "mark-words",
    N_("Mark words of the selected entry, word by word"),
    Scope.STREAM,
    ("Ctrl+Shift+Right", "Ctrl+Shift+Left"),
)
PEEK = Action("peek", N_("Show or hide the details of the selected entry"), Scope.STREAM, ("Space",))
EDIT_ENTRY = Action("edit-entry", N_("Edit the selected entry"), Scope.STREAM, ("Return",), N_("Edit"), "pencil")
DELETE_ENTRY = Action("delete-entry", N_("Delete what is selected"), Scope.STREAM, ("Del",), N_("Delete"), "trash-2")
LEAVE_STREAM = Action("leave-stream", N_("Nothing marked; then back to the entry line"), Scope.STREAM, ("Esc",))
NEXT_VOTE = Action("next-vote", N_("While hands are counted: the next number"), Scope.COUNTING, ("Tab",))
SAVE_COUNT = Action("save-count", N_("While hands are counted: save"), Scope.COUNTING, ("Return",))
LEAVE_COUNT = Action("leave-count", N_("While hands are counted: leave without saving"), Scope.COUNTING, ("Esc",))
TO_FOUND = Action("to-found", N_("From the search to what was found"), Scope.SEARCH, ("Down",))
NEXT_ENTRY_FOUND = Action("next-entry-found", N_("The next entry that was found"), Scope.SEARCH, ("Return",))
SEARCH_EVERYWHERE = Action(
    "search-everywhere", N_("Search all sessions for the words in the field"), Scope.SEARCH, ("Shift+Return",)
)
LEAVE_SEARCH = Action("leave-search", N_("Leave the search"), Scope.SEARCH, ("Esc",))
GIVE_FLOOR = Action("give-floor", N_("Give the person the floor"), Scope.PEOPLE, ("Return",), N_("Give the floor"))
TAKE_OFF = Action(
    "take-off",
    N_("Take the person off the list of this session"),
    Scope.PEOPLE,
    ("Del",),
    N_("Take off the list"),
)
PERSON_MENU = Action(
    "person-menu", N_("Role and consent of the person, and what else can be done"), Scope.PEOPLE, ("Shift+F10",)
)
RENAME = Action("rename", N_("Edit the name and organisation of the person"), Scope.PEOPLE, ("F2",), N_("Edit name…"))
KEEP_NAME = Action("keep-name", N_("Keep the name as it is typed"), Scope.NAME, ("Return",))
LEAVE_NAME = Action("leave-name", N_("Leave the name as it was"), Scope.NAME, ("Esc",))
TAKE_OFF_AGENDA = Action(
    "take-off-agenda", N_("Take the item off the agenda"), Scope.AGENDA, ("Del",), N_("Take off the agenda")
)
NEXT_COUNT = Action(
    "next-count", N_("From a count to the next one, from the last to the entry line"), Scope.DETAILS, ("Return",)
)
TAKE_OFF_WORD = Action(
    "take-off-word", N_("Take a chosen addressee off"), Scope.DETAILS, ("Del", "Backspace"), N_("Take off")
)
ADD_RESERVATION = Action(
    "add-reservation",
    N_("Add a reservation to the selected recommendation, or to the last one"),
    Scope.ROOM,
    ("Ctrl+Shift+R",),
    N_("Add a reservation"),
    "message-square-warning",
)
RESERVATION_HERE = Action(
    "reservation-here", N_("Add a reservation, where no field has the keyboard"), Scope.DETAILS, ("R",)
)
OTHER_ENTRY = Action("other-entry", N_("Another entry, where no field has the keyboard"), Scope.DETAILS, ("Up", "Down"))
CLOSE_DETAILS = Action(
    "close-details", N_("Close the details, where no field has the keyboard"), Scope.DETAILS, ("Space",)
)
LEAVE_DETAILS = Action("leave-details", N_("From the details to the entry line"), Scope.DETAILS, ("Esc",))

# Merging

CHOOSE_FILES = Action(
    "choose-files", N_("Choose files to merge"), Scope.MERGE, ("Ctrl+Shift+O",), N_("Add files…"), "plus"
)
MERGE = Action("merge", N_("Merge the files"), Scope.FILES, ("Ctrl+Return",), N_("Merge"), "git-merge")
TICK_FILE = Action("tick-file", N_("Have the file go in, or not"), Scope.FILES, ("Return", "+"), icon="check")
PEEK_FILE = Action("peek-file", N_("Look at what the file brings"), Scope.FILES, ("Space",))
LOOK_AT_SAVABLE = Action(
    "look-at-savable",
    N_("Look at what can be saved of a damaged file"),
    Scope.FILES,
    ("S",),
    N_("Look at what can be saved"),
    "file-warning",
)
SAVE_WHOLE = Action(
    "save-whole",
    N_("Save what is whole of the damaged file into a new one"),
    Scope.SALVAGE,
    ("Ctrl+Return",),
    N_("Save what is whole…"),
    "file-down",
)
LEAVE_SALVAGE = Action(
    "leave-salvage", N_("Back to the files"), Scope.SALVAGE, ("Esc",), N_("Back to the files"), "chevron-left"
)
TICK_ALL = Action("tick-all", N_("Have every file go in that can, or none"), Scope.FILES, ("Ctrl+A",), N_("All"))
DROP_FILE = Action("drop-file", N_("Take the file off the list"), Scope.FILES, ("Del",))
LEAVE_PEEK = Action("leave-peek", N_("Close what is known of the file"), Scope.FILES, ("Esc",))
ANSWER = Action(
    "answer",
    N_("Choose an answer by its number"),
    Scope.DECISIONS,
    ("1", "2", "3", "4", "5", "6", "7", "8", "9"),
    N_("Keep this one"),
    icon="check",
)
WRITE_WORDING = Action(
    "write-wording",
    N_("Write another wording"),
    Scope.DECISIONS,
    ("W",),
    N_("Write another…"),
    icon="pencil",
)
NEXT_CONFLICT = Action("next-conflict", N_("The next thing to decide"), Scope.DECISIONS, ("Down", "J"), N_("Later"))
PREVIOUS_CONFLICT = Action("previous-conflict", N_("The thing to decide before"), Scope.DECISIONS, ("Up", "K"))
SAY_SAME = Action("say-same", N_("They are the same recommendation"), Scope.DECISIONS, ("S",), N_("The same"))
SAY_PART = Action("say-part", N_("The others are part of the one that leads"), Scope.DECISIONS, ("P",))
SAY_CONTRADICT = Action(
    "say-contradict", N_("They contradict each other"), Scope.DECISIONS, ("C",), N_("They contradict")
)
SAY_DIFFERENT = Action(
    "say-different", N_("They are different recommendations"), Scope.DECISIONS, ("D",), N_("Different")
)
ACCEPT_IDENTICAL = Action(
    "accept-identical",
    N_("Put together all that are identical but for case, punctuation and accents"),
    Scope.DECISIONS,
    ("Shift+S",),
)
NEXT_MEMBER = Action("next-member", N_("The next card, or the one before"), Scope.CARDS, ("Right", "Left"))
LEAVE_ASIDE = Action(
    "leave-aside",
    N_("Leave the card at hand aside as different, or no longer"),
    Scope.DECISIONS,
    ("X",),
    N_("Leave aside"),
)
FOLD_PART = Action("fold-part", N_("Open or close the part of the queue"), Scope.QUEUE, ("Return", "Right", "Left"))
COUNT_HOLDS = Action("count-holds", N_("The count holds for the new words"), Scope.DECISIONS, ("H",), icon="check")
SPLIT_GROUP = Action(
    "split-group", N_("Split the group: its members are different"), Scope.DECIDED, ("D",), N_("Split the group")
)
TAKE_MEMBER_OUT = Action(
    "take-member-out", N_("Take the card at hand out of the group"), Scope.DECIDED, ("X",), N_("Take out")
)
LEAD_GROUP = Action(
    "lead-group",
    N_("Let the one of that number lead the group"),
    Scope.DECIDED,
    ("1", "2", "3", "4", "5", "6", "7", "8", "9"),
)
WORD_GROUP = Action(
    "word-group", N_("Write words for the group"), Scope.DECIDED, ("W",), N_("Write words for all…"), "pencil"
)
TAKE_DECISION_BACK = Action(
    "take-decision-back",
    N_("Take the decision back"),
    Scope.DECIDED,
    ("T",),
    icon="undo-2",
)
TAKE_MERGE_BACK = Action("take-merge-back", N_("Take the whole merge back"), Scope.MERGES, ("T",), icon="undo-2")
USE_WORDING = Action(
    "use-wording", N_("Use the other wording"), Scope.WORDING, ("Ctrl+Return",), N_("Use this wording"), "check"
)
LEAVE_WORDING = Action("leave-wording", N_("Put the other wording away"), Scope.WORDING, ("Esc",), N_("Cancel"))

# Priorities

OTHER_FIGURE = Action(
    "other-figure",
    N_("Another figure of the row, to see how it came about"),
    Scope.PRIORITIES,
    ("Left", "Right"),
    N_("figure"),
)
IN_THE_TEN = Action(
    "in-the-ten", N_("Put it among those to begin with, or take it out"), Scope.PRIORITIES, ("T",), N_("ten")
)
TEN_UP = Action(
    "ten-up", N_("Move it up among those to begin with"), Scope.PRIORITIES, ("Alt+Up",), N_("order"), "arrow-up"
)
TEN_DOWN = Action(
    "ten-down", N_("Move it down among those to begin with"), Scope.PRIORITIES, ("Alt+Down",), icon="arrow-down"
)
PROPOSE_TEN = Action(
    "propose-ten", N_("Propose those to begin with, in proportion"), Scope.PRIORITIES, ("P",), icon="scale"
)
SET_STRAND = Action("set-strand", N_("Strand of all that are chosen"), Scope.PRIORITIES, ("S",), N_("strand"))
SET_ADDRESSEE = Action(
    "set-addressee", N_("Addressee of all that are chosen"), Scope.PRIORITIES, ("A",), N_("addressee")
)
SET_STATUS = Action("set-status", N_("Status of all that are chosen"), Scope.PRIORITIES, ("U",), N_("status"))
PUT_TOGETHER = Action(
    "put-together",
    N_("All that are chosen are the same recommendation"),
    Scope.PRIORITIES,
    ("G",),
    N_("the same"),
)
WHO_IS_MISSING = Action(
    "who-is-missing",
    N_("Who is missing: regions and kinds of actors of which nobody was there"),
    Scope.PRIORITIES,
    ("M",),
    N_("Who is missing"),
    "users",
)
LEAVE_MISSING = Action(
    "leave-missing", N_("From who is missing back to the priorities"), Scope.MISSING, ("Esc",), N_("Back")
)
EXPORT_LIST = Action(
    "export-list", N_("Export the list as it is shown"), Scope.MERGE, ("Ctrl+E",), N_("Export…"), "file-down"
)

# The history of one record

RESTORE = Action("restore-state", N_("Restore this state"), Scope.HISTORY, ("Return",), icon="undo-2")
LEAVE_HISTORY = Action("leave-history", N_("Back to where you were"), Scope.HISTORY, ("Esc",), N_("Back"))

# The declaration

DRAFT = Action(
    "draft",
    N_("Make the draft, or bring it up to date"),
    Scope.DECLARATION,
    ("F5",),
    N_("Draft again"),
    "refresh-cw",
)
EXPORT = Action("export", N_("Export the declaration"), Scope.DECLARATION, ("Ctrl+E",), N_("Export…"), "file-down")
NEXT_NEED = Action(
    "next-need",
    N_("Go to the next thing that waits for a person"),
    Scope.DECLARATION,
    ("Alt+N",),
    N_("Next"),
    "chevron-right",
)
TWO_LANGUAGES = Action(
    "two-languages",
    N_("Two languages side by side"),
    Scope.DECLARATION,
    ("Alt+2",),
    N_("Two languages"),
    "languages",
)
NOT_USED = Action(
    "not-used",
    N_("What is not in the text, and why"),
    Scope.DECLARATION,
    ("Alt+3",),
    N_("Not used"),
    "inbox",
)
EDITIONS = Action(
    "editions", N_("The editions of the declaration"), Scope.DECLARATION, ("Alt+4",), N_("Editions"), "book-open"
)
FREEZE = Action(
    "freeze",
    N_("Freeze an edition of the declaration as it stands"),
    Scope.DECLARATION,
    ("Ctrl+Shift+F",),
    N_("Freeze"),
    "book-open",
)
TEXT_VIEW = Action(
    "text-view", N_("The text of the declaration"), Scope.DECLARATION, ("Alt+1",), N_("Text"), "scroll-text"
)
SAVE_TRANSLATION = Action(
    "save-translation",
    N_("Save the translation and go on to the next"),
    Scope.SOURCES,
    ("Ctrl+Return",),
    N_("Save, next"),
    "check",
)
TRANSLATE = Action(
    "translate", N_("Translate the clause where it stands"), Scope.TWO, ("Return", "F2"), N_("Translate"), "languages"
)
STILL_HOLDS = Action(
    "still-holds",
    N_("The translation still holds, though the original was changed"),
    Scope.TWO,
    ("H",),
    N_("It still holds"),
    "check",
)
SAVE_AND_NEXT = Action(
    "save-and-next",
    N_("Save the translation and go on to the next bracket"),
    Scope.TRANSLATING,
    ("Return", "Ctrl+Return"),
)
END_TRANSLATING = Action("end-translating", N_("Done with translating; it is saved"), Scope.TRANSLATING, ("Esc",))
USE_WORDS = Action(
    "use-words",
    N_("Make a clause with the words that are typed"),
    Scope.UNUSED,
    ("Ctrl+Return",),
    N_("Make a clause with these words"),
    "check",
)
SOURCES = Action(
    "sources",
    N_("Show or hide where the clause comes from"),
    Scope.TEXT,
    ("Space", "Ctrl+Shift+D"),
    N_("Sources"),
    "quote",
)
LEAVE_SOURCES = Action("leave-sources", N_("From the sources back to the text"), Scope.SOURCES, ("Esc",))
NEXT_FOUND = Action(
    "next-found", N_("The next place that was found"), Scope.FINDING, ("Return",), N_("Next"), "chevron-down"
)
PREVIOUS_FOUND = Action(
    "previous-found",
    N_("The place found before"),
    Scope.FINDING,
    ("Shift+Return",),
    N_("Before"),
    "chevron-up",
)
LEAVE_FINDING = Action("leave-finding", N_("Leave the search in the declaration"), Scope.FINDING, ("Esc",))
EDIT_CLAUSE = Action(
    "edit-clause", N_("Edit the clause where it stands"), Scope.TEXT, ("Return", "F2"), N_("Edit"), "pencil"
)
MOVE_UP = Action(
    "move-up", N_("Move the clause up, in the outline the section too"), Scope.TEXT, ("Alt+Up",), N_("Up"), "arrow-up"
)
MOVE_DOWN = Action(
    "move-down",
    N_("Move the clause down, in the outline the section too"),
    Scope.TEXT,
    ("Alt+Down",),
    N_("Down"),
    "arrow-down",
)
MOVE_ELSEWHERE = Action(
    "move-elsewhere",
    N_("Move the item into another paragraph, or the paragraph into another section"),
    Scope.TEXT,
    ("M",),
    N_("Move to…"),
    "arrow-right",
)
JOIN = Action("join", N_("Join the item with the one above"), Scope.TEXT, ("J",), N_("Join with the one above"))
PIN = Action(
    "pin", N_("Pin the clause where it stands, or no longer"), Scope.TEXT, ("P",), N_("Pin, or no longer"), "pin"
)
ADOPT = Action("adopt", N_("Adopt what the secretariat proposes"), Scope.TEXT, ("A",), N_("Adopt"), "check")
LEAVE_OUT = Action(
    "leave-out", N_("Leave the clause out, in every language"), Scope.TEXT, ("Del",), N_("Leave out"), "trash-2"
)
LEAVE_OUT_HERE = Action(
    "leave-out-here",
    N_("Leave the clause out in this language alone"),
    Scope.TEXT,
    ("Shift+Del",),
    N_("Leave out in this language"),
)
SPLIT = Action("split", N_("Split the item where the cursor is"), Scope.CLAUSE, ("Shift+Return",), N_("Split here"))
OPEN_CLAUSE = Action(
    "open-clause", N_("Set what opens the clause in italics, or no longer"), Scope.CLAUSE, ("Ctrl+I",), N_("Italics")
)
END_CLAUSE = Action("end-clause", N_("Done with editing; it is saved"), Scope.CLAUSE, ("Esc", "Ctrl+Return"))

TABLE: tuple[Action, ...] = tuple(
    found for found in [*globals().values(), *vars(preparing).values()] if isinstance(found, Action)
)
"""Everything that can be done, in the order in which it is shown."""

__all__ = ["TABLE", "Action", "Scope", "preparing"]
