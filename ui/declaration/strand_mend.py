"""A passage across the strands: choosing the strand of the recommendations it comes from."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from consultation.language import in_language
from consultation.model import KnownVocabulary, Recommendation
from consultation.reading.passages import ItemText, ParagraphText
from ui.widgets.buttons import button
from ui.widgets.flow import Flow
from ui.workspace import Workspace


class StrandMend(QWidget):
    """Says `done` once it is saved; drafting again moves the passage."""

    done = Signal()

    def __init__(self, workspace: Workspace, passage: ParagraphText | ItemText) -> None:
        super().__init__()
        self._workspace, self._passage = workspace, passage
        line = Flow(self, 6)
        self.strands = []
        for term in workspace.store.terms(KnownVocabulary.STRAND):
            name = in_language(term.label, workspace.t.language)
            choose = button(workspace.theme, name, partial(self._choose, term.id))
            line.addWidget(choose)
            self.strands.append(choose)

    def take_keyboard(self) -> None:
        """Go to the first strand."""
        if self.strands:
            self.strands[0].setFocus()

    def _choose(self, strand: UUID) -> None:
        workspace = self._workspace
        with workspace.together() as step:
            for source in workspace.store.those(Recommendation, self._passage.own_sources).values():
                chosen = source.chosen(KnownVocabulary.STRAND) or [strand]
                workspace.change(source, terms={**source.terms, KnownVocabulary.STRAND: list(chosen)})
            step.name = workspace.t("It has a strand; “Draft again” puts it there.")
        if step.done:
            self.done.emit()
