"""Where a person put a section, a paragraph or an item, there it stays; what was not moved follows its rooms."""

from __future__ import annotations

from pathlib import Path

from consultation.model import Item, Paragraph, Recommendation, Section, SectionKind
from consultation.store import Store
from tests.drafting.rooms import (
    ASIDE,
    a_room,
    adopted,
    asked,
    draft,
    in_order,
    item_of,
    paragraph_of,
    paragraphs_in,
    promise,
    read,
    reword,
)


def in_turn(store: Store, *texts: str, **values: object) -> list[Recommendation]:
    """Recommendations that drafting puts in this order: each has fewer hands for it than the one before."""
    return [
        adopted(store, text, hands=(90 - place, 0, 0), **values)  # type: ignore[arg-type]
        for place, text in enumerate(texts)
    ]


# ------------------------------------------------------------------------------------------------------- items


def test_the_order_a_person_gave_stays_when_more_is_said(folder: Path) -> None:
    with a_room(folder) as store:
        _, second, third = in_turn(store, "Open the wells.", "Mend the roads.", "Plant trees.")
        draft(store)
        ranks = [item_of(store, each).rank for each in (second, third)]
        for each, rank in zip((third, second), ranks, strict=True):
            store.change(item_of(store, each), rank=rank)
        chosen = ["open the wells", "plant trees", "mend the roads"]
        assert in_order(store) == [chosen]
        adopted(store, "Close the mines.", hands=(900, 0, 0))
        draft(store)
        assert in_order(store) == [["close the mines", *chosen]]
        adopted(store, "Count the trees.", hands=(1, 0, 0))
        draft(store)
        assert in_order(store) == [["close the mines", *chosen, "count the trees"]]
        assert {item_of(store, each).rank for each in (second, third)} == set(ranks)
        assert not draft(store).written


def test_what_was_moved_to_the_front_stays_there_and_what_was_not_follows_the_room(folder: Path) -> None:
    with a_room(folder) as store:
        _, second, third = in_turn(store, "Open the wells.", "Mend the roads.", "Plant trees.")
        draft(store)
        store.change(item_of(store, third), rank=-1)
        asked(store, "mend the roads", hands=(900, 0, 0))
        draft(store)
        assert in_order(store) == [["plant trees", "mend the roads", "open the wells"]]
        assert item_of(store, third).rank == -1
        assert second.id in item_of(store, second).sources


def test_what_is_put_back_where_drafting_had_it_follows_again(folder: Path) -> None:
    with a_room(folder) as store:
        _, second = in_turn(store, "Open the wells.", "Mend the roads.")
        draft(store)
        store.change(item_of(store, second), rank=-1)
        draft(store)
        assert in_order(store) == [["mend the roads", "open the wells"]]
        store.change(item_of(store, second), rank=item_of(store, second).drafted_rank)
        draft(store)
        assert in_order(store) == [["open the wells", "mend the roads"]]


def test_an_item_put_into_another_paragraph_stays_there_and_is_still_worded(folder: Path) -> None:
    with a_room(folder) as store:
        wells, roads = adopted(store, "Open the wells."), adopted(store, "Mend the roads.", addressees=("uclg",))
        draft(store)
        elsewhere = paragraph_of(store, roads).id
        store.change(item_of(store, wells), paragraph=elsewhere, rank=7)
        store.change(wells, text="Open all the wells.")
        draft(store)
        assert (item_of(store, wells).paragraph, item_of(store, wells).rank) == (elsewhere, 7)
        assert in_order(store) == [["mend the roads", "open all the wells"]]
        assert not draft(store).written


def test_an_item_moved_into_a_paragraph_whose_own_items_go_keeps_it(folder: Path) -> None:
    with a_room(folder) as store:
        wells, roads = adopted(store, "Open the wells."), adopted(store, "Mend the roads.", addressees=("uclg",))
        draft(store)
        elsewhere = paragraph_of(store, roads).id
        store.change(item_of(store, wells), paragraph=elsewhere, rank=7)
        store.change(roads, status=ASIDE)
        draft(store)
        assert in_order(store) == [["open the wells"]]
        assert paragraph_of(store, wells).id == elsewhere
        assert not store.get(Paragraph, elsewhere).deleted


def test_a_pinned_item_keeps_its_place_and_outlives_its_source(folder: Path) -> None:
    with a_room(folder) as store:
        first, _ = in_turn(store, "Open the wells.", "Mend the roads.")
        draft(store)
        store.change(item_of(store, first), pinned=True)
        asked(store, "mend the roads", hands=(900, 0, 0))
        draft(store)
        assert in_order(store) == [["open the wells", "mend the roads"]]
        pinned = item_of(store, first).id
        store.delete(first)
        assert draft(store).without_source == [pinned]
        assert not store.get(Item, pinned).deleted


def test_a_pinned_item_goes_to_no_other_paragraph_when_it_is_asked_of_others(folder: Path) -> None:
    with a_room(folder) as store:
        wells, roads = adopted(store, "Open the wells.", addressees=("uclg",)), adopted(store, "Mend the roads.")
        draft(store)
        there = paragraph_of(store, wells).id
        store.change(item_of(store, wells), pinned=True)
        for each in (wells, roads):
            store.change(each, addressees=roads.addressees)
        draft(store)
        assert paragraph_of(store, wells).id == there


# -------------------------------------------------------------------------------------- paragraphs and sections


def asked_of_three(store: Store) -> list[Recommendation]:
    """A recommendation in each strand: three paragraphs in one section."""
    return [
        adopted(store, text, strands=(key,))
        for text, key in (("Open the wells.", "people"), ("Plant trees.", "planet"), ("Mend the roads.", "government"))
    ]


def test_a_paragraph_a_person_moved_stays_where_it_is_with_its_items(folder: Path) -> None:
    with a_room(folder) as store:
        _, second, third = asked_of_three(store)
        draft(store)
        store.change(paragraph_of(store, third), rank=-1)
        store.delete(second)
        draft(store)
        assert in_order(store) == [["mend the roads"], ["open the wells"]]
        assert paragraph_of(store, third).rank == -1
        assert [each.number for each in paragraphs_in(read(store))] == ["1", "2"]


def test_a_paragraph_put_into_another_section_stays_there(folder: Path) -> None:
    with a_room(folder) as store:
        wells, roads = adopted(store, "Open the wells."), adopted(store, "Mend the roads.", addressees=("uclg",))
        draft(store)
        elsewhere = paragraph_of(store, roads).section
        store.change(paragraph_of(store, wells), section=elsewhere, rank=7)
        adopted(store, "Plant trees.")
        draft(store)
        assert (paragraph_of(store, wells).section, paragraph_of(store, wells).rank) == (elsewhere, 7)
        assert in_order(store) == [["mend the roads"], ["open the wells", "plant trees"]]
        assert not draft(store).written


def test_a_pinned_paragraph_keeps_its_place_when_others_come(folder: Path) -> None:
    with a_room(folder) as store:
        second = adopted(store, "Plant trees.", strands=("planet",))
        draft(store)
        store.change(paragraph_of(store, second), pinned=True)
        rank = paragraph_of(store, second).rank
        adopted(store, "Open the wells.", strands=("people",))
        draft(store)
        assert paragraph_of(store, second).rank == rank
        assert in_order(store) == [["open the wells"], ["plant trees"]]


def test_a_section_a_person_moved_stays_where_it_is(folder: Path) -> None:
    with a_room(folder) as store:
        ours = adopted(store, "Open the wells.", addressees=("local_governments",))
        adopted(store, "Mend the roads.", addressees=("uclg",))
        draft(store)
        section = store.get(Section, paragraph_of(store, ours).section)
        store.change(section, rank=section.rank + 100)
        adopted(store, "Plant trees.", addressees=("national_governments",))
        draft(store)
        assert in_order(store) == [["plant trees"], ["mend the roads"], ["open the wells"]]
        assert store.get(Section, section.id).rank == section.rank + 100
        assert not draft(store).written


def test_an_edited_item_follows_its_recommendation_to_whom_it_is_asked_of(folder: Path) -> None:
    """Words are a person's, the place is not: only what was moved or pinned stays."""
    with a_room(folder) as store:
        wells, _ = adopted(store, "Open the wells.", addressees=("uclg",)), adopted(store, "Mend the roads.")
        draft(store)
        reword(store, item_of(store, wells), "dig")
        store.change(wells, addressees=[])
        draft(store)
        assert sorted(in_order(store)[0]) == ["dig", "mend the roads"]


def test_a_paragraph_left_out_is_brought_back_in_no_language_and_its_items_stay_with_it(folder: Path) -> None:
    with a_room(folder) as store:
        wells, _ = adopted(store, "Open the wells.", addressees=("uclg",)), adopted(store, "Mend the roads.")
        draft(store)
        gone = paragraph_of(store, wells)
        store.change(gone, left_out=True)
        for language in ("en", "fr", "en"):
            done = draft(store, language)
            assert done.left_out == 1
            assert gone.id not in done.new
        standing = read(store)
        assert [each.id for each in standing.left_out] == [gone.id]
        assert in_order(store) == [["mend the roads"]]
        assert wells.id not in standing.unused
        assert [each.number for each in paragraphs_in(standing)] == ["1"]
        store.change(store.get(Paragraph, gone.id), left_out=False)
        for language in ("en", "fr"):
            assert gone.id in {each.id for each in read(store, language).paragraphs}
            assert not draft(store, language).written


def test_a_recital_a_person_moved_before_another_stays(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, "Open the wells.")
        draft(store)
        recitals = [each.id for each in paragraphs_in(read(store), SectionKind.RECITALS)]
        store.change(store.get(Paragraph, recitals[-1]), rank=-9)
        draft(store)
        draft(store, "fr")
        for language in ("en", "fr"):
            now = [each.id for each in paragraphs_in(read(store, language), SectionKind.RECITALS)]
            assert now == [recitals[-1], *recitals[:-1]]


def test_a_phrase_that_leads_to_no_item_any_longer_is_not_read_and_what_was_left_out_can_be_brought_back(
    folder: Path,
) -> None:
    with a_room(folder) as store:
        ours = adopted(store, "Open the wells.", addressees=("local_governments",))
        adopted(store, "Mend the roads.", addressees=("uclg",))
        draft(store)
        gone = item_of(store, ours)
        store.change(gone, left_out=True)
        for language in ("en", "en", "fr", "en"):
            standing = read(store, language)
            if language in standing.languages:
                assert [(each.number, len(each.items)) for each in paragraphs_in(standing)] == [("1", 1)]
                assert [each.id for each in standing.left_out_items] == [gone.id]
                assert ours.id not in standing.unused
            draft(store, language)
        store.change(store.get(Item, gone.id), left_out=False)
        assert [each.number for each in paragraphs_in(read(store))] == ["1", "2"]


def test_a_phrase_whose_items_are_left_out_in_one_language_leaves_its_number_free_there(folder: Path) -> None:
    with a_room(folder) as store:
        ours = adopted(store, "Open the wells.", addressees=("local_governments",))
        adopted(store, "Mend the roads.", addressees=("uclg",))
        for language in ("en", "fr"):
            draft(store, language)
        store.change(item_of(store, ours), left_out_in=["fr"])
        for _ in range(2):
            assert [each.number for each in paragraphs_in(read(store))] == ["1", "2"]
            assert [each.number for each in paragraphs_in(read(store, "fr"))] == ["2"]
            assert [each.id for each in read(store, "fr").left_out_items] == [item_of(store, ours).id]
            draft(store, "fr")


def test_a_commitment_left_out_is_not_brought_back(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, "Open the wells.")
        trees, roads = (promise(store, text, who="We") for text in ("Plant trees.", "Mend the roads."))
        draft(store)
        gone = item_of(store, trees)
        store.change(gone, left_out=True)
        for language in ("en", "fr", "en"):
            assert draft(store, language).left_out == 1
            (paragraph,) = [each for each in paragraphs_in(read(store, language), SectionKind.FOLLOW_UP) if each.items]
            assert [item.commitment for item in paragraph.items] == [roads.id]
            assert [each.id for each in read(store, language).left_out_items] == [gone.id]
