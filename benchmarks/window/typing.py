"""Writing: a key until its letter is painted, and Enter until the line is saved and shown."""

from __future__ import annotations

from functools import partial

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from benchmarks.window.big_file import BigFile
from benchmarks.window.stage import Stage, share_within, show_ratio, show_within
from consultation.model import Intervention

LINES = 60
LINE = "Number {}: our river has no mayor, and whoever lives beside it pays for the water that others drink from it."
SAVED_LIMIT = 3.0
LETTERS = "the water of this place is for whoever lives beside it, and so is the say in how it is shared. "
TURNS = 12
KEY_MS, KEY_SHARE, KEY_LIMIT = 16.0, 0.99, 3.0


def measure_entering(stage: Stage, big: BigFile, _: object) -> bool:
    """Enter to saved and shown, against a bare save in the same file, in turns."""
    good = True
    for name, session in (("a usual session", big.usual), ("the session of 5,000", big.full)):
        stage.show_session(session)
        shown, bare = [], []
        for number in range(LINES):
            rows = stage.stream.model().rowCount()
            stage.type_whole(LINE.format(number))
            shown.append(stage.settled(stage.press_enter, stage.stream.viewport()))
            if stage.stream.model().rowCount() != rows + 1:
                raise RuntimeError("what was entered is not shown")
            record = Intervention(id=stage.store.new_id(), session=big.usual, text=LINE.format(number))
            bare.append(stage.settled(partial(stage.store.save, record)))
        good &= show_ratio(f"Enter to shown, in {name}, ms", shown, bare, SAVED_LIMIT)
    return good


def measure_keys(stage: Stage, big: BigFile, _: object) -> bool:
    """A key to its painted letter, against an empty QPlainTextEdit in a window of its own, in turns."""
    stage.show_session(big.full)
    empty = QPlainTextEdit()
    empty.resize(stage.edit.size())
    empty.show()
    stage.settle()
    ours, floor = [], []
    for _turn in range(TURNS):
        for edit, times in ((stage.edit, ours), (empty, floor)):
            edit.setFocus()
            edit.clear()
            stage.settle()
            for letter in LETTERS:
                times.append(stage.until_painted(partial(QTest.keyClick, edit, letter), edit.viewport()))
    stage.edit.clear()
    empty.close()
    good = show_within(f"a key to its letter, {KEY_SHARE:.0%} within, ms", share_within(ours, KEY_SHARE), KEY_MS)
    return show_ratio("a key to its letter, ms", ours, floor, KEY_LIMIT) and good
