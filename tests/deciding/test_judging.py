"""What people decide about recommendations: remembered, never asked again, taken back, and no word of anybody lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from consultation.deciding import judging
from consultation.deciding.alike import Alike
from consultation.deciding.cards import read_card
from consultation.deciding.judged import read_judged
from consultation.matching import Band, Pair, PairKind
from consultation.merging import merge
from consultation.model import Decision, Group, Recommendation, Reservation, Support, Verdict
from consultation.reading.adding import NoSum
from consultation.store import Store
from tests.builders import identity
from tests.drafting.rooms import a_room, adopted, asked, grouped


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    with a_room(folder) as opened:
        yield opened


@pytest.fixture
def wells(store: Store) -> tuple[UUID, UUID, UUID]:
    """One thing, asked for in three rooms."""
    return (
        asked(store, "Open the wells.", room="D1-CLIMATE", hands=(10, 2, 1)).id,
        adopted(store, "Let every well be open.", room="D2-WATER", hands=(5, 0, 3)).id,
        asked(store, "Ouvrir les puits.", room="D4-CARE", language="fr").id,
    )


def alike(*members: UUID, kind: PairKind = PairKind.SAME) -> Alike:
    first, *rest = members
    return Alike(members, tuple(Pair(first, each, 0.9, Band.SURE, kind, ()) for each in rest))


def decisions(store: Store) -> dict[frozenset[UUID], Decision]:
    return {frozenset((each.first, each.second)): each.decision for each in store.all(Verdict)}


def everything_said(store: Store) -> list[object]:
    return [*store.all(Recommendation), *store.all(Support), *store.all(Reservation)]


def test_what_is_the_same_is_one_group_and_nothing_in_it_is_touched(store, wells):
    before = everything_said(store)
    judging.say_same(store, wells, wells[1])
    (group,) = store.all(Group)
    assert (group.recommendations, group.lead) == (list(wells), wells[1])
    assert everything_said(store) == before
    judged = read_judged(store)
    assert all(judged.is_settled(first, second) for first in wells for second in wells)


def test_groups_that_share_a_member_become_one_and_keep_their_words(store, wells):
    other = asked(store, "Wells, open.").id
    grouped(store, store.get(Recommendation, wells[0]), store.get(Recommendation, other), en="Open wells", es="Pozos")
    grouped(store, store.get(Recommendation, wells[1]), store.get(Recommendation, wells[2]), en="Wells", fr="Puits")
    judging.say_same(store, wells[:2], wells[0], {"en": "Open all wells"})
    (group,) = store.all(Group)
    assert set(group.recommendations) == {*wells, other}
    assert group.wording == {"en": "Open all wells", "es": "Pozos", "fr": "Puits"}


def test_one_undo_takes_a_group_apart_again(store, wells):
    written = judging.say_same(store, wells, wells[0])
    store.undo(written)
    assert (store.all(Group), decisions(store)) == ([], {})
    assert not read_judged(store).is_settled(wells[0], wells[1])


@pytest.mark.parametrize(
    ("say", "decision"), [(judging.say_different, Decision.DIFFERENT), (judging.say_contradict, Decision.CONTRADICT)]
)
def test_a_verdict_is_remembered_for_every_pair_that_was_found(store, wells, say, decision):
    say(store, alike(*wells))
    assert decisions(store) == {frozenset((wells[0], each)): decision for each in wells[1:]}
    judged = read_judged(store)
    assert judged.is_settled(wells[0], wells[1])
    assert not judged.is_settled(wells[1], wells[2])


def test_a_part_is_told_from_its_whole_in_whichever_order_they_are_kept(store, wells):
    judging.say_part(store, [wells[1]], wells[0])
    judging.say_part(store, [wells[0]], wells[2])
    found = {(each.first, each.second): each.decision for each in store.all(Verdict)}
    assert found == {(wells[0], wells[1]): Decision.HOLDS, (wells[0], wells[2]): Decision.PART_OF}


def test_who_is_taken_out_is_different_from_those_who_stay_and_is_not_asked_again(store, wells):
    judging.say_same(store, wells, wells[1])
    judging.take_out(store, wells[1])
    (group,) = store.all(Group)
    assert (group.recommendations, group.lead) == ([wells[0], wells[2]], None)
    assert decisions(store)[frozenset(wells[:2])] is Decision.DIFFERENT
    judged = read_judged(store)
    assert judged.head(wells[1]) == wells[1]
    assert all(judged.is_settled(wells[1], each) for each in wells)


def test_of_two_the_group_is_gone_when_one_is_taken_out_unless_words_were_written_for_it(store, wells):
    judging.say_same(store, wells[:2], wells[0])
    judging.take_out(store, wells[1])
    assert store.all(Group) == []
    judging.say_same(store, wells[:2], wells[0], {"en": "Open all wells"})
    judging.take_out(store, wells[1])
    assert [group.recommendations for group in store.all(Group)] == [[wells[0]]]


def test_a_split_group_is_not_asked_again(store, wells):
    judging.say_same(store, wells, wells[0])
    judging.split(store, wells[2])
    assert store.all(Group) == []
    assert set(decisions(store).values()) == {Decision.DIFFERENT}
    judged = read_judged(store)
    assert all(judged.is_settled(first, second) for first in wells for second in wells)


def test_a_large_group_is_split_without_a_verdict_on_each_of_its_pairs(store):
    members = [asked(store, f"Open well {number}.").id for number in range(30)]
    judging.say_same(store, members, members[3])
    judging.split(store, members[0])
    assert set(decisions(store).values()) == {Decision.DIFFERENT}
    assert len(store.all(Verdict)) == 57
    assert read_judged(store).groups == {}


def test_a_verdict_taken_back_is_asked_again(store, wells):
    judging.say_same(store, wells, wells[1])
    (verdict,) = [each for each in store.all(Verdict) if {each.first, each.second} == {wells[1], wells[2]}]
    judging.take_back(store, verdict)
    judged = read_judged(store)
    assert not judged.is_settled(wells[1], wells[2])
    assert judged.is_settled(wells[0], wells[1])
    judging.say_different(store, alike(wells[1], wells[2]))
    judging.take_back(store, store.get(Verdict, verdict.id))
    assert not read_judged(store).is_settled(wells[1], wells[2])


def test_a_verdict_may_be_changed_into_another(store, wells):
    judging.say_different(store, alike(*wells[:2]))
    judging.say_same(store, wells[:2], wells[0])
    assert decisions(store) == {frozenset(wells[:2]): Decision.SAME}


def test_two_rapporteurs_who_decide_otherwise_on_a_pair_are_asked(store, wells, folder):
    copy = store.send_copy(folder / "ben.consult").path
    judging.say_same(store, wells[:2], wells[0])
    with Store.open(copy, identity("Ben")) as bens:
        judging.say_different(bens, alike(*wells[:2]))
    merge(store, [copy])
    assert [(each.kind, each.field) for each in store.conflicts()] == [("verdict", "decision")]


def test_two_rapporteurs_who_decide_alike_disagree_about_nothing(store, wells, folder):
    copy = store.send_copy(folder / "ben.consult").path
    for each in (store, Store.open(copy, identity("Ben"))):
        judging.say_different(each, alike(*wells[:2]))
        if each is not store:
            each.close()
    merge(store, [copy])
    assert (store.conflicts(), len(store.all(Verdict))) == ([], 1)


def test_two_rapporteurs_who_put_the_same_together_make_one_group_and_are_asked_only_which_leads(store, wells, folder):
    copy = store.send_copy(folder / "ben.consult").path
    first, second, third = wells
    judging.say_same(store, (first, second), first)
    judging.say_same(store, (first, third), first)
    with Store.open(copy, identity("Ben")) as bens:
        judging.say_same(bens, (second, first), second)
        judging.say_same(bens, (first, third), second)
    merge(store, [copy])
    assert [(each.kind, each.field) for each in store.conflicts()] == [("group", "lead")]
    assert [group.recommendations for group in store.all(Group)] == [list(wells)]


def test_what_was_split_can_be_put_together_again(store, wells):
    judging.say_same(store, wells, wells[0], {"en": "Open the wells"})
    judging.split(store, wells[0])
    judging.say_same(store, wells, wells[1])
    (group,) = store.all(Group)
    assert (group.recommendations, group.lead, group.wording) == (list(wells), wells[1], {})


def test_a_group_that_others_went_out_of_keeps_its_words_when_they_are_put_together_again(store, wells):
    judging.say_same(store, wells, wells[0], {"en": "Open the wells"})
    judging.take_out(store, wells[0])
    judging.take_out(store, wells[1])
    judging.say_same(store, wells[:2], wells[0])
    assert sorted(group.recommendations for group in store.all(Group)) == [list(wells[:2]), [wells[2]]]


def test_what_is_identical_is_joined_in_one_step(store):
    pairs = [[asked(store, text).id for text in (f"Open well {number}.", f"open well {number}")] for number in range(3)]
    written = judging.join_identical(store, [alike(*pair) for pair in pairs])
    assert sorted(group.recommendations for group in store.all(Group)) == pairs
    store.undo(written)
    assert store.all(Group) == []


def test_words_for_a_group_are_written_by_language_and_taken_away_again(store, wells):
    judging.say_same(store, wells, wells[0])
    judging.word_group(store, wells[2], "es", " Abrir los pozos ")
    judging.word_group(store, wells[1], "en", "Open all wells")
    assert store.all(Group)[0].wording == {"es": "Abrir los pozos", "en": "Open all wells"}
    judging.word_group(store, wells[1], "en", "  ")
    assert store.all(Group)[0].wording == {"es": "Abrir los pozos"}
    judging.let_lead(store, wells[2])
    assert store.all(Group)[0].lead == wells[2]


def test_a_card_tells_each_room_and_that_nothing_is_added_up(store, wells):
    card = read_card(store, wells)
    assert [member.session.code for member in card.members] == ["D1-CLIMATE", "D2-WATER", "D4-CARE"]
    assert (card.lead, card.rooms, card.languages) == (wells[1], 3, ("en", "fr"))
    assert (card.joint.no_sum, len(card.joint.counted)) == (NoSum.NOT_LISTED, 2)
    assert card.missing(["en", "fr", "es"]) == ("fr", "es")
    judging.say_same(store, wells, wells[2], {"es": "Abrir los pozos"})
    card = read_card(store, wells)
    assert (card.lead, card.missing(["en", "fr", "es"])) == (wells[2], ("en",))
