"""The ways in on the start page: large ones that say what they do, and a short list of them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QStyle

from ui.look.folds import px
from ui.look.icons import pixmap
from ui.look.theme import Theme
from ui.widgets.buttons import RING, DrawnButton

HIGH, LOW = 64, 40
LARGE, SMALL = 22, 18
"""Icons of the large ways and of those in the list."""
RADIUS, PAD = 8, 8


class _Way(DrawnButton):
    """A row that can be pressed: an icon, words, and keys at its end."""

    def __init__(self, theme: Theme, icon: str, words: str, keys: str, act: Callable[[], object]) -> None:
        super().__init__(theme, words)
        self._icon, self._keys = icon, keys
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: act())

    def _draw_icon(self, painter: QPainter, left: int, size: int, colour: str) -> None:
        spot = QRect(left, (self.height() - size) // 2, size, size)
        picture = pixmap(self._icon, colour, size, painter.device().devicePixelRatioF())
        painter.drawPixmap(self._mirrored(spot), picture)

    def _draw_words(self, painter: QPainter, room: QRect, words: str, size: str, colour: QColor, strong: bool) -> None:
        painter.setFont(self._theme.font(size, strong=strong))
        painter.setPen(colour)
        short = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextSingleLine
        painter.drawText(self._mirrored(room), int(flags), short)

    def _draw_keys(self, painter: QPainter, right: int, colour: QColor) -> int:
        """Draw the keys before ``right``; return where the room for the words ends."""
        if not self._keys:
            return right
        wide = QFontMetrics(self._theme.font("caption")).horizontalAdvance(self._keys)
        room = QRect(right - wide, 0, wide + 1, self.height())
        self._draw_words(painter, room, self._keys, "caption", colour, strong=False)
        return right - wide - 12

    def _mirrored(self, room: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), room)


class LargeWay(_Way):
    """A way in with a line about it; the main one is filled with the accent."""

    def __init__(
        self, theme: Theme, icon: str, words: str, below: str, act: Callable[[], object], keys: str = ""
    ) -> None:
        super().__init__(theme, icon, words, keys, act)
        self._below, self._main = below, bool(keys)
        self.setAccessibleDescription(below)

    def sizeHint(self) -> QSize:
        lines = QFontMetrics(self._theme.font("quoted")).height() + QFontMetrics(self._theme.font("caption")).height()
        return QSize(px(self._theme, 320), max(px(self._theme, HIGH), lines + 20))

    def draw(self, painter: QPainter) -> None:
        theme = self._theme
        self.draw_ground(painter)
        words = theme.colour("on_accent" if self._main else "text")
        below = theme.colour("on_accent" if self._main else "muted")
        self._draw_icon(painter, 18, px(theme, LARGE), words.name())
        left, right = 18 + px(theme, LARGE) + 16, self._draw_keys(painter, self.width() - 18, below)
        middle = self.height() // 2
        upper = QFontMetrics(theme.font("quoted", strong=True)).height()
        lower = QFontMetrics(theme.font("caption")).height()
        top = middle - (upper + lower) // 2
        self._draw_words(painter, QRect(left, top, right - left, upper), self.text(), "quoted", words, strong=True)
        self._draw_words(
            painter, QRect(left, top + upper, right - left, lower), self._below, "caption", below, strong=False
        )

    def draw_ground(self, painter: QPainter, ground: str = "") -> None:
        """Draw a card, which is filled for the main way."""
        theme, focused = self._theme, self.hasFocus()
        ground = "accent" if self._main else "raised" if self.underMouse() else "base"
        edge = "accent" if self._main or focused else "edge"
        wide = RING if focused else 1
        painter.setPen(QPen(theme.colour(edge), wide))
        painter.setBrush(theme.colour(ground))
        inset = wide / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)
        if self._main and focused:
            painter.setPen(QPen(theme.colour("window"), RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(3, 3, -3, -3), RADIUS - 2, RADIUS - 2)


class ListedWay(_Way):
    """A way in among others."""

    def sizeHint(self) -> QSize:
        body, small = QFontMetrics(self._theme.font()), QFontMetrics(self._theme.font("caption"))
        wide = px(self._theme, SMALL) + 40 + body.horizontalAdvance(self.text()) + small.horizontalAdvance(self._keys)
        return QSize(wide, max(px(self._theme, LOW), body.height() + 8))

    def draw(self, painter: QPainter) -> None:
        theme = self._theme
        room = QRectF(self.rect()).adjusted(1, 3, -1, -3)
        if self.hasFocus() or self.underMouse():
            painter.setPen(QPen(theme.colour("accent"), RING) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("raised") if self.underMouse() else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(room, 6, 6)
        self._draw_icon(painter, PAD, px(theme, SMALL), theme.colours.accent)
        left, right = PAD + px(theme, SMALL) + 12, self._draw_keys(painter, self.width() - PAD, theme.colour("muted"))
        words = QRect(left, 0, right - left, self.height())
        self._draw_words(painter, words, self.text(), "body", theme.colour("text"), strong=False)
