"""Drafting again: what is new, changed, withdrawn and kept is said; nothing is doubled and nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from consultation.drafting import draft_declaration
from consultation.errors import Cancelled
from consultation.language import translator
from consultation.model import Item, Paragraph, RecommendationStatus, Section, SectionKind, translation
from consultation.progress import Progress
from consultation.store import Store
from tests.drafting.rooms import (
    ADOPTED,
    ASIDE,
    LANGUAGES,
    POLICY,
    a_room,
    adopted,
    asked,
    draft,
    in_order,
    item_of,
    paragraph_of,
    read,
    reword,
)

PROPOSED = RecommendationStatus.PROPOSED


def passages(store: Store) -> set[object]:
    return {each.id for kind in (Paragraph, Item) for each in store.all(kind)}


def test_the_first_draft_is_all_new_and_says_how_much_there_is(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, "Open the wells.")
        adopted(store, "Mend the roads.")
        done = draft(store)
        assert done.first
        assert set(done.new) == passages(store)
        assert len(done.new) == len(set(done.new))
        recitals = [each for each in read(store).paragraphs if each.part is SectionKind.RECITALS]
        assert (done.clauses, done.items, done.recitals) == (2, 2, len(recitals))
        assert not any((done.changed, done.kept, done.withdrawn, done.without_source, done.left_out))
        assert not draft(store).first
        assert draft(store, "fr").first


def test_drafting_twice_changes_nothing(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, "Open the wells.", strands=("planet",), capitals=("environmental",), hands=(9, 1, 0))
        adopted(store, "Mend the roads.", POLICY, reserved="Not ours.", hands=(1, 1, 0))
        adopted(store, "Créer un fonds.", language="fr")
        draft(store)
        digest = store.digest()
        again = draft(store)
        assert store.digest() == digest
        assert not again.written
        assert not any((again.new, again.changed, again.kept, again.withdrawn, again.without_source, again.left_out))


def test_a_new_recommendation_adds_one_item_where_it_belongs_and_says_so(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, "Open the wells.", hands=(9, 0, 0))
        draft(store)
        second = adopted(store, "Mend the roads.", hands=(90, 0, 0))
        again = draft(store)
        assert again.new == [item_of(store, second).id]
        assert (again.clauses, again.items) == (2, 2)
        assert in_order(store) == [["mend the roads", "open the wells"]]


def test_a_new_family_adds_a_paragraph_and_its_item(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, "Open the wells.")
        draft(store)
        second = adopted(store, "Mend the roads.", addressees=("uclg",))
        assert set(draft(store).new) == {item_of(store, second).id, paragraph_of(store, second).id}


def test_another_source_of_the_same_words_adds_no_item(folder: Path) -> None:
    with a_room(folder) as store:
        first = adopted(store, "Open the wells.")
        before = draft(store).items
        second = asked(store, "open the wells")
        again = draft(store)
        assert (again.items, again.new) == (before, [])
        assert item_of(store, first).sources == [first.id, second.id]


def test_another_source_that_takes_the_lead_adds_no_item(folder: Path) -> None:
    with a_room(folder) as store:
        first = adopted(store, "Open the wells.")
        draft(store)
        there = item_of(store, first).id
        second = adopted(store, "open the wells", hands=(9, 0, 0))
        draft(store)
        assert [(each.id, each.sources) for each in store.all(Item)] == [(there, [second.id, first.id])]


def test_an_item_nobody_edited_is_worded_anew_and_that_is_said(folder: Path) -> None:
    with a_room(folder) as store:
        wells = adopted(store, "Open the wells.")
        draft(store)
        store.change(wells, text="Open all the wells.")
        again = draft(store)
        assert again.changed == [item_of(store, wells).id]
        assert in_order(store) == [["open all the wells"]]


def test_a_lead_in_nobody_edited_follows_what_its_items_open_with(folder: Path) -> None:
    with a_room(folder) as store:
        wells = adopted(store, "Open the wells.", addressees=("uclg",))
        draft(store)
        adopted(store, "A fund for water.", addressees=("uclg",))
        again = draft(store)
        assert again.changed == [paragraph_of(store, wells).id]
        assert paragraph_of(store, wells).addressed["en"].endswith("to take the following measures:")


def test_an_item_that_nothing_is_proposed_for_any_longer_is_withdrawn_and_that_is_said_once(folder: Path) -> None:
    with a_room(folder) as store:
        wells = adopted(store, "Open the wells.")
        adopted(store, "Mend the roads.")
        draft(store)
        gone = item_of(store, wells).id
        store.delete(wells)
        assert draft(store).withdrawn == [gone]
        assert in_order(store) == [["mend the roads"]]
        assert draft(store).withdrawn == []


def test_the_paragraph_of_the_last_item_is_withdrawn_with_it_and_its_section_is_read_no_more(folder: Path) -> None:
    with a_room(folder) as store:
        wells = adopted(store, "Open the wells.", addressees=("uclg",))
        adopted(store, "Mend the roads.")
        draft(store)
        gone = {item_of(store, wells).id, paragraph_of(store, wells).id}
        store.change(wells, status=ASIDE)
        assert set(draft(store).withdrawn) == gone
        assert in_order(store) == [["mend the roads"]]
        assert [each.number for each in read(store).paragraphs if each.number] == ["1", "2"]


def test_a_withdrawn_item_comes_back_as_new_with_its_source(folder: Path) -> None:
    with a_room(folder) as store:
        wells, _ = adopted(store, "Open the wells."), adopted(store, "Mend the roads.")
        draft(store)
        store.change(wells, status=ASIDE)
        draft(store)
        store.change(wells, status=ADOPTED, text="Open all the wells.")
        again = draft(store)
        assert again.new == [item_of(store, wells).id]
        assert again.left_out == 0
        assert in_order(store) == [["open all the wells", "mend the roads"]]


def test_what_rooms_no_longer_agree_to_goes_over_to_where_nothing_was_agreed(folder: Path) -> None:
    with a_room(folder) as store:
        wells, _ = adopted(store, "Open the wells."), adopted(store, "Mend the roads.")
        draft(store)
        there = item_of(store, wells).id
        asked(store, "open the wells", status=ASIDE)
        again = draft(store)
        assert item_of(store, wells).id == there
        assert in_order(store) == [["mend the roads"]]
        (paragraph,) = [each for each in read(store).paragraphs if each.part is SectionKind.DIVERGENCE]
        assert [item.text for item in paragraph.items] == ["Open the wells."]
        assert not again.withdrawn


@pytest.mark.parametrize("older_moves", [True, False])
def test_words_that_part_again_make_two_items_and_lose_none(folder: Path, older_moves: bool) -> None:
    with a_room(folder) as store:
        old, young = adopted(store, "Open the wells."), adopted(store, "open the wells")
        draft(store)
        moving, staying = (old, young) if older_moves else (young, old)
        store.change(moving, text="Close the mines.")
        draft(store)
        assert {tuple(each.sources) for each in store.all(Item)} == {(moving.id,), (staying.id,)}
        assert not draft(store).written


def test_two_items_whose_words_meet_become_one(folder: Path) -> None:
    with a_room(folder) as store:
        wells, roads = adopted(store, "Open the wells."), adopted(store, "Mend the roads.")
        draft(store)
        store.change(roads, text="open the wells")
        again = draft(store)
        assert [each.sources for each in store.all(Item)] == [[wells.id, roads.id]]
        assert len(again.withdrawn) == 1


def test_two_languages_live_side_by_side(folder: Path) -> None:
    with a_room(folder) as store:
        made = {"fr": translation("Ouvrir les puits.", of="Open the wells.")}
        wells, roads = adopted(store, "Open the wells.", translations=made), adopted(store, "Mend the roads.")
        english, french = draft(store, "en"), draft(store, "fr")
        assert (english.clauses, english.items) == (french.clauses, french.items)
        assert set(english.new) == set(french.new)
        assert item_of(store, wells).words == {"en": "open the wells", "fr": "ouvrir les puits"}
        assert item_of(store, wells).renderings["fr"]["of"] == made["fr"]["of"]
        assert item_of(store, roads).untranslated == {"fr": "en"}
        for language in ("en", "fr"):
            assert not draft(store, language).written


def test_a_translation_that_comes_later_takes_the_brackets_away_and_one_taken_away_brings_them_back(
    folder: Path,
) -> None:
    with a_room(folder) as store:
        wells = adopted(store, "Ouvrir les puits.", language="fr")
        draft(store)
        assert item_of(store, wells).untranslated == {"en": "fr"}
        store.change(wells, translations={"en": translation("Open the wells.", of="Ouvrir les puits.")})
        draft(store)
        assert (item_of(store, wells).untranslated, in_order(store)) == ({}, [["open the wells"]])
        store.change(wells, translations={})
        draft(store)
        assert (item_of(store, wells).untranslated, item_of(store, wells).renderings) == ({"en": "fr"}, {})
        assert in_order(store) == [["ouvrir les puits"]]


def test_no_asterisk_is_left_in_any_record(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, "Open the wells.", capitals=("environmental",), strands=("people",))
        for language in LANGUAGES:
            draft(store, language)
        for paragraph in store.all(Paragraph):
            assert "*" not in str((paragraph.lead_in, paragraph.addressed, paragraph.words, paragraph.drafted))
        preamble = next(each for each in read(store).paragraphs)
        assert preamble.parts.lead_in == "We"


# ------------------------------------------------------------------------------------------------- as if never


def test_undoing_a_draft_puts_everything_back(folder: Path) -> None:
    with a_room(folder) as store:
        wells, _ = adopted(store, "Open the wells."), adopted(store, "Mend the roads.")
        draft(store)
        adopted(store, "Plant trees.", addressees=("uclg",), hands=(9, 0, 0))
        store.change(wells, text="Open all the wells.")
        before = [store.all(kind) for kind in (Section, Paragraph, Item)]
        written = draft(store).written
        assert [store.all(kind) for kind in (Section, Paragraph, Item)] != before
        store.undo(written)
        assert [store.all(kind) for kind in (Section, Paragraph, Item)] == before


def test_a_first_draft_that_was_undone_leaves_nothing_and_can_be_made_again(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, "Open the wells.")
        first = draft(store)
        store.undo(first.written)
        assert passages(store) == set()
        assert store.all(Section) == []
        again = draft(store)
        assert set(again.new) == set(first.new)
        assert again.left_out == 0
        assert in_order(store) == [["open the wells"]]


def test_a_draft_that_fails_leaves_nothing_behind(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with a_room(folder) as store:
        adopted(store, "Open the wells.")
        digest = store.digest()
        save, saved = store.save, []

        def failing(record: Paragraph) -> object:
            saved.append(record)
            if len(saved) == 5:
                raise RuntimeError("the stick was pulled out")
            return save(record)

        monkeypatch.setattr(store, "save", failing)
        with pytest.raises(RuntimeError):
            draft(store)
        assert store.digest() == digest


@pytest.mark.parametrize("when", [0, 1, 2])
def test_drafting_that_is_stopped_leaves_everything_as_it_was(folder: Path, when: int) -> None:
    with a_room(folder) as store:
        adopted(store, "Open the wells.")
        draft(store)
        for text in ("Mend the roads.", "Plant trees."):
            adopted(store, text)
        digest = store.digest()
        progress = Progress(lambda done, total, what: progress.cancel() if done == when else None)
        with pytest.raises(Cancelled):
            draft_declaration(store, translator("en"), progress)
        assert store.digest() == digest
        assert in_order(store) == [["open the wells"]]


def test_the_draft_counts_what_stands_in_its_language(folder: Path) -> None:
    with a_room(folder) as store:
        wells = adopted(store, "Open the wells.")
        draft(store)
        before = draft(store, "fr").clauses
        section = paragraph_of(store, wells).section
        store.save(Paragraph(id=store.new_id(), section=section, words={"en": "We thank our hosts."}))
        assert draft(store, "en").clauses == before + 1


def test_an_edited_item_whose_words_meet_another_keeps_them(folder: Path) -> None:
    with a_room(folder) as store:
        wells, roads = adopted(store, "Open the wells."), adopted(store, "Mend the roads.")
        draft(store)
        reword(store, item_of(store, roads), "dig")
        store.change(roads, text="open the wells")
        draft(store)
        assert "dig" in in_order(store)[0]
        assert {each for item in store.all(Item) for each in item.sources} == {wells.id, roads.id}
