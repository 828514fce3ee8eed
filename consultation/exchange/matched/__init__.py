"""Tables from anybody's spreadsheet: matched to fields by their heads, looked at row by row, taken in as one step."""

from consultation.exchange.matched.columns import Column, Columns, match_columns, with_heads
from consultation.exchange.matched.fields import FIELDS, Field, Listing, field_of
from consultation.exchange.matched.previewing import (
    Alike,
    Answer,
    Answers,
    Change,
    Preview,
    RowPreview,
    Standing,
    preview,
)
from consultation.exchange.matched.taking import KINDS, Taken, take_in
from consultation.exchange.matched.terms import of_vocabulary
from consultation.exchange.plain_tables import pasted_rows, read_rows

__all__ = [
    "FIELDS",
    "KINDS",
    "Alike",
    "Answer",
    "Answers",
    "Change",
    "Column",
    "Columns",
    "Field",
    "Listing",
    "Preview",
    "RowPreview",
    "Standing",
    "Taken",
    "field_of",
    "match_columns",
    "of_vocabulary",
    "pasted_rows",
    "preview",
    "read_rows",
    "take_in",
    "with_heads",
]
