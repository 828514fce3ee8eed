"""What the forms offer to choose from: terms of a vocabulary that are still offered, and languages."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from consultation.language import DOCUMENT_LANGUAGES
from consultation.model import KnownVocabulary
from consultation.reading.vocabularies import named_terms
from consultation.store import Store

OTHERS = ("ar", "bn", "de", "fa", "hi", "id", "it", "ja", "ko", "pt", "ru", "sw", "tr", "ur", "vi", "wo", "zh")
"""Languages that are often spoken at a consultation; a record may hold any other."""


def terms_of(
    store: Store, language: str, vocabulary: KnownVocabulary, chosen: UUID | None = None
) -> list[tuple[UUID, str]]:
    """Return the terms of a vocabulary with their words, in order; of those that are retired the ``chosen`` one."""
    named = named_terms(store, vocabulary, language)
    return [*named.offered, *(term for term in named.kept if term[0] == chosen)]


def spoken_languages(first: Iterable[str], those: Iterable[str]) -> list[str]:
    """Return the codes to choose from: those of the consultation ``first``, then ``those`` that are chosen."""
    return list(dict.fromkeys([*first, *those, *DOCUMENT_LANGUAGES, *OTHERS]))
