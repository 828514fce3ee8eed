"""The editions of a document: frozen states of it, which say for ever what they said when they were made.

What was frozen is bound by ids: that of a part of the text is made of the part, that of the edition of all its fields,
which name the parts. Whatever a later revision says of these records, be it a stranger's, the first one that fits the
id is what was frozen.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC
from typing import TypeVar
from uuid import UUID

from consultation.document import Document
from consultation.document.keeping import from_kept
from consultation.document.packing import MOST_PARTS, unpacked
from consultation.errors import EditionRefused, NotFound
from consultation.language import N_, Choices, LanguageName, Translator, translator
from consultation.model import DocumentKind, Edition, EditionText, Record
from consultation.model.record import derived_id
from consultation.reading.status import mark_of, utc_words
from consultation.store import Store

R = TypeVar("R", bound=Record)

SHORTEST_MARK = 4
"""Digits by which an edition may be asked for: fewer are a number."""


@dataclass(frozen=True)
class FrozenEdition:
    """An edition, as it was frozen."""

    record: Edition
    mark: str
    """ "7f3a-91c2": tells it from another of the same number; empty where it was only noted."""

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it can be read in, its own first; none where its text was never in this file."""
        return tuple(sorted(self.record.texts, key=lambda language: (language != self.record.language, language)))


def id_of_text(packed: str) -> UUID:
    """Return the id of a part of the text of an edition."""
    return derived_id(EditionText.kind(), packed)


def id_of_edition(edition: Edition) -> UUID:
    """Return the id of an edition that says what ``edition`` says."""
    told = [
        edition.document.value,
        edition.number,
        edition.name,
        edition.frozen_at.astimezone(UTC).isoformat() if edition.frozen_at else "",
        edition.language,
        edition.final,
        edition.note,
        edition.revisions,
        edition.texts,
    ]
    return derived_id(Edition.kind(), json.dumps(told, sort_keys=True, separators=(",", ":")))


def read_editions(store: Store, document: DocumentKind = DocumentKind.DECLARATION) -> list[FrozenEdition]:
    """Read the editions of a document, oldest first; what somebody wrote elsewhere and only noted here among them."""
    with store.reading_together():
        made = [_as_frozen(store, edition) for edition in store.all(Edition)]
    listed = [edition for edition in made if edition.document is document]
    shared = Counter(edition.revisions for edition in listed)

    def mark(edition: Edition) -> str:
        is_shared = edition.texts and shared[edition.revisions] > 1
        return mark_of(edition.id.hex if is_shared else edition.revisions)

    def order(edition: Edition) -> tuple[str, int, UUID]:
        when = edition.frozen_at.astimezone(UTC).isoformat() if edition.frozen_at else ""
        return (when, edition.number, edition.id)

    return [FrozenEdition(edition, mark(edition)) for edition in sorted(listed, key=order)]


def choose_edition(editions: Sequence[FrozenEdition], asked: str) -> FrozenEdition:
    """Return the edition of a number, or of a mark or an id, or what one begins with.

    NotFound where there is none; EditionRefused, naming them, where there are several.
    """
    found = [edition for edition in editions if str(edition.record.number) == asked]
    if not found and len(digits := asked.replace("-", "").lower()) >= SHORTEST_MARK:
        found = [
            edition
            for edition in editions
            if edition.record.revisions.startswith(digits) or edition.record.id.hex.startswith(digits)
        ]
    if not editions:
        raise NotFound(
            N_("There is no edition “{asked}”: nothing has been frozen in this file yet. Nothing was changed."),
            asked=asked,
        )
    if not found:
        raise NotFound(
            N_("There is no edition “{asked}” in this file. There are: {editions}. Nothing was changed."),
            asked=asked,
            editions=EditionNames(tuple(editions)),
        )
    if len(found) > 1:
        raise EditionRefused(
            N_(
                "More than one edition of this file is “{asked}”: {editions}. Nothing was changed. "
                "Ask for one of them by the mark at its end."
            ),
            asked=asked,
            editions=EditionNames(tuple(found)),
        )
    return found[0]


def edition_document(store: Store, edition: FrozenEdition, language: str = "") -> Document:
    """Read an edition as it was composed, in ``language`` or its first one; EditionRefused where it is not there."""
    record, wanted = edition.record, language or edition.record.language
    if not record.texts:
        raise EditionRefused(
            N_(
                "The text of “{name}” is not in this file: it was written elsewhere, and only noted here. "
                "Nothing was changed."
            ),
            name=record.name,
        )
    if wanted not in record.texts:
        raise EditionRefused(
            N_("“{name}” was not frozen in {language}. It is there in: {languages}. Nothing was changed."),
            name=record.name,
            language=LanguageName(wanted),
            languages=Choices(edition.languages),
        )
    with store.reading_together():
        return from_kept(unpacked(_parts(store, edition, wanted)))


def edition_line(t: Translator, edition: FrozenEdition) -> str:
    """Name an edition so that nobody takes it for another: "1 · Zero draft · 8 October 2021, 18:40 UTC · 7f3a-91c2"."""
    record = edition.record
    when = utc_words(t, record.frozen_at) if record.frozen_at else ""
    return " · ".join(part for part in (t.number(record.number), record.name, when, edition.mark) if part)


@dataclass(frozen=True)
class EditionNames:
    """Some editions, as a value of a sentence that is not yet in words."""

    editions: tuple[FrozenEdition, ...]

    def in_words(self, translate: Callable[[str], str]) -> str:
        """Name each with number, date and mark."""
        speaker = translate if isinstance(translate, Translator) else translator("en")
        return "; ".join(edition_line(speaker, edition) for edition in self.editions) or "–"


def _parts(store: Store, edition: FrozenEdition, language: str) -> list[str]:
    """Return the parts of a text, each as it was frozen."""
    ids = [UUID(part) for part in edition.record.texts[language]]
    there = store.those(EditionText, ids) if len(ids) <= MOST_PARTS else {}
    found = [_as_made(store, there[part], _fits_text) if part in there else None for part in ids]
    parts = [part.packed for part in found if part is not None]
    if len(parts) < len(ids):
        raise EditionRefused(
            N_(
                "Part of the text of “{name}” is not in this file: it was erased, or never came with it. "
                "Nothing was changed."
            ),
            name=edition.record.name,
        )
    return parts


def _as_frozen(store: Store, edition: Edition) -> Edition:
    """Return an edition as it was frozen; what was never frozen, or of which words were erased, as it is."""
    return _as_made(store, edition, _fits_edition) or edition


def _fits_text(part: EditionText) -> bool:
    return id_of_text(part.packed) == part.id


def _fits_edition(edition: Edition) -> bool:
    return id_of_edition(edition) == edition.id


def _as_made(store: Store, record: R, fits: Callable[[R], bool]) -> R | None:
    """Return a record as the first revision made it that fits its id; None where no revision of it does."""
    if fits(record):
        return record
    kind = type(record)
    told = set(kind.model_fields) - {"id"}
    for change in store.history(record):
        if told <= change.values.keys():
            made = kind(id=record.id, **{name: change.values[name] for name in told})
            if fits(made):
                return made
    return None
