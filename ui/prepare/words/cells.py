"""Draws the cells of the terms: the tree in the first column, gaps in the place of what is missing."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QTreeView
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from consultation.reading.vocabularies import TermRow
from ui.look.folds import px
from ui.look.icons import pixmap
from ui.look.marks import draw_gap
from ui.look.painting import Painting, write_line
from ui.look.theme import Theme
from ui.prepare.words.names import tags_of
from ui.prepare.words.rows import TermRows

ROW, INDENT, FOLD, PAD = 36, 20, 20, 12
"""Height of a row; of each level; of the place of the sign that folds; at the end of a cell."""
LEAST = 60
"""What a name keeps where tags stand after it."""
Index = QModelIndex | QPersistentModelIndex


class TermCells(QStyledItemDelegate):
    """Draws the cells of the terms."""

    def __init__(self, theme: Theme, table: QTreeView) -> None:
        super().__init__(table)
        self._theme = theme

    def sizeHint(self, option: Option, index: Index) -> QSize:
        return QSize(0, px(self._theme, ROW))

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        with Painting(painter):
            self._draw(painter, option, index)

    def fold_sign(self, cell: QRect, row: TermRow, direction: Qt.LayoutDirection) -> QRect:
        """Return where the sign that folds stands in the first cell of a row."""
        spot = QRect(
            cell.left() + px(self._theme, INDENT * row.depth), cell.top(), px(self._theme, FOLD), cell.height()
        )
        return QStyle.visualRect(direction, cell, spot)

    def _draw(self, painter: QPainter, option: Option, index: Index) -> None:
        model = index.model()
        if not isinstance(model, TermRows):
            return
        row, column, cell = model.rows[index.row()], index.column(), option.rect
        tone = "text" if row.is_offered else "muted"
        if column == model.used_column:
            self._write(painter, option, cell.adjusted(0, 0, -2 * PAD, 0), str(index.data()), tone, at_end=True)
            return
        room = cell.adjusted(0, 0, -PAD, 0)
        if column == 0:
            used = px(self._theme, FOLD + INDENT * row.depth)
            self._draw_fold(painter, option, row, row.term.id in model.folded)
            room = QStyle.visualRect(option.direction, cell, cell.adjusted(used, 0, -PAD, 0))
        name = model.name(row, column)
        if not name and row.is_offered:
            self._draw_missing(painter, option, room, model.t.context("a name in a language", "missing"))
            return
        strong = column == 0 and bool(row.below) and row.depth == 0
        tags = tags_of(model.t, row) if column == 0 else []
        taken = sum(self._tag_width(words) + 6 for words, _ in tags)
        left = max(room.width() - taken, px(self._theme, LEAST))
        written = self._write(painter, option, _leading(option, room, left), name, tone, strong=strong)
        for words, tag_tone in tags:
            written += 8
            self._draw_tag(painter, option, _after(option, room, written), words, tag_tone)
            written += self._tag_width(words)

    def _draw_fold(self, painter: QPainter, option: Option, row: TermRow, folded: bool) -> None:
        if not row.below:
            return
        size = px(self._theme, 14)
        spot = QRect(0, 0, size, size)
        spot.moveCenter(self.fold_sign(option.rect, row, option.direction).center())
        name = "chevron-right" if folded else "chevron-down"
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(spot, pixmap(name, self._theme.colours.tone("muted"), size, ratio))

    def _draw_missing(self, painter: QPainter, option: Option, room: QRect, words: str) -> None:
        dot = QStyle.visualRect(option.direction, room, QRect(room.left(), room.top(), 10, room.height()))
        draw_gap(painter, QPointF(QRectF(dot).center()), self._theme, "incomplete")
        rest = QStyle.visualRect(option.direction, room, room.adjusted(px(self._theme, 15), 0, 0, 0))
        self._write(painter, option, rest, words, "incomplete")

    def _write(
        self,
        painter: QPainter,
        option: Option,
        room: QRect,
        text: str,
        tone: str,
        *,
        strong: bool = False,
        at_end: bool = False,
    ) -> int:
        """Write one line; return how wide it is."""
        font, colour = self._theme.font(strong=strong), self._theme.colour(tone)
        return write_line(painter, room, text, font, colour, option.direction, at_end=at_end)

    def _tag_width(self, words: str) -> int:
        return QFontMetrics(self._theme.font("caption")).horizontalAdvance(words) + 16

    def _draw_tag(self, painter: QPainter, option: Option, room: QRect, words: str, tone: str) -> None:
        font = self._theme.font("caption")
        wide, high = min(self._tag_width(words), room.width()), QFontMetrics(font).height() + 4
        if wide < 24:
            return
        box = QRect(room.left(), room.center().y() - high // 2 + 1, wide, high)
        box = QStyle.visualRect(option.direction, room, box)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("edge" if tone == "muted" else tone), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), high / 2, high / 2)
        painter.setFont(font)
        painter.setPen(self._theme.colour(tone))
        short = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, wide - 12)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), short)


def _leading(option: Option, room: QRect, width: int) -> QRect:
    return QStyle.visualRect(option.direction, room, QRect(room.left(), room.top(), width, room.height()))


def _after(option: Option, room: QRect, used: int) -> QRect:
    return QStyle.visualRect(option.direction, room, room.adjusted(used, 0, 0, 0))
