"""A list of which one row is selected, and where a key takes the selected one off."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from ui.actions import Action
from ui.keys import pressed


class ChosenList(QListWidget):
    """Rows to choose from; only what is seen to be selected is taken off."""

    take_off_asked = Signal()

    def __init__(self, take_off: Action) -> None:
        super().__init__()
        self._take_off = take_off
        self.setMouseTracking(True)

    @property
    def chosen(self) -> QListWidgetItem | None:
        """The row that is selected; Qt may have another as its current one, which nobody sees."""
        return next(iter(self.selectedItems()), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed(event, self._take_off):
            super().keyPressEvent(event)
        elif self.chosen is not None:
            self.take_off_asked.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason and self.chosen is None:
            self.setCurrentItem(self.currentItem() or self.item(0))
