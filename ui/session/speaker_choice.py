"""Who speaks or proposes: a field to choose from or type into; a name nobody has yet is a new person."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QSizePolicy

from consultation.model import Person
from consultation.reading.people import matching
from consultation.words import person_line
from ui.actions import Action
from ui.keys import tip
from ui.widgets.popups import opens_list
from ui.workspace import Workspace


class SpeakerChoice(QComboBox):
    """Chooses a person, or nobody by name."""

    chosen = Signal(object)
    """The id of the person, or None."""
    finished = Signal()
    """Enter or Escape: back to where the words are."""
    person_added = Signal(str)

    def __init__(self, workspace: Workspace, name: str, action: Action | None = None) -> None:
        super().__init__()
        self._workspace = workspace
        self._person: UUID | None = None
        self._people: list[Person] = []
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setAccessibleName(name)
        self.setToolTip(tip(workspace.t, action, name) if action else name)
        field, completer = self.lineEdit(), self.completer()
        assert field is not None, "an editable box has a field"
        assert completer is not None, "and completes what is typed in it"
        self._field = field
        self._field.setPlaceholderText(workspace.t("Name, organisation"))
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        opens_list(self)
        self.activated.connect(self._on_activated)

    @property
    def person(self) -> UUID | None:
        """Who is speaking, if it is known."""
        return self._person

    @property
    def is_typed_in(self) -> bool:
        """The keyboard is in the field."""
        return self._field.hasFocus()

    def prompt(self, text: str) -> None:
        """Say in the empty field what to type."""
        self._field.setPlaceholderText(text)

    def offer(self, people: list[Person]) -> None:
        """Offer these people; the one chosen stays chosen while it is among them."""
        if self.count() and people == self._people:
            return
        self._people = people
        self.clear()
        self.addItem(self._workspace.t("Nobody by name"), None)
        for person in people:
            self.addItem(person_line(person), str(person.id))
        self.choose(self._person)

    def choose(self, person: UUID | None) -> None:
        """Choose a person by id, or nobody; somebody who is not offered is nobody."""
        place = self.findData(str(person)) if person is not None else -1
        shown = person if place >= 0 else None
        changed = shown != self._person
        self._person = shown
        self.setCurrentIndex(place)
        if place < 0:
            self.clearEditText()
        else:
            self._field.setCursorPosition(0)
        if changed:
            self.chosen.emit(shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take_typed()
            self.finished.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.choose(self._person)
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._take_typed()

    def _on_activated(self, row: int) -> None:
        chosen = self.itemData(row)
        self.choose(UUID(chosen) if chosen else None)
        self.finished.emit()

    def _take_typed(self) -> None:
        """Make what is typed the speaker: nobody, somebody known, or somebody new."""
        typed = " ".join(self.currentText().split())
        if not typed:
            self.choose(None)
            return
        exact = [person for person in self._people if typed in (person.name, person_line(person))]
        if any(person.id == self._person for person in exact):
            return
        found = exact or matching(self._people, typed)
        if len(found) == 1:
            self.choose(found[0].id)
        elif not found:
            self.person_added.emit(typed)
        else:
            self.choose(found[0].id)
