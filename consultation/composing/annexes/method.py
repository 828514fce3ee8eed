"""The annex of the method: how the declaration was made of what was said, and how much of it there was."""

from __future__ import annotations

from consultation import document as doc
from consultation.language import Translator, in_language
from consultation.model import (
    KnownVocabulary,
    RecommendationSet,
)
from consultation.reading.material import Material
from consultation.words import choice_name


def method(material: Material, t: Translator) -> list[doc.Block]:
    """Say how it was made."""
    drafted = material.draftable()
    aside = len(material.recommendations) - len(drafted)
    paragraphs = [
        t(
            "Every session was recorded as it was held, in the language in which people spoke, by a facilitator of "
            "its own. The files of all rooms were then merged; nothing in any of them was left out. Where two people "
            "have changed the same thing differently, both are kept until somebody decides."
        ),
        t(
            "Recommendations of the same wording were joined, as were those a rapporteur found to say the same; all "
            "of their sources are named. Wordings are in this order: adopted ones first, then by the hands counted "
            "for and against them, then by how often they were put forward."
        ),
        t(
            "The verb that opens a clause says how far the rooms went: it is strongest where a wording was adopted or "
            "widely supported, and most cautious where there were reservations or more hands against than for."
        ),
        t(
            "A recommendation made in another language is given in a translation where a person has written one, "
            "and otherwise in its own words, marked as such. People are named only where they agreed to it."
        ),
    ]
    if material.undecided:
        undecided = t.plural_in_words(
            "{count} difference is still undecided between what people wrote; the later version is shown here.",
            "{count} differences are still undecided between what people wrote; the later versions are shown here.",
            material.undecided,
        )
        paragraphs.insert(1, _opened(undecided))
    if aside:
        set_aside = t.plural_in_words(
            "{count} recommendation was set aside by its room; it is listed among the sources and is not part of "
            "any clause.",
            "{count} recommendations were set aside by their rooms; they are listed among the sources and are "
            "not part of any clause.",
            aside,
        )
        paragraphs.append(_opened(set_aside))
    blocks: list[doc.Block] = [doc.Paragraph(doc.plain(text)) for text in paragraphs]
    figure = strands_figure(material, t)
    return [*blocks, figure] if figure else blocks


def strands_figure(material: Material, t: Translator) -> doc.GroupedBars | None:
    """Draw how many recommendations of each set belong to each strand; None without any strand."""
    strands = material.vocabulary(KnownVocabulary.STRAND)
    drafted = material.draftable()
    if not strands or not drafted:
        return None
    names = [in_language(strand.label, t.language) for strand in strands]
    counts = {
        chosen: [
            sum(
                recommendation.set is chosen and strand.id in recommendation.chosen(KnownVocabulary.STRAND)
                for recommendation in drafted
            )
            for strand in strands
        ]
        for chosen in RecommendationSet
    }
    without = {
        chosen: sum(
            recommendation.set is chosen and not recommendation.chosen(KnownVocabulary.STRAND)
            for recommendation in drafted
        )
        for chosen in RecommendationSet
    }
    if any(without.values()):
        names.append(t("No strand"))
        for chosen in RecommendationSet:
            counts[chosen].append(without[chosen])
    series = tuple(
        doc.Series(choice_name(t, chosen), tuple(counts[chosen]), str(chosen)) for chosen in RecommendationSet
    )
    description = "; ".join(
        t("{strand}: {citizenship} on citizenship and {policy} on policy and action").format(
            strand=name,
            citizenship=t.number(counts[RecommendationSet.CITIZENSHIP][place]),
            policy=t.number(counts[RecommendationSet.POLICY][place]),
        )
        for place, name in enumerate(names)
    )
    return doc.GroupedBars(t("Recommendations by strand and set"), tuple(names), series, f"{description}.")


def _opened(words: str) -> str:
    """Return ``words`` as the opening of a sentence, where a number may stand first: "Five differences are …"."""
    return words[:1].upper() + words[1:]
