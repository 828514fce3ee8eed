"""Which wordings the text of a declaration may say, whom each speaks to, and which comes before which.

Nothing here depends on the language of the document: selection, numbers and letters are the same in all of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from math import sqrt
from statistics import fmean
from uuid import UUID

from consultation.grammar import unfit
from consultation.model import KnownVocabulary, RecommendationSet, RecommendationStatus, Term
from consultation.reading.adding import JointCount
from consultation.reading.families import family_of
from consultation.reading.material import Material
from consultation.reading.tallies import Tally
from consultation.reading.wording import Wording, join_wordings, worded

CAUTION = 1.28
"""Standard deviations by which the share in favour is estimated down (90 % on one side)."""


class Outcome(StrEnum):
    """What became of a wording in its rooms."""

    AGREED = "agreed"
    """A room adopted it, none set it aside, few were against; or nobody was asked, anywhere."""
    NOT_AGREED = "not_agreed"
    """A fifth or more were against, rooms decided differently, or it was not adopted and somebody has a reservation."""
    NOT_ADOPTED = "not_adopted"
    SET_ASIDE = "set_aside"
    PART = "part"
    """It is part of another that was agreed: what that one says is said for both."""


@dataclass(frozen=True, eq=False)
class Sifted:
    """A wording, what became of it, and where it belongs."""

    wording: Wording
    outcome: Outcome
    addressee: UUID | None
    """The one it names first."""
    family: UUID | None
    """The family of that addressee, itself a term; None where nobody is named."""
    strand: UUID | None
    wanted: bool
    """A person wants it in the text."""
    parts: tuple[UUID, ...] = ()
    """Recommendations that are part of what it asks for: they are among its sources."""

    @cached_property
    def fit(self) -> bool:
        """Whether it can stand as an item as it is worded, or a person wants it to."""
        words = worded(self.wording, self.wording.lead.language)
        return self.wanted or unfit(words.text, words.language) is None

    @property
    def is_eligible(self) -> bool:
        """Whether the text may say it."""
        return self.outcome is Outcome.AGREED and self.fit

    @property
    def place(self) -> Place:
        """Where in the text it belongs."""
        return Place(self.family, self.strand, self.wording.lead.set)

    @cached_property
    def merit(self) -> tuple[int, float, bool, UUID]:
        """Order wordings: asked in more rooms first, then by the share in favour, then by set, then the older one."""
        lead = self.wording.lead
        return (
            -len(self.wording.rooms),
            -share_in_favour(self.wording.count),
            lead.set is not RecommendationSet.CITIZENSHIP,
            lead.id,
        )


@dataclass(frozen=True)
class Place:
    """What a paragraph is about: to whom it speaks, in which strand, of which set."""

    family: UUID | None
    strand: UUID | None
    set: RecommendationSet | None
    """None where the sections are not made by set."""


def lower_bound(tally: Tally) -> float:
    """Return the least share in favour that the hands for and against make likely; 0 where it cannot be told.

    The lower end of the score interval (Wilson 1927, "Probable inference, the law of succession, and statistical
    inference"), so that 30 of 31 count for more than 3 of 3.
    """
    share = tally.share
    if share is None:
        return 0.0
    hands = (tally.in_favour or 0) + (tally.against or 0)
    likely, squared = float(share), CAUTION**2
    centre = likely + squared / (2 * hands)
    spread = CAUTION * sqrt((likely * (1 - likely) + squared / (4 * hands)) / hands)
    return (centre - spread) / (1 + squared / hands)


def share_in_favour(count: JointCount) -> float:
    """Return the least share in favour of a wording: of all hands, or, where none are added up, the mean of its rooms.

    So that a room of many does not outvote those of few.
    """
    if count.total.is_counted or not count.counted:
        return lower_bound(count.total)
    return fmean(lower_bound(room.counts.total) for room in count.counted)


def sift(material: Material) -> list[Sifted]:
    """Tell of every wording what became of it and where it belongs, by merit."""
    addressees = {term.id: term for term in material.vocabulary(KnownVocabulary.ADDRESSEE)}
    wordings = join_wordings(material)
    nobody_asked = is_only_listed(material)
    sifted = sorted(
        (_sifted(material, wording, addressees, nobody_asked) for wording in wordings), key=lambda each: each.merit
    )
    return _contained(sifted, material.parts) if material.parts else sifted


def is_only_listed(material: Material) -> bool:
    """Tell whether nothing was counted or adopted at all, as in a list that was brought from elsewhere."""
    return not material.counts and not any(
        each.status is RecommendationStatus.ADOPTED for each in material.recommendations.values()
    )


def _sifted(material: Material, wording: Wording, addressees: dict[UUID, Term], nobody_asked: bool) -> Sifted:
    named = [each for member in wording.recommendations for each in member.addressees if each in addressees]
    first = named[0] if named else None
    chosen = [
        each
        for member in wording.recommendations
        for each in member.chosen(KnownVocabulary.STRAND)
        if each in material.terms
    ]
    wanted = not material.wanted.isdisjoint(wording.ids)
    return Sifted(
        wording,
        Outcome.AGREED if wanted else _outcome(wording, nobody_asked),
        first,
        family_of(first, addressees) if first else None,
        chosen[0] if chosen else None,
        wanted,
    )


def _outcome(wording: Wording, nobody_asked: bool) -> Outcome:
    if wording.set_aside:
        return Outcome.NOT_AGREED if wording.adopted else Outcome.SET_ASIDE
    if wording.contested or (wording.reserved and not wording.adopted):
        return Outcome.NOT_AGREED
    return Outcome.AGREED if wording.adopted or nobody_asked else Outcome.NOT_ADOPTED


def _contained(sifted: list[Sifted], parts: Mapping[UUID, frozenset[UUID]]) -> list[Sifted]:
    """Let what is part of something else that was agreed be said by that alone.

    What is part of its own part, by whatever way round, is part of nothing: verdicts that go in a circle say no more
    than that somebody was mistaken.
    """
    place = {member: number for number, each in enumerate(sifted) for member in each.wording.ids}
    within: dict[int, set[int]] = {}
    for part, wholes in parts.items():
        if part in place and not sifted[place[part]].wanted:
            within.setdefault(place[part], set()).update(
                place[whole] for whole in wholes if whole in place and sifted[place[whole]].is_eligible
            )
    holding = {part: _reached(part, within) for part in within}
    outside = {part: {each for each in above if part not in holding.get(each, ())} for part, above in holding.items()}
    found = list(sifted)
    for inner, above in sorted(outside.items()):
        outermost = [each for each in above if not outside.get(each)]
        if outermost and sifted[inner].outcome is Outcome.AGREED:
            outer = min(outermost)
            found[inner] = replace(found[inner], outcome=Outcome.PART)
            found[outer] = replace(found[outer], parts=(*found[outer].parts, *sifted[inner].wording.ids))
    return found


def _reached(start: int, within: Mapping[int, set[int]]) -> set[int]:
    """Return all that holds something, by whatever way."""
    found: set[int] = set()
    waiting = list(within.get(start, ()))
    while waiting:
        if (each := waiting.pop()) not in found:
            found.add(each)
            waiting.extend(within.get(each, ()))
    return found
