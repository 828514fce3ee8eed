"""What drafting proposes in place of a clause that a person has edited, and the way back to it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from consultation.reading.parts import Parts
from ui.declaration.rows import TextRow
from ui.widgets.buttons import button
from ui.widgets.cards import Card
from ui.widgets.words import section, words
from ui.workspace import Workspace


class ProposalCard(Card):
    """Shown only where the clause at hand says something else than drafting proposes."""

    taken = Signal(object)
    """The `Parts` that are taken."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._proposed: Parts | None = None
        self._build()
        self.show_row(None)

    @property
    def text(self) -> str:
        """The wording that is proposed."""
        return self._text.text()

    def show_row(self, row: TextRow | None) -> None:
        """Show what is proposed for a clause, if a person has edited it."""
        self._proposed = row.passage.proposed if row and row.passage else None
        self._text.setText(self._proposed.text if self._proposed else "")
        self.setVisible(self._proposed is not None)

    def take(self) -> None:
        """Take the wording that is proposed."""
        if self._proposed is not None:
            self.taken.emit(self._proposed)

    def _build(self) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        self.column.setContentsMargins(12, 12, 12, 12)
        self._text = words(size="said")
        self.column.addWidget(section(t("This clause has been edited. Drafting now proposes:")))
        self.column.addWidget(self._text)
        line = QHBoxLayout()
        line.addWidget(button(theme, t("Take this wording"), self.take, "undo-2"))
        line.addStretch(1)
        self.column.addLayout(line)
