"""The programme: days and tracks, sessions and what is planned in them, and who asked to hold one."""

from __future__ import annotations

from uuid import UUID

from pydantic import with_config
from typing_extensions import TypedDict

from consultation.model.choices import AgendaKind, DeliveryWay, InterestState, SessionFormat, SessionStatus
from consultation.model.record import (
    Count,
    Day,
    IdText,
    Labels,
    LanguageCode,
    Moment,
    MonthText,
    Rank,
    Record,
    Tagged,
    Text,
    Words,
    choice,
    day,
    ids,
    labels,
    link,
    listing,
    moment,
    reference,
)


@with_config(extra="forbid")
class TakenOver(TypedDict):
    """Something a session took over from an earlier one, and what it did with it."""

    recommendation: IdText
    done: Text


class ProgrammeDay(Record, table=True):
    """A day of the programme."""

    __tablename__ = "day"

    on: Day | None = day()
    title: Labels = labels()
    format: SessionFormat = choice(SessionFormat, SessionFormat.IN_PERSON)


class Track(Record, table=True):
    """What ties sessions of several days: an open space, a learning track."""

    title: Labels = labels()
    description: Labels = labels()
    rank: Rank = 0


class Session(Tagged, table=True):
    """One meeting in one room."""

    code: Words
    title: Labels = labels()
    purpose: Labels = labels()
    """What it is for."""
    kind_term: UUID | None = reference()
    format: SessionFormat = choice(SessionFormat, SessionFormat.IN_PERSON)
    starts: Moment | None = moment()
    ends: Moment | None = moment()
    month: MonthText = ""
    """Where only the month is known."""
    room: Text = ""
    channel: Text = ""
    """Where those who are not in the room take part: an address, a number to call."""
    languages: list[LanguageCode] = listing()
    """Spoken in it, or interpreted into."""
    places: Count | None = None
    """How many there are, where one has to sign up."""
    recorded: bool = True
    """False for a break, a lunch, a welcome: it stands in the programme and nobody writes in it."""
    track: UUID | None = reference()
    status: SessionStatus = choice(SessionStatus, SessionStatus.PLANNED)
    questions: list[Labels] = listing()
    """Guiding questions."""
    objectives: list[UUID] = ids()
    """The objectives it serves."""
    feeds: list[UUID] = ids()
    """The sessions that take up what it recommends."""
    took_over: list[TakenOver] = listing()
    """What it took over from sessions that feed it."""
    debate_recorded: bool | None = None
    """Whether the debate with the room was written down; None where there was none or nobody has said."""
    organisations: list[UUID] = ids()
    """Those who hold it."""
    partners: list[Labels] = listing()
    """In words, beside ``organisations``."""

    @classmethod
    def spoken(cls) -> tuple[str, ...]:
        return ("code", "title")

    def place_in_programme(self) -> tuple[str, bool, float, str]:
        """Return what sorts sessions as a programme lists them.

        By month, then those with an hour by their hour before those without, then by code; sessions of which
        neither is known come last.
        """
        moment_ = self.starts
        month = f"{moment_.year:04}-{moment_.month:02}" if moment_ else self.month
        return (month or "9999", moment_ is None, moment_.timestamp() if moment_ else 0.0, self.code)


class Interest(Record, table=True):
    """An expression of interest to hold a session."""

    title: Words
    text: Text = ""
    """What would be done in it."""
    language: LanguageCode = ""
    person: UUID | None = reference()
    organisation: UUID | None = reference()
    who: Text = ""
    """Where neither is a record."""
    contact: Text = ""
    received: Day | None = day()
    state: InterestState = choice(InterestState, InterestState.RECEIVED)
    reason: Text = ""
    """Why it was accepted or declined."""
    session: UUID | None = reference()
    """The session that was made of it."""

    @classmethod
    def spoken(cls) -> tuple[str, ...]:
        return ("title", "text", "who")


class SignUp(Record, table=True):
    """People who want to take part in a session that has only so many places."""

    session: UUID = link()
    person: UUID | None = reference()
    who: Text = ""
    """Where the person is no record."""
    people: Count = 1
    on: Day | None = day()

    @classmethod
    def spoken(cls) -> tuple[str, ...]:
        return ("who",)


class Delivery(Record, table=True):
    """Somebody who is to get the file for the rooms, or has got it."""

    person: UUID = link()
    way: DeliveryWay = choice(DeliveryWay, DeliveryWay.STICK)
    on: Day | None = day()
    """When it was given; None where it was not yet."""


class AgendaItem(Record, table=True):
    """What is planned in a session."""

    session: UUID = link()
    rank: Rank = 0
    sort: AgendaKind = choice(AgendaKind, AgendaKind.OTHER)
    title: Labels = labels()
    minutes: Count | None = None
    """Planned."""
    taken: Count | None = None
    """Minutes it took."""
