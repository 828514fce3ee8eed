"""A passage that asks for the opposite of others: what these say, the way to them, and leaving one of them out."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from consultation.reading.passages import ItemText, ParagraphText
from ui.actions import anywhere, declaring
from ui.declaration.rows import place_of
from ui.widgets.buttons import button, quiet_button
from ui.widgets.cards import Card
from ui.widgets.flow import Flow
from ui.widgets.words import said, words
from ui.workspace import Workspace


class OppositesMend(QWidget):
    """Shows the others, each with what can be done."""

    passage_asked = Signal(object)
    left_out = Signal(object)
    """The `Passage` that is to be left out."""

    def __init__(
        self, workspace: Workspace, passage: ParagraphText | ItemText, others: list[ParagraphText | ItemText]
    ) -> None:
        super().__init__()
        t, theme = workspace.t, workspace.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for other in others:
            card = Card()
            card.column.setContentsMargins(12, 10, 12, 12)
            card.column.setSpacing(4)
            number = place_of(other, t)
            card.column.addWidget(words(number, strong=True))
            card.column.addWidget(said(other.text, "quoted"))
            acts = QWidget()
            line = Flow(acts, 4)
            line.addWidget(
                quiet_button(
                    theme, t("Go to {number}").format(number=number), partial(self.passage_asked.emit, other.id)
                )
            )
            out = t("Leave {number} out").format(number=number)
            line.addWidget(quiet_button(theme, out, partial(self.left_out.emit, other), declaring.LEAVE_OUT.icon))
            card.column.addWidget(acts)
            column.addWidget(card)
        acts = QWidget()
        line = Flow(acts, 8)
        out = t("Leave {number} out").format(number=place_of(passage, t))
        self.leave = button(theme, out, partial(self.left_out.emit, passage), declaring.LEAVE_OUT.icon)
        self.decide = quiet_button(
            theme, t("Decide in Merge"), partial(workspace.place_asked.emit, anywhere.GO_MERGE), "git-merge"
        )
        line.addWidget(self.leave)
        line.addWidget(self.decide)
        column.addWidget(acts)

    def take_keyboard(self) -> None:
        """Go to the first thing that can be done."""
        self.leave.setFocus()
