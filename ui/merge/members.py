"""Recommendations that may be the same, side by side, of which one is at hand and one leads."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from consultation.deciding.cards import Card
from consultation.deciding.ideas import Ideas
from ui.look.folds import px
from ui.merge.member_card import KEYS, MemberCard
from ui.widgets.buttons import quiet_button
from ui.widgets.rows import clear
from ui.workspace import Workspace

BESIDE, NARROWEST, GAP = 3, 264, 12
"""Cards in one row where there is room; the least width of one, and what lies between two, in pixels of the design."""
MOST = 12
"""Cards that are shown at once; a text that five hundred rooms copied does not need five hundred."""


class Members(QWidget):
    """Says `lead_asked` with the recommendation that is to lead."""

    lead_asked = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._shown: tuple[Card, Ideas] | None = None
        self._most = MOST
        self._place = 0
        self._marks: tuple[UUID | None, Collection[UUID]] = (None, ())
        self.cards: list[MemberCard] = []
        self._grid = QGridLayout()
        self._grid.setSpacing(GAP)
        self._more = quiet_button(workspace.theme, "", self._on_more, "chevron-down")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._grid)
        column.addWidget(self._more)

    @property
    def at_hand(self) -> UUID | None:
        """The recommendation whose card is at hand."""
        return self.cards[self._place].id if self.cards else None

    def show_card(self, card: Card, ideas: Ideas, at_hand: UUID | None = None) -> None:
        """Show recommendations; the first card, or that of ``at_hand``, is at hand."""
        self._shown, self._most = (card, ideas), MOST
        self._make()
        ids = [each.id for each in self.cards]
        self._place = ids.index(at_hand) if at_hand in ids else 0

    def mark(self, lead: UUID | None, aside: Collection[UUID]) -> None:
        """Show which one leads, if any is to, and which are left aside."""
        self._marks = (lead, aside)
        for place, card in enumerate(self.cards):
            card.show_place(at_hand=place == self._place, leads=card.id == lead, aside=card.id in aside)
            card.lead.setVisible(lead is not None and card.id not in aside)
            card.key.setVisible(lead is not None and place < KEYS)

    def step(self, by: int) -> MemberCard | None:
        """Take the next card in hand, or the one before, and return it."""
        if not self.cards:
            return None
        self._place = min(max(self._place + by, 0), len(self.cards) - 1)
        self.mark(*self._marks)
        return self.cards[self._place]

    def lay(self, width: int) -> None:
        """Lay the cards side by side, as many in a row as there is room for in ``width``."""
        narrowest = px(self._workspace.theme, NARROWEST)
        beside = max(min(BESIDE, len(self.cards), (width + GAP) // (narrowest + GAP)), 1)
        if beside == 3 and len(self.cards) == 4:
            beside = 2
        for place in range(BESIDE):
            self._grid.setColumnStretch(place, int(place < beside))
        for number, card in enumerate(self.cards):
            self._grid.addWidget(card, number // beside, number % beside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay(self.width())

    def _make(self) -> None:
        if self._shown is None:
            return
        clear(self._grid)
        card, ideas = self._shown
        size = "read" if len(card.members) <= BESIDE else "said"
        shown = card.members[: self._most]
        self.cards = [
            MemberCard(self._workspace, member, ideas.parts.get(member.recommendation.id, ()), number, size)
            for number, member in enumerate(shown, start=1)
        ]
        for place, made in enumerate(self.cards):
            made.pressed.connect(lambda place=place: self.step(place - self._place))
            made.lead_asked.connect(lambda made=made: self.lead_asked.emit(made.id))
        left = len(card.members) - len(shown)
        self._more.setVisible(bool(left))
        self._more.show_words(self._workspace.t.plural("Show {count} more", "Show {count} more", left))
        self.lay(self.width())

    def _on_more(self) -> None:
        at_hand, self._most = self._place, self._most * 4
        self._make()
        self._place = at_hand
        self.mark(*self._marks)
