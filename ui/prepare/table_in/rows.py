"""What a table would bring as rows: those a person is asked about first, each cell made when it is drawn."""

from __future__ import annotations

from collections.abc import Container, Sequence

from PySide6.QtCore import QObject

from consultation.exchange.matched import Listing, RowPreview, Standing
from consultation.exchange.matched.saying import new_said, row_said, standing_name
from consultation.language import Translator
from consultation.words import Values
from ui.widgets.table import Column
from ui.widgets.table_rows import Cell, TableRows

LOOKS = {
    Standing.NEW: ("plus", "done"),
    Standing.CHANGED: ("pencil", "accent"),
    Standing.SAME: ("check", "muted"),
    Standing.DOUBTFUL: ("circle", "incomplete"),
    Standing.LEFT: ("x", "muted"),
}
"""Icon and tone."""
SIGN = 15


class IncomingRows(TableRows[RowPreview]):
    """The rows of a preview; the key of each is its number in the table."""

    def __init__(self, t: Translator, parent: QObject) -> None:
        columns = (
            Column(t.context("row of a table", "Row"), 150),
            Column(t("Name"), 210),
            Column(t("What it says")),
        )
        super().__init__(columns, self._cell_of, lambda row: row.number, parent)
        self._t, self._values, self._listing = t, Values(t, lambda _: None), Listing.PEOPLE
        self._told: dict[int, list[str]] = {}
        self._brief: dict[int, str] = {}
        """What was said of rows, by their number: while a table is written nobody else may read from the file."""

    def show(self, listing: Listing, rows: Sequence[RowPreview], answered: Container[int], values: Values) -> None:
        """Show these rows; one that was ``answered`` stays among the doubtful ones, where it was."""
        self._listing, self._values, self._told, self._brief = listing, values, {}, {}
        self.show_rows(
            sorted(rows, key=lambda row: row.standing is not Standing.DOUBTFUL and row.number not in answered)
        )

    def next_doubtful(self, place: int) -> int:
        """Return the place of the next row nobody has answered for, from the last on the first; -1 for none."""
        doubtful = [at for at, row in enumerate(self.rows) if row.standing is Standing.DOUBTFUL]
        return next((at for at in doubtful if at > place), doubtful[0] if doubtful else -1)

    def told(self, row: RowPreview) -> list[str]:
        """Say all there is to say of a row."""
        if row.number not in self._told:
            self._told[row.number] = row_said(self._t, self._values, self._listing, row)
        return self._told[row.number]

    def _in_brief(self, row: RowPreview) -> str:
        """Say on one line all there is to say of a row; of a new one, what it holds."""
        if row.number not in self._brief:
            is_new = row.standing is Standing.NEW
            held = new_said(self._t, self._values, self._listing, row) if is_new else []
            self._brief[row.number] = " · ".join([*held, *self.told(row)])
        return self._brief[row.number]

    def _cell_of(self, row: RowPreview, column: int) -> Cell:
        icon, tone = LOOKS[row.standing]
        if column == 0:
            words = f"{standing_name(self._t, row.standing)} · {self._t.number(row.number)}"
            return Cell(words, tone, icon=(icon, tone, 11 if icon == "circle" else SIGN))
        return Cell(row.name) if column == 1 else Cell(self._in_brief(row), "muted")
