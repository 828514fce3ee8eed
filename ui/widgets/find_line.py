"""A field to find words in a list: it narrows the list at each key."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from consultation.language import Translator
from ui.actions import anywhere
from ui.keys import shown, tip
from ui.look.folds import px
from ui.look.icons import IconLabel
from ui.look.theme import Theme
from ui.widgets.words import caption

WIDE, NARROW = 200, 130
"""Its width, and that where there is little room."""


class FindLine(QLineEdit):
    """Down or Enter goes to what was found, Escape empties it; the key that leads to it is said while it is empty."""

    list_asked = Signal()

    def __init__(self, theme: Theme, t: Translator, name: str) -> None:
        """``name`` says to a screen reader where it finds."""
        super().__init__()
        self._theme = theme
        self.setPlaceholderText(t("Find"))
        self.setAccessibleName(name)
        self.setToolTip(tip(t, anywhere.FIND))
        self.setMaximumWidth(px(theme, WIDE))
        self._keys = caption(shown(anywhere.FIND), wrap=False)
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 0, 10, 0)
        line.addWidget(IconLabel(theme, "search", "muted", 16))
        line.addStretch(1)
        line.addWidget(self._keys)
        self.setTextMargins(22, 0, 0, 0)
        self.textChanged.connect(lambda text: self._keys.setVisible(not text))

    def sizeHint(self) -> QSize:
        return QSize(px(self._theme, WIDE), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(self._theme, NARROW), super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.list_asked.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.list_asked.emit()
        else:
            super().keyPressEvent(event)
