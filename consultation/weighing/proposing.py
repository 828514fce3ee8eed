"""Which to begin with: what the program proposes in proportion, and what people have made of it, kept in the file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Any, NamedTuple
from uuid import UUID

from consultation.model import Shortlist
from consultation.model.asking import SHORTLIST_SIZE
from consultation.store import Store, Written
from consultation.weighing.figures import merit
from consultation.weighing.shortlist import Candidate, Seat, choose, due
from consultation.weighing.weighed import Weighed, Weighing, strand_shares


class Kind(StrEnum):
    """What a group that speaks has in common."""

    STRAND = "strand"
    ROOM = "room"
    REGION = "region"


LOUD = {Kind.STRAND: Fraction(3, 5), Kind.ROOM: Fraction(1, 5), Kind.REGION: Fraction(1, 5)}
"""How much of all voices each kind of group has."""


class Speaker(NamedTuple):
    """A group that speaks for what it has asked for."""

    kind: Kind
    group: UUID
    """The term, or the session."""


@dataclass(frozen=True)
class Place:
    """One of those to begin with."""

    row: Weighed
    proposed: int | None
    """Its place in what was proposed, from 1; None where a person has put it in."""


@dataclass(frozen=True)
class Has:
    """What a strand has among those to begin with, and what it is due."""

    has: Fraction
    due: Fraction


def propose(weighing: Weighing, size: int = SHORTLIST_SIZE) -> list[Seat[UUID, Speaker]]:
    """Propose those to begin with, in proportion (`shortlist.choose`).

    Strands have three fifths of all voices, rooms and regions one each (`LOUD`), so that strands come nearest to what
    they are due. Strands and regions speak as loudly as was asked for in them, what stands in two strands being half
    in each. Every room has the same voice, however much was asked for in it, and approves of what it has asked for and
    not voted down. What every room has set aside, or voted down, is no candidate.
    """
    rows = [row for row in weighing.rows if not row.set_aside and not _voted_down_everywhere(row)]
    approvals = {row.key: _approvals(row) for row in rows}
    loud: dict[Speaker, Fraction] = defaultdict(Fraction)
    for theirs in approvals.values():
        for speaker, far in theirs:
            loud[speaker] = Fraction(1) if speaker.kind is Kind.ROOM else loud[speaker] + far
    whole = {kind: sum((far for speaker, far in loud.items() if speaker.kind is kind), Fraction(0)) for kind in Kind}
    voices = {speaker: far * LOUD[speaker.kind] / whole[speaker.kind] for speaker, far in loud.items()}
    return choose([Candidate(row.key, approvals[row.key], merit(row)) for row in rows], voices, size)


def dues(weighing: Weighing, chosen: Iterable[Weighed], size: int) -> Mapping[UUID, Has]:
    """Tell what each strand has, and what it is due by how much was asked for in it; two strands have half each."""
    asked, has = weighing.strand_shares, strand_shares(chosen)
    numbers = {term.id: asked.get(term.id, Fraction(0)) for term in weighing.strands}
    return {strand: Has(has[strand], share) for strand, share in due(numbers, size).items()}


def read_shortlist(store: Store) -> Shortlist | None:
    """Read which to begin with; None where nobody has asked for it."""
    found = store.find(Shortlist, Shortlist.id_of(store.consultation.id))
    return None if found is None or found.deleted else found


def places(weighing: Weighing, kept: Shortlist) -> list[Place]:
    """Return those to begin with in order; one that is gone, or says the same as one before it, is passed over."""
    known = weighing.by_recommendation
    proposed: dict[UUID, int] = {}
    for number, each in enumerate(kept.proposed, 1):
        if each in known:
            proposed.setdefault(known[each].key, number)
    rows = dict.fromkeys(known[each].key for each in kept.recommendations if each in known)
    return [Place(known[key], proposed.get(key)) for key in rows]


def keep_proposal(store: Store, proposed: Sequence[UUID], size: int) -> Written:
    """Keep what was proposed as those to begin with, in that order."""
    return _keep(store, recommendations=list(proposed), proposed=list(proposed), size=size)


def keep_order(store: Store, order: Sequence[UUID]) -> Written:
    """Keep the order that a person gave those to begin with."""
    return _keep(store, recommendations=list(order))


def moved(order: Sequence[UUID], each: UUID, to: int) -> list[UUID]:
    """Return the order with one of it at another place, from 0."""
    rest = [other for other in order if other != each]
    to = min(max(to, 0), len(rest))
    return [*rest[:to], each, *rest[to:]]


def _keep(store: Store, **values: Any) -> Written:
    record = Shortlist.id_of(store.consultation.id)
    known = store.find(Shortlist, record)
    if known is None:
        return store.save(Shortlist(id=record, **values))
    return store.change(known, deleted=False, **values)


def _approvals(row: Weighed) -> frozenset[tuple[Speaker, Fraction]]:
    rooms = row.backing.rooms - _voted_down(row)
    return frozenset(
        [(Speaker(Kind.STRAND, strand), Fraction(1, len(row.strands))) for strand in row.strands]
        + [(Speaker(Kind.ROOM, room), Fraction(1)) for room in rooms]
        + [(Speaker(Kind.REGION, region), Fraction(1)) for region in row.backing.regions]
    )


def _voted_down(row: Weighed) -> set[UUID | None]:
    """Return the rooms in which as many hands or more were against as for."""
    lines = [line for line in row.lines if line.enters and line.seen]
    rooms = {line.room for line in lines}
    return {
        room
        for room in rooms
        if sum(line.in_favour for line in lines if line.room == room)
        <= sum(line.against for line in lines if line.room == room)
    }


def _voted_down_everywhere(row: Weighed) -> bool:
    against = _voted_down(row)
    return bool(against) and all(line.room in against for line in row.lines)
