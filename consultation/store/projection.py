"""The projections: current state as tables, the list of conflicts and the search index.

They say nothing that the revisions do not say. They are written in the same transaction as the revisions and can
be rebuilt from them at any time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from itertools import groupby
from operator import itemgetter
from sqlite3 import Connection
from typing import Any, NamedTuple, get_args
from uuid import UUID

from sqlmodel import AutoString, SQLModel

from consultation.model import KINDS
from consultation.model.columns import stored
from consultation.store.fold import Link, State, fold, fold_chain
from consultation.store.revision import Revision, read_revision
from consultation.store.versions import naming
from consultation.store.versions.names import gathered

ROW = 'id, record, kind, parents, wall_ms, counter, replica, author, fields, "commitment", salt, body'
"""The columns of a `Row`, in its order."""

BATCH = 500
"""Records folded before they are written; a few hundred kilobytes at a time."""


class Shape(NamedTuple):
    """What bulk writing needs to know of one kind of record."""

    insert: str
    columns: tuple[tuple[str, bool, Any], ...]
    """Name, whether a value must be put into its stored form, and the stored form where nobody set the field."""
    spoken: tuple[str, ...]


@cache
def shape_of(kind: str) -> Shape:
    """Return the shape of a kind of record."""
    model = KINDS[kind]
    columns = SQLModel.metadata.tables[kind].columns
    marks = ", ".join("?" * len(columns))
    anew = ", ".join(f'"{column.name}" = excluded."{column.name}"' for column in columns if column.name != "id")
    return Shape(
        f'INSERT INTO "{kind}" VALUES ({marks}) ON CONFLICT (id) DO UPDATE SET {anew}',  # noqa: S608 - our own names
        tuple(
            (column.name, not isinstance(column.type, AutoString), stored(blank(kind, column.name)))
            for column in columns
            if column.name != "id"
        ),
        model.spoken(),
    )


def blank(kind: str, name: str) -> Any:
    """Return the value of a field nobody set: its default, or the emptiest value of its type."""
    whole, _, part = name.partition(".")
    if part and whole in KINDS[kind].parted():
        return []
    known = KINDS[kind].model_fields[name]
    if not known.is_required():
        return known.get_default(call_default_factory=True)
    wanted = known.annotation
    choices = [wanted, *get_args(wanted)]
    for choice in choices:
        if isinstance(choice, type) and issubclass(choice, StrEnum):
            return next(iter(choice))
        if choice is UUID:
            return UUID(int=0)
        if choice is int:
            return 0
    return ""


@dataclass
class Projector:
    """Writes the folded state of records, in batches."""

    database: Connection
    fresh: bool = False
    """Nothing of these records is projected yet, so there is nothing to take away first."""
    rows: dict[str, list[list[Any]]] = field(default_factory=dict)
    words: list[tuple[int, str, bytes, str]] = field(default_factory=list)
    conflicts: list[tuple[bytes, str, str]] = field(default_factory=list)
    unread: list[tuple[bytes, str]] = field(default_factory=list)
    stale: list[tuple[int]] = field(default_factory=list)
    stale_conflicts: list[tuple[bytes, str]] = field(default_factory=list)

    def add(self, first_seq: int, record: bytes, state: State, known: bool) -> None:
        """Project one record; ``known`` when it was projected before."""
        if state.has_unread or state.kind not in KINDS:
            self.unread.append((record, state.kind))
        if state.kind not in KINDS:
            return
        shape = shape_of(state.kind)
        values = gathered(state.kind, state.values)
        row = [record]
        for name, converted, blank_value in shape.columns:
            if name not in values:
                row.append(blank_value)
            elif converted:
                row.append(stored(values[name]))
            else:
                row.append(values[name])
        self.rows.setdefault(state.kind, []).append(row)
        if known and not self.fresh:
            self.stale_conflicts.append((record, state.kind))
            if shape.spoken:
                self.stale.append((first_seq,))
        if shape.spoken and not values.get("deleted"):
            words = spoken_words(values, shape.spoken)
            if words:
                self.words.append((first_seq, state.kind, record, words))
        self.conflicts.extend((record, name, state.kind) for name in state.conflicts)

    def write(self) -> None:
        """Write what was added since the last time."""
        run = self.database.executemany
        for kind, rows in self.rows.items():
            run(shape_of(kind).insert, rows)
        if self.stale:
            run("DELETE FROM search WHERE rowid = ?", self.stale)
        if self.stale_conflicts:
            run("DELETE FROM conflict WHERE record = ? AND kind = ?", self.stale_conflicts)
        if self.words:
            run("INSERT INTO search (rowid, kind, record, words) VALUES (?, ?, ?, ?)", self.words)
        if self.conflicts:
            run("INSERT INTO conflict VALUES (?, ?, ?)", self.conflicts)
        if self.unread:
            run("INSERT OR IGNORE INTO unread VALUES (?, ?)", self.unread)
        for pile in (self.words, self.conflicts, self.unread, self.stale, self.stale_conflicts):
            pile.clear()
        self.rows.clear()


def spoken_words(values: Mapping[str, Any], names: Iterable[str]) -> str:
    """Join the words of a record that a search should find."""
    words: list[str] = []
    for name in names:
        value = values.get(name)
        if isinstance(value, dict):
            words.extend(one["text"] if isinstance(one, dict) else one for one in value.values())
        elif value:
            words.append(value)
    return "\n".join(words)


def revisions_of(database: Connection, record: bytes, kind: str) -> tuple[int, list[Revision]]:
    """Return the revisions of one record in the order of the file, and the place of its first one."""
    found = database.execute(
        f"SELECT seq, {ROW} FROM revision WHERE record = ? ORDER BY seq",  # noqa: S608 - fixed columns
        (record,),
    ).fetchall()
    known = [(one[0], read_revision(one[1:])) for one in found if kind_now(one[3], one[9]) == kind]
    return (known[0][0] if known else 0), [one for _, one in known]


def kind_now(kind: str, fields: str) -> str:
    """Return what the kind of a revision is called now."""
    named = naming(kind, fields)
    return named.kind if named else kind


class Projected(NamedTuple):
    """A record that was folded anew."""

    record: bytes
    state: State
    links: list[tuple[Any, ...]]
    """The values of a `Link` for each of its revisions, in the order of the file."""

    @property
    def first_place(self) -> int:
        """Where its first revision stands in the file."""
        return int(self.links[0][0])

    @property
    def last_place(self) -> int:
        """Where its last revision stands in the file."""
        return int(self.links[-1][0])

    def place_of(self, revisions: Iterable[Revision]) -> int:
        """Return the place of the last of some of its revisions."""
        wanted = {one.id for one in revisions}
        return max(int(link[0]) for link in self.links if link[1] in wanted)


def project_since(database: Connection, before: int) -> Iterator[Projected]:
    """Fold and project every record with a revision placed after ``before``; 0 means all, from nothing.

    The last of them is projected once all have been asked for. Altered when a revision cannot be read or a
    parent is missing.
    """
    projector = Projector(database, fresh=before == 0)
    columns = ", ".join(Link._fields)
    touched = (
        f"SELECT {columns} FROM revision WHERE record IN"  # noqa: S608 - fixed columns
        " (SELECT record FROM revision WHERE seq > ?) ORDER BY record, seq"
        if before
        else f"SELECT {columns} FROM revision WHERE seq > ? ORDER BY record, seq"  # noqa: S608
    )
    for done, (record, found) in enumerate(_records_of(database.execute(touched, (before,))), 1):
        state = fold_chain(found)
        if state is None:
            state = fold(revisions_of(database, record, kind_now(found[0][3], found[0][5]))[1])
        first = found[0][0]
        projector.add(first, record, state, known=first <= before)
        if done % BATCH == 0:
            projector.write()
        yield Projected(record, state, found)
    projector.write()


def _records_of(links: Iterable[tuple[Any, ...]]) -> Iterator[tuple[bytes, list[tuple[Any, ...]]]]:
    """Part rows in the order of their record into records: two of one id are two, where their kinds differ."""
    for record, those in groupby(links, key=itemgetter(2)):
        found = list(those)
        if all(one[3] == found[0][3] for one in found):
            yield record, found
            continue
        by_kind: dict[str, list[tuple[Any, ...]]] = {}
        for one in found:
            by_kind.setdefault(kind_now(one[3], one[5]), []).append(one)
        for same in by_kind.values():
            yield record, same


def empty_projections(database: Connection) -> None:
    """Take everything out of the projections."""
    for table in ("conflict", "unread", "search", *KINDS):
        database.execute(f'DELETE FROM "{table}"')  # noqa: S608 - our own table names
