"""Words of a cell that stand for something the file or the program knows: terms, choices, languages, yes and no."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache, lru_cache
from typing import TypeVar
from uuid import UUID

from consultation.errors import Sentence, sentence
from consultation.exchange.in_words import spelt
from consultation.exchange.leaves import NO, YES
from consultation.language import DOCUMENT_LANGUAGES, N_, translator
from consultation.model import LANGUAGE_CODE, Gender, KnownVocabulary, OrganisationPart, SessionFormat
from consultation.reading.vocabularies import meant_terms
from consultation.store import Store
from consultation.words import one_term
from consultation.words.choices import choice_name

Choice = TypeVar("Choice", bound=StrEnum)

DIVIDED = re.compile(r"[,;|/\n]|\s(?:and|et|y|und|&)\s")
"""What stands between several of them in one cell."""

_MORE: Mapping[StrEnum, str] = {
    SessionFormat.IN_PERSON: "in presence; face to face; on site; onsite; physical; presentiel; en presentiel; "
    "sur place; presencial; en persona",
    SessionFormat.ONLINE: "virtual; remote; online; en ligne; virtuel; a distance; distanciel; en linea; remoto",
    SessionFormat.HYBRID: "hybrid; mixed; hybride; mixte; hibrido; hibrida; mixto",
    Gender.WOMAN: "woman; female; f; w; femme; feminin; mujer; femenino; femenina; ms; mrs; mme; sra",
    Gender.MAN: "man; male; h; homme; masculin; hombre; masculino; varon; mr; sr",
    Gender.OTHER: "other; non binary; nonbinary; diverse; x; autre; non binaire; otro; otra; no binario; no binaria",
}
"""How people write choices beside the words of the program."""

_AGREED = frozenset((*YES, "✓", "✔", "agreed", "accepte", "acepta", "d accord", "de acuerdo", "ok"))
_REFUSED = frozenset((*NO, "refuse", "rechaza", "declined"))


class Terms:
    """The terms of one vocabulary of the file, by everything they are called."""

    def __init__(self, store: Store, vocabulary: KnownVocabulary) -> None:
        self._vocabulary = vocabulary
        self._ids: dict[str, UUID] = {}
        for name, term in meant_terms(store, vocabulary):
            self._ids.setdefault(spelt(name), term)
        self._read: dict[str, UUID | Sentence] = {}

    def read(self, text: str, remarks: list[Sentence]) -> UUID | None:
        """Return the term a cell names; where there is none, that is said in ``remarks``."""
        found = self._read.get(text)
        if found is None:
            found = self._read[text] = self._ids.get(spelt(text)) or self._unknown(text)
        if isinstance(found, Sentence):
            remarks.append(found)
            return None
        return found

    def _unknown(self, text: str) -> Sentence:
        unknown = N_("there is no {vocabulary} “{value}” in the file; the row is taken without it")
        return sentence(unknown, vocabulary=one_term(self._vocabulary), value=text)


@lru_cache(maxsize=4096)
def one_of(choices: type[Choice], text: str) -> Choice | None:
    """Return which choice a cell names, in English, French or Spanish."""
    return _words_of(choices).get(spelt(text))  # type: ignore[return-value]


def gender_of(text: str, column_says_h: bool) -> Gender | None:
    """Return which gender a cell names: M is a woman (mujer) where men are H (hombre), else a man."""
    if text.casefold() == "m":
        return Gender.WOMAN if column_says_h else Gender.MAN
    return one_of(Gender, text)


def agreed(text: str) -> bool | None:
    """Return whether a cell says yes or no; None where it says neither."""
    said = text.strip().casefold()
    return True if said in _AGREED else False if said in _REFUSED else None


def languages_of(text: str, remarks: list[Sentence]) -> list[str]:
    """Return the codes of the languages a cell names, by code or by name; what is none is said in ``remarks``."""
    codes, strange = _languages_in(text)
    for part in strange:
        unknown = N_("“{value}” is no language the program knows; the row is taken without it")
        remarks.append(sentence(unknown, value=part))
    return list(codes)


@lru_cache(maxsize=4096)
def _languages_in(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the codes of the languages a cell names, and what in it is none."""
    codes: dict[str, None] = {}
    strange: list[str] = []
    for part in filter(None, (part.strip() for part in DIVIDED.split(text))):
        code = _languages().get(spelt(part), "")
        if not code and LANGUAGE_CODE.fullmatch(part) and part.partition("-")[0].lower() in _languages().values():
            code = part
        if code:
            codes[code] = None
        else:
            strange.append(part)
    return tuple(codes), tuple(strange)


def parts_of(text: str, remarks: list[Sentence]) -> list[OrganisationPart]:
    """Return the parts in a consultation that a cell names."""
    found: dict[OrganisationPart, None] = {}
    for part in filter(None, (part.strip() for part in DIVIDED.split(text))):
        known = one_of(OrganisationPart, part)
        if known:
            found[known] = None
        else:
            unknown = N_("“{value}” is no part in a consultation; the row is taken without it")
            remarks.append(sentence(unknown, value=part))
    return list(found)


def named(records: Iterable[tuple[UUID, Iterable[str]]]) -> dict[str, UUID]:
    """Return records by what they are called, as `spelt` has it; a name that two share is not in it."""
    ids: dict[str, UUID] = {}
    shared: set[str] = set()
    for record, called in records:
        for name in {spelt(name) for name in called if name.strip()}:
            if ids.setdefault(name, record) != record:
                shared.add(name)
    return {name: record for name, record in ids.items() if name not in shared}


@cache
def _words_of(choices: type[StrEnum]) -> dict[str, StrEnum]:
    """Return the choices by their values, the program's words for them, and what else people write."""
    words: dict[str, StrEnum] = {}
    for choice in choices:
        said = [choice.value.replace("_", " ")]
        said += [choice_name(translator(language), choice) for language in DOCUMENT_LANGUAGES]
        said += _MORE.get(choice, "").split(";")
        for word in said:
            if word.strip():
                words.setdefault(spelt(word), choice)
    return words


@cache
def _languages() -> dict[str, str]:
    """Return the codes of languages by code and by name in the languages of documents and in their own."""
    from babel import Locale

    names: dict[str, str] = {}
    for speaker in DOCUMENT_LANGUAGES:
        for code, name in Locale(speaker).languages.items():
            if len(code) == 2:
                names.setdefault(spelt(str(name)), code)
    for code in sorted(set(names.values())):
        names[code] = code
    return names
