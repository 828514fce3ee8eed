"""What is to be said of the row at hand: why it is doubtful, and what a person makes of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from consultation.exchange.matched import Answer, RowPreview, Standing
from consultation.language import Translator
from ui.widgets.one_of import OneOf
from ui.widgets.words import caption


class Doubt(QWidget):
    """The reasons, and below them what the row may be; nothing is chosen for a person."""

    answered = Signal(object)
    """An `Answer`, the id of the record that the row is about, or None."""

    def __init__(self, t: Translator) -> None:
        super().__init__()
        self._t = t
        self.reasons, self.answers = caption("", "text"), OneOf(t("Not decided: the row is left out"))
        self.answers.setAccessibleName(t("What becomes of the row"))
        self.answers.picked.connect(self.answered)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.reasons)
        column.addWidget(self.answers)

    def show_row(self, row: RowPreview | None, told: Sequence[str], answer: Answer | UUID | None) -> None:
        """Show what is ``told`` of a row; where it is or was doubtful, with the ``answer`` that was given."""
        is_asked = row is not None and (row.standing is Standing.DOUBTFUL or answer is not None)
        self.reasons.setText("\n".join(told))
        self.reasons.setVisible(bool(told))
        self.answers.setVisible(is_asked)
        if row is not None and is_asked:
            self.answers.offer(self._choices(row))
            self.answers.show_value(answer)

    def _choices(self, row: RowPreview) -> list[tuple[Any, str]]:
        t = self._t
        choices: list[tuple[Any, str]] = []
        if row.can_be_taken:
            choices.append((Answer.TAKE, t("Take it in")))
            choices += [(each.record, t("It is {name}").format(name=each.name)) for each in row.alike]
        return [*choices, (Answer.LEAVE, t("Leave it out"))]
