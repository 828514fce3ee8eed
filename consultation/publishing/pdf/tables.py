"""Tables → strips: one a row, or several for a row that would not fit well on a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from consultation.document import Align, Band, Column, Row, Runs, Table
from consultation.publishing.look import Look, Type
from consultation.publishing.pdf.lines import Line, break_lines, line_width, plain_lines
from consultation.publishing.pdf.strips import Bar, Part, Strip, Text, anchored, kept, side_by_side, spaced, stacked
from consultation.publishing.pdf.structure import Element, Scope, Tag

_WHOLE = 10
"""Rows of more lines than this may be split between pages."""
_WIDEST_WORD = 0.3
"""Part of the width a column may claim for its longest word."""
_SURVEYED = 400
"""Rows looked at to find the longest word."""
_SHORT = 0.35
"""A table no higher than this part of a page stays on one."""
_BAND_BEFORE = 6.0


def table_strips(table: Table, within: Element, look: Look) -> list[Strip]:
    """Set a table with its caption above; its heads are repeated on each page."""
    if not table.columns:
        return []
    element = within.below(Tag.TABLE)
    widths = _widths(table, look)
    caption = plain_lines(table.caption, look.table_title, look.sheet.room)
    strips = kept(stacked(Part(0.0, caption, element.below(Tag.CAPTION)), look.table_title))
    spaced(strips, 0.0, 4.0)
    head = _head(table.columns, widths, element.below(Tag.ROW), look)
    strips.append(head)
    rows = [
        _band(row, element.below(Tag.ROW), look)
        if isinstance(row, Band)
        else _row(row, table.columns, widths, element.below(Tag.ROW), look)
        for row in table.rows
    ]
    short = sum(part.height for row in rows for part in row) < look.sheet.depth * _SHORT
    for row in rows[:-1] if short else rows[-2:-1]:
        kept(row)
    for strip in chain.from_iterable(rows):
        strip.head = head
        strips.append(strip)
    head.keep = bool(rows)
    strips[0].before, strips[-1].after = 8.0, 16.0
    return strips


def _widths(table: Table, look: Look) -> list[float]:
    """Share out the width by the weights of the columns, but give each room for its longest word."""
    room = look.sheet.room
    needs = [
        min(_longest_word(table, place, look) + look.spaces.column, room * _WIDEST_WORD)
        for place in range(len(table.columns))
    ]
    scale = min(1.0, room / (sum(needs) or 1.0))
    needs = [need * scale for need in needs]
    weights = [max(column.weight, 0.01) for column in table.columns]
    fixed: dict[int, float] = {}
    while True:
        free = [place for place in range(len(weights)) if place not in fixed]
        share = (room - sum(fixed.values())) / sum(weights[place] for place in free)
        short = {place: needs[place] for place in free if weights[place] * share < needs[place]}
        if not short or len(short) == len(free):
            return [fixed.get(place, weight * share) for place, weight in enumerate(weights)]
        fixed |= short


def _longest_word(table: Table, place: int, look: Look) -> float:
    """Measure the longest word of a column."""
    title = table.columns[place].title.split()
    words = {
        word[:200]
        for row in table.rows[:_SURVEYED]
        if isinstance(row, Row) and place < len(row.cells)
        for run in row.cells[place]
        for word in run.text.split()
    }
    longest = sorted(words, key=len)[-8:]
    measured = [*_lines_of(title, look.table_head), *_lines_of(longest, look.table_cell)]
    return max(map(line_width, measured), default=0.0) + 0.1


def _lines_of(words: Sequence[str], type_: Type) -> Iterator[Line]:
    for word in words:
        yield from plain_lines(word, type_, float("inf"))


def _head(columns: Sequence[Column], widths: Sequence[float], element: Element, look: Look) -> Strip:
    """Set the heads of the columns as one strip above a rule."""
    type_, pad = look.table_head, look.spaces.row
    cells = [
        _aligned(plain_lines(column.title, type_, width), column.align, width)
        for column, width in zip(columns, _insides(widths, look), strict=True)
    ]
    height = min(max(1, *map(len, cells)), _WHOLE) * type_.leading
    whole = height + 2 * pad
    strip = Strip(whole, bars=[Bar(0.0, whole - 0.9, look.sheet.room, 0.9, look.colours.accent)])
    for start, lines in zip(_starts(widths), cells, strict=True):
        cell = element.below(Tag.HEAD_CELL, scope=Scope.COLUMN)
        # Heads stand on the rule, however many lines their neighbours have.
        shown = lines[:_WHOLE]
        y = pad + height - len(shown) * type_.leading + type_.baseline
        strip.texts += [Text(start, y + place * type_.leading, line, cell) for place, line in enumerate(shown) if line]
    return strip


def _row(row: Row, columns: Sequence[Column], widths: Sequence[float], element: Element, look: Look) -> list[Strip]:
    """Set a row above a thin rule; a long one as strips that may part."""
    type_, pad = look.table_cell, look.spaces.row
    filled: Iterator[Runs] = chain(row.cells, iter(lambda: (), None))
    parts = []
    for cell, column, width, start in zip(filled, columns, _insides(widths, look), _starts(widths), strict=False):
        lines = _aligned(break_lines(cell, type_, width), column.align, width)
        parts.append(Part(start, lines, _cell(element, column)))
    strips = side_by_side(parts, type_) or [Strip(type_.leading)]
    if max(len(part.lines) for part in parts) <= _WHOLE:
        strips = [_joined(strips)]
    _pushed_down(strips[0], pad)
    last = strips[-1]
    last.height += pad
    last.bars.append(Bar(0.0, last.height - 0.5, look.sheet.room, 0.5, look.colours.rule))
    return anchored(strips, row.anchor)


def _cell(row: Element, column: Column) -> Element:
    """Make the element of a cell: a head of its row or not."""
    return row.below(Tag.HEAD_CELL, scope=Scope.ROW) if column.head else row.below(Tag.CELL)


def _band(band: Band, element: Element, look: Look) -> list[Strip]:
    """Set a head across the whole width, which stays with the row below."""
    cell, pad, room = element.below(Tag.HEAD_CELL, scope=Scope.ROW_GROUP), look.spaces.row, look.sheet.room
    title, remark = look.bold(look.sizes.table_cell), look.label(look.sizes.band_remark, look.colours.soft)
    inside = room - 2 * pad
    strip = _joined(
        [
            *side_by_side([Part(pad, break_lines(band.runs, title, inside), cell)], title),
            *side_by_side([Part(pad, break_lines(band.remark, remark, inside), cell)], remark),
        ]
    )
    _pushed_down(strip, pad)
    strip.height += pad
    strip.bars.append(Bar(0.0, 0.0, room, strip.height, look.colours.wash))
    strip.before = _BAND_BEFORE
    return anchored(kept([strip]), band.anchor)


def _aligned(lines: list[Line], align: Align, width: float) -> list[Line]:
    """Move the lines of a cell to where its column wants them."""
    if align is not Align.START:
        for line in lines:
            rest = width - line_width(line)
            for segment in line:
                segment.start += rest / 2 if align is Align.CENTRE else rest
    return lines


def _insides(widths: Sequence[float], look: Look) -> list[float]:
    """Say how wide the words of each column may be; those of the last reach the edge."""
    return [*(width - look.spaces.column for width in widths[:-1]), widths[-1]]


def _starts(widths: Sequence[float]) -> list[float]:
    """Say where each column starts."""
    starts = [0.0]
    for width in widths[:-1]:
        starts.append(starts[-1] + width)
    return starts


def _joined(parts: Sequence[Strip]) -> Strip:
    """Make one strip of strips that follow each other."""
    whole = Strip(0.0)
    for part in parts:
        whole.texts += [text._replace(y=text.y + whole.height) for text in part.texts]
        whole.height += part.height
    return whole


def _pushed_down(strip: Strip, distance: float) -> None:
    """Add space inside a strip above its texts."""
    strip.texts = [text._replace(y=text.y + distance) for text in strip.texts]
    strip.height += distance
