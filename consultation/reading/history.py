"""One record as it was after every change: what each did to it, its wordings, and what going back would change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from consultation.language import Translator, in_language
from consultation.model import Recommendation, Record, Reservation, Support, fingerprint
from consultation.reading.tallies import Tally, count_support
from consultation.store import Change, Store
from consultation.words.records import TELLING


@dataclass(frozen=True)
class PastState:
    """A record just after one change: to itself, or to something that belongs to it."""

    change: Change
    of: Record
    """What was changed: the record itself, or a count of hands or a reservation that belongs to it."""
    values: Mapping[str, Any]
    """What the record said then."""
    file: str
    """The name of the file the change came with; empty where it was written here."""
    is_own: bool
    """The record itself was changed, so that it can be put back to this."""
    is_now: bool
    """It says what the record says now, as far as anybody still knows; never where its words have been erased."""


@dataclass(frozen=True)
class Wording:
    """One wording the record has had."""

    state: PastState
    """The state with which it came."""
    text: str
    before: str
    """The wording that stood there until then; empty for the first."""
    counted: Tally | None
    """The hands counted on it."""


@dataclass(frozen=True)
class Difference:
    """A field, as it was then and as it is now."""

    name: str
    then: Any
    now: Any

    @property
    def is_same(self) -> bool:
        """Whether going back would change nothing in it."""
        return bool(_plain(self.then) == _plain(self.now))


def history_of(store: Store, record: Record) -> list[PastState]:
    """Return the states of a record, newest first, with the counts and reservations that belong to it."""
    own = store.history(record)
    states = {change.revision: store.state_at(record, change.revision) for change in own}
    changes = [(change, record) for change in own]
    for of in _belonging(store, record):
        changes += [(change, of) for change in store.history(of)]
    came_with: dict[bytes, str] = {}
    for of in {of.id: of for _, of in changes}.values():
        came_with |= store.past.came_with(of)
    found: list[PastState] = []
    telling = telling_field(record) or "deleted"
    values: Mapping[str, Any] = states[own[0].revision]
    for change, of in sorted(changes, key=lambda entry: entry[0].when):
        values = states.get(change.revision, values)
        is_own = change.revision in states
        is_now = is_own and telling in values and all(each.is_same for each in _differences(record, values))
        found.append(PastState(change, of, values, came_with.get(change.revision, ""), is_own, is_now))
    return found[::-1]


def wordings_of(store: Store, record: Record, states: Sequence[PastState], t: Translator) -> list[Wording]:
    """Return the wordings a record has had, newest first; ``states`` are those of `history_of`."""
    name = telling_field(record)
    support = store.all(Support, recommendation=record.id) if isinstance(record, Recommendation) else []
    found: list[Wording] = []
    before = ""
    for state in reversed(states):
        text = text_of(state.values, name, t)
        if state.is_own and text and text != before:
            mark = fingerprint(text)
            total = count_support(text, [each for each in support if each.counted_on == mark]).total
            found.append(Wording(state, text, before, total if total.is_counted else None))
            before = text
    return found[::-1]


def if_restored(record: Record, state: PastState) -> list[Difference]:
    """Compare the fields of a state with those of the record as it is now: its words first, then what differs."""
    telling = telling_field(record)
    found = _differences(record, state.values)
    told = [difference for difference in found if difference.name == telling or not difference.is_same]
    return sorted(told, key=lambda difference: difference.name != telling)


def telling_field(record: Record) -> str:
    """Name the field that holds the words of a record; empty for one that has none of its own."""
    named = TELLING[record.kind()]
    return next((name for name in named if isinstance(getattr(record, name), str | dict)), "")


def text_of(values: Mapping[str, Any], name: str, t: Translator) -> str:
    """Return the words of the field called ``name``; of those in several languages, the reader's."""
    value = values.get(name, "")
    return in_language(value, t.language) if isinstance(value, dict) else str(value)


def _differences(record: Record, values: Mapping[str, Any]) -> list[Difference]:
    return [
        Difference(name, value, getattr(record, name))
        for name, value in values.items()
        if name in type(record).model_fields
    ]


def _plain(value: Any) -> Any:
    """Leave the empty entries of a map out: they say nothing."""
    return {key: entry for key, entry in value.items() if entry} if isinstance(value, dict) else value


def _belonging(store: Store, record: Record) -> list[Record]:
    if not isinstance(record, Recommendation):
        return []
    return [
        *store.all(Support, deleted=True, recommendation=record.id),
        *store.all(Reservation, deleted=True, recommendation=record.id),
    ]
