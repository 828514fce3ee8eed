"""Those to begin with as rows that are dragged, or moved by keys, into another order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from ui.keys import is_writing
from ui.look.folds import px
from ui.look.marks import draw_set
from ui.look.painting import Painting, write_line
from ui.look.theme import Theme
from ui.widgets.buttons import RING

ROW = 30
ENTRY = Qt.ItemDataRole.UserRole + 40
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class TenEntry:
    """One of those to begin with."""

    key: UUID
    place: str
    number: str
    tone: str
    """Of its set."""
    text: str
    moved: str
    """Where it came from, in words; empty where it stands as proposed."""
    spoken: str


class TenList(QListWidget):
    """Says where a person wants one to stand; whoever holds the list shows it there."""

    moved = Signal(object, int)
    """The key of one, and its place from 0."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setItemDelegate(_TenDelegate(theme, self))
        self.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self.setDropIndicatorShown(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.digits = 0
        """Of the longest place or number."""
        self.over = -1
        """The gap over which something is dragged, from 0; -1 while nothing is."""
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    @property
    def key(self) -> UUID | None:
        """The one at hand."""
        entry = self.currentItem().data(ENTRY) if self.currentItem() else None
        return entry.key if isinstance(entry, TenEntry) else None

    def show_entries(self, entries: Sequence[TenEntry]) -> None:
        """Show these; the one at hand stays at hand."""
        kept, place = self.key, self.currentRow()
        self.blockSignals(True)
        self.clear()
        for entry in entries:
            item = QListWidgetItem(self)
            item.setData(ENTRY, entry)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, entry.spoken)
            item.setToolTip(entry.spoken)
        self.digits = max((len(said) for entry in entries for said in (entry.place, entry.number)), default=0)
        keys = [entry.key for entry in entries]
        self.setCurrentRow(keys.index(kept) if kept in keys else min(max(place, 0), len(entries) - 1))
        self.blockSignals(False)

    def choose(self, key: UUID) -> None:
        """Go to one of them, where it is here."""
        for place in range(self.count()):
            entry = self.item(place).data(ENTRY)
            if entry.key == key:
                self.setCurrentRow(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_writing(event):
            event.ignore()  # here they would only jump about among the rows
        else:
            super().keyPressEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        self.over = self._gap_at(event.position().toPoint().y())
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Say where it was let go; the list is shown anew, Qt moves nothing."""
        key, gap, start = self.key, self._gap_at(event.position().toPoint().y()), self.currentRow()
        self.over = -1
        self.viewport().update()
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if key is not None:
            self.moved.emit(key, gap - 1 if gap > start else gap)

    def _gap_at(self, y: int) -> int:
        for place in range(self.count()):
            if y < self.visualItemRect(self.item(place)).center().y():
                return place
        return self.count()


class _TenDelegate(QStyledItemDelegate):
    """Grip, place, mark and number of the recommendation, its words, and where it came from."""

    def __init__(self, theme: Theme, ten: TenList) -> None:
        super().__init__(ten)
        self._theme, self._list = theme, ten

    def sizeHint(self, option: Option, index: Index) -> QSize:
        return QSize(0, px(self._theme, ROW))

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        with Painting(painter):
            entry = index.data(ENTRY)
            if isinstance(entry, TenEntry):
                self._draw(painter, option, entry, index.row())

    def _draw(self, painter: QPainter, option: Option, entry: TenEntry, row: int) -> None:
        theme, cell = self._theme, option.rect
        current = self._list.currentRow() == row
        if current:
            ring = self._list.hasFocus()
            painter.setPen(QPen(theme.colour("accent"), RING) if ring else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_soft"))
            painter.drawRoundedRect(QRectF(cell).adjusted(1, 1, -1, -1), 6, 6)
        self._draw_drop(painter, cell, row)
        self._draw_grip(painter, option, "accent" if current else "muted")
        strong = theme.font(strong=True)
        metrics = QFontMetrics(strong)
        digits = metrics.horizontalAdvance("0" * max(2, self._list.digits))
        left = 22
        self._write(
            painter,
            option,
            QRect(cell.left() + left, cell.top(), digits + 4, cell.height()),
            entry.place,
            "text",
            strong=True,
            trailing=True,
        )
        left += digits + 14
        mark = QStyle.visualRect(option.direction, cell, QRect(cell.left() + left, cell.top(), 10, cell.height()))
        draw_set(painter, QPointF(QRectF(mark).center()), theme, entry.tone)
        left += 14
        self._write(
            painter,
            option,
            QRect(cell.left() + left, cell.top(), digits + 4, cell.height()),
            entry.number,
            entry.tone,
            strong=True,
            trailing=True,
        )
        left += digits + 14
        end = 8
        if entry.moved:
            small = QFontMetrics(theme.font("caption"))
            wide = small.horizontalAdvance(entry.moved) + 2
            room = QRect(cell.right() - end - wide, cell.top(), wide, cell.height())
            self._write(painter, option, room, entry.moved, "muted", font_size="caption")
            end += wide + 8
        room = QRect(cell.left() + left, cell.top(), cell.width() - left - end, cell.height())
        room = QStyle.visualRect(option.direction, cell, room)
        words = " ".join(entry.text.split())
        write_line(painter, room, words, theme.reading("quoted"), theme.colour("text"), option.direction)

    def _draw_drop(self, painter: QPainter, cell: QRect, row: int) -> None:
        """Draw the line where what is dragged would stand."""
        over, last = self._list.over, self._list.count() - 1
        if over == row or (over == last + 1 and row == last):
            y = cell.top() if over == row else cell.bottom() - 1
            painter.fillRect(QRect(cell.left(), y, cell.width(), 2), self._theme.colour("accent"))

    def _draw_grip(self, painter: QPainter, option: Option, tone: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(tone))
        cell = option.rect
        room = QStyle.visualRect(option.direction, cell, QRect(cell.left() + 8, cell.top(), 8, cell.height()))
        for across in (1, 6):
            for down in (-4, 0, 4):
                painter.drawEllipse(QPointF(room.left() + across, room.center().y() + down + 0.5), 1.1, 1.1)

    def _write(
        self,
        painter: QPainter,
        option: Option,
        room: QRect,
        text: str,
        tone: str,
        *,
        strong: bool = False,
        trailing: bool = False,
        font_size: str = "body",
    ) -> None:
        room = QStyle.visualRect(option.direction, option.rect, room)
        font, colour = self._theme.font(font_size, strong=strong), self._theme.colour(tone)
        write_line(painter, room, text, font, colour, option.direction, at_end=trailing)
