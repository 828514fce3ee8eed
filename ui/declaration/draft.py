"""The draft as rows to read: headings and clauses in the order and with the numbers of the document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from consultation.composing.declaration import emphasised
from consultation.drafting import is_edited
from consultation.language import Translator, in_language
from consultation.model import Clause, Recommendation, RecommendationStatus, Reservation, Section, SectionKind, Term
from consultation.reading.wording import words_for
from consultation.store import Store
from consultation.words import choice_name, set_heading

FORMS = (SectionKind.PREAMBLE, SectionKind.RECITALS, SectionKind.COMMON_GROUND, SectionKind.OPERATIVE)
"""The parts of a declaration, in their order."""


def plain(text: str) -> str:
    """Return a clause's words without the asterisks around its opening."""
    return "".join(run.text for run in emphasised(text))


@dataclass(frozen=True)
class Row:
    """A heading or a clause."""

    text: str
    short: str = ""
    """The same in few words, for the outline."""
    level: int = 0
    """1 or 2 for headings, 0 for clauses."""
    tone: str = ""
    """The set it belongs to, as the theme calls it."""
    clause: Clause | None = None
    form: SectionKind | None = None
    """The part of the declaration a clause stands in."""
    number: str = ""
    """The number in the document; preamble and recitals have none."""
    edited: bool = False
    proposed: str = ""
    """What drafting proposes, where a person has written something else."""
    sources: int = 0
    reservations: int = 0
    other_language: str = ""
    """The language the words are in, where that is not the document's."""

    @property
    def id(self) -> UUID | None:
        """The id of the clause."""
        return self.clause.id if self.clause else None


@dataclass(frozen=True)
class Draft:
    """A declaration in one language."""

    language: str
    rows: tuple[Row, ...]
    unused: tuple[Recommendation, ...]
    """Recommendations in no clause; those set aside come last."""
    left_out: tuple[Row, ...] = ()
    """Clauses a person does not want in the document."""

    @property
    def is_made(self) -> bool:
        """There is a draft, be it that every clause of it was left out."""
        return bool(self.rows or self.left_out)

    @property
    def clauses(self) -> list[Row]:
        """The rows that are clauses."""
        return [row for row in self.rows if row.clause is not None]

    @property
    def edited(self) -> int:
        """How many clauses a person has edited."""
        return sum(row.edited for row in self.clauses)


def read_draft(store: Store, t: Translator) -> Draft:
    """Read the draft in the language of ``t``; without rows when none has been made in it."""
    written = [one for one in store.all(Clause) if one.text.get(t.language, "").strip()]
    clauses = [one for one in written if not one.left_out]
    left_out = [Row(one.text[t.language], clause=one) for one in written if one.left_out]
    recommendations = {one.id: one for one in store.all(Recommendation)}
    rows = tuple(_Reading(store, clauses, recommendations, t).rows())
    used = {source for clause in written for source in clause.sources}
    unused = [one for one in recommendations.values() if one.id not in used]
    unused.sort(key=lambda one: (one.status is RecommendationStatus.SET_ASIDE, one.id))
    return Draft(t.language, rows, tuple(unused), tuple(left_out))


def languages_drafted(store: Store) -> dict[str, int]:
    """Count the clauses there are in each language."""
    counts: dict[str, int] = {}
    for clause in store.all(Clause, left_out=False):
        for language, text in clause.text.items():
            if text.strip():
                counts[language] = counts.get(language, 0) + 1
    return counts


class _Reading:
    """One pass over the sections, counting as the document does."""

    def __init__(
        self, store: Store, clauses: list[Clause], recommendations: dict[UUID, Recommendation], t: Translator
    ) -> None:
        self._store, self._clauses, self._recommendations, self._t = store, clauses, recommendations, t
        self._number = 0
        self._reservations: dict[UUID, int] = {}
        for one in store.all(Reservation):
            self._reservations[one.recommendation] = self._reservations.get(one.recommendation, 0) + 1

    def rows(self) -> Iterator[Row]:
        """Give the rows in the order of the document."""
        headed: set[str] = set()
        for section, clauses in self._sections():
            for heading in self._headings(section):
                key = f"{heading.level} {heading.text} {heading.tone}"
                if heading.level == 2 or key not in headed:
                    headed.add(key)
                    yield heading
            for clause in clauses:
                yield self._row(section, clause)

    def _sections(self) -> Iterator[tuple[Section, list[Clause]]]:
        sections = sorted(self._store.all(Section), key=lambda one: (FORMS.index(one.part), one.rank, one.id))
        for section in sections:
            clauses = [one for one in self._clauses if one.section == section.id]
            if clauses:
                yield section, sorted(clauses, key=lambda one: (one.rank, one.id))

    def _headings(self, section: Section) -> list[Row]:
        t, tone = self._t, str(section.set or "")
        names = {
            SectionKind.PREAMBLE: t("Preamble"),
            SectionKind.RECITALS: t("Recitals"),
            SectionKind.COMMON_GROUND: t("Common ground"),
        }
        if section.part in names:
            return [Row(names[section.part], names[section.part], level=1)]
        strand = self._store.find(Term, section.strand) if section.strand else None
        name = in_language(strand.label, t.language) if strand else t("Across the strands")
        below = Row(name, name, level=2, tone=tone)
        if section.set is None:
            return [below]
        return [Row(set_heading(t, section.set), choice_name(t, section.set), level=1, tone=tone), below]

    def _row(self, section: Section, clause: Clause) -> Row:
        language = self._t.language
        number = ""
        if section.part in (SectionKind.COMMON_GROUND, SectionKind.OPERATIVE):
            self._number += 1
            number = self._t.number(self._number)
        text, proposed = clause.text[language], clause.drafted.get(language, "")
        return Row(
            text,
            self._gist(clause, text) if section.set else plain(text),
            tone=str(section.set or ""),
            clause=clause,
            form=section.part,
            number=number,
            edited=is_edited(clause, language),
            proposed=proposed if proposed != text else "",
            sources=len(clause.sources),
            reservations=sum(self._reservations.get(one, 0) for one in clause.sources),
            other_language=clause.untranslated.get(language, ""),
        )

    def _gist(self, clause: Clause, text: str) -> str:
        """Return the words of the room a clause rests on: clauses themselves all open in the same way."""
        lead = self._recommendations.get(clause.sources[0]) if clause.sources else None
        return words_for(lead, self._t.language).text if lead else plain(text)
