"""Dates the consultation is tied to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from consultation.language import N_, NC_
from consultation.model import Milestone, Record
from consultation.reading.aims import Due, calendar
from ui.prepare.aims.rows import Row
from ui.prepare.aims.section import Section
from ui.prepare.form import DayOf, Entry, Ticked, line_for
from ui.widgets.table import Column
from ui.widgets.table_rows import Cell

DUE = {
    Due.LATE: (NC_("milestone", "late"), "conflict"),
    Due.NEXT: (NC_("milestone", "next"), "accent"),
    Due.LATER: (NC_("milestone", "later"), "muted"),
    Due.OPEN: (NC_("milestone", "no date yet"), "incomplete"),
    Due.DONE: (NC_("milestone", "done"), "done"),
}


class Calendar(Section):
    """Dates the consultation is tied to, what is due next first."""

    kinds = (Milestone,)
    name = N_("Calendar")
    empty = N_("Dates the consultation is tied to: a council that meets, a report that is due.")
    add = N_("Add a date")

    def columns(self) -> Sequence[Column]:
        return (
            Column(self.t("What"), 0),
            Column(self.t("When"), 160),
            Column("", 120),
            Column(self.t("Note"), 220, folds=1, widest=460),
        )

    def rows(self) -> list[Row]:
        return [self._milestone(*each) for each in calendar(self.workspace.store, date.today())]

    def made(self, typed: str, at_hand: Record | None) -> Record:
        return Milestone(id=self.workspace.store.new_id(), title={self.language(): typed})

    def entries(self, kind: type[Record]) -> list[Entry]:
        return [
            self.said_line(Milestone, "title"),
            line_for(self.workspace, self.t("On which day, or in which month"), DayOf("on", self.t, month="month")),
            Ticked(self.workspace, self.t("It is done"), "done"),
            self.text(Milestone, "note", 2),
        ]

    def _milestone(self, milestone: Milestone, due: Due) -> Row:
        words, tone = DUE[due]
        when = self.t.day(milestone.on, "medium") if milestone.on else ""
        if not when and milestone.month:
            when = self.t.month(date.fromisoformat(f"{milestone.month}-01"))
        cells = (
            Cell(self.words(milestone.title), strong=due is Due.NEXT),
            Cell(when),
            Cell(self.t.context(*words), tone=tone),
            Cell(milestone.note, tone="muted"),
        )
        return Row(milestone, cells)
