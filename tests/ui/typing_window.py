"""A window in a process of its own, in which somebody types and never stops: to be killed by a test.

python typing_window.py HOME FILE WORDS
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.session.entry_kinds import EntryKind
from ui.shell.app import make_workspace
from ui.shell.main_window import MainWindow

ROOT = Path(__file__).parents[2]
CODE = "D1-CLIMATE"
"""The session that is typed in."""
BETWEEN_KEYS_MS = 30


@contextmanager
def window_elsewhere(home: Path, file: Path, words: str = "") -> Iterator[subprocess.Popen[str]]:
    """A window in another process, with the file open; killed in the end at the latest."""
    process = subprocess.Popen(
        [sys.executable, __file__, str(home), str(file), words],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        yield process
    finally:
        process.kill()
        process.communicate()


def type_on(home: Path, file: Path, words: str) -> None:
    """Open the file, choose a session and type; say "open" once the file is open."""
    app = QApplication([])
    workspace = make_workspace(app, home)
    workspace.speak("en")
    window = MainWindow(workspace)
    window.show()
    assert workspace.open_now(file)
    place = window.place
    place.show_session(workspace.store.session(CODE).id)
    entry = place.room.entry
    entry.choose_kind(EntryKind.POLICY)
    entry.choose_language("fr")
    left = iter(words + "." * 100_000)
    timer = QTimer(interval=BETWEEN_KEYS_MS)
    timer.timeout.connect(lambda: QTest.keyClicks(entry.edit, next(left)))
    if words:
        timer.start()
    print("open", flush=True)
    app.exec()


if __name__ == "__main__":
    type_on(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
