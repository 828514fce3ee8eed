"""Room to write another wording, which begins from one of those there are."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from consultation.deciding.questions import Question
from ui.actions import merging
from ui.keys import pressed, shown
from ui.widgets.buttons import quiet_button
from ui.widgets.fields import PlainEdit
from ui.widgets.flow import Flow
from ui.widgets.keyed_button import KeyedButton
from ui.widgets.rows import clear
from ui.widgets.words import words
from ui.workspace import Workspace


class WordingEdit(PlainEdit):
    """Where another wording is written."""

    taken = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if pressed(event, merging.USE_WORDING):
            self.taken.emit()
        elif pressed(event, merging.LEAVE_WORDING):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class OwnWording(QWidget):
    """Says `taken` with the words, or `left`."""

    taken = Signal(str)
    left = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._build()

    def begin(self, question: Question) -> None:
        """Begin from the words that are shown meanwhile, the caret behind them and nothing selected."""
        self._offer(question)
        self.edit.setPlainText(question.wording())
        self.edit.setFocus()
        self.edit.moveCursor(QTextCursor.MoveOperation.End)

    def _build(self) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        self.edit = WordingEdit(3, 14)
        self.edit.setProperty("textsize", "said")
        self.edit.setAccessibleName(t("Another wording"))
        self._starts = QWidget()
        self._flow = Flow(self._starts, 4)
        use, leave = merging.USE_WORDING, merging.LEAVE_WORDING
        acts = QWidget()
        line = Flow(acts, 8)
        line.addWidget(KeyedButton(theme, t(use.label), shown(use), self._on_taken, use.icon, "main"))
        line.addWidget(KeyedButton(theme, t(leave.label), shown(leave), self.left.emit))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(words(t("Another wording"), strong=True))
        column.addWidget(self.edit)
        column.addWidget(self._starts)
        column.addWidget(acts)
        self.edit.taken.connect(self._on_taken)
        self.edit.left.connect(self.left)

    def _offer(self, question: Question) -> None:
        """Offer to begin from each of the answers, and from both together where that can be done."""
        t, theme = self._workspace.t, self._workspace.theme
        clear(self._flow)
        starts = [
            (t("Start from {number}").format(number=t.number(number + 1)), question.wording(number))
            for number in range(len(question.answers))
        ]
        together = question.both_together()
        if together:
            starts.append((t("Start from both together"), together))
        for name, text in starts:
            self._flow.addWidget(quiet_button(theme, name, partial(self._start_from, text), "undo-2"))

    def _start_from(self, text: str) -> None:
        """Put other words in their place; what was typed comes back by undoing in the field."""
        cursor = self.edit.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self.edit.setTextCursor(cursor)
        self.edit.setFocus()

    def _on_taken(self) -> None:
        text = self.edit.toPlainText().strip()
        if text:
            self.taken.emit(text)
