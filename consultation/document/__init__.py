"""The Document: what composing hands to publishing. A tree of blocks with inline runs, in one language.

It knows nothing of records or of files, so a new kind of document touches only `composing`, a new format only
`publishing`. Text in it is plain text, never markup.
"""

from consultation.document.blocks import (
    Align,
    Block,
    Clause,
    Column,
    Figure,
    Heading,
    ListBlock,
    Note,
    Paragraph,
    Recital,
    Role,
    Row,
    Series,
    Table,
)
from consultation.document.text import Run, Runs, Style, plain, text_of
from consultation.document.whole import Cover, Document

__all__ = [
    "Align",
    "Block",
    "Clause",
    "Column",
    "Cover",
    "Document",
    "Figure",
    "Heading",
    "ListBlock",
    "Note",
    "Paragraph",
    "Recital",
    "Role",
    "Row",
    "Run",
    "Runs",
    "Series",
    "Style",
    "Table",
    "plain",
    "text_of",
]
