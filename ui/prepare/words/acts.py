"""What can be done with a term beside naming it: joined with another, retired, brought back."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from consultation.model import Term
from consultation.reading.people import plain
from consultation.reading.vocabularies import TermRow, VocabularyTree, name_of_term
from consultation.vocabularies.retiring import bring_back, join, move_rest, retire
from ui.actions import preparing
from ui.widgets.buttons import WordButton, quiet_button
from ui.widgets.completion import Completion
from ui.widgets.offer import Offer, Row
from ui.widgets.words import caption, words
from ui.workspace import Workspace


class TermActs(QWidget):
    """Join and retire say what they keep; a joined term says which stands for it, and moves what came later."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._tree: VocabularyTree | None = None
        self._row: TermRow | None = None
        self._build()

    def show_term(self, tree: VocabularyTree, row: TermRow) -> None:
        """Show what can be done with a term."""
        t, other = self._workspace.t, self._row is None or self._row.term.id != row.term.id
        self._tree, self._row = tree, row
        stands = tree.by_id.get(row.stands_for_it) if row.stands_for_it else None
        joined = row.term.joined is not None
        self._joining.setVisible(row.is_offered)
        self._retiring.setVisible(row.is_offered)
        self._bringing.setVisible(not row.is_offered)
        self._said.setVisible(stands is not None)
        if stands is not None:
            name = name_of_term(stands.term, t.language)
            self._said.setText(t("“{name}” stands for it now; its own words stay here.").format(name=name))
        rest = len(row.uses) if joined else 0
        self.move_button.setVisible(bool(rest and stands))
        if rest:
            self.move_button.show_words(
                t.plural("Move {count} entry that still names it", "Move {count} entries that still name it", rest)
            )
        if other:
            self._line.clear()
            self._line.hide()

    def ask_other(self) -> None:
        """Go to the line in which the other term is found."""
        if self._row is not None and self._row.is_offered:
            self._line.show()
            self._line.setFocus()
            self._completion.open()

    def retire(self) -> None:
        """Offer the term no longer."""
        row, t = self._row, self._workspace.t
        if row is not None and row.is_offered:
            said = t("“{name}” is no longer offered; what has it keeps it.").format(name=self._name())
            self._workspace.do(said, lambda: retire(self._workspace.store, row.term))

    def bring_back(self) -> None:
        """Offer the term again."""
        row, t = self._row, self._workspace.t
        if row is not None:
            said = t("“{name}” is offered again.").format(name=self._name())
            self._workspace.do(said, lambda: bring_back(self._workspace.store, row.term))

    def move_rest(self) -> None:
        """Give what still names a joined term the one that stands for it."""
        row, t = self._row, self._workspace.t
        if row is not None:
            said = t.plural("{count} entry was moved.", "{count} entries were moved.", len(row.uses))
            self._workspace.do(said, lambda: move_rest(self._workspace.store, row.term))

    def _name(self) -> str:
        assert self._row is not None
        return name_of_term(self._row.term, self._workspace.t.language)

    def _build(self) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        join_it, put_away = preparing.JOIN_TERM, preparing.RETIRE_TERM
        self.join_button = quiet_button(theme, t(join_it.label), self.ask_other, join_it.icon)
        self.retire_button = quiet_button(theme, t(put_away.label), self.retire, put_away.icon)
        self.back_button = quiet_button(theme, t("Bring back"), self.bring_back, "undo-2")
        self.move_button = quiet_button(theme, "", self.move_rest, "arrow-right")
        self._said = words()
        self._line = QLineEdit()
        self._line.setPlaceholderText(t("Type to find"))
        self._line.setAccessibleName(t("The term that is to stand for it"))
        self._completion = Completion(theme, self._line, self._rows)
        self._completion.chosen.connect(self._on_chosen)
        self._line.editingFinished.connect(self._on_left)
        self._line.hide()
        self._joining = _beside(self.join_button, t("both wordings stay"))
        self._retiring = _beside(self.retire_button, t("no longer offered, never lost"))
        self._bringing = _beside(self.back_button, t("offered again as a term of its own"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for part in (self._said, self.move_button, self._joining, self._line, self._retiring, self._bringing):
            column.addWidget(part)

    def _rows(self, typed: str) -> Sequence[Row]:
        tree, row = self._tree, self._row
        if tree is None or row is None:
            return []
        wanted, language = plain(typed), self._workspace.t.language
        offers: list[Row] = []
        for each in tree.rows:
            names = [name_of_term(each.term, language), *each.term.label.values()]
            if each.is_offered and each.term.id != row.term.id and any(wanted in plain(name) for name in names):
                above = tree.by_id[each.above[-1]].term if each.above else None
                offers.append(Offer(each.term.id, names[0], name_of_term(above, language) if above else ""))
        return offers

    def _on_chosen(self, other: UUID) -> None:
        tree, row, t = self._tree, self._row, self._workspace.t
        if tree is None or row is None:
            return
        standing: Term = tree.by_id[other].term
        said = t("“{name}” is joined with “{other}”: both wordings stay.").format(
            name=self._name(), other=name_of_term(standing, t.language)
        )
        self._line.clear()
        self._line.hide()
        self._workspace.do(said, lambda: join(self._workspace.store, row.term, standing))

    def _on_left(self) -> None:
        if not self._line.hasFocus():
            self._line.clear()
            self._line.hide()


def _beside(act: WordButton, remark: str) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(6)
    line.addWidget(act)
    line.addWidget(caption(remark), 1)
    return row
