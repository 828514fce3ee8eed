"""Who may be named outside of the file: in doubt nobody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from consultation.model import Person
from consultation.store import Store


@dataclass(frozen=True)
class MayBeNamed:
    """The people of one file who may be named, and the names that may not stand anywhere."""

    names: Mapping[UUID, str]
    withheld: frozenset[str]
    """Names, in small letters, of people who are not to be named."""

    def name_of(self, person: UUID | None) -> str:
        """Return a person's name, or nothing when that person is not to be named."""
        return self.names.get(person, "") if person else ""

    def typed(self, who: str) -> str:
        """Return what somebody typed in the place of a person, or nothing where it names one who is not to be named."""
        said = " ".join(who.split()).casefold()
        return "" if any(name in said for name in self.withheld) else who


def who_may_be_named(store: Store) -> MayBeNamed:
    """Tell who may be named: those who agreed, unless people disagree about that."""
    doubted = {one.record for one in store.conflicts() if one.kind == Person.kind() and one.field == "consent"}
    people = store.all(Person)
    named = {one.id: one.name for one in people if one.consent and one.id not in doubted}
    kept = {" ".join(name.split()).casefold() for name in named.values()}
    others = {" ".join(one.name.split()).casefold() for one in people if one.id not in named}
    return MayBeNamed(named, frozenset(others - kept - {""}))
