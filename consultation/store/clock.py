"""A hybrid logical clock: close to wall time, and always after what was seen.

Kulkarni, Demirbas et al., "Logical Physical Clocks" (2014). It serves the order on screen only: what descends
from what is told by parents, never by clocks.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from typing import NamedTuple

LATEST_WALL_MS = 1 << 60
LARGEST_COUNTER = 1 << 31
"""Stamps beyond these were not made by any clock of ours."""

DAY_MS = 24 * 3600 * 1000
"""A stamp further ahead of our own clock than this is somebody's wrong clock: kept, but not followed."""


class Stamp(NamedTuple):
    """Milliseconds since 1970 and a counter within them."""

    wall_ms: int
    counter: int


def system_now() -> int:
    """Return the time of the machine in milliseconds since 1970."""
    return time.time_ns() // 1_000_000


class Clock:
    """Gives stamps that are later than every stamp shown to it, wrong clocks apart."""

    def __init__(self, now: Callable[[], int] = system_now) -> None:
        self.now = now

    def tick(self, seen: Iterable[Stamp]) -> Stamp:
        """Return the next stamp after those ``seen``."""
        now = self.now()
        latest = max((stamp for stamp in seen if stamp.wall_ms <= self.furthest()), default=Stamp(0, 0))
        if latest.wall_ms >= now:
            if latest.counter >= LARGEST_COUNTER - 1000:  # leaves room for revisions that stand side by side
                return Stamp(latest.wall_ms + 1, 0)
            return Stamp(latest.wall_ms, latest.counter + 1)
        return Stamp(now, 0)

    def furthest(self) -> int:
        """Return the latest milliseconds that a right clock can show; beyond it, a clock must be wrong."""
        return self.now() + DAY_MS
