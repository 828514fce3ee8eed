"""Rows that people put into order and edit in their place: what is planned, what is asked, tracks."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from consultation.model import Record
from ui.actions import preparing
from ui.keys import bind, tip
from ui.prepare.form import Shows
from ui.widgets.buttons import icon_button
from ui.widgets.fields import SavedEdit, SavedLine
from ui.workspace import Workspace


class OrderedRow(QWidget):
    """What is shown of one thing, and a cross at the end that takes it away."""

    taken_off = Signal()

    def __init__(
        self, workspace: Workspace, inside: QWidget, entries: Sequence[Shows], words: SavedLine | SavedEdit
    ) -> None:
        """``words``: where its words are typed."""
        super().__init__()
        self.entries, self.words = tuple(entries), words
        off = icon_button(workspace.theme, "x", tip(workspace.t, preparing.TAKE_ROW_OFF), self.taken_off.emit)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(inside, 1)
        line.addWidget(off, 0, Qt.AlignmentFlag.AlignBottom)  # beside the last line: Tab comes to it last
        self.setFocusProxy(words)

    def show_record(self, record: Record) -> None:
        """Show what its record holds."""
        for entry in self.entries:
            entry.show_record(record)

    def hint(self, words: str) -> None:
        """Show ``words`` faintly where there are none."""
        if self.words.placeholderText() != words:
            self.words.setPlaceholderText(words)

    def flush(self) -> None:
        """Save what is typed."""
        for entry in self.entries:
            entry.flush()

    def leave(self) -> None:
        """Save what is typed, and forget the record."""
        for entry in self.entries:
            entry.leave()


class OrderedRows(QWidget):
    """Alt and an arrow move the row that has the keyboard, Alt and Delete take it away; others stay as they are."""

    moved = Signal(int, int)
    """From which place to which, from 0."""
    taken_off = Signal(int)
    laid_out = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._rows: dict[Hashable, OrderedRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        bind(self, preparing.ROW_UP, partial(self._move, -1), lambda: self.at_hand > 0)
        bind(self, preparing.ROW_DOWN, partial(self._move, 1), lambda: 0 <= self.at_hand < len(self._rows) - 1)
        bind(self, preparing.TAKE_ROW_OFF, self._take_off, lambda: self.at_hand >= 0)

    @property
    def rows(self) -> list[OrderedRow]:
        """The rows, in their order."""
        return list(self._rows.values())

    @property
    def at_hand(self) -> int:
        """The place of the row that has the keyboard, from 0; -1 where none has."""
        focused = QApplication.focusWidget()
        inside = (place for place, row in enumerate(self.rows) if focused is not None and row.isAncestorOf(focused))
        return next(inside, -1)

    def show_rows(self, keys: Sequence[Hashable], make: Callable[[Hashable], OrderedRow]) -> None:
        """Show a row for each key, in this order; one that is there already is kept, with the keyboard in it."""
        if list(keys) == list(self._rows):
            return
        for key in [key for key in self._rows if key not in keys]:
            row = self._rows.pop(key)
            row.leave()
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        held = {key: self._rows.get(key) or self._made(key, make) for key in keys}
        for place, row in enumerate(held.values()):
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
                row.show()  # or it could not take the keyboard at once
        self._rows = held
        self.setVisible(bool(held))
        self.laid_out.emit()

    def focus(self, place: int) -> None:
        """Give a row the keyboard; the last one where there are fewer."""
        if self._rows:
            self.rows[min(place, len(self._rows) - 1)].setFocus()

    def flush(self) -> None:
        """Save what is typed."""
        for row in self.rows:
            row.flush()

    def leave(self) -> None:
        """Save what is typed, and forget the records."""
        for row in self.rows:
            row.leave()

    def _made(self, key: Hashable, make: Callable[[Hashable], OrderedRow]) -> OrderedRow:
        row = make(key)
        row.taken_off.connect(lambda: self.taken_off.emit(list(self._rows).index(key)))
        return row

    def _move(self, by: int) -> None:
        place = self.at_hand
        self.flush()
        self.moved.emit(place, place + by)

    def _take_off(self) -> None:
        self.taken_off.emit(self.at_hand)
