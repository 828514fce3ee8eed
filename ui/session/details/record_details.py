"""What the details of every kind of record have in common."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from consultation.model import Person, Record
from consultation.reading.people import who_could_speak
from ui.session.details.bound import Bound
from ui.session.speaker_choice import SpeakerChoice
from ui.widgets.buttons import quiet_button
from ui.widgets.fields import SavedEdit
from ui.widgets.words import caption
from ui.workspace import Workspace

AROUND = 8
"""How far the ground of the words reaches around them, so that everything begins at the same edge as they do."""
BETWEEN, APART = 16, 32
"""Between parts, and between two columns."""


class RecordDetails(QWidget):
    """The details of one record, each field saved by itself: its words first, what deletes it last."""

    asked = Signal(object)
    """The id of another entry to show."""
    left = Signal()
    """Done here: back to the entry line."""
    person_added = Signal(str, object)
    """A name nobody has yet, and what to do with the person's id."""
    delete_asked = Signal()
    laid_out = Signal()
    """Parts were made anew: the order of Tab is to be told again."""

    def __init__(self, workspace: Workspace, name: str) -> None:
        """Make the field with the words, which a screen reader calls ``name``."""
        super().__init__()
        self._workspace = workspace
        self._record: Record | None = None
        self.text = SavedEdit(1, 24, required=True)
        self.text.setProperty("quiet", True)
        self.text.setProperty("textsize", "read")
        self.text.setAccessibleName(name)
        self._words = Bound(workspace, self.text, "text")
        self._about = caption()
        self._first, self._second = _column(), _column()
        self._first.setSpacing(4)
        self._first.addWidget(self.text)
        self._first.addLayout(_inset(self._about))
        self._both = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.addLayout(self._first, 1)
        self._both.addLayout(self._second, 1)
        self.stand_in_columns(False)

    def stand_in_columns(self, two: bool) -> None:
        """Stand in two columns, or in one."""
        direction = QBoxLayout.Direction
        self._both.setDirection(direction.LeftToRight if two else direction.TopToBottom)
        self._both.setSpacing(APART if two else BETWEEN)
        for column in range(2):
            self._both.setStretch(column, 1 if two else 0)

    def show_record(self, record: Record) -> None:
        """Show a record, leaving alone what is being typed."""
        self._record = record
        self._words.show(record)

    def is_other(self, record: Record) -> bool:
        """Tell whether another record than this one is shown."""
        return self._record is None or self._record.id != record.id

    def know_people(self) -> None:
        """Offer the people there are now, where one can be chosen."""

    def flush(self) -> None:
        """Save what is typed."""
        self._words.flush()

    def _say_about(self, text: str) -> None:
        """Say in one line below the words where they come from."""
        self._about.setText(text)
        self._about.setVisible(bool(text))

    def _add_first(self, *parts: QWidget) -> None:
        """Put these parts under the words."""
        for part in parts:
            self._first.addSpacing(BETWEEN - self._first.spacing())
            self._first.addLayout(_inset(part))

    def _add(self, *parts: QWidget) -> None:
        """Put these parts into the second column, or below the first."""
        for part in parts:
            self._second.addLayout(_inset(part))

    def _finish(self) -> None:
        """End both columns, the second with what deletes the record."""
        t, theme = self._workspace.t, self._workspace.theme
        delete = quiet_button(theme, t("Delete"), self.delete_asked.emit, "trash-2")
        self._add(delete)
        self._first.addStretch(1)
        self._second.addStretch(1)

    def _change(self, **values: Any) -> None:
        if self._record is not None:
            self._workspace.change(self._record, **values)

    def _store_person(self, choice: SpeakerChoice, field: str) -> None:
        """Have the person who is chosen, or added by name, stored in a field of the record."""
        choice.asked.connect(lambda: self._offer_people(choice))
        choice.chosen.connect(lambda person: self._change(**{field: person}))
        choice.finished.connect(self.text.setFocus)
        choice.person_added.connect(lambda name: self._on_person_added(name, field))

    def _offer_people(self, choice: SpeakerChoice) -> None:
        """Read the people when they are asked for."""
        choice.blockSignals(True)
        choice.offer(who_could_speak(self._workspace.store, getattr(self._record, "session", None)))
        choice.blockSignals(False)

    def _show_person(self, choice: SpeakerChoice, person_id: Any) -> None:
        """Show who is stored; somebody who is deleted is nobody."""
        if not choice.is_typed_in:
            person = self._workspace.store.find(Person, person_id) if person_id else None
            choice.show_person(person if person is not None and not person.deleted else None)

    def _on_person_added(self, name: str, field: str) -> None:
        self.person_added.emit(name, lambda person: self._change(**{field: person}))


def _column() -> QVBoxLayout:
    made = QVBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(BETWEEN)
    return made


def _inset(part: QWidget) -> QHBoxLayout:
    made = QHBoxLayout()
    made.setContentsMargins(AROUND, 0, AROUND, 0)
    made.addWidget(part)
    if part.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Fixed:
        made.addStretch(1)
    return made
