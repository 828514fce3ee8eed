"""Files with far too much of one thing: every part of it is allowed, and together it must stay bearable."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tests.builders import START_MS, Forged, forged, with_sql
from tests.campaigns.dose import FULL
from tests.campaigns.mutants import Mutant
from tests.campaigns.sql_mutants import columns_of
from tests.campaigns.values import added

MANY = 1_000_000 if FULL else 10_000
HEADS = 1001
"""One more than the parents a revision may have."""


def flood_mutants(good: Path) -> list[Mutant]:
    """Floods, from a million of the tiniest things to a few thousand of the larger ones."""
    return [
        Mutant(f"a record with {HEADS} heads", lambda path: added(path, *_heads(HEADS))),
        Mutant(f"{HEADS} heads, each after all of {HEADS} others", lambda path: added(path, *_two_walls())),
        Mutant("a long chain", lambda path: added(path, *_chain(MANY // 100))),
        Mutant("many lessons", lambda path: added(path, *_lessons(MANY // 20))),
        Mutant("labels in many languages", lambda path: added(path, _labels())),
        Mutant("a list of many ids", lambda path: added(path, _many_ids())),
        Mutant("one word many times", lambda path: added(path, forged({"text": "map " * min(MANY, 250_000)}))),
        *(
            Mutant(f"many rows in {table}", partial(_rows, table, columns))
            for table, columns in columns_of(good).items()
            if table in {"lesson", "local", "conflict", "search"}
        ),
        Mutant("many tables", lambda path: _tables(path, MANY // 100)),
        Mutant("many empty pages", _empty_pages),
    ]


def heads_of(record: bytes, number: int, parents: bytes = b"") -> Iterator[Forged]:
    """Give ``number`` revisions of one lesson that know nothing of each other."""
    for one in range(number):
        yield forged({"deleted": False, "text": f"Head {one}"}, record=record, wall_ms=START_MS + one, parents=parents)


def _heads(number: int) -> Iterator[Forged]:
    yield from heads_of(forged().record, number)


def _two_walls() -> Iterator[Forged]:
    first = list(_heads(HEADS - 1))
    yield from first
    yield from heads_of(forged().record, HEADS if FULL else 20, b"".join(sorted(one.id for one in first)))


def _chain(length: int) -> Iterator[Forged]:
    before = b""
    for number in range(length):
        one = forged({"deleted": False, "text": f"Step {number}"}, parents=before, wall_ms=START_MS + number)
        yield one
        before = one.id


def _lessons(number: int) -> Iterator[Forged]:
    for one in range(number):
        yield forged({"deleted": False, "text": "x"}, record=(7 << 76 | 2 << 62 | 1000 + one).to_bytes(16, "big"))


def _labels() -> Forged:
    labels = {f"{number:05}": "" for number in range(min(MANY, 80_000))}
    return forged(kind="session", fields="title", body=json.dumps({"title": labels}, separators=(",", ":")).encode())


def _many_ids() -> Forged:
    ids = [f"00000000-0000-7000-8000-{number:012}" for number in range(min(MANY, 25_000))]
    body = json.dumps({"strands": ids}, separators=(",", ":")).encode()
    return forged(kind="recommendation", fields="strands", body=body)


def _rows(table: str, columns: list[str], path: Path) -> None:
    names = ", ".join(f'"{name}"' for name in columns)
    each = ", ".join("CAST(printf('%016d', n) AS BLOB)" for _ in columns)
    with_sql(
        path,
        (
            "WITH RECURSIVE many(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM many LIMIT ?)"
            f' INSERT INTO "{table}" ({names}) SELECT {each} FROM many',
            (MANY,),
        ),
    ).replace(path)


def _tables(path: Path, number: int) -> None:
    with_sql(path, "BEGIN", *(f"CREATE TABLE extra{one} (id)" for one in range(number)), "COMMIT").replace(path)


def _empty_pages(path: Path) -> None:
    with_sql(
        path,
        "CREATE TABLE extra (words)",
        ("INSERT INTO extra VALUES (zeroblob(?))", (min(MANY * 100, 50_000_000),)),
        "PRAGMA secure_delete = OFF",
        "DROP TABLE extra",
    ).replace(path)
