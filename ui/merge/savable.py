"""What is shown of a damaged file, read off the GUI thread and put into words there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby, islice
from pathlib import Path
from uuid import UUID

from consultation.language import Translator
from consultation.merging import Salvaged, holders_of_the_rest, salvage, save_what_is_whole
from consultation.model import KINDS, Intervention, Lesson, Recommendation, Record, Reservation, Support
from consultation.private import private_folder
from consultation.progress import Progress
from consultation.reading.tallies import Counts, count_support
from consultation.store import Identity, Store
from consultation.words import author_name, counted, gist, lookup_in, loss_title, loss_when, loss_words

SAID = frozenset(kind.kind() for kind in (Recommendation, Intervention, Reservation, Lesson))
"""The kinds of which the last entries are shown."""
MOST_SHOWN = 9
MOST_LOST = 100
"""Lines of what is lost."""


@dataclass(frozen=True)
class LostLine:
    """An entry that is lost, as a line."""

    title: str
    words: str
    when: str
    is_known: bool
    entries: int = 1
    """How many it stands for."""


@dataclass(frozen=True)
class WholeLine:
    """An entry that is whole, as a line."""

    words: str
    set: str
    """The set of a recommendation; nothing for anything else."""
    counts: Counts | None
    count_is_lost: bool
    by: str
    when: datetime


@dataclass(frozen=True)
class Savable:
    """What there is to show of a damaged file."""

    found: Salvaged
    lost: tuple[LostLine, ...]
    last: tuple[WholeLine, ...]
    holds: tuple[tuple[str, int], ...]
    """Other files that have some of what is lost: name -> how many of it."""
    people: tuple[str, ...]
    """Who else wrote what is lost."""


def look_at(
    path: Path, others: Sequence[Path], own: Store, identity: Identity, t: Translator, progress: Progress
) -> Savable:
    """Look at a damaged file; ``others`` are the files beside it, and ``own`` the one that is open."""
    found = salvage(path, progress)
    with private_folder() as folder:
        save_what_is_whole(found, folder / "whole.consult", progress)
        with Store.open(folder / "whole.consult", identity, as_it_is=True) as store:
            look, names = lookup_in(store), store.author_names()
            told = (
                (each.kind, loss_title(t, each), loss_words(t, each, look), loss_when(t, each, names))
                for each in found.losses
            )
            alike = ((len(list(those)), *line) for line, those in groupby(told))
            lost = tuple(islice((_lost(t, *line) for line in alike), MOST_LOST))
            last = tuple(_last(store, found, names, t))
    asked = {names.get(each.author, "") for each in found.losses if each.author and each.when}
    holds = tuple(holders_of_the_rest(found, own, others, progress))
    return Savable(found, lost, last, holds, tuple(sorted(asked - {"", found.author_name})))


def _lost(t: Translator, number: int, kind: str | None, title: str, words: str, when: str) -> LostLine:
    """Make the line of what is lost; entries that nothing tells apart are counted on one."""
    if number > 1 and kind is not None:
        title = counted(t, kind, number) if kind in KINDS else f"{title} ({t.number(number)})"
    elif number > 1:
        words = t.plural(
            "{count} entry that nothing else speaks of", "{count} entries that nothing else speaks of", number
        )
    return LostLine(title, words, when, kind is not None, number)


def _last(store: Store, found: Salvaged, names: Mapping[UUID, str], t: Translator) -> list[WholeLine]:
    """Return the last entries that are whole, in the order in which they were written."""
    look, lines = lookup_in(store), list[WholeLine]()
    lost_counts = {record for each in found.losses if each.kind == Support.kind() for record in each.about}
    for kind, record_id, author, when in found.last_written(SAID):
        record = store.find(KINDS[kind], record_id)
        if record is None or record.deleted or not (words := gist(t, record, look)):
            continue
        by = author_name(t, names.get(author, ""))
        lines.append(_line(store, record, words, by, when.astimezone(), record_id in lost_counts))
        if len(lines) == MOST_SHOWN:
            break
    return lines[::-1]


def _line(store: Store, record: Record, words: str, by: str, when: datetime, count_is_lost: bool) -> WholeLine:
    counts = None
    if isinstance(record, Recommendation):
        counts = count_support(record.text, store.all(Support, recommendation=record.id))
    return WholeLine(
        words,
        record.set.value if isinstance(record, Recommendation) else "",
        counts if counts is not None and counts.is_counted else None,
        count_is_lost,
        by,
        when,
    )
