"""Blocks of a Document → strips. A block this does not know fails the type check."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from consultation.document import (
    Block,
    Boxes,
    Combinations,
    Facts,
    GroupedBars,
    Heading,
    HeatGrid,
    ListBlock,
    Note,
    NumberedParagraph,
    Objected,
    OnAPage,
    Paragraph,
    Recital,
    Role,
    Runs,
    SideBars,
    Signatures,
    StackedBars,
    Table,
)
from consultation.language import Translator
from consultation.publishing.look import Look, Type
from consultation.publishing.pdf.figures import figure_strips
from consultation.publishing.pdf.lines import break_lines, plain_lines, title_lines
from consultation.publishing.pdf.lists import list_strips
from consultation.publishing.pdf.numbered import numbered_strips
from consultation.publishing.pdf.objections import objected_strips
from consultation.publishing.pdf.proposed import proposed_strips
from consultation.publishing.pdf.signatures import signature_strips
from consultation.publishing.pdf.strips import Bar, Part, Strip, anchored, kept, spaced, stacked
from consultation.publishing.pdf.structure import HEADINGS, Element, Tag
from consultation.publishing.pdf.summary import summary_strips
from consultation.publishing.pdf.tables import table_strips


def strips_of(
    blocks: Iterable[Block], document: Element, look: Look, t: Translator, *, from_right: bool = False
) -> Iterator[list[Strip]]:
    """Set each of ``blocks``; numbered paragraphs that follow each other are one list."""
    numbered: Element | None = None
    for block in blocks:
        if isinstance(block, NumberedParagraph):
            numbered = numbered or document.below(Tag.LIST)
            yield block_strips(block, numbered, look, t)
        else:
            numbered = None
            yield block_strips(block, document, look, t, from_right=from_right)


def block_strips(block: Block, within: Element, look: Look, t: Translator, *, from_right: bool = False) -> list[Strip]:
    """Set one block, as an element inside of ``within``."""
    match block:
        case Heading():
            return _heading(block, within, look)
        case Paragraph():
            return _paragraph(block, within, look)
        case Recital():
            strips = _text(block.runs, look.body, within, look, before=look.spaces.recital)
            return anchored(proposed_strips(strips, block.proposed, within, look), block.anchor)
        case NumberedParagraph():
            return numbered_strips(block, within, look, t)
        case ListBlock():
            return list_strips(block, within, look)
        case Table():
            return table_strips(block, within, look)
        case Objected():
            return objected_strips(block, within, look)
        case GroupedBars() | StackedBars() | SideBars() | Combinations() | Boxes() | Facts() | HeatGrid():
            return figure_strips(block, within, look, t, from_right=from_right)
        case Note():
            return _remark(block, within, look)
        case OnAPage():
            return summary_strips(block, within, look, t)
        case Signatures():
            return signature_strips(block, within, look)
        case _:
            assert_never(block)


def _text(runs: Runs, type_: Type, within: Element, look: Look, *, before: float) -> list[Strip]:
    """Set running text."""
    lines = break_lines(runs, type_, look.sheet.measure)
    return spaced(stacked(Part(look.sheet.text, lines, within.below(Tag.PARAGRAPH)), type_), before, 0.0)


def _heading(block: Heading, within: Element, look: Look) -> list[Strip]:
    """Set a heading, in the colour of its tone if it has one; it stays with what follows."""
    if block.level <= 0:
        return _title(block, within, look)
    level = min(block.level, 3) - 1
    type_ = look.headings[level].in_colour(look.tone(block.tone))
    lines = title_lines(block.text, type_, look.sheet.room)
    strips = kept(stacked(Part(0.0, lines, within.below(HEADINGS[level])), type_)) or [Strip(0.0, keep=True)]
    strips[0].new_page = block.new_page
    return anchored(spaced(strips, *look.spaces.headings[level]), block.anchor)


def _title(block: Heading, within: Element, look: Look) -> list[Strip]:
    """Set a title inside, below the label that says of what."""
    label, type_ = look.bold(look.sizes.title_label, look.colours.accent), look.inner_title
    element = within.below(Tag.H1)
    strips = stacked(Part(0.0, plain_lines(block.label, label, look.sheet.room), element), label)
    strips += stacked(Part(0.0, title_lines(block.text, type_, look.sheet.room), element), type_)
    strips = kept(strips) or [Strip(0.0, keep=True)]
    strips[0].new_page, strips[0].needs = block.new_page, look.spaces.annex_room
    return anchored(spaced(strips, look.spaces.annex, look.spaces.title), block.anchor)


def _paragraph(block: Paragraph, within: Element, look: Look) -> list[Strip]:
    spaces = look.spaces
    match block.role:
        case Role.LEAD:
            strips = _text(block.runs, look.lead, within, look, before=spaces.paragraph)
        case Role.BODY:
            strips = _text(block.runs, look.body, within, look, before=spaces.paragraph)
        case Role.DECLARE:
            strips = kept(_text(block.runs, look.declare, within, look, before=spaces.declare))
        case Role.INTRODUCTION:
            strips = _at_edge(block.runs, look.remark, within, look, before=0.0)
            spaced(strips, 0.0, spaces.title)
        case Role.CAPTION:
            strips = _at_edge(block.runs, look.note, within, look, before=spaces.note)
        case Role.KEY:
            strips = _key(block.runs, within, look)
        case Role.METHOD:
            strips = _at_edge(block.runs, look.method, within, look, before=spaces.method)
        case _:
            assert_never(block.role)
    return anchored(strips, block.anchor)


def _at_edge(runs: Runs, type_: Type, within: Element, look: Look, *, before: float) -> list[Strip]:
    """Set text from where heads and tables start."""
    lines = break_lines(runs, type_, look.sheet.reach)
    return spaced(stacked(Part(0.0, lines, within.below(Tag.PARAGRAPH)), type_), before, 0.0)


def _key(runs: Runs, within: Element, look: Look) -> list[Strip]:
    """Set small print below a rule, as wide as the page lets it."""
    start, room, above = look.sheet.text, look.sheet.room - look.sheet.text, look.spaces.item
    lines = break_lines(runs, look.key, room)
    strips = stacked(Part(start, lines, within.below(Tag.PARAGRAPH)), look.key)
    if strips:
        first = strips[0]
        first.texts = [text._replace(y=text.y + above) for text in first.texts]
        first.height += above
        first.bars.append(Bar(start, 0.0, room, look.rules.thin, look.colours.rule))
    return spaced(strips, look.spaces.key, 0.0)


def _remark(block: Note, within: Element, look: Look) -> list[Strip]:
    """Set a remark beside a thin rule."""
    start, indent = look.sheet.text, 12.0
    lines = break_lines(block.runs, look.remark, look.sheet.measure - indent)
    strips = stacked(Part(start + indent, lines, within.below(Tag.PARAGRAPH)), look.remark)
    for strip in strips:
        strip.bars.append(Bar(start, 0.0, 1.4, strip.height, look.colours.accent))
    return spaced(strips, look.spaces.recital, look.spaces.recital)
