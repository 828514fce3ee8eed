"""Scrolling through a session of 5,000 entries: the longest the window stands still."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QAbstractSlider

from benchmarks.window.big_file import BigFile
from benchmarks.window.stage import Stage, share_within, show_within

PAGES, LEAPS = 200, 9
STALL_MS = 50.0


def measure(stage: Stage, big: BigFile, _: object) -> bool:
    """Scroll up page by page from the end, then leap about as who drags the bar does."""
    stage.show_session(big.full)
    bar = stage.stream.verticalScrollBar()
    page = partial(bar.triggerAction, QAbstractSlider.SliderAction.SliderPageStepSub)
    times = [stage.settled(page) for _ in range(PAGES)]
    for leap in range(LEAPS + 1):
        times.append(stage.settled(partial(bar.setValue, bar.maximum() * (leap * 4 % (LEAPS + 1)) // LEAPS)))
    good = show_within("scrolling 5,000, 99% within, ms", share_within(times, 0.99), STALL_MS)
    return show_within("scrolling 5,000, longest stall, ms", max(times), STALL_MS) and good
