"""Draws the stream: what was said like minutes, with marks and numbers in the gutter and support in the margin."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QPen, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from consultation.language import Translator
from ui.look.folds import px
from ui.look.icons import pixmap
from ui.look.marks import draw_gap, draw_set, draw_support
from ui.look.painting import Painting
from ui.look.theme import Theme
from ui.session.entry_kinds import TONES, EntryKind, glyph_of
from ui.session.stream_columns import columns_of
from ui.session.stream_entry import Hands, Speaker, StreamEntry
from ui.session.stream_model import ENTRY, Index
from ui.session.stream_text import Lines, StreamText
from ui.widgets.offer import matched_places

EDGE = 3
ICON = 18


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
    """Draws one row; the view says where, and whether a run begins there."""

    def __init__(self, theme: Theme, t: Translator, view: QWidget) -> None:
        super().__init__(view)
        self._view, self._theme, self._t = view, theme, t
        self.text = StreamText(theme, t)
        self.columns = columns_of(view, theme, view.width())
        self.marked = Marked()
        self.found = ""
        """Words that were searched, marked where they stand."""
        self.counting: UUID | None = None
        """The recommendation that is being counted; what is typed stands over its figures."""
        self.typed: Hands = (None, None, None)

    def words_rect(self, item: QRect, begins_run: bool = True) -> QRect:
        """Return where the words stand in a row."""
        top = item.top() + self.text.pad() + (self.text.head_high() if begins_run else 0)
        room = QRect(item.left() + self.columns.gutter, top, self.columns.words, item.bottom() - top)
        return self._turned(item, room)

    def bar_rect(self, item: QRect, words: QRect, entry: StreamEntry) -> QRect:
        """Return where the bar of support stands: in the margin, or below the words."""
        columns = self.columns
        if columns.has_margin:
            first_line = QRect(item.left() + columns.bar, words.top(), columns.bar_width, self.first_line(entry))
            return self._figures_turned(item, first_line)
        lines = self.text.lines(entry, columns)
        lower = px(self._theme, 6) if entry.id == self.counting else 0  # or the fields would lie over the words
        below = QRect(item.left() + columns.gutter, words.top() + lines.words_high + lower, columns.bar_width, 0)
        below.setHeight(self.text.line_high)
        return self._turned(item, below)

    def figure_rects(self, item: QRect, words: QRect, entry: StreamEntry) -> tuple[QRect, QRect, QRect]:
        """Return where the figures for, against and abstaining stand, or would, in that order from left to right."""
        columns, wide = self.columns, px(self._theme, 36)
        if columns.has_margin:
            wide, high = columns.pitch - px(self._theme, 4), self.first_line(entry)
            ends = [item.left() + end for end in columns.figures]
            rooms = [QRect(end - wide + 1, words.top(), wide, high) for end in ends]
            first, second, third = (self._figures_turned(item, room) for room in rooms)
            return first, second, third
        bar = self.bar_rect(item, words, entry)
        begin = bar.right() + px(self._theme, 10)
        first, second, third = (QRect(begin + place * (wide + 4), bar.top(), wide, bar.height()) for place in range(3))
        return first, second, third

    def room_to_count(self, entry: StreamEntry) -> int:
        """Return how much higher a row has to be while its hands are counted."""
        lines = self.text.lines(entry, self.columns)
        if self.columns.has_margin:
            needed = self.first_line(entry) + px(self._theme, 8) + self.text.line_high
            return max(needed - lines.high, 0)
        return px(self._theme, 10)

    def first_line(self, entry: StreamEntry) -> int:
        """Return how high the first line of words is."""
        lines = self.text.lines(entry, self.columns)
        return lines.words_high // max(lines.words.lineCount(), 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = index.data(ENTRY)
        if isinstance(entry, StreamEntry):
            self.draw(painter, option.rect, entry, begins_run=True)

    def draw(
        self,
        painter: QPainter,
        item: QRect,
        entry: StreamEntry,
        begins_run: bool,
        selected: bool = False,
        hovered: bool = False,
    ) -> None:
        """Draw a row."""
        with Painting(painter):
            words = self.words_rect(item, begins_run)
            if begins_run:
                self.draw_name(painter, item, item.top() + px(self._theme, 10), entry.speaker)
            self._draw_ground(painter, item, words, entry, selected, hovered)
            lines = self.text.lines(entry, self.columns)
            self._draw_gutter(painter, item, words, entry, lines)
            self._draw_words(painter, words, entry, lines)
            self._draw_facts(painter, item, words, entry, lines)
            self._draw_margin(painter, item, words, entry)

    def draw_name(self, painter: QPainter, item: QRect, top: int, speaker: Speaker) -> None:
        """Draw who said a run of entries; the organisation gives way."""
        text, columns = self.text, self.columns
        room = QRect(item.left() + columns.gutter, top, columns.time - columns.gutter, text.name_high())
        if columns.has_margin:
            room.setWidth(columns.words)
        used = QFontMetrics(text.strong).horizontalAdvance(speaker.name)
        self._line(painter, item, room, speaker.name, text.strong, "text")
        room.setLeft(room.left() + used + px(self._theme, 8))
        short = QFontMetrics(text.quiet).elidedText(speaker.beside, Qt.TextElideMode.ElideRight, max(room.width(), 0))
        self._line(painter, item, room, short, text.quiet, "muted")

    def _draw_ground(
        self, painter: QPainter, item: QRect, words: QRect, entry: StreamEntry, selected: bool, hovered: bool
    ) -> None:
        if not selected and not hovered:
            return
        theme, columns = self._theme, self.columns
        top = words.top() - self.text.pad()
        left = item.left() + max(columns.gutter - px(theme, 62), 2)
        right = min(item.left() + columns.time + px(theme, 12), item.right() - 2)
        box = QRectF(self._turned(item, QRect(left, top, right - left, item.bottom() - top + 1)))
        focused = selected and (self._view.hasFocus() or self.counting == entry.id)
        painter.setPen(QPen(theme.colour("accent"), 2) if focused else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent_soft" if selected else "window"))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)

    def _draw_gutter(self, painter: QPainter, item: QRect, words: QRect, entry: StreamEntry, lines: Lines) -> None:
        theme, end = self._theme, self.columns.gutter - px(self._theme, 11)
        middle = words.top() + self.first_line(entry) / 2
        if entry.kind not in (EntryKind.CITIZENSHIP, EntryKind.POLICY):
            glyph = glyph_of(entry.kind, entry.sort)
            if glyph:
                size = px(theme, ICON)
                spot = QRect(item.left() + end - size, round(middle - size / 2), size, size)
                picture = pixmap(glyph, theme.colours.muted, size, painter.device().devicePixelRatioF())
                painter.drawPixmap(self._turned(item, spot), picture)
            return
        tone, metrics = TONES[entry.kind], QFontMetrics(self.text.number)
        number = str(entry.number or "")
        wide = metrics.horizontalAdvance(number)
        self._line(
            painter,
            item,
            QRect(item.left() + end - wide, words.top(), wide + 1, self.first_line(entry)),
            number,
            self.text.number,
            tone,
        )
        mark = min(self.columns.gutter - px(theme, 39), end - wide - px(theme, 9))
        spot = self._turned(item, QRect(item.left() + mark, round(middle), 1, 1))
        draw_set(painter, QPointF(spot.left(), middle), theme, tone)
        left = max(min(self.columns.gutter - px(theme, 54), mark - px(theme, 11)), 3)
        edge = QRect(item.left() + left, words.top(), EDGE, lines.high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(tone))
        painter.drawRoundedRect(QRectF(self._turned(item, edge)), EDGE / 2, EDGE / 2)

    def _draw_words(self, painter: QPainter, words: QRect, entry: StreamEntry, lines: Lines) -> None:
        palette, theme = self._view.palette(), self._theme
        marks = [_mark(first, last) for first, last in matched_places(entry.text, self.found)] if self.found else []
        for mark in marks:
            mark.format.setBackground(theme.colour("mark"))
        first, last = self.marked.span
        if self.marked.id == entry.id and last > first:
            mark = _mark(first, last)
            mark.format.setBackground(palette.brush(QPalette.ColorRole.Highlight))
            mark.format.setForeground(palette.brush(QPalette.ColorRole.HighlightedText))
            marks.append(mark)
        painter.setPen(theme.colour("text"))
        lines.words.draw(painter, QPointF(words.topLeft()), marks)

    def _draw_facts(self, painter: QPainter, item: QRect, words: QRect, entry: StreamEntry, lines: Lines) -> None:
        text = self.text
        is_count = not self.columns.has_margin and entry.is_counted
        counting = not self.columns.has_margin and entry.id == self.counting
        if counting:
            self._draw_bar(painter, item, words, entry)
        for placed in lines.facts:
            if counting and not placed.top:
                continue  # the fields stand there
            top = words.top() + lines.words_high + placed.top
            room = QRect(item.left() + self.columns.gutter + placed.left, top, self.columns.words, text.line_high)
            if placed.fact is None:
                self._draw_bar(painter, item, words, entry)
                continue
            if placed.separated:
                dot = room.translated(-text.separator(), 0)
                dot.setWidth(text.separator())
                self._line(painter, item, dot, "  ·  ", text.quiet, "muted")
            room.setWidth(text.fact_width(placed.fact) + 1)
            if placed.fact.tone:
                self._draw_gap(painter, item, room, placed.fact.words, placed.fact.tone)
            else:
                self._line(painter, item, room, placed.fact.words, text.quiet, "text" if is_count else "muted")
            is_count = False

    def _draw_gap(self, painter: QPainter, item: QRect, room: QRect, words: str, tone: str) -> None:
        """Draw a hollow dot and the word for what is missing."""
        theme = self._theme
        dot = self._turned(item, QRect(room.left(), room.top(), px(theme, 9), room.height()))
        draw_gap(painter, QPointF(dot.center()) + QPointF(0.5, 0.5), theme, tone)
        room.setLeft(room.left() + px(theme, 13))
        self._line(painter, item, room, words, self.text.quiet, tone)

    def _draw_margin(self, painter: QPainter, item: QRect, words: QRect, entry: StreamEntry) -> None:
        theme, columns, text = self._theme, self.columns, self.text
        high = self.first_line(entry)
        wide = QFontMetrics(text.time).horizontalAdvance(entry.when)
        time = QRect(item.left() + columns.time - wide, words.top(), wide + 1, high)
        self._line(painter, item, time, entry.when, text.time, "muted")
        if not columns.has_margin:
            return
        counting = entry.id == self.counting
        if entry.is_counted or counting:
            self._draw_bar(painter, item, words, entry)
        if counting:
            return
        if entry.uncounted:
            room = QRect(item.left() + columns.bar, words.top(), columns.figures[2] - columns.bar, high)
            self._draw_gap(painter, item, room, self._t("not counted"), "incomplete")
        elif entry.is_counted:
            for count, room in zip(entry.counts, self.figure_rects(item, words, entry), strict=True):
                figure = "–" if count is None else self._t.number(count)
                painter.setFont(text.figures)
                painter.setPen(theme.colour("text" if count else "muted"))
                painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), figure)

    def _draw_bar(self, painter: QPainter, item: QRect, words: QRect, entry: StreamEntry) -> None:
        hands = self.typed if entry.id == self.counting else entry.counts
        counts = (hands[0] or 0, hands[1] or 0, hands[2] or 0)
        draw_support(painter, QRectF(self.bar_rect(item, words, entry)), counts, self._theme, TONES[entry.kind])

    def _line(self, painter: QPainter, item: QRect, room: QRect, words: str, font: QFont, tone: str) -> None:
        """Draw one line; left is turned round by the painter where reading goes right to left."""
        painter.setFont(font)
        painter.setPen(self._theme.colour(tone))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
        painter.drawText(self._turned(item, room), int(flags), words)

    def _turned(self, item: QRect, room: QRect) -> QRect:
        return QStyle.visualRect(self._view.layoutDirection(), item, room)

    def _figures_turned(self, item: QRect, room: QRect) -> QRect:
        """Turn the block of bar and figures round as a whole: within it, what is for stands first in every language."""
        columns = self.columns
        block = QRect(item.left() + columns.bar, room.top(), columns.figures[2] - columns.bar, room.height())
        turned = self._turned(item, block)
        return room.translated(turned.left() - block.left(), 0)


def _mark(first: int, last: int) -> QTextLayout.FormatRange:
    mark = QTextLayout.FormatRange()
    mark.start, mark.length = first, last - first
    mark.format = QTextCharFormat()
    return mark
