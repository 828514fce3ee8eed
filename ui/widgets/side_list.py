"""What a page is divided into, at its leading edge, in groups or not: each with how much is in it, and what lacks."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QSizePolicy, QStyle, QStyledItemDelegate
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from ui.look.folds import px
from ui.look.marks import draw_gap
from ui.look.painting import Painting, write_line
from ui.look.theme import Theme
from ui.widgets.buttons import RING

ROW, HEAD, FIRST, PAD, SIGN, FIGURE = 30, 40, 26, 12, 15, 30
"""Height of a row; of the name of a group; of the first; at the ends of a row; of the mark of a gap; of a number."""
PART, COUNT, GAPS = (Qt.ItemDataRole.UserRole + number for number in (40, 41, 42))
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
PLAIN = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
Index = QModelIndex | QPersistentModelIndex


class SidePart(NamedTuple):
    """A part of a page."""

    key: Hashable
    name: str
    number: str = ""
    """How much is in it, as it is shown."""
    gaps: str = ""
    """How much of it lacks something."""
    spoken: str = ""
    """All of it as it is read aloud, where that is more than its name."""
    tip: str = ""


class SideList(QListWidget):
    """Says `chosen` with the key of a part; as high as its rows, where there is room."""

    chosen = Signal(object)
    row_asked = Signal()
    """A part was clicked twice, or Enter was pressed on it."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("bare", True)
        self.setMouseTracking(True)
        self.setAccessibleName(name)
        self.setItemDelegate(_Rows(theme, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setMinimumHeight(60)
        self.itemDoubleClicked.connect(lambda _: self.row_asked.emit())
        self.currentItemChanged.connect(self._on_current)

    def show_parts(self, groups: Sequence[tuple[str, Sequence[SidePart]]], key: Hashable) -> None:
        """Show parts in groups, each with its name or ""; that of ``key`` is open."""
        rows: list[tuple[str, SidePart | None]] = []
        for name, parts in groups:
            rows += [(name, None)] if name else []
            rows += [(part.name, part) for part in parts]
        self.blockSignals(True)
        if self.count() != len(rows):  # else the one that was just chosen stays the item it is
            self.clear()
            self.addItems([name for name, _ in rows])
        for place, (name, part) in enumerate(rows):
            _say(self.item(place), name, part)
            if part is not None and part.key == key:
                self.setCurrentRow(place)
        self.blockSignals(False)
        self.setVisible(bool(self.count()))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        high = sum(self.sizeHintForRow(row) for row in range(self.count()))
        return QSize(super().sizeHint().width(), high + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and self.currentItem() is not None:
            self.row_asked.emit()
        elif event.text() and event.text().isprintable():
            event.ignore()  # here they would only jump about among the rows
        else:
            super().keyPressEvent(event)

    def _on_current(self, item: QListWidgetItem | None) -> None:
        part = item.data(PART) if item is not None else None
        if part is not None:
            self.chosen.emit(part.key)


def _say(item: QListWidgetItem, name: str, part: SidePart | None) -> None:
    """Have a row say a part, or the name of a group."""
    item.setText(name)
    item.setFlags(PLAIN if part is not None else Qt.ItemFlag.NoItemFlags)
    item.setData(PART, part)
    item.setData(COUNT, part.number if part else "")
    item.setData(GAPS, part.gaps if part else "")
    item.setData(Qt.ItemDataRole.AccessibleTextRole, (part.spoken if part else "") or name)
    item.setToolTip(part.tip if part else "")


class _Rows(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: QListWidget) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: Option, index: Index) -> QSize:
        high = ROW if index.data(PART) else HEAD if index.row() else FIRST
        return QSize(0, px(self._theme, high))

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        with Painting(painter):
            if index.data(PART):
                self._draw(painter, option, index)
            else:
                self._draw_head(painter, option, index)

    def _draw_head(self, painter: QPainter, option: Option, index: Index) -> None:
        font = self._theme.font("caption", strong=True)
        high = QFontMetrics(font).height()
        room = option.rect.adjusted(PAD, option.rect.height() - high - 6, -PAD, -6)
        self._write(painter, option, room, str(index.data()), "muted", size="caption", strong=True)

    def _draw(self, painter: QPainter, option: Option, index: Index) -> None:
        theme, state = self._theme, option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            ring = chosen and self._view.hasFocus()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("accent"), RING) if ring else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_soft" if chosen else "raised"))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 6, 6)
        room = option.rect.adjusted(PAD, 0, -PAD, 0)
        figure, small = px(theme, FIGURE), QFontMetrics(theme.font("caption"))
        self._write(painter, option, room, index.data(COUNT), "text" if chosen else "muted", size="caption", end=True)
        gaps = index.data(GAPS)
        taken = figure
        if gaps:
            at = room.right() - figure - small.horizontalAdvance(gaps)
            words = QRect(at, room.top(), room.right() - figure - at + 1, room.height())
            self._write(
                painter, option, QStyle.visualRect(option.direction, room, words), gaps, "incomplete", "caption"
            )
            dot = QRect(at - px(theme, SIGN), room.top(), px(theme, 10), room.height())
            draw_gap(
                painter, QPointF(QRectF(QStyle.visualRect(option.direction, room, dot)).center()), theme, "incomplete"
            )
            taken += small.horizontalAdvance(gaps) + px(theme, SIGN) + 6
        rest = QStyle.visualRect(option.direction, room, room.adjusted(0, 0, -taken, 0))
        self._write(painter, option, rest, str(index.data()), "accent" if chosen else "text", strong=chosen)

    def _write(
        self,
        painter: QPainter,
        option: Option,
        room: QRect,
        text: str,
        tone: str,
        size: str = "body",
        *,
        strong: bool = False,
        end: bool = False,
    ) -> None:
        font, colour = self._theme.font(size, strong=strong), self._theme.colour(tone)
        write_line(painter, room, text, font, colour, option.direction, at_end=end)
