"""The draft laid out: outline beside the text, the peek over its margin, and behind it the view of what is not used."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from consultation.language import Translator
from consultation.reading.needs import Needs
from consultation.reading.passages import Declaration
from ui.declaration.coverage_line import coverage_of
from ui.declaration.draft_model import DraftModel
from ui.declaration.head import UNUSED
from ui.declaration.not_used import NotUsed
from ui.declaration.outline import Entry
from ui.declaration.rows import TextRow
from ui.declaration.side import Side
from ui.declaration.sources_peek import SourcesPeek
from ui.declaration.text_page import TextPage
from ui.look.folds import fold_of
from ui.workspace import Workspace


class Spread(QWidget):
    """Folds to the width there is; what is not looked at is filled when it is."""

    clause_chosen = Signal(object)
    """The `TextRow` of the clause at hand, or None."""

    def __init__(self, workspace: Workspace, model: DraftModel, t: Translator) -> None:
        super().__init__()
        self._workspace, self._model = workspace, model
        self._standing: Declaration | None = None
        self.side = Side(workspace)
        self.page = TextPage(workspace, model, t)
        self.text = self.page.text
        self.unused = NotUsed(workspace)
        self.peek = SourcesPeek(workspace, self.page)
        self._views = QStackedWidget()
        self._views.addWidget(self.page)
        self._views.addWidget(self.unused)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.side)
        line.addWidget(self._views, 1)
        self.page.resized.connect(self.lay)
        self.text.chosen.connect(self._on_clause_chosen)
        self.text.sources_asked.connect(self._on_sources_asked)
        self.peek.closed.connect(self.close_peek)

    @property
    def shows_unused(self) -> bool:
        """What is not used is looked at, not the text."""
        return self._views.currentWidget() is self.unused

    def show_view(self, name: str) -> None:
        """Show the text, or what is not used."""
        self.text.end_edit()
        self._views.setCurrentWidget(self.unused if name == UNUSED else self.page)
        self._show_unused()

    def show_draft(self, standing: Declaration, needs: Needs, entries: list[Entry]) -> None:
        """Show what there is of a declaration around its text."""
        self._standing = standing
        self.side.outline.show_entries(entries, standing)
        self.side.needs.show_needs(needs)
        self.side.needs.follow(self.side.outline)
        self.page.coverage.show_coverage(coverage_of(standing))
        self.page.finding.show_rows(self._model.rows)
        self._show_unused()
        self._on_clause_chosen(self.text.row)

    def go_find(self) -> None:
        """Go to the field to find words in what is looked at."""
        if self.shows_unused:
            self.unused.go_find()
        else:
            self.close_peek()
            self.page.go_find(self._model.rows)

    def fold(self, outline: bool) -> None:
        """Fit to the width of the window; ``outline`` says that the outline stands beside the text."""
        self.side.setVisible(outline)
        self.side.fold(fold_of(self, self._workspace.theme))
        self.lay()

    def lay(self) -> None:
        """Fit words and peek to each other."""
        self.page.lay()
        self.peek.lie(self.page.peek_room())
        self.unused.lie(self.text.words_edge(), self.page.words_width())

    def open_peek(self) -> None:
        """Show where the clause at hand comes from."""
        self.peek.lie(self.page.peek_room())
        self.peek.open()

    def close_peek(self) -> None:
        """Put the sources away; if the keyboard was there, it goes back to the text."""
        had_keyboard = self.peek.has_keyboard()
        self.peek.hide()
        if had_keyboard:
            self.text.setFocus()

    def mark_place(self, clause: UUID | None) -> None:
        """Show in the outline where a clause stands."""
        self.side.outline.mark_place(clause)

    def _show_unused(self) -> None:
        if self._standing is not None and self.shows_unused:
            self.unused.show_draft(self._standing)

    def _on_clause_chosen(self, row: TextRow | None) -> None:
        self.peek.show_clause(row, self._standing)
        self.mark_place(row.id if row else None)
        self.clause_chosen.emit(row)

    def _on_sources_asked(self) -> None:
        if self.peek.is_open:
            self.close_peek()
        else:
            self.open_peek()
