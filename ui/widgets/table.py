"""Tables: quiet heads, a thin line between rows, one row chosen, and columns that fold where there is little room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QTreeView
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from ui.look.folds import px
from ui.look.icons import pixmap
from ui.look.painting import Painting, write_line
from ui.look.theme import Theme
from ui.widgets.buttons import RING

BELOW = Qt.ItemDataRole.UserRole + 20
"""A second, quieter line of a cell."""
TONE = Qt.ItemDataRole.UserRole + 21
"""The tone of the first line of a cell."""
STRONG = Qt.ItemDataRole.UserRole + 22
ICON = Qt.ItemDataRole.UserRole + 23
"""Name and tone of an icon before the words, and its size where that is not the usual one."""
LEVEL = Qt.ItemDataRole.UserRole + 24
"""How far the words stand in, below those of another row; 0 or none for not at all."""

PAD, ROW, TALL, HEAD = 12, 36, 56, 38
STEP = 20
ENOUGH = 400
"""From this width on the column that takes what is left usually shares with those that may grow."""
ORDER = 14
"""The mark that says which way the rows are sorted."""
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Column:
    """A column of a table, in pixels of the design."""

    words: str
    width: int = 0
    """0 for the one that takes what is left."""
    folds: int = 0
    """Where there is little room the columns with the highest number go first; those with 0 stay."""
    is_number: bool = False
    inset: int = 0
    """How far its name stands in from where its words would begin."""
    widest: int = 0
    """How wide it may grow where the one that takes what is left has enough; 0 where it never needs more.

    Of that one itself: how wide is enough, where that is not as usual.
    """


class Table(QTreeView):
    """Rows to choose one from; fill it with a model whose columns are the `Column`s it is given."""

    row_asked = Signal(int)
    """Space was pressed on a row, or it was clicked twice."""
    sort_asked = Signal(int)
    """The head of a column was clicked, where the rows can be sorted."""

    def __init__(
        self,
        theme: Theme,
        columns: Sequence[Column],
        least: int = 240,
        two_lines: bool = False,
        one_line: bool = False,
        sorts: bool = False,
    ) -> None:
        """``least`` is the least width of the column that takes what is left.

        With ``two_lines`` every row has room for two, with ``one_line`` for one: then none has to be asked how high it
        is, however many there are. Where it ``sorts``, the heads of the columns can be clicked.
        """
        super().__init__()
        self._theme, self.columns, self._least = theme, tuple(columns), least
        self.two_lines = two_lines
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(two_lines or one_line)
        self.setIndentation(0)
        self.setItemsExpandable(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        head = self._head = _Head(theme, self.columns, self)
        self.setHeader(head)
        if sorts:
            head.setSectionsClickable(True)
            head.setHighlightSections(False)
            head.sectionClicked.connect(self.sort_asked)
        self.setItemDelegate(_Cells(theme, self))
        theme.changed.connect(self._on_theme_changed)
        self.doubleClicked.connect(lambda index: self.row_asked.emit(index.row()))

    @property
    def shown_columns(self) -> list[int]:
        """The columns there is room for."""
        return [number for number in range(len(self.columns)) if not self.isColumnHidden(number)]

    @property
    def row(self) -> int:
        """The row that is chosen, from 0; -1 for none."""
        return self.currentIndex().row()

    def choose(self, row: int) -> None:
        """Choose a row, or the nearest there is."""
        rows = self.model().rowCount() if self.model() else 0
        if rows:
            self.setCurrentIndex(self.model().index(min(max(row, 0), rows - 1), 0))

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Have other columns; the model has as many."""
        self.columns = self._head.columns = tuple(columns)
        self._fold()

    def show_sorted(self, column: int, falling: bool) -> None:
        """Show by which column the rows are sorted."""
        self._head.show_sorted(column, falling)

    def whole_height(self) -> int:
        """Return how high the table is with all its rows."""
        rows = self.model().rowCount() if self.model() else 0
        head = self.header().sizeHint().height()
        if self.uniformRowHeights():
            return head + rows * px(self._theme, TALL if self.two_lines else ROW)
        return head + sum(self.sizeHintForIndex(self.model().index(row, 1)).height() for row in range(rows))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.row >= 0:
            self.row_asked.emit(self.row)
        elif event.text() and event.text().isprintable():
            event.ignore()  # here they would only jump about among the rows
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def drawRow(self, painter: QPainter, option: Option, index: Index) -> None:
        with Painting(painter):
            self._draw_ground(painter, option, index)
        super().drawRow(painter, option, index)

    def _draw_ground(self, painter: QPainter, option: Option, index: Index) -> None:
        theme, row = self._theme, option.rect
        painter.fillRect(QRect(row.left(), row.bottom(), row.width(), 1), theme.colour("line"))
        chosen = self.selectionModel().isRowSelected(index.row(), QModelIndex())
        under = self.indexAt(self.viewport().mapFromGlobal(self.cursor().pos())).row() == index.row()
        if not chosen and not (under and self.underMouse()):
            return
        ring = chosen and self.hasFocus()
        painter.setPen(QPen(theme.colour("accent"), RING) if ring else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent_soft") if chosen else theme.colour("window"))
        painter.drawRoundedRect(row.adjusted(1, 1, -1, -2), 6, 6)

    def _fold(self) -> None:
        """Hide the columns there is no room for, and give the rest theirs."""
        room = self.viewport().width()
        order = sorted({column.folds for column in self.columns if column.folds}, reverse=True)
        hidden: set[int] = set()
        while order and self._needed(hidden) > room:
            hidden.add(order.pop(0))
        for number, column in enumerate(self.columns):
            self.setColumnHidden(number, column.folds in hidden)
        shown = {number: column for number, column in enumerate(self.columns) if column.folds not in hidden}
        widths = {number: px(self._theme, column.width) for number, column in shown.items()}
        stretched = next(number for number, column in shown.items() if not column.width)
        enough = px(self._theme, shown[stretched].widest or ENOUGH)
        growing = {n: px(self._theme, c.widest) - widths[n] for n, c in shown.items() if c.width and c.widest}
        spare = max(room - sum(widths.values()) - enough, 0)
        share = min(spare / sum(growing.values()), 1.0) if growing else 0.0
        for number, more in growing.items():
            widths[number] += int(more * share)
        widths[stretched] = max(room - sum(widths.values()), 80)
        for number, width in widths.items():
            self.header().resizeSection(number, width)

    def _needed(self, hidden: set[int]) -> int:
        return sum(
            px(self._theme, column.width or self._least) for column in self.columns if column.folds not in hidden
        )

    def _on_theme_changed(self) -> None:
        self._fold()
        self.scheduleDelayedItemsLayout()
        self.header().updateGeometry()


class _Head(QHeaderView):
    """The names of the columns, quiet, over a line."""

    def __init__(self, theme: Theme, columns: Sequence[Column], table: QTreeView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._theme, self.columns = theme, columns
        self._sorted, self._falling = -1, False
        self.setSectionsClickable(False)
        self.setSectionsMovable(False)
        self.setMinimumSectionSize(24)
        self.setStretchLastSection(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.viewport().setAutoFillBackground(False)

    def show_sorted(self, column: int, falling: bool) -> None:
        """Show by which column the rows are sorted."""
        self._sorted, self._falling = column, falling
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(0, px(self._theme, HEAD))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        with Painting(painter):
            self._draw_name(painter, rect, section)

    def _draw_name(self, painter: QPainter, rect: QRect, section: int) -> None:
        column = self.columns[section]
        painter.fillRect(rect, self._theme.colour("base"))
        is_sorted = section == self._sorted
        painter.setFont(self._theme.font("caption", strong=is_sorted))
        painter.setPen(self._theme.colour("text" if is_sorted else "muted"))
        edge = Qt.AlignmentFlag.AlignTrailing if column.is_number else Qt.AlignmentFlag.AlignLeading
        flags = int(QStyle.visualAlignment(self.layoutDirection(), edge | Qt.AlignmentFlag.AlignVCenter))
        room = _inside(rect, column, section)
        named = room.adjusted(px(self._theme, column.inset), 0, 0, 0)
        named = QStyle.visualRect(self.layoutDirection(), room, named)
        if is_sorted:
            named = self._draw_order(painter, named, painter.fontMetrics().horizontalAdvance(column.words))
        painter.drawText(named, flags, column.words)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), self._theme.colour("line"))

    def _draw_order(self, painter: QPainter, room: QRect, wide: int) -> QRect:
        """Draw after a name of this width which way the rows are sorted; return the room that is left for the name."""
        size = px(self._theme, ORDER)
        at = min(room.left() + wide + 6, room.right() - size)
        spot = QRect(at, room.center().y() - size // 2 + 1, size, size)
        name = "chevron-up" if self._falling else "chevron-down"
        drawn = pixmap(name, self._theme.colours.text, size, painter.device().devicePixelRatioF())
        painter.drawPixmap(QStyle.visualRect(self.layoutDirection(), room, spot), drawn)
        return QStyle.visualRect(self.layoutDirection(), room, room.adjusted(0, 0, -size - 6, 0))


class _Cells(QStyledItemDelegate):
    """Draws a cell: an icon where there is one, words, and quieter words below."""

    def __init__(self, theme: Theme, table: Table) -> None:
        super().__init__(table)
        self._theme, self._table = theme, table

    def sizeHint(self, option: Option, index: Index) -> QSize:
        model = index.model()
        two = self._table.two_lines or any(
            model.index(index.row(), column).data(BELOW) for column in range(model.columnCount())
        )
        return QSize(0, px(self._theme, TALL if two else ROW))

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        with Painting(painter):
            self._draw(painter, option, index)

    def _draw(self, painter: QPainter, option: Option, index: Index) -> None:
        theme, column = self._theme, self._table.columns[index.column()]
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is not None:
            self._draw_box(painter, option.rect, state)
            return
        room = _inside(option.rect, column, index.column())
        deeper = px(theme, STEP) * int(index.data(LEVEL) or 0)
        room = QStyle.visualRect(option.direction, room, room.adjusted(deeper, 0, 0, 0))
        drawn = index.data(ICON)
        if drawn:
            name, tone, *other = drawn
            size = px(theme, other[0] if other else 18)
            spot = QRect(room.left(), room.center().y() - size // 2, size, size)
            ratio = painter.device().devicePixelRatioF()
            painter.drawPixmap(
                QStyle.visualRect(option.direction, room, spot), pixmap(name, theme.colours.tone(tone), size, ratio)
            )
            room = QStyle.visualRect(option.direction, room, room.adjusted(size + 6, 0, 0, 0))
        lines = [(str(index.data() or ""), theme.font(strong=bool(index.data(STRONG))), index.data(TONE) or "text")]
        if index.data(BELOW):
            lines.append((str(index.data(BELOW)), theme.font("caption"), "muted"))
        self._draw_lines(painter, option, room, lines, column.is_number)

    def _draw_lines(
        self, painter: QPainter, option: Option, room: QRect, lines: list[tuple[str, QFont, str]], is_number: bool
    ) -> None:
        heights = [QFontMetrics(font).height() for _, font, _ in lines]
        top = room.center().y() - sum(heights) // 2
        for (text, font, tone), height in zip(lines, heights, strict=True):
            line, words = QRect(room.left(), top, room.width(), height), " ".join(text.split())
            write_line(painter, line, words, font, self._theme.colour(tone), option.direction, at_end=is_number)
            top += height

    def _draw_box(self, painter: QPainter, cell: QRect, state: Qt.CheckState) -> None:
        theme, size = self._theme, px(self._theme, 16)
        box = QRect(0, 0, size, size)
        box.moveCenter(cell.center())
        ticked = state == Qt.CheckState.Checked
        painter.setPen(QPen(theme.colour("accent" if ticked else "edge"), 1))
        painter.setBrush(theme.colour("accent" if ticked else "base"))
        painter.drawRoundedRect(box, 4, 4)
        if ticked:
            ratio = painter.device().devicePixelRatioF()
            painter.drawPixmap(box.adjusted(1, 1, -1, -1), pixmap("check", theme.colours.on_accent, size - 2, ratio))


def _inside(cell: QRect, column: Column, number: int) -> QRect:
    """Return the room for words in a cell; a figure keeps away from the words of the next column."""
    return cell.adjusted(0 if number else PAD, 0, -2 * PAD if column.is_number else -PAD, 0)
