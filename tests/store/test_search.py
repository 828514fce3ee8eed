"""Finding records by the beginnings of their words."""

from __future__ import annotations

import pytest

from consultation.model import Lesson, Person, Recommendation
from tests.builders import a_lesson, a_recommendation, a_session, a_store


def ids(records):
    return [one.id for one in records]


@pytest.mark.parametrize("asked", ["well", "WELL", "w", "open wel", "wells open", "  wells!  ", "“wells”"])
def test_words_are_found_by_their_beginning(tmp_path, asked):
    with a_store(tmp_path) as store:
        kept = a_recommendation(store, "Open the wells to everyone.")
        a_recommendation(store, "Bread for all.")
        assert ids(store.search(asked)) == [kept.id]


@pytest.mark.parametrize(
    "asked", ["ells", "well bread", "", "   ", "!?", '"', "*", "well*x", "NEAR(", "wells NOT open"]
)
def test_nothing_is_found_by_what_is_not_there(tmp_path, asked):
    with a_store(tmp_path) as store:
        a_recommendation(store, "Open the wells to everyone.")
        assert store.search(asked) == []


@pytest.mark.parametrize(
    ("said", "asked"),
    [("Más água è für Ångström", "agua fur ang"), ("agua", "água"), ("ÉCOLE", "école")],
)
def test_accents_and_case_do_not_matter(tmp_path, said, asked):
    with a_store(tmp_path) as store:
        kept = a_lesson(store, said)
        assert ids(store.search(asked)) == [kept.id]


@pytest.mark.parametrize("word", ["воды", "水", "ماء", "पानी", "L'eau", "2027", "snake_case"])
def test_words_of_any_script_are_found(tmp_path, word):
    with a_store(tmp_path) as store:
        kept = a_lesson(store, f"{word} one two")
        assert ids(store.search(word)) == [kept.id]


def test_only_the_kinds_asked_for_are_found(tmp_path):
    with a_store(tmp_path) as store:
        lesson = a_lesson(store, "water")
        recommendation = a_recommendation(store, "water", rationale="bread")
        assert ids(store.search("water", Lesson)) == [lesson.id]
        assert ids(store.search("bread", Lesson)) == []
        assert set(ids(store.search("water", Lesson, Recommendation))) == {lesson.id, recommendation.id}
        assert ids(store.search("water", Person)) == []
        assert len(store.search("water", most=1)) == 1


def test_translations_codes_and_titles_are_found(tmp_path):
    with a_store(tmp_path) as store:
        session = a_session(store, "S1", title={"fr": "Les puits", "en": "Wells"})
        kept = a_recommendation(store, "water", translations={"es": "pozos"}, reference="REC-7")
        assert ids(store.search("puits")) == ids(store.search("s1")) == [session.id]
        assert ids(store.search("pozo")) == ids(store.search("rec-7")) == [kept.id]


def test_what_was_deleted_is_not_found_until_it_is_restored(tmp_path):
    with a_store(tmp_path) as store:
        kept = a_lesson(store, "water")
        store.delete(kept)
        assert store.search("water") == []
        store.restore(kept)
        assert ids(store.search("water")) == [kept.id]


def test_old_words_are_not_found_after_a_change(tmp_path):
    with a_store(tmp_path) as store:
        kept = a_lesson(store, "water")
        for number in range(3):
            store.change(kept, text=f"bread {number}")
        assert store.search("water") == []
        assert ids(store.search("bread")) == [kept.id]


def test_of_one_or_two_letters_the_newest_come_first(tmp_path):
    with a_store(tmp_path) as store:
        old = a_lesson(store, "wa")
        new = a_lesson(store, "A long sentence in which there is some water at last.")
        assert ids(store.search("w")) == ids(store.search("wa")) == [new.id, old.id]
        assert ids(store.search("w long")) == [new.id]


def test_those_that_hold_the_words_are_found_among_some_however_many_others_do(tmp_path):
    with a_store(tmp_path) as store:
        here, dry = a_lesson(store, "water here"), a_lesson(store, "dry")
        a_lesson(store, "water elsewhere")
        store.change(here, text="water, still")
        assert store.found_among("wat", store.places([here.id, dry.id])) == {here.id}
        assert store.found_among("", store.places([here.id])) == store.found_among("wat", {}) == frozenset()


def test_records_are_read_by_a_set_of_values_and_by_some_of_their_fields(tmp_path):
    with a_store(tmp_path) as store:
        sessions = [a_session(store, code) for code in ("S1", "S2", "S3")]
        kept = [a_recommendation(store, f"In {session.code}.", session=session.id) for session in sessions]
        wanted = {sessions[0].id, sessions[2].id}
        assert ids(store.all(Recommendation, session=wanted)) == [kept[0].id, kept[2].id]
        assert store.all(Recommendation, session=set()) == []
        store.delete(kept[0])
        assert store.columns(Recommendation, "id", "set", session=wanted) == [(kept[2].id, kept[2].set)]
        assert len(store.columns(Recommendation, "id", deleted=True, session=wanted)) == 2
