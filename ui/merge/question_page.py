"""One question: what it is about, the answers side by side, and room to write another."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from consultation.deciding.questions import Question
from consultation.words import shortened
from ui import actions
from ui.keys import pressed, tip
from ui.merge.answer_card import AnswerCard
from ui.widgets.buttons import button, main_button, quiet_button
from ui.widgets.fields import PlainEdit
from ui.widgets.rows import clear
from ui.widgets.words import caption, heading, words
from ui.workspace import Workspace

BESIDE = 2
"""Answers in one row."""
LONGEST = 400
"""Characters of the record that are shown to say what it is about."""


class WordingEdit(PlainEdit):
    """Where another wording is written."""

    taken = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if pressed(event, actions.USE_WORDING):
            self.taken.emit()
        elif pressed(event, actions.LEAVE_WORDING):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class QuestionPage(QScrollArea):
    """The question at hand; says `decided` with the value that was chosen or written."""

    decided = Signal(object)
    left = Signal()
    """The other wording was put away: back to the list."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._question: Question | None = None
        self.cards: list[AnswerCard] = []
        self._build()
        self._connect()

    def show_question(self, question: Question, place: str) -> None:
        """Show a question; ``place`` says which of how many it is."""
        writing = self._own.isVisibleTo(self) and self._question is not None and self._question.key == question.key
        self._question = question
        self._place.setText(place)
        self._heading.setText(self._asked(question))
        self._about.setText(self._context(question))
        self._gist.setText(shortened(question.gist, LONGEST))
        self._gist.setVisible(bool(question.gist) and question.name not in ("text", "title", "name"))
        self._show_answers(question)
        if not writing:
            self.leave_wording()
            self.verticalScrollBar().setValue(0)

    def choose(self, number: int) -> None:
        """Choose an answer by its number, from 0."""
        if self._question is not None and number < len(self._question.answers):
            self.decided.emit(self._question.answers[number].value)

    def write_wording(self) -> None:
        """Offer to write another wording, beginning from the one that is shown."""
        if self._question is None or not self._question.rewordable:
            return
        self.wording.setPlainText(self._question.wording())
        self.write.hide()
        self._own.show()
        self.wording.setFocus()
        self.wording.selectAll()
        self.ensureWidgetVisible(self._own)

    def leave_wording(self) -> None:
        """Put the other wording away."""
        self._own.hide()
        self.write.setVisible(bool(self._question and self._question.rewordable))

    def _build(self) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._place, self._heading, self._about = caption(), heading(), words(tone="muted")
        self._gist = words(size="said")
        self._answers = QGridLayout()
        self._answers.setSpacing(16)
        for place in range(BESIDE):
            self._answers.setColumnStretch(place, 1)
        write = actions.WRITE_WORDING
        self.write = quiet_button(theme, tip(t, write), self.write_wording, write.icon, tip(t, write))
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(8)
        for part in (self._place, self._heading, self._about, self._gist):
            column.addWidget(part)
        column.addSpacing(8)
        column.addLayout(self._answers)
        column.addSpacing(4)
        column.addWidget(self.write)
        column.addWidget(self._own_wording())
        column.addStretch(1)
        self.setWidget(whole)

    def _own_wording(self) -> QWidget:
        t, theme = self._workspace.t, self._workspace.theme
        self._own = QWidget()
        self.wording = WordingEdit(3, 12)
        self.wording.setProperty("textsize", "said")
        self.wording.setAccessibleName(t("Another wording"))
        line = QHBoxLayout()
        line.setSpacing(8)
        use, leave = actions.USE_WORDING, actions.LEAVE_WORDING
        line.addWidget(main_button(theme, t(use.label), self._on_wording_taken, use.icon, tip(t, use)))
        line.addWidget(button(theme, t(leave.label), self._on_wording_left, tip=tip(t, leave)))
        line.addStretch(1)
        column = QVBoxLayout(self._own)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(words(t("Another wording"), strong=True))
        column.addWidget(self.wording)
        column.addLayout(line)
        return self._own

    def _connect(self) -> None:
        self.wording.taken.connect(self._on_wording_taken)
        self.wording.left.connect(self._on_wording_left)

    def _asked(self, question: Question) -> str:
        t = self._workspace.t
        if question.is_deletion:
            return t("Delete it, or keep it?")
        return t("{field}: which one holds?").format(field=question.field_words)

    def _context(self, question: Question) -> str:
        t = self._workspace.t
        if question.session:
            return t("{kind}, in the session “{session}”").format(kind=question.kind_words, session=question.session)
        return question.kind_words

    def _show_answers(self, question: Question) -> None:
        clear(self._answers)
        self.cards = [AnswerCard(self._workspace, question, number) for number in range(len(question.answers))]
        for number, card in enumerate(self.cards):
            card.chosen.connect(self.choose)
            self._answers.addWidget(card, number // BESIDE, number % BESIDE)

    def _on_wording_taken(self) -> None:
        text = self.wording.toPlainText().strip()
        if text and self._question is not None:
            self.decided.emit(self._question.reworded(text, self._workspace.identity.author))

    def _on_wording_left(self) -> None:
        self.leave_wording()
        self.left.emit()
