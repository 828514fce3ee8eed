"""Doing without Python's search for objects that refer to each other, where there are none to be found."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """Keep Python from looking for cycles: among the many rows of a table or of a file there are none.

    Python looks again whenever some more objects have come, and each time through all that are there: a tenth of the
    time of an import or a merge. What is no longer used is still freed at once, for that is counted and not looked for.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.freeze()
            gc.unfreeze()  # what is there now counts as old: else all of it would be gone through at once
            gc.enable()
