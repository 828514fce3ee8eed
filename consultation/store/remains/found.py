"""What was found in a damaged file, as plain values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from consultation.store.revision import RevisionRow
from consultation.store.sqlite.trees import Head


@dataclass(frozen=True)
class Lost:
    """A revision that was in the file and is not among those that verify. What is not known of it is None."""

    seq: int | None = None
    id: bytes | None = None
    record: bytes | None = None
    row: RevisionRow | None = None
    """All of it but its words, where only these are lost."""


class Projection(NamedTuple):
    """What the table of a kind of record says of one: nothing verifies it, so it is told and never saved."""

    kind: str
    refers_to: tuple[bytes, ...]
    """The ids of other records in it."""


@dataclass(frozen=True)
class Remains:
    """What is left of a file."""

    rows: dict[bytes, tuple[Any, ...]]
    """Id -> the values of a `RevisionRow` that verifies, in the order of the file as far as that is known."""
    places: dict[bytes, int]
    """Id -> where it stood in the file, where that is known."""
    lost: tuple[Lost, ...]
    """What is known to be missing, in the order of the file."""
    pages: int
    """How many pages the file had, as far as that can be told."""
    pages_present: int
    """How many of them are still there."""
    unreadable: tuple[int, ...]
    """The pages that cannot be read, counted from 1."""
    head: Head
    about: bytes | None = None
    """The consultation it was about, as it says itself."""
    projected: dict[bytes, Projection] = field(default_factory=dict)
    """Records of which everything is lost -> what the tables of the records say of them."""
