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
    """When somebody made them what they are now."""
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
    now = record.words[by_hand] if by_hand else getattr(origin, "text", "")
    said = list(_wordings(store, origin, by_hand))
    before = [text for text, _ in said if fingerprint(text) == rendering["of"]]
    since = [change for text, change in said if text == now]
    if not before or not since or fingerprint(now) == rendering["of"]:
        return None
    return Earlier(before[-1], since[-1].when, since[-1].author_name)


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
    """Give the wordings a record has had, each with the change that brought it, as the clocks of the writers went."""
    for change in store.history(origin):
        value = change.values.get("words" if language else "text", "")
        text = value.get(language, "") if isinstance(value, dict) else str(value)
        if text:
            yield text, change


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
