"""What a consultation mechanism does through the year, by axis and half-year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from consultation.language import N_
from consultation.model import Activity, ActivityState, KnownVocabulary, Record
from consultation.reading.aims import activities_by_axis
from consultation.words import choice_name, half_year_name
from ui.prepare.aims.rows import Row
from ui.prepare.aims.section import Section
from ui.prepare.form import Chosen, Entry, ManyChosen
from ui.widgets.table import Column
from ui.widgets.table_rows import Cell

TONES = {
    ActivityState.PLANNED: "muted",
    ActivityState.DONE: "done",
    ActivityState.ADAPTED: "incomplete",
}


class Activities(Section):
    """What a consultation mechanism does, axis by axis and half-year by half-year."""

    kinds = (Activity,)
    name = N_("Activities")
    empty = N_("What is done through the year, by axis and half-year, and what came of it.")
    add = N_("Add an activity")

    def columns(self) -> Sequence[Column]:
        return (
            Column(self.t("Activity")),
            Column(self.t("Half-year"), 170),
            Column(self.t("State"), 120),
            Column(self.t("What came of it"), 240, folds=1, widest=460),
        )

    def rows(self) -> list[Row]:
        found: list[Row] = []
        for axis, activities in activities_by_axis(self.workspace.store):
            heading = self.words(axis.label) if axis is not None else self.t("Of no axis")
            found.append(Row(None, (Cell(heading, tone="muted", strong=True),)))
            found += [self._activity(each) for each in activities]
        return found

    def made(self, typed: str, at_hand: Record | None) -> Record:
        like = at_hand if isinstance(at_hand, Activity) else None
        return Activity(
            id=self.workspace.store.new_id(),
            title=typed,
            language=self.language(),
            axis=like.axis if like else None,
            half_year=like.half_year if like else "",
        )

    def entries(self, kind: type[Record]) -> list[Entry]:
        axes = [(None, self.t("Of no axis")), *self.terms(KnownVocabulary.AXIS)]
        return [
            self.translated(Activity, "title", 1),
            Chosen(self.workspace, self.field(Activity, "axis"), "axis", axes),
            Chosen(self.workspace, self.field(Activity, "half_year"), "half_year", self._half_years()),
            self.choice(Activity, "state", ActivityState),
            self.text(Activity, "outcome", 2),
            ManyChosen(self.workspace, self.field(Activity, "organisations"), "organisations", self.organisations()),
            self.chosen_terms(Activity),
        ]

    def _half_years(self) -> list[tuple[str, str]]:
        held = {each.half_year for each in self.workspace.store.all(Activity) if each.half_year}
        starts = self.workspace.consultation.starts or date.today()
        near = {f"{year}-H{half}" for year in range(starts.year - 2, starts.year + 3) for half in (1, 2)}
        named = [(each, self._half_year(each)) for each in sorted(held | near)]
        return [("", self.t("Nobody has said")), *named]

    def _half_year(self, value: str) -> str:
        return half_year_name(self.t, value) if value else ""

    def _activity(self, activity: Activity) -> Row:
        cells = (
            Cell(self.own_words(activity, "title")),
            Cell(self._half_year(activity.half_year)),
            Cell(choice_name(self.t, activity.state), tone=TONES[activity.state]),
            Cell(activity.outcome, tone="muted"),
        )
        return Row(activity, cells)
