"""Words broken into lines, each once for the width it has: a timetable is laid again at each move."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from ui.look.theme import Theme

MOST_KEPT = 20_000
NARROWEST = 20.0
"""Pixels of a line."""
RAGGED = 1.2
"""How much more room words take once they are broken into lines."""


class Breaking:
    """Breaks titles and captions, and remembers how; made anew when the letters change."""

    def __init__(self, theme: Theme) -> None:
        self.titles, self.small = theme.font(strong=True), theme.font("caption")
        self._title_metrics, self._small_metrics = QFontMetricsF(self.titles), QFontMetricsF(self.small)
        self.title_line, self.small_line = self._title_metrics.lineSpacing(), self._small_metrics.lineSpacing()
        self._option = QTextOption()
        self._option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.heights: dict[tuple[object, float], float] = {}
        """How high a block with certain words has to be at a width, as whoever lays it has found."""
        self._known: dict[tuple[str, bool, float, int], tuple[str, ...]] = {}

    def lines(self, text: str, width: float, *, small: bool, most: int) -> tuple[str, ...]:
        """Break a text into at most so many lines; what does not fit ends in dots."""
        key = (text, small, width, most)
        known = self._known.get(key)
        if known is None:
            if len(self._known) >= MOST_KEPT:
                self._known.clear()
            known = self._known[key] = self._broken(text, small, max(width, NARROWEST), most)
        return known

    def room_for(self, text: str, width: float, *, small: bool, most: int) -> int:
        """Tell for how many lines to leave room, without breaking them: what is far from sight is not broken."""
        needed = self._of(small)[1].horizontalAdvance(text) / max(width, NARROWEST)
        return 1 if needed <= 1 else min(ceil(needed * RAGGED), most)

    def fits(self, text: str, width: float) -> bool:
        """Tell whether the longest word of a title has room in a line."""
        return max((self._title_metrics.horizontalAdvance(word) for word in text.split()), default=0.0) <= width

    def _broken(self, text: str, small: bool, width: float, most: int) -> tuple[str, ...]:
        font, metrics = self._of(small)
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
            lines.append(text[line.textStart() : line.textStart() + line.textLength()].strip())
        layout.endLayout()
        return tuple(lines)

    def _of(self, small: bool) -> tuple[QFont, QFontMetricsF]:
        return (self.small, self._small_metrics) if small else (self.titles, self._title_metrics)
