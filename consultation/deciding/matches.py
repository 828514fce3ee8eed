"""The recommendations of a file as texts to be compared, and what was found as questions to a person."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from consultation.deciding.alike import Asked, ask
from consultation.deciding.judged import read_judged
from consultation.matching import Matching, Text
from consultation.model import Recommendation, RecommendationStatus
from consultation.store import Store


def texts_of(store: Store, among: Collection[UUID] | None = None) -> list[Text[UUID]]:
    """Return the recommendations of a file, or those ``among`` some, as texts, oldest first.

    Those that were set aside are left out: somebody has decided on them, and what says the same stands without them.
    """
    those = {} if among is None else {"id": set(among)}
    rows = store.columns(Recommendation, "id", "text", "language", "status", **those)
    return [
        Text(id_, words, language)
        for id_, words, language, status in rows
        if status is not RecommendationStatus.SET_ASIDE
    ]


def read_asked(store: Store, matching: Matching[UUID]) -> Asked:
    """Return what people are to be asked of what matching found: not what they have decided."""
    return ask(matching.pairs, read_judged(store))
