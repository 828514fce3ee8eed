"""What the clause at hand waits for, each with the means to mend it there: the first part of the peek."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from consultation.language import translator
from consultation.reading.needs import Need, Needs
from consultation.reading.passages import Declaration, ItemText, ParagraphText
from ui.declaration.conflict_mend import ConflictMend, question_about
from ui.declaration.needs_list import said_of
from ui.declaration.opposites_mend import OppositesMend
from ui.declaration.strand_mend import StrandMend
from ui.declaration.translation_mend import TranslationMend
from ui.look.marks import GapDot
from ui.widgets.rows import clear
from ui.widgets.words import rule, words
from ui.workspace import Workspace

Mend = ConflictMend | TranslationMend | OppositesMend | StrandMend


class Mending(QWidget):
    """Shown only where the clause waits for something that can be mended beside it."""

    mended = Signal()
    """The clause waits for one thing less."""
    wording_chosen = Signal(object)
    """The words of this recommendation were chosen: what comes from it is to say them."""
    passage_asked = Signal(object)
    left_out = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.mends: list[Mend] = []
        self._shown: tuple[object, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_passage(
        self, passage: ParagraphText | ItemText | None, needs: Needs, standing: Declaration | None
    ) -> None:
        """Show what a passage waits for; where that is shown already it stays, for somebody may be writing in it."""
        waiting = needs.of(passage.id) if passage is not None else ()
        shown = (passage, waiting, standing.language if standing is not None else "")
        if shown == self._shown:
            return
        self._shown, self.mends = shown, []
        clear(self._column)
        if passage is not None and standing is not None:
            for need in waiting:
                for mend in self._mends(need, passage, needs, standing):
                    self._add(need, mend)
        if self.mends:
            self._column.addWidget(rule())
        self.setVisible(bool(self.mends))

    def take_keyboard(self) -> bool:
        """Go to the first means to mend; tell whether there is one."""
        if self.mends:
            self.mends[0].take_keyboard()
        return bool(self.mends)

    def _mends(
        self, need: Need, passage: ParagraphText | ItemText, needs: Needs, standing: Declaration
    ) -> Iterator[Mend]:
        workspace = self._workspace
        if need is Need.CONFLICT:
            asked = question_about(workspace, passage)
            if asked is not None:
                conflict = ConflictMend(workspace, asked)
                conflict.done.connect(self._on_decided)
                yield conflict
        elif need in (Need.TRANSLATION, Need.STALE):
            translating = TranslationMend(workspace, passage, translator(standing.language))
            translating.done.connect(self.mended)
            yield translating
        elif need is Need.CONTRADICTS:
            others = [each for each in standing.passages if each.id in needs.against(passage.id)]
            opposed = OppositesMend(workspace, passage, others)
            opposed.passage_asked.connect(self.passage_asked)
            opposed.left_out.connect(self.left_out)
            yield opposed
        elif need is Need.STRAND:
            placing = StrandMend(workspace, passage)
            placing.done.connect(self.mended)
            yield placing

    def _add(self, need: Need, mend: Mend) -> None:
        t, tone = self._workspace.t, "conflict" if need is Need.CONFLICT else "incomplete"
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(GapDot(self._workspace.theme, tone))
        name = said_of(t, need)
        line.addWidget(words(name[:1].upper() + name[1:], tone=tone, strong=True, wrap=False))
        line.addStretch(1)
        holder = QWidget()
        holder.setLayout(line)
        line.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(holder)
        self._column.addWidget(mend)
        self.mends.append(mend)

    def _on_decided(self, recommendation: UUID | None) -> None:
        if recommendation is not None:
            self.wording_chosen.emit(recommendation)
        self.mended.emit()
