"""What earlier documents said, clause by clause, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence

from consultation.language import N_
from consultation.model import Commitment, Inheritance, InheritanceState, Recommendation, Record
from consultation.ordering import rank_behind
from consultation.reading.aims import inherited_clauses
from consultation.words import choice_name, shortened
from ui.actions import preparing
from ui.prepare.aims.rows import Row
from ui.prepare.aims.section import STATE_WIDTH, Section
from ui.prepare.form import Chosen, Entry, ManyChosen
from ui.widgets.table import Column
from ui.widgets.table_rows import Cell

TONES = {
    InheritanceState.UNKNOWN: "incomplete",
    InheritanceState.KEPT: "done",
    InheritanceState.NOT_KEPT: "conflict",
    InheritanceState.CARRIED_ON: "accent",
}


class Inherited(Section):
    """What earlier documents said, clause by clause, and what became of it."""

    kinds = (Inheritance,)
    ordered = True
    name = N_("What it inherits")
    empty = N_(
        "An earlier declaration clause by clause, and what became of each; unfinished commitments can be carried over."
    )
    add = N_("Add a clause")
    brings = preparing.CARRY_OVER

    def columns(self) -> Sequence[Column]:
        return (
            Column(self.t("No."), 64),
            Column(self.t("What was said"), widest=560),
            Column(self.t("What became of it"), STATE_WIDTH),
            Column(self.t("What shows it"), 220, folds=1, widest=460),
        )

    def rows(self) -> list[Row]:
        found: list[Row] = []
        for document, clauses in inherited_clauses(self.workspace.store):
            heading = document.title if document is not None else self.t("Of no document")
            found.append(Row(None, (Cell(), Cell(heading, tone="muted", strong=True))))
            found += [self._clause(each) for each in clauses]
        return found

    def made(self, typed: str, at_hand: Record | None) -> Record:
        store = self.workspace.store
        document = at_hand.reference if isinstance(at_hand, Inheritance) else None
        rank = rank_behind(store.all(Inheritance))
        return Inheritance(id=store.new_id(), text=typed, language=self.language(), reference=document, rank=rank)

    def entries(self, kind: type[Record]) -> list[Entry]:
        store = self.workspace.store
        carrying = [(each.id, shortened(each.text)) for each in store.all(Recommendation)]
        carrying += [(each.id, shortened(each.text)) for each in store.all(Commitment)]
        return [
            self.translated(Inheritance, "text", 3),
            self.line(Inheritance, "number"),
            Chosen(
                self.workspace,
                self.field(Inheritance, "reference"),
                "reference",
                [(None, self.t("Of no document")), *self.documents()],
            ),
            self.choice(Inheritance, "state", InheritanceState),
            self.text(Inheritance, "note", 2),
            ManyChosen(self.workspace, self.field(Inheritance, "carried_by"), "carried_by", carrying),
        ]

    def siblings(self, record: Record) -> list[Record]:
        groups = inherited_clauses(self.workspace.store)
        return next(([*clauses] for _, clauses in groups if any(each.id == record.id for each in clauses)), [])

    def _clause(self, clause: Inheritance) -> Row:
        cells = (
            Cell(clause.number, tone="muted"),
            Cell(self.own_words(clause)),
            Cell(choice_name(self.t, clause.state), tone=TONES[clause.state]),
            Cell(clause.note, tone="muted"),
        )
        return Row(clause, cells)
