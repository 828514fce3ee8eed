"""The table of the terms: a tree in its first column, folded and unfolded with the arrows."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from consultation.language import Translator, own_language_name
from consultation.reading.vocabularies import TermRow
from ui.actions import preparing
from ui.keys import pressed
from ui.look.folds import px
from ui.look.theme import Theme
from ui.prepare.words.cells import FOLD, TermCells
from ui.prepare.words.rows import TermRows
from ui.widgets.table import PAD as HEAD_PAD
from ui.widgets.table import Column, Table

USED, FIRST, OTHER = 76, 170, 116
"""Width of the last column; least of the first; least of every other."""
SHARE = 1.35
"""How much wider than the others the first column is, which has the tree in it."""


class TermTable(Table):
    """Says `row_asked`, `edit_asked` and `fold_asked` with a term and whether it is to be folded."""

    edit_asked = Signal()
    fold_asked = Signal(object, bool)

    def __init__(self, theme: Theme, t: Translator) -> None:
        self._t = t
        super().__init__(theme, _columns(t, ("en",)))
        self.rows = TermRows(t, self)
        self.setModel(self.rows)
        self._cells = TermCells(theme, self)
        self.setItemDelegate(self._cells)
        self.setUniformRowHeights(True)

    @property
    def at_hand(self) -> TermRow | None:
        """The row that is chosen."""
        return self.rows.rows[self.row] if 0 <= self.row < len(self.rows.rows) else None

    def show_languages(self, languages: tuple[str, ...]) -> None:
        """Have a column for each language."""
        self.show_columns(_columns(self._t, languages))

    def choose_term(self, term: UUID) -> bool:
        """Choose the row of a term; tell whether it is shown."""
        place = self.rows.place_of(term)
        if place >= 0:
            self.choose(place)
        return place >= 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.row >= 0 and pressed(event, preparing.EDIT_TERM):
            self.edit_asked.emit()
        elif self.row >= 0 and pressed(event, preparing.FOLD_TERM):
            self._fold_or_unfold(event.key() == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == 0:
            row = self.rows.rows[index.row()]
            sign = self._cells.fold_sign(self.visualRect(index), row, self.layoutDirection())
            if row.below and sign.contains(event.position().toPoint()):
                self.fold_asked.emit(row.term.id, row.term.id not in self.rows.folded)

    def _fold_or_unfold(self, right: bool) -> None:
        """Fold what is open, or go to what it stands under; unfold, or go to the first under it."""
        row = self.at_hand
        if row is None:
            return
        ahead = right == (self.layoutDirection() == Qt.LayoutDirection.LeftToRight)
        folded = row.term.id in self.rows.folded
        if ahead and row.below and folded:
            self.fold_asked.emit(row.term.id, False)
        elif ahead and row.below:
            self.choose(self.row + 1)
        elif not ahead and row.below and not folded:
            self.fold_asked.emit(row.term.id, True)
        elif not ahead and row.above:
            self.choose_term(row.above[-1])

    def _fold(self) -> None:
        """Share the room among the languages; the last ones go where there is too little for all."""
        room, theme = self.viewport().width(), self._theme
        names = len(self.columns) - 1
        used, first, other = px(theme, USED), px(theme, FIRST), px(theme, OTHER)
        shown = names
        while shown > 1 and used + first + (shown - 1) * other > room:
            shown -= 1
        left = room - used
        share = left / (SHARE + shown - 1) if shown > 1 else left
        for column in range(names):
            self.setColumnHidden(column, column >= shown)
            if column:
                self.header().resizeSection(column, int(share))
        self.header().resizeSection(0, max(left - int(share) * (shown - 1), 80))
        self.setColumnHidden(names, False)
        self.header().resizeSection(names, used)


def _columns(t: Translator, languages: tuple[str, ...]) -> list[Column]:
    named = [
        Column(own_language_name(code), OTHER if place else 0, inset=0 if place else FOLD - HEAD_PAD)
        for place, code in enumerate(languages)
    ]
    return [*named, Column(t.context("column of a table", "used"), USED, is_number=True)]
