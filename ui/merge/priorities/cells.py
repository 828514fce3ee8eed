"""How a row of the priorities is drawn: words, a bar for each room, figures; never a sum."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QTableView
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from consultation.language import Translator
from consultation.weighing.figures import Figure, value_of
from consultation.weighing.hands import Line, Standing
from consultation.weighing.telling import LEFT_OUT, written
from consultation.weighing.weighed import Weighed
from ui.look.folds import px
from ui.look.marks import draw_gap, draw_set, draw_support
from ui.look.painting import Painting
from ui.look.theme import Theme
from ui.merge.priorities.rows import ACROSS, AGAINST, DIVIDES, ROOMS, SUPPORT, TEN, WORDS, Index, PriorityRows
from ui.widgets.buttons import RING

ROW, PAD, GUTTER = 52, 8, 48
"""Height of a row; at the sides of a cell; before the words."""
BETWEEN_LINES, MOST_LINES = 13, 3
FIGURE, BAR = 28, 36
"""Room for the hands beside a bar of support; width of the bar of what divides."""
THIN = 3.0


class PriorityCells(QStyledItemDelegate):
    """Draws the cells of the priorities."""

    def __init__(self, theme: Theme, t: Translator, table: QTableView) -> None:
        super().__init__(table)
        self._theme, self._t, self._table = theme, t, table

    def sizeHint(self, option: Option, index: Index) -> QSize:
        return QSize(0, px(self._theme, ROW))

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        with Painting(painter):
            self._draw(painter, option, index)

    def _draw(self, painter: QPainter, option: Option, index: Index) -> None:
        model = index.model()
        if not isinstance(model, PriorityRows):
            return
        self._draw_ground(painter, option, index)
        row, room = model.rows[index.row()], option.rect.adjusted(PAD, 0, -PAD, 0)
        column = index.column()
        if column == WORDS:
            self._draw_words(painter, option, row)
        elif column == SUPPORT:
            self._draw_lines(painter, room, row)
        elif column == ROOMS:
            rooms, regions = (self._t.number(len(each)) for each in (row.backing.rooms, row.backing.regions))
            self._write(painter, option, room, f"{rooms} · {regions}", "text")
        elif column == DIVIDES:
            self._draw_divides(painter, option, room, row)
        elif column == TEN:
            place = model.ten.get(row.key)
            text = self._t.number(place) if place else "·"
            self._write(painter, option, room, text, "accent" if place else "muted", strong=bool(place))
        elif column in (ACROSS, AGAINST):
            figure = Figure.ACROSS if column == ACROSS else Figure.AGAINST
            value = value_of(row, figure)
            tone = "text" if column == ACROSS and value is not None else "muted"
            self._write(painter, option, room, written(self._t, figure, value), tone, strong=column == ACROSS)

    def _draw_ground(self, painter: QPainter, option: Option, index: Index) -> None:
        """Draw the ground of a cell, the line under it, and the ring around the figure that has the keyboard."""
        theme, cell = self._theme, option.rect
        chosen = self._table.selectionModel().isSelected(index)
        if chosen:
            painter.fillRect(cell, theme.colour("accent_soft"))
        painter.fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), theme.colour("line"))
        if index == self._table.currentIndex() and self._table.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), RING))
            painter.setBrush(theme.colour("base") if index.column() != WORDS else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(cell).adjusted(2, 3, -2, -4), 6, 6)

    def _draw_words(self, painter: QPainter, option: Option, row: Weighed) -> None:
        theme, cell = self._theme, option.rect
        gutter = px(theme, GUTTER)
        mark = QStyle.visualRect(option.direction, cell, QRect(cell.left() + 14, cell.top(), 12, cell.height()))
        draw_set(painter, QPointF(QRectF(mark).center()), theme, row.set.value)
        number = QRect(cell.left() + 24, cell.top(), gutter - 18, cell.height())
        painter.setFont(theme.font(strong=True))
        painter.setPen(theme.colour(row.set.value))
        text = self._t.number(row.number) if row.number else "–"
        align = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QStyle.visualRect(option.direction, cell, number), int(align), text)
        room = QStyle.visualRect(option.direction, cell, cell.adjusted(gutter + 14, 0, -PAD, 0))
        self._draw_text(painter, room, row)

    def _draw_text(self, painter: QPainter, room: QRect, row: Weighed) -> None:
        font = self._theme.reading("quoted")
        lines = in_two_lines(row.text, font, room.width())
        metrics = QFontMetrics(font)
        top = room.center().y() - metrics.lineSpacing() * len(lines) // 2
        painter.setFont(font)
        painter.setPen(self._theme.colour("text"))
        backwards = _reads_backwards(row.text)
        align = Qt.AlignmentFlag.AlignRight if backwards else Qt.AlignmentFlag.AlignLeft
        for line in lines:
            painter.drawText(QRect(room.left(), top, room.width(), metrics.lineSpacing()), int(align), line)
            top += metrics.lineSpacing()

    def _draw_lines(self, painter: QPainter, room: QRect, row: Weighed) -> None:
        """Draw a bar for each room, with the hands for it at the right; the bars of all rows are of one length."""
        theme = self._theme
        if all(line.standing is Standing.NOT_COUNTED for line in row.lines):
            draw_gap(painter, QPointF(room.left() + 5, room.center().y() + 1), theme, "incomplete")
            words = room.adjusted(14, 0, 0, 0)
            painter.setPen(theme.colour("incomplete"))
            painter.setFont(theme.font("caption"))
            painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), self._t(LEFT_OUT[Standing.NOT_COUNTED]))
            return
        shown = row.lines if len(row.lines) <= MOST_LINES else row.lines[: MOST_LINES - 1]
        step = px(theme, BETWEEN_LINES)
        count = min(len(row.lines), MOST_LINES)
        top = room.center().y() - step * count // 2 + 1
        for line in shown:
            self._draw_line(painter, QRect(room.left(), top, room.width(), step), line, row.set.value)
            top += step
        if len(shown) < len(row.lines):
            more = self._t("{count} more").format(count=self._t.number(len(row.lines) - len(shown)))
            painter.setFont(theme.font("caption"))
            painter.setPen(theme.colour("muted"))
            painter.drawText(QRect(room.left(), top, room.width(), step), int(Qt.AlignmentFlag.AlignVCenter), more)

    def _draw_line(self, painter: QPainter, room: QRect, line: Line, tone: str) -> None:
        theme, figure = self._theme, px(self._theme, FIGURE)
        bar = QRectF(room.adjusted(0, 0, -figure, 0))
        if not line.enters:
            painter.setPen(QPen(theme.colour("edge"), 1, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(bar.left(), bar.center().y()), QPointF(bar.right(), bar.center().y()))
            return
        draw_support(painter, bar, (line.in_favour, line.against, line.abstaining), theme, tone)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("muted"))
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, int(side), self._t.number(line.in_favour))

    def _draw_divides(self, painter: QPainter, option: Option, room: QRect, row: Weighed) -> None:
        theme, value = self._theme, value_of(row, Figure.DIVIDES)
        if value is not None:
            wide = px(theme, BAR)
            bar = QRectF(room.left(), room.center().y() - THIN / 2 + 1, wide, THIN)
            bar = QRectF(QStyle.visualRect(option.direction, room, bar.toRect()))
            painter.fillRect(bar, theme.colour("line"))
            painter.fillRect(QRectF(bar.left(), bar.top(), wide * value, THIN), theme.colour("text"))
        strong = value is not None and value >= 0.5
        self._write(
            painter, option, room, written(self._t, Figure.DIVIDES, value), "text" if strong else "muted", strong
        )

    def _write(
        self, painter: QPainter, option: Option, room: QRect, text: str, tone: str, strong: bool = False
    ) -> None:
        painter.setFont(self._theme.font(strong=strong))
        painter.setPen(self._theme.colour(tone))
        align = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(room, int(align), text)


def in_two_lines(text: str, font: QFont, width: int) -> tuple[str, ...]:
    """Break words into at most two lines, the second elided."""
    return _broken(" ".join(text.split()), font.toString(), width)


@lru_cache(maxsize=2048)
def _broken(text: str, written_font: str, width: int) -> tuple[str, ...]:
    font = QFont()
    font.fromString(written_font)
    layout = QTextLayout(text[:400], font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    end = line.textLength()
    layout.endLayout()
    if end >= len(text):
        return (text,)
    rest = QFontMetrics(font).elidedText(text[end:], Qt.TextElideMode.ElideRight, width)
    return (text[:end].strip(), rest)


def _reads_backwards(text: str) -> bool:
    return any("\u0590" <= letter <= "\u08ff" for letter in text[:40])
