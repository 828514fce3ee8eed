"""Choosing between the wordings of a passage on which people disagree, or writing another, where it stands."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from consultation.deciding.questions import Question, Waiting, question
from consultation.model import KINDS, Recommendation
from consultation.reading.passages import ItemText, ParagraphText
from consultation.store import Store
from consultation.words import author_name
from ui.actions import merging
from ui.keys import pressed, shown
from ui.widgets.buttons import quiet_button
from ui.widgets.cards import Card
from ui.widgets.fields import PlainEdit
from ui.widgets.keyed_button import KeyedButton
from ui.widgets.marked import Manner, MarkedWords
from ui.widgets.words import caption, words
from ui.workspace import Workspace

FIELDS = ("text", "words", "lead_in", "addressed")
"""The fields that hold the words of a passage, or of what it comes from."""


class OtherWording(PlainEdit):
    """Where another wording is written."""

    taken = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if pressed(event, merging.USE_WORDING):
            self.taken.emit()
        else:
            super().keyPressEvent(event)


class ConflictMend(QWidget):
    """Says `done` with the recommendation whose words were chosen, or None where they are those of the passage."""

    done = Signal(object)

    def __init__(self, workspace: Workspace, asked: Question) -> None:
        super().__init__()
        self._workspace, self._question = workspace, asked
        self.choices: list[KeyedButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for number in range(len(asked.answers)):
            column.addWidget(self._answer(number))
        self._add_own(column)

    def take_keyboard(self) -> None:
        """Go to the first answer; each can be chosen by its number."""
        self.choices[0].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - ord("1")
        if not event.modifiers() and 0 <= number < len(self.choices):
            self._choose(self._question.answers[number].value)
        else:
            super().keyPressEvent(event)

    def _answer(self, number: int) -> Card:
        """Show who gave an answer, when, and what it is, and offer to keep it."""
        t, theme, answer = self._workspace.t, self._workspace.theme, self._question.answers[number]
        card = Card()
        card.column.setContentsMargins(12, 10, 12, 12)
        card.column.setSpacing(4)
        who, when = t.listed(author_name(t, name) for name in answer.who), answer.when.astimezone()
        card.column.addWidget(words(who[:1].upper() + who[1:], strong=True))
        card.column.addWidget(caption(t("{day}, {time}").format(day=t.day(when.date()), time=t.time(when))))
        text = MarkedWords(theme, "quoted")
        manners = [(piece.text, Manner.MARKED if piece.differs else Manner.PLAIN) for piece in answer.pieces]
        text.show_stretches(manners)
        card.column.addWidget(text)
        keep = merging.ANSWER
        choose = KeyedButton(theme, t(keep.label), t.number(number + 1), partial(self._choose, answer.value), keep.icon)
        card.column.addWidget(choose)
        self.choices.append(choose)
        return card

    def _add_own(self, column: QVBoxLayout) -> None:
        t, theme, save = self._workspace.t, self._workspace.theme, merging.USE_WORDING
        self.write = quiet_button(theme, t(merging.WRITE_WORDING.label), self._on_write_asked, "pencil")
        self.own = OtherWording(2, 12)
        self.own.setProperty("textsize", "said")
        self.own.setAccessibleName(t("Another wording"))
        self.use = KeyedButton(theme, t(save.label), shown(save), self._on_own_taken, save.icon, "main")
        self.own.taken.connect(self._on_own_taken)
        for part in (self.write, self.own, self.use):
            column.addWidget(part)
        self.write.setVisible(bool(self._question.rewordable))
        self.own.hide()
        self.use.hide()

    def _on_write_asked(self) -> None:
        self.write.hide()
        self.own.setPlainText(self._question.wording())
        self.own.show()
        self.use.show()
        self.own.setFocus()

    def _on_own_taken(self) -> None:
        text = self.own.toPlainText().strip()
        if text:
            self._choose(self._question.reworded(text, self._workspace.identity.author))

    def _choose(self, value: Any) -> None:
        asked = self._question
        said = self._workspace.t("Decided: {field}.").format(field=asked.field_words)
        if self._workspace.resolve(asked.record, asked.name, value, said):
            self.done.emit(asked.record.id if isinstance(asked.record, Recommendation) else None)


def question_about(workspace: Workspace, passage: ParagraphText | ItemText) -> Question | None:
    """Return what there is to decide about the words of a passage: its own, else those it comes from."""
    return _question(workspace, workspace.store, [passage.id, *passage.own_sources[:1]])


def _question(workspace: Workspace, store: Store, records: Iterable[UUID]) -> Question | None:
    disputed = store.past.disputed()
    for record in records:
        for where in disputed:
            if where.record == record and where.field in FIELDS:
                found = store.find(KINDS[where.kind], record)
                if found is not None:
                    return question(store, Waiting(where, found, None), workspace.t)
    return None
