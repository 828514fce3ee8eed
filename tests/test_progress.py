"""Long work says how far it is, and stops when it is asked to."""

from __future__ import annotations

import pytest

from consultation.errors import Cancelled
from consultation.progress import UNHEARD, Progress


def test_what_is_said_is_heard_and_without_numbers_those_before_again() -> None:
    heard: list[tuple[int, int, str]] = []
    progress = Progress(lambda done, total, what: heard.append((done, total, what)))
    progress(1, 3, "room-2.consult")
    progress()
    assert heard == [(1, 3, "room-2.consult"), (1, 3, "")]


def test_the_next_word_after_cancelling_ends_the_work() -> None:
    heard: list[int] = []
    progress = Progress(lambda done, total, what: heard.append(done))
    progress(1)
    progress.cancel()
    assert progress.cancelled
    with pytest.raises(Cancelled, match="Nothing of it was kept"):
        progress(2)
    assert heard == [1]


def test_work_nobody_follows_goes_on() -> None:
    UNHEARD(1, 2)
    assert not UNHEARD.cancelled
