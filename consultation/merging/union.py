"""Merging is set union of revisions: any files, in any order, any number of times, with the same result."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from operator import itemgetter
from pathlib import Path
from typing import Any
from uuid import UUID

from consultation.collecting import without_collecting
from consultation.errors import Altered, Cancelled, ConsultationError, NotSaved, OtherConsultation, SourceRefused
from consultation.files import is_same_file
from consultation.language import N_
from consultation.merging.contribution import Contribution, Gathering
from consultation.private import private_folder
from consultation.progress import UNHEARD, Progress
from consultation.store import Store
from consultation.store.foreign import Source, open_source
from consultation.store.ledger import AUTHOR, REPLICA, WALL_MS, Ledger
from consultation.store.wording import in_words

_TIME, _WRITER = itemgetter(WALL_MS), itemgetter(AUTHOR, REPLICA)

RECORDS_BETWEEN_WORDS = 500
"""Records folded between two words of progress."""


def merge(
    store: Store,
    paths: Sequence[Path],
    *,
    other_consultation: bool | frozenset[Path] = False,
    progress: Progress = UNHEARD,
) -> list[Contribution]:
    """Bring the revisions of the files at ``paths`` into ``store``: of each file all of them, or nothing.

    Answers with what each file brought, in the order given; a file that cannot be taken says why in its
    contribution and stops no other. One of another consultation is taken in only when ``other_consultation``
    allows all such files, or names it. NotSaved and Cancelled leave the file as it was before.
    """
    return merge_into(store, paths, store.path, other_consultation, progress)


def merge_into(
    store: Store, paths: Sequence[Path], own: Path, other_consultation: bool | frozenset[Path], progress: Progress
) -> list[Contribution]:
    """Merge as `merge` does into ``store``, which is the file at ``own`` or a private copy of it."""
    brought: list[Contribution] = []
    with suppress(_NothingCame), without_collecting(), private_folder() as folder, store.together():
        merging = _Merging(store, folder, own, other_consultation, progress)
        brought += [merging.take(path, number, len(paths)) for number, path in enumerate(paths)]
        if all(contribution.refusal is not None or contribution.brings_nothing for contribution in brought):
            raise _NothingCame  # so that not a byte of the file is written anew
    return brought


class _NothingCame(Exception):
    """Nothing has to be written."""


class _Merging:
    """Files on their way into one store, one after the other, within one transaction."""

    def __init__(
        self, store: Store, folder: Path, own: Path, others: bool | frozenset[Path], progress: Progress
    ) -> None:
        self._store, self._folder, self._own, self._others, self._progress = store, folder, own, others, progress
        self._begin()
        self._writers = self._ledger.writers()
        self._ours = self._ledger.consultations()
        self._conflicts = self._ledger.conflicts()

    def take(self, path: Path, number: int, total: int) -> Contribution:
        """Take one file in, or say why it cannot be."""
        self._progress(number, total, path.name)
        conflicts, writers, ours = set(self._conflicts), set(self._writers), self._ours
        others: tuple[UUID, ...] = ()
        try:
            _refuse_own_file(self._own, path)
            with open_source(path, self._folder, lambda: self._progress.cancelled) as source, self._store.attempt():
                others = self._others_of(source)
                return self._take(source, others)
        except (NotSaved, Cancelled):
            raise
        except ConsultationError as error:
            self._conflicts, self._writers, self._ours = conflicts, writers, ours
            self._begin()
            return Contribution(path, refusal=error, consultations=others)

    def _begin(self) -> None:
        self._ledger: Ledger = self._store.ledger

    def _take(self, source: Source, others: tuple[UUID, ...]) -> Contribution:
        if others and not self._are_allowed(source):
            raise OtherConsultation(
                N_(
                    "“{name}” is of another consultation, so it was not merged. Your file is as it was. "
                    "If it should come in all the same, that has to be asked for."
                ),
                name=source.path.name,
            )
        ledger, start = self._ledger, self._ledger.last_place()
        ledger.begin()
        wrong_clock, furthest = 0, self._store.clock.furthest()
        writers: Counter[tuple[bytes, bytes]] = Counter()
        latest: tuple[Any, ...] = ()
        gathering = Gathering(start, self._conflicts)
        with _blamed_on(source.path):
            for rows in source.rows():
                wrong_clock += sum(map(furthest.__lt__, map(_TIME, rows)))
                writers.update(map(_WRITER, rows))
                latest = max([latest, *rows] if latest else rows, key=_TIME)
                ledger.take_in(rows)
                self._progress()
            end = ledger.last_place()
            for number, record in enumerate(ledger.fold_since(start), 1):
                gathering.add(record)
                if number % RECORDS_BETWEEN_WORDS == 0:
                    self._progress()
        if end > start:
            self._store.note_merge(source.path.name, start + 1, end)
        return Contribution(
            source.path,
            revisions=end - start,
            created=dict(gathering.created),
            changed=dict(gathering.changed),
            deleted=dict(gathering.deleted),
            conflicts=gathering.conflicts,
            sessions=tuple(sorted(gathering.sessions)),
            sets=dict(gathering.sets),
            languages=tuple(language for language, _ in gathering.languages.most_common()),
            deletions=tuple(gathering.deletions),
            consent=dict(sorted(gathering.consent.items())),
            written_for=self._written_for(writers) if end > start else {},
            author=UUID(bytes=latest[AUTHOR]) if latest else None,
            written_ms=latest[WALL_MS] if latest else 0,
            erased=ledger.erased,
            filled=ledger.filled,
            unread=gathering.unread,
            missing=gathering.missing,
            wrong_clock=wrong_clock,
            consultations=others,
        )

    def _others_of(self, source: Source) -> tuple[UUID, ...]:
        """Return the consultations a file is of, where none of them is ours; the first file makes them ours."""
        theirs = source.consultations()
        if not self._ours:
            self._ours = theirs
        return () if self._ours & theirs else tuple(sorted(UUID(bytes=consultation) for consultation in theirs))

    def _are_allowed(self, source: Source) -> bool:
        return self._others if isinstance(self._others, bool) else source.path in self._others

    def _written_for(self, writers: Counter[tuple[bytes, bytes]]) -> dict[UUID, int]:
        """Count what was written for authors known here by an installation that is not known as theirs."""
        known = {author for author, _ in self._writers}
        strange: Counter[bytes] = Counter()
        for author, replica in writers.keys() - self._writers:
            if author in known:
                strange[author] += writers[author, replica]
        self._writers |= writers.keys()
        return {UUID(bytes=author): strange[author] for author in sorted(strange)}


def _refuse_own_file(own: Path, path: Path) -> None:
    if is_same_file(path, own):
        raise SourceRefused(
            N_("“{name}” is the file that is open: there is nothing to merge, and nothing was changed."),
            name=path.name,
        )


@contextmanager
def _blamed_on(path: Path) -> Iterator[None]:
    """Name the file whose revisions turn out, only when folded, to have a false body or ancestry."""
    try:
        yield
    except Altered:
        with in_words(path.name):
            raise
