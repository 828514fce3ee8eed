"""What is shown of what was compared: sure, may contradict, and perhaps, the best first and not too many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from typing import NamedTuple

from consultation.joining import Joined

THRESHOLD = 0.9
"""The score from which a pair is sure; what is not sure scores less."""
FLOOR = 0.04
FLOOR_IF_LARGE = 0.2
"""The scores from which a pair is shown at all: in a large file nobody gets to the end of what is unlikely."""
SMALL = 3_000
"""Texts up to which a file is small: more is looked at, and more is shown of each text."""
EACH = 3
"""Proposals of a text, after which it is shown only for the sake of the other, or where the pair is `LIKELY`."""
LIKELY = 0.5
BUDGET = 1.5
"""Pairs that are sure or perhaps the same for each text: three proposals, as each pair is one for both of its texts."""
BETWEEN_GROUPS = 0.9
"""What a pair between two groups takes of the mean of the two best scores between them."""

Numbers = tuple[int, int]


class Verdict(Enum):
    """What comparing two texts came to."""

    SURE = "sure"
    PERHAPS = "perhaps"
    CLASHING = "clashing"
    """Perhaps, but something speaks against it that does not decide."""
    CONTRADICT = "contradict"


class Judged(NamedTuple):
    """Two texts that were compared."""

    score: float
    verdict: Verdict
    by_meaning: bool = False
    """A sentence model finds them nearer than their words and concepts say."""


def joined(pairs: Iterable[Numbers]) -> Joined[int]:
    """Return the groups that these pairs make; the smallest number of each names it."""
    pairs = list(pairs)
    groups = Joined(sorted({number for pair in pairs for number in pair}))
    for first, second in pairs:
        groups.join(first, second)
    return groups


def proposals(
    judged: Mapping[Numbers, Judged], groups: Joined[int], left: float, sizes: Sequence[int]
) -> list[tuple[float, Numbers]]:
    """Return the pairs that are perhaps the same, best first, with their scores.

    A pair is taken while one of its texts has fewer than `EACH`, and while what is ``left`` of the budget lasts;
    ``sizes`` says how many texts a wording stands for, by its number.
    """
    taken: list[tuple[float, Numbers]] = []
    seen: Counter[int] = Counter()
    for score, pair in _ranked(judged, groups):
        cost = sizes[pair[0]] * sizes[pair[1]]
        if left < cost:
            break
        if score >= LIKELY or seen[pair[0]] < EACH or seen[pair[1]] < EACH:
            taken.append((score, pair))
            left -= cost
            seen[pair[0]] += 1
            seen[pair[1]] += 1
    return taken


def _ranked(judged: Mapping[Numbers, Judged], groups: Joined[int]) -> list[tuple[float, Numbers]]:
    """Order what is perhaps the same; a pair between two groups takes part in what others between them score."""
    perhaps = {pair: each.score for pair, each in judged.items() if each.verdict in (Verdict.PERHAPS, Verdict.CLASHING)}
    between: dict[Numbers, list[float]] = {}
    for pair, score in perhaps.items():
        if (pair[0] in groups or pair[1] in groups) and judged[pair].verdict is Verdict.PERHAPS:
            between.setdefault(_leaders(pair, groups), []).append(score)
    best = {leaders: sorted(scores)[-2:] for leaders, scores in between.items()}
    ranked = []
    for pair, score in perhaps.items():
        if (pair[0] in groups or pair[1] in groups) and judged[pair].verdict is Verdict.PERHAPS:
            scores = best[_leaders(pair, groups)]
            if len(scores) > 1:
                score = max(score, BETWEEN_GROUPS * sum(scores) / len(scores))
        if score >= FLOOR:
            ranked.append((-score, pair))
    return [(-score, pair) for score, pair in sorted(ranked)]


def _leaders(pair: Numbers, groups: Joined[int]) -> Numbers:
    first, second = groups.head(pair[0]), groups.head(pair[1])
    return (first, second) if first < second else (second, first)
