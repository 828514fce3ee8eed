"""What the text of a declaration may say, what was not agreed, what stands in the annex alone; and what comes first."""

from __future__ import annotations

from math import isclose, sqrt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultation.deciding import judging
from consultation.drafting import sifting
from consultation.drafting.sifting import Outcome, is_only_listed, lower_bound, share_in_favour, sift
from consultation.model import Recommendation, RecommendationStatus, SectionKind, new_id
from consultation.reading.material import gather
from consultation.reading.tallies import Tally
from consultation.store import Store
from tests.builders import many_examples
from tests.drafting.rooms import (
    ADOPTED,
    ASIDE,
    LANGUAGES,
    POLICY,
    a_room,
    adopted,
    asked,
    count,
    grouped,
    planned,
    present,
    somebody,
    words_planned,
)

AGREED, NOT_AGREED, NOT_ADOPTED, SET_ASIDE, PART = Outcome


def outcome(store: Store, *about: Recommendation) -> Outcome:
    """What became of the wording that these recommendations share."""
    (found,) = [each for each in sift(gather(store)) if about[0].id in each.wording.ids]
    assert {each.id for each in about} <= set(found.wording.ids)
    return found.outcome


@pytest.mark.parametrize(
    ("values", "wanted"),
    [
        ({"status": ADOPTED}, AGREED),
        ({"status": ADOPTED, "hands": (81, 19, 0)}, AGREED),
        ({"status": ADOPTED, "hands": (81, 19, 500)}, AGREED),
        ({"status": ADOPTED, "hands": (9, 0, 0), "reserved": "Not us."}, AGREED),
        ({"status": ADOPTED, "hands": (80, 20, 0)}, NOT_AGREED),
        ({"status": ADOPTED, "hands": (80, 20, 500)}, NOT_AGREED),
        ({"status": ADOPTED, "hands": (1, 9, 0)}, NOT_AGREED),
        ({"hands": (90, 10, 0)}, NOT_ADOPTED),
        ({"hands": (9, 0, 0), "reserved": "Not us."}, NOT_AGREED),
        ({"hands": (3, 2, 0)}, NOT_AGREED),
        ({}, NOT_ADOPTED),
        ({"status": ASIDE}, SET_ASIDE),
    ],
)
def test_the_text_says_what_was_adopted_and_had_less_than_a_fifth_against_it(
    folder: Path, values: dict[str, object], wanted: Outcome
) -> None:
    with a_room(folder) as store:
        adopted(store, "Mend the roads.")
        assert outcome(store, asked(store, "Open the wells.", **values)) is wanted  # type: ignore[arg-type]


def test_what_one_room_adopted_and_another_set_aside_is_not_agreed(folder: Path) -> None:
    with a_room(folder) as store:
        yes = adopted(store, "Open the wells.", room="D1-CLIMATE")
        no = asked(store, "open the wells", status=ASIDE, room="D2-WATER")
        assert outcome(store, yes, no) is NOT_AGREED
        store.change(no, status=RecommendationStatus.PROPOSED)
        assert outcome(store, yes, no) is AGREED


def test_hands_against_are_those_of_all_rooms_together_only_where_they_may_be_added(folder: Path) -> None:
    with a_room(folder) as store:
        here = adopted(store, "Open the wells.", room="D1-CLIMATE", hands=(30, 10, 0))
        assert outcome(store, here) is NOT_AGREED
        there = adopted(store, "open the wells", room="D2-WATER", hands=(60, 0, 0))
        assert outcome(store, here, there) is NOT_AGREED
        for code in ("D1-CLIMATE", "D2-WATER"):
            present(store, code, somebody(store, code))
        assert outcome(store, here, there) is AGREED


def told(store: Store) -> dict[str, tuple[Outcome, tuple[str, ...]]]:
    """What became of every wording, by its words, and the words of what is part of it."""
    words = {each.id: each.text for each in store.all(Recommendation)}
    return {
        each.wording.lead.text: (each.outcome, tuple(words[part] for part in each.parts))
        for each in sift(gather(store))
    }


def test_what_is_part_of_something_agreed_is_said_by_that_alone(folder: Path) -> None:
    with a_room(folder) as store:
        wells, all_wells, everything = (
            adopted(store, text) for text in ("Open a well.", "Open all wells.", "Open all wells and springs.")
        )
        judging.say_part(store, [wells.id], all_wells.id)
        assert told(store)["Open a well."] == (PART, ())
        assert told(store)["Open all wells."] == (AGREED, ("Open a well.",))
        judging.say_part(store, [all_wells.id], everything.id)
        assert told(store)["Open all wells and springs."] == (AGREED, ("Open a well.", "Open all wells."))
        assert [set(item.sources) for each in planned(store) for item in each.items] == [
            {wells.id, all_wells.id, everything.id}
        ]


def test_a_part_stands_for_itself_where_the_whole_may_not_stand_in_the_text(folder: Path) -> None:
    with a_room(folder) as store:
        part, whole = adopted(store, "Open a well."), adopted(store, "Open all wells.", reserved="Not ours.")
        judging.say_part(store, [part.id], whole.id)
        assert told(store)["Open a well."] == (PART, ())
        store.change(whole, status=ASIDE)
        assert told(store)["Open a well."] == (AGREED, ())


def test_parts_that_go_in_a_circle_are_parts_of_nothing(folder: Path) -> None:
    with a_room(folder) as store:
        first, second, third = (adopted(store, f"Open {name}.") for name in ("wells", "springs", "taps"))
        for part, whole in ((first, second), (second, third), (third, first)):
            judging.say_part(store, [part.id], whole.id)
        assert {outcome for outcome, _ in told(store).values()} == {AGREED}


def test_a_room_of_many_does_not_outvote_one_of_few_where_nothing_is_added_up(folder: Path) -> None:
    with a_room(folder) as store:
        loud = asked(store, "Open the wells.", room="D1-CLIMATE", hands=(90, 10, 0))
        asked(store, "open the wells", room="D2-WATER", hands=(2, 8, 0))
        asked(store, "Mend the roads.", room="D1-CLIMATE", hands=(50, 30, 0))
        asked(store, "mend the roads", room="D2-WATER", hands=(8, 2, 0))
        first, second = (each.wording for each in sift(gather(store)))
        assert loud.id in second.ids
        assert share_in_favour(first.count) > share_in_favour(second.count)


def test_of_two_counts_of_one_room_the_contested_one_is_not_passed_over(folder: Path) -> None:
    with a_room(folder) as store:
        wells = adopted(store, "Open the wells.")
        count(store, wells, (9, 0, 0))
        assert outcome(store, wells) is AGREED
        count(store, wells, (5, 5, 0))
        assert outcome(store, wells) is NOT_AGREED


def test_of_a_list_of_which_nothing_was_counted_or_adopted_the_text_may_say_all(folder: Path) -> None:
    with a_room(folder) as store:
        wells, roads = asked(store, "Open the wells."), asked(store, "Mend the roads.")
        aside = asked(store, "Sell the wells.", status=ASIDE)
        assert is_only_listed(gather(store))
        assert [outcome(store, each) for each in (wells, roads, aside)] == [AGREED, AGREED, SET_ASIDE]
        count(store, roads, (9, 0, 0))
        assert not is_only_listed(gather(store))
        assert [outcome(store, each) for each in (wells, roads)] == [NOT_ADOPTED, NOT_ADOPTED]


def test_one_adopted_wording_ends_a_mere_list(folder: Path) -> None:
    with a_room(folder) as store:
        wells = asked(store, "Open the wells.")
        adopted(store, "Mend the roads.")
        assert outcome(store, wells) is NOT_ADOPTED


def test_what_was_only_put_forward_or_set_aside_stands_nowhere_in_the_text(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, "Open the wells.")
        adopted(store, "Close the mines.", hands=(5, 5, 0))
        asked(store, "Mend the roads.")
        asked(store, "Sell the wells.", status=ASIDE)
        assert words_planned(store) == [["open the wells"]]
        assert words_planned(store, part=SectionKind.DIVERGENCE) == [["Close the mines."]]


# ------------------------------------------------------------------------------------------------ what comes first


def test_rooms_come_before_hands_and_hands_before_age(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, "Plant trees.", room="D4-CARE")
        adopted(store, "Mend the roads.", room="D4-CARE", hands=(3, 0, 0))
        adopted(store, "Count the trees.", room="D4-CARE", hands=(300, 4, 0))
        adopted(store, "Close the mines.", room="D4-CARE", hands=(30, 0, 0))
        adopted(store, "Open the wells.", room="D1-CLIMATE", hands=(5, 1, 0))
        asked(store, "open the wells", room="D2-WATER")
        adopted(store, "Clear the drains.", room="D4-CARE")
        assert words_planned(store) == [
            [
                "open the wells",  # two rooms, whatever their hands
                "count the trees",  # 300 of 304 make a higher share likely
                "close the mines",  # than 30 of 30,
                "mend the roads",  # and these than three of three
                "plant trees",  # nobody counted: the older one first
                "clear the drains",
            ]
        ]


def test_the_same_room_twice_is_one_room(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, "Plant trees.", room="D4-CARE")
        for text in ("Open the wells.", "open the wells", "Open the wells!"):
            adopted(store, text, room="D1-CLIMATE")
        adopted(store, "Mend the roads.", room="D2-WATER")
        assert [item[0] for item in words_planned(store)] == ["plant trees"]


@pytest.mark.parametrize(
    ("for_", "of", "wanted"), [(81, 263, 0.2553), (15, 148, 0.0624), (0, 20, 0.0), (1, 29, 0.0061)]
)
def test_the_lower_bound_is_that_of_the_published_tables(
    monkeypatch: pytest.MonkeyPatch, for_: int, of: int, wanted: float
) -> None:
    """Newcombe 1998, "Two-sided confidence intervals for the single proportion", table I, method 3, 95 %."""
    monkeypatch.setattr(sifting, "CAUTION", 1.959964)
    assert abs(lower_bound(Tally(for_, of - for_, 7)) - wanted) < 0.00005


@given(st.integers(0, 10_000), st.integers(0, 10_000), st.none() | st.integers(0, 100))
@many_examples(200)
def test_the_lower_bound_is_the_share_of_which_the_count_is_as_high_as_is_likely(
    for_: int, against: int, abstain: int | None
) -> None:
    """The equation that Wilson solved: a true share from which the counted one is 1.28 deviations away."""
    found, hands = lower_bound(Tally(for_, against, abstain)), for_ + against
    if not hands:
        assert found == 0
        return
    assert -1e-12 <= found <= for_ / hands + 1e-12
    assert isclose(for_ / hands - found, 1.28 * sqrt(max(found * (1 - found), 0) / hands), abs_tol=1e-6)


@pytest.mark.parametrize("tally", [Tally(), Tally(9, None, 1), Tally(None, 3), Tally(0, 0, 4)])
def test_no_share_is_made_up_where_none_was_counted(tally: Tally) -> None:
    assert lower_bound(tally) == 0


# ---------------------------------------------------------------------------------------------- families of words


def test_what_is_said_twice_is_one_item_led_by_the_adopted_one_with_most_hands_the_same_in_every_language(
    folder: Path,
) -> None:
    with a_room(folder) as store:
        old = asked(store, "Open the wells.", hands=(900, 0, 0), room="D1-CLIMATE")
        french = adopted(
            store, "Ouvrir les puits.", language="fr", translations={"en": "open the wells"}, hands=(5, 0, 0)
        )
        spanish = adopted(
            store, "Abrir los pozos.", language="es", translations={"fr": "Ouvrir les puits"}, hands=(9, 0, 0)
        )
        for language in LANGUAGES:
            (paragraph,) = planned(store, language)
            assert [each.sources for each in paragraph.items] == [(spanish.id, french.id, old.id)]


def test_without_hands_the_oldest_leads_and_what_was_set_aside_comes_last(folder: Path) -> None:
    with a_room(folder) as store:
        aside = asked(store, "Open the wells.", status=ASIDE)
        older, younger = adopted(store, "open the wells"), adopted(store, "Open the wells!")
        (found,) = sift(gather(store))
        assert found.wording.ids == (older.id, younger.id, aside.id)


def test_a_group_speaks_in_its_joint_wording_and_to_whom_its_leading_recommendation_speaks(folder: Path) -> None:
    with a_room(folder) as store:
        lead = adopted(store, "Open the wells.", POLICY, addressees=("uclg",), strands=("planet",))
        other = asked(store, "Share the water.", addressees=("g20",), strands=("people",))
        grouped(store, other, lead, en="Give everybody water.", fr="Donner de l’eau à chacun.")
        (found,) = sift(gather(store))
        assert found.wording.ids == (lead.id, other.id)
        assert (found.addressee, found.strand) == (lead.addressees[0], lead.chosen("strand")[0])
        assert words_planned(store) == [["give everybody water"]]
        assert words_planned(store, "fr") == [["donner de l’eau à chacun"]]


def test_a_term_that_is_gone_decides_about_no_place(folder: Path) -> None:
    with a_room(folder) as store:
        lost = adopted(store, "Open the wells.")
        store.change(lost, terms={"strand": [new_id()]}, addressees=[new_id()])
        (found,) = sift(gather(store))
        assert (found.addressee, found.family, found.strand) == (None, None, None)
