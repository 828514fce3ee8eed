"""What may be the same, as questions: nothing decided is asked again, nothing dropped, nothing opposed joined."""

from __future__ import annotations

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from consultation.deciding.alike import ask
from consultation.deciding.judged import Judged
from consultation.matching import Band, Pair, PairKind
from tests.builders import many_examples

A, B, C, D, E = (UUID(int=number) for number in range(1, 6))


def pair(first: UUID, second: UUID, score: float = 0.9, identical: bool = False) -> Pair[UUID]:
    return Pair(first, second, score, Band.SURE, PairKind.SAME, (), identical)


def perhaps(first: UUID, second: UUID, score: float = 0.5) -> Pair[UUID]:
    return Pair(first, second, score, Band.PERHAPS, PairKind.SAME, ())


def opposed(first: UUID, second: UUID, score: float = 0.8) -> Pair[UUID]:
    return Pair(first, second, score, Band.SURE, PairKind.CONTRADICT, ())


def judged(*groups: tuple[UUID, ...], apart: tuple[tuple[UUID, UUID], ...] = ()) -> Judged:
    return Judged(
        {group[0]: group for group in groups},
        {member: group[0] for group in groups for member in group},
        frozenset(frozenset(those) for those in apart),
    )


def test_what_is_surely_the_same_is_asked_together():
    asked = ask([pair(A, B), pair(B, C), pair(D, E, 0.99)], Judged())
    assert [alike.members for alike in asked.sure] == [(D, E), (A, B, C)]
    assert len(asked.sure[1].pairs) == 2


def test_what_is_identical_comes_first_and_can_be_accepted_together():
    asked = ask([pair(A, B, 0.99), pair(C, D, 0.97, identical=True)], Judged())
    assert [alike.members for alike in asked.sure] == [(C, D), (A, B)]
    assert [alike.members for alike in asked.identical] == [(C, D)]


def test_a_question_about_one_of_a_group_is_about_the_group_and_is_put_once():
    asked = ask([perhaps(A, C, 0.4), perhaps(B, C, 0.6)], judged((A, B)))
    (only,) = asked.perhaps
    assert (only.members, only.score, len(only.pairs)) == ((A, B, C), 0.6, 2)


def test_nothing_decided_is_asked_again_not_of_another_member_of_the_group_either():
    found = [pair(A, C), pair(B, C), opposed(A, D), perhaps(B, E), pair(A, B)]
    asked = ask(found, judged((A, B), apart=((A, C), (A, D))))
    assert (asked.sure, asked.contradict) == ((), ())
    assert [alike.members for alike in asked.perhaps] == [(A, B, E)]


def test_what_may_contradict_is_never_in_one_question_of_what_is_the_same():
    asked = ask([pair(A, B, 0.99), pair(B, C, 0.95), opposed(A, C)], Judged())
    assert [alike.members for alike in asked.sure] == [(A, B)]
    assert [alike.members for alike in asked.contradict] == [(A, C)]
    assert [alike.members for alike in asked.perhaps] == [(B, C)]


def test_what_a_person_found_different_is_not_brought_together_by_a_third():
    asked = ask([pair(A, B, 0.99), pair(B, C, 0.95)], judged(apart=((A, C),)))
    assert [alike.members for alike in asked.sure] == [(A, B)]
    assert [alike.members for alike in asked.perhaps] == [(B, C)]


MEMBERS = st.sampled_from([UUID(int=number) for number in range(1, 9)])
FOUND = st.lists(
    st.tuples(MEMBERS, MEMBERS, st.sampled_from([pair, perhaps, opposed]), st.floats(0.1, 1)), max_size=14
).map(lambda those: [make(first, second, score) for first, second, make, score in those if first != second])
GROUPS = st.lists(st.integers(0, 3), min_size=8, max_size=8)
APART = st.lists(st.tuples(MEMBERS, MEMBERS), max_size=6)


def of(groups: list[int], apart: list[tuple[UUID, UUID]]) -> Judged:
    """Groups 1 to 3 of eight members, 0 for alone; pairs within one group are no verdicts."""
    members = {
        number: tuple(UUID(int=place + 1) for place in range(8) if groups[place] == number) for number in (1, 2, 3)
    }
    made = judged(*(those for those in members.values() if those))
    pairs = frozenset(frozenset((made.head(first), made.head(second))) for first, second in apart)
    return Judged(made.groups, made.heads, frozenset(each for each in pairs if len(each) == 2))


@many_examples(300)
@given(FOUND, GROUPS, APART)
def test_everything_open_is_asked_somewhere_and_nothing_settled_anywhere(found, groups, apart):
    known = of(groups, apart)
    asked = ask(found, known)
    cards = [*asked.sure, *asked.perhaps, *asked.contradict]
    assert all(not known.is_settled(each.first, each.second) for alike in cards for each in alike.pairs)
    for each in found:
        if not known.is_settled(each.first, each.second):
            assert any({each.first, each.second} <= set(alike.members) for alike in cards)


@many_examples(300)
@given(FOUND, GROUPS, APART)
def test_no_question_makes_one_of_what_is_kept_apart(found, groups, apart):
    known = of(groups, apart)
    asked = ask(found, known)
    against = {frozenset((each.first, each.second)) for alike in asked.contradict for each in alike.pairs}
    for alike in asked.sure:
        for first in alike.members:
            for second in alike.members:
                assert frozenset((first, second)) not in against
                assert known.head(first) == known.head(second) or not known.is_settled(first, second)


@many_examples(100)
@given(FOUND, GROUPS, APART, st.randoms(use_true_random=False))
def test_the_order_in_which_pairs_were_found_makes_no_difference(found, groups, apart, random):
    known = of(groups, apart)
    shuffled = sorted(found, key=lambda _: random.random())
    first, second = ask(found, known), ask(shuffled, known)
    assert {alike.members for alike in first.sure} == {alike.members for alike in second.sure}
    assert {alike.members for alike in first.contradict} == {alike.members for alike in second.contradict}
