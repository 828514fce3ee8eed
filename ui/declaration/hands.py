"""What was counted for what was not agreed, in words."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from consultation.composing.hands import hands_in_words
from consultation.language import Translator
from consultation.model import Recommendation, Support
from consultation.reading.passages import Declaration
from consultation.reading.tallies import count_all
from consultation.store import Store


def read_hands(store: Store, standing: Declaration, t: Translator) -> Mapping[UUID, str]:
    """Tell of every item that is quoted what was counted for it: item -> words; ``t`` speaks its language."""
    quoted = [item for paragraph in standing.paragraphs for item in paragraph.items if item.quoted]
    asked = {source for item in quoted for source in item.own_sources}
    if not asked:
        return {}
    counts = count_all(store.all(Recommendation, id=asked), store.all(Support, recommendation=asked))
    found = {item.id: [counts[each] for each in item.own_sources if each in counts] for item in quoted}
    return {item: hands_in_words(counted, t) for item, counted in found.items() if counted}
