"""What a file brings: the same words before merging, as a trial, and after it, as the result."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from consultation.errors import ConsultationError
from consultation.model import Person
from consultation.store.projection import Projected


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
    consent: tuple[UUID, ...] = ()
    """The people who were here and of whom it changes whether they may be named."""
    written_for: tuple[UUID, ...] = ()
    """The people, known here, in whose name another installation than theirs has written in it."""
    erased: int = 0
    """Entries that were here and whose words it takes away for good."""
    filled: int = 0
    """Entries that were here without their words, which it brings back."""
    unread: int = 0
    """Records of it that hold something only a newer version of the program shows."""
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
    consent: set[UUID] = field(default_factory=set)
    unread: int = 0

    def add(self, record: Projected) -> None:
        """Count one record that was folded anew."""
        kind, values = record.state.kind, record.state.values
        is_new = record.first_place > self.start
        (self.created if is_new else self.changed)[kind] += 1
        if record.before is not None:
            was_deleted, was_named = record.before
            if values.get("deleted") and not was_deleted:
                self.deleted[kind] += 1
            if kind == Person.kind() and bool(values.get("consent")) != was_named:
                self.consent.add(UUID(bytes=record.record))
        self.unread += record.state.has_unread
        session = UUID(bytes=record.record) if kind == "session" else values.get("session")
        if isinstance(session, UUID):
            self.sessions.add(session)
        for name in record.state.conflicts:
            conflict = (record.record, kind, name)
            if conflict not in self.conflicts_before:
                self.conflicts += 1
                self.conflicts_before.add(conflict)
