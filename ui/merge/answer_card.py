"""One of the answers people gave: who, when, from which file, what, what hangs on it, and the button that keeps it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from consultation.deciding.hanging import Hanging
from consultation.deciding.questions import Question
from consultation.language import Translator
from consultation.words import author_name
from ui.actions import merging
from ui.widgets.cards import Card
from ui.widgets.flow import Flow
from ui.widgets.keyed_button import KeyedButton
from ui.widgets.marked import Manner, MarkedWords
from ui.widgets.words import caption, words
from ui.workspace import Workspace


class AnswerCard(Card):
    """An answer; says `chosen` with its number, from 0."""

    chosen = Signal(int)

    def __init__(self, workspace: Workspace, question: Question, number: int) -> None:
        super().__init__()
        self._workspace, self._number = workspace, number
        self.answer = question.answers[number]
        self.headline = self._headline(question)
        self._build(question)

    def _build(self, question: Question) -> None:
        t, theme, answer = self._workspace.t, self._workspace.theme, self.answer
        self.column.setContentsMargins(18, 14, 18, 16)
        self.column.setSpacing(2)
        when = answer.when.astimezone()
        moment = t("{day}, {time}").format(day=t.day(when.date()), time=t.time(when))
        self.column.addLayout(self._head(moment))
        if answer.files:
            self.column.addWidget(caption(t("from {files}").format(files=t.listed(answer.files))))
        self.column.addSpacing(8)
        self.text = MarkedWords(theme)
        self.text.setAccessibleName(self.headline)
        manners = [(piece.text, Manner.MARKED if piece.differs else Manner.PLAIN) for piece in answer.pieces]
        self.text.show_stretches([(self._said_of_deletion(), Manner.PLAIN)] if question.is_deletion else manners)
        if self.text.marked:
            self.text.setAccessibleDescription(t("Otherwise: {words}").format(words="; ".join(self.text.marked)))
        self.column.addWidget(self.text)
        self.column.addSpacing(8)
        for fact in what_hangs(t, answer.hanging) if answer.hanging else []:
            self.column.addWidget(caption(fact))
        self.column.addStretch(1)
        self.column.addSpacing(10)
        self.choose = KeyedButton(
            theme, self._action(question), t.number(self._number + 1), self._on_pressed, merging.ANSWER.icon
        )
        line = QHBoxLayout()
        line.addWidget(self.choose)
        line.addStretch(1)
        self.column.addLayout(line)

    def _head(self, moment: str) -> QHBoxLayout:
        """Who and when, which break where there is little room, and at the end that it is shown meanwhile."""
        t = self._workspace.t
        who = QWidget()
        flow = Flow(who, 8)
        flow.addWidget(words(self.headline, strong=True, wrap=False))
        flow.addWidget(caption(moment, wrap=False))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(who, 1)
        if self.answer.shown:
            meanwhile = caption(t("shown meanwhile"), wrap=False)
            meanwhile.setToolTip(t("Until you decide, lists and documents show this one."))
            line.addWidget(meanwhile, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _said_of_deletion(self) -> str:
        t = self._workspace.t
        if self.answer.value:
            return t("Takes it out. It can be brought back from the history.")
        return t("Keeps it, with what was written in it since.")

    def _headline(self, question: Question) -> str:
        t = self._workspace.t
        who = t.listed(author_name(t, name) for name in self.answer.who)
        if not question.is_deletion:
            return who[:1].upper() + who[1:]
        return (t("Deleted by {name}") if self.answer.value else t("Still wanted by {name}")).format(name=who)

    def _action(self, question: Question) -> str:
        t = self._workspace.t
        if not question.is_deletion:
            return t(merging.ANSWER.label)
        return t("Delete it") if self.answer.value else t("Keep it")

    def _on_pressed(self) -> None:
        self.chosen.emit(self._number)


def what_hangs(t: Translator, hanging: Hanging) -> list[str]:
    """Say what would hold, and what would not, if a wording were kept."""
    tally = hanging.counted
    if tally is None:
        said = [t("Nothing was counted on this wording.")]
    else:
        said = [
            t("Counted on this wording: {in_favour} for, {against} against, {abstaining} abstaining.").format(
                in_favour=t.number(tally.in_favour or 0),
                against=t.number(tally.against or 0),
                abstaining=t.number(tally.abstain or 0),
            )
        ]
    if hanging.following:
        said.append(t("Translations that follow it: {languages}.").format(languages=_languages(t, hanging.following)))
    if hanging.behind:
        said.append(t("To be translated again: {languages}.").format(languages=_languages(t, hanging.behind)))
    return said


def _languages(t: Translator, codes: tuple[str, ...]) -> str:
    return t.listed(t.language_name(code) for code in sorted(codes))
