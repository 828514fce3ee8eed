"""The text of the declaration: clauses to choose, edit where they stand, and leave out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QListView

from consultation.drafting import translate_clause
from consultation.language import Translator
from consultation.reading.parts import PARTS, Parts
from consultation.store import Written
from ui import actions
from ui.declaration.clause_edit import ClauseEdit
from ui.declaration.draft_model import ROW, DraftModel, Index
from ui.declaration.row_layout import Span
from ui.declaration.rows import TextRow, record_of
from ui.declaration.tall_list import TallList
from ui.declaration.text_delegate import TextDelegate
from ui.keys import add_to_menu, offer, pressed
from ui.widgets.popups import menu_of
from ui.workspace import Workspace


class TextView(TallList):
    """Shows the draft; says which clause is at hand."""

    chosen = Signal(object)
    """The `TextRow` of the clause at hand, or None."""
    leave_out_asked = Signal()
    sources_asked = Signal()
    resized = Signal()

    def __init__(self, workspace: Workspace, model: DraftModel, t: Translator) -> None:
        super().__init__()
        self._workspace = workspace
        self._model = model
        self._t = t
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
        self._t = t

    def set_words_width(self, width: int) -> None:
        """Let the words be so wide."""
        if width != self._delegate.layout.width:
            self._delegate.layout.width = width
            self.scheduleDelayedItemsLayout()
            self._place_edit()

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
        """Edit the clause at hand where it stands."""
        row = self.row
        if row is None or row.passage is None or self._edit is not None:
            return
        self._edit = edit = ClauseEdit(self._workspace, row.passage, self._t)
        self._delegate.editing = row.passage.id
        edit.edited.connect(self._on_edited)
        edit.translated.connect(self._on_translated)
        edit.ended.connect(self._on_edit_ended)
        edit.resized.connect(self._on_edit_resized)
        self.setIndexWidget(self.currentIndex(), edit)
        self._place_edit()
        edit.follow(self)
        edit.take_keyboard()
        edit.return_typed(f"clause/{row.passage.id}/{self._t.language}/")
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
        elif pressed(event, actions.SOURCES):
            self.sources_asked.emit()
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
        add_to_menu(menu, t, actions.EDIT_CLAUSE, self.edit_clause)
        add_to_menu(menu, t, actions.SOURCES, self.sources_asked.emit)
        add_to_menu(menu, t, actions.LEAVE_OUT, self.leave_out_asked.emit)
        menu.exec(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self.resized.emit()
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
        self._delegate = TextDelegate(workspace.theme, self)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setMouseTracking(True)
        self.setAccessibleName(workspace.t("Text of the declaration"))
        self.verticalScrollBar().setSingleStep(24)
        offer(self, actions.EDIT_CLAUSE, self.edit_clause, lambda: self.row is not None)
        offer(self, actions.SOURCES, self.sources_asked.emit, lambda: self.row is not None)
        offer(self, actions.LEAVE_OUT, self.leave_out_asked.emit, lambda: self.row is not None)

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

    def _on_edited(self, parts: Parts) -> None:
        edit, row = self._edit, self._model.row_of(self._delegate.editing)
        if edit is None or row is None or row.passage is None:
            return
        passage, store, language = row.passage, self._workspace.store, self._t.language
        changed = [part for part in PARTS if getattr(parts, part) != getattr(passage.parts, part)]

        def say() -> Written:
            record = record_of(store, passage)
            return store.change(
                record, **{part: {**getattr(record, part), language: getattr(parts, part)} for part in changed}
            )

        if self._workspace.do("", say):
            edit.settle()

    def _on_translated(self, words: str) -> None:
        edit, clause = self._edit, self._delegate.editing
        if edit is not None and clause is not None:
            store, t = self._workspace.store, self._t
            if self._workspace.do("", lambda: translate_clause(store, clause, words, t)):
                edit.settle()

    def _on_edit_ended(self) -> None:
        QTimer.singleShot(0, self, self.end_edit)

    def _place_edit(self) -> None:
        layout, row = self._delegate.layout, self._model.row_of(self._delegate.editing)
        if self._edit is not None and row is not None:
            self._edit.lie(layout.left(row), layout.wide(row), self.viewport().width())
            self._on_edit_resized()

    def _on_edit_resized(self) -> None:
        if self._edit is not None:
            self._delegate.editor_height = self._edit.height_for(self.viewport().width())
            self.scheduleDelayedItemsLayout()

    def _on_theme_changed(self) -> None:
        self.end_edit()
        self._delegate.layout.look_anew()
        self.scheduleDelayedItemsLayout()
