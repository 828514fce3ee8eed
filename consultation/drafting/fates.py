"""Why a recommendation is not among what the declaration undertakes or asks, and where it went instead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from consultation.drafting.plan import chosen_places, place_in_text
from consultation.drafting.sifting import Outcome, Place, Sifted, sift
from consultation.grammar import Unfit, unfit
from consultation.model import SectionKind
from consultation.reading.coverage import Backing, Coverage, backing_of, cover
from consultation.reading.material import Material, gather
from consultation.reading.passages import Declaration, ParagraphText
from consultation.reading.whereabouts import in_text, left_out_of
from consultation.reading.wording import worded
from consultation.store import Store


class Fate(StrEnum):
    """Where a recommendation went that is not among what is undertaken or asked."""

    NEEDS_WORDING = "needs_wording"
    """Its rooms agreed, but it cannot be an item as it is worded."""
    NOT_DRAFTED = "not_drafted"
    """It belongs in the text, and comes with the next draft."""
    FURTHER = "further"
    """Its rooms agreed; the paragraph holds others that were asked in more rooms, or had more support."""
    NOT_AGREED = "not_agreed"
    NOT_ADOPTED = "not_adopted"
    SET_ASIDE = "set_aside"
    PART = "part"
    """It is part of another that was agreed and does not stand in the text itself yet."""
    LEFT_OUT = "left_out"
    """A person did not want it in the text."""


@dataclass(frozen=True)
class Fated:
    """What became of one recommendation."""

    fate: Fate
    number: str = ""
    """The paragraph or item it is further to, or in which it is recorded; empty where there is none."""
    passage: UUID | None = None
    """That paragraph or item."""
    unfit: Unfit | None = None
    """Why it cannot be an item as it is worded."""
    together: tuple[UUID, ...] = ()
    """The others that say the same."""


@dataclass(frozen=True)
class Accounts:
    """What became of every recommendation of a file in one declaration."""

    fates: Mapping[UUID, Fated]
    """Of those that are not among what is undertaken or asked, by fate, then by merit."""
    coverage: Coverage
    voices: Mapping[UUID, Backing]
    """Who raised each of them."""

    @property
    def by_fate(self) -> dict[Fate, int]:
        """How many went which way; a way that none went is missing."""
        counts = {fate: sum(each.fate is fate for each in self.fates.values()) for fate in Fate}
        return {fate: count for fate, count in counts.items() if count}


def account(store: Store, standing: Declaration) -> Accounts:
    """Account for every recommendation of a file: about as much work as a draft."""
    material = gather(store)
    order = list(Fate)
    fates = dict(sorted(fates_of(material, standing).items(), key=lambda told: order.index(told[1].fate)))
    recommendations = material.recommendations
    voices = {each: backing_of(material, [recommendations[each]]) for each in fates}
    return Accounts(fates, cover(material, in_text(standing)), voices)


def fates_of(material: Material, standing: Declaration) -> dict[UUID, Fated]:
    """Tell what became of every recommendation that is not among what is undertaken or asked, by merit."""
    sifted = sift(material)
    cited = in_text(standing)
    telling = _Telling(material, standing, sifted)
    return {
        recommendation: telling.tell(each, recommendation)
        for each in sifted
        for recommendation in each.wording.ids
        if recommendation not in cited
    }


class _Telling:
    """What became of wordings, in one declaration."""

    def __init__(self, material: Material, standing: Declaration, sifted: list[Sifted]) -> None:
        self._material = material
        chosen = chosen_places(material, sifted)
        self._chosen = {id(each) for those in chosen.values() for each in those}
        self._cited = {
            source: (passage.number, passage.id)
            for passage in reversed(standing.passages)
            for source in passage.own_sources
            if passage.number
        }
        self._left_out = left_out_of(standing)
        self._places: dict[Place, tuple[str, UUID | None]] = {
            _place_of(paragraph): (paragraph.number, paragraph.id)
            for paragraph in standing.paragraphs
            if paragraph.part is SectionKind.OPERATIVE
        }

    def tell(self, sifted: Sifted, recommendation: UUID) -> Fated:
        """Tell what became of one recommendation of a wording."""
        together = tuple(each for each in sifted.wording.ids if each != recommendation)
        fate = self._fate(sifted)
        if fate is Fate.FURTHER:
            place = place_in_text(sifted, self._material.consultation.arranged_by)
            number, passage = self._places.get(place, ("", None))
            return Fated(fate, number, passage, together=together)
        if fate is Fate.NOT_AGREED:
            recorded = [self._cited[each] for each in sifted.wording.ids if each in self._cited]
            number, passage = recorded[0] if recorded else ("", None)
            return Fated(fate, number, passage, together=together)
        if fate is Fate.NEEDS_WORDING:
            words = worded(sifted.wording, sifted.wording.lead.language)
            return Fated(fate, unfit=unfit(words.text, words.language), together=together)
        return Fated(fate, together=together)

    def _fate(self, sifted: Sifted) -> Fate:
        if not self._left_out.isdisjoint(sifted.wording.ids):
            return Fate.LEFT_OUT
        if sifted.outcome is Outcome.AGREED:
            if not sifted.fit:
                return Fate.NEEDS_WORDING
            return Fate.NOT_DRAFTED if id(sifted) in self._chosen else Fate.FURTHER
        return Fate(sifted.outcome.value)


def _place_of(paragraph: ParagraphText) -> Place:
    """Return the place a paragraph of the operative part is about."""
    family = paragraph.addressees[0] if paragraph.addressees else None
    return Place(family, paragraph.strand, paragraph.set)
