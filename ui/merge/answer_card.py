"""One of the answers people gave: who, when, what, and the button that chooses it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from consultation.deciding.questions import Question
from consultation.words import author_name
from ui.merge.marked_text import MarkedText
from ui.widgets.buttons import button
from ui.widgets.cards import Card
from ui.widgets.chips import tag
from ui.widgets.words import Elided, caption, words
from ui.workspace import Workspace


class AnswerCard(Card):
    """An answer; says `chosen` with its number, from 0."""

    chosen = Signal(int)

    def __init__(self, workspace: Workspace, question: Question, number: int) -> None:
        super().__init__()
        self._workspace, self._number = workspace, number
        self.answer = question.answers[number]
        self._build(question)

    def _build(self, question: Question) -> None:
        t, answer = self._workspace.t, self.answer
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Elided(self._headline(question), "body", strong=True), 1)
        head.addWidget(self._shown_meanwhile(answer.shown))
        self.column.addLayout(head)
        when = answer.when.astimezone()
        self.column.addWidget(caption(t("{day}, {time}").format(day=t.day(when.date()), time=t.time(when))))
        if question.is_deletion:
            text = (
                t("Takes it out. It can be brought back from the history.")
                if answer.value
                else t("Keeps it, with what was written in it since.")
            )
            self.column.addWidget(words(text))
        else:
            self.text = MarkedText(self._workspace.theme)
            self.text.setAccessibleName(self._headline(question))
            self.text.show_pieces(answer.pieces)
            self.column.addWidget(self.text)
        self.column.addStretch(1)
        key = t.number(self._number + 1)
        self.choose = button(
            self._workspace.theme,
            self._action(question).format(key=key),
            lambda: self.chosen.emit(self._number),
            "check",
            t("Key {key}").format(key=key),
        )
        line = QHBoxLayout()
        line.addWidget(self.choose)
        line.addStretch(1)
        self.column.addLayout(line)

    def _shown_meanwhile(self, shown: bool) -> QWidget:
        """Make the word for the answer that is shown; the others keep its room, so that the cards stay level."""
        t = self._workspace.t
        word = tag(t("Shown meanwhile"))
        word.setToolTip(t("Until you decide, lists and documents show this one."))
        policy = word.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        word.setSizePolicy(policy)
        if not shown:
            word.hide()  # never shown before it has a parent: that would open a window
        return word

    def _headline(self, question: Question) -> str:
        t = self._workspace.t
        who = t.listed(author_name(t, name) for name in self.answer.who)
        if not question.is_deletion:
            return who[:1].upper() + who[1:]
        return (t("Deleted by {name}") if self.answer.value else t("Still wanted by {name}")).format(name=who)

    def _action(self, question: Question) -> str:
        t = self._workspace.t
        if not question.is_deletion:
            return t("Use this one ({key})")
        return t("Delete it ({key})") if self.answer.value else t("Keep it ({key})")
