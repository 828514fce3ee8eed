"""A list of rows of any height, of which only those in sight are laid out: the heights of the others are guessed.

A guess is put right when its row comes into sight, and the row that is looked at stays where it is meanwhile.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

ROUNDS = 8
"""So often are guesses put right at one time: higher rows bring others out of sight, lower ones into it."""
BEYOND = 2 / 3
"""What is gone to stands within this share of the page, with the rest below it."""
LANDING = 1 / 5
"""What is jumped to stands so far down the page."""
Hint = QAbstractItemView.ScrollHint
Index = QModelIndex | QPersistentModelIndex


class TallList(QListView):
    """Its delegate tells each row's size by a guess until `measure` was called for it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settling = False
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)

    def measure(self, index: QModelIndex) -> bool:
        """Work out how high a row is; tell whether that is not what was guessed."""
        return False

    def doItemsLayout(self) -> None:
        at, top = self._looked_at()
        super().doItemsLayout()
        self._hold(at, top)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if not self._settling:
            self._settle(*self._looked_at())

    def scrollTo(self, index: Index, hint: Hint = Hint.EnsureVisible) -> None:
        """Bring a row into sight with a third of the page below it."""
        place = self.model().index(index.row(), 0) if index.isValid() else QModelIndex()
        if not place.isValid() or not self.viewport().height():
            return
        if self.measure(place):
            self.doItemsLayout()
        room, row = self.viewport().height(), self.visualRect(place)
        if row.bottom() > room * BEYOND:
            self._hold(place.row(), max(round(room * BEYOND) - row.height(), 0))
        elif row.top() < 0:
            self._hold(place.row(), min(round(room * LANDING), max(room - row.height(), 0)))

    def jump_to(self, index: QModelIndex) -> None:
        """Bring a row near the top of the page, unless it stands well in sight."""
        room, row = self.viewport().height(), self.visualRect(index)
        if index.isValid() and not (row.top() >= 0 and row.bottom() <= room * BEYOND):
            self._hold(index.row(), round(room * LANDING))

    def _looked_at(self) -> tuple[int, int]:
        """Return the row at the top of the page, and how far down the page it begins."""
        top = self.indexAt(QPoint(self.viewport().width() // 2, 0))
        return top.row(), self.visualRect(top).top() if top.isValid() else 0

    def _hold(self, row: int, top: int) -> None:
        """Let a row begin so far down the page, and put the guesses in sight right."""
        if not self._settling:
            self._settling = True
            self._put(row, top)
            self._settling = False
            self._settle(row, top)

    def _put(self, row: int, top: int) -> None:
        model, bar = self.model(), self.verticalScrollBar()
        if model is not None and 0 <= row < model.rowCount():
            bar.setValue(bar.value() + self.visualRect(model.index(row, 0)).top() - top)

    def _settle(self, row: int, top: int) -> None:
        """Put the guesses in sight right, and keep a row where it is."""
        if self._settling:
            return
        self._settling = True
        try:
            for _ in range(ROUNDS):
                if not self._measure_seen():
                    break
                super().doItemsLayout()
                self._put(row, top)
        finally:
            self._settling = False

    def _measure_seen(self) -> bool:
        model, bottom = self.model(), self.viewport().height()
        if model is None or bottom <= 0:
            return False
        first = self.indexAt(QPoint(self.viewport().width() // 2, 0))
        place, other = max(first.row(), 0), False
        while place < model.rowCount():
            index = model.index(place, 0)
            if self.visualRect(index).top() > bottom:
                break
            other = self.measure(index) or other
            place += 1
        return other
