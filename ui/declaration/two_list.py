"""The rows of two languages: one is at hand, and its translation is written where it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QListView

from ui.actions import declaring
from ui.declaration.row_layout import Span
from ui.declaration.tall_list import TallList
from ui.declaration.two_delegate import AROUND, ROW, TwoDelegate
from ui.declaration.two_edit import TwoEdit
from ui.declaration.two_layout import Remark
from ui.declaration.two_rows import TwoRow
from ui.keys import offer, pressed
from ui.workspace import Workspace

Index = QModelIndex | QPersistentModelIndex


class TwoModel(QAbstractListModel):
    """Titles, which are only read, and paragraphs and items."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: tuple[TwoRow, ...] = ()

    def show(self, rows: Sequence[TwoRow]) -> None:
        """Show these rows; where they are the same ones, only those that say something else are drawn again."""
        before, shown = self.rows, tuple(rows)
        if [(row.id, row.level) for row in before] != [(row.id, row.level) for row in shown]:
            self.beginResetModel()
            self.rows = shown
            self.endResetModel()
            return
        self.rows = shown
        for place, (old, new) in enumerate(zip(before, shown, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(place), self.index(place))

    def place_of(self, passage: UUID | None) -> int:
        """Return where a passage stands; -1 where it does not."""
        return next((place for place, row in enumerate(self.rows) if passage and row.id == passage), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return " · ".join(part for part in (row.label, row.left.drawn, row.right.drawn) if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.rows[index.row()].id is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class TwoList(TallList):
    """Shows the rows over the spine; says what is to be done with the one at hand."""

    edit_asked = Signal()
    holds_asked = Signal()
    resized = Signal()

    def __init__(
        self,
        workspace: Workspace,
        remark: Callable[[TwoRow], Remark | None],
        changed: Callable[[TwoRow], Sequence[Span]],
    ) -> None:
        self._edit: TwoEdit | None = None
        super().__init__()
        self._theme = workspace.theme
        self.rows = TwoModel(self)
        self.delegate = TwoDelegate(workspace.theme, self, remark, changed)
        self.setModel(self.rows)
        self.setItemDelegate(self.delegate)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setAccessibleName(workspace.t("Two languages side by side"))
        workspace.theme.changed.connect(self._on_theme_changed)
        offer(self, declaring.TRANSLATE, self.edit_asked.emit, lambda: self.row is not None and self.row.id is not None)
        offer(self, declaring.STILL_HOLDS, self.holds_asked.emit, lambda: self.row is not None and self.row.is_stale)

    @property
    def row(self) -> TwoRow | None:
        """The row at hand."""
        row = self.currentIndex().data(ROW)
        return row if isinstance(row, TwoRow) and row.id is not None else None

    @property
    def editing(self) -> TwoEdit | None:
        """The editor, while a translation is being written."""
        return self._edit

    def choose(self, passage: UUID | None) -> None:
        """Have a row at hand, and bring it into sight."""
        place = self.rows.place_of(passage)
        if place >= 0:
            self.setCurrentIndex(self.rows.index(place))
            self.scrollTo(self.rows.index(place))

    def open_edit(self, edit: TwoEdit) -> None:
        """Put an editor over the words of the row at hand."""
        self._edit = edit
        self.delegate.editing = edit.passage.id
        edit.setParent(self.viewport())
        edit.resized.connect(self._place_edit)
        self._place_edit()
        edit.show()
        self.scrollTo(self.currentIndex())
        edit.take_keyboard()

    def close_edit(self) -> None:
        """Put the editor away; the keyboard comes back if it was there."""
        edit, self._edit = self._edit, None
        self.delegate.editing = None
        if edit is not None:
            had_keyboard = edit.field.hasFocus()
            edit.hide()
            edit.deleteLater()
            self.scheduleDelayedItemsLayout()
            if had_keyboard:
                self.setFocus()

    def measure(self, index: QModelIndex) -> bool:
        row = index.data(ROW)
        return isinstance(row, TwoRow) and self.delegate.layout.measure(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if pressed(event, declaring.TRANSLATE):
            self.edit_asked.emit()
        elif pressed(event, declaring.STILL_HOLDS):
            self.holds_asked.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        place = self.indexAt(event.position().toPoint())
        row = place.data(ROW)
        if not isinstance(row, TwoRow) or row.id is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if self._link(place, row).contains(event.position().toPoint()):
            self.holds_asked.emit()
        elif self.delegate.right_box(self.visualRect(place)).contains(event.position().toPoint()):
            self.edit_asked.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        place = self.indexAt(event.position().toPoint())
        row = place.data(ROW)
        over = isinstance(row, TwoRow) and self._link(place, row).contains(event.position().toPoint())
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        layout = self.delegate.layout
        painter = QPainter(self.viewport())
        spine = (layout.spine_left, 0, layout.spine, self.viewport().height())
        painter.fillRect(*spine, self._theme.colour("window"))
        painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.delegate.layout.set_width(self.viewport().width())
        self.scheduleDelayedItemsLayout()
        super().resizeEvent(event)
        self.resized.emit()

    def doItemsLayout(self) -> None:
        super().doItemsLayout()
        self._lay_edit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._lay_edit()

    def _link(self, place: QModelIndex, row: TwoRow) -> QRect:
        return self.delegate.link_place(self.visualRect(place), row, place.row() == 0)

    def _place_edit(self) -> None:
        """Give the editor the height it needs, and the row the same."""
        edit = self._edit
        if edit is None:
            return
        high = edit.height_for(self._edit_width())
        if high != self.delegate.editor_height:
            self.delegate.editor_height = high
            self.doItemsLayout()
        self._lay_edit()

    def _lay_edit(self) -> None:
        edit = self._edit
        if edit is None:
            return
        place = self.rows.place_of(edit.passage.id)
        if place >= 0:
            box = self.delegate.right_box(self.visualRect(self.rows.index(place)))
            edit.setGeometry(QRect(box.left(), box.top(), box.width(), self.delegate.editor_height))

    def _edit_width(self) -> int:
        return self.delegate.layout.words.width + 2 * AROUND

    def _on_theme_changed(self) -> None:
        self.delegate.layout.look_anew()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
