"""Numbered paragraphs → strips: the number at the edge, lettered items below the lead-in, marks of sources beside
their last lines, notes last.
"""

from __future__ import annotations

from collections.abc import Iterable

from consultation.document import Item, NumberedParagraph, Runs
from consultation.language import Translator
from consultation.publishing.look import Look
from consultation.publishing.pdf.hands import hands_strip
from consultation.publishing.pdf.lines import break_lines, line_width, one_line, plain_lines
from consultation.publishing.pdf.proposed import note_strips, proposed_strips
from consultation.publishing.pdf.strips import Part, Strip, Text, anchored, kept, labelled, spaced, stacked
from consultation.publishing.pdf.structure import Element, Tag
from consultation.publishing.unfolding import unfolded

_AFTER_LABEL = 4.0
_MARK_ABOVE = 1.0
"""How far the first of several lines of marks may stand above the text."""


def numbered_strips(block: NumberedParagraph, within: Element, look: Look, t: Translator) -> list[Strip]:
    """Set a numbered paragraph as an item of the list ``within``."""
    parts = unfolded(block)
    entry = within.below(Tag.LIST_ITEM)
    label, body = entry.below(Tag.LABEL), entry.below(Tag.LIST_BODY)
    strips = _opening(block, parts.opening, label, body, look)
    glossed(strips, parts.sources, body, look)
    indent = look.sheet.text
    if parts.items:
        strips[-1].keep = True
        indent = _indent(parts.items, look, t)
        listed = body.below(Tag.LIST)
        for item in parts.items:
            strips += _item(item, listed if item.letter else body, indent, look, t)
    strips = proposed_strips(strips, block.proposed, body, look)
    for note in parts.notes:
        strips += note_strips(note, indent, strips, body, look)
    return anchored(spaced(strips, look.spaces.paragraph, 0.0), *parts.anchors)


def _opening(block: NumberedParagraph, runs: Runs, label: Element, body: Element, look: Look) -> list[Strip]:
    """Set what runs on from the number; a number too long for its place stands above it."""
    sheet, type_ = look.sheet, look.number.in_colour(look.tone(block.tone))
    number = one_line(block.number, type_)
    lines = break_lines(runs, look.body, sheet.measure)
    strips = stacked(Part(sheet.text, lines, body.below(Tag.PARAGRAPH)), look.body)
    if line_width(number) > sheet.text - _AFTER_LABEL:
        above = plain_lines(block.number, type_, sheet.reach)
        return kept(stacked(Part(0.0, above, label), type_)) + strips
    return labelled(strips, 0.0, look.body, number, label)


def _indent(items: Iterable[Item], look: Look, t: Translator) -> float:
    """Say where the text of the items starts: behind the widest letter, but never far in."""
    widest = max(line_width(one_line(_letter(item, t), look.body)) for item in items)
    most = look.sheet.text + look.sheet.measure / 2
    return min(max(look.sheet.item, look.sheet.text + widest + _AFTER_LABEL), most)


def _letter(item: Item, t: Translator) -> str:
    return t.letter(item.letter) if item.letter else ""


def _item(item: Item, within: Element, indent: float, look: Look, t: Translator) -> list[Strip]:
    """Set an item behind its letter; one that has none after all goes on from the start of the text."""
    type_, start, body = look.body, indent if item.letter else look.sheet.text, within
    if item.letter:
        entry = within.below(Tag.LIST_ITEM)
        label, body = entry.below(Tag.LABEL), entry.below(Tag.LIST_BODY)
    lines = break_lines(item.runs, type_, look.sheet.reach - start)
    strips = stacked(Part(start, lines, body.below(Tag.PARAGRAPH)), type_)
    if item.letter:
        strips = labelled(strips, look.sheet.text, type_, one_line(_letter(item, t), type_), label)
    glossed(strips, item.sources, body, look)
    if item.count and strips:
        strips[-1].keep = True
        strips.append(hands_strip(item.count, start, body, look))
    for note in item.notes:
        strips += note_strips(note, start, strips, body, look)
    return anchored(spaced(strips, look.spaces.item, 0.0), item.anchor)


def glossed(strips: list[Strip], marks: Runs, within: Element, look: Look) -> None:
    """Put marks beside a text, at the foot of its last line; more lines of them go upwards."""
    sheet, type_ = look.sheet, look.mark
    lines = break_lines(marks, type_, sheet.room - sheet.gloss) if marks else []
    if not lines or not strips:
        return
    last, element = strips[-1], within.below(Tag.REFERENCE)
    foot = last.height - look.body.leading + look.body.baseline
    above = foot - (len(lines) - 1) * type_.leading
    lowered = max(type_.baseline - _MARK_ABOVE - above, 0.0)
    for place, line in enumerate(lines):
        last.texts.append(Text(sheet.gloss, above + lowered + place * type_.leading, line, element))
    last.height += lowered
