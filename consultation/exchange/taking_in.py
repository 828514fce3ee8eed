"""Turning rows of a table into records: sessions, people and terms by the names people use for them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from consultation.errors import InvalidRecord, SourceRefused, sentence
from consultation.exchange.cells import Line
from consultation.language import N_
from consultation.model import KnownVocabulary, Person, Record, Session, Term
from consultation.store import Store, Written

Choice = TypeVar("Choice", bound=StrEnum)

LARGEST_COUNT = 10**9
LANGUAGE_CODE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass
class Imported:
    """What an import did."""

    kind: str
    records: int = 0
    already_there: int = 0
    """Rows that stand in the file just so."""
    new_sessions: list[str] = field(default_factory=list)
    new_people: list[str] = field(default_factory=list)
    written: Written = field(default_factory=Written)


class Intake:
    """Reads the cells of one table against one file, making what is missing on the way."""

    def __init__(self, store: Store, path: Path, kind: str) -> None:
        self.store = store
        self.done = Imported(kind)
        self._name = path.name
        self._sessions = {one.code.casefold(): one.id for one in store.all(Session)}
        self._people = {one.name.casefold(): one.id for one in store.all(Person)}
        self._keys = {one.id: one.key for one in store.all(Term)}
        self._terms = {vocabulary: _names_of(store, vocabulary) for vocabulary in KnownVocabulary}

    def save(self, record: Record, line: Line) -> None:
        """Save what a row says; SourceRefused names the row."""
        try:
            self.done.written += self.store.save(record)
        except InvalidRecord as error:
            raise self.refused(line, error.sentence.message, **dict(error.sentence.values)) from error

    def session(self, line: Line) -> UUID:
        """Find the session a row names, or make it."""
        code = self.words(line, "session")
        if code.casefold() not in self._sessions:
            session = Session(id=self.store.new_id(), code=code)
            self.save(session, line)
            self._sessions[code.casefold()] = session.id
            self.done.new_sessions.append(code)
        return self._sessions[code.casefold()]

    def person(self, line: Line, column: str) -> UUID | None:
        """Find the person a row names, or make a card without consent to be named."""
        name = " ".join(line.get(column).split())
        if not name:
            return None
        if name.casefold() not in self._people:
            person = Person(id=self.store.new_id(), name=name)
            self.save(person, line)
            self._people[name.casefold()] = person.id
            self.done.new_people.append(name)
        return self._people[name.casefold()]

    def terms(self, line: Line, column: str, vocabulary: KnownVocabulary) -> list[UUID]:
        """Find the terms a cell names by key or by label in any language, divided by commas or semicolons."""
        found: list[UUID] = []
        known = self._terms[vocabulary]
        cell = line.get(column)
        whole = known.get(cell.casefold())
        if whole:
            return [whole]
        for name in (part.strip() for part in re.split(r"[,;|\n]", cell)):
            if not name:
                continue
            term = known.get(name.casefold())
            if term is None:
                raise self.refused(
                    line,
                    N_("“{value}” is not one of: {choices}"),
                    value=name,
                    choices=", ".join(term.key for term in self.store.terms(vocabulary)) or "–",
                )
            if term not in found:
                found.append(term)
        return found

    def keys(self, terms: list[UUID]) -> str:
        """Write terms by their keys, as a table does."""
        return ", ".join(self._keys[term] for term in terms)

    def choice(self, line: Line, column: str, choices: type[Choice], default: Choice | None = None) -> Choice:
        """Read one of the program's fixed choices."""
        text = line.get(column).casefold().replace(" ", "_").replace("-", "_")
        if not text and default is not None:
            return default
        if text not in list(choices):
            raise self.refused(
                line,
                N_("“{value}” in the column “{column}” is not one of: {choices}"),
                value=line.get(column),
                column=column,
                choices=", ".join(choices),
            )
        return choices(text)

    def count(self, line: Line, column: str) -> int | None:
        """Read a number of hands, or nothing."""
        text = line.get(column)
        if not text:
            return None
        if not re.fullmatch(r"[0-9]{1,10}", text) or int(text) > LARGEST_COUNT:
            raise self.refused(
                line,
                N_("“{value}” in the column “{column}” is not a number of people"),
                value=text,
                column=column,
            )
        return int(text)

    def language(self, line: Line) -> str:
        """Read a language code, or nothing."""
        code = line.get("language")
        if code and not LANGUAGE_CODE.fullmatch(code):
            raise self.refused(line, N_("“{value}” is not a code of a language, such as en, fr or es"), value=code)
        return code

    def words(self, line: Line, column: str) -> str:
        """Read a text that has to be there."""
        text = line.get(column)
        if not text:
            raise self.refused(line, N_("the column “{column}” is empty"), column=column)
        return text

    def refused(self, line: Line, reason: str, **values: object) -> SourceRefused:
        """Make the error that names the row."""
        return SourceRefused(
            N_("Row {row} of “{name}”: {reason}. Nothing was imported. Correct that row and import the file again."),
            row=line.number,
            name=self._name,
            reason=sentence(reason, **values),
        )


def _names_of(store: Store, vocabulary: KnownVocabulary) -> Mapping[str, UUID]:
    """Map every name of every term, in small letters, to its id; keys come before labels."""
    names: dict[str, UUID] = {}
    terms = store.terms(vocabulary)
    for term in terms:
        names.setdefault(term.key.casefold(), term.id)
    for term in terms:
        for label in term.label.values():
            names.setdefault(label.casefold(), term.id)
    return names
