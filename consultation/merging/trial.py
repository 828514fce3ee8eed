"""Trying a merge on a private copy of one's file: what it would bring cannot differ from what it will."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from consultation.merging.contribution import Contribution
from consultation.merging.union import merge_into
from consultation.model import Consultation, Labels, Person, Session
from consultation.private import private_folder
from consultation.progress import UNHEARD, Progress
from consultation.store import Store


@dataclass(frozen=True)
class Trial:
    """What merging one file would do, and what its ids stand for, which one's own file may not know yet."""

    contribution: Contribution
    sessions: tuple[Labels, ...]
    """The titles of the sessions it speaks of."""
    people: dict[UUID, str]
    """The names of the people its contribution names."""
    about: Labels | None
    """The title of the other consultation it is of."""


def trial(
    store: Store,
    paths: Sequence[Path],
    *,
    other_consultation: bool | frozenset[Path] = False,
    progress: Progress = UNHEARD,
) -> list[Trial]:
    """Say what `merge` would bring, file by file, without changing anything."""
    with private_folder() as folder:
        copy = folder / store.path.name
        with store.reading_together():
            shutil.copyfile(store.path, copy)
        with Store.open(copy, store.identity, store.clock, store.entropy, as_it_is=True) as tried:
            before = {one.id for one in tried.all(Consultation)}
            brought = merge_into(tried, paths, store.path, other_consultation, progress)
            return [told(tried, one, before) for one in brought]


def told(store: Store, contribution: Contribution, before: set[UUID]) -> Trial:
    """Name what a contribution speaks of, from a file that has it; ``before`` are the consultations known before."""
    new = [one.title for one in store.all(Consultation) if one.id not in before]
    named = [*contribution.consent, *contribution.written_for]
    people = {one: person.name for one in named if (person := store.find(Person, one)) is not None}
    found = (store.find(Session, one) for one in contribution.sessions)
    sessions = sorted((one for one in found if one), key=Session.place_in_programme)
    return Trial(
        contribution,
        tuple(
            one.title or {"": one.code}
            for one in sorted((one for one in sessions if one), key=Session.place_in_programme)
        ),
        people,
        new[0] if contribution.other_consultation and new else None,
    )
