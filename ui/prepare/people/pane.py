"""One of the tables of this view, and what stands in its place where there is nothing, or nothing fits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic
from uuid import UUID

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.actions import preparing
from ui.keys import pressed
from ui.prepare.people.rows import Row, Rows
from ui.widgets.buttons import quiet_button
from ui.widgets.cards import EmptyState
from ui.widgets.table import Table
from ui.workspace import Workspace

TABLE, NOTHING, NOT_FOUND = range(3)


class RowTable(Table):
    """A table of which Enter opens the row at hand, and a letter that is an action is not taken for a search."""

    edit_asked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if pressed(event, preparing.EDIT_ROW) and self.row >= 0:
            self.edit_asked.emit()
        else:
            super().keyPressEvent(event)


class TablePane(QWidget, Generic[Row]):
    """Shows rows; the one at hand stays at hand when others are shown, where it is among them."""

    chosen = Signal(object)
    """The id of another row that is at hand, or None."""
    edit_asked = Signal()
    everything_asked = Signal()

    def __init__(self, workspace: Workspace, name: str, rows: Rows[Any], first_step: EmptyState, least: int) -> None:
        super().__init__()
        t, theme = workspace.t, workspace.theme
        self.rows: Rows[Row] = rows
        self.sorted_by, self.falling = 0, False
        self.table = RowTable(theme, rows.columns, least, one_line=True, sorts=True)
        self.table.setAccessibleName(name)
        self.table.setModel(rows)
        self.table.show_sorted(0, False)
        nothing = t("Nothing in the list fits what is typed or chosen.")
        everything = quiet_button(theme, t("Show everything"), self.everything_asked.emit)
        self._stack = QStackedWidget()
        for part in (self.table, first_step, EmptyState(theme, "search", t("Nothing fits"), nothing, everything)):
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.setFocusProxy(self.table)
        self.table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.table.edit_asked.connect(self.edit_asked)
        self.table.row_asked.connect(lambda _: self.edit_asked.emit())

    @property
    def at_hand(self) -> UUID | None:
        """The id of the row at hand."""
        row = self.rows.row_at(self.table.row)
        return row.id if row is not None else None

    def show_rows(self, rows: Sequence[Row], whole: int) -> None:
        """Show these of ``whole`` rows."""
        before, place = self.at_hand, max(self.table.row, 0)
        selection = self.table.selectionModel()
        selection.blockSignals(True)
        self.rows.show_rows(rows)
        there = self.rows.place_of(before)
        self.table.choose(there if there >= 0 else place)
        selection.blockSignals(False)
        self.rows.mark(self.table.row)
        self._stack.setCurrentIndex(TABLE if rows else NOT_FOUND if whole else NOTHING)
        if self.at_hand != before:
            self.chosen.emit(self.at_hand)

    def choose(self, record: UUID) -> bool:
        """Go to the row of a record; tell whether it is shown."""
        place = self.rows.place_of(record)
        if place >= 0:
            self.table.choose(place)
            self.table.scrollTo(self.rows.index(place, 0))
        return place >= 0

    def step(self, by: int) -> bool:
        """Go to another row; tell whether there is one."""
        place = self.table.row + by
        if not 0 <= place < len(self.rows.rows):
            return False
        self.table.choose(place)
        return True

    def sort(self, column: int) -> None:
        """Have the rows sorted by a column; by the same one once more the other way round."""
        self.falling = not self.falling if column == self.sorted_by else False
        self.sorted_by = column
        self.table.show_sorted(column, self.falling)

    def has_keyboard(self) -> bool:
        """Tell whether the keyboard is in the table."""
        return self.table.hasFocus()

    def _on_row_changed(self, current: QModelIndex) -> None:
        self.rows.mark(current.row())
        self.table.viewport().update()
        self.chosen.emit(self.at_hand)
