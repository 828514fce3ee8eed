"""The stream: what has been said, newest last. Nothing is read or laid out for what is not seen.

Rows have guessed heights until they are drawn; the entry at the top of the window stays where it is while they are
corrected. `QListView` gives selection, keys and screen readers; where rows stand is decided here.
"""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QItemSelection, QModelIndex, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)

from ui.actions import recording
from ui.keys import add_to_menu, is_writing, offer, pressed
from ui.look.icons import icon
from ui.session.entry_kinds import ACTIONS, FROM_WORDS, TONES, EntryKind
from ui.session.stream_entry import StreamEntry
from ui.session.stream_list import StreamList
from ui.session.stream_marking import Marking
from ui.session.stream_model import ENTRY, StreamModel
from ui.widgets.popups import menu_of
from ui.workspace import Workspace


class StreamView(StreamList):
    """Shows the entries of a session and lets a person choose one and mark words in it."""

    chosen = Signal(object)
    """The `StreamEntry` that is selected now, or None."""
    marked = Signal()
    """Other words are marked, or none."""
    kind_asked = Signal(object)
    """An `EntryKind` was asked for the marked words, or for the selected intervention."""
    opened = Signal()
    """The selected entry is to be edited."""
    peek_asked = Signal()
    left = Signal()
    """Escape: back to the entry line."""
    delete_asked = Signal()
    typed = Signal(object)
    """A `QKeyEvent` or `QInputMethodEvent` with something written, which is for the entry line."""

    def __init__(self, workspace: Workspace, model: StreamModel) -> None:
        super().__init__(workspace, model)
        self._marking = Marking(self._delegate, self.viewport())
        self._marking.changed.connect(self.marked)
        self.show_model()
        model.dataChanged.connect(self._on_entry_changed)
        self.selectionModel().currentChanged.connect(self._take_input_methods)
        for action, signal in (
            (recording.PEEK, self.peek_asked),
            (recording.EDIT_ENTRY, self.opened),
            (recording.DELETE_ENTRY, self.delete_asked),
        ):
            offer(self, action, signal.emit, lambda: self.entry is not None)

    @property
    def entry(self) -> StreamEntry | None:
        """The entry that is seen to be selected; Qt may have another as its current one, which nobody sees."""
        index = self.currentIndex()
        entry = index.data(ENTRY) if index.isValid() and self.selectionModel().isSelected(index) else None
        return entry if isinstance(entry, StreamEntry) else None

    @property
    def marked_words(self) -> str:
        """The words that are marked."""
        return self._marking.words(self.entry)

    def choose(self, record_id: UUID | None) -> bool:
        """Select a record and bring it into sight."""
        row = self._model.row_of(record_id) if record_id else -1
        if row < 0:
            self.setCurrentIndex(QModelIndex())
            return False
        index = self._model.index(row)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def show_found_words(self, words: str) -> None:
        """Mark words that are looked for wherever they stand."""
        self._delegate.found = words
        self.viewport().update()

    def mark(self, first: int, last: int) -> None:
        """Mark words of the selected entry by their places."""
        self._marking.mark(self.entry, first, last)

    def unmark(self) -> None:
        """Mark nothing."""
        self._marking.clear()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        entry = self.entry
        if event.button() == Qt.MouseButton.LeftButton:
            self.unmark()
            place = self._place(event.position().toPoint())
            if place >= 0 and entry is not None:
                self._marking.begin(entry, place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._marking.is_dragging:
            self._marking.drag(self._place(event.position().toPoint()))
            return
        super().mouseMoveEvent(event)
        over = self.indexAt(event.position().toPoint())
        words = over.isValid() and self.words_rect(over.row()).contains(event.position().toPoint())
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor if words else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._marking.end()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place, entry = self._place(event.position().toPoint()), self.entry
        if place >= 0 and entry is not None:
            self._marking.mark_word(entry, place)

    def keyboardSearch(self, search: str) -> None:
        """Stay where it is: what is written is for the entry line."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._acts_on_entry(event):
            return
        if pressed(event, recording.LEAVE_STREAM):
            if self.marked_words:
                self.unmark()
            else:
                self.left.emit()
        elif is_writing(event):
            self.typed.emit(event)
        elif not self._select_something() or event.key() in (Qt.Key.Key_Home, Qt.Key.Key_PageUp):
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Pass on what an input method or a dead key has made; nothing is shown of it before it is done."""
        if event.commitString():
            self.typed.emit(event)
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        entry, t, theme = self.entry, self._workspace.t, self._workspace.theme
        if entry is None:
            return
        menu = menu_of(self)
        if entry.kind == EntryKind.INTERVENTION:
            for kind in FROM_WORDS:
                item = add_to_menu(menu, t, ACTIONS[kind], partial(self.kind_asked.emit, kind))
                item.setIcon(icon(theme, ACTIONS[kind].icon, TONES[kind]))
            menu.addSeparator()
        add_to_menu(menu, t, recording.PEEK, self.peek_asked.emit)
        add_to_menu(menu, t, recording.EDIT_ENTRY, self.opened.emit)
        add_to_menu(menu, t, recording.DELETE_ENTRY, self.delete_asked.emit)
        menu.exec(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._take_input_methods()
        if event.reason() != Qt.FocusReason.MouseFocusReason:  # the mouse selects what is under it
            self._select_something()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.unmark()
        self.chosen.emit(self.entry)

    def _acts_on_entry(self, event: QKeyEvent) -> bool:
        """Do what keys do with the selected entry; tell whether one of them was pressed."""
        entry = self.entry
        if pressed(event, recording.EDIT_ENTRY):
            self.opened.emit()
        elif pressed(event, recording.PEEK) and entry is not None:
            self.peek_asked.emit()
        elif pressed(event, recording.DELETE_ENTRY):
            self._ask_to_delete()
        elif entry is None:
            return False
        elif pressed(event, recording.MARK) or pressed(event, recording.MARK_WORDS):
            self._marking.go_on(entry, event.key() == Qt.Key.Key_Right, pressed(event, recording.MARK_WORDS))
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.mark(0, len(entry.text))
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.marked_words or entry.text)
        else:
            return False
        return True

    def _take_input_methods(self) -> None:
        """Hear what an input method makes; Qt allows it only where rows are edited, and says so anew with each row."""
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)

    def _select_something(self) -> bool:
        """Select the last entry if none is selected; answer whether it was so."""
        if self.selectionModel().hasSelection() or not self._model.rowCount():
            return False
        self.setCurrentIndex(self._model.index(self._model.rowCount() - 1))
        return True

    def _ask_to_delete(self) -> None:
        """Ask to delete the selected entry; one that is out of sight is only brought into sight."""
        if self.entry is None:
            return
        if self.visualRect(self.currentIndex()).intersects(self.viewport().rect()):
            self.delete_asked.emit()
        else:
            self.scrollTo(self.currentIndex())

    def _on_entry_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        """Tell of the selected entry when it says something else now."""
        if first.row() <= self.currentIndex().row() <= last.row():
            self.chosen.emit(self.entry)

    def _place(self, point: QPoint) -> int:
        """Return the place in the words of the selected entry at ``point``, or -1 outside of it."""
        entry, row = self.entry, self.currentIndex().row()
        if entry is None or (
            not self._marking.is_dragging and not self.visualRect(self.currentIndex()).contains(point)
        ):
            return -1
        return self._delegate.text.place_at(entry, self._delegate.columns, self.words_rect(row), QPointF(point))
