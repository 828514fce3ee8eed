"""A page of the window: told what was written, and stale until it is shown.

A page that is hidden does nothing at all; when it is shown, or when something it shows is written while it is shown,
`refresh` is called once. Without a file nothing is refreshed, and while a job writes to the file it is put off.
"""

from __future__ import annotations

from typing import Any, ClassVar
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from consultation.errors import NotSaved
from consultation.language import Translator
from consultation.model import Record
from ui.actions import Action
from ui.touched import EVERYTHING, Touched
from ui.workspace import Workspace


class Page(QWidget):
    """Base of the places, of the start page and of the pages inside them; every function may be left as it is."""

    kinds: ClassVar[tuple[type[Record], ...]] = ()
    """The records it shows."""
    shown_by: ClassVar[Action | None] = None
    """For a place: the action that goes there, which has its name, icon and keys."""
    stands_here: ClassVar[tuple[type[Record], ...]] = ()
    """For a place: the records that `show_record` can show."""

    status_changed = Signal()
    """What `status` says is something else now."""
    waiting_changed = Signal()
    """How many things wait here is something else now, though nothing was written."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._missed: Touched | None = EVERYTHING
        workspace.changed.connect(self._on_written)
        workspace.jobs.writing_changed.connect(self._on_writing_changed)

    @classmethod
    def title(cls, t: Translator) -> str:
        """Name the page."""
        return t(cls.shown_by.label) if cls.shown_by else ""

    @classmethod
    def icon(cls) -> str:
        """Return the name of its icon in `resources/icons`."""
        return cls.shown_by.icon if cls.shown_by else ""

    @property
    def waiting(self) -> int:
        """How many things wait here for a person; the rail says it."""
        return 0

    @property
    def words_at(self) -> int | None:
        """Where its column of words begins, in pixels from its leading edge; None where it has no such column."""
        return None

    def status(self) -> tuple[list[str], list[str]]:
        """Return the facts for the line at the bottom of the window, those at its beginning and those at its end."""
        return [], []

    def refresh(self, touched: Touched) -> None:
        """Show what the file says now; ``touched`` is what was written since this was last done."""

    def state(self) -> dict[str, Any]:
        """Return what a person would miss when the page is built again in another language."""
        return {}

    def restore(self, state: dict[str, Any]) -> None:
        """Take up what `state` gave."""

    def flush(self) -> None:
        """Save whatever is typed and still waits to be saved."""

    def go_find(self) -> None:
        """Go to the field to find words."""

    def show_record(self, record_id: UUID) -> None:
        """Show a record where it stands, and select it."""

    def catch_up(self) -> None:
        """Refresh now if something was written since this was last done; not while nothing can be read."""
        if self._missed is not None and self._workspace.is_readable:
            missed, self._missed = self._missed, None
            try:
                self.refresh(missed)
            except NotSaved:  # another window has the file for itself just now
                self._missed = missed
                raise

    def read_again(self) -> None:
        """Refresh for another reason than that something was written."""
        self._miss(EVERYTHING)

    def be_fresh(self) -> None:
        """Take what is shown for what the file says now: it has just been read for another reason."""
        self._missed = None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.catch_up()

    def _on_written(self, touched: Touched) -> None:
        if touched.concerns(*self.kinds):
            self._miss(touched)

    def _miss(self, touched: Touched) -> None:
        self._missed = touched if self._missed is None else self._missed | touched
        if self.isVisible():
            self.catch_up()

    def _on_writing_changed(self) -> None:
        if self.isVisible():
            self.catch_up()
