"""Reading files before they are merged: what each would bring, tried on a copy in another thread."""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from consultation.errors import Cancelled, ConsultationError, SourceRefused
from consultation.files import is_same_file
from consultation.language import N_
from consultation.merging import Contribution, is_other_consultation, merge
from consultation.merging import Progress as MergeProgress
from consultation.merging.union import Listener
from consultation.model import Consultation, Session
from consultation.store import Identity, Store
from consultation.words import names_in
from ui.jobs import Progress


@dataclass(frozen=True)
class FileRead:
    """One file as the page shows it: what it brings, or why it cannot be taken."""

    path: Path
    contribution: Contribution | None = None
    refusal: ConsultationError | None = None
    other: bool = False
    """It is of another consultation."""
    allowed: bool = True
    """It goes in with the others; one of another consultation only when that was asked for."""
    sessions: tuple[Mapping[str, str], ...] = ()
    """The titles of the sessions it says something new about."""
    people: Mapping[UUID, str] = field(default_factory=dict)
    """The names of those whose consent it changes or in whose name it writes."""
    about: Mapping[str, str] | None = None
    """The title of the other consultation."""

    @property
    def goes_in(self) -> bool:
        """Whether merging it would change anything."""
        return self.allowed and self.contribution is not None and not self.contribution.brings_nothing


def read_files(
    path: Path, identity: Identity, sources: Sequence[Path], wanted: Collection[Path], progress: Progress
) -> list[FileRead]:
    """Say what the files ``sources`` would bring into the file at ``path``, in the order given.

    Each is merged into a copy of it, one after the other, so that a refusal stops none of the others and files
    that disagree with each other are counted. One of another consultation that is not ``wanted`` comes last.
    """
    with tempfile.TemporaryDirectory(prefix="consultation-") as folder:
        copy = Path(folder) / path.name
        with Store.open(path, identity) as store:
            store.send_copy(copy)
        with Store.open(copy, identity) as tried:
            trial = _Trial(tried, path, wanted, listening(progress))
            others = [source for source in sources if trial.is_left_out(source)]
            ordered = [*(source for source in sources if source not in others), *others]
            found: dict[Path, FileRead] = {}
            for number, source in enumerate(ordered):
                progress(number, len(ordered))
                found[source] = trial.read(source)
    return [found[source] for source in sources]


def merged_files(store: Store, contributions: Sequence[Contribution]) -> list[FileRead]:
    """Say what merging has brought, as the page shows it."""
    return [
        FileRead(
            one.path,
            one,
            other=one.other_consultation,
            sessions=titles(store, one),
            people=names_in(store, one),
        )
        for one in contributions
    ]


def listening(progress: Progress) -> Listener:
    """Turn the progress of a merge into that of a job, and its "stop" into the merge's own."""

    def listen(step: MergeProgress) -> bool:
        if progress.cancelled:
            return False
        progress(step.done, step.total)
        return True

    return listen


def titles(store: Store, contribution: Contribution) -> tuple[Mapping[str, str], ...]:
    """Return the titles of the sessions a file speaks of, in the order of the programme."""
    found = [session for one in contribution.sessions if (session := store.find(Session, one)) is not None]
    found.sort(key=Session.place_in_programme)
    return tuple(session.title or {"en": session.code} for session in found)


class _Trial:
    """A copy of the open file into which the others are merged to see what comes of it."""

    def __init__(self, tried: Store, own: Path, wanted: Collection[Path], listener: Listener) -> None:
        self._tried, self._own, self._wanted, self._listener = tried, own, wanted, listener
        self._others: dict[Path, bool] = {}

    def is_left_out(self, source: Path) -> bool:
        """Tell whether a file is of another consultation and nobody asked for it; looked at before any is merged."""
        try:
            self._others[source] = is_other_consultation(self._tried, source)
        except ConsultationError:
            self._others[source] = False
        return self._others[source] and source not in self._wanted

    def read(self, source: Path) -> FileRead:
        """Merge one file and say what came of it."""
        other = self._others[source]
        before = {one.id for one in self._tried.all(Consultation)}
        try:
            self._refuse_own(source)
            contribution = merge(self._tried, [source], other_consultation=True, listener=self._listener)[0]
        except Cancelled:
            raise
        except ConsultationError as error:
            return FileRead(source, refusal=error, allowed=False)
        new = [one.title for one in self._tried.all(Consultation) if one.id not in before]
        return FileRead(
            source,
            contribution,
            other=other,
            allowed=not other or source in self._wanted,
            sessions=titles(self._tried, contribution),
            people=names_in(self._tried, contribution),
            about=new[0] if other and new else None,
        )

    def _refuse_own(self, source: Path) -> None:
        if is_same_file(source, self._own):
            raise SourceRefused(
                N_("“{name}” is the file that is open: there is nothing to merge, and nothing was changed."),
                name=source.name,
            )
