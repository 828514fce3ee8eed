"""A view of the place: a page that also says how many things are in it, and what stands in the head with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from consultation.exchange import Grid
from consultation.exchange.matched import Listing
from consultation.store import Store
from ui.page import Page
from ui.widgets.tab_order import follow_the_eye


class View(Page):
    """Base of the views; it is made when it is shown for the first time."""

    listings: ClassVar[tuple[Listing, ...]] = ()
    """What can be taken into it from anybody's table."""
    _head: QWidget | None = None
    record_asked = Signal(object)
    """The id of a record that stands in another view."""
    mend_asked = Signal(object, str, str)
    """The id of a record that stands in another view, the field in which it lacks something, and the language or ""."""
    first_asked = Signal(object)
    """The first record of this kind is to be made, in another view."""
    table_asked = Signal(object, bool)
    """A table of this `Listing` is to be taken in; from the clipboard, where one is there."""

    @classmethod
    def how_many(cls, store: Store) -> int:
        """Count what is in it, for its tab; 0 shows nothing."""
        return 0

    def stand_below(self, head: QWidget) -> None:
        """Be below the head of the place, in which its `head_actions` stand."""
        self._head = head

    def catch_up(self) -> None:
        """Refresh if need be; then Tab goes through what is there now as the eye does."""
        super().catch_up()
        self.order_tabs()

    def order_tabs(self) -> None:
        """Have Tab go through the head and then this page as the eye does; to be told when parts were made anew."""
        follow_the_eye(*([self._head] if self._head else []), self)

    def completing(self) -> Callable[[Grid], Grid]:
        """Return what says in a table, off the GUI thread, what only this view knows: of which vocabulary terms are."""
        return lambda grid: grid

    def go_to_field(self, field: str, language: str) -> None:
        """Take the keyboard to a field of the record that was shown last, in this language where words lack in it."""

    def head_actions(self) -> list[QWidget]:
        """Return what stands at the trailing edge of the head while it is shown."""
        return []
