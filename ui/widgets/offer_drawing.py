"""Draws what is offered: headings, rules, and rows with a sign, a number, words, and quieter words."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from ui.look.icons import pixmap
from ui.look.marks import draw_set
from ui.look.painting import Painting
from ui.look.theme import Theme
from ui.widgets.offer import Offer, OfferHeading, matched_places

OFFER = Qt.ItemDataRole.UserRole
HIGH = 28
"""Of a row, at the usual text size."""
ICONS, PAD, GAP = 26, 14, 12
RULE_HIGH = 9
NARROWEST = 240
Index = QModelIndex | QPersistentModelIndex


class OfferDelegate(QStyledItemDelegate):
    """Draws the rows."""

    def __init__(self, theme: Theme, rows: QAbstractItemView, high: int) -> None:
        super().__init__(rows)
        self._theme, self._high = theme, high
        self.typed = ""

    def sizeHint(self, option: Option, index: Index) -> QSize:
        row = index.data(OFFER)
        body, small = QFontMetrics(self._theme.font()), QFontMetrics(self._theme.font("caption"))
        if row is None:
            return QSize(NARROWEST, RULE_HIGH)
        high = max(self._high, body.height() + 8)
        if isinstance(row, OfferHeading):
            return QSize(NARROWEST, max(self._high - 4, small.height() + 8))
        strong = QFontMetrics(self._theme.font(strong=True))
        wide = PAD + ICONS + strong.horizontalAdvance(f"{row.number}  {row.words}")
        wide += sum(GAP + small.horizontalAdvance(text) for text in (row.beside, row.at_end) if text)
        return QSize(wide + PAD, high)

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        with Painting(painter):
            row = index.data(OFFER)
            if row is None:
                middle = option.rect.center().y()
                painter.fillRect(QRect(option.rect.left(), middle, option.rect.width(), 1), self._theme.colour("line"))
            elif isinstance(row, OfferHeading):
                self._draw_heading(painter, option, row)
            else:
                self._draw_offer(painter, option, row)

    def _draw_heading(self, painter: QPainter, option: Option, row: OfferHeading) -> None:
        room = option.rect.adjusted(PAD, 0, -PAD, 0)
        wide = QFontMetrics(self._theme.font("caption")).horizontalAdvance(row.at_end)
        metrics = QFontMetrics(self._theme.font("caption", strong=True))
        short = metrics.elidedText(row.words, Qt.TextElideMode.ElideRight, room.width() - (wide + GAP if wide else 0))
        self._draw_line(painter, option, room, short, "caption", True)
        self._draw_line(
            painter, option, QRect(room.right() - wide, room.top(), wide + 1, room.height()), row.at_end, "caption"
        )

    def _draw_offer(self, painter: QPainter, option: Option, row: Offer) -> None:
        theme, room = self._theme, option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.soft("accent"))
            painter.drawRoundedRect(QRectF(room).adjusted(0, 0, 0, 0), 4, 4)
        self._draw_sign(painter, option, row)
        left, right = room.left() + PAD + ICONS, room.right() - PAD
        if row.at_end:
            wide = QFontMetrics(theme.font("caption")).horizontalAdvance(row.at_end)
            at_end = QRect(right - wide, room.top(), wide + 1, room.height())
            self._draw_line(painter, option, at_end, row.at_end, "caption")
            right -= wide + GAP
        if row.number:
            wide = QFontMetrics(theme.font(strong=True)).horizontalAdvance(row.number)
            number = QRect(left, room.top(), wide + 1, room.height())
            self._draw_line(painter, option, number, row.number, "body", True, row.tone)
            left += wide + 8
        typed = self.typed if row.marked else ""
        used = self._draw_words(painter, option, QRect(left, room.top(), right - left, room.height()), row.words, typed)
        left += used + GAP
        if row.beside and right - left > GAP:
            beside = QRect(left, room.top(), right - left, room.height())
            self._draw_words(painter, option, beside, row.beside, typed, "caption")

    def _draw_sign(self, painter: QPainter, option: Option, row: Offer) -> None:
        theme, room = self._theme, option.rect
        spot = QRect(room.left() + PAD - 1, room.center().y() - 7, 16, 16)
        spot = QStyle.visualRect(option.direction, room, spot)
        if row.icon:
            picture = pixmap(row.icon, theme.colours.tone(row.tone), 16, painter.device().devicePixelRatioF())
            painter.drawPixmap(spot, picture)
        elif row.tone in ("citizenship", "policy"):
            draw_set(painter, QPointF(spot.center()) + QPointF(0.5, 0.5), theme, row.tone)

    def _draw_line(
        self,
        painter: QPainter,
        option: Option,
        room: QRect,
        text: str,
        size: str,
        strong: bool = False,
        tone: str = "muted",
    ) -> None:
        painter.setFont(self._theme.font(size, strong=strong))
        painter.setPen(self._theme.colour(tone))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
        painter.drawText(QStyle.visualRect(option.direction, option.rect, room), int(flags), text)

    def _draw_words(
        self, painter: QPainter, option: Option, room: QRect, text: str, typed: str, size: str = "body"
    ) -> int:
        """Draw words with the letters that were typed marked in them; return how wide they are."""
        font = self._theme.font(size)
        line = " ".join(text.split())
        short = QFontMetrics(font).elidedText(line, Qt.TextElideMode.ElideRight, room.width())
        layout = QTextLayout(short, font)
        layout.setFormats(self._marks(short, typed))
        layout.beginLayout()
        drawn = layout.createLine()
        layout.endLayout()
        if not drawn.isValid():
            return 0
        wide = round(drawn.naturalTextWidth()) + 1
        place = QRect(room.left(), room.top(), wide, room.height())
        place = QStyle.visualRect(option.direction, option.rect, place)
        painter.setPen(self._theme.colour("text" if size == "body" else "muted"))
        layout.draw(painter, QPointF(place.left(), place.top() + (place.height() - drawn.height()) / 2))
        return wide

    def _marks(self, text: str, typed: str) -> list[QTextLayout.FormatRange]:
        marks = []
        for first, last in matched_places(text, typed):
            mark = QTextLayout.FormatRange()
            mark.start, mark.length = first, last - first
            mark.format = QTextCharFormat()
            mark.format.setForeground(self._theme.colour("accent"))
            mark.format.setFontWeight(600)
            marks.append(mark)
        return marks
