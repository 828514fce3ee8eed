"""The plan of a declaration: from the material to sections and paragraphs in one language. A pure function.

How a paragraph is opened follows the room (the method annex says that it does): an adopted wording by the first
operative verb of its set, one that at least three quarters of the hands supported by the second, one with more hands
for than against by the third, one nobody counted hands for by the fourth, a contested one by the fifth.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from consultation.drafting.grammar import Opening, as_sentence, item_text, opening_of
from consultation.language import Translator, in_language
from consultation.model import KnownVocabulary, Recommendation, RecommendationSet, SectionKind, Term, parted_opening
from consultation.reading.material import Material
from consultation.reading.parts import Parts
from consultation.reading.wording import Wording, join_wordings, words_for

COMMON_GROUND = "common ground"
"""Key of the statement of what both sets rest on."""

STRONG_SUPPORT = 0.75
"""Share of the hands counted from which a wording counts as strongly supported."""


@dataclass(frozen=True)
class PlannedParagraph:
    """A paragraph as drafting proposes it."""

    key: str
    """Names it for good: what its id is derived from when it is new."""
    parts: Parts
    addressees: tuple[UUID, ...] = ()
    sources: tuple[UUID, ...] = ()
    untranslated: str = ""
    """The language its words are in where that is not the document's."""


@dataclass(frozen=True)
class PlannedSection:
    """A section as drafting proposes it."""

    part: SectionKind
    paragraphs: tuple[PlannedParagraph, ...]
    set: RecommendationSet | None = None
    strand: UUID | None = None


def plan_declaration(material: Material, t: Translator) -> list[PlannedSection]:
    """Plan the declaration in the language of ``t``."""
    wordings = sorted(join_wordings(material, t.language), key=_merit)
    shared = [wording for wording in wordings if len(wording.sets) > 1]
    sections = [
        PlannedSection(SectionKind.PREAMBLE, (PlannedParagraph("preamble", _opened(preamble(material, t))),)),
        PlannedSection(SectionKind.RECITALS, tuple(_recitals(material, t))),
        PlannedSection(SectionKind.COMMON_GROUND, tuple(_common_ground(material, shared, t))),
    ]
    strands = material.vocabulary(KnownVocabulary.STRAND)
    for chosen_set in RecommendationSet:
        own = [wording for wording in wordings if wording.sets == {chosen_set}]
        for strand in (*strands, None):
            members = [wording for wording in own if _strand_of(wording, strands) == strand]
            asked = tuple(_operative(material, wording, chosen_set, t) for wording in members)
            sections.append(PlannedSection(SectionKind.OPERATIVE, asked, chosen_set, strand.id if strand else None))
    return [section for section in sections if section.paragraphs]


def plan_alone(material: Material, first: UUID, t: Translator) -> PlannedParagraph:
    """Plan only the paragraph that comes from a recommendation of ``material``."""
    (wording,) = [
        each for each in join_wordings(material, t.language) if first in {source.id for source in each.recommendations}
    ]
    return _operative(material, wording, wording.lead.set, t)


def preamble(material: Material, t: Translator) -> str:
    """Write the opening, its first word between asterisks: who speaks, gathered by whom, where and when.

    What is not known is left out.
    """
    about = material.consultation
    who = t("*We*, the representatives of local and regional governments and their partners")
    place, host = in_language(about.place, t.language), in_language(about.host, t.language)
    gathered: list[str] = []
    if place:
        gathered.append(t("gathered in {place}").format(place=place))
    if about.starts:
        gathered.append(t.during(about.starts, about.ends or about.starts))
    parts = [who]
    if gathered:
        parts.append(", ".join(gathered))
    if host:
        parts.append(t("at the invitation of our host, {host}").format(host=host))
    title = in_language(about.title, t.language)
    if title:
        parts.append(t("for “{title}”").format(title=title))
    return ", ".join(parts) + ","


def _merit(wording: Wording) -> tuple[bool, int, int, UUID]:
    """Order wordings: adopted first, then by support, then by how often they were said, then oldest first."""
    return (not wording.adopted, -wording.tally.net, -len(wording.recommendations), wording.lead.id)


def _strand_of(wording: Wording, strands: Sequence[Term]) -> Term | None:
    """Return the strand a wording is placed in: the one most often named first, then most often at all.

    In a tie it is the first of the vocabulary.
    """
    named = [
        strand for recommendation in wording.recommendations for strand in recommendation.chosen(KnownVocabulary.STRAND)
    ]
    first = [
        recommendation.chosen(KnownVocabulary.STRAND)[0]
        for recommendation in wording.recommendations
        if recommendation.chosen(KnownVocabulary.STRAND)
    ]
    return max(
        (strand for strand in strands if strand.id in named),
        key=lambda strand: (first.count(strand.id), named.count(strand.id)),
        default=None,
    )


def _opened(text: str) -> Parts:
    """Part a text that opens between asterisks."""
    lead_in, words = parted_opening(text)
    return Parts(lead_in=lead_in, words=words)


def _recitals(material: Material, t: Translator) -> list[PlannedParagraph]:
    recitals = [
        PlannedParagraph(f"recital {number}", _opened(in_language(text, t.language)))
        for number, text in enumerate(material.consultation.recitals)
    ]
    sessions, people = material.held_sessions(), material.heads()
    if sessions and people:
        regions = material.regions()
        made = len(material.recommendations)
        pattern = (
            t("*Having consulted* {people} from {regions} in {sessions}, who put forward {recommendations};")
            if regions
            else t("*Having consulted* {people} in {sessions}, who put forward {recommendations};")
        )
        heard = pattern.format(
            people=t.plural_in_words("{count} participant", "{count} participants", people),
            regions=t.plural_in_words("{count} region of the world", "{count} regions of the world", len(regions)),
            sessions=t.plural_in_words("{count} session", "{count} sessions", len(sessions)),
            recommendations=t.plural_in_words("{count} recommendation", "{count} recommendations", made),
        )
        recitals.append(PlannedParagraph("recital of numbers", _opened(heard)))
    return recitals


def _common_ground(material: Material, shared: Sequence[Wording], t: Translator) -> list[PlannedParagraph]:
    """State what both sets rest on, with all that speak of it, then what both sets ask for in the same words."""
    planned: list[PlannedParagraph] = []
    statement = in_language(material.consultation.common_ground, t.language)
    marks = set(material.consultation.common_ground_terms)
    speaking = [
        recommendation.id
        for recommendation in material.draftable()
        if marks & {*recommendation.chosen(KnownVocabulary.CAPITAL), *recommendation.chosen(KnownVocabulary.STRAND)}
    ]
    if statement and speaking:
        planned.append(PlannedParagraph(COMMON_GROUND, _opened(statement), sources=tuple(speaking)))
    planned.extend(_operative(material, wording, wording.lead.set, t) for wording in shared)
    return planned


def _operative(material: Material, wording: Wording, chosen_set: RecommendationSet, t: Translator) -> PlannedParagraph:
    """Write an operative paragraph: verb, addressees, and the words that were said."""
    words = words_for(wording.lead, t.language)
    text = wording.chosen.get(t.language, "").strip() or words.text.strip()
    own_language = bool(wording.chosen.get(t.language, "").strip()) or words.language == t.language
    named = _addressees(material, wording.recommendations)
    lead_in, before, joiner = _opening(_verb(material, wording, chosen_set), t)
    labels = [in_language(term.label, t.language) for term in named] or [t("all those concerned")]
    to_whom = t.listed(f"{before} {label}".strip() for label in labels)
    if own_language and joiner and opening_of(text, t.language) is Opening.INFINITIVE:
        addressed, said = f"{to_whom} {joiner}", item_text(text, t.language)
    else:
        addressed = t.context("addressees before a quoted wording", "{to_whom}:").format(to_whom=to_whom)
        said = text
    return PlannedParagraph(
        key=str(wording.lead.id),
        parts=Parts(lead_in, addressed, as_sentence(said)),
        addressees=tuple(term.id for term in named),
        sources=tuple(recommendation.id for recommendation in wording.recommendations),
        untranslated="" if own_language else words.language,
    )


def _verb(material: Material, wording: Wording, chosen_set: RecommendationSet) -> Term | None:
    verbs = [
        verb for verb in material.vocabulary(KnownVocabulary.OPERATIVE_VERB) if not verb.sets or chosen_set in verb.sets
    ]
    if not verbs:
        return None
    tally = wording.tally
    if wording.adopted:
        strength = 0
    elif wording.contested:
        strength = 4
    elif tally.counted == 0:
        strength = 3
    elif (tally.in_favour or 0) / tally.counted >= STRONG_SUPPORT:
        strength = 1
    else:
        strength = 2 if tally.net > 0 else 4
    return verbs[min(strength, len(verbs) - 1)]


def _opening(verb: Term | None, t: Translator) -> tuple[str, str, str]:
    """Return the verb, the word before each addressee, and the word between addressees and action."""
    if verb is None:
        return parted_opening(t("*Call on*"))[0], "", t.context("between addressee and action", "to")
    label, joiner = in_language(verb.label, t.language), in_language(verb.joiner, t.language)
    return label, verb.before.get(t.language, ""), joiner


def _addressees(material: Material, recommendations: Sequence[Recommendation]) -> list[Term]:
    """Return all addressees, each once, in the order of the vocabulary."""
    named = {addressee for recommendation in recommendations for addressee in recommendation.addressees}
    return [term for term in material.vocabulary(KnownVocabulary.ADDRESSEE) if term.id in named]
