"""The declaration as a Document: the clauses as they stand in the file, and the annexes that account for them."""

from __future__ import annotations

from dataclasses import dataclass, field

from consultation import document as doc
from consultation.composing.annexes import annexes
from consultation.composing.references import References, number_sources
from consultation.errors import NotFound
from consultation.language import N_, LanguageName, Translator, in_language
from consultation.model import Clause, RecommendationSet, Section, SectionKind
from consultation.reading.material import Material, gather
from consultation.store import Store
from consultation.words import set_heading


def declaration(store: Store, t: Translator) -> doc.Document:
    """Compose the declaration in the language of ``t``; NotFound before a draft has been made in it."""
    material = gather(store)
    clauses = [one for one in store.all(Clause, left_out=False) if one.text.get(t.language, "").strip()]
    if not clauses:
        raise NotFound(
            N_(
                "There is no draft declaration in {language} yet, so there is nothing to write. "
                "Make the draft first, in that language."
            ),
            language=LanguageName(t.language),
        )
    return _Composer(material, store.all(Section), clauses, t).compose()


@dataclass
class _Composer:
    """Writes one declaration."""

    material: Material
    sections: list[Section]
    clauses: list[Clause]
    t: Translator
    references: References = field(init=False)
    number: int = 0

    def __post_init__(self) -> None:
        self.references = number_sources(self.material)

    def compose(self) -> doc.Document:
        """Put cover, body and annexes together."""
        about, t = self.material.consultation, self.t
        blocks: list[doc.Block] = []
        for form, write in (
            (SectionKind.PREAMBLE, self._preamble),
            (SectionKind.RECITALS, self._recitals),
            (SectionKind.COMMON_GROUND, self._common_ground),
            (SectionKind.OPERATIVE, self._operative),
        ):
            blocks.extend(write(self._of_form(form)))
        blocks.extend(self._commitments())
        blocks.extend(annexes(self.material, self.references, t))
        return doc.Document(
            language=t.language,
            cover=self._cover(),
            blocks=tuple(blocks),
            author=in_language(about.organisers[0], t.language) if about.organisers else "",
        )

    def _of_form(self, form: SectionKind) -> list[tuple[Section, list[Clause]]]:
        """Return the sections of a form that have clauses, each with its clauses, in order."""
        chosen = sorted((one for one in self.sections if one.part is form), key=lambda one: (one.rank, one.id))
        found = [
            (
                section,
                sorted(
                    (clause for clause in self.clauses if clause.section == section.id),
                    key=lambda clause: (clause.rank, clause.id),
                ),
            )
            for section in chosen
        ]
        return [(section, clauses) for section, clauses in found if clauses]

    def _cover(self) -> doc.Cover:
        about, t = self.material.consultation, self.t
        facts: list[tuple[str, str]] = []
        if about.starts:
            facts.append((t("Dates"), t.days(about.starts, about.ends or about.starts)))
        for label, words in (
            (t("Place"), in_language(about.place, t.language)),
            (t("Host"), in_language(about.host, t.language)),
            (t("Organisers"), ", ".join(in_language(one, t.language) for one in about.organisers)),
            (t("Partners"), ", ".join(in_language(one, t.language) for one in about.partners)),
        ):
            if words:
                facts.append((label, words))
        name = in_language(about.declaration_name, t.language)
        title = in_language(about.title, t.language)
        return doc.Cover(
            title=name or title,
            kicker=t("Draft declaration"),
            subtitle=title if name else "",
            facts=tuple(facts),
        )

    def _preamble(self, sections: list[tuple[Section, list[Clause]]]) -> list[doc.Block]:
        blocks: list[doc.Block] = [doc.Heading(1, self.t("Preamble"), "preamble")]
        for _, clauses in sections:
            blocks.extend(doc.Paragraph(emphasised(clause.text[self.t.language]), doc.Role.LEAD) for clause in clauses)
        return blocks

    def _recitals(self, sections: list[tuple[Section, list[Clause]]]) -> list[doc.Block]:
        return [
            doc.Recital(emphasised(clause.text[self.t.language]), f"clause-{clause.id}")
            for _, clauses in sections
            for clause in clauses
        ]

    def _common_ground(self, sections: list[tuple[Section, list[Clause]]]) -> list[doc.Block]:
        if not sections:
            return []
        blocks: list[doc.Block] = [doc.Heading(1, self.t("Common ground"), "common-ground")]
        return [*blocks, *(self._clause(clause, "") for _, clauses in sections for clause in clauses)]

    def _operative(self, sections: list[tuple[Section, list[Clause]]]) -> list[doc.Block]:
        blocks: list[doc.Block] = []
        chosen: RecommendationSet | None = None
        for section, clauses in sections:
            tone = str(section.set or "")
            if section.set is not None and section.set is not chosen:
                chosen = section.set
                blocks.append(doc.Heading(1, set_heading(self.t, chosen), f"set-{chosen}", tone))
            strand = self.material.terms.get(section.strand) if section.strand else None
            name = in_language(strand.label, self.t.language) if strand else self.t("Across the strands")
            blocks.append(doc.Heading(2, name, f"section-{section.id}", tone))
            blocks.extend(self._clause(clause, tone) for clause in clauses)
        return blocks

    def _clause(self, clause: Clause, tone: str) -> doc.NumberedParagraph:
        self.number += 1
        t = self.t
        number = t.number(self.number)
        anchor = f"clause-{clause.id}"
        other = clause.untranslated.get(t.language, "")
        self.references.cite(clause.sources, number, anchor)
        return doc.NumberedParagraph(
            number=number,
            lead=emphasised(clause.text[t.language], other),
            anchor=anchor,
            sources=self.references.marks(clause.sources, t),
            notes=tuple(self._notes(clause, other)),
            tone=tone,
        )

    def _notes(self, clause: Clause, other: str) -> list[doc.Runs]:
        t = self.t
        notes: list[doc.Runs] = []
        if other:
            notes.append(
                doc.plain(
                    t("In the words of the room, in {language}; not translated yet.").format(
                        language=t.language_name(other)
                    )
                )
            )
        reserved = [
            one for one in clause.sources if one in self.material.reservations and one in self.references.numbers
        ]
        if reserved:
            count = sum(len(self.material.reservations[one]) for one in reserved)
            words = t.plural("{count} reservation was recorded", "{count} reservations were recorded", count)
            notes.append((doc.Run(words, doc.Style.PLAIN, target=f"reservations-{reserved[0]}"),))
        return notes

    def _commitments(self) -> list[doc.Block]:
        if not self.material.commitments:
            return []
        t = self.t
        rows = tuple(
            doc.Row(
                (
                    doc.plain(one.text, one.language if one.language != t.language else ""),
                    doc.plain(self.material.named.typed(one.who) or "–"),
                    doc.plain(self.material.named.typed(one.with_whom) or "–"),
                    doc.plain(t.day(one.by, "medium") if one.by else "–"),
                )
            )
            for one in self.material.commitments
        )
        columns = (
            doc.Column(t("Commitment"), 3.2),
            doc.Column(t("Who"), 1.4),
            doc.Column(t("With whom"), 1.4),
            doc.Column(t("By when"), 1.0),
        )
        return [doc.Heading(1, t("Commitments"), "commitments"), doc.Table(columns, rows)]


def emphasised(text: str, language: str = "") -> doc.Runs:
    """Make runs of a clause's text: what stands between the asterisks that open it is in emphasis."""
    if text.startswith("*") and (end := text.find("*", 1)) > 1:
        return (
            doc.Run(text[1:end], doc.Style.EMPHASIS),
            *((doc.Run(text[end + 1 :], language=language),) if text[end + 1 :] else ()),
        )
    return doc.plain(text, language)
