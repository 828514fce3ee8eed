"""The full-text index (FTS5) of what people said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from sqlite3 import SQLITE_CONSTRAINT, SQLITE_CORRUPT, SQLITE_READONLY, DatabaseError

from consultation.store.engine import Engine

TABLE = """CREATE VIRTUAL TABLE search USING fts5 (
 kind UNINDEXED, record UNINDEXED, words,
 tokenize = "unicode61 remove_diacritics 2"
)"""

MEMORY = "INSERT INTO search (search, rank) VALUES ('hashsize', 4194304)"
"""Bytes of new words held before they are written into the index: merging writes them a third faster."""

RANKED = 3
"""Letters from which on a word tells enough to rank by it what it was found in."""

MOST_WORDS = 24
"""Words of a search that are looked for; each further one only costs time."""

_PUT = "INSERT INTO search (rowid, kind, record, words) VALUES (?, ?, ?, ?)"
_PLACES = "SELECT rowid FROM search WHERE search MATCH ?"
_TAKE = "DELETE FROM search WHERE rowid = ?"


def put(engine: Engine, rows: Iterable[tuple[int, str, bytes, str]]) -> None:
    """Have the words of records found: place, kind, record, words."""
    engine.many(_PUT, rows)


def take_out(engine: Engine, places: Iterable[tuple[int]]) -> None:
    """Have the words of records at these places no longer found."""
    engine.many(_TAKE, places)


def press(engine: Engine) -> None:
    """Write the index anew, so that nothing of what was taken out is left in it."""
    engine.run("INSERT INTO search (search) VALUES ('optimize')")


def is_sound(engine: Engine) -> bool:
    """Tell whether the index finds what stands in it: SQLite compares it with the words, and writes nothing."""
    try:
        engine.run("INSERT INTO search (search) VALUES ('integrity-check')")
    except DatabaseError as error:
        if (
            error.sqlite_errorcode & 0xFF == SQLITE_READONLY
        ):  # where nothing can be written, nothing will stumble over it
            return True
        if error.sqlite_errorcode & 0xFF not in (SQLITE_CORRUPT, SQLITE_CONSTRAINT):
            raise
        return False
    return True


def find(engine: Engine, words: str, kinds: Sequence[str], most: int) -> list[tuple[str, bytes]]:
    """Return kind and record of those in which every word of ``words`` begins a word, best first.

    In the order of rank alone, and then of place: ordered by anything else, every hit would be read for its kind.
    One or two letters are not ranked, for that takes longer than all the rest: the newest come first.
    """
    asked = _asked(words)
    if not asked:
        return []
    marks = ", ".join("?" * len(kinds))
    order = "rank" if any(len(word) >= RANKED for word in asked) else "rowid DESC"
    return engine.run(
        f"SELECT kind, record FROM search WHERE search MATCH ? AND kind IN ({marks})"  # noqa: S608 - marks
        f" ORDER BY {order} LIMIT ?",
        _match(asked),
        *kinds,
        most,
    ).fetchall()


def places_of(engine: Engine, words: str) -> frozenset[int]:
    """Return the places of all in which every word of ``words`` begins a word."""
    asked = _asked(words)
    return frozenset(place for (place,) in engine.run(_PLACES, _match(asked))) if asked else frozenset()


def _asked(words: str) -> list[str]:
    return list(dict.fromkeys(re.findall(r"\w+", words)))[:MOST_WORDS]


def _match(asked: Iterable[str]) -> str:
    return " ".join(f'"{word}"*' for word in asked)
