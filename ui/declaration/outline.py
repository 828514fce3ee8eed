"""The outline: sections as headings, clauses by number, and a field to find words in the declaration."""

from __future__ import annotations

import sys
import traceback
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QListView, QStyle, QStyledItemDelegate, QVBoxLayout, QWidget
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from ui.declaration.draft_model import ROW, DraftModel
from ui.declaration.rows import TextRow
from ui.look.theme import Theme
from ui.widgets.words import caption
from ui.workspace import Workspace

PAD, NUMBER, MARK = 8, 24, 10
Index = QModelIndex | QPersistentModelIndex


class Outline(QWidget):
    """Finds the way in the declaration; says `asked` with a clause."""

    asked = Signal(object)

    def __init__(self, workspace: Workspace, model: DraftModel) -> None:
        super().__init__()
        self._workspace, self._model = workspace, model
        self._build()
        self._connect()

    def mark_place(self, clause: UUID | None) -> None:
        """Show which clause is at hand."""
        index = self._model.index_of(clause)
        if index != self.list.currentIndex():
            self.list.blockSignals(True)
            self.list.setCurrentIndex(index)
            self.list.blockSignals(False)

    def go_find(self) -> None:
        """Go to the field to find words."""
        self.search.setFocus()
        self.search.selectAll()

    def _build(self) -> None:
        t = self._workspace.t
        self.search = QLineEdit()
        self.search.setPlaceholderText(t("Find in the declaration"))
        self.search.setAccessibleName(t("Find in the declaration"))
        self.search.setClearButtonEnabled(True)
        self._found = caption()
        self._found.hide()
        self.list = _OutlineList(self._workspace, self._model)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 0, 12, 0)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self._found)
        column.addWidget(self.list, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_search_changed)
        self.search.returnPressed.connect(self._on_next_asked)
        self.list.asked.connect(self.asked)

    def _matches(self) -> list[UUID]:
        words = self.search.text().casefold().split()
        return [
            row.id
            for row in self._model.rows
            if row.id and words and all(word in row.text.casefold() for word in words)
        ]

    def _on_search_changed(self) -> None:
        t, matches = self._workspace.t, self._matches()
        self._found.setVisible(bool(self.search.text().strip()))
        self._found.setText(t.plural("{count} clause", "{count} clauses", len(matches)) if matches else t("Not found"))
        if matches:
            self.asked.emit(matches[0])

    def _on_next_asked(self) -> None:
        matches = self._matches()
        if matches:
            row = self.list.currentIndex().data(ROW)
            place = matches.index(row.id) + 1 if row is not None and row.id in matches else 0
            self.asked.emit(matches[place % len(matches)])


class _OutlineList(QListView):
    """The rows of the draft in short."""

    asked = Signal(object)

    def __init__(self, workspace: Workspace, model: DraftModel) -> None:
        super().__init__()
        self._model = model
        self.setModel(model)
        self.setItemDelegate(_OutlineRows(workspace.theme, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(workspace.t("Outline"))
        self.verticalScrollBar().setSingleStep(24)
        workspace.theme.changed.connect(self.scheduleDelayedItemsLayout)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        row = index.data(ROW)
        if isinstance(row, TextRow) and row.passage is None:  # a heading leads to its first clause
            first = self._model.next_clause(index.row())
            self.setCurrentIndex(first)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        row = current.data(ROW)
        if isinstance(row, TextRow) and row.id is not None:
            self.asked.emit(row.id)


class _OutlineRows(QStyledItemDelegate):
    """Draws a row of the outline on one line."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme

    def sizeHint(self, option: Option, index: Index) -> QSize:
        row = index.data(ROW)
        level = row.level if isinstance(row, TextRow) else 0
        return QSize(0, QFontMetrics(self._font(level)).height() + {0: 8, 1: 20, 2: 12}[level])

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        painter.save()
        try:
            row = index.data(ROW)
            if isinstance(row, TextRow):
                self._draw(painter, option, row)
        except Exception:  # noqa: BLE001  an exception that leaves paint ends the program
            traceback.print_exc(file=sys.stderr)
        finally:
            painter.restore()

    def _font(self, level: int) -> QFont:
        return self._theme.font("caption" if level != 1 else "body", strong=level > 0)

    def _draw(self, painter: QPainter, option: Option, row: TextRow) -> None:
        theme, item = self._theme, option.rect
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(theme.colour("accent"), 2) if self._view.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(theme.soft("accent"))
            painter.drawRoundedRect(QRectF(item).adjusted(1, 1, -1, -1), 4, 4)
        font = self._font(row.level)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        line = QRect(item.left(), item.bottom() - metrics.height() - 3, item.width(), metrics.height())
        if row.level:
            self._draw_heading(painter, option, row, line)
            return
        painter.setPen(theme.colour(row.tone or "muted"))
        flags = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        number = QRect(line.left(), line.top(), NUMBER, line.height())
        painter.drawText(self._place(option, number), int(QStyle.visualAlignment(option.direction, flags)), row.label)
        painter.setPen(theme.colour("text"))
        self._draw_words(painter, option, line.adjusted(NUMBER + PAD, 0, -PAD, 0), row.short)

    def _draw_heading(self, painter: QPainter, option: Option, row: TextRow, line: QRect) -> None:
        left = PAD if row.level == 1 else NUMBER + PAD
        tone = self._theme.colour(row.tone or "text")
        if row.tone:
            side = MARK if row.level == 1 else MARK - 2
            mark = QRect(line.left() + left, line.top() + (line.height() - side) // 2, side, side)
            painter.setBrush(tone if row.level == 1 else Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(tone, 1.5))
            painter.drawRoundedRect(QRectF(self._place(option, mark)), 2, 2)
            left += side + 8
        painter.setPen(tone)
        self._draw_words(painter, option, line.adjusted(left, 0, -PAD, 0), row.short)

    def _draw_words(self, painter: QPainter, option: Option, place: QRect, text: str) -> None:
        short = painter.fontMetrics().elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, place.width())
        flags = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self._place(option, place), int(QStyle.visualAlignment(option.direction, flags)), short)

    def _place(self, option: Option, place: QRect) -> QRect:
        return QStyle.visualRect(self._view.layoutDirection(), option.rect, place)
