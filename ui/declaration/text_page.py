"""The view "Text": the coverage line or the search above the clauses, which share the width of the words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from consultation.language import Translator
from ui.declaration.coverage_line import CoverageLine
from ui.declaration.draft_model import DraftModel
from ui.declaration.finding import FindBar
from ui.declaration.rows import TextRow
from ui.declaration.text_view import TextView
from ui.look.folds import px
from ui.widgets.peek import WIDTH as PEEK
from ui.widgets.tab_order import follow_the_eye
from ui.widgets.words import rule
from ui.workspace import Workspace

WIDEST, LEAST, BESIDE = 620, 360, 24
"""The widest words, the least beside an open peek, and the room between the two."""


class TextPage(QWidget):
    """Lays the words out so that the peek lies beside them; where there is no room for both, it lies over them."""

    resized = Signal()

    def __init__(self, workspace: Workspace, model: DraftModel, t: Translator) -> None:
        super().__init__()
        self._theme = workspace.theme
        self.setProperty("part", True)
        self.coverage = CoverageLine(workspace)
        self.finding = FindBar(workspace)
        self.text = TextView(workspace, model, t)
        self._above = QStackedWidget()
        self._above.addWidget(self.coverage)
        self._above.addWidget(self.finding)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part, share in ((self._above, 0), (rule(), 0), (self.text, 1)):
            column.addWidget(part, share)
        self.coverage.laid.connect(partial(follow_the_eye, self))
        self.finding.marked.connect(self.text.mark)
        self.finding.asked.connect(self.text.choose)
        self.finding.left.connect(self._on_finding_left)
        workspace.theme.changed.connect(self.lay)

    def go_find(self, rows: Sequence[TextRow]) -> None:
        """Show the search in place of the coverage line, and go there."""
        self._above.setCurrentWidget(self.finding)
        self.finding.begin(rows, self.text.row.id if self.text.row else None)

    def words_width(self) -> int:
        """Return how wide the words are."""
        free = self.width() - self.text.words_edge() - px(self._theme, BESIDE)
        beside = free - px(self._theme, PEEK)
        return min(px(self._theme, WIDEST), beside if beside >= px(self._theme, LEAST) else free)

    def peek_room(self) -> QRect:
        """Return where the peek lies: beside the words, or over all of them where there is no room."""
        words = self.text.words_edge() + self.words_width() + px(self._theme, BESIDE)
        wide = px(self._theme, PEEK) if words + px(self._theme, PEEK) <= self.width() else self.width()
        left = self.width() - wide if not self.isRightToLeft() else 0
        return QRect(left, 0, wide, self.height())

    def lay(self) -> None:
        """Fit the words to the width there is."""
        left, width = self.text.words_edge(), self.words_width()
        self.text.set_words_width(width)
        for part in (self.coverage, self.finding):
            part.lie(left, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay()
        self.resized.emit()

    def _on_finding_left(self) -> None:
        self._above.setCurrentWidget(self.coverage)
        self.text.setFocus()
