"""Fields to choose in: one of some, any of some, terms of any vocabulary, yes or no."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from consultation.model import Record, Tagged
from consultation.reading.vocabularies import NamedTerms
from ui.widgets.chip_field import ChipField
from ui.widgets.fields import Choice, Field, Tick
from ui.workspace import Workspace

Offered = Sequence[tuple[Any, str]]
"""What can be chosen: the value, and its words."""


class Choosing(QWidget):
    """A field in which nothing waits: what is chosen is saved at once."""

    def __init__(self, workspace: Workspace, content: QWidget) -> None:
        super().__init__()
        self._workspace = workspace
        self._record: Record | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(content)

    def flush(self) -> None:
        """Do nothing: nothing waits to be saved."""

    def leave(self) -> None:
        """Forget the record."""
        self._record = None

    def save(self, **values: Any) -> None:
        """Save what was chosen."""
        if self._record is not None:
            self._workspace.change(self._record, **values)


class Chosen(Choosing):
    """One of several values."""

    def __init__(self, workspace: Workspace, label: str, name: str, offered: Offered = ()) -> None:
        """Choose the value of the field ``name``; ``label`` stands above it."""
        self.box = Choice()
        super().__init__(workspace, Field(label, self.box))
        self._name = name
        self._values: list[Any] = []
        self.setFocusProxy(self.box)
        self.offer(offered)
        self.box.activated.connect(self._on_activated)

    def offer(self, offered: Offered) -> None:
        """Offer these."""
        self._values = [value for value, _ in offered]
        self.box.clear()
        self.box.addItems([words for _, words in offered])

    def show_record(self, record: Record) -> None:
        """Show what a record holds."""
        self._record = record
        held = getattr(record, self._name)
        self.box.setCurrentIndex(self._values.index(held) if held in self._values else -1)

    def _on_activated(self, place: int) -> None:
        if self._record is not None and getattr(self._record, self._name) != self._values[place]:
            self.save(**{self._name: self._values[place]})


class ManyChosen(Choosing):
    """Any of several values, as chips."""

    def __init__(self, workspace: Workspace, label: str, name: str, offered: Offered = ()) -> None:
        self.chips = ChipField(workspace.theme, workspace.t, label)
        super().__init__(workspace, Field(label, self.chips))
        self._name = name
        self.chips.offer(offered)
        self.chips.chosen.connect(lambda values: self.save(**{self._name: values}))

    def offer(self, offered: Offered) -> None:
        """Offer these."""
        self.chips.offer(offered)

    def show_record(self, record: Record) -> None:
        """Show what a record holds."""
        self._record = record
        self.chips.tick(getattr(record, self._name))


class TermsChosen(Choosing):
    """Terms of every vocabulary, as chips in one field."""

    def __init__(self, workspace: Workspace, label: str, vocabularies: dict[str, NamedTerms]) -> None:
        """Offer the terms of ``vocabularies``, by their keys; terms that can no longer be chosen are shown."""
        self.chips = ChipField(workspace.theme, workspace.t, label)
        super().__init__(workspace, Field(label, self.chips))
        self._vocabulary_of: dict[UUID, str] = {
            term: key for key, terms in vocabularies.items() for term, _ in (*terms.offered, *terms.kept)
        }
        self.chips.offer(
            [pair for terms in vocabularies.values() for pair in terms.offered],
            [pair for terms in vocabularies.values() for pair in terms.kept],
        )
        self.chips.chosen.connect(self._on_chosen)

    def show_record(self, record: Record) -> None:
        """Show the terms of a record."""
        self._record = record
        held = record.terms.values() if isinstance(record, Tagged) else ()
        self.chips.tick([term for terms in held for term in terms])

    def _on_chosen(self, chosen: list[UUID]) -> None:
        """Store what is chosen, and keep terms that are not known here."""
        if not isinstance(self._record, Tagged):
            return
        fresh = self._workspace.store.get(type(self._record), self._record.id)
        made = {key: [term for term in terms if term not in self._vocabulary_of] for key, terms in fresh.terms.items()}
        for term in chosen:
            if term in self._vocabulary_of:
                made.setdefault(self._vocabulary_of[term], []).append(term)
        self.save(terms={key: terms for key, terms in made.items() if terms})


class Ticked(Choosing):
    """Yes or no."""

    def __init__(self, workspace: Workspace, label: str, name: str) -> None:
        self.box = Tick(label)
        super().__init__(workspace, self.box)
        self._name = name
        self.setFocusProxy(self.box)
        self.box.clicked.connect(lambda ticked: self.save(**{self._name: ticked}))

    def show_record(self, record: Record) -> None:
        """Show what a record holds."""
        self._record = record
        self.box.setChecked(bool(getattr(record, self._name)))
