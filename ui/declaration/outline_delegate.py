"""Draws the outline: the number hangs, the count stands at the end, long names take a second line."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from ui.declaration.outline_entries import Entry
from ui.look.folds import px
from ui.look.marks import draw_set
from ui.look.painting import Painting
from ui.look.theme import Theme
from ui.widgets.buttons import RING

SECTION = Qt.ItemDataRole.UserRole
PAD, NUMBER, GAP, ABOVE = 8, 22, 8, 3
HEADED = 10
"""Room above a heading."""
Index = QModelIndex | QPersistentModelIndex


class OutlineDelegate(QStyledItemDelegate):
    """Draws the entries; ``is_over`` tells whether something is held over a row."""

    def __init__(self, theme: Theme, view: QAbstractItemView, is_over: Callable[[Index], bool]) -> None:
        super().__init__(view)
        self._view, self._theme, self._is_over = view, theme, is_over

    def sizeHint(self, option: Option, index: Index) -> QSize:
        entry = index.data(SECTION)
        if not isinstance(entry, Entry):
            return QSize()
        width = self._view.viewport().width()
        room = self._name_room(entry, QRect(0, 0, width, 10_000))
        metrics = QFontMetrics(self._font(entry))
        high = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), entry.name).height()
        return QSize(0, self._above(entry, index) + high + px(self._theme, ABOVE))

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        with Painting(painter):
            entry = index.data(SECTION)
            if isinstance(entry, Entry):
                self._draw(painter, option, index, entry)

    def _above(self, entry: Entry, index: Index) -> int:
        """Return the room above the words: a section keeps away from what stands before it."""
        before = index.sibling(index.row() - 1, 0).data(SECTION)
        apart = isinstance(before, Entry) and (entry.is_heading or entry.is_strong is not before.is_strong)
        apart &= not (isinstance(before, Entry) and before.is_heading)
        return px(self._theme, ABOVE + (HEADED if apart else 0))

    def _draw(self, painter: QPainter, option: Option, index: Index, entry: Entry) -> None:
        theme, chosen = self._theme, bool(option.state & QStyle.StateFlag.State_Selected)
        above = self._above(entry, index)
        over = self._is_over(index)
        if chosen or over or (option.state & QStyle.StateFlag.State_MouseOver and entry.first is not None):
            painter.setPen(
                QPen(theme.colour("accent"), RING) if over or (chosen and self._view.hasFocus()) else Qt.PenStyle.NoPen
            )
            painter.setBrush(theme.soft("accent") if chosen else theme.colour("raised"))
            box = option.rect.adjusted(0, above - px(theme, ABOVE), 0, 0)
            painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 6, 6)
        font = self._font(entry)
        high = QFontMetrics(font).height()
        room = self._name_room(entry, option.rect.adjusted(0, above, 0, 0))
        if entry.is_heading and entry.tone:
            centre = QRect(option.rect.left(), room.top(), px(theme, PAD + NUMBER), high)
            draw_set(painter, QRectF(self._mirrored(option, centre)).center(), theme, entry.tone)
        painter.setFont(font)
        painter.setPen(theme.colour("accent" if chosen else "text" if entry.first else "muted"))
        flags = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        painter.drawText(self._mirrored(option, room), int(flags) | int(Qt.TextFlag.TextWordWrap), entry.name)
        ends = int(QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignTop))
        painter.setPen(theme.colour("accent" if chosen else "muted"))
        number = QRect(option.rect.left(), room.top(), px(theme, PAD + NUMBER), high)
        painter.drawText(self._mirrored(option, number), ends, entry.number)
        painter.setFont(theme.font("caption"))
        count = QRect(option.rect.left(), room.top() + 1, option.rect.width() - px(theme, PAD), high)
        painter.drawText(self._mirrored(option, count), ends, entry.told if chosen and entry.told else entry.count)

    def _name_room(self, entry: Entry, place: QRect) -> QRect:
        theme = self._theme
        left = px(theme, PAD if entry.is_heading and not entry.tone else PAD + NUMBER + GAP)
        right = px(theme, PAD)
        if entry.count:
            right += QFontMetrics(theme.font("caption")).horizontalAdvance(entry.told or entry.count) + px(theme, GAP)
        return QRect(place.left() + left, place.top(), max(place.width() - left - right, 40), place.height())

    def _font(self, entry: Entry) -> QFont:
        return self._theme.font("body", strong=entry.is_strong)

    def _mirrored(self, option: Option, place: QRect) -> QRect:
        return QStyle.visualRect(self._view.layoutDirection(), option.rect, place)
