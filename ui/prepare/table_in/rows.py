"""What a table would bring as rows: those a person is asked about first, each cell made when it is drawn."""

from __future__ import annotations

from collections.abc import Container, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from consultation.exchange.matched import Listing, RowPreview, Standing
from consultation.exchange.matched.saying import new_said, row_said, standing_name
from consultation.language import Translator
from consultation.words import Values
from ui.widgets.table import ICON, TONE, Column

STANDING, NAME, WHAT = range(3)
LOOKS = {
    Standing.NEW: ("plus", "done"),
    Standing.CHANGED: ("pencil", "accent"),
    Standing.SAME: ("check", "muted"),
    Standing.DOUBTFUL: ("circle", "incomplete"),
    Standing.LEFT: ("x", "muted"),
}
"""Icon and tone."""
SIGN = 15
Index = QModelIndex | QPersistentModelIndex


class IncomingRows(QAbstractTableModel):
    """The rows of a preview."""

    def __init__(self, t: Translator, parent: QObject) -> None:
        super().__init__(parent)
        self._t, self._values, self._listing = t, Values(t, lambda _: None), Listing.PEOPLE
        self.rows: Sequence[RowPreview] = ()

    @staticmethod
    def heads(t: Translator) -> list[Column]:
        """Name the columns."""
        return [
            Column(t.context("row of a table", "Row"), 150),
            Column(t("Name"), 210),
            Column(t("What it says")),
        ]

    def show(self, listing: Listing, rows: Sequence[RowPreview], answered: Container[int], values: Values) -> None:
        """Show these rows; one that was ``answered`` stays among the doubtful ones, where it was."""
        self.beginResetModel()
        self._listing, self._values = listing, values
        self.rows = sorted(rows, key=lambda row: row.standing is not Standing.DOUBTFUL and row.number not in answered)
        self.endResetModel()

    def place_of(self, number: int) -> int:
        """Return the place of the row of the table with this number; -1 where there is none."""
        return next((place for place, row in enumerate(self.rows) if row.number == number), -1)

    def next_doubtful(self, place: int) -> int:
        """Return the place of the next row nobody has answered for, from the last on the first; -1 for none."""
        doubtful = [at for at, row in enumerate(self.rows) if row.standing is Standing.DOUBTFUL]
        return next((at for at in doubtful if at > place), doubtful[0] if doubtful else -1)

    def told(self, row: RowPreview) -> list[str]:
        """Say all there is to say of a row."""
        return row_said(self._t, self._values, self._listing, row)

    def _says(self, row: RowPreview) -> list[str]:
        """Say what a new row holds, and of any row what there is to say of it."""
        new = row.standing is Standing.NEW
        return [*(new_said(self._t, self._values, self._listing, row) if new else ()), *self.told(row)]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else WHAT + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row, column = self.rows[index.row()], index.column()
        icon, tone = LOOKS[row.standing]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if column == STANDING:
                return f"{standing_name(self._t, row.standing)} · {self._t.number(row.number)}"
            return row.name if column == NAME else " · ".join(self._says(row))
        if role == ICON and column == STANDING:
            return icon, tone, 11 if icon == "circle" else SIGN
        if role == TONE:
            return {STANDING: tone, NAME: "text"}.get(column, "muted")
        return None
