"""What can be done in the place where a consultation is prepared, view by view."""

from __future__ import annotations

from consultation.language import N_
from ui.actions.action import Action, Scope

NEXT_VIEW = Action("next-view", N_("The next view of preparing"), Scope.PREPARE, ("Ctrl+PgDown",))
VIEW_BEFORE = Action("view-before", N_("The view of preparing before this one"), Scope.PREPARE, ("Ctrl+PgUp",))

# The consultation

# Words

# People and organisations

ADD_PERSON = Action(
    "add-person",
    N_("Add a person; an organisation or a partnership while these are listed"),
    Scope.PEOPLE_ROWS,
    ("N",),
    N_("Add a person"),
    "user-plus",
)
EDIT_ROW = Action("edit-row", N_("Go to the form of the row"), Scope.PEOPLE_ROWS, ("Return", "F2"), N_("Edit"), "pencil")
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
    "pairs-alike", N_("Look at those who may be the same person twice"), Scope.PEOPLE_TABLE, ("Alt+A",), icon="copy"
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

# The programme

# Open space

# Aims

# Handing out
