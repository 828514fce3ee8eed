"""How the rows of the declaration are laid out: words in lines, their height before and after they are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QTextCharFormat, QTextLayout, QTextOption

from ui.declaration.rows import TextRow
from ui.look.folds import px
from ui.look.theme import Theme

GUTTER, INDENT, ABOVE = 68, 28, 4
"""Room before the words for numbers and marks; how much further in an item stands; above and below a row."""
HEADED, BETWEEN = {1: 24, 2: 14}, 8
"""Room above a title, and more room above a numbered paragraph."""
LINE, NOTE = 23, 19
"""From one line of words to the next, and room for a note under them."""
KEPT = 300
"""Rows whose lines are kept."""

INKS = {
    "foreign": "muted",
    "bracket": "incomplete",
    "conflict": "conflict",
    "hands": "muted",
    "sources": "accent",
}
"""The colours of pieces that are not in that of the text."""

Span = tuple[int, int]
"""First letter and number of letters."""


@dataclass(frozen=True)
class Laid:
    """A row in lines."""

    lines: QTextLayout
    height: int


class RowLayout:
    """Lays rows out as plain text, never as markup; guesses the height of what nobody has seen yet."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._laid: dict[tuple[object, ...], Laid] = {}
        self._heights: dict[tuple[object, ...], int] = {}
        self.width = 0
        self.look_anew()

    def look_anew(self) -> None:
        """Take up other colours and sizes."""
        theme = self._theme
        self.reading, self.number = theme.reading(), theme.reading()
        self.number.setBold(True)
        self.small = theme.font("caption")
        self.headings = {1: theme.font("heading", strong=True), 2: theme.font("body", strong=True)}
        self.gutter, self.indent = px(theme, GUTTER), px(theme, INDENT)
        self.below, self._line, self.note = px(theme, ABOVE), px(theme, LINE), px(theme, NOTE)
        self._letter = QFontMetrics(self.reading).averageCharWidth()
        self._laid.clear()
        self._heights.clear()

    def wide(self, row: TextRow) -> int:
        """Return how wide the words of a row are."""
        return self.width - (self.indent if row.lettered else 0)

    def left(self, row: TextRow) -> int:
        """Return where its words begin."""
        return self.gutter + (self.indent if row.lettered else 0)

    def above(self, row: TextRow, first: bool = False) -> int:
        """Return the room above the words of a row; the first has none of a title."""
        return self.below + (px(self._theme, HEADED[row.level]) if row.level and not first else self.apart(row))

    def apart(self, row: TextRow) -> int:
        """Return the room by which a numbered paragraph keeps away from what stands before it."""
        return px(self._theme, BETWEEN) if row.label and not row.lettered else 0

    def height(self, row: TextRow, first: bool = False) -> int:
        """Return how high a row is: as it was laid out, else a guess."""
        lines = self._heights.get(self._key(row))
        words = self._guess(row) if lines is None else lines
        return self.above(row, first) + words + (self.note if row.note else 0) + self.below

    def measure(self, row: TextRow) -> bool:
        """Lay a row out; tell whether it is of another height than was thought."""
        key = self._key(row)
        before = self._heights.get(key)
        if before is None:
            before, self._heights[key] = self._guess(row), self.lay_out(row).height
        return before != self._heights[key]

    def lay_out(self, row: TextRow, found: Sequence[Span] = ()) -> Laid:
        """Return the lines of a row; ``found`` are the letters to mark."""
        key = (*self._key(row), *found)
        if key not in self._laid:
            if len(self._laid) >= KEPT:
                self._laid.pop(next(iter(self._laid)))
            self._laid[key] = self._lines(row, found)
        return self._laid[key]

    def _key(self, row: TextRow) -> tuple[object, ...]:
        return row.pieces, row.level, self.wide(row)

    def _guess(self, row: TextRow) -> int:
        if row.level:
            return QFontMetrics(self.headings[row.level]).height()
        return max(ceil(len(row.drawn) * self._letter / max(self.wide(row), 1)), 1) * self._line

    def _lines(self, row: TextRow, found: Sequence[Span]) -> Laid:
        layout = QTextLayout(row.drawn.replace("\n", "\u2028"), self.headings.get(row.level, self.reading))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        layout.setTextOption(option)
        layout.setFormats(self._formats(row, found))
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self.wide(row))
            high = line.height() if row.level else max(line.height(), self._line)
            line.setPosition(QPointF(0, top + (high - line.height()) / 2))
            top += high
        layout.endLayout()
        return Laid(layout, round(top))

    def _formats(self, row: TextRow, found: Sequence[Span]) -> list[QTextLayout.FormatRange]:
        made, start = [], 0
        for piece in row.pieces:
            if piece.style:
                made.append(_range(start, len(piece.text), self._format(piece.style)))
            start += len(piece.text)
        return made + [_range(first, length, self._marked()) for first, length in found]

    def _format(self, style: str) -> QTextCharFormat:
        made, theme = QTextCharFormat(), self._theme
        if style in ("opening", "foreign"):
            made.setFontItalic(True)
        if style == "who":
            made.setFontWeight(QFont.Weight.Bold)
        if style in ("hands", "sources"):
            made.setFont(self.small, QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesAll)
        if style in INKS:
            made.setForeground(theme.colour(INKS[style]))
        return made

    def _marked(self) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setBackground(QColor(self._theme.colours.mark))
        made.setForeground(self._theme.colour("text"))
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        made.setUnderlineColor(self._theme.colour("accent"))
        return made


def _range(start: int, length: int, how: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, how
    return made
