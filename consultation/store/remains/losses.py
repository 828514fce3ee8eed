"""What should be in a damaged file and is not, each revision once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from consultation.store.ledger import ID, PARENTS, RECORD
from consultation.store.remains.found import Lost
from consultation.store.revision import RevisionRow, split_ids

SMALLEST_ROW = 150
"""Bytes; where there are more places than rows could lie in a file, somebody has made them up."""


@dataclass(frozen=True)
class Known:
    """What is known of the table, from itself and from its indexes."""

    rows: Mapping[bytes, Sequence[Any]]
    """Id -> the values of a row that verifies."""
    at: Mapping[int, bytes]
    """Place -> the id of the row that stands there."""
    listed: Mapping[int, bytes]
    """Place -> the id that should stand there."""
    records: Mapping[int, bytes]
    """Place -> the record of what should stand there."""
    wordless: Mapping[bytes, tuple[int | None, Sequence[Any]]]
    """Id -> place and values of a row of which all but the words verifies."""
    nowhere: int
    """Rows of which the place could not be told."""
    size: int
    """Bytes of the file."""


def losses(known: Known) -> tuple[Lost, ...]:
    """Say what is lost: what the indexes list, places without a row, and what later revisions build on."""
    lost = list(_at_places(known))
    told = {each.id for each in lost}
    rows = [*known.rows.values(), *(values for _, values in known.wordless.values())]
    wanted = {
        parent: row[RECORD]
        for row in rows
        for parent in split_ids(row[PARENTS])
        if parent not in known.rows and parent not in told
    }
    return tuple(_with_parents(lost, wanted))


def _at_places(known: Known) -> Iterator[Lost]:
    wordless = {place: values for place, values in known.wordless.values() if place is not None}
    free = known.nowhere
    for place in _places(known, wordless):
        revision = known.listed.get(place)
        if place in known.at or revision in known.rows:
            continue
        record, values = known.records.get(place), wordless.get(place)
        if values is not None:
            yield Lost(place, values[ID], values[RECORD], RevisionRow(*values))
        elif revision is None and record is None and free:
            free -= 1  # there stood one whose place could not be told
        else:
            yield Lost(place, revision, record)


def _places(known: Known, wordless: Collection[int]) -> Iterable[int]:
    """Return the places where something should stand: they follow each other without a gap."""
    said = {*known.at, *known.listed, *known.records, *wordless}
    if not said or max(said) - min(said) > known.size // SMALLEST_ROW:
        return sorted(said)
    return range(min(said), max(said) + 1)


def _with_parents(lost: list[Lost], wanted: Mapping[bytes, bytes]) -> list[Lost]:
    """Put a name to the losses of which only the place is known; what has no place is one more."""
    nameless: dict[bytes | None, list[int]] = {}
    for number in reversed(range(len(lost))):
        if lost[number].id is None:
            nameless.setdefault(lost[number].record, []).append(number)
    for parent, record in wanted.items():
        numbers = nameless.get(record) or nameless.get(None)
        if numbers:
            number = numbers.pop()
            lost[number] = Lost(lost[number].seq, parent, record)
        else:
            lost.append(Lost(None, parent, record))
    return lost
