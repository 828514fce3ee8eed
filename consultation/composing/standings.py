"""Where each recommendation stands: in the text, where nothing was agreed, or in the annex alone, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from uuid import UUID

from consultation.composing.references import anchor_of_passage
from consultation.drafting.fates import Fate, Fated, fates_of
from consultation.reading.material import Material
from consultation.reading.passages import Citation, Declaration
from consultation.reading.standing import Standing, StandingKind


def standings_of(material: Material, standing: Declaration) -> dict[UUID, Standing]:
    """Tell of every recommendation where it stands."""
    fates, citations = fates_of(material, standing), standing.citations()
    return {
        recommendation: _standing(fates.get(recommendation), citations.get(recommendation, []))
        for recommendation in material.recommendations
    }


def further_to(standings: Mapping[UUID, Standing]) -> Counter[str]:
    """Count what belongs to a paragraph and does not stand in it: anchor of the paragraph -> how many."""
    return Counter(each.anchor for each in standings.values() if each.kind is StandingKind.FURTHER)


def _standing(fated: Fated | None, cited: list[Citation]) -> Standing:
    """Tell where one recommendation stands: where it is cited, else what became of it."""
    if cited:
        kind = StandingKind.NOT_AGREED if fated else StandingKind.IN_TEXT
        return Standing(kind, cited[0].number, anchor_of_passage(cited[0].passage))
    if fated is None:
        return Standing(StandingKind.IN_TEXT)
    match fated.fate:
        case Fate.SET_ASIDE:
            return Standing(StandingKind.SET_ASIDE)
        case Fate.NEEDS_WORDING:
            return Standing(StandingKind.NEEDS_WORDING)
        case Fate.FURTHER if fated.passage is not None:
            return Standing(StandingKind.FURTHER, fated.number, anchor_of_passage(fated.passage))
        case _:
            return Standing(StandingKind.ANNEX)
