"""From what was compared to what is shown: pairs of texts in their bands, and groups."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import combinations, product
from typing import Any

from consultation.joining import Joined
from consultation.matching.bands import BUDGET, THRESHOLD, Judged, Numbers, Verdict, joined, proposals
from consultation.matching.reader import Entry
from consultation.matching.values import Band, Key, Matching, Pair, PairKind, Reason, ReasonKind, Reasons

TWINS = 4
"""Texts of one wording that are paired with each other and with those of another; the rest belong with the first."""

Why = Callable[[Entry, Entry, bool], tuple[Reason, ...]]


def shown(entries: Sequence[Entry], judged: Mapping[Numbers, Judged], why: Why) -> Matching[Any]:
    """Return pairs and groups of entries that were compared."""
    sure = [pair for pair, each in judged.items() if each.verdict is Verdict.SURE]
    groups = joined(sure)

    sizes = [min(TWINS, len(entry.members)) for entry in entries]
    pairs = [pair for entry in entries if len(entry.members) > 1 for pair in _identical(entry)]
    pairs += _pairs(entries, judged, _best_first(judged, Verdict.SURE), Band.SURE, PairKind.SAME, why)
    texts = sum(len(entry.members) for entry in entries)
    perhaps = proposals(judged, groups, BUDGET * texts - len(pairs), sizes)
    pairs += _pairs(entries, judged, _best_first(judged, Verdict.CONTRADICT), Band.PERHAPS, PairKind.CONTRADICT, why)
    pairs += _pairs(entries, judged, perhaps, Band.PERHAPS, PairKind.SAME, why)
    return Matching(tuple(pairs), tuple(_groups(entries, groups)), THRESHOLD)


def identical_pair(first: Key, second: Key) -> Pair[Key]:
    """Return the pair of two texts that are equal but for case, accents, punctuation and spaces."""
    return Pair(first, second, 1.0, Band.SURE, PairKind.SAME, (Reason(ReasonKind.IDENTICAL),), identical=True)


def _best_first(judged: Mapping[Numbers, Judged], verdict: Verdict) -> list[tuple[float, Numbers]]:
    found = sorted((-each.score, pair) for pair, each in judged.items() if each.verdict is verdict)
    return [(-score, pair) for score, pair in found]


def _identical(entry: Entry) -> Iterator[Pair[Any]]:
    """Give the pairs within one wording: the first few with each other, all others with the first."""
    few, rest = entry.members[:TWINS], entry.members[TWINS:]
    yield from (identical_pair(first, second) for first, second in combinations(few, 2))
    yield from (identical_pair(few[0], other) for other in rest)


def _pairs(
    entries: Sequence[Entry],
    judged: Mapping[Numbers, Judged],
    scored: list[tuple[float, Numbers]],
    band: Band,
    kind: PairKind,
    why: Why,
) -> Iterator[Pair[Any]]:
    for score, (mine, theirs) in scored:
        first, second = entries[mine], entries[theirs]
        reasons = Reasons(partial(why, first, second, judged[mine, theirs].by_meaning))
        for mine_key, their_key in product(first.members[:TWINS], second.members[:TWINS]):
            yield Pair(mine_key, their_key, score, band, kind, reasons)


def _groups(entries: Sequence[Entry], groups: Joined[int]) -> Iterator[tuple[Any, ...]]:
    together: dict[int, list[Any]] = {}
    for number, entry in enumerate(entries):
        if number not in groups and len(entry.members) < 2:
            continue
        together.setdefault(groups.head(number), []).extend(entry.members)
    yield from (tuple(members) for members in together.values() if len(members) > 1)
