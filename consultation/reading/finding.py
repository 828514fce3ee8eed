"""Finding anything in the file by what somebody types: sessions, people, recommendations by number or by words.

Sessions and people are read once, when somebody begins to look, and numbers ahead; words are looked for in the index.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from consultation.language import in_language
from consultation.model import Person, Recommendation, Session
from consultation.reading.numbers import numbers_of
from consultation.reading.people import plain
from consultation.reading.programme import in_order
from consultation.store import Store

BEFORE, SEEN = 24, 72
"""Letters that are left before the first of those that were looked for, and that are seen of a text, or about."""


@dataclass(frozen=True)
class FoundSession:
    """A session that was found."""

    session: Session
    recommendations: int | None
    """None until it has been read ahead."""


@dataclass(frozen=True)
class FoundRecommendation:
    """A recommendation that was found, in the wording in which it was."""

    recommendation: Recommendation
    session: Session | None
    number: int | None
    """None until it has been read ahead, and where it belongs to no session."""
    text: str
    language: str


class Finder:
    """Looks for what is typed in one file; ``here`` is the session at hand, ``language`` that of whoever looks."""

    def __init__(self, store: Store, here: UUID | None, language: str) -> None:
        self._store, self._here, self._language = store, here, language
        self._read: dict[UUID, _Known] = {}
        self._sessions = {session.id: session for session in in_order(store.all(Session))}
        self._session_words = {
            session.id: known_words(session.code, in_language(session.title, language))
            for session in self._sessions.values()
        }
        self._people = sorted(store.all(Person), key=lambda person: plain(person.name))
        self._people_words = [known_words(person.name, person.organisation) for person in self._people]

    def read_on(self) -> bool:
        """Read ahead for one session more, which takes some milliseconds; tell whether there is more to read."""
        left = [session for session in self._sessions if session not in self._read]
        if left:
            self._known(self._here if self._here in left else left[0])
        return len(left) > 1

    def sessions(self, typed: str, most: int) -> list[FoundSession]:
        """Find sessions by code and title, in the order of the programme."""
        asked = asked_words(typed)
        found = [session for key, session in self._sessions.items() if begins_all(self._session_words[key], asked)]
        known = {session.id: self._read.get(session.id) for session in found[:most]}
        return [FoundSession(self._sessions[key], there.count if there else None) for key, there in known.items()]

    def people(self, typed: str, most: int) -> list[Person]:
        """Find people by name and organisation, in the order of their names."""
        asked = asked_words(typed)
        there = zip(self._people, self._people_words, strict=True)
        return [person for person, words in there if begins_all(words, asked)][:most]

    def numbered(self, number: int, most: int) -> list[FoundRecommendation]:
        """Find the recommendations of a number: that of the session at hand first, then by the programme."""
        there = sorted(self._sessions, key=lambda session: session != self._here)
        ids = [found for session in there if (found := self._known(session).numbered.get(number))]
        records = {record.id: record for record in self._store.all(Recommendation, id=set(ids))}
        return [self._tell(records[found], "") for found in ids if found in records][:most]

    def recommendations(self, typed: str, most: int) -> list[FoundRecommendation]:
        """Find recommendations of the whole file by the words in them, best first."""
        found = self._store.search(typed, Recommendation, most=most)
        return [self._tell(record, typed) for record in found if isinstance(record, Recommendation)]

    def _tell(self, found: Recommendation, typed: str) -> FoundRecommendation:
        language, text = found.language, found.text
        asked = asked_words(typed)
        wordings = [(language, text), *((code, made["text"]) for code, made in found.translations.items())]
        for code, wording in wordings:
            if asked and begins_all(known_words(wording), asked):
                language, text = code, wording
                break
        session = self._sessions.get(found.session) if found.session else None
        known = self._read.get(session.id) if session else None
        number = known.numbers.get(found.id) if known else None
        return FoundRecommendation(found, session, number, from_the_match(text, asked), language)

    def _known(self, session: UUID) -> _Known:
        if session not in self._read:
            numbers = numbers_of(self._store, session)
            count = self._store.count(Recommendation, session=session)
            self._read[session] = _Known(numbers, {number: record for record, number in numbers.items()}, count)
        return self._read[session]


@dataclass(frozen=True)
class _Known:
    """What is known of the recommendations of a session."""

    numbers: Mapping[UUID, int]
    numbered: Mapping[int, UUID]
    count: int


def known_words(*texts: str) -> str:
    """Return texts as `begins_all` looks in them: plain words, each with a space before it."""
    return " " + " ".join(_words(" ".join(texts)))


def asked_words(typed: str) -> Sequence[str]:
    """Divide what somebody types into plain words."""
    return _words(typed)


def begins_all(words: str, asked: Iterable[str]) -> bool:
    """Tell whether each word that is asked for begins one of the `known_words`."""
    return all(begun in words for begun in beginnings(asked))


def beginnings(asked: Iterable[str]) -> list[str]:
    """Return how the words that are asked for stand in `known_words`; whoever looks in thousands makes them once."""
    return [f" {word}" for word in asked]


def from_the_match(text: str, asked: Sequence[str]) -> str:
    """Return a text on one line from shortly before the first word that was asked for, where that is far inside it."""
    line = " ".join(text.split())
    places = [found.start() for found in re.finditer(r"\w+", line) if plain(found[0]).startswith(tuple(asked))]
    if not places or places[0] <= SEEN - BEFORE:
        return line
    begin = line.find(" ", min(places[0] - BEFORE, len(line) - SEEN))
    return f"… {line[begin + 1 :]}"


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", plain(text))
