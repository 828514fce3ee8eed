"""What happens in a room: who is there, what is said, and what somebody makes of it."""

from __future__ import annotations

from uuid import UUID

from consultation.model.choices import Channel, Gender, InterventionKind, PointKind, Presence, RoleKind
from consultation.model.record import (
    Count,
    LanguageCode,
    Moment,
    Rank,
    Record,
    Tagged,
    Text,
    Translations,
    Words,
    choice,
    link,
    mapping,
    moment,
    needed_choice,
    reference,
)


class Role(Record, table=True):
    """A person in a session."""

    session: UUID = link()
    person: UUID = link()
    role: RoleKind = choice(RoleKind, RoleKind.PARTICIPANT)
    presence: Presence = choice(Presence, Presence.PRESENT)
    replaced_by: UUID | None = reference()
    minutes: Count | None = None
    """Planned to speak."""


class Attendance(Record, table=True):
    """A head-count in a session, for those not listed by name."""

    session: UUID = link()
    region: UUID | None = reference()
    actor: UUID | None = reference()
    gender: Gender | None = choice(Gender)
    channel: Channel | None = choice(Channel)
    heads: Count = 0


class Intervention(Tagged, table=True):
    """What one person said."""

    session: UUID = link()
    person: UUID | None = reference()
    sort: InterventionKind = choice(InterventionKind, InterventionKind.STATEMENT)
    answers: UUID | None = reference()
    """The intervention it answers, or that it quotes."""
    text: Words
    language: LanguageCode = ""
    translations: Translations = mapping()
    said_at: Moment | None = moment()
    attributable: bool = True
    """It may be told who said it."""

    @classmethod
    def spoken(cls) -> tuple[str, ...]:
        return ("text", "translations")


class Summary(Record, table=True):
    """What one speaker said in one session, in the third person."""

    session: UUID = link()
    person: UUID | None = reference()
    who: Text = ""
    """Where the person is not listed."""
    rank: Rank = 0
    text: Words
    language: LanguageCode = ""
    translations: Translations = mapping()

    @classmethod
    def spoken(cls) -> tuple[str, ...]:
        return ("text", "translations", "who")


class Point(Tagged, table=True):
    """What somebody notes of a session: a main point, an avenue, a divergence between analyses."""

    session: UUID | None = reference()
    sort: PointKind = needed_choice(PointKind)
    person: UUID | None = reference()
    who: Text = ""
    """Where the person is not listed."""
    rank: Rank = 0
    text: Words
    language: LanguageCode = ""
    translations: Translations = mapping()
    opposed: UUID | None = reference()
    """The point it diverges from."""

    @classmethod
    def spoken(cls) -> tuple[str, ...]:
        return ("text", "translations", "who")
