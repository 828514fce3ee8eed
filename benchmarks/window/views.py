"""How long a view of "Prepare" takes until it is painted, and each key typed into its field to find."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from benchmarks.ratio import show
from benchmarks.window.stage import Stage, show_within
from ui.actions import anywhere
from ui.prepare.place import CONSULTATION, PreparePlace
from ui.prepare.view import View

OPEN_MS, KEY_MS = 300.0, 50.0
TRIES = 5


def open_view(stage: Stage, path: Path, name: str) -> float:
    """Open a file and measure how long one of its views takes to be painted once it is asked for."""
    stage.open(path)
    stage.window.go(anywhere.GO_PREPARE)
    place = prepare(stage)
    place.show_view(CONSULTATION)
    stage.settle()
    stage.rest()
    return stage.settled(partial(place.show_view, name), place)


def prepare(stage: Stage) -> PreparePlace:
    """Return the place, which is shown."""
    place = stage.window.place
    assert isinstance(place, PreparePlace)
    return place


def view(stage: Stage, name: str) -> View:
    """Return a view of it."""
    return prepare(stage).page(name)


def opened(stage: Stage, files: Mapping[int, Path], name: str) -> dict[int, list[float]]:
    """Open the view of each file several times, one after the other; return the milliseconds by the files' keys."""
    times: dict[int, list[float]] = {number: [] for number in files}
    for _ in range(TRIES):
        for number, path in files.items():
            times[number].append(open_view(stage, path, name))
    return times


def show_opened(what: str, floor: str, times: Mapping[int, list[float]], most: float) -> bool:
    """Print how long the larger file took, alone and (at most ``most`` times) to the smaller; tell whether both fit."""
    large, small = max(times), min(times)
    good = show_within(f"{what}, worst, ms", max(times[large]), OPEN_MS)
    middle = {number: statistics.median(those) for number, those in times.items()}
    return show(f"{what}, to {floor}, ms", middle[large], middle[small], most) and good


def keys(stage: Stage, field: QLineEdit, seen: Callable[[], QWidget], typed: Iterable[str]) -> list[float]:
    """Measure each key of a few searches, from an empty field on, until what is found is painted."""
    QTest.qWait(1_000)  # as a person who looks at the list before typing
    times = []
    for words in typed:
        field.clear()
        stage.settle()
        times += [stage.settled(partial(field.insert, letter), seen()) for letter in words]
    return times


def opened_and_searched(
    make: Callable[[Path, Stage, int], Path],
    sizes: tuple[int, int],
    name: str,
    searched: Callable[[View], tuple[QLineEdit, Callable[[], QWidget]]],
    typed: Iterable[str],
) -> tuple[dict[int, list[float]], list[float]]:
    """Open a view of files of these sizes, then type into the first; return milliseconds by size, and for each key.

    ``searched`` says of a view where words are typed, and what shows those that were found.
    """
    with tempfile.TemporaryDirectory() as held:
        folder = Path(held)
        stage = Stage(folder / "home")
        files = {size: make(folder / f"{size}.consult", stage, size) for size in sizes}
        times = opened(stage, files, name)
        open_view(stage, files[sizes[0]], name)
        found = keys(stage, *searched(view(stage, name)), typed)
        stage.close()
    return times, found
