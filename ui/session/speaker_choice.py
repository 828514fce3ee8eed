"""Who speaks or proposes: a line that completes people. A name nobody has yet is added from the list only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from consultation.model import Person
from consultation.reading.people import matching
from consultation.words import person_line
from ui.look.icons import set_icon
from ui.widgets.completion import Completion
from ui.widgets.offer import Offer, Row
from ui.widgets.words import plain_tip
from ui.workspace import Workspace

OFFERED = 200
"""More people than these are found by typing."""


@dataclass(frozen=True)
class NewName:
    """What is typed is the name of somebody who is not in the file yet."""

    text: str


class SpeakerChoice(QLineEdit):
    """Chooses a person, or nobody by name."""

    chosen = Signal(object)
    """The id of the person, or None."""
    finished = Signal()
    """Enter or Escape: back to where the words are."""
    person_added = Signal(str)
    """A name, from the row of the list that adds it."""
    asked = Signal()
    """The keyboard has come: `offer` the people there are now."""

    def __init__(self, workspace: Workspace, name: str) -> None:
        super().__init__()
        self._workspace = workspace
        self._person: UUID | None = None
        self._shown = ""
        self._people: list[Person] = []
        self.setAccessibleName(name)
        self._name = name
        self.setToolTip(name)
        self.setPlaceholderText(workspace.t("Name, organisation"))
        self._list = Completion(workspace.theme, self, self._rows)
        self._list.chosen.connect(self._on_row_chosen)
        everybody = QAction(self)
        everybody.setToolTip(workspace.t("Show everybody"))
        everybody.triggered.connect(self.open)
        set_icon(everybody, workspace.theme, "chevron-down", "muted")
        self.addAction(everybody, QLineEdit.ActionPosition.TrailingPosition)

    @property
    def person(self) -> UUID | None:
        """Who is speaking, if it is known."""
        return self._person

    @property
    def is_typed_in(self) -> bool:
        """The keyboard is in the line."""
        return self.hasFocus()

    def offer(self, people: list[Person]) -> None:
        """Offer these people; the one chosen stays chosen while it is among them."""
        if people != self._people:
            self._people = people
            self.choose(self._person)

    def open(self) -> None:
        """Show everybody who can be chosen."""
        self.setFocus()
        self._list.open()

    def choose(self, person: UUID | None) -> None:
        """Choose a person by id, or nobody; somebody who is not offered is nobody."""
        found = next((known for known in self._people if known.id == person), None)
        changed = self._person != (found.id if found else None)
        self.show_person(found)
        if changed:
            self.chosen.emit(self._person)

    def show_person(self, person: Person | None) -> None:
        """Show who it is, offered or not; nothing is said of that."""
        self._person = person.id if person else None
        self._shown = person_line(person) if person else ""
        self.setToolTip(plain_tip(self._shown) or self._name)
        if self.text() != self._shown:
            self.setText(self._shown)
        self.setCursorPosition(0)

    def sizeHint(self) -> QSize:
        return QSize(160, super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._take_typed():
                self.finished.emit()
            else:
                self._list.open(self.text())
        elif event.key() == Qt.Key.Key_Escape:
            self._take_back()
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.asked.emit()
            self.setSelection(len(self.text()), -len(self.text()))  # from the end, so that the name is seen

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        leaves = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
        if event.reason() not in leaves and not self._take_typed():
            self._take_back()

    def _rows(self, typed: str) -> Sequence[Row]:
        """Return the people who fit; without words everybody, with nobody first; with them, the new name last."""
        t, name = self._workspace.t, " ".join(typed.split())
        found = matching(self._people, name) if name else self._people
        rows: list[Row] = [Offer(person.id, person.name, _house(person)) for person in found[:OFFERED]]
        if not name:
            nobody = Offer(None, t("Somebody in the room"), icon="users")
            return [nobody, None, *rows] if rows else [nobody]
        if not self._exact(name):
            rows += [None] if rows else []
            rows.append(Offer(NewName(name), t("Add “{name}” as a person").format(name=name), icon="user-plus"))
        return rows

    def _on_row_chosen(self, key: UUID | NewName | None) -> None:
        if isinstance(key, NewName):
            self._take_back()
            self.person_added.emit(key.text)
        else:
            self.choose(key)
        self.finished.emit()

    def _take_typed(self) -> bool:
        """Make what is typed the speaker, where it is nobody, or somebody known and nobody else; tell whether it is."""
        typed = " ".join(self.text().split())
        if typed == self._shown:
            return True
        found = (self._exact(typed)[:1] or matching(self._people, typed)) if typed else []
        if typed and len(found) != 1:
            return False
        self.choose(found[0].id if found else None)
        return True

    def _take_back(self) -> None:
        """Show again who it was: what was typed is nobody."""
        self._list.withdraw()
        self.setText(self._shown)
        self.setCursorPosition(0)

    def _exact(self, typed: str) -> list[Person]:
        folded = typed.casefold()
        return [person for person in self._people if folded in (person.name.casefold(), person_line(person).casefold())]


def _house(person: Person) -> str:
    return person.organisation or person.territory
