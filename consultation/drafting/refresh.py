"""Drafting into the file: what a person has edited stays, what is new is said.

A clause remembers what drafting last proposed. Where its text is still that, drafting may improve it; where a
person has changed it, drafting only brings its sources up to date. One that a person left out stays so.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from consultation.drafting.plan import COMMON_GROUND, PlannedClause, PlannedSection, plan_declaration
from consultation.language import Translator
from consultation.model import Clause, Section
from consultation.model.record import derived_id
from consultation.reading.material import gather
from consultation.store import Store, Written

SECTION_FIELDS = frozenset({"rank"})
CLAUSE_FIELDS = frozenset({"section", "rank", "text", "drafted", "sources", "untranslated"})
"""What drafting writes itself and therefore may settle; ``text`` only while nobody has edited it."""


@dataclass
class Refreshed:
    """What drafting did."""

    new: list[UUID] = field(default_factory=list)
    """Clauses that were not there before."""
    changed: list[UUID] = field(default_factory=list)
    """Clauses nobody had edited, now worded anew."""
    kept: list[UUID] = field(default_factory=list)
    """Clauses a person has edited, for which drafting would now propose something else."""
    withdrawn: list[UUID] = field(default_factory=list)
    """Clauses nobody had edited, whose sources are gone."""
    without_source: list[UUID] = field(default_factory=list)
    """Clauses a person has edited, whose sources are gone."""
    left_out: int = 0
    """Proposals that a person has left out before."""
    clauses: int = 0
    """Clauses in the draft now."""
    written: Written = field(default_factory=Written)


def draft_declaration(store: Store, t: Translator) -> Refreshed:
    """Make the draft declaration in the language of ``t``, or bring the one that is there up to date."""
    plan = plan_declaration(gather(store), t)
    result = Refreshed()
    with store.together():
        _Refreshing(store, t.language, result).carry_out(plan)
    result.clauses = store.count(Clause, left_out=False)
    return result


class _Refreshing:
    """One run of drafting over one file."""

    def __init__(self, store: Store, language: str, result: Refreshed) -> None:
        self._store = store
        self._language = language
        self._result = result
        self._about = store.consultation.id
        self._clauses = {clause.id: clause for clause in store.all(Clause, deleted=True)}
        self._undecided: dict[UUID, set[str]] = {}
        for conflict in store.conflicts():
            self._undecided.setdefault(conflict.record, set()).add(conflict.field)

    def carry_out(self, plan: list[PlannedSection]) -> None:
        """Bring sections and clauses to what ``plan`` says."""
        known = self._match([proposal for section in plan for proposal in section.clauses])
        for rank, planned in enumerate(plan):
            section = Section(
                id=_derived_id(self._about, f"section {planned.form} {planned.set} {planned.strand}"),
                part=planned.form,
                set=planned.set,
                strand=planned.strand,
                rank=rank,
            )
            self._write(section, SECTION_FIELDS)
            for place, proposal in enumerate(planned.clauses):
                if proposal.key in known:
                    self._update(known[proposal.key], proposal, section.id, place)
                else:
                    self._add(proposal, section.id, place)
        kept = {clause.id for clause in known.values()}
        for clause in self._clauses.values():
            if clause.id not in kept and not clause.deleted:
                self._part_with(clause)

    def _match(self, proposals: list[PlannedClause]) -> dict[str, Clause]:
        """Find the clause each proposal is about, each clause once: key of the proposal -> clause.

        First the one that has its words from the same recommendation, then the one its id was derived for, then
        one that shares a source.
        """
        matched: dict[str, Clause] = {}
        free = dict(self._clauses)
        leads = {clause.sources[0]: clause.id for clause in free.values() if self._is_joined(clause)}
        shared = {source: clause.id for clause in free.values() if self._is_joined(clause) for source in clause.sources}

        def take(proposal: PlannedClause, candidates: list[UUID | None]) -> None:
            for candidate in candidates:
                if candidate in free and proposal.key not in matched:
                    matched[proposal.key] = free.pop(candidate)

        for proposal in proposals:
            if proposal.sources and proposal.key != COMMON_GROUND:
                take(proposal, [leads.get(proposal.sources[0])])
        for proposal in proposals:
            take(proposal, [self._id_for(proposal)])
        for proposal in proposals:
            if proposal.key != COMMON_GROUND:
                take(proposal, [shared.get(source) for source in proposal.sources])
        return matched

    def _is_joined(self, clause: Clause) -> bool:
        """Tell whether a clause is known by its sources; the statement of common ground shares its with others."""
        return bool(clause.sources) and clause.id != _derived_id(self._about, f"clause {COMMON_GROUND}")

    def _id_for(self, proposal: PlannedClause) -> UUID:
        return _derived_id(self._about, f"clause {proposal.key}")

    def _add(self, proposal: PlannedClause, section: UUID, rank: int) -> None:
        clause_id = self._id_for(proposal)
        number = 1
        while clause_id in self._clauses:  # the clause of that id has gone to other words since
            number += 1
            clause_id = _derived_id(self._about, f"clause {proposal.key} {number}")
        clause = Clause(
            id=clause_id,
            section=section,
            rank=rank,
            text={self._language: proposal.text},
            drafted={self._language: proposal.text},
            sources=list(proposal.sources),
            untranslated=_mark(proposal, self._language, {}),
        )
        self._write(clause, CLAUSE_FIELDS)
        self._result.new.append(clause.id)

    def _update(self, clause: Clause, proposal: PlannedClause, section: UUID, rank: int) -> None:
        if clause.left_out:
            self._result.left_out += 1
            return
        language = self._language
        was_there = not clause.deleted and language in clause.text
        if clause.deleted:  # withdrawn by drafting, or a draft that was undone: it comes back as new
            clause.text = {}
        edited = is_edited(clause, language)
        proposal_is_new = clause.drafted.get(language) != proposal.text
        clause.deleted = False
        clause.rank = rank
        clause.sources = list(proposal.sources)
        clause.drafted = {**clause.drafted, language: proposal.text}
        if edited:
            self._write(clause, CLAUSE_FIELDS - {"text", "section", "untranslated"})
            if proposal_is_new:
                self._result.kept.append(clause.id)
            return
        clause.section = section
        clause.text = {**clause.text, language: proposal.text}
        clause.untranslated = _mark(proposal, language, clause.untranslated)
        self._write(clause, CLAUSE_FIELDS)
        if not was_there:
            self._result.new.append(clause.id)
        elif proposal_is_new:
            self._result.changed.append(clause.id)

    def _part_with(self, clause: Clause) -> None:
        if clause.left_out:
            return
        if any(is_edited(clause, language) for language in clause.text):
            self._result.without_source.append(clause.id)
            return
        clause.deleted = True
        self._write(clause, frozenset())
        self._result.withdrawn.append(clause.id)

    def _write(self, record: Section | Clause, ours: frozenset[str]) -> None:
        """Save a record; where two drafts made on copies disagree about what is drafting's own, settle it."""
        self._result.written += self._store.save(record)
        for name in sorted(self._undecided.get(record.id, set()) & ours):
            self._result.written += self._store.resolve(type(record), record.id, name, getattr(record, name))


def is_edited(clause: Clause, language: str) -> bool:
    """Tell whether a person has changed what drafting proposed."""
    return language in clause.text and clause.text[language] != clause.drafted.get(language)


def _mark(planned: PlannedClause, language: str, marks: dict[str, str]) -> dict[str, str]:
    rest = {key: value for key, value in marks.items() if key != language}
    return {**rest, language: planned.untranslated} if planned.untranslated else rest


def _derived_id(about: UUID, key: str) -> UUID:
    """Derive an id from the consultation and a key: two drafts of the same consultation share their clauses."""
    return derived_id(str(about), key)
