"""The peek of the room: where the details lie over the paper, when they are open, and which entry is in them."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect
from PySide6.QtWidgets import QApplication, QStyle, QWidget

from ui.look.folds import px
from ui.look.theme import Theme
from ui.session.details import DetailsPanel
from ui.session.room import Room
from ui.session.stream_entry import StreamEntry
from ui.widgets.peek import WIDTH


class Peeking(QObject):
    """Opens the details of the entry that is selected in the room; the page behind does not move."""

    def __init__(self, theme: Theme, page: QWidget, room: Room, details: DetailsPanel) -> None:
        super().__init__(page)
        self._theme, self._page, self._room, self._details = theme, page, room, details

    @property
    def is_open(self) -> bool:
        """The details are shown, or will be with the page."""
        return self._details.isVisibleTo(self._page)

    def open(self) -> None:
        """Open the details of the selected entry."""
        if self._room.stream.entry is not None:
            self.lay()
            self._details.show()

    def close(self) -> None:
        """Close the details; what is typed in them is saved."""
        if self.is_open:
            typed_in = self._details.isAncestorOf(QApplication.focusWidget() or self._page)
            self._details.hide()
            if typed_in:
                self._room.stream.setFocus()

    def switch(self) -> None:
        """Close the details, or open them: of the last entry where none is selected."""
        if self.is_open:
            self.close()
            return
        if self._room.stream.entry is None:
            self._room.stream.setFocus()  # which selects the last one
        self.open()

    def edit(self) -> None:
        """Open the details at the words of the entry."""
        self.open()
        self._details.edit()

    def add_reservation(self) -> None:
        """Open the details at a new reservation."""
        self.open()
        self._details.add_reservation()

    def go_on(self, entry: StreamEntry | None) -> None:
        """Go on with the entry that is selected now; with none, there is nothing to see."""
        self._details.show_entry(entry)
        if entry is None:
            self.close()

    def step(self, by: int) -> None:
        """Select the entry after or before this one."""
        stream, model = self._room.stream, self._room.model
        row = stream.currentIndex().row() + by
        if 0 <= row < model.rowCount():
            stream.choose(model.id_at(row))

    def lay(self) -> None:
        """Lie over the margin, under the title; where there is little room, as a sheet under the head."""
        paper, head = self._room.geometry(), self._room.head
        if not self._room.columns.has_margin:
            top = paper.top() + head.geometry().bottom() + 1
            self._details.lie(QRect(paper.left(), top, paper.width(), self._page.height() - top))
            return
        top, wide = paper.top() + head.title_bottom, px(self._theme, WIDTH)
        right = QRect(paper.right() + 1 - wide, top, wide, self._page.height() - top)
        self._details.lie(QStyle.visualRect(self._page.layoutDirection(), paper, right))
