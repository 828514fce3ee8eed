"""The stream: what has been said, newest last, with words that can be marked by mouse or keyboard."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, QItemSelection, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView

from ui import actions
from ui.keys import add_to_menu, is_writing, pressed
from ui.look.icons import icon
from ui.session.entry_kinds import ACTIONS, FROM_WORDS, TONES, EntryKind
from ui.session.stream_delegate import Marked, StreamDelegate
from ui.session.stream_model import ENTRY, Index, StreamEntry, StreamModel
from ui.widgets.popups import menu_of
from ui.workspace import Workspace


class StreamView(QListView):
    """Shows the entries of a session and lets a person choose one and mark words in it."""

    chosen = Signal(object)
    """The `StreamEntry` that is selected now, or None."""
    marked = Signal()
    """Other words are marked, or none."""
    kind_asked = Signal(object)
    """An `EntryKind` was asked for the marked words, or for the selected intervention."""
    opened = Signal()
    left = Signal()
    """Escape: back to the entry line."""
    delete_asked = Signal()
    typed = Signal(object)
    """A `QKeyEvent` or `QInputMethodEvent` with something written, which is for the entry line."""

    def __init__(self, workspace: Workspace, model: StreamModel) -> None:
        super().__init__()
        self._workspace = workspace
        self._model = model
        self._dragging = False
        self._at_end = True
        self._build()
        self._connect()

    @property
    def entry(self) -> StreamEntry | None:
        """The entry that is seen to be selected; Qt may have another as its current one, which nobody sees."""
        index = self.currentIndex()
        entry = index.data(ENTRY) if self.selectionModel().isSelected(index) else None
        return entry if isinstance(entry, StreamEntry) else None

    @property
    def marked_words(self) -> str:
        """The words that are marked."""
        mark, entry = self._delegate.marked, self.entry
        if entry is None or mark.id != entry.id:
            return ""
        first, last = mark.span
        return entry.text[first:last].strip()

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

    def go_to_end(self) -> None:
        """Show the newest, and keep showing it as entries and widths change, until a person scrolls."""
        self._at_end = True
        self.scrollToBottom()

    def mark(self, first: int, last: int) -> None:
        """Mark words of the selected entry by their places."""
        entry = self.entry
        self._delegate.marked = Marked(entry.id, first, last) if entry else Marked()
        self.viewport().update()
        self.marked.emit()

    def unmark(self) -> None:
        """Mark nothing."""
        if self._delegate.marked.id is not None:
            self._delegate.marked = Marked()
            self.viewport().update()
            self.marked.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.unmark()
            place = self._place(event.position().toPoint())
            if place >= 0:
                self._dragging = True
                self._delegate.marked = Marked(self.entry.id, place, place) if self.entry else Marked()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragging:
            place = self._place(event.position().toPoint())
            if place >= 0 and place != self._delegate.marked.end:
                self._delegate.marked.end = place
                self.viewport().update()
            return
        super().mouseMoveEvent(event)
        over = self.indexAt(event.position().toPoint())
        words = over.isValid() and self._delegate.words_rect(self.visualRect(over)).contains(event.position().toPoint())
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor if words else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._dragging:
            self._dragging = False
            self.marked.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place, entry = self._place(event.position().toPoint()), self.entry
        if place >= 0 and entry is not None:
            self.mark(*_word_at(entry.text, place))

    def keyboardSearch(self, search: str) -> None:
        """Stay where it is: what is written is for the entry line."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if pressed(event, actions.EDIT_ENTRY):
            self.opened.emit()
        elif pressed(event, actions.LEAVE_STREAM):
            if self.marked_words:
                self.unmark()
            else:
                self.left.emit()
        elif pressed(event, actions.DELETE_ENTRY):
            self._ask_to_delete()
        elif pressed(event, actions.MARK) or pressed(event, actions.MARK_WORDS):
            self._mark_on(event.key() == Qt.Key.Key_Right, pressed(event, actions.MARK_WORDS))
        elif event.matches(QKeySequence.StandardKey.SelectAll) and self.entry:
            self.mark(0, len(self.entry.text))
        elif event.matches(QKeySequence.StandardKey.Copy) and self.entry:
            QGuiApplication.clipboard().setText(self.marked_words or self.entry.text)
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
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if entry.kind == EntryKind.INTERVENTION:
            for kind in FROM_WORDS:
                item = add_to_menu(menu, t, ACTIONS[kind], partial(self.kind_asked.emit, kind))
                item.setIcon(icon(theme, ACTIONS[kind].icon, TONES[kind]))
            menu.addSeparator()
        add_to_menu(menu, t, actions.EDIT_ENTRY, self.opened.emit)
        add_to_menu(menu, t, actions.DELETE_ENTRY, self.delete_asked.emit)
        menu.exec(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)  # Qt has it only where rows are edited
        if event.reason() != Qt.FocusReason.MouseFocusReason:  # the mouse selects what is under it
            self._select_something()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._delegate.text_width(event.oldSize().width()) != self._delegate.text_width(event.size().width()):
            self.scheduleDelayedItemsLayout()
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.unmark()
        self.chosen.emit(self.entry)

    def _build(self) -> None:
        self._delegate = StreamDelegate(self._workspace.theme, self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setSpacing(0)
        self.setAccessibleName(self._workspace.t("What has been said"))
        self.verticalScrollBar().setSingleStep(24)

    def _connect(self) -> None:
        self._model.dataChanged.connect(self._on_entry_changed)
        self._workspace.theme.changed.connect(self.scheduleDelayedItemsLayout)
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

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

    def _on_range_changed(self, least: int, most: int) -> None:
        if self._at_end:
            self.verticalScrollBar().setValue(most)

    def _on_scrolled(self, place: int) -> None:
        self._at_end = place >= self.verticalScrollBar().maximum() - 4

    def _on_entry_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        self.scheduleDelayedItemsLayout()
        if first.row() <= self.currentIndex().row() <= last.row():
            self.chosen.emit(self.entry)

    def _place(self, point: QPoint) -> int:
        """Return the place in the words of the selected entry at ``point``, or -1 outside of it."""
        entry = self.entry
        item = self.visualRect(self.currentIndex())
        if entry is None or (not self._dragging and not item.contains(point)):
            return -1
        return self._delegate.place_at(entry, item, point)

    def _mark_on(self, forward: bool, by_word: bool) -> None:
        entry, mark = self.entry, self._delegate.marked
        if entry is None:
            return
        start = mark.start if mark.id == entry.id else 0
        end = mark.end if mark.id == entry.id else 0
        layout = self._delegate.lay_out(entry.text, 600)
        mode = layout.CursorMode.SkipWords if by_word else layout.CursorMode.SkipCharacters
        end = layout.nextCursorPosition(end, mode) if forward else layout.previousCursorPosition(end, mode)
        self.mark(start, end)


def _word_at(text: str, place: int) -> tuple[int, int]:
    first = last = min(place, len(text))
    while first > 0 and text[first - 1].isalnum():
        first -= 1
    while last < len(text) and text[last].isalnum():
        last += 1
    return first, last
