"""What the details of every kind of record have in common."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from consultation.model import Record
from ui.session.details.bound import Bound
from ui.session.details.history import History
from ui.session.speaker_choice import SpeakerChoice
from ui.widgets.fields import Field, SavedEdit
from ui.workspace import Workspace


class RecordDetails(QWidget):
    """The details of one record, each field saved by itself: its words first, its history last."""

    asked = Signal(object)
    """The id of another entry to show."""
    left = Signal()
    """Done here: back to the entry line."""
    person_added = Signal(str, object)
    """A name nobody has yet, and what to do with the person's id."""

    def __init__(self, workspace: Workspace, name: str, lowest: int = 4, highest: int = 24) -> None:
        """Make the field with the words, called ``name``, at least ``lowest`` and at most ``highest`` lines high."""
        super().__init__()
        self._workspace = workspace
        self._record: Record | None = None
        self.text = SavedEdit(lowest, highest, required=True)
        self.text.setProperty("textsize", "said")
        self._words = Bound(workspace, self.text, "text")
        self.history = History(workspace)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        self._column.addWidget(Field(name, self.text))
        self._column.addWidget(self.history)

    def show_record(self, record: Record) -> None:
        """Show a record, leaving alone what is being typed."""
        self._record = record
        self._words.show(record)
        self.history.show_record(record)

    def know_people(self) -> None:
        """Offer the people there are now, where one can be chosen."""

    def flush(self) -> None:
        """Save what is typed."""
        self._words.flush()

    def _add(self, *parts: QWidget) -> None:
        """Put these parts above the history."""
        for part in parts:
            self._column.insertWidget(self._column.count() - 1, part)

    def _is_other(self, record: Record) -> bool:
        """Tell whether another record than this one is shown."""
        return self._record is None or self._record.id != record.id

    def _change(self, **values: Any) -> None:
        if self._record is not None:
            self._workspace.change(self._record, **values)

    def _store_person(self, choice: SpeakerChoice, field: str) -> None:
        """Have the person who is chosen, or added by name, stored in a field of the record."""
        choice.chosen.connect(lambda person: self._change(**{field: person}))
        choice.finished.connect(self.text.setFocus)
        choice.person_added.connect(lambda name: self._on_person_added(name, field))

    def _on_person_added(self, name: str, field: str) -> None:
        self.person_added.emit(name, lambda person: self._change(**{field: person}))
