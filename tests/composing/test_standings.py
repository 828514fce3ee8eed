"""Where each recommendation stands, and why it is not in the text."""

from __future__ import annotations

from pathlib import Path

from consultation.composing.standings import further_to, standings_of
from consultation.language import translator
from consultation.model import Arrangement, Item, Recommendation, RecommendationSet, RecommendationStatus
from consultation.reading.declaration import read_declaration
from consultation.reading.material import gather
from consultation.reading.standing import Standing, StandingKind
from consultation.store import Store
from tests.drafting.rooms import a_room, adopted, asked, draft


def standings(store: Store) -> dict[str, Standing]:
    """Where each recommendation stands, by its words."""
    draft(store)
    found = standings_of(gather(store), read_declaration(store, translator("en")))
    return {each.text: found[each.id] for each in store.all(Recommendation)}


def test_every_recommendation_has_a_standing_and_each_kind_is_told_apart(folder: Path) -> None:
    with a_room(folder) as store:
        store.change(store.consultation, letters_at_most=1)
        adopted(store, "Open the wells.", hands=(30, 0, 0))
        adopted(store, "Mend the roads.", hands=(3, 0, 0))
        adopted(store, "Sell the schools.", hands=(5, 4, 0))
        asked(store, "Plant trees.")
        asked(store, "Cut trees.", status=RecommendationStatus.SET_ASIDE)
        adopted(store, "Who should pay for all of it?")
        found = standings(store)
        kinds = {words: standing.kind for words, standing in found.items()}
        assert kinds == {
            "Open the wells.": StandingKind.IN_TEXT,
            "Mend the roads.": StandingKind.FURTHER,
            "Sell the schools.": StandingKind.NOT_AGREED,
            "Plant trees.": StandingKind.ANNEX,
            "Cut trees.": StandingKind.SET_ASIDE,
            "Who should pay for all of it?": StandingKind.NEEDS_WORDING,
        }
        assert found["Mend the roads."].reference == found["Open the wells."].reference
        by_id = dict(zip((each.id for each in store.all(Recommendation)), found.values(), strict=True))
        assert further_to(by_id) == {found["Mend the roads."].anchor: 1}


def test_what_a_person_left_out_or_no_draft_has_taken_up_is_not_further_to_anything(folder: Path) -> None:
    with a_room(folder) as store:
        store.change(store.consultation, letters_at_most=2)
        left_out = adopted(store, "Mend the roads.", hands=(20, 0, 0))
        kept = adopted(store, "Open the wells.", hands=(30, 0, 0))
        draft(store)
        (item,) = (each for each in store.all(Item) if left_out.id in each.sources)
        store.change(item, left_out=True)
        late = adopted(store, "Plant trees.", hands=(10, 0, 0))
        found = standings_of(gather(store), read_declaration(store, translator("en")))
        assert found[kept.id].kind is StandingKind.IN_TEXT
        assert found[left_out.id] == found[late.id] == Standing(StandingKind.ANNEX)
        assert further_to(found) == {}


def test_what_is_further_to_a_paragraph_is_so_where_the_text_is_arranged_by_set(folder: Path) -> None:
    with a_room(folder) as store:
        store.change(store.consultation, letters_at_most=1, arranged_by=Arrangement.SET)
        for words, hands in (("Open the wells.", 30), ("Mend the roads.", 3)):
            adopted(store, words, RecommendationSet.POLICY, hands=(hands, 0, 0), addressees=("uclg",))
        found = standings(store)
        assert found["Mend the roads."].kind is StandingKind.FURTHER
        assert found["Mend the roads."].reference == found["Open the wells."].reference


def test_all_who_said_the_same_stand_where_it_is_said(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, "Open the wells.", room="D2-WATER")
        asked(store, "open the wells!", room="D3-HUB")
        found = standings(store)
        assert len(set(found.values())) == 1
