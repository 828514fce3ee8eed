"""A column of source cards: the first ones at once, the rest when they are asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from consultation.model import Recommendation
from ui.declaration.source_card import SourceCard
from ui.widgets.buttons import quiet_button
from ui.workspace import Workspace

AT_ONCE = 20


class CardsList(QWidget):
    """Recommendations as cards."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._waiting: list[Recommendation] = []
        self._language = ""
        self._numbers: Mapping[UUID, int] = {}
        self.cards: list[SourceCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._more = quiet_button(workspace.theme, "", self.show_more, "chevron-down")
        self._column.addWidget(self._more)

    def show_cards(self, recommendations: Sequence[Recommendation], language: str, numbers: Mapping[UUID, int]) -> None:
        """Show these recommendations, with the ``numbers`` they have in it, beside a document in ``language``."""
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
        self._waiting, self._language, self._numbers = list(recommendations), language, numbers
        self.show_more()

    def show_more(self) -> None:
        """Show the next ones."""
        shown, self._waiting = self._waiting[:AT_ONCE], self._waiting[AT_ONCE:]
        for recommendation in shown:
            number = self._numbers[recommendation.id]
            card = SourceCard(self._workspace, recommendation, self._language, number)
            self._column.insertWidget(len(self.cards), card)
            self.cards.append(card)
        self._more.setVisible(bool(self._waiting))
        self._more.setText(
            self._workspace.t.plural("Show {count} more", "Show {count} more", min(len(self._waiting), AT_ONCE))
        )
