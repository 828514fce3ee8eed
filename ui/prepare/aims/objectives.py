"""Objectives, each with the results expected of it."""

from __future__ import annotations

from collections.abc import Sequence

from consultation.language import N_
from consultation.model import Objective, Record, Result, ResultState
from consultation.ordering import rank_behind
from consultation.reading.aims import objectives_with_results
from consultation.words import choice_name
from ui.prepare.aims.rows import Row
from ui.prepare.aims.section import STATE_WIDTH, Section
from ui.prepare.form import DayOf, Entry
from ui.widgets.table import Column
from ui.widgets.table_rows import Cell

TONES = {
    ResultState.OPEN: "muted",
    ResultState.REACHED: "done",
    ResultState.PARTLY: "incomplete",
    ResultState.NOT_REACHED: "conflict",
}


class Objectives(Section):
    """Objectives, each with the results expected of it."""

    kinds = (Objective, Result)
    ordered = True
    name = N_("Objectives and results")
    empty = N_("What is the consultation to achieve, and how will one see that it has? Sessions and documents say it.")
    add = N_("Add an objective")
    add_below = N_("Add a result")

    def columns(self) -> Sequence[Column]:
        return (
            Column(self.t("What is to be achieved"), widest=560),
            Column(self.t("State"), STATE_WIDTH),
            Column(self.t("What shows it"), 240, folds=1, widest=460),
        )

    def rows(self) -> list[Row]:
        found: list[Row] = []
        for objective, results in objectives_with_results(self.workspace.store):
            if objective is not None:
                found.append(Row(objective, (Cell(self.words(objective.title or objective.text), strong=True),)))
            elif results:
                found.append(Row(None, (Cell(self.t("Of no objective"), tone="muted"),)))
            found += [self._result(each) for each in results]
        return found

    def made(self, typed: str, at_hand: Record | None) -> Record:
        store = self.workspace.store
        return Objective(id=store.new_id(), title={self.language(): typed}, rank=rank_behind(store.all(Objective)))

    def made_below(self, typed: str, at_hand: Record) -> Record | None:
        store = self.workspace.store
        objective = at_hand.objective if isinstance(at_hand, Result) else at_hand.id
        rank = rank_behind([each for each in store.all(Result) if each.objective == objective])
        return Result(id=store.new_id(), objective=objective, text={self.language(): typed}, rank=rank)

    def entries(self, kind: type[Record]) -> list[Entry]:
        if kind is Objective:
            return [self.said_line(Objective, "title"), self.said_line(Objective, "text")]
        return [
            self.said_line(Result, "text"),
            self.choice(Result, "state", ResultState),
            self.text(Result, "shown_by", 2),
            self.typed(Result, "on", DayOf("on", self.t)),
        ]

    def siblings(self, record: Record) -> list[Record]:
        groups = objectives_with_results(self.workspace.store)
        if isinstance(record, Objective):
            return [objective for objective, _ in groups if objective is not None]
        return next(([*results] for _, results in groups if any(each.id == record.id for each in results)), [])

    def _result(self, result: Result) -> Row:
        cells = (
            Cell(self.words(result.text)),
            Cell(choice_name(self.t, result.state), tone=TONES[result.state]),
            Cell(result.shown_by, tone="muted"),
        )
        return Row(result, cells, level=1)
