"""Which recommendations say the same in the same words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from consultation.model import Commitment, Group, Recommendation, RecommendationStatus, Rendering
from consultation.model.record import Labels
from consultation.reading.material import Material
from consultation.reading.tallies import NOT_COUNTED, Tally
from consultation.reading.translations import current_texts, is_current

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_QUOTES = dict.fromkeys(map(ord, "‘’‚‛ʼ′"), "'") | dict.fromkeys(map(ord, "“”„‟«»″"), '"')
_SOFT = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_ENDS = " .;:!?…\"'"


@dataclass(frozen=True)
class Wording:
    """One thing that was asked for, and everyone who asked for it in the same words."""

    recommendations: tuple[Recommendation, ...]
    """The leading one first: an adopted one, that with most support, the oldest. It is the same in every language."""
    tally: Tally
    contested: bool
    """A fifth or more of the hands for and against were against, in all or in one of two counts of which one holds."""
    reserved: bool
    """Somebody has a reservation."""
    chosen: Labels
    """Words a person chose for them all, by language; empty where nobody did."""

    @property
    def lead(self) -> Recommendation:
        """The leading recommendation."""
        return self.recommendations[0]

    @property
    def ids(self) -> tuple[UUID, ...]:
        """The recommendations, the leading one first."""
        return tuple(recommendation.id for recommendation in self.recommendations)

    @property
    def adopted(self) -> bool:
        """Whether a room has adopted it."""
        return any(member.status is RecommendationStatus.ADOPTED for member in self.recommendations)

    @property
    def set_aside(self) -> bool:
        """Whether a room has set it aside."""
        return any(member.status is RecommendationStatus.SET_ASIDE for member in self.recommendations)

    @property
    def rooms(self) -> frozenset[UUID]:
        """The sessions in which it was asked for."""
        return frozenset(member.session for member in self.recommendations if member.session)


@dataclass(frozen=True)
class Words:
    """What is said in a document of one language, and how it came about."""

    text: str
    language: str
    """The language they are in."""
    rendering: Rendering | None = None
    """Who made the translation, and of what; None where they are nobody's translation."""
    stale: bool = False
    """They translate an earlier text."""


def normalised(text: str) -> str:
    """Return the form in which two wordings are compared.

    Compatibility forms (NFKC), letter case, spaces, kinds of quotation marks and dashes, invisible characters
    and closing punctuation do not tell two wordings apart. Accents and word order do.
    """
    plain = unicodedata.normalize("NFKC", text.translate(_SOFT)).casefold().translate(_DASHES).translate(_QUOTES)
    spaced = re.sub(r"\s*([;:!?\"])\s*", r" \1 ", plain)
    return " ".join(spaced.split()).strip(_ENDS)


def words_of(said: Recommendation | Commitment, language: str) -> Words:
    """Choose the words of what was said for a document: its own, a translation, else its own as they are.

    A translation of an earlier text is marked as such.
    """
    found = said.translations.get(language)
    if said.language in ("", language) or found is None or not found["text"].strip():
        return Words(said.text.strip(), said.language or language)
    rendering = Rendering(by=found["by"], of=found["of"], machine=found["machine"])
    return Words(found["text"].strip(), language, rendering, not is_current(found, said.text))


def worded(wording: Wording, language: str) -> Words:
    """Choose the words of a wording for a document of a language.

    The joint wording a person chose; else the words of an adopted recommendation in that language, the leading one's
    first; else a current translation of one; else the same of those that were not adopted, or of all where none was;
    else a translation of an earlier text; else the leading one's words as they are.
    """
    if wording.chosen:
        return chosen_words(wording.chosen, language)
    said = [(member, words_of(member, language)) for member in wording.recommendations]

    def preference(each: tuple[Recommendation, Words]) -> tuple[bool, bool, bool]:
        member, words = each
        return words.stale, member.status is not RecommendationStatus.ADOPTED, words.rendering is not None

    in_language = [(member, words) for member, words in said if words.language == language]
    return min(in_language, key=preference, default=said[0])[1]


def joint_wording(group: Group) -> Labels:
    """Return the words a person chose for all of a group, by language; empty where nobody did."""
    return {code: said.strip() for code, said in group.wording.items() if said.strip()}


def chosen_words(chosen: Labels, language: str) -> Words:
    """Choose among the joint wordings of a group, of which there is at least one: that in the language, else any."""
    code = language if language in chosen else next(iter(chosen))
    return Words(chosen[code], code)


def join_wordings(material: Material) -> list[Wording]:
    """Join the recommendations that say the same in the same words, or that a person has grouped.

    Two are joined when their words, or the translations people wrote for them, are equal in one language once
    normalised.
    """
    recommendations = list(material.recommendations.values())
    family = _Families(recommendation.id for recommendation in recommendations)
    seen: dict[tuple[str, str], UUID] = {}
    for recommendation in recommendations:
        for spoken, text in (
            (recommendation.language, recommendation.text),
            *current_texts(recommendation.translations, recommendation.text).items(),
        ):
            if key := normalised(text):
                family.join(recommendation.id, seen.setdefault((spoken, key), recommendation.id))
    chosen: dict[UUID, Labels] = {}
    for group in material.groups:
        members = [member for member in group.recommendations if member in family]
        for other in members[1:]:
            family.join(members[0], other)
        if members:
            chosen[members[0]] = joint_wording(group)
    joined: dict[UUID, list[Recommendation]] = {}
    for recommendation in recommendations:
        joined.setdefault(family.head(recommendation.id), []).append(recommendation)
    return [
        _wording(material, members, {code: said for each in members for code, said in chosen.get(each.id, {}).items()})
        for members in joined.values()
    ]


def _wording(material: Material, members: list[Recommendation], chosen: Labels) -> Wording:
    def merit(recommendation: Recommendation) -> tuple[bool, bool, int, UUID]:
        return (
            recommendation.status is not RecommendationStatus.ADOPTED,
            recommendation.status is RecommendationStatus.SET_ASIDE,
            -material.tally(recommendation.id).net,
            recommendation.id,
        )

    tally = sum((material.tally(member.id) for member in members), NOT_COUNTED)
    twice = [counts for member in members if (counts := material.counts.get(member.id)) and counts.counted_twice]
    return Wording(
        tuple(sorted(members, key=merit)),
        tally,
        tally.is_contested or any(counts.is_contested for counts in twice),
        any(member.id in material.reservations for member in members),
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
