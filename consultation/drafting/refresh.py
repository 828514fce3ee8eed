"""Drafting into the file: what a person has edited stays, what is new is said.

A clause remembers what drafting last proposed. Where its text is still that, drafting may improve it; where a
person has changed it, drafting only brings its sources up to date. A clause that drafting itself withdrew has no
proposal any more (``drafted`` is empty); one that a person deleted still has, and is not brought back.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from consultation.drafting.material import gather
from consultation.drafting.plan import PlannedClause, PlannedSection, plan_declaration
from consultation.i18n import Translator
from consultation.model import Clause, Section
from consultation.model.record import derived_id
from consultation.store import Store, Written


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
    """Proposals that a person has deleted before."""
    clauses: int = 0
    """Clauses in the draft now."""
    written: Written = field(default_factory=Written)


def draft_declaration(store: Store, t: Translator) -> Refreshed:
    """Make the draft declaration in the language of ``t``, or bring the one that is there up to date."""
    plan = plan_declaration(gather(store), t)
    result = Refreshed()
    with store.together():
        _Refreshing(store, t.language, result).carry_out(plan)
    result.clauses = store.count(Clause)
    return result


class _Refreshing:
    """One run of drafting over one file."""

    def __init__(self, store: Store, language: str, result: Refreshed) -> None:
        self._store = store
        self._language = language
        self._result = result
        self._about = store.consultation.id
        self._clauses = {clause.id: clause for clause in store.all(Clause, deleted=True)}
        self._by_source: dict[UUID, UUID] = {}
        for clause in self._clauses.values():
            if not _is_statement(self._about, clause):
                for source in clause.sources:
                    self._by_source.setdefault(source, clause.id)
        self._seen: set[UUID] = set()

    def carry_out(self, plan: list[PlannedSection]) -> None:
        """Bring sections and clauses to what ``plan`` says."""
        for rank, planned in enumerate(plan):
            section = Section(
                id=_derived_id(self._about, f"section {planned.form} {planned.set} {planned.strand}"),
                form=planned.form,
                set=planned.set,
                strand=planned.strand,
                rank=rank,
            )
            self._write(section)
            for place, proposal in enumerate(planned.clauses):
                self._bring(proposal, section.id, place)
        for clause in self._clauses.values():
            if clause.id not in self._seen and not clause.deleted:
                self._part_with(clause)

    def _bring(self, planned: PlannedClause, section: UUID, rank: int) -> None:
        known = self._known(planned)
        if known is None:
            clause = Clause(
                id=_derived_id(self._about, f"clause {planned.key}"),
                section=section,
                rank=rank,
                text={self._language: planned.text},
                drafted={self._language: planned.text},
                sources=list(planned.sources),
                untranslated=_mark(planned, self._language, {}),
            )
            self._seen.add(clause.id)
            self._write(clause)
            self._result.new.append(clause.id)
            return
        self._seen.add(known.id)
        if known.deleted and known.drafted:
            self._result.left_out += 1
            return
        self._update(known, planned, section, rank)

    def _update(self, clause: Clause, planned: PlannedClause, section: UUID, rank: int) -> None:
        language = self._language
        if clause.deleted:  # withdrawn by drafting before: it comes back as new
            clause.text = {}
        edited = is_edited(clause, language)
        was_there = not clause.deleted and language in clause.text
        proposal_is_new = clause.drafted.get(language) != planned.text
        clause.deleted = False
        clause.rank = rank
        clause.sources = list(planned.sources)
        clause.drafted = {**clause.drafted, language: planned.text}
        if edited:
            if proposal_is_new:
                self._result.kept.append(clause.id)
        else:
            clause.section = section
            clause.text = {**clause.text, language: planned.text}
            clause.untranslated = _mark(planned, language, clause.untranslated)
            if not was_there:
                self._result.new.append(clause.id)
            elif proposal_is_new:
                self._result.changed.append(clause.id)
        self._write(clause)

    def _part_with(self, clause: Clause) -> None:
        if any(is_edited(clause, language) for language in clause.text):
            self._result.without_source.append(clause.id)
            return
        clause.deleted = True
        clause.drafted = {}
        self._write(clause)
        self._result.withdrawn.append(clause.id)

    def _known(self, planned: PlannedClause) -> Clause | None:
        """Find the clause that ``planned`` is about: the one of its key, else one that shares a source."""
        by_key = _derived_id(self._about, f"clause {planned.key}")
        if by_key in self._clauses:
            return self._clauses[by_key] if by_key not in self._seen else None
        for source in planned.sources if planned.key != "common ground" else ():
            found = self._by_source.get(source)
            if found is not None and found not in self._seen:
                return self._clauses[found]
        return None

    def _write(self, record: Section | Clause) -> None:
        self._result.written += self._store.save(record)


def is_edited(clause: Clause, language: str) -> bool:
    """Tell whether a person has changed what drafting proposed."""
    return language in clause.text and clause.text[language] != clause.drafted.get(language)


def _is_statement(about: UUID, clause: Clause) -> bool:
    """Tell whether this is the statement of common ground, which shares its sources with other clauses."""
    return clause.id == _derived_id(about, "clause common ground")


def _mark(planned: PlannedClause, language: str, marks: dict[str, str]) -> dict[str, str]:
    rest = {key: value for key, value in marks.items() if key != language}
    return {**rest, language: planned.untranslated} if planned.untranslated else rest


def _derived_id(about: UUID, key: str) -> UUID:
    """Derive an id from the consultation and a key: two drafts of the same consultation share their clauses."""
    return derived_id(str(about), key)
