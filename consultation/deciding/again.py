"""Asking again after a verdict: only about what the verdict can have changed, however much else is open."""

from __future__ import annotations

from bisect import insort
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from uuid import UUID

from consultation.deciding.alike import Alike, Asked, Found, ask
from consultation.deciding.judged import Judged
from consultation.matching import Band, PairKind


@dataclass(frozen=True)
class Pairs:
    """What matching found, by the recommendations it is about."""

    of: dict[UUID, list[Found]] = field(default_factory=dict)

    @classmethod
    def among(cls, pairs: Iterable[Found]) -> Pairs:
        """Sort pairs by both of their recommendations."""
        of: dict[UUID, list[Found]] = {}
        for pair in pairs:
            of.setdefault(pair.first, []).append(pair)
            of.setdefault(pair.second, []).append(pair)
        return cls(of)

    def with_these(self, pairs: Iterable[Found]) -> Pairs:
        """Return these, with ``pairs`` in the place of what was found between the same two."""
        of = dict(self.of)
        for pair in pairs:
            both = {pair.first, pair.second}
            for each in both:
                of[each] = [it for it in of.get(each, ()) if {it.first, it.second} != both] + [pair]
        return Pairs(of)

    def ask_again(self, asked: Asked, judged: Judged, written: Collection[UUID]) -> Asked:
        """Return ``asked`` as it is once people have decided otherwise on the recommendations ``written``.

        What is asked together hangs together by sure pairs and by groups: nothing else can be asked otherwise now.
        """
        near = self._near(written, judged)
        pairs = list({id(pair): pair for each in near for pair in self.of.get(each, ())}.values())
        anew = ask(pairs, judged)
        return Asked(
            _with(anew.sure, asked.sure, near),
            _with(anew.perhaps, asked.perhaps, near),
            _with(anew.contradict, asked.contradict, near),
        )

    def _near(self, written: Collection[UUID], judged: Judged) -> frozenset[UUID]:
        """Return all that hangs together with ``written`` by sure pairs and groups, and the groups they are in."""
        near: set[UUID] = set()
        waiting = list(written)
        while waiting:
            each = waiting.pop()
            if each in near:
                continue
            near.add(each)
            waiting += judged.together(each)
            waiting += (
                other for pair in self.of.get(each, ()) if _is_sure(pair) for other in (pair.first, pair.second)
            )
        return frozenset(near)


def _is_sure(pair: Found) -> bool:
    return pair.kind is PairKind.SAME and pair.band is Band.SURE


def _with(anew: Iterable[Alike], before: Iterable[Alike], near: frozenset[UUID]) -> tuple[Alike, ...]:
    """Put what is asked ``anew`` in its place among what was asked before and has nothing to do with it."""
    asked = [alike for alike in before if near.isdisjoint(alike.members)]
    for alike in anew:
        insort(asked, alike, key=_order)
    return tuple(asked)


def _order(alike: Alike) -> tuple[bool, float, tuple[UUID, ...]]:
    return not alike.is_identical, -alike.score, alike.members
