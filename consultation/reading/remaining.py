"""What in a declaration a person still has to mend: what keeps it from being final, and what only could be better."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from consultation.language import Translator
from consultation.model import Recommendation
from consultation.reading.declaration import read_declaration
from consultation.reading.needs import BLOCKING, Need, read_needs
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
    """A recommendation that cannot stand in the text as it was said; it does not keep a text from being final."""


@dataclass(frozen=True)
class Remaining:
    """One thing to mend."""

    kind: RemainingKind
    passage: UUID | None
    """None where it does not stand in the text."""
    number: str
    """What the passage is cited by: "2 (e)"; empty where it has no number."""
    words: str
    language: str
    """The language its words are in, where that is not the document's."""


_OF_NEED = {
    Need.TRANSLATION: RemainingKind.UNTRANSLATED,
    Need.STALE: RemainingKind.STALE,
    Need.CONFLICT: RemainingKind.IN_CONFLICT,
    Need.CONTRADICTS: RemainingKind.CONTRADICTS,
}


def read_remaining(store: Store, t: Translator) -> list[Remaining]:
    """Read what remains to be mended in the language of ``t``, in the order of the text; what needs wording is last."""
    standing = read_declaration(store, t)
    needs = read_needs(store, standing)
    found = [
        Remaining(_OF_NEED[need], passage.id, passage.number, passage.text, passage.other_language)
        for passage in standing.passages
        for need in needs.of(passage.id)
        if need in BLOCKING
    ]
    unworded = store.those(Recommendation, needs.wording)
    return found + [
        Remaining(RemainingKind.NEEDS_WORDING, None, "", unworded[each].text, unworded[each].language)
        for each in needs.wording
    ]
