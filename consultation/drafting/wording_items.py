"""The words of the items of a declaration, in one language, and where they come from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from consultation.drafting.sifting import Sifted
from consultation.grammar import Opening, item_text, opening_of
from consultation.model import Commitment, Rendering
from consultation.reading.wording import worded, words_of


@dataclass(frozen=True)
class PlannedItem:
    """A lettered item as drafting proposes it."""

    key: str
    """Names it for good: what its id is derived from when it is new."""
    words: str
    language: str
    """The language its words are in."""
    rendering: Rendering | None = None
    """How its words came about, where they are a translation."""
    co_addressees: tuple[UUID, ...] = ()
    sources: tuple[UUID, ...] = ()
    commitment: UUID | None = None


def item(sifted: Sifted, beside: tuple[UUID, ...], language: str) -> PlannedItem:
    """Plan the item of a wording."""
    words = worded(sifted.wording, language)
    return PlannedItem(
        key=str(sifted.wording.lead.id),
        words=item_text(words.text, words.language),
        language=words.language,
        rendering=words.rendering,
        co_addressees=beside,
        sources=(*sifted.wording.ids, *sifted.parts),
    )


def contested_item(sifted: Sifted, language: str) -> PlannedItem:
    """Plan the item of what was not agreed: in the words of the room, in whatever language."""
    lead = sifted.wording.lead
    return PlannedItem(
        key=str(lead.id), words=lead.text.strip(), language=lead.language or language, sources=sifted.wording.ids
    )


def promised(commitment: Commitment, language: str) -> PlannedItem:
    """Plan the item of a commitment; who made it and by when is read from the record."""
    words = words_of(commitment, language)
    return PlannedItem(
        key=f"commitment {commitment.id}",
        words=item_text(words.text, words.language),
        language=words.language,
        rendering=words.rendering,
        commitment=commitment.id,
    )


def open_alike(items: Sequence[PlannedItem]) -> bool:
    """Tell whether all items open with an infinitive, each in the language it is in, so that they can follow "to:"."""
    return all(opening_of(each.words, each.language) is Opening.INFINITIVE for each in items)
