"""When the hands of several rooms may be added up: never where somebody might be counted twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from consultation.model import Recommendation, Support
from consultation.reading.adding import JointCount, NoSum
from consultation.reading.material import gather
from consultation.reading.wording import join_wordings
from consultation.store import Store
from tests.drafting.rooms import a_room, asked, grouped, present, somebody


def count_of(store: Store, *members: Recommendation) -> JointCount:
    (found,) = [each.count for each in join_wordings(gather(store)) if members[0].id in each.ids]
    assert {room.recommendation for room in found.rooms} == {member.id for member in members}
    return found


def two_rooms(store: Store) -> tuple[Recommendation, Recommendation]:
    """The same thing asked for in two rooms, with different people in each."""
    here = asked(store, "Open the wells.", room="D1-CLIMATE", hands=(10, 2, 1))
    there = asked(store, "Let wells be open.", room="D2-WATER", hands=(5, 0, 3))
    grouped(store, here, there)
    for code in ("D1-CLIMATE", "D2-WATER"):
        present(store, code, somebody(store, f"Somebody in {code}"))
    return here, there


def test_two_rooms_of_different_people_are_added_up(folder: Path) -> None:
    with a_room(folder) as store, store.together():
        count = count_of(store, *two_rooms(store))
        assert (count.total.in_favour, count.total.against, count.total.abstain) == (15, 2, 4)
        assert (count.is_sum, count.no_sum) == (True, None)


def test_what_one_room_counted_is_no_sum(folder: Path) -> None:
    with a_room(folder) as store, store.together():
        here = asked(store, "Open the wells.", room="D1-CLIMATE", hands=(10, 2, 1))
        there = asked(store, "Let wells be open.", room="D2-WATER")
        grouped(store, here, there)
        count = count_of(store, here, there)
        assert (count.total.in_favour, count.is_sum, count.no_sum) == (10, False, None)


def test_people_who_were_in_both_rooms_make_a_sum_impossible_and_are_counted(folder: Path) -> None:
    with a_room(folder) as store, store.together():
        members = two_rooms(store)
        both = somebody(store, "Amina")
        for code in ("D1-CLIMATE", "D2-WATER"):
            present(store, code, both)
        count = count_of(store, *members)
        assert (count.no_sum, count.in_two, count.total.is_counted) == (NoSum.SAME_PEOPLE, 1, False)


def in_one_room(store: Store, here: Recommendation, there: Recommendation) -> None:
    store.change(there, session=here.session)


def in_no_room(store: Store, here: Recommendation, there: Recommendation) -> None:
    store.change(there, session=None)


def by_dots(store: Store, here: Recommendation, there: Recommendation) -> None:
    store.save(Support(id=store.new_id(), recommendation=there.id, group="Youth", dots=7))


def counted_again(store: Store, here: Recommendation, there: Recommendation) -> None:
    store.save(Support(id=store.new_id(), recommendation=there.id, in_favour=6, against=0))


def on_other_words(store: Store, here: Recommendation, there: Recommendation) -> None:
    for support in store.all(Support, recommendation=there.id):
        store.change(support, counted_on="another wording")


def nobody_listed(store: Store, here: Recommendation, there: Recommendation) -> None:
    store.change(there, session=store.session("D4-CARE").id)


@pytest.mark.parametrize(
    ("makes", "why"),
    [
        (in_one_room, NoSum.SAME_ROOM),
        (in_no_room, NoSum.NO_ROOM),
        (by_dots, NoSum.OTHER_METHOD),
        (counted_again, NoSum.COUNTED_TWICE),
        (on_other_words, NoSum.EARLIER_WORDING),
        (nobody_listed, NoSum.NOT_LISTED),
    ],
)
def test_nothing_is_added_up_where_that_would_not_be_true(folder: Path, makes, why) -> None:  # type: ignore[no-untyped-def]
    with a_room(folder) as store, store.together():
        members = two_rooms(store)
        makes(store, *members)
        count = count_of(store, *(store.get(Recommendation, member.id) for member in members))
        assert (count.no_sum, count.total.is_counted, len(count.counted)) == (why, False, 2)
