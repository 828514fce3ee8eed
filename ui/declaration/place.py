"""The Declaration place: outline, text and sources, drafting and exporting."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from consultation.collecting import without_collecting
from consultation.language import Translator, in_language, translator
from consultation.model import (
    Consultation,
    Edition,
    Group,
    Item,
    Paragraph,
    Person,
    Recommendation,
    Reservation,
    Section,
    Session,
    Support,
    Term,
    Verdict,
)
from consultation.reading.declaration import read_declaration
from consultation.reading.needs import Need, Needs, read_needs, read_wording
from consultation.reading.parts import Parts
from consultation.reading.passages import Declaration, ItemText, ParagraphText
from consultation.reading.recommended import Recommended, read_recommended
from consultation.reading.whereabouts import in_text
from ui.actions import anywhere, declaring
from ui.declaration.draft_model import DraftModel
from ui.declaration.drafting import Drafting
from ui.declaration.export import Export
from ui.declaration.first_step import FirstStep
from ui.declaration.going import Going
from ui.declaration.hands import read_hands
from ui.declaration.head import EDITIONS, TEXT, TWO, UNUSED, DeclarationHead
from ui.declaration.language_choice import first_language, keep_language
from ui.declaration.outline_entries import entries_of
from ui.declaration.rows import TextRow, rows_of
from ui.declaration.spread import Spread
from ui.declaration.standing import facts_of
from ui.declaration.wordings import Wordings
from ui.keys import bind
from ui.last_asked import LastAsked
from ui.look.folds import fold_of, room_of
from ui.page import Page
from ui.touched import Touched
from ui.workspace import Workspace

OUTLINE_FROM = 1100
"""The width of the window at the usual text size from which the outline stands beside the text."""
VIEWS = (
    (declaring.TEXT_VIEW, TEXT),
    (declaring.TWO_LANGUAGES, TWO),
    (declaring.NOT_USED, UNUSED),
    (declaring.EDITIONS, EDITIONS),
)
AT_ONCE = 1_000
"""Recommendations that are looked at for their wording before the page is shown."""
REST_MS = 700
"""How long nothing has to change before more of them are looked at."""
NUMBERED = (Recommendation, Session)
"""What the numbers of the sources depend on."""


class DeclarationPlace(Page):
    """The declaration."""

    shown_by = anywhere.GO_DECLARATION
    kinds = (
        *(Section, Paragraph, Item, Recommendation, Support, Reservation, Person, Session, Term, Consultation),
        *(Group, Verdict, Edition),
    )
    stands_here = (Paragraph, Item)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._language = ""
        self._standing: Declaration | None = None
        self._needs = Needs({}, ())
        self._recommended: Recommended | None = None
        self._facts: tuple[list[str], list[str]] = ([], [])
        self._put_off: Touched | None = None
        self._export = Export(workspace, self)
        self._wordings = Wordings(workspace, self)
        name = workspace.t("Looking for what needs a wording")
        self._looking_up = LastAsked(workspace, name, read_wording, self, REST_MS)
        self._looking_up.told.connect(self._on_wording_told)
        self.drafting = Drafting(workspace, self)
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
    def needs(self) -> Needs:
        """What waits for a person."""
        return self._needs

    @property
    def clauses(self) -> list[TextRow]:
        """The paragraphs and items that are shown."""
        return self._model.clauses

    def status(self) -> tuple[list[str], list[str]]:
        return self._facts

    def state(self) -> dict[str, Any]:
        """Return what is chosen, for the page in another language."""
        if not self._language:
            return {}
        return {
            "language": self._language,
            "clause": self.text.row.id if self.text.row else None,
            "view": self.spread.view,
            "peek": self.spread.peek.is_open,
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Take up where the page in the other language was."""
        if not state:
            return
        self.catch_up()
        self.speak(state["language"])
        self.text.choose(state["clause"])
        self.head.choose(state["view"])
        if state["peek"]:
            self.spread.open_peek()

    def flush(self) -> None:
        """Save what is typed."""
        self.text.flush()
        self.spread.two.flush()

    def go_find(self) -> None:
        """Go to the field to find words."""
        if self._is_made():
            self.spread.go_find()

    def speak(self, language: str) -> None:
        """Show the document in another language."""
        self.text.end_edit()
        self.spread.two.end_edit()
        self._language = language
        keep_language(self._workspace, language)
        self._show_draft()

    def make_draft(self) -> None:
        """Make the draft in the language of the document, or bring it up to date; what is typed is saved before."""
        self.text.end_edit()
        self.drafting.draft(self._language)

    def make_clause(self, recommendation: UUID) -> None:
        """Make a clause of a recommendation that is in none."""
        self.text.end_edit()
        self.drafting.make_clause(recommendation, self._language)

    def export(self) -> None:
        """Ask where to write the declaration, and write it."""
        self.text.flush()
        if self._standing is not None and self._standing.is_made:
            self._export.ask(self._language)

    def bring_back(self, passage: ParagraphText | ItemText) -> None:
        """Take a paragraph or an item that was left out into the document again, and go there."""
        if self.text.acts.bring_back(passage):
            self.going.go_to(passage.id)

    def show_record(self, record_id: UUID) -> None:
        """Show a clause where it stands, and select it."""
        self.catch_up()
        self.going.go_to(record_id)

    def go_on(self, need: Need | None = None) -> None:
        """Go to the next thing that waits for a person, for one need or for any."""
        self.going.go_on(need)

    def show_unused(self) -> None:
        """Show what is not in the text."""
        self.going.show_unused()

    def refresh(self, touched: Touched) -> None:
        """Show the draft as it is in the file; the first time, choose its language.

        While a clause is being typed, what is written of it is shown by its editor; the rest waits until that is done.
        """
        if self.text.is_wording:
            self._put_off = touched if self._put_off is None else self._put_off | touched
            return
        if self._put_off is not None:
            touched, self._put_off = touched | self._put_off, None
        self._language = self._language or first_language(self._workspace)
        if touched.concerns(*NUMBERED) and not self._is_numbered_still(touched):
            self._recommended = None
        self._show_draft()

    def _is_numbered_still(self, touched: Touched) -> bool:
        """Tell whether what was written leaves the numbers of the recommendations as they are."""
        if self._recommended is None or touched.concerns(Session):
            return False
        return self._recommended.holds_after(self._workspace.store, touched.records)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _build(self) -> None:
        workspace, self._model = self._workspace, DraftModel(self)
        self.head = DeclarationHead(
            workspace, self.title(workspace.t), self.make_draft, self.export, lambda: self.go_on()
        )
        self.spread = Spread(workspace, self._model, workspace.t)
        self.text = self.spread.text
        self.going = Going(self.head, self.spread, self)
        self.first = FirstStep(workspace)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.first)
        self._pages.addWidget(self.spread)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        spread = self.spread
        self.first.draft_asked.connect(self.make_draft)
        spread.clause_chosen.connect(lambda row: self.head.outline.mark_place(row.id if row else None))
        spread.unused.back_asked.connect(self.bring_back)
        spread.unused.clause_asked.connect(self.make_clause)
        spread.unused.worded.connect(self._wordings.word)
        spread.peek.mending.left_out.connect(self.text.acts.leave_out)
        spread.peek.mending.wording_chosen.connect(self._wordings.follow)
        spread.two.left_chosen.connect(self.speak)
        spread.two.draft_asked.connect(self.drafting.draft)
        spread.two.counted.connect(self.head.show_brackets)
        spread.editions.export_asked.connect(self._export.ask_edition)
        spread.editions.passage_asked.connect(self._on_passage_beside_asked)
        spread.peek.taken.connect(self._on_wording_taken)
        self.text.edit_ended.connect(self._on_edit_ended)
        spread.side.outline.moved.connect(self.text.doing.move_entry)
        spread.side.outline.dropped.connect(self.text.doing.drop_on_entry)
        self.drafting.drafted.connect(self._on_drafted)
        self.head.view_chosen.connect(spread.show_view)
        for choice in (self.head.languages, self.first.languages):
            choice.chosen.connect(self.speak)
        self._workspace.theme.changed.connect(self._fold)
        bind(self, declaring.DRAFT, self.make_draft)
        bind(self, declaring.EXPORT, self.export, self._is_made)
        bind(self, declaring.FREEZE, partial(self.going.show_view, EDITIONS), self._is_made)
        bind(self, declaring.NEXT_NEED, self.go_on, self._is_made)
        for action, view in VIEWS:
            bind(self, action, partial(self.going.show_view, view), self._is_made)

    def _is_made(self) -> bool:
        return self._standing is not None and self._standing.is_made

    def _show_draft(self) -> None:
        """Show the draft as it is in the file, with the same clause at hand."""
        store, t = self._workspace.store, translator(self._language)
        at_hand: UUID | None = self.text.row.id if self.text.row and self._is_made() else None
        with without_collecting():
            self._recommended = self._recommended or read_recommended(store)
            standing = self._standing = read_declaration(store, t, self._recommended)
            self._needs = read_needs(store, standing, AT_ONCE)
            declares = in_language(store.consultation.declares, self._language) or t("Declare the following:")
            rows = rows_of(standing, self._needs, t, read_hands(store, standing, t), declares)
        self.text.speak(t)
        fits = self._model.fits(rows)
        self._model.show(rows)
        self._wordings.speak(self._language)
        self.going.show_needs(self._needs, (row.id for row in self.clauses if row.id))
        if not fits:
            self.text.choose(at_hand)
            if self.text.row is None:
                self.text.choose_near(0)
        self._show_around(standing, self._workspace.t)
        self._looking_up.ask(standing if len(standing.unused_agreed) > AT_ONCE else None)

    def _on_wording_told(self, wording: tuple[UUID, ...]) -> None:
        """Show what needs a wording as well, where that took longer to find out."""
        if self._standing is None:
            return
        self._needs = replace(self._needs, wording=wording)
        self.going.show_needs(self._needs, (row.id for row in self.clauses if row.id))
        self._show_around(self._standing, self._workspace.t)

    def _show_around(self, standing: Declaration, t: Translator) -> None:
        """Show what there is of it beside the text."""
        entries = entries_of(standing, t)
        self.head.outline.show_entries(entries, standing)
        if self._recommended is not None:
            self.spread.show_draft(standing, self._needs, entries, self._recommended)
        self.head.languages.show_language(self._language)
        if not standing.is_made:
            self.first.show_language(self._language, elsewhere=bool(standing.languages))
        self._pages.setCurrentIndex(1 if standing.is_made else 0)
        self.setFocusProxy(self.text if standing.is_made else self.first)
        unused = len(standing.source_numbers) - len(in_text(standing))
        self.head.show_editions(self._workspace.store.count(Edition))
        self.head.show_draft(self._is_made(), unused, self._needs.total)
        self._facts = facts_of(self._workspace, standing, self._needs)
        self.status_changed.emit()
        self._fold()

    def _fold(self) -> None:
        """Fold to the width of the window: where there is little, the outline goes into the head."""
        theme = self._workspace.theme
        room = room_of(self, theme)
        self.spread.fold(room >= OUTLINE_FROM)
        self.head.fold(room >= OUTLINE_FROM, fold_of(self, theme), room)

    def _on_edit_ended(self) -> None:
        """Show what was put off while a clause was typed."""
        if self._put_off is not None and self._workspace.is_readable:
            self.refresh(self._put_off)

    def _on_passage_beside_asked(self, language: str, passage: UUID) -> None:
        """Go to a passage that waits, in the text of another language, to mend it there."""
        if language != self._language:
            self.speak(language)
        self.going.mend(passage)

    def _on_drafted(self, clause: UUID | None) -> None:
        if not self.isVisible():
            return
        self.catch_up()
        if clause is not None:
            self.going.go_to(clause)
        else:
            self.text.setFocus()

    def _on_wording_taken(self, parts: Parts) -> None:
        row = self.text.row
        if row is not None and row.passage is not None:
            self.text.end_edit()
            self._wordings.take(row.passage, parts)
