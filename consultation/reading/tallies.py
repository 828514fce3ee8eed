"""Hands counted for a recommendation: by group, added up where they may be, and on which wording.

What nobody counted is None, never nought.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from functools import cached_property
from typing import TypeVar
from uuid import UUID

from consultation.model import Recommendation, Reservation, Support, fingerprint
from consultation.store import Store

Said = TypeVar("Said", Support, Reservation)

CONTESTED = Fraction(1, 5)
"""The share of hands against, of those for and against, from which a wording is contested."""


@dataclass(frozen=True)
class Tally:
    """Hands counted by one group, by several, or for all recommendations that say the same."""

    in_favour: int | None = None
    against: int | None = None
    abstain: int | None = None

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            _sum(self.in_favour, other.in_favour),
            _sum(self.against, other.against),
            _sum(self.abstain, other.abstain),
        )

    @property
    def is_counted(self) -> bool:
        """Whether anybody counted anything."""
        return (self.in_favour, self.against, self.abstain) != (None, None, None)

    @property
    def counted(self) -> int:
        """All hands that were counted."""
        return (self.in_favour or 0) + (self.against or 0) + (self.abstain or 0)

    @property
    def net(self) -> int:
        """Hands for, less hands against, as far as they were counted."""
        return (self.in_favour or 0) - (self.against or 0)

    @property
    def share(self) -> Fraction | None:
        """Hands for, of those for and against; None where one of them was not counted or no hand was raised."""
        if self.in_favour is None or self.against is None or self.in_favour + self.against == 0:
            return None
        return Fraction(self.in_favour, self.in_favour + self.against)

    @property
    def is_contested(self) -> bool:
        """Whether a fifth or more of the hands for and against were against."""
        if not self.against:
            return False
        return self.against >= CONTESTED * ((self.in_favour or 0) + self.against)


NOT_COUNTED = Tally()


@dataclass(frozen=True)
class GroupCount:
    """What one group thinks of a recommendation."""

    support: UUID
    """The record it is kept in."""
    group: str
    """Who was counted; empty means the room."""
    tally: Tally
    consensus: int | None
    dots: int | None
    counted_at: datetime | None
    on_earlier_wording: bool
    """The words were changed after they had been counted."""


@dataclass(frozen=True)
class Counts:
    """All that was counted for one recommendation."""

    groups: tuple[GroupCount, ...] = ()
    """Each count that says anything, the room's first, then by age; a group that counted again is there twice."""

    @cached_property
    def standing(self) -> tuple[GroupCount, ...]:
        """The counts that hold: those on an earlier wording do not where the same group has counted again."""
        if len(self.groups) < 2:
            return self.groups
        again = {
            folded_group(count.group)
            for count in self.groups
            if not count.on_earlier_wording and count.tally.is_counted
        }
        return tuple(
            count for count in self.groups if not (count.on_earlier_wording and folded_group(count.group) in again)
        )

    @cached_property
    def counted_twice(self) -> tuple[str, ...]:
        """The groups of which two counts hold: whether to add them or to choose one, only a person knows."""
        if len(self.standing) < 2:
            return ()
        times = Counter(folded_group(count.group) for count in self.standing if count.tally.is_counted)
        first = {folded_group(count.group): count.group for count in reversed(self.groups)}
        return tuple(first[group] for group, count in times.items() if count > 1)

    @cached_property
    def total(self) -> Tally:
        """The hands of all groups; not counted where they may not be added, a group having been counted twice."""
        if self.counted_twice:
            return NOT_COUNTED
        return sum((count.tally for count in self.standing), NOT_COUNTED)

    @property
    def is_counted(self) -> bool:
        """Whether anybody counted hands or dots, or used a scale."""
        return bool(self.groups)

    @property
    def on_earlier_wording(self) -> bool:
        """Whether some of what holds was counted before the words were changed."""
        return any(count.on_earlier_wording for count in self.standing)

    @property
    def is_contested(self) -> bool:
        """Whether a fifth or more were against, of all, or in one of two counts of which nobody knows which holds."""
        if self.counted_twice:
            return any(count.tally.is_contested for count in self.standing)
        return self.total.is_contested


def count_support(text: str, support: Iterable[Support]) -> Counts:
    """Put together what was counted for a recommendation that now says ``text``."""
    now = fingerprint(text)
    groups = (
        GroupCount(
            record.id,
            record.group,
            Tally(record.in_favour, record.against, record.abstain),
            record.consensus,
            record.dots,
            record.counted_at,
            on_earlier_wording=record.counted_on not in ("", now),
        )
        for record in room_first(support)
    )
    return Counts(
        tuple(
            count for count in groups if count.tally.is_counted or count.consensus is not None or count.dots is not None
        )
    )


def room_first(support: Iterable[Support]) -> list[Support]:
    """Put what the room thinks first, then what each group does, oldest first."""
    return sorted(support, key=lambda record: (bool(record.group), record.id))


def count_all(recommendations: Iterable[Recommendation], support: Iterable[Support]) -> dict[UUID, Counts]:
    """Put together what was counted for each recommendation; one that nobody counted is missing."""
    counted_for = by_recommendation(support)
    counts = {
        recommendation.id: count_support(recommendation.text, counted_for[recommendation.id])
        for recommendation in recommendations
        if recommendation.id in counted_for
    }
    return {recommendation: counted for recommendation, counted in counts.items() if counted.is_counted}


def read_counts(store: Store) -> dict[UUID, Counts]:
    """Read what was counted for each recommendation in the file; one that nobody counted is missing."""
    return count_all(store.all(Recommendation), store.all(Support))


def by_recommendation(records: Iterable[Said]) -> dict[UUID, list[Said]]:
    """Sort counts of hands, or reservations, by the recommendation they are about."""
    found: dict[UUID, list[Said]] = defaultdict(list)
    for record in records:
        found[record.recommendation].append(record)
    return dict(found)


def _sum(first: int | None, second: int | None) -> int | None:
    if first is None or second is None:
        return second if first is None else first
    return first + second


def folded_group(group: str) -> str:
    """Return the form in which two names of groups are compared."""
    return " ".join(group.casefold().split())
