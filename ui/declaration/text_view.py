"""The text of the declaration: clauses to choose, edit where they stand, move, pin, and leave out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QListView

from consultation.language import Translator
from ui.actions import declaring
from ui.declaration.acts import Acts
from ui.declaration.clause_edit import ClauseEdit
from ui.declaration.doing import Doing
from ui.declaration.draft_model import ROW, DraftModel, Index, carried
from ui.declaration.dropping import Drop, draw_drop, drop_in_text
from ui.declaration.editing import Editing
from ui.declaration.row_layout import Span
from ui.declaration.rows import TextRow
from ui.declaration.tall_list import TallList
from ui.declaration.text_delegate import TextDelegate
from ui.keys import pressed
from ui.workspace import Workspace


class TextView(TallList):
    """Shows the draft; says which clause is at hand."""

    chosen = Signal(object)
    """The `TextRow` of the clause at hand, or None."""
    sources_asked = Signal()
    resized = Signal()
    edit_ended = Signal()
    """What was typed is written down, and the editor is closed."""

    def __init__(self, workspace: Workspace, model: DraftModel, t: Translator) -> None:
        super().__init__()
        self._workspace = workspace
        self._model = model
        self.acts = Acts(workspace, model, t)
        self._drop: Drop | None = None
        self._editing = Editing(workspace, self, model, self.acts)
        self._build()
        self.doing = Doing(workspace, self, self, self.acts, self.sources_asked.emit)
        self._connect()

    @property
    def row(self) -> TextRow | None:
        """The clause at hand."""
        row = self.currentIndex().data(ROW)
        return row if isinstance(row, TextRow) and row.passage is not None else None

    @property
    def editing(self) -> ClauseEdit | None:
        """The editor, while a clause is being edited."""
        return self._editing.edit

    @property
    def is_wording(self) -> bool:
        """What a person is typing in the editor is being written down."""
        return self.acts.is_wording and self.editing is not None

    def model_row(self, clause: UUID | None) -> TextRow | None:
        """Return the row of a clause; None where it does not stand in the text."""
        return self._model.row_of(clause)

    def speak(self, t: Translator) -> None:
        """Show the draft in the language of the document."""
        self.acts.t = t

    def set_words_width(self, width: int) -> None:
        """Let the words be so wide."""
        if width != self._delegate.layout.width:
            self._delegate.layout.width = width
            self.scheduleDelayedItemsLayout()
            self._editing.place()

    def words_edge(self) -> int:
        """Return where the words begin."""
        return self.viewport().x() + self._delegate.layout.gutter

    def measure(self, index: QModelIndex) -> bool:
        row = index.data(ROW)
        return isinstance(row, TextRow) and row.id != self._delegate.editing and self._delegate.layout.measure(row)

    def mark(self, found: Mapping[UUID, Sequence[Span]]) -> None:
        """Mark letters in the text: those that are searched for."""
        self._delegate.found = found
        self.viewport().update()

    def choose(self, clause: UUID | None) -> None:
        """Choose a clause and bring it into sight, with the rest of the page below it."""
        index = self._model.index_of(clause)
        if index.isValid():
            self.jump_to(index)
            self.setCurrentIndex(index)

    def choose_near(self, place: int) -> None:
        """Choose the clause at a place, or the nearest after it."""
        self.setCurrentIndex(self._model.next_clause(place))
        if not self.currentIndex().isValid():
            self.chosen.emit(None)

    def edit_clause(self) -> None:
        """Edit the clause at hand where it stands; what is quoted stays as the room said it."""
        row = self.row
        if row is not None and row.item is not None and row.item.quoted:
            said = self._workspace.t("What was not agreed stands in the words of the room, so it stays as it is.")
            self._workspace.messages.say(said, "incomplete")
        elif row is not None:
            self._editing.begin(row)

    def flush(self) -> None:
        """Save what is typed."""
        self._editing.flush()

    def end_edit(self) -> None:
        """Save what is typed and show the clause again."""
        self._editing.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if pressed(event, declaring.EDIT_CLAUSE):
            self.edit_clause()
        elif pressed(event, declaring.SOURCES):
            self.sources_asked.emit()
        elif self.doing.take(event):
            pass
        elif event.matches(QKeySequence.StandardKey.Copy) and self.row:
            QGuiApplication.clipboard().setText(self.row.text)
        elif event.text() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        index = self.indexAt(place)
        self._again = index.isValid() and index == self.currentIndex() and self.hasFocus()
        super().mousePressEvent(event)
        row = self.row
        if row is not None and row.note and self._delegate.act_room(self.visualRect(index), row).contains(place):
            self._again = False
            self.doing.adopt()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        stays = self.indexAt(event.position().toPoint()) == self.currentIndex()
        if self._again and stays and event.button() == Qt.MouseButton.LeftButton:
            self.edit_clause()
        self._again = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        self.edit_clause()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.row is not None:
            self.doing.menu().exec(event.globalPos())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.dragMoveEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        QListView.dragMoveEvent(self, event)  # it scrolls where the mouse comes near an edge
        dragged = self._model.row_of(carried(event.mimeData()))
        self._drop = drop_in_text(self, self._model, dragged, event.position().toPoint()) if dragged else None
        self.viewport().update()
        if self._drop is not None:
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._forget_drop()

    def dropEvent(self, event: QDropEvent) -> None:
        drop, self._drop = self._drop, None
        self.viewport().update()
        if drop is not None:
            event.setDropAction(Qt.DropAction.CopyAction)  # Qt would take away what it believes to be moved
            event.accept()
            QTimer.singleShot(0, self, lambda: self.doing.put(drop.passage, drop.holder, drop.before))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._drop is not None:
            draw_drop(self, self._workspace.theme, self._drop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self.resized.emit()
        self._editing.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if self.editing is not None and current.data(ROW) and current.data(ROW).id != self._delegate.editing:
            self.end_edit()
        self.chosen.emit(self.row)

    def _build(self) -> None:
        workspace = self._workspace
        self._again = False
        self._delegate = TextDelegate(workspace.theme, self, workspace.t(declaring.ADOPT.label))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setDragDropMode(QListView.DragDropMode.DragDrop)
        self.setMouseTracking(True)
        self.setAccessibleName(workspace.t("Text of the declaration"))
        self.verticalScrollBar().setSingleStep(24)

    def _connect(self) -> None:
        self._model.modelAboutToBeReset.connect(self.end_edit)
        self._model.dataChanged.connect(self._on_rows_changed)
        self._workspace.theme.changed.connect(self._on_theme_changed)
        self._editing.ended.connect(self.edit_ended)
        self._editing.split.connect(self._on_split)

    def _on_rows_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        self.scheduleDelayedItemsLayout()
        row = self.row
        if row is None or not first.row() <= self.currentIndex().row() <= last.row():
            return
        self._editing.show_parts(row)
        self.chosen.emit(row)

    def _on_split(self, clause: UUID) -> None:
        self.setCurrentIndex(self._model.next_clause(self._model.index_of(clause).row() + 1))
        self.setFocus()

    def _on_theme_changed(self) -> None:
        self.end_edit()
        self._delegate.layout.look_anew()
        self.scheduleDelayedItemsLayout()

    def _forget_drop(self) -> None:
        self._drop = None
        self.viewport().update()
