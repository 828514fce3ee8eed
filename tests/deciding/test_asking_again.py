"""After a verdict only what it can have changed is asked again, and the answer is that of asking about everything."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from random import Random
from uuid import UUID

import pytest
from builders import a_recommendation, a_store

from consultation.deciding.again import Pairs
from consultation.deciding.alike import ask
from consultation.deciding.judged import read_judged
from consultation.deciding.judging import (
    say_contradict,
    say_different,
    say_part,
    say_same,
    say_same_but,
    take_group_back,
    take_out,
)
from consultation.matching import Band, Pair, PairKind
from consultation.model import Decision, Group, Verdict
from consultation.store import Store


def pair(
    first: UUID, second: UUID, score: float, kind: PairKind = PairKind.SAME, identical: bool = False
) -> Pair[UUID]:
    band = Band.SURE if score >= 0.9 and kind is PairKind.SAME else Band.PERHAPS
    return Pair(first, second, score, band, kind, ())


def pairs_among(ids: list[UUID], chance: Random) -> list[Pair[UUID]]:
    """Pairs of every kind between some of all these."""
    found = []
    for first, second in combinations(ids, 2):
        drawn = chance.random()
        if drawn < 0.12:
            found.append(pair(first, second, round(0.9 + chance.random() / 10, 3)))
        elif drawn < 0.25:
            found.append(pair(first, second, round(chance.random() * 0.9, 3)))
        elif drawn < 0.3:
            found.append(pair(first, second, round(chance.random(), 3), PairKind.CONTRADICT))
    return found


@pytest.mark.parametrize("seed", range(12))
def test_asking_again_about_what_was_written_is_asking_about_everything(tmp_path: Path, seed: int) -> None:
    chance = Random(seed)
    with a_store(tmp_path) as store:
        ids = [a_recommendation(store, f"Words {number}.").id for number in range(14)]
        found = pairs_among(ids, chance)
        pairs, asked = Pairs.among(found), ask(found, read_judged(store))
        for _ in range(6):
            those = [*asked.sure, *asked.perhaps, *asked.contradict]
            if not those:
                break
            alike = chance.choice(those)
            written = chance.choice(
                (
                    lambda alike=alike: say_same(store, alike.members, alike.members[0]),
                    lambda alike=alike: say_different(store, alike),
                    lambda alike=alike: say_contradict(store, alike),
                    lambda alike=alike: say_part(store, alike.members[1:], alike.members[0]),
                )
            )()
            judged = read_judged(store)
            asked = pairs.ask_again(asked, judged, about(store, written.records))
            anew = ask(found, judged)
            assert {each.members for each in asked.sure} == {each.members for each in anew.sure}
            assert {each.members for each in asked.perhaps} == {each.members for each in anew.perhaps}
            assert {each.members for each in asked.contradict} == {each.members for each in anew.contradict}


def about(store: Store, records: frozenset[UUID]) -> set[UUID]:
    """The recommendations that verdicts and groups are about."""
    found = {each for it in store.those(Verdict, records).values() for each in (it.first, it.second)}
    return found | {each for it in store.those(Group, records).values() for each in it.recommendations}


def test_what_is_left_aside_is_different_from_the_group_and_is_not_asked_again(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        first, second, third = (a_recommendation(store, f"Words {number}.").id for number in range(3))
        found = [pair(first, second, 0.95), pair(second, third, 0.94)]
        (alike,) = ask(found, read_judged(store)).sure
        say_same_but(store, alike, first, {third})
        (group,) = store.all(Group)
        assert group.recommendations == [first, second]
        assert group.lead == first
        judged = read_judged(store)
        assert judged.is_settled(first, third)
        assert ask(found, judged).sure == ()


def test_a_member_of_an_earlier_group_can_be_left_aside(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        first, second, third = (a_recommendation(store, f"Words {number}.").id for number in range(3))
        say_same(store, [first, second], first)
        found = [pair(second, third, 0.95)]
        (alike,) = ask(found, read_judged(store)).sure
        assert alike.members == (first, second, third)
        say_same_but(store, alike, second, {first})
        (group,) = store.all(Group)
        assert sorted(group.recommendations) == sorted([second, third])
        assert read_judged(store).is_settled(first, third)


def test_a_group_that_is_taken_back_is_asked_again(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        ids = [a_recommendation(store, f"Words {number}.").id for number in range(3)]
        found = [pair(*two, 0.95) for two in combinations(ids, 2)]
        say_same(store, ids, ids[1])
        assert ask(found, read_judged(store)).sure == ()
        take_group_back(store, store.all(Group)[0])
        assert [alike.members for alike in ask(found, read_judged(store)).sure] == [tuple(ids)]
        assert store.all(Verdict, decision=Decision.SAME) == []


def test_a_member_that_was_taken_out_is_not_asked_about_again(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        ids = [a_recommendation(store, f"Words {number}.").id for number in range(3)]
        found = [pair(*two, 0.95) for two in combinations(ids, 2)]
        say_same(store, ids, ids[0])
        take_out(store, ids[2])
        assert ask(found, read_judged(store)).sure == ()


def test_what_is_kept_at_hand_is_asked_as_it_was_beside_what_was_found_now(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        a, b, c, d = (a_recommendation(store, f"Words {number}.").id for number in range(4))
        before = pair(a, b, 0.4)
        found = [pair(a, b, 0.6, PairKind.CONTRADICT), pair(a, c, 0.5), pair(c, d, 0.95)]
        kept = Pairs.among(found).with_these([before])
        asked = kept.ask_again(ask(found, read_judged(store)), read_judged(store), (a, b))
        assert asked == ask([before, *found[1:]], read_judged(store))
        say_different(store, asked.perhaps[-1])
        assert kept.ask_again(asked, read_judged(store), (a, b)).perhaps == asked.perhaps[:1]
