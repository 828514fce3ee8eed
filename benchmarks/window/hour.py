"""What an hour of work leaves in memory: what is entered, asked for and counted in one, without waiting for it."""

from __future__ import annotations

import gc
import resource
from pathlib import Path
from uuid import UUID

from benchmarks.window.big_file import BigFile
from benchmarks.window.stage import Stage, show_within
from consultation.model import Recommendation, Support
from ui.session.entry_kinds import EntryKind

INTERVENTIONS, RECOMMENDATIONS, TALLIES = 600, 80, 200
WARMING = 20
LIMIT_MB = 50.0
SAID = "In the hour, number {}: whoever lives beside the river pays for the water that others drink from it."


def measure(stage: Stage, big: BigFile, _: object) -> bool:
    """Work for an hour in a usual session, through the widgets."""
    stage.show_session(big.usual)
    _work(stage, big.usual, WARMING, WARMING, WARMING)
    before = _memory_mb()
    _work(stage, big.usual, INTERVENTIONS, RECOMMENDATIONS, TALLIES)
    return show_within("an hour's work, more memory, MB", max(_memory_mb() - before, 0.001), LIMIT_MB)


def _work(stage: Stage, session: UUID, said: int, asked: int, counted: int) -> None:
    """Do all of it in turns."""
    for number in range(said):
        _enter(stage, EntryKind.INTERVENTION, number)
        if number * asked // said != (number + 1) * asked // said:
            _enter(stage, EntryKind.POLICY, number)
        if number * counted // said != (number + 1) * counted // said:
            _count(stage, session, number)


def _enter(stage: Stage, kind: EntryKind, number: int) -> None:
    stage.place.room.entry.choose_kind(kind)
    stage.settled(lambda: stage.enter(SAID.format(number)), stage.stream.viewport())


def _count(stage: Stage, session: UUID, number: int) -> None:
    """Choose a recommendation, so that its details are in sight, and count hands for it."""
    recommendations = stage.store.columns(Recommendation, "id", session=session)
    (recommendation,) = recommendations[-(number % 60) - 1]
    stage.place.show_record(recommendation)
    stage.settle()
    stage.workspace.save(Support(id=stage.store.new_id(), recommendation=recommendation, in_favour=number))
    stage.settle()


def _memory_mb() -> float:
    gc.collect()
    statm = Path("/proc/self/statm")
    if statm.exists():
        return int(statm.read_text().split()[1]) * resource.getpagesize() / 2**20
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20  # its peak: on macOS nothing better is at hand
