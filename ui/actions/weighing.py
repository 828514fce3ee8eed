"""What can be done where one chooses what to begin with."""

from __future__ import annotations

from consultation.language import N_
from ui.actions.action import Action, Scope

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
