"""What happened, and taking it back: what somebody changed since is never overwritten."""

from __future__ import annotations

from uuid import uuid4

import pytest

from consultation.errors import NotFound
from consultation.merging import merge
from consultation.model import Lesson, Recommendation
from tests.builders import (
    HOUR_MS,
    START_MS,
    Watch,
    a_lesson,
    a_recommendation,
    a_store,
    handed_to,
    identity,
    rows_of,
)


def values_of(store, record):
    return {option.value for one in store.conflicts() if one.record == record.id for option in one.options}


def test_the_history_says_who_changed_what_and_when(tmp_path):
    watch = Watch()
    with a_store(tmp_path, watch=watch) as store:
        kept = a_recommendation(store, "Open the wells.")
        watch.forward(HOUR_MS)
        with handed_to(store, "Ben", watch) as bens:
            bens.change(kept, text="Open all wells.")
            first, second = bens.history(kept)
    assert (first.created, first.author_name, first.values["text"]) == (True, "Ada", "Open the wells.")
    assert (second.created, second.author_name, second.fields) == (False, "Ben", ("deleted", "text"))
    assert second.values == {"deleted": False, "text": "Open all wells."}
    assert second.author == identity("Ben").author
    assert first.when.timestamp() * 1000 == START_MS
    assert second.when.timestamp() * 1000 == START_MS + HOUR_MS


def test_a_record_that_is_not_there_has_no_history(tmp_path):
    with a_store(tmp_path) as store, pytest.raises(NotFound):
        store.history(Lesson(text="Never saved."))


def test_undoing_a_change_puts_the_old_value_back(tmp_path):
    with a_store(tmp_path) as store:
        kept = a_recommendation(store, "Old.", rationale="Why.")
        written = store.change(kept, text="New.", rationale="")
        undone = store.undo(written)
        assert store.get(Recommendation, kept.id) == kept
        assert len(store.history(kept)) == 3
        redone = store.undo(undone)
        assert store.get(Recommendation, kept.id).text == "New."
        assert store.get(Recommendation, kept.id).rationale == ""
        store.undo(redone)
        assert store.get(Recommendation, kept.id) == kept
        assert store.check().is_sound


def test_undoing_a_creation_deletes_and_redoing_brings_it_back(tmp_path):
    with a_store(tmp_path) as store:
        lesson = Lesson(text="Begin with the map.")
        written = store.save(lesson)
        undone = store.undo(written)
        assert store.all(Lesson) == []
        assert store.search("map") == []
        store.undo(undone)
        assert [one.text for one in store.all(Lesson)] == ["Begin with the map."]
        assert [one.id for one in store.search("map")] == [lesson.id]
        assert store.check().is_sound


def test_undoing_a_deletion_brings_the_record_back(tmp_path):
    with a_store(tmp_path) as store:
        kept = a_lesson(store)
        undone = store.undo(store.delete(kept))
        assert store.all(Lesson) == [kept]
        store.undo(undone)
        assert store.all(Lesson) == []


def test_undoing_skips_what_was_changed_since(tmp_path):
    with a_store(tmp_path) as store:
        kept = a_recommendation(store, "Old.", rationale="old")
        written = store.change(kept, text="New.", rationale="new")
        store.change(kept, text="Newer.")
        store.undo(written)
        found = store.get(Recommendation, kept.id)
        assert (found.text, found.rationale) == ("Newer.", "old")


def test_undoing_what_was_changed_since_in_every_field_changes_nothing(tmp_path):
    with a_store(tmp_path) as store:
        kept = a_lesson(store, "Old.")
        written = store.change(kept, text="New.")
        store.change(kept, text="Newer.")
        before = store.digest()
        assert not store.undo(written)
        assert store.digest() == before


def test_undoing_skips_what_somebody_else_changed_meanwhile(tmp_path):
    with a_store(tmp_path) as store:
        kept = a_lesson(store, "Old.")
        with handed_to(store, "Ben") as bens:
            bens.change(kept, text="Ben's.")
        written = store.change(kept, text="Ada's.")
        merge(store, [bens.path])
        store.undo(written)
        assert store.get(Lesson, kept.id).text == "Ben's."
        assert not store.conflicts()
        assert store.check().is_sound


def test_several_actions_are_undone_as_one(tmp_path):
    with a_store(tmp_path) as store:
        kept = a_lesson(store, "Old.")
        other = Lesson(text="Another.")
        with store.together():
            written = store.change(kept, text="New.") + store.save(other) + store.change(kept, text="Newer.", rank=4)
        undone = store.undo(written)
        assert store.all(Lesson) == [kept]
        store.undo(undone)
        assert {(one.text, one.rank) for one in store.all(Lesson)} == {("Newer.", 4), ("Another.", 0)}
        assert store.check().is_sound


def test_undoing_twice_changes_nothing_the_second_time(tmp_path):
    with a_store(tmp_path) as store:
        kept = a_lesson(store, "Old.")
        written = store.change(kept, text="New.")
        store.undo(written)
        assert not store.undo(written)
        assert store.all(Lesson) == [kept]


def test_undoing_a_decision_opens_the_conflict_again(tmp_path):
    with a_store(tmp_path) as store:
        kept = a_lesson(store, "Old.")
        sources = []
        for who in ("Ben", "Eve"):
            with handed_to(store, who) as theirs:
                theirs.change(kept, text=f"{who}'s.")
                sources.append(theirs.path)
        store.change(kept, text="Ada's.")
        merge(store, sources)
        shown = store.get(Lesson, kept.id).text
        assert values_of(store, kept) == {"Ada's.", "Ben's.", "Eve's."}
        written = store.resolve(type(kept), kept.id, "text", "Ben's.")
        assert store.conflicts() == []
        undone = store.undo(written)
        assert values_of(store, kept) == {"Ada's.", "Ben's.", "Eve's."}
        assert store.get(Lesson, kept.id).text == shown
        assert store.check().is_sound
        store.undo(undone)
        assert store.conflicts() == []
        assert store.get(Lesson, kept.id).text == "Ben's."
        assert store.check().is_sound


def test_undoing_a_decision_between_deleting_and_editing_opens_it_again(tmp_path):
    with a_store(tmp_path) as store:
        kept = a_lesson(store, "Old.")
        with handed_to(store, "Ben") as bens:
            bens.delete(kept)
        store.change(kept, text="New.")
        merge(store, [bens.path])
        assert [(one.field, one.kind) for one in store.conflicts()] == [("deleted", "lesson")]
        written = store.resolve(type(kept), kept.id, "deleted", True)
        assert not store.conflicts()
        assert not store.all(Lesson)
        store.undo(written)
        assert values_of(store, kept) == {True, False}


def test_an_undo_can_be_merged_like_any_change(tmp_path):
    with a_store(tmp_path) as store:
        kept = a_lesson(store, "Old.")
        written = store.change(kept, text="New.")
        with handed_to(store, "Ben") as bens:
            store.undo(written)
            merge(bens, [store.path])
            assert bens.get(Lesson, kept.id).text == "Old."
            assert not bens.conflicts()


def test_a_record_can_be_put_back_to_any_moment_of_its_history(tmp_path):
    with a_store(tmp_path) as store:
        kept = a_recommendation(store, "One.", rationale="first")
        store.change(kept, text="Two.")
        store.change(kept, rationale="second")
        store.delete(kept)
        first, second, *_ = store.history(kept)
        store.restore_to(kept, second.revision)
        found = store.get(Recommendation, kept.id)
        assert (found.text, found.rationale, found.deleted) == ("Two.", "first", False)
        written = store.restore_to(kept, first.revision)
        assert store.get(Recommendation, kept.id) == kept
        store.undo(written)
        assert store.get(Recommendation, kept.id).text == "Two."
        assert store.check().is_sound


def test_a_record_is_put_back_to_what_its_author_saw_and_not_to_a_side_branch(tmp_path):
    with a_store(tmp_path) as store:
        kept = a_recommendation(store, "One.", rationale="first")
        with handed_to(store, "Ben") as bens:
            bens.change(kept, rationale="Ben's")
        written = store.change(kept, text="Two.")
        merge(store, [bens.path])
        store.restore_to(kept, written.revisions[0].id)
        found = store.get(Recommendation, kept.id)
        assert (found.text, found.rationale) == ("Two.", "first")


def test_putting_back_to_a_revision_that_is_not_of_this_record_is_not_found(tmp_path):
    with a_store(tmp_path) as store:
        kept = a_lesson(store)
        other = a_lesson(store, "Another.")
        before = store.digest()
        for unknown in (b"\0" * 32, store.history(other)[0].revision):
            with pytest.raises(NotFound):
                store.restore_to(kept, unknown)
        assert store.digest() == before


def test_deciding_about_a_record_that_is_not_there_is_not_found(tmp_path):
    with a_store(tmp_path) as store, pytest.raises(NotFound):
        store.resolve(Recommendation, uuid4(), "text", "x")


def test_a_change_names_the_heads_it_was_made_on(tmp_path):
    with a_store(tmp_path) as store:
        kept = a_lesson(store, "Old.")
        first = rows_of(store.path)[-1]
        store.change(kept, text="New.")
        second = rows_of(store.path)[-1]
        assert second["parents"] == first["id"]
        assert rows_of(store.path)[0]["parents"] == b""


def test_a_change_after_a_merge_names_both_heads_in_order(tmp_path):
    with a_store(tmp_path) as store:
        kept = a_lesson(store, "Old.")
        with handed_to(store, "Ben") as bens:
            bens.change(kept, rank=2)
        store.change(kept, text="New.")
        merge(store, [bens.path])
        heads = sorted(one.revision for one in store.history(kept) if not one.created)
        store.change(kept, text="Newest.")
        assert rows_of(store.path)[-1]["parents"] == b"".join(heads)
