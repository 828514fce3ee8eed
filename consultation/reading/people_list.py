"""The people of a file as rows of a table: narrowed by words and by what is missing, sorted by a column.

Read once, and then again only for those who were changed: there may be thousands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from uuid import UUID

from consultation.language import in_language
from consultation.model import Gender, Organisation, Person, Role, RoleKind, Term
from consultation.reading.finding import asked_words, beginnings, known_words
from consultation.reading.people import ORDER, plain
from consultation.store import Store

FIELDS = ("id", "name", "title", "organisation", "functions", "territory", "region", "actor", "gender", "consent")


class PeopleColumn(StrEnum):
    """The columns, in their order."""

    NAME = "name"
    ORGANISATION = "organisation"
    REGION = "region"
    ACTOR = "actor"
    PART = "part"
    CONSENT = "consent"


class Missing(StrEnum):
    """What may be missing of a person."""

    NOT_ASKED = "not_asked"
    """Whether they may be named in documents."""
    NO_ORGANISATION = "no_organisation"


@dataclass(slots=True)
class ListedPerson:
    """A person as a row of the table says it."""

    id: UUID
    name: str
    organisation: str
    """Of a record where there is one, else in the words in which it was said."""
    region: str
    """The person's own, else that of the organisation."""
    actor: str
    gender: Gender | None
    consent: bool | None
    parts: dict[UUID, set[RoleKind]]
    """Session -> what the person does in it."""
    folded: str
    """The name as it is sorted."""
    said: tuple[str, ...] = field(repr=False)
    """What else a search looks in."""
    words: str = ""
    """What a search looks in, once somebody has searched."""

    @property
    def part(self) -> RoleKind | None:
        """The first of what the person does, as people are listed in a session."""
        return min((role for roles in self.parts.values() for role in roles), key=ORDER.index, default=None)

    def lacks(self, missing: Missing) -> bool:
        """Tell whether this is missing of the person."""
        return self.consent is None if missing is Missing.NOT_ASKED else not self.organisation


class PeopleList:
    """The people of one file, and the words of their regions, kinds of actors and organisations in a language."""

    def __init__(self, store: Store, language: str) -> None:
        self._store, self._language = store, language
        self.rows: dict[UUID, ListedPerson] = {}
        self._sorted: dict[tuple[PeopleColumn, bool], list[ListedPerson]] = {}
        self.read()

    def read(self) -> None:
        """Read everybody."""
        store, language = self._store, self._language
        self._terms = {id_: in_language(label, language) or key for id_, key, label in _terms(store)}
        self._organisations = Organisations(store, language)
        parts = _parts(store.columns(Role, "person", "session", "role"))
        self._sorted.clear()
        self.rows = {values[0]: self._row(*values, parts=parts) for values in store.columns(Person, *FIELDS)}

    def read_again(self, people: Collection[UUID]) -> None:
        """Read these people again, those that are new and those that are gone among them: some thousands at most."""
        store, wanted = self._store, set(people)
        parts = _parts(store.columns(Role, "person", "session", "role", person=wanted))
        found = {values[0]: values for values in store.columns(Person, *FIELDS, id=wanted)}
        self._sorted.clear()
        for id_ in wanted:
            if id_ in found:
                self.rows[id_] = self._row(*found[id_], parts=parts)
            else:
                self.rows.pop(id_, None)

    def show(
        self,
        typed: str = "",
        missing: Missing | None = None,
        by: PeopleColumn = PeopleColumn.NAME,
        falling: bool = False,
    ) -> list[ListedPerson]:
        """Return the rows in which every word that is ``typed`` begins a word, sorted; ties by name."""
        rows, asked = self._in_order(by, falling), asked_words(typed)
        if missing is not None:
            rows = [row for row in rows if row.lacks(missing)]
        if asked:
            self.prepare()
            for begun in beginnings(asked):
                rows = [row for row in rows if begun in row.words]
        return rows

    def _in_order(self, by: PeopleColumn, falling: bool) -> list[ListedPerson]:
        """Return everybody, sorted; remembered, since somebody who types asks for it at each key."""
        if (by, falling) not in self._sorted:
            key, named = _KEYS[by], sorted(self.rows.values(), key=lambda row: (row.folded, row.id))
            if by is PeopleColumn.NAME:
                rows = named[::-1] if falling else named
            else:
                rows = sorted((row for row in named if key(row) is not None), key=key, reverse=falling)
                rows += (row for row in named if key(row) is None)
            self._sorted[by, falling] = rows
        return self._sorted[by, falling]

    def prepare(self) -> bool:
        """Make ready for the first search, before somebody types; tell whether there was something to do."""
        waiting = [row for row in self.rows.values() if not row.words]
        for row in waiting:
            row.words = known_words(row.name, row.organisation, *row.said)
        return bool(waiting)

    def count(self, missing: Missing) -> int:
        """Count of whom this is missing."""
        return sum(row.lacks(missing) for row in self.rows.values())

    def genders(self) -> Counter[Gender | None]:
        """Count the people by what they say they are; None for those of whom it was not said."""
        return Counter(row.gender for row in self.rows.values())

    def _row(
        self,
        id_: UUID,
        name: str,
        title: str,
        organisation: str,
        functions: list[Any],
        territory: str,
        region: UUID | None,
        actor: UUID | None,
        gender: Gender | None,
        consent: bool | None,
        *,
        parts: Mapping[UUID, dict[UUID, set[RoleKind]]],
    ) -> ListedPerson:
        house = self._organisations.of(organisation, functions) if organisation or functions else None
        region, actor = region or (house.region if house else None), actor or (house.actor if house else None)
        return ListedPerson(
            id_,
            name,
            organisation or (house.name if house else ""),
            self._terms.get(region, "") if region else "",
            self._terms.get(actor, "") if actor else "",
            gender,
            consent,
            parts.get(id_, {}),
            plain(name),
            (title, territory, *[function["title"] for function in functions]),
        )


@dataclass(frozen=True)
class House:
    """What is known of an organisation where a person names it."""

    id: UUID
    name: str
    region: UUID | None = None
    actor: UUID | None = None
    territory: str = ""


class Organisations:
    """The organisations of a file, found by id, or by a name as it was said where no other one has that too."""

    def __init__(self, store: Store, language: str) -> None:
        self.houses: dict[UUID, House] = {}
        self._named: dict[str, House | None] = {}
        self._called: dict[str, House | None] = {}
        """What was asked for already, as it was said: many people say the same."""
        found = store.columns(Organisation, "id", "name", "short_name", "region", "actor", "territory")
        for id_, name, short, region, actor, territory in found:
            called = in_language(name, language) or in_language(short, language)
            house = self.houses[id_] = House(id_, called, region, actor, territory)
            for said in {plain(label) for label in (*name.values(), *short.values())}:
                self._named[said] = None if said in self._named else house

    def of(self, said: str, functions: Iterable[Mapping[str, object]]) -> House | None:
        """Return the organisation that somebody is of: the one a function names, else the one that is called so."""
        for function in functions:
            named = str(function["organisation"])
            house = self.houses.get(UUID(named)) if named else None
            if house is not None:
                return house
        return self.called(said)

    def called(self, said: str) -> House | None:
        """Return the one organisation of a name, if there is no more than one; case and accents make no difference."""
        if said not in self._called:
            self._called[said] = self._named.get(plain(said)) if said else None
        return self._called[said]


_CONSENT = {None: 0, False: 1, True: 2}

_KEYS: dict[PeopleColumn, Callable[[ListedPerson], Any]] = {
    PeopleColumn.NAME: lambda row: row.folded,
    PeopleColumn.ORGANISATION: lambda row: plain(row.organisation) or None,
    PeopleColumn.REGION: lambda row: plain(row.region) or None,
    PeopleColumn.ACTOR: lambda row: plain(row.actor) or None,
    PeopleColumn.PART: lambda row: (ORDER.index(row.part), -len(row.parts)) if row.part else None,
    PeopleColumn.CONSENT: lambda row: _CONSENT[row.consent],
}
"""Column -> what is sorted by; None stands at the end, whichever way."""


def _terms(store: Store) -> Iterable[tuple[UUID, str, dict[str, str]]]:
    return [(id_, key, label) for id_, key, label in store.columns(Term, "id", "key", "label")]


def _parts(roles: Iterable[tuple[UUID, UUID, RoleKind]]) -> Mapping[UUID, dict[UUID, set[RoleKind]]]:
    """Return what each person does in which session."""
    parts: dict[UUID, dict[UUID, set[RoleKind]]] = {}
    for person, session, role in roles:
        there = parts.setdefault(person, {})
        if session in there:
            there[session].add(role)
        else:
            there[session] = {role}
    return parts
