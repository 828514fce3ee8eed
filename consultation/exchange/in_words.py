"""Themes and addressees as a list from elsewhere has them: in words, of which terms are made where there are none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import TypeVar
from uuid import UUID

from consultation.exchange.names import Names, folded
from consultation.language import DOCUMENT_LANGUAGES, N_, translator
from consultation.model import KnownVocabulary, Recommendation, Record, Term, Vocabulary
from consultation.model.record import derived_id
from consultation.reading.vocabularies import meant_terms
from consultation.store import Store

THEME = "theme"
"""The key of the vocabulary of themes that are none of the strands a kit laid down."""

DIVIDED = re.compile(r"[;|\n]")
"""What stands between several themes in one cell. A comma does not: it is part of many a name ("Health, sport")."""

_LABEL = N_("Theme")
_SIGNS = re.compile(r"[\u0300-\u036f]")
"""Accents: seldom written on capitals. Signs of other scripts are letters there and stay."""
_JOINING = frozenset(("and", "et", "y"))
"""Words in whose place people write "&" or a comma."""

Made = TypeVar("Made", bound=Record)


def spelt(name: str) -> str:
    """Return a name in the form in which terms are compared.

    Case, accents, spaces, hyphens and other signs, and "and" in the place of "&" or a comma, do not tell apart.
    """
    return "".join(word for word in _words(name) if word not in _JOINING) or folded(name)


def made_id(vocabulary: str, key: str) -> UUID:
    """Derive the id of a term that was made of a word: the same in every file, so that merged files have it once."""
    return derived_id("", Term.kind(), f"{vocabulary}.{key}")


class TermsInWords:
    """Finds the terms that a table names in words, and makes those the file does not have."""

    def __init__(self, store: Store, names: Names, save: Callable[[Record], object]) -> None:
        self._store, self._names, self._save = store, names, save
        self.made: dict[str, list[str]] = {}
        """Vocabulary -> the names of the terms that were made of words."""
        self._known: dict[str, dict[str, UUID]] = {}
        self._strands_laid_down: bool | None = None

    def themes(self, text: str, language: str) -> dict[str, list[UUID]]:
        """Return the terms that a cell names as themes, by vocabulary.

        A theme is a strand where it is called like one, or where nobody has laid strands down; else a term of the
        open vocabulary "theme". ``language`` is that of the words.
        """
        found: dict[str, list[UUID]] = {}
        for name in self._parts(text, KnownVocabulary.STRAND, THEME):
            vocabulary = self._vocabulary_of(name)
            term = self._term(vocabulary, name, language)
            if term not in found.setdefault(vocabulary, []):
                found[vocabulary].append(term)
        return found

    def addressees(self, text: str, language: str) -> list[UUID]:
        """Return the addressees that a cell names, the first leading."""
        vocabulary = KnownVocabulary.ADDRESSEE
        return list(dict.fromkeys(self._term(vocabulary, name, language) for name in self._parts(text, vocabulary)))

    def _parts(self, text: str, *vocabularies: str) -> Iterator[str]:
        """Part a cell into names; at commas only where every part is the name of a term."""
        for part in filter(None, (" ".join(part.split()) for part in DIVIDED.split(text))):
            smaller = [piece.strip() for piece in part.split(",") if piece.strip()]
            whole = any(spelt(part) in self._terms(vocabulary) for vocabulary in vocabularies)
            known = all(any(spelt(piece) in self._terms(each) for each in vocabularies) for piece in smaller)
            yield from smaller if known and not whole else [part]

    def _vocabulary_of(self, theme: str) -> str:
        name = spelt(theme)
        if name in self._terms(KnownVocabulary.STRAND):
            return KnownVocabulary.STRAND
        if name in self._terms(THEME):
            return THEME
        if self._strands_laid_down is None:
            strands = self._store.terms(KnownVocabulary.STRAND, retired=True)
            self._strands_laid_down = any(term.id != made_id(term.vocabulary, term.key) for term in strands)
        return THEME if self._strands_laid_down else KnownVocabulary.STRAND

    def _terms(self, vocabulary: str) -> dict[str, UUID]:
        """Return the terms of a vocabulary by their keys and names as they are compared; the first has a name."""
        if vocabulary not in self._known:
            known = self._known[vocabulary] = {}
            for name, term in meant_terms(self._store, vocabulary):
                known.setdefault(spelt(name), term)
        return self._known[vocabulary]

    def _term(self, vocabulary: str, name: str, language: str) -> UUID:
        known = self._terms(vocabulary)
        if spelt(name) not in known:
            known[spelt(name)] = self._make(vocabulary, name, language)
        return known[spelt(name)]

    def _make(self, vocabulary: str, name: str, language: str) -> UUID:
        key = "_".join(_words(name)) or folded(name)
        last = max((term.rank for term in self._store.terms(vocabulary, retired=True)), default=-1)
        self._make_vocabulary(vocabulary)
        term = Term(id=made_id(vocabulary, key), vocabulary=vocabulary, key=key, label={language: name}, rank=last + 1)
        self._save(term)
        self._names.of(Term, vocabulary).add(term.id, [key, name])
        self.made.setdefault(vocabulary, []).append(name)
        return term.id

    def _make_vocabulary(self, key: str) -> None:
        if self._store.find(Vocabulary, Vocabulary.id_of(key)) is not None:
            return
        vocabulary = Vocabulary(id=Vocabulary.id_of(key), key=key)
        if key == THEME:
            spoken = [code for code in self._store.consultation.languages if code in DOCUMENT_LANGUAGES]
            vocabulary.label = {code: translator(code)(_LABEL) for code in spoken}
            vocabulary.kinds = [Recommendation.kind()]
        self._save(vocabulary)


def _words(name: str) -> list[str]:
    """Return the words of a name in small letters without accents."""
    plain = _SIGNS.sub("", unicodedata.normalize("NFKD", name).casefold())
    letters = (sign if unicodedata.category(sign)[0] in "LMN" else " " for sign in plain)
    return unicodedata.normalize("NFC", "".join(letters)).split()
