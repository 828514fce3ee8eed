"""Why a recommendation is not in the text, and where it went instead; what a person makes of one that cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from consultation.drafting import draft_declaration, word_clause
from consultation.drafting import fates as telling
from consultation.drafting.fates import Fate, account
from consultation.grammar import Unfit
from consultation.language import translator
from consultation.model import Group, Item, Recommendation, RecommendationStatus, Session
from consultation.reading.declaration import read_declaration
from consultation.reading.passages import Declaration
from consultation.store import Store
from tests.drafting.rooms import a_room, asked

EN = translator("en")
ADOPTED = RecommendationStatus.ADOPTED


def drafted(store: Store) -> Declaration:
    draft_declaration(store, EN)
    return read_declaration(store, EN)


def test_every_recommendation_outside_the_text_has_a_reason_and_a_place(folder: Path) -> None:
    with a_room(folder) as store:
        about = store.consultation
        store.change(about, letters_at_most=1)
        (room,) = store.all(Session)[:1] or [None]
        where = {"session": room.id} if room else {}
        best = asked(store, "Open the wells.", strands=("planet",), hands=(30, 1, 0), status=ADOPTED, **where)
        less = asked(store, "Mend the roads.", strands=("planet",), hands=(9, 1, 3), status=ADOPTED, **where)
        torn = asked(store, "Sell the wells.", hands=(9, 9, 0), status=ADOPTED)
        aside = asked(store, "Close the school.", status=RecommendationStatus.SET_ASIDE)
        open_ = asked(store, "Paint the bridge.", hands=(3, 0, 0))
        standing = drafted(store)
        made = account(store, standing)
        where_best = next(each for each in standing.passages if best.id in each.own_sources)
        recorded = next(each for each in standing.passages if torn.id in each.own_sources)
        assert best.id not in made.fates
        assert {each: told.fate for each, told in made.fates.items()} == {
            less.id: Fate.FURTHER,
            torn.id: Fate.NOT_AGREED,
            open_.id: Fate.NOT_ADOPTED,
            aside.id: Fate.SET_ASIDE,
        }
        assert where_best.number.startswith(made.fates[less.id].number)
        assert (made.fates[torn.id].number, made.fates[torn.id].passage) == (recorded.number, recorded.id)
        assert made.by_fate == {Fate.FURTHER: 1, Fate.NOT_AGREED: 1, Fate.NOT_ADOPTED: 1, Fate.SET_ASIDE: 1}
        assert [each.id for each in made.coverage.in_text] == [best.id]


def test_what_came_since_comes_with_the_next_draft_and_what_a_person_left_out_does_not(folder: Path) -> None:
    with a_room(folder) as store:
        first = asked(store, "Open the wells.", status=ADOPTED)
        drafted(store)
        (item,) = store.all(Item)
        store.change(item, left_out=True)
        late = asked(store, "Mend the roads.", status=ADOPTED)
        made = account(store, read_declaration(store, EN))
        assert {each: told.fate for each, told in made.fates.items()} == {
            first.id: Fate.LEFT_OUT,
            late.id: Fate.NOT_DRAFTED,
        }


@pytest.fixture
def nothing_fits(monkeypatch: pytest.MonkeyPatch) -> None:
    """What asks several things cannot be an item."""

    def judged(text: str, language: str) -> Unfit | None:
        return Unfit.SEVERAL_MEASURES if " and open " in text.casefold() else None

    for module in ("consultation.drafting.sifting", "consultation.reading.needs", telling.__name__):
        monkeypatch.setattr(f"{module}.unfit", judged)


@pytest.mark.usefixtures("nothing_fits")
def test_one_wording_of_a_person_is_kept_for_every_document(folder: Path) -> None:
    with a_room(folder) as store:
        source = asked(store, "Close the roads and open the wells.", status=ADOPTED)
        asked(store, "Plant trees.", status=ADOPTED)
        fated = account(store, drafted(store)).fates[source.id]
        assert (fated.fate, fated.unfit) == (Fate.NEEDS_WORDING, Unfit.SEVERAL_MEASURES)
        made, written = word_clause(store, source.id, ["Close roads to let wells open"], EN)
        assert [group.wording for group in store.all(Group)] == [{"en": "Close roads to let wells open"}]
        assert store.get(Item, made).words == {"en": "close roads to let wells open"}
        assert drafted(store).unused == ()
        store.undo(written)
        assert drafted(store).unused == (source.id,)


@pytest.mark.usefixtures("nothing_fits")
def test_several_measures_become_items_that_drafting_again_keeps(folder: Path) -> None:
    with a_room(folder) as store:
        source = asked(store, "Close the roads and open the wells.", status=ADOPTED)
        asked(store, "Plant trees.", status=ADOPTED)
        drafted(store)
        word_clause(store, source.id, ["Close the roads.", " ", "Open the wells."], EN)
        for _ in range(2):
            standing = drafted(store)
            said = [item.parts.words for item in standing.passages if source.id in item.own_sources]
            assert said == ["close the roads", "open the wells"]
        assert store.all(Group) == []
        assert store.get(Recommendation, source.id).text == "Close the roads and open the wells."
