"""Everything drafting reads, taken from the file once: from here on drafting is a function of values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeVar
from uuid import UUID

from consultation.model import (
    Attendance,
    Commitment,
    CommitmentState,
    Consultation,
    Decision,
    Evidence,
    Group,
    Intervention,
    Item,
    KnownVocabulary,
    Organisation,
    Person,
    Practice,
    Presence,
    Recommendation,
    RecommendationStatus,
    Record,
    Reference,
    Reservation,
    Role,
    Score,
    Session,
    Support,
    Term,
    Verdict,
)
from consultation.reading.parts import is_touched
from consultation.reading.people import MayBeNamed, may_be_named
from consultation.reading.programme import in_order
from consultation.reading.tallies import NOT_COUNTED, Counts, Tally, by_recommendation, count_all
from consultation.store import Store

DONE = (CommitmentState.KEPT, CommitmentState.NOT_KEPT)

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Material:
    """The records of a consultation, as drafting needs them."""

    consultation: Consultation
    terms: dict[UUID, Term]
    sessions: dict[UUID, Session]
    people: dict[UUID, Person]
    named: MayBeNamed
    recommendations: dict[UUID, Recommendation]
    """In the order in which they were made."""
    counts: dict[UUID, Counts]
    """By recommendation; one that nobody counted is missing."""
    reservations: dict[UUID, list[Reservation]]
    """By recommendation."""
    groups: list[Group]
    roles: list[Role]
    attendance: list[Attendance]
    interventions: list[Intervention]
    commitments: list[Commitment] = field(default_factory=list)
    organisations: list[Organisation] = field(default_factory=list)
    practices: list[Practice] = field(default_factory=list)
    scores: list[Score] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)
    wanted: frozenset[UUID] = frozenset()
    """Recommendations that a person wants in the draft, whatever became of them in their rooms."""
    touched: frozenset[UUID] = frozenset()
    """Recommendations whose items people have worded or moved: they keep their seat where they may have one."""
    left_out: frozenset[UUID] = frozenset()
    """Recommendations whose items a person does not want in the draft."""
    same: frozenset[frozenset[UUID]] = frozenset()
    """Pairs of recommendations that a person found to say the same."""
    apart: frozenset[frozenset[UUID]] = frozenset()
    """Pairs of recommendations that a person found to be different, or to contradict each other."""
    parts: Mapping[UUID, frozenset[UUID]] = field(default_factory=dict)
    """Recommendation -> those that ask for all it asks for and more, as a person found."""
    undecided: int = 0
    """Conflicts that nobody has decided yet."""

    @cached_property
    def speakers(self) -> dict[UUID, UUID | None]:
        """Who said each intervention."""
        return {intervention.id: intervention.person for intervention in self.interventions}

    @cached_property
    def listed(self) -> dict[UUID, frozenset[UUID]]:
        """Return the people listed by name as present, by session."""
        return listed_people(self.roles)

    def vocabulary(self, vocabulary: KnownVocabulary) -> list[Term]:
        """Return the terms of a vocabulary in their order; of those no longer offered, the ones that something has."""
        chosen = [
            term
            for term in self.terms.values()
            if term.vocabulary == vocabulary and (term.is_offered or term.id in self._had)
        ]
        return sorted(chosen, key=lambda term: (term.rank, term.id))

    @cached_property
    def _had(self) -> frozenset[UUID]:
        """The terms by which those who take part, what they ask for and what is scored are told apart."""
        asked = self.recommendations.values()
        there: list[Person | Attendance] = [*self.people.values(), *self.attendance]
        found = {term for each in asked for terms in (*each.terms.values(), each.addressees) for term in terms}
        found |= {term for each in there for term in (each.region, each.actor) if term}
        return frozenset(found | {score.capital for score in self.scores})

    def tally(self, recommendation: UUID) -> Tally:
        """Return the hands counted for a recommendation."""
        return self.counts[recommendation].total if recommendation in self.counts else NOT_COUNTED

    def promised(self) -> list[Commitment]:
        """Return the commitments that are still to be kept: by the day by which they are, those without one last."""
        open_ones = [each for each in self.commitments if each.state not in DONE]
        return sorted(open_ones, key=lambda each: (each.by is None, each.by or date.max, each.id))

    def bearing_on_common_ground(self) -> list[Recommendation]:
        """Return the recommendations that bear on what both sets rest on, those set aside not among them."""
        marks = set(self.consultation.common_ground_terms)
        return [
            recommendation
            for recommendation in self.draftable()
            if any(marks.intersection(terms) for terms in recommendation.terms.values())
        ]

    def draftable(self) -> list[Recommendation]:
        """Return the recommendations that a draft is made of: all but those set aside which nobody wants in it."""
        return [
            recommendation
            for recommendation in self.recommendations.values()
            if recommendation.status is not RecommendationStatus.SET_ASIDE or recommendation.id in self.wanted
        ]

    def held_sessions(self) -> list[Session]:
        """Return the sessions in which something was recorded, in the order of the programme.

        Who was only expected in a session, and a count of nobody, do not show that it took place.
        """
        held = {role.session for role in self.present()}
        held |= {attendance.session for attendance in self.attendance if attendance.heads}
        held |= {intervention.session for intervention in self.interventions}
        held |= {recommendation.session for recommendation in self.recommendations.values() if recommendation.session}
        return [session for session in self.programme() if session.id in held]

    def present(self) -> list[Role]:
        """Return the roles of those who were there."""
        return [role for role in self.roles if role.presence is Presence.PRESENT]

    def programme(self) -> list[Session]:
        """Return all sessions: by time, those without one last, by code."""
        return in_order(self.sessions.values())

    def heads(self, session: UUID | None = None) -> int:
        """Count the people of one session or of all: those listed by name and those counted by head.

        A person with roles in several sessions is one person.
        """
        listed = {role.person for role in self.present() if session in (None, role.session)}
        return len(listed) + sum(
            attendance.heads for attendance in self.attendance if session in (None, attendance.session)
        )

    def regions(self) -> list[Term]:
        """Return the regions the people came from, in the order of the vocabulary."""
        named = {self.people[role.person].region for role in self.present() if role.person in self.people}
        counted = {attendance.region for attendance in self.attendance if attendance.heads}
        return [term for term in self.vocabulary(KnownVocabulary.REGION) if term.id in named | counted]

    def name_of(self, person: UUID | None) -> str:
        """Return a person's name where that person may be named, else nothing."""
        return self.named.name_of(person)


def gather(store: Store, items: Iterable[Item] | None = None) -> Material:
    """Read all that drafting needs from the file, but for the items where somebody has read them already."""
    items = store.all(Item) if items is None else [item for item in items if not item.deleted]
    people, conflicts = store.all(Person, deleted=True), store.conflicts()
    recommendations = store.all(Recommendation)
    return Material(
        consultation=store.consultation,
        terms=_by_id(store.all(Term)),
        sessions=_by_id(store.all(Session)),
        people=_by_id([person for person in people if not person.deleted]),
        named=may_be_named(people, conflicts),
        recommendations=_by_id(recommendations),
        counts=count_all(recommendations, store.all(Support)),
        reservations=by_recommendation(store.all(Reservation)),
        groups=store.all(Group),
        roles=store.all(Role),
        attendance=store.all(Attendance),
        interventions=store.all(Intervention),
        commitments=store.all(Commitment),
        organisations=store.all(Organisation),
        practices=store.all(Practice),
        scores=store.all(Score),
        references=store.all(Reference),
        evidence=store.all(Evidence),
        wanted=_sources([item for item in items if item.drafted and item.pinned and not item.left_out]),
        touched=_sources([item for item in items if item.drafted and is_touched(item) and not item.left_out]),
        left_out=_sources([item for item in items if item.drafted and item.left_out]),
        same=_pairs(store, Decision.SAME),
        apart=_pairs(store, Decision.DIFFERENT, Decision.CONTRADICT),
        parts=_parts(store),
        undecided=len(conflicts),
    )


def listed_people(roles: Iterable[Role]) -> dict[UUID, frozenset[UUID]]:
    """Return the people whose roles say that they were there, by session."""
    found: dict[UUID, set[UUID]] = {}
    for role in roles:
        if role.presence is Presence.PRESENT:
            found.setdefault(role.session, set()).add(role.person)
    return {session: frozenset(people) for session, people in found.items()}


def _pairs(store: Store, *decisions: Decision) -> frozenset[frozenset[UUID]]:
    """Return the pairs of recommendations on which a person decided so."""
    return frozenset(map(frozenset, store.columns(Verdict, "first", "second", decision=set(decisions))))


def _parts(store: Store) -> dict[UUID, frozenset[UUID]]:
    """Return what is part of what: a recommendation and those that hold it."""
    found: dict[UUID, set[UUID]] = {}
    for decision in (Decision.PART_OF, Decision.HOLDS):
        for first, second in store.columns(Verdict, "first", "second", decision=decision):
            part, whole = (first, second) if decision is Decision.PART_OF else (second, first)
            found.setdefault(part, set()).add(whole)
    return {part: frozenset(wholes) for part, wholes in found.items()}


def _sources(items: list[Item]) -> frozenset[UUID]:
    """Return the leading recommendations of items."""
    return frozenset(item.sources[0] for item in items if item.sources)


def _by_id(records: list[R]) -> dict[UUID, R]:
    return {record.id: record for record in records}
