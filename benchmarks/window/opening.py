"""Opening one's own unchanged file until it is painted, against a file fresh from the kit."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from benchmarks.window.big_file import BigFile
from benchmarks.window.stage import Stage, show_ratio

TRIES = 9
LIMIT = 2.0


def measure(stage: Stage, big: BigFile, small: Path) -> bool:
    """Open both in turns, the session that was shown last first."""
    stage.show_session(big.usual)
    ours, floor = [], []
    for _ in range(TRIES):
        for path, times in ((big.path, ours), (small, floor)):
            stage.workspace.close()
            stage.settle()
            times.append(stage.settled(partial(stage.open, path)))
    stage.open(big.path)
    return show_ratio("opening one's own file to painted, ms", ours, floor, LIMIT)
