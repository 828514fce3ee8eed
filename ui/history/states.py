"""The states of a record, newest first, under the days on which they came about."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget

from consultation.reading.history import PastState
from consultation.words import author_name
from ui.actions import anywhere
from ui.keys import pressed
from ui.widgets.two_lines import TwoLines, row, row_heading
from ui.workspace import Workspace

PLACE = Qt.ItemDataRole.UserRole


class StatesList(QListWidget):
    """Says `chosen` with the place of a state, from 0, and `restore_asked`."""

    chosen = Signal(int)
    restore_asked = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.setItemDelegate(TwoLines(workspace.theme, self, strong=True))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(workspace.t("States, newest first"))
        self.currentItemChanged.connect(self._on_current_changed)
        workspace.theme.changed.connect(self.scheduleDelayedItemsLayout)

    def show_states(self, states: Sequence[PastState], title: Callable[[PastState], str], place: int) -> None:
        """Show states and choose the one at ``place``; ``title`` says what a change did."""
        t = self._workspace.t
        self.blockSignals(True)
        self.clear()
        day = None
        for number, state in enumerate(states):
            when = state.change.when.astimezone()
            if when.date() != day:
                day = when.date()
                self.addItem(row_heading(t.day(day)))
            item = row(title(state), self._below(state), trailing=t.time(when))
            item.setData(PLACE, number)
            self.addItem(item)
        self.blockSignals(False)
        self.choose(place)

    def choose(self, place: int) -> None:
        """Choose a state by its place."""
        for number in range(self.count()):
            if self.item(number).data(PLACE) == place:
                self.setCurrentRow(number)
                self.chosen.emit(place)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if pressed(event, anywhere.RESTORE):
            self.restore_asked.emit()
        elif event.text() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _below(self, state: PastState) -> str:
        t = self._workspace.t
        who = author_name(t, state.change.author_name)
        parts = [who[:1].upper() + who[1:]]
        if state.file:
            parts.append(t("from {files}").format(files=state.file))
        if state.is_now:
            parts.append(t("as it is here now"))
        return " · ".join(parts)

    def _on_current_changed(self) -> None:
        item = self.currentItem()
        if item is not None and item.data(PLACE) is not None:
            self.chosen.emit(item.data(PLACE))
