"""The ledger: the set of revisions of a file, and all of it that merging may write.

It takes revisions in, lists them, and knows where they stand. What is present wins over what is absent: a hole that
nobody explains is filled by any copy that still has the words; one that an erasure explains stays, in every order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import and_, bindparam, func, literal_column, select, update
from sqlalchemy.dialects.sqlite import insert as insert_or

from consultation.store.engine import Engine
from consultation.store.projection import Projected, project_since
from consultation.store.revision import RevisionRow, read_values
from consultation.store.sqlite import words
from consultation.store.tables import CONFLICT, ERASED, REVISION
from consultation.store.versions.names import ERASED as NAMES_ERASED

ID, RECORD, KIND, PARENTS = (RevisionRow._fields.index(name) for name in ("id", "record", "kind", "parents"))
WALL_MS, REPLICA, AUTHOR = (RevisionRow._fields.index(name) for name in ("wall_ms", "replica", "author"))
FIELDS, SALT, BODY = (RevisionRow._fields.index(name) for name in ("fields", "salt", "body"))

_PLACE = itemgetter(ID, RECORD)

_COLUMNS = [REVISION.c[name] for name in RevisionRow._fields]

INSERT = (
    insert_or(REVISION)
    .values({name: bindparam(f"new_{name}") for name in RevisionRow._fields})
    .on_conflict_do_nothing()
)
"""Puts a `RevisionRow` in, unless it is here already."""

LIST = select(*_COLUMNS).order_by(REVISION.c.seq)
_LAST = select(func.max(REVISION.c.seq))
_HERE = select(REVISION.c.seq).where(REVISION.c.id == bindparam("revision"))
_HOLE = select(REVISION.c.seq).where(REVISION.c.id == bindparam("revision"), REVISION.c.body.is_(None))
_HOLES = select(REVISION.c.id).where(REVISION.c.body.is_(None))
_ERASED = select(ERASED.c.id, ERASED.c.record)
_NOTE_ERASED = insert_or(ERASED).values(id=bindparam("revision"), record=bindparam("of")).on_conflict_do_nothing()
_FILL = (
    update(REVISION)
    .values(salt=bindparam("new_salt"), body=bindparam("new_body"))
    .where(REVISION.c.id == bindparam("revision"))
)
_ERASE = (
    update(REVISION)
    .values(salt=literal_column("NULL"), body=literal_column("NULL"))
    .where(
        and_(REVISION.c.id == bindparam("revision"), REVISION.c.record == bindparam("of"), REVISION.c.body.is_not(None))
    )
)
_WRITERS = select(REVISION.c.author, REVISION.c.replica).distinct()
CONSULTATIONS = select(REVISION.c.record).where(REVISION.c.kind == literal_column("'consultation'")).distinct()
_CONFLICTS = select(CONFLICT.c.record, CONFLICT.c.kind, CONFLICT.c.field)


class Ledger:
    """The revisions of one open file, for taking others in."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._holes = {revision for (revision,) in engine.run(_HOLES)}
        self._erased: set[tuple[bytes, bytes]] = set(engine.run(_ERASED))
        """Revision and record: an erasure speaks of revisions of its own record."""
        self.refolded: set[bytes] = set()
        """Records of which words came back or were erased, though the revisions were here before."""
        self.filled = 0
        self.erased = 0

    def begin(self) -> None:
        """Begin counting anew, with the next file."""
        self.refolded, self.filled, self.erased = set(), 0, 0

    def fold_since(self, place: int) -> Iterator[Projected]:
        """Fold and project every record of which revisions stand after ``place``, or words came or went."""
        yield from project_since(self._engine, place, self.refolded)
        if self.erased:
            words.press(self._engine)

    def last_place(self) -> int:
        """Return the place of the newest revision in the file, 0 when there is none."""
        return last_place(self._engine)

    def consultations(self) -> set[bytes]:
        """Return the ids of the consultations the file holds."""
        return {record for (record,) in self._engine.run(CONSULTATIONS)}

    def conflicts(self) -> set[tuple[bytes, str, str]]:
        """Return the fields in conflict: record, kind, field."""
        return set(self._engine.run(_CONFLICTS))

    def writers(self) -> set[tuple[bytes, bytes]]:
        """Return who wrote, and on which installation."""
        return set(self._engine.run(_WRITERS))

    def count(self, revisions: Iterable[bytes]) -> int:
        """Count how many of these revisions are here."""
        return sum(self._is_here(revision) for revision in revisions)

    def take_in(self, rows: list[tuple[Any, ...]]) -> None:
        """Put verified rows of another file into this one."""
        rows = self._new_among(rows)
        for row in rows:
            if NAMES_ERASED in row[FIELDS] and row[BODY] is not None and not self._is_here(row[ID]):
                self._erase_what_is_named(row)
        if self._erased:
            rows = [self._without_words(row) if _PLACE(row) in self._erased else row for row in rows]
        put_in(self._engine, rows)
        self._holes.update(row[ID] for row in rows if row[BODY] is None and self._is_hole(row[ID]))

    def _new_among(self, rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
        """Fill our holes from the rows, then leave out those that are here already, where the last one is.

        Most likely all are then; what is left in is ignored when it is inserted.
        """
        if self._holes:
            for row in rows:
                if row[ID] in self._holes and row[BODY] is not None and _PLACE(row) not in self._erased:
                    self._engine.run(_FILL, row[SALT], row[BODY], row[ID])
                    self._holes.discard(row[ID])
                    self.refolded.add(row[RECORD])
                    self.filled += 1
        if not self._is_here(rows[-1][ID]):
            return rows
        marks = ", ".join("?" * len(rows))
        known = f"SELECT id FROM revision WHERE id IN ({marks})"  # noqa: S608 - marks only
        here = {revision for (revision,) in self._engine.run(known, *(row[ID] for row in rows))}
        return [row for row in rows if row[ID] not in here]

    def _is_here(self, revision: bytes) -> bool:
        return self._engine.run(_HERE, revision).fetchone() is not None

    def _is_hole(self, revision: bytes) -> bool:
        """Tell whether a revision stands here without its words: one that was here with them has kept them."""
        return self._engine.run(_HOLE, revision).fetchone() is not None

    def _erase_what_is_named(self, row: tuple[Any, ...]) -> None:
        for named in erased_by(row):
            self.erased += erase(self._engine, named, row[RECORD])
            self._erased.add((named, row[RECORD]))
        self.refolded.add(row[RECORD])

    def _without_words(self, row: tuple[Any, ...]) -> tuple[Any, ...]:
        return (*row[:SALT], None, None, *row[BODY + 1 :])


def put_in(engine: Engine, rows: Iterable[tuple[Any, ...]]) -> None:
    """Put the values of `RevisionRow`s in, unless they are here already.

    For bytes, and not for a bytearray, the driver looks for an adapter first: that would take a fifth of the time.
    """
    b = bytearray
    engine.many(
        INSERT,
        [
            (b(id_), b(record), kind, b(parents), wall_ms, counter, b(replica), b(author), fields, b(bound))
            + ((None, None) if body is None else (b(salt), b(body)))
            for id_, record, kind, parents, wall_ms, counter, replica, author, fields, bound, salt, body in rows
        ],
    )


def last_place(engine: Engine) -> int:
    """Return the place of the newest revision in the file, 0 when there is none."""
    return int(engine.run(_LAST).fetchone()[0] or 0)


def listed(engine: Engine) -> Iterator[tuple[Any, ...]]:
    """Give the values of all `RevisionRow`s in the order of the file."""
    return iter(engine.run(LIST))


def erased_by(row: Sequence[Any]) -> list[bytes]:
    """Return the ids of the revisions an erasure names; Altered when it cannot be read."""
    values = read_values(row[KIND], row[FIELDS], row[BODY])
    return [bytes.fromhex(named) for named in values.get(NAMES_ERASED, ())]


def erase(engine: Engine, revision: bytes, record: bytes) -> int:
    """Take the words of a revision of ``record`` away for good; return how many had any, 0 or 1."""
    engine.run(_NOTE_ERASED, revision, record)
    return engine.run(_ERASE, revision, record).rowcount
