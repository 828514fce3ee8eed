"""The declaration as it stands in one language: its sections, paragraphs and items, their numbers and sources.

Here it is numbered, once: the document, the window and the commands all read it from here.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from uuid import UUID

from consultation.grammar import closing_marks
from consultation.language import Translator, as_opening, in_language
from consultation.model import (
    DocumentKind,
    Item,
    Paragraph,
    Reservation,
    Section,
    SectionKind,
    Term,
)
from consultation.reading.families import family_of
from consultation.reading.origins import Origins, said_in
from consultation.reading.parts import drafted_parts, edited_parts, is_moved, languages_of, parts_of
from consultation.reading.passages import Declaration, ItemText, ParagraphText, SectionText, Title
from consultation.reading.recommended import Recommended, read_recommended
from consultation.store import Store
from consultation.words import choice_name, set_heading

UNNUMBERED = frozenset({SectionKind.PREAMBLE, SectionKind.RECITALS})
"""The parts of a declaration whose paragraphs have no number."""


def read_declaration(store: Store, t: Translator, recommended: Recommended | None = None) -> Declaration:
    """Read the declaration as it stands in the language of ``t``; ``recommended``, where it has been read already."""
    return _Reading(store, t, recommended or read_recommended(store)).read()


def languages_drafted(store: Store) -> dict[str, int]:
    """Count the paragraphs that stand in each language the declaration is drafted in."""
    return _languages(_sections(store), store.all(Paragraph))


def letters(count: int, alone: bool = False) -> Iterator[str]:
    """Give the letters of ``count`` items: a to z, then aa, ab and on; none to one that is ``alone`` and runs on."""
    for place in range(count):
        letter, rest = "", place
        while not alone and rest >= 0:
            letter, rest = chr(ord("a") + rest % 26) + letter, rest // 26 - 1
        yield letter


class _Reading:
    """One pass over the records, counting as it goes."""

    def __init__(self, store: Store, t: Translator, recommended: Recommended) -> None:
        self._t = t
        self._sections = _sections(store)
        self._terms = {term.id: term for term in store.all(Term)}
        self._recommended, self._sources = recommended, recommended.numbers
        self._reservations = Counter(source for (source,) in store.columns(Reservation, "recommendation"))
        paragraphs, items = store.all(Paragraph), store.all(Item)
        self._languages = _languages(self._sections, paragraphs)
        self._is_made = t.language in self._languages
        self._items: dict[UUID, list[Item]] = defaultdict(list)
        for item in sorted(items, key=lambda record: (record.rank, record.id)):
            if self._says_something(item):
                self._items[item.paragraph].append(item)
        self._paragraphs: dict[UUID, list[Paragraph]] = defaultdict(list)
        for paragraph in sorted(paragraphs, key=lambda record: (record.rank, record.id)):
            if self._says_something(paragraph) or self._items.get(paragraph.id):
                self._paragraphs[paragraph.section].append(paragraph)
        self._origins = Origins(store, items, paragraphs, t)
        self._number = 0
        self._titled: set[Title] = set()

    def read(self) -> Declaration:
        """Put it all together."""
        sections = tuple(self._section(section) for section in self._sections if self._standing(section))
        left_out = tuple(
            self._paragraph(section, paragraph, "")
            for section in self._sections
            for paragraph in self._paragraphs[section.id]
            if self._is_left_out(paragraph)
        )
        left_out_items = tuple(
            self._item(section.part, item, "", "", "")
            for section in self._sections
            for paragraph in self._paragraphs[section.id]
            for item in self._items[paragraph.id]
            if self._is_left_out(item) and not self._is_left_out(paragraph)
        )
        unused = self._unused()
        return Declaration(
            self._t.language,
            self._is_made,
            tuple(section for section in sections if section.paragraphs),
            left_out,
            left_out_items,
            self._sources,
            tuple(unused),
            tuple(self._agreed(unused)),
            self._languages,
        )

    def _says_something(self, record: Paragraph | Item) -> bool:
        """Tell whether it says something here: in the language, else in another where the draft is made in this one."""
        if parts_of(record, self._t.language).are_written:
            return True
        return self._is_made and bool(languages_of(record))

    def _is_left_out(self, record: Paragraph | Item) -> bool:
        return record.left_out or self._t.language in record.left_out_in

    def _standing(self, section: Section) -> list[Paragraph]:
        """Return the paragraphs that have a number, in this language or in another.

        A phrase that leads to items does not stand where there is none.
        """
        return [
            paragraph
            for paragraph in self._paragraphs[section.id]
            if not paragraph.left_out and (self._items_of(paragraph) or not _leads_on(paragraph))
        ]

    def _leads_somewhere(self, paragraph: Paragraph) -> bool:
        """Tell whether it leads to no items, or to some that stand in this language."""
        return not _leads_on(paragraph) or not all(map(self._is_left_out, self._items_of(paragraph)))

    def _items_of(self, paragraph: Paragraph) -> list[Item]:
        return [item for item in self._items[paragraph.id] if not item.left_out]

    def _section(self, section: Section) -> SectionText:
        paragraphs = []
        for paragraph in self._standing(section):
            number = ""
            if section.part not in UNNUMBERED:
                self._number += 1
                number = self._t.number(self._number)
            if not self._is_left_out(paragraph) and self._leads_somewhere(paragraph):
                paragraphs.append(self._paragraph(section, paragraph, number))
        family = self._terms.get(section.family) if section.family else None
        brief = in_language(family.brief or family.heading or family.label, self._t.language) if family else ""
        return SectionText(
            section.id,
            section.part,
            section.set,
            section.family,
            brief or choice_name(self._t, section.part),
            tuple(self._titles(section)),
            tuple(paragraphs),
        )

    def _titles(self, section: Section) -> Iterator[Title]:
        """Name a section, unless the one before it goes on."""
        t = self._t
        own = in_language(section.title, t.language)
        family = self._terms.get(section.family) if section.family else None
        if family is not None:
            own = own or in_language(family.heading, t.language) or as_opening(in_language(family.label, t.language))
        elif section.set:
            own = own or set_heading(t, section.set)
        title = Title(1, own or choice_name(t, section.part), section.set)
        if title not in self._titled:
            self._titled.add(title)
            yield title

    def _paragraph(self, section: Section, paragraph: Paragraph, number: str) -> ParagraphText:
        t = self._t
        standing = self._items_of(paragraph)
        marks = _marks(t.language, len(standing))
        alone = section.part is SectionKind.OPERATIVE and len(standing) == 1
        numbered = zip(standing, letters(len(standing), alone), marks, strict=True)
        strand = self._terms.get(paragraph.strand) if paragraph.strand else None
        family = self._terms.get(paragraph.addressees[0]) if paragraph.addressees else None
        phrase = family.to_do.get(t.language) if family else None
        items = tuple(
            self._item(section.part, item, number, letter, mark)
            for item, letter, mark in numbered
            if not self._is_left_out(item)
        )
        ready = section.part in (SectionKind.COMMON_GROUND, SectionKind.FOLLOW_UP) and not standing
        return ParagraphText(
            **self._passage(paragraph, number, section.part),
            section=section.id,
            part=section.part,
            set=section.set,
            family=section.family,
            strand=paragraph.strand,
            strand_name=in_language(strand.label, t.language) if strand else "",
            addressees=tuple(paragraph.addressees),
            items=items,
            is_proposed=ready and bool(paragraph.drafted) and not paragraph.adopted,
            runs_on=alone and bool(items) and phrase is not None and paragraph.addressed.get(t.language) == phrase,
        )

    def _item(self, part: SectionKind, item: Item, number: str, letter: str, mark: str) -> ItemText:
        t = self._t
        beside = [self._terms[addressee] for addressee in item.co_addressees if addressee in self._terms]
        cited = f"{number}\u00a0{t.letter(letter)}" if number and letter else number
        committed, opening = self._origins.committed(item)
        quoted = part is SectionKind.DIVERGENCE
        return ItemText(
            **self._passage(item, cited, part),
            paragraph=item.paragraph,
            letter=letter,
            opening=opening,
            committed=committed,
            beside=self._beside(beside) if beside and not quoted else "",
            mark="" if quoted else mark,
            quoted=quoted,
            commitment=item.commitment,
        )

    def _beside(self, addressees: Sequence[Term]) -> str:
        """Name those who act with the addressees; where a kit has no phrases for them, a bare name takes no article."""
        t = self._t
        phrased = all(self._has_phrases(term) for term in addressees)
        pattern = t("(with {addressees})") if phrased else t("(with: {addressees})")
        return pattern.format(addressees=t.listed(in_language(term.label, t.language) for term in addressees))

    def _has_phrases(self, addressee: Term) -> bool:
        family = self._terms.get(family_of(addressee.id, self._terms))
        return family is not None and bool(family.to_do or family.following)

    def _passage(self, record: Paragraph | Item, number: str, part: SectionKind) -> dict[str, Any]:
        language = self._t.language
        sources = tuple(source for source in dict.fromkeys(record.sources) if source in self._sources)
        proposed = drafted_parts(record, language)
        edited = proposed is not None and bool(edited_parts(record, language))
        parts, other = said_in(record, language)
        origin = self._origins.origin(record, parts, other, quoted=part is SectionKind.DIVERGENCE)
        return {
            "id": record.id,
            "parts": parts,
            "number": number,
            "own_sources": sources,
            "reservations": sum(self._reservations[source] for source in sources),
            "reserved": frozenset(source for source in sources if source in self._reservations),
            "edited": edited,
            "proposed": proposed if edited else None,
            "other_language": other,
            "state": origin.state,
            "original": origin.original,
            "original_language": origin.language,
            "rendering": record.renderings.get(language),
            "versions": origin.versions,
            "pinned": record.pinned,
            "moved": is_moved(record),
            "left_out_in": tuple(record.left_out_in),
            "also_in": tuple(code for code in languages_of(record) if code != language),
        }

    def _agreed(self, unused: Iterable[UUID]) -> Iterator[UUID]:
        """Give those that a room adopted; where none was adopted anywhere, those that were not set aside."""
        recommended = self._recommended
        for each in unused:
            if each in recommended.adopted if recommended.adopted else each not in recommended.set_aside:
                yield each

    def _unused(self) -> list[UUID]:
        """Return the recommendations that neither stand in the declaration nor were left out of it."""
        paragraphs = [paragraph for section in self._sections for paragraph in self._paragraphs[section.id]]
        used = {source for paragraph in paragraphs for source in paragraph.sources}
        used |= {source for paragraph in paragraphs for item in self._items[paragraph.id] for source in item.sources}
        unused = [recommendation for recommendation in self._sources if recommendation not in used]
        return sorted(unused, key=self._recommended.set_aside.__contains__)


def _leads_on(paragraph: Paragraph) -> bool:
    """Tell whether it says nothing itself, but leads to what its items say."""
    return bool(paragraph.addressed) and not paragraph.words


def _marks(language: str, count: int) -> Iterator[str]:
    """Give the marks that close the items of a list: as each language sets them, the last one closing the sentence."""
    between, last = closing_marks(language)
    for place in range(count):
        yield last if place == count - 1 else between


def _sections(store: Store) -> list[Section]:
    """Return the sections of the declaration, in order; a deleted one still holds the paragraphs people kept in it."""
    order = list(SectionKind)
    sections = store.all(Section, deleted=True, document=DocumentKind.DECLARATION)
    return sorted(sections, key=lambda section: (order.index(section.part), section.rank, section.id))


def _languages(sections: Sequence[Section], paragraphs: Sequence[Paragraph]) -> dict[str, int]:
    there = {section.id for section in sections}
    drafted = {language for paragraph in paragraphs for language in paragraph.drafted}
    standing = [paragraph for paragraph in paragraphs if paragraph.section in there and not paragraph.left_out]
    counts = Counter(language for paragraph in standing for language in languages_of(paragraph))
    return {language: counts[language] for language in sorted(drafted)}
