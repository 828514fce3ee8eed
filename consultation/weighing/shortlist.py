"""A proportional shortlist: every group gets something among the first few.

Sequential proportional approval voting: T. N. Thiele, "Om Flerfoldsvalg", Oversigt over det Kongelige Danske
Videnskabernes Selskabs Forhandlinger, 1895; M. Lackner and P. Skowron, "Multi-Winner Voting with Approval
Preferences", Springer 2023, section 2.2. A group that has got k of those it approves of speaks from then on with
1 / (k + 1) of its voice. Where every candidate belongs to one group alone, the seats are those of D'Hondt.

What stands in several strands is approved of by each in part, and k grows by that part (as in reweighted range voting,
W. D. Smith, 2005): else whatever is filed under most strands would always come first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Group = TypeVar("Group", bound=Hashable)


@dataclass(frozen=True)
class Candidate(Generic[Key, Group]):
    """Something that can be chosen."""

    key: Key
    approvals: frozenset[tuple[Group, Fraction]]
    """The groups that approve of it, each once, and how far: 1 is wholly."""
    merit: tuple[float, ...]
    """Decides where the groups do not, the greater first; no two candidates have the same."""


@dataclass(frozen=True)
class Voice(Generic[Group]):
    """What a group said for one that was chosen."""

    group: Group
    whole: Fraction
    """Its voice where it has nothing yet, as far as it approves of this one."""
    had: Fraction
    """How many of those it approves of had been chosen before."""

    @property
    def part(self) -> Fraction:
        """How much of its voice was left."""
        return self.whole / (self.had + 1)


@dataclass(frozen=True)
class Seat(Generic[Key, Group]):
    """One that was chosen, and what was said for it."""

    key: Key
    voices: tuple[Voice[Group], ...]
    """The loudest first."""

    @property
    def score(self) -> Fraction:
        """All voices for it together: no other that was left had more."""
        return sum((voice.part for voice in self.voices), Fraction(0))


def choose(
    candidates: Iterable[Candidate[Key, Group]], voices: Mapping[Group, Fraction], size: int
) -> list[Seat[Key, Group]]:
    """Choose ``size`` candidates, or all there are where they are fewer, in the order in which they are chosen.

    Args:
        candidates: in any order; the answer does not depend on it.
        voices: how loudly each group speaks while it has nothing. Groups that are missing say nothing.
        size: how many to choose; a longer list begins with the shorter one.
    """
    alike: dict[frozenset[tuple[Group, Fraction]], list[Candidate[Key, Group]]] = defaultdict(list)
    for candidate in candidates:
        alike[candidate.approvals].append(candidate)
    for same in alike.values():
        same.sort(key=lambda candidate: candidate.merit)  # the best last, where it is taken off
    had: dict[Group, Fraction] = defaultdict(Fraction)
    chosen: list[Seat[Key, Group]] = []

    def said_for(approvals: frozenset[tuple[Group, Fraction]]) -> list[Voice[Group]]:
        return [Voice(group, voices[group] * far, had[group]) for group, far in approvals if group in voices]

    def claim(approvals: frozenset[tuple[Group, Fraction]]) -> tuple[Fraction, tuple[float, ...]]:
        return sum((voice.part for voice in said_for(approvals)), Fraction(0)), alike[approvals][-1].merit

    while alike and len(chosen) < size:
        best = max(alike, key=claim)
        taken = alike[best].pop()
        loudest = sorted(said_for(best), key=lambda voice: (-voice.part, str(voice.group)))
        chosen.append(Seat(taken.key, tuple(loudest)))
        for group, far in best:
            had[group] += far
        if not alike[best]:
            del alike[best]
    return chosen


def due(numbers: Mapping[Key, Fraction], size: int) -> dict[Key, Fraction]:
    """Divide ``size`` seats in exact proportion to numbers: what each is due, and cannot always have."""
    whole = sum(numbers.values(), Fraction(0))
    return {key: size * number / whole if whole else Fraction(0) for key, number in numbers.items()}
