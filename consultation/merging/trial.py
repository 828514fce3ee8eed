"""Trying a merge on a private copy of one's file: what it would bring cannot differ from what it will."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from uuid import UUID

from consultation.errors import ConsultationError, OtherConsultation
from consultation.merging.contribution import Contribution
from consultation.merging.union import merge_into
from consultation.model import Consultation, Labels, Person, Session
from consultation.private import private_folder
from consultation.progress import UNHEARD, Progress
from consultation.store import Store


@dataclass(frozen=True)
class Account:
    """What is to be told of one file, before merging it or after, and what its ids stand for."""

    contribution: Contribution
    otherwise: Contribution | None = None
    """What it would bring if it were asked for, where it is refused for being of another consultation."""
    sessions: tuple[Labels, ...] = ()
    """The titles of the sessions it speaks of."""
    people: dict[UUID, str] = field(default_factory=dict)
    """The names of the people that are named in its contribution."""
    about: Labels | None = None
    """The title of the other consultation it is of."""

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self.contribution.path

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
            return [account_of(tried, contribution, otherwise.get(contribution.path)) for contribution in brought]


def account_of(store: Store, contribution: Contribution, otherwise: Contribution | None = None) -> Account:
    """Name what a contribution to ``store`` speaks of."""
    shown = otherwise or contribution
    found = (store.find(Session, session_id) for session_id in shown.sessions)
    sessions = sorted((session for session in found if session), key=Session.place_in_programme)
    people = (store.find(Person, person_id) for person_id in (*shown.consent, *shown.written_for))
    others = [
        consultation.title
        for consultation_id in shown.consultations
        if (consultation := store.find(Consultation, consultation_id)) is not None
    ]
    return Account(
        contribution,
        otherwise,
        tuple(session.title or {"": session.code} for session in sessions),
        {person.id: person.name for person in people if person},
        others[0] if others else None,
    )
