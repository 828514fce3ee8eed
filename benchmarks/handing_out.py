"""A large consultation looked through before it is handed out, in the window.

Limits are plain milliseconds, and there the machine matters; the ratio is to the same with thirteen sessions.

    python -m benchmarks.handing_out
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.window.stage import Stage

OPEN_RATIO = 2.0
SESSIONS, SMALL, PEOPLE_TO_A_SESSION, ROOMS = 500, 13, 10, 12
FIRST = datetime(2021, 10, 5, 8, tzinfo=UTC)


def main() -> bool:
    """Print the figures; answer whether all are within their limits."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from benchmarks.window.stage import Stage
    from benchmarks.window.views import opened, show_opened
    from ui.prepare.place import HAND_OUT

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        stage = Stage(folder / "home")
        files = {number: _file(folder / f"{number}.consult", stage, number) for number in (SESSIONS, SMALL)}
        times = opened(stage, files, HAND_OUT)
        stage.close()
    return show_opened(f"ready to hand out? with {SESSIONS} sessions", f"{SMALL} sessions", times, OPEN_RATIO)


def _file(path: Path, stage: Stage, number: int) -> Path:
    """Make a file with as many sessions, each with a facilitator, ten people, and now and then something lacking."""
    from consultation.kits import read_kit
    from consultation.model import Person, Role, RoleKind, Session
    from consultation.preparing import new_consultation
    from consultation.sample import KIT

    chance = random.Random(number)
    with new_consultation(path, read_kit(KIT), stage.workspace.identity) as store:
        sessions = [
            Session(
                id=store.new_id(),
                code=f"S{place}",
                title={"en": f"Session {place}"},
                starts=FIRST + timedelta(minutes=20 * place) if place % 10 else None,
                ends=FIRST + timedelta(minutes=20 * place + 60) if place % 10 else None,
                room=f"Room {place % ROOMS}",
            )
            for place in range(number)
        ]
        people = [
            Person(
                id=store.new_id(),
                name=f"Somebody {place}",
                organisation=f"House {place % 300}" if place % 9 else "",
                consent=chance.choice([None, False, True]),
            )
            for place in range(number * PEOPLE_TO_A_SESSION)
        ]
        roles = [Role(id=store.new_id(), session=chance.choice(sessions).id, person=each.id) for each in people]
        for session in sessions:
            runs, who = chance.choice([RoleKind.MODERATOR, RoleKind.RAPPORTEUR]), chance.choice(people).id
            roles.append(Role(id=store.new_id(), session=session.id, person=who, role=runs))
        store.save_all([*sessions, *people, *roles])
    return path


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
