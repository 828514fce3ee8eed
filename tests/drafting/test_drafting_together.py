"""Two people draft the same consultation on copies of their own, and merge."""

from __future__ import annotations

from pathlib import Path

import pytest

from consultation.merging import merge
from consultation.model import Item, Paragraph, Section, translation
from consultation.store import Store
from tests.builders import handed_to
from tests.drafting.rooms import (
    ASIDE,
    Ticking,
    a_room,
    adopted,
    an_item,
    asked,
    draft,
    in_order,
    item_of,
    paragraph_of,
    promise,
    reword,
)


def copy_for(store: Store, who: str) -> Store:
    return handed_to(store, who, watch=Ticking(store.clock.now() + 60_000))


def doubled(store: Store) -> list[str]:
    """The texts that stand in more than one paragraph or item."""
    written = [str(each.words or each.addressed) for kind in (Paragraph, Item) for each in store.all(kind)]
    return [text for text in written if written.count(text) > 1]


def test_two_drafts_of_the_same_material_are_one(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, "Open the wells.", strands=("planet",), addressees=("uclg",))
        adopted(store, "Mend the roads.", capitals=("environmental",))
        adopted(store, "Close the mines.", hands=(5, 5, 0))
        promise(store, "Plant trees.", who="We")
        with copy_for(store, "Bo") as other:
            made = draft(store).new
            draft(other)
            merge(store, [other.path])
            merge(other, [store.path])
            assert store.digest() == other.digest()
        assert store.count(Paragraph) + store.count(Item) == len(made)
        assert doubled(store) == []
        assert store.conflicts() == []
        assert not draft(store).written


def test_two_drafts_of_two_rooms_have_every_item_once(folder: Path) -> None:
    with a_room(folder) as store:
        shared = adopted(store, "Open the wells.")
        with copy_for(store, "Bo") as other:
            mine = adopted(store, "Mend the roads.")
            theirs = adopted(other, "Plant trees.", hands=(9, 0, 0))
            draft(store)
            draft(other)
            merge(store, [other.path])
        assert doubled(store) == []
        draft(store)
        assert {tuple(each.sources) for each in store.all(Item)} == {(shared.id,), (mine.id,), (theirs.id,)}
        assert in_order(store) == [["plant trees", "open the wells", "mend the roads"]]
        assert len({each.id for each in store.all(Section)}) == store.count(Section)


def test_places_of_items_are_nothing_for_a_person_to_decide(folder: Path) -> None:
    """What drafting itself worked out on two laptops it works out again; only words are a person's to decide."""
    with a_room(folder) as store:
        for text in ("Open the wells.", "Mend the roads."):
            adopted(store, text)
        with copy_for(store, "Bo") as other:
            adopted(other, "Plant trees.", hands=(9, 0, 0))
            adopted(other, "A fund for water.", addressees=("local_governments",))
            draft(store)
            draft(other)
            merge(store, [other.path])
        draft(store)
        assert [(each.kind, each.field) for each in store.conflicts()] == []
        assert not draft(store).written


def test_the_same_words_led_by_different_people_are_one_item_once_drafted_again(folder: Path) -> None:
    with a_room(folder) as store:
        first, second = adopted(store, "Open the wells."), adopted(store, "open the wells")
        with copy_for(store, "Bo") as other:
            other.change(first, status=ASIDE)
            other.change(first, status="proposed")
            draft(store)
            draft(other)
            merge(store, [other.path])
        draft(store)
        assert [set(each.sources) for each in store.all(Item)] == [{first.id, second.id}]


def test_an_edit_on_one_copy_survives_a_draft_on_the_other(folder: Path) -> None:
    with a_room(folder) as store:
        wells = adopted(store, "Open the wells.")
        draft(store)
        with copy_for(store, "Bo") as other:
            reword(other, item_of(other, wells), "dig")
            asked(store, "open the wells")
            draft(store)
            merge(store, [other.path])
        assert in_order(store) == [["dig"]]
        assert store.conflicts() == []
        draft(store)
        assert in_order(store) == [["dig"]]
        assert len(item_of(store, wells).sources) == 2


def test_sources_that_two_drafts_named_add_up_to_those_there_are(folder: Path) -> None:
    with a_room(folder) as store:
        wells = adopted(store, "Open the wells.")
        draft(store)
        with copy_for(store, "Bo") as other:
            mine, theirs = asked(store, "open the wells"), asked(other, "Open the wells!")
            draft(store)
            draft(other)
            merge(store, [other.path])
        draft(store)
        assert set(item_of(store, wells).sources) == {wells.id, mine.id, theirs.id}
        assert store.conflicts() == []


def test_a_source_a_person_added_on_one_copy_stays_when_the_other_has_drafted(folder: Path) -> None:
    with a_room(folder) as store:
        wells, roads = adopted(store, "Open the wells."), asked(store, "Mend the roads.")
        draft(store)
        with copy_for(store, "Bo") as other:
            other.change(item_of(other, wells), sources=[wells.id, roads.id])
            twin = asked(store, "open the wells")
            draft(store)
            merge(store, [other.path])
        draft(store)
        assert set(item_of(store, wells).sources) == {wells.id, roads.id, twin.id}


def test_a_source_a_person_took_out_on_one_copy_stays_out_when_the_other_has_drafted(folder: Path) -> None:
    with a_room(folder) as store:
        wells, twin = adopted(store, "Open the wells."), asked(store, "open the wells")
        draft(store)
        with copy_for(store, "Bo") as other:
            other.change(item_of(other, wells), sources=[wells.id])
            third = asked(store, "Open the wells!")
            draft(store)
            merge(store, [other.path])
        draft(store)
        assert set(item_of(store, wells).sources) == {wells.id, third.id}
        store.change(third, text="Close the mines.")
        draft(store)
        assert item_of(store, wells).sources == [wells.id]
        assert twin.id in item_of(store, wells).drafted_sources


def test_a_place_a_person_chose_stands_against_what_a_draft_elsewhere_worked_out(folder: Path) -> None:
    with a_room(folder) as store:
        first, second = adopted(store, "Open the wells.", hands=(9, 0, 0)), adopted(store, "Mend the roads.")
        draft(store)
        with copy_for(store, "Bo") as other:
            other.change(item_of(other, second), rank=-3)
            adopted(store, "Plant trees.", hands=(90, 0, 0))
            draft(store)
            merge(store, [other.path])
        assert [each.field for each in store.conflicts()] == ["rank"]
        draft(store)
        assert store.conflicts() == []
        assert item_of(store, second).rank == -3
        assert in_order(store) == [["mend the roads", "plant trees", "open the wells"]]
        assert first.id in item_of(store, first).sources


def test_a_paragraph_a_person_put_an_item_into_stands_against_a_draft_elsewhere(folder: Path) -> None:
    with a_room(folder) as store:
        wells, roads = adopted(store, "Open the wells."), adopted(store, "Mend the roads.", addressees=("uclg",))
        plant = adopted(store, "Plant trees.", addressees=("national_governments",))
        draft(store)
        with copy_for(store, "Bo") as other:
            other.change(item_of(other, wells), paragraph=paragraph_of(other, roads).id)
            store.change(wells, addressees=plant.addressees)
            draft(store)
            merge(store, [other.path])
        draft(store)
        assert paragraph_of(store, wells).id == paragraph_of(store, roads).id
        assert store.conflicts() == []


def test_places_two_people_chose_are_left_to_them(folder: Path) -> None:
    with a_room(folder) as store:
        wells = adopted(store, "Open the wells.")
        draft(store)
        with copy_for(store, "Bo") as other:
            item = item_of(store, wells)
            store.change(item, rank=4)
            other.change(item, rank=-4)
            merge(store, [other.path])
        draft(store)
        assert [(each.field, {option.value for option in each.options}) for each in store.conflicts()] == [
            ("rank", {4, -4})
        ]


@pytest.mark.parametrize("edit_is_later", [True, False])
def test_words_a_person_wrote_stand_against_what_a_draft_elsewhere_proposed(folder: Path, edit_is_later: bool) -> None:
    with a_room(folder) as store:
        wells = adopted(store, "Open the wells.")
        draft(store)
        with copy_for(store, "Bo") as later:
            editing, drafting = (later, store) if edit_is_later else (store, later)
            reword(editing, item_of(editing, wells), "dig")
            drafting.change(wells, text="Open all the wells.")
            draft(drafting)
            merge(store, [later.path])
        assert {each.field for each in store.conflicts()} == {"words"}
        draft(store)
        assert in_order(store) == [["dig"]]
        assert store.conflicts() == []


def test_words_two_people_wrote_are_left_to_them(folder: Path) -> None:
    with a_room(folder) as store:
        wells = adopted(store, "Open the wells.")
        draft(store)
        with copy_for(store, "Bo") as other:
            item = item_of(store, wells)
            reword(store, item, "dig")
            reword(other, item, "pump")
            merge(store, [other.path])
        store.change(wells, text="Open all the wells.")
        draft(store)
        assert [(each.field, {option.value["en"] for option in each.options}) for each in store.conflicts()] == [
            ("words", {"dig", "pump"})
        ]


@pytest.mark.parametrize("again", ["en", "fr"])
def test_drafts_in_two_languages_made_on_two_laptops_add_up(folder: Path, again: str) -> None:
    with a_room(folder) as store:
        made = {"fr": translation("Ouvrir les puits.", of="Open the wells.")}
        wells = adopted(store, "Open the wells.", translations=made, addressees=("uclg",))
        with copy_for(store, "Bo") as other:
            draft(store)
            draft(other, "fr")
            merge(store, [other.path])
        draft(store, again)
        item, paragraph = item_of(store, wells), paragraph_of(store, wells)
        assert item.words == {"en": "open the wells", "fr": "ouvrir les puits"}
        assert set(item.drafted) == set(paragraph.drafted) == set(paragraph.addressed) == {"en", "fr"}
        assert store.conflicts() == []


def test_an_item_one_wrote_and_a_paragraph_the_other_left_out_are_both_kept(folder: Path) -> None:
    with a_room(folder) as store:
        wells = adopted(store, "Open the wells.")
        adopted(store, "Mend the roads.", addressees=("uclg",))
        draft(store)
        with copy_for(store, "Bo") as other:
            mine = an_item(other, paragraph_of(other, wells), "dig")
            store.change(paragraph_of(store, wells), left_out=True)
            draft(store)
            merge(store, [other.path])
        draft(store)
        assert store.get(Item, mine.id).words == {"en": "dig"}
        assert paragraph_of(store, wells).left_out
        assert in_order(store) == [["mend the roads"]]


def test_what_one_left_out_the_other_does_not_bring_back(folder: Path) -> None:
    with a_room(folder) as store:
        wells, _ = adopted(store, "Open the wells."), adopted(store, "Mend the roads.")
        draft(store)
        with copy_for(store, "Bo") as other:
            store.change(item_of(store, wells), left_out=True)
            other.change(wells, text="Open all the wells.")
            draft(other)
            merge(store, [other.path])
        draft(store)
        assert in_order(store) == [["mend the roads"]]
