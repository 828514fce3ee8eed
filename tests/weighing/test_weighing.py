"""Figures read from a file: hands room by room, sums that are not made, matrices, orders, and what is kept."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest

from consultation.language import translator
from consultation.merging import merge
from consultation.model import Decision, RecommendationSet, Shortlist, Verdict
from consultation.store import Store
from consultation.weighing.figures import Figure, in_order, value_of, working_of
from consultation.weighing.hands import Standing
from consultation.weighing.listing import Listing, Narrowing
from consultation.weighing.matrix import strands_by_capital, strands_by_set
from consultation.weighing.proposing import (
    dues,
    keep_order,
    keep_proposal,
    moved,
    places,
    propose,
    read_shortlist,
)
from consultation.weighing.telling import tell
from consultation.weighing.weighed import Lack, Weighed, read_weighing
from tests.builders import handed_to
from tests.drafting.rooms import ASIDE, POLICY, a_room, asked, count, grouped, somebody, strand, term

T = translator("en")


@pytest.fixture
def store(tmp_path: Path):
    with a_room(tmp_path) as opened:
        yield opened


def weighed(store: Store) -> list[Weighed]:
    return list(read_weighing(store).rows)


def test_what_two_rooms_asked_for_has_a_line_for_each_and_no_sum(store: Store):
    first = asked(store, "A single desk for newcomers.", room="D2-WATER", hands=(58, 8, 15))
    second = asked(store, "Una ventanilla única.", language="es", room="D1-CLIMATE", hands=(33, 2, 3))
    third = asked(store, "One desk.", room="D4-CARE")
    grouped(store, first, second, third)
    (row,) = weighed(store)
    lines = [(line.in_favour, line.against, line.abstaining, line.standing) for line in row.lines]
    assert lines == [
        (33, 2, 3, Standing.COUNTED),
        (58, 8, 15, Standing.COUNTED),
        (0, 0, 0, Standing.NOT_COUNTED),
    ], "in the order of the programme"
    assert row.total is None
    assert value_of(row, Figure.ACROSS) == pytest.approx(59 * 34 / (83 * 40))
    assert (value_of(row, Figure.ROOMS), value_of(row, Figure.SUPPORT)) == (3, 58)


def test_one_room_has_a_plain_total(store: Store):
    made = asked(store, "Open the wells.", room="D2-WATER")
    count(store, made, (10, 1, 0), group="women")
    count(store, made, (7, 4, 2), group="men")
    (row,) = weighed(store)
    assert row.total is not None
    assert (row.total.in_favour, row.total.against, row.total.abstain) == (17, 5, 2)
    assert [line.group for line in row.lines] == ["men", "women"]
    assert value_of(row, Figure.ACROSS) == pytest.approx(11 / 13 * 8 / 15), "each group of people for itself"


def test_groups_of_a_room_stand_for_it_and_one_group_alone_beside_it(store: Store):
    made = asked(store, "Open the wells.", room="D2-WATER", hands=(17, 5, 2))
    count(store, made, (10, 1, 0), group="women")
    assert [line.standing for line in weighed(store)[0].lines] == [Standing.COUNTED] * 2
    count(store, made, (7, 4, 2), group="men")
    assert [(line.group, line.standing) for line in weighed(store)[0].lines] == [
        ("", Standing.IN_GROUPS),
        ("men", Standing.COUNTED),
        ("women", Standing.COUNTED),
    ]


def test_a_room_counted_twice_or_in_part_does_not_enter(store: Store):
    twice = asked(store, "Open the wells.", room="D2-WATER", hands=(17, 5, 2))
    count(store, twice, (3, 20, 0))
    part = asked(store, "Plant trees.", room="D2-WATER")
    count(store, part, (30, None, None))  # type: ignore[arg-type]
    by_text = {row.text: row for row in weighed(store)}
    assert [line.standing for line in by_text["Open the wells."].lines] == [Standing.COUNTED_TWICE]
    assert [line.standing for line in by_text["Plant trees."].lines] == [Standing.IN_PART]
    for row in by_text.values():
        assert value_of(row, Figure.ACROSS) is None
    assert by_text["Open the wells."].lacks >= {Lack.COUNTED_TWICE}


def test_what_was_asked_for_is_shown_in_the_words_of_the_one_a_person_chose_to_lead(store: Store):
    first, second = asked(store, "Open the wells."), asked(store, "Let every well be open.")
    group = grouped(store, first, second, fr="Ouvrir tous les puits.")
    assert [(row.text, row.language) for row in weighed(store)] == [("Ouvrir tous les puits.", "fr")]
    store.change(group, lead=second.id)
    assert [(row.text, row.language) for row in weighed(store)] == [("Let every well be open.", "en")]


def test_two_wordings_of_one_room_are_put_together_for_their_share_alone(store: Store):
    asked(store, "Open the wells.", room="D2-WATER", hands=(10, 0, 0))
    asked(store, "Open the wells!", room="D2-WATER", hands=(5, 5, 0))
    (row,) = weighed(store)
    assert [(line.in_favour, line.seen, line.wordings) for line in row.lines] == [(15, 20, 2)]
    assert row.total is None
    told = tell(T, working_of(row, Figure.ACROSS), read_weighing(store))
    assert any("two wordings" in remark for remark in told.remarks)


def test_a_working_can_be_done_again_by_hand(store: Store):
    first = asked(store, "A single desk.", room="D2-WATER", hands=(58, 8, 15))
    grouped(store, first, asked(store, "One desk.", room="D1-CLIMATE", hands=(33, 2, 3)), asked(store, "Desk."))
    weighing = read_weighing(store)
    told = tell(T, working_of(weighing.rows[0], Figure.ACROSS), weighing)
    assert told.title == "0.60 for, across the rooms"
    assert [(line.name, line.calculation, line.value) for line in told.lines] == [
        ("D1-CLIMATE", "(33 + 1) / (38 + 2)", "0.85"),
        ("D2-WATER", "(58 + 1) / (81 + 2)", "0.71"),
        ("no session", "not counted", "–"),
    ]
    assert told.results == (("multiplied", "0.60"), ("their mean: the square root", "0.78"))
    divides = tell(T, working_of(weighing.rows[0], Figure.DIVIDES), weighing)
    assert [line.calculation for line in divides.lines] == ["2 × 2 / 35", "2 × 8 / 66", "not counted"]
    assert divides.results == (("the most divided room", "24%"),)
    support = tell(T, working_of(weighing.rows[0], Figure.SUPPORT), weighing)
    assert support.results == (("most in one room; no sum is made", "58"),)


@pytest.mark.parametrize("figure", Figure)
@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_every_figure_explains_itself_in_every_language(store: Store, figure: Figure, language: str):
    region, actor = store.terms("region")[0].id, store.terms("actor")[0].id
    asked(
        store, "Open.", room="D2-WATER", hands=(3, 1, 0), proposer=somebody(store, "Ada", region=region, actor=actor).id
    )
    asked(store, "Nobody counted this.")
    weighing = read_weighing(store)
    for row in weighing.rows:
        told = tell(translator(language), working_of(row, figure), weighing)
        assert told.title
        assert told.remarks


def test_sorting_puts_the_greatest_first_and_what_has_no_figure_last(store: Store):
    for text, hands in (("calm", (20, 1, 0)), ("split", (10, 9, 0)), ("loud", (90, 60, 0))):
        asked(store, text, room="D2-WATER", hands=hands)
    asked(store, "uncounted", room="D2-WATER")
    rows = weighed(store)
    found = {figure: [row.text for row in in_order(rows, figure)] for figure in Figure}
    assert found[Figure.ACROSS] == ["calm", "loud", "split", "uncounted"]
    assert found[Figure.DIVIDES] == ["split", "loud", "calm", "uncounted"]
    assert found[Figure.SUPPORT] == ["loud", "calm", "split", "uncounted"]


def test_matrices_count_by_strand_and_set_or_capital(store: Store):
    asked(store, "One.", strands=("people", "planet"), capitals=("human",))
    asked(store, "Two.", POLICY, strands=("people",))
    asked(store, "Three.", POLICY)
    weighing = read_weighing(store)
    matrix = strands_by_set(weighing)
    people, planet = strand(store, "people"), strand(store, "planet")
    assert matrix.cell(people, RecommendationSet.CITIZENSHIP) == 1
    assert matrix.cell(people, POLICY) == 1
    assert (matrix.of_strand[people], matrix.of_strand[planet], matrix.of_strand[None]) == (2, 1, 1)
    assert matrix.strands[-1] is None
    assert matrix.in_several == 1
    by_capital = strands_by_capital(weighing)
    assert by_capital.cell(people, term(store, "capital", "human")) == 1
    assert by_capital.cell(people, None) == 1
    assert by_capital.of_column[None] == 2


def test_the_list_is_narrowed_by_what_is_chosen_and_by_words(store: Store):
    asked(store, "Plantar árboles.", room="D2-WATER", strands=("planet",), hands=(9, 1, 0), language="es")
    asked(store, "Open the wells.", POLICY, room="D2-WATER", strands=("people",))
    listing = Listing(read_weighing(store)).prepare()

    def texts(**values: object) -> list[str]:
        return [row.text for row in listing.show(Narrowing(**values), Figure.ACROSS)]  # type: ignore[arg-type]

    assert texts() == ["Plantar árboles.", "Open the wells."]
    assert texts(strand=strand(store, "planet")) == ["Plantar árboles."]
    assert texts(set=POLICY) == ["Open the wells."]
    assert texts(lack=Lack.NOT_COUNTED) == ["Open the wells."]
    assert texts(words="ARBO") == ["Plantar árboles."]
    assert texts(words="wells plantar") == []
    assert texts(words="ells") == [], "words are looked for by how they begin"
    assert texts(words="well", set=RecommendationSet.CITIZENSHIP) == []


def test_what_is_contradicted_is_to_be_looked_at_first(store: Store):
    first, second = asked(store, "Close the road."), asked(store, "Open the road.")
    asked(store, "Plant trees.")
    store.save(Verdict(id=store.new_id(), first=first.id, second=second.id, decision=Decision.CONTRADICT))
    assert [Lack.CONTRADICTED in row.lacks for row in weighed(store)] == [True, True, False]


def propose_ids(store: Store, size: int = 10) -> list[UUID]:
    return [seat.key for seat in propose(read_weighing(store), size)]


def test_every_strand_and_room_gets_something_however_loud_another_is(store: Store):
    for number in range(12):
        asked(store, f"People {number}.", room="D4-CARE", strands=("people",), hands=(90, number, 0))
    quiet = asked(store, "Planet.", room="D2-WATER", strands=("planet",), hands=(3, 2, 0))
    assert quiet.id in propose_ids(store, 10)


def test_what_was_set_aside_or_voted_down_is_not_proposed(store: Store):
    asked(store, "Aside.", room="D4-CARE", strands=("people",), status=ASIDE)
    asked(store, "Down.", room="D4-CARE", strands=("people",), hands=(3, 8, 0))
    good = asked(store, "Good.", room="D4-CARE", strands=("people",), hands=(8, 3, 0))
    assert propose_ids(store) == [good.id]


def test_strands_are_told_what_they_have_and_what_they_are_due(store: Store):
    for number in range(3):
        asked(store, f"People {number}.", strands=("people",))
    asked(store, "Both.", strands=("people", "planet"))
    weighing = read_weighing(store)
    found = dues(weighing, weighing.rows[-1:], 4)
    people, planet = strand(store, "people"), strand(store, "planet")
    assert (float(found[people].has), float(found[people].due)) == (0.5, 3.5)
    assert (float(found[planet].has), float(found[planet].due)) == (0.5, 0.5)
    assert sum(each.due for each in found.values()) == 4


def test_an_order_is_kept_with_where_each_was_proposed(store: Store):
    ids = [asked(store, f"{number}.", strands=("people",)).id for number in range(3)]
    keep_proposal(store, ids, 3)
    keep_order(store, moved(ids, ids[2], 0))
    kept = read_shortlist(store)
    assert kept is not None
    assert [(place.row.key, place.proposed) for place in places(read_weighing(store), kept)] == [
        (ids[2], 3),
        (ids[0], 1),
        (ids[1], 2),
    ]


def test_what_says_the_same_stands_in_the_list_once_and_what_is_gone_nowhere(store: Store):
    first, second, gone = (asked(store, text) for text in ("One.", "Uno.", "Gone."))
    keep_order(store, [second.id, first.id, gone.id])
    grouped(store, first, second)
    store.delete(gone)
    kept = read_shortlist(store)
    assert kept is not None
    assert len(places(read_weighing(store), kept)) == 1


def test_keeping_it_can_be_undone_and_done_again(store: Store):
    made = asked(store, "One.")
    written = keep_order(store, [made.id])
    store.undo(written)
    assert read_shortlist(store) is None or read_shortlist(store).recommendations == []  # type: ignore[union-attr]
    keep_order(store, [made.id])
    kept = read_shortlist(store)
    assert kept is not None
    assert kept.recommendations == [made.id]


def test_two_peoples_orders_meet_as_one_record_and_are_decided_like_any_field(store: Store, tmp_path: Path):
    ids = [asked(store, f"{number}.").id for number in range(2)]
    with handed_to(store, "Ben") as bens:
        keep_order(bens, ids)
        keep_order(store, ids[::-1])
        merge(store, [bens.path])
    assert len(store.all(Shortlist)) == 1
    assert [(conflict.kind, conflict.field) for conflict in store.conflicts()] == [("shortlist", "recommendations")]


@pytest.mark.parametrize(("to", "order"), [(0, "cab"), (1, "acb"), (2, "abc"), (9, "abc"), (-4, "cab")])
def test_moving_one_of_a_list(to: int, order: str):
    a, b, c = UUID(int=1), UUID(int=2), UUID(int=3)
    assert moved([a, b, c], c, to) == [{"a": a, "b": b, "c": c}[letter] for letter in order]


def test_words_are_found_with_or_without_accents_and_the_dots_of_turkish(store: Store):
    wanted = asked(store, "KIYILARI KORUYUN.", language="tr")
    asked(store, "Mend the roads.")
    listing = Listing(read_weighing(store))
    for typed in ("kıyı", "kiyi"):
        assert [row.key for row in listing.show(Narrowing(words=typed), Figure.ROOMS)] == [wanted.id]
