"""A part that opens over a page as a child of the window: the ground, edge, corners and soft shadow of every pop-up.

No window manager has a say in it, it takes the keyboard only if it is given it, and it is never in the way of the
mouse outside its edge.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QHideEvent, QImage, QMoveEvent, QPainter, QPaintEvent, QPen, QPixmap, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.look.theme import Theme

RADIUS = 8
INSIDE = 4
MARGIN = 28
"""How far the shadow reaches."""
DOWN = 8
"""How far the shadow lies below the part."""
STRENGTH_LIGHT, STRENGTH_DARK = 0.20, 0.55


class Floating(QWidget):
    """Has a ground and a shadow; fill ``column``."""

    def __init__(self, theme: Theme, window: QWidget, owner: QObject | None = None) -> None:
        """Open in ``window``; it goes and is gone with its ``owner``, a part of a page, which the window outlives."""
        super().__init__(window)
        self._theme = theme
        self.setProperty("floats", True)
        self._shadow = _Shadow(theme, window)
        self.destroyed.connect(self._shadow.deleteLater)
        if owner is not None:
            owner.destroyed.connect(self.deleteLater)
            owner.installEventFilter(self)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(INSIDE, INSIDE, INSIDE, INSIDE)
        self.column.setSpacing(0)
        self.hide()
        window.installEventFilter(self)
        theme.changed.connect(self.update)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.parentWidget() and self.isVisible():
            self.window_resized()
        elif event.type() == QEvent.Type.Hide and watched is not self.parentWidget():
            self.hide()
        return super().eventFilter(watched, event)

    def window_resized(self) -> None:
        """Go: what this stood beside is elsewhere now."""
        self.hide()

    def lie(self, room: QRect) -> None:
        """Open over ``room`` of the window, above everything else in it."""
        self.setGeometry(room)
        self.show()
        self._shadow.raise_()
        self.raise_()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._shadow.lie_under(self.geometry())
        self._shadow.show()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._shadow.hide()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._shadow.lie_under(self.geometry())

    def resizeEvent(self, event: object) -> None:
        self._shadow.lie_under(self.geometry())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("edge"), 1))
        painter.setBrush(self._theme.colour("base"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)


class _Shadow(QWidget):
    """Lies under a floating part and lets the mouse through; painted from one picture for each theme."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._whole = QRect()
        """All of it, also what lies beyond the window."""
        self.setProperty("floats", True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def lie_under(self, room: QRect) -> None:
        """Reach around ``room``."""
        self._whole = room.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN + DOWN)
        window = self.parentWidget()
        self.setGeometry(self._whole.intersected(window.rect()) if window is not None else self._whole)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        strength = STRENGTH_DARK if self._theme.colours.dark else STRENGTH_LIGHT
        room = self._whole.translated(-self.pos()).adjusted(0, DOWN, 0, 0)
        _draw_parts(painter, room, _shadow(strength))


def _draw_parts(painter: QPainter, room: QRect, picture: QPixmap) -> None:
    """Draw a picture of nine parts: corners as they are, edges drawn out, and no middle, which is covered."""
    side = (picture.width() - 1) // 2
    sources = ((0, side), (side, 1), (side + 1, side))
    across = ((0, side), (side, room.width() - 2 * side), (room.width() - side, side))
    along = ((0, side), (side, room.height() - 2 * side), (room.height() - side, side))
    for row, (top, high) in enumerate(along):
        for column, (left, wide) in enumerate(across):
            if (row, column) == (1, 1):
                continue
            place = QRect(room.left() + left, room.top() + top, wide, high)
            painter.drawPixmap(place, picture, QRect(sources[column][0], sources[row][0], *_size(sources, column, row)))


def _size(sources: tuple[tuple[int, int], ...], column: int, row: int) -> tuple[int, int]:
    return sources[column][1], sources[row][1]


@lru_cache(maxsize=4)
def _shadow(strength: float) -> QPixmap:
    """Draw a soft shadow of the smallest part there can be: full within, nothing ``MARGIN`` outside."""
    corner = MARGIN + RADIUS
    side = 2 * corner + 1
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    for y in range(side):
        for x in range(side):
            away = _outside(x, side) ** 2 + _outside(y, side) ** 2
            left = max(0.0, 1 - (away**0.5) / MARGIN)
            dark = QColor(0, 0, 0)
            dark.setAlphaF(strength * left * left * (3 - 2 * left) * 0.6)
            image.setPixelColor(x, y, dark)
    return QPixmap.fromImage(image)


def _outside(place: int, side: int) -> int:
    """Return how far a place lies outside the middle."""
    middle = side // 2
    return max(abs(place - middle) - RADIUS, 0)
