"""Sets that are joined: in whatever order, and named by what was put in first."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from consultation.joining import Joined
from tests.builders import many_examples

PAIRS = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=20)


@many_examples(200)
@given(PAIRS, st.randoms(use_true_random=False))
def test_the_order_of_joining_makes_no_difference(pairs, random):
    shuffled = [pair[::-1] if random.random() < 0.5 else pair for pair in pairs]
    random.shuffle(shuffled)
    first, second = Joined(range(13)), Joined(range(13))
    for joined, those in ((first, pairs), (second, shuffled)):
        for pair in those:
            joined.join(*pair)
    assert first.sets() == second.sets()
    for those in first.sets():
        assert {first.head(member) for member in those} == {those[0]}


@many_examples(200)
@given(PAIRS)
def test_only_what_is_linked_by_pairs_is_in_one_set(pairs):
    joined = Joined(range(13))
    for pair in pairs:
        joined.join(*pair)
    reached = {0}
    for _ in pairs:
        reached |= {other for pair in pairs for other in pair if reached & set(pair)}
    assert set(joined.sets()[0]) == reached
