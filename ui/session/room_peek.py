"""The peek over the paper: opened and closed, going on with the selection, and where it lies."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect
from PySide6.QtWidgets import QApplication, QStyle

from ui.look.folds import px
from ui.session.details import DetailsPanel
from ui.session.room import Room
from ui.session.stream_entry import StreamEntry
from ui.widgets.peek import WIDTH
from ui.workspace import Workspace


class RoomPeek(QObject):
    """Space opens it for the selected entry, arrows go on, Escape and Space close it; the page behind does not move."""

    def __init__(self, workspace: Workspace, room: Room, details: DetailsPanel) -> None:
        super().__init__(details)
        self._workspace, self._room, self._details = workspace, room, details
        room.stream.chosen.connect(self._on_chosen)
        room.stream.peek_asked.connect(self.switch)
        room.stream.opened.connect(self.edit)
        room.stream.left.connect(self._on_stream_left)
        room.columns_changed.connect(self.lay)
        room.head.details_asked.connect(self.switch)
        details.closed.connect(self.close)
        details.left.connect(room.entry.setFocus)
        details.other_asked.connect(self._on_other_asked)

    @property
    def is_open(self) -> bool:
        """It is to be seen while its page is."""
        return not self._details.isHidden()

    def open(self) -> None:
        """Open at the selected entry, if there is one."""
        if self._room.stream.entry is not None:
            self.lay()
            self._details.show()

    def close(self) -> None:
        """Close; what is typed in it is saved, and the keyboard returns to the entry."""
        if self.is_open:
            typed_in = QApplication.focusWidget()
            self._details.hide()
            if typed_in is not None and self._details.isAncestorOf(typed_in):
                self._room.stream.setFocus()

    def switch(self) -> None:
        """Open, at the last entry if none is selected; or close."""
        if self.is_open:
            self.close()
            return
        if self._room.stream.entry is None:
            self._room.stream.setFocus()  # which selects the last one
        self.open()

    def edit(self) -> None:
        """Open at the words of the entry."""
        self.open()
        self._details.edit()

    def reserve(self) -> None:
        """Open at a new reservation."""
        self.open()
        self._details.add_reservation()

    def lay(self) -> None:
        """Lie over the margin, under the title; where there is little room, as a sheet under the head."""
        page, paper, head = self._details.parentWidget(), self._room.geometry(), self._room.head
        if page is None:
            return
        if not self._room.columns.has_margin:
            top = paper.top() + head.geometry().bottom() + 1
            self._details.lie(QRect(paper.left(), top, paper.width(), page.height() - top))
            return
        top, wide = paper.top() + head.title_bottom, px(self._workspace.theme, WIDTH)
        margin = QRect(paper.right() + 1 - wide, top, wide, page.height() - top)
        self._details.lie(QStyle.visualRect(page.layoutDirection(), paper, margin))

    def _on_chosen(self, entry: StreamEntry | None) -> None:
        """Go on with the entry that is selected now; with none, there is nothing to see."""
        self._details.show_entry(entry)
        if entry is None:
            self.close()

    def _on_other_asked(self, by: int) -> None:
        """Select the entry after or before the one that is shown."""
        stream, model = self._room.stream, self._room.model
        row = stream.currentIndex().row() + by
        if 0 <= row < model.rowCount():
            stream.choose(model.id_at(row))

    def _on_stream_left(self) -> None:
        """Escape in the stream: the peek closes first, then what alone was shown, then back to the line."""
        if self.is_open:
            self.close()
        elif self._room.model.only is not None:
            self._room.show_all()
        else:
            self._room.entry.setFocus()
