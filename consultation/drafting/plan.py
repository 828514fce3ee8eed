"""The plan of a declaration: from the material to sections, paragraphs and items in one language. A pure function.

Only the words depend on the language; what stands in which paragraph under which letter does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from consultation.drafting.phrases import family_phrase, opened, opening, recitals, records_divergence
from consultation.drafting.selecting import select
from consultation.drafting.sifting import Outcome, Place, Sifted, sift
from consultation.drafting.wording_items import PlannedItem, contested_item, item, open_alike, promised
from consultation.language import Translator, in_language
from consultation.model import Arrangement, KnownVocabulary, RecommendationSet, SectionKind, Voice
from consultation.reading.families import family_of
from consultation.reading.material import Material
from consultation.reading.parts import Parts

COMMON_GROUND = "common ground"
DIVERGENCE = "divergence"
COMMITMENTS = "commitments"
REPORTING = "reporting"


@dataclass(frozen=True)
class PlannedParagraph:
    """A paragraph as drafting proposes it."""

    key: str
    """Names it for good: what its id is derived from."""
    parts: Parts
    strand: UUID | None = None
    addressees: tuple[UUID, ...] = ()
    items: tuple[PlannedItem, ...] = ()


@dataclass(frozen=True)
class PlannedSection:
    """A section as drafting proposes it."""

    part: SectionKind
    paragraphs: tuple[PlannedParagraph, ...]
    family: UUID | None = None
    set: RecommendationSet | None = None

    @property
    def key(self) -> str:
        """Names it for good."""
        return f"section {self.part} {self.family or self.set or ''}".strip()


@dataclass(frozen=True)
class Plan:
    """A whole declaration as drafting proposes it in one language."""

    sections: tuple[PlannedSection, ...]


def plan_declaration(material: Material, t: Translator) -> Plan:
    """Plan the declaration in the language of ``t``."""
    sifted = sift(material)
    sections = [
        PlannedSection(SectionKind.PREAMBLE, (PlannedParagraph("preamble", opening(material, t)),)),
        PlannedSection(
            SectionKind.RECITALS, tuple(PlannedParagraph(key, parts) for key, parts in recitals(material, t))
        ),
        PlannedSection(SectionKind.COMMON_GROUND, tuple(_common_ground(material, t))),
        *_operative(material, sifted, t),
        PlannedSection(SectionKind.DIVERGENCE, tuple(_divergence(material, sifted, t))),
        PlannedSection(SectionKind.FOLLOW_UP, tuple(_follow_up(material, t))),
    ]
    return Plan(tuple(section for section in sections if section.paragraphs))


def chosen_places(material: Material, sifted: Iterable[Sifted]) -> dict[Place, list[Sifted]]:
    """Choose what stands in which paragraph."""
    return select(
        [each for each in sifted if each.is_eligible],
        lambda each: place_in_text(each, material.consultation.arranged_by),
        max(material.consultation.letters_at_most, 1),
        material.wanted | material.touched,
        material.left_out,
    )


def place_in_text(sifted: Sifted, arranged_by: Arrangement) -> Place:
    """Return the paragraph a wording belongs to, whether it stands in it or not."""
    place = sifted.place
    return place if arranged_by is Arrangement.SET else Place(place.family, place.strand, None)


def _operative(material: Material, sifted: list[Sifted], t: Translator) -> Iterator[PlannedSection]:
    """Write what is undertaken and asked, by family or by set, each strand a paragraph."""
    chosen = chosen_places(material, sifted)
    places = sorted(chosen, key=lambda place: _order(material, place))
    parts = list(dict.fromkeys((place.set, None if place.set else place.family) for place in places))
    for chosen_set, family in parts:
        those = [place for place in places if (place.set, None if place.set else place.family) == (chosen_set, family)]
        yield PlannedSection(
            SectionKind.OPERATIVE,
            tuple(_asked(material, place, chosen[place], t) for place in those),
            family,
            chosen_set,
        )


def _order(material: Material, place: Place) -> tuple[int, bool, bool, int, bool, int]:
    """Order paragraphs: by set, the signatories themselves first, then by the vocabularies; who is nobody is last."""
    family = material.terms.get(place.family) if place.family else None
    strand = material.terms.get(place.strand) if place.strand else None
    return (
        list(RecommendationSet).index(place.set) if place.set else 0,
        family is None or family.voice is not Voice.SELF,
        family is None,
        family.rank if family else 0,
        strand is None,
        strand.rank if strand else 0,
    )


def _asked(material: Material, place: Place, chosen: list[Sifted], t: Translator) -> PlannedParagraph:
    """Write a numbered paragraph: its strand, the phrase that leads to its items, and these."""
    family = material.terms.get(place.family) if place.family else None
    strand = material.terms.get(place.strand) if place.strand else None
    items = tuple(item(each, _beside(material, each, place.family), t.language) for each in chosen)
    strand_name = in_language(strand.label, t.language) if strand else ""
    return PlannedParagraph(
        key=f"paragraph {place.set or ''} {place.family} {place.strand}",
        parts=Parts(
            lead_in=t.context("strand that opens a paragraph", "{strand}.").format(strand=strand_name)
            if strand
            else "",
            addressed=family_phrase(family, open_alike(items), t),
        ),
        strand=place.strand,
        addressees=(place.family,) if place.family else (),
        items=items,
    )


def _beside(material: Material, sifted: Sifted, family: UUID | None) -> tuple[UUID, ...]:
    """Return whom a wording names beside the family it speaks to, in the order of the vocabulary."""
    known = {term.id: term for term in material.vocabulary(KnownVocabulary.ADDRESSEE)}
    named = {each for member in sifted.wording.recommendations for each in member.addressees if each in known}
    return tuple(each for each in known if each in named and family_of(each, known) != family)


def _common_ground(material: Material, t: Translator) -> Iterator[PlannedParagraph]:
    """State what both sets rest on, where something that was asked for bears on it."""
    statement = in_language(material.consultation.common_ground, t.language)
    if statement and material.bearing_on_common_ground():
        yield PlannedParagraph(COMMON_GROUND, opened(statement))


def _divergence(material: Material, sifted: list[Sifted], t: Translator) -> Iterator[PlannedParagraph]:
    """Record what was not agreed: most hands against first."""
    contested = [
        each for each in sifted if each.outcome is Outcome.NOT_AGREED and material.left_out.isdisjoint(each.wording.ids)
    ]
    contested.sort(key=lambda each: (-each.wording.count.most_against, each.wording.lead.id))
    if contested:
        items = tuple(contested_item(each, t.language) for each in contested)
        yield PlannedParagraph(DIVERGENCE, Parts(addressed=records_divergence(t)), items=items)


def _follow_up(material: Material, t: Translator) -> Iterator[PlannedParagraph]:
    """Say who committed themselves to what, and how all of it will be reported on."""
    items = tuple(promised(commitment, t.language) for commitment in material.promised())
    if items:
        words = t("The following have committed themselves, by name and by date:")
        yield PlannedParagraph(COMMITMENTS, Parts(addressed=words), items=items)
    reporting = in_language(material.consultation.reporting, t.language)
    if reporting:
        yield PlannedParagraph(REPORTING, Parts(words=reporting))
