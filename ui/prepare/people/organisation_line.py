"""Of which organisation somebody is: a line that completes those of the file. A new one comes from its own row only."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction

from consultation.reading.finding import asked_words, begins_all, known_words
from consultation.reading.people import plain
from consultation.reading.people_list import House, Organisations
from ui.look.icons import set_icon
from ui.widgets.completion import Completion
from ui.widgets.fields import SavedLine
from ui.widgets.offer import Offer, Row
from ui.workspace import Workspace

OFFERED = 40
"""More organisations than these are found by typing."""


@dataclass(frozen=True)
class NewOrganisation:
    """What is typed is the name of an organisation that is not in the file yet."""

    name: str


class OrganisationLine(SavedLine):
    """Says `taken` with a `House` or None and the words; words that are those of an organisation are that one."""

    taken = Signal(object, str)
    new_asked = Signal(str)
    """The name of an organisation, from the row that makes it."""

    def __init__(self, workspace: Workspace, organisations: Callable[[], Organisations]) -> None:
        super().__init__()
        self._t, self._organisations = workspace.t, organisations
        self._list = Completion(workspace.theme, self, self._rows)
        self._list.chosen.connect(self._on_row_taken)
        self.edited.connect(self._on_edited)
        every = QAction(self)
        every.setToolTip(self._t("Show every organisation"))
        every.triggered.connect(self._open)
        set_icon(every, workspace.theme, "chevron-down", "muted")
        self.addAction(every, SavedLine.ActionPosition.TrailingPosition)

    def flush(self) -> None:
        """Save what is typed, unless a row of the list is about to be taken."""
        if not self._list.is_open:
            super().flush()

    def _open(self) -> None:
        self.setFocus()
        self._list.open()

    def _rows(self, typed: str) -> Sequence[Row]:
        asked, there = asked_words(typed), self._organisations()
        houses = [
            house for house in there.houses.values() if begins_all(known_words(house.name, house.territory), asked)
        ]
        houses.sort(key=lambda house: plain(house.name))
        rows: list[Row] = [Offer(house, house.name, house.territory) for house in houses[:OFFERED]]
        name = " ".join(typed.split())
        if name and there.called(name) is None:
            words = self._t("New organisation “{name}”").format(name=name)
            rows += [None] if rows else []
            rows.append(Offer(NewOrganisation(name), words, icon="plus", tone="accent", marked=False))
        return rows

    def _on_row_taken(self, key: object) -> None:
        if isinstance(key, NewOrganisation):
            self.new_asked.emit(key.name)
        elif isinstance(key, House):
            self.show_text(key.name, force=True)
            self.taken.emit(key, key.name)

    def _on_edited(self, text: str) -> None:
        said = " ".join(text.split())
        self.taken.emit(self._organisations().called(said), said)
