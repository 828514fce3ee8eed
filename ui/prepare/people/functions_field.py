"""What else a person is: more functions, each with its organisation and the days from which and until which."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from consultation.model import Function
from consultation.reading.belonging import no_function
from consultation.reading.people_list import House, Organisations
from ui.look.folds import px
from ui.prepare.form import FromUntil, Labelled, Several, SeveralRow
from ui.prepare.people.organisation_line import OrganisationLine
from ui.widgets.buttons import icon_button
from ui.widgets.fields import SavedLine
from ui.workspace import Workspace


class FunctionRow(SeveralRow):
    """One more function."""

    new_asked = Signal(str)
    next_asked = Signal()

    def __init__(self, workspace: Workspace, function: Function, organisations: Callable[[], Organisations]) -> None:
        super().__init__()
        self.function, self._organisations = Function(**function), organisations
        t, theme = workspace.t, workspace.theme
        self.title, self.organisation = SavedLine(), OrganisationLine(workspace, organisations)
        self.days = FromUntil(t)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(Labelled(t("Function"), self.title), 1)
        off = icon_button(theme, "x", t("Take the function off"), self.taken_off.emit)
        head.addWidget(off, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(theme, 12), 0, 0, 4)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(Labelled(t("Organisation"), self.organisation))
        column.addWidget(self.days)
        self.show_function(function, force=True)
        self.title.edited.connect(self._on_title)
        self.organisation.taken.connect(self.take_organisation)
        self.organisation.new_asked.connect(self.new_asked)
        self.organisation.next_asked.connect(self.next_asked)
        self.days.edited.connect(self._on_days)

    def show_function(self, function: Function, force: bool) -> None:
        """Show what is stored."""
        self.function = Function(**function)
        houses = self._organisations().houses
        house = next((each for each in houses.values() if str(each.id) == function["organisation"]), None)
        self.title.show_text(function["title"], force=force)
        self.organisation.show_text(house.name if house else "", force=force)
        self.days.show_days(function["starts"], function["ends"], force)

    def take_organisation(self, house: House | None, said: str) -> None:
        """Have the function at an organisation of the file, or at none."""
        self.function["organisation"] = str(house.id) if house else ""
        if house or not said:
            self.organisation.settle()
        self.changed.emit()

    def _on_title(self, text: str) -> None:
        self.function["title"] = " ".join(text.split())
        self.title.settle()
        self.changed.emit()

    def _on_days(self, starts: str, ends: str) -> None:
        self.function["starts"], self.function["ends"] = starts, ends
        self.changed.emit()


class FunctionsField(Several[FunctionRow]):
    """Says `edited` with all of the functions."""

    edited = Signal(list)
    new_asked = Signal(str, object)
    """The name of an organisation to make, and what takes its `House`."""
    next_asked = Signal()

    def __init__(self, workspace: Workspace, organisations: Callable[[], Organisations]) -> None:
        super().__init__(workspace.theme, workspace.t("Add a function"))
        self._workspace, self._organisations = workspace, organisations
        self.add_asked.connect(self.add)
        self.changed.connect(self._tell)

    def show_functions(self, functions: Sequence[Function], force: bool) -> None:
        """Show these; a row that was just added and is empty stays."""
        if force or len(self.rows) < len(functions):
            self.show_rows(map(self._row, functions))
        else:
            for row, function in zip(self.rows, functions, strict=False):
                row.show_function(function, force=False)

    def add(self) -> None:
        """Add an empty row and go to it."""
        row = self._row(no_function())
        self.add_row(row)
        row.title.setFocus()

    def _row(self, function: Function) -> FunctionRow:
        row = FunctionRow(self._workspace, function, self._organisations)
        row.new_asked.connect(lambda name: self.new_asked.emit(name, lambda house: row.take_organisation(house, "")))
        row.next_asked.connect(self.next_asked)
        return row

    def _tell(self) -> None:
        empty = no_function()
        self.edited.emit([row.function for row in self.rows if row.function != empty])
