"""Where a text is adopted: lines to sign on, two beside each other, on one page."""

from __future__ import annotations

from consultation.document import Signatures
from consultation.publishing.look import LINE, Look
from consultation.publishing.pdf.lines import break_lines, cut, plain_lines
from consultation.publishing.pdf.strips import Bar, Part, Strip, Text, anchored, kept, spaced, stacked
from consultation.publishing.pdf.structure import Element, Tag

_PITCH = 3 * LINE
_GAP = 17.0
_HEAD_TOP = 3.0
_LABEL_TOP = 2.6
_ABOVE_LINE = 4.0


def signature_strips(block: Signatures, within: Element, look: Look) -> list[Strip]:
    """Set head, note and lines; they stay together."""
    head = Strip(_HEAD_TOP, bars=[Bar(0.0, 0.0, look.sheet.room, look.rules.block, look.colours.ink)])
    title = look.bold(look.sizes.headings[1], look.colours.accent)
    strips = [head]
    strips += stacked(Part(0.0, plain_lines(block.title, title, look.sheet.room), within.below(Tag.H2)), title)
    note = break_lines(block.note, look.note, look.sheet.reach)
    strips += stacked(Part(0.0, note, within.below(Tag.PARAGRAPH)), look.note)
    strips += [_pair(block, first, within, look) for first in range(0, len(block.lines), 2)]
    kept(strips[:-1])
    return anchored(spaced(strips, _PITCH, LINE), block.anchor)


def _pair(block: Signatures, first: int, within: Element, look: Look) -> Strip:
    """Set two lines beside each other, and below them who signs there."""
    label, words = look.key, look.body
    starts, wide = look.sheet.columns(2, _GAP)
    strip = Strip(_PITCH)
    for start, signature in zip(starts, block.lines[first : first + 2], strict=False):
        element = within.below(Tag.PARAGRAPH)
        for line in cut(plain_lines(signature.words, words, wide), 1):
            strip.texts.append(Text(start, _PITCH - _ABOVE_LINE, line, element))
        strip.bars.append(Bar(start, _PITCH, wide, look.rules.thin, look.colours.ink))
        for place, line in enumerate(plain_lines(signature.label, label, wide)[:2]):
            y = _PITCH + _LABEL_TOP + place * label.leading + label.baseline
            strip.texts.append(Text(start, y, line, element))
    return strip
