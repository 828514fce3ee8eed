"""Group-informed consensus: what each room is for, so that one loud room does not win.

C. Small, M. Bjorkegren, T. Erkkilä, L. Shaw, C. Megill, "Polis: Scaling Deliberation by Mapping High Dimensional
Opinion Spaces", Recerca 26 (2), 2021: the probability that somebody of a group agrees is estimated as
(for + 1) / (seen + 2), Laplace's rule of succession, and the consensus is the product over the groups. Polis finds its
groups in the votes; ours are the rooms, or the groups of people that were counted one by one in a room.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import prod

from consultation.weighing.hands import Line


@dataclass(frozen=True)
class Consensus:
    """How far all rooms are for something, or against it; each from 0 to 1."""

    product: float
    """As Polis has it: each room more can only lower it."""
    mean: float
    """Its root to the number of rooms (the geometric mean): being asked in more rooms costs nothing."""


def chance(hands: int, seen: int) -> float:
    """Estimate the probability that somebody raises a hand, of ``seen`` people of whom ``hands`` did."""
    return (hands + 1) / (seen + 2)


def consensus_for(lines: Iterable[Line]) -> Consensus | None:
    """Return the consensus in favour over the lines that enter it; None where there is none."""
    return _over([chance(line.in_favour, line.seen) for line in lines if line.enters])


def consensus_against(lines: Iterable[Line]) -> Consensus | None:
    """Return the consensus against over the lines that enter it; None where there is none."""
    return _over([chance(line.against, line.seen) for line in lines if line.enters])


def _over(chances: list[float]) -> Consensus | None:
    if not chances:
        return None
    product = prod(chances)
    return Consensus(product, product ** (1 / len(chances)))
