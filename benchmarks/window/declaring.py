"""Writing in a declaration of 500 items: a key until its letter is painted, what is typed being saved meanwhile."""

from __future__ import annotations

from functools import partial

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from benchmarks.window.big_file import BigFile
from benchmarks.window.stage import Stage, share_within, show_within
from benchmarks.window.typing import KEY_MS, KEY_SHARE, LETTERS
from consultation.model import Item
from ui.declaration import DeclarationPlace

TURNS, SAVED_EACH = 8, 40
DECLARATION = 2
"""Its place among the places."""


def measure(stage: Stage, big: BigFile, _: object) -> bool:
    """Type into items in the middle of the text; what is typed is saved every so many letters, between two keys."""
    stage.window.show_place(DECLARATION)
    stage.settle()
    place = stage.window.place
    if not isinstance(place, DeclarationPlace):
        raise TypeError("the third place is no longer Declaration")
    items = stage.store.all(Item)
    times: list[float] = []
    for turn in range(TURNS):
        place.text.choose(items[len(items) // 2 + turn].id)
        stage.settle()
        place.text.edit_clause()
        stage.settle()
        edit = stage.app.focusWidget()
        if not isinstance(edit, QPlainTextEdit):
            raise TypeError(f"the item at hand is not written in: {edit}")
        for number, letter in enumerate(LETTERS, 1):
            times.append(stage.until_painted(partial(QTest.keyClick, edit, letter), edit.viewport()))
            if number % SAVED_EACH == 0:
                place.text.flush()
        place.text.end_edit()
        stage.settle()
    count = len(items)
    words = f"a key in a declaration of {count}, {KEY_SHARE:.0%} within, ms"
    return show_within(words, share_within(times, KEY_SHARE), KEY_MS)
