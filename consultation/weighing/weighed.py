"""Everything that was asked for, with what helps to weigh it, read from the file once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from uuid import UUID

from consultation.collecting import without_collecting
from consultation.model import (
    Decision,
    KnownVocabulary,
    Recommendation,
    RecommendationSet,
    RecommendationStatus,
    Session,
    Term,
    Verdict,
)
from consultation.reading.adding import NoSum
from consultation.reading.coverage import Backing, Turnout, backing_of, read_turnout
from consultation.reading.material import Material, gather
from consultation.reading.tallies import Tally
from consultation.reading.wording import Wording, join_wordings, worded
from consultation.store import Store
from consultation.weighing.consensus import Consensus, consensus_against, consensus_for
from consultation.weighing.dividing import Sides, most_divided
from consultation.weighing.hands import Line, Standing, lines_of

NOBODY = Backing(frozenset(), frozenset(), frozenset(), frozenset())


class Lack(StrEnum):
    """Why somebody should look at it before its figures are read."""

    NOT_COUNTED = "not_counted"
    COUNTED_TWICE = "counted_twice"
    EARLIER_COUNT = "earlier_count"
    STRAND = "strand"
    ADDRESSEE = "addressee"
    CONTRADICTED = "contradicted"
    """A person has found that another says the opposite."""


@dataclass(frozen=True)
class Weighed:
    """One thing that was asked for, in whichever rooms, words and languages."""

    members: tuple[UUID, ...]
    """The recommendations that ask for it, the leading one first."""
    text: str
    language: str
    set: RecommendationSet
    """Of the leading one."""
    statuses: frozenset[RecommendationStatus]
    strands: frozenset[UUID] = frozenset()
    capitals: frozenset[UUID] = frozenset()
    addressees: frozenset[UUID] = frozenset()
    backing: Backing = NOBODY
    lines: tuple[Line, ...] = ()
    total: Tally | None = None
    """The plain total of hands; None where no sum may be made, or nobody counted."""
    no_sum: NoSum | None = None
    """Why the hands of several rooms are not added up."""
    in_two: int = 0
    """How many people are known to have been in two of the rooms."""
    lacks: frozenset[Lack] = frozenset()
    number: int = 0
    """By which the leading one is called aloud in its session; 0 where it has none."""
    room: UUID | None = None
    """The session of the leading one."""

    @property
    def key(self) -> UUID:
        """The leading recommendation."""
        return self.members[0]

    @cached_property
    def in_favour(self) -> Consensus | None:
        """The consensus in favour across the rooms."""
        return consensus_for(self.lines)

    @cached_property
    def against(self) -> Consensus | None:
        """The consensus against across the rooms."""
        return consensus_against(self.lines)

    @cached_property
    def divided(self) -> tuple[Line, Sides] | None:
        """The most divided room, and its sides."""
        return most_divided(self.lines)

    @property
    def is_counted(self) -> bool:
        """Whether hands of any room enter the figures."""
        return any(line.enters for line in self.lines)

    @property
    def set_aside(self) -> bool:
        """Whether every room that asked for it has set it aside."""
        return self.statuses == {RecommendationStatus.SET_ASIDE}


@dataclass(frozen=True)
class Weighing:
    """All that was asked for in a consultation, and the words for what it is weighed by."""

    rows: tuple[Weighed, ...]
    """In the order in which they were first asked for."""
    sessions: Mapping[UUID, Session]
    strands: tuple[Term, ...]
    capitals: tuple[Term, ...]
    addressees: tuple[Term, ...]
    regions: tuple[Term, ...]
    actors: tuple[Term, ...]
    turnout: Turnout

    @cached_property
    def by_recommendation(self) -> Mapping[UUID, Weighed]:
        """Each recommendation's thing that was asked for."""
        return {member: row for row in self.rows for member in row.members}

    @cached_property
    def rooms(self) -> tuple[UUID, ...]:
        """The sessions in which anything was asked for, in the order of the programme."""
        asked = {room for row in self.rows for room in row.backing.rooms}
        return tuple(session for session in self.sessions if session in asked)

    @cached_property
    def asked_by_region(self) -> Mapping[UUID, int]:
        """How many things people of each region have asked for; in the order of the vocabulary."""
        found = Counter(region for row in self.rows for region in row.backing.regions)
        return {region.id: found[region.id] for region in self.regions}

    @cached_property
    def strand_shares(self) -> Mapping[UUID, Fraction]:
        """How much was asked for in each strand; what stands in two is half in each."""
        return strand_shares(self.rows)


def strand_shares(rows: Iterable[Weighed]) -> dict[UUID, Fraction]:
    """Tell how much of some things is in each strand; what stands in two is half in each."""
    counts = Counter((strand, len(row.strands)) for row in rows for strand in row.strands)
    found: dict[UUID, Fraction] = defaultdict(Fraction)
    for (strand, among), count in counts.items():
        found[strand] += Fraction(count, among)
    return found


def read_weighing(store: Store) -> Weighing:
    """Read everything that was asked for from the file, and weigh it."""
    with without_collecting(), store.reading_together():
        material = gather(store)
        contradicted = {
            each
            for verdict in store.all(Verdict, decision=Decision.CONTRADICT)
            for each in (verdict.first, verdict.second)
        }
        written = store.columns(Recommendation, "id", "session", deleted=True)
        return weigh(material, contradicted, _numbered(written))


def weigh(
    material: Material, contradicted: Collection[UUID] = (), numbers: Mapping[UUID, int] | None = None
) -> Weighing:
    """Weigh everything that was asked for.

    Args:
        material: what the records say.
        contradicted: recommendations of which a person has found that another says the opposite.
        numbers: by which recommendations are called aloud in their sessions.
    """
    programme = material.programme()
    order = {session.id: place for place, session in enumerate(programme)}
    vocabularies = {key: tuple(material.vocabulary(key)) for key in KnownVocabulary}
    wanted = frozenset(key for key in (KnownVocabulary.STRAND, KnownVocabulary.ADDRESSEE) if vocabularies[key])
    rows = (
        _weighed(material, wording, order, wanted, contradicted, numbers or {}) for wording in join_wordings(material)
    )
    return Weighing(
        tuple(rows),
        {session.id: session for session in programme},
        vocabularies[KnownVocabulary.STRAND],
        vocabularies[KnownVocabulary.CAPITAL],
        vocabularies[KnownVocabulary.ADDRESSEE],
        vocabularies[KnownVocabulary.REGION],
        vocabularies[KnownVocabulary.ACTOR],
        read_turnout(material),
    )


def _weighed(
    material: Material,
    wording: Wording,
    order: Mapping[UUID, int],
    wanted: frozenset[KnownVocabulary],
    contradicted: Collection[UUID],
    numbers: Mapping[UUID, int],
) -> Weighed:
    members, lead = wording.recommendations, wording.lead
    lines = lines_of(members, material.counts, order)
    said = worded(wording, lead.language)
    strands = _chosen(material, members, KnownVocabulary.STRAND)
    addressees = frozenset(term for member in members for term in member.addressees if term in material.terms)
    lacks = {
        Lack.NOT_COUNTED: all(line.standing is Standing.NOT_COUNTED for line in lines),
        Lack.COUNTED_TWICE: any(line.standing is Standing.COUNTED_TWICE for line in lines),
        Lack.EARLIER_COUNT: any(line.earlier for line in lines),
        Lack.STRAND: KnownVocabulary.STRAND in wanted and not strands,
        Lack.ADDRESSEE: KnownVocabulary.ADDRESSEE in wanted and not addressees,
        Lack.CONTRADICTED: any(member.id in contradicted for member in members),
    }
    return Weighed(
        wording.ids,
        said.text,
        said.language,
        lead.set,
        frozenset(member.status for member in members),
        strands,
        _chosen(material, members, KnownVocabulary.CAPITAL),
        addressees,
        backing_of(material, members),
        lines,
        wording.count.total if wording.count.total.is_counted else None,
        wording.count.no_sum,
        wording.count.in_two,
        frozenset(lack for lack, so in lacks.items() if so),
        numbers.get(lead.id, 0),
        lead.session,
    )


def _chosen(material: Material, members: Iterable[Recommendation], vocabulary: KnownVocabulary) -> frozenset[UUID]:
    return frozenset(term for member in members for term in member.chosen(vocabulary) if term in material.terms)


def _numbered(written: Iterable[tuple[UUID, UUID | None]]) -> dict[UUID, int]:
    """Number the recommendations of each session as `reading.numbers` does, of all sessions at once."""
    so_far: Counter[UUID] = Counter()
    numbers = {}
    for recommendation, session in written:
        if session is not None:
            so_far[session] += 1
            numbers[recommendation] = so_far[session]
    return numbers
