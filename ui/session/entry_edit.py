"""The field of the entry line: what is typed is saved, goes on below, or asks for a list by its first sign."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QTextCursor

from ui.actions import recording
from ui.keys import pressed
from ui.look.theme import Theme
from ui.session.entry_offers import NOBODY, Asked, KeepWords, Somebody, asked_for
from ui.widgets.fields import PlainEdit
from ui.widgets.offer import Row
from ui.widgets.offer_list import OfferList

Offering = Callable[[Asked], tuple[list[Row], Any]]
"""Returns the rows for what is asked, and the key of the one that Enter takes."""


class EntryEdit(PlainEdit):
    """Where people's words are typed."""

    entered = Signal()
    taken = Signal(str, object)
    """The sign of a list and the key that was chosen in it; the sign and what was typed after it are gone by then."""
    up_asked = Signal()
    escaped = Signal()
    erased = Signal()
    """Backspace where nothing is left to erase."""

    def __init__(self, theme: Theme, offering: Offering) -> None:
        super().__init__(1, 8)
        self._theme, self._offering = theme, offering
        self._list: OfferList | None = None
        self._kept: Asked | None = None
        """What was asked and is to stay words."""
        self._begun = False
        """The sign before the caret was put there by a key, and goes with the list."""
        self.setProperty("bare", True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # so a letter paints nothing below it
        self.setProperty("textsize", "said")
        self.setUndoRedoEnabled(True)
        self.textChanged.connect(self._on_text_changed)

    @property
    def offers(self) -> OfferList:
        """The list over the line."""
        if self._list is None or self._list.parentWidget() is not self.window():
            self._list = OfferList(self._theme, self.window(), self)
            self._list.chosen.connect(self._on_chosen)
        return self._list

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.colour("base"))
        painter.end()
        super().paintEvent(event)

    def ask(self, sign: str) -> None:
        """Open a list as if its sign had been typed; Escape takes the sign away again."""
        self.setFocus()
        if asked := asked_for(self._before()):
            self._cut(asked)
        cursor = self.textCursor()
        before = self._before()
        if sign == "/":
            cursor.movePosition(QTextCursor.MoveOperation.Start)
        space = " " if before and not before[-1].isspace() and sign != "/" else ""
        self._begun = True
        cursor.insertText(space + sign)
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._list is not None and self._list.is_open and self._steer(event):
            return
        if pressed(event, recording.NEW_LINE):
            self.textCursor().insertText("\n")
            self.ensureCursorVisible()
        elif pressed(event, recording.SAVE_LINE):
            self.entered.emit()
        elif pressed(event, recording.INTO_STREAM) and not self.toPlainText():
            self.up_asked.emit()
        elif pressed(event, recording.PLAIN_LINE):
            self.escaped.emit()
        elif pressed(event, recording.NO_SPEAKER) and not self.toPlainText():
            self.erased.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._withdraw()

    def _steer(self, event: QKeyEvent) -> bool:
        assert self._list is not None, "a list is open"
        asked = asked_for(self._before())
        if pressed(event, recording.PLAIN_LINE) and asked is not None:
            self._kept = asked
            begun = self._begun
            self._withdraw()
            if begun:
                self._cut(asked)
            return True
        return self._list.steer(event)

    def _on_text_changed(self) -> None:
        before = self._before()
        if NOBODY.search(before):
            self._cut_nobody(before)
            return
        asked = asked_for(before)
        if asked is None or not self.hasFocus():
            self._kept = None
            self._withdraw()
            return
        if self._kept is not None and (self._kept.sign, self._kept.place) == (asked.sign, asked.place):
            return
        self._kept = None
        rows, first = self._offering(asked)
        self._open(rows, first, asked)
        QTimer.singleShot(0, self, partial(self._lie_again, rows, asked))  # once the field has grown

    def _open(self, rows: list[Row], first: Any, asked: Asked) -> None:
        spot = QRect(self.cursorRect().left(), 0, 1, self.height())
        self.offers.open_over(self, spot, rows, asked.typed)
        self.offers.rows.choose(first)

    def _lie_again(self, rows: list[Row], asked: Asked) -> None:
        """Lie over the field as high as it is now, with the same row to be taken."""
        current = self.offers.rows.current
        if self.offers.is_open and current is not None and asked_for(self._before()) == asked:
            self._open(rows, current.key, asked)

    def _on_chosen(self, key: Any) -> None:
        asked = asked_for(self._before())
        if asked is None:
            return
        if isinstance(key, KeepWords):
            self._kept = asked
            return
        self._cut(asked)
        self.taken.emit(asked.sign, key)

    def take(self, key: Any) -> None:
        """Choose a row without the list: it is clear who is meant."""
        self._withdraw()
        self._on_chosen(key)

    def _cut_nobody(self, before: str) -> None:
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, 2)
        cursor.removeSelectedText()
        self.taken.emit("@", Somebody())

    def _cut(self, asked: Asked) -> None:
        """Take a sign and what was typed after it out of the words."""
        self._begun = False
        cursor = self.textCursor()
        long = len(self._before()) - asked.place
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, long)
        cursor.removeSelectedText()
        self.setTextCursor(cursor)

    def _withdraw(self) -> None:
        self._begun = False
        if self._list is not None:
            self._list.withdraw()

    def _before(self) -> str:
        """Return what stands before the caret."""
        return self.toPlainText()[: self.textCursor().position()]
