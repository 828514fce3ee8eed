"""What a file brings: the same words before merging, as a trial, and after it, as the result."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

from consultation.errors import ConsultationError
from consultation.model import Person
from consultation.store.projection import Projected

MOST_DELETIONS = 50
"""Deleted records that are named; of a file that deletes more, only how many."""


@dataclass(frozen=True)
class Contribution:
    """What came in, or would come in, from one file; nothing where it was refused."""

    path: Path
    refusal: ConsultationError | None = None
    """Why the file cannot be taken; then nothing of it came in."""
    revisions: int = 0
    """Revisions that were not here before."""
    created: dict[str, int] = field(default_factory=dict)
    """Kind -> records that were not here before."""
    changed: dict[str, int] = field(default_factory=dict)
    """Kind -> records that were here and have been changed."""
    deleted: dict[str, int] = field(default_factory=dict)
    """Kind -> records that were here and that it deletes; counted among those changed too."""
    conflicts: int = 0
    """Fields in which this file and what was here (or came before it) disagree, and did not before."""
    sessions: tuple[UUID, ...] = ()
    """The sessions it says something new about."""
    sets: dict[str, int] = field(default_factory=dict)
    """Set -> recommendations of it that were not here before."""
    languages: tuple[str, ...] = ()
    """The languages of what was not here before, the one with most entries first."""
    deletions: tuple[tuple[str, UUID], ...] = ()
    """Kind and id of the records that it deletes, at most `MOST_DELETIONS` of them."""
    consent: Mapping[UUID, bool] = field(default_factory=dict)
    """The people who were here and of whom it changes whether they may be named -> whether they may then."""
    written_for: Mapping[UUID, int] = field(default_factory=dict)
    """The people, known here, in whose name another installation than theirs has written in it -> how many changes."""
    author: UUID | None = None
    """Who wrote in it last."""
    written_ms: int = 0
    """When that was, in milliseconds since 1970."""
    erased: int = 0
    """Entries that were here and whose words it takes away for good."""
    filled: int = 0
    """Entries that were here without their words, which it brings back."""
    unread: int = 0
    """Records of it that hold something only a newer version of the program shows."""
    missing: int = 0
    """Changes that what it brings builds on and that are nowhere: it was saved out of a damaged file."""
    wrong_clock: int = 0
    """Revisions from a clock that is far ahead: kept, and worth telling that laptop's owner."""
    consultations: tuple[UUID, ...] = ()
    """The consultations it is of, where none of them is ours."""

    @property
    def other_consultation(self) -> bool:
        """Whether it is of another consultation."""
        return bool(self.consultations)

    @property
    def brings_nothing(self) -> bool:
        """Whether everything in the file was here already."""
        return self.refusal is None and not (self.revisions or self.erased or self.filled)


@dataclass
class Gathering:
    """Gathers what one file brings, record by record. Its new revisions took the places after ``start``."""

    start: int
    conflicts_before: set[tuple[bytes, str, str]]
    created: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)
    deleted: Counter[str] = field(default_factory=Counter)
    conflicts: int = 0
    sessions: set[UUID] = field(default_factory=set)
    sets: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    deletions: list[tuple[str, UUID]] = field(default_factory=list)
    consent: dict[UUID, bool] = field(default_factory=dict)
    unread: int = 0
    missing: int = 0

    def add(self, record: Projected) -> None:
        """Count one record that was folded anew."""
        kind, values = record.state.kind, record.state.values
        is_new = record.first_place > self.start
        (self.created if is_new else self.changed)[kind] += 1
        if record.before is not None:
            was_deleted, was_named = record.before
            if values.get("deleted") and not was_deleted:
                self.deleted[kind] += 1
                if len(self.deletions) < MOST_DELETIONS:
                    self.deletions.append((kind, UUID(bytes=record.record)))
            if kind == Person.kind() and bool(values.get("consent")) != was_named:
                self.consent[UUID(bytes=record.record)] = bool(values.get("consent"))
        elif is_new:
            self._add_new(values)
        self.unread += record.state.has_unread
        self.missing += record.missing
        session = UUID(bytes=record.record) if kind == "session" else values.get("session")
        if isinstance(session, UUID):
            self.sessions.add(session)
        for name in record.state.conflicts:
            conflict = (record.record, kind, name)
            if conflict not in self.conflicts_before:
                self.conflicts += 1
                self.conflicts_before.add(conflict)

    def _add_new(self, values: Mapping[str, Any]) -> None:
        """Count what is told of records that were not here before."""
        if isinstance(values.get("set"), str):
            self.sets[str(values["set"])] += 1
        if values.get("language"):
            self.languages[values["language"]] += 1
