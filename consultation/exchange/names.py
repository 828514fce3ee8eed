"""What records are called in tables, in both directions: a session by its code, a term by its key, a person by name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from consultation.model import Intervention, Organisation, Person, Record, Session, Term
from consultation.reading.people import MayBeNamed, who_may_be_named
from consultation.store import Store

AN_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.IGNORECASE)
DIVIDERS = re.compile(r"[,;|\n]")
"""What stands between several names in one cell."""


@dataclass
class Called:
    """What the records of one kind, or the terms of one vocabulary, are called."""

    ids: dict[str, UUID] = field(default_factory=dict)
    """Name in small letters -> the record; the first of those who share one."""
    shared: set[str] = field(default_factory=set)
    names: dict[UUID, str] = field(default_factory=dict)
    """Record -> the name it is written by."""

    def add(self, record: UUID, names: Sequence[str]) -> None:
        """Learn the names of a record; it is written by the first."""
        for name in names:
            known = self.ids.setdefault(folded(name), record)
            if known != record:
                self.shared.add(folded(name))
        if names:
            self.names[record] = names[0]

    def name_of(self, record: UUID) -> str:
        """Return a name that only this record has and that can stand in a cell beside others, else its id."""
        name = self.names.get(record, "")
        plain = name and folded(name) not in self.shared and not DIVIDERS.search(name) and not AN_ID.fullmatch(name)
        return name if plain and name == " ".join(name.split()) else str(record)


def folded(name: str) -> str:
    """Return a name in the form in which names are compared: spaces at its ends and case do not tell apart."""
    return " ".join(name.split()).casefold()


class Names:
    """The names in one file, read when they are first asked for."""

    def __init__(self, store: Store, with_names: bool = True) -> None:
        self._store = store
        self._known: dict[str, Called] = {}
        self.may: MayBeNamed | None = None if with_names else who_may_be_named(store)
        """Who may be named, unless all are to be."""
        self.left_out = False
        """Whether somebody was not named."""

    def of(self, kind: type[Record], vocabulary: str = "") -> Called:
        """Return what the records of a kind are called."""
        key = vocabulary or kind.kind()
        if key not in self._known:
            called = self._known[key] = Called()
            records: Iterable[Record] = (
                self._store.terms(vocabulary, retired=True) if vocabulary else self._store.all(kind)
            )
            for record in records:
                called.add(record.id, _names_of(record))
            for record in records:
                if isinstance(record, Term):
                    called.add(record.id, [record.key, *record.label.values()])
        return self._known[key]

    def person(self, record: UUID) -> str:
        """Return a person's name, or nothing when the person is not to be named."""
        if self.may is not None and not self.may.name_of(record):
            self.left_out = True
            return ""
        return self.of(Person).name_of(record)

    def spoken(self, record: UUID | None) -> str:
        """Return a person's name as it is said, or nothing when there is none or it is not to be said."""
        return self.of(Person).names.get(record, "") if record and self.person(record) else ""

    def own_name(self, person: Person) -> str:
        """Return the name on a person's own card, or nothing when the person is not to be named."""
        return person.name if self.person(person.id) else ""

    def attributed(self, said: Intervention) -> UUID | None:
        """Return who said something, where it may be told."""
        if said.person is None or self.may is None or self.may.said_by(said):
            return said.person
        self.left_out = True
        return None

    def beside(self, record: Any) -> str:
        """Return what was typed beside or in the place of a person; it may tell who that is."""
        if self.may is None or not record.who:
            return str(record.who)
        if record.person and not self.may.name_of(record.person):
            self.left_out = True
            return ""
        return self.typed(record.who)

    def typed(self, who: str) -> str:
        """Return what somebody typed in the place of a person, or nothing when it names one who is not to be named."""
        if self.may is None or not who:
            return who
        shown = self.may.typed(who)
        self.left_out |= shown != who
        return shown

    def hidden(self) -> bool:
        """Tell whether what leads to a person is left out; ask where there is something of that sort."""
        self.left_out |= self.may is not None
        return self.may is not None


def _names_of(record: Record) -> list[str]:
    """Return what a record is called, the name it is written by first."""
    match record:
        case Session():
            return [record.code]
        case Person():
            return [record.name]
        case Term():
            return [record.key]
        case Organisation():
            return list(dict.fromkeys([*record.short_name.values(), *record.name.values()]))
    return []
