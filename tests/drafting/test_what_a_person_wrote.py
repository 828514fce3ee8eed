"""Drafting again leaves what a person wrote: words, lead-ins, sources, whole paragraphs and items; in each language."""

from __future__ import annotations

from pathlib import Path

import pytest

from consultation.model import Arrangement, Item, Paragraph, Section, SectionKind, Term, translation
from consultation.reading.parts import Parts, edited_parts
from consultation.store import Store
from tests.drafting import rooms
from tests.drafting.rooms import (
    ADOPTED,
    ASIDE,
    LANGUAGES,
    a_room,
    addressee,
    adopted,
    an_item,
    asked,
    draft,
    drafted,
    in_order,
    item_of,
    paragraph_of,
    paragraphs_in,
    read,
    reword,
)

PEOPLE = Parts("People.", "We beg UCLG to:", "")


def planned_in(store: Store, part: SectionKind) -> Paragraph:
    """The paragraph that drafting put into a part, as it is kept."""
    (found,) = [each for each in read(store).paragraphs if each.part is part]
    return store.get(Paragraph, found.id)


# ------------------------------------------------------------------------------------------------------- items


def test_an_edited_item_is_kept_without_a_word_while_drafting_would_say_the_same_as_before(folder: Path) -> None:
    with a_room(folder) as store:
        wells = adopted(store, "Open the wells.")
        draft(store)
        reword(store, item_of(store, wells), "dig")
        again = draft(store)
        assert not again.written
        assert in_order(store) == [["dig"]]
        assert edited_parts(item_of(store, wells), "en") == {"words"}


def test_an_edited_item_is_kept_and_reported_once(folder: Path) -> None:
    with a_room(folder) as store:
        wells = adopted(store, "Open the wells.")
        draft(store)
        reword(store, item_of(store, wells), "dig")
        store.change(wells, text="Open all the wells.")
        again = draft(store)
        assert (again.kept, again.changed) == ([item_of(store, wells).id], [])
        (item,) = paragraphs_in(read(store))[0].items
        assert (item.parts.words, item.edited, item.proposed) == ("dig", True, Parts(words="open all the wells"))
        assert draft(store).kept == []
        assert in_order(store) == [["dig"]]


def test_an_edit_that_was_taken_back_lets_drafting_go_on(folder: Path) -> None:
    with a_room(folder) as store:
        wells = adopted(store, "Open the wells.")
        draft(store)
        reword(store, item_of(store, wells), "dig")
        reword(store, item_of(store, wells), item_of(store, wells).drafted["en"])
        store.change(wells, text="Open all the wells.")
        draft(store)
        assert in_order(store) == [["open all the wells"]]


def test_an_edited_item_whose_source_is_gone_is_kept_and_reported(folder: Path) -> None:
    with a_room(folder) as store:
        wells = adopted(store, "Open the wells.")
        adopted(store, "Mend the roads.")
        draft(store)
        item = item_of(store, wells)
        reword(store, item, "dig")
        store.delete(wells)
        again = draft(store)
        assert again.without_source == [item.id]
        assert not again.withdrawn
        assert sorted(in_order(store)[0]) == ["dig", "mend the roads"]


@pytest.mark.parametrize("older_moves", [True, False])
def test_an_edited_item_whose_sources_part_stays_and_the_other_is_new(folder: Path, older_moves: bool) -> None:
    with a_room(folder) as store:
        old, young = adopted(store, "Open the wells."), adopted(store, "open the wells")
        draft(store)
        reword(store, item_of(store, old), "dig")
        store.change(old if older_moves else young, text="Close the mines.")
        draft(store)
        assert store.count(Item) == 2
        assert "dig" in in_order(store)[0]
        assert {each for item in store.all(Item) for each in item.sources} == {old.id, young.id}


def test_an_edit_in_one_language_leaves_the_other_to_drafting(folder: Path) -> None:
    with a_room(folder) as store:
        made = {"fr": translation("Ouvrir les puits.", of="Open the wells.")}
        wells = adopted(store, "Open the wells.", translations=made)
        for language in ("en", "fr"):
            draft(store, language)
        reword(store, item_of(store, wells), "creuser", "fr")
        made = {"fr": translation("Ouvrir tous les puits.", of="Open all the wells.")}
        store.change(wells, text="Open all the wells.", translations=made)
        assert draft(store, "en").changed == [item_of(store, wells).id]
        assert draft(store, "fr").kept == [item_of(store, wells).id]
        assert item_of(store, wells).words == {"en": "open all the wells", "fr": "creuser"}


def test_a_source_a_person_added_or_took_out_stays_so_while_others_come_and_go(folder: Path) -> None:
    with a_room(folder) as store:
        wells, twin = adopted(store, "Open the wells."), adopted(store, "open the wells")
        roads = asked(store, "Mend the roads.")
        draft(store)
        store.change(item_of(store, wells), sources=[wells.id, roads.id])
        assert not draft(store).written
        third = asked(store, "Open the wells!")
        draft(store)
        assert set(item_of(store, wells).sources) == {wells.id, roads.id, third.id}
        store.delete(third)
        draft(store)
        assert set(item_of(store, wells).sources) == {wells.id, roads.id}
        store.change(item_of(store, wells), sources=[wells.id, twin.id, roads.id])
        draft(store)
        assert set(item_of(store, wells).sources) == {wells.id, twin.id, roads.id}
        for language in LANGUAGES:
            draft(store, language)
        assert set(item_of(store, wells).sources) == {wells.id, twin.id, roads.id}


# -------------------------------------------------------------------------------------------------- paragraphs


def test_a_paragraph_of_items_has_a_strand_and_a_whole_phrase_and_no_words_of_its_own(folder: Path) -> None:
    with a_room(folder) as store:
        wells = adopted(store, "Open the wells.", addressees=("national_governments",), strands=("people",))
        draft(store)
        paragraph = paragraph_of(store, wells)
        phrase = {
            "lead_in": "People.",
            "addressed": "We call on national governments to:",
            "words": "",
        }
        assert paragraph.drafted == {"en": phrase}
        assert (paragraph.lead_in, paragraph.addressed) == ({"en": "People."}, {"en": phrase["addressed"]})
        assert (paragraph.words, paragraph.sources) == ({}, [])
        assert (paragraph.strand, paragraph.addressees) == (wells.chosen("strand")[0], wells.addressees)


def test_a_lead_in_a_person_wrote_stays_whatever_the_items_open_with(folder: Path) -> None:
    with a_room(folder) as store:
        wells = adopted(store, "Open the wells.", addressees=("uclg",), strands=("people",))
        draft(store)
        rooms.edit(store, paragraph_of(store, wells), PEOPLE)
        adopted(store, "A fund for water.", addressees=("uclg",), strands=("people",))
        again = draft(store)
        assert again.kept == [paragraph_of(store, wells).id]
        assert rooms.said(paragraph_of(store, wells)) == PEOPLE.text
        assert draft(store).kept == []


def test_where_only_the_strand_was_worded_the_phrase_still_follows(folder: Path) -> None:
    with a_room(folder) as store:
        wells = adopted(store, "Open the wells.", addressees=("uclg",), strands=("people",))
        draft(store)
        store.change(paragraph_of(store, wells), lead_in={"en": "Those who live here."})
        adopted(store, "A fund for water.", addressees=("uclg",), strands=("people",))
        draft(store)
        assert rooms.said(paragraph_of(store, wells)) == (
            "Those who live here. We call on UCLG and its sections to take the following measures:"
        )


def test_text_a_person_adopted_stays_as_it_is_in_every_language_it_stands_in(folder: Path) -> None:
    with a_room(folder) as store:
        wells = adopted(store, "Open the wells.", capitals=("environmental",))
        draft(store)
        ground = planned_in(store, SectionKind.COMMON_GROUND)
        store.change(ground, adopted=True)
        was = ground.words["en"]
        store.change(store.consultation, common_ground={"en": "Water.", "fr": "L’eau."})
        draft(store)
        draft(store, "fr")
        assert store.get(Paragraph, ground.id).words == {"en": was, "fr": "L’eau."}
        store.change(wells, terms={})
        assert draft(store).without_source == [ground.id]
        assert store.get(Paragraph, ground.id).words["en"] == was


def test_an_item_a_person_wrote_and_the_paragraph_it_stands_in_are_left_alone(folder: Path) -> None:
    with a_room(folder) as store:
        wells, roads = adopted(store, "Open the wells.", addressees=("uclg",)), adopted(store, "Mend the roads.")
        draft(store)
        paragraph = paragraph_of(store, wells)
        mine = [an_item(store, paragraph, "dig", wells, rank=4), an_item(store, paragraph, "pump", roads, rank=9)]
        store.change(wells, text="Open all the wells.")
        draft(store)
        assert [store.get(Item, item.id) for item in mine] == mine
        store.change(wells, status=ASIDE)
        again = draft(store)
        assert paragraph.id in again.without_source
        assert not store.get(Paragraph, paragraph.id).deleted
        assert [store.get(Item, item.id) for item in mine] == mine


def test_a_paragraph_a_person_wrote_is_neither_moved_nor_reported_nor_taken_away(folder: Path) -> None:
    with a_room(folder) as store:
        wells = adopted(store, "Open the wells.")
        draft(store)
        section = paragraph_of(store, wells).section
        own = Paragraph(id=store.new_id(), section=section, rank=-5, words={"en": "We thank our hosts."})
        store.save(own)
        adopted(store, "Mend the roads.", strands=("people",))
        again = draft(store)
        assert own.id not in {*again.without_source, *again.withdrawn, *again.kept}
        assert store.get(Paragraph, own.id) == own


def test_what_a_person_wrote_of_a_recommendation_takes_its_item_from_nobody(folder: Path) -> None:
    """A follow-up may name what it reports on; that does not strike it from what is asked for."""
    with a_room(folder) as store:
        wells = adopted(store, "Open the wells.")
        section = Section(id=store.new_id(), part=SectionKind.FOLLOW_UP)
        own = Paragraph(id=store.new_id(), section=section.id, words={"en": "We report on it."}, sources=[wells.id])
        for record in (section, own):
            store.save(record)
        done = draft(store)
        assert in_order(store) == [["open the wells"]]
        assert own.id not in {*done.new, *done.kept}
        assert store.get(Paragraph, own.id) == own


def test_the_title_a_person_gave_a_section_stays(folder: Path) -> None:
    with a_room(folder) as store:
        wells = adopted(store, "Open the wells.")
        draft(store)
        section = store.get(Section, paragraph_of(store, wells).section)
        store.change(section, title={"en": "Water first"})
        adopted(store, "Mend the roads.")
        standing = drafted(store)
        assert store.get(Section, section.id).title == {"en": "Water first"}
        assert "Water first" in [title.text for each in standing.sections for title in each.titles]


def test_whom_a_paragraph_speaks_to_follows_the_kit_where_nobody_worded_it(folder: Path) -> None:
    with a_room(folder) as store:
        wells = adopted(store, "Open the wells.", addressees=("uclg",))
        draft(store)
        store.change(store.get(Term, addressee(store, "uclg")), to_do={"en": "We ask our union to:"})
        assert draft(store).changed == [paragraph_of(store, wells).id]
        assert rooms.said(paragraph_of(store, wells)) == "We ask our union to:"


def test_items_keep_a_persons_words_when_the_kit_arranges_the_text_otherwise(folder: Path) -> None:
    with a_room(folder) as store:
        wells, _ = adopted(store, "Open the wells.", addressees=("uclg",)), adopted(store, "Mend the roads.")
        draft(store)
        item = item_of(store, wells)
        reword(store, item, "dig")
        store.change(store.consultation, arranged_by=Arrangement.SET)
        again = draft(store)
        assert item_of(store, wells).id == item.id
        assert sorted(words for those in in_order(store) for words in those) == ["dig", "mend the roads"]
        assert not again.without_source
        assert not draft(store).written


@pytest.mark.parametrize("status", [ADOPTED, ASIDE])
def test_what_is_left_out_in_one_language_is_neither_brought_back_nor_lost(folder: Path, status: str) -> None:
    with a_room(folder) as store:
        wells, _ = adopted(store, "Open the wells."), adopted(store, "Mend the roads.")
        draft(store)
        item = item_of(store, wells)
        store.change(item, left_out_in=["en"])
        for _ in range(2):
            draft(store)
            assert store.get(Item, item.id).left_out_in == ["en"]
            assert in_order(store) == [["mend the roads"]]
        store.change(wells, status=status, text="Open all the wells.")
        draft(store)
        assert store.get(Item, item.id).left_out_in == ["en"]
        assert in_order(store) == [["mend the roads"]]
