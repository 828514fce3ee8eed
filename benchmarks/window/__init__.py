"""The window on a file as large as a consultation gets: what it takes until a person sees what was asked for.

Ratios to a floor in the same run where there is one; some limits are plain milliseconds, and there the machine matters.

    python -m benchmarks.window [FIGURES ...]     default: all of them, see `FIGURES`
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

FIGURES = (
    *("hour", "writing", "keys", "scrolling", "searching", "showing", "declaring", "priorities", "opening"),
    "files",
)
"""In this order: the hour wants a window in which nothing has happened yet."""


def main(figures: Sequence[str] = FIGURES) -> bool:
    """Print the figures; answer whether all are within their limits."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from benchmarks.window import declaring, files_in, hour, opening, priorities, scrolling, searching, showing, typing
    from benchmarks.window.big_file import make_big, make_small
    from benchmarks.window.stage import Stage

    measures = {
        "hour": hour.measure,
        "writing": typing.measure_entering,
        "keys": typing.measure_keys,
        "scrolling": scrolling.measure,
        "searching": searching.measure,
        "showing": showing.measure,
        "declaring": declaring.measure,
        "priorities": priorities.measure,
        "opening": opening.measure,
        "files": files_in.measure,
    }
    good = True
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        stage = Stage(folder / "home")
        started = time.perf_counter()
        small = make_small(folder / "small.consult", stage.workspace.identity)
        big = make_big(folder / "big.consult", stage.workspace.identity)
        print(f"(the big file was made in {time.perf_counter() - started:.0f} s)")
        stage.open(big.path)
        for figure in figures:
            stage.rest()
            good &= measures[figure](stage, big, small)
        stage.close()
    return good
