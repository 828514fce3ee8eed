"""Where things stand when two languages share one page: two columns of words, and the spine of numbers between."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics

from ui.declaration.row_layout import RowLayout
from ui.declaration.rows import TextRow
from ui.declaration.two_rows import TwoRow
from ui.look.folds import px
from ui.look.theme import Theme

INSET, SPINE, BESIDE, WIDEST = 40, 72, 26, 620
NARROW, LITTLE = 700, 14
"""The width from which the columns keep well away from the edges, and how far they do below it."""
BETWEEN, REMARK, SIGN, LINK = 10, 3, 16, 16
"""Between two rows; above a remark; room for its dot; before the link after it."""
WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading)


@dataclass(frozen=True)
class Remark:
    """What is said below a translation."""

    text: str
    tone: str = "muted"
    link: str = ""
    """What can be done about it."""


@dataclass(frozen=True)
class LaidRemark:
    """Where a remark stands, from the beginning of the words."""

    text: QRect
    link: QRect
    height: int


class TwoLayout:
    """The columns in a page of some width; heights are guessed until a row is measured."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.words = RowLayout(theme)
        self.width = 0

    def look_anew(self) -> None:
        """Take up other colours and sizes."""
        self.words.look_anew()
        self.set_width(self.width)

    def set_width(self, width: int) -> None:
        """Fit to a page of this width."""
        self.width = width
        inset = px(self._theme, INSET if width >= px(self._theme, NARROW) else LITTLE)
        beside = px(self._theme, BESIDE if width >= px(self._theme, NARROW) else LITTLE)
        self._beside = beside
        column = (width - self.spine) // 2 - inset - beside
        self.words.width = max(min(column, px(self._theme, WIDEST)), 40)

    @property
    def spine(self) -> int:
        """How wide the spine is."""
        return px(self._theme, SPINE)

    @property
    def spine_left(self) -> int:
        """Where the spine begins."""
        return (self.width - self.spine) // 2

    @property
    def left(self) -> int:
        """Where the words of the one language begin."""
        return self.spine_left - self._beside - self.words.width

    @property
    def right(self) -> int:
        """Where those of the other begin."""
        return self.spine_left + self.spine + self._beside

    def above(self, row: TwoRow, first: bool) -> int:
        """Return the room above the words of a row."""
        return self.words.above(row.left if row.level else TextRow(""), first)

    def height(self, row: TwoRow, remark: Remark | None, first: bool = False) -> int:
        """Return how high a row is, of what is known or guessed."""
        left, right = (self.words.height(cell, first) for cell in (row.left, row.right))
        below = self.remark(remark).height if remark is not None else 0
        return max(left, right + below) + px(self._theme, BETWEEN) // 2

    def measure(self, row: TwoRow) -> bool:
        """Lay a row out; tell whether it is of another height than was thought."""
        return any([self.words.measure(row.left), self.words.measure(row.right)])

    def words_height(self, cell: TextRow) -> int:
        """Return how high the words of one side are."""
        return self.words.lay_out(cell).height

    def remark(self, remark: Remark) -> LaidRemark:
        """Lay a remark out below words: the link after it, or below where there is no room."""
        metrics, sign = QFontMetrics(self.words.small), px(self._theme, SIGN) if remark.tone != "muted" else 0
        width = self.words.width - sign
        box = metrics.boundingRect(QRect(0, 0, width, 10_000), WRAPPED, remark.text)
        text = QRect(sign, REMARK, width, box.height())
        if not remark.link:
            return LaidRemark(text, QRect(), box.height() + 2 * REMARK)
        wide, line = metrics.horizontalAdvance(remark.link) + 2, metrics.height()
        fits = box.height() <= line + 2 and box.width() + LINK + wide <= width
        top, left = (REMARK, sign + box.width() + LINK) if fits else (REMARK + box.height(), sign)
        return LaidRemark(text, QRect(left, top, wide, line), top + line + REMARK)
