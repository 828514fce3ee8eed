"""The people of a large consultation in the window: until the view is painted, and until it is at each key typed.

Limits are plain milliseconds, and there the machine matters; the ratio is to the same with forty people.

    python -m benchmarks.people
"""

from __future__ import annotations

import os
import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QLineEdit, QWidget

    from benchmarks.window.stage import Stage
    from ui.prepare.view import View

OPEN_RATIO = 2.5
LARGE, SMALL = 5_000, 40
TYPED = ("amina", "ruiz council", "port", "müller")
FIRST = ("Amina", "Baptiste", "Catalina", "Dilek", "Étienne", "Fatou", "Georges", "Hatice", "Ingrid", "Leïla")
LAST = ("Berrahal", "Devkar", "Ferreyra", "Gülseven", "Kouldé", "Lindqvist", "Müller", "Oyarbide", "Pachamango", "Ruiz")
HOUSES = ("Port", "Hill", "River", "Lake", "Coast", "Valley", "Forest", "Island", "Bridge", "Market", "Garden", "Mill")


def main() -> bool:
    """Print the figures; answer whether all are within their limits."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from benchmarks.window.stage import show_within
    from benchmarks.window.views import KEY_MS, opened_and_searched, show_opened
    from ui.prepare.place import PEOPLE

    times, typed = opened_and_searched(_file, (LARGE, SMALL), PEOPLE, _searched, TYPED)
    good = show_opened(f"the view with {LARGE:,} people", "forty people", times, OPEN_RATIO)
    return show_within(f"search among {LARGE:,} people per key, worst, ms", max(typed), KEY_MS) and good


def _searched(shown: View) -> tuple[QLineEdit, Callable[[], QWidget]]:
    from ui.prepare.people import PeoplePage

    assert isinstance(shown, PeoplePage)
    return shown.tables.bar.field, shown.tables.pane.table.viewport


def _file(path: Path, stage: Stage, number: int) -> Path:
    """Make a file with as many people, each of an organisation, most with a part in a session."""
    from consultation.kits import read_kit
    from consultation.model import Person, Role, Session
    from consultation.preparing import new_consultation
    from consultation.sample import KIT

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


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
