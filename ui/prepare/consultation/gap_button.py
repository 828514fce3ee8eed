"""How much is missing, in the head of the page; pressed, it leads to the next of it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from ui.look.marks import draw_gap
from ui.look.theme import Theme
from ui.widgets.buttons import DrawnButton

DOT, INSIDE = 18, 6


class GapButton(DrawnButton):
    """A hollow dot and a number."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)

    def show_words(self, words: str) -> None:
        """Show other words."""
        self.setText(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._theme.font())
        return QSize(metrics.horizontalAdvance(self.text()) + DOT + 2 * INSIDE, metrics.height() + 8)

    def draw(self, painter: QPainter) -> None:
        super().draw(painter)
        theme, leading = self._theme, self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        x = INSIDE + DOT / 2 - 2
        draw_gap(painter, QPointF(x if leading else self.width() - x, self.height() / 2), theme, "incomplete")
        room = self.rect().adjusted(INSIDE, 0, -INSIDE, 0)
        room = room.adjusted(DOT, 0, 0, 0) if leading else room.adjusted(0, 0, -DOT, 0)
        painter.setFont(theme.font())
        painter.setPen(theme.colour("incomplete"))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading), self.text())
