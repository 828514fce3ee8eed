"""What there is to decide: conflicts one after the other, by mouse or by keys, each of which can be undone."""

from __future__ import annotations

from functools import partial
from time import monotonic
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedLayout, QWidget

from consultation.deciding.questions import Question, Waiting, question, queue
from consultation.model import KINDS
from ui import actions
from ui.keys import bind, bind_each
from ui.merge.question_page import QuestionPage
from ui.merge.side import QueueSide
from ui.page import Page
from ui.touched import Touched
from ui.widgets.buttons import main_button
from ui.widgets.cards import EmptyState
from ui.workspace import Workspace

LEAST_FOR_PACE = 3
"""Decisions from which it can be said how long the rest will take."""


class DecisionsPage(Page):
    """What there is to decide, and the question at hand."""

    kinds = tuple(KINDS.values())  # any record can be in conflict
    declaration_asked = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._decided_at: list[float] = []
        self.question: Question | None = None
        """The question at hand."""
        self._build()
        self._connect()

    @property
    def rows(self) -> list[Waiting]:
        """What waits to be decided."""
        return [row for row in self.list.rows if isinstance(row, Waiting)]

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
        return len(self.list.rows)

    def decide(self, value: Any) -> None:
        """Settle the question at hand with a value and go on to the next."""
        asked = self.question
        if asked is None:
            return
        words = self._workspace.t("Decided: {field}.").format(field=asked.field_words)
        if self._workspace.resolve(asked.record, asked.name, value, words):
            self._decided_at.append(monotonic())
            self._say_how_long()
            self.setFocus()

    def step(self, by: int) -> None:
        """Go on or back in the queue."""
        self.list.choose(self.list.place + by)
        self.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fold()

    def fold(self) -> None:
        """Have the queue stand beside the question, or fold to the list that opens."""
        folded = self.side.fold(self.window())
        self.side.box.setVisible(folded and self.isVisible() and bool(self.list.rows))
        self._aim()

    def _build(self) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        self.side, self.page = QueueSide(self._workspace, t("Conflicts")), QuestionPage(self._workspace)
        self.list = self.side.queue
        self._beside = QWidget()
        line = QHBoxLayout(self._beside)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.side)
        line.addWidget(self.page, 1)
        self.next = main_button(theme, t("Go on to the declaration"), self.declaration_asked.emit, "scroll-text")
        self._nothing = EmptyState(theme, "circle-check", "", "", self.next)
        self._layers = QStackedLayout(self)
        self._layers.addWidget(self._beside)
        self._layers.addWidget(self._nothing)

    def _connect(self) -> None:
        self.list.chosen.connect(self._on_chosen)
        self.page.decided.connect(self.decide)
        self.page.left.connect(self.setFocus)
        self.page.later.connect(partial(self.step, 1))
        self._workspace.theme.changed.connect(self.fold)
        bind_each(self, actions.ANSWER, self.page.choose)
        bind(self, actions.NEXT_CONFLICT, partial(self.step, 1))
        bind(self, actions.PREVIOUS_CONFLICT, partial(self.step, -1))
        bind(self, actions.WRITE_WORDING, self.page.write_wording)

    def refresh(self, touched: Touched) -> None:
        """Show what there is to decide now; what an undo has brought back is at hand."""
        before = {row.key for row in self.list.rows}
        at_hand, place = self.question, max(self.list.place, 0)
        found = queue(self._workspace.store)
        keys = [row.key for row in found]
        back = [key for key in keys if key not in before] if before or self._decided_at else []
        if len(back) == 1:
            place = keys.index(back[0])
        elif at_hand is not None and at_hand.key in keys:
            place = keys.index(at_hand.key)
        self.list.show_rows(found, place)
        self.side.count(len(found))
        self._say_how_long()
        self._show_layer(bool(found))

    def _say_how_long(self) -> None:
        """Say how many are left, and from the third decision on how long they will take at this pace."""
        t, left = self._workspace.t, self.count()
        said = t.plural("{count} left", "{count} left", left) if left else ""
        if left and len(self._decided_at) >= LEAST_FOR_PACE:
            each = (self._decided_at[-1] - self._decided_at[0]) / (len(self._decided_at) - 1)
            minutes = max(round(each * left / 60), 1)
            pace = t.plural("about {count} minute at this pace", "about {count} minutes at this pace", minutes)
            said = f"{said}, {pace}"
        self.side.remark.setText(said)

    def _show_layer(self, waiting: bool) -> None:
        t = self._workspace.t
        layer = self._layers.currentWidget()
        had_focus = layer is not None and layer.isAncestorOf(QApplication.focusWidget() or self)
        self._layers.setCurrentWidget(self._beside if waiting else self._nothing)
        self.fold()
        if self._decided_at or self._workspace.store.past.decisions():
            self._nothing.name.setText(t("Everything is decided"))
            self._nothing.text.setText(t("Nothing is left to decide. Every decision can be looked at and taken back."))
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

    def _aim(self) -> None:
        """Say where the keyboard goes: to the queue, to what stands for it, or to the one thing that can be done."""
        if not self.list.rows:
            self.setFocusProxy(self.next)
        else:
            self.setFocusProxy(self.side.box if self.side.isHidden() else self.list)

    def _choose(self, key: tuple[UUID, str]) -> None:
        keys = [row.key for row in self.list.rows]
        if key in keys:
            self.list.choose(keys.index(key))

    def _on_chosen(self, row: Waiting | None) -> None:
        t = self._workspace.t
        self.question = question(self._workspace.store, row, t) if row is not None else None
        if self.question is not None:
            place = t("Conflict {number} of {all}").format(
                number=t.number(self.list.place + 1), all=t.number(self.count())
            )
            self.page.show_question(self.question, place)
