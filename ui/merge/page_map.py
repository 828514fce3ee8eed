"""The pages of a file as squares, so that damage has a size."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look.folds import px
from ui.look.painting import Painting
from ui.look.theme import Theme

SQUARE, GAP = 15, 4
MOST_ROWS = 6


class PageMap(QWidget):
    """One square for each page, or for as many of them as there is no room for; hollow where one cannot be read."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._pages = 0
        self._unreadable: frozenset[int] = frozenset()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    def show_pages(self, pages: int, unreadable: Iterable[int]) -> None:
        """Show how many pages there are, and which cannot be read, counted from 1."""
        self._pages, self._unreadable = pages, frozenset(unreadable)
        self.updateGeometry()
        self.update()

    @property
    def pages_each(self) -> int:
        """How many pages a square stands for."""
        return max(1, ceil(self._pages / (self._columns(self.width()) * MOST_ROWS)))

    def hollow(self) -> list[int]:
        """Return the squares, from 0, of which a page cannot be read."""
        each = self.pages_each
        return sorted({(page - 1) // each for page in self._unreadable if 0 < page <= self._pages})

    def sizeHint(self) -> QSize:
        return QSize(480, self.heightForWidth(480))

    def heightForWidth(self, width: int) -> int:
        columns = self._columns(width)
        each = max(1, ceil(self._pages / (columns * MOST_ROWS)))
        rows = ceil(ceil(self._pages / each) / columns)
        return max(1, rows) * self._step() - px(self._theme, GAP)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        with Painting(painter):
            self._draw(painter)

    def _draw(self, painter: QPainter) -> None:
        theme, step, columns = self._theme, self._step(), self._columns(self.width())
        side, hollow = px(theme, SQUARE), set(self.hollow())
        leading = self.layoutDirection().name == "LeftToRight"
        for number in range(ceil(self._pages / self.pages_each)):
            row, column = divmod(number, columns)
            left = column * step if leading else self.width() - column * step - side
            square = QRectF(left, row * step, side, side - 2)
            if number in hollow:
                painter.setPen(QPen(theme.colour("conflict"), 1))
                painter.setBrush(theme.colour("base"))
                painter.drawRoundedRect(square.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
            else:
                painter.setPen(QPen(theme.colour("muted"), 0))
                painter.setBrush(theme.colour("muted"))
                painter.drawRoundedRect(square, 2, 2)

    def _step(self) -> int:
        return px(self._theme, SQUARE + GAP)

    def _columns(self, width: int) -> int:
        return max(1, (width + px(self._theme, GAP)) // self._step())
