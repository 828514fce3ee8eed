"""Fields to choose in: one of some, any of some, yes or no."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from consultation.model import Record
from ui.prepare.form.entry import Entry
from ui.widgets.chip_field import ChipField
from ui.widgets.fields import Choice, Field, Tick
from ui.workspace import Workspace

Offered = Sequence[tuple[Any, str]]
"""What can be chosen: the value, and its words."""


class Chosen(Entry):
    """One of several values."""

    def __init__(self, workspace: Workspace, label: str, name: str, offered: Offered = ()) -> None:
        """Choose the value of the field ``name``; ``label`` stands above it."""
        super().__init__(workspace)
        self._name = name
        self._record: Record | None = None
        self.box = Choice()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Field(label, self.box))
        self.setFocusProxy(self.box)
        self._values: list[Any] = []
        self.offer(offered)
        self.box.activated.connect(self._on_activated)

    def offer(self, offered: Offered) -> None:
        """Offer these."""
        self._values = [value for value, _ in offered]
        self.box.clear()
        self.box.addItems([words for _, words in offered])

    def show_record(self, record: Record) -> None:
        self._record = record
        held = getattr(record, self._name)
        self.box.setCurrentIndex(self._values.index(held) if held in self._values else -1)

    def _on_activated(self, place: int) -> None:
        if self._record is not None and getattr(self._record, self._name) != self._values[place]:
            self._workspace.change(self._record, **{self._name: self._values[place]})


class ManyChosen(Entry):
    """Any of several values, as chips."""

    def __init__(self, workspace: Workspace, label: str, name: str, offered: Offered = ()) -> None:
        super().__init__(workspace)
        self._name = name
        self._record: Record | None = None
        self.chips = ChipField(workspace.theme, workspace.t, label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Field(label, self.chips))
        self.chips.offer(offered)
        self.chips.chosen.connect(self._on_chosen)

    def offer(self, offered: Offered) -> None:
        """Offer these."""
        self.chips.offer(offered)

    def show_record(self, record: Record) -> None:
        self._record = record
        self.chips.tick(getattr(record, self._name))

    def _on_chosen(self, values: list[Any]) -> None:
        if self._record is not None:
            self._workspace.change(self._record, **{self._name: values})


class Ticked(Entry):
    """Yes or no."""

    def __init__(self, workspace: Workspace, label: str, name: str) -> None:
        super().__init__(workspace)
        self._name = name
        self._record: Record | None = None
        self.box = Tick(label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)
        self.setFocusProxy(self.box)
        self.box.clicked.connect(self._on_clicked)

    def show_record(self, record: Record) -> None:
        self._record = record
        self.box.setChecked(bool(getattr(record, self._name)))

    def _on_clicked(self, ticked: bool) -> None:
        if self._record is not None:
            self._workspace.change(self._record, **{self._name: ticked})
