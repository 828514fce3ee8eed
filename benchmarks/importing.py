"""Importing 20,000 recommendations from a CSV table, against parsing the table and inserting the same rows bare.

The floor parses the same file and writes, in one transaction and under the same pragmas, the rows that the import
leaves in the consultation file (the revisions, the records, the words to be searched) into bare tables. Nothing is read
out of the cells, checked, hashed, folded or indexed. Beside it, for comparison, the cells alone.

python -m benchmarks.importing
"""

from __future__ import annotations

import csv
import io
import sqlite3
import sys
import tempfile
import time
from pathlib import Path
from uuid import uuid4

from benchmarks.ratio import show
from consultation.exchange import import_table
from consultation.exchange.cells import table_bytes
from consultation.exchange.recommendations import COLUMNS
from consultation.kits import read_kit
from consultation.preparing import new_consultation
from consultation.store import Identity

RECOMMENDATIONS = 20_000
TRIES = 5
LIMIT = 6.0
TEXT = "Create a regional fund for water and soil, kept by the towns that drink from it, with open accounts: part {}"


def rows() -> list[tuple[str, ...]]:
    """Make the cells of the table."""
    strands = ("people", "planet", "government")
    return [
        (
            *(f"R-{place}", f"D{place % 4 + 1}-HUB", "policy" if place % 2 else "citizenship", "en"),
            *(strands[place % 3], "environmental, social", "national_governments, g20", ""),
            *(TEXT.format(place), "", "adopted", "", "", ""),
        )
        for place in range(RECOMMENDATIONS)
    ]


def bare(path: Path, table: Path, given: list[list[tuple[object, ...]]]) -> float:
    """Parse the table and write rows into bare tables, its own where none are given; return seconds."""
    database = sqlite3.connect(path, isolation_level=None)
    for pragma, value in (("journal_mode", "DELETE"), ("synchronous", "EXTRA"), ("secure_delete", "ON")):
        database.execute(f"PRAGMA {pragma} = {value}")
    started = time.perf_counter()
    parsed = list(csv.reader(io.StringIO(table.read_bytes().decode("utf-8-sig"), newline="")))[1:]
    database.execute("BEGIN IMMEDIATE")
    for number, those in enumerate(given or [parsed]):
        width = len(those[0])
        database.execute(f"CREATE TABLE bare{number} ({', '.join(f'c{column}' for column in range(width))})")
        database.executemany(f"INSERT INTO bare{number} VALUES ({', '.join('?' * width)})", those)
    database.execute("COMMIT")
    took = time.perf_counter() - started
    database.close()
    return took


def left_in(path: Path) -> list[list[tuple[object, ...]]]:
    """Return the rows of the recommendations that an import left in a file."""
    database = sqlite3.connect(path)
    try:
        return [
            database.execute("SELECT * FROM revision WHERE kind = 'recommendation'").fetchall(),
            database.execute("SELECT * FROM recommendation").fetchall(),
            database.execute("SELECT kind, record, words FROM search WHERE kind = 'recommendation'").fetchall(),
        ]
    finally:
        database.close()


def main() -> bool:
    """Print the ratio of the least disturbed tries; answer whether it is within the limit."""
    ours, floor, cells = [], [], []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        table = folder / "table.csv"
        table.write_bytes(table_bytes(COLUMNS, rows()))
        kit = read_kit("forum-intermediary-cities-2021")
        for number in range(TRIES):  # in turns, so that all see the same disk
            path = folder / f"{number}.consult"
            with new_consultation(path, kit, Identity(uuid4(), uuid4())) as store:
                started = time.perf_counter()
                import_table(store, table, "recommendations")
                ours.append(time.perf_counter() - started)
            floor.append(bare(folder / f"{number}.db", table, left_in(path)))
            cells.append(bare(folder / f"{number}-cells.db", table, []))
    took, alone = min(ours), min(cells)
    print(f"(the cells of the table alone, parsed and inserted bare: {alone:.3f} s, ratio {took / alone:.2f})")
    return show("importing 20,000 recommendations, s", took, min(floor), LIMIT)


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
