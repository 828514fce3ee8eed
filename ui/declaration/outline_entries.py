"""The rows of the outline: sections by their headings, paragraphs by number and strand, and what stands in each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from consultation.language import Translator
from consultation.model import SectionKind
from consultation.reading.passages import Declaration, SectionText
from consultation.words import shortened

MOST = 40
"""Letters of a paragraph that belongs to no strand."""


@dataclass(frozen=True)
class Entry:
    """A row of the outline: a section, or a paragraph of one."""

    name: str
    first: UUID | None = None
    """Where it leads; None for what does not stand in the text."""
    number: str = ""
    count: str = ""
    """How many items or paragraphs there are."""
    told: str = ""
    """The same in words."""
    tone: str = ""
    """The set a section is of."""
    section: UUID | None = None
    """The section it is the heading of; None for a paragraph."""
    is_heading: bool = False
    """Its paragraphs stand under it."""
    is_strong: bool = False


def entries_of(standing: Declaration, t: Translator) -> list[Entry]:
    """Return the outline of a declaration; ``t`` speaks the language of the window."""
    found: list[Entry] = []
    for place, section in enumerate(standing.sections):
        if section.part is SectionKind.RECITALS and place:
            continue  # they go on in the sentence of the preamble
        if section.part is SectionKind.OPERATIVE:
            found += _operative(section, t)
        elif section.titles:
            found.append(_whole(section, t))
    if found:
        found.append(Entry(t("Annexes A to D")))
    return found


def _operative(section: SectionText, t: Translator) -> Iterator[Entry]:
    """Give the heading of a section, and its paragraphs by number and strand."""
    for title in section.titles:
        first = section.paragraphs[0].id
        tone = str(title.set or "")
        yield Entry(title.text, first, tone=tone, section=section.id, is_heading=True, is_strong=True)
    for paragraph in section.paragraphs:
        count = len(paragraph.items)
        yield Entry(
            paragraph.strand_name or shortened(paragraph.text, MOST),
            paragraph.id,
            paragraph.number,
            t.number(count) if count > 1 else "",
            t.plural("{count} item", "{count} items", count) if count > 1 else "",
        )


def _whole(section: SectionText, t: Translator) -> Entry:
    """Give the row of a section whose paragraphs have none of their own."""
    paragraphs = section.paragraphs
    items = sum(len(paragraph.items) for paragraph in paragraphs)
    count = items or (len(paragraphs) if len(paragraphs) > 1 else 0)
    told = t.plural("{count} item", "{count} items", items) if items else ""
    strong = section.part in (SectionKind.DIVERGENCE, SectionKind.FOLLOW_UP)
    number = t.number(count) if count else ""
    return Entry(section.titles[-1].text, paragraphs[0].id, paragraphs[0].number, number, told, is_strong=strong)


def places_of(entries: Sequence[Entry], standing: Declaration) -> dict[UUID, int]:
    """Return passage -> the row of its section."""
    begins = {entry.first: place for place, entry in enumerate(entries) if entry.first and not entry.is_heading}
    places: dict[UUID, int] = {}
    at = -1
    for passage in standing.passages:
        at = begins.get(passage.id, at)
        places[passage.id] = at
    return places
