"""What a record is called in a few words of its own, whatever its kind."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from consultation.language import Translator, in_language
from consultation.model import (
    KINDS,
    Attendance,
    Person,
    Practice,
    Recommendation,
    Record,
    Role,
    Score,
    Session,
    Term,
)
from consultation.store import Store
from consultation.words.choices import choice_name
from consultation.words.kinds import counted, kind_name

Lookup = Callable[[UUID], Record | None]
"""Finds the record that another refers to."""

TELLING: dict[str, tuple[str, ...]] = {
    "consultation": ("title",),
    "vocabulary": ("label", "key"),
    "term": ("label", "key"),
    "organisation": ("name", "short_name"),
    "person": ("name",),
    "contact": ("person",),
    "partnership": ("name", "organisations"),
    "day": ("title", "on"),
    "track": ("title",),
    "session": ("title", "code"),
    "interest": ("title",),
    "signup": ("who", "person", "session"),
    "delivery": ("person",),
    "agendaitem": ("title", "sort"),
    "role": ("person", "session"),
    "attendance": ("session",),
    "intervention": ("text",),
    "summary": ("text",),
    "point": ("text",),
    "recommendation": ("text",),
    "support": ("recommendation",),
    "reservation": ("text",),
    "practice": ("title",),
    "score": ("practice",),
    "lesson": ("text",),
    "reference": ("title",),
    "evidence": ("text",),
    "objective": ("title", "text"),
    "result": ("text",),
    "activity": ("title",),
    "milestone": ("title", "on", "month"),
    "group": ("wording", "recommendations"),
    "verdict": ("first", "second"),
    "shortlist": ("recommendations",),
    "section": ("title", "part"),
    "paragraph": ("words", "lead_in", "addressed"),
    "item": ("words",),
    "comment": ("text",),
    "amendment": ("words", "about", "who"),
    "edition": ("name", "number"),
    "editiontext": ("language",),
    "commitment": ("text",),
    "progressnote": ("text",),
    "handover": ("what", "addressee", "to_whom"),
    "answer": ("reason", "recommendation", "outcome"),
    "inheritance": ("text",),
}
"""Kind -> the fields that say what a record of it is about; the first with something in it is taken."""

MOST_STEPS = 3
"""From a record to the one it refers to, and on: a file from elsewhere may let records refer to each other in rings."""

_OFTEN: tuple[type[Record], ...] = (Term, Person, Session, Recommendation, Practice)
"""The kinds that are most often referred to."""


def lookup_in(store: Store) -> Lookup:
    """Make the lookup that finds any record of a file; it remembers what it has found."""
    kinds = [*_OFTEN, *(kind for kind in KINDS.values() if kind not in _OFTEN)]
    found: dict[UUID, Record | None] = {}

    def look(record_id: UUID) -> Record | None:
        if record_id not in found:
            found[record_id] = store.whatever(record_id, kinds)
        return found[record_id]

    return look


def person_line(person: Person) -> str:
    """Write a person with the organisation or territory they speak for."""
    belongs = person.organisation or person.territory
    return f"{person.name}, {belongs}" if belongs else person.name


def session_name(t: Translator, session: Session) -> str:
    """Name a session by its title, or by its code where it has none."""
    return in_language(session.title, t.language) or session.code


def author_name(t: Translator, name: str) -> str:
    """Name whoever wrote something; the file may have no card of them, or one without a name."""
    return name or t("somebody without a name")


def gist(t: Translator, record: Record, lookup: Lookup, steps: int = MOST_STEPS) -> str:
    """Say what a record is about; nothing where it has no words of its own and refers to none that has."""

    def named(record_id: UUID) -> str:
        return referred(t, record_id, lookup, steps - 1)

    if isinstance(record, Person):
        return person_line(record)
    if isinstance(record, Role):
        parts = {"person": named(record.person), "session": named(record.session)}
        return t("{person}, {role}, {session}").format(role=choice_name(t, record.role), **parts)
    if isinstance(record, Attendance):
        people = counted(t, Person.kind(), record.heads)
        return t("{people}, {session}").format(people=people, session=named(record.session))
    if isinstance(record, Score):
        return t("{practice}, {capital}").format(practice=named(record.practice), capital=named(record.capital))
    values = (_telling(t, getattr(record, name), named) for name in TELLING[record.kind()])
    return next((words for words in values if words), "")


def referred(t: Translator, record_id: UUID, lookup: Lookup, steps: int = MOST_STEPS) -> str:
    """Say what a record is that another refers to."""
    record = lookup(record_id)
    if record is None:
        return t("An entry that is not in this file")
    return (gist(t, record, lookup, steps) if steps else "") or kind_name(t, record.kind())


def _telling(t: Translator, value: Any, named: Callable[[UUID], str]) -> str:
    """Put the value of a telling field into words."""
    if isinstance(value, UUID):
        return named(value)
    if isinstance(value, list):
        return named(value[0]) if value else ""
    if isinstance(value, dict):
        return in_language(value, t.language).strip()
    if isinstance(value, StrEnum):
        return choice_name(t, value)
    if isinstance(value, date):
        return t.day(value)
    if isinstance(value, int):
        return t("No. {number}").format(number=t.number(value))
    return str(value or "").strip()
