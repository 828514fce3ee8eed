"""Objections → strips: a wording with its number, place and count, and what was said against it beside a bar."""

from __future__ import annotations

from consultation.document import Objected, Objection
from consultation.publishing.look import Look
from consultation.publishing.pdf.lines import break_lines
from consultation.publishing.pdf.strips import Bar, Part, Strip, anchored, kept, side_by_side, spaced, stacked
from consultation.publishing.pdf.structure import Element, Tag

_ABOVE_RULE, _BELOW_RULE = 6.3, 4.9
_INDENT = 14.0
_BAR = 1.4
_BEFORE = 4.0
_WHOLE = 6
"""An objection of more lines than this may be split between pages."""


def objected_strips(block: Objected, within: Element, look: Look) -> list[Strip]:
    """Set a wording and what was said against it; the wording stays with the first that was said."""
    strips = kept(_wording(block, within, look))
    for objection in block.objections:
        strips += _objection(objection, within.below(Tag.BLOCK_QUOTE), look)
    return anchored(spaced(strips, _ABOVE_RULE, 0.0), block.anchor)


def _wording(block: Objected, within: Element, look: Look) -> list[Strip]:
    """Set the wording below a rule, its number before it, where it stands and its count behind it."""
    sheet, type_ = look.sheet, look.table_words.in_colour(look.colours.soft)
    number = look.bold(look.sizes.table_cell, look.colours.accent)
    small = look.label(look.sizes.mark, look.colours.soft)
    paragraph, gloss = within.below(Tag.PARAGRAPH), sheet.room - sheet.gloss
    beside = [*break_lines(block.place, small, gloss), *break_lines(block.count, small, gloss)]
    parts = [
        Part(0.0, break_lines(block.number, number, sheet.text), paragraph),
        Part(sheet.text, break_lines(block.wording, type_, sheet.measure), paragraph),
        Part(sheet.gloss, beside, paragraph),
    ]
    strips = side_by_side(parts, type_, whole=_WHOLE) or [Strip(0.0)]
    rule = Strip(_BELOW_RULE, bars=[Bar(0.0, 0.0, sheet.room, look.rules.row, look.colours.row)])
    return [rule, *strips]


def _objection(objection: Objection, quote: Element, look: Look) -> list[Strip]:
    """Set who said something, and what, beside a bar."""
    start = look.sheet.text + _INDENT
    wide = look.sheet.reach - start
    who, words = look.bold(look.sizes.objector), look.text(look.sizes.objection)
    named = stacked(Part(start, break_lines(objection.who, who, wide), quote.below(Tag.PARAGRAPH)), who)
    said = stacked(
        Part(start, break_lines(objection.runs, words, wide), quote.below(Tag.PARAGRAPH)), words, whole=_WHOLE
    )
    strips = [*kept(named), *said]
    for strip in strips:
        strip.bars.append(Bar(look.sheet.text, 0.0, _BAR, strip.height, look.colours.accent))
    return spaced(strips, _BEFORE, 0.0)
