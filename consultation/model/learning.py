"""What is learned: practices and their scores, lessons, the evidence they rest on, and what was done."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from annotated_types import Interval

from consultation.model.choices import ActivityState, EvidenceStrength, PracticeKind
from consultation.model.record import (
    Day,
    HalfYear,
    LanguageCode,
    Rank,
    Record,
    Tagged,
    Text,
    Translations,
    Words,
    choice,
    day,
    ids,
    link,
    mapping,
    reference,
)


class Practice(Tagged, table=True):
    """A concrete project or a local agenda, with what did not work."""

    session: UUID | None = reference()
    sort: PracticeKind = choice(PracticeKind, PracticeKind.PROJECT)
    title: Words
    text: Text = ""
    """What was done."""
    language: LanguageCode = ""
    translations: Translations = mapping()
    organisations: list[UUID] = ids()
    territory: Text = ""
    did_not_work: Text = ""
    held_back: Text = ""
    helped: Text = ""

    @classmethod
    def spoken(cls) -> tuple[str, ...]:
        return ("title", "text", "translations", "did_not_work", "held_back", "helped")


class Score(Record, table=True):
    """How a practice stands for one capital of resilience, by one person on one day; it may be measured again."""

    practice: UUID = link()
    capital: UUID = link()
    value: Annotated[int, Interval(ge=0, le=5)] = 0
    by: UUID | None = reference()
    on: Day | None = day()
    evidence: Text = ""
    """What shows it."""


class Lesson(Tagged, table=True):
    """A lesson learned."""

    session: UUID | None = reference()
    text: Words
    language: LanguageCode = ""
    translations: Translations = mapping()
    rank: Rank = 0
    practices: list[UUID] = ids()
    """What it was learned from."""
    conditions: Text = ""
    """Under which conditions it holds."""

    @classmethod
    def spoken(cls) -> tuple[str, ...]:
        return ("text", "translations", "conditions")


class Evidence(Record, table=True):
    """A figure or finding, and what it speaks for."""

    reference: UUID | None = reference()
    """The document it is taken from."""
    page: Text = ""
    text: Words
    language: LanguageCode = ""
    translations: Translations = mapping()
    strength: EvidenceStrength | None = choice(EvidenceStrength)
    about: list[UUID] = ids()
    """The lessons, practices, recommendations and commitments it is evidence for."""

    @classmethod
    def spoken(cls) -> tuple[str, ...]:
        return ("text", "translations")


class Activity(Tagged, table=True):
    """What a consultation mechanism did or plans, on one of its axes."""

    axis: UUID | None = reference()
    half_year: HalfYear = ""
    state: ActivityState = choice(ActivityState, ActivityState.PLANNED)
    title: Words
    outcome: Text = ""
    """What came of it."""
    language: LanguageCode = ""
    translations: Translations = mapping()
    organisations: list[UUID] = ids()
    """With whom."""

    @classmethod
    def spoken(cls) -> tuple[str, ...]:
        return ("title", "outcome", "translations")
