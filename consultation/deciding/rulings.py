"""What people have ruled on recommendations that may be the same: groups and verdicts, with who and when."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from consultation.model import Decision, Group, Verdict
from consultation.store import Store


@dataclass(frozen=True)
class Ruling:
    """A group that people made, or a verdict on a pair."""

    record: Group | Verdict
    who: str
    """The name of whoever wrote it last; empty for somebody without a card."""
    when: datetime

    @property
    def members(self) -> tuple[UUID, ...]:
        """The recommendations it is about."""
        if isinstance(self.record, Group):
            return tuple(self.record.recommendations)
        return self.record.first, self.record.second


def read_rulings(store: Store, among: Collection[UUID] | None = None) -> dict[UUID, Ruling]:
    """Return the rulings of a file, or those of ``among`` that stand, by the id of the group or verdict."""
    found: dict[UUID, Ruling] = {}
    kinds: tuple[type[Group], type[Verdict]] = (Group, Verdict)
    for kind in kinds:
        records: list[Group | Verdict]
        if among is None:
            records = list(store.all(kind))
        else:
            records = [each for each in store.those(kind, among).values() if not each.deleted]
        ids = None if among is None else [each.id for each in records]
        last = store.past.last_changes(kind, ids) if records else {}
        found |= {each.id: Ruling(each, *last[each.id]) for each in records}
    return found


def newest_first(rulings: Iterable[Ruling]) -> list[Ruling]:
    """Return rulings as a person goes through them; a verdict that two are the same goes with the group it made."""
    those = list(rulings)
    group_of = {
        member: each.record.id
        for each in those
        if isinstance(each.record, Group)
        for member in each.record.recommendations
    }
    shown = [each for each in those if not _is_in_a_group(each.record, group_of)]
    return sorted(shown, key=lambda each: (each.when, each.record.id), reverse=True)


def _is_in_a_group(record: Group | Verdict, group_of: dict[UUID, UUID]) -> bool:
    if not isinstance(record, Verdict) or record.decision is not Decision.SAME:
        return False
    return record.first in group_of and group_of[record.first] == group_of.get(record.second)
