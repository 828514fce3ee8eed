"""Two people draft the same consultation on copies of their own, and merge."""

from __future__ import annotations

from pathlib import Path

from consultation.drafting import draft_declaration
from consultation.language import translator
from consultation.merging import merge
from consultation.model import Paragraph, RecommendationStatus, Section
from consultation.reading.parts import Parts
from consultation.store import Store
from tests.builders import handed_to
from tests.drafting.rooms import Ticking, a_room, asked, edit, operative, said

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
            clauses = draft_declaration(store, EN).clauses
            draft_declaration(other, EN)
            merge(store, [other.path])
            merge(other, [store.path])
            assert store.digest() == other.digest()
        assert store.count(Paragraph) == clauses
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
