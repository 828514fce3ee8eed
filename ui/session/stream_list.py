"""Where the rows of the stream stand, and what of them is drawn: only what is seen is read and laid out."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from uuid import UUID

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, QRect, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QRegion, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from ui.session.stream_columns import Columns, columns_of, figure_heads
from ui.session.stream_delegate import StreamDelegate
from ui.session.stream_entry import Hands
from ui.session.stream_model import Index, StreamModel
from ui.session.stream_rows import Rows
from ui.workspace import Workspace

STEP = 24
"""Pixels that one turn of the wheel or one press on an arrow scrolls, by Qt's count of three at a time."""
WIDE = 10_000_000
"""Pixels; more than all rows are high."""
ROUNDS = 12
"""Corrections of heights for one view; each makes the rest of the window known, so that two or three are enough."""


class StreamList(QListView):
    """Lays out and draws the rows of the model."""

    laid = Signal()
    """Rows stand elsewhere than before."""
    columns_changed = Signal()

    def __init__(self, workspace: Workspace, model: StreamModel) -> None:
        super().__init__()
        self._workspace, self._model = workspace, model
        self._rows = Rows()
        self._at_end, self._settling = True, False
        self._hovered = -1
        self._delegate = StreamDelegate(workspace.theme, workspace.t, self)
        self._build()
        workspace.theme.changed.connect(self._on_look_changed)

    def show_model(self) -> None:
        """Show the model from now on; Qt tells of a selection at once, so that everything has to be there."""
        model = self._model
        self.setModel(model)
        model.modelReset.connect(self._on_reset)
        model.rowsInserted.connect(self._on_inserted)
        model.rowsRemoved.connect(self._on_removed)
        model.dataChanged.connect(self._on_changed)

    @property
    def columns(self) -> Columns:
        """Where things stand along the line of reading."""
        return self._delegate.columns

    def go_to_end(self) -> None:
        """Show the newest, and keep showing it as entries and widths change, until a person scrolls."""
        self._at_end = True
        self._settle()

    def begins_run(self, row: int) -> bool:
        """Tell whether a name stands above a row."""
        return self._model.begins_run(row)

    def words_rect(self, row: int) -> QRect:
        """Return where the words of a row stand in the window."""
        return self._delegate.words_rect(self._rect(row), self.begins_run(row))

    def count_in(self, record_id: UUID | None, hands: Hands) -> None:
        """Draw a recommendation as one that is being counted: with room for the fields, and the bar as typed."""
        before, self._delegate.counting = self._delegate.counting, record_id
        self._delegate.typed = hands
        for row in (self._model.row_of(changed) for changed in {before, record_id} if changed is not None):
            if row >= 0 and before != record_id:
                self._rows.forget(row)
        if before != record_id:
            self._settle()
        self.viewport().update()

    def figures_of(self, record_id: UUID) -> tuple[QRect, tuple[QRect, QRect, QRect]] | None:
        """Return where bar and figures of a recommendation stand in the window; None where it is not shown."""
        row = self._model.row_of(record_id)
        if row < 0:
            return None
        entry, words = self._model.entry(row), self.words_rect(row)
        delegate, item = self._delegate, self._rect(row)
        return delegate.bar_rect(item, words, entry), delegate.figure_rects(item, words, entry)

    def repaint_row(self, row: int) -> None:
        """Draw a row again."""
        self.viewport().update(self._rect(row))

    def visualRect(self, index: Index) -> QRect:
        if not index.isValid() or index.row() >= len(self._rows):
            return QRect()
        return self._rect(index.row()).intersected(QRect(0, -WIDE, self.viewport().width(), 2 * WIDE))

    def indexAt(self, point: QPoint) -> QModelIndex:
        place = point.y() + self.verticalOffset()
        if not len(self._rows) or not 0 <= place < self._rows.total:
            return QModelIndex()
        return self._model.index(self._rows.at(place))

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        return 0

    def isIndexHidden(self, index: Index) -> bool:
        return False

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        row = index.row()
        if not index.isValid() or row >= len(self._rows):
            return
        self._know(row)
        rows, high, bar = self._rows, self.viewport().height(), self.verticalScrollBar()
        top, bottom = rows.top(row), rows.top(row) + rows.height(row)
        above = 0 if self.begins_run(row) else self._delegate.text.head_high()
        if (
            hint == QAbstractItemView.ScrollHint.PositionAtTop
            or top - above < bar.value()
            or bottom - (top - above) > high
        ):
            self._scroll(top - above)
        elif bottom > bar.value() + high:
            self._scroll(bottom - high)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        actions, row, last = QAbstractItemView.CursorAction, self.currentIndex().row(), len(self._rows) - 1
        if last < 0:
            return QModelIndex()
        page = self.viewport().height()
        target = {
            actions.MoveUp: row - 1,
            actions.MovePrevious: row - 1,
            actions.MoveDown: row + 1,
            actions.MoveNext: row + 1,
            actions.MoveHome: 0,
            actions.MoveEnd: last,
        }.get(action, row)
        if action in (actions.MovePageUp, actions.MovePageDown) and row >= 0:
            step = page if action == actions.MovePageDown else -page
            found = self._rows.at(self._rows.top(row) + step)
            target = found if found != row else row + (1 if step > 0 else -1)
        return self._model.index(min(max(target, 0), last))

    def setSelection(self, rect: QRect, flags: QItemSelectionModel.SelectionFlag) -> None:
        index = self.indexAt(rect.bottomRight())
        self.selectionModel().select(index, flags)

    def visualRegionForSelection(self, selection: object) -> QRegion:
        region = QRegion()
        for index in self.selectionModel().selectedIndexes():
            region += self.visualRect(index)
        return region

    def doItemsLayout(self) -> None:
        QAbstractItemView.doItemsLayout(self)

    def rowsInserted(self, parent: Index, first: int, last: int) -> None:
        """Leave out what the list of Qt does, which is to lay out and to paint everything once more a little later."""
        QAbstractItemView.rowsInserted(self, parent, first, last)

    def rowsAboutToBeRemoved(self, parent: Index, first: int, last: int) -> None:
        """As with `rowsInserted`."""
        QAbstractItemView.rowsAboutToBeRemoved(self, parent, first, last)

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """As with `rowsInserted`."""
        QAbstractItemView.dataChanged(self, first, last, roles)

    def updateGeometries(self) -> None:
        """Say to the scroll bar how high everything is, and correct it."""
        self._settle()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        bar = self.verticalScrollBar()
        self._at_end = bar.value() >= bar.maximum() - 4
        self._settle()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setClipRegion(event.region())
        painter.fillRect(event.rect(), self._workspace.theme.colour("base"))
        if not len(self._rows):
            return
        top = self.verticalOffset()
        chosen = {index.row() for index in self.selectionModel().selectedIndexes()}
        row = self._rows.at(top + event.rect().top())
        last = self._rows.at(top + event.rect().bottom())
        while row <= last:
            if self._model.is_at_hand(row):
                entry, hovered = self._model.entry(row), row == self._hovered
                self._delegate.draw(painter, self._rect(row), entry, self.begins_run(row), row in chosen, hovered)
            row += 1
        if self._model.is_at_hand(self._rows.at(top)):
            self._draw_standing_name(painter, top)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure_columns()
        if self.currentIndex().isValid() and not self._at_end:
            self.scrollTo(self.currentIndex())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._measure_columns()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _build(self) -> None:
        self.setProperty("bare", True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # so nothing below it is painted
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setAccessibleName(self._workspace.t("What has been said"))

    def _rect(self, row: int) -> QRect:
        top = self._rows.top(row) - self.verticalOffset()
        return QRect(self._leading(), top, self.width(), self._rows.height(row))

    def _leading(self) -> int:
        """Return where the paper begins: the scroll bar stands within its inset, on either side."""
        turned = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return self.viewport().width() - self.width() if turned else 0

    def _draw_standing_name(self, painter: QPainter, top: int) -> None:
        """Draw the name of the run at the top of the window over what scrolls by, pushed up by the next name."""
        first = self._rows.at(top)
        text, width = self._delegate.text, self.width()
        high = text.head_high()
        if self._rows.top(first) >= top and self.begins_run(first):
            return
        following = first + 1
        pushed = following < len(self._rows) and self._model.is_at_hand(following) and self.begins_run(following)
        place = min(self._rows.top(following) - top - high, 0) if pushed else 0
        covered, some_left = self._covered_lines(first, place + high)
        strip = QRect(self._leading(), place, width, high)
        painter.fillRect(strip.adjusted(0, 0, 0, covered - place - high), self._workspace.theme.colour("base"))
        name_top = strip.top() + high - text.name_high() - 2
        if name_top >= 0 and (some_left or not pushed):
            self._delegate.draw_name(painter, strip, name_top, self._model.entry(first).speaker)

    def _covered_lines(self, row: int, down: int) -> tuple[int, bool]:
        """Return how far down to cover so that no line is seen cut at ``down``, and whether some are left."""
        entry, top = self._model.entry(row), self.words_rect(row).top()
        lines, line = self._delegate.text.lines(entry, self.columns), self._delegate.first_line(entry)
        facts = top + lines.words_high
        begin, line = (top, line) if down < facts else (facts, self._delegate.text.line_high)
        end = begin + ceil(max(down - begin, 0) / max(line, 1)) * line
        covered = max(down, min(end, top + lines.high))
        return covered, covered < top + lines.high

    def _settle(self) -> None:
        """Know the height of all that is seen, and keep the entry at the top, or the newest one, where it is."""
        if self._settling or not self.viewport().width():
            return
        self._settling = True
        try:
            for _ in range(ROUNDS):
                if not self._correct():
                    break
            self._tell_scroll_bar(self.verticalOffset())
        finally:
            self._settling = False
        self.viewport().update()
        self.laid.emit()

    def _correct(self) -> bool:
        """Measure the rows that are seen; tell whether one was higher or lower than it was taken for."""
        rows, high = self._rows, self.viewport().height()
        if not len(rows):
            return False
        if self._at_end:
            self._tell_scroll_bar(max(rows.total - high, 0))
        top = self.verticalOffset()
        first, bottom, before = rows.at(top), rows.at(top + high), rows.total
        anchor = next((row for row in range(first, bottom + 1) if rows.is_known(row)), first)
        offset = top - rows.top(anchor)
        for row in range(first, bottom + 1):
            self._know(row)
        self._tell_scroll_bar(max(rows.total - high, 0) if self._at_end else rows.top(anchor) + offset)
        return rows.total != before or not all(
            rows.is_known(row)
            for row in range(rows.at(self.verticalOffset()), rows.at(self.verticalOffset() + high) + 1)
        )

    def _know(self, row: int) -> None:
        """Measure a row; its page is read for that if need be."""
        rows, model, text = self._rows, self._model, self._delegate.text
        if rows.is_known(row) or not model.is_at_hand(row):
            return
        entry = model.entry(row)
        high = text.height(entry, self.columns, self.begins_run(row))
        rows.know(row, high + (self._delegate.room_to_count(entry) if entry.id == self._delegate.counting else 0))

    def _tell_scroll_bar(self, value: int) -> None:
        bar, high = self.verticalScrollBar(), self.viewport().height()
        with QSignalBlocker(bar):
            bar.setSingleStep(STEP)
            bar.setPageStep(max(high - self._delegate.text.head_high(), 1))
            bar.setRange(0, max(self._rows.total - high, 0))
            bar.setValue(value)
        bar.update()

    def _scroll(self, value: int) -> None:
        """Scroll to a place, and remember whether it is the end."""
        self._tell_scroll_bar(value)
        bar = self.verticalScrollBar()
        self._at_end = bar.value() >= bar.maximum() - 4
        self._settle()

    def _measure_columns(self) -> None:
        """Take the columns for the width there is now; where they are others, nothing is known of any height."""
        t = self._workspace.t
        columns = columns_of(self, self._workspace.theme, self.width(), figure_heads(t))
        if columns != self._delegate.columns:
            self._delegate.columns = columns
            self._guess_all()
            self.columns_changed.emit()
        self._settle()

    def _guess_all(self) -> None:
        """Guess all heights anew, and keep the entry at the top of the window where it is."""
        rows, model, text = self._rows, self._model, self._delegate.text
        top = self.verticalOffset()
        anchor = rows.at(top) if len(rows) else 0
        offset = min(top - rows.top(anchor), rows.height(anchor) - 1) if len(rows) else 0
        usual = text.guess(None, self.columns)
        count = model.rowCount()
        rows.guess(
            [text.guess(model.entry(row), self.columns) if model.is_read(row) else usual for row in range(count)]
        )
        self._tell_scroll_bar(rows.top(anchor) + offset if 0 < anchor < count else top if count else 0)

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            for other in (row, self._hovered):
                if 0 <= other < len(self._rows):
                    self.repaint_row(other)
            self._hovered = row

    def _on_reset(self) -> None:
        self._hovered = -1
        self._rows.guess([])
        self._guess_all()
        self._settle()

    def _on_inserted(self, parent: QModelIndex, first: int, last: int) -> None:
        usual = self._delegate.text.guess(None, self.columns)
        self._rows.insert(first, [usual] * (last - first + 1))
        self._rows.forget(last + 1)
        self._settle()

    def _on_removed(self, parent: QModelIndex, first: int, last: int) -> None:
        self._rows.remove(first, last)
        self._rows.forget(first)
        self._hovered = -1
        self._settle()

    def _on_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        for row in range(first.row(), min(last.row() + 2, len(self._rows))):
            self._rows.forget(row)
        self._settle()

    def _on_look_changed(self) -> None:
        self._measure_columns()
        self._guess_all()
        self._settle()
