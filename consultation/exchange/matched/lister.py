"""What reading every listing has in common: what a row says, and which record it is, or may be, about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol
from uuid import UUID

from consultation.errors import Sentence
from consultation.exchange.matched.row import Row
from consultation.model import Record
from consultation.store import Store


@dataclass(slots=True)
class Said:
    """What a row says."""

    name: str
    """What it is about; empty where nothing says it."""
    values: dict[str, Any] = field(default_factory=dict)
    """By field of the record; what it says nothing of is not there."""
    aside: dict[str, Any] = field(default_factory=dict)
    """By field, what is kept in another record: how to reach a person."""
    name_key: object = None
    """What is equal for rows of one name."""
    keys: tuple[object, ...] = ()
    """What is equal only for rows about the same."""
    doubts: list[Sentence] = field(default_factory=list)
    remarks: list[Sentence] = field(default_factory=list)
    record: UUID | None = None
    """The id that a new record has, where other rows of the table name it."""
    needs: tuple[Record, ...] = ()
    """Records without which it cannot be; those the file does not have are written with it."""


NOTHING = Said("")

MOST_ALIKE = 20
"""Records among which a person is asked to choose: nobody reads more."""


class Alike(NamedTuple):
    """A record that a row may be about."""

    record: UUID
    name: str
    why: Sentence
    """What is the same, and what is not."""


class Found(NamedTuple):
    """Which record a row is about."""

    record: UUID | None = None
    """Surely."""
    alike: tuple[Alike, ...] = ()
    """Perhaps."""
    doubts: Sequence[Sentence] = ()


class Lister(Protocol):
    """Reads the rows of one listing against one file."""

    def read(self, row: Row) -> Said:
        """Return what a row says."""

    def find(self, said: Said) -> Found:
        """Find the record it is about."""

    def known(self, record: UUID) -> Mapping[str, Any]:
        """Return what the file says of a record, in the fields a row can say something of."""

    def joined(self, known: Mapping[str, Any], said: Said) -> Mapping[str, Any]:
        """Return what a record says once a row is joined to it, in the fields the row speaks of."""


def language_of(store: Store) -> str:
    """Return the language of words of which nobody says it: the first of the consultation, else undetermined."""
    spoken = store.consultation.languages if store.counts()["consultation"] else []
    return spoken[0] if spoken else "und"


def labels_joined(known: Mapping[str, str], said: Mapping[str, str]) -> dict[str, str]:
    """Put what a row says in some languages to what is known; what is said there in any language stays where it is."""
    there = {" ".join(text.split()).casefold() for text in known.values()}
    return {
        **known,
        **{code: text for code, text in said.items() if " ".join(text.split()).casefold() not in there},
    }
