"""What a block holds, wherever in it: its runs and its anchors."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import assert_never

from consultation.document.blocks import (
    Block,
    Heading,
    ListBlock,
    Note,
    NumberedParagraph,
    Paragraph,
    Recital,
    Signatures,
)
from consultation.document.figures import (
    Boxes,
    Combinations,
    Facts,
    GroupedBars,
    HeatGrid,
    SideBars,
    StackedBars,
)
from consultation.document.objections import Objected
from consultation.document.summary import OnAPage
from consultation.document.tables import Band, Row, Table
from consultation.document.text import Run, Runs


def runs_of(block: Block) -> Iterator[Run]:
    """Give every run of ``block``, in the order in which it is read."""
    for runs in _texts(block):
        yield from runs


def anchors_of(block: Block) -> Iterator[str]:
    """Give every place in ``block`` that a run may link to."""
    match block:
        case Heading() | Paragraph() | Recital() | OnAPage() | Signatures() | Objected():
            anchors = [block.anchor]
        case NumberedParagraph():
            anchors = [block.anchor, *(item.anchor for item in block.items)]
        case Table():
            anchors = [row.anchor for row in block.rows]
        case ListBlock() | Note():
            anchors = []
        case GroupedBars() | StackedBars() | SideBars() | Combinations() | Boxes() | Facts() | HeatGrid():
            anchors = []
        case _:
            assert_never(block)
    yield from filter(None, anchors)


def _texts(block: Block) -> Iterator[Runs]:
    match block:
        case Paragraph() | Note():
            yield block.runs
        case Recital():
            yield from (block.runs, block.proposed)
        case NumberedParagraph():
            yield block.lead
            yield block.sources
            for item in block.items:
                yield from (item.runs, item.sources, item.count.words if item.count else (), *item.notes)
            yield from (*block.notes, block.proposed)
        case ListBlock():
            for entry in block.items:
                yield entry.runs
                if entry.inner:
                    yield from _texts(entry.inner)
        case Table():
            for row in block.rows:
                yield from (row.runs, row.remark) if isinstance(row, Band) else _in_row(row)
        case Objected():
            yield from (block.number, block.wording, block.place, block.count)
            for objection in block.objections:
                yield from (objection.who, objection.runs)
        case OnAPage():
            yield block.common
            for part in block.parts:
                for line in part.rows:
                    yield from (line.runs, line.reference)
            yield block.note
        case Signatures():
            yield block.note
        case Heading() | GroupedBars() | StackedBars() | SideBars() | Combinations() | Boxes() | Facts() | HeatGrid():
            pass
        case _:
            assert_never(block)


def _in_row(row: Row) -> Iterator[Runs]:
    """Give what each cell says, then its smaller second line."""
    for cell, remark in zip_longest(row.cells, row.remarks, fillvalue=()):
        yield from (cell, remark)
