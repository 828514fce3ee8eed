"""The text of the declaration: clauses to choose, edit where they stand, and leave out."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QListView

from consultation.language import Translator
from consultation.store import Written
from ui import actions
from ui.declaration.clause_edit import ClauseEdit, one_line
from ui.declaration.draft_model import ROW, DraftModel, Index
from ui.declaration.rows import TextRow, record_of
from ui.declaration.text_delegate import TextDelegate
from ui.keys import add_to_menu, pressed
from ui.widgets.popups import menu_of
from ui.workspace import Workspace


class TextView(QListView):
    """Shows the draft; says which clause is at hand."""

    chosen = Signal(object)
    """The `TextRow` of the clause at hand, or None."""
    leave_out_asked = Signal()

    def __init__(self, workspace: Workspace, model: DraftModel) -> None:
        super().__init__()
        self._workspace = workspace
        self._model = model
        self._language = ""
        self._edit: ClauseEdit | None = None
        self._build()
        self._connect()

    @property
    def row(self) -> TextRow | None:
        """The clause at hand."""
        row = self.currentIndex().data(ROW)
        return row if isinstance(row, TextRow) and row.passage is not None else None

    @property
    def editing(self) -> ClauseEdit | None:
        """The editor, while a clause is being edited."""
        return self._edit

    def speak(self, t: Translator) -> None:
        """Show the draft in the language of the document."""
        self._language = t.language

    def choose(self, clause: UUID | None) -> None:
        """Choose a clause and bring it into sight."""
        index = self._model.index_of(clause)
        if index.isValid():
            seen = self.viewport().rect().contains(self.visualRect(index))
            self.setCurrentIndex(index)
            if not seen:
                self.scrollTo(index, QListView.ScrollHint.PositionAtCenter)

    def choose_near(self, place: int) -> None:
        """Choose the clause at a place, or the nearest after it."""
        self.setCurrentIndex(self._model.next_clause(place))
        if not self.currentIndex().isValid():
            self.chosen.emit(None)

    def edit_clause(self) -> None:
        """Edit the clause at hand where it stands."""
        row = self.row
        if row is None or row.passage is None or self._edit is not None:
            return
        delegate = self._delegate
        self._edit = ClauseEdit(self._workspace, row.passage, delegate.reading, delegate.text_width())
        delegate.editing = row.passage.id
        self._edit.edited.connect(self._on_edited)
        self._edit.ended.connect(self._on_edit_ended)
        self._edit.resized.connect(self._on_edit_resized)
        self.setIndexWidget(self.currentIndex(), self._edit)
        self._edit.field.setFont(delegate.reading)
        self._on_edit_resized()
        self._edit.field.setFocus()
        self._edit.return_typed(f"clause/{row.passage.id}/{self._language}/")
        self._edit.field.moveCursor(self._edit.field.textCursor().MoveOperation.End)
        QTimer.singleShot(0, self, lambda: self.scrollTo(self.currentIndex()))

    def flush(self) -> None:
        """Save what is typed."""
        if self._edit is not None:
            self._edit.flush()

    def end_edit(self) -> None:
        """Save what is typed and show the clause again; the keyboard stays with the text if it was there."""
        edit = self._edit
        if edit is None:
            return
        had_focus = edit.has_keyboard()
        edit.flush()
        edit.let_go()
        self._edit, self._delegate.editing = None, None
        for place in range(self._model.rowCount()):
            if self.indexWidget(self._model.index(place)) is edit:
                self.setIndexWidget(self._model.index(place), None)  # type: ignore[arg-type]
        edit.hide()
        edit.deleteLater()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
        if had_focus:
            self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if pressed(event, actions.EDIT_CLAUSE):
            self.edit_clause()
        elif pressed(event, actions.LEAVE_OUT):
            if self.selectionModel().isSelected(self.currentIndex()):  # Qt may have another current one, unseen
                self.leave_out_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Copy) and self.row:
            QGuiApplication.clipboard().setText(self.row.text)
        elif event.text() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        again = self.indexAt(event.position().toPoint()) == self.currentIndex() and self.hasFocus()
        super().mousePressEvent(event)
        if again and event.button() == Qt.MouseButton.LeftButton:
            self.edit_clause()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        self.edit_clause()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.row is None:
            return
        t, menu = self._workspace.t, menu_of(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        add_to_menu(menu, t, actions.EDIT_CLAUSE, self.edit_clause)
        add_to_menu(menu, t, actions.LEAVE_OUT, self.leave_out_asked.emit)
        menu.exec(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        if self._edit is not None:
            self._edit.set_width(self._delegate.text_width())
            self._on_edit_resized()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if self._edit is not None and current.data(ROW) and current.data(ROW).id != self._delegate.editing:
            self.end_edit()
        self.chosen.emit(self.row)

    def _build(self) -> None:
        workspace = self._workspace
        self._delegate = TextDelegate(workspace.theme, workspace.t, self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setAccessibleName(workspace.t("Text of the declaration"))
        self.verticalScrollBar().setSingleStep(24)

    def _connect(self) -> None:
        self._model.modelAboutToBeReset.connect(self.end_edit)
        self._model.dataChanged.connect(self._on_rows_changed)
        self._workspace.theme.changed.connect(self._on_theme_changed)

    def _on_rows_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        self.scheduleDelayedItemsLayout()
        row = self.row
        if row is None or not first.row() <= self.currentIndex().row() <= last.row():
            return
        edit = self._edit if row.id == self._delegate.editing else None
        if edit is not None and row.passage is not None:
            edit.show_parts(row.passage.parts)
        self.chosen.emit(row)

    def _on_edited(self, part: str, text: str) -> None:
        edit, row = self._edit, self._model.row_of(self._delegate.editing)
        if edit is None or row is None or row.passage is None:
            return
        passage, store, language = row.passage, self._workspace.store, self._language

        def say() -> Written:
            record = record_of(store, passage)
            return store.change(record, **{part: {**getattr(record, part), language: one_line(text)}})

        if self._workspace.do("", say):
            edit.settle(part)

    def _on_edit_ended(self) -> None:
        QTimer.singleShot(0, self, self.end_edit)

    def _on_edit_resized(self) -> None:
        if self._edit is None:
            return
        height = self._edit.height_for(self.viewport().width())
        if height != self._delegate.editor_height:
            self._delegate.editor_height = height
        self.scheduleDelayedItemsLayout()

    def _on_theme_changed(self) -> None:
        self.end_edit()
        self.scheduleDelayedItemsLayout()
