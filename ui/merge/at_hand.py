"""What is at hand of the queue, on the page for its kind: a conflict, what may be the same, what is incomplete."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from consultation.deciding.alike import Alike
from consultation.deciding.desk import Desk, Lacking, Part, lacking_among
from consultation.deciding.questions import Question, Waiting, question
from consultation.deciding.saying import PARTS
from ui.merge.alike_page import AlikePage
from ui.merge.mend_page import MendPage
from ui.merge.question_page import QuestionPage
from ui.merge.row_words import Row
from ui.workspace import Workspace


class AtHand(QStackedWidget):
    """Shows one row of the queue in full."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.row: Row | None = None
        self.question: Question | None = None
        """The conflict, where it is one."""
        self._blank = QWidget()
        self.page, self.alike, self.mend = QuestionPage(workspace), AlikePage(workspace), MendPage(workspace)
        for page in (self._blank, self.page, self.alike, self.mend):
            self.addWidget(page)

    def holds(self, kind: type[Row]) -> bool:
        """Tell whether what is at hand is of a kind."""
        return isinstance(self.row, kind)

    def show_row(self, row: Row | None, part: Part | None, place: int, desk: Desk) -> None:
        """Show a row, which stands at a ``place`` of a part of the queue, from 0; None for nothing."""
        self.row, self.question = row, None
        t, store = self._workspace.t, self._workspace.store
        which = t("Conflict {number} of {all}") if isinstance(row, Waiting) else t("{part} {number} of {all}")
        said = which.format(
            part=t(PARTS[part]) if part is not None else "",
            number=t.number(place + 1),
            all=t.number(len(desk.rows(part)) if part is not None else 0),
        )
        match row:
            case Waiting():
                self.question = question(store, row, t)
                if self.question is not None:
                    self.page.show_question(self.question, said)
                    self.setCurrentWidget(self.page)
            case Alike():
                self.alike.show_alike(row, said, len(desk.asked.identical))
                self.setCurrentWidget(self.alike)
            case Lacking():
                now = next(iter(lacking_among(store, {row.record.id})), Lacking(row.record, ()))
                self.mend.show_lacking(now, said)
                self.setCurrentWidget(self.mend)
            case _:
                self.setCurrentWidget(self._blank)

    def choose(self, number: int) -> None:
        """Keep the answer of a number, from 0, or let the one of that number lead."""
        if self.holds(Waiting):
            self.page.choose(number)
        elif self.holds(Alike):
            self.alike.let_lead(number)

    def write_wording(self) -> None:
        """Offer to write another wording, or words for all."""
        if self.holds(Waiting):
            self.page.write_wording()
        elif self.holds(Alike):
            self.alike.write_wording()

    def take_keyboard(self) -> None:
        """Go to what can be filled in, where there is something."""
        if self.holds(Lacking):
            self.mend.take_keyboard()
