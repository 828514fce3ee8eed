"""The queue at the left: two lines of what each thing is about, its mark and which field; read when it is drawn."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QWidget
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from ui.look.folds import px
from ui.look.icons import pixmap
from ui.look.marks import draw_set
from ui.look.painting import Painting
from ui.look.theme import Theme
from ui.merge.row_words import Row, RowWords, Told
from ui.widgets.buttons import RING
from ui.workspace import Workspace

ROW, TOLD = (Qt.ItemDataRole.UserRole + number for number in range(2))
Index = QModelIndex | QPersistentModelIndex
PAD, MARK = 12, 14
LINES = 2
"""Lines of the words of a row."""


class QueueModel(QAbstractListModel):
    """Things as rows; the words of one are looked up when it is drawn for the first time."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._row_words = RowWords(workspace)
        self.rows: Sequence[Row] = ()

    def show(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self._row_words.forget()
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == TOLD:
            return self._row_words.tell(row)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            told = self._row_words.tell(row)
            return f"{told.words} · {told.remark}"
        return None


class Queue(QListView):
    """Chooses one of the things in a queue by the keyboard or the mouse."""

    chosen = Signal(object)
    """What is selected now, or None."""
    sideways = Signal(int)
    """The arrow towards the end of the line was pressed (1), or the other one (-1)."""

    def __init__(self, workspace: Workspace, name: str) -> None:
        super().__init__()
        self.queued = QueueModel(workspace, self)
        self.setModel(self.queued)
        self.setItemDelegate(_Rows(workspace.theme, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setAccessibleName(name)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        workspace.theme.changed.connect(self.scheduleDelayedItemsLayout)

    @property
    def rows(self) -> Sequence[Row]:
        """All that is in the queue."""
        return self.queued.rows

    @property
    def place(self) -> int:
        """The place of what is at hand, from 0; -1 when there is nothing."""
        return self.currentIndex().row()

    def show_rows(self, rows: Sequence[Row], place: int) -> None:
        """Show other rows and choose the one at ``place``."""
        self.queued.show(rows)
        self.choose(place)
        if not rows:
            self.chosen.emit(None)

    def choose(self, place: int) -> None:
        """Choose what is at ``place``, or the nearest there is."""
        if self.rows:
            self.setCurrentIndex(self.queued.index(min(max(place, 0), len(self.rows) - 1)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave letters and digits to the page: here they would only jump about in the list."""
        ends = (Qt.Key.Key_Right, Qt.Key.Key_Left)
        if event.key() in ends:
            ahead = (event.key() == Qt.Key.Key_Right) == (self.layoutDirection() == Qt.LayoutDirection.LeftToRight)
            self.sideways.emit(1 if ahead else -1)
        elif event.text() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def whole_height(self) -> int:
        """Return how high all rows are together."""
        return self.sizeHintForRow(0) * len(self.rows) if self.rows else 0

    def _on_current_changed(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(ROW))


class _Rows(QStyledItemDelegate):
    """Draws a row: words in the reading serif, below them the mark of the set and the field."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme

    def sizeHint(self, option: Option, index: Index) -> QSize:
        theme = self._theme
        words, small = QFontMetrics(theme.reading("quoted")), QFontMetrics(theme.font("caption"))
        return QSize(0, LINES * words.lineSpacing() + small.height() + 2 + 2 * px(theme, 8))

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        with Painting(painter):
            self._draw(painter, option, index)

    def _draw(self, painter: QPainter, option: Option, index: Index) -> None:
        theme = self._theme
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            ring = chosen and self._view.hasFocus()
            painter.setPen(QPen(theme.colour("accent"), RING) if ring else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_soft") if chosen else theme.colour("raised"))
            painter.drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), 6, 6)
        room = option.rect.adjusted(PAD, px(theme, 8), -PAD, -px(theme, 8))
        painter.setPen(theme.colour("text"))
        told = index.data(TOLD)
        if not isinstance(told, Told):
            return
        draw_lines(painter, room, told.words, theme.reading("quoted"), LINES)
        painter.setFont(theme.font("caption"))
        low = QFontMetrics(painter.font()).height()
        line = QRect(room.left(), room.bottom() + 1 - low, room.width(), low)
        self._draw_mark(painter, option, line, told.tone)
        painter.setPen(theme.colour("muted"))
        rest = QStyle.visualRect(option.direction, line, line.adjusted(px(theme, MARK) + 6, 0, 0, 0))
        short = painter.fontMetrics().elidedText(told.remark, Qt.TextElideMode.ElideRight, rest.width())
        flags = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rest, int(QStyle.visualAlignment(option.direction, flags)), short)

    def _draw_mark(self, painter: QPainter, option: Option, line: QRect, tone: str) -> None:
        theme, size = self._theme, px(self._theme, MARK)
        spot = QRect(line.left(), line.center().y() - size // 2, size, size)
        spot = QStyle.visualRect(option.direction, line, spot)
        if tone:
            draw_set(painter, QPointF(spot.center()) + QPointF(-1, 0.5), theme, tone)
        else:
            ratio = painter.device().devicePixelRatioF()
            painter.drawPixmap(spot, pixmap("messages-square", theme.colours.muted, size, ratio))


def draw_lines(painter: QPainter, room: QRect, text: str, font: QFont, most: int) -> None:
    """Draw a text over at most so many lines; the last one ends in "…" where there is more."""
    words = " ".join(text.split())
    metrics = QFontMetrics(font)
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    painter.setFont(font)
    top = room.top()
    for number in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(room.width())
        start, length = line.textStart(), line.textLength()
        shown = words[start:] if number == most - 1 else words[start : start + length]
        shown = metrics.elidedText(shown.rstrip(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(QRect(room.left(), top, room.width(), metrics.height()), 0, shown)
        top += metrics.lineSpacing()
    layout.endLayout()


def place_of(key: object, rows: Sequence[Row], otherwise: int) -> int:
    """Return the place of what ``key`` tells in ``rows``; where there is none, return ``otherwise``."""
    if 0 <= otherwise < len(rows) and rows[otherwise].key == key:
        return otherwise
    found = (place for place, row in enumerate(rows) if row.key == key)
    return next(found, otherwise) if key is not None else otherwise
