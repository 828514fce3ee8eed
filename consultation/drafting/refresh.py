"""Drafting into the file: what a person has edited, moved or left out stays, what is new is said.

A paragraph remembers what drafting last proposed and where it put it. A part of it that still is that may be
worded anew, and a place that still is that may change; what a person has changed is left as it is. Items are a
person's altogether.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from consultation.drafting.known import PLACE, Known
from consultation.drafting.places import ranked
from consultation.drafting.plan import COMMON_GROUND, PlannedParagraph, PlannedSection, plan_declaration
from consultation.errors import NotFound
from consultation.language import N_, Translator
from consultation.model import Paragraph, Recommendation, Section, SectionKind
from consultation.progress import UNHEARD, Progress
from consultation.reading.declaration import read_declaration
from consultation.reading.material import gather
from consultation.reading.parts import PARTS, Parts, drafted_parts, parts_of
from consultation.reading.passages import Declaration
from consultation.store import Store, Written

Pairs = Sequence[tuple[PlannedParagraph, Paragraph | None]]
"""Proposals of a section, each with the paragraph it is about if there is one."""

SECTION_FIELDS = frozenset({"rank"})
PARAGRAPH_FIELDS = frozenset(
    {*PLACE, "drafted_section", "drafted_rank", *PARTS, "addressees", "drafted", "sources", "untranslated"}
)
"""What drafting writes itself and therefore may settle, but for that in which a person has a part."""


@dataclass
class Refreshed:
    """What drafting did."""

    new: list[UUID] = field(default_factory=list)
    """Paragraphs that were not there before."""
    changed: list[UUID] = field(default_factory=list)
    """Paragraphs worded anew: nobody had edited what is new in them."""
    kept: list[UUID] = field(default_factory=list)
    """Paragraphs a person has edited, for which drafting would now propose something else."""
    withdrawn: list[UUID] = field(default_factory=list)
    """Paragraphs nobody had edited, whose sources are gone."""
    without_source: list[UUID] = field(default_factory=list)
    """Paragraphs a person has edited, whose sources are gone."""
    left_out: int = 0
    """Proposals that a person has left out before."""
    clauses: int = 0
    """Numbered paragraphs that stand in the draft now, those that people wrote among them."""
    items: int = 0
    """Their lettered items."""
    recitals: int = 0
    first: bool = False
    """Nothing was drafted in this language before."""
    written: Written = field(default_factory=Written)


def draft_declaration(store: Store, t: Translator, progress: Progress = UNHEARD) -> Refreshed:
    """Make the draft declaration in the language of ``t``, or bring the one that is there up to date.

    NotFound where there is nothing of which to make one, and none to bring up to date. Cancelled, which leaves
    everything as it was, once ``progress`` is told to stop.
    """
    progress()
    if not store.count(Recommendation) and not store.count(Paragraph):
        raise NotFound(
            N_("There are no recommendations in this file, so there is no declaration. Nothing was changed.")
        )
    plan = plan_declaration(gather(store), t)
    result = Refreshed(first=not any(t.language in paragraph.drafted for paragraph in store.all(Paragraph)))
    with store.together():
        Refreshing(store, t.language, result, progress=progress).carry_out(plan)
    _count(result, read_declaration(store, t))
    return result


def _count(result: Refreshed, standing: Declaration) -> None:
    """Count what stands in the draft."""
    result.clauses = sum(bool(paragraph.number) for paragraph in standing.paragraphs)
    result.items = sum(len(paragraph.items) for paragraph in standing.paragraphs)
    result.recitals = sum(paragraph.part is SectionKind.RECITALS for paragraph in standing.paragraphs)


class Refreshing:
    """One run of drafting over one file."""

    def __init__(
        self,
        store: Store,
        language: str,
        result: Refreshed,
        known: Known | None = None,
        progress: Progress = UNHEARD,
    ) -> None:
        self._store = store
        self._language = language
        self._result = result
        self._progress = progress
        self._known = known or Known(store)
        self._sections = {section.id: section for section in store.all(Section, deleted=True)}

    def carry_out(self, plan: list[PlannedSection]) -> None:
        """Bring sections and paragraphs to what ``plan`` says."""
        matched = self._known.match([proposal for section in plan for proposal in section.paragraphs])
        sections = [self._section(planned, rank) for rank, planned in enumerate(plan)]
        pairs = [[(proposal, matched.get(proposal.key)) for proposal in planned.paragraphs] for planned in plan]
        there = {paragraph.id for paragraph in matched.values()}
        staying = there - {
            paragraph.id
            for section, those in zip(sections, pairs, strict=True)
            for _, paragraph in those
            if paragraph and self._goes(paragraph, section.id)
        }
        done, total = 0, sum(map(len, pairs))
        for section, those in zip(sections, pairs, strict=True):
            ranks = self._ranks(section.id, those, there, staying)
            for proposal, paragraph in those:
                self._progress(done, total)
                self._bring(section.id, proposal, paragraph, ranks)
                done += 1
        for paragraph in self._known.paragraphs.values():
            if paragraph.id not in there and not paragraph.deleted and not paragraph.left_out and paragraph.drafted:
                self._part_with(paragraph)

    def take_in(self, plan: list[PlannedSection], recommendation: UUID) -> UUID | None:
        """Put the paragraph that comes from a recommendation at the end of its section, and let a person have it there.

        Returns the paragraph; None where the plan has none.
        """
        found = [
            (rank, proposal)
            for rank, planned in enumerate(plan)
            for proposal in planned.paragraphs
            if proposal.key != COMMON_GROUND and recommendation in proposal.sources
        ]
        if not found:
            return None
        place, proposal = found[0]
        sections = [self._section(planned, rank) for rank, planned in enumerate(plan)]
        matched = self._known.match([each for planned in plan for each in planned.paragraphs]).get(proposal.key)
        paragraph = matched or Paragraph(id=self._known.new_id(proposal), section=sections[place].id, deleted=True)
        if paragraph.deleted:
            self._put(paragraph, sections[place].id, self._last_rank(sections[place].id) + 1)
        paragraph.pinned, paragraph.left_out = True, False
        self._update(paragraph, proposal)
        return paragraph.id

    def word(self, paragraph: Paragraph, proposal: PlannedParagraph) -> None:
        """Word one paragraph as it is proposed, where nobody has edited it."""
        self._update(paragraph, proposal)

    def _bring(
        self, section: UUID, proposal: PlannedParagraph, paragraph: Paragraph | None, ranks: Mapping[UUID, int]
    ) -> None:
        """Bring a paragraph to what is proposed."""
        if paragraph is None:
            self._add(proposal, section, ranks[self._known.new_id(proposal)])
        elif paragraph.left_out:
            self._result.left_out += 1
            self._word_left_out(paragraph, proposal)
        else:
            if paragraph.id in ranks:
                self._put(paragraph, section, ranks[paragraph.id])
            self._update(paragraph, proposal)

    def _last_rank(self, section: UUID) -> int:
        standing = [paragraph for paragraph in self._known.paragraphs.values() if not paragraph.deleted]
        return max((paragraph.rank for paragraph in standing if paragraph.section == section), default=-1)

    def _section(self, planned: PlannedSection, rank: int) -> Section:
        """Write a section; a title that a person gave it stays."""
        section_id = self._known.id_for(f"section {planned.part} {planned.set} {planned.strand}")
        section = self._sections.get(section_id) or Section(id=section_id, part=planned.part)
        section.set, section.strand, section.rank, section.deleted = planned.set, planned.strand, rank, False
        self._write(section, SECTION_FIELDS)
        return section

    def _ranks(self, section: UUID, pairs: Pairs, there: set[UUID], staying: set[UUID]) -> dict[UUID, int]:
        """Work out the ranks of a section.

        Of the paragraphs that are ``there`` in the plan some are ``staying`` where people have them; these keep
        their ranks, and so does what a person wrote or edited and no proposal is about.
        """
        standing: dict[UUID, int] = {}
        fixed: dict[UUID, int] = {}
        for paragraph in self._known.paragraphs.values():
            if paragraph.section != section or paragraph.deleted or paragraph.left_out:
                continue
            somebodys = paragraph.id not in there and (not paragraph.drafted or self._known.is_somebodys(paragraph))
            (fixed if paragraph.id in staying or somebodys else standing)[paragraph.id] = paragraph.rank
        planned = [known.id if known else self._known.new_id(proposal) for proposal, known in pairs]
        return ranked(
            [paragraph_id for paragraph_id in planned if paragraph_id not in staying or paragraph_id in fixed],
            standing,
            fixed,
        )

    def _goes(self, paragraph: Paragraph, section: UUID) -> bool:
        """Tell whether a paragraph goes where drafting puts it: an edited one does within its section only."""
        if paragraph.deleted:
            return True
        if self._known.is_moved(paragraph):
            return False
        return paragraph.section == section or not self._known.is_edited(paragraph)

    def _add(self, proposal: PlannedParagraph, section: UUID, rank: int) -> None:
        paragraph = Paragraph(id=self._known.new_id(proposal), section=section)
        self._put(paragraph, section, rank)
        self._say(paragraph, proposal, proposal.parts)
        paragraph.addressees = list(proposal.addressees)
        paragraph.untranslated = _mark(proposal, self._language, {})
        self._write(paragraph, PARAGRAPH_FIELDS)
        self._result.new.append(paragraph.id)

    def _update(self, paragraph: Paragraph, proposal: PlannedParagraph) -> None:
        language, before = self._language, drafted_parts(paragraph, self._language)
        was_there = not paragraph.deleted and parts_of(paragraph, language).are_written
        if paragraph.deleted:  # withdrawn by drafting, or a draft that was undone: it comes back as new
            paragraph.lead_in, paragraph.addressed, paragraph.words, paragraph.deleted = {}, {}, {}, False
        edited = self._known.edited(paragraph, language)
        following = _following(edited, before, proposal.parts)
        now = parts_of(paragraph, language)
        parts = replace(now, **{name: getattr(proposal.parts, name) for name in following})
        self._say(paragraph, proposal, parts)
        if "addressed" in following:
            paragraph.addressees = list(proposal.addressees)
        if "words" in following:
            paragraph.untranslated = _mark(proposal, language, paragraph.untranslated)
        self._write(paragraph, PARAGRAPH_FIELDS - self._known.contested(paragraph))
        if not was_there:
            self._result.new.append(paragraph.id)
        elif _is_refused(before, proposal.parts, following):
            self._result.kept.append(paragraph.id)
        elif parts.text != now.text:
            self._result.changed.append(paragraph.id)

    def _word_left_out(self, paragraph: Paragraph, proposal: PlannedParagraph) -> None:
        """Word a paragraph that was left out in another language, so that it is seen here and can be brought back."""
        if paragraph.deleted or parts_of(paragraph, self._language).are_written:
            return
        self._say(paragraph, proposal, proposal.parts)
        paragraph.untranslated = _mark(proposal, self._language, paragraph.untranslated)
        self._write(paragraph, PARAGRAPH_FIELDS - self._known.contested(paragraph))

    def _put(self, paragraph: Paragraph, section: UUID, rank: int) -> None:
        paragraph.section = paragraph.drafted_section = section
        paragraph.rank = paragraph.drafted_rank = rank

    def _say(self, paragraph: Paragraph, proposal: PlannedParagraph, parts: Parts) -> None:
        """Let a paragraph say ``parts`` and remember what was proposed; contested parts stay as they are."""
        for name in set(PARTS) - self._known.contested(paragraph):
            labels = {code: said for code, said in getattr(paragraph, name).items() if code != self._language}
            said = getattr(parts, name)
            setattr(paragraph, name, {**labels, self._language: said} if said else labels)
        paragraph.drafted = {**paragraph.drafted, self._language: proposal.parts.phrase}
        paragraph.sources = list(proposal.sources)

    def _part_with(self, paragraph: Paragraph) -> None:
        if self._known.is_somebodys(paragraph):
            self._result.without_source.append(paragraph.id)
            return
        paragraph.deleted = True
        self._write(paragraph, frozenset())
        self._result.withdrawn.append(paragraph.id)

    def _write(self, record: Section | Paragraph, ours: frozenset[str]) -> None:
        """Save a record; where two drafts made on copies disagree about what is drafting's own, settle it."""
        self._result.written += self._store.save(record)
        for name in sorted(self._known.undecided.get(record.id, {}).keys() & ours):
            self._result.written += self._store.resolve(type(record), record.id, name, getattr(record, name))


def _following(edited: frozenset[str], before: Parts | None, new: Parts) -> frozenset[str]:
    """Name the parts that may say what is proposed: those nobody edited, where they still fit the others.

    Addressees and words are joined to each other, so they follow together or not at all; a verb follows where the
    addressees read alike after it. Version 1 had the addressees in the words: an edit of these kept both.
    """
    if not edited:
        return frozenset(PARTS)
    if before is not None and edited == {"lead_in"}:
        return frozenset(PARTS) - edited
    if before is not None and edited == {"words"} and before.addressed == new.addressed:
        return frozenset({"lead_in"})
    return frozenset()


def _is_refused(before: Parts | None, new: Parts, following: frozenset[str]) -> bool:
    """Tell whether something else is proposed than before that an edited paragraph does not follow."""
    if before is None or before.text == new.text:
        return before is None
    return any(getattr(before, name) != getattr(new, name) for name in set(PARTS) - following)


def _mark(planned: PlannedParagraph, language: str, marks: dict[str, str]) -> dict[str, str]:
    rest = {key: value for key, value in marks.items() if key != language}
    return {**rest, language: planned.untranslated} if planned.untranslated else rest
