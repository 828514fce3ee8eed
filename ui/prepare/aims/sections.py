"""The sections of the aims: objectives, documents, what is inherited, activities, the calendar."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from consultation.language import N_, NC_
from consultation.model import (
    Activity,
    ActivityState,
    Commitment,
    Evidence,
    EvidenceStrength,
    Inheritance,
    InheritanceState,
    KnownVocabulary,
    Milestone,
    Objective,
    Recommendation,
    Record,
    Reference,
    ReferenceKind,
    Result,
    ResultState,
)
from consultation.ordering import rank_behind
from consultation.reading.aims import (
    Due,
    activities_by_axis,
    calendar,
    inherited_clauses,
    objectives_with_results,
    references_with_evidence,
)
from consultation.words import choice_name, half_year_name, shortened
from ui.prepare.aims.rows import Cell, Row
from ui.prepare.aims.section import Section
from ui.prepare.form import Chosen, DayOf, Entry, LinesOf, ManyChosen, NumberOf, Plain, Ticked, line_for, text_for
from ui.widgets.table import Column

STATE = 150
TONES = {
    ResultState.OPEN: "muted",
    ResultState.REACHED: "done",
    ResultState.PARTLY: "incomplete",
    ResultState.NOT_REACHED: "conflict",
    InheritanceState.UNKNOWN: "incomplete",
    InheritanceState.KEPT: "done",
    InheritanceState.NOT_KEPT: "conflict",
    InheritanceState.CARRIED_ON: "accent",
    ActivityState.PLANNED: "muted",
    ActivityState.DONE: "done",
    ActivityState.ADAPTED: "incomplete",
}
DUE = {
    Due.LATE: (NC_("milestone", "late"), "conflict"),
    Due.NEXT: (NC_("milestone", "next"), "accent"),
    Due.LATER: (NC_("milestone", "later"), "muted"),
    Due.OPEN: (NC_("milestone", "no date yet"), "incomplete"),
    Due.DONE: (NC_("milestone", "done"), "done"),
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
            Column(self.t("State"), STATE),
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


class Documents(Section):
    """Documents the consultation rests on, quoted by page."""

    kinds = (Reference, Evidence)
    name = N_("Guiding documents")
    empty = N_(
        "What the consultation rests on, and may quote by page. A reference manager’s RIS or CSL-JSON file can be read."
    )
    add = N_("Add a document")
    add_below = N_("Add a finding by page")

    def columns(self) -> Sequence[Column]:
        return (
            Column(self.t("Title, and what is quoted of it"), widest=560),
            Column(self.t("Year, page"), 96),
            Column(self.t("Kind, strength"), STATE, folds=1, widest=280),
        )

    def rows(self) -> list[Row]:
        found: list[Row] = []
        for document, quoted in references_with_evidence(self.workspace.store):
            if document is not None:
                found.append(self._document(document))
            else:
                found.append(Row(None, (Cell(self.t("Of no document"), tone="muted"),)))
            found += [self._evidence(each) for each in quoted]
        return found

    def made(self, typed: str, at_hand: Record | None) -> Record:
        return Reference(id=self.workspace.store.new_id(), title=typed, sort=ReferenceKind.GUIDING)

    def made_below(self, typed: str, at_hand: Record) -> Record | None:
        document = at_hand.reference if isinstance(at_hand, Evidence) else at_hand.id
        return Evidence(id=self.workspace.store.new_id(), reference=document, text=typed, language=self.language())

    def entries(self, kind: type[Record]) -> list[Entry]:
        if kind is Evidence:
            return [
                self.translated(Evidence, "text", 3),
                self.typed(Evidence, "page", Plain("page")),
                self.choice(Evidence, "strength", EvidenceStrength, self.t("Nobody has said")),
                Chosen(self.workspace, self.field(Evidence, "reference"), "reference", self.documents()),
            ]
        return [
            self.text(Reference, "title", required=True),
            self.choice(Reference, "sort", ReferenceKind),
            text_for(self.workspace, self.t("Authors, one a line"), LinesOf("authors")),
            self.typed(Reference, "year", NumberOf("year")),
            *(self.line(Reference, name) for name in ("publisher", "pages", "link", "language")),
            self.chosen_terms(Reference),
        ]

    def _document(self, document: Reference) -> Row:
        by = "; ".join(filter(None, [*document.authors, document.publisher]))
        cells = (
            Cell(document.title, below=by, strong=True),
            Cell(str(document.year or "")),
            Cell(choice_name(self.t, document.sort), tone="muted"),
        )
        return Row(document, cells)

    def _evidence(self, evidence: Evidence) -> Row:
        strength = choice_name(self.t, evidence.strength) if evidence.strength else ""
        page = self.t("p. {page}").format(page=evidence.page) if evidence.page else self.t("no page")
        cells = (
            Cell(self.own_words(evidence)),
            Cell(page, tone="text" if evidence.page else "incomplete"),
            Cell(strength, tone="muted"),
        )
        return Row(evidence, cells, level=1)


class Inherited(Section):
    """What earlier documents said, clause by clause, and what became of it."""

    kinds = (Inheritance,)
    ordered = True
    name = N_("What it inherits")
    empty = N_(
        "An earlier declaration clause by clause, and what became of each; unfinished commitments can be carried over."
    )
    add = N_("Add a clause")

    def columns(self) -> Sequence[Column]:
        return (
            Column(self.t("No."), 64),
            Column(self.t("What was said"), widest=560),
            Column(self.t("What became of it"), STATE),
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


SECTIONS: tuple[type[Section], ...] = (Objectives, Documents, Inherited, Activities, Calendar)
"""In the order in which they stand at the side."""
