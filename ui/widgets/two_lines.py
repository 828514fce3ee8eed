"""Rows of a list with two lines: what it is, and below it, quieter, something about it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListWidgetItem, QStyle, QStyledItemDelegate, QWidget
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from ui.look.icons import pixmap
from ui.look.painting import Painting
from ui.look.theme import Theme

BELOW = Qt.ItemDataRole.UserRole + 20
TONE = Qt.ItemDataRole.UserRole + 21
TRAILING = Qt.ItemDataRole.UserRole + 22
"""At the end of the upper line: a time, a number."""
PAD = 8


class TwoLines(QStyledItemDelegate):
    """Draws rows made by `row` and headings made by `row_heading`."""

    def __init__(self, theme: Theme, view: QWidget, icon: str = "", strong: bool = False) -> None:
        super().__init__(view)
        self._view = view
        self._theme, self._icon, self._strong = theme, icon, strong

    def sizeHint(self, option: Option, index: QModelIndex | QPersistentModelIndex) -> QSize:
        lines = [self._height("body", self._strong), self._height("caption")] if index.data(BELOW) else []
        return QSize(120, sum(lines) + PAD + 4 if lines else self._height("caption", True) + 16)

    def paint(self, painter: QPainter, option: Option, index: QModelIndex | QPersistentModelIndex) -> None:
        with Painting(painter):
            if index.data(BELOW):
                self._draw_row(painter, option, index)
            else:
                room = option.rect.adjusted(PAD, 0, -PAD, -4)
                self._line(painter, room, str(index.data()), "caption", "muted", True, bottom=True)

    def _draw_row(self, painter: QPainter, option: Option, index: QModelIndex | QPersistentModelIndex) -> None:
        theme, state = self._theme, option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected) and self._view.isActiveWindow()
        focused = self._view.hasFocus() and bool(state & QStyle.StateFlag.State_HasFocus)
        if chosen or focused or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(theme.colour("accent"), 2) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(theme.soft("accent") if chosen else theme.colour("raised"))
            painter.drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), 6, 6)
        room = option.rect.adjusted(PAD, PAD // 2 + 1, -PAD, -PAD // 2 - 1)
        if self._icon:
            spot = QRect(room.left(), room.center().y() - 9, 20, 20)
            spot = QStyle.visualRect(option.direction, option.rect, spot)
            ratio = painter.device().devicePixelRatioF()
            painter.drawPixmap(spot, pixmap(self._icon, theme.colours.muted, 20, ratio))
            room.setLeft(room.left() + 32)
        room = QStyle.visualRect(option.direction, option.rect, room)
        upper, trailing = QRect(room), index.data(TRAILING)
        if trailing:
            painter.setFont(theme.font("caption"))
            painter.setPen(theme.colour("muted"))
            end = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignTop)
            painter.drawText(room, int(end), trailing)
            wide = painter.fontMetrics().horizontalAdvance(trailing) + PAD
            upper = QStyle.visualRect(option.direction, room, room.adjusted(0, 0, -wide, 0))
        self._line(painter, upper, str(index.data()), "body", "text", self._strong)
        tone = index.data(TONE) or "muted"
        self._line(painter, room, str(index.data(BELOW)), "caption", tone, bottom=True)

    def _line(
        self,
        painter: QPainter,
        room: QRect,
        text: str,
        size: str,
        tone: str,
        strong: bool = False,
        bottom: bool = False,
    ) -> None:
        painter.setFont(self._theme.font(size, strong))
        painter.setPen(self._theme.colour(tone))
        edge = Qt.AlignmentFlag.AlignBottom if bottom else Qt.AlignmentFlag.AlignTop
        short = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(edge | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine), short)

    def _height(self, size: str, strong: bool = False) -> int:
        return QFontMetrics(self._theme.font(size, strong)).height()


def row(text: str, below: str, tone: str = "muted", trailing: str = "") -> QListWidgetItem:
    """Make a row of two lines; ``tone`` is that of the lower one, ``trailing`` stands at the end of the upper one."""
    item = QListWidgetItem(text)
    item.setData(BELOW, below)
    item.setData(TONE, tone)
    item.setData(TRAILING, trailing)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(part for part in (text, trailing, below) if part))
    return item


def row_heading(text: str) -> QListWidgetItem:
    """Make a heading between rows, which cannot be chosen."""
    item = QListWidgetItem(text)
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    return item
