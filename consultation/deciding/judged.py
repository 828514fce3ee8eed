"""What people have decided about pairs of recommendations, so that nobody is asked the same again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from consultation.joining import Joined
from consultation.model import Decision, Group, Verdict
from consultation.store import Store


@dataclass(frozen=True)
class Judged:
    """The groups that people made, and the pairs they have given a verdict on."""

    groups: Mapping[UUID, tuple[UUID, ...]] = field(default_factory=dict)
    """The head of each group -> its members, the head first; what is in no group stands for itself."""
    heads: Mapping[UUID, UUID] = field(default_factory=dict)
    """Recommendation -> the head of its group, of those that are in one."""
    apart: frozenset[frozenset[UUID]] = frozenset()
    """Heads between whose groups a verdict stands that does not make them one."""

    def head(self, recommendation: UUID) -> UUID:
        """Return what stands for a recommendation: the head of its group, or itself."""
        return self.heads.get(recommendation, recommendation)

    def together(self, recommendation: UUID) -> tuple[UUID, ...]:
        """Return all that people put together with a recommendation, itself among them."""
        return self.groups.get(self.head(recommendation), (recommendation,))

    def is_settled(self, first: UUID, second: UUID) -> bool:
        """Tell whether people have decided on two recommendations, or on others of their groups."""
        mine, theirs = self.head(first), self.head(second)
        return mine == theirs or frozenset((mine, theirs)) in self.apart


def read_judged(store: Store) -> Judged:
    """Read what people have decided on pairs.

    Groups that share a member are one. A verdict that two say the same puts them together too, though nobody has made
    a group of them: as where the two came in from a table.
    """
    verdicts: list[tuple[UUID, UUID, Decision]] = store.columns(Verdict, "first", "second", "decision")
    joined: Joined[UUID] = Joined()
    for (members,) in store.columns(Group, "recommendations"):
        for member in members:
            joined.join(members[0], member)
    for first, second, decision in verdicts:
        if decision is Decision.SAME:
            joined.join(first, second)
    groups = {members[0]: tuple(members) for members in joined.sets()}
    heads = {member: head for head, members in groups.items() for member in members}
    apart = (
        frozenset((heads.get(first, first), heads.get(second, second)))
        for first, second, decision in verdicts
        if decision is not Decision.SAME
    )
    return Judged(groups, heads, frozenset(pair for pair in apart if len(pair) > 1))
