"""Merging many files into an empty one, against SQLite's own way of copying rows (ATTACH, INSERT OR IGNORE).

python -m benchmarks.merge [FILES ...]     default: 100 and 1000 files of 200 recommendations, 6 revisions each
"""

from __future__ import annotations

import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from uuid import uuid4

from benchmarks.ratio import show
from consultation.model import Consultation, Recommendation, RecommendationSet, Session
from consultation.store import Clock, Identity, Store
from consultation.store.fold import fold
from consultation.store.ledger import INSERT
from consultation.store.projection import Projector, revisions_of
from consultation.store.revision import RevisionRow, write_revision
from consultation.store.sqlite.connection import connect

RECOMMENDATIONS = 200
EDITS = 5
FEW_FILES = 100
FEW_RUNS = 5
LIMITS = {100: 4.0, 1000: 2.0}
LARGEST_MEMORY_MB = 200
ROW = ", ".join(f'"{name}"' for name in RevisionRow._fields)
WORDS = [
    "water",
    "transport",
    "care",
    "housing",
    "budget",
    "youth",
    "culture",
    "soil",
    "energy",
    "archive",
    "market",
    "river",
    "school",
    "data",
]


def write_room(start: Path, path: Path, number: int) -> None:
    """Write one room's file: a copy of ``start`` with 200 recommendations, each revised five times."""
    shutil.copyfile(start, path)
    identity = Identity(uuid4(), uuid4())
    clock = Clock()
    with Store.open(path, identity, clock) as store:
        session = Session(code=f"R{number}", title={"en": f"Room {number}"})
        store.save(session)
        values = dict(Recommendation(set=RecommendationSet.POLICY, text="x", session=session.id))
        with store.together():
            for place in range(RECOMMENDATIONS):
                record = store.new_id()
                heads: tuple[bytes, ...] = ()
                for edit in range(EDITS + 1):
                    text = " ".join(WORDS[(place * 7 + edit + i * number) % len(WORDS)] for i in range(25))
                    changed = (
                        {**{k: v for k, v in values.items() if k not in ("id", "terms")}, "text": text}
                        if not edit
                        else {"deleted": False, "text": text}
                        if edit % 2
                        else {"deleted": False, "rationale": text}
                    )
                    row = write_revision(
                        record,
                        "recommendation",
                        heads,
                        clock.tick([]),
                        identity.replica,
                        identity.author,
                        changed,
                        store.entropy(16),
                    )
                    store._engine.run(INSERT, *row)
                    heads = (row.id,)
                first, revisions = revisions_of(store._engine, record.bytes, "recommendation")
                projector = Projector(store._engine)
                projector.add(first, record.bytes, fold(revisions), known=False)
                projector.write()


def copy_rows(target: Path, sources: list[Path]) -> None:
    """The floor: the same rows into the same table and index, with nothing verified, folded or indexed."""
    database = sqlite3.connect(target, isolation_level=None)
    tables = [
        sql
        for (sql,) in connect(sources[0]).execute(
            "SELECT sql FROM sqlite_master WHERE tbl_name = 'revision' AND sql IS NOT NULL"
        )
    ]
    ours = connect(target)
    for pragma in ("journal_mode", "synchronous", "secure_delete", "cache_size", "temp_store", "mmap_size"):
        database.execute(f"PRAGMA {pragma} = {ours.execute(f'PRAGMA {pragma}').fetchone()[0]}")
    ours.close()
    for statement in tables:
        database.execute(statement)
    for first in range(0, len(sources), 10):
        group = sources[first : first + 10]
        for place, source in enumerate(group):
            database.execute(f"ATTACH ? AS s{place}", (str(source),))
        database.execute("BEGIN IMMEDIATE")
        for place in range(len(group)):
            database.execute(f"INSERT OR IGNORE INTO revision ({ROW}) SELECT {ROW} FROM s{place}.revision ORDER BY seq")
        database.execute("COMMIT")
        for place in range(len(group)):
            database.execute(f"DETACH s{place}")
    database.close()


def timed_merge(target: Path, sources: list[Path]) -> tuple[float, int]:
    """Merge in a process of its own; return seconds and the peak of its memory in megabytes."""
    code = (
        "import sys, time, resource\n"
        "from pathlib import Path\n"
        "from uuid import uuid4\n"
        "from consultation.store import Store, Identity\n"
        "from consultation.merging import merge\n"
        "target, *sources = map(Path, sys.stdin.read().split('\\n'))\n"
        "identity = Identity(uuid4(), uuid4())\n"
        "store = Store.open(target, identity) if target.exists() else Store.create(target, identity)\n"
        "started = time.perf_counter()\n"
        "merge(store, sources)\n"
        "print(time.perf_counter() - started, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        input="\n".join(map(str, [target, *sources])),
        capture_output=True,
        text=True,
        check=True,
    )
    seconds, memory = done.stdout.split()
    return float(seconds), int(memory)


def main(counts: list[int]) -> bool:
    """Print the ratios; answer whether all are within their limits."""
    good = True
    memories: list[int] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Store.create(folder / "start.consult", Identity(uuid4(), uuid4())) as start:
            start.save(Consultation(title={"en": "Many rooms"}))
        rooms = []
        for number in range(max(counts)):
            rooms.append(folder / f"room{number}.consult")
            write_room(folder / "start.consult", rooms[-1], number)
        for count in counts:
            sources = rooms[:count]
            target = folder / f"all{count}.consult"
            runs = []
            for _ in range(FEW_RUNS if count <= FEW_FILES else 1):  # in turns, so that both see the same disk
                started = time.perf_counter()
                copy_rows(folder / "floor.db", sources)
                least = time.perf_counter() - started
                (folder / "floor.db").unlink()
                target.unlink(missing_ok=True)
                runs.append((least, *timed_merge(target, sources), timed_merge(target, sources)[0]))
            floor, first, memory, again = (statistics.median(column) for column in zip(*runs, strict=True))
            memories.append(int(memory))
            good &= show(f"merging {count} files", first, floor, LIMITS.get(count, 4.0))
            good &= show(f"merging the same {count} files again", again, first, 0.5)
            good &= show(f"memory for {count} files, MB", memory, LARGEST_MEMORY_MB, 1.0)
            target.unlink()
    if len(memories) > 1:
        good &= show("memory, most files to fewest", max(memories), min(memories), 1.25)
    print(f"(this process itself: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB)")
    return good


if __name__ == "__main__":
    sys.exit(0 if main([int(count) for count in sys.argv[1:]] or [100, 1000]) else 1)
