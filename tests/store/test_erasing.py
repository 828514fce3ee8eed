"""Erasing: words that are gone are gone in every copy, in every order, to the last byte."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultation.errors import NotFound
from consultation.merging import merge
from consultation.model import Lesson, Recommendation, RecommendationSet
from consultation.store import Store
from consultation.store.checks import screen
from tests.builders import (
    a_lesson,
    a_recommendation,
    a_store,
    empty_store,
    forged,
    handed_to,
    identity,
    many_examples,
    rows_of,
    with_sql,
)

SECRET = "Quillfeather"


def bytes_of(store):
    return store.path.read_bytes().lower()


def test_erased_words_are_nowhere_in_the_file(tmp_path):
    with a_store(tmp_path) as store:
        kept = a_recommendation(store, f"Ask {SECRET} to open the wells.", rationale="Water is scarce.")
        store.change(kept, text=f"Ask {SECRET} again.")
        store.change(kept, rationale=f"As {SECRET} said.")
        store.change(kept, rationale="Water is scarce.")
        assert SECRET.lower().encode() in bytes_of(store)
        written = store.erase(kept, ["text"], "asked for by the person")
        store.erase(kept, ["rationale"], "the same")
        assert written
        assert SECRET.lower().encode() not in bytes_of(store)
        assert store.get(Recommendation, kept.id).text == ""
        assert not store.search(SECRET)
        assert store.check(rebuild=True).is_sound


def test_going_back_to_words_that_are_erased_leaves_what_is_there_now(tmp_path):
    with a_store(tmp_path) as store:
        kept = a_recommendation(store, SECRET, set=RecommendationSet.POLICY, rationale="Why.")
        first = store.history(kept)[0].revision
        store.erase(kept, ["text"], "a reason")
        store.change(kept, text="Open the wells.", rationale="Because.", terms={"goal": [store.consultation.id]})
        assert store.state_at(kept, first) == {"terms": {"goal": []}}
        store.restore_to(kept, first)
        found = store.get(Recommendation, kept.id)
        assert (found.text, found.rationale, found.set) == ("Open the wells.", "Because.", RecommendationSet.POLICY)


def test_what_the_same_changes_said_of_other_fields_stays(tmp_path):
    with a_store(tmp_path) as store:
        kept = a_recommendation(store, SECRET, rationale="Why.", terms={"strand": [store.consultation.id]})
        store.change(kept, text=f"{SECRET} II", rationale="Because.")
        store.erase(kept, ["text"], "a reason")
        found = store.get(Recommendation, kept.id)
        assert (found.text, found.rationale, found.set, found.language) == ("", "Because.", kept.set, "en")
        assert found.chosen("strand") == [store.consultation.id]
        assert not found.deleted


def test_an_erasure_is_not_taken_back_and_loses_nothing_else(tmp_path):
    with a_store(tmp_path) as store:
        kept = a_recommendation(store, SECRET, rationale="Why.")
        with handed_to(store, "Ben") as bens:
            bens.erase(kept, ["text"], "a reason")
            erasure = bens.history(kept)[-1].revision
        merge(store, [bens.path])
        assert not store.take_back(store.merges()[0]).records & {kept.id}
        as_a_stranger_could = [{"withdrawn": [erasure.hex()]}]
        store._writer.write_side_by_side("recommendation", kept.id, as_a_stranger_could)
        found = store.get(Recommendation, kept.id)
        assert (found.text, found.rationale, found.set, found.language) == ("", "Why.", kept.set, "en")
        assert store.check(rebuild=True).is_sound


def test_an_erasure_of_another_record_hides_no_true_one_and_takes_no_words(tmp_path):
    """A stranger can name any revision in an erasure of a record of their own."""
    with a_store(tmp_path) as store:
        kept = a_lesson(store, SECRET)
        with handed_to(store, "Zoe") as zoes:
            named = zoes.history(kept)[0].revision.hex()
        store.erase(kept, ["text"], "a reason")
        honest = store.path
    strangers = forged({"erased": [named]}, record=bytes(16)).inserted()
    (erasure,) = rows_of(honest, "fields LIKE '%erased%'")
    columns = ", ".join(f'"{name}"' for name in erasure)
    true_one = (f"INSERT INTO revision ({columns}) VALUES ({', '.join('?' * len(erasure))})", tuple(erasure.values()))
    false = with_sql(zoes.path, true_one, strangers, name="false.consult")
    stripped = with_sql(zoes.path, "UPDATE revision SET salt = NULL, body = NULL WHERE kind = 'lesson'", strangers)
    digests, screens = set(), []
    for number, order in enumerate(permutations([honest, false, stripped, zoes.path])):
        with empty_store(tmp_path, f"{number}.consult") as one:
            assert all(brought.refusal is None for brought in merge(one, order))
            assert SECRET.lower().encode() not in bytes_of(one)
            digests.add(one.digest())
            screens.append(screen(one._engine))
    assert len(digests) == 1
    assert all(one == screens[0] for one in screens)
    with empty_store(tmp_path, "kept.consult") as one:
        merge(one, [stripped, zoes.path])
        assert SECRET.lower().encode() in bytes_of(one)


def test_other_fields_in_conflict_stay_in_conflict(tmp_path):
    with a_store(tmp_path) as store:
        kept = a_recommendation(store, "Open the wells.")
        with handed_to(store, "Ben") as bens:
            bens.change(kept, text=SECRET, rationale="Ben's.")
        store.change(kept, rationale="Ada's.")
        merge(store, [bens.path])
        store.erase(kept, ["text"], "a reason")
        (conflict,) = store.conflicts()
        assert (conflict.field, {one.value for one in conflict.options}) == ("rationale", {"Ada's.", "Ben's."})


def test_a_field_that_is_written_entry_by_entry_is_erased_as_a_whole(tmp_path):
    with a_store(tmp_path) as store:
        kept = a_recommendation(store, "Open the wells.", terms={"strand": [store.consultation.id]})
        assert store.erase(kept, ["terms"], "a reason")
        found = store.get(Recommendation, kept.id)
        assert (found.text, found.terms) == ("Open the wells.", {})


def test_the_history_says_that_words_were_erased_and_why(tmp_path):
    with a_store(tmp_path) as store:
        kept = a_lesson(store, SECRET)
        store.erase(kept, ["text"], "asked for by the person")
        first, erasure = store.history(kept)
        assert first.values == {}
        assert first.fields == tuple(sorted(first.fields))
        assert erasure.values["reason_of_erasure"] == "asked for by the person"
        assert erasure.erases == (first.revision,)
        assert erasure.author_name == "Ada"


def test_an_erased_record_can_be_written_and_deleted(tmp_path):
    """A record without the words it must have (F11)."""
    with a_store(tmp_path) as store:
        kept = a_lesson(store, SECRET)
        store.erase(kept, ["text"], "a reason")
        store.change(kept, rank=3)
        store.delete(store.get(Lesson, kept.id))
        assert store.get(Lesson, kept.id).deleted
        store.restore(store.get(Lesson, kept.id))
        store.change(kept, text="Other words.")
        assert store.get(Lesson, kept.id).text == "Other words."
        assert store.check().is_sound


def test_a_conflict_of_a_record_without_words_can_be_settled(tmp_path):
    with a_store(tmp_path) as store:
        kept = a_lesson(store, SECRET)
        with handed_to(store, "Ben") as bens:
            bens.change(kept, rank=2)
        store.change(kept, rank=3)
        merge(store, [bens.path])
        store.erase(kept, ["text"], "a reason")
        store.resolve(Lesson, kept.id, "rank", 2)
        assert (store.get(Lesson, kept.id).rank, store.conflicts()) == (2, [])


def test_erasing_what_says_nothing_writes_nothing(tmp_path):
    with a_store(tmp_path) as store:
        kept = a_lesson(store, SECRET)
        store.erase(kept, ["text"], "a reason")
        before = store.digest()
        assert not store.erase(kept, ["text"], "again")
        assert store.digest() == before
        with pytest.raises(NotFound):
            store.erase(Lesson(text="never saved"), ["text"], "a reason")


def test_erased_words_never_come_back_by_merging(tmp_path):
    with a_store(tmp_path) as store, empty_store(tmp_path, "fresh.consult") as fresh:
        kept = a_lesson(store, SECRET)
        with handed_to(store, "Ben") as bens:
            bens.change(kept, rank=7)
        store.erase(kept, ["text"], "a reason")
        for source in (bens.path, store.path, bens.path):
            merge(fresh, [source])
        bens = Store.open(bens.path, identity("Ben"))
        (brought,) = merge(bens, [store.path])
        assert brought.erased == 1
        assert (merge(store, [bens.path])[0].erased, store.get(Lesson, kept.id).rank) == (0, 7)
        for each in (store, bens, fresh):
            assert SECRET.lower().encode() not in bytes_of(each)
            assert each.digest() == store.digest()
            assert each.check().is_sound
        bens.close()


def test_erased_words_do_not_come_back_from_a_file_merged_with_the_erasure(tmp_path):
    with a_store(tmp_path) as store, empty_store(tmp_path, "fresh.consult") as fresh:
        kept = a_lesson(store, SECRET)
        with handed_to(store, "Ben") as bens:
            pass
        store.erase(kept, ["text"], "a reason")
        merge(fresh, [store.path, bens.path])
        assert SECRET.lower().encode() not in bytes_of(fresh)
        assert fresh.digest() == store.digest()


def test_an_erasure_takes_no_words_from_another_record(tmp_path):
    with a_store(tmp_path) as store, empty_store(tmp_path, "fresh.consult") as fresh:
        kept = a_lesson(store, "Kept.")
        named = rows_of(store.path)[-1]["id"].hex()
        false = with_sql(store.path, forged({"erased": [named]}).inserted())
        for each in (store, fresh):
            assert merge(each, [false])[0].erased == 0
            assert each.get(Lesson, kept.id).text == "Kept."
            assert each.check(rebuild=True).is_sound


def test_a_copy_that_knows_more_keeps_what_was_written_since(tmp_path):
    with a_store(tmp_path) as store:
        kept = a_lesson(store, SECRET)
        with handed_to(store, "Ben") as bens:
            bens.change(kept, text="Ben's own words.")
        store.erase(kept, ["text"], "a reason")
        merge(store, [bens.path])
        assert store.get(Lesson, kept.id).text == "Ben's own words."
        assert SECRET.lower().encode() not in bytes_of(store)


@many_examples(12, thorough=200)
@given(data=st.data())
def test_erased_and_unerased_copies_come_to_the_same_in_every_order(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("orders")
    with a_store(folder) as store:
        kept = a_recommendation(store, f"{SECRET} speaks.", rationale="Why.")
        other = a_lesson(store, f"{SECRET} learns.")
        copies = [store.path]
        for who in ("Ben", "Eve", "Zoë"):
            with handed_to(store, who) as theirs:
                for _ in range(data.draw(st.integers(0, 3))):
                    record = data.draw(st.sampled_from([kept, other]))
                    theirs.change(record, text=f"{data.draw(st.sampled_from('abc'))} {SECRET}")
                if data.draw(st.booleans()):
                    theirs.erase(data.draw(st.sampled_from([kept, other])), ["text"], who)
                copies.append(theirs.path)
        merge(store, copies[1:])
        for record in (kept, other):
            store.erase(record, ["text"], "at last")
        found = set()
        for number, order in enumerate(permutations(copies)):
            with empty_store(folder, f"order{number}.consult") as merged:
                merge(merged, order)
                assert SECRET.lower().encode() not in bytes_of(merged)
                assert all(row["salt"] is None for row in rows_of(merged.path, "body IS NULL"))
                found.add((merged.digest(), str(screen(merged._engine))))
        assert len(found) == 1
