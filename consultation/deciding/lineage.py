"""How a group came to be: what was put together when and by whom, and what was taken out again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from consultation.model import Group
from consultation.store import Store


@dataclass(frozen=True)
class Stage:
    """A change to who is in a group."""

    who: str
    """The name of whoever made it; empty for somebody without a card."""
    when: datetime
    came: tuple[UUID, ...]
    """The recommendations that came into it."""
    went: tuple[UUID, ...]
    """Those that were taken out."""


def lineage(store: Store, group: Group) -> list[Stage]:
    """Return the stages of a group, oldest first, as the clocks of the writers went."""
    stages: list[Stage] = []
    before: Sequence[UUID] = ()
    for change in store.history(group):
        if "recommendations" not in change.values:
            continue
        now = [UUID(str(each)) for each in change.values["recommendations"]]
        came = tuple(each for each in now if each not in before)
        went = tuple(each for each in before if each not in now)
        if came or went:
            stages.append(Stage(change.author_name, change.when, came, went))
        before = now
    return stages
