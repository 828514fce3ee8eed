"""The guiding questions of a session, each edited in its place, in the language at hand; and a line that adds one."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from consultation.language import in_language, with_language
from consultation.model import Session
from ui.prepare.form import text_for
from ui.prepare.programme.ordered import OrderedRow, OrderedRows
from ui.widgets.words import section
from ui.workspace import Workspace


class QuestionAt:
    """The words of the question at a place, in the language at hand."""

    def __init__(self, place: int, language: Callable[[], str]) -> None:
        self._place, self._language = place, language

    @property
    def key(self) -> str:
        return f"questions/{self._place}/{self._language()}"

    def text(self, record: Any) -> str:
        held = record.questions
        return str(held[self._place].get(self._language(), "")) if self._place < len(held) else ""

    def values(self, record: Any, text: str) -> dict[str, Any]:
        """Keep its words in other languages; a question without words in any is none."""
        made = list(record.questions)
        if self._place < len(made):
            made[self._place] = with_language(made[self._place], self._language(), " ".join(text.split()))
        return {"questions": [question for question in made if question]}


class QuestionsPart(QWidget):
    """Questions in the order in which they are asked."""

    laid_out = Signal()

    def __init__(self, workspace: Workspace, language: Callable[[], str]) -> None:
        super().__init__()
        self._workspace, self._language = workspace, language
        self._session: Session | None = None
        self._build()
        self._connect()

    def show_session(self, session: Session) -> None:
        """Show what is asked in it; where words are missing, those in another language stand faintly."""
        t, number = self._workspace.t, len(session.questions)
        self._session = session
        self.heading.setText(f"{t('Guiding questions')}  {t.number(number)}" if number else t("Guiding questions"))
        self.rows.show_rows(range(number), self._made)
        for place, row in enumerate(self.rows.rows):
            row.show_record(session)
            row.hint(in_language(session.questions[place], self._language()))

    def add(self) -> None:
        """Ask what is typed after all others; the keyboard stays in the line."""
        words = " ".join(self.line.text().split())
        if self._session is None or not words:
            return
        self.rows.flush()
        if self._save([*self._now(), {self._language(): words}]):
            self.line.clear()

    def flush(self) -> None:
        """Save what is typed."""
        self.rows.flush()

    def leave(self) -> None:
        """Save what is typed, and forget the session."""
        self.rows.leave()

    def _build(self) -> None:
        t = self._workspace.t
        self.heading = section()
        self.rows = OrderedRows(t("Guiding questions"))
        self.line = QLineEdit()
        self.line.setPlaceholderText(t("Add a question"))
        self.line.setAccessibleName(t("Add a question"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.heading, self.rows, self.line):
            column.addWidget(part)

    def _connect(self) -> None:
        self.line.returnPressed.connect(self.add)
        self.rows.moved.connect(self._move)
        self.rows.taken_off.connect(self._take_off)
        self.rows.laid_out.connect(self.laid_out)

    def _made(self, place: Hashable) -> OrderedRow:
        assert isinstance(place, int)
        question = text_for(self._workspace, "", QuestionAt(place, self._language))
        question.edit.setAccessibleName(self._workspace.t("Question {number}").format(number=place + 1))
        return OrderedRow(self._workspace, question, (question,), question.edit)

    def _move(self, place: int, there: int) -> None:
        questions = self._now()
        questions.insert(there, questions.pop(place))
        if self._save(questions):
            self.rows.focus(there)

    def _take_off(self, place: int) -> None:
        questions = self._now()
        words = self._workspace.label(questions.pop(place))
        if self._save(questions, self._workspace.t("Took off the question “{words}”.").format(words=words)):
            if questions:
                self.rows.focus(place)
            else:
                self.line.setFocus()

    def _now(self) -> list[dict[str, str]]:
        assert self._session is not None
        return [dict(question) for question in self._workspace.store.get(Session, self._session.id).questions]

    def _save(self, questions: list[dict[str, str]], said: str = "") -> bool:
        session, store = self._session, self._workspace.store
        assert session is not None
        return self._workspace.do(said, lambda: store.change(session, questions=questions))
