"""Every merge is remembered with what it brought, can be taken back as a whole, and names what nobody expects."""

from __future__ import annotations

from dataclasses import replace

from consultation.merging import merge, trial
from consultation.model import Lesson, Person, Recommendation
from consultation.store import Store, Written
from consultation.store.checks import screen
from tests.builders import (
    START_MS,
    a_lesson,
    a_recommendation,
    a_store,
    copied,
    forged,
    handed_to,
    identity,
    rows_of,
    with_sql,
)


def test_merges_are_listed_with_the_file_and_what_it_brought(tmp_path):
    with a_store(tmp_path) as store:
        a_lesson(store)
        with handed_to(store, "Ben") as bens:
            a_lesson(bens, "Ben's.")
        assert store.merges() == []
        (brought,) = merge(store, [bens.path])
        merge(store, [bens.path])
        (listed,) = store.merges()
        assert (listed.name, listed.author, listed.taken_back) == ("ben.consult", identity().author, False)
        assert listed.last - listed.first + 1 == brought.revisions
        assert listed.when.timestamp() * 1000 == START_MS
        store.check(rebuild=True)
        store.send_copy(tmp_path / "sent.consult")
    with Store.open(tmp_path / "sent.consult", identity("Eve")) as eves:
        assert [one.name for one in eves.merges()] == ["ben.consult"]


def test_of_files_merged_at_once_those_that_bring_nothing_are_not_listed(tmp_path):
    with a_store(tmp_path) as store:
        with handed_to(store, "Ben") as bens:
            a_lesson(bens, "Ben's.")
        merge(store, [bens.path, copied(bens.path)])
        assert [one.name for one in store.merges()] == ["ben.consult"]


def test_merges_are_still_listed_and_taken_back_when_the_tables_had_to_be_made_anew(tmp_path):
    with a_store(tmp_path) as store:
        with handed_to(store, "Ben") as bens:
            a_lesson(bens, "Ben's.")
        merge(store, [bens.path])
        listed = store.merges()
    with Store.open(with_sql(store.path, "DELETE FROM lesson"), identity()) as again:
        assert again.all(Lesson)
        assert again.merges() == listed
        again.take_back(listed[0])
        assert not again.all(Lesson)


def a_stranger(store, **columns):
    """A copy of the file in which somebody else has deleted every recommendation and named everybody."""
    with handed_to(store, "Mallory") as theirs:
        for one in theirs.all(Recommendation):
            theirs.delete(one)
        for one in theirs.all(Person):
            theirs.change(one, consent=True)
        a_lesson(theirs, "A lesson of theirs.")
        return theirs.path


def test_deletions_and_changes_of_consent_are_named_before_and_after(tmp_path):
    with a_store(tmp_path) as store:
        ada = store.all(Person)[0]
        for number in range(30):
            a_recommendation(store, f"Recommendation {number}")
        (foreseen,) = trial(store, [a_stranger(store)])
        (brought,) = merge(store, [foreseen.contribution.path])
        assert brought == foreseen.contribution
        assert brought.deleted == {"recommendation": 30}
        assert brought.consent == {ada.id: True}
        assert foreseen.people[ada.id] == "Ada"


def test_what_was_deleted_here_before_is_not_told_as_deleted_by_a_merge(tmp_path):
    with a_store(tmp_path) as store:
        lesson = a_lesson(store)
        store.delete(lesson)
        with handed_to(store, "Ben") as bens:
            bens.change(lesson, rank=3)
        (brought,) = merge(store, [bens.path])
        assert brought.changed == {"lesson": 1}
        assert brought.deleted == {}


def test_whoever_is_written_for_by_another_installation_is_named(tmp_path):
    with a_store(tmp_path) as store:
        ada = identity("Ada")
        lesson = a_lesson(store)
        false = with_sql(store.path, forged({"text": "x", "deleted": False}, author=ada.author.bytes).inserted())
        (brought,) = merge(store, [false])
        assert brought.written_for == {ada.author: 1}
        with handed_to(store, "Ben") as bens:
            bens.change(lesson, text="y")
        assert merge(store, [bens.path])[0].written_for == {}
        other_laptop = replace(identity("Ben"), replica=identity("Zoë").replica)
        with Store.open(copied(bens.path, "laptop.consult"), other_laptop) as bens_other:
            bens_other.change(lesson, text="z")
        assert merge(store, [bens_other.path])[0].written_for == {identity("Ben").author: 1}


def test_a_merge_is_taken_back_as_a_whole(tmp_path):
    with a_store(tmp_path) as store:
        for number in range(30):
            a_recommendation(store, f"Recommendation {number}")
        a_lesson(store, "Ours.")
        shown = store.all(Recommendation), store.all(Lesson), store.all(Person)
        merge(store, [a_stranger(store)])
        assert not store.all(Recommendation)
        written = store.take_back(store.merges()[0])
        assert (store.all(Recommendation), store.all(Lesson)) == shown[:2]
        assert [one for one in store.all(Person) if one.name == "Ada"] == shown[2]
        assert store.merges()[0].taken_back
        assert store.check(rebuild=True).is_sound
        store.undo(written)
        assert not store.all(Recommendation)
        assert {one.text for one in store.all(Lesson)} == {"Ours.", "A lesson of theirs."}
        assert not store.merges()[0].taken_back
        store.take_back(store.merges()[0])
        assert store.all(Recommendation) == shown[0]
        assert store.merges()[0].taken_back


def test_a_merge_of_one_change_is_said_to_be_taken_back_until_that_is_undone(tmp_path):
    with a_store(tmp_path) as store:
        kept = a_lesson(store, "Old.")
        change = forged({"text": "New."}, record=kept.id.bytes, parents=rows_of(store.path)[-1]["id"])
        merge(store, [with_sql(store.path, change.inserted())])
        written = store.take_back(store.merges()[0])
        assert len(written.revisions) == 1
        assert store.merges()[0].taken_back
        assert store.get(Lesson, kept.id) == kept
        store.undo(written)
        assert not store.merges()[0].taken_back


def test_a_merge_stays_taken_back_until_all_of_it_is_undone(tmp_path):
    with a_store(tmp_path) as store:
        with handed_to(store, "Ben") as bens:
            a_lesson(bens, "One.")
            a_lesson(bens, "Two.")
        merge(store, [bens.path])
        first, *others = store.take_back(store.merges()[0]).revisions
        store.undo(Written((first,)))
        assert store.merges()[0].taken_back
        store.undo(Written(tuple(others)))
        assert not store.merges()[0].taken_back


def test_what_somebody_has_changed_since_stays_when_a_merge_is_taken_back(tmp_path):
    with a_store(tmp_path) as store:
        kept = a_recommendation(store, "Open the wells.")
        other = a_recommendation(store, "Close the gates.")
        with handed_to(store, "Ben") as bens:
            bens.change(kept, text="Open all wells.")
            bens.change(other, text="Close all gates.")
            lesson = a_lesson(bens, "Ben's.")
        merge(store, [bens.path])
        store.change(kept, text="Open some wells.")
        store.change(lesson, text="Ben's, mended.")
        store.take_back(store.merges()[0])
        assert store.get(Recommendation, kept.id).text == "Open some wells."
        assert store.get(Recommendation, other.id).text == "Close the gates."
        assert [one.text for one in store.all(Lesson)] == ["Ben's, mended."]
        assert not store.conflicts()


def test_what_was_taken_back_travels_and_stays_taken_back(tmp_path):
    with a_store(tmp_path) as store:
        kept = a_recommendation(store, "Open the wells.")
        with handed_to(store, "Eve") as eves:
            pass
        stranger = a_stranger(store)
        merge(store, [stranger])
        store.take_back(store.merges()[0])
        with Store.open(eves.path, identity("Eve")) as eves:
            merge(eves, [stranger, store.path])
            assert [one.text for one in eves.all(Recommendation)] == ["Open the wells."]
            assert eves.digest() == store.digest()
            assert screen(eves._engine) == screen(store._engine)
            assert not eves.conflicts()
        assert store.get(Recommendation, kept.id) == kept


def test_what_was_in_conflict_before_is_not_counted_as_brought(tmp_path):
    with a_store(tmp_path) as store:
        kept = a_recommendation(store, "Open the wells.")
        sources = []
        for who in ("Ben", "Eve", "Zoë"):
            with handed_to(store, who) as theirs:
                theirs.change(kept, text=f"{who}'s.")
                a_lesson(theirs, who)
                sources.append(theirs.path)
        merge(store, sources[:2])
        (brought,) = merge(store, sources[2:])
        assert brought.conflicts == 0
        assert len(store.conflicts()[0].options) == 3


def test_a_record_with_more_heads_than_a_revision_may_name_can_be_edited_and_merged(tmp_path):
    """F4: a thousand and one people change one record without knowing of each other."""
    with a_store(tmp_path) as store:
        kept = a_lesson(store, "Begin.")
        first = rows_of(store.path, "kind = 'lesson'")[-1]["id"]
        many = [
            forged({"text": f"wording {number}"}, record=kept.id.bytes, parents=first, counter=number).inserted()
            for number in range(2500)
        ]
        flood = with_sql(store.path, *many)
        merge(store, [flood])
        store.change(kept, text="Settled.")
        assert store.get(Lesson, kept.id).text == "Settled."
        assert not store.conflicts()
        assert store.check().is_sound
        with handed_to(store, "Ben") as bens:
            assert bens.get(Lesson, kept.id).text == "Settled."
            bens.change(kept, rank=2)
        assert merge(store, [bens.path])[0].refusal is None
        assert store.get(Lesson, kept.id).rank == 2
