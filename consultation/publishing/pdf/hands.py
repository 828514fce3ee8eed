"""A count of hands under what was counted: a bar as long as all hands, and the count in words."""

from __future__ import annotations

from consultation.document import Hands
from consultation.publishing.look import Look
from consultation.publishing.pdf.lines import break_lines
from consultation.publishing.pdf.strips import Bar, Fill, Part, Strip, stacked
from consultation.publishing.pdf.structure import Element, Tag

_WIDTH, _HEIGHT, _TOP = 62.0, 5.6, 3.6
_STEP = 2.2
_AFTER_BAR = 7.0
_ABOVE = 1.4


def hands_strip(hands: Hands, start: float, within: Element, look: Look) -> Strip:
    """Set the bar and its words; without any hands that are known, the words alone."""
    bars = _bars(hands, start, look)
    first = start + (_WIDTH + _AFTER_BAR if bars else 0.0)
    lines = break_lines(hands.words, look.remark, look.sheet.reach - first)
    (strip, *_) = stacked(Part(first, lines, within.below(Tag.PARAGRAPH)), look.remark, whole=len(lines)) or [
        Strip(0.0)
    ]
    strip.height = max(strip.height, look.remark.leading if bars else 0.0)
    strip.bars += bars
    strip.before = _ABOVE
    return strip


def _bars(hands: Hands, start: float, look: Look) -> list[Bar]:
    """Draw the share of those for solid, against hatched, abstaining white, all within one edge."""
    favour, against, abstaining = (count or 0 for count in (hands.in_favour, hands.against, hands.abstaining))
    total = favour + against + abstaining
    if not total:
        return []
    colour = look.colours.count
    solid, hatched = _WIDTH * favour / total, _WIDTH * against / total
    bars = [Bar(start, _TOP, _WIDTH, _HEIGHT, colour, Fill.EDGED, look.rules.thin)]
    if favour:
        bars.append(Bar(start, _TOP, solid, _HEIGHT, colour))
    if against:
        bars.append(Bar(start + solid, _TOP, hatched, _HEIGHT, colour, Fill.HATCHED, _STEP))
        bars.append(Bar(start + solid, _TOP, hatched, _HEIGHT, colour, Fill.EDGED, look.rules.thin))
    return bars
