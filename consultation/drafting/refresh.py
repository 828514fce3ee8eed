"""Drafting into the file: what a person has edited, moved or left out stays, what is new is said.

A passage remembers what drafting last proposed and where it put it. A part of it that still is that may be worded
anew, and a place that still is that may change; what a person has changed is left as it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from consultation.drafting.following import is_refused, parts_that_follow
from consultation.drafting.known import HOLDERS, Known
from consultation.drafting.places import ranked
from consultation.drafting.placing import Placing, last_rank
from consultation.drafting.plan import Plan, PlannedParagraph, PlannedSection
from consultation.drafting.refreshed import Refreshed
from consultation.drafting.wording_items import PlannedItem
from consultation.language import with_language, without_language
from consultation.model import Item, Paragraph, Rendering, Section, fingerprint
from consultation.progress import UNHEARD, Progress
from consultation.reading.parts import PARTS, Parts, drafted_parts, parts_of, worded_by_hand
from consultation.store import Store
from consultation.store.validating import Fresh

OURS: Mapping[type, frozenset[str]] = {
    Section: frozenset({"rank", "drafted_rank"}),
    Paragraph: frozenset(
        {"section", "rank", "drafted_section", "drafted_rank", *PARTS, "strand", "addressees", "drafted"}
    ),
    Item: frozenset(
        {
            *("paragraph", "rank", "drafted_paragraph", "drafted_rank", "words", "drafted", "co_addressees"),
            *("sources", "drafted_sources", "commitment", "untranslated", "renderings"),
        }
    ),
}
"""What drafting writes itself and therefore may settle, but for that in which a person has a part."""


class Refreshing:
    """One run of drafting over one file."""

    def __init__(
        self, store: Store, known: Known, language: str, result: Refreshed, progress: Progress = UNHEARD
    ) -> None:
        self._store = store
        self._language = language
        self._result = result
        self._progress = progress
        self._known = known
        self._touched: set[UUID] = set()
        """Records that are not as they were read."""

    def carry_out(self, plan: Plan) -> None:
        """Bring sections, paragraphs and items to what ``plan`` says."""
        sections = self._sections(plan.sections)
        planned = [paragraph for section in plan.sections for paragraph in section.paragraphs]
        paragraphs = {paragraph.key: self._known.id_for(f"clause {paragraph.key}") for paragraph in planned}
        self._put_paragraphs(plan.sections, sections, paragraphs)
        items = [item for paragraph in planned for item in paragraph.items]
        matched = self._known.match(items)
        self._put_items(planned, paragraphs, matched)
        there = {item.id for item in matched.values()}.union(self._result.new)
        for item in list(self._known.items.values()):
            if item.id not in there:
                self._part_with(item)
        written = set(paragraphs.values())
        for paragraph in list(self._known.paragraphs.values()):
            if paragraph.id not in written:
                self._part_with(paragraph)

    def take_in(self, plan: Plan, recommendation: UUID) -> UUID | None:
        """Put the item that comes from a recommendation at the end of its paragraph, and let a person have it there.

        Returns the item; None where the plan has none.
        """
        for section in plan.sections:
            for paragraph in section.paragraphs:
                for proposal in paragraph.items:
                    if recommendation in proposal.sources:
                        return self._take_in(plan, section, paragraph, proposal)
        return None

    def _take_in(self, plan: Plan, section: PlannedSection, paragraph: PlannedParagraph, proposal: PlannedItem) -> UUID:
        sections = self._sections(plan.sections)
        place = self._known.id_for(f"clause {paragraph.key}")
        if place not in self._known.paragraphs or self._known.paragraphs[place].deleted:
            ranks = {place: last_rank(self._known.paragraphs.values(), sections[section.key]) + 1}
            self._put_paragraph(paragraph, place, sections[section.key], ranks)
        matched = self._known.match([item for each in plan.sections for par in each.paragraphs for item in par.items])
        item = matched.get(proposal.key)
        if item is None:
            item = Item(id=self._known.new_id(proposal), paragraph=place, deleted=True)
            self._known.items[item.id] = item
        if item.deleted or item.left_out:
            self._put(item, place, last_rank(self._known.items.values(), place) + 1)
        self._assign(item, pinned=True, left_out=False, deleted=False)
        self.word(item, proposal)
        return item.id

    # ---------------------------------------------------------------------------------------------- sections

    def _sections(self, planned: Sequence[PlannedSection]) -> dict[str, UUID]:
        """Write the sections; a title that a person gave one, and the place, stay."""
        ids = {section.key: self._known.id_for(section.key) for section in planned}
        known = self._known.sections
        standing = {each: known[each].rank for each in ids.values() if each in known and not known[each].deleted}
        moved = {each: rank for each, rank in standing.items() if known[each].drafted_rank not in (None, rank)}
        ranks = ranked(list(ids.values()), {each: standing[each] for each in standing if each not in moved}, moved)
        for section in planned:
            record = known.get(ids[section.key])
            if record is None:
                record = known[ids[section.key]] = Section(id=ids[section.key], part=section.part)
                self._touched.add(record.id)
            self._assign(record, set=section.set, family=section.family, deleted=False)
            if record.id in ranks:
                self._assign(record, rank=ranks[record.id], drafted_rank=ranks[record.id])
            self._write(record)
        return ids

    # -------------------------------------------------------------------------------------------- paragraphs

    def _put_paragraphs(
        self, planned: Sequence[PlannedSection], sections: Mapping[str, UUID], ids: Mapping[str, UUID]
    ) -> None:
        known = self._known.paragraphs
        proposed = {ids[paragraph.key] for section in planned for paragraph in section.paragraphs}
        placing = Placing[Paragraph](self._known, known, proposed)
        for section in planned:
            place = sections[section.key]
            ranks = placing.ranks(place, [ids[paragraph.key] for paragraph in section.paragraphs])
            for paragraph in section.paragraphs:
                self._put_paragraph(paragraph, ids[paragraph.key], place, ranks)

    def _put_paragraph(self, proposal: PlannedParagraph, id_: UUID, section: UUID, ranks: Mapping[UUID, int]) -> None:
        """Bring a paragraph to what is proposed."""
        paragraph = self._known.paragraphs.get(id_)
        if paragraph is None:
            paragraph = self._known.paragraphs[id_] = Paragraph(id=id_, section=section, deleted=True)
        before, was_there = drafted_parts(paragraph, self._language), self._stands(paragraph)
        if paragraph.left_out:
            self._result.left_out += 1
            if was_there:
                return
        if paragraph.deleted:  # new, withdrawn by drafting, or a draft that was undone: it comes back as new
            self._assign(paragraph, lead_in={}, addressed={}, words={}, deleted=False)
        if paragraph.id in ranks:
            self._put(paragraph, section, ranks[paragraph.id])
        edited = frozenset(PARTS) if paragraph.adopted and was_there else self._known.edited(paragraph, self._language)
        following = parts_that_follow(edited, before, proposal.parts)
        now = parts_of(paragraph, self._language)
        parts = replace(now, **{name: getattr(proposal.parts, name) for name in following})
        for name in frozenset(PARTS) - self._known.contested(paragraph):
            said = with_language(getattr(paragraph, name), self._language, getattr(parts, name))
            self._assign(paragraph, **{name: said})
        self._assign(
            paragraph,
            drafted={**paragraph.drafted, self._language: proposal.parts.phrase},
            strand=proposal.strand,
            addressees=list(proposal.addressees),
        )
        self._write(paragraph)
        self._tell(paragraph, was_there, before, proposal.parts, following, parts.text != now.text)

    # ------------------------------------------------------------------------------------------------- items

    def _put_items(
        self, planned: Sequence[PlannedParagraph], ids: Mapping[str, UUID], matched: Mapping[str, Item]
    ) -> None:
        there = {item.id for item in matched.values()}
        placing = Placing[Item](self._known, self._known.items, there)
        done, total, fresh = 0, sum(len(paragraph.items) for paragraph in planned), list[Fresh]()
        for paragraph in planned:
            place = ids[paragraph.key]
            proposed = [
                matched[proposal.key].id if proposal.key in matched else self._known.new_id(proposal)
                for proposal in paragraph.items
            ]
            ranks = placing.ranks(place, proposed)
            for proposal, id_ in zip(paragraph.items, proposed, strict=True):
                self._progress(done, total)
                item = self._known.items.get(id_)
                if item is None:
                    fresh.append(self._new_item(proposal, id_, place, ranks[id_]))
                else:
                    self._put_item(proposal, item, place, ranks)
                done += 1
        self._result.written += self._store.save_all(fresh)

    def _new_item(self, proposal: PlannedItem, id_: UUID, paragraph: UUID, rank: int) -> Fresh:
        self._result.new.append(id_)
        placed = {"paragraph": paragraph, "rank": rank, "drafted_paragraph": paragraph, "drafted_rank": rank}
        return Fresh(Item, id_, placed | _proposed(proposal, self._language))

    def _put_item(self, proposal: PlannedItem, item: Item, paragraph: UUID, ranks: Mapping[UUID, int]) -> None:
        if item.left_out:
            self._result.left_out += 1
            if self._stands(item):
                return
        if item.id in ranks:
            self._put(item, paragraph, ranks[item.id])
        self.word(item, proposal)

    def word(self, item: Item, proposal: PlannedItem) -> None:
        """Let an item say what is proposed, but for what a person has worded, added or taken out."""
        language, before, was_there = self._language, drafted_parts(item, self._language), self._stands(item)
        if item.deleted:
            self._assign(item, words={}, deleted=False)
        now, new = parts_of(item, language), _proposed(proposal, language)
        following = frozenset() if self._known.edited(item, language) and was_there else frozenset({"words"})
        if rendering := _rendering(item, proposal, language, is_same=now.text == proposal.words):
            new["renderings"] = {language: rendering}
        added = [source for source in item.sources if source not in item.drafted_sources]
        taken_out = {source for source in item.drafted_sources if source not in item.sources}
        kept = [source for source in proposal.sources if source not in taken_out]
        for name in ("drafted", *(("words", "untranslated", "renderings") if following else ())):
            new[name] = {**without_language(getattr(item, name), language), **new[name]}
        if not following:
            new |= {name: getattr(item, name) for name in ("words", "untranslated", "renderings")}
        self._assign(item, **{**new, "sources": list(dict.fromkeys([*kept, *added]))})
        self._write(item)
        said = Parts(words=proposal.words)
        self._tell(item, was_there, before, said, following, bool(following) and now.text != said.text)

    # ------------------------------------------------------------------------------------------------ common

    def _assign(self, record: Section | Paragraph | Item, **values: Any) -> None:
        """Give a record these values; one of which nothing is another one than it was need not be saved."""
        for name, value in values.items():
            if getattr(record, name) != value:
                setattr(record, name, value)
                self._touched.add(record.id)

    def _put(self, passage: Paragraph | Item, place: UUID, rank: int) -> None:
        name = HOLDERS[type(passage)]
        self._assign(passage, **{name: place, f"drafted_{name}": place, "rank": rank, "drafted_rank": rank})

    def _stands(self, passage: Paragraph | Item) -> bool:
        return not passage.deleted and parts_of(passage, self._language).are_written

    def _tell(
        self,
        passage: Paragraph | Item,
        was_there: bool,
        before: Parts | None,
        new: Parts,
        following: frozenset[str],
        is_changed: bool,
    ) -> None:
        """Note what became of a passage."""
        if passage.left_out:
            return
        if not was_there:
            self._result.new.append(passage.id)
        elif is_refused(before, new, following):
            self._result.kept.append(passage.id)
        elif is_changed:
            self._result.changed.append(passage.id)

    def _part_with(self, passage: Paragraph | Item) -> None:
        """Take away what nothing is proposed for any longer, unless a person has a part in it."""
        if passage.deleted or passage.left_out or not passage.drafted or self._known.holds_left_out(passage.id):
            return
        if self._known.is_somebodys(passage):
            self._result.without_source.append(passage.id)
            return
        self._assign(passage, deleted=True)
        self._write(passage)
        self._result.withdrawn.append(passage.id)

    def _write(self, record: Section | Paragraph | Item) -> None:
        """Save what has changed of a record.

        Where two drafts made on copies disagree about what is drafting's own, settle it.
        """
        if record.id in self._touched:
            self._result.written += self._store.save(record)
        contested = frozenset() if isinstance(record, Section) else self._known.contested(record)
        ours = frozenset() if record.deleted else OURS[type(record)] - contested
        for name in sorted(self._known.undecided.get(record.id, {}).keys() & ours):
            self._result.written += self._store.resolve(type(record), record.id, name, getattr(record, name))


def _rendering(item: Item, proposal: PlannedItem, language: str, is_same: bool) -> Rendering | None:
    """Tell how the words that are proposed came about; where a person has the words elsewhere, they follow these.

    What somebody found to hold still does so, as long as it says the same.
    """
    if not worded_by_hand(item, language) or proposal.language != language:
        return proposal.rendering
    earlier = Rendering(by="", of=fingerprint(proposal.words), machine=False)
    return (item.renderings.get(language) if is_same else None) or proposal.rendering or earlier


def _proposed(proposal: PlannedItem, language: str) -> dict[str, Any]:
    """Return what a new item says in a language, by the names of its fields."""
    foreign = {language: proposal.language} if proposal.language != language else {}
    return {
        "words": {language: proposal.words},
        "untranslated": foreign,
        "renderings": {language: proposal.rendering} if proposal.rendering is not None else {},
        "drafted": {language: proposal.words},
        "sources": list(proposal.sources),
        "drafted_sources": list(proposal.sources),
        "co_addressees": list(proposal.co_addressees),
        "commitment": proposal.commitment,
    }
