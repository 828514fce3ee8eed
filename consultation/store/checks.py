"""Is the file whole, and do the projections say what the revisions say?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from itertools import zip_longest
from typing import Any

from sqlalchemy import ClauseElement, distinct, func, literal_column, select

from consultation.errors import Altered
from consultation.language import N_
from consultation.progress import UNHEARD, Progress
from consultation.store.clock import Stamp
from consultation.store.engine import Engine
from consultation.store.history import moment_of
from consultation.store.ledger import ID, PARENTS, erase, erased_by, listed
from consultation.store.projection import project_since
from consultation.store.revision import ID_SIZE, RECORD_SIZE, split_ids, verify
from consultation.store.schema import derived, statements
from consultation.store.sqlite.connection import damage, schema_of, scratch
from consultation.store.tables import CONFLICT, ERASED, LOCAL, MERGE, RECORDS, REVISION, UNREAD, put
from consultation.store.versions.names import ERASED as NAMES_ERASED


@dataclass(frozen=True)
class Report:
    """What a check found."""

    revisions: int
    records: int
    conflicts: int
    damage: tuple[str, ...]
    """What is wrong with the file itself, as SQLite says it; empty when it is whole."""
    altered: int
    """Revisions that are not what their ids say."""
    differing: tuple[str, ...]
    """Projections that do not say what the revisions say; rebuilding mends these."""
    rebuilt: bool = False
    missing: int = 0
    """Changes that others build on and that are not here: they were lost with part of a file. No fault of this one."""

    @property
    def is_sound(self) -> bool:
        """Whether the file is whole and its projections are true."""
        return not self.damage and not self.altered and not self.differing


LAST_PLACE = 1 << 53
"""No file of ours ever comes near; beyond it there would be no room for what is written next."""

_PLACES = select(func.min(REVISION.c.seq), func.max(REVISION.c.seq))

ROWS_BETWEEN_WORDS = 1000
"""Revisions looked at between two words of progress."""

_IDS = select(REVISION.c.id, REVISION.c.body.is_(None)).order_by(REVISION.c.id)
_PUT_LOCAL = put(LOCAL)
_PUT_MERGE = put(MERGE)
_NEWEST = select(func.max(REVISION.c.wall_ms))
_COUNT_RECORDS = select(func.count(distinct(REVISION.c.record)))
_COUNT_CONFLICTS = select(func.count()).select_from(CONFLICT)
_ERASURES = select(*REVISION.c).where(REVISION.c.fields.like(literal_column(f"'%{NAMES_ERASED}%'")))

FOLDED = {"conflict": CONFLICT, "unread": UNREAD, "erased": ERASED, **RECORDS}
"""The tables that are folded from the revisions, but for the search index."""


def digest(engine: Engine) -> str:
    """Return one hash of the set of revisions, as 64 hexadecimal digits: equal digests, equal content.

    An id binds everything about a revision but whether its body is there, so that is added.
    """
    hashed = blake2b(digest_size=ID_SIZE, person=b"consult-digest")
    for revision, without_words in engine.run(_IDS):
        hashed.update(revision)
        hashed.update(b"\1" if without_words else b"\0")
    return hashed.hexdigest()


def changed_at(engine: Engine) -> datetime | None:
    """Return when the newest revision was written: the same in every file of the same revisions."""
    newest = engine.run(_NEWEST).fetchone()[0]
    return None if newest is None else moment_of(Stamp(int(newest), 0))


def check(engine: Engine) -> Report:
    """Check the whole file: SQLite's own structure, every hash, and the projections against a fresh fold."""
    with engine.reading():
        found = damage(engine.connection)
        altered = revisions = 0
        here, named = set[bytes](), set[bytes]()
        for row in listed(engine):
            revisions += 1
            here.add(row[ID])
            named.update(split_ids(row[PARENTS]) if isinstance(row[PARENTS], bytes) else ())
            try:
                verify(row)
            except Altered:
                altered += 1
        wrong: list[str] = []
        if not (found or altered):
            try:
                wrong = differing(engine)
            except Altered:  # each is as it was written, and yet they do not belong together
                altered += 1
        records = int(engine.run(_COUNT_RECORDS).fetchone()[0])
        conflicts = int(engine.run(_COUNT_CONFLICTS).fetchone()[0])
    return Report(revisions, records, conflicts, tuple(found), altered, tuple(wrong), missing=len(named - here))


def rebuild(engine: Engine) -> None:
    """Make all projections anew from the revisions; within the caller's transaction."""
    for table in FOLDED.values():
        engine.run(table.delete())
    engine.run("DELETE FROM search")
    refold(engine, engine)


def remake(engine: Engine, progress: Progress = UNHEARD) -> None:
    """Put our own tables in the place of all but that of the revisions, which have been verified, and fill them.

    Within the caller's transaction. Of the tables that others could have written to, only what is true of this file
    alone is taken over, and only as far as it is what it should be.
    """
    local, merges = _local(engine), _merges(engine)
    kept = {"revision", "revision_by_record"}
    for type_, name, _, statement in sorted(schema_of(engine.connection), key=lambda definition: definition[1]):
        if statement is not None and name not in kept and not name.startswith("search_"):
            engine.run(f'DROP {type_.upper()} IF EXISTS "{name}"')
    for statement in derived():
        engine.run(statement)
    engine.many(_PUT_LOCAL, local)
    engine.many(_PUT_MERGE, merges)
    refold(engine, engine, progress)


def verify_all(engine: Engine, progress: Progress = UNHEARD) -> None:
    """Check every revision against its id, and where it stands; Altered when one is not what it says."""
    first, last = engine.run(_PLACES).fetchone()
    if first is not None and not 0 < first <= last <= LAST_PLACE:
        raise Altered(N_("Something in it was changed after it was written."))
    for number, row in enumerate(listed(engine)):
        verify(row)
        if number % ROWS_BETWEEN_WORDS == 0:
            progress()


def _local(engine: Engine) -> list[tuple[Any, ...]]:
    return [
        row
        for row in engine.run("SELECT name, value FROM local")
        if row[0] == "consultation" and isinstance(row[1], bytes) and len(row[1]) == RECORD_SIZE
    ]


def _merges(engine: Engine) -> list[tuple[Any, ...]]:
    if not any(name == MERGE.name for _, name, _, _ in schema_of(engine.connection)):
        return []
    types = (int, str, int, bytes, int, int, int, int)
    rows = engine.run(f"SELECT {', '.join(column.name for column in MERGE.columns)} FROM {MERGE.name}").fetchall()  # noqa: S608
    return [row for row in rows if all(isinstance(value, type_) for value, type_ in zip(row, types, strict=True))]


def refold(engine: Engine, into: Engine, progress: Progress = UNHEARD) -> None:
    """Fold all revisions of a file into empty projections, its own or others."""
    for row in engine.run(_ERASURES).fetchall():
        if row[-1] is not None:
            for named in erased_by(row[1:]):
                erase(into, named, row[2])
    for number, _ in enumerate(project_since(engine, 0, into=into)):
        if number % ROWS_BETWEEN_WORDS == 0:
            progress()


def screen(engine: Engine) -> dict[str, list[tuple[object, ...]]]:
    """Return everything the projections say, in an order that does not depend on how they were written."""
    return {name: list(engine.run(statement)) for name, statement in _SHOWN.items()}


def differing(engine: Engine, progress: Progress = UNHEARD) -> list[str]:
    """Name the projections that differ from a fresh fold of the same revisions, made in a file of its own.

    Altered when they cannot be folded.
    """
    fresh = Engine(scratch(), engine.name)
    try:
        for statement in statements():
            fresh.run(statement)
        fresh.run("BEGIN")
        refold(engine, fresh, progress)
        return [
            name
            for name, statement in _SHOWN.items()
            if any(ours != theirs for ours, theirs in zip_longest(engine.run(statement), fresh.run(statement)))
        ]
    finally:
        fresh.close()


_SHOWN: dict[str, ClauseElement | str] = {
    **{name: select(*table.c).order_by(*table.primary_key) for name, table in FOLDED.items()},
    "search": "SELECT kind, record, words FROM search ORDER BY record, kind, words",
}
