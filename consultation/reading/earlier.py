"""The words a translation was made of, where they have been changed since: found by their fingerprint."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from consultation.model import Commitment, Item, Recommendation, Record, fingerprint
from consultation.reading.parts import worded_by_hand
from consultation.store import Change, Store


@dataclass(frozen=True)
class Earlier:
    """Words as they were."""

    text: str
    changed_at: datetime
    """When they were changed for the first time after that."""
    changed_by: str
    """The name of whoever did; empty for somebody without a card."""


@dataclass(frozen=True)
class Made:
    """A translation as it was made."""

    by: str
    """The name of whoever made it; empty for somebody without a card."""
    when: datetime


def earlier_words(store: Store, item: UUID, language: str) -> Earlier | None:
    """Return the words that the translation of an item into a language was made of, as far as the file has them.

    None where they are those that stand now, or nobody noted of which it was made.
    """
    record = store.get(Item, item)
    rendering = record.renderings.get(language)
    if rendering is None or not rendering["of"]:
        return None
    by_hand = worded_by_hand(record, language)
    origin: Record | None = record if by_hand else origin_of(store, record)
    if origin is None:
        return None
    said = list(_wordings(store, origin, by_hand))
    for place, (text, _) in reversed(list(enumerate(said[:-1]))):
        if fingerprint(text) == rendering["of"]:
            change = said[place + 1][1]
            return Earlier(text, change.when, change.author_name)
    return None


def translation_made(store: Store, item: UUID, language: str) -> Made | None:
    """Tell who made the translation of an item into a language, and when; None where nobody did."""
    record = store.get(Item, item)
    rendering = record.renderings.get(language)
    if rendering is None:
        return None
    origin = origin_of(store, record)
    made = _first_with(store, origin, "translations", language, rendering["of"]) if origin is not None else None
    made = made or _first_with(store, record, "renderings", language, rendering["of"])
    if made is None:
        return None
    by = store.author_names().get(UUID(rendering["by"]), "") if rendering["by"] else ""
    return Made(by or made.author_name, made.when)


def origin_of(store: Store, item: Item) -> Recommendation | Commitment | None:
    """Return the record whose words an item says; None for one that comes from none."""
    if item.commitment:
        return store.find(Commitment, item.commitment)
    return store.find(Recommendation, item.sources[0]) if item.sources else None


def _wordings(store: Store, origin: Record, language: str) -> Iterator[tuple[str, Change]]:
    """Give the wordings a record has had, oldest first, each with the change that brought it."""
    before = ""
    for change in store.history(origin):
        value = change.values.get("words" if language else "text", "")
        text = value.get(language, "") if isinstance(value, dict) else str(value)
        if text and text != before:
            yield text, change
            before = text


def _first_with(store: Store, record: Record, field: str, language: str, of: str) -> Change | None:
    """Return the change that put a translation of these words into a field, the latest time somebody did."""
    found, before = None, None
    for change in store.history(record):
        if field not in change.values:
            continue
        entry = change.values[field].get(language)
        if entry is not None and entry["of"] == of and entry != before:
            found = change
        before = entry
    return found
