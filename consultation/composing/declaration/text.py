"""The body of a declaration: parts, numbered paragraphs and lettered items, with what is not settled in brackets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from consultation import document as doc
from consultation.composing.declaration.brackets import has_brackets, item_runs, runs_of
from consultation.composing.hands import hands_in_words, total_of
from consultation.composing.references import RESERVED, References, anchor_of_passage
from consultation.composing.standings import further_to
from consultation.language import Translator, as_opening, in_language
from consultation.model import OrganisationPart, SectionKind
from consultation.reading.material import Material
from consultation.reading.organisations import taking_part
from consultation.reading.passages import Declaration, ItemText, ParagraphText, SectionText
from consultation.reading.saying import say_paragraph
from consultation.reading.standing import Standing


@dataclass(frozen=True)
class Text:
    """The body of one declaration in one language."""

    material: Material
    standing: Declaration
    references: References
    standings: Mapping[UUID, Standing]
    t: Translator
    final: bool = False
    """It is adopted: nothing in it is a proposal, and it has no brackets to explain."""

    def blocks(self) -> Iterator[doc.Block]:
        """Write the body, from the preamble to the place where it is adopted."""
        declared = False
        opened = False
        for section in self.standing.sections:
            if section.part in (SectionKind.PREAMBLE, SectionKind.RECITALS):
                if not opened:
                    opened = True
                    yield doc.Heading(1, self.t("Preamble"), "preamble")
            elif not declared:
                declared = True
                if opened:
                    yield doc.Paragraph(doc.plain(self._declares()), doc.Role.DECLARE)
                yield from self._section(section)
                if section.part is SectionKind.COMMON_GROUND:
                    yield from self._key()
                continue
            yield from self._section(section)
        yield self._adoption()

    def _section(self, section: SectionText) -> Iterator[doc.Block]:
        if section.part not in (SectionKind.PREAMBLE, SectionKind.RECITALS):
            for title in section.titles:
                yield doc.Heading(1, title.text, f"section-{section.id}", str(title.set or ""))
        for paragraph in section.paragraphs:
            yield self._paragraph(paragraph)

    def _declares(self) -> str:
        return in_language(self.material.consultation.declares, self.t.language) or self.t("Declare the following:")

    def _paragraph(self, paragraph: ParagraphText) -> doc.Block:
        anchor = anchor_of_passage(paragraph.id)
        if paragraph.part is SectionKind.PREAMBLE:
            return doc.Paragraph((*self._said(paragraph, doc.Style.STRONG), *self._run_in(paragraph)), doc.Role.LEAD)
        if paragraph.part is SectionKind.RECITALS:
            return doc.Recital((*self._said(paragraph), *self._run_in(paragraph)), anchor)
        return doc.NumberedParagraph(
            number=paragraph.number,
            lead=runs_of(say_paragraph(paragraph, paragraph.leads_on, self.t)),
            anchor=anchor,
            items=tuple(self._item(item) for item in paragraph.items),
            sources=self.references.marks(paragraph.own_sources, self.t),
            notes=tuple(self._notes(paragraph)),
            proposed=self._proposed(paragraph),
        )

    def _said(self, paragraph: ParagraphText, opening: doc.Style = doc.Style.EMPHASIS) -> doc.Runs:
        return runs_of(say_paragraph(paragraph, paragraph.text, self.t), opening)

    def _item(self, item: ItemText) -> doc.Item:
        marks = self.references.marks(item.own_sources, self.t)
        return doc.Item(
            item_runs(item, self.t),
            item.letter,
            anchor_of_passage(item.id),
            marks,
            count=self._hands(item) if item.quoted else None,
        )

    def _run_in(self, paragraph: ParagraphText) -> Iterator[doc.Run]:
        """Let items run on in a paragraph that has no number, where no list stands."""
        for item in paragraph.items:
            letter = f"{self.t.letter(item.letter)} " if item.letter else ""
            yield from (doc.Run(f" {letter}"), *item_runs(item, self.t))

    def _hands(self, item: ItemText) -> doc.Hands | None:
        """Write the hands counted on what was not agreed, of all who said it in the same words."""
        counted = [self.material.counts[each] for each in item.own_sources if each in self.material.counts]
        if not counted:
            return None
        total, words = total_of(counted), hands_in_words(counted, self.t)
        return doc.Hands(total.in_favour, total.against, total.abstain, doc.plain(words))

    def _notes(self, paragraph: ParagraphText) -> Iterator[doc.Runs]:
        further = self._further.get(anchor_of_passage(paragraph.id), 0)
        if further:
            words = (
                self.t.plural_in_words(
                    "{count} further recommendation to them is in Annex A.",
                    "{count} further recommendations to them are in Annex A.",
                    further,
                )
                if paragraph.addressees
                else self.t.plural_in_words(
                    "{count} further recommendation is in Annex A.",
                    "{count} further recommendations are in Annex A.",
                    further,
                )
            )
            yield (doc.Run(as_opening(words), target="annex-a"),)

    def _proposed(self, paragraph: ParagraphText) -> doc.Runs:
        """Say who proposes the words of a paragraph until a person adopts them."""
        if self.final or not paragraph.is_proposed:
            return ()
        t = self.t
        bearing, asked = len(self.material.bearing_on_common_ground()), len(self.material.draftable())
        if paragraph.part is not SectionKind.COMMON_GROUND or asked < 2:
            return doc.plain(t("Proposed by the secretariat until adopted."))
        words = t(
            "Proposed by the secretariat until adopted; "
            "{bearing} of the {asked} recommendations not set aside bear on it."
        )
        return doc.plain(words.format(bearing=t.number(bearing), asked=t.number(asked)))

    def _key(self) -> Iterator[doc.Paragraph]:
        """Explain the marks and the brackets, each where there are any."""
        t = self.t
        runs: list[doc.Run] = []
        if marks := self._marks_shown():
            sources = (
                t("recommendations this comes from, in Annex A; † at least one of them has a reservation, in Annex B.")
                if any(RESERVED in mark for mark in marks)
                else t("recommendation this comes from, in Annex A.")
            )
            runs += [doc.Run(", ".join(marks), doc.Style.STRONG), doc.Run(f" {sources} ")]
        if has_brackets(self.standing):
            brackets = t("not agreed or not yet translated: a final text cannot be made while one remains.")
            runs += [doc.Run("[ ]", doc.Style.BRACKET), doc.Run(f" {brackets}")]
        if runs:
            yield doc.Paragraph(tuple(runs), doc.Role.KEY)

    def _marks_shown(self) -> list[str]:
        """Return the first mark of a source in the text, and the first with a reservation."""
        marks = [
            run.text
            for section in self.standing.sections
            for paragraph in section.paragraphs
            for passage in (paragraph, *paragraph.items)
            for run in self.references.marks(passage.own_sources, self.t)
            if run.target
        ]
        plain = [mark for mark in marks if RESERVED not in mark][:1]
        return plain + [mark for mark in marks if RESERVED in mark][:1]

    def _adoption(self) -> doc.Signatures:
        """Leave room for adopting it: in whose name beside the host's is left open until then, and for signing it."""
        t, about = self.t, self.material.consultation
        organisers = taking_part(self.material.organisations, OrganisationPart.ORGANISER, about.organisers, t.language)
        names = [name for name in (in_language(about.host, t.language), *organisers) if name][:1]
        left_open = t("Left open until adoption: place and date, in whose name, in which languages it is authentic.")
        return doc.Signatures(
            t("Adoption"),
            () if self.final else doc.plain(left_open),
            (
                doc.Signature(t("Place and date")),
                *(doc.Signature(t("For: {name}").format(name=name)) for name in names),
            ),
            "adoption",
        )

    @cached_property
    def _further(self) -> Mapping[str, int]:
        return further_to(self.standings)
