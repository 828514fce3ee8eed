"""The declaration on a page: who spoke, the common ground, the first item of each paragraph, and what is not agreed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from consultation import document as doc
from consultation.composing.declaration.brackets import item_runs, runs_of
from consultation.composing.declaration.text import Text
from consultation.composing.references import anchor_of_passage
from consultation.grammar import first_sentence
from consultation.model import SectionKind
from consultation.reading.passages import ParagraphText, SectionText
from consultation.reading.saying import say_words

MOST_WORDS = 45
"""More of an item would leave no room for the others."""


def on_a_page(text: Text, facts: tuple[doc.Fact, ...]) -> doc.OnAPage:
    """Put the declaration on a page, with the ``facts`` of its cover."""
    t = text.t
    ground = [paragraph for paragraph in text.standing.paragraphs if paragraph.part is SectionKind.COMMON_GROUND]
    parts = [_part(section, text) for section in text.standing.sections if section.part is SectionKind.OPERATIVE]
    parts += _not_agreed(text)
    numbers = [paragraph.number for paragraph in text.standing.paragraphs if paragraph.number]
    note = t(
        "This page gives the first item of each paragraph. Text: paragraphs {first} to {last}. Every recommendation, "
        "adopted or not: Annex A."
    ).format(first=numbers[0] if numbers else "–", last=numbers[-1] if numbers else "–")
    return doc.OnAPage(
        title=t("The declaration on a page"),
        parts=tuple(part for part in parts if part.rows),
        facts=facts,
        common=doc.plain(first_sentence(ground[0].text)) if ground else (),
        note=doc.plain(note),
        anchor="on-a-page",
    )


def _part(section: SectionText, text: Text) -> doc.SummaryPart:
    """Give the first item of each paragraph of a family."""
    return doc.SummaryPart(section.brief, tuple(_rows(section, text)))


def _rows(section: SectionText, text: Text) -> Iterator[doc.SummaryRow]:
    for paragraph in section.paragraphs:
        runs = (
            item_runs(paragraph.items[0], text.t)
            if paragraph.items
            else runs_of(say_words(paragraph, paragraph.text, text.t))
        )
        yield doc.SummaryRow(paragraph.strand_name, _shortened(_closed(runs)), _reference(paragraph))


def _shortened(runs: doc.Runs) -> doc.Runs:
    """Leave out what goes on beyond so many words: the item itself is one link away."""
    left, kept = MOST_WORDS, list[doc.Run]()
    for run in runs:
        words = run.text.split(" ")
        if len(words) > left:
            return (*kept, replace(run, text=" ".join(words[:left]).rstrip(" ,;:") + " …"))
        left -= len(words)
        kept.append(run)
    return runs


def _closed(runs: doc.Runs) -> doc.Runs:
    """Let an item that stands alone end in a full stop."""
    *before, last = runs
    rest = last.text.rstrip(";,\u202f\u00a0 ") if last.style is doc.Style.PLAIN else last.text
    end = "" if rest.endswith(".") else "."
    return (*before, doc.Run(rest, last.style, last.target, last.language), *doc.plain(end))


def _reference(paragraph: ParagraphText) -> doc.Runs:
    first = paragraph.items[0] if paragraph.items else paragraph
    return (doc.Run(first.number, doc.Style.REFERENCE, target=anchor_of_passage(first.id)),)


def _not_agreed(text: Text) -> Iterator[doc.SummaryPart]:
    """Say on how many points nothing was agreed, and quote the first of them that are in the language."""
    t = text.t
    for paragraph in text.standing.paragraphs:
        if paragraph.part is SectionKind.DIVERGENCE and paragraph.items:
            count = len(paragraph.items)
            title = t.plural_in_words("We do not agree on one point", "We do not agree on {count} points", count)
            quoted = sorted(paragraph.items, key=lambda item: bool(item.other_language))[:1]
            rows = tuple(
                doc.SummaryRow(
                    t("among them") if count > 1 else "",
                    item_runs(item, t),
                    (doc.Run(item.number, doc.Style.REFERENCE, target=anchor_of_passage(item.id)),),
                )
                for item in quoted
            )
            yield doc.SummaryPart(title, rows, open=True)
