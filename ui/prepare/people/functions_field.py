"""What else a person is: more functions, each with its organisation and the days from which and until which."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from consultation.model import Function
from consultation.reading.belonging import no_function
from consultation.reading.people_list import House, Organisations
from ui.look.folds import px
from ui.prepare.people.fields import Labelled, side_by_side
from ui.prepare.people.organisation_line import OrganisationLine
from ui.widgets.buttons import icon_button, quiet_button
from ui.widgets.fields import SavedLine
from ui.widgets.rows import clear
from ui.workspace import Workspace


class DayLine(SavedLine):
    """A day as it is kept: 2021-10-05; or nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText("2021-10-05")

    @property
    def is_refused(self) -> bool:
        """What is typed is no day."""
        try:
            date.fromisoformat(self.text().strip() or "2000-01-01")
        except ValueError:
            return True
        return False


class FunctionRow(QWidget):
    """One more function."""

    changed = Signal()
    new_asked = Signal(str)
    taken_off = Signal()

    def __init__(self, workspace: Workspace, function: Function, organisations: Callable[[], Organisations]) -> None:
        super().__init__()
        self._workspace, self.function, self._organisations = workspace, Function(**function), organisations
        t, theme = workspace.t, workspace.theme
        self.title, self.organisation = SavedLine(), OrganisationLine(workspace, organisations)
        self.starts, self.ends = DayLine(), DayLine()
        self._days = {"starts": Labelled(t("From"), self.starts), "ends": Labelled(t("Until"), self.ends)}
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
        column.addLayout(side_by_side((self._days["starts"], 1), (self._days["ends"], 1)))
        self.show_function(function, force=True)
        self.title.edited.connect(self._on_title)
        self.organisation.taken.connect(self._on_organisation)
        self.organisation.new_asked.connect(self.new_asked)
        for name, line in (("starts", self.starts), ("ends", self.ends)):
            line.edited.connect(lambda text, name=name: self._on_day(name, text))

    def show_function(self, function: Function, force: bool) -> None:
        """Show what is stored."""
        self.function = Function(**function)
        houses = self._organisations().houses
        house = next((each for each in houses.values() if str(each.id) == function["organisation"]), None)
        self.title.show_text(function["title"], force=force)
        self.organisation.show_text(house.name if house else "", force=force)
        self.starts.show_text(function["starts"], force=force)
        self.ends.show_text(function["ends"], force=force)

    def _on_title(self, text: str) -> None:
        self.function["title"] = " ".join(text.split())
        self.title.settle()
        self.changed.emit()

    def _on_organisation(self, house: House | None, said: str) -> None:
        self.function["organisation"] = str(house.id) if house else ""
        if house or not said:
            self.organisation.settle()
        self.changed.emit()

    def _on_day(self, name: str, text: str) -> None:
        line = self.starts if name == "starts" else self.ends
        t, said = self._workspace.t, text.strip()
        earlier = (
            bool(self.starts.text().strip() and self.ends.text().strip()) and self.ends.text() < self.starts.text()
        )
        if line.is_refused:
            self._days[name].refuse(
                t("This is no day. Write year, month and day, like {day}.").format(day="2021-10-05")
            )
        elif earlier:
            self._days[name].refuse(t("It would end before it begins."))
        else:
            self._days[name].refuse("")
            self.function["starts" if name == "starts" else "ends"] = said
            line.settle()
            self.changed.emit()


class FunctionsField(QWidget):
    """Says `edited` with all of the functions."""

    edited = Signal(list)
    new_asked = Signal(str, object)
    """The name of an organisation to make, and what takes its `House`."""
    laid_out = Signal()

    def __init__(self, workspace: Workspace, organisations: Callable[[], Organisations]) -> None:
        super().__init__()
        self._workspace, self._organisations = workspace, organisations
        self.rows: list[FunctionRow] = []
        self._held = QVBoxLayout()
        self._held.setSpacing(6)
        self.add_button = quiet_button(workspace.theme, workspace.t("Add a function"), self.add, "plus")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(self._held)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeading)

    def show_functions(self, functions: Sequence[Function], force: bool) -> None:
        """Show these; a row that was just added and is empty stays."""
        if not force and len(self.rows) >= len(functions):
            for row, function in zip(self.rows, functions, strict=False):
                row.show_function(function, force=False)
            return
        clear(self._held)
        self.rows = []
        for function in functions:
            self._add_row(function)
        self.laid_out.emit()

    def add(self) -> None:
        """Add an empty row and go to it."""
        row = self._add_row(no_function())
        self.laid_out.emit()
        row.title.setFocus()

    def _add_row(self, function: Function) -> FunctionRow:
        row = FunctionRow(self._workspace, function, self._organisations)
        row.changed.connect(self._tell)
        row.taken_off.connect(lambda: self._take_off(row))
        row.new_asked.connect(lambda name: self.new_asked.emit(name, lambda house: row._on_organisation(house, "")))
        self.rows.append(row)
        self._held.addWidget(row)
        return row

    def _take_off(self, row: FunctionRow) -> None:
        self.rows.remove(row)
        self._held.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._tell()
        self.add_button.setFocus(Qt.FocusReason.TabFocusReason)

    def _tell(self) -> None:
        empty = no_function()
        self.edited.emit([row.function for row in self.rows if row.function != empty])
