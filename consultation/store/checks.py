"""Is the file whole, and do the projections say what the revisions say?"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from sqlite3 import Connection, connect

from consultation.errors import Altered
from consultation.model import KINDS
from consultation.store.database import in_words
from consultation.store.projection import ROW, empty_projections, project_since
from consultation.store.revision import ID_SIZE, Row, verify
from consultation.store.schema import statements


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

    @property
    def is_sound(self) -> bool:
        """Whether the file is whole and its projections are true."""
        return not self.damage and not self.altered and not self.differing


def digest(database: Connection) -> str:
    """Return one hash of the set of revisions, as 64 hexadecimal digits: equal digests, equal content.

    An id binds everything about a revision but whether its body has been erased, so that is added.
    """
    hashed = blake2b(digest_size=ID_SIZE, person=b"consult-digest")
    for revision, erased in database.execute("SELECT id, body IS NULL FROM revision ORDER BY id"):
        hashed.update(revision)
        hashed.update(b"\1" if erased else b"\0")
    return hashed.hexdigest()


def check(database: Connection, name: str) -> Report:
    """Check the whole file: SQLite's own structure, every hash, and the projections against a fresh fold."""
    with in_words(name):
        damage = [str(found) for (found,) in database.execute("PRAGMA integrity_check(20)") if found != "ok"]
        altered = 0
        revisions = 0
        for row in database.execute(f"SELECT {ROW} FROM revision ORDER BY seq"):  # noqa: S608 - fixed columns
            revisions += 1
            try:
                verify(row)
            except Altered:
                altered += 1
        differing = [] if damage or altered else _differing(database)
        records = database.execute("SELECT count(DISTINCT record) FROM revision").fetchone()[0]
        conflicts = database.execute("SELECT count(*) FROM conflict").fetchone()[0]
    return Report(revisions, records, conflicts, tuple(damage), altered, tuple(differing))


def rebuild(database: Connection) -> None:
    """Make all projections anew from the revisions; within the caller's transaction."""
    empty_projections(database)
    for _ in project_since(database, 0):
        pass


def screen(database: Connection) -> dict[str, list[tuple[object, ...]]]:
    """Return everything the projections say, in an order that does not depend on how they were written."""
    shown = {
        kind: database.execute(f'SELECT * FROM "{kind}" ORDER BY id').fetchall()  # noqa: S608 - our own names
        for kind in KINDS
    }
    shown["conflict"] = database.execute("SELECT * FROM conflict ORDER BY record, field").fetchall()
    shown["search"] = database.execute("SELECT kind, record, words FROM search ORDER BY record, words").fetchall()
    return shown


def _differing(database: Connection) -> list[str]:
    """Name the projections that differ from a fresh fold of the same revisions."""
    fresh = connect(":memory:")
    try:
        for statement in statements():
            fresh.execute(statement)
        marks = ", ".join("?" * len(Row._fields))
        fresh.executemany(
            f"INSERT INTO revision ({ROW}) VALUES ({marks})",  # noqa: S608 - fixed columns
            database.execute(f"SELECT {ROW} FROM revision ORDER BY seq"),  # noqa: S608 - fixed columns
        )
        try:
            for _ in project_since(fresh, 0):
                pass
        except Altered as error:
            return [str(error)]
        ours, expected = screen(database), screen(fresh)
        return [name for name in ours if ours[name] != expected[name]]
    finally:
        fresh.close()
