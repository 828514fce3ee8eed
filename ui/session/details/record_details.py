"""What the details of every kind of record have in common."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from consultation.model import Record
from ui.widgets.fields import SavedEdit
from ui.workspace import Workspace


class RecordDetails(QWidget):
    """The details of one record, each field saved by itself."""

    asked = Signal(object)
    """The id of another entry to show."""
    person_added = Signal(str, object)
    """A name nobody has yet, and what to do with the person's id."""
    text: SavedEdit
    """The field with the words of the record."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace

    def show_record(self, record: Record) -> None:
        """Show a record, leaving alone what is being typed."""
        raise NotImplementedError

    def flush(self) -> None:
        """Save what is typed."""
        raise NotImplementedError
