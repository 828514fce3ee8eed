"""What an action wrote: what undoing it needs, and whom it concerns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID


class Wrote(NamedTuple):
    """One revision that was written."""

    record: bytes
    kind: str
    id: bytes


@dataclass(frozen=True)
class Written:
    """The revisions an action wrote, in order: what undoing it needs. Empty when nothing had changed."""

    revisions: tuple[Wrote, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.revisions)

    def __add__(self, other: Written) -> Written:
        return Written(self.revisions + other.revisions)

    @property
    def records(self) -> frozenset[UUID]:
        """The records it is about."""
        return frozenset(UUID(bytes=revision.record) for revision in self.revisions)

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of the records it is about."""
        return frozenset(revision.kind for revision in self.revisions)
