"""One question: what it is about, what stood before, the answers side by side, and room to write another."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from consultation.deciding.questions import Question
from consultation.model import Recommendation
from consultation.words import author_name, shortened
from ui.actions import merging
from ui.keys import shown
from ui.look.folds import px
from ui.look.marks import SetMark
from ui.merge.answer_card import AnswerCard
from ui.merge.around_it import AroundIt
from ui.merge.own_wording import OwnWording
from ui.widgets.flow import Flow
from ui.widgets.keyed_button import KeyedButton
from ui.widgets.marked import MarkedWords
from ui.widgets.rows import clear
from ui.widgets.words import caption, heading, said, set_property, words
from ui.workspace import Workspace

BESIDE = 2
"""Answers in one row, where there is room for them."""
NARROWEST = 300
"""Of a card, in pixels of the design."""
LONGEST = 400
"""Characters of the record that are shown to say what it is about."""
TEXTS = ("text", "title", "name", "words")
"""Fields whose answers say by themselves what the record is about."""


class QuestionPage(QScrollArea):
    """The question at hand; says `decided` with the value that was chosen or written."""

    decided = Signal(object)
    later = Signal()
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
        writing = self.own.isVisibleTo(self) and self._question is not None and self._question.key == question.key
        self._question = question
        self._show_head(question, place)
        self._gist.setText(shortened(question.gist, LONGEST))
        self._gist.setVisible(bool(question.gist) and question.name not in TEXTS)
        self._show_before(question)
        self._show_answers(question)
        self.around.show_question(question)
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
        self._acts.hide()
        self.own.show()
        self.own.begin(self._question)
        QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(self.own))  # once it is laid out

    def leave_wording(self) -> None:
        """Put the other wording away."""
        self.own.hide()
        self._acts.show()
        rewordable = bool(self._question and self._question.rewordable)
        self.write.setVisible(rewordable)
        self._how.setVisible(rewordable)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_cards()

    def _build(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._heading, self._gist = heading(), said(size="said", tone="muted")
        self._answers = QGridLayout()
        self._answers.setSpacing(16)
        self.own = OwnWording(self._workspace)
        self.around = AroundIt(self._workspace)
        whole = QWidget()
        whole.setMinimumWidth(1)
        column = QVBoxLayout(whole)
        column.setContentsMargins(32, 20, 32, 24)
        column.setSpacing(4)
        column.addWidget(self._head())
        column.addWidget(self._heading)
        column.addWidget(self._gist)
        column.addSpacing(8)
        column.addWidget(self._before_both())
        column.addSpacing(12)
        column.addLayout(self._answers)
        column.addSpacing(8)
        column.addWidget(self._below())
        column.addWidget(self.own)
        column.addSpacing(20)
        column.addWidget(self.around)
        column.addStretch(1)
        self.setWidget(whole)
        whole.setAutoFillBackground(False)  # the ground of the page shows through

    def _head(self) -> QWidget:
        """Which conflict it is, and of what."""
        head = QWidget()
        line = QHBoxLayout(head)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        self._place, self._mark = caption(wrap=False), SetMark(self._workspace.theme)
        self._reference, self._about = caption(wrap=False), caption()
        self._reference.setProperty("strong", True)
        line.addWidget(self._place)
        line.addSpacing(10)
        line.addWidget(self._mark)
        line.addWidget(self._reference)
        line.addWidget(self._about, 1)
        return head

    def _before_both(self) -> QWidget:
        """Build what stood there before, quieter, behind a thick line."""
        self._before = QWidget()
        edge = QFrame()
        edge.setProperty("rule", True)
        edge.setFixedWidth(3)
        self._before_name = words(strong=True, wrap=False)
        self._before_by = caption(wrap=False)
        self.before_text = MarkedWords(self._workspace.theme, "said", "muted")
        who = QWidget()
        flow = Flow(who, 8)
        flow.addWidget(self._before_name)
        flow.addWidget(self._before_by)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(who)
        column.addWidget(self.before_text)
        line = QHBoxLayout(self._before)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        line.addWidget(edge)
        line.addLayout(column, 1)
        return self._before

    def _below(self) -> QWidget:
        """Build what else can be done: another wording, or later."""
        t, theme = self._workspace.t, self._workspace.theme
        write, later = merging.WRITE_WORDING, merging.NEXT_CONFLICT
        self._acts = QWidget()
        self.write = KeyedButton(theme, t(write.label), shown(write), self.write_wording, write.icon)
        self._how = caption(t("starts from one of these; all stay in the history"))
        self.later_button = KeyedButton(theme, t(later.label), shown(later), self.later.emit, look="quiet")
        line = QHBoxLayout(self._acts)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(self.write)
        line.addWidget(self._how, 1)
        line.addStretch(0)
        line.addWidget(self.later_button)
        return self._acts

    def _connect(self) -> None:
        self.own.taken.connect(self._on_wording_taken)
        self.own.left.connect(self._on_wording_left)

    def _show_head(self, question: Question, place: str) -> None:
        record = question.record
        tone = record.set.value if isinstance(record, Recommendation) else ""
        self._place.setText(place)
        self._mark.setVisible(bool(tone))
        if tone:
            self._mark.show_set(tone)
        reference = record.reference if isinstance(record, Recommendation) else ""
        self._reference.setText(shortened(reference, 24))
        set_property(self._reference, "tone", tone or "muted")
        self._reference.setVisible(bool(reference))
        self._about.setText(self._context(question))
        self._heading.setText(self._asked(question))

    def _asked(self, question: Question) -> str:
        t = self._workspace.t
        if question.is_deletion:
            return t("Delete it, or keep it?")
        if question.name == "text" and len(question.answers) == BESIDE:
            return t("Two wordings: which one holds?")
        return t("{field}: which one holds?").format(field=question.field_words)

    def _context(self, question: Question) -> str:
        t = self._workspace.t
        if question.session:
            return t("{kind}, in the session “{session}”").format(kind=question.kind_words, session=question.session)
        return question.kind_words

    def _show_before(self, question: Question) -> None:
        t, before = self._workspace.t, question.before
        self._before.setVisible(before is not None and not question.is_deletion)
        if before is None:
            return
        when = before.when.astimezone()
        self._before_name.setText(t("Before both") if len(question.answers) == BESIDE else t("Before all of them"))
        self._before_by.setText(
            t("{name}, {day}, {time}").format(
                name=author_name(t, before.who), day=t.day(when.date()), time=t.time(when)
            )
        )
        self.before_text.setAccessibleName(self._before_name.text())
        self.before_text.show_words(before.text)

    def _show_answers(self, question: Question) -> None:
        clear(self._answers)
        self.cards = [AnswerCard(self._workspace, question, number) for number in range(len(question.answers))]
        for card in self.cards:
            card.chosen.connect(self.choose)
        self._lay_cards()

    def _lay_cards(self) -> None:
        """Lay the cards side by side, or one below the other where each would be too narrow."""
        beside = BESIDE if self.viewport().width() >= 2 * px(self._workspace.theme, NARROWEST) + 80 else 1
        for place in range(BESIDE):
            self._answers.setColumnStretch(place, int(place < beside))
        for number, card in enumerate(self.cards):
            self._answers.addWidget(card, number // beside, number % beside)

    def _on_wording_taken(self, text: str) -> None:
        if self._question is not None:
            self.decided.emit(self._question.reworded(text, self._workspace.identity.author))

    def _on_wording_left(self) -> None:
        self.leave_wording()
        self.left.emit()
