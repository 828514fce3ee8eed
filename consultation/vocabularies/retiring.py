"""Terms that are no longer offered: retired, or joined with another that stands for them. Their words always stay."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from consultation.errors import InvalidRecord
from consultation.language import N_
from consultation.model import Record, Term
from consultation.reading.term_uses import named_in, using_kinds
from consultation.reading.vocabularies import VocabularyTree, read_vocabulary
from consultation.store import Store, Written

REFERRING = ("parent", "family", "joined")
"""The fields by which terms refer to each other."""


def retire(store: Store, term: Term) -> Written:
    """Offer a term no longer; what has it keeps it."""
    return store.change(term, retired=True)


def bring_back(store: Store, term: Term) -> Written:
    """Offer a term again; one that was joined is a term of its own again, and what it was replaced in stays so."""
    return store.change(term, retired=False, joined=None)


def join(store: Store, term: Term, other: Term) -> Written:
    """Have ``other`` stand for a term: whatever had it has the other, and what stood under it stands under the other.

    Its own words stay with it. What is in conflict is left as it is until that is decided. InvalidRecord where the
    two are of different vocabularies, or one and the same.
    """
    tree = read_vocabulary(store, term.vocabulary)
    standing = tree.by_id.get(other.id)
    stands = standing.stands_for_it or other.id if standing is not None else other.id
    if standing is None or stands == term.id or tree.by_id[stands].term.joined is not None:
        raise InvalidRecord(N_("A term can be joined only with another of its own vocabulary. Nothing was changed."))
    with store.together():
        written = _take_out_from_under(store, tree, term, stands)
        written += store.change(term, joined=stands, retired=True)
        return written + replace_term(store, term.id, stands)


def move_rest(store: Store, term: Term) -> Written:
    """Give what names a joined term all the same, since a file was merged that did not know, the one that stands."""
    stands = read_vocabulary(store, term.vocabulary).by_id[term.id].stands_for_it
    return replace_term(store, term.id, stands) if stands is not None else Written()


def replace_term(store: Store, term: UUID, by: UUID) -> Written:
    """Put one term in the place of another wherever it stands: in its place in every list, and once in each."""
    disputed = {(conflict.record, conflict.field) for conflict in store.conflicts()}
    changed: list[Record] = []
    naming: dict[type[Record], tuple[str, ...]] = {**using_kinds(), Term: REFERRING}
    for kind, fields in naming.items():
        rows = store.columns(kind, "id", *fields)
        those = {record for record, *values in rows if any(term in named_in(value) for value in values)}
        for record in store.those(kind, those).values():
            if record.id not in (term, by) and _replace(record, fields, term, by, disputed):
                changed.append(record)
    with store.together():
        return store.save_all(changed)


def _take_out_from_under(store: Store, tree: VocabularyTree, term: Term, stands: UUID) -> Written:
    """Have the term that stands for another no longer stand under it, or have its family in it."""
    standing, changes = tree.by_id[stands].term, dict[str, UUID | None]()
    if not tree.may_stand_under(term.id, stands):
        above = tree.by_id[term.id].above
        changes["parent"] = above[-1] if above else None
    if standing.family == term.id:
        changes["family"] = None
    return store.change(standing, **changes) if changes else Written()


def _replace(record: Record, fields: tuple[str, ...], term: UUID, by: UUID, disputed: set[tuple[UUID, str]]) -> bool:
    """Put a term in the place of another in one record; tell whether that changed anything."""
    changes: dict[str, Any] = {}
    for name in fields:
        value = getattr(record, name)
        if (record.id, name) in disputed or term not in named_in(value):
            continue
        if isinstance(value, UUID):
            changes[name] = by
        elif isinstance(value, Mapping):
            changes[name] = {
                key: terms if (record.id, f"{name}.{key}") in disputed else _with(terms, term, by)
                for key, terms in value.items()
            }
        else:
            changes[name] = _with(value, term, by)
    changes = {name: value for name, value in changes.items() if value != getattr(record, name)}
    for name, value in changes.items():
        setattr(record, name, value)
    return bool(changes)


def _with(terms: list[UUID], term: UUID, by: UUID) -> list[UUID]:
    return list(dict.fromkeys(by if each == term else each for each in terms))
