"""What stood before a conflict, what was decided, and what came with which merge: read from the revisions alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from consultation.merging import merge
from consultation.model import Lesson, Person, Recommendation, Record
from consultation.store import Disputed, Store
from tests.builders import (
    HOUR_MS,
    Watch,
    a_lesson,
    a_recommendation,
    a_store,
    handed_to,
    identity,
    sql_in,
)


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def store(tmp_path: Path, watch: Watch):
    with a_store(tmp_path, watch=watch) as made:
        yield made


def disagreeing(store: Store, watch: Watch, record: Record, name: str, **said: object) -> None:
    """Let people change a field of a record in copies of their own, an hour after one another, and merge them."""
    for who in said:
        handed_to(store, who, watch).close()
    for who, value in said.items():
        watch.forward(HOUR_MS)
        path = store.path.with_name(f"{who.lower()}.consult")
        with Store.open(path, identity(who), watch.clock()) as theirs:
            theirs.change(theirs.get(type(record), record.id), **{name: value})
    merge(store, [store.path.with_name(f"{who.lower()}.consult") for who in said])


def test_what_stood_before_is_what_all_who_disagree_knew(store: Store, watch: Watch) -> None:
    kept = a_recommendation(store, "Open the wells.")
    watch.forward(HOUR_MS)
    store.change(kept, text="Open all wells.")
    disagreeing(store, watch, kept, "text", Ben="Open our wells.", Eve="Open no wells.", Zoe="Open the old wells.")
    (conflict,) = store.conflicts()
    assert conflict.before is not None
    assert (conflict.before.value, conflict.before.author_name) == ("Open all wells.", "Ada")
    assert [option.value for option in conflict.options] == ["Open our wells.", "Open no wells.", "Open the old wells."]


def test_steps_that_only_one_of_them_took_do_not_stand_before_both(store: Store, watch: Watch) -> None:
    kept = a_recommendation(store, "One.")
    with handed_to(store, "Ben", watch) as bens:
        bens.change(kept, text="Two.")
        bens.change(kept, text="Three.")
    store.change(kept, text="Four.")
    merge(store, [bens.path])
    (conflict,) = store.conflicts()
    assert conflict.before is not None
    assert conflict.before.value == "One."


def test_where_nobody_had_said_anything_nothing_stood_before(store: Store, watch: Watch) -> None:
    kept = a_recommendation(store)
    disagreeing(store, watch, kept, "reference", Ben="B-1", Eve="E-1")
    (conflict,) = store.conflicts()
    assert conflict.field == "reference"
    assert conflict.before is None or conflict.before.value == ""


def test_a_conflict_is_listed_without_being_read_and_read_alone(store: Store, watch: Watch) -> None:
    kept, other = a_lesson(store, "One."), a_lesson(store, "Another.")
    disagreeing(store, watch, kept, "text", Ben="Two.", Eve="Three.")
    disagreeing(store, watch, other, "text", Ida="Two.", Uwe="Three.")
    assert store.count_conflicts() == 2
    listed = store.past.disputed()
    assert set(listed) == {Disputed("lesson", kept.id, "text"), Disputed("lesson", other.id, "text")}
    assert [store.past.conflict(where) for where in listed] == store.conflicts()
    store.resolve(Lesson, kept.id, "text", "Two.")
    assert store.past.conflict(Disputed("lesson", kept.id, "text")) is None
    assert store.past.conflict(Disputed("lesson", store.new_id(), "text")) is None


def test_a_decision_is_found_again_in_another_copy_with_what_there_was_to_choose_from(
    store: Store, watch: Watch
) -> None:
    kept = a_recommendation(store, "One.")
    disagreeing(store, watch, kept, "text", Ben="Two.", Eve="Three.")
    assert store.past.decisions() == []
    watch.forward(HOUR_MS)
    store.resolve(Recommendation, kept.id, "text", "Two.")
    with handed_to(store, "Zoe", watch) as zoes:
        (decision,) = zoes.past.decisions()
        assert (decision.record, decision.kind, decision.field) == (kept.id, "recommendation", "text")
        assert (decision.value, decision.author_name, decision.stands) == ("Two.", "Ada", True)
        assert [(option.value, option.author_name) for option in decision.options] == [
            ("Two.", "Ben"),
            ("Three.", "Eve"),
        ]
        assert zoes.past.decisions([kept.id]) == [decision]
        assert zoes.past.decisions([zoes.new_id()]) == []


def test_two_decisions_on_one_record_are_two(store: Store, watch: Watch) -> None:
    kept = a_recommendation(store, "One.")
    for who in ("Ben", "Eve"):
        handed_to(store, who, watch).close()
    for who in ("Ben", "Eve"):
        with Store.open(store.path.with_name(f"{who.lower()}.consult"), identity(who), watch.clock()) as theirs:
            theirs.change(kept, text=f"{who}'s.", rationale=f"{who}'s reason.")
    merge(store, [store.path.with_name("ben.consult"), store.path.with_name("eve.consult")])
    store.resolve(Recommendation, kept.id, "text", "Eve's.")
    watch.forward(HOUR_MS)
    store.resolve(Recommendation, kept.id, "rationale", "Ben's reason.")
    assert [decision.field for decision in store.past.decisions()] == ["rationale", "text"]


def test_taking_a_decision_back_puts_the_question_again(store: Store, watch: Watch) -> None:
    kept = a_recommendation(store, "One.")
    disagreeing(store, watch, kept, "text", Ben="Two.", Eve="Three.")
    before = store.conflicts()
    store.resolve(Recommendation, kept.id, "text", "Two.")
    (decision,) = store.past.decisions()
    again = store.undo(decision.written)
    assert store.conflicts() == before
    assert store.past.decisions() == []
    store.undo(again)
    assert store.past.decisions() == [decision]
    assert store.conflicts() == []


def test_a_decision_that_was_written_over_no_longer_stands_and_stays_listed(store: Store, watch: Watch) -> None:
    kept = a_recommendation(store, "One.")
    disagreeing(store, watch, kept, "text", Ben="Two.", Eve="Three.")
    store.resolve(Recommendation, kept.id, "text", "Two.")
    store.change(kept, text="Four.")
    (decision,) = store.past.decisions()
    assert (decision.value, decision.stands) == ("Two.", False)
    assert not store.undo(decision.written)
    assert store.get(Recommendation, kept.id).text == "Four."


def test_an_ordinary_change_is_no_decision(store: Store, watch: Watch) -> None:
    kept = a_recommendation(store, "One.")
    with handed_to(store, "Ben", watch) as bens:
        bens.change(kept, rationale="Thrice.")
    store.change(kept, text="Two.")
    merge(store, [bens.path])
    store.change(kept, text="Three.", rationale="Four times.")
    assert store.past.decisions() == []


def test_each_change_says_with_which_file_it_came(store: Store, watch: Watch) -> None:
    kept = a_recommendation(store, "One.")
    disagreeing(store, watch, kept, "text", Ben="Two.", Eve="Three.")
    came_with = store.past.came_with(kept)
    assert [came_with.get(change.revision, "") for change in store.history(kept)] == ["", "ben.consult", "eve.consult"]


def test_a_merge_says_how_many_records_came_with_it(store: Store, watch: Watch) -> None:
    kept = a_lesson(store)
    with handed_to(store, "Ben", watch) as bens:
        bens.change(kept, text="Ben's.")
        for number in range(3):
            a_lesson(bens, f"Lesson {number}.")
    merge(store, [bens.path])
    (listed,) = store.merges()
    assert store.past.brought_by(listed) == {"lesson": 3, "person": 1}


def test_a_merge_that_was_taken_back_is_brought_in_again(store: Store, watch: Watch) -> None:
    ours = a_lesson(store, "Ours.")
    with handed_to(store, "Ben", watch) as bens:
        bens.change(ours, text="Ben's.")
        a_lesson(bens, "A new one.")
    merge(store, [bens.path])
    shown = store.all(Lesson)
    (listed,) = store.merges()
    store.take_back(listed)
    assert [lesson.text for lesson in store.all(Lesson)] == ["Ours."]
    assert store.merges()[0].taken_back
    assert store.bring_back(store.merges()[0])
    assert store.all(Lesson) == shown
    assert not store.merges()[0].taken_back
    assert store.check().is_sound


def test_whoever_takes_a_merge_back_keeps_their_card_when_it_is_brought_in_again(store: Store, watch: Watch) -> None:
    with handed_to(store, "Ben", watch) as bens:
        a_lesson(bens, "A new one.")
    merge(store, [bens.path])
    with handed_to(store, "Zoe", watch) as zoes:
        zoes.take_back(zoes.merges()[0])
        zoes.bring_back(zoes.merges()[0])
        assert [lesson.text for lesson in zoes.all(Lesson)] == ["A new one."]
        assert not zoes.merges()[0].taken_back
        assert {"Ada", "Ben", "Zoe"} <= {person.name for person in zoes.all(Person)}


def test_records_are_read_by_their_ids_in_one_go_whatever_their_number(store: Store) -> None:
    made = [a_lesson(store, f"Lesson {number}.") for number in range(5)]
    store.delete(made[0])
    wanted = [lesson.id for lesson in made[:3]]
    assert {record.id: record.text for record in store.those(Lesson, [*wanted, store.new_id()]).values()} == {
        lesson.id: lesson.text for lesson in made[:3]
    }
    assert store.those(Lesson, []) == {}


def test_restoring_a_state_empties_what_was_entered_since(store: Store) -> None:
    kept = a_recommendation(store, "One.")
    (first,) = store.history(kept)
    term = store.new_id()
    store.change(kept, rationale="Why.", terms={"strand": [term]})
    store.restore_to(kept, first.revision)
    found = store.get(Recommendation, kept.id)
    assert (found.text, found.rationale, found.chosen("strand")) == ("One.", "", [])
    assert sql_in(store, "SELECT count(*) FROM conflict").fetchone()[0] == 0
