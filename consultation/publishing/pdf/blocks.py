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
    Paragraph,
    Recital,
    Role,
    Runs,
    SideBars,
    StackedBars,
    Table,
)
from consultation.language import Translator
from consultation.publishing.look import Look, Type
from consultation.publishing.pdf.figures import figure_strips
from consultation.publishing.pdf.lines import balanced_lines, break_lines
from consultation.publishing.pdf.lists import list_strips
from consultation.publishing.pdf.numbered import numbered_strips
from consultation.publishing.pdf.objections import objected_strips
from consultation.publishing.pdf.strips import Bar, Part, Strip, anchored, kept, spaced, stacked
from consultation.publishing.pdf.structure import HEADINGS, Element, Tag
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
            return _text(block.runs, look.body, within, look, block.anchor, after=7.0)
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
        case _:
            assert_never(block)


def _text(
    runs: Runs, type_: Type, within: Element, look: Look, anchor: str, *, before: float = 0.0, after: float = 0.0
) -> list[Strip]:
    """Set running text."""
    lines = break_lines(runs, type_, look.sheet.measure)
    strips = stacked(Part(0.0, lines, within.below(Tag.PARAGRAPH)), type_)
    return anchored(spaced(strips, before, after), anchor)


def _heading(block: Heading, within: Element, look: Look) -> list[Strip]:
    """Set a heading in the colour of its tone, with a mark of that colour in the margin."""
    level = min(max(block.level, 1), len(look.headings)) - 1
    tone = look.tone(block.tone)
    type_ = look.headings[level].in_colour(tone)
    lines = balanced_lines(block.text, type_, look.sheet.room)
    strips = kept(stacked(Part(0.0, lines, within.below(HEADINGS[level])), type_)) or [Strip(0.0, keep=True)]
    if tone:
        for strip in strips:
            strip.bars.append(Bar(-9.0, 3.0, 2.5, strip.height - 5.0, tone))
    strips[0].new_page = block.new_page
    return anchored(spaced(strips, *look.spaces.headings[level]), block.anchor)


def _paragraph(block: Paragraph, within: Element, look: Look) -> list[Strip]:
    match block.role:
        case Role.LEAD:
            return _text(block.runs, look.lead, within, look, block.anchor, after=12.0)
        case Role.CAPTION:
            return _text(block.runs, look.note, within, look, block.anchor, before=4.0, after=12.0)
        case Role.GUIDE:
            return _text(block.runs, look.remark, within, look, block.anchor, after=look.spaces.note)
        case Role.METHOD:
            return _text(block.runs, look.method, within, look, block.anchor, after=look.spaces.method)
        case Role.BODY:
            return _text(block.runs, look.body, within, look, block.anchor, after=8.0)
        case _:
            assert_never(block.role)


def _remark(block: Note, within: Element, look: Look) -> list[Strip]:
    """Set a remark beside a thin rule."""
    indent = 12.0
    lines = break_lines(block.runs, look.remark, look.sheet.measure - indent)
    strips = stacked(Part(indent, lines, within.below(Tag.PARAGRAPH)), look.remark)
    for strip in strips:
        strip.bars.append(Bar(0.0, 0.0, 1.5, strip.height, look.colours.accent))
    return spaced(strips, 6.0, 12.0)
