"""Is it ready to be handed out: what still lacks in what was prepared, each thing with the records that lack it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import starmap
from typing import Any, NamedTuple, TypeVar
from uuid import UUID

from consultation.language import Translator
from consultation.model import Labels, Organisation, Person, Record, Role, RoleKind, Session, Term, Vocabulary
from consultation.reading.clashes import find_clashes
from consultation.reading.programme import in_order
from consultation.store import Store

R = TypeVar("R", bound=Record)


class Matter(StrEnum):
    """What is looked at."""

    NAME = "name"
    """The consultation has a title in each of its languages."""
    SESSIONS = "sessions"
    """There is a session in which somebody can write: without one, nobody can record anything."""
    TIMES = "times"
    TITLES = "titles"
    QUESTIONS = "questions"
    FACILITATORS = "facilitators"
    CLASHES = "clashes"
    """No room, and nobody, is in two places at once."""
    TERMS = "terms"
    PEOPLE = "people"
    CONSENT = "consent"
    STATEMENTS = "statements"


MENDED_IN = {
    Matter.NAME: "title",
    Matter.TIMES: "starts",
    Matter.TITLES: "title",
    Matter.QUESTIONS: "questions",
    Matter.FACILITATORS: "roles",
    Matter.CLASHES: "starts",
    Matter.TERMS: "label",
    Matter.PEOPLE: "organisation",
    Matter.CONSENT: "consent",
    Matter.STATEMENTS: "statements",
}
"""The field of its form in which each is mended."""
BEGUN_WITH: dict[Matter, type[Record]] = {Matter.SESSIONS: Session}
"""What lacks altogether, and the kind of record that has to be made: it is mended where those stand."""


@dataclass(frozen=True)
class Lack:
    """A record that lacks something."""

    kind: type[Record]
    record: UUID
    languages: tuple[str, ...] = ()
    """Those it has no words in, where it is that."""


@dataclass(frozen=True)
class Check:
    """One thing that was looked at."""

    matter: Matter
    total: int
    """How many were looked at."""
    lacks: tuple[Lack, ...] = ()

    @property
    def is_in_order(self) -> bool:
        """Nothing lacks it."""
        return not self.lacks


def look_through(store: Store) -> list[Check]:
    """Look at all that is handed out; of what there is none, nothing more is said than that there has to be some."""
    sessions = in_order(store.all(Session))
    written_in = [session for session in sessions if session.recorded]
    checks = [
        _name(store),
        _sessions(store, written_in),
        _checked(Matter.TIMES, sessions, lambda session: session.starts is not None or bool(session.month)),
        _in_languages(Matter.TITLES, sessions, store.consultation.languages, lambda session: session.title),
        _checked(Matter.QUESTIONS, written_in, lambda session: bool(session.questions)),
        _facilitators(store, written_in),
        _clashes(store, sessions),
        _terms(store),
        _people(store, listed := _listed(store)),
        _of_people(Matter.CONSENT, listed, lambda person: person.consent is not None),
        _statements(store),
    ]
    return [check for check in checks if check.total or check.lacks]


def _checked(matter: Matter, records: Iterable[R], is_there: Callable[[R], bool]) -> Check:
    every = list(records)
    return Check(matter, len(every), tuple(Lack(type(each), each.id) for each in every if not is_there(each)))


def _in_languages(
    matter: Matter, records: Iterable[R], languages: Iterable[str], words: Callable[[R], Labels]
) -> Check:
    every, asked = list(records), tuple(languages)
    lacks = [
        Lack(type(each), each.id, without)
        for each in every
        if (without := tuple(language for language in asked if not words(each).get(language, "").strip()))
    ]
    return Check(matter, len(every), tuple(lacks))


def _name(store: Store) -> Check:
    consultation = store.consultation
    return _in_languages(Matter.NAME, [consultation], consultation.languages, lambda each: each.title)


def _sessions(store: Store, written_in: list[Session]) -> Check:
    consultation = store.consultation
    lacks = () if written_in else (Lack(type(consultation), consultation.id),)
    return Check(Matter.SESSIONS, len(written_in), lacks)


def _facilitators(store: Store, sessions: list[Session]) -> Check:
    run = {session for (session,) in store.columns(Role, "session", role=RoleKind.MODERATOR)}
    return _checked(Matter.FACILITATORS, sessions, lambda session: session.id in run)


def _clashes(store: Store, sessions: list[Session]) -> Check:
    found = dict.fromkeys(clash.second.id for clash in find_clashes(store, sessions))
    return Check(Matter.CLASHES, len(sessions), tuple(Lack(Session, session) for session in found))


def _terms(store: Store) -> Check:
    known = {vocabulary.key for vocabulary in store.all(Vocabulary)}
    offered = [term for term in store.all(Term, retired=False) if term.vocabulary in known]
    return _in_languages(Matter.TERMS, offered, store.consultation.languages, lambda term: term.label)


class _Listed(NamedTuple):
    """What is looked at of a person: of thousands, nothing else is read."""

    id: UUID
    organisation: str
    functions: Sequence[Mapping[str, Any]]
    consent: bool | None


def _listed(store: Store) -> list[_Listed]:
    """Return the people of the consultation: a card alone, of who writes in the file, makes nobody one of them."""
    with_a_part = {person for (person,) in store.columns(Role, "person")}
    writers = store.author_names().keys() - with_a_part
    return [person for person in starmap(_Listed, store.columns(Person, *_Listed._fields)) if person.id not in writers]


def _of_people(matter: Matter, people: Sequence[_Listed], is_there: Callable[[_Listed], bool]) -> Check:
    return Check(matter, len(people), tuple(Lack(Person, each.id) for each in people if not is_there(each)))


def _people(store: Store, people: list[_Listed]) -> Check:
    there = {organisation for (organisation,) in store.columns(Organisation, "id")}

    def has_one(person: _Listed) -> bool:
        named = [function["organisation"] for function in person.functions]
        return bool(person.organisation) or any(UUID(each) in there for each in named if each)

    return _of_people(Matter.PEOPLE, people, has_one)


def _statements(store: Store) -> Check:
    consultation = store.consultation
    without = {
        language
        for statement in consultation.statements
        for language in consultation.languages
        if not statement["text"].get(language, "").strip()
    }
    lacks = (Lack(type(consultation), consultation.id, tuple(sorted(without))),) if without else ()
    return Check(Matter.STATEMENTS, len(consultation.statements), lacks)


def said(t: Translator, check: Check) -> tuple[str, str]:
    """Say what was found: in a few words, and quieter what there is more to say."""
    number = len(check.lacks)
    missing = {language: None for lack in check.lacks for language in lack.languages}
    where = t.listed([t.language_name(language) for language in missing])
    if check.is_in_order:
        return _in_order(t, check)
    lacking = {
        Matter.NAME: t("The consultation has no title in every language"),
        Matter.SESSIONS: t("There is no session in which somebody can write"),
        Matter.TIMES: t.plural("{count} session has no time", "{count} sessions have no time", number),
        Matter.TITLES: t.plural(
            "{count} session has no title in every language", "{count} sessions have no title in every language", number
        ),
        Matter.QUESTIONS: t.plural(
            "{count} session has no guiding question", "{count} sessions have no guiding question", number
        ),
        Matter.FACILITATORS: t.plural(
            "{count} session has no facilitator", "{count} sessions have no facilitator", number
        ),
        Matter.CLASHES: t.plural(
            "{count} session has a room or a person that is elsewhere at that time",
            "{count} sessions have a room or a person that is elsewhere at that time",
            number,
        ),
        Matter.TERMS: t.plural(
            "{count} term is not there in every language", "{count} terms are not there in every language", number
        ),
        Matter.PEOPLE: t.plural("{count} person has no organisation", "{count} people have no organisation", number),
        Matter.CONSENT: t.plural(
            "{count} person was not asked whether to be named",
            "{count} people were not asked whether to be named",
            number,
        ),
        Matter.STATEMENTS: t("What every document must say is not there in every language"),
    }
    return lacking[check.matter], where


def _in_order(t: Translator, check: Check) -> tuple[str, str]:
    number = t.number(check.total)
    every = {
        Matter.NAME: (t("A title in every language"), ""),
        Matter.SESSIONS: (t("Sessions to write in"), number),
        Matter.TIMES: (t("A time for every session"), number),
        Matter.TITLES: (t("A title in every language for every session"), number),
        Matter.QUESTIONS: (t("Guiding questions in every session"), number),
        Matter.FACILITATORS: (t("A facilitator for every session"), number),
        Matter.CLASHES: (t("No room and nobody twice at one time"), ""),
        Matter.TERMS: (t("Every term in every language"), number),
        Matter.PEOPLE: (t("An organisation for every person"), number),
        Matter.CONSENT: (t("Everybody was asked whether to be named"), number),
        Matter.STATEMENTS: (t("What every document must say"), number),
    }
    return every[check.matter]
