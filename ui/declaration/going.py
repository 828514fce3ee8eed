"""Going about in the declaration: from one thing that waits to the next, and from what is around the text into it."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from PySide6.QtCore import QObject

from consultation.reading.needs import Need, Needs
from ui.declaration.head import TEXT, TWO, UNUSED, DeclarationHead
from ui.declaration.spread import Spread


class Going(QObject):
    """Chooses views and clauses; `show_needs` says what waits."""

    def __init__(self, head: DeclarationHead, spread: Spread, parent: QObject) -> None:
        super().__init__(parent)
        self._head, self._spread = head, spread
        self._needs, self._order = Needs({}), list[UUID]()
        spread.page.coverage.asked.connect(self.show_unused)
        spread.page.coverage.wording_asked.connect(self.show_wordings)
        spread.side.needs.asked.connect(self.go_on)
        spread.unused.passage_asked.connect(self.go_to)
        spread.peek.passage_asked.connect(self.go_to)
        spread.peek.mending.passage_asked.connect(self.go_to)
        spread.peek.mending.mended.connect(self._on_mended)
        for outline in (spread.side.outline, head.outline):
            outline.asked.connect(self._on_section_asked)

    def show_needs(self, needs: Needs, order: Iterable[UUID]) -> None:
        """Go by what waits for a person now, in the order of the text."""
        self._needs, self._order = needs, list(order)

    def go_to(self, clause: UUID) -> None:
        """Show a clause where it stands, and have it at hand."""
        self._head.choose(TEXT)
        self._spread.text.choose(clause)
        self._spread.text.setFocus()

    def go_on(self, need: Need | None = None) -> None:
        """Go to the next thing that waits, for one need or for any; from the last, to the first."""
        if self._spread.view == TWO:
            self._spread.two.go_on()
        elif need is Need.WORDING:
            self.show_wordings()
        elif not (self._spread.view == UNUSED and self._spread.unused.go_on()):
            self._go_on_in_text(need)

    def mend(self, clause: UUID) -> None:
        """Go to a clause, and to what mends it."""
        self.go_to(clause)
        self._spread.mend()

    def show_view(self, name: str) -> None:
        """Show a view, and give it the keyboard."""
        self._head.choose(name)
        self._spread.take_keyboard()

    def show_wordings(self) -> None:
        """Show the recommendations that need a wording, and go to the first field."""
        self._head.choose(UNUSED)
        self._spread.unused.show_wordings()

    def show_unused(self) -> None:
        """Show what is not in the text."""
        self.show_view(UNUSED)

    def _go_on_in_text(self, need: Need | None) -> None:
        text, order = self._spread.text, self._order
        at = text.row.id if text.row and self._spread.view == TEXT else None
        clause = self._needs.after(at, order, need)
        is_round = at in order and clause is not None and order.index(clause) <= order.index(at)
        if self._needs.wording and need is None and (clause is None or is_round):
            self.show_wordings()
        elif clause is not None:
            self.mend(clause)

    def _on_mended(self) -> None:
        """Go on to the next, once the clause at hand waits for nothing any more."""
        row = self._spread.text.row
        if row is not None and row.id and not self._needs.of(row.id):
            self.go_on()

    def _on_section_asked(self, first: UUID) -> None:
        self._head.choose(TEXT)
        self._spread.text.choose(first)
