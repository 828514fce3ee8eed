"""The words of a clause to edit: one text, in which what opens it is in italics, and each part stays what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QTextCharFormat, QTextCursor, QTextFormat

from consultation.reading.parts import PARTS, Parts
from ui.actions import declaring
from ui.keys import is_writing, pressed
from ui.widgets.fields import PAUSE_MS, PlainEdit

OPENING, WORDS = PARTS[0], PARTS[-1]
PART = QTextFormat.Property.UserProperty + 1
"""The part of the clause that letters belong to: those that are typed after them have it too."""
BREAKS = re.compile("[ \t\r\n\u2028\u2029]+")
STAYING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)
"""The keyboard goes elsewhere for a moment only."""


class PartsEdit(PlainEdit):
    """Edits the parts of a clause as they are read together; says `edited` when left, or after a pause."""

    edited = Signal(object)
    """The `Parts` as they are now."""
    ended = Signal()
    left = Signal()
    refused = Signal()
    """Words that do not open the clause were to be in italics."""
    split_asked = Signal(object)
    """The words before the cursor and those after it, those that open the clause apart."""

    def __init__(self) -> None:
        super().__init__(1, 30)
        self._shown = Parts()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self.textChanged.connect(self._on_text_changed)

    @property
    def parts(self) -> Parts:
        """What is typed, by parts; they never change places, so that together they are what is read."""
        said, last = dict.fromkeys(PARTS, ""), 0
        for text, part in self._runs():
            last = max(last, PARTS.index(part))
            said[PARTS[last]] += text
        return Parts(**{part: one_line(text) for part, text in said.items()})

    @property
    def pending(self) -> bool:
        """Something was typed that is not saved yet."""
        return self.parts != self._shown

    def show_parts(self, parts: Parts, force: bool = False) -> None:
        """Show what is stored, unless a person is just typing something else."""
        if self.pending and not force:
            return
        self._pause.stop()
        self._shown = parts
        if self.parts != parts:
            place = self.textCursor().position()
            self.type_parts(parts)
            self.document().clearUndoRedoStacks()
            cursor = self.textCursor()
            cursor.setPosition(min(place, len(self.toPlainText())))
            self.setTextCursor(cursor)

    def type_parts(self, parts: Parts) -> None:
        """Put other words in, as if a person had typed them."""
        self.clear()
        cursor = QTextCursor(self.document())
        rest = parts.text.removeprefix(parts.lead_in)
        before = rest.removesuffix(parts.words) if parts.words else rest
        gap = before[len(before.rstrip()) :] if parts.words else ""
        for part, text in (
            (OPENING, parts.lead_in),
            (PARTS[1], before[: len(before) - len(gap)]),
            (WORDS, gap + parts.words),
        ):
            if text:
                cursor.insertText(text, self._format(part))

    def settle(self) -> None:
        """Take what is typed for stored; called when saving has succeeded."""
        self._shown = self.parts

    def resume(self) -> None:
        """Try again after a pause to save what could not be saved."""
        if self.pending:
            self._pause.start()

    def flush(self) -> None:
        """Say `edited` now if there is something to save; an emptied clause is not saved."""
        self._pause.stop()
        if self.pending and self.parts.are_written:
            self.edited.emit(self.parts)

    def toggle_opening(self) -> None:
        """Let the marked words open the clause, in italics; or no longer, where they do."""
        cursor, opening = self.textCursor(), self._opening()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        between = self.toPlainText()[opening:start]
        if start == end or between.strip():
            self.refused.emit()
        elif end <= opening:
            following = next((part for _, part in self._runs() if part != OPENING), WORDS)
            self._let_be(start, opening, following)
        else:
            self._let_be(0, end, OPENING)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if pressed(event, declaring.END_CLAUSE):
            self.flush()
            self.ended.emit()
        elif pressed(event, declaring.OPEN_CLAUSE):
            self.toggle_opening()
        elif pressed(event, declaring.SPLIT):
            self.split_asked.emit(self._around_cursor())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # a clause is one paragraph
        else:
            if is_writing(event):
                self._begin_anew()
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._begin_anew()
        super().inputMethodEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self._begin_anew()
        super().insertFromMimeData(source)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.flush()
        if event.reason() not in STAYING:
            self.left.emit()

    def _begin_anew(self) -> None:
        """Whoever replaces everything writes plain words, not what opens a clause."""
        cursor = self.textCursor()
        if cursor.selectionEnd() - cursor.selectionStart() >= len(self.toPlainText()):
            cursor.removeSelectedText()
            cursor.setCharFormat(self._format(WORDS))
            self.setTextCursor(cursor)

    def _runs(self) -> Iterator[tuple[str, str]]:
        """Return the letters with the part they belong to; between two blocks stands a space."""
        block, part = self.document().begin(), WORDS
        while block.isValid():
            place = block.begin()
            while not place.atEnd():
                letters = place.fragment()
                number = letters.charFormat().property(PART)
                part = PARTS[number] if isinstance(number, int) else part
                yield letters.text(), part
                place += 1
            block = block.next()
            if block.isValid():
                yield " ", part

    def _around_cursor(self) -> tuple[str, str]:
        """Return the words of the clause before and after the cursor."""
        left, before, after = self.textCursor().position(), "", ""
        for text, part in self._runs():
            if part == WORDS:
                before += text[: max(left, 0)]
                after += text[max(left, 0) :]
            left -= len(text)
        return one_line(before), one_line(after)

    def _opening(self) -> int:
        """Return how many letters open the clause."""
        length = 0
        for text, part in self._runs():
            if part != OPENING:
                break
            length += len(text)
        return length

    def _let_be(self, start: int, end: int, part: str) -> None:
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(self._format(part))
        self._on_text_changed()

    def _format(self, part: str) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setProperty(PART, PARTS.index(part))
        made.setFontItalic(part == OPENING)
        return made

    def _on_text_changed(self) -> None:
        if self.pending:
            self._pause.start()


def one_line(text: str) -> str:
    """Return words as a clause keeps them: one paragraph, in which no-break spaces stay what they are."""
    return BREAKS.sub(" ", text).strip(" ")
