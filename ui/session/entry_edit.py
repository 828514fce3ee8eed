"""The field of the entry line: what is typed is saved, goes on below, or names who speaks."""

from __future__ import annotations

import re

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from consultation.language import Translator
from consultation.model import Person
from consultation.reading.people import matching
from consultation.words import person_line
from ui import actions
from ui.keys import pressed
from ui.widgets.fields import PlainEdit

NAMING = re.compile(r"(?:^|\s)@([^@\n]{0,60})$")
PERSON = Qt.ItemDataRole.UserRole
OFFERED = 6


class EntryEdit(PlainEdit):
    """Where people's words are typed."""

    entered = Signal()
    person_named = Signal(object)
    """A `Person` was chosen by typing @, or the text of a name that is not known yet."""
    up_asked = Signal()
    escaped = Signal()

    def __init__(self, translator: Translator) -> None:
        super().__init__(1, 8)
        self._t = translator
        self._people: list[Person] = []
        self._names: OfferedNames | None = None
        self.setProperty("bare", True)
        self.setProperty("textsize", "said")
        self.textChanged.connect(self._on_text_changed)

    def know(self, people: list[Person]) -> None:
        """Offer these people after @."""
        self._people = people

    def keyPressEvent(self, event: QKeyEvent) -> None:
        names = self._names
        if names is not None and names.offered and self._steer(event.key(), names):
            return
        if pressed(event, actions.NEW_LINE):
            self.textCursor().insertText("\n")
            self.ensureCursorVisible()
        elif pressed(event, actions.SAVE_LINE):
            self.entered.emit()
        elif pressed(event, actions.INTO_STREAM) and not self.toPlainText():
            self.up_asked.emit()
        elif pressed(event, actions.PLAIN_LINE):
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._names is not None:
            self._names.withdraw()

    def _steer(self, key: int, names: OfferedNames) -> bool:
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            names.setCurrentRow((names.currentRow() + step) % names.count())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self._take(names.currentItem().data(PERSON))
        elif key == Qt.Key.Key_Escape:
            names.withdraw()
        else:
            return False
        return True

    def _on_text_changed(self) -> None:
        typed = self._naming()
        if typed is None:
            if self._names is not None:
                self._names.withdraw()
            return
        found = matching(self._people, typed)
        if typed.endswith(" ") and len(found) == 1:
            self._take(found[0])
            return
        self._offer(typed.strip(), found[:OFFERED])

    def _naming(self) -> str | None:
        """Return what is typed after the @ before the cursor."""
        cursor = self.textCursor()
        before = self.toPlainText()[: cursor.position()]
        found = NAMING.search(before)
        return found.group(1) if found else None

    def _offer(self, typed: str, found: list[Person]) -> None:
        if self._names is None or self._names.parentWidget() is not self.window():
            self._names = OfferedNames(self.window())
            self._names.itemClicked.connect(lambda item: self._take(item.data(PERSON)))
        names = self._names
        names.clear()
        for person in found:
            names.add(person_line(person), person)
        if not found and typed:
            names.add(self._t("Add “{name}” to the session").format(name=typed), typed)
        if not names.count():
            names.withdraw()
            return
        names.setCurrentRow(0)
        names.offered = True
        QTimer.singleShot(0, names, lambda: names.show_above(self, self.cursorRect()))  # once the field has grown

    def _take(self, who: Person | str) -> None:
        typed = self._naming()
        if self._names is not None:
            self._names.withdraw()
        if typed is None:
            return
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len(typed) + 1)
        cursor.removeSelectedText()
        self.setTextCursor(cursor)
        self.person_named.emit(who)


class OfferedNames(QListWidget):
    """The names that fit what is typed; never takes the keyboard."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setProperty("popup", True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.offered = False
        self.hide()

    def withdraw(self) -> None:
        """Offer nothing."""
        self.offered = False
        self.hide()

    def add(self, text: str, who: Person | str) -> None:
        """Offer one more."""
        item = QListWidgetItem(text)
        item.setData(PERSON, who)
        self.addItem(item)

    def show_above(self, field: QWidget, cursor: QRect) -> None:
        """Show the names over the line that is typed in."""
        if not self.offered:
            return
        high = self.sizeHintForRow(0) * self.count() + 8
        place = field.mapTo(self._window, cursor.topLeft())
        wide = min(360, self._window.width() - 16)
        x = min(max(place.x() - 16, 8), self._window.width() - wide - 8)
        self.setGeometry(x, max(place.y() - high - 4, 8), wide, high)
        self.show()
        self.raise_()
