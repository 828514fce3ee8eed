"""Saving one changed field in a large file, against a bare INSERT and COMMIT under the same pragmas.

python -m benchmarks.save
"""

from __future__ import annotations

import os
import sqlite3
import statistics
import sys
import tempfile
import time
from pathlib import Path
from uuid import uuid4

from benchmarks.ratio import show
from consultation.model import Consultation, Recommendation, RecommendationSet
from consultation.store import Identity, Store

RECOMMENDATIONS = 20_000
TRIES = 200
LIMIT = 2.0
TEXT = "Create a regional fund for water and soil, kept by the towns that drink from it, with open accounts: part {}"


def main() -> bool:
    """Print the ratio; answer whether it is within the limit."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "large.consult"
        with Store.create(path, Identity(uuid4(), uuid4())) as store:
            store.save(Consultation(title={"en": "A large one"}))
            records = []
            with store.together():
                for place in range(RECOMMENDATIONS):
                    record = Recommendation(set=RecommendationSet.POLICY, text=TEXT.format(place), language="en")
                    store.save(record)
                    records.append(record)
            floor_file = sqlite3.connect(Path(name) / "floor.db", isolation_level=None)
            for pragma in ("journal_mode", "synchronous", "secure_delete"):
                value = store._engine.run(f"PRAGMA {pragma}").fetchone()[0]
                floor_file.execute(f"PRAGMA {pragma} = {value}")
            floor_file.execute("CREATE TABLE said (seq INTEGER PRIMARY KEY, id BLOB, words TEXT)")
            ours, floor = [], []
            step = RECOMMENDATIONS // TRIES
            for place in range(TRIES):  # in turns, so that both see the same disk
                record = records[place * step]
                record.text = TEXT.format(f"{place} again")
                started = time.perf_counter()
                store.save(record)
                ours.append(time.perf_counter() - started)
                started = time.perf_counter()
                floor_file.execute("BEGIN IMMEDIATE")
                floor_file.execute("INSERT INTO said (id, words) VALUES (?, ?)", (os.urandom(32), TEXT))
                floor_file.execute("COMMIT")
                floor.append(time.perf_counter() - started)
            floor_file.close()
    return show("saving one field of 20,000, ms", statistics.median(ours) * 1e3, statistics.median(floor) * 1e3, LIMIT)


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
