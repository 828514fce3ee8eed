"""The peek: what is known of the thing that is selected, over the margin of a page, and never over its words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.look.theme import Theme
from ui.widgets.rows import clear
from ui.widgets.words import caption, rule

WIDTH = 376


class Peek(QFrame):
    """A child of the page outside its layout: the page lays it with `lie` when it is resized, and nothing else moves.

    Whoever opens it gives it its contents, and gets the keyboard back when it is closed.
    """

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("surface", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._edge = QFrame()
        self._edge.setProperty("rule", True)
        self._edge.setFixedWidth(1)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._foot = QWidget()
        self._hints = QHBoxLayout(self._foot)
        self._hints.setContentsMargins(24, 6, 24, 6)
        self._hints.setSpacing(6)
        self._rule = rule()
        self._column.addStretch(1)
        self._column.addWidget(self._rule)
        self._column.addWidget(self._foot)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self._edge)
        line.addLayout(self._column, 1)
        self._show_foot(False)
        self.hide()

    def fill(self, inside: QWidget) -> None:
        """Put what is shown into the peek; done once."""
        self._column.takeAt(0)
        self._column.insertWidget(0, inside, 1)

    def show_hints(self, hints: Sequence[tuple[str, str]]) -> None:
        """Say in the foot which keys do what, as (keys in the system's writing, words); the last stands at the end."""
        clear(self._hints)
        for number, (keys, words) in enumerate(hints):
            if number and number == len(hints) - 1:
                self._hints.addStretch(1)
            elif number:
                self._hints.addSpacing(10)
            self._hints.addWidget(key_cap(keys))
            self._hints.addWidget(caption(words, wrap=False))
        if len(hints) == 1:
            self._hints.addStretch(1)
        self._show_foot(bool(hints))

    def lie(self, room: QRect) -> None:
        """Cover this part of the page."""
        self.setGeometry(room)
        self.raise_()

    def _show_foot(self, shown: bool) -> None:
        self._foot.setVisible(shown)
        self._rule.setVisible(shown)


def key_cap(keys: str) -> QLabel:
    """Make a small picture of a key with its name on it."""
    cap = caption(keys, wrap=False)
    cap.setProperty("keycap", True)
    return cap
