"""A field to find words in a list: it narrows the list at each key."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
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
BEFORE, AFTER, SIGN, APART = 8, 10, 22, 8
"""Before the sign, after the keys; the room of the sign; between the words and the keys."""


class FindEdit(QLineEdit):
    """Down or Enter goes to what was found, Escape empties it."""

    list_asked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.list_asked.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.list_asked.emit()
        else:
            super().keyPressEvent(event)


class FindLine(FindEdit):
    """Shows its sign; the key that leads to it is said while it is empty."""

    def __init__(self, theme: Theme, t: Translator, name: str) -> None:
        """``name`` says to a screen reader where it finds."""
        super().__init__()
        self._theme = theme
        self.setPlaceholderText(t("Find"))
        self.setAccessibleName(name)
        self.setToolTip(tip(t, anywhere.FIND))
        self._keys = caption(shown(anywhere.FIND), wrap=False)
        line = QHBoxLayout(self)
        line.setContentsMargins(BEFORE, 0, AFTER, 0)
        line.addWidget(IconLabel(theme, "search", "muted", 16))
        line.addStretch(1)
        line.addWidget(self._keys)
        self.textChanged.connect(self._show_keys)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def sizeHint(self) -> QSize:
        return QSize(px(self._theme, WIDE), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(self._theme, NARROW), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_keys()

    def _on_theme_changed(self) -> None:
        self.setTextMargins(px(self._theme, SIGN), 0, 0, 0)
        self.setMaximumWidth(px(self._theme, WIDE))

    def _show_keys(self) -> None:
        """Say the keys where nothing is typed, if there is room for them beside what stands there then."""
        words = self.fontMetrics().horizontalAdvance(self.placeholderText())
        needed = BEFORE + px(self._theme, SIGN) + words + APART + self._keys.sizeHint().width() + AFTER
        self._keys.setVisible(not self.text() and needed <= self.width())
