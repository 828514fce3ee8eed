"""Completes what is typed in a line from a list that opens under it; the keyboard stays in the line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from ui.look.theme import Theme
from ui.widgets.offer import Row
from ui.widgets.offer_list import OfferList, spot_under


class Completion(QObject):
    """Opens while somebody types, and at the down arrow; Enter takes the row that is current, Tab leaves."""

    chosen = Signal(object)
    """The key of the row that was taken."""

    def __init__(
        self, theme: Theme, line: QLineEdit, offers: Callable[[str], Sequence[Row]], free: bool = False
    ) -> None:
        """Complete in ``line`` with the rows that ``offers`` gives for what is typed.

        Where any words may stand in the line (``free``), no row is current until an arrow leads to it.
        """
        super().__init__(line)
        self._theme, self._line, self._offers, self._free = theme, line, offers, free
        self._list: OfferList | None = None
        line.textEdited.connect(self._on_edited)
        line.installEventFilter(self)

    @property
    def is_open(self) -> bool:
        """Something is offered."""
        return self._list is not None and self._list.is_open

    @property
    def current(self) -> Any:
        """The key of the row that Enter would take, or None."""
        offer = self._list.rows.current if self._list is not None and self._list.is_open else None
        return offer.key if offer is not None else None

    def open(self, typed: str = "") -> None:
        """Offer what fits ``typed``; by default everything."""
        rows = self._offers(typed)
        offered = self._offered()
        offered.open_over(self._line, spot_under(self._line), rows, typed)
        if self._free:
            offered.rows.setCurrentRow(-1)

    def withdraw(self) -> None:
        """Offer nothing."""
        if self._list is not None:
            self._list.withdraw()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._steer(event)
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            self.withdraw()
        return super().eventFilter(watched, event)

    def _steer(self, event: QKeyEvent) -> bool:
        if self._list is None or not self._list.is_open:
            if event.key() == Qt.Key.Key_Down and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                self.open()
                return True
            return False
        takes = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Tab or (takes and self._list.rows.current is None):
            self.withdraw()
            return False
        return self._list.steer(event)

    def _offered(self) -> OfferList:
        if self._list is None or self._list.parentWidget() is not self._line.window():
            self._list = OfferList(self._theme, self._line.window())
            self._list.chosen.connect(self.chosen)
        return self._list

    def _on_edited(self, typed: str) -> None:
        if typed.strip():
            self.open(typed)
        else:
            self.withdraw()
