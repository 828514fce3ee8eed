"""Several things of one kind below each other, each in its row, and a button that adds one more."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.look.theme import Theme
from ui.widgets.buttons import quiet_button
from ui.widgets.rows import clear


class SeveralRow(QWidget):
    """A row: something in it was changed, or it is to be taken off."""

    changed = Signal()
    taken_off = Signal()


R = TypeVar("R", bound=SeveralRow)


class Several(QWidget, Generic[R]):
    """Says `changed` when something in a row was, or a row was taken off, and `add_asked` for one more."""

    changed = Signal()
    add_asked = Signal()
    laid_out = Signal()
    """Rows were made anew: the order of Tab is to be told again."""

    def __init__(self, theme: Theme, add: str) -> None:
        """``add`` stands on the button."""
        super().__init__()
        self.rows: list[R] = []
        self._held = QVBoxLayout()
        self._held.setSpacing(6)
        self.add_button = quiet_button(theme, add, self.add_asked.emit, "plus")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(self._held)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeading)

    def show_rows(self, rows: Iterable[R]) -> None:
        """Show these rows in the place of those that are there."""
        clear(self._held)
        self.rows = []
        for row in rows:
            self._put(row)
        self.laid_out.emit()

    def add_row(self, row: R) -> None:
        """Show one more."""
        self._put(row)
        self.laid_out.emit()

    def _put(self, row: R) -> None:
        row.changed.connect(self.changed)
        row.taken_off.connect(lambda: self._take_off(row))
        self.rows.append(row)
        self._held.addWidget(row)
        if self.isVisible():
            row.show()  # or it could not take the keyboard at once

    def _take_off(self, row: R) -> None:
        self.rows.remove(row)
        self._held.removeWidget(row)
        row.hide()
        row.deleteLater()
        self.changed.emit()
        self.add_button.setFocus(Qt.FocusReason.TabFocusReason)
