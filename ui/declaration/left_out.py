"""A paragraph or an item that a person left out of the declaration, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from consultation.language import Translator
from consultation.reading.passages import ItemText, ParagraphText
from ui.widgets.buttons import button
from ui.widgets.words import caption, said
from ui.workspace import Workspace


class LeftOutEntry(QWidget):
    """One clause that was left out."""

    back_asked = Signal(object)

    def __init__(self, workspace: Workspace, passage: ParagraphText | ItemText) -> None:
        super().__init__()
        t = workspace.t
        self._passage = passage
        self.back = button(workspace.theme, t("Bring it back"), self._on_back_pressed, "undo-2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(said(passage.text))
        self.where = caption(self._where(t))
        self.where.setVisible(bool(passage.also_in))
        column.addWidget(self.where)
        column.addWidget(self.back)

    def _where(self, t: Translator) -> str:
        """Say in which other languages it is left out too: it comes back in all of them."""
        languages = t.listed(t.language_name(code) for code in self._passage.also_in)
        return t("Left out · also in {languages}; it comes back in all of them").format(languages=languages)

    def _on_back_pressed(self) -> None:
        self.back_asked.emit(self._passage)
