"""Words that the secretariat proposes: a dotted rule along them, and who proposes them below."""

from __future__ import annotations

from consultation.document import Runs
from consultation.publishing.look import Look
from consultation.publishing.pdf.lines import break_lines
from consultation.publishing.pdf.strips import Bar, Fill, Part, Strip, spaced, stacked
from consultation.publishing.pdf.structure import Element, Tag

_BEFORE_TEXT = 8.5


def proposed_strips(strips: list[Strip], note: Runs, within: Element, look: Look) -> list[Strip]:
    """Mark ``strips`` as proposed, if there is a note that says so."""
    if not note or not strips:
        return strips
    thick = look.rules.block
    for place, strip in enumerate(strips):
        start, above = look.sheet.text - _BEFORE_TEXT, strip.before if place else 0.0
        strip.bars.append(Bar(start, -above, thick, strip.height + above, look.colours.soft, Fill.DOTTED))
    return strips + note_strips(note, look.sheet.text, strips, within, look)


def note_strips(note: Runs, start: float, above: list[Strip], within: Element, look: Look) -> list[Strip]:
    """Set a small line that stays with what stands ``above`` it."""
    lines = break_lines(note, look.note, look.sheet.reach - start)
    strips = stacked(Part(start, lines, within.below(Tag.PARAGRAPH)), look.note)
    if strips and above:
        above[-1].keep = True
    return spaced(strips, look.spaces.note, 0.0)
