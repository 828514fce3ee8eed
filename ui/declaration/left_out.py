"""Clauses a person has left out of the document, each with the way back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from consultation.language import Translator
from ui.declaration.rows import TextRow
from ui.widgets.buttons import button
from ui.widgets.cards import Card
from ui.widgets.chips import tag
from ui.widgets.words import words
from ui.workspace import Workspace


class LeftOut(QWidget):
    """The clauses that were left out, one card each."""

    back_asked = Signal(object)
    """The paragraph or item that is to come back."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.cards: list[LeftOutCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_rows(self, rows: Sequence[TextRow]) -> None:
        """Show these clauses."""
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [LeftOutCard(self._workspace, row) for row in rows]
        for card in self.cards:
            card.back_asked.connect(self.back_asked)
            self._column.addWidget(card)


class LeftOutCard(Card):
    """One clause that was left out."""

    back_asked = Signal(object)

    def __init__(self, workspace: Workspace, row: TextRow) -> None:
        super().__init__()
        t = workspace.t
        self._passage = row.passage
        self.back = button(workspace.theme, t("Bring it back"), self._on_back_pressed, "undo-2")
        self.column.setContentsMargins(12, 12, 12, 12)
        self.column.addWidget(tag(self._where(workspace.t), "incomplete"))
        self.column.addWidget(words(row.text, "said"))
        line = QHBoxLayout()
        line.addWidget(self.back)
        line.addStretch(1)
        self.column.addLayout(line)

    def _where(self, t: Translator) -> str:
        """Say that it is left out, and of which other languages too."""
        if self._passage is None or not self._passage.also_in:
            return t("Left out")
        languages = t.listed(t.language_name(code) for code in self._passage.also_in)
        return t("Left out · also in {languages}").format(languages=languages)

    def _on_back_pressed(self) -> None:
        self.back_asked.emit(self._passage)
