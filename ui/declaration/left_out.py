"""Clauses a person has left out of the document, each with the way back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from consultation.language import DOCUMENT_LANGUAGES
from consultation.reading.parts import parts_of
from ui.declaration.rows import TextRow, record_of
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

    def show_rows(self, rows: Sequence[TextRow], language: str) -> None:
        """Show these clauses of the document in a language."""
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [LeftOutCard(self._workspace, row, language) for row in rows]
        for card in self.cards:
            card.back_asked.connect(self.back_asked)
            self._column.addWidget(card)


class LeftOutCard(Card):
    """One clause that was left out."""

    back_asked = Signal(object)

    def __init__(self, workspace: Workspace, row: TextRow, language: str) -> None:
        super().__init__()
        t = workspace.t
        self._passage = row.passage
        self.back = button(workspace.theme, t("Bring it back"), self._on_back_pressed, "undo-2")
        self.column.setContentsMargins(12, 12, 12, 12)
        self.column.addWidget(tag(self._where(workspace, language), "incomplete"))
        self.column.addWidget(words(row.text, "said"))
        line = QHBoxLayout()
        line.addWidget(self.back)
        line.addStretch(1)
        self.column.addLayout(line)

    def _where(self, workspace: Workspace, language: str) -> str:
        """Say that it is left out, and in which other languages the document has it: it is left out of these too."""
        t = workspace.t
        if self._passage is None:
            return t("Left out")
        record = record_of(workspace.store, self._passage)
        others = [code for code in DOCUMENT_LANGUAGES if code != language and parts_of(record, code).are_written]
        if not others:
            return t("Left out")
        return t("Left out · also in {languages}").format(languages=t.listed(t.language_name(code) for code in others))

    def _on_back_pressed(self) -> None:
        self.back_asked.emit(self._passage)
