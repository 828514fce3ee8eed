"""What can be done in the place where a consultation is prepared, view by view."""

from __future__ import annotations

from consultation.language import N_
from ui.actions.action import Action, Scope

NEXT_VIEW = Action("next-view", N_("The next view of preparing"), Scope.PREPARE, ("Ctrl+PgDown",))
VIEW_BEFORE = Action("view-before", N_("The view of preparing before this one"), Scope.PREPARE, ("Ctrl+PgUp",))

# The consultation

# Words

# People and organisations

# The programme

ADD_SESSION = Action(
    "add-to-programme", N_("Add a session to the programme"), Scope.PROGRAMME, ("N",), N_("Add a session"), "plus"
)
ADD_TRACK = Action("add-track", N_("Add a track"), Scope.PROGRAMME, ("Shift+N",), icon="plus")
GIVE_TIME = Action("give-time", N_("Give the session a time"), Scope.PROGRAMME, ("T",), icon="clock")
EARLIER = Action("session-earlier", N_("15 minutes earlier"), Scope.PROGRAMME, ("Alt+Left",))
LATER = Action("session-later", N_("15 minutes later"), Scope.PROGRAMME, ("Alt+Right",))
SHORTER = Action("session-shorter", N_("End 15 minutes earlier"), Scope.PROGRAMME, ("Alt+Shift+Left",))
LONGER = Action("session-longer", N_("End 15 minutes later"), Scope.PROGRAMME, ("Alt+Shift+Right",))
ROW_BEFORE = Action("session-row-before", N_("To the track or day before"), Scope.PROGRAMME, ("Alt+Up",))
ROW_AFTER = Action("session-row-after", N_("To the track or day after"), Scope.PROGRAMME, ("Alt+Down",))
PEEK_SESSION = Action("peek-session", N_("What is known of the session"), Scope.PROGRAMME, ("Space", "Return"))
DROP_SESSION = Action("drop-session", N_("Delete the session"), Scope.PROGRAMME, ("Del",), icon="trash-2")
LEAVE_SESSION = Action("leave-session", N_("From the form back to the timetable"), Scope.PROGRAMME, ("Esc",))
NEXT_CLASH = Action("next-clash", N_("To the next clash"), Scope.PROGRAMME, ("Alt+N",))
NEXT_TIMELESS = Action("next-timeless", N_("To the next session without a time"), Scope.PROGRAMME, ("Alt+T",))

# Open space

ADD_INTEREST = Action(
    "add-interest", N_("Add an expression of interest"), Scope.OPEN_SPACE, ("N",), N_("Add an interest"), "plus"
)
PEEK_INTEREST = Action("peek-interest", N_("What is known of it, or no longer"), Scope.OPEN_SPACE, ("Space",))
ACCEPT = Action("accept-interest", N_("Take it into the programme"), Scope.OPEN_SPACE, ("A",), N_("Accept"), "check")
DECLINE = Action("decline-interest", N_("Decline it, with a reason"), Scope.OPEN_SPACE, ("D",), N_("Decline…"), "x")
DROP_INTEREST = Action("drop-interest", N_("Delete what is chosen"), Scope.OPEN_SPACE, ("Del",), icon="trash-2")
LEAVE_INTEREST = Action("leave-interest", N_("From the form back to the list"), Scope.OPEN_SPACE, ("Esc",))

# Aims

# Handing out

MAKE_KIT = Action(
    "make-kit", N_("Make the file for the rooms"), Scope.HAND_OUT, ("Ctrl+Return",), N_("Make the file…"), "package"
)
MEND_LACK = Action("mend-lack", N_("Go where it can be mended"), Scope.HAND_OUT, ("Return",), icon="arrow-right")
TICK_RECIPIENT = Action("tick-recipient", N_("Give it to this person, or not"), Scope.HAND_OUT, ("Space",))
CHANGE_WAY = Action("change-way", N_("On a stick, or by mail"), Scope.HAND_OUT, ("W",), icon="usb")
ADD_RECIPIENT = Action("add-recipient", N_("Add somebody who gets the file"), Scope.HAND_OUT, ("N",), N_("Add"), "plus")
DROP_RECIPIENT = Action("drop-recipient", N_("Take off the list who was put on it by hand"), Scope.HAND_OUT, ("Del",))
