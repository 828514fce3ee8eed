"""What can be done in the place where a consultation is prepared, view by view."""

from __future__ import annotations

from consultation.language import N_
from ui.actions.action import Action, Scope

NEXT_VIEW = Action("next-view", N_("The next view of preparing"), Scope.PREPARE, ("Ctrl+PgDown",))
VIEW_BEFORE = Action("view-before", N_("The view of preparing before this one"), Scope.PREPARE, ("Ctrl+PgUp",))

# The consultation

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
    "join-term", N_("Join the term with another"), Scope.VOCABULARIES, (), N_("Join with another…"), "git-merge"
)
RETIRE_TERM = Action("retire-term", N_("Retire the term"), Scope.VOCABULARIES, (), N_("Retire"), "pause")
ADD_VOCABULARY = Action(
    "add-vocabulary", N_("Add a vocabulary"), Scope.VOCABULARIES, (), N_("A new vocabulary"), "plus"
)
EDIT_VOCABULARY = Action(
    "edit-vocabulary",
    N_("Change the name of the vocabulary"),
    Scope.VOCABULARIES,
    (),
    N_("About the vocabulary"),
    "tag",
)
IMPORT_WORDS = Action("import-words", N_("Take terms from a table"), Scope.VOCABULARIES, (), N_("Import…"), "table-2")
EXPORT_WORDS = Action(
    "export-words", N_("Write the terms to a table"), Scope.VOCABULARIES, (), N_("Export…"), "file-down"
)

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

# Handing out

MAKE_KIT = Action(
    "make-kit", N_("Make the file for the rooms"), Scope.HAND_OUT, ("Ctrl+Return",), N_("Make the file…"), "package"
)
MEND_LACK = Action("mend-lack", N_("Go where it can be mended"), Scope.HAND_OUT, ("Return",), icon="arrow-right")
TICK_RECIPIENT = Action("tick-recipient", N_("Give it to this person, or not"), Scope.HAND_OUT, ("Space",))
CHANGE_WAY = Action("change-way", N_("On a stick, or by mail"), Scope.HAND_OUT, ("W",), icon="usb")
ADD_RECIPIENT = Action("add-recipient", N_("Add somebody who gets the file"), Scope.HAND_OUT, ("N",), N_("Add"), "plus")
DROP_RECIPIENT = Action("drop-recipient", N_("Take off the list who was put on it by hand"), Scope.HAND_OUT, ("Del",))
