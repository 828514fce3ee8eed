"""Opening a file of 20,000 recommendations: one that was written elsewhere, and one's own.

The first is verified and folded before it is shown: measured against merging it into an empty file. The second is
as this installation left it: measured against opening a file fresh from the kit.

    python -m benchmarks.opening
"""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

from benchmarks.ratio import show
from consultation.kits import read_kit
from consultation.merging import merge
from consultation.model import Recommendation, RecommendationSet
from consultation.preparing import new_consultation
from consultation.store import Identity, Store

KIT = "forum-intermediary-cities-2021"
RECOMMENDATIONS = 20_000
TRIES = 5
MANY_TRIES = 25
TEXT = "Give every neighbourhood {} a fountain, and the people who live beside it a say in how its water is shared."


def seconds(act: Callable[[], object]) -> float:
    """Return how long something takes."""
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


def write_large(path: Path, identity: Identity) -> None:
    """Make a file of 20,000 recommendations."""
    with new_consultation(path, read_kit(KIT), identity) as store, store.together():
        for number in range(RECOMMENDATIONS):
            text = TEXT.format(number)
            store.save(Recommendation(id=store.new_id(), set=RecommendationSet.POLICY, text=text, language="en"))


def main() -> bool:
    """Print the ratios; answer whether they are within their limits."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        mine = Identity(uuid4(), uuid4(), folder=folder)
        large, fresh = folder / "large.consult", folder / "fresh.consult"
        write_large(large, mine)
        new_consultation(fresh, read_kit(KIT), mine).close()

        def merged() -> None:
            with Store.create(folder / "empty.consult", mine) as store:
                merge(store, [large])
            (folder / "empty.consult").unlink()

        def elsewhere() -> None:
            shutil.copyfile(large, folder / "copy.consult")
            os.sync()
            took.append(seconds(lambda: Store.open(folder / "copy.consult", mine).close()))

        took: list[float] = []
        floor = []
        for _ in range(TRIES):  # in turns, so that both see the same disk
            elsewhere()
            floor.append(seconds(merged))
        good = show("opening 20,000 from elsewhere, s", statistics.median(took), statistics.median(floor), 1.5)
        for path in (large, fresh):
            Store.open(path, mine).close()
        ours, least = [], []
        for _ in range(MANY_TRIES):
            ours.append(seconds(lambda: Store.open(large, mine).close()))
            least.append(seconds(lambda: Store.open(fresh, mine).close()))
        return (
            show("opening one's own, ms", statistics.median(ours) * 1e3, statistics.median(least) * 1e3, 2.0) and good
        )


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
