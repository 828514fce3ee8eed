"""A large programme in the window: until the timetable is painted, and until it is after a move and at each key typed.

Limits are plain milliseconds, and there the machine matters; the ratio is to the programme of a kit, in the same run.

    python -m benchmarks.programme
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import tempfile
import time
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.window.stage import Stage
    from ui.prepare.programme import ProgrammePage

SESSIONS, PEOPLE, TRIES, MOVES = 500, 5_000, 7, 24
OPEN_MS, MOVE_MS, KEY_MS, OPEN_RATIO = 300.0, 33.0, 50.0, 2.0
A_DAY, TRACKS, A_QUARTER = 20, 4, 15
"""Sessions a day, tracks, minutes."""
WORDS = ("care", "water", "cities", "climate", "housing", "transport", "waste", "food", "youth", "heritage", "finance")
TYPED = ("water", "d07-3", "housing fo", "zzz")


def main() -> bool:
    """Print the figures; answer whether all are within their limits."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from benchmarks.ratio import show
    from benchmarks.window.stage import Stage, show_within
    from benchmarks.window.views import open_view
    from ui.prepare.place import PROGRAMME

    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores; medians")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        stage = Stage(folder / "home")
        large, kit = _file(folder / "large.consult", stage, SESSIONS), _file(folder / "kit.consult", stage, 0)
        opened: dict[Path, list[float]] = {large: [], kit: []}
        for _ in range(TRIES):
            for path, times in opened.items():
                times.append(open_view(stage, path, PROGRAMME))
        open_view(stage, large, PROGRAMME)
        page = _page(stage)
        moves, keys = _moves(stage, page), _keys(stage, page)
        painted, written = (statistics.median(times) for times in zip(*moves, strict=True))
        stage.close()
    middle = {path: statistics.median(times) for path, times in opened.items()}
    good = show_within(f"the programme of {SESSIONS} sessions, ms", middle[large], OPEN_MS)
    good &= show("the same, to that of the kit, ms", middle[large], middle[kit], OPEN_RATIO)
    good &= show_within("moving a session by a key until it is painted, ms", painted, MOVE_MS)
    print(f"the same until it is written and read again: {written:.1f} ms")
    return show_within("finding a session, per key, ms", statistics.median(keys), KEY_MS) and good


def _file(path: Path, stage: Stage, number: int) -> Path:
    """Make a file from the kit; with ``number`` sessions in the place of its own, and many people in them."""
    from consultation.kits import read_kit
    from consultation.model import Person, Role, RoleKind, Session, Track
    from consultation.preparing import new_consultation
    from consultation.sample import KIT

    chance = random.Random(number)
    with new_consultation(path, read_kit(KIT), stage.workspace.identity) as store:
        if number:
            for session in store.all(Session):
                store.delete(session)
            tracks = [Track(id=store.new_id(), title={"en": f"Track {place}"}, rank=place) for place in range(TRACKS)]
            sessions = _sessions(store.consultation.time_zone, number, [track.id for track in tracks], chance)
            people = [Person(id=store.new_id(), name=f"Amina {place}") for place in range(PEOPLE)]
            there = [(person, chance.choice(sessions)) for person in people]
            kinds = list(RoleKind)
            roles = [
                Role(id=store.new_id(), session=session.id, person=person.id, role=chance.choice(kinds))
                for person, session in there
            ]
            store.save_all([*tracks, *sessions, *people, *roles])
    return path


def _sessions(zone: str, number: int, tracks: list, chance: random.Random) -> list:  # type: ignore[type-arg]
    from consultation.model import Session
    from consultation.model.record import derived_id
    from consultation.reading.hours import moment_at

    made = []
    for place in range(number):
        on, at = date(2021, 10, 5) + timedelta(days=place // A_DAY), place % A_DAY
        begins = 9 * 60 + at // TRACKS * 105
        code = f"D{place // A_DAY + 1:02}-{at + 1}"
        made.append(
            Session(
                id=derived_id("session", code),
                code=code,
                title={"en": f"{' for '.join(chance.sample(WORDS, 3)).capitalize()} in intermediary cities"},
                starts=moment_at(on, begins, zone),
                ends=moment_at(on, begins + 90, zone),
                track=tracks[at % TRACKS],
                room=f"Room {at % TRACKS}",
            )
        )
    return made


def _page(stage: Stage) -> ProgrammePage:
    from benchmarks.window.views import view
    from ui.prepare.place import PROGRAMME
    from ui.prepare.programme import ProgrammePage

    page = view(stage, PROGRAMME)
    assert isinstance(page, ProgrammePage)
    return page


def _moves(stage: Stage, page: ProgrammePage) -> list[tuple[float, float]]:
    """Measure moves by a quarter of an hour, until the timetable is painted and until they are written."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    keys, times = (Qt.Key.Key_Right, Qt.Key.Key_Left), []
    timed = list(page.sessions.blocks)
    stage.window.activateWindow()
    for place in range(MOVES):
        page.timetable.choose(timed[place // 2 * 3 % len(timed)])
        stage.settle()
        page.timetable.setFocus()
        session = page.timetable.session
        assert session is not None
        press = partial(QTest.keyClick, page.timetable, keys[place % 2], Qt.KeyboardModifier.AltModifier)
        painted = _painted(page)
        started = time.perf_counter()
        written = stage.until_painted(press, page.timetable.viewport())
        times.append(((painted[0] - started) * 1e3, written))
        if stage.store.get(type(session), session.id).starts == session.starts:
            raise RuntimeError(f"{session.code} was not moved")
    return times


def _painted(page: ProgrammePage) -> list[float]:
    """Return a list in which stands when the timetable has been painted from now on."""
    moments: list[float] = []
    paint = type(page.timetable).paintEvent

    def noted(event: object) -> None:
        paint(page.timetable, event)  # type: ignore[arg-type]
        moments.append(time.perf_counter())

    page.timetable.paintEvent = noted  # type: ignore[method-assign]
    return moments


def _keys(stage: Stage, page: ProgrammePage) -> list[float]:
    """Measure each key of a few searches."""
    times = []
    for words in TYPED:
        page.finding.clear()
        stage.settle()
        for letter in words:
            times.append(stage.settled(partial(page.finding.insert, letter), page.timetable.viewport()))
    return times


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
