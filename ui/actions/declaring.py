"""What can be done in the declaration."""

from __future__ import annotations

from consultation.language import N_
from ui.actions.action import Action, Scope

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
