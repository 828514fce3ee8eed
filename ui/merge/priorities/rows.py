"""What was asked for as rows of a table: each is told when it is drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from consultation.language import Translator
from consultation.weighing.figures import Figure, value_of
from consultation.weighing.telling import written
from consultation.weighing.weighed import Weighed
from consultation.words import set_heading

WORDS, SUPPORT, ROOMS, ACROSS, AGAINST, DIVIDES, TEN = range(7)
"""The columns."""
FIGURES = {
    SUPPORT: Figure.SUPPORT,
    ROOMS: Figure.ROOMS,
    ACROSS: Figure.ACROSS,
    AGAINST: Figure.AGAINST,
    DIVIDES: Figure.DIVIDES,
}
"""Column -> the figure it shows."""
Index = QModelIndex | QPersistentModelIndex


class PriorityRows(QAbstractTableModel):
    """The rows that are shown, in their order."""

    def __init__(self, t: Translator, parent: QObject) -> None:
        super().__init__(parent)
        self._t = t
        self.rows: Sequence[Weighed] = ()
        self.ten: Mapping[UUID, int] = {}
        """Those to begin with, by their leading recommendation, with their places from 1."""
        self.codes: Mapping[UUID, str] = {}
        """What sessions are called."""

    def show(self, rows: Sequence[Weighed]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def show_ten(self, ten: Mapping[UUID, int]) -> None:
        """Show which are among those to begin with."""
        self.ten = ten
        if self.rows:
            self.dataChanged.emit(self.index(0, TEN), self.index(len(self.rows) - 1, TEN))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else TEN + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return " ".join(heads(self._t)[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(row, index.column())
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == WORDS:
            return f"{self.name_of(row)}: {row.text}"
        return None

    def name_of(self, row: Weighed) -> str:
        """Name a row by session and number, as it is called aloud."""
        code = self.codes.get(row.room, "") if row.room else ""
        return f"{code} {self._t.number(row.number) if row.number else ''}".strip()

    def _words(self, row: Weighed, column: int) -> str:
        t = self._t
        if column == WORDS:
            return t("{name}, {set}: {text}").format(name=self.name_of(row), set=set_heading(t, row.set), text=row.text)
        if column == TEN:
            return t.number(self.ten[row.key]) if row.key in self.ten else ""
        figure = FIGURES[column]
        return written(t, figure, value_of(row, figure))


def heads(t: Translator) -> list[tuple[str, str]]:
    """Name the columns, each on two lines or on the second alone."""
    return [
        ("", t("Recommendation")),
        ("", t("Support by room")),
        (t.context("column, first line", "Rooms"), t.context("column, second line", "regions")),
        (t.context("column, first line", "Across"), t.context("column, second line", "for")),
        (t.context("column, first line", "Across"), t.context("column, second line", "against")),
        (t.context("column, first line", "Divides"), t.context("column, second line", "the room")),
        ("", t.context("column", "Ten")),
    ]
