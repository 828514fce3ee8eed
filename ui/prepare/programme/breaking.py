"""Words broken into lines, each once for the width it has: a timetable is laid again at each move."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from ui.look.theme import Theme

MOST_KEPT = 20_000
NARROWEST = 20.0
"""Pixels of a line."""
USUAL = "Intermediary cities: what would change if care were counted, and who pays for it?"
"""Words with as many wide and narrow letters as there usually are."""
WIDEST = 1.7
"""How much wider than usual the letters of a word may be: capitals."""
RAGGED = 1.15
"""How much more room words take once they are broken into lines."""


class Breaking:
    """Breaks titles and captions, and remembers how; made anew when the letters change."""

    def __init__(self, theme: Theme) -> None:
        self.titles, self.small = theme.font(strong=True), theme.font("caption")
        self._title_metrics, self._small_metrics = QFontMetricsF(self.titles), QFontMetricsF(self.small)
        self.title_line, self.small_line = self._title_metrics.lineSpacing(), self._small_metrics.lineSpacing()
        self._title_letter = self._title_metrics.horizontalAdvance(USUAL) / len(USUAL)
        self._small_letter = self._small_metrics.horizontalAdvance(USUAL) / len(USUAL)
        self._option = QTextOption()
        self._option.setWrapMode(QTextOption.WrapMode.WordWrap)  # a word is cut short, and never broken
        self.heights: dict[tuple[object, float], float] = {}
        """How high a block with certain words has to be at a width, as whoever lays it has found."""
        self._known: dict[tuple[str, bool, float, int], tuple[str, ...]] = {}

    def lines(self, text: str, width: float, *, small: bool, most: int) -> tuple[str, ...]:
        """Break a text between its words into at most so many lines; what does not fit ends in dots."""
        key = (text, small, width, most)
        known = self._known.get(key)
        if known is None:
            if len(self._known) >= MOST_KEPT:
                self._known.clear()
            known = self._known[key] = self._broken(text, small, max(width, NARROWEST), most)
        return known

    def room_for(self, text: str, width: float, *, small: bool, most: int) -> int:
        """Tell by its letters for how many lines to leave room; what is far from sight is not even measured."""
        needed = len(text) * (self._small_letter if small else self._title_letter) / max(width, NARROWEST)
        return min(max(ceil(needed * RAGGED), 1), most)

    def holds(self, title: str, width: float) -> bool:
        """Tell whether the longest word of a title has room in a line; it is measured only where that is in doubt."""
        longest = max(title.split(), key=len, default="")
        if len(longest) * self._title_letter * WIDEST <= width:
            return True
        return self._title_metrics.horizontalAdvance(longest) <= width

    def _broken(self, text: str, small: bool, width: float, most: int) -> tuple[str, ...]:
        font, metrics = self.of(small=small)
        if metrics.horizontalAdvance(text) <= width:
            return (text,)
        layout = QTextLayout(text, font)
        layout.setTextOption(self._option)
        layout.beginLayout()
        lines: list[str] = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF())
            if len(lines) == most - 1:
                lines.append(metrics.elidedText(text[line.textStart() :], Qt.TextElideMode.ElideRight, width))
                break
            words = text[line.textStart() : line.textStart() + line.textLength()].strip()
            lines.append(metrics.elidedText(words, Qt.TextElideMode.ElideRight, width))
        layout.endLayout()
        return tuple(lines)

    def of(self, *, small: bool) -> tuple[QFont, QFontMetricsF]:
        """Return the letters of titles or captions, and their measures."""
        return (self.small, self._small_metrics) if small else (self.titles, self._title_metrics)
