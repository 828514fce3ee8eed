"""Vocabularies as a table for people, in the order of their trees; `matched` reads it back as it was."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from consultation.exchange.matched.columns import head_of
from consultation.exchange.matched.fields import FIELDS, Listing
from consultation.exchange.matched.terms import PER_LANGUAGE, REFERRING
from consultation.exchange.tabular import Tabular
from consultation.exchange.workbook import Holds
from consultation.language import Translator
from consultation.model import Term, Voice
from consultation.reading.vocabularies import read_vocabularies, spoken_languages
from consultation.store import Store
from consultation.words.choices import choice_name

Place = tuple[str, str]
"""Field and language of a column."""

ALWAYS = ("key", "vocabulary", "parent", "label", "retired", "joined")
"""Those that are there whatever stands in them; the others only where something does."""


def vocabularies_tabular(store: Store, t: Translator, vocabulary: str = "") -> Tabular:
    """Put the terms of one vocabulary, or of all, into rows; columns and choices in the language of ``t``."""
    trees = [tree for tree in read_vocabularies(store, {}) if vocabulary in ("", tree.key)]
    codes = dict(store.columns(Term, "id", "key"))
    rows = [dict(_cells(row.term, codes, t)) for tree in trees for row in tree.rows]
    places = list(_places({place for row in rows for place in row}, spoken_languages(store)))
    headings = [head_of(t, Listing.TERMS, *place) for place in places]
    holds = {at: Holds.DAY for at, (field, _) in enumerate(places) if field == "decides_on"}
    cells = [[row.get(place, "") for place in places] for row in rows]
    return Tabular(Listing.TERMS, headings, cells, False, holds)


def _cells(term: Term, codes: dict[UUID, str], t: Translator) -> Iterator[tuple[Place, str]]:
    """Give the cells of a term in which something stands."""
    yield ("key", ""), term.key
    yield ("vocabulary", ""), term.vocabulary
    for field in PER_LANGUAGE:
        for language, text in getattr(term, field).items():
            if text:
                yield (field, language), text
    for field in REFERRING:
        other = getattr(term, field)
        if other in codes:
            yield (field, ""), codes[other]
    if term.retired:
        yield ("retired", ""), t("Yes")
    if term.voice is not Voice.OTHER:
        yield ("voice", ""), choice_name(t, term.voice)
    if term.decides_on is not None:
        yield ("decides_on", ""), term.decides_on.isoformat()


def _places(used: set[Place], spoken: tuple[str, ...]) -> Iterator[Place]:
    """Give the columns in their order: those of several languages as the consultation lists these."""
    for field in FIELDS[Listing.TERMS]:
        there = {language for named, language in used if named == field.name}
        wanted = there | set(spoken) if field.name == "label" else there
        if field.is_per_language:
            known = [language for language in spoken if language in wanted]
            yield from ((field.name, language) for language in [*known, *sorted(wanted - set(known))])
        elif there or field.name in ALWAYS:
            yield field.name, ""
