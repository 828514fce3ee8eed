"""The open space: who asked to hold a session, and who wants to take part where there are only so many places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from consultation.language import Translator, in_language
from consultation.model import Interest, InterestState, Organisation, Person, Session, SignUp
from consultation.reading.finding import asked_words, begins_all, known_words
from consultation.reading.people import plain
from consultation.reading.programme import when_of
from consultation.store import Store
from consultation.words import choice_name, person_line

FIRST = {InterestState.RECEIVED: 0, InterestState.ACCEPTED: 1, InterestState.DECLINED: 2}
"""What waits to be decided comes first."""


class AskedBy(StrEnum):
    """What a list of expressions of interest can be sorted by."""

    TITLE = "title"
    WHO = "who"
    RECEIVED = "received"
    OUTCOME = "outcome"


@dataclass(frozen=True)
class Asked:
    """An expression of interest, and what became of it."""

    interest: Interest
    who: str
    """The person or organisation who asks, or the words in which it says so."""
    session: Session | None
    """What was made of it; None where nothing was, or it has been deleted since."""

    def outcome(self, t: Translator) -> str:
        """Say what became of it."""
        state = choice_name(t, self.interest.state)
        return t("{state} as {code}").format(state=state, code=self.session.code) if self.session else state


@dataclass(frozen=True)
class Offered:
    """A session with so many places, and who signed up for it."""

    session: Session
    sign_ups: tuple[SignUp, ...]
    """The first who signed up first."""
    time_zone: str
    """By which its hours are said."""

    @property
    def taken(self) -> int:
        """How many places are taken."""
        return sum(sign_up.people for sign_up in self.sign_ups)

    @property
    def left(self) -> int:
        """How many are left; below 0 where more signed up than there are places."""
        return (self.session.places or 0) - self.taken

    def when(self, t: Translator) -> str:
        """Say when it is; empty where nobody knows."""
        return when_of(self.session, self.time_zone, t)

    def said(self, t: Translator) -> str:
        """Say how many places are left."""
        if self.left < 0:
            return t.plural("{count} more than there are places", "{count} more than there are places", -self.left)
        left = t.plural("{count} place left", "{count} places left", self.left)
        return t("{left} of {places}").format(left=left, places=t.number(self.session.places or 0))


def expressions_of_interest(store: Store, language: str) -> list[Asked]:
    """List them: those to be decided first, and of each kind the first that came in first."""
    found = store.all(Interest)
    people = store.those(Person, {each.person for each in found if each.person})
    organisations = store.those(Organisation, {each.organisation for each in found if each.organisation})
    sessions = store.those(Session, {each.session for each in found if each.session})

    def who(interest: Interest) -> str:
        person = people.get(interest.person) if interest.person else None
        organisation = organisations.get(interest.organisation) if interest.organisation else None
        named = organisation.name.get(language) or next(iter(organisation.name.values()), "") if organisation else ""
        return ", ".join(part for part in (person_line(person) if person else interest.who, named) if part)

    def made(interest: Interest) -> Session | None:
        session = sessions.get(interest.session) if interest.session else None
        return None if session is None or session.deleted else session

    def place(interest: Interest) -> tuple[int, str, UUID]:
        return FIRST[interest.state], interest.received.isoformat() if interest.received else "9", interest.id

    return [Asked(each, who(each), made(each)) for each in sorted(found, key=place)]


def found_in(asked: Sequence[Asked], typed: str) -> list[Asked]:
    """Return those in whose title, text or asker each word that is typed begins one."""
    words = asked_words(typed)
    return [
        each
        for each in asked
        if begins_all(known_words(each.interest.title, each.interest.text, each.who, each.interest.contact), words)
    ]


def in_order_of(asked: Sequence[Asked], by: AskedBy, *, falling: bool = False) -> list[Asked]:
    """Sort expressions of interest; those that are alike in it, and those without a day, stay as they were."""
    is_known = {each.interest.id: by is not AskedBy.RECEIVED or each.interest.received is not None for each in asked}
    known, unknown = ([each for each in asked if is_known[each.interest.id] is wanted] for wanted in (True, False))
    keys: dict[AskedBy, Callable[[Asked], Any]] = {
        AskedBy.TITLE: lambda each: plain(each.interest.title),
        AskedBy.WHO: lambda each: plain(each.who),
        AskedBy.RECEIVED: lambda each: each.interest.received,
        AskedBy.OUTCOME: lambda each: FIRST[each.interest.state],
    }
    return sorted(known, key=keys[by], reverse=falling) + unknown


def with_places(store: Store, language: str) -> list[Offered]:
    """List the sessions one has to sign up for: by their time, and those of one time by what they are called."""

    def place(session: Session) -> tuple[object, ...]:
        *when, code = session.place_in_programme()
        return *when, plain(in_language(session.title, language)), code

    signed: dict[UUID, list[SignUp]] = defaultdict(list)
    for sign_up in store.all(SignUp):
        signed[sign_up.session].append(sign_up)
    return [
        Offered(session, tuple(signed[session.id]), store.consultation.time_zone)
        for session in sorted(store.all(Session), key=place)
        if session.places is not None
    ]
