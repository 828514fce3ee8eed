"""Searching: in the whole file until the entries could be drawn, and in the search field until they are."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from benchmarks.window.big_file import BigFile
from benchmarks.window.stage import LONGEST_MS, Sight, Stage, share_within, show_ratio, show_within
from consultation.reading.stream import MOST_OFFERED, found_anywhere, read_said

WORDS, WORDS_IN_THE_FIELD = 40, 10
LETTERS = 6
KEY_MS, KEY_SHARE, LIMIT = 50.0, 0.95, 5.0
BARE = "SELECT kind, record FROM search WHERE search MATCH ? ORDER BY rank LIMIT ?"


def measure(stage: Stage, big: BigFile, _: object) -> bool:
    """Type words letter by letter."""
    good = _in_the_file(stage, big)
    return _in_the_field(stage, big) and good


def typed(big: BigFile, number: int) -> Iterator[str]:
    """Give what stands in a search field after each key, for words from the most to the least frequent."""
    for word in big.words[:: len(big.words) // number][:number]:
        for letters in range(1, min(len(word), LETTERS) + 1):
            yield word[:letters]


def _in_the_file(stage: Stage, big: BigFile) -> bool:
    """Find and tell as many as are shown, against the bare query of the index, in turns."""
    store = stage.store

    def found_and_told(words: str) -> None:
        read_said(store, [entry.id for entry in found_anywhere(store, words)])

    with closing(sqlite3.connect(f"{big.path.as_uri()}?mode=ro", uri=True)) as database:

        def bare(words: str) -> None:
            database.execute(BARE, (f'"{words}"*', MOST_OFFERED)).fetchall()

        for words in typed(big, 2):
            found_and_told(words), bare(words)
        keys = list(typed(big, WORDS))
        pairs = [(_took(found_and_told, words), _took(bare, words)) for words in keys]
    ours, floor = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    good = show_within(f"search in the file, {KEY_SHARE:.0%} within, ms", share_within(ours, KEY_SHARE), KEY_MS)
    return show_ratio("search in the file, per key, ms", [sum(ours)], [sum(floor)], LIMIT) and good


def _in_the_field(stage: Stage, big: BigFile) -> bool:
    """Type into the search field of the full session until what is found is painted, its pause included."""
    stage.show_session(big.full)
    stage.place.go_find()
    field, stream = stage.window.focusWidget(), stage.stream
    if not isinstance(field, QLineEdit):
        raise TypeError(f"where words to find are typed is no field: {field}")
    times = []
    before = ""
    for words in typed(big, WORDS_IN_THE_FIELD):
        if not words.startswith(before):
            field.clear()
            stage.settle()
        before = words
        renewed: list[bool] = []
        model = stream.model()
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved, model.layoutChanged):
            signal.connect(lambda *_, told=renewed: told.append(True))
        sight = Sight(stream.window())
        started = time.perf_counter()
        QTest.keyClick(field, words[-1])
        while (time.perf_counter() - started) * 1e3 < LONGEST_MS and not (renewed and sight.painted):
            stage.app.processEvents()
        times.append((time.perf_counter() - started) * 1e3)
        sight.done()
    field.clear()
    stage.settle()
    return show_within(f"search field, {KEY_SHARE:.0%} within, ms", share_within(times, KEY_SHARE), KEY_MS)


def _took(act: Callable[[str], object], words: str) -> float:
    started = time.perf_counter()
    act(words)
    return (time.perf_counter() - started) * 1e3
