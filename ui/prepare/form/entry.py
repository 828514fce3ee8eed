"""One field of a form, whatever is typed or chosen in it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from consultation.model import Record
from ui.workspace import Workspace


class Entry(QWidget):
    """Base of the fields: shows what a record holds, and saves what a person makes of it."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace

    def show_record(self, record: Record) -> None:
        """Show what a record holds."""
        raise NotImplementedError

    def flush(self) -> None:
        """Save what is typed and waits."""

    def leave(self) -> None:
        """Save what is typed, and forget the record."""
