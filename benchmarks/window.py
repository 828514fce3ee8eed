"""Showing a session of 1,500 entries in the window until it is painted, against one of 15.

python -m benchmarks.window
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path
from uuid import UUID

from benchmarks.ratio import show
from consultation.kits import read_kit
from consultation.model import Intervention
from consultation.preparing import new_consultation

KIT = "forum-intermediary-cities-2021"
MANY, FEW = 1_500, 15
TRIES = 7
LIMIT = 20.0
"""For a hundred times the entries: a fixed share of the time is the page itself, the rest goes by the entry."""
WORDS = "Number {}: our river has no mayor, and whoever lives beside it pays for the water that others drink from it."


def main() -> bool:
    """Print the ratio; answer whether it is within the limit."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from ui.shell.app import make_workspace, the_application
    from ui.shell.main_window import MainWindow

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        app = the_application(["benchmark"])
        workspace = make_workspace(app, folder / "home")
        path = folder / "forum.consult"
        with new_consultation(path, read_kit(KIT), workspace.identity) as store:
            full, short = store.session("D1-CLIMATE").id, store.session("D2-WATER").id
            store.save_all(
                Intervention(id=store.new_id(), session=session, text=WORDS.format(number))
                for session, count in ((full, MANY), (short, FEW))
                for number in range(count)
            )
        window = MainWindow(workspace)
        window.resize(1440, 900)
        window.show()
        workspace.open_now(path)

        def painted(session: UUID) -> float:
            started = time.perf_counter()
            window.place.show_session(session)  # type: ignore[union-attr]  # the first place is Session
            app.processEvents()
            window.grab()
            return (time.perf_counter() - started) * 1e3

        painted(full), painted(short)
        turns = [(painted(full), painted(short)) for _ in range(TRIES)]
        ours, floor = (statistics.median(times) for times in zip(*turns, strict=True))
        window.close()
        app.processEvents()
    return show(f"showing a session of {MANY:,} entries, ms", ours, floor, LIMIT)


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
