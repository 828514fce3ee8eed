"""The projections: current state as tables, the list of conflicts and the search index.

They say nothing that the revisions do not say. They are written in the same transaction as the revisions and can
be rebuilt from them at any time.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple, get_args
from uuid import UUID

from sqlalchemy import bindparam, delete, select

from consultation.model import KINDS
from consultation.model.columns import keeper
from consultation.store.engine import Engine
from consultation.store.fold import Link, State, fold, fold_chain
from consultation.store.revision import Revision, RevisionRow, read_revision, split_ids
from consultation.store.sqlite import words
from consultation.store.tables import CONFLICT, RECORDS, REVISION, UNREAD, put
from consultation.store.versions import naming
from consultation.store.versions.names import gathered

BATCH = 1_000
"""Records folded before they are written; less than a megabyte at a time."""


AT_ONCE = 500
"""Records that one statement asks for."""

_OF_RECORD = (
    select(REVISION.c.seq, *(REVISION.c[name] for name in RevisionRow._fields))
    .where(REVISION.c.record == bindparam("of"))
    .order_by(REVISION.c.seq)
)
_LINKS = select(*(REVISION.c[name] for name in Link._fields)).order_by(REVISION.c.record, REVISION.c.seq)
_LINKS_SINCE = _LINKS.where(
    REVISION.c.record.in_(select(REVISION.c.record).where(REVISION.c.seq > bindparam("before")))
)
_LINKS_OF = _LINKS.where(REVISION.c.record == bindparam("of"))
_PUT_CONFLICT = put(CONFLICT)
_PUT_UNREAD = put(UNREAD).on_conflict_do_nothing()
_TAKE_CONFLICTS = delete(CONFLICT).where(CONFLICT.c.record == bindparam("of"), CONFLICT.c.kind == bindparam("as"))


class Shape(NamedTuple):
    """What bulk writing needs to know of one kind of record."""

    insert: Any
    columns: tuple[tuple[str, Callable[[Any], Any] | None, Any], ...]
    """Name, what puts a value into its stored form, and the stored form where nobody set the field."""
    spoken: tuple[str, ...]


def _kept(value: Any, keep: Callable[[Any], Any] | None) -> Any:
    return value if keep is None or value is None else keep(value)


@cache
def shape_of(kind: str) -> Shape:
    """Return the shape of a kind of record."""
    columns = RECORDS[kind].columns
    anew = put(RECORDS[kind])
    return Shape(
        anew.on_conflict_do_update(
            index_elements=["id"], set_={column.name: anew.excluded[column.name] for column in columns}
        ),
        tuple(
            (column.name, keeper(column.type), _kept(blank(kind, column.name), keeper(column.type)))
            for column in columns
            if column.name != "id"
        ),
        KINDS[kind].spoken(),
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

    engine: Engine
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
        row: list[Any] = [record]
        for name, keep, blank_value in shape.columns:
            if name in values:
                value = values[name]
                row.append(value if keep is None or value is None else keep(value))
            else:
                row.append(blank_value)
        self.rows.setdefault(state.kind, []).append(row)
        if known and not self.fresh:
            self.stale_conflicts.append((record, state.kind))
            if shape.spoken:
                self.stale.append((first_seq,))
        if shape.spoken and not values.get("deleted"):
            said = spoken_words(values, shape.spoken)
            if said:
                self.words.append((first_seq, state.kind, record, said))
        self.conflicts.extend((record, state.kind, name) for name in state.conflicts)

    def write(self) -> None:
        """Write what was added since the last time."""
        for kind, rows in self.rows.items():
            self.engine.many(shape_of(kind).insert, rows)
        if self.stale:
            words.take_out(self.engine, self.stale)
        if self.stale_conflicts:
            self.engine.many(_TAKE_CONFLICTS, self.stale_conflicts)
        if self.words:
            words.put(self.engine, self.words)
        if self.conflicts:
            self.engine.many(_PUT_CONFLICT, self.conflicts)
        if self.unread:
            self.engine.many(_PUT_UNREAD, self.unread)
        for pile in (self.words, self.conflicts, self.unread, self.stale, self.stale_conflicts):
            pile.clear()
        self.rows.clear()


def spoken_words(values: Mapping[str, Any], names: Iterable[str]) -> str:
    """Join the words of a record that a search should find."""
    said: list[str] = []
    for name in names:
        value = values.get(name)
        if isinstance(value, dict):
            entries = (value[key] for key in sorted(value))  # in the order of a body, whatever wrote it
            said.extend(entry["text"] if isinstance(entry, dict) else entry for entry in entries)
        elif value:
            said.append(value)
    return "\n".join(said)


def revisions_of(engine: Engine, record: bytes, kind: str) -> tuple[int, list[Revision]]:
    """Return the revisions of one record in the order of the file, and the place of its first one."""
    found = engine.run(_OF_RECORD, record).fetchall()
    known = [(row[0], read_revision(row[1:])) for row in found if kind_now(row[3], row[9]) == kind]
    return (known[0][0] if known else 0), [revision for _, revision in known]


def revisions_of_several(engine: Engine, records: Collection[bytes]) -> dict[bytes, list[Revision]]:
    """Return the revisions of several records, of whatever kind, each record's in the order of the file."""
    found: dict[bytes, list[Revision]] = {}
    names = ", ".join(f'"{name}"' for name in RevisionRow._fields)
    asked = list(records)
    for first in range(0, len(asked), AT_ONCE):
        some = asked[first : first + AT_ONCE]
        marks = ", ".join("?" * len(some))
        rows = engine.run(f"SELECT {names} FROM revision WHERE record IN ({marks}) ORDER BY seq", *some)  # noqa: S608
        for row in rows:
            revision = read_revision(tuple(row))
            found.setdefault(revision.record, []).append(revision)
    return found


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
    before: tuple[bool, bool] | None
    """Whether it was deleted, and whether it could be named, before; None where it was not projected before."""

    @property
    def missing(self) -> int:
        """How many changes its revisions build on that are not here."""
        known = {link[1] for link in self.links}
        return len({parent for link in self.links for parent in split_ids(link[4])} - known)

    @property
    def first_place(self) -> int:
        """Where its first revision stands in the file."""
        return int(self.links[0][0])


def project_since(
    engine: Engine, before: int, also: Iterable[bytes] = (), into: Engine | None = None
) -> Iterator[Projected]:
    """Fold and project every record with a revision placed after ``before`` (0 means all, from nothing), and ``also``.

    Projects into the file itself unless another is given.

    The last of them is projected once all have been asked for. Altered when a revision cannot be read.
    """
    projector = Projector(into or engine, fresh=before == 0)
    done: set[bytes] = set()
    links = engine.run(_LINKS_SINCE, before) if before else engine.run(_LINKS)
    for number, (record, found) in enumerate(_records_of(links), 1):
        if also:
            done.add(record)
        yield _projected(engine, projector, before, record, found)
        if number % BATCH == 0:
            projector.write()
    for record in sorted(set(also) - done):
        for _, found in _records_of(engine.run(_LINKS_OF, record).fetchall()):
            yield _projected(engine, projector, found[-1][0], record, found)
    projector.write()


def _projected(
    engine: Engine, projector: Projector, before: int, record: bytes, found: list[tuple[Any, ...]]
) -> Projected:
    state = fold_chain(found)
    if state is None:
        state = fold(revisions_of(engine, record, kind_now(found[0][3], found[0][5]))[1])
    first = found[0][0]
    was = _as_it_was(engine, record, state.kind) if first <= before else None
    projector.add(first, record, state, known=first <= before)
    return Projected(record, state, found, was)


def _as_it_was(engine: Engine, record: bytes, kind: str) -> tuple[bool, bool] | None:
    """Read what a merge may not change in silence: whether a record was deleted, and a person agreed to be named."""
    if kind not in KINDS:
        return None
    found = engine.run(_was(kind), record).fetchone()
    return (bool(found[0]), bool(found[1])) if found else None


@cache
def _was(kind: str) -> Any:
    columns = RECORDS[kind].c
    return select(columns.deleted, columns.get("consent", columns.deleted)).where(columns.id == bindparam("of"))


def _records_of(links: Iterable[tuple[Any, ...]]) -> Iterator[tuple[bytes, list[tuple[Any, ...]]]]:
    """Part rows in the order of their record into records: two of one id are two, where their kinds differ."""
    for record, those in groupby(links, key=itemgetter(2)):
        found = list(those)
        if all(link[3] == found[0][3] for link in found):
            yield record, found
            continue
        by_kind: dict[str, list[tuple[Any, ...]]] = {}
        for link in found:
            by_kind.setdefault(kind_now(link[3], link[5]), []).append(link)
        for same in by_kind.values():
            yield record, same
