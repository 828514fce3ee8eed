"""What can be done where other people's files come in, and with what they leave to decide."""

from __future__ import annotations

from consultation.language import N_
from ui.actions.action import Action, Scope

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
