"""Which recommendations say the same in the same words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from consultation.model import Recommendation, RecommendationSet, RecommendationStatus
from consultation.reading.material import Material
from consultation.reading.tallies import NOT_COUNTED, Tally
from consultation.reading.translations import current_texts

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_QUOTES = dict.fromkeys(map(ord, "‘’‚‛ʼ′"), "'") | dict.fromkeys(map(ord, "“”„‟«»″"), '"')
_SOFT = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_ENDS = " .;:!?…\"'"


@dataclass(frozen=True)
class Wording:
    """One thing that was asked for, and everyone who asked for it in the same words."""

    recommendations: tuple[Recommendation, ...]
    """The one whose words are used comes first."""
    tally: Tally
    adopted: bool
    contested: bool
    """Somebody has a reservation, or more hands were against than for."""
    sets: frozenset[RecommendationSet]
    chosen: dict[str, str]
    """Words a person chose for them all, by language; empty where nobody did."""

    @property
    def lead(self) -> Recommendation:
        """The recommendation whose words are used."""
        return self.recommendations[0]


@dataclass(frozen=True)
class Words:
    """A recommendation's words for a document of one language."""

    text: str
    language: str
    """The language they are in."""


def normalised(text: str) -> str:
    """Return the form in which two wordings are compared.

    Compatibility forms (NFKC), letter case, spaces, kinds of quotation marks and dashes, invisible characters
    and closing punctuation do not tell two wordings apart. Accents and word order do.
    """
    plain = unicodedata.normalize("NFKC", text.translate(_SOFT)).casefold().translate(_DASHES).translate(_QUOTES)
    spaced = re.sub(r"\s*([;:!?\"])\s*", r" \1 ", plain)
    return " ".join(spaced.split()).strip(_ENDS)


def words_for(recommendation: Recommendation, language: str) -> Words:
    """Choose the words of a recommendation for a document: its own, a current translation, else its own as they are."""
    if recommendation.language in ("", language):
        return Words(recommendation.text, language)
    translation = current_texts(recommendation.translations, recommendation.text).get(language, "").strip()
    if translation:
        return Words(translation, language)
    return Words(recommendation.text, recommendation.language)


def join_wordings(material: Material, language: str) -> list[Wording]:
    """Join the recommendations that say the same in the same words, or that a person has grouped.

    Two are joined when their words, or the translations people wrote for them, are equal in one language once
    normalised. The words used are those of an adopted one, in the document's language, with most support.
    """
    recommendations = material.draftable()
    family = _Families(recommendation.id for recommendation in recommendations)
    seen: dict[tuple[str, str], UUID] = {}
    for recommendation in recommendations:
        for spoken, text in (
            (recommendation.language, recommendation.text),
            *current_texts(recommendation.translations, recommendation.text).items(),
        ):
            if key := normalised(text):
                family.join(recommendation.id, seen.setdefault((spoken, key), recommendation.id))
    chosen: dict[UUID, dict[str, str]] = {}
    for group in material.groups:
        members = [member for member in group.recommendations if member in family]
        for other in members[1:]:
            family.join(members[0], other)
        if members:
            chosen[members[0]] = group.wording
    joined: dict[UUID, list[Recommendation]] = {}
    for recommendation in recommendations:
        joined.setdefault(family.head(recommendation.id), []).append(recommendation)
    return [
        _wording(
            material, members, language, {k: v for member in members for k, v in chosen.get(member.id, {}).items()}
        )
        for members in joined.values()
    ]


def _wording(material: Material, members: list[Recommendation], language: str, chosen: dict[str, str]) -> Wording:
    def merit(recommendation: Recommendation) -> tuple[bool, bool, int, UUID]:
        return (
            recommendation.status is not RecommendationStatus.ADOPTED,
            words_for(recommendation, language).language != language,
            -material.tally(recommendation.id).net,
            recommendation.id,
        )

    tally = sum((material.tally(member.id) for member in members), NOT_COUNTED)
    return Wording(
        tuple(sorted(members, key=merit)),
        tally,
        any(member.status is RecommendationStatus.ADOPTED for member in members),
        tally.net < 0 or any(member.id in material.reservations for member in members),
        frozenset(member.set for member in members),
        chosen,
    )


class _Families:
    """Sets that are joined and never parted (Galler & Fischer, 1964)."""

    def __init__(self, members: Iterable[UUID]) -> None:
        self._parent = {member: member for member in members}

    def __contains__(self, member: UUID) -> bool:
        return member in self._parent

    def head(self, member: UUID) -> UUID:
        while self._parent[member] != member:
            self._parent[member] = member = self._parent[self._parent[member]]
        return member

    def join(self, member: UUID, other: UUID) -> None:
        first, second = sorted((self.head(member), self.head(other)))
        self._parent[second] = first
