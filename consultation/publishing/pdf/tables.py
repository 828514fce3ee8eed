"""Tables → strips: one a row, or several for a row that would not fit well on a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from consultation.document import Align, Column, Row, Runs, Table
from consultation.publishing.pdf import look
from consultation.publishing.pdf.lines import Line, break_lines, line_width, plain_lines
from consultation.publishing.pdf.look import Type
from consultation.publishing.pdf.strips import Bar, Strip, Text, anchored, kept, side_by_side, spaced, stacked

_WHOLE = 10
"""Rows of more lines than this may be split between pages."""
_WIDEST_WORD = 0.3
"""Part of the width a column may claim for its longest word."""
_SURVEYED = 400
"""Rows looked at to find the longest word."""
_SHORT = look.HEIGHT * 0.35
"""A table no higher than this stays on one page."""


def table_strips(table: Table) -> list[Strip]:
    """Set a table with its caption above; its head is repeated on each page."""
    if not table.columns:
        return []
    widths = _widths(table)
    head = _head(table.columns, widths)
    strips = kept(stacked(plain_lines(table.caption, look.TABLE_TITLE, look.WIDTH), look.TABLE_TITLE))
    spaced(strips, 0.0, 4.0)
    strips.append(head)
    rows = [_row(row, table.columns, widths) for row in table.rows]
    short = sum(part.height for row in rows for part in row) < _SHORT
    for row in rows[:-1] if short else rows[-2:-1]:
        kept(row)
    for strip in chain.from_iterable(rows):
        strip.head = head
        strips.append(strip)
    head.keep = bool(rows)
    strips[0].before, strips[-1].after = 8.0, 16.0
    return strips


def _widths(table: Table) -> list[float]:
    """Share out the width by the weights of the columns, but give each room for its longest word."""
    needs = [
        min(_longest_word(table, place) + look.CELL_PAD, look.WIDTH * _WIDEST_WORD)
        for place in range(len(table.columns))
    ]
    scale = min(1.0, look.WIDTH / (sum(needs) or 1.0))
    needs = [need * scale for need in needs]
    weights = [max(column.weight, 0.01) for column in table.columns]
    fixed: dict[int, float] = {}
    while True:
        free = [place for place in range(len(weights)) if place not in fixed]
        share = (look.WIDTH - sum(fixed.values())) / sum(weights[place] for place in free)
        short = {place: needs[place] for place in free if weights[place] * share < needs[place]}
        if not short or len(short) == len(free):
            return [fixed.get(place, weight * share) for place, weight in enumerate(weights)]
        fixed |= short


def _longest_word(table: Table, place: int) -> float:
    """Measure the longest word of a column."""
    title = table.columns[place].title.split()
    words = {
        word[:200]
        for row in table.rows[:_SURVEYED]
        for run in (row.cells[place] if place < len(row.cells) else ())
        for word in run.text.split()
    }
    longest = sorted(words, key=len)[-8:]
    measured = [*_lines_of(title, look.TABLE_HEAD), *_lines_of(longest, look.TABLE_CELL)]
    return max(map(line_width, measured), default=0.0) + 0.1


def _lines_of(words: Sequence[str], type_: Type) -> Iterator[Line]:
    for word in words:
        yield from plain_lines(word, type_, float("inf"))


def _head(columns: Sequence[Column], widths: Sequence[float]) -> Strip:
    """Set the titles of the columns as one strip above a rule."""
    type_ = look.TABLE_HEAD
    cells = [
        _aligned(plain_lines(column.title, type_, width), column.align, width)
        for column, width in zip(columns, _insides(widths), strict=True)
    ]
    height = min(max(1, *map(len, cells)), _WHOLE) * type_.leading
    whole = height + 2 * look.ROW_PAD
    strip = Strip(whole, bars=[Bar(0.0, whole - 0.9, look.WIDTH, 0.9, look.ACCENT)])
    for x, lines in zip(_starts(widths), cells, strict=True):
        # Titles stand on the rule, however many lines their neighbours have.
        shown = lines[:_WHOLE]
        y = look.ROW_PAD + height - len(shown) * type_.leading + type_.baseline
        strip.texts += [Text(x, y + place * type_.leading, line) for place, line in enumerate(shown) if line]
    return strip


def _row(row: Row, columns: Sequence[Column], widths: Sequence[float]) -> list[Strip]:
    """Set a row above a thin rule; a long one as strips that may part."""
    type_ = look.TABLE_CELL
    filled: Iterator[Runs] = chain(row.cells, iter(lambda: (), None))
    cells = [
        _aligned(break_lines(cell, type_, width), column.align, width)
        for cell, column, width in zip(filled, columns, _insides(widths), strict=False)
    ]
    parts = side_by_side(list(zip(_starts(widths), cells, strict=True)), type_) or [Strip(type_.leading)]
    if max(map(len, cells)) <= _WHOLE:
        parts = [_joined(parts)]
    _pushed_down(parts[0], look.ROW_PAD)
    parts[-1].height += look.ROW_PAD
    parts[-1].bars.append(Bar(0.0, parts[-1].height - 0.5, look.WIDTH, 0.5, look.RULE))
    return anchored(parts, row.anchor)


def _aligned(lines: list[Line], align: Align, width: float) -> list[Line]:
    """Move the lines of a cell to where its column wants them."""
    if align is not Align.START:
        for line in lines:
            rest = width - line_width(line)
            for segment in line:
                segment.x += rest / 2 if align is Align.CENTRE else rest
    return lines


def _insides(widths: Sequence[float]) -> list[float]:
    """Say how wide the words of each column may be; those of the last reach the edge."""
    return [*(width - look.CELL_PAD for width in widths[:-1]), widths[-1]]


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
        whole.texts += [Text(x, y + whole.height, line) for x, y, line in part.texts]
        whole.height += part.height
    return whole


def _pushed_down(strip: Strip, distance: float) -> None:
    """Add space inside a strip above its texts."""
    strip.texts = [Text(x, y + distance, line) for x, y, line in strip.texts]
    strip.height += distance
