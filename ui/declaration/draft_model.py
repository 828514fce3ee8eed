"""The rows of the draft for the outline and the text, which share one choice."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from consultation.composing.declaration import emphasised
from ui.declaration.draft import Draft, Row, plain

ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class DraftModel(QAbstractListModel):
    """Headings, which are only read, and clauses, which can be chosen."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows."""
        return self._rows

    def fits(self, draft: Draft) -> bool:
        """Tell whether the draft has the same rows, though some may say something else."""
        return [self._key(row) for row in self._rows] == [self._key(row) for row in draft.rows]

    def show(self, draft: Draft) -> None:
        """Show a draft; where its rows are the same, only those that changed are drawn again."""
        if not self.fits(draft):
            self.beginResetModel()
            self._rows = draft.rows
            self.endResetModel()
            return
        before, self._rows = self._rows, draft.rows
        for place, (old, new) in enumerate(zip(before, self._rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(place), self.index(place))

    def index_of(self, clause: UUID | None) -> QModelIndex:
        """Return where a clause stands; an invalid index when it is not in the draft."""
        place = next((place for place, row in enumerate(self._rows) if clause and row.id == clause), -1)
        return self.index(place) if place >= 0 else QModelIndex()

    def next_clause(self, place: int) -> QModelIndex:
        """Return the clause at ``place``, else the nearest after it, else the last."""
        places = [number for number, row in enumerate(self._rows) if row.clause is not None]
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
            words = plain(row.text) if row.clause else row.text
            return f"{row.number} {words}".strip()
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self._rows[index.row()].clause is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    @staticmethod
    def _key(row: Row) -> tuple[object, ...]:
        return (row.id,) if row.clause else (row.level, row.text, row.tone)


def opening_length(text: str) -> int:
    """Return how many characters of the words are the opening, which is set in italics."""
    runs = emphasised(text)
    return len(runs[0].text) if plain(text) != text else 0
