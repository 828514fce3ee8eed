"""The rows of the draft for the outline and the text, which share one choice."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.declaration.rows import TextRow

ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class DraftModel(QAbstractListModel):
    """Titles, which are only read, and paragraphs and items, which can be chosen."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: tuple[TextRow, ...] = ()

    @property
    def rows(self) -> tuple[TextRow, ...]:
        """All rows."""
        return self._rows

    @property
    def clauses(self) -> list[TextRow]:
        """The rows that can be chosen."""
        return [row for row in self._rows if row.passage is not None]

    def fits(self, rows: tuple[TextRow, ...]) -> bool:
        """Tell whether these are the same rows, though some may say something else."""
        return [self._key(row) for row in self._rows] == [self._key(row) for row in rows]

    def show(self, rows: tuple[TextRow, ...]) -> None:
        """Show these rows; where they are the same, only those that changed are drawn again."""
        if not self.fits(rows):
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        before, self._rows = self._rows, rows
        for place, (old, new) in enumerate(zip(before, self._rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(place), self.index(place))

    def index_of(self, clause: UUID | None) -> QModelIndex:
        """Return where a clause stands; an invalid index when it is not in the draft."""
        place = next((place for place, row in enumerate(self._rows) if clause and row.id == clause), -1)
        return self.index(place) if place >= 0 else QModelIndex()

    def row_of(self, clause: UUID | None) -> TextRow | None:
        """Return the row of a clause; None when it is not in the draft."""
        index = self.index_of(clause)
        return self._rows[index.row()] if index.isValid() else None

    def next_clause(self, place: int) -> QModelIndex:
        """Return the clause at ``place``, else the nearest after it, else the last."""
        places = [number for number, row in enumerate(self._rows) if row.passage is not None]
        if not places:
            return QModelIndex()
        return self.index(next((number for number in places if number >= place), places[-1]))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{row.label} {row.drawn}".strip()
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self._rows[index.row()].passage is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    @staticmethod
    def _key(row: TextRow) -> tuple[object, ...]:
        return (row.id, row.label) if row.passage else (row.level, row.text, row.tone)
