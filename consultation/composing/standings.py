"""Where each recommendation stands: in the text, where nothing was agreed, or in the annex alone, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from uuid import UUID

from consultation.composing.references import anchor_of_passage
from consultation.drafting.plan import place_in_text
from consultation.drafting.sifting import Outcome, Place, Sifted, sift
from consultation.model import SectionKind
from consultation.reading.material import Material
from consultation.reading.passages import Citation, Declaration, ParagraphText
from consultation.reading.standing import Standing, StandingKind


def standings_of(material: Material, standing: Declaration) -> dict[UUID, Standing]:
    """Tell of every recommendation where it stands."""
    citations = standing.citations()
    quoted = {
        passage.id
        for paragraph in standing.paragraphs
        if paragraph.part is SectionKind.DIVERGENCE
        for passage in (paragraph, *paragraph.items)
    }
    paragraphs = {
        place_of(paragraph): paragraph for paragraph in standing.paragraphs if paragraph.part is SectionKind.OPERATIVE
    }
    found: dict[UUID, Standing] = {}
    for sifted in sift(material):
        for recommendation in sifted.wording.ids:
            cited = citations.get(recommendation)
            if cited:
                found[recommendation] = _cited(cited[0], quoted)
            else:
                found[recommendation] = _left(sifted, material, paragraphs)
    return found


def further_to(standings: Mapping[UUID, Standing]) -> Counter[str]:
    """Count what belongs to a paragraph and does not stand in it: anchor of the paragraph -> how many."""
    return Counter(each.anchor for each in standings.values() if each.kind is StandingKind.FURTHER)


def place_of(paragraph: ParagraphText) -> Place:
    """Return what a paragraph is about."""
    return Place(paragraph.family, paragraph.strand, paragraph.set)


def _cited(citation: Citation, quoted: set[UUID]) -> Standing:
    kind = StandingKind.NOT_AGREED if citation.passage in quoted else StandingKind.IN_TEXT
    return Standing(kind, citation.number, anchor_of_passage(citation.passage))


def _left(sifted: Sifted, material: Material, paragraphs: Mapping[Place, ParagraphText]) -> Standing:
    """Tell why a wording stands in the annex alone."""
    if sifted.outcome is Outcome.SET_ASIDE:
        return Standing(StandingKind.SET_ASIDE)
    if sifted.outcome is Outcome.AGREED and not sifted.fit:
        return Standing(StandingKind.NEEDS_WORDING)
    paragraph = paragraphs.get(place_in_text(sifted, material.consultation.arranged_by))
    if sifted.outcome is Outcome.AGREED and paragraph is not None:
        return Standing(StandingKind.FURTHER, paragraph.number, anchor_of_passage(paragraph.id))
    return Standing(StandingKind.ANNEX)
