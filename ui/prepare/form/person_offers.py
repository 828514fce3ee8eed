"""Offers people of the file under a line: with their organisation, for two may have one name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit

from consultation.reading.picking import PeopleToPick, Pick
from ui.widgets.completion import Completion
from ui.widgets.offer import Offer, Row
from ui.workspace import Workspace

OFFERED = 12
"""More people than these are found by typing on."""


class PersonOffers(QObject):
    """Says `picked` with a `Pick`. Any other words may stand in the line: a name alone is nobody of the file."""

    picked = Signal(object)

    def __init__(self, workspace: Workspace, line: QLineEdit) -> None:
        super().__init__(line)
        self._workspace = workspace
        self._people: PeopleToPick | None = None
        Completion(workspace.theme, line, self._rows, free=True).chosen.connect(self.picked)

    def forget(self) -> None:
        """Read the people again when they are asked for next."""
        self._people = None

    def _rows(self, typed: str) -> Sequence[Row]:
        if self._people is None:
            self._people = PeopleToPick(self._workspace.store)
        return [_offer(pick) for pick in self._people.find(typed, OFFERED)]


def _offer(pick: Pick) -> Offer:
    return Offer(pick, pick.name, pick.belongs)
