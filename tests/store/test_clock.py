"""Stamps: after everything seen, except a clock that must be wrong."""

from __future__ import annotations

from consultation.store import Clock
from consultation.store.clock import Stamp
from tests.builders import DAY_MS, HOUR_MS, START_MS, YEAR_MS, Watch


def test_a_stamp_is_the_time_of_the_watch():
    assert Watch().clock().tick([]) == Stamp(START_MS, 0)


def test_a_stamp_is_after_what_was_seen_even_when_the_watch_stands_still():
    clock = Watch().clock()
    first = clock.tick([])
    second = clock.tick([first])
    assert second == Stamp(START_MS, 1)
    assert clock.tick([second, first]) == Stamp(START_MS, 2)


def test_a_watch_that_is_put_back_does_not_go_before_what_was_seen():
    watch = Watch()
    seen = watch.clock().tick([])
    watch.forward(-HOUR_MS)
    assert watch.clock().tick([seen]) > seen


def test_a_clock_an_hour_ahead_is_followed():
    ahead = Stamp(START_MS + HOUR_MS, 4)
    assert Watch().clock().tick([ahead]) == Stamp(START_MS + HOUR_MS, 5)


def test_a_clock_years_ahead_is_not_followed():
    ahead = Stamp(START_MS + 200 * YEAR_MS, 4)
    assert Watch().clock().tick([ahead, Stamp(START_MS, 7)]) == Stamp(START_MS, 8)


def test_a_day_ahead_is_the_most_that_is_followed():
    assert Watch().clock().tick([Stamp(START_MS + DAY_MS, 0)]) == Stamp(START_MS + DAY_MS, 1)
    assert Watch().clock().tick([Stamp(START_MS + DAY_MS + 1, 0)]) == Stamp(START_MS, 0)


def test_the_clock_of_the_machine_goes_forward():
    clock = Clock()
    first = clock.tick([])
    assert clock.tick([first]) > first
