"""What the tables of this view show: read once, then again only where something was written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from consultation.model import Organisation, Partnership, Person, Record, Role, Term
from consultation.reading.organisation_list import (
    ListedOrganisation,
    ListedPartnership,
    OrganisationColumn,
    PartnershipColumn,
    list_organisations,
    list_partnerships,
    show_organisations,
    show_partnerships,
)
from consultation.reading.people_list import Missing, PeopleColumn, PeopleList
from consultation.reading.same_person import LikePair, like_pairs
from consultation.store import Store
from ui.touched import Touched

FEW = 500
"""So many people who were changed are read again one by one; of more, everybody is."""


@dataclass(frozen=True)
class Asked:
    """Which rows are asked for, and in which order."""

    typed: str
    column: str
    falling: bool
    missing: Missing | None
    """Of people alone."""


@dataclass
class Lists:
    """The people of a file, its organisations and partnerships, and who may be the same person twice."""

    people: PeopleList
    organisations: Sequence[ListedOrganisation] = ()
    partnerships: Sequence[ListedPartnership] = ()
    pairs: Sequence[LikePair] = ()
    pairs_are_stale: bool = True
    """Looking for them takes longer than showing the table: it is done after that."""
    _houses_are_stale: bool = field(default=True, repr=False)

    def take(self, store: Store, touched: Touched) -> None:
        """Read again what was written."""
        self._houses_are_stale |= touched.concerns(Organisation, Partnership, Person, Term)
        self.pairs_are_stale |= touched.concerns(Person, Role)
        if touched.everything or touched.concerns(Organisation, Term) or len(touched.records) > FEW:
            self.people.read()
            return
        roles = store.those(Role, touched.records).values() if touched.concerns(Role) else ()
        people = {role.person for role in roles}
        if touched.concerns(Person):
            people |= set(touched.records)
        if people:
            self.people.read_again(people)
        if len(self.people.rows) != store.count(Person):
            self.people.read()  # the card of whoever writes comes with the first thing they write, and is not told of

    def read_houses(self, store: Store, language: str) -> None:
        """Read the organisations and the partnerships, where they may say something else now."""
        if self._houses_are_stale:
            self._houses_are_stale = False
            self.organisations = list_organisations(store, language)
            self.partnerships = list_partnerships(store, language)

    def read_pairs(self, store: Store) -> None:
        """Look for those who may be the same person twice."""
        if self.pairs_are_stale:
            self.pairs_are_stale = False
            self.pairs = like_pairs(store)

    def shown(self, kind: type[Record], asked: Asked) -> tuple[Sequence[Any], int]:
        """Return the rows of a kind that fit what is asked for, and of how many."""
        typed, column, falling = asked.typed, asked.column, asked.falling
        if kind is Person:
            people = self.people
            return people.show(typed, asked.missing, PeopleColumn(column), falling), len(people.rows)
        if kind is Organisation:
            houses = self.organisations
            return show_organisations(houses, typed, OrganisationColumn(column), falling), len(houses)
        there = self.partnerships
        return show_partnerships(there, typed, PartnershipColumn(column), falling), len(there)

    @property
    def alike(self) -> set[UUID]:
        """Everybody who may be somebody else in the list."""
        return {person for pair in self.pairs for person in (pair.first, pair.second)}
