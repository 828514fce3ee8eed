"""How long what is left will take, from how long the decisions of today took."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from time import monotonic

from consultation.deciding.desk import Part

LEAST_FOR_PACE = 3
"""Decisions from which it can be said how long the rest will take."""
PAUSE = 600.0
"""Seconds from which somebody did something else in between."""


class Pace:
    """Hears of every decision, part by part; who makes a pause is not slow."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._last: float | None = None
        self._taken: dict[Part, list[float]] = {}
        self._number: dict[Part, int] = {}

    @property
    def decided(self) -> int:
        """Count the decisions of today."""
        return sum(self._number.values())

    def decided_in(self, part: Part) -> int:
        """Count the decisions of today in one part."""
        return self._number.get(part, 0)

    def note(self, part: Part) -> None:
        """Take note of a decision in a part of the queue."""
        now = self._clock()
        if self._last is not None and now - self._last < PAUSE:
            self._taken.setdefault(part, []).append(now - self._last)
        self._last = now
        self._number[part] = self._number.get(part, 0) + 1

    def minutes(self, left: Mapping[Part, int]) -> int | None:
        """Return how many minutes what is left takes; None while too little was decided to say so.

        A part of which nothing was decided yet takes as long as the others do.
        """
        taken = [seconds for those in self._taken.values() for seconds in those]
        if self.decided < LEAST_FOR_PACE or not taken:
            return None
        usual = sum(taken) / len(taken)
        seconds = 0.0
        for part, number in left.items():
            those = self._taken.get(part, [])
            seconds += number * (sum(those) / len(those) if those else usual)
        return max(round(seconds / 60), 1)
