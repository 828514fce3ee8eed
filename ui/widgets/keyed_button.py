"""A button that shows its key: the word as on any button, and the key after it, smaller and quieter."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle

from ui.look.icons import set_icon
from ui.look.theme import Theme
from ui.widgets.buttons import GAP, WordButton
from ui.widgets.words import set_property

ROOM, EDGE = 10, 12
"""Before the key, and after it."""


class KeyedButton(WordButton):
    """An ordinary button, the main one, or a quiet one, with its ``keys`` as the system writes them."""

    def __init__(
        self, theme: Theme, text: str, keys: str, slot: Callable[[], object], icon: str = "", look: str = ""
    ) -> None:
        """``look`` is "main", "quiet" or nothing."""
        super().__init__(theme, text)
        self._keys, self._look = keys, look
        self.setProperty("keyed", True)
        if look:
            self.setProperty(look, True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        if icon:
            self.show_icon(icon)
        self.setAccessibleDescription(keys)
        self.clicked.connect(lambda: slot())

    def show_icon(self, name: str) -> None:
        """Show another icon; before words there is room after it."""
        tone = {"main": "on_accent", "quiet": "accent"}.get(self._look, "text")
        set_icon(self, self._theme, name, tone, gap=GAP if self.text() else 0)

    def be_main(self, main: bool) -> None:
        """Be the main one of several, or an ordinary one."""
        self._look = "main" if main else ""
        set_property(self, "main", main)

    def show_keys(self, keys: str) -> None:
        """Show other keys, or none."""
        self._keys = keys
        self.setAccessibleDescription(keys)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        plain = super().sizeHint()
        wide = QFontMetrics(self._theme.font("caption")).horizontalAdvance(self._keys) + ROOM if self._keys else 0
        return QSize(plain.width() + wide, plain.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        tone = "on_accent" if self._look == "main" and self.isEnabled() else "muted"
        painter = QPainter(self)
        painter.setFont(self._theme.font("caption"))
        painter.setPen(self._theme.colour(tone))
        room = QStyle.visualRect(self.layoutDirection(), self.rect(), QRect(self.rect()).adjusted(0, 0, -EDGE, 0))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing
        painter.drawText(room, int(QStyle.visualAlignment(self.layoutDirection(), flags)), self._keys)
