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

# People and organisations

# The programme

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
