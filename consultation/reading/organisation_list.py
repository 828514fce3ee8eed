"""The organisations and the partnerships of a file as rows of tables, narrowed by words and sorted by a column."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol, TypeVar
from uuid import UUID

from consultation.language import in_language
from consultation.model import Organisation, OrganisationPart, Partnership, Person, Term
from consultation.reading.finding import asked_words, begins_all, known_words
from consultation.reading.people import plain
from consultation.reading.people_list import Organisations
from consultation.store import Store

PARTS = list(OrganisationPart)


class OrganisationColumn(StrEnum):
    """The columns, in their order."""

    NAME = "name"
    PART = "part"
    REGION = "region"
    ACTOR = "actor"
    MEMBER = "member"
    PEOPLE = "people"


class PartnershipColumn(StrEnum):
    """The columns, in their order."""

    NAME = "name"
    ORGANISATIONS = "organisations"
    DELEGATES = "delegates"


class Row(Protocol):
    """What every row has."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def words(self) -> str:
        """What a search looks in."""


R = TypeVar("R", bound=Row)


@dataclass(frozen=True)
class ListedOrganisation:
    """An organisation as a row of the table says it."""

    id: UUID
    name: str
    short_name: str
    parts: tuple[OrganisationPart, ...]
    rank: int
    region: str
    actor: str
    member: bool | None
    people: tuple[UUID, ...]
    words: str


@dataclass(frozen=True)
class ListedPartnership:
    """A partnership as a row of the table says it."""

    id: UUID
    name: str
    organisations: tuple[str, ...]
    delegates: tuple[str, ...]
    words: str


def list_organisations(store: Store, language: str) -> list[ListedOrganisation]:
    """Return the organisations, in the order in which documents name them."""
    terms = {id_: in_language(label, language) or key for id_, key, label in store.columns(Term, "id", "key", "label")}
    people = people_by_organisation(store, language)
    found = []
    for each in sorted(store.all(Organisation), key=lambda each: (each.rank, each.id)):
        name, short = in_language(each.name, language), in_language(each.short_name, language)
        found.append(
            ListedOrganisation(
                each.id,
                name or short,
                short,
                tuple(each.parts),
                each.rank,
                terms.get(each.region, "") if each.region else "",
                terms.get(each.actor, "") if each.actor else "",
                each.member,
                tuple(people.get(each.id, ())),
                known_words(*each.name.values(), *each.short_name.values(), each.territory),
            )
        )
    return found


def people_by_organisation(store: Store, language: str) -> Mapping[UUID, list[UUID]]:
    """Return who is of which organisation, by the functions of the people or by the name as it was said."""
    organisations = Organisations(store, language)
    found: dict[UUID, list[UUID]] = defaultdict(list)
    for person, said, functions in store.columns(Person, "id", "organisation", "functions"):
        house = organisations.of(said, functions)
        named = {UUID(function["organisation"]) for function in functions if function["organisation"]}
        for each in dict.fromkeys([*([house.id] if house else []), *sorted(named)]):
            found[each].append(person)
    return found


def list_partnerships(store: Store, language: str) -> list[ListedPartnership]:
    """Return the partnerships, in their order."""
    houses = Organisations(store, language).houses
    there = sorted(store.all(Partnership), key=lambda each: (each.rank, each.id))
    delegates = store.those(Person, {person for each in there for person in each.delegates})
    found = []
    for each in there:
        name = in_language(each.name, language)
        organisations = tuple(houses[key].name for key in each.organisations if key in houses)
        people = tuple(delegates[key].name for key in each.delegates if key in delegates and not delegates[key].deleted)
        words = known_words(*each.name.values(), *organisations, *people)
        found.append(ListedPartnership(each.id, name, organisations, people, words))
    return found


def show_organisations(
    rows: Iterable[ListedOrganisation], typed: str, by: OrganisationColumn, falling: bool
) -> list[ListedOrganisation]:
    """Return those in which every word that is ``typed`` begins a word, sorted; ties by name."""
    return _sorted(_found(rows, typed), _ORGANISATION_KEYS[by], falling)


def show_partnerships(
    rows: Iterable[ListedPartnership], typed: str, by: PartnershipColumn, falling: bool
) -> list[ListedPartnership]:
    """Return those in which every word that is ``typed`` begins a word, sorted; ties by name."""
    return _sorted(_found(rows, typed), _PARTNERSHIP_KEYS[by], falling)


def _found(rows: Iterable[R], typed: str) -> list[R]:
    asked = asked_words(typed)
    return [row for row in rows if begins_all(row.words, asked)] if asked else list(rows)


def _sorted(rows: Iterable[R], key: Callable[[R], Any], falling: bool) -> list[R]:
    named = sorted(rows, key=lambda row: plain(row.name))
    there = sorted((row for row in named if key(row) is not None), key=key, reverse=falling)
    return [*there, *(row for row in named if key(row) is None)]


_ORGANISATION_KEYS: dict[OrganisationColumn, Callable[[ListedOrganisation], Any]] = {
    OrganisationColumn.NAME: lambda row: plain(row.name),
    OrganisationColumn.PART: lambda row: (min(map(PARTS.index, row.parts)), row.rank) if row.parts else None,
    OrganisationColumn.REGION: lambda row: plain(row.region) or None,
    OrganisationColumn.ACTOR: lambda row: plain(row.actor) or None,
    OrganisationColumn.MEMBER: lambda row: None if row.member is None else not row.member,
    OrganisationColumn.PEOPLE: lambda row: -len(row.people),
}
"""Column -> what is sorted by; None stands at the end, whichever way."""

_PARTNERSHIP_KEYS: dict[PartnershipColumn, Callable[[ListedPartnership], Any]] = {
    PartnershipColumn.NAME: lambda row: plain(row.name),
    PartnershipColumn.ORGANISATIONS: lambda row: -len(row.organisations),
    PartnershipColumn.DELEGATES: lambda row: -len(row.delegates),
}
