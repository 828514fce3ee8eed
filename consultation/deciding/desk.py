"""The one queue of what a rapporteur decides: conflicts, what may be the same or contradict, what is incomplete."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from consultation.deciding.alike import Alike, Asked
from consultation.deciding.questions import Waiting
from consultation.model import Recommendation, Support
from consultation.reading.incomplete import Gap, gaps_of, vocabularies_with_terms
from consultation.reading.tallies import Counts, count_all
from consultation.store import Store

MENDED_HERE = (
    Gap.SET,
    Gap.STRAND,
    Gap.LANGUAGE,
    Gap.ADDRESSEE,
    Gap.STALE_TRANSLATION,
    Gap.EARLIER_COUNT,
    Gap.COUNTED_TWICE,
)
"""What a rapporteur completes; only a room can count hands."""


class Part(StrEnum):
    """A part of the queue, in the order of the work."""

    CONFLICTS = "conflicts"
    SURE = "sure"
    PERHAPS = "perhaps"
    CONTRADICT = "contradict"
    INCOMPLETE = "incomplete"


@dataclass(frozen=True)
class Lacking:
    """A recommendation, and what it lacks."""

    record: Recommendation
    gaps: tuple[Gap, ...]

    @property
    def key(self) -> tuple[UUID, ...]:
        """What tells it from all others."""
        return (self.record.id,)


Row = Waiting | Alike | Lacking


@dataclass(frozen=True)
class Desk:
    """All that waits for a decision, part by part."""

    conflicts: tuple[Waiting, ...]
    asked: Asked
    incomplete: tuple[Lacking, ...]

    def rows(self, part: Part) -> tuple[Row, ...]:
        """Return what waits in one part."""
        parts: dict[Part, tuple[Row, ...]] = {
            Part.CONFLICTS: self.conflicts,
            Part.SURE: self.asked.sure,
            Part.PERHAPS: self.asked.perhaps,
            Part.CONTRADICT: self.asked.contradict,
            Part.INCOMPLETE: self.incomplete,
        }
        return parts[part]

    def __len__(self) -> int:
        return sum(len(self.rows(part)) for part in Part)


def read_lacking(store: Store) -> tuple[Lacking, ...]:
    """Return the recommendations that lack something a rapporteur can complete, oldest first."""
    return _lacking(store, store.all(Recommendation), store.all(Support))


def lacking_among(store: Store, ids: Collection[UUID]) -> tuple[Lacking, ...]:
    """Return those of some recommendations that lack something a rapporteur can complete, oldest first."""
    found = [each for each in store.those(Recommendation, ids).values() if not each.deleted]
    return _lacking(store, found, store.all(Support, recommendation={each.id for each in found}))


def _lacking(store: Store, those: Sequence[Recommendation], support: Sequence[Support]) -> tuple[Lacking, ...]:
    counts, vocabularies = count_all(those, support), vocabularies_with_terms(store)
    read = (
        Lacking(each, _mended_here(gaps_of(each, counts.get(each.id, Counts()), vocabularies)))
        for each in sorted(those, key=lambda each: each.id)
    )
    return tuple(lacking for lacking in read if lacking.gaps)


def _mended_here(gaps: tuple[Gap, ...]) -> tuple[Gap, ...]:
    return tuple(gap for gap in MENDED_HERE if gap in gaps)
