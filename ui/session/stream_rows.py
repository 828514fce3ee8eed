"""Heights of rows: guessed until a row is drawn, then known; what is above the top of the window never moves it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate


class Rows:
    """Heights and tops, in pixels from the top of the first row."""

    def __init__(self) -> None:
        self._heights: list[int] = []
        self._known: list[bool] = []
        self._tops: list[int] | None = [0]

    def __len__(self) -> int:
        return len(self._heights)

    @property
    def total(self) -> int:
        """How high all rows are together."""
        return self._all_tops()[-1]

    def guess(self, heights: Sequence[int]) -> None:
        """Begin anew with so many rows, none of which is known."""
        self._heights, self._known, self._tops = list(heights), [False] * len(heights), None

    def insert(self, first: int, heights: Sequence[int]) -> None:
        """Take in new rows."""
        self._heights[first:first] = heights
        self._known[first:first] = [False] * len(heights)
        self._tops = None

    def remove(self, first: int, last: int) -> None:
        """Take rows out."""
        del self._heights[first : last + 1]
        del self._known[first : last + 1]
        self._tops = None

    def forget(self, row: int) -> None:
        """Know a row's height no more; it keeps its last one until then."""
        if 0 <= row < len(self._known):
            self._known[row] = False

    def is_known(self, row: int) -> bool:
        """Tell whether the height of a row is more than a guess."""
        return self._known[row]

    def know(self, row: int, height: int) -> None:
        """Take the true height of a row."""
        self._known[row] = True
        if self._heights[row] != height:
            self._heights[row] = height
            self._tops = None

    def top(self, row: int) -> int:
        """Return where a row begins."""
        return self._all_tops()[row]

    def height(self, row: int) -> int:
        """Return how high a row is."""
        return self._heights[row]

    def at(self, place: int) -> int:
        """Return the row at a place; the first or the last where the place is beyond."""
        row = bisect_right(self._all_tops(), place) - 1
        return min(max(row, 0), len(self._heights) - 1)

    def _all_tops(self) -> list[int]:
        if self._tops is None:
            self._tops = list(accumulate(self._heights, initial=0))
        return self._tops
