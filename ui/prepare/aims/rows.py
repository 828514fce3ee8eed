"""Rows of a table of the aims: records, some below others, under headings that cannot be chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from consultation.model import Record
from consultation.reading.finding import asked_words, begins_all, known_words
from ui.widgets.table import BELOW, ICON, LEVEL, STRONG, TONE

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Cell:
    """What stands in a cell."""

    text: str = ""
    below: str = ""
    tone: str = ""
    strong: bool = False
    icon: tuple[str, str] | None = None


@dataclass(frozen=True)
class Row:
    """A record, or a heading where there is none."""

    record: Record | None
    cells: tuple[Cell, ...]
    level: int = 0


def found_in(rows: Sequence[Row], typed: str) -> list[Row]:
    """Return the rows in which each word that is typed begins one, with all that they stand below."""
    asked = asked_words(typed)
    if not asked:
        return list(rows)
    wanted: set[int] = set()
    above: dict[int, int] = {}
    for place, row in enumerate(rows):
        above = {level: at for level, at in above.items() if level < row.level} | {row.level: place}
        if row.record is not None and begins_all(known_words(*_words(row)), asked):
            wanted |= set(above.values())
    return [row for place, row in enumerate(rows) if place in wanted]


def _words(row: Row) -> list[str]:
    return [part for cell in row.cells for part in (cell.text, cell.below)]


class AimRows(QAbstractTableModel):
    """What a section shows."""

    def __init__(self, columns: int, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []
        self._columns = columns

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows."""
        same = [row.record and row.record.id for row in rows] == [row.record and row.record.id for row in self.rows]
        if same:
            self.rows = list(rows)
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, self._columns - 1))
            return
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def place_of(self, record: UUID) -> int:
        """Return the row of a record; -1 where it is not shown."""
        return next((at for at, row in enumerate(self.rows) if row.record and row.record.id == record), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else self._columns

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.rows[index.row()].record is None:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        cell = row.cells[index.column()] if index.column() < len(row.cells) else Cell()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join(filter(None, _words(row))) if index.column() == 0 else cell.text
        shown = {
            Qt.ItemDataRole.DisplayRole: cell.text,
            LEVEL: 0 if index.column() else row.level,
            BELOW: cell.below,
            TONE: cell.tone,
            STRONG: cell.strong,
            ICON: cell.icon,
        }
        return shown.get(role)
