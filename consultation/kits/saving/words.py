"""The vocabularies of a consultation and their terms, as a kit has them."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from uuid import UUID

from consultation.kits.saving.draft import Draft, Values, entry
from consultation.kits.vocabularies import PHRASES
from consultation.model import KINDS, KnownVocabulary, Term, Vocabulary, Voice
from consultation.store import Store


def vocabularies(store: Store, draft: Draft) -> list[Values]:
    """Write the vocabularies that say more than their key."""
    found = sorted(store.all(Vocabulary), key=lambda each: (each.rank, each.id))
    return [_vocabulary(each, draft) for each in found if _says_something(each)]


def _says_something(vocabulary: Vocabulary) -> bool:
    known = vocabulary.key in list(KnownVocabulary)
    return not known or bool(vocabulary.label or vocabulary.description or vocabulary.kinds)


def _vocabulary(vocabulary: Vocabulary, draft: Draft) -> Values:
    return entry(
        key=vocabulary.key,
        label=draft.labels(vocabulary.label, needed=True),
        description=draft.labels(vocabulary.description),
        kinds=list(dict.fromkeys(kind for kind in vocabulary.kinds if kind in KINDS)),
        several=vocabulary.several,
    )


def terms(store: Store, draft: Draft) -> dict[str, list[Values]]:
    """Write the terms of every vocabulary that are still offered, in their order."""
    everything = sorted(store.all(Term), key=lambda each: (each.vocabulary, each.rank, each.id))
    found = [term for term in everything if not term.retired and term.joined is None]
    for term in found:
        key = draft.keep_key(term, term.key, where=f"term {term.vocabulary}")
        draft.term_names[term.id] = f"{term.vocabulary}.{key}"
    joined = {term.id: term.joined for term in everything if term.joined}
    for term_id in joined:
        draft.stand_for(term_id, _standing(term_id, joined))
    return {
        vocabulary: [_term(term, draft) for term in those]
        for vocabulary, those in groupby(found, key=lambda term: term.vocabulary)
    }


def _standing(term: UUID, joined: Mapping[UUID, UUID]) -> UUID:
    """Return the term that stands for one that was joined, however often it was."""
    passed = {term}
    while (following := joined.get(term)) and following not in passed:
        passed.add(following)
        term = following
    return term


def _term(term: Term, draft: Draft) -> Values:
    made = entry(
        key=draft.key(term.id),
        label=draft.labels(term.label, needed=True),
        description=draft.labels(term.description),
        parent=draft.key(term.parent),
    )
    if term.vocabulary != KnownVocabulary.ADDRESSEE:
        return made
    return made | entry(
        family=draft.key(term.family),
        voice=term.voice.value if term.voice is not Voice.OTHER else None,
        decides_on=term.decides_on,
        **{name: draft.labels(getattr(term, name)) for name in PHRASES},
    )
