"""Blocks of a Document → strips: running text, clauses, lists and remarks."""

from __future__ import annotations

from collections.abc import Iterator

from consultation.document import (
    Block,
    Clause,
    Figure,
    Heading,
    ListBlock,
    Note,
    Paragraph,
    Recital,
    Role,
    Runs,
    Table,
)
from consultation.language import Translator
from consultation.publishing.pdf import look
from consultation.publishing.pdf.figures import figure_strips
from consultation.publishing.pdf.lines import balanced_lines, break_lines, line_width, one_line, plain_lines
from consultation.publishing.pdf.look import Type
from consultation.publishing.pdf.strips import Bar, Strip, Text, anchored, kept, spaced, stacked
from consultation.publishing.pdf.tables import table_strips

_NUMBER_GAP = 9.0
_NUMBER_ROOM = look.MARGIN - 12 * look.MM - _NUMBER_GAP
_NOTE_INDENT = 11.0
_LIST_INDENT = 16.0


def block_strips(block: Block, t: Translator) -> list[Strip]:
    """Set one block."""
    match block:
        case Heading():
            return _heading(block)
        case Paragraph():
            return _paragraph(block)
        case Recital():
            return _text(block.runs, look.BODY, block.anchor, after=7.0)
        case Clause():
            return _clause(block)
        case ListBlock():
            return list(_list(block))
        case Table():
            return table_strips(block)
        case Figure():
            return figure_strips(block, t)
        case Note():
            return _remark(block)


def _text(runs: Runs, type_: Type, anchor: str = "", *, before: float = 0.0, after: float = 0.0) -> list[Strip]:
    """Set running text."""
    strips = stacked(break_lines(runs, type_, look.MEASURE), type_)
    return anchored(spaced(strips, before, after), anchor)


def _heading(block: Heading) -> list[Strip]:
    """Set a heading in the colour of its tone, with a mark of that colour in the margin."""
    level = min(max(block.level, 1), len(look.HEADINGS)) - 1
    type_ = look.HEADINGS[level]
    type_ = type_.in_colour(look.tone_colour(block.tone, type_.colour))
    lines = balanced_lines(block.text, type_, look.WIDTH)
    strips = kept(stacked(lines, type_)) or [Strip(0.0, keep=True)]
    if block.tone in look.TONES:
        for strip in strips:
            strip.bars.append(Bar(-9.0, 3.0, 2.5, strip.height - 5.0, look.TONES[block.tone]))
    strips[0].new_page = block.new_page
    return anchored(spaced(strips, *look.HEADING_SPACE[level]), block.anchor)


def _paragraph(block: Paragraph) -> list[Strip]:
    match block.role:
        case Role.LEAD:
            return _text(block.runs, look.LEAD, block.anchor, after=12.0)
        case Role.CAPTION:
            return _text(block.runs, look.CAPTION, block.anchor, before=4.0, after=12.0)
        case Role.BODY:
            return _text(block.runs, look.BODY, block.anchor, after=8.0)


def _clause(block: Clause) -> list[Strip]:
    """Set a clause, its number hanging in the margin and its notes below."""
    type_ = look.NUMBER.in_colour(look.tone_colour(block.tone, look.NUMBER.colour))
    number = one_line(block.number, type_)
    wide = line_width(number)
    if wide > _NUMBER_ROOM:
        # A number too long to hang stands above its clause.
        strips = kept(stacked(plain_lines(block.number, type_, look.MEASURE), type_))
        strips += stacked(break_lines(block.runs, look.BODY, look.MEASURE), look.BODY)
    else:
        strips = stacked(break_lines(block.runs, look.BODY, look.MEASURE), look.BODY) or [Strip(look.BODY.leading)]
        if number:
            strips[0].texts.append(Text(-_NUMBER_GAP - wide, look.BODY.baseline, number))
    for place, note in enumerate(block.notes):
        below = stacked(break_lines(note, look.NOTE, look.MEASURE - _NOTE_INDENT), look.NOTE, _NOTE_INDENT)
        if below:
            strips[-1].keep = strips[-1].keep or not place
            strips += spaced(below, 2.0 if place else 3.0, 0.0)
    return anchored(spaced(strips, 0.0, 9.0), block.anchor)


def _list(block: ListBlock) -> Iterator[Strip]:
    """Set a list, its numbers or dots hanging before the text."""
    type_ = look.BODY
    marks = [f"{place}." if block.ordered else "•" for place in range(1, len(block.items) + 1)]
    indent = max([_LIST_INDENT, *(line_width(one_line(mark, type_)) + 6.0 for mark in marks[-1:])])
    for place, (mark, item) in enumerate(zip(marks, block.items, strict=True), 1):
        strips = stacked(break_lines(item, type_, look.MEASURE - indent), type_, indent) or [Strip(type_.leading)]
        strips[0].texts.append(Text(0.0 if block.ordered else 4.0, type_.baseline, one_line(mark, type_)))
        yield from spaced(strips, 0.0, 8.0 if place == len(marks) else 3.0)


def _remark(block: Note) -> list[Strip]:
    """Set a remark beside a thin rule."""
    indent = 12.0
    strips = stacked(break_lines(block.runs, look.REMARK, look.MEASURE - indent), look.REMARK, indent)
    for strip in strips:
        strip.bars.append(Bar(0.0, 0.0, 1.5, strip.height, look.ACCENT))
    return spaced(strips, 6.0, 12.0)
