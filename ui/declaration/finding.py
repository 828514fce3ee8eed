"""Finding words in the declaration: where they begin a word, letter cases and accents apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from ui.actions import declaring
from ui.declaration.row_layout import Span
from ui.declaration.rows import TextRow
from ui.keys import pressed, tip
from ui.widgets.buttons import icon_button
from ui.widgets.words import caption
from ui.workspace import Workspace


def found_in(text: str, typed: str) -> list[Span]:
    """Return where the words that are typed begin a word of ``text``; nothing unless each of them does."""
    wanted = [_plain(word)[0] for word in typed.split()]
    plain, places = _plain(text)
    spans: list[Span] = []
    for word in wanted:
        hits = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(word)}", plain)] if word else []
        if not hits:
            return []
        spans += [(places[first], places[last - 1] + 1 - places[first]) for first, last in hits]
    return sorted(set(spans))


def _plain(text: str) -> tuple[str, list[int]]:
    """Return a text without cases and accents, and for each letter of it where it stood."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        for plain in unicodedata.normalize("NFKD", letter).casefold():
            if not unicodedata.combining(plain):
                letters.append(plain)
                places.append(place)
    return "".join(letters), places


class FindBar(QWidget):
    """A field for words, which of the clauses that have them is shown, and the way on and back."""

    marked = Signal(object)
    """Clause -> the letters to mark."""
    asked = Signal(object)
    """The clause to show."""
    left = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._rows: Sequence[TextRow] = ()
        self._found: list[UUID] = []
        self._at = -1
        self._begin_at: UUID | None = None
        self._build()
        self.field.textChanged.connect(self._on_typed)

    @property
    def said(self) -> str:
        """What is said beside the field."""
        return self._said.text()

    def begin(self, rows: Sequence[TextRow], at: UUID | None) -> None:
        """Take the keyboard; the search begins at the clause at hand."""
        self._begin_at = at
        self.show_rows(rows)
        self.field.setFocus()
        self.field.selectAll()

    def show_rows(self, rows: Sequence[TextRow]) -> None:
        """Search in these rows from now on."""
        self._rows = rows
        shown = self._found[self._at] if 0 <= self._at < len(self._found) else None
        self._search()
        if shown in self._found:
            self._at = self._found.index(shown)
        self._tell()

    def go(self, steps: int) -> None:
        """Go on to the next place, or back to the one before; at the end, from the beginning."""
        if self._found:
            self._at = (self._at + steps) % len(self._found)
            self._tell()
            self.asked.emit(self._found[self._at])

    def leave(self) -> None:
        """Mark nothing any more."""
        self.field.clear()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if pressed(event, declaring.LEAVE_FINDING):
            self.leave()
        elif pressed(event, declaring.NEXT_FOUND):
            self.go(1)
        elif pressed(event, declaring.PREVIOUS_FOUND):
            self.go(-1)
        else:
            super().keyPressEvent(event)

    def lie(self, left: int, width: int) -> None:
        """Begin and end where the words do."""
        self._line.setContentsMargins(left, 10, 0, 10)
        self._inside.setFixedWidth(width)

    def _build(self) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        self.field = _FindField(t("Find in the declaration"))
        self._said = caption(wrap=False, tone="text")
        following, before, leaving = declaring.NEXT_FOUND, declaring.PREVIOUS_FOUND, declaring.LEAVE_FINDING
        self._inside = QWidget()
        inside = QHBoxLayout(self._inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(self.field, 1)
        inside.addWidget(self._said)
        inside.addWidget(icon_button(theme, before.icon, tip(t, before), lambda: self.go(-1)))
        inside.addWidget(icon_button(theme, following.icon, tip(t, following), lambda: self.go(1)))
        inside.addWidget(icon_button(theme, "x", tip(t, leaving), self.leave))
        self._line = QHBoxLayout(self)
        self._line.addWidget(self._inside, 0, Qt.AlignmentFlag.AlignLeading)
        self._line.addStretch(1)

    def _search(self) -> None:
        typed = self.field.text()
        marked = {row.id: found_in(row.drawn, typed) for row in self._rows if row.id} if typed.strip() else {}
        found = {clause: spans for clause, spans in marked.items() if spans}
        self._found, self._at = list(found), -1
        self.marked.emit(found)

    def _on_typed(self) -> None:
        self._search()
        order = [row.id for row in self._rows if row.id]
        after = order[order.index(self._begin_at) :] if self._begin_at in order else order
        first = next((clause for clause in after if clause in set(self._found)), None)
        if self._found:
            self._at = self._found.index(first) if first else 0
            self.asked.emit(self._found[self._at])
        self._tell()

    def _tell(self) -> None:
        t = self._workspace.t
        if not self.field.text().strip():
            said = ""
        elif not self._found:
            said = t("Not found")
        else:
            said = t("{number} of {total}").format(number=t.number(self._at + 1), total=t.number(len(self._found)))
        self._said.setText(said)


class _FindField(QLineEdit):
    """Leaves Enter and Escape to the bar around it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            event.ignore()
        else:
            super().keyPressEvent(event)
