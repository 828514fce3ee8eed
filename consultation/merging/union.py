"""Merging is set union of revisions: any files, in any order, any number of times, with the same result."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from sqlite3 import Connection
from typing import Any

from consultation.errors import Altered, Cancelled, OtherConsultation, SourceRefused
from consultation.files import is_same_file
from consultation.language import N_
from consultation.merging.contribution import Contribution, Tally, count
from consultation.merging.source import Source, open_source, private_folder
from consultation.store import Store
from consultation.store.database import in_words
from consultation.store.fold import fold
from consultation.store.projection import BATCH, kind_now, project_since, revisions_of
from consultation.store.revision import Row
from consultation.store.writing import INSERT, last_place

WALL_MS = Row._fields.index("wall_ms")


@dataclass(frozen=True)
class Progress:
    """How far a merge has come."""

    done: int
    total: int
    file: Path | None
    """The file being read, or None while the whole is put together."""


Listener = Callable[[Progress], bool]
"""Hears the progress; answers whether to go on."""


def keep_going(progress: Progress) -> bool:
    """Listen to nothing and never stop."""
    return True


def merge(
    store: Store,
    paths: Sequence[Path],
    *,
    other_consultation: bool = False,
    listener: Listener = keep_going,
) -> list[Contribution]:
    """Bring the revisions of the files at ``paths`` into ``store``: all of them, or, at any error, nothing.

    Answers with what each file brought, in the order given. FileRefused or SourceRefused names a file that cannot
    be taken, and why; OtherConsultation one of another consultation, unless ``other_consultation`` allows it.
    """
    _refuse_own_file(store, paths)
    tallies: list[Tally] = []
    with _without_search_for_cycles(), private_folder() as folder, store.together():
        before = last_place(store.database)
        conflicts_before = set(store.database.execute("SELECT record, field FROM conflict"))
        ours = _consultations(store.database)
        for number, path in enumerate(paths):
            progress = Progress(number, len(paths), path)
            _listen(listener, progress)
            with open_source(path, folder, partial(_is_stopped, listener, progress)) as source:
                tallies.append(_take_in(store, source, ours, other_consultation))
        with _blamed_on_its_source(store.database, tallies):
            for done, projected in enumerate(project_since(store.database, before) if _came(tallies) else ()):
                count(tallies, projected, conflicts_before)
                if done % BATCH == 0:
                    _listen(listener, Progress(done, 0, None))
    return [tally.contribution() for tally in tallies]


def preview(
    store: Store,
    paths: Sequence[Path],
    *,
    other_consultation: bool = False,
    listener: Listener = keep_going,
) -> list[Contribution]:
    """Say what `merge` would bring, without changing anything: it is tried on a private copy of the file."""
    _refuse_own_file(store, paths)
    with private_folder() as folder:
        copy = folder / store.path.name
        with in_words(store.path.name), store.together():
            shutil.copyfile(store.path, copy)
        with Store.open(copy, store.identity, store.clock, store.entropy) as tried:
            return merge(tried, paths, other_consultation=other_consultation, listener=listener)


def is_other_consultation(store: Store, path: Path) -> bool:
    """Tell whether the file at ``path`` is of another consultation than ``store``; FileRefused if unreadable."""
    with private_folder() as folder, open_source(path, folder) as source:
        return _is_other(_consultations(store.database), source)


def _refuse_own_file(store: Store, paths: Sequence[Path]) -> None:
    for path in paths:
        if is_same_file(path, store.path):
            raise SourceRefused(
                N_("“{name}” is the file that is open: there is nothing to merge, and nothing was changed."),
                name=path.name,
            )


def _take_in(store: Store, source: Source, ours: set[bytes], allowed: bool) -> Tally:
    """Copy one file's revisions row by row."""
    start = last_place(store.database)
    path = source.path
    other = _is_other(ours, source)
    if other and not allowed:
        raise OtherConsultation(
            N_(
                "“{name}” is of another consultation, so it was not merged. Your file is as it was. "
                "If it should come in all the same, that has to be asked for."
            ),
            name=path.name,
        )
    wrong_clock = 0
    furthest = store.clock.furthest()
    for rows in source.rows():
        wrong_clock += sum(row[WALL_MS] > furthest for row in rows)
        store.database.executemany(INSERT, _new_among(store.database, rows))
    return Tally(path, start, last_place(store.database), other, wrong_clock)


def _new_among(database: Connection, rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Leave out the rows that are here already, where the last one is: most likely all are.

    Only to save time when a file comes a second time; what is left in is ignored when it is inserted.
    """
    asked = "SELECT id FROM revision WHERE id IN ({})"
    if database.execute(asked.format("?"), rows[-1][:1]).fetchone() is None:
        return rows
    marks = ", ".join("?" * len(rows))
    known = {one for (one,) in database.execute(asked.format(marks), [row[0] for row in rows])}
    return [row for row in rows if row[0] not in known]


def _is_other(ours: set[bytes], source: Source) -> bool:
    theirs = source.consultations()
    return bool(ours and theirs and not ours & theirs)


def _came(tallies: Sequence[Tally]) -> bool:
    return any(tally.end > tally.start for tally in tallies)


@contextmanager
def _blamed_on_its_source(database: Connection, tallies: Sequence[Tally]) -> Iterator[None]:
    """Name the file whose revisions turn out, only when folded, to have a false body or ancestry."""
    try:
        yield
    except Altered:
        for tally in tallies:
            touched = "SELECT DISTINCT record, kind, fields FROM revision WHERE seq > ? AND seq <= ?"
            with in_words(tally.path.name):
                for record, kind, fields in database.execute(touched, (tally.start, tally.end)):
                    fold(revisions_of(database, record, kind_now(kind, fields))[1])
        raise


def _consultations(database: Connection) -> set[bytes]:
    return {one for (one,) in database.execute("SELECT id FROM consultation")}


@contextmanager
def _without_search_for_cycles() -> Iterator[None]:
    """Keep Python from looking for cycles among millions of rows that have none: a tenth of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _is_stopped(listener: Listener, progress: Progress) -> bool:
    return not listener(progress)


def _listen(listener: Listener, progress: Progress) -> None:
    if not listener(progress):
        raise Cancelled(N_("Stopped. Nothing was changed."))
