"""What a consultation is to achieve, what it rests on and inherits, what it does through the year, and its calendar."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from consultation.model import (
    Activity,
    Evidence,
    Inheritance,
    KnownVocabulary,
    Milestone,
    Objective,
    Record,
    Reference,
    Result,
    Term,
)
from consultation.store import Store

R = TypeVar("R", bound=Record)


class Due(StrEnum):
    """How a milestone stands on a day."""

    LATE = "late"
    NEXT = "next"
    LATER = "later"
    OPEN = "open"
    """Nobody has said when."""
    DONE = "done"


def objectives_with_results(store: Store) -> list[tuple[Objective | None, list[Result]]]:
    """Return each objective with the results expected of it, in their order; last those of none."""
    objectives = _ranked(store.all(Objective))
    known = {objective.id for objective in objectives}
    below: dict[UUID | None, list[Result]] = defaultdict(list)
    for result in _ranked(store.all(Result)):
        below[result.objective if result.objective in known else None].append(result)
    found: list[tuple[Objective | None, list[Result]]] = [(each, below[each.id]) for each in objectives]
    return [*found, (None, below[None])] if below[None] else found


def references_with_evidence(store: Store) -> list[tuple[Reference | None, list[Evidence]]]:
    """Return each document with what is quoted of it by page, by author and year; last, what has no document."""
    documents = sorted(
        store.all(Reference), key=lambda each: (each.authors[:1] or [each.title], each.year or 0, each.id)
    )
    known = {document.id for document in documents}
    below: dict[UUID | None, list[Evidence]] = defaultdict(list)
    for evidence in store.all(Evidence):
        below[evidence.reference if evidence.reference in known else None].append(evidence)
    for quoted in below.values():
        quoted.sort(key=lambda each: (_as_number(each.page), each.page, each.id))
    found: list[tuple[Reference | None, list[Evidence]]] = [(each, below[each.id]) for each in documents]
    return [*found, (None, below[None])] if below[None] else found


def inherited_clauses(store: Store) -> list[tuple[Reference | None, list[Inheritance]]]:
    """Return what earlier documents said, clause by clause in their order, document by document."""
    documents = {each.id: each for each in store.all(Reference)}
    below: dict[UUID | None, list[Inheritance]] = defaultdict(list)
    for clause in _ranked(store.all(Inheritance)):
        below[clause.reference if clause.reference in documents else None].append(clause)
    return [(documents[key] if key else None, clauses) for key, clauses in below.items()]


def activities_by_axis(store: Store) -> list[tuple[Term | None, list[Activity]]]:
    """Return the activities of each axis by half-year; those of no axis last."""
    axes = {term.id: term for term in store.terms(KnownVocabulary.AXIS)}
    below: dict[UUID | None, list[Activity]] = defaultdict(list)
    for activity in sorted(store.all(Activity), key=lambda each: (each.half_year or "9999", each.id)):
        below[activity.axis if activity.axis in axes else None].append(activity)
    found: list[tuple[Term | None, list[Activity]]] = [(term, below[key]) for key, term in axes.items() if below[key]]
    return [*found, (None, below[None])] if below[None] else found


def calendar(store: Store, today: date) -> list[tuple[Milestone, Due]]:
    """Return the dates the consultation is tied to: what is due next first, then without a date, then what is done."""
    dated = sorted(store.all(Milestone), key=lambda each: (each.done, _when(each) or "9999", each.id))
    found: list[tuple[Milestone, Due]] = []
    next_said = False
    for milestone in dated:
        due = _due(milestone, today)
        if due is Due.LATER and not next_said:
            due, next_said = Due.NEXT, True
        found.append((milestone, due))
    return found


def _due(milestone: Milestone, today: date) -> Due:
    when = _when(milestone)
    if milestone.done:
        return Due.DONE
    if not when:
        return Due.OPEN
    return Due.LATE if when < today.isoformat()[: len(when)] else Due.LATER


def _when(milestone: Milestone) -> str:
    return milestone.on.isoformat() if milestone.on else milestone.month


def _ranked(records: Iterable[R]) -> list[R]:
    return sorted(records, key=lambda each: (getattr(each, "rank", 0), each.id))


def _as_number(page: str) -> int:
    digits = "".join(letter for letter in page.partition("-")[0] if letter.isdecimal())
    return int(digits) if digits else 0
