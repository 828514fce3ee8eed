"""Who was there, as the sample of a kit says it: each entry made into the records it stands for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from consultation.kits.entry import Entry
from consultation.model import (
    Attendance,
    Channel,
    Gender,
    Interest,
    InterestState,
    KnownVocabulary,
    Person,
    Record,
    Role,
    RoleKind,
    SignUp,
)
from consultation.model.framework import Function
from consultation.sample.keys import Keys

MOST = 10**6
"""Of anything that is counted."""


def person(keys: Keys, place: Entry, at: datetime) -> list[Record]:
    """Make a person; one who keeps a room has the card of that laptop."""
    place.only(
        *("key", "name", "address", "title", "organisation", "territory", "region", "actor", "gender"),
        *("languages", "consent"),
    )
    key, name, title = place.name("key", set(keys.people)), place.text("name"), place.optional_text("title")
    organisation = place.optional_text("organisation")
    own = keys.organisations.get(organisation)
    there = Function(title=title, organisation=str(own), starts="", ends="") if own else None
    made = Person(
        id=keys.authors.get(name) or keys.new_id(at),
        name=name,
        address=place.optional_text("address"),
        title=title,
        organisation=keys.called.get(organisation, organisation),
        functions=[there] if there else [],
        territory=place.optional_text("territory"),
        region=place.one_of("region", keys.terms[KnownVocabulary.REGION]),
        actor=place.one_of("actor", keys.terms[KnownVocabulary.ACTOR]),
        gender=place.choice("gender", Gender) if "gender" in place.values else None,
        languages=place.optional_texts("languages"),
        consent=place.yes("consent"),
    )
    keys.people[key] = made.id
    return [place.checked(made)]


def role(keys: Keys, place: Entry, at: datetime) -> Iterator[Record]:
    """Make what a person does in a session."""
    place.only("session", "person", "role", "minutes")
    yield Role(
        id=keys.new_id(at),
        session=keys.needed_session(place),
        person=place.known("person", place.text("person"), keys.people),
        role=place.choice("role", RoleKind, RoleKind.PARTICIPANT),
        minutes=place.optional_number("minutes", MOST),
    )


def attendance(keys: Keys, place: Entry, at: datetime) -> Iterator[Record]:
    """Make a head-count of those not listed by name."""
    place.only("session", "region", "actor", "gender", "channel", "heads")
    yield Attendance(
        id=keys.new_id(at),
        session=keys.needed_session(place),
        region=place.one_of("region", keys.terms[KnownVocabulary.REGION]),
        actor=place.one_of("actor", keys.terms[KnownVocabulary.ACTOR]),
        gender=place.choice("gender", Gender) if "gender" in place.values else None,
        channel=place.choice("channel", Channel) if "channel" in place.values else None,
        heads=place.number("heads", MOST),
    )


def interest(keys: Keys, place: Entry, at: datetime) -> Iterator[Record]:
    """Make an expression of interest to hold a session."""
    place.only("title", "text", "who", "contact", "language", "state", "reason", "session", "received")
    who = place.optional_text("who")
    yield Interest(
        id=keys.new_id(at),
        title=place.text("title"),
        text=place.optional_text("text"),
        person=keys.people.get(who),
        who="" if who in keys.people else who,
        contact=place.optional_text("contact"),
        language=place.text("language"),
        state=place.choice("state", InterestState, InterestState.RECEIVED),
        reason=place.optional_text("reason"),
        session=keys.session(place),
        received=place.optional_day("received"),
    )


def sign_up(keys: Keys, place: Entry, at: datetime) -> Iterator[Record]:
    """Make those who want to take part in a session with so many places."""
    place.only("session", "who", "people")
    who = place.text("who")
    yield SignUp(
        id=keys.new_id(at),
        session=keys.needed_session(place),
        person=keys.people.get(who),
        who="" if who in keys.people else who,
        people=place.optional_number("people", MOST) or 1,
        on=at.date(),
    )
