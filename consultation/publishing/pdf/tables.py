"""Tables → strips: one a row, or several for a row that would not fit well on a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise, repeat

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
_BELOW_HEAD = 3.9
_BAND_PAD = 5.4
_NARROW = 30.0
"""A column narrower than this holds numbers or signs, not words."""
_AFTER_NUMBERS = 1.4
_MOST_GAP = 0.42
"""Part of a column that the space at its end may take."""
_SIGNS = ("‡", "†")


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
    if rows and rows[0]:
        # The head has its own space below.
        rows[0][0].before = min(rows[0][0].before, _BELOW_HEAD)
    for strip in chain.from_iterable(rows):
        strip.head = head
        strips.append(strip)
    head.keep = bool(rows)
    strips[0].before, strips[-1].after = look.spaces.table
    strips[0].needs = look.spaces.table_room
    return strips


def _widths(table: Table, look: Look) -> list[float]:
    """Share out the width by the weights of the columns, but give each room for its longest word."""
    room = look.sheet.room
    gaps = _gaps(table.columns, look)
    needs = [min(_longest_word(table, place, look) + gap, room * _WIDEST_WORD) for place, gap in enumerate(gaps)]
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


def _gaps(columns: Sequence[Column], look: Look) -> list[float]:
    """Say how much space stands at the end of each column: little before numbers, much between them and words."""
    room, weights = look.sheet.room, [max(column.weight, 0.01) for column in columns]
    wide = [weight * room / sum(weights) for weight in weights]
    gaps = []
    for place, (column, following) in enumerate(pairwise(columns)):
        if following.align is Align.END or (column.align is Align.END and wide[place + 1] < _NARROW):
            gap = look.spaces.column / 2
        else:
            gap = look.spaces.column * (_AFTER_NUMBERS if column.align is Align.END else 1.0)
        gaps.append(min(gap, wide[place] * _MOST_GAP))
    return [*gaps, 0.0]


def _longest_word(table: Table, place: int, look: Look) -> float:
    """Measure the longest word of a column."""
    column = table.columns[place]
    words = {
        word[:200]
        for row in table.rows[:_SURVEYED]
        if isinstance(row, Row) and place < len(row.cells)
        for run in row.cells[place]
        for word in run.text.split()
    }
    longest = sorted(words, key=len)[-8:]
    measured = [*_lines_of(column.title.split(), look.table_head), *_lines_of(longest, _cell_type(column, look))]
    return max(map(line_width, measured), default=0.0) + 0.1


def _cell_type(column: Column, look: Look) -> Type:
    """Say how the words of a column are set."""
    return look.table_words if column.quoted else look.table_cell


def _lines_of(words: Sequence[str], type_: Type) -> Iterator[Line]:
    for word in words:
        yield from plain_lines(word, type_, float("inf"))


def _head(columns: Sequence[Column], widths: Sequence[float], element: Element, look: Look) -> Strip:
    """Set the heads of the columns as one strip above a rule."""
    type_, spaces = look.table_head, look.spaces
    cells = [
        _aligned(plain_lines(column.title, type_, width), column.align, width)
        for column, width in zip(columns, _insides(columns, widths, look), strict=True)
    ]
    # Heads stand on the rule, however many lines their neighbours have.
    foot = spaces.head_baseline + (min(max(1, *map(len, cells)), _WHOLE) - 1) * type_.leading
    rule = foot + spaces.head_rule - spaces.head_baseline
    thick = look.rules.block
    strip = Strip(rule + thick, bars=[Bar(0.0, rule, look.sheet.room, thick, look.colours.ink)])
    for start, column, lines in zip(_starts(widths), columns, cells, strict=True):
        cell = element.below(Tag.HEAD_CELL, scope=Scope.COLUMN, alternative=column.meaning)
        shown = lines[:_WHOLE]
        y = foot - (len(shown) - 1) * type_.leading
        strip.texts += [Text(start, y + place * type_.leading, line, cell) for place, line in enumerate(shown) if line]
    return strip


def _row(row: Row, columns: Sequence[Column], widths: Sequence[float], element: Element, look: Look) -> list[Strip]:
    """Set a row above a thin rule; a long one as strips that may part."""
    type_, spaces = look.table_cell, look.spaces
    small = look.label(look.sizes.band_remark, look.colours.soft)
    filled: Iterator[Runs] = chain(row.cells, repeat(()))
    remarks: Iterator[Runs] = chain(row.remarks, repeat(()))
    parts = []
    for cell, remark, column, width, start in zip(
        filled, remarks, columns, _insides(columns, widths, look), _starts(widths), strict=False
    ):
        lines = [*break_lines(cell, _cell_type(column, look), width), *break_lines(remark, small, width)]
        parts.append(Part(start, _aligned(lines, column.align, width), _cell(element, column)))
    strips = side_by_side(parts, type_) or [Strip(type_.leading)]
    if max(len(part.lines) for part in parts) <= _WHOLE:
        strips = [_joined(strips)]
    _pushed_down(strips[0], spaces.row)
    last = strips[-1]
    last.height += spaces.row_below
    last.bars.append(_rule_below(row, columns, widths, last.height, look))
    return anchored(strips, row.anchor)


def _rule_below(row: Row, columns: Sequence[Column], widths: Sequence[float], y: float, look: Look) -> Bar:
    """Rule a row off from where its words start; the numbers before them hang, as those of paragraphs do."""
    room = look.sheet.room
    if row.total:
        return Bar(0.0, y - look.rules.block, room, look.rules.block, look.colours.ink)
    starts = zip(columns, _starts(widths), widths, strict=True)
    start = next((x for column, x, wide in starts if column.align is not Align.END and wide >= _NARROW), 0.0)
    return Bar(start, y - look.rules.row, room - start, look.rules.row, look.colours.row)


def _cell(row: Element, column: Column) -> Element:
    """Make the element of a cell: a head of its row or not."""
    return row.below(Tag.HEAD_CELL, scope=Scope.ROW) if column.head else row.below(Tag.CELL)


def _band(band: Band, element: Element, look: Look) -> list[Strip]:
    """Set a head across the whole width, which stays with the row below."""
    cell, room = element.below(Tag.HEAD_CELL, scope=Scope.ROW_GROUP), look.sheet.room
    title, remark = look.bold(look.sizes.band), look.label(look.sizes.band_remark, look.colours.soft)
    inside = room - 2 * _BAND_PAD
    strip = _joined(
        [
            *side_by_side([Part(_BAND_PAD, break_lines(band.runs, title, inside), cell)], title),
            *side_by_side([Part(_BAND_PAD, break_lines(band.remark, remark, inside), cell)], remark),
        ]
    )
    _pushed_down(strip, _BAND_PAD / 2)
    strip.height += _BAND_PAD / 2
    strip.bars.append(Bar(0.0, 0.0, room, strip.height, look.colours.wash))
    return anchored(kept(spaced([strip], *look.spaces.band)), band.anchor)


def _aligned(lines: list[Line], align: Align, width: float) -> list[Line]:
    """Move the lines of a cell to where its column wants them; a sign behind a number hangs beyond it."""
    if align is not Align.START:
        for line in lines:
            hangs = len(line) > 1 and line[-1].text.strip() in _SIGNS
            rest = width - line_width(line[:-1] if hangs else line)
            for segment in line:
                segment.start += rest / 2 if align is Align.CENTRE else rest
    return lines


def _insides(columns: Sequence[Column], widths: Sequence[float], look: Look) -> list[float]:
    """Say how wide the words of each column may be; those of the last reach the edge."""
    return [width - gap for width, gap in zip(widths, _gaps(columns, look), strict=True)]


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
