"""Documents the consultation rests on, with what is quoted of them by page."""

from __future__ import annotations

from collections.abc import Sequence

from consultation.language import N_
from consultation.model import Evidence, EvidenceStrength, Record, Reference, ReferenceKind
from consultation.reading.aims import references_with_evidence
from consultation.words import choice_name
from ui.actions import preparing
from ui.prepare.aims.rows import Row
from ui.prepare.aims.section import STATE_WIDTH, Section
from ui.prepare.form import Chosen, Entry, LinesOf, NumberOf, Plain, text_for
from ui.widgets.table import Column
from ui.widgets.table_rows import Cell


class Documents(Section):
    """Documents the consultation rests on, quoted by page."""

    kinds = (Reference, Evidence)
    name = N_("Guiding documents")
    empty = N_(
        "What the consultation rests on, and may quote by page. A reference manager’s RIS or CSL-JSON file can be read."
    )
    add = N_("Add a document")
    add_below = N_("Add a finding by page")
    brings = preparing.IMPORT_REFERENCES

    def columns(self) -> Sequence[Column]:
        return (
            Column(self.t("Title, and what is quoted of it"), widest=560),
            Column(self.t("Year, page"), 96),
            Column(self.t("Kind, strength"), STATE_WIDTH, folds=1, widest=280),
        )

    def rows(self) -> list[Row]:
        found: list[Row] = []
        for document, quoted in references_with_evidence(self.workspace.store):
            if document is not None:
                found.append(self._document(document))
            else:
                found.append(Row(None, (Cell(self.t("Of no document"), tone="muted"),)))
            found += [self._evidence(each) for each in quoted]
        return found

    def made(self, typed: str, at_hand: Record | None) -> Record:
        return Reference(id=self.workspace.store.new_id(), title=typed, sort=ReferenceKind.GUIDING)

    def made_below(self, typed: str, at_hand: Record) -> Record | None:
        document = at_hand.reference if isinstance(at_hand, Evidence) else at_hand.id
        return Evidence(id=self.workspace.store.new_id(), reference=document, text=typed, language=self.language())

    def entries(self, kind: type[Record]) -> list[Entry]:
        if kind is Evidence:
            return [
                self.translated(Evidence, "text", 3),
                self.typed(Evidence, "page", Plain("page")),
                self.choice(Evidence, "strength", EvidenceStrength, self.t("Nobody has said")),
                Chosen(self.workspace, self.field(Evidence, "reference"), "reference", self.documents()),
            ]
        return [
            self.text(Reference, "title", required=True),
            self.choice(Reference, "sort", ReferenceKind),
            text_for(self.workspace, self.t("Authors, one a line"), LinesOf("authors")),
            self.typed(Reference, "year", NumberOf("year")),
            *(self.line(Reference, name) for name in ("publisher", "pages", "link", "language")),
            self.chosen_terms(Reference),
        ]

    def _document(self, document: Reference) -> Row:
        by = "; ".join(filter(None, [*document.authors, document.publisher]))
        cells = (
            Cell(document.title, below=by, strong=True),
            Cell(str(document.year or "")),
            Cell(choice_name(self.t, document.sort), tone="muted"),
        )
        return Row(document, cells)

    def _evidence(self, evidence: Evidence) -> Row:
        strength = choice_name(self.t, evidence.strength) if evidence.strength else ""
        page = self.t("p. {page}").format(page=evidence.page) if evidence.page else self.t("no page")
        cells = (
            Cell(self.own_words(evidence)),
            Cell(page, tone="text" if evidence.page else "incomplete"),
            Cell(strength, tone="muted"),
        )
        return Row(evidence, cells, level=1)
