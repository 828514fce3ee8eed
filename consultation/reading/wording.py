"""Which recommendations say the same in the same words."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from uuid import UUID

from consultation.joining import Joined
from consultation.model import Commitment, Group, Recommendation, RecommendationStatus, Rendering
from consultation.model.record import Labels
from consultation.reading.adding import JointCount, count_together
from consultation.reading.material import Material
from consultation.reading.translations import current_texts, is_current

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_QUOTES = dict.fromkeys(map(ord, "‘’‚‛ʼ′"), "'") | dict.fromkeys(map(ord, "“”„‟«»″"), '"')
_SOFT = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_ENDS = " .;:!?…\"'"


@dataclass(frozen=True)
class Wording:
    """One thing that was asked for, and everyone who asked for it in the same words."""

    recommendations: tuple[Recommendation, ...]
    """The leading one first: the one a person chose, an adopted one, that with most support, the oldest.

    It is the same in every language.
    """
    count: JointCount
    """What each room counted, and all of them together where that may be added up."""
    reserved: bool
    """Somebody has a reservation."""
    chosen: Labels
    """Words a person wrote for them all, by language; empty where nobody did."""
    led: bool = False
    """A person chose which one leads."""

    @property
    def lead(self) -> Recommendation:
        """The leading recommendation."""
        return self.recommendations[0]

    @property
    def ids(self) -> tuple[UUID, ...]:
        """The recommendations, the leading one first."""
        return tuple(recommendation.id for recommendation in self.recommendations)

    @property
    def contested(self) -> bool:
        """Whether a fifth or more of the hands for and against were against, of all or in one of the rooms."""
        return self.count.is_contested

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

    The joint wording a person wrote in it; else the words in it, or a current translation, of the one a person chose to
    lead; else the joint wording in another language. Where nobody wrote one: those of an adopted recommendation in that
    language, the leading one's first; else a current translation of one; else the same of those that were not adopted,
    or of all where none was; else a translation of an earlier text; else the leading one's words as they are.
    """
    if language in wording.chosen:
        return chosen_words(wording.chosen, language)
    of_lead = words_of(wording.lead, language)
    if wording.led and of_lead.language == language and not of_lead.stale:
        return of_lead
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
    normalised and nobody has found them to be different.
    """
    recommendations = list(material.recommendations.values())
    family = Joined(recommendation.id for recommendation in recommendations)
    seen: dict[tuple[str, str], UUID] = {}
    for recommendation in recommendations:
        for spoken, text in (
            (recommendation.language, recommendation.text),
            *current_texts(recommendation.translations, recommendation.text).items(),
        ):
            if key := normalised(text):
                other = seen.setdefault((spoken, key), recommendation.id)
                if frozenset((recommendation.id, other)) not in material.apart:
                    family.join(recommendation.id, other)
    for pair in material.same:
        if len(pair) == 2 and all(member in family for member in pair):
            family.join(*pair)
    grouped: list[tuple[UUID, Group]] = []
    for group in sorted(material.groups, key=Group.before_others):
        members = [member for member in group.recommendations if member in family]
        for other in members[1:]:
            family.join(members[0], other)
        if members:
            grouped.append((members[0], group))
    chosen: dict[UUID, Labels] = {}
    leads: dict[UUID, UUID] = {}
    for member, group in reversed(grouped):
        head = family.head(member)
        chosen.setdefault(head, {}).update(joint_wording(group))
        if group.lead in group.recommendations:
            leads[head] = group.lead
    return [
        _wording(
            material,
            [material.recommendations[member] for member in members],
            chosen.get(family.head(members[0]), {}),
            leads.get(family.head(members[0])),
        )
        for members in family.sets()
    ]


def _wording(material: Material, members: list[Recommendation], chosen: Labels, lead: UUID | None) -> Wording:
    def merit(recommendation: Recommendation) -> tuple[bool, bool, bool, int, UUID]:
        return (
            recommendation.id != lead,
            recommendation.status is not RecommendationStatus.ADOPTED,
            recommendation.status is RecommendationStatus.SET_ASIDE,
            -material.tally(recommendation.id).net,
            recommendation.id,
        )

    ordered = tuple(sorted(members, key=merit))
    return Wording(
        ordered,
        count_together(ordered, material.counts, material.listed),
        any(member.id in material.reservations for member in members),
        chosen,
        ordered[0].id == lead,
    )
