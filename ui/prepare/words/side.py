"""The vocabularies at the leading edge: in their groups, each with how many terms it has and how many lack what."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QVBoxLayout,
)
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from consultation.reading.vocabularies import VocabularyTree
from ui.actions import preparing
from ui.keys import pressed
from ui.look.folds import px
from ui.look.marks import draw_gap
from ui.look.painting import Painting
from ui.look.theme import Theme
from ui.prepare.words.names import GROUPS, tree_name
from ui.widgets.buttons import RING, quiet_button
from ui.workspace import Workspace

WIDTH = 272
ROW, HEAD, FIRST, PAD, SIGN = 30, 40, 26, 12, 15
"""Height of a row; of the name of a group; of the first; at the ends of a row; of the mark of a gap."""
KEY, COUNT, GAPS = (Qt.ItemDataRole.UserRole + number for number in (40, 41, 42))
Index = QModelIndex | QPersistentModelIndex


class VocabularySide(QFrame):
    """Says `chosen` with the key of a vocabulary, and `added` where somebody wants a new one."""

    chosen = Signal(str)
    added = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setProperty("part", True)
        self._workspace = workspace
        self._build()

    def show_trees(self, trees: Sequence[VocabularyTree], key: str) -> None:
        """Show the vocabularies, and which is open."""
        t = self._workspace.t
        self.list.blockSignals(True)
        self.list.clear()
        group = None
        for tree in trees:
            if tree.group is not group:
                group = tree.group
                head = QListWidgetItem(t(GROUPS[group]))
                head.setFlags(Qt.ItemFlag.NoItemFlags)
                self.list.addItem(head)
            self.list.addItem(self._row(tree))
            if tree.key == key:
                self.list.setCurrentRow(self.list.count() - 1)
        self.list.blockSignals(False)
        self.list.setVisible(bool(trees))
        self.list.updateGeometry()

    def _row(self, tree: VocabularyTree) -> QListWidgetItem:
        t, name = self._workspace.t, tree_name(self._workspace.t, tree)
        item = QListWidgetItem(name)
        item.setData(KEY, tree.key)
        item.setData(COUNT, t.number(tree.count))
        item.setData(GAPS, t.number(tree.gaps) if tree.gaps else "")
        terms = t.plural("{count} term", "{count} terms", tree.count)
        lacking = t.plural("{count} incomplete", "{count} incomplete", tree.gaps) if tree.gaps else ""
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(part for part in (name, terms, lacking) if part))
        item.setToolTip(lacking)
        return item

    def _build(self) -> None:
        t, theme, add = self._workspace.t, self._workspace.theme, preparing.ADD_VOCABULARY
        self.setProperty("surface", "window")
        self.setFixedWidth(px(theme, WIDTH))
        self.list = _List()
        self.list.setAccessibleName(t("Vocabularies"))
        self.list.setItemDelegate(_Rows(theme, self.list))
        self.list.currentItemChanged.connect(self._on_current)
        self.add_button = quiet_button(theme, t(add.label), self.added.emit, add.icon)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 10, 8, 12)
        column.setSpacing(4)
        column.addWidget(self.list)
        column.addWidget(self.add_button)
        column.addStretch(1)

    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(KEY):
            self.chosen.emit(item.data(KEY))


class _List(QListWidget):
    """As high as its rows, where there is room."""

    row_asked = Signal()
    """A vocabulary was clicked twice, or Enter was pressed on it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("bare", True)
        self.setMouseTracking(True)
        self.itemDoubleClicked.connect(lambda _: self.row_asked.emit())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setMinimumHeight(60)

    def sizeHint(self) -> QSize:
        high = sum(self.sizeHintForRow(row) for row in range(self.count()))
        return QSize(super().sizeHint().width(), high + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if pressed(event, preparing.EDIT_TERM) and self.currentItem() is not None:
            self.row_asked.emit()
        elif event.text() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)


class _Rows(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: QListWidget) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: Option, index: Index) -> QSize:
        high = ROW if index.data(KEY) else HEAD if index.row() else FIRST
        return QSize(0, px(self._theme, high))

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        with Painting(painter):
            if index.data(KEY):
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
        figure, small = px(theme, 30), QFontMetrics(theme.font("caption"))
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
        font = self._theme.font(size, strong=strong)
        painter.setFont(font)
        painter.setPen(self._theme.colour(tone))
        edge = Qt.AlignmentFlag.AlignTrailing if end else Qt.AlignmentFlag.AlignLeading
        flags = int(QStyle.visualAlignment(option.direction, edge | Qt.AlignmentFlag.AlignVCenter))
        painter.drawText(room, flags, QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width()))
