"""Numbered paragraphs → strips: the number in the margin, the lettered items below the lead-in, notes last."""

from __future__ import annotations

from collections.abc import Iterable

from consultation.document import Item, NumberedParagraph, Runs
from consultation.language import Translator
from consultation.publishing.look import MM, Look
from consultation.publishing.pdf.lines import break_lines, line_width, one_line, plain_lines
from consultation.publishing.pdf.strips import Part, Strip, anchored, kept, labelled, spaced, stacked
from consultation.publishing.pdf.structure import Element, Tag
from consultation.publishing.unfolding import unfolded, with_sources

_EDGE = 12 * MM
"""Printers leave this much of a page blank; no number may hang there."""
_WHOLE = 6
"""Items of no more lines than this are not split between pages."""
_AFTER_LETTER = 6.0


def numbered_strips(block: NumberedParagraph, within: Element, look: Look, t: Translator) -> list[Strip]:
    """Set a numbered paragraph as an item of the list ``within``."""
    opening, items, notes, anchors = unfolded(block)
    entry = within.below(Tag.LIST_ITEM)
    label, body = entry.below(Tag.LABEL), entry.below(Tag.LIST_BODY)
    strips = _opening(block, opening, label, body, look)
    indent = 11.0
    if items:
        strips[-1].keep = True
        indent = _indent(items, look, t)
        listed = body.below(Tag.LIST)
        for place, item in enumerate(items):
            below = _item(item, listed if item.letter else body, indent, look, t)
            strips += spaced(below, look.spaces.item if place else 2.0, 0.0)
    strips = _with_notes(strips, notes, body, indent, look)
    return anchored(spaced(strips, 0.0, 9.0), *anchors)


def _opening(block: NumberedParagraph, runs: Runs, label: Element, body: Element, look: Look) -> list[Strip]:
    """Set what runs on from the number; a number too long to hang stands above it."""
    type_ = look.number.in_colour(look.tone(block.tone))
    number = one_line(block.number, type_)
    wide, gap = line_width(number), 9.0
    lines = break_lines(runs, look.body, look.sheet.measure)
    strips = stacked(Part(0.0, lines, body.below(Tag.PARAGRAPH)), look.body)
    if wide > look.sheet.start - _EDGE - gap:
        above = plain_lines(block.number, type_, look.sheet.measure)
        return kept(stacked(Part(0.0, above, label), type_)) + strips
    return labelled(strips, -gap - wide, look.body, number, label)


def _indent(items: Iterable[Item], look: Look, t: Translator) -> float:
    """Say where the text of the items starts: behind the widest letter, but never far in."""
    widest = max(line_width(one_line(_letter(item, t), look.body)) for item in items)
    return min(max(22.7, widest + _AFTER_LETTER), look.sheet.measure / 2)


def _letter(item: Item, t: Translator) -> str:
    return t.letter(item.letter) if item.letter else ""


def _item(item: Item, within: Element, indent: float, look: Look, t: Translator) -> list[Strip]:
    """Set an item behind its letter; one that has none after all goes on from the start of the text."""
    type_, start, body = look.body, indent if item.letter else 0.0, within
    if item.letter:
        entry = within.below(Tag.LIST_ITEM)
        label, body = entry.below(Tag.LABEL), entry.below(Tag.LIST_BODY)
    lines = break_lines(with_sources(item.runs, item.sources), type_, look.sheet.measure - start)
    strips = stacked(Part(start, lines, body.below(Tag.PARAGRAPH)), type_, whole=_WHOLE)
    if item.letter:
        strips = labelled(strips, 0.0, type_, one_line(_letter(item, t), type_), label)
    return anchored(_with_notes(strips, item.notes, body, start or 11.0, look), item.anchor)


def _with_notes(strips: list[Strip], notes: Iterable[Runs], within: Element, indent: float, look: Look) -> list[Strip]:
    """Add the small lines that belong below some strips; the first stays with them."""
    for place, note in enumerate(notes):
        lines = break_lines(note, look.note, look.sheet.measure - indent)
        below = stacked(Part(indent, lines, within.below(Tag.PARAGRAPH)), look.note)
        if below:
            if strips and not place:
                strips[-1].keep = True
            strips += spaced(below, 2.0 if place else 3.0, 0.0)
    return strips
