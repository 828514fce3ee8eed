"""The declaration as a Document: what stands in the file, and the annexes that account for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from consultation import document as doc
from consultation.composing.annexes import annexes
from consultation.composing.references import References, anchor_of_passage, references_of
from consultation.errors import NotFound
from consultation.language import N_, LanguageName, Translator, in_language
from consultation.model import Commitment, OrganisationPart, SectionKind
from consultation.model.record import Labels
from consultation.reading.declaration import read_declaration
from consultation.reading.material import Material, gather
from consultation.reading.organisations import full_name, taking_part
from consultation.reading.parts import Parts
from consultation.reading.passages import Declaration, ItemText, ParagraphText, Passage, SectionText, Title
from consultation.reading.status import Status, status_of_draft
from consultation.reading.translations import current_texts
from consultation.store import Store


def declaration(store: Store, t: Translator, status: Status | None = None) -> doc.Document:
    """Compose the declaration in the language of ``t``; NotFound before a draft has been made in it.

    It says of itself that it is a draft, and of when, unless ``status`` says what it is.
    """
    with store.reading_together():
        standing, material = read_declaration(store, t), gather(store)
        status = status or status_of_draft(store, t)
    if not (standing.is_made and standing.sections):
        raise NotFound(
            N_(
                "There is no draft declaration in {language} yet, so there is nothing to write. "
                "Make the draft first, in that language."
            ),
            language=LanguageName(t.language),
        )
    return _Composer(material, standing, references_of(standing), t, status).compose()


@dataclass(frozen=True)
class _Composer:
    """Writes one declaration."""

    material: Material
    standing: Declaration
    references: References
    t: Translator
    status: Status

    def compose(self) -> doc.Document:
        """Put cover, body and annexes together."""
        t = self.t
        blocks: list[doc.Block] = [doc.Heading(1, t("Preamble"), "preamble")]
        for section in self.standing.sections:
            blocks.extend(self._headings(section))
            blocks.extend(self._paragraph(paragraph) for paragraph in section.paragraphs)
        blocks.extend(self._commitments())
        blocks.extend(annexes(self.material, self.references, t))
        return doc.Document(
            language=t.language,
            cover=self._cover(),
            blocks=tuple(blocks),
            author=next(iter(self._taking_part(OrganisationPart.ORGANISER, self.material.consultation.organisers)), ""),
            final=self.status.final,
            status=self.status.line,
            changed_at=self.status.moment,
            digest=self.status.mark,
        )

    def _cover(self) -> doc.Cover:
        about, t = self.material.consultation, self.t
        facts: list[tuple[str, str]] = []
        if about.starts:
            facts.append((t("Dates"), t.days(about.starts, about.ends or about.starts)))
        for label, words in (
            (t("Place"), in_language(about.place, t.language)),
            (t("Host"), in_language(about.host, t.language)),
            (t("Organisers"), ", ".join(self._taking_part(OrganisationPart.ORGANISER, about.organisers))),
            (t("Partners"), ", ".join(self._taking_part(OrganisationPart.PARTNER, about.partners))),
        ):
            if words:
                facts.append((label, words))
        name = in_language(about.declaration_name, t.language)
        title = in_language(about.title, t.language)
        return doc.Cover(
            title=name or title,
            kicker=t("Declaration") if self.status.final else t("Draft declaration"),
            subtitle=title if name else "",
            facts=tuple(facts),
        )

    def _taking_part(self, part: OrganisationPart, in_words: list[Labels]) -> list[str]:
        return taking_part(self.material.organisations, part, in_words, self.t.language)

    def _headings(self, section: SectionText) -> Iterator[doc.Heading]:
        """Head a section; the preamble has its heading already, and its recitals go on without one."""
        if section.part in (SectionKind.PREAMBLE, SectionKind.RECITALS):
            return
        for title in section.titles:
            yield doc.Heading(title.level, title.text, self._anchor_of(title, section), str(title.set or ""))

    def _anchor_of(self, title: Title, section: SectionText) -> str:
        if title.set and title.level == 1:
            return f"set-{title.set}"
        first = next(each for each in self.standing.sections if each.part is section.part)
        return str(section.part).replace("_", "-") if title.level == 1 and first is section else f"section-{section.id}"

    def _paragraph(self, paragraph: ParagraphText) -> doc.Block:
        runs = _runs(paragraph.parts, paragraph.other_language)
        anchor = anchor_of_passage(paragraph.id)
        if paragraph.part is SectionKind.PREAMBLE:
            return doc.Paragraph((*runs, *self._run_in(paragraph)), doc.Role.LEAD)
        if paragraph.part is SectionKind.RECITALS:
            return doc.Recital((*runs, *self._run_in(paragraph)), anchor)
        return doc.NumberedParagraph(
            number=paragraph.number,
            lead=runs,
            anchor=anchor,
            items=tuple(self._item(item) for item in paragraph.items),
            sources=self.references.marks(paragraph.own_sources, self.t),
            notes=tuple(self._notes(paragraph)),
            tone=str(paragraph.set or ""),
        )

    def _run_in(self, paragraph: ParagraphText) -> Iterator[doc.Run]:
        """Let items run on in a paragraph that has no number, where no list stands."""
        for item in paragraph.items:
            letter = f"{self.t.letter(item.letter)} " if item.letter else ""
            yield from (doc.Run(f" {letter}"), *_item_runs(item))

    def _item(self, item: ItemText) -> doc.Item:
        return doc.Item(
            _item_runs(item),
            item.letter,
            anchor_of_passage(item.id),
            self.references.marks(item.own_sources, self.t),
            tuple(self._notes(item)),
        )

    def _notes(self, passage: Passage) -> Iterator[doc.Runs]:
        t, other = self.t, passage.other_language
        if other:
            words = t("Original in {language}; to be translated.")
            yield doc.plain(words.format(language=t.language_name(other)))
        if passage.reservations:
            first = next(source for source in passage.own_sources if source in self.material.reservations)
            words = t.plural(
                "{count} reservation was recorded.", "{count} reservations were recorded.", passage.reservations
            )
            yield (doc.Run(words, doc.Style.PLAIN, target=f"reservations-{first}"),)

    def _commitments(self) -> list[doc.Block]:
        if not self.material.commitments:
            return []
        t = self.t
        rows = tuple(
            doc.Row(
                (
                    self._committed_to(commitment),
                    doc.plain(self._committed(commitment) or "–"),
                    doc.plain(self.material.named.typed(commitment.with_whom) or "–"),
                    doc.plain(t.day(commitment.by, "medium") if commitment.by else "–"),
                )
            )
            for commitment in self.material.commitments
        )
        columns = (
            doc.Column(t("Commitment"), 3.2),
            doc.Column(t("Who"), 1.4),
            doc.Column(t("With whom"), 1.4),
            doc.Column(t("By when"), 1.0),
        )
        return [doc.Heading(1, t("Commitments"), "commitments"), doc.Table(columns, rows)]

    def _committed_to(self, commitment: Commitment) -> doc.Runs:
        """Say what is promised: in the language of the document where it was put into it."""
        translated = current_texts(commitment.translations, commitment.text).get(self.t.language, "")
        if commitment.language == self.t.language or not translated.strip():
            return doc.plain(commitment.text, commitment.language if commitment.language != self.t.language else "")
        return doc.plain(translated)

    def _committed(self, commitment: Commitment) -> str:
        """Say who commits themselves: the organisations side by side, and who was named in words."""
        known = {
            organisation.id: full_name(organisation, self.t.language) for organisation in self.material.organisations
        }
        named = [known[organisation] for organisation in commitment.organisations if organisation in known]
        return ", ".join(name for name in (*named, self.material.named.typed(commitment.who)) if name)


def _runs(parts: Parts, language: str = "") -> doc.Runs:
    """Make runs of the parts of a paragraph: what opens it in emphasis; ``language`` is that of the words."""
    rest = parts.text.removeprefix(parts.lead_in)
    before = rest.removesuffix(parts.words) if language else rest
    return (
        *((doc.Run(parts.lead_in, doc.Style.EMPHASIS),) if parts.lead_in else ()),
        *doc.plain(before),
        *(doc.plain(parts.words, language) if language else ()),
    )


def _item_runs(item: ItemText) -> doc.Runs:
    """Make runs of an item; those who act with the addressees are named in the document's language."""
    return (*doc.plain(item.said, item.other_language), *doc.plain(item.closing))
