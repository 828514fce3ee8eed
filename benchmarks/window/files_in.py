"""Many files on their way in: read, merged and shown in the queue, while the window answers all the time.

A stall is the time in which the window could not have answered: between two events of a clock that ticks every few
milliseconds in its thread.
"""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QTimer

from benchmarks.window.big_file import BigFile
from benchmarks.window.stage import Stage, show_within
from consultation.kits import read_kit
from consultation.model import Recommendation, RecommendationSet, Session
from consultation.preparing import new_consultation
from consultation.store import Identity, Store
from ui.actions import anywhere
from ui.merge import MergePlace
from ui.merge.batch import BatchStage

KIT = "forum-intermediary-cities-2021"
FILES, RECOMMENDATIONS = 500, 200
DISPUTED = 40
"""Recommendations of the file that is handed out which every room may reword, so that there is something to decide."""
EVERY_MS = 5
MOST_MS = 100.0
LONGEST_S = 1_800.0


@dataclass
class Beat:
    """Ticks in the thread of the window and remembers its longest silences."""

    gaps: list[float] = field(default_factory=list)
    last: float = 0.0

    def begin(self) -> None:
        """Begin to listen."""
        self.gaps, self.last = [], time.perf_counter()
        self._timer = QTimer(interval=EVERY_MS)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start()

    def end(self) -> float:
        """Return the longest silence in milliseconds."""
        self._on_tick()
        self._timer.stop()
        return max(self.gaps) * 1e3

    def _on_tick(self) -> None:
        now = time.perf_counter()
        self.gaps.append(now - self.last)
        self.last = now


def make_rooms(folder: Path, start: Path, files: int) -> list[Path]:
    """Write the files of as many rooms, each of them 200 recommendations, some of the handed-out ones reworded."""
    chance, rooms = random.Random(8), []
    words = [f"word{number}" for number in range(500)]
    for number in range(files):
        path = folder / f"room-{number:03}.consult"
        shutil.copyfile(start, path)
        with Store.open(path, Identity(uuid4(), uuid4(), f"Room {number}"), as_it_is=True) as store:
            session = Session(id=store.new_id(), code=f"R{number:03}", title={"en": f"Room {number}"})
            store.save(session)
            store.save_all(
                Recommendation(
                    id=store.new_id(),
                    set=chance.choice([*RecommendationSet]),
                    text=" ".join(chance.choices(words, k=22)),
                    language="en",
                    session=session.id,
                )
                for _ in range(RECOMMENDATIONS)
            )
            shared = sorted(store.all(Recommendation), key=lambda record: record.id)[:DISPUTED]
            record = chance.choice(shared)
            store.change(record, text=f"{record.text} {number}")
        rooms.append(path)
    return rooms


def make_start(path: Path, identity: Identity) -> Path:
    """Make the file that is handed out."""
    with new_consultation(path, read_kit(KIT), identity) as store:
        store.save_all(
            Recommendation(id=store.new_id(), set=RecommendationSet.POLICY, text=f"Handed out {number}.", language="en")
            for number in range(DISPUTED)
        )
    return path


def measure(stage: Stage, big: BigFile, small: Path, files: int = FILES) -> bool:
    """Read, merge and show them."""
    folder = small.parent / "rooms"
    folder.mkdir()
    start = make_start(folder / "start.consult", stage.workspace.identity)
    rooms = make_rooms(folder, start, files)
    stage.workspace.close()
    stage.settle()
    stage.open(start)
    stage.window.go(anywhere.GO_MERGE)
    stage.settle()
    place = stage.window.place
    if not isinstance(place, MergePlace):
        raise TypeError("that is not the place of merging")
    batch = place.files.batch
    good = _within(stage, f"reading {files} files", lambda: batch.add(rooms), lambda: not batch.is_reading)
    good &= _within(stage, "ticking all, and none", lambda: (batch.tick_all(), batch.tick_all()), lambda: True, 300)
    _wait(stage, lambda: not batch.is_reading)
    good &= _within(stage, f"merging {files} files", place.files.merge, lambda: batch.stage == BatchStage.MERGED, 300)
    good &= _within(stage, "showing what is to be decided", place.show_decisions, lambda: True, 300)
    good &= _within(stage, "showing the merges", lambda: place.show_view("merges"), lambda: True, 300)
    print(f"({stage.store.count(Recommendation)} recommendations, {stage.store.count_conflicts()} conflicts)")
    stage.workspace.close()
    stage.open(big.path)
    return good


def _within(
    stage: Stage, what: str, act: Callable[[], object], done: Callable[[], bool], after_ms: float = 0.0
) -> bool:
    beat, started = Beat(), time.perf_counter()
    beat.begin()
    act()
    _wait(stage, done)
    until = time.perf_counter() + after_ms / 1e3
    while time.perf_counter() < until:
        stage.app.processEvents()
    longest = beat.end()
    print(f"({what}: {time.perf_counter() - started:.1f} s, {sum(gap > MOST_MS / 1e3 for gap in beat.gaps)} stalls)")
    return show_within(f"{what}, longest stall, ms", longest, MOST_MS)


def _wait(stage: Stage, done: Callable[[], bool]) -> None:
    until = time.perf_counter() + LONGEST_S
    while not done():
        stage.app.processEvents()
        time.sleep(0.001)
        if time.perf_counter() > until:
            raise RuntimeError("it did not come to an end")
