"""Hands counted: by group, added where they may be, on which wording; what nobody counted is not nought."""

from __future__ import annotations

from fractions import Fraction
from itertools import count
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultation.model import Support, fingerprint
from consultation.reading.tallies import NOT_COUNTED, Counts, Tally, count_support, read_counts
from tests.builders import a_recommendation, a_store, many_examples

TEXT = "Open the wells to everyone."
IDS = count(1)
"""What is made later has the later id."""
HANDS = st.none() | st.integers(0, 500)


def hands(in_favour=None, against=None, abstain=None, group="", on="", **values) -> Support:
    return Support(
        id=UUID(int=next(IDS)),
        recommendation=uuid4(),
        group=group,
        in_favour=in_favour,
        against=against,
        abstain=abstain,
        counted_on=fingerprint(on) if on else "",
        **values,
    )


def counted(*support: Support, text: str = TEXT) -> Counts:
    return count_support(text, support)


def test_counts_of_several_groups_are_added():
    counts = counted(hands(12, 3, 1), hands(8, abstain=0, group="online"))
    assert counts.total == Tally(20, 3, 1)
    assert [(one.group, one.tally) for one in counts.groups] == [("", Tally(12, 3, 1)), ("online", Tally(8, None, 0))]


def test_what_nobody_counted_is_not_nought():
    assert counted().total == Tally(None, None, None)
    assert not counted().is_counted
    assert counted(hands(8)).total == Tally(8, None, None)
    assert counted(hands(0, 0, 0)).total == Tally(0, 0, 0)
    assert counted(hands()).groups == (), "a row that was left empty says nothing"
    assert counted(hands(), hands(consensus=4)).is_counted


def test_a_group_that_was_counted_twice_is_not_added_up():
    counts = counted(hands(12, 3), hands(11, 4), hands(5, 0, group="online"))
    assert counts.counted_twice == ("",)
    assert counts.total == NOT_COUNTED
    assert counted(hands(5, group="Women"), hands(6, group=" women ")).counted_twice == ("Women",)
    assert not counted(hands(5), hands(consensus=3)).counted_twice, "a scale counts no hands"


def test_a_count_on_an_earlier_wording_is_marked():
    assert counted(hands(5, on="Open the wells.")).on_earlier_wording
    assert not counted(hands(5, on=TEXT)).on_earlier_wording
    assert not counted(hands(5)).on_earlier_wording, "nobody noted which"
    assert counted(hands(5, on="Open the wells.")).total == Tally(5), "it is marked and not taken away"


def test_a_group_that_counts_again_after_the_words_were_changed_has_one_count_that_holds():
    counts = counted(hands(30, 0, on="Open the wells."), hands(12, 9, on=TEXT), hands(4, 0, group="online", on=TEXT))
    assert counts.total == Tally(16, 9)
    assert not counts.on_earlier_wording
    assert not counts.counted_twice
    assert len(counts.groups) == 3, "the earlier one is still told"


@pytest.mark.parametrize(
    ("in_favour", "against", "contested"),
    [
        (16, 4, True),
        (17, 4, False),
        (0, 1, True),
        (None, 1, True),
        (20, 0, False),
        (20, None, False),
        (None, None, False),
    ],
)
def test_a_wording_is_contested_from_a_fifth_of_hands_against(in_favour, against, contested: bool):
    assert Tally(in_favour, against, abstain=100).is_contested is contested
    assert counted(hands(in_favour, against)).is_contested is contested


def test_of_two_counts_of_one_group_either_makes_it_contested():
    assert counted(hands(20, 0), hands(10, 9)).is_contested
    assert not counted(hands(20, 0), hands(20, 1)).is_contested


def test_the_share_leaves_out_who_abstained():
    assert Tally(3, 1, 96).share == Fraction(3, 4)
    assert Tally(3, None, 1).share is Tally(0, 0, 5).share is Tally().share is None


@many_examples(200)
@given(st.tuples(HANDS, HANDS, HANDS), st.tuples(HANDS, HANDS, HANDS), st.tuples(HANDS, HANDS, HANDS))
def test_adding_does_not_depend_on_the_order_and_invents_no_count(one, other, third):
    a, b, c = Tally(*one), Tally(*other), Tally(*third)
    assert a + b == b + a
    assert (a + b) + c == a + (b + c)
    assert a + NOT_COUNTED == a
    assert (a + b).counted == a.counted + b.counted
    assert ((a + b).against is None) == (a.against is None and b.against is None)


def test_counts_are_read_from_the_file(tmp_path: Path):
    with a_store(tmp_path) as store:
        one, other = a_recommendation(store, TEXT), a_recommendation(store, "Mend the roads.")
        store.save(Support(id=store.new_id(), recommendation=one.id, in_favour=4, counted_on=fingerprint(TEXT)))
        assert read_counts(store)[one.id].total == Tally(4)
        assert other.id not in read_counts(store)
        store.change(one, text="Open all wells.")
        assert read_counts(store)[one.id].on_earlier_wording
