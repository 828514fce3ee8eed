"""A view of the place: a page that also says how many things are in it, and what stands in the head with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from consultation.store import Store
from ui.page import Page


class View(Page):
    """Base of the views; it is made when it is shown for the first time."""

    record_asked = Signal(object)
    """The id of a record that stands in another view."""

    @classmethod
    def how_many(cls, store: Store) -> int:
        """Count what is in it, for its tab; 0 shows nothing."""
        return 0

    def head_actions(self) -> list[QWidget]:
        """Return what stands at the trailing edge of the head while it is shown."""
        return []
