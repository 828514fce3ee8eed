"""What was said in a session, to be shown as it is drawn: the order first, by ids alone, then a page at a time."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple
from uuid import UUID

from consultation.model import Person, Recommendation, Record, Reservation, Support
from consultation.reading.incomplete import vocabularies_with_terms
from consultation.reading.tallies import by_recommendation
from consultation.reading.timeline import SAID, Around, Said, speaker_of, tell
from consultation.store import Store

MOST_OFFERED = 50
"""Entries that a search in all sessions gives."""


class Entry(NamedTuple):
    """One thing said, by its id."""

    kind: type[Record]
    id: UUID


Places = Mapping[int, UUID]
"""Place in the index of words -> record."""


def read_order(store: Store, session: UUID, kinds: Sequence[type[Record]] = SAID) -> tuple[Entry, ...]:
    """Read what was said in a session in the order in which it was written down: one statement a kind, ids alone."""
    entries = [Entry(kind, record) for kind in kinds for (record,) in store.columns(kind, "id", session=session)]
    return tuple(sorted(entries, key=lambda entry: entry.id))


def found_in(store: Store, order: Sequence[Entry], words: str, places: Places) -> tuple[Entry, ...]:
    """Return those of ``order`` in which every word of ``words`` begins a word; all of it where there are no words.

    ``places`` says where the words of the entries stand in the index (`Store.places`), for every key of a search.
    """
    if not words.strip():
        return tuple(order)
    found = store.found_among(words, places)
    return tuple(entry for entry in order if entry.id in found)


def found_anywhere(
    store: Store, words: str, kinds: Sequence[type[Record]] = SAID, most: int = MOST_OFFERED
) -> tuple[Entry, ...]:
    """Return what was said in any session in which every word of ``words`` begins a word, best first."""
    return tuple(Entry(kind, record) for kind, record in store.found(words, *kinds, most=most))


def read_said(store: Store, ids: Collection[UUID], kinds: Sequence[type[Record]] = SAID) -> dict[UUID, Said]:
    """Read entries with who, support, reservations, gaps and dispute, in as many statements for one as for a page.

    Deleted ones too: whoever asked knows by ``said.record`` that one is deleted or stands in another session now.
    What is not of these ``kinds`` is left out; a page is some hundred ids.
    """
    records = _records(store, set(ids), kinds)
    around = _around(store, records)
    return {record.id: tell(record, around) for record in records}


def _records(store: Store, ids: set[UUID], kinds: Sequence[type[Record]]) -> list[Record]:
    """Read the records; the kinds are asked in turn until all are found."""
    records: list[Record] = []
    for kind in kinds:
        if missing := ids - {record.id for record in records}:
            records += store.those(kind, missing).values()
    return records


def _around(store: Store, records: Sequence[Record]) -> Around:
    """Read what stands around these records alone."""
    asked = {record.id for record in records if isinstance(record, Recommendation)}
    people = {person for record in records if (person := speaker_of(record))}
    return Around(
        people=store.those(Person, people),
        support=by_recommendation(store.all(Support, recommendation=asked)) if asked else {},
        reservations=by_recommendation(store.all(Reservation, recommendation=asked)) if asked else {},
        vocabularies=vocabularies_with_terms(store) if asked else frozenset(),
        disputed=store.disputed({record.id for record in records}),
    )
