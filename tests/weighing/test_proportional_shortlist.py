"""A proportional shortlist: the published example, D'Hondt where groups are apart, and something for everybody."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from consultation.weighing.shortlist import Candidate, choose, due
from tests.builders import many_examples

WHOLE = Fraction(1)


def candidate(key: str, *groups: str, merit: float = 0) -> Candidate[str, str]:
    return Candidate(key, frozenset((group, WHOLE) for group in groups), (merit, *(-ord(each) for each in key)))


def test_the_example_of_lackner_and_skowron():
    """Example 2.5: 3 approve of a and b, 6 of a and d, 4 of b, 5 of c, 5 of c and d; d comes first, then c."""
    voices = {"ab": 3, "ad": 6, "b": 4, "c": 5, "cd": 5}
    candidates = [
        candidate("a", "ab", "ad"),
        candidate("b", "ab", "b"),
        candidate("c", "c", "cd"),
        candidate("d", "ad", "cd"),
    ]
    first, second = choose(candidates, {group: Fraction(voice) for group, voice in voices.items()}, 2)
    assert (first.key, first.score) == ("d", 11)
    assert (second.key, second.score) == ("c", Fraction(15, 2))
    assert [(voice.group, voice.whole, voice.had, voice.part) for voice in second.voices] == [
        ("c", 5, 0, 5),
        ("cd", 5, 1, Fraction(5, 2)),
    ]


def test_merit_decides_where_the_groups_do_not():
    found = choose([candidate("x", "g", merit=1), candidate("y", "g", merit=2)], {"g": WHOLE}, 2)
    assert [seat.key for seat in found] == ["y", "x"]


def test_what_stands_in_two_strands_weighs_no_more_than_what_stands_in_one():
    half = Fraction(1, 2)
    both = Candidate("both", frozenset({("people", half), ("planet", half)}), (0.0,))
    one = candidate("one", "people", merit=1)
    found = choose([both, one], {"people": WHOLE, "planet": WHOLE}, 2)
    assert [(seat.key, seat.score) for seat in found] == [("one", 1), ("both", Fraction(3, 4))]


def test_nobody_to_choose_from_and_fewer_than_asked_for():
    assert choose([], {"g": WHOLE}, 10) == []
    assert [seat.key for seat in choose([candidate("x")], {}, 10)] == ["x"]


PARTIES = st.lists(st.integers(1, 40), min_size=1, max_size=6)


def lists_of(parties: list[int], size: int) -> tuple[list[Candidate[str, int]], dict[int, Fraction]]:
    """Groups apart from each other, each with more candidates than there are seats."""
    candidates = [
        Candidate(f"{party}.{number}", frozenset({(party, WHOLE)}), (-party, -number))
        for party in range(len(parties))
        for number in range(size)
    ]
    return candidates, {party: Fraction(voice) for party, voice in enumerate(parties)}


def dhondt(parties: list[int], size: int) -> list[int]:
    """The seats of each party by the highest quotients (V. D'Hondt, 1882), the first party where they are equal."""
    quotients = [(Fraction(voice, seat), -party) for party, voice in enumerate(parties) for seat in range(1, size + 1)]
    taken = [-party for _, party in sorted(quotients, reverse=True)[:size]]
    return [taken.count(party) for party in range(len(parties))]


@many_examples(150)
@given(PARTIES, st.integers(1, 12))
def test_groups_that_are_apart_get_the_seats_of_dhondt(parties: list[int], size: int):
    chosen = [seat.key for seat in choose(*lists_of(parties, size), size)]
    got = [sum(key.startswith(f"{party}.") for key in chosen) for party in range(len(parties))]
    assert got == dhondt(parties, size)


@many_examples(100)
@given(st.integers(1, 10), st.integers(10, 15))
def test_every_group_of_the_same_voice_gets_something(groups: int, size: int):
    candidates, voices = lists_of([7] * groups, size)
    chosen = {key.split(".")[0] for key in (seat.key for seat in choose(candidates, voices, size))}
    assert len(chosen) == groups


CANDIDATES = st.lists(st.frozensets(st.sampled_from("pqrst"), max_size=4), min_size=1, max_size=14)


@many_examples(150)
@given(CANDIDATES, st.randoms(use_true_random=False), st.integers(1, 8))
def test_the_order_of_the_candidates_does_not_matter_and_a_longer_list_begins_with_the_shorter(approvals, chance, size):
    candidates = [
        Candidate(str(number), frozenset((group, WHOLE) for group in groups), (float(-number),))
        for number, groups in enumerate(approvals)
    ]
    voices = {group: Fraction(place) for place, group in enumerate("pqrst", 1)}
    found = choose(candidates, voices, size)
    chance.shuffle(candidates)
    assert choose(candidates, voices, size) == found
    assert choose(candidates, voices, size + 1)[: len(found)] == found
    assert len({seat.key for seat in found}) == len(found) == min(size, len(candidates))


def test_what_is_due_is_in_exact_proportion_and_adds_up():
    shares = due({"people": Fraction(35), "planet": Fraction(29), "government": Fraction(26)}, 10)
    assert [round(float(share), 1) for share in shares.values()] == [3.9, 3.2, 2.9]
    assert sum(shares.values()) == 10
    assert due({"people": Fraction(0)}, 10) == {"people": 0}
