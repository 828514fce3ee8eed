"""The text of a row, broken into lines: the words in the reading serif, and the facts below them.

Kept for as long as the entry, the width and the fonts are the same.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption

from consultation.language import Translator
from ui.look.folds import px
from ui.look.theme import Theme
from ui.session.stream_columns import Columns
from ui.session.stream_entry import Fact, StreamEntry, counts_in_words

KEPT = 600
"""Rows whose lines are kept; a screen has some dozen."""
PAD = 5
"""Above and below the words of a row."""
BETWEEN_RUNS = 10
NAME_GAP = 2
LETTER_LINES = 2
"""Lines that are guessed for an entry of which nothing is known."""


@dataclass(frozen=True)
class PlacedFact:
    """A fact, or the bar of support, and where it stands: from the leading edge and the top of the facts."""

    left: int
    top: int
    fact: Fact | None
    """None for the bar."""
    separated: bool
    """A dot stands before it."""


@dataclass(frozen=True)
class Lines:
    """The text of one row in lines."""

    words: QTextLayout
    words_high: int
    facts: tuple[PlacedFact, ...]
    facts_high: int

    @property
    def high(self) -> int:
        """How high words and facts are together."""
        return self.words_high + self.facts_high


class StreamText:
    """Breaks entries into lines, and knows how high they are."""

    def __init__(self, theme: Theme, t: Translator) -> None:
        self._theme, self._t = theme, t
        self._kept: OrderedDict[UUID, tuple[StreamEntry, Columns, Lines]] = OrderedDict()
        theme.changed.connect(self.read_fonts)
        self.read_fonts()

    def read_fonts(self) -> None:
        """Take the fonts as they are now, and break everything anew."""
        theme = self._theme
        self.said = theme.reading("said")
        self.quiet, self.strong = theme.font("caption"), theme.font("caption", strong=True)
        self.figures = _tabular(theme.font())
        self.number = _tabular(theme.font("body", strong=True))
        self.time = _tabular(theme.font("caption"))
        self._fact_metrics = QFontMetrics(self.quiet)
        self._said_metrics = QFontMetrics(self.said)
        self.line_high = self._fact_metrics.height() + px(theme, 3)
        self._kept.clear()

    def head_high(self) -> int:
        """Return how high the name over a run is, with the room above it."""
        return px(self._theme, BETWEEN_RUNS) + self.name_high() + px(self._theme, NAME_GAP)

    def name_high(self) -> int:
        """Return how high the line with a name is."""
        return QFontMetrics(self.strong).height()

    def pad(self) -> int:
        """Return the room above and below the words."""
        return px(self._theme, PAD)

    def height(self, entry: StreamEntry, columns: Columns, begins_run: bool) -> int:
        """Return how high the row of an entry is."""
        return self.lines(entry, columns).high + 2 * self.pad() + (self.head_high() if begins_run else 0)

    def guess(self, entry: StreamEntry | None, columns: Columns) -> int:
        """Guess how high a row is: by its letters, or, where it has not been read, like most."""
        lines, facts, head = LETTER_LINES, 1, self.head_high() // 2
        if entry is not None:
            letters = max(columns.words // max(self._said_metrics.averageCharWidth(), 1), 1)
            lines, facts = len(entry.text) // letters + 1, bool(entry.facts)
        return lines * self._line() + facts * self.line_high + 2 * self.pad() + head

    def lines(self, entry: StreamEntry, columns: Columns) -> Lines:
        """Break an entry into lines."""
        kept = self._kept.get(entry.id)
        if kept is not None and kept[0] is entry and kept[1] == columns:
            self._kept.move_to_end(entry.id)
            return kept[2]
        words = self.lay_out(entry.text, columns.words)
        facts, high = self._place_facts(entry, columns)
        lines = Lines(words, words.lineCount() * self._line(), facts, high)
        self._kept[entry.id] = (entry, columns, lines)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return lines

    def lay_out(self, text: str, width: int) -> QTextLayout:
        """Break ``text`` into lines ``width`` wide."""
        layout = QTextLayout(text.replace("\n", "\u2028"), self.said)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.beginLayout()
        high, top = self._line(), 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top + (high - line.height()) / 2))
            top += high
        layout.endLayout()
        return layout

    def place_at(self, entry: StreamEntry, columns: Columns, room: QRect, point: QPointF) -> int:
        """Return the place in the words nearest to ``point``, where the words stand in ``room``."""
        layout = self.lines(entry, columns).words
        within = point - QPointF(room.topLeft())
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            if within.y() < (number + 1) * self._line() or number == layout.lineCount() - 1:
                return line.xToCursor(within.x())
        return 0

    def fact_width(self, fact: Fact) -> int:
        """Return how wide a fact is, with its hollow dot if it has one."""
        dot = px(self._theme, 13) if fact.tone else 0
        return self._fact_metrics.horizontalAdvance(fact.words) + dot

    def separator(self) -> int:
        """Return how wide the dot between two facts is."""
        return self._fact_metrics.horizontalAdvance("  ·  ")

    def shown_facts(self, entry: StreamEntry, columns: Columns) -> tuple[Fact, ...]:
        """Return the facts of an entry; where there is no margin, its count is one of them."""
        if columns.has_margin:
            return entry.facts
        if entry.uncounted:
            return (Fact(self._t("not counted"), "incomplete"), *entry.facts)
        if entry.is_counted:
            return (Fact(counts_in_words(self._t, entry.counts)), *entry.facts)
        return entry.facts

    def _place_facts(self, entry: StreamEntry, columns: Columns) -> tuple[tuple[PlacedFact, ...], int]:
        """Set facts one after the other, and go on below where there is no more room."""
        placed: list[PlacedFact] = []
        left = top = 0
        if not columns.has_margin and entry.is_counted:
            placed.append(PlacedFact(0, 0, None, False))
            left = columns.bar_width + px(self._theme, 10)
        for number, fact in enumerate(self.shown_facts(entry, columns)):
            wide, gap = self.fact_width(fact), self.separator() if number else 0
            if left and left + gap + wide > columns.words:
                left, top, gap = 0, top + self.line_high, 0
            placed.append(PlacedFact(left + gap, top, fact, bool(gap)))
            left += gap + wide
        return tuple(placed), (top + self.line_high if placed else 0)

    def _line(self) -> int:
        """Return how far one line of words is from the next."""
        return max(px(self._theme, 23), self._said_metrics.height())


def _tabular(font: QFont) -> QFont:
    """Have all digits of a font as wide as each other."""
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
