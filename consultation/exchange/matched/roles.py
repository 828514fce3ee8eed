"""Who has which part in a session, as cells of a programme name them: "Ana Ruiz (Habitat); Bo Li (Dakar)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from uuid import UUID

from consultation.errors import sentence
from consultation.exchange.matched.lister import Said
from consultation.exchange.matched.people import Directory, spelling
from consultation.exchange.matched.row import Row, Table
from consultation.language import N_
from consultation.model import Role
from consultation.reading.people import ORDER
from consultation.store import Store

ROLES = tuple(role.value for role in ORDER)
"""The columns, called as what people do."""

Parts = Mapping[str, list[UUID]]
"""Role -> people."""


class Roles:
    """Reads the people of one programme. A name alone tells nobody: not even where one person is called so.

    Somebody is told by the organisation behind the name, or by having that part in that session already.
    """

    def __init__(self, store: Store, table: Table) -> None:
        self._asked = [role for role in ROLES if table.columns.of(role)]
        self._there: dict[UUID, dict[str, list[UUID]]] = {}
        if self._asked:
            self._directory = Directory(store)
            for session, role, person in store.columns(Role, "session", "role", "person"):
                self._there.setdefault(session, {}).setdefault(role.value, []).append(person)

    def of(self, session: UUID | None) -> Parts:
        """Return who has a part in a session of the file; nothing where the table does not speak of people."""
        return self._there.get(session, {}) if session else {}

    def read(self, row: Row, session: UUID | None, said: Said) -> None:
        """Put into ``said`` who has a part; ``session`` is the one that the row is surely about."""
        for role in self._asked:
            here = list(self.of(session).get(role, ()))
            found: dict[UUID, None] = {}
            for called in self._several(row.text(role)):
                person = self._person(called, here, said)
                if person:
                    found[person] = None
                    here = [each for each in here if each != person]
            if found:
                said.aside[role] = list(found)

    def _several(self, text: str) -> Iterator[str]:
        """Give what is written of each person; a comma divides only where a name stands on either side."""
        for part in filter(None, (" ".join(part.split()) for part in _apart(text))):
            pieces = [piece.strip() for piece in part.split(",")]
            if not self._directory.namesakes(part) and all(map(self._directory.namesakes, pieces)):
                yield from pieces
            elif any(map(str.isalpha, part)):
                yield part

    def _person(self, called: str, here: list[UUID], said: Said) -> UUID | None:
        """Return who is surely meant; else say so, as a doubt where somebody is called so."""
        readings = [each for each in _readings(called) if self._directory.namesakes(each[0])]
        for name, organisation in readings:
            house = self._directory.house(organisation)
            for known in self._directory.namesakes(name):
                is_same = known.spelling == spelling(name) and (not house or house in known.organisations)
                if is_same and known.id in here:
                    return known.id
        for name, organisation in readings:
            if found := self._directory.find(name, organisation, "").record:
                return found
        if readings:
            doubt = N_("“{value}” may be somebody who is in the file; the organisation in brackets would tell")
            said.doubts.append(sentence(doubt, value=called))
        else:
            nobody = N_("there is nobody called “{value}” in the file; the row is taken without them")
            said.remarks.append(sentence(nobody, value=called))
        return None


def with_more(there: Parts, said: Parts) -> dict[str, list[UUID]]:
    """Return who has a part once a row is joined to a session: nobody loses one because a table does not name them."""
    return {
        role: [*there.get(role, ()), *(person for person in people if person not in there.get(role, ()))]
        for role, people in said.items()
        if not set(people) <= set(there.get(role, ()))
    }


def written(name: str, organisation: str) -> str:
    """Write a person so that the cell is read back."""
    name, organisation = " ".join(name.split()), " ".join(organisation.split())
    return f"{name} ({organisation})" if organisation else name


def _apart(text: str) -> Iterator[str]:
    """Give the people of a cell, one on each line or with semicolons between them; one in brackets divides nobody."""
    depth = begin = 0
    for at, sign in enumerate(text):
        depth += (sign == "(") - (sign == ")")
        if sign in ";\n" and depth <= 0:
            yield text[begin:at]
            begin = at + 1
    yield text[begin:]


def _readings(called: str) -> Iterator[tuple[str, str]]:
    """Give the ways in which name and organisation can be told apart, the likeliest first."""
    yield called, ""
    if called.endswith(")"):
        for found in re.finditer(r" \(", called):
            yield called[: found.start()], called[found.end() : -1]
    name, comma, organisation = called.partition(",")
    if comma:
        yield name.strip(), organisation.strip()
