"""A part of the consultation with its share of the text: a name, a small bar and the figures; pressed, it filters."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QStyle

from consultation.reading.coverage import Share
from ui.look.folds import px
from ui.look.theme import Theme
from ui.widgets.buttons import DrawnButton

HEIGHT, INSET, BAR, HIGH, BETWEEN = 28, 8, 56, 6, 10


class ShareRow(DrawnButton):
    """Shows how much of what a part raised stands in the text; without a ``share`` only how many there are."""

    def __init__(self, theme: Theme, name: str, figures: str, share: Share | None = None, widest: str = "") -> None:
        """``widest`` are the longest figures of the rows beside it: all bars end where the figures may begin."""
        super().__init__(theme, name)
        self.figures, self.share = figures, share
        self._widest = widest or figures
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{name}, {figures}")
        self.setToolTip(f"{name}, {figures}")

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._theme.font())
        wide = 2 * INSET + px(self._theme, BAR) + 2 * BETWEEN + metrics.horizontalAdvance(self._widest + "MMMM")
        return QSize(wide, max(px(self._theme, HEIGHT), metrics.height() + 6))

    def draw(self, painter: QPainter) -> None:
        ground = "accent_soft" if self.isChecked() else "raised" if self.underMouse() else ""
        self.draw_ground(painter, ground)
        theme = self._theme
        small = theme.font("caption")
        figures = QFontMetrics(small).horizontalAdvance(self._widest) + 2
        bar = px(theme, BAR) if self.share is not None else 0
        end = self.width() - INSET
        numbers = QRect(end - figures, 0, figures, self.height())
        self._write(painter, numbers, self.figures, small, Qt.AlignmentFlag.AlignTrailing)
        room = QRect(numbers.left() - BETWEEN - bar, 0, bar, self.height())
        if self.share is not None:
            self._draw_bar(painter, self._placed(room), self.share)
        name = QRect(INSET, 0, room.left() - BETWEEN - INSET, self.height())
        font = theme.font(strong=self.isChecked())
        short = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, name.width())
        self._write(painter, name, short, font, Qt.AlignmentFlag.AlignLeading)

    def _draw_bar(self, painter: QPainter, room: QRect, share: Share) -> None:
        """Draw the bar from the side the reading begins at: filled what is in the text, hollow the rest."""
        theme, high = self._theme, HIGH * self._theme.enlargement
        whole = QRectF(room.left(), room.center().y() + 1 - high / 2, room.width(), high)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("edge"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(whole.adjusted(0.5, 0.5, -0.5, -0.5), 1.5, 1.5)
        if share.in_text and share.raised:
            wide = max(whole.width() * share.in_text / share.raised, 3.0)
            left = whole.left() if not self.isRightToLeft() else whole.right() - wide
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("text"))
            painter.drawRoundedRect(QRectF(left, whole.top(), wide, high), 1.5, 1.5)

    def _write(self, painter: QPainter, room: QRect, words: str, font: QFont, side: Qt.AlignmentFlag) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.colour("text"))
        flags = QStyle.visualAlignment(self.layoutDirection(), side | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(self._placed(room), int(flags) | Qt.TextFlag.TextSingleLine, words)

    def _placed(self, place: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)
