"""The queue of decisions: conflicts one after the other, by mouse or by keys, each of which can be undone."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedLayout

from consultation.deciding.questions import Question, questions
from consultation.model import KINDS
from ui import actions
from ui.keys import bind, bind_each
from ui.merge.question_list import QuestionList
from ui.merge.question_page import QuestionPage
from ui.page import Page
from ui.touched import Touched
from ui.widgets.buttons import main_button
from ui.widgets.cards import EmptyState
from ui.workspace import Workspace


class DecisionsPage(Page):
    """What there is to decide, and the question at hand."""

    kinds = tuple(KINDS.values())  # any record can be in conflict
    declaration_asked = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._decided = 0
        self._build()
        self._connect()

    @property
    def question(self) -> Question | None:
        """The question at hand."""
        place = self.list.place
        return self.list.questions[place] if 0 <= place < len(self.list.questions) else None

    def state(self) -> dict[str, Any]:
        """Return which question is at hand."""
        return {"key": self.question.key if self.question else None}

    def restore(self, state: dict[str, Any]) -> None:
        """Take up what `state` gave."""
        if state["key"] is not None:
            self.catch_up()
            self._choose(state["key"])

    def count(self) -> int:
        """Count what waits to be decided."""
        return len(self.list.questions)

    def decide(self, value: Any) -> None:
        """Settle the question at hand with a value and go on to the next."""
        question = self.question
        if question is None:
            return
        words = self._workspace.t("Decided: {field}.").format(field=question.field_words)
        self._workspace.resolve(question.record, question.name, value, words)

    def step(self, by: int) -> None:
        """Go on or back in the queue."""
        self.list.choose(self.list.place + by)
        self.list.setFocus()

    def _build(self) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        self.list, self.page = QuestionList(self._workspace), QuestionPage(self._workspace)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setHandleWidth(1)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.list)
        self._split.addWidget(self.page)
        self._split.setStretchFactor(1, 1)
        self.list.setMinimumWidth(200)
        self._split.setSizes([264, 900])
        self.next = main_button(theme, t("Go on to the declaration"), self.declaration_asked.emit, "scroll-text")
        self._nothing = EmptyState(theme, "circle-check", "", "", self.next)
        self._layers = QStackedLayout(self)
        self._layers.addWidget(self._split)
        self._layers.addWidget(self._nothing)

    def _connect(self) -> None:
        self.list.chosen.connect(self._on_question_chosen)
        self.page.decided.connect(self.decide)
        self.page.left.connect(self.list.setFocus)
        bind_each(self, actions.ANSWER, self.page.choose)
        bind(self, actions.NEXT_CONFLICT, partial(self.step, 1))
        bind(self, actions.PREVIOUS_CONFLICT, partial(self.step, -1))
        bind(self, actions.WRITE_WORDING, self.page.write_wording)

    def refresh(self, touched: Touched) -> None:
        """Show what there is to decide now; what an undo has brought back is at hand."""
        before = {question.key for question in self.list.questions}
        at_hand, place = self.question, max(self.list.place, 0)
        found = questions(self._workspace.store, self._workspace.t)
        keys = [question.key for question in found]
        back = [key for key in keys if key not in before] if before or self._decided else []
        self._decided = self._decided + 1 if len(found) < len(before) else self._decided
        if len(back) == 1:
            place = keys.index(back[0])
        elif at_hand is not None and at_hand.key in keys:
            place = keys.index(at_hand.key)
        self.list.show_questions(found, place)
        self._show_layer(bool(found))

    def _show_layer(self, waiting: bool) -> None:
        t = self._workspace.t
        layer = self._layers.currentWidget()
        had_focus = layer is not None and layer.isAncestorOf(self.focusWidget() or self)
        self._layers.setCurrentWidget(self._split if waiting else self._nothing)
        self.setFocusProxy(self.list if waiting else self.next)
        if self._decided:
            self._nothing.name.setText(t("Everything is decided"))
            self._nothing.text.setText(t("Nothing is left to decide. Every decision stays in the history."))
        else:
            self._nothing.name.setText(t("There is nothing to decide"))
            self._nothing.text.setText(
                t(
                    "When two files say different things about the same entry, both are kept and you choose here, "
                    "side by side."
                )
            )
        if had_focus and self.isVisible():
            self.setFocus()

    def _choose(self, key: tuple[UUID, str]) -> None:
        keys = [question.key for question in self.list.questions]
        if key in keys:
            self.list.choose(keys.index(key))

    def _on_question_chosen(self, question: Question | None) -> None:
        if question is not None:
            t = self._workspace.t
            place = t("{number} of {all} to decide").format(
                number=t.number(self.list.place + 1), all=t.number(self.count())
            )
            self.page.show_question(question, place)
