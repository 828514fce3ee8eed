"""Words marked in the selected entry of the stream, by mouse or by keys."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.session.stream_delegate import Marked, StreamDelegate
from ui.session.stream_entry import StreamEntry

WIDE = 600
"""Any width does for finding the next letter or word."""


class Marking(QObject):
    """What is marked; the view hands over the mouse and the keys."""

    changed = Signal()
    """Other words are marked, or none."""

    def __init__(self, delegate: StreamDelegate, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._delegate, self._viewport = delegate, viewport
        self.is_dragging = False

    def words(self, entry: StreamEntry | None) -> str:
        """Return the words that are marked in an entry."""
        mark = self._delegate.marked
        if entry is None or mark.id != entry.id:
            return ""
        first, last = mark.span
        return entry.text[first:last].strip()

    def mark(self, entry: StreamEntry | None, first: int, last: int) -> None:
        """Mark words by their places."""
        self._delegate.marked = Marked(entry.id, first, last) if entry else Marked()
        self._viewport.update()
        self.changed.emit()

    def clear(self) -> None:
        """Mark nothing."""
        if self._delegate.marked.id is not None:
            self.mark(None, 0, 0)

    def begin(self, entry: StreamEntry, place: int) -> None:
        """Begin to mark at a place, with the mouse."""
        self.is_dragging = True
        self._delegate.marked = Marked(entry.id, place, place)

    def drag(self, place: int) -> None:
        """Go on to a place."""
        if place >= 0 and place != self._delegate.marked.end:
            self._delegate.marked.end = place
            self._viewport.update()

    def end(self) -> None:
        """The mouse was let go."""
        if self.is_dragging:
            self.is_dragging = False
            self.changed.emit()

    def mark_word(self, entry: StreamEntry, place: int) -> None:
        """Mark the word at a place."""
        self.mark(entry, *_word_at(entry.text, place))

    def go_on(self, entry: StreamEntry, forward: bool, by_word: bool) -> None:
        """Mark a letter or a word more, or fewer."""
        mark = self._delegate.marked
        start, end = (mark.start, mark.end) if mark.id == entry.id else (0, 0)
        layout = self._delegate.text.lay_out(entry.text, WIDE)
        mode = layout.CursorMode.SkipWords if by_word else layout.CursorMode.SkipCharacters
        end = layout.nextCursorPosition(end, mode) if forward else layout.previousCursorPosition(end, mode)
        self.mark(entry, start, end)


def _word_at(text: str, place: int) -> tuple[int, int]:
    first = last = min(place, len(text))
    while first > 0 and text[first - 1].isalnum():
        first -= 1
    while last < len(text) and text[last].isalnum():
        last += 1
    return first, last
