"""Consensus across rooms and what divides them, worked out by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultation.weighing.consensus import chance, consensus_against, consensus_for
from consultation.weighing.dividing import most_divided, sides_of
from consultation.weighing.hands import Line, Standing
from tests.builders import many_examples

HANDS = st.integers(0, 500)
LINES = st.builds(Line, room=st.none(), in_favour=HANDS, against=HANDS, abstaining=HANDS)


def line(in_favour: int, against: int = 0, abstaining: int = 0, standing: Standing = Standing.COUNTED) -> Line:
    return Line(None, "", in_favour, against, abstaining, standing)


def test_two_rooms_as_worked_out_by_hand():
    """(58 + 1) : (81 + 2) × (33 + 1) : (38 + 2) = 59 × 34 : (83 × 40) = 2006 : 3320."""
    found = consensus_for([line(58, 8, 15), line(33, 2, 3)])
    assert found is not None
    assert found.product == pytest.approx(2006 / 3320)
    assert found.mean == pytest.approx((2006 / 3320) ** 0.5)
    assert (round(found.product, 2), round(found.mean, 2)) == (0.6, 0.78)
    against = consensus_against([line(58, 8, 15), line(33, 2, 3)])
    assert against is not None
    assert against.product == pytest.approx(9 * 3 / 3320)


def test_nobody_counted_gives_no_consensus_and_not_nought():
    assert consensus_for([]) is None
    assert consensus_for([line(0, standing=Standing.NOT_COUNTED), line(9, standing=Standing.COUNTED_TWICE)]) is None
    assert most_divided([line(0, 0, 7)]) is None, "who abstained took no side"


def test_what_does_not_enter_changes_nothing():
    alone = consensus_for([line(20, 4)])
    for standing in set(Standing) - {Standing.COUNTED}:
        assert consensus_for([line(20, 4), line(1, 90, standing=standing)]) == alone


def test_one_loud_room_does_not_win():
    loud = consensus_for([line(900, 0), line(2, 18)])
    quiet = consensus_for([line(14, 6), line(14, 6)])
    assert loud is not None
    assert quiet is not None
    assert quiet.product > loud.product
    assert quiet.mean > loud.mean


@many_examples(200)
@given(st.lists(LINES, min_size=1, max_size=6))
def test_a_consensus_is_a_probability_in_any_order_of_the_rooms(lines: list[Line]):
    found, other = consensus_for(lines), consensus_for(reversed(lines))
    assert found is not None
    assert other is not None
    assert 0 < found.product <= found.mean < 1
    assert found.product == pytest.approx(other.product)


@many_examples(200)
@given(LINES, st.integers(1, 6))
def test_being_asked_in_more_rooms_that_think_alike_lowers_the_product_and_leaves_the_mean(one: Line, rooms: int):
    alone, often = consensus_for([one]), consensus_for([one] * (rooms + 1))
    assert alone is not None
    assert often is not None
    assert often.product < alone.product
    assert often.mean == pytest.approx(alone.mean)


@many_examples(200)
@given(LINES, st.integers(1, 50))
def test_a_hand_more_for_it_never_lowers_the_consensus(one: Line, more: int):
    assert chance(one.in_favour + more, one.seen + more) > chance(one.in_favour, one.seen)


@many_examples(200)
@given(LINES)
def test_controversy_is_the_same_from_either_side_and_highest_where_they_are_equal(one: Line):
    sides, turned = sides_of(one), sides_of(line(one.against, one.in_favour))
    if sides is None or turned is None:
        assert (sides, turned, one.in_favour, one.against) == (None, None, 0, 0)
        return
    assert sides.agreement + sides.disagreement == 1
    assert sides.controversy == turned.controversy <= 1
    assert (sides.controversy == 1) == (one.in_favour == one.against)


def test_the_most_divided_room_is_found_however_large_the_others_are():
    calm, split = line(300, 30), line(5, 4, 20)
    assert most_divided([calm, split]) == (split, sides_of(split))
    found = sides_of(split)
    assert found is not None
    assert (found.agreement, found.disagreement, found.controversy) == (Fraction(5, 9), Fraction(4, 9), Fraction(8, 9))
