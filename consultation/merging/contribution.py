"""What a file brings: the same words before merging, as a preview, and after it, as the result."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from consultation.errors import ConsultationError
from consultation.store.projection import Projected


@dataclass(frozen=True)
class Contribution:
    """What came in, or would come in, from one file."""

    path: Path
    revisions: int
    """Revisions that were not here before."""
    created: dict[str, int]
    """Kind -> records that were not here before."""
    changed: dict[str, int]
    """Kind -> records that were here and have been changed."""
    conflicts: int
    """Fields in which this file and what was here (or came before it) disagree, and did not before."""
    sessions: tuple[UUID, ...]
    """The sessions it says something new about."""
    wrong_clock: int
    """Revisions from a clock that is far ahead: kept, and worth telling that laptop's owner."""
    other_consultation: bool = False
    deleted: dict[str, int] = field(default_factory=dict)
    """Kind -> records that were here and are deleted by it."""
    consent: tuple[UUID, ...] = ()
    """The people of whom it changes whether they agree to be named."""
    written_for: tuple[UUID, ...] = ()
    """The people in whose name another installation than theirs writes."""
    erased: int = 0
    """Records whose words it erases for good."""
    unread: int = 0
    """Entries this version of the program does not show."""
    filled: int = 0
    """Revisions that were known without their words, which it still has."""
    refusal: ConsultationError | None = None
    """Why it cannot be taken."""

    @property
    def brings_nothing(self) -> bool:
        """Whether everything in the file was here already."""
        return self.revisions == 0


@dataclass
class Tally:
    """Counts what one source brought. Its new revisions took the places after ``start`` up to ``end``."""

    path: Path
    start: int
    end: int
    other_consultation: bool = False
    wrong_clock: int = 0
    created: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)
    conflicts: int = 0
    sessions: set[UUID] = field(default_factory=set)

    def contribution(self) -> Contribution:
        """Return the counts as they are to be told."""
        return Contribution(
            self.path,
            self.end - self.start,
            dict(self.created),
            dict(self.changed),
            self.conflicts,
            tuple(sorted(self.sessions)),
            self.wrong_clock,
            self.other_consultation,
        )


def count(tallies: Sequence[Tally], done: Projected, conflicts_before: set[tuple[bytes, str]]) -> None:
    """Count one record for the sources that brought revisions of it; a new conflict for the last to disagree."""
    ends = [tally.end for tally in tallies]
    start = tallies[0].start
    is_new = done.first_place > start
    last = bisect_left(ends, done.last_place)
    if is_new and bisect_left(ends, done.first_place) == last:
        touched = [last]  # one source brought all of it, as is most often so
    else:
        touched = sorted({bisect_left(ends, link[0]) for link in done.links if link[0] > start})
    kind = done.state.kind
    session = UUID(bytes=done.record) if kind == "session" else done.state.values.get("session")
    for number in touched:
        tally = tallies[number]
        (tally.created if is_new and number == touched[0] else tally.changed)[kind] += 1
        if session:
            tally.sessions.add(session)
    for name, setters in done.state.conflicts.items():
        if (done.record, name) not in conflicts_before:
            tallies[bisect_left(ends, done.place_of(setters))].conflicts += 1
