"""Trying a merge on a private copy of one's file: what it would bring cannot differ from what it will."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from consultation.errors import ConsultationError, DamagedFile, FileRefused, NotAConsultation, OtherConsultation
from consultation.merging.contribution import Contribution
from consultation.merging.salvage import WholeOf, salvage
from consultation.merging.union import merge_into
from consultation.model import KINDS, Consultation, Labels, Person, Record, Session
from consultation.private import private_folder
from consultation.progress import UNHEARD, Progress
from consultation.store import Store
from consultation.store.clock import Stamp
from consultation.store.history import moment_of


@dataclass(frozen=True)
class Deletion:
    """A record that a file deletes."""

    record: Record
    author_name: str
    when: datetime | None


class Savable(NamedTuple):
    """What can be saved of a damaged file, in short."""

    entries: WholeOf
    author_name: str
    """Who wrote in it last, of what is whole."""
    when: datetime | None


@dataclass(frozen=True)
class Account:
    """What is to be told of one file, before merging it or after, and what its ids stand for."""

    contribution: Contribution
    otherwise: Contribution | None = None
    """What it would bring if it were asked for, where it is refused for being of another consultation."""
    sessions: tuple[Labels, ...] = ()
    """The titles of the sessions it speaks of."""
    codes: tuple[str, ...] = ()
    """The codes of these sessions."""
    people: dict[UUID, str] = field(default_factory=dict)
    """The names of the people that are named in its contribution."""
    deletions: tuple[Deletion, ...] = ()
    """What it deletes, as far as that is named."""
    about: Labels | None = None
    """The title of the other consultation it is of."""
    savable: Savable | None = None
    """What can be saved of it, where it is damaged."""

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self.contribution.path

    @property
    def author_name(self) -> str:
        """The name of who wrote in it last."""
        if self.savable is not None:
            return self.savable.author_name
        return self.people.get(self.shown.author, "") if self.shown.author else ""

    @property
    def when(self) -> datetime | None:
        """When somebody wrote in it last."""
        if self.savable is not None:
            return self.savable.when
        return moment_of(Stamp(self.shown.written_ms, 0)) if self.shown.author else None

    @property
    def goes_in(self) -> bool:
        """Whether merging it would change anything."""
        return self.contribution.refusal is None and not self.contribution.brings_nothing

    @property
    def refusal(self) -> ConsultationError | None:
        """Why it cannot be taken, not even when it is asked for."""
        return self.shown.refusal

    @property
    def is_other(self) -> bool:
        """Whether it is of another consultation."""
        return self.shown.other_consultation

    @property
    def shown(self) -> Contribution:
        """What there is to show of it: what it brings, or would if it were asked for."""
        return self.otherwise or self.contribution


def trial(
    store: Store,
    paths: Sequence[Path],
    *,
    other_consultation: bool | frozenset[Path] = False,
    progress: Progress = UNHEARD,
) -> list[Account]:
    """Say what `merge` would bring, file by file, without changing anything.

    Those refused for being of another consultation are tried too, after all others, so that it can be told what they
    would bring.
    """
    with private_folder() as folder:
        copy = folder / store.path.name
        store.copy_aside(copy)
        nobody = replace(store.identity, folder=None)  # whoever keeps no settings remembers no files
        with Store.open(copy, nobody, store.clock, store.entropy, as_it_is=True) as tried:
            brought = merge_into(tried, paths, store.path, other_consultation, progress)
            refused = [
                contribution.path for contribution in brought if isinstance(contribution.refusal, OtherConsultation)
            ]
            otherwise = {
                contribution.path: contribution
                for contribution in merge_into(tried, refused, store.path, True, progress)
            }
            return [
                replace(
                    account_of(tried, contribution, otherwise.get(contribution.path)),
                    savable=_savable(contribution, progress),
                )
                for contribution in brought
            ]


def _savable(contribution: Contribution, progress: Progress) -> Savable | None:
    """Look for what can be saved of a file that is refused for being damaged; None where there is nothing."""
    if not isinstance(contribution.refusal, DamagedFile | NotAConsultation):
        return None
    try:
        found = salvage(contribution.path, progress)
    except FileRefused:
        return None
    return Savable(found.entries, found.author_name, found.when)


def account_of(store: Store, contribution: Contribution, otherwise: Contribution | None = None) -> Account:
    """Name what a contribution to ``store`` speaks of."""
    shown = otherwise or contribution
    sessions = sorted(store.those(Session, shown.sessions).values(), key=Session.place_in_programme)
    named = {*shown.consent, *shown.written_for, *([shown.author] if shown.author else [])}
    others = [
        consultation.title
        for consultation_id in shown.consultations
        if (consultation := store.find(Consultation, consultation_id)) is not None
    ]
    return Account(
        contribution,
        otherwise,
        tuple(session.title or {"": session.code} for session in sessions),
        tuple(session.code for session in sessions),
        {person.id: person.name for person in store.those(Person, named).values()},
        tuple(_deletion(store, kind, record_id) for kind, record_id in shown.deletions),
        others[0] if others else None,
    )


def _deletion(store: Store, kind: str, record_id: UUID) -> Deletion:
    """Name a record that was deleted, and who did it."""
    record = store.get(KINDS[kind], record_id)
    deleting = [change for change in store.history(record) if change.values.get("deleted")]
    return Deletion(record, deleting[-1].author_name if deleting else "", deleting[-1].when if deleting else None)
