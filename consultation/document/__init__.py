"""The Document: what composing hands to publishing. A tree of blocks with inline runs, in one language.

It knows nothing of records or of files, so a new kind of document touches only `composing`, a new format only
`publishing`. Text in it is plain text, never markup.
"""

from consultation.document.blocks import (
    Block,
    Hands,
    Heading,
    Item,
    ListBlock,
    ListItem,
    Note,
    NumberedParagraph,
    Paragraph,
    Recital,
    Role,
    Signature,
    Signatures,
    listed,
)
from consultation.document.figures import (
    Boxes,
    Combinations,
    Counts,
    Fact,
    Facts,
    Figure,
    GroupedBars,
    HeatGrid,
    Numbers,
    Series,
    SideBars,
    StackedBars,
    numbers_of,
    sum_of,
)
from consultation.document.objections import Objected, Objection
from consultation.document.summary import OnAPage, SummaryPart, SummaryRow
from consultation.document.tables import Align, Band, Column, Row, Table
from consultation.document.text import Redline, Run, Runs, Style, deleted, inserted, plain, text_of
from consultation.document.walk import anchors_of, runs_of
from consultation.document.whole import Cover, Document, Emblem

__all__ = [
    "Align",
    "Band",
    "Block",
    "Boxes",
    "Column",
    "Combinations",
    "Counts",
    "Cover",
    "Document",
    "Emblem",
    "Fact",
    "Facts",
    "Figure",
    "GroupedBars",
    "Hands",
    "Heading",
    "HeatGrid",
    "Item",
    "ListBlock",
    "ListItem",
    "Note",
    "NumberedParagraph",
    "Numbers",
    "Objected",
    "Objection",
    "OnAPage",
    "Paragraph",
    "Recital",
    "Redline",
    "Role",
    "Row",
    "Run",
    "Runs",
    "Series",
    "SideBars",
    "Signature",
    "Signatures",
    "StackedBars",
    "Style",
    "SummaryPart",
    "SummaryRow",
    "Table",
    "anchors_of",
    "deleted",
    "inserted",
    "listed",
    "numbers_of",
    "plain",
    "runs_of",
    "sum_of",
    "text_of",
]
