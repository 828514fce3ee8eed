"""The sources: documents the consultation rests on, and what they are evidence for."""

from __future__ import annotations

from collections import defaultdict
from uuid import UUID

from consultation import document as doc
from consultation.composing.references import References, anchor_of
from consultation.language import Translator
from consultation.model import Reference, ReferenceKind
from consultation.reading.material import Material


def bibliography(material: Material, references: References, t: Translator) -> list[doc.Block]:
    """List the documents that guide the consultation, define its words or are evidence for something."""
    about: defaultdict[UUID, set[UUID]] = defaultdict(set)
    pages: defaultdict[UUID, list[str]] = defaultdict(list)
    for evidence in material.evidence:
        if evidence.reference and evidence.about:
            about[evidence.reference].update(evidence.about)
            pages[evidence.reference].extend([evidence.page] if evidence.page else [])
    used = [each for each in material.references if each.sort is not ReferenceKind.SOURCE or each.id in about]
    if not used:
        return []
    entries = (
        (*_entry(reference, pages[reference.id], t), *_evidence(about[reference.id], references, t))
        for reference in sorted(used, key=_place)
    )
    return [doc.Heading(2, t("Sources and evidence"), "sources"), doc.listed(*entries)]


def _place(reference: Reference) -> tuple[str, int, str]:
    """Sort by the first author, or by the title where there is none."""
    first = reference.authors[0] if reference.authors else reference.title
    return first.casefold(), reference.year or 0, reference.title.casefold()


def _entry(reference: Reference, quoted: list[str], t: Translator) -> doc.Runs:
    """Write authors, year, title, publisher, pages and link."""
    authors = ", ".join(filter(None, reference.authors))
    year = f"({reference.year})" if reference.year is not None else ""
    opening = " ".join(filter(None, (authors, year)))
    pages = ", ".join(dict.fromkeys(filter(None, (reference.pages, *quoted))))
    closing = [reference.publisher, t("p. {pages}").format(pages=pages) if pages else "", reference.link]
    foreign = reference.language if reference.language != t.language else ""
    return (
        *doc.plain(f"{opening}. " if opening else ""),
        doc.Run(reference.title, doc.Style.EMPHASIS, language=foreign),
        *doc.plain("".join(f". {part}" for part in closing if part)),
    )


def _evidence(about: set[UUID], references: References, t: Translator) -> doc.Runs:
    """Name the recommendations it is evidence for."""
    numbered = sorted((references.numbers[each], each) for each in about if each in references.numbers)
    if not numbered:
        return ()
    runs = [doc.Run(f". {t('Evidence for')} ", doc.Style.REMARK)]
    for place, (number, source) in enumerate(numbered):
        runs.extend([doc.Run(", ", doc.Style.REMARK)] if place else [])
        runs.append(doc.Run(t.number(number), doc.Style.REFERENCE, target=anchor_of(source)))
    return tuple(runs)
