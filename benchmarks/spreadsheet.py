"""Taking in 5,000 people from a workbook, against openpyxl reading the same workbook read-only.

Ours reads the workbook, matches its columns, weighs every row against the file, and writes the people. Beside it, for
comparison, the steps one by one, and the same where the table also says how to reach each of them: that is a second
record for each, and writing is most of the work.

python -m benchmarks.spreadsheet
"""

from __future__ import annotations

import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path
from uuid import uuid4

import openpyxl

from benchmarks.ratio import show
from consultation.collecting import without_collecting
from consultation.exchange.matched import Listing, Standing, match_columns, preview, read_rows, take_in
from consultation.exchange.workbook import workbook_bytes
from consultation.kits import read_kit
from consultation.preparing import new_consultation
from consultation.store import Identity, Store

PEOPLE = 5_000
TRIES = 7
LIMIT = 2.0
HEADS = ("Name", "Function", "Organisation", "City", "Region", "Kind of actor", "Gender", "Languages", "Consent")
REACHED = ("E-mail", "Telephone")
STEPS = ("reading", "matching columns", "preview", "taking in")


def table(is_reached: bool) -> bytes:
    """Make the workbook; ``is_reached``: it says how to reach everybody."""
    rows = [
        (
            *(f"First{place % 97} Surname{place}", "Mayor", f"City of Somewhere {place % 700}", f"Town {place % 700}"),
            *("Africa", "Local authorities", "woman", "en, fr", "yes"),
            *((f"person{place}@example.org", f"+33 6 {place:08}") if is_reached else ()),
        )
        for place in range(PEOPLE)
    ]
    return workbook_bytes("people", (*HEADS, *REACHED) if is_reached else HEADS, rows)


def ours(store: Store, path: Path) -> list[float]:
    """Take the table in as the command does; return seconds for each step."""
    marks = [time.perf_counter()]
    with without_collecting():
        grid = read_rows(path)
        marks.append(time.perf_counter())
        columns = match_columns(grid, Listing.PEOPLE)
        marks.append(time.perf_counter())
        seen = preview(store, grid, columns)
        marks.append(time.perf_counter())
        taken = take_in(store, seen)
    marks.append(time.perf_counter())
    assert taken.new == PEOPLE == seen.count(Standing.NEW)
    return [after - before for before, after in pairwise(marks)]


def theirs(path: Path) -> float:
    """Read all cells with openpyxl, read-only; return seconds."""
    started = time.perf_counter()
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    took = time.perf_counter() - started
    book.close()
    assert len(rows) == PEOPLE + 1
    return took


def measured(is_reached: bool) -> tuple[list[float], float]:
    """Return the steps of the least disturbed try, and the least that openpyxl took, in turns."""
    steps, floor = [], []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "people.xlsx"
        path.write_bytes(table(is_reached))
        kit = read_kit("forum-intermediary-cities-2021")
        for number in range(TRIES):
            with new_consultation(folder / f"{number}.consult", kit, Identity(uuid4(), uuid4())) as store:
                steps.append(ours(store, path))
            floor.append(theirs(path))
    return min(steps, key=sum), min(floor)


def main() -> bool:
    """Print the ratio of the least disturbed tries; answer whether it is within the limit."""
    reached, floor_reached = measured(is_reached=True)
    best, floor = measured(is_reached=False)
    told = ", ".join(f"{step} {seconds:.3f} s" for step, seconds in zip(STEPS, best, strict=True))
    print(f"({told}; with how to reach them, ratio {sum(reached) / floor_reached:.2f})")
    return show("taking in 5,000 people from XLSX, s", sum(best), floor, LIMIT)


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
