"""What the rooms ask for, who stands behind it and who does not, and what says the same."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated
from uuid import UUID

from annotated_types import Interval

from consultation.model.choices import Decision, RecommendationSet, RecommendationStatus
from consultation.model.record import (
    Count,
    Labels,
    LanguageCode,
    Moment,
    Record,
    Tagged,
    Text,
    Translations,
    Words,
    choice,
    derived_id,
    ids,
    labels,
    link,
    mapping,
    moment,
    needed_choice,
    reference,
)


class Recommendation(Tagged, table=True):
    """What a room asks for."""

    session: UUID | None = reference()
    set: RecommendationSet = needed_choice(RecommendationSet)
    text: Words
    language: LanguageCode = ""
    addressees: list[UUID] = ids()
    """The first leads."""
    proposer: UUID | None = reference()
    rationale: Text = ""
    status: RecommendationStatus = choice(RecommendationStatus, RecommendationStatus.PROPOSED)
    interventions: list[UUID] = ids()
    translations: Translations = mapping()
    reference: Text = ""
    """The identifier a source gave it, kept and shown."""

    @classmethod
    def spoken(cls) -> tuple[str, ...]:
        return ("text", "rationale", "translations", "reference")


class Support(Record, table=True):
    """What one group of people thinks of a recommendation."""

    recommendation: UUID = link()
    group: Text = ""
    """Who was counted; empty means the room."""
    in_favour: Count | None = None
    against: Count | None = None
    abstain: Count | None = None
    consensus: Annotated[int, Interval(ge=1, le=5)] | None = None
    """1 (blocked) to 5 (full agreement), where hands were not counted."""
    dots: Count | None = None
    """Where people stuck dots to what matters most to them."""
    counted_on: Text = ""
    """`fingerprint` of the wording that was counted; empty where nobody noted it."""
    counted_at: Moment | None = moment()


class Reservation(Record, table=True):
    """A recorded disagreement with a recommendation or part of it."""

    recommendation: UUID = link()
    person: UUID | None = reference()
    who: Text = ""
    """Where the person is not listed: "two mayors of the coast"."""
    text: Words
    language: LanguageCode = ""
    translations: Translations = mapping()

    @classmethod
    def spoken(cls) -> tuple[str, ...]:
        return ("text", "translations", "who")


class Group(Record, table=True):
    """Recommendations that say the same thing, with the wording chosen for them."""

    recommendations: list[UUID] = ids()
    lead: UUID | None = reference()
    """The one whose words stand for all, where a person chose it."""
    wording: Labels = labels()
    """Words a person wrote for them all, in place of those of the one that leads."""

    @classmethod
    def id_of(cls, members: Iterable[UUID]) -> UUID:
        """Return the id of the group that these make, so that two people who put the same together make one."""
        return derived_id(cls.kind(), *sorted(map(str, members)))

    def before_others(self) -> tuple[UUID, UUID]:
        """Return by what groups are put in order: that with the oldest recommendation first.

        Where groups share a recommendation, what the first of them says holds: its lead, its words in a language.
        """
        return min(self.recommendations, default=self.id), self.id


class Verdict(Record, table=True):
    """A person's decision on a pair of recommendations, remembered.

    Its id is that of the pair, so that two people who decide otherwise on one pair are in conflict, and are asked.
    """

    first: UUID = link()
    second: UUID = link()
    decision: Decision = needed_choice(Decision)
    reason: Text = ""

    @classmethod
    def on(cls, first: UUID, second: UUID, decision: Decision, reason: str = "") -> Verdict:
        """Make the verdict on a pair, in whichever order the two are named."""
        if second < first:
            first, second = second, first
            decision = _TURNED.get(decision, decision)
        pair = derived_id(cls.kind(), str(first), str(second))
        return cls(id=pair, first=first, second=second, decision=decision, reason=reason)


_TURNED = {Decision.PART_OF: Decision.HOLDS, Decision.HOLDS: Decision.PART_OF}

SHORTLIST_SIZE = 10
"""Of how many recommendations a shortlist is, unless a person says otherwise."""


class Shortlist(Record, table=True):
    """The recommendations to begin with, in an order that people gave them: one of each consultation."""

    recommendations: list[UUID] = ids()
    """In order; of those that say the same, the leading one when it was put in."""
    proposed: list[UUID] = ids()
    """The order the program proposed when it was last asked."""
    size: Count = SHORTLIST_SIZE
    """How many there are to be."""

    @staticmethod
    def id_of(consultation: UUID) -> UUID:
        """Return the id it has in every file, so that two people's orders meet as one record."""
        return derived_id("shortlist", str(consultation))
