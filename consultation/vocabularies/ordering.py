"""Where a term stands: among its brothers, and under which other term."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from consultation.errors import InvalidRecord
from consultation.language import N_
from consultation.model import Term
from consultation.reading.vocabularies import VocabularyTree, read_vocabulary
from consultation.store import Store, Written


def add_term(store: Store, term: Term, after: UUID | None = None) -> Written:
    """Write a new term; where it stands beside ``after``, it comes right behind it."""
    with store.together():
        written = store.save(term)
        if after is not None and after != term.parent:
            tree = read_vocabulary(store, term.vocabulary)
            written += _set_order(store, tree, _behind(tree.brothers(term.id), term.id, after))
    return written


def shift(store: Store, term: Term, step: int) -> Written:
    """Move a term up (-1) or down (1) among its brothers; at the end of them nothing changes."""
    tree = read_vocabulary(store, term.vocabulary)
    order = tree.brothers(term.id)
    at = order.index(term.id)
    to = min(max(at + step, 0), len(order) - 1)
    order.insert(to, order.pop(at))
    return _set_order(store, tree, order) if to != at else Written()


def move_under(store: Store, term: Term, parent: UUID | None, after: UUID | None = None) -> Written:
    """Have a term stand under another of its vocabulary, or at the top: last there, or right behind ``after``.

    InvalidRecord where that is itself or stands under it: then neither would be under the top any more.
    """
    tree = read_vocabulary(store, term.vocabulary)
    if parent is not None and parent not in tree.by_id:
        raise InvalidRecord(N_("A term stands only under one of its own vocabulary. Nothing was changed."))
    if parent is not None and not tree.may_stand_under(term.id, parent):
        raise InvalidRecord(N_("A term cannot stand under itself or under what stands under it. Nothing was changed."))
    last = max((row.term.rank for row in tree.rows if row.term.id != term.id), default=-1) + 1
    with store.together():
        written = store.change(term, parent=parent, rank=last)
        if after is not None:
            tree = read_vocabulary(store, term.vocabulary)
            written += _set_order(store, tree, _behind(tree.brothers(term.id), term.id, after))
    return written


def move_in(store: Store, term: Term) -> Written:
    """Have a term stand under the brother above it; nothing changes where it is the first."""
    order = read_vocabulary(store, term.vocabulary).brothers(term.id)
    at = order.index(term.id)
    return move_under(store, term, order[at - 1]) if at else Written()


def move_out(store: Store, term: Term) -> Written:
    """Have a term stand beside the one it stands under, right behind it; nothing changes at the top."""
    tree = read_vocabulary(store, term.vocabulary)
    above = tree.by_id[term.id].above
    if not above:
        return Written()
    return move_under(store, term, above[-2] if len(above) > 1 else None, after=above[-1])


def _behind(order: Iterable[UUID], term: UUID, after: UUID) -> list[UUID]:
    others = [each for each in order if each != term]
    if after not in others:
        return [*others, term]
    others.insert(others.index(after) + 1, term)
    return others


def _set_order(store: Store, tree: VocabularyTree, order: Sequence[UUID]) -> Written:
    """Give brothers ranks in this order; only those whose rank is another now are written."""
    ranks = _ranks([tree.by_id[each].term.rank for each in order])
    changed = []
    for each, rank in zip(order, ranks, strict=True):
        term = tree.by_id[each].term
        if term.rank != rank:
            term.rank = rank
            changed.append(term)
    with store.together():
        return store.save_all(changed)


def _ranks(ranks: Sequence[int]) -> list[int]:
    """Return rising ranks in the place of these: the same numbers where all differ, else counted from the least."""
    ordered = sorted(set(ranks))
    least = ordered[0] if ordered else 0
    return ordered if len(ordered) == len(ranks) else [least + place for place in range(len(ranks))]
