"""One record as it was after every change: with what belongs to it, its wordings, and what going back would do."""

from __future__ import annotations

from pathlib import Path

import pytest

from consultation.language import translator
from consultation.merging import merge
from consultation.model import Recommendation, RecommendationStatus, Reservation, Support, fingerprint
from consultation.reading.history import history_of, if_restored, wordings_of
from consultation.store import Store
from consultation.words import Values, change_title
from tests.builders import HOUR_MS, Watch, a_recommendation, a_session, a_store, handed_to

EN = translator("en")


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def store(tmp_path: Path, watch: Watch):
    with a_store(tmp_path, watch=watch) as made:
        yield made


def a_history(store: Store, watch: Watch) -> Recommendation:
    """A recommendation that was reworded, counted, doubted in another file, and adopted: each an hour later."""
    made = a_recommendation(store, "Open the wells.")
    watch.forward(HOUR_MS)
    store.change(made, text="Open all wells.")
    watch.forward(HOUR_MS)
    store.save(
        Support(
            id=store.new_id(),
            recommendation=made.id,
            in_favour=20,
            against=1,
            abstain=3,
            counted_on=fingerprint("Open all wells."),
        )
    )
    watch.forward(HOUR_MS)
    with handed_to(store, "Ben", watch) as bens:
        bens.save(Reservation(id=bens.new_id(), recommendation=made.id, who="Two mayors", text="Too soon."))
    merge(store, [bens.path])
    watch.forward(HOUR_MS)
    store.change(made, status=RecommendationStatus.ADOPTED)
    return store.get(Recommendation, made.id)


def test_every_change_is_told_newest_first_with_who_and_from_which_file(store: Store, watch: Watch) -> None:
    record = a_history(store, watch)
    states, values = history_of(store, record), Values(EN, lambda _: None)
    assert [change_title(EN, state.of, state.change, values) for state in states] == [
        "Status: Adopted",
        "Reservation written",
        "Counted: 20, 1, 3",
        "Wording: Open all wells.",
        "Recommendation written",
    ]
    assert [state.change.author_name for state in states] == ["Ada", "Ben", "Ada", "Ada", "Ada"]
    assert [state.file for state in states] == ["", "ben.consult", "", "", ""]
    assert [state.is_own for state in states] == [True, False, False, True, True]
    assert [state.is_now for state in states] == [True, False, False, False, False]
    assert [state.values["text"] for state in states] == ["Open all wells."] * 4 + ["Open the wells."]


def test_wordings_say_what_stood_before_and_what_was_counted_on_each(store: Store, watch: Watch) -> None:
    record = a_history(store, watch)
    newest, first = wordings_of(store, record, history_of(store, record), EN)
    assert (newest.text, newest.before) == ("Open all wells.", "Open the wells.")
    assert newest.counted is not None
    assert newest.counted.in_favour == 20
    assert (first.text, first.before, first.counted) == ("Open the wells.", "", None)


def test_going_back_is_compared_with_what_is_there_now_words_first(store: Store, watch: Watch) -> None:
    record = a_history(store, watch)
    states = history_of(store, record)
    told = [(each.name, each.then, each.now) for each in if_restored(record, states[-1])]
    assert told == [
        ("text", "Open the wells.", "Open all wells."),
        ("status", RecommendationStatus.PROPOSED, RecommendationStatus.ADOPTED),
    ]
    (wording, status) = if_restored(record, states[3])
    assert wording.is_same
    assert not status.is_same


def test_restoring_makes_a_new_state_that_is_the_one_there_is_now(store: Store, watch: Watch) -> None:
    record = a_history(store, watch)
    watch.forward(HOUR_MS)
    states = history_of(store, record)
    store.restore_to(record, states[-1].change.revision)
    record = store.get(Recommendation, record.id)
    again = history_of(store, record)
    assert len(again) == len(states) + 1
    assert [state.is_now for state in again] == [True, False, False, False, False, True]
    assert record.status is RecommendationStatus.PROPOSED


def test_a_record_in_several_languages_is_told_in_that_of_the_reader(store: Store, watch: Watch) -> None:
    session = a_session(store, title={"en": "Water", "fr": "Eau"})
    watch.forward(HOUR_MS)
    store.change(session, title={"en": "Wells", "fr": "Eau"})
    states = history_of(store, session)
    assert [wording.text for wording in wordings_of(store, session, states, EN)] == ["Wells", "Water"]
    assert [wording.text for wording in wordings_of(store, session, states, translator("fr"))] == ["Eau"]


def test_a_state_of_which_the_words_are_erased_is_not_taken_for_the_one_there_is_now(store: Store) -> None:
    made = a_recommendation(store, "Open the wells.")
    store.change(made, rationale="They are dry.")
    store.erase(made, ["text"], "asked for")
    store.change(made, text="Open the wells again.")
    made = store.get(Recommendation, made.id)
    assert [state.is_now for state in history_of(store, made)] == [True, False, False, False]
