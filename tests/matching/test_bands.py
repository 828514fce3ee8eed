from __future__ import annotations

from consultation.matching.bands import FLOOR, LIKELY, Judged, Verdict, joined, proposals


def perhaps(score: float) -> Judged:
    return Judged(score, Verdict.PERHAPS)


ONE_EACH = [1] * 20


def test_groups_hold_together_whatever_order_the_pairs_come_in():
    groups = joined([(4, 5), (1, 4), (2, 3)])
    assert groups.head(5) == groups.head(1) == 1
    assert groups.head(3) == 2
    assert groups.head(9) == 9
    assert 9 not in groups


def test_the_best_come_first_and_equals_in_the_order_of_their_texts():
    judged = {(0, 9): perhaps(0.3), (0, 1): perhaps(0.6), (0, 2): perhaps(0.3)}
    assert [pair for _, pair in proposals(judged, joined([]), 99, ONE_EACH)] == [(0, 1), (0, 2), (0, 9)]


def test_what_is_hardly_likely_is_not_shown():
    assert proposals({(0, 1): perhaps(FLOOR / 2)}, joined([]), 99, ONE_EACH) == []


def test_the_budget_ends_the_list_whatever_a_pair_stands_for():
    judged = {(0, number): perhaps(0.9) for number in range(1, 9)}
    assert len(proposals(judged, joined([]), 4, ONE_EACH)) == 4
    assert len(proposals(judged, joined([]), 4, [1, *[2] * 9])) == 2


def test_a_text_with_three_proposals_gets_no_unlikely_ones_from_another_that_has_three():
    crowd = {(first, second): perhaps(LIKELY / 2) for first in range(12) for second in range(first + 1, 12)}
    assert len(proposals(crowd, joined([]), 999, ONE_EACH)) < len(crowd)
    likely = {pair: perhaps(LIKELY) for pair in crowd}
    assert len(proposals(likely, joined([]), 999, ONE_EACH)) == len(crowd)


def test_a_pair_between_two_groups_takes_part_in_the_best_between_them():
    judged = {(0, 2): perhaps(0.8), (0, 3): perhaps(0.6), (1, 2): perhaps(0.1), (5, 6): perhaps(0.1)}
    ranked = {pair: score for score, pair in proposals(judged, joined([(0, 1), (2, 3)]), 99, ONE_EACH)}
    assert ranked[1, 2] > 0.6
    assert ranked[0, 2] == 0.8
    assert ranked[5, 6] == 0.1


def test_what_something_speaks_against_takes_no_part_in_what_others_score():
    judged = {(0, 2): perhaps(0.8), (0, 3): perhaps(0.8), (1, 2): Judged(0.1, Verdict.CLASHING)}
    ranked = {pair: score for score, pair in proposals(judged, joined([(0, 1), (2, 3)]), 99, ONE_EACH)}
    assert ranked[1, 2] == 0.1
