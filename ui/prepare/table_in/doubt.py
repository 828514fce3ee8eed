"""What is to be said of the row at hand: why it is doubtful, and what a person makes of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from consultation.exchange.matched import Answer, RowPreview, Standing
from ui.actions import Action, preparing
from ui.keys import shown
from ui.look.folds import px
from ui.widgets.keyed_button import KeyedButton
from ui.widgets.one_of import OneOf
from ui.widgets.words import caption
from ui.workspace import Workspace

WIDE = 440


class Doubt(QWidget):
    """The reasons, and below them what the row may be; nothing is chosen for a person."""

    answered = Signal(object)
    """An `Answer`, the id of the record that the row is about, or None."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        t = self._t = workspace.t
        self._workspace = workspace
        self.reasons, self.answers = caption("", "text"), OneOf(t("Not decided: the row is left out"))
        self.answers.setAccessibleName(t("What becomes of the row"))
        self.answers.setMinimumWidth(px(workspace.theme, WIDE) // 2)
        self.answers.setMaximumWidth(px(workspace.theme, WIDE))
        self.answers.picked.connect(self.answered)
        self._take = self._button(preparing.TAKE_ROW, Answer.TAKE)
        self._leave = self._button(preparing.LEAVE_ROW, Answer.LEAVE)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.answers, 1)
        line.addWidget(self._take)
        line.addWidget(self._leave)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.reasons)
        column.addLayout(line)

    def show_row(self, row: RowPreview | None, told: Sequence[str], answer: Answer | UUID | None) -> None:
        """Show what is ``told`` of a row; where it is or was doubtful, with the ``answer`` that was given."""
        is_asked = row is not None and (row.standing is Standing.DOUBTFUL or answer is not None)
        self.reasons.setText("\n".join(told))
        self.reasons.setVisible(bool(told))
        for part in (self.answers, self._leave):
            part.setVisible(is_asked)
        self._take.setVisible(is_asked and row is not None and row.can_be_taken)
        if row is not None and is_asked:
            self.answers.offer(self._choices(row))
            self.answers.show_value(answer)

    def _button(self, action: Action, answer: Answer) -> KeyedButton:
        theme, say = self._workspace.theme, partial(self.answered.emit, answer)
        return KeyedButton(theme, self._t(action.label), shown(action), say, look="quiet")

    def _choices(self, row: RowPreview) -> list[tuple[Any, str]]:
        t = self._t
        choices: list[tuple[Any, str]] = []
        if row.can_be_taken:
            choices.append((Answer.TAKE, t("Take it in")))
            choices += [(each.record, t("It is {name}").format(name=each.name)) for each in row.alike]
        return [*choices, (Answer.LEAVE, t("Leave it out"))]
