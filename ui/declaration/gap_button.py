"""A small word in the tone of what is open, with its hollow dot; pressed, it leads there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle

from ui.look.folds import px
from ui.look.marks import draw_gap
from ui.look.theme import Theme
from ui.widgets.buttons import DrawnButton

SIGN = 18
"""Room for the dot before the words."""


class GapButton(DrawnButton):
    """Says what is open; ``tone`` is that of a gap or of a conflict."""

    def __init__(self, theme: Theme, words: str, slot: Callable[[], object], tone: str = "incomplete") -> None:
        super().__init__(theme, words)
        self._tone = tone
        self.clicked.connect(lambda: slot())

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._theme.font("caption"))
        return QSize(metrics.horizontalAdvance(self.text()) + px(self._theme, SIGN) + 8, metrics.height() + 6)

    def draw(self, painter: QPainter) -> None:
        super().draw(painter)
        theme, sign = self._theme, px(self._theme, SIGN)
        dot = QRect(2, 0, sign - 4, self.height())
        draw_gap(painter, QRectF(self._placed(dot)).center(), theme, self._tone)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour(self._tone))
        room = self._placed(QRect(sign, 0, self.width() - sign, self.height()))
        flags = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, int(QStyle.visualAlignment(self.layoutDirection(), flags)), self.text())

    def _placed(self, place: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)
