"""The line in which somebody is found who gets the file though they run no session."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from consultation.model import Person
from consultation.reading.people import matching
from consultation.words import person_line
from ui.widgets.completion import Completion
from ui.widgets.offer import Offer, Row
from ui.workspace import Workspace

OFFERED, WIDE = 50, 240


class PersonOffer(QLineEdit):
    """Hidden until it is asked for, and again once the keyboard leaves it."""

    chosen = Signal(object)
    """The id of a person."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.setPlaceholderText(workspace.t("Name, organisation"))
        self.setAccessibleName(workspace.t("Add somebody who gets the file"))
        self.setMinimumWidth(WIDE)
        self._completion = Completion(workspace.theme, self, self._rows)
        self._completion.chosen.connect(self._on_taken)
        self.hide()

    def open(self) -> None:
        """Take the keyboard, and offer everybody."""
        self._people = self._workspace.store.all(Person)
        self.clear()
        self.show()
        self.setFocus()
        self._completion.open()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        QTimer.singleShot(0, self, self._put_away)

    def _rows(self, typed: str) -> Sequence[Row]:
        found = matching(self._people, typed) if typed.strip() else self._people
        return [Offer(person.id, person_line(person)) for person in found[:OFFERED]]

    def _on_taken(self, person: UUID) -> None:
        self.hide()
        self.chosen.emit(person)

    def _put_away(self) -> None:
        if not self.hasFocus():
            self.hide()
