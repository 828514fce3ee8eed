"""Sets that are joined and never parted (Galler & Fischer, "An improved equivalence algorithm", 1964)."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

Member = TypeVar("Member", bound=Hashable)


class Joined(Generic[Member]):
    """Members, each alone at first; a set is named by the member that was put in first of those in it."""

    def __init__(self, members: Iterable[Member] = ()) -> None:
        self._above: dict[Member, Member] = {}
        self._place: dict[Member, int] = {}
        for member in members:
            self.put(member)

    def __contains__(self, member: Member) -> bool:
        return member in self._above

    def put(self, member: Member) -> None:
        """Put a member in, alone; one that is in stays where it is."""
        if member not in self._above:
            self._above[member] = member
            self._place[member] = len(self._place)

    def head(self, member: Member) -> Member:
        """Return the member that names the set of ``member``; what was never put in stands for itself."""
        if member not in self._above:
            return member
        while self._above[member] != member:
            self._above[member] = member = self._above[self._above[member]]
        return member

    def join(self, member: Member, other: Member) -> None:
        """Make the sets of two members one; both are in from now on."""
        self.put(member)
        self.put(other)
        first, second = sorted((self.head(member), self.head(other)), key=self._place.__getitem__)
        self._above[second] = first

    def sets(self) -> list[list[Member]]:
        """Return all sets, and the members of each, in the order in which they were put in."""
        found: dict[Member, list[Member]] = {}
        for member in self._above:
            found.setdefault(self.head(member), []).append(member)
        return list(found.values())
