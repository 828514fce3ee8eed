"""The order of a section that is drafted again: what a person moved stays, and everything keeps its side of it."""

from __future__ import annotations

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from consultation.drafting.places import FARTHEST, ranked
from tests.builders import many_examples

A, B, C, D, E = (UUID(int=number) for number in range(1, 6))


def order(ranks: dict[UUID, int], fixed: dict[UUID, int]) -> list[UUID]:
    together = {**ranks, **fixed}
    return sorted(together, key=lambda one: (together[one], one))


def test_without_anything_moved_the_plan_is_the_order() -> None:
    assert ranked([C, A, B], {A: 0, B: 1}, {}) == {C: 0, A: 1, B: 2}


def test_what_was_moved_keeps_its_rank_and_the_others_their_side_of_it() -> None:
    fixed = {C: 1, B: 2}  # a person put C before B; A was first and stays so
    ranks = ranked([D, A, B, C], {A: 0}, fixed)
    assert order(ranks, fixed) == [D, A, C, B]
    assert ranked([D, A, B, C], {A: ranks[A], D: ranks[D]}, fixed) == ranks


def test_something_that_comes_to_the_front_of_the_plan_does_not_pass_what_was_moved() -> None:
    fixed = {D: 1}  # moved between A and B
    ranks = ranked([C, A, D, B], {A: 0, B: 2, C: 3}, fixed)
    assert order(ranks, fixed) == [A, D, C, B]


def test_what_is_new_follows_its_neighbour_in_the_plan() -> None:
    fixed = {C: 5}
    assert order(ranked([A, D, B], {A: 0, B: 9}, fixed), fixed) == [A, D, C, B]
    assert order(ranked([A, B, D], {A: 0, B: 9}, fixed), fixed) == [A, C, B, D]
    assert order(ranked([C, D], {}, fixed), fixed) == [C, D]


def test_where_there_is_no_rank_between_two_that_were_moved_the_new_one_gives_way() -> None:
    fixed = {B: 1, D: 3}
    ranks = ranked([A, C, E], {A: 0, C: 2}, fixed)  # E belongs behind C, between B and D
    assert order(ranks, fixed) == [A, B, C, D, E]


def test_a_rank_at_the_end_of_the_world_is_gone_on_from() -> None:
    ranks = ranked([A, B], {A: FARTHEST}, {C: FARTHEST - 1})
    assert all(-FARTHEST <= rank <= FARTHEST for rank in ranks.values())


places = st.dictionaries(st.sampled_from([UUID(int=n) for n in range(1, 9)]), st.integers(-3, 8), max_size=8)


@given(st.permutations([UUID(int=n) for n in range(1, 9)]), places, places)
@many_examples(300)
def test_ranking_again_changes_nothing(plan: list[UUID], standing: dict[UUID, int], fixed: dict[UUID, int]) -> None:
    free = {one: rank for one, rank in standing.items() if one not in fixed}
    ranks = ranked(plan, free, fixed)
    assert set(ranks) == set(plan) - set(fixed)
    assert ranked(plan, ranks, fixed) == ranks
