"""A few words that are pressed, with the hollow dot of a gap or an icon before them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle

from ui.look.folds import px
from ui.look.icons import pixmap
from ui.look.marks import draw_gap
from ui.look.theme import Theme
from ui.widgets.buttons import DrawnButton

HIGH, INSIDE, SIGN, ICON = 28, 8, 15, 14
"""Its height, the room at both ends, that for a sign before the words, and the side of an icon."""


class SignButton(DrawnButton):
    """In one tone; "incomplete" has the mark of a gap. It takes the words it is shown later."""

    def __init__(self, theme: Theme, tone: str = "text", icon: str = "") -> None:
        super().__init__(theme)
        self._tone, self._icon = tone, icon

    def show_words(self, words: str) -> None:
        """Show other words."""
        if words != self.text():
            self.setText(words)
            self.setAccessibleName(words)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._theme.font())
        high = max(px(self._theme, HIGH), metrics.height() + 6)
        return QSize(metrics.horizontalAdvance(self.text()) + 2 * INSIDE + 4 + self._room, high)

    def draw(self, painter: QPainter) -> None:
        theme, checked = self._theme, self.isChecked()
        self.draw_ground(painter, "accent_soft" if checked else "raised" if self.underMouse() else "")
        room = self.rect().adjusted(INSIDE, 0, -INSIDE, 0)
        spot = self._placed(QRect(room.left(), room.top(), self._room, room.height()), room)
        if self._icon:
            picture = pixmap(self._icon, theme.colours.tone(self._tone), ICON, self.devicePixelRatioF())
            painter.drawPixmap(spot.left(), (self.height() - ICON) // 2, picture)
        elif self._room:
            draw_gap(painter, QPointF(spot.center().x() - 1, self.height() / 2), theme, self._tone)
        painter.setFont(theme.font())
        painter.setPen(theme.colour("accent" if checked and self._tone == "text" else self._tone))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextSingleLine
        painter.drawText(self._placed(room.adjusted(self._room, 0, 0, 0), room), int(flags), self.text())

    @property
    def _room(self) -> int:
        """The width of the sign before the words."""
        return px(self._theme, SIGN) if self._icon or self._tone == "incomplete" else 0

    def _placed(self, part: QRect, whole: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), whole, part)


class SignTab(SignButton):
    """One that stays chosen once the page shows what it asks for; chosen, it has the soft ground."""

    def __init__(self, theme: Theme, tone: str = "text", icon: str = "") -> None:
        super().__init__(theme, tone, icon)
        self.setCheckable(True)

    def nextCheckState(self) -> None:
        """Leave it to the page."""
