"""The recommendations of a file as texts to be compared, and what was found as questions to a person."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from uuid import UUID

from consultation.deciding.alike import Asked, ask
from consultation.deciding.judged import read_judged
from consultation.matching import Matching, Text
from consultation.matching.meaning import BYTES_A_NUMBER, Meaning
from consultation.matching.sentence_model import find_model
from consultation.matching.vectors import VectorFile
from consultation.model import Recommendation, RecommendationStatus
from consultation.store import Store


def texts_of(store: Store, among: Collection[UUID] | None = None) -> list[Text[UUID]]:
    """Return the recommendations of a file, or those ``among`` some, as texts, oldest first.

    Those that were set aside are left out: somebody has decided on them, and what says the same stands without them.
    """
    fields = "id", "text", "language", "status"
    rows = (
        store.columns(Recommendation, *fields)
        if among is None
        else store.columns(Recommendation, *fields, id=set(among))
    )
    return [
        Text(id_, words, language)
        for id_, words, language, status in rows
        if status is not RecommendationStatus.SET_ASIDE
    ]


def read_asked(store: Store, matching: Matching[UUID]) -> Asked:
    """Return what people are to be asked of what matching found: not what they have decided."""
    return ask(matching.pairs, read_judged(store))


def meaning_beside(path: Path, folder: Path | None = None) -> Meaning | None:
    """Return what texts mean by the sentence model, where there is one; its vectors are kept beside the file ``path``.

    The model in ``folder`` where one is named, which is refused (ModelRefused) where it cannot be used.
    """
    model = find_model(folder)
    return Meaning(model, VectorFile.beside(path, model.size * BYTES_A_NUMBER)) if model is not None else None
