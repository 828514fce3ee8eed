"""Recommendations that are likely the same, or may contradict each other, as questions to a person: plain values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from consultation.deciding.judged import Judged
from consultation.joining import Joined
from consultation.matching import Band, Pair, PairKind

Found = Pair[UUID]
"""Two recommendations that matching found to be alike, or opposed."""


@dataclass(frozen=True)
class Alike:
    """Two recommendations or more of which a person is asked whether they are the same."""

    members: tuple[UUID, ...]
    """Oldest first, with all that people have put together with them before."""
    pairs: tuple[Found, ...]
    """What was found between them, best first."""

    @property
    def kind(self) -> PairKind:
        """Whether they are likely the same, or may contradict each other."""
        return self.pairs[0].kind

    @property
    def band(self) -> Band:
        """Whether it is sure, or perhaps so."""
        return self.pairs[0].band

    @property
    def score(self) -> float:
        """How likely it is, from 0 to 1: of the best pair."""
        return self.pairs[0].score

    @property
    def is_identical(self) -> bool:
        """Whether all are the same but for case, punctuation and accents."""
        return all(pair.identical for pair in self.pairs)

    @property
    def key(self) -> tuple[UUID, ...]:
        """What tells it from all others."""
        return self.members


@dataclass(frozen=True)
class Asked:
    """All that may be the same and nobody has decided on."""

    sure: tuple[Alike, ...] = ()
    """Those that are identical but for case, punctuation and accents first, then the likeliest."""
    perhaps: tuple[Alike, ...] = ()
    """Pairs, the likeliest first."""
    contradict: tuple[Alike, ...] = ()
    """Pairs, the likeliest first."""

    @property
    def identical(self) -> tuple[Alike, ...]:
        """Those that are the same but for case, punctuation and accents."""
        return tuple(alike for alike in self.sure if alike.is_identical)


def ask(pairs: Iterable[Found], judged: Judged) -> Asked:
    """Put what matching found into questions, leaving out what people have decided.

    What is surely the same is asked together, unless a pair among it may contradict, or was decided: of these no
    question makes one.
    """
    open_ones = sorted(
        (pair for pair in pairs if not judged.is_settled(pair.first, pair.second)),
        key=lambda pair: (-pair.score, *sorted((pair.first, pair.second))),
    )
    opposed = [pair for pair in open_ones if pair.kind is PairKind.CONTRADICT]
    sure = [pair for pair in open_ones if pair.kind is PairKind.SAME and pair.band is Band.SURE]
    joined = _join(sure, [judged.apart, (_heads(pair, judged) for pair in opposed)], judged)
    together: dict[UUID, list[Found]] = {}
    rest: list[Found] = []
    for pair in sure:
        first, second = (joined.head(judged.head(each)) for each in (pair.first, pair.second))
        if first == second:
            together.setdefault(first, []).append(pair)
        else:
            rest.append(pair)
    perhaps = [pair for pair in open_ones if pair.kind is PairKind.SAME and pair.band is Band.PERHAPS]
    left = [pair for pair in (*rest, *perhaps) if not _are_in_one(pair, joined, judged)]
    cards = [_alike(those, judged) for those in together.values()]
    return Asked(
        tuple(sorted(cards, key=lambda alike: (not alike.is_identical, -alike.score, alike.members))),
        _in_pairs(left, judged),
        _in_pairs(opposed, judged),
    )


def _heads(pair: Found, judged: Judged) -> frozenset[UUID]:
    return frozenset((judged.head(pair.first), judged.head(pair.second)))


def _join(sure: Sequence[Found], keeping: Sequence[Iterable[frozenset[UUID]]], judged: Judged) -> Joined[UUID]:
    """Join what is surely the same, the likeliest first, but never what is to be kept apart."""
    joined: Joined[UUID] = Joined()
    for pair in sure:
        for each in sorted(_heads(pair, judged)):
            joined.put(each)
    kept: dict[UUID, set[UUID]] = {}
    for those in keeping:
        for first, second in (sorted(each) for each in those):
            if first in joined and second in joined:
                kept.setdefault(first, set()).add(second)
                kept.setdefault(second, set()).add(first)
    members = {head: {head} for (head, *_) in joined.sets()}
    for pair in sure:
        first, second = (joined.head(each) for each in sorted(_heads(pair, judged)))
        if first == second or any(kept.get(each, set()) & members[second] for each in members[first] if each in kept):
            continue
        joined.join(first, second)
        whole = members.pop(first) | members.pop(second)
        members[joined.head(first)] = whole
    return joined


def _are_in_one(pair: Found, joined: Joined[UUID], judged: Judged) -> bool:
    first, second = judged.head(pair.first), judged.head(pair.second)
    return first in joined and second in joined and joined.head(first) == joined.head(second)


def _in_pairs(pairs: Sequence[Found], judged: Judged) -> tuple[Alike, ...]:
    """Ask about each two groups once, with all that was found between them; the likeliest first."""
    found: dict[frozenset[UUID], list[Found]] = {}
    for pair in sorted(pairs, key=lambda pair: -pair.score):
        found.setdefault(_heads(pair, judged), []).append(pair)
    return tuple(_alike(those, judged) for those in found.values())


def _alike(pairs: Sequence[Found], judged: Judged) -> Alike:
    members = {each for pair in pairs for member in (pair.first, pair.second) for each in judged.together(member)}
    return Alike(tuple(sorted(members)), tuple(pairs))
