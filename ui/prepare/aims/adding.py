"""The line in which what is added is typed: Enter adds it, Escape leaves."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from consultation.language import Translator
from ui.actions import preparing
from ui.keys import pressed


class AddLine(QLineEdit):
    """Hidden until something is to be added, and when it is left."""

    typed = Signal(str, bool)
    """The words, and whether they stand below the row at hand."""
    left = Signal()

    def __init__(self, t: Translator) -> None:
        super().__init__()
        self._t = t
        self._below = False
        self.returnPressed.connect(self._on_return)
        self.hide()

    def ask(self, name: str, below: bool) -> None:
        """Ask for words; ``name`` says what is added."""
        self._below = below
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self.show()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if pressed(event, preparing.LEAVE_AIM):
            self._leave()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not self.text().strip():
            self._leave()

    def _on_return(self) -> None:
        words = " ".join(self.text().split())
        self._leave()
        if words:
            self.typed.emit(words, self._below)
        else:
            self.left.emit()

    def _leave(self) -> None:
        self.clear()
        self.hide()
