"""What is known of one term: its names, under which it stands, where it is used, and what can be done with it."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from consultation.language import with_language
from consultation.model import KnownVocabulary, Term
from consultation.reading.vocabularies import TermRow, VocabularyTree, name_of_term
from consultation.vocabularies.making import new_term
from consultation.vocabularies.ordering import add_term, move_under
from ui.prepare.words.acts import TermActs
from ui.prepare.words.label_lines import LabelLines
from ui.prepare.words.more import MoreOfTerm
from ui.prepare.words.names import tree_name
from ui.prepare.words.uses import TermUses
from ui.widgets.buttons import icon_button
from ui.widgets.fields import Choice, Field
from ui.widgets.scroll import scrolled
from ui.widgets.words import Elided, caption, rule
from ui.workspace import Workspace

LEVEL = "   "
"""What stands before a name in a list, for each level of the tree."""


class TermForm(QWidget):
    """Shows a term and saves while one types; or takes the names of a new one, which is written with the first."""

    left = Signal()
    entered = Signal()
    """Enter was pressed in a name."""
    made = Signal(object)
    """The id of a term that has just been written."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._tree: VocabularyTree | None = None
        self._term: Term | None = None
        self._after: UUID | None = None
        self._build()

    @property
    def is_new(self) -> bool:
        """It takes the names of a term that is not written yet."""
        return self._tree is not None and self._term is None

    def show_term(self, tree: VocabularyTree, row: TermRow) -> None:
        """Show a term of a vocabulary; what was typed for another is saved first."""
        other = self._term is None or self._term.id != row.term.id
        if other:
            self.flush()
        self._tree, self._term = tree, row.term
        t = self._workspace.t
        self.name.show_text(name_of_term(row.term, t.language))
        above = [name_of_term(tree.by_id[each].term, t.language) for each in row.above]
        self._way.show_text(" › ".join([tree_name(t, tree), *above]))
        self.labels.marks_gaps = row.is_offered
        self.labels.show_labels(tree.languages, row.term.label, force=other)
        self._hint.setVisible(tree.key == KnownVocabulary.ADDRESSEE)
        self._offer_parents(row)
        self.uses.show_uses(row.uses)
        self.acts.show_term(tree, row)
        self.more.show_term(tree, row, force=other)
        for part in self._of_written:
            part.show()

    def show_new(self, tree: VocabularyTree, after: UUID | None) -> None:
        """Take the names of a new term, which comes right below another."""
        self.flush()
        self._tree, self._term, self._after = tree, None, after
        t = self._workspace.t
        self.name.show_text(t("A new term"))
        self._way.show_text(tree_name(t, tree))
        self.labels.show_labels(tree.languages, {}, force=True)
        self._hint.setVisible(tree.key == KnownVocabulary.ADDRESSEE)
        for part in self._of_written:
            part.hide()

    def leave_new(self) -> None:
        """Take no new term, whatever is typed."""
        if self.is_new and self._tree is not None:
            self.labels.show_labels(self._tree.languages, {}, force=True)
            self._tree = None

    def flush(self) -> None:
        """Save what is typed now."""
        self.labels.flush()
        self.more.flush()

    def _build(self) -> None:
        workspace, t, theme = self._workspace, self._workspace.t, self._workspace.theme
        self.name, self._way = Elided("", "heading", strong=True), Elided("", "caption", "muted")
        self.labels = LabelLines(theme, t("Name"), partial(self._save_label, "label"), marks_gaps=True)
        self.labels.entered.connect(self.entered)
        self._hint = caption(t("As it stands in “we call on …”, with its article."))
        self.parent_choice = Choice()
        self.parent_choice.activated.connect(self._on_parent_chosen)
        self.uses, self.acts = TermUses(workspace), TermActs(workspace)
        self.uses.asked.connect(workspace.record_asked)
        self.more = MoreOfTerm(workspace, self._save_label, self._change)
        under = Field(t("Under"), self.parent_choice)
        line = rule()
        self.history_button = icon_button(theme, "history", t("History"), self._on_history)
        self._of_written = [under, self.uses, line, self.acts, self.more, self.history_button]
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(24, 0, 24, 16)
        column.setSpacing(14)
        column.addWidget(self.labels)
        column.addWidget(self._hint)
        for part in (under, self.uses, line, self.acts, self.more):
            column.addWidget(part)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._build_head())
        whole.addWidget(scrolled(body), 1)

    def _build_head(self) -> QVBoxLayout:
        t, theme = self._workspace.t, self._workspace.theme
        line = QHBoxLayout()
        line.setContentsMargins(24, 12, 12, 0)
        line.setSpacing(4)
        line.addWidget(self.name, 1)
        line.addWidget(self.history_button)
        line.addWidget(icon_button(theme, "x", t("Close"), self.left.emit))
        below = QHBoxLayout()
        below.setContentsMargins(24, 0, 24, 12)
        below.addWidget(self._way)
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addLayout(line)
        head.addLayout(below)
        return head

    def _offer_parents(self, row: TermRow) -> None:
        tree, t = self._tree, self._workspace.t
        if tree is None:
            return
        self.parent_choice.clear()
        self.parent_choice.addItem(t("nothing: at the top"), None)
        chosen = row.above[-1] if row.above else None
        for each in tree.rows:
            fits = each.is_offered and tree.may_stand_under(row.term.id, each.term.id)
            if fits or each.term.id == chosen:
                self.parent_choice.addItem(LEVEL * each.depth + name_of_term(each.term, t.language), each.term.id)
        self.parent_choice.setCurrentIndex(max(self.parent_choice.findData(chosen), 0) if chosen else 0)

    def _on_parent_chosen(self) -> None:
        term, parent = self._term, self.parent_choice.currentData()
        if term is not None:
            self._workspace.do("", lambda: move_under(self._workspace.store, term, parent))

    def _on_history(self) -> None:
        if self._term is not None:
            self._workspace.history_asked.emit(self._term)

    def _save_label(self, field: str, language: str, text: str) -> bool:
        """Write a text of the term in one language; a new term is written with its first name."""
        term = self._term
        if term is None:
            return field == "label" and bool(text) and self._make(language, text)
        fresh = self._workspace.store.get(Term, term.id)
        return self._change(**{field: with_language(getattr(fresh, field), language, text)})

    def _change(self, **values: Any) -> bool:
        return self._term is not None and self._workspace.change(self._term, **values)

    def _make(self, language: str, text: str) -> bool:
        tree, store, t = self._tree, self._workspace.store, self._workspace.t
        if tree is None:
            return False
        term = new_term(store, tree.key, {language: text}, self._after)
        self._term = term
        if not self._workspace.do(
            t("“{name}” was added.").format(name=text), lambda: add_term(store, term, self._after)
        ):
            self._term = None
            return False
        self.made.emit(term.id)
        return True
