"""Rows of the leading column: words that wrap, quieter words below them, and a figure at the end; nothing is cut."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListWidgetItem, QStyle, QStyledItemDelegate
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from ui.actions import Action
from ui.look.icons import pixmap
from ui.look.painting import Painting
from ui.look.theme import Theme
from ui.widgets.buttons import RING
from ui.widgets.chosen_list import ChosenList

ROW = Qt.ItemDataRole.UserRole + 30
PAD, ABOVE, GAP, SIGN = 6, 5, 8, 14
"""At the sides of a row; above and below it; between its parts; of the sign before it."""
INSET = PAD + 2
"""How far rows reach beyond the edge their words share with the rest of the column."""
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class SideRow:
    """What a row says."""

    words: str
    below: str = ""
    figure: str = ""
    told: str = ""
    """The figure in words, for a screen reader."""
    sign: str = ""
    """An icon before the words."""
    signed: bool = False
    """There is room for a sign, although this row has none."""
    tone: str = "text"
    sign_tone: str = "muted"
    figure_tone: str = "muted"
    strong: bool = False

    @property
    def spoken(self) -> str:
        """The row as it is read aloud."""
        return ", ".join(part for part in (self.words, self.below, self.told or self.figure) if part)


class SideList(ChosenList):
    """As high as its rows, or as the first of them: ``most`` pixels, after which it scrolls."""

    def __init__(self, theme: Theme, take_off: Action, most: int = 100_000) -> None:
        super().__init__(take_off)
        self._most = most
        self.setItemDelegate(_SideDelegate(theme, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        theme.changed.connect(self.fit)

    def add_row(self, row: SideRow) -> QListWidgetItem:
        """Add a row at the end; `fit` once all are there."""
        item = QListWidgetItem(row.words)
        item.setData(ROW, row)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, row.spoken)
        self.addItem(item)
        return item

    def show_row(self, item: QListWidgetItem, row: SideRow) -> None:
        """Have a row say something else."""
        if item.data(ROW) != row:
            item.setText(row.words)
            item.setData(ROW, row)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, row.spoken)

    def reach(self, most: int) -> None:
        """Be at most so many pixels high."""
        if most != self._most:
            self._most = most
            self.fit()

    def fit(self) -> None:
        """Be as high as the rows."""
        self.scheduleDelayedItemsLayout()
        high = sum(self.sizeHintForRow(row) for row in range(self.count()))
        self.setFixedHeight(min(high, self._most) + 2 * self.frameWidth())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()


class _SideDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: SideList) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: Option, index: Index) -> QSize:
        row, wide = index.data(ROW), self._view.viewport().width()
        room = self._room(row, QRect(0, 0, wide, 0))
        high = self._high(row.words, room.width(), "body", row.strong)
        high += self._high(row.below, room.width(), "caption") if row.below else 0
        return QSize(wide, high + 2 * ABOVE)

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        with Painting(painter):
            self._draw(painter, option, index.data(ROW))

    def _draw(self, painter: QPainter, option: Option, row: SideRow) -> None:
        theme, state = self._theme, option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focused = self._view.hasFocus() and chosen
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(theme.colour("accent"), RING) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(theme.soft("accent") if chosen else theme.colour("raised"))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 6, 6)
        room = self._room(row, option.rect)
        line = QFontMetrics(theme.font()).height()
        if row.sign:
            spot = QRect(option.rect.left() + PAD, room.top() + (line - SIGN) // 2, SIGN, SIGN)
            spot = QStyle.visualRect(option.direction, option.rect, spot)
            picture = pixmap(row.sign, theme.colours.tone(row.sign_tone), SIGN, painter.device().devicePixelRatioF())
            painter.drawPixmap(spot, picture)
        if row.figure:
            figure = QRect(option.rect.left() + PAD, room.top(), option.rect.width() - 2 * PAD, line)
            figure = QStyle.visualRect(option.direction, option.rect, figure)
            painter.setFont(theme.font("caption"))
            painter.setPen(theme.colour(row.figure_tone))
            painter.drawText(figure, int(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter), row.figure)
        shown = QStyle.visualRect(option.direction, option.rect, room)
        used = self._write(painter, shown, row.words, "body", row.tone, row.strong)
        if row.below:
            self._write(painter, shown.adjusted(0, used, 0, 0), row.below, "caption", "muted")

    def _write(self, painter: QPainter, room: QRect, text: str, size: str, tone: str, strong: bool = False) -> int:
        """Write words that wrap; return how high they are."""
        painter.setFont(self._theme.font(size, strong))
        painter.setPen(self._theme.colour(tone))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop) | _WRAPS, text)
        return self._high(text, room.width(), size, strong)

    def _room(self, row: SideRow, rect: QRect) -> QRect:
        """Return where the words stand: between sign and figure."""
        sign = SIGN + GAP if row.sign or row.signed else 0
        figure = QFontMetrics(self._theme.font("caption")).horizontalAdvance(row.figure) + GAP if row.figure else 0
        return rect.adjusted(PAD + sign, ABOVE, -PAD - figure, -ABOVE)

    def _high(self, text: str, wide: int, size: str, strong: bool = False) -> int:
        metrics = QFontMetrics(self._theme.font(size, strong))
        return metrics.boundingRect(QRect(0, 0, max(wide, 40), 10_000), _WRAPS, text).height()


_WRAPS = int(Qt.TextFlag.TextWordWrap)
