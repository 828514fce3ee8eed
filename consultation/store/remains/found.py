"""What was found in a damaged file, as plain values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

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
    unreadable: tuple[int, ...]
    """The pages that cannot be read, counted from 1."""
    head: Head
    about: bytes | None = None
    """The consultation it was about, as it says itself."""
    projected: dict[bytes, str] = field(default_factory=dict)
    """Records of what is lost -> their kind, as the tables of the records have it: good enough to be told."""
