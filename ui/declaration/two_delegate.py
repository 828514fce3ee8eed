"""Draws two languages side by side, with the numbers and letters they share on the spine between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from ui.declaration.row_layout import LINE, Span
from ui.declaration.rows import TextRow
from ui.declaration.two_layout import SIGN, WRAPPED, Remark, TwoLayout
from ui.declaration.two_rows import TwoRow
from ui.look.folds import px
from ui.look.marks import draw_gap
from ui.look.painting import Painting
from ui.look.theme import Theme
from ui.widgets.buttons import RING

ROW = Qt.ItemDataRole.UserRole
AROUND = 12
"""Room between the words at hand and the edge around them."""
Index = QModelIndex | QPersistentModelIndex


class TwoDelegate(QStyledItemDelegate):
    """Draws rows; what stands below a translation is told by ``remark``, which words of an original by ``changed``."""

    def __init__(
        self,
        theme: Theme,
        view: QAbstractItemView,
        remark: Callable[[TwoRow], Remark | None],
        changed: Callable[[TwoRow], Sequence[Span]],
    ) -> None:
        super().__init__(view)
        self._view, self._theme, self._remark, self._changed = view, theme, remark, changed
        self.layout = TwoLayout(theme)
        self.editing: object = None
        """The id of the row that is being edited: its editor draws the words at the right."""
        self.editor_height = 0

    def sizeHint(self, option: Option, index: Index) -> QSize:
        row = index.data(ROW)
        if not isinstance(row, TwoRow):
            return QSize()
        high = self.layout.height(row, self._remark(row), index.row() == 0)
        if row.id is not None and row.id == self.editing:
            high = max(high, self.editor_height)
        return QSize(0, high)

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        row = index.data(ROW)
        if isinstance(row, TwoRow):
            with Painting(painter):
                self._draw(painter, option, row, index.row() == 0)

    def right_box(self, item: QRect) -> QRect:
        """Return the room of the words at the right, with what is around them."""
        layout = self.layout
        box = QRect(layout.right - AROUND, item.top(), layout.words.width + 2 * AROUND, item.height())
        return self._mirrored(item, box)

    def link_place(self, item: QRect, row: TwoRow, first: bool) -> QRect:
        """Return where the link of the remark stands; nothing where there is none."""
        remark = self._remark(row)
        if remark is None or not remark.link:
            return QRect()
        top = item.top() + self.layout.above(row, first) + self.layout.words_height(row.right)
        return self._mirrored(item, self.layout.remark(remark).link.translated(self.layout.right, top))

    def _draw(self, painter: QPainter, option: Option, row: TwoRow, first: bool) -> None:
        editing = row.id is not None and row.id == self.editing
        top = option.rect.top() + self.layout.above(row, first)
        if row.id is not None and not editing:
            self._draw_ground(painter, option)
        self._draw_label(painter, option, row, top)
        self._draw_words(painter, option, row.left, self.layout.left, top, self._changed(row))
        if not editing:
            self._draw_words(painter, option, row.right, self.layout.right, top)
            self._draw_remark(painter, option, row, top)

    def _draw_ground(self, painter: QPainter, option: Option) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if not chosen and not option.state & QStyle.StateFlag.State_MouseOver:
            return
        ringed = chosen and self._view.hasFocus()
        painter.setPen(QPen(self._theme.colour("accent"), RING) if ringed else Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.soft("accent") if chosen else self._theme.colour("window"))
        painter.drawRoundedRect(QRectF(self.right_box(option.rect)).adjusted(1, 1, -1, -1), 6, 6)

    def _draw_label(self, painter: QPainter, option: Option, row: TwoRow, top: int) -> None:
        layout = self.layout
        painter.setFont(layout.words.small if row.is_lettered else layout.words.number)
        painter.setPen(self._theme.colour("muted" if row.is_lettered else "text"))
        room = QRect(layout.spine_left, top, layout.spine, px(self._theme, LINE))
        painter.drawText(self._mirrored(option.rect, room), Qt.AlignmentFlag.AlignCenter, row.label)

    def _draw_words(
        self, painter: QPainter, option: Option, cell: TextRow, left: int, top: int, marked: Sequence[Span] = ()
    ) -> None:
        painter.setPen(self._theme.colour("text"))
        room = QRect(left, top, self.layout.words.width, option.rect.height())
        place = self._mirrored(option.rect, room)
        self.layout.words.lay_out(cell, tuple(marked)).lines.draw(painter, QPointF(place.topLeft()))

    def _draw_remark(self, painter: QPainter, option: Option, row: TwoRow, top: int) -> None:
        remark = self._remark(row)
        if remark is None:
            return
        laid, theme = self.layout.remark(remark), self._theme
        left, top = self.layout.right, top + self.layout.words_height(row.right)
        painter.setFont(self.layout.words.small)
        painter.setPen(theme.colour(remark.tone))
        room = self._mirrored(option.rect, laid.text.translated(left, top))
        painter.drawText(room, WRAPPED, remark.text)
        if remark.tone != "muted":
            dot = QRect(left, laid.text.top() + top, px(theme, SIGN) - 6, painter.fontMetrics().height())
            draw_gap(painter, QRectF(self._mirrored(option.rect, dot)).center(), theme, remark.tone)
        if remark.link:
            painter.setFont(self.layout.words.small)
            painter.setPen(theme.colour("accent"))
            painter.drawText(self._mirrored(option.rect, laid.link.translated(left, top)), WRAPPED, remark.link)

    def _mirrored(self, item: QRect, place: QRect) -> QRect:
        return QStyle.visualRect(self._view.layoutDirection(), item, place)
