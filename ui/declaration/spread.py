"""The draft laid out: outline beside the text, the peek over its margin, and behind it the other views."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QWidget

from consultation.language import Translator
from consultation.reading.needs import Needs
from consultation.reading.passages import Declaration
from consultation.reading.recommended import Recommended
from consultation.reading.whereabouts import whereabouts_of
from ui.declaration.draft_model import DraftModel
from ui.declaration.editions import Editions
from ui.declaration.head import EDITIONS, TEXT, TWO, UNUSED
from ui.declaration.not_used import NotUsed
from ui.declaration.outline_entries import Entry
from ui.declaration.rows import TextRow
from ui.declaration.side import Side
from ui.declaration.sources_peek import SourcesPeek
from ui.declaration.text_page import TextPage
from ui.declaration.two_languages import TwoLanguages
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
        self._recommended: Recommended | None = None
        self._needs = Needs({})
        self._has_room = True
        self.side = Side(workspace)
        self.page = TextPage(workspace, model, t)
        self.text = self.page.text
        self.two, self.unused, self.editions = TwoLanguages(workspace), NotUsed(workspace), Editions(workspace)
        self.peek = SourcesPeek(workspace, self.page)
        self._views = QStackedWidget()
        self._parts: dict[str, QWidget] = {
            TEXT: self.page,
            TWO: self.two,
            UNUSED: self.unused,
            EDITIONS: self.editions,
        }
        for part in self._parts.values():
            self._views.addWidget(part)
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
    def view(self) -> str:
        """The name of what is looked at."""
        return next(name for name, part in self._parts.items() if part is self._views.currentWidget())

    def show_view(self, name: str) -> None:
        """Show the text, or another view."""
        self.text.end_edit()
        self.two.end_edit()
        at_hand = self.text.row.id if self.text.row is not None else None
        focus = QApplication.focusWidget()
        had_keyboard = focus is not None and self.isAncestorOf(focus)
        self._views.setCurrentWidget(self._parts[name])
        self._show_looked_at()
        if name == TWO:
            self.two.choose(at_hand)
        self.fold(self._has_room)
        if had_keyboard:
            self.take_keyboard()

    def take_keyboard(self) -> None:
        """Give the keyboard to what is looked at."""
        (self.text if self.view == TEXT else self._parts[self.view]).setFocus()

    def show_draft(self, standing: Declaration, needs: Needs, entries: list[Entry], recommended: Recommended) -> None:
        """Show what there is of a declaration around its text."""
        self._standing, self._needs, self._recommended = standing, needs, recommended
        self.side.outline.show_entries(entries, standing)
        self.side.needs.show_needs(needs)
        self.side.needs.follow(self.side.outline)
        self.page.coverage.show_coverage(whereabouts_of(standing, needs))
        self.page.finding.show_rows(self._model.rows)
        self._show_looked_at()
        self._on_clause_chosen(self.text.row)

    def go_find(self) -> None:
        """Go to the field to find words in what is looked at."""
        if self.view == UNUSED:
            self.unused.go_find()
        elif self.view == TEXT:
            self.close_peek()
            self.page.go_find(self._model.rows)

    def fold(self, outline: bool) -> None:
        """Fit to the width of the window; ``outline`` says that there is room beside the text."""
        self._has_room = outline
        fold = fold_of(self, self._workspace.theme)
        self.side.setVisible(outline and self.view == TEXT)
        self.side.fold(fold)
        self.unused.side.fold(fold)
        self.unused.fold(outline)
        self.lay()

    def lay(self) -> None:
        """Fit words and peek to each other."""
        self.page.lay()
        self.peek.lie(self.page.peek_room())

    def open_peek(self) -> None:
        """Show where the clause at hand comes from."""
        self.peek.lie(self.page.peek_room())
        self.peek.open()

    def mend(self) -> None:
        """Show what the clause at hand waits for, and go to what mends it."""
        self.open_peek()
        self.peek.mending.take_keyboard()

    def close_peek(self) -> None:
        """Put the sources away; if the keyboard was there, it goes back to the text."""
        had_keyboard = self.peek.has_keyboard()
        self.peek.hide()
        if had_keyboard:
            self.text.setFocus()

    def mark_place(self, clause: UUID | None) -> None:
        """Show in the outline where a clause stands."""
        self.side.outline.mark_place(clause)

    def _show_looked_at(self) -> None:
        """Fill the view that is looked at; the text is filled already."""
        if self._standing is None or self._recommended is None:
            return
        if self.view == UNUSED:
            self.unused.show_draft(self._standing)
        elif self.view == TWO:
            self.two.show_draft(self._standing, self._recommended)
        elif self.view == EDITIONS:
            self.editions.show_editions()

    def _on_clause_chosen(self, row: TextRow | None) -> None:
        self.peek.show_clause(row, self._standing, self._needs)
        self.mark_place(row.id if row else None)
        self.clause_chosen.emit(row)

    def _on_sources_asked(self) -> None:
        if self.peek.is_open:
            self.close_peek()
        else:
            self.open_peek()
