"""What becomes of the rows of a table: new, changed, the same, or doubtful until a person has answered."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, NamedTuple
from uuid import UUID

from consultation.errors import Sentence
from consultation.exchange.matched.lister import NOTHING, Alike, Said


class Standing(StrEnum):
    """What would become of a row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    DOUBTFUL = "doubtful"
    LEFT = "left"
    """A person said that it is to be left out."""


class Answer(StrEnum):
    """What a person says of a row; the id of a record says that the row is about that one."""

    TAKE = "take"
    """Take it: into the record it surely is, else as a new one; what cannot be read in it is left out."""
    LEAVE = "leave"


Answers = Mapping[int, Answer | UUID]
"""Number of a row -> what a person says of it."""


class Change(NamedTuple):
    """What a row says otherwise than the file."""

    field: str
    before: Any
    after: Any


class RowPreview(NamedTuple):
    """What would become of a row."""

    number: int
    """As the spreadsheet counts it."""
    standing: Standing
    name: str
    """What it is about, as the table says it."""
    record: UUID | None = None
    """The record it is about, where there is one."""
    changes: tuple[Change, ...] = ()
    doubts: tuple[Sentence, ...] = ()
    """Why a person has to look at it."""
    remarks: tuple[Sentence, ...] = ()
    """What is worth knowing and keeps nothing back: a region the file does not have."""
    alike: tuple[Alike, ...] = ()
    """What it may be."""
    can_be_taken: bool = True
    """False where what makes a record of it is missing: its name."""
    said: Said = NOTHING
    """What it says, for `take_in`."""
