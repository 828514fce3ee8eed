"""What can be done in the room, while people talk."""

from __future__ import annotations

from consultation.language import N_
from ui.actions.action import Action, Scope

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
