"""The words to choose from: vocabularies and their terms, in every language of the consultation."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from consultation.exchange import Grid
from consultation.exchange.matched import Listing, of_vocabulary
from consultation.model import Consultation, Term, Vocabulary
from consultation.reading.term_uses import Use, uses_of_terms, using_kinds
from consultation.reading.vocabularies import VocabularyTree, read_vocabularies, spoken_languages
from consultation.store import Store
from ui.actions import preparing
from ui.keys import bind, offer, pressed, shown
from ui.prepare.view import View
from ui.prepare.words.moving import TermMoves
from ui.prepare.words.names import tree_name
from ui.prepare.words.new_vocabulary import ask_vocabulary
from ui.prepare.words.spread import NO_TERMS, NO_VOCABULARY, NOT_FOUND, TERMS, WordsSpread
from ui.prepare.words.tables import ask_which
from ui.touched import Touched
from ui.widgets.keyed_button import KeyedButton
from ui.widgets.tab_order import follow_the_eye
from ui.workspace import Workspace


class WordsPage(View):
    """The vocabularies beside the terms of the one that is open; what is known of a term in the peek."""

    kinds = (Vocabulary, Term, Consultation, *using_kinds())
    stands_here = (Vocabulary, Term)
    listings = (Listing.TERMS,)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.trees: dict[str, VocabularyTree] = {}
        self.key = ""
        """The key of the vocabulary that is open."""
        self._uses: Mapping[UUID, Sequence[Use]] = {}
        self._folded: dict[str, set[UUID]] = {}
        self._without = ""
        self._build()
        self._connect()

    @classmethod
    def how_many(cls, store: Store) -> int:
        return store.count(Vocabulary)

    @property
    def tree(self) -> VocabularyTree | None:
        """The vocabulary that is open."""
        return self.trees.get(self.key)

    def head_actions(self) -> list[QWidget]:
        t, theme, add, take = self._workspace.t, self._workspace.theme, preparing.ADD_TERM, preparing.IMPORT_WORDS
        self.import_button = KeyedButton(theme, t(take.label), shown(take), self.ask_table, take.icon)
        self.add_button = KeyedButton(theme, t(add.label), shown(add), self.add_term, add.icon, "main")
        return [self.import_button, self.add_button]

    def status(self) -> tuple[list[str], list[str]]:
        """Say how many vocabularies and terms there are, and what lacks most."""
        t, trees = self._workspace.t, list(self.trees.values())
        if not trees:
            return [], []
        facts = [
            t.plural("{count} vocabulary", "{count} vocabularies", len(trees)),
            t.plural("{count} term", "{count} terms", sum(tree.count for tree in trees)),
        ]
        most = max(trees, key=lambda tree: tree.gaps)
        if not most.gaps:
            return facts, []
        said = t("{name}: {count} incomplete").format(name=tree_name(t, most), count=t.number(most.gaps))
        return facts, [said]

    def refresh(self, touched: Touched) -> None:
        """Read the vocabularies anew; what is being typed stays."""
        store = self._workspace.store
        if touched.everything or touched.concerns(*using_kinds()):
            self._uses = uses_of_terms(store)
        self.trees = {tree.key: tree for tree in read_vocabularies(store, self._uses)}
        if self.key not in self.trees:
            self.key = next(iter(self.trees), "")
        self._show()

    def state(self) -> dict[str, Any]:
        row = self.table.at_hand
        return {
            "key": self.key,
            "term": row.term.id if row else None,
            "folded": self._folded,
            "peek": self.peek.isVisibleTo(self),
        }

    def restore(self, state: dict[str, Any]) -> None:
        self.catch_up()
        self._folded = state["folded"]
        self.open(state["key"])
        if state["term"] is not None:
            self.choose(state["term"])
        if state["peek"]:
            self.open_peek()

    def flush(self) -> None:
        self.form.flush()
        self.about.flush()

    def go_find(self) -> None:
        self.bar.field.setFocus()
        self.bar.field.selectAll()

    def show_record(self, record_id: UUID) -> None:
        """Show a term, or a vocabulary."""
        self.catch_up()
        for tree in self.trees.values():
            if record_id in tree.by_id:
                self.open(tree.key)
                self.choose(record_id)
                self.open_peek()
            elif tree.vocabulary is not None and tree.vocabulary.id == record_id:
                self.open(tree.key)

    def go_to_field(self, field: str, language: str) -> None:
        self.form.labels.focus_first(language)

    def open(self, key: str) -> None:
        """Open a vocabulary."""
        if key in self.trees and key != self.key:
            self.flush()
            self.form.leave_new()
            self.key, self._without = key, ""
            self.bar.field.clear()
            self._show()
            self.table.choose(0)
            if self.spread.peeks_at_term and self.table.at_hand is None:
                self.spread.hide_peek()

    def choose(self, term: UUID) -> None:
        """Choose a term; what it stands under is unfolded."""
        tree = self.tree
        if tree is None or term not in tree.by_id:
            return
        if self.table.rows.place_of(term) < 0:
            self._folded.setdefault(self.key, set()).difference_update(tree.by_id[term].above)
            self._without = ""
            self.bar.field.clear()
            self._show_rows()
        self.table.choose_term(term)

    def add_term(self) -> None:
        """Take the names of a new term, below the one that is chosen."""
        if self.tree is None:
            ask_vocabulary(self._workspace, self, self.side.add_button)
            return
        row = self.table.at_hand
        self.form.show_new(self.tree, row.term.id if row else None)
        self.spread.show_peek(self.form)
        self.form.labels.focus_first()

    def edit_term(self) -> None:
        """Go to the names of the chosen term, to the first that lacks."""
        if self.table.at_hand is not None:
            self.open_peek()
            self.form.labels.focus_first()

    def new_vocabulary(self) -> None:
        """Take the names of a vocabulary of the consultation's own."""
        self.about.show_new(spoken_languages(self._workspace.store))
        self.spread.show_peek(self.about)
        self.about.labels.focus_first()

    def edit_vocabulary(self) -> None:
        """Show what is known of the vocabulary that is open."""
        if self.tree is not None:
            self.about.show_vocabulary(self.tree)
            self.spread.show_peek(self.about)
            self.about.labels.focus_first()

    def open_peek(self) -> None:
        """Show what is known of the chosen term."""
        row, tree = self.table.at_hand, self.tree
        if row is not None and tree is not None:
            self.form.show_term(tree, row)
            self.spread.show_peek(self.form)

    def close_peek(self) -> None:
        """Put away what is known of a term, and give the keyboard back to the list."""
        self.flush()
        self.form.leave_new()
        self.spread.hide_peek()
        self.spread.go_to_list()

    def ask_table(self) -> None:
        """Take terms from a table."""
        self.table_asked.emit(Listing.TERMS, False)

    def completing(self) -> Callable[[Grid], Grid]:
        return partial(of_vocabulary, key=self.key) if self.key else super().completing()

    def export(self) -> None:
        """Write the terms of the vocabulary that is open, or of all, to a table."""
        if self.tree is not None:
            ask_which(self._workspace, self.tree, self.bar.export_button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.peek.isVisible() and pressed(event, preparing.LEAVE_TERM):
            self.close_peek()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.spread = WordsSpread(self._workspace)
        spread = self.spread
        self.side, self.bar, self.table = spread.side, spread.bar, spread.table
        self.form, self.about, self.peek = spread.form, spread.about, spread.peek
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(spread)
        self.moves = TermMoves(self._workspace, self.table)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.side.chosen.connect(self.open)
        self.side.added.connect(self._ask_vocabulary)
        self.bar.vocabularies.activated.connect(lambda _: self.open(self.bar.vocabularies.currentData()))
        self.bar.sought.connect(lambda _: self._show_rows())
        self.bar.narrowed.connect(self._on_narrowed)
        self.bar.list_asked.connect(self.table.setFocus)
        self.table.row_asked.connect(self._on_row_asked)
        self.table.edit_asked.connect(self.edit_term)
        self.table.fold_asked.connect(self._on_fold_asked)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._on_row_changed())
        self.form.left.connect(self.close_peek)
        self.form.entered.connect(self.table.setFocus)
        self.form.made.connect(self.choose)
        self.about.left.connect(self.close_peek)
        self.about.made.connect(self.open)
        self.spread.first_term.clicked.connect(self.add_term)
        self.spread.first_vocabulary.clicked.connect(self._ask_vocabulary)
        self.spread.everything.clicked.connect(self._show_everything)
        self.bar.about_asked.connect(self.edit_vocabulary)
        self.bar.export_asked.connect(self.export)
        self.side.list.row_asked.connect(self.edit_vocabulary)
        bind(self, preparing.ADD_TERM, self.add_term)
        bind(self, preparing.TERM_UP, lambda: self.moves.shift(-1), self.moves.is_possible)
        bind(self, preparing.TERM_DOWN, lambda: self.moves.shift(1), self.moves.is_possible)
        bind(self, preparing.TERM_IN, self.moves.move_in, self.moves.is_possible)
        bind(self, preparing.TERM_OUT, self.moves.move_out, self.moves.is_possible)
        bind(self, preparing.JOIN_TERM, self._join, self.moves.is_possible)
        bind(self, preparing.RETIRE_TERM, self._retire, self.moves.is_possible)
        bind(self, preparing.ADD_VOCABULARY, self._ask_vocabulary)
        bind(self, preparing.EDIT_VOCABULARY, self.edit_vocabulary, lambda: self.tree is not None)
        bind(self, preparing.IMPORT_WORDS, self.ask_table)
        bind(self, preparing.EXPORT_WORDS, self.export, lambda: self.tree is not None)
        offer(self.table, preparing.EDIT_TERM, self.edit_term, self.moves.is_possible)
        offer(self.table, preparing.PEEK_TERM, self.open_peek, self.moves.is_possible)
        offer(self.table, preparing.FOLD_TERM, self.table.setFocus)
        offer(self.peek, preparing.LEAVE_TERM, self.close_peek)

    def _show(self) -> None:
        """Show what was read."""
        t, tree = self._workspace.t, self.tree
        self.side.show_trees(list(self.trees.values()), self.key)
        box = self.bar.vocabularies
        box.clear()
        for each in self.trees.values():
            box.addItem(tree_name(t, each), each.key)
        box.setCurrentIndex(max(box.findData(self.key), 0))
        if tree is not None and tree.languages != self.table.rows.languages:
            self.table.rows.show(tree, (), ())
            self.table.show_languages(tree.languages)
        self._show_rows()
        if self.spread.peeks_at_vocabulary and tree is not None:
            self.about.show_vocabulary(tree)
        follow_the_eye(self)
        self.status_changed.emit()

    def _show_rows(self) -> None:
        tree, row = self.tree, self.table.at_hand
        self.bar.show_missing(tree.languages if tree else (), tree.without if tree else {}, self._without)
        if tree is None:
            self.spread.show_middle(NO_VOCABULARY)
            return
        place, words = max(self.table.row, 0), self.bar.field.text()
        folded = self._folded.get(self.key, set()) if not words.strip() and not self._without else set()
        rows = tree.shown(folded, words, self._without)
        self.table.rows.show(tree, rows, folded)
        if row is None or not self.table.choose_term(row.term.id):
            self.table.choose(place)
        self.spread.show_middle(TERMS if rows else NOT_FOUND if tree.rows else NO_TERMS)

    def _on_row_changed(self) -> None:
        if self.spread.peeks_at_term:
            self.open_peek()

    def _on_row_asked(self) -> None:
        if self.spread.peeks_at_term:
            self.close_peek()
        else:
            self.open_peek()

    def _on_fold_asked(self, term: UUID, folded: bool) -> None:
        those = self._folded.setdefault(self.key, set())
        (those.add if folded else those.discard)(term)
        self._show_rows()

    def _on_narrowed(self, language: str) -> None:
        self._without = language
        self._show_rows()

    def _show_everything(self) -> None:
        self._without = ""
        self.bar.field.clear()
        self._show_rows()

    def _ask_vocabulary(self) -> None:
        ask_vocabulary(self._workspace, self, self.side.add_button)

    def _join(self) -> None:
        self.open_peek()
        self.form.acts.ask_other()

    def _retire(self) -> None:
        row, tree = self.table.at_hand, self.tree
        if row is not None and tree is not None:
            self.form.acts.show_term(tree, row)
            self.form.acts.retire()
