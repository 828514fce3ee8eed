"""What in a declaration a person still has to mend before it can be final."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from consultation.language import Translator
from consultation.model import Decision, Verdict
from consultation.reading.declaration import read_declaration
from consultation.reading.needs import Need, read_needs
from consultation.reading.passages import Declaration
from consultation.store import Store


class RemainingKind(StrEnum):
    """Why it has to be mended."""

    UNTRANSLATED = "untranslated"
    STALE = "stale"
    """Translated from words that were changed since."""
    IN_CONFLICT = "in_conflict"
    CONTRADICTS = "contradicts"
    """It asks for the opposite of something else in the text."""
    NEEDS_WORDING = "needs_wording"
    """It cannot stand in the text as it was said; it does not keep a text from being final."""


@dataclass(frozen=True)
class Remaining:
    """One thing to mend."""

    kind: RemainingKind
    passage: UUID | None
    number: str
    """What the passage is cited by: "2 (e)"; empty where it has no number."""
    words: str
    language: str
    """The language to be translated from; for a contradiction, empty."""


OF_NEED = {
    Need.TRANSLATION: RemainingKind.UNTRANSLATED,
    Need.STALE: RemainingKind.STALE,
    Need.CONFLICT: RemainingKind.IN_CONFLICT,
}


def read_remaining(store: Store, t: Translator) -> list[Remaining]:
    """Read what remains to be mended in the language of ``t``, in the order of the text; opposites last."""
    standing = read_declaration(store, t)
    needs = read_needs(store, standing)
    found = [
        Remaining(OF_NEED[need], passage.id, passage.number, passage.text, passage.other_language)
        for passage in standing.passages
        for need in needs.of(passage.id)
        if need in OF_NEED
    ]
    return [*found, *_opposites(store, standing)]


def _opposites(store: Store, standing: Declaration) -> Iterator[Remaining]:
    """Give the passages that a person found to contradict each other, both of which stand."""
    where = {source: passage for passage in standing.passages for source in passage.own_sources}
    for verdict in store.all(Verdict, decision=Decision.CONTRADICT):
        first, second = where.get(verdict.first), where.get(verdict.second)
        if first is not None and second is not None and first.id != second.id:
            numbers = " / ".join((first.number, second.number))
            yield Remaining(RemainingKind.CONTRADICTS, first.id, numbers, first.text, "")
