"""Draws the declaration as the document will stand: hanging numbers, lettered items, small marks of the sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from consultation.reading.needs import Need
from ui.declaration.draft_model import ROW
from ui.declaration.row_layout import LINE, RowLayout, Span
from ui.declaration.rows import TextRow
from ui.look.folds import px
from ui.look.icons import pixmap
from ui.look.marks import draw_gap, draw_set
from ui.look.painting import Painting
from ui.look.theme import Theme
from ui.widgets.buttons import RING

HANGING, DOT, EDGE = 17, 28, 6
"""Room between number and words; how far from the edge dot and pencil end; room beside the chosen row."""
SMALL_ICON = 14
Index = QModelIndex | QPersistentModelIndex


class TextDelegate(QStyledItemDelegate):
    """Draws rows of the draft."""

    def __init__(self, theme: Theme, view: QAbstractItemView, act: str) -> None:
        """Draw for a view; ``act`` names what is done with words that nobody has adopted yet."""
        super().__init__(view)
        self._view, self._theme, self._act = view, theme, act
        self.layout = RowLayout(theme)
        self.editing: UUID | None = None
        """The clause that is being edited: its editor draws the words."""
        self.editor_height = 0
        self.found: Mapping[UUID, Sequence[Span]] = {}
        """Clause -> the letters that were searched for."""

    def sizeHint(self, option: Option, index: Index) -> QSize:
        row = index.data(ROW)
        if not isinstance(row, TextRow):
            return QSize()
        if row.id is not None and row.id == self.editing:
            return QSize(0, self.editor_height)
        return QSize(0, self.layout.height(row, index.row() == 0))

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        with Painting(painter):
            row = index.data(ROW)
            if isinstance(row, TextRow):
                if row.passage:
                    self._draw_clause(painter, option, row)
                else:
                    self._draw_title(painter, option, row, index.row() == 0)

    def _draw_title(self, painter: QPainter, option: Option, row: TextRow, first: bool) -> None:
        place = self._words(option, row, first)
        painter.setPen(self._theme.colour(row.tone if row.level == 1 and row.tone else "text"))
        self.layout.lay_out(row).lines.draw(painter, QPointF(place.topLeft()))
        if row.tone and row.level == 1:
            line = QFontMetrics(self.layout.headings[1]).height()
            side = px(self._theme, HANGING) - 4
            room = QRect(self.layout.gutter - side - 8, option.rect.top() + self.layout.above(row, first), side, line)
            draw_set(painter, QRectF(self._mirrored(option, room)).center(), self._theme, row.tone)

    def _draw_clause(self, painter: QPainter, option: Option, row: TextRow) -> None:
        theme, editing = self._theme, row.id == self.editing
        if not editing:
            self._draw_ground(painter, option, row)
        self._draw_label(painter, option, row)
        self._draw_marks(painter, option, row)
        if not editing:
            painter.setPen(theme.colour("text"))
            found = self.found.get(row.id, ()) if row.id else ()
            place = self._words(option, row)
            self.layout.lay_out(row, tuple(found)).lines.draw(painter, QPointF(place.topLeft()))
        if row.note and not editing:
            self._draw_note(painter, option, row)

    def act_room(self, place: QRect, row: TextRow) -> QRect:
        """Return where the act on what nobody has adopted yet is offered, in the row that lies at ``place``."""
        metrics = QFontMetrics(self.layout.small)
        left = self.layout.left(row) + metrics.horizontalAdvance(row.note) + px(self._theme, 12)
        top = place.bottom() - self.layout.note - self.layout.below + 1
        room = QRect(left, top, metrics.horizontalAdvance(self._act), self.layout.note)
        return QStyle.visualRect(self._view.layoutDirection(), place, room)

    def _draw_note(self, painter: QPainter, option: Option, row: TextRow) -> None:
        """Draw a dotted line along words that nobody has adopted yet, who proposes them, and how to adopt them."""
        theme, layout, item = self._theme, self.layout, option.rect
        pen = QPen(theme.colour("muted"), 1.2, Qt.PenStyle.DotLine)
        painter.setPen(pen)
        edge = layout.gutter - px(theme, 8)
        top = item.top() + layout.above(row)
        line = QRect(edge, top, 0, item.bottom() - layout.below - top)
        line = self._mirrored(option, line)
        painter.drawLine(line.topLeft(), line.bottomLeft())
        painter.setFont(layout.small)
        act = self.act_room(item, row)
        room = self._mirrored(option, QRect(layout.left(row), item.top(), layout.wide(row), item.height()))
        room.setTop(act.top())
        room.setHeight(act.height())
        flags = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        painter.setPen(theme.colour("muted"))
        painter.drawText(room, int(flags), row.note)
        painter.setPen(theme.colour("accent"))
        painter.drawText(act, int(Qt.AlignmentFlag.AlignCenter), self._act)

    def _draw_ground(self, painter: QPainter, option: Option, row: TextRow) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if not chosen and not option.state & QStyle.StateFlag.State_MouseOver:
            return
        theme, item = self._theme, option.rect
        ringed = chosen and self._view.hasFocus()
        painter.setPen(QPen(theme.colour("accent"), RING) if ringed else Qt.PenStyle.NoPen)
        painter.setBrush(theme.soft("accent") if chosen else theme.colour("window"))
        apart, wide = self.layout.apart(row), self.layout.gutter + self.layout.width + px(theme, 10) - EDGE
        box = QRect(EDGE, item.top() + apart, wide, item.height() - apart)
        painter.drawRoundedRect(QRectF(self._mirrored(option, box)).adjusted(1, 1, -1, -1), 6, 6)

    def _draw_label(self, painter: QPainter, option: Option, row: TextRow) -> None:
        """Draw the number, which hangs before the words, or the letter, which stands below them."""
        layout, top = self.layout, option.rect.top() + self.layout.above(row)
        line = px(self._theme, LINE)
        if row.lettered:
            room, flags = QRect(layout.gutter, top, layout.indent, line), Qt.AlignmentFlag.AlignLeading
            painter.setFont(layout.reading)
            painter.setPen(self._theme.colour("muted"))
        else:
            room = QRect(0, top, layout.gutter - px(self._theme, HANGING), line)
            flags = Qt.AlignmentFlag.AlignTrailing
            painter.setFont(layout.number)
            painter.setPen(self._theme.colour("text"))
        aligned = QStyle.visualAlignment(option.direction, flags | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(self._mirrored(option, room), int(aligned), row.label)

    def _draw_marks(self, painter: QPainter, option: Option, row: TextRow) -> None:
        """Draw in the gutter that a clause waits for a person, or what one has done with it."""
        theme = self._theme
        line = QRect(0, option.rect.top() + self.layout.above(row), px(theme, DOT), px(theme, LINE))
        if row.needs:
            tone = "conflict" if Need.CONFLICT in row.needs else "incomplete"
            room = QRect(line.right() - 8, line.top(), 8, line.height())
            draw_gap(painter, QRectF(self._mirrored(option, room)).center(), theme, tone)
        elif mark := _mark_of(row):
            drawn = pixmap(mark, theme.colours.muted, SMALL_ICON, self._view.devicePixelRatioF())
            room = QRect(line.right() - SMALL_ICON, line.center().y() - SMALL_ICON // 2, SMALL_ICON, SMALL_ICON)
            painter.drawPixmap(self._mirrored(option, room), drawn)

    def _words(self, option: Option, row: TextRow, first: bool = False) -> QRect:
        layout, item = self.layout, option.rect
        place = QRect(layout.left(row), item.top() + layout.above(row, first), layout.wide(row), item.height())
        return self._mirrored(option, place)

    def _mirrored(self, option: Option, place: QRect) -> QRect:
        return QStyle.visualRect(self._view.layoutDirection(), option.rect, place)


def _mark_of(row: TextRow) -> str:
    """Return the icon that says what a person has done with a row; none where nobody has done anything."""
    if row.passage is not None and row.passage.pinned:
        return "pin"
    return "pencil" if row.is_edited else ""
