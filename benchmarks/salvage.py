"""Saving what is whole of damaged files: how much comes back, and how long it takes.

A file of some 7,300 pages, 5 of which are destroyed: at least 99.8 of 100 revisions come back. Fifty smaller ones, each
damaged in another way: nothing comes that was not there, and with the whole file they come to the same as that.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from random import Random
from uuid import uuid4

from benchmarks.merge import write_room
from benchmarks.ratio import show
from consultation.errors import FileRefused
from consultation.merging import merge, salvage, save_what_is_whole
from consultation.model import Consultation
from consultation.store import Identity, Store
from tests.merging.damaged import HARMS, PAGE, overwritten

ROOMS, FEW_ROOMS = 32, 1
DESTROYED = 5
SEEDS = 50
MOST_LOST = 0.002
SECONDS = 20.0


def merged(folder: Path, name: str, rooms: int) -> Path:
    """Return a file into which that many rooms have been merged, each of 200 recommendations revised five times."""
    path = folder / name
    with Store.create(path, Identity(uuid4(), uuid4())) as store:
        store.save(Consultation(title={"en": "Many rooms"}))
        for number in range(rooms):
            room = folder / f"room{number}.consult"
            store.send_copy(folder / "start.consult")
            write_room(folder / "start.consult", room, number)
            merge(store, [room])
            room.unlink()
    return path


def destroyed(folder: Path) -> bool:
    """Destroy 5 of some 7,300 pages, ten times."""
    whole = merged(folder, "large.consult", ROOMS)
    data = whole.read_bytes()
    chance, good = Random(1), True
    lost: list[float] = []
    seconds: list[float] = []
    for _ in range(10):
        pages = chance.sample(range(2, len(data) // PAGE + 1), DESTROYED)
        harmed = folder / "harmed.consult"
        harmed.write_bytes(overwritten(data, pages, lambda: chance.randbytes(PAGE)))
        started = time.perf_counter()
        found = salvage(harmed)
        seconds.append(time.perf_counter() - started)
        lost.append(1 - found.entries.whole / found.entries.of)
    print(f"{len(data) // PAGE} pages, {found.entries.of} revisions, {DESTROYED} pages destroyed")
    good &= show("revisions lost, worst of ten", max(lost), MOST_LOST, 1.0)
    good &= show("seconds, worst of ten", max(seconds), SECONDS, 1.0)
    print(f"revisions back: {1 - max(lost):.5f} at the least")
    return good


def every_harm(folder: Path) -> bool:
    """Damage a smaller file in every way there is, from fifty seeds."""
    whole = merged(folder, "small.consult", FEW_ROOMS)
    data = whole.read_bytes()
    with Store.open(whole, Identity(uuid4(), uuid4())) as store:
        digest = store.digest()
    all_there = salvage(whole).remains.rows.keys()
    good = True
    for name, harm in HARMS.items():
        back: list[float] = []
        refused = strange = unequal = 0
        for seed in range(SEEDS):
            harmed, out = folder / "harmed.consult", folder / "saved.consult"
            out.unlink(missing_ok=True)
            harmed.write_bytes(harm(data, Random(seed)))
            try:
                found = salvage(harmed)
            except FileRefused:
                refused += 1
                continue
            strange += len(found.remains.rows.keys() - all_there)
            back.append(len(found.remains.rows.keys() & all_there) / len(all_there))
            if seed % 10 == 0:
                save_what_is_whole(found, out)
                with Store.open(out, Identity(uuid4(), uuid4()), as_it_is=True) as store:
                    merge(store, [whole])
                    unequal += store.digest() != digest
        mean = sum(back) / len(back) if back else 0.0
        print(
            f"{name:<20} {len(data) // PAGE} pages: back {mean:.4f} (worst {min(back, default=0):.4f}), "
            f"refused in a sentence {refused}, strange {strange}, unequal after merging {unequal}"
        )
        good &= not strange and not unequal
    return good


def main() -> bool:
    """Print the figures; answer whether all are within their limits."""
    with tempfile.TemporaryDirectory() as name:
        return destroyed(Path(name)) & every_harm(Path(name))


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
