"""The rows of a table: a cell is made when it is drawn."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.widgets.table import BELOW, ICON, LEVEL, STRONG, TONE, Column

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Cell:
    """What stands in a cell of a `Table`."""

    text: str = ""
    tone: str = "text"
    strong: bool = False
    below: str = ""
    """A second, quieter line."""
    icon: tuple[str, str] | tuple[str, str, int] | None = None
    """Name and tone of what stands before the words, and its size where that is not the usual one."""
    level: int = 0
    """How far the words stand in."""
    ticked: bool | None = None
    """None where there is no box to tick."""
    spoken: str = ""
    """What is read aloud, where that is more than the words."""

    @property
    def aloud(self) -> str:
        """What is read aloud."""
        return self.spoken or self.text

    @property
    def box(self) -> Qt.CheckState | None:
        """How the box to tick is drawn."""
        if self.ticked is None:
            return None
        return Qt.CheckState.Checked if self.ticked else Qt.CheckState.Unchecked


SAID: dict[int, Callable[[Cell], object]] = {
    Qt.ItemDataRole.DisplayRole: attrgetter("text"),
    Qt.ItemDataRole.AccessibleTextRole: attrgetter("aloud"),
    Qt.ItemDataRole.CheckStateRole: attrgetter("box"),
    TONE: attrgetter("tone"),
    STRONG: attrgetter("strong"),
    BELOW: attrgetter("below"),
    ICON: attrgetter("icon"),
    LEVEL: attrgetter("level"),
}
"""What a cell says in each role that a table asks for."""


class TableRows(QAbstractTableModel, Generic[Row]):
    """Rows of a kind under the columns of a `Table`."""

    def __init__(
        self,
        columns: Sequence[Column],
        cell: Callable[[Row, int], Cell],
        key: Callable[[Row], Hashable],
        parent: QObject,
    ) -> None:
        """``cell`` makes what stands in a row under a column, from 0; ``key`` tells a row from all others.

        A row whose key is None is a heading among the others: it cannot be chosen.
        """
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: Sequence[Row] = ()
        self._cell, self._key = cell, key

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def place_of(self, key: Hashable) -> int:
        """Return the place of a row, from 0; -1 where it is not shown, and for None."""
        return -1 if key is None else next((at for at, row in enumerate(self.rows) if self._key(row) == key), -1)

    def row_at(self, place: int) -> Row | None:
        """Return the row at a place, from 0; None where there is none."""
        return self.rows[place] if 0 <= place < len(self.rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self._key(self.rows[index.row()]) is None:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].words
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        said = SAID.get(role)
        if said is None or not index.isValid() or index.row() >= len(self.rows):
            return None
        return said(self._cell(self.rows[index.row()], index.column()))
