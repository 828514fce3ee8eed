"""The sentences of a declaration that no recommendation brings: whole phrases of the kit, and what the file proves."""

from __future__ import annotations

from collections.abc import Iterator

from consultation.language import Translator, in_language
from consultation.model import Fact, KnownVocabulary, Term, parted_opening
from consultation.reading.material import Material
from consultation.reading.parts import Parts
from consultation.words import choice_name, vocabulary_name


def opening(material: Material, t: Translator) -> Parts:
    """Write the opening: the consultation's own, else who speaks, gathered by whom, where and when.

    What is not known is left out.
    """
    about = material.consultation
    if own := in_language(about.opening, t.language):
        return opened(own)
    place, host = in_language(about.place, t.language), in_language(about.host, t.language)
    gathered: list[str] = []
    if place and (about.starts or material.held_sessions()):  # a place alone does not prove that anybody met
        gathered.append(t("gathered in {place}").format(place=place))
    if about.starts:
        gathered.append(t.during(about.starts, about.ends or about.starts))
    parts = [t("*We*, those who took part") if material.heads() else t("*We*, who put forward these recommendations")]
    if gathered:
        parts.append(", ".join(gathered))
    if host:
        parts.append(t("at the invitation of our host, {host}").format(host=host))
    if title := in_language(about.title, t.language):
        parts.append(t("for “{title}”").format(title=title))
    return opened(", ".join(parts) + ",")


def recitals(material: Material, t: Translator) -> Iterator[tuple[str, Parts]]:
    """Write the recitals, each with its key: the consultation's own as far as the file proves them, who was heard."""
    known = known_facts(material)
    for number, recital in enumerate(material.consultation.recitals):
        if known.issuperset(recital["needs"]):
            yield f"recital {number}", opened(in_language(recital["text"], t.language))
    if {Fact.PARTICIPANTS, Fact.SESSIONS, Fact.RECOMMENDATIONS} <= known:
        yield "recital of numbers", opened(_heard(material, t, Fact.RESERVATIONS in known))


def known_facts(material: Material) -> frozenset[Fact]:
    """Return what the file proves."""
    languages = {said.language for said in material.interventions} | {
        asked.language for asked in material.recommendations.values()
    }
    proven = {
        Fact.PARTICIPANTS: material.heads() > 0,
        Fact.SESSIONS: bool(material.held_sessions()),
        Fact.LANGUAGES: len(languages - {""}) > 1,
        Fact.RECOMMENDATIONS: bool(material.recommendations),
        Fact.RESERVATIONS: bool(material.reservations),
        Fact.PRACTICES: bool(material.practices),
    }
    return frozenset(fact for fact, is_known in proven.items() if is_known)


def family_phrase(family: Term | None, to_do: bool, t: Translator) -> str:
    """Return the phrase that leads to what a family is asked: before infinitives, or before any other items.

    Where nobody has written one in the language of ``t``, a phrase that names nobody: the heading does.
    """
    phrase = (family.to_do if to_do else family.following).get(t.language) if family else ""
    return phrase or t("We recommend the following:")


def records_divergence(t: Translator) -> str:
    """Lead to what was not agreed."""
    return t("We record, in the words of the rooms, what was put forward and not concluded:")


def opened(text: str) -> Parts:
    """Part a text that opens between asterisks."""
    lead_in, words = parted_opening(text)
    return Parts(lead_in=lead_in, words=words)


def regions_of_the_world(material: Material, t: Translator) -> list[Term]:
    """Return the regions the people came from; none where the file calls its regions otherwise: "Neighbourhoods"."""
    own = vocabulary_name(t, KnownVocabulary.REGION, material.vocabularies)
    return material.regions() if own == choice_name(t, KnownVocabulary.REGION) else []


def _heard(material: Material, t: Translator, with_reservations: bool) -> str:
    """Say who was heard, where, and what they put forward, without anything that nobody counted."""
    regions = regions_of_the_world(material, t)
    pattern = (
        t("*Having consulted* {people} from {regions} in {sessions}, who put forward {recommendations}")
        if regions
        else t("*Having consulted* {people} in {sessions}, who put forward {recommendations}")
    )
    said = pattern.format(
        people=t.plural_in_words("{count} participant", "{count} participants", material.heads()),
        regions=t.plural_in_words("{count} region of the world", "{count} regions of the world", len(regions)),
        sessions=t.plural_in_words("{count} session", "{count} sessions", len(material.held_sessions())),
        recommendations=t.plural_in_words(
            "{count} recommendation", "{count} recommendations", len(material.recommendations)
        ),
    )
    manner = t("with their agreements and their reservations")
    return f"{said}, {manner}," if with_reservations else f"{said},"
