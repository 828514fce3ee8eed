"""A list from which one of some values is chosen, or none of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Signal

from ui.widgets.fields import Choice


class OneOf(Choice):
    """One of some values, or none of them."""

    picked = Signal(object)
    """A value, or None; said when a person chooses."""

    def __init__(self, none: str = "–") -> None:
        super().__init__()
        self._none = none
        self.values: list[Any] = [None]
        """What is offered, in the order of the list; kept here, for Qt would make plain words of an enumeration."""
        self.addItem(none)
        self.activated.connect(lambda place: self.picked.emit(self.values[place]))

    @property
    def value(self) -> Any:
        """The value that is shown."""
        return self.values[max(self.currentIndex(), 0)]

    def offer(self, choices: Iterable[tuple[Any, str]]) -> None:
        """Offer these values with their words, and none first."""
        chosen = self.value
        offered = [(None, self._none), *choices]
        self.values = [value for value, _ in offered]
        self.clear()
        self.addItems([words for _, words in offered])
        self.show_value(chosen)

    def show_value(self, value: Any) -> None:
        """Show the value that is stored."""
        self.setCurrentIndex(self.values.index(value) if value in self.values else 0)
