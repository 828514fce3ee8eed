"""A table of terms before it is taken in: what is new in it, what says something else, what a person has to decide."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from consultation.errors import ConsultationError
from consultation.exchange import Grid
from consultation.exchange.matched import (
    Answer,
    Listing,
    Preview,
    RowPreview,
    Standing,
    match_columns,
    of_vocabulary,
    preview,
    take_in,
)
from consultation.exchange.matched.saying import counts_said, row_said, standing_name
from consultation.language import Translator
from consultation.words import Values, lookup_in
from ui.widgets.buttons import button, main_button
from ui.widgets.fields import Choice
from ui.widgets.table import BELOW, STRONG, TONE, Column, Table
from ui.widgets.words import heading, words
from ui.workspace import Workspace

NAME, WHAT = range(2)
TONES = {Standing.NEW: "done", Standing.DOUBTFUL: "incomplete", Standing.LEFT: "muted"}
Index = QModelIndex | QPersistentModelIndex


class TermsTaking(QWidget):
    """Shows what a table brings; says `left` once it was taken in, or was not."""

    left = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._grid = Grid("", [])
        self._answers: dict[int, Answer | UUID] = {}
        self._preview: Preview | None = None
        self._build()

    def show_table(self, grid: Grid, vocabulary: str) -> bool:
        """Show what a table would bring, to one vocabulary where it names none; a refusal is said, and False."""
        self._grid, self._answers = of_vocabulary(grid, vocabulary), {}
        return self._look()

    def answer(self, given: Answer | UUID | None) -> None:
        """Say what becomes of the row at hand; None takes that back."""
        row = self.rows.rows[self.table.row]
        self._answers.pop(row.number, None)
        if given is not None:
            self._answers[row.number] = given
        self._look(row.number)

    def take(self) -> None:
        """Take the table in; it can be undone."""
        made, t = self._preview, self._workspace.t
        if made is None:
            return
        number = made.count(Standing.NEW) + made.count(Standing.CHANGED)
        said = t.plural("{count} term was taken in.", "{count} terms were taken in.", number)
        if self._workspace.do(said, lambda: take_in(self._workspace.store, made).written):
            self.leave()

    def leave(self) -> None:
        """Put the table away."""
        self._preview = None
        self.left.emit()

    def _look(self, number: int = 0) -> bool:
        """See what the table would bring with what was answered; the row of this number stays chosen."""
        t, store = self._workspace.t, self._workspace.store
        try:
            made = preview(store, self._grid, match_columns(self._grid, Listing.TERMS), self._answers)
        except ConsultationError as error:
            self._workspace.messages.refuse(t, error)
            return False
        self._preview = made
        self._name.setText(made.name)
        self._said.setText(counts_said(t, made) or t("There is no row in the table."))
        self.rows.show(made.rows, Values(t, lookup_in(store)), self._answers)
        self.table.choose(self.rows.place_of(number))
        self.take_button.setEnabled(bool(made.count(Standing.NEW) or made.count(Standing.CHANGED)))
        self._show_doubt()
        return True

    def _show_doubt(self) -> None:
        """Ask what becomes of the row at hand, where it is doubtful or was."""
        t, place = self._workspace.t, self.table.row
        row = self.rows.rows[place] if 0 <= place < len(self.rows.rows) else None
        is_asked = row is not None and (row.standing is Standing.DOUBTFUL or row.number in self._answers)
        self.answers.setVisible(is_asked)
        self.answers.clear()
        if row is None or not is_asked:
            return
        choices: list[tuple[str, Any]] = [(t("Not decided: the row is left out"), None)]
        choices += [(t("Take it in"), Answer.TAKE)] if row.can_be_taken else []
        choices += [(t("It is {name}").format(name=each.name), each.record) for each in row.alike]
        choices.append((t("Leave it out"), Answer.LEAVE))
        for words_of_it, answer in choices:
            self.answers.addItem(words_of_it, answer)
        given = self._answers.get(row.number)
        self.answers.setCurrentIndex(next(at for at, (_, answer) in enumerate(choices) if answer == given))

    def _build(self) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        self._name, self._said = heading(), words(tone="muted")
        self.rows = _Rows(t, self)
        columns = [Column(t("Term"), 260), Column(t("What the table says"), 0)]
        self.table = Table(theme, columns, two_lines=True)
        self.table.setModel(self.rows)
        self.table.setAccessibleName(t("Terms of the table"))
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_doubt())
        self.answers = Choice()
        self.answers.setAccessibleName(t("What becomes of the row"))
        self.answers.activated.connect(lambda _: self.answer(self.answers.currentData()))
        self.take_button = main_button(theme, t("Take in"), self.take)
        self.leave_button = button(theme, t("Leave it"), self.leave)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.take_button)
        foot.addWidget(self.leave_button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 16, 12, 16)
        column.setSpacing(8)
        column.addWidget(self._name)
        column.addWidget(self._said)
        column.addWidget(self.table, 1)
        column.addWidget(self.answers)
        column.addLayout(foot)
        self.setFocusProxy(self.take_button)


class _Rows(QAbstractTableModel):
    """What is doubtful first, then what is new or says something else; what is there already is only counted."""

    def __init__(self, t: Translator, parent: QObject) -> None:
        super().__init__(parent)
        self._t = t
        self._said: list[list[str]] = []
        self.rows: list[RowPreview] = []

    def show(self, rows: Sequence[RowPreview], values: Values, answers: dict[int, Answer | UUID]) -> None:
        """Show the rows of a table; those a person has answered for stay where they were."""
        self.beginResetModel()
        those = (row for row in rows if row.standing is not Standing.SAME or row.number in answers)
        asked = (Standing.DOUBTFUL, Standing.LEFT)
        self.rows = sorted(those, key=lambda row: row.standing not in asked and row.number not in answers)
        self._said = [row_said(self._t, values, Listing.TERMS, row) for row in self.rows]
        self.endResetModel()

    def place_of(self, number: int) -> int:
        """Return the place of the row of the table with this number; the first where there is none."""
        return next((place for place, row in enumerate(self.rows) if row.number == number), 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row, name = self.rows[index.row()], index.column() == NAME
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name if name else standing_name(self._t, row.standing)
        if role == BELOW:
            return row.said.values.get("vocabulary", "") if name else " · ".join(self._said[index.row()])
        if role == STRONG:
            return name
        return TONES.get(row.standing, "text") if role == TONE and not name else None
