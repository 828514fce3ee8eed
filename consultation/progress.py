"""How far long work has come, and the wish of a person to stop it."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

from consultation.errors import Cancelled
from consultation.language import N_

Tell = Callable[[int, int, str], None]
"""Hears how many of how many are done (0 of 0 where nobody knows), and with what."""


class Progress:
    """What long work calls to say how far it is; may be cancelled from another thread."""

    def __init__(self, tell: Tell | None = None) -> None:
        self._tell = tell
        self._cancelled = Event()
        self._done = self._total = 0

    @property
    def cancelled(self) -> bool:
        """The person has asked to stop."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Have the next call raise `Cancelled`."""
        self._cancelled.set()

    def __call__(self, done: int | None = None, total: int = 0, what: str = "") -> None:
        """Say that ``done`` of ``total`` are done, and with ``what``; Cancelled once somebody has asked to stop.

        Without numbers it says that work goes on, where it was.
        """
        if self.cancelled:
            raise Cancelled(N_("Stopped. Nothing of it was kept."))
        if done is not None:
            self._done, self._total = done, total
        if self._tell is not None:
            self._tell(self._done, self._total, what)


UNHEARD = Progress()
"""For work nobody follows: the default of functions that take a progress."""
