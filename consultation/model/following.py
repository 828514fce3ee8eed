"""What becomes of a declaration: commitments, what was handed over and answered, and what earlier ones left."""

from __future__ import annotations

from uuid import UUID

from consultation.model.choices import AnswerOutcome, CommitmentState, InheritanceState
from consultation.model.record import (
    Day,
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


class Commitment(Tagged, table=True):
    """Who does what, with whom, by when."""

    text: Words
    language: LanguageCode = ""
    translations: Translations = mapping()
    organisations: list[UUID] = ids()
    """Those who commit themselves, side by side."""
    who: Text = ""
    """In words, beside ``organisations``."""
    with_whom: Text = ""
    for_whom: Text = ""
    by: Day | None = day()
    seen_by: Text = ""
    """How it will be seen that it was kept."""
    state: CommitmentState = choice(CommitmentState, CommitmentState.OPEN)
    paragraph: UUID | None = reference()
    """The paragraph or item of the declaration it carries out."""

    @classmethod
    def spoken(cls) -> tuple[str, ...]:
        return ("text", "translations", "who", "with_whom")


class ProgressNote(Record, table=True):
    """What happened to a commitment, difficulties as openly as successes."""

    commitment: UUID = link()
    text: Words
    difficulty: Text = ""
    language: LanguageCode = ""
    translations: Translations = mapping()
    on: Day | None = day()
    by: UUID | None = reference()
    state: CommitmentState = choice(CommitmentState, CommitmentState.OPEN)

    @classmethod
    def spoken(cls) -> tuple[str, ...]:
        return ("text", "difficulty", "translations")


class Handover(Record, table=True):
    """What was handed to an addressee."""

    addressee: UUID | None = reference()
    to_whom: Text = ""
    """The person or office that took it."""
    what: Text = ""
    edition: UUID | None = reference()
    by: UUID | None = reference()
    on: Day | None = day()
    acknowledged: Day | None = day()

    @classmethod
    def spoken(cls) -> tuple[str, ...]:
        return ("to_whom", "what")


class Answer(Record, table=True):
    """What an addressee answered, to all or to one recommendation."""

    handover: UUID = link()
    recommendation: UUID | None = reference()
    outcome: AnswerOutcome = choice(AnswerOutcome, AnswerOutcome.NONE)
    reason: Text = ""
    language: LanguageCode = ""
    on: Day | None = day()
    content: bool | None = None
    """Whether those who asked are content with it; None where nobody has asked them."""

    @classmethod
    def spoken(cls) -> tuple[str, ...]:
        return ("reason",)


class Inheritance(Record, table=True):
    """What an earlier consultation or declaration said, clause by clause, and what became of it."""

    reference: UUID | None = reference()
    """The document it stands in."""
    number: Text = ""
    """The number it has there."""
    rank: Rank = 0
    text: Words
    language: LanguageCode = ""
    translations: Translations = mapping()
    state: InheritanceState = choice(InheritanceState, InheritanceState.UNKNOWN)
    note: Text = ""
    """What shows it."""
    carried_by: list[UUID] = ids()
    """The recommendations or commitments that carry it on."""

    @classmethod
    def spoken(cls) -> tuple[str, ...]:
        return ("text", "translations", "note")
