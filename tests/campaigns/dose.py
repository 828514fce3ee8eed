"""How much of a campaign is run: a spread sample with all other tests, everything by ``make campaigns``."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

FULL = os.environ.get("CONSULTATION_CAMPAIGNS") == "full"


def dose(everything: Sequence[T], small: int) -> Sequence[T]:
    """All of it in the full dose; else ``small`` of them, spread evenly, the first and the last among them."""
    if FULL or len(everything) <= small:
        return everything
    return [everything[round(place * (len(everything) - 1) / (small - 1))] for place in range(small)]
