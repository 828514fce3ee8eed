"""Draws one entry of the stream: a coloured edge, its kind in words, who and when, and what was said."""

from __future__ import annotations

import sys
import traceback
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from ui.look.icons import pixmap
from ui.look.theme import Theme
from ui.session.entry_kinds import ACTIONS, TONES
from ui.session.stream_model import ENTRY, StreamEntry

EDGE, PAD, ABOVE, GAP, INSET = 4, 20, 12, 4, 8
WIDEST = 80
"""Characters a line of what was said may have."""
ONE_LINE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine)
"""Left is turned round by the painter where reading goes right to left."""
Index = QModelIndex | QPersistentModelIndex


@dataclass
class Marked:
    """Words a person has marked in an entry."""

    id: UUID | None = None
    start: int = 0
    end: int = 0

    @property
    def span(self) -> tuple[int, int]:
        """First and last place, in order."""
        return min(self.start, self.end), max(self.start, self.end)


class StreamDelegate(QStyledItemDelegate):
    """Draws entries; the words are plain text laid out by Qt, never markup."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme
        self.marked = Marked()
        self._heights: dict[tuple[str, str, int, bool], int] = {}
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def sizeHint(self, option: Option, index: Index) -> QSize:
        entry = index.data(ENTRY)
        if not isinstance(entry, StreamEntry):
            return QSize()
        wide = self.text_width(self._view.viewport().width())
        quiet = bool(entry.notes or entry.missing)
        key = (entry.text, "", wide, quiet)
        if key not in self._heights:
            words = self.lay_out(entry.text, wide)
            height = ABOVE * 2 + self._caption.height() + GAP + round(words.boundingRect().height())
            self._heights[key] = height + ((GAP + self._caption.height()) if quiet else 0)
        return QSize(wide, self._heights[key])

    def text_width(self, viewport: int) -> int:
        """Return the width of what was said: the room there is, but no line too long to read."""
        widest = QFontMetrics(self._said).averageCharWidth() * WIDEST
        return max(min(viewport - EDGE - PAD * 2, widest) // 8 * 8, 160)

    def words_rect(self, item: QRect) -> QRect:
        """Return where the words stand in an item."""
        wide = self.text_width(self._view.viewport().width())
        top = item.top() + ABOVE + self._caption.height() + GAP
        room = QRect(item.left() + EDGE + PAD, top, wide, item.bottom() - top)
        return QStyle.visualRect(self._view.layoutDirection(), item, room)

    def place_at(self, entry: StreamEntry, item: QRect, point: QPoint) -> int:
        """Return the place in the words nearest to ``point``."""
        room = self.words_rect(item)
        layout = self.lay_out(entry.text, room.width())
        within = QPointF(point - room.topLeft())
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            if within.y() < line.y() + line.height() or number == layout.lineCount() - 1:
                return line.xToCursor(within.x())
        return 0

    def lay_out(self, text: str, width: int) -> QTextLayout:
        """Break ``text`` into lines ``width`` wide."""
        layout = QTextLayout(text.replace("\n", "\u2028"), self._said)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        layout.setTextOption(option)
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        return layout

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        painter.save()
        try:
            entry = index.data(ENTRY)
            if isinstance(entry, StreamEntry):
                self._draw(painter, option, entry)
        except Exception:  # noqa: BLE001  an exception that leaves paint ends the program
            traceback.print_exc(file=sys.stderr)
        finally:
            painter.restore()

    def _draw(self, painter: QPainter, option: Option, entry: StreamEntry) -> None:
        theme, item = self._theme, option.rect
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        box = QRectF(item).adjusted(1, 1, -1, -1)
        if chosen:
            focused = self._view.hasFocus()
            painter.setPen(QPen(theme.colour("accent"), 2) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(theme.soft("accent"))
            painter.drawRoundedRect(box, 6, 6)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("base"))
            painter.drawRoundedRect(box, 6, 6)
        self._draw_edge(painter, item, entry)
        self._draw_head(painter, item, entry)
        self._draw_words(painter, item, entry)
        self._draw_notes(painter, item, entry)

    def _draw_edge(self, painter: QPainter, item: QRect, entry: StreamEntry) -> None:
        tone = TONES[entry.kind]
        edge = QRect(item.left() + INSET, item.top() + ABOVE, EDGE, item.height() - ABOVE * 2)
        edge = QStyle.visualRect(self._view.layoutDirection(), item, edge)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("line" if tone == "muted" else tone))
        painter.drawRoundedRect(QRectF(edge), 2, 2)

    def _draw_head(self, painter: QPainter, item: QRect, entry: StreamEntry) -> None:
        theme, tone = self._theme, TONES[entry.kind]
        high = self._caption.height()
        direction = self._view.layoutDirection()
        wide = self.text_width(self._view.viewport().width())
        room = QRect(item.left() + EDGE + PAD, item.top() + ABOVE, wide, high)
        ratio = painter.device().devicePixelRatioF()
        spot = QStyle.visualRect(direction, item, QRect(room.left(), room.top() + (high - 16) // 2, 16, 16))
        painter.drawPixmap(spot, pixmap(ACTIONS[entry.kind].icon, theme.colours.tone(tone), 16, ratio))
        room.setLeft(room.left() + 22)
        painter.setFont(self._strong)
        used = QFontMetrics(self._strong).horizontalAdvance(entry.kind_words)
        flags = ONE_LINE
        painter.setPen(theme.colour(tone))
        painter.drawText(QStyle.visualRect(direction, item, room), flags, entry.kind_words)
        room.setLeft(room.left() + used + 12)
        rest = "  ·  ".join(part for part in (entry.who, entry.when) if part)
        painter.setFont(self._quiet)
        painter.setPen(theme.colour("muted"))
        short = self._caption.elidedText(rest, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(QStyle.visualRect(direction, item, room), flags, short)

    def _draw_words(self, painter: QPainter, item: QRect, entry: StreamEntry) -> None:
        room = self.words_rect(item)
        layout = self.lay_out(entry.text, room.width())
        marks: list[QTextLayout.FormatRange] = []
        first, last = self.marked.span
        if self.marked.id == entry.id and last > first:
            mark = QTextLayout.FormatRange()
            mark.start, mark.length = first, last - first
            mark.format = QTextCharFormat()
            mark.format.setBackground(self._view.palette().brush(QPalette.ColorRole.Highlight))
            mark.format.setForeground(self._view.palette().brush(QPalette.ColorRole.HighlightedText))
            marks.append(mark)
        painter.setPen(self._theme.colour("text"))
        layout.draw(painter, QPointF(room.topLeft()), marks)

    def _draw_notes(self, painter: QPainter, item: QRect, entry: StreamEntry) -> None:
        if not entry.notes and not entry.missing:
            return
        theme, direction = self._theme, self._view.layoutDirection()
        wide = self.text_width(self._view.viewport().width())
        high = self._caption.height()
        room = QRect(item.left() + EDGE + PAD, item.bottom() - ABOVE - high + 1, wide, high)
        flags = ONE_LINE
        if entry.missing:
            painter.setFont(self._strong)
            painter.setPen(theme.colour(entry.state))
            painter.drawText(QStyle.visualRect(direction, item, room), flags, entry.missing)
            room.setLeft(room.left() + QFontMetrics(self._strong).horizontalAdvance(entry.missing) + 16)
        painter.setFont(self._quiet)
        painter.setPen(theme.colour("muted"))
        short = self._caption.elidedText(entry.notes, Qt.TextElideMode.ElideRight, max(room.width(), 0))
        painter.drawText(QStyle.visualRect(direction, item, room), flags, short)

    def _on_theme_changed(self) -> None:
        self._said = self._theme.reading()
        self._quiet = self._theme.font("caption")
        self._strong = self._theme.font("caption", strong=True)
        self._caption = QFontMetrics(self._strong)
        self._heights.clear()
