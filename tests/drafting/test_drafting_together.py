"""Two people draft the same consultation on copies of their own, and merge."""

from __future__ import annotations

from pathlib import Path

import pytest

from consultation.drafting import draft_declaration
from consultation.language import translator
from consultation.merging import merge
from consultation.model import Paragraph, RecommendationStatus, Section, translation
from consultation.reading.parts import Parts
from consultation.store import Store
from tests.builders import handed_to
from tests.drafting.rooms import Ticking, a_room, asked, edit, operative, reword, said

EN = translator("en")


def copy_for(store: Store, who: str) -> Store:
    return handed_to(store, who, watch=Ticking(store.clock.now() + 60_000))


def doubled(store: Store) -> list[str]:
    """The texts that stand in more than one clause."""
    written = [said(one) for one in store.all(Paragraph)]
    return [one for one in written if written.count(one) > 1]


def test_two_drafts_of_the_same_material_are_one(folder: Path) -> None:
    with a_room(folder) as store:
        asked(store, "Open the wells.", strands=("planet",))
        asked(store, "Mend the roads.")
        with copy_for(store, "Bo") as other:
            made = draft_declaration(store, EN).new
            draft_declaration(other, EN)
            merge(store, [other.path])
            merge(other, [store.path])
            assert store.digest() == other.digest()
        assert store.count(Paragraph) == len(made)
        assert doubled(store) == []
        assert store.conflicts() == []
        assert not draft_declaration(store, EN).written


def test_two_drafts_of_two_rooms_have_every_clause_once(folder: Path) -> None:
    with a_room(folder) as store:
        shared = asked(store, "Open the wells.")
        with copy_for(store, "Bo") as other:
            mine = asked(store, "Mend the roads.")
            theirs = asked(other, "Plant trees.", status=RecommendationStatus.ADOPTED)
            draft_declaration(store, EN)
            draft_declaration(other, EN)
            merge(store, [other.path])
        assert doubled(store) == []
        draft_declaration(store, EN)
        assert {tuple(one.sources) for one in operative(store)} == {(shared.id,), (mine.id,), (theirs.id,)}
        assert len({one.id for one in store.all(Section)}) == store.count(Section)


def test_places_of_clauses_are_nothing_for_a_person_to_decide(folder: Path) -> None:
    """What drafting itself worked out on two laptops it works out again; only words are a person's to decide."""
    with a_room(folder) as store:
        for text in ("Open the wells.", "Mend the roads."):
            asked(store, text)
        with copy_for(store, "Bo") as other:
            asked(other, "Plant trees.", status=RecommendationStatus.ADOPTED)
            draft_declaration(store, EN)
            draft_declaration(other, EN)
            merge(store, [other.path])
        draft_declaration(store, EN)
        assert [(one.kind, one.field) for one in store.conflicts()] == []


def test_the_same_words_led_by_different_people_are_one_clause_once_drafted_again(folder: Path) -> None:
    with a_room(folder) as store:
        one, other_one = asked(store, "Open the wells."), asked(store, "open the wells")
        with copy_for(store, "Bo") as other:
            other.change(other_one, status=RecommendationStatus.ADOPTED)
            draft_declaration(store, EN)
            draft_declaration(other, EN)
            merge(store, [other.path])
        draft_declaration(store, EN)
        assert [set(each.sources) for each in operative(store)] == [{one.id, other_one.id}]


def test_an_edit_on_one_copy_survives_a_draft_on_the_other(folder: Path) -> None:
    with a_room(folder) as store:
        one = asked(store, "Open the wells.")
        draft_declaration(store, EN)
        with copy_for(store, "Bo") as other:
            (clause,) = operative(other)
            edit(other, clause, Parts("Urge", "mayors to", "dig."))
            asked(store, "open the wells")
            draft_declaration(store, EN)
            merge(store, [other.path])
        assert [said(each) for each in operative(store)] == ["Urge mayors to dig."]
        assert store.conflicts() == []
        draft_declaration(store, EN)
        (kept,) = operative(store)
        assert said(kept) == "Urge mayors to dig."
        assert one.id in kept.sources
        assert len(kept.sources) == 2


def test_a_place_a_person_chose_stands_against_what_a_draft_elsewhere_worked_out(folder: Path) -> None:
    with a_room(folder) as store:
        first, second = asked(store, "Open the wells.", hands=(9, 0, 0)), asked(store, "Mend the roads.")
        draft_declaration(store, EN)
        with copy_for(store, "Bo") as other:
            moved = next(each for each in operative(other) if each.sources == [second.id])
            other.change(moved, rank=-3)
            asked(store, "Plant trees.", status=RecommendationStatus.ADOPTED)
            draft_declaration(store, EN)
            merge(store, [other.path])
        assert [each.field for each in store.conflicts()] == ["rank"]
        draft_declaration(store, EN)
        assert store.conflicts() == []
        assert store.get(Paragraph, moved.id).rank == -3
        assert [each.sources for each in operative(store)][:1] == [[second.id]]
        assert first.id in operative(store)[-1].sources


def test_places_two_people_chose_are_left_to_them(folder: Path) -> None:
    with a_room(folder) as store:
        asked(store, "Open the wells.")
        draft_declaration(store, EN)
        with copy_for(store, "Bo") as other:
            (paragraph,) = operative(store)
            store.change(paragraph, rank=4)
            other.change(paragraph, rank=-4)
            merge(store, [other.path])
        draft_declaration(store, EN)
        assert [(each.field, {option.value for option in each.options}) for each in store.conflicts()] == [
            ("rank", {4, -4})
        ]


@pytest.mark.parametrize("edit_is_later", [True, False])
def test_words_a_person_wrote_stand_against_what_a_draft_elsewhere_proposed(folder: Path, edit_is_later: bool) -> None:
    with a_room(folder) as store:
        one = asked(store, "Open the wells.")
        draft_declaration(store, EN)
        with copy_for(store, "Bo") as later:
            editing, drafting = (later, store) if edit_is_later else (store, later)
            (paragraph,) = operative(editing)
            reword(editing, paragraph, "dig.")
            drafting.change(one, text="Open all wells.")
            draft_declaration(drafting, EN)
            merge(store, [later.path])
        assert {each.field for each in store.conflicts()} == {"words"}
        draft_declaration(store, EN)
        assert [said(each) for each in operative(store)] == ["Ask all those concerned to dig."]
        assert store.conflicts() == []


def test_words_two_people_wrote_are_left_to_them(folder: Path) -> None:
    with a_room(folder) as store:
        one = asked(store, "Open the wells.")
        draft_declaration(store, EN)
        with copy_for(store, "Bo") as other:
            (paragraph,) = operative(store)
            reword(store, paragraph, "dig.")
            reword(other, paragraph, "pump.")
            merge(store, [other.path])
        store.change(one, text="Open all wells.", status=RecommendationStatus.ADOPTED)
        draft_declaration(store, EN)
        assert [(each.field, {option.value["en"] for option in each.options}) for each in store.conflicts()] == [
            ("words", {"dig.", "pump."})
        ]


@pytest.mark.parametrize("again", ["en", "fr"])
def test_drafts_in_two_languages_made_on_two_laptops_add_up(folder: Path, again: str) -> None:
    with a_room(folder) as store:
        asked(store, "Open the wells.", translations={"fr": translation("Ouvrir les puits.", "Open the wells.")})
        with copy_for(store, "Bo") as other:
            draft_declaration(store, EN)
            draft_declaration(other, translator("fr"))
            merge(store, [other.path])
        draft_declaration(store, translator(again))
        (paragraph,) = operative(store)
        assert said(paragraph) == "Ask all those concerned to open the wells."
        assert said(paragraph, "fr").endswith("ouvrir les puits.")
        assert set(paragraph.drafted) == {"en", "fr"}
        assert store.conflicts() == []
