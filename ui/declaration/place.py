"""The Declaration place: outline, text and sources side by side, drafting and exporting."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from consultation.drafting import Refreshed, draft_declaration
from consultation.language import DOCUMENT_LANGUAGES, translator
from consultation.model import (
    Consultation,
    Item,
    Paragraph,
    Person,
    Recommendation,
    Reservation,
    Section,
    Session,
    Support,
    Term,
)
from consultation.reading.declaration import languages_drafted, read_declaration
from consultation.reading.parts import PARTS, Parts
from consultation.reading.passages import Declaration, ItemText, ParagraphText
from consultation.store import Written
from consultation.words import what_drafting_did
from ui import actions
from ui.declaration.draft_model import DraftModel
from ui.declaration.export import Export
from ui.declaration.first_step import FirstStep
from ui.declaration.language_choice import LanguageChoice
from ui.declaration.outline import Outline
from ui.declaration.panel import Panel
from ui.declaration.rows import TextRow, record_of, rows_of
from ui.declaration.text_view import TextView
from ui.keys import bind, offer, tip
from ui.page import Page
from ui.touched import Touched
from ui.widgets.buttons import button, icon_button, main_button
from ui.widgets.words import caption, title
from ui.workspace import Workspace


class DeclarationPlace(Page):
    """The declaration."""

    shown_by = actions.GO_DECLARATION
    kinds = (Section, Paragraph, Item, Recommendation, Support, Reservation, Person, Session, Term, Consultation)
    stands_here = (Paragraph, Item)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._language = ""
        self._standing: Declaration | None = None
        self._export = Export(workspace, self)
        self._build()
        self._connect()

    @property
    def language(self) -> str:
        """The language of the document; empty until the place is shown."""
        return self._language

    @property
    def standing(self) -> Declaration | None:
        """The declaration as it is shown; None until the place is shown."""
        return self._standing

    @property
    def clauses(self) -> list[TextRow]:
        """The paragraphs and items that are shown."""
        return self._model.clauses

    def state(self) -> dict[str, Any]:
        """Return what is chosen, for the page in another language."""
        if not self._language:
            return {}
        return {
            "language": self._language,
            "clause": self.text.row.id if self.text.row else None,
            "panel": self.panel.isVisibleTo(self),
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Take up where the page in the other language was."""
        if not state:
            return
        self.catch_up()
        self.speak(state["language"])
        self.text.choose(state["clause"])
        self.panel.setVisible(state["panel"])

    def flush(self) -> None:
        """Save what is typed."""
        self.text.flush()
        self._workspace.settings.keep_shape("declaration", self._split.saveState())

    def go_find(self) -> None:
        """Go to the field to find words."""
        self.outline.go_find()

    def speak(self, language: str) -> None:
        """Show the document in another language."""
        self.text.end_edit()
        self._language = language
        self._workspace.settings.keep("declaration/language", language)
        self._show_draft()

    def make_draft(self) -> None:
        """Make the draft in the language of the document, or bring it up to date."""
        self.text.end_edit()
        workspace, drafted = self._workspace, list[Refreshed]()

        def draft() -> Written:
            drafted.append(draft_declaration(workspace.store, translator(self._language)))
            return drafted[0].written

        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            with workspace.together() as step:
                if workspace.do("", draft):
                    step.name = " ".join(what_drafting_did(workspace.t, drafted[0]))
        finally:
            QGuiApplication.restoreOverrideCursor()
        if not step.done:
            return
        (refreshed,) = drafted
        if not step.written:
            workspace.messages.say(step.name, "done")
        if refreshed.new and not refreshed.first:
            self.text.choose(refreshed.new[0])
        self.text.setFocus()

    def export(self) -> None:
        """Ask where to write the declaration, and write it."""
        self.text.flush()
        if self._standing is not None and self._standing.is_made:
            self._export.ask(self._language)

    def leave_out(self) -> None:
        """Leave the clause at hand out of the document; drafting does not bring it back, a person can."""
        row, place = self.text.row, self.text.currentIndex().row()
        if row is None or row.passage is None:
            return
        t, number = self._workspace.t, row.passage.number
        said = t("Clause {number} is left out.").format(number=number) if number else t("It is left out.")
        if self._mark_left_out(row.passage, True, said):
            self.text.choose_near(place)

    def bring_back(self, passage: ParagraphText | ItemText) -> None:
        """Take a paragraph or an item that was left out into the document again."""
        if self._mark_left_out(passage, False, self._workspace.t("It is back in the declaration.")):
            self.text.choose(passage.id)

    def show_record(self, record_id: UUID) -> None:
        """Show a clause where it stands, and select it."""
        self.catch_up()
        self.text.choose(record_id)
        self.text.setFocus()

    def refresh(self, touched: Touched) -> None:
        """Show the draft as it is in the file; the first time, choose its language."""
        self._language = self._language or self._first_language()
        self._show_draft()

    def _build(self) -> None:
        self._model = DraftModel(self)
        self.outline = Outline(self._workspace, self._model)
        self.text = TextView(self._workspace, self._model)
        self.panel = Panel(self._workspace)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setHandleWidth(1)
        self._split.setChildrenCollapsible(False)
        for part, narrowest in ((self.outline, 200), (self.text, 360), (self.panel, 280)):
            part.setMinimumWidth(narrowest)
            self._split.addWidget(part)
        self._split.setStretchFactor(1, 1)
        self._split.setSizes([248, 700, 352])
        self._split.restoreState(self._workspace.settings.shape("declaration"))
        self._pages = QStackedWidget()
        self.first = FirstStep(self._workspace)
        self._pages.addWidget(self.first)
        self._pages.addWidget(self._split)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(16)
        column.addLayout(self._head())
        column.addWidget(self._pages, 1)

    def _head(self) -> QHBoxLayout:
        t, theme = self._workspace.t, self._workspace.theme
        self._summary = caption(wrap=False)
        self.languages = LanguageChoice(self._workspace)
        draft, export, sources = actions.DRAFT, actions.EXPORT, actions.SOURCES
        self.again = button(theme, t(draft.label), self.make_draft, draft.icon, tip(t, draft))
        self.exporting = main_button(theme, t(export.label), self.export, export.icon, tip(t, export))
        self._beside = icon_button(theme, sources.icon, tip(t, sources), self._on_panel_asked)
        head = QHBoxLayout()
        head.setContentsMargins(24, 0, 16, 0)
        head.setSpacing(8)
        head.addWidget(title(self.title(t)))
        head.addSpacing(8)
        head.addWidget(self._summary)
        head.addStretch(1)
        for part in (self.languages, self.again, self.exporting, self._beside):
            head.addWidget(part)
        return head

    def _connect(self) -> None:
        self.first.draft_asked.connect(self.make_draft)
        self.outline.asked.connect(self.text.choose)
        self.text.chosen.connect(self._on_clause_chosen)
        self.text.leave_out_asked.connect(self.leave_out)
        self.panel.leave_out_asked.connect(self.leave_out)
        self.panel.back_asked.connect(self.bring_back)
        self.panel.taken.connect(self._on_wording_taken)
        self.panel.closed.connect(self._on_panel_asked)
        for choice in (self.languages, self.first.languages):
            choice.chosen.connect(self.speak)
        bind(self, actions.DRAFT, self.make_draft)
        bind(self, actions.EXPORT, self.export)
        bind(self, actions.SOURCES, self._on_panel_asked)
        for action, act in ((actions.EDIT_CLAUSE, self.text.edit_clause), (actions.LEAVE_OUT, self.leave_out)):
            offer(self.text, action, act, lambda: self.text.row is not None)

    def _first_language(self) -> str:
        """Begin in the language of the draft there is, else in the one chosen last, else in the window's."""
        drafted = languages_drafted(self._workspace.store)
        kept = self._workspace.settings.value("declaration/language")
        if kept in DOCUMENT_LANGUAGES and (kept in drafted or not drafted):
            return str(kept)
        return max(drafted, key=lambda code: drafted[code], default=self._workspace.t.language)

    def _show_draft(self) -> None:
        """Show the draft as it is in the file, with the same clause at hand."""
        t = translator(self._language)
        at_hand: UUID | None = self.text.row.id if self.text.row else None
        self._standing = read_declaration(self._workspace.store, t)
        self.text.speak(t)
        rows = rows_of(self._standing, t)
        fits = self._model.fits(rows)
        self.panel.show_draft(self._standing)
        self._model.show(rows)
        if not fits:
            self.text.choose(at_hand)
            if self.text.row is None:
                self.text.choose_near(0)
        self._say_what_there_is(self._standing)

    def _say_what_there_is(self, standing: Declaration) -> None:
        t, there = self._workspace.t, standing.is_made
        self.languages.show_language(self._language)
        for part in (self.again, self.exporting, self._beside, self._summary, self.languages):
            part.setVisible(there)
        said = [t.plural("{count} clause", "{count} clauses", len(standing.paragraphs))]
        if standing.edited:
            said.append(t.plural("{count} edited", "{count} edited", standing.edited))
        self._summary.setText(" · ".join(said))
        self.first.show_language(self._language)
        self._pages.setCurrentWidget(self._split if there else self.first)
        self.setFocusProxy(self.text if there else self.first)

    def _mark_left_out(self, passage: ParagraphText | ItemText, left_out: bool, said: str) -> bool:
        store = self._workspace.store
        record = record_of(store, passage)
        return self._workspace.do(said, lambda: store.change(record, left_out=left_out))

    def _on_clause_chosen(self, row: TextRow | None) -> None:
        self.panel.show_clause(row)
        self.outline.mark_place(row.id if row else None)

    def _on_wording_taken(self, parts: Parts) -> None:
        row = self.text.row
        if row is None or row.passage is None:
            return
        self.text.end_edit()
        store, said = self._workspace.store, self._workspace.t("The wording that drafting proposes is taken.")
        record = record_of(store, row.passage)
        taken = {
            name: {**getattr(record, name), self._language: getattr(parts, name)}
            for name in PARTS
            if hasattr(record, name)
        }
        self._workspace.do(said, lambda: store.change(record, **taken))

    def _on_panel_asked(self) -> None:
        self.panel.setVisible(not self.panel.isVisibleTo(self))
