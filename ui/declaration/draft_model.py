"""The rows of the draft for the outline and the text, which share one choice."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from consultation.reading.passages import ParagraphText
from ui.declaration.rows import TextRow

ROW = Qt.ItemDataRole.UserRole
CARRIED = "application/x-consultation-passage"
"""What is dragged: the id of a paragraph, item or section."""
Index = QModelIndex | QPersistentModelIndex


class DraftModel(QAbstractListModel):
    """Titles, which are only read, and paragraphs and items, which can be chosen."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: tuple[TextRow, ...] = ()
        self._places: dict[UUID, int] = {}
        self.paragraphs: dict[UUID, ParagraphText] = {}
        """The paragraphs, in their order."""

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
            self._take(rows)
            self.endResetModel()
            return
        before = self._rows
        self._take(rows)
        for place, (old, new) in enumerate(zip(before, self._rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(place), self.index(place))

    def index_of(self, clause: UUID | None) -> QModelIndex:
        """Return where a paragraph or item stands; an invalid index when it is not in the draft."""
        place = self._places.get(clause, -1) if clause else -1
        return self.index(place) if place >= 0 else QModelIndex()

    def row_of(self, clause: UUID | None) -> TextRow | None:
        """Return the row of a paragraph or item; None when it is not in the draft."""
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
            return f"{row.label} {row.drawn} {row.note}".strip()
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self._rows[index.row()].passage is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return [CARRIED]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        row = self._rows[indexes[0].row()]
        return carrying(row.id) if row.id else QMimeData()

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def _take(self, rows: tuple[TextRow, ...]) -> None:
        self._rows = rows
        self._places = {each: place for place, row in enumerate(rows) for each in row.ids}
        self.paragraphs = {row.paragraph.id: row.paragraph for row in rows if row.paragraph is not None}

    @staticmethod
    def _key(row: TextRow) -> tuple[object, ...]:
        return (row.ids, row.label) if row.passage else (row.level, row.text, row.tone)


def carrying(passage: UUID) -> QMimeData:
    """Return what is dragged along when a passage is."""
    data = QMimeData()
    data.setData(CARRIED, str(passage).encode())
    return data


def carried(data: QMimeData) -> UUID | None:
    """Return the passage that is dragged; None where something else is."""
    return UUID(bytes(data.data(CARRIED).data()).decode()) if data.hasFormat(CARRIED) else None
