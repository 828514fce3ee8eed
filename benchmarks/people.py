"""The people of a large consultation in the window: until the view is painted, and until it is at each key typed.

Limits are plain milliseconds, and there the machine matters; the ratio is to the same with forty people.

    python -m benchmarks.people
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import tempfile
from functools import partial
from pathlib import Path

LARGE, SMALL, TRIES = 5_000, 40, 5
OPEN_MS, KEY_MS, OPEN_RATIO = 300.0, 50.0, 8.0
TYPED = ("amina", "ruiz council", "port", "müller")
FIRST = ("Amina", "Baptiste", "Catalina", "Dilek", "Étienne", "Fatou", "Georges", "Hatice", "Ingrid", "Leïla")
LAST = ("Berrahal", "Devkar", "Ferreyra", "Gülseven", "Kouldé", "Lindqvist", "Müller", "Oyarbide", "Pachamango", "Ruiz")
HOUSES = ("Port", "Hill", "River", "Lake", "Coast", "Valley", "Forest", "Island", "Bridge", "Market", "Garden", "Mill")


def main() -> bool:
    """Print the figures; answer whether all are within their limits."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from benchmarks.ratio import show
    from benchmarks.window.stage import Stage, show_within

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        stage = Stage(folder / "home")
        files = {number: _file(folder / f"{number}.consult", stage, number) for number in (LARGE, SMALL)}
        opened: dict[int, list[float]] = {LARGE: [], SMALL: []}
        for _ in range(TRIES):
            for number, path in files.items():
                opened[number].append(_open(stage, path))
        _open(stage, files[LARGE])
        keys = _keys(stage)
        stage.close()
    good = show_within(f"the view with {LARGE:,} people, worst, ms", max(opened[LARGE]), OPEN_MS)
    middle = {number: statistics.median(times) for number, times in opened.items()}
    good &= show("the view, to forty people, ms", middle[LARGE], middle[SMALL], OPEN_RATIO)
    return show_within(f"search among {LARGE:,} people per key, worst, ms", max(keys), KEY_MS) and good


def _file(path: Path, stage: object, number: int) -> Path:
    """Make a file with as many people, each of an organisation, most with a part in a session."""
    from benchmarks.window.stage import Stage
    from consultation.kits import read_kit
    from consultation.model import Person, Role, Session
    from consultation.preparing import new_consultation
    from consultation.sample import KIT

    assert isinstance(stage, Stage)
    chance = random.Random(number)
    with new_consultation(path, read_kit(KIT), stage.workspace.identity) as store:
        sessions = [session.id for session in store.all(Session)]
        people = [
            Person(
                id=store.new_id(),
                name=f"{chance.choice(FIRST)} {chance.choice(LAST)} {chance.choice(LAST)} {place}",
                organisation=f"{chance.choice(HOUSES)} {chance.choice(HOUSES)} Council",
                consent=chance.choice([None, False, True]),
            )
            for place in range(number)
        ]
        roles = [
            Role(id=store.new_id(), session=chance.choice(sessions), person=person.id) for person in people if sessions
        ]
        store.save_all([*people, *roles])
    return path


def _open(stage: object, path: Path) -> float:
    """Open a file and measure how long its people take to be painted once they are asked for."""
    from benchmarks.window.stage import Stage
    from ui.actions import anywhere
    from ui.prepare.place import CONSULTATION, PEOPLE, PreparePlace

    assert isinstance(stage, Stage)
    stage.open(path)
    stage.window.go(anywhere.GO_PREPARE)
    place = stage.window.place
    assert isinstance(place, PreparePlace)
    place.show_view(CONSULTATION)
    stage.settle()
    stage.rest()
    return stage.settled(partial(place.show_view, PEOPLE), place)


def _keys(stage: object) -> list[float]:
    """Measure each key of a few searches."""
    from PySide6.QtTest import QTest

    from benchmarks.window.stage import Stage
    from ui.prepare.people import PeoplePage
    from ui.prepare.place import PEOPLE, PreparePlace

    assert isinstance(stage, Stage)
    place = stage.window.place
    assert isinstance(place, PreparePlace)
    page = place.page(PEOPLE)
    assert isinstance(page, PeoplePage)
    QTest.qWait(1_000)  # as a person who looks at the table before typing
    times = []
    for words in TYPED:
        page.bar.field.clear()
        stage.settle()
        for letter in words:
            insert = partial(page.bar.field.insert, letter)
            times.append(stage.settled(insert, page.pane.table.viewport()))
    return times


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
