"""What the forms offer to choose from: terms of a vocabulary that are still offered, and languages."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from consultation.language import DOCUMENT_LANGUAGES, in_language
from consultation.model import KnownVocabulary
from consultation.store import Store

OTHERS = ("ar", "bn", "de", "fa", "hi", "id", "it", "ja", "ko", "pt", "ru", "sw", "tr", "ur", "vi", "wo", "zh")
"""Languages that are often spoken at a consultation; a record may hold any other."""


def terms_of(
    store: Store, language: str, vocabulary: KnownVocabulary, chosen: UUID | None = None
) -> list[tuple[UUID, str]]:
    """Return the terms of a vocabulary with their words, in their order; of those that are retired the ``chosen`` one."""
    return [
        (term.id, in_language(term.label, language) or term.key)
        for term in store.terms(vocabulary)
        if term.id == chosen or not (term.retired or term.joined)
    ]


def spoken_languages(first: Iterable[str], those: Iterable[str]) -> list[str]:
    """Return the codes to choose from: those of the consultation ``first``, and ``those`` that are chosen among them."""
    return list(dict.fromkeys([*first, *those, *DOCUMENT_LANGUAGES, *OTHERS]))
