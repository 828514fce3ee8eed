"""Merging is set union: any files, in any order, any number of times, all of it or nothing."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from itertools import permutations

import pytest

from consultation.errors import (
    Cancelled,
    ConsultationError,
    ExportRefused,
    NotSaved,
    OtherConsultation,
    SourceRefused,
)
from consultation.merging import merge, trial
from consultation.model import Consultation, KnownVocabulary, Lesson, Person, Recommendation, Term
from consultation.model.record import new_id
from consultation.progress import Progress
from consultation.store import Store
from consultation.store.checks import screen
from tests.builders import (
    DAY_MS,
    START_MS,
    YEAR_MS,
    Watch,
    a_lesson,
    a_recommendation,
    a_session,
    a_store,
    copied,
    empty_store,
    files_limited_to,
    fill_up,
    forged,
    handed_to,
    identity,
    make_room,
    rows_of,
    sql_in,
    with_sql,
)


def three_rooms(folder):
    """A start and what Ben and Eve made of it: something new, a conflict, a deletion."""
    store = a_store(folder)
    session = a_session(store, "S1")
    kept = a_recommendation(store, "Open the wells.", session=session.id)
    lesson = a_lesson(store, "water")
    with handed_to(store, "Ben") as bens, handed_to(store, "Eve") as eves:
        bens.change(kept, text="Open all wells.")
        bens.delete(lesson)
        a_recommendation(bens, "Plant trees.", session=session.id)
        eves.change(kept, text="Open no wells.")
        eves.change(lesson, text="wine")
        a_session(eves, "S2")
    return store, kept, lesson, [bens.path, eves.path]


def conflicting(store):
    return {(one.record, one.field): {option.value for option in one.options} for one in store.conflicts()}


def test_merging_brings_everything_and_says_what(tmp_path):
    store, kept, lesson, paths = three_rooms(tmp_path)
    with store:
        first, second = merge(store, paths)
        assert (first.path, second.path) == tuple(paths)
        assert first.revisions == 4
        assert first.created == {"person": 1, "recommendation": 1}
        assert first.changed == {"recommendation": 1, "lesson": 1}
        assert first.sessions == (store.session("S1").id,)
        assert (first.conflicts, first.wrong_clock, first.other_consultation) == (0, 0, False)
        assert second.created == {"person": 1, "session": 1}
        assert second.conflicts == 2
        assert set(second.sessions) == {store.session("S1").id, store.session("S2").id}
        assert conflicting(store) == {
            (kept.id, "text"): {"Open all wells.", "Open no wells."},
            (lesson.id, "deleted"): {True, False},
        }
        assert set(store.author_names().values()) == {"Ada", "Ben", "Eve"}
        assert [one.text for one in store.search("plant")] == ["Plant trees."]
        assert store.check().is_sound


def test_any_order_gives_the_same(tmp_path):
    store, _, _, paths = three_rooms(tmp_path)
    start = store.path
    store.close()
    found = []
    for number, order in enumerate(permutations([start, *paths])):
        with empty_store(tmp_path, f"merged {number}.consult") as merged:
            for path in order:
                merge(merged, [path])
            found.append((merged.digest(), screen(merged._engine)))
    with empty_store(tmp_path, "at once.consult") as merged:
        merge(merged, [*paths, start])
        found.append((merged.digest(), screen(merged._engine)))
    assert all(one == found[0] for one in found)


def test_merging_twice_changes_nothing(tmp_path):
    store, _, _, paths = three_rooms(tmp_path)
    with store:
        merge(store, paths)
        digest, before = store.digest(), screen(store._engine)
        again = merge(store, paths)
        assert all(one.brings_nothing for one in again)
        assert [(one.created, one.changed, one.conflicts, one.sessions) for one in again] == [({}, {}, 0, ())] * 2
        assert (store.digest(), screen(store._engine)) == (digest, before)


def test_the_same_file_twice_at_once_counts_once(tmp_path):
    store, _, _, (path, _) = three_rooms(tmp_path)
    with store:
        first, second = merge(store, [path, path])
        assert first.revisions == 4
        assert second.brings_nothing


def test_ones_own_copy_brings_nothing(tmp_path):
    store, _, _, _ = three_rooms(tmp_path)
    with store:
        digest = store.digest()
        store.send_copy(tmp_path / "sent.consult")
        for path in (tmp_path / "sent.consult", copied(store.path)):
            assert merge(store, [path])[0].brings_nothing
        assert store.digest() == digest


def test_no_files_bring_nothing(tmp_path):
    with a_store(tmp_path) as store:
        assert merge(store, []) == trial(store, []) == []


def test_a_trial_says_what_merging_says_and_changes_nothing(tmp_path):
    store, _, _, paths = three_rooms(tmp_path)
    with store:
        before, beside = store.path.read_bytes(), sorted(tmp_path.iterdir())
        foreseen = [one.contribution for one in trial(store, paths)]
        assert store.path.read_bytes() == before
        assert sorted(tmp_path.iterdir()) == beside
        assert merge(store, paths) == foreseen
        assert all(one.contribution.brings_nothing for one in trial(store, paths))


def test_a_trial_refuses_what_merging_refuses(tmp_path):
    store, _, _, (good, _) = three_rooms(tmp_path)
    bad = tmp_path / "letter.consult"
    bad.write_bytes(b"Dear all,\n" * 100)
    with store:
        before = store.path.read_bytes()
        for paths in ([store.path], [tmp_path / "gone.consult"], [tmp_path], [good, bad]):
            tried = [one.contribution.refusal for one in trial(store, paths)]
            assert store.path.read_bytes() == before or paths == [good, bad]
            merged = [one.refusal for one in merge(store, paths)]
            assert [(type(one), str(one)) for one in tried] == [(type(one), str(one)) for one in merged]
            assert any(merged)


def test_the_sources_are_not_touched(tmp_path):
    store, _, _, paths = three_rooms(tmp_path)
    before = [path.read_bytes() for path in paths]
    with store:
        merge(store, paths)
    assert [path.read_bytes() for path in paths] == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ben.consult", "eve.consult", "room.consult"]


@pytest.mark.parametrize("place", [0, 1, 2])
def test_one_bad_file_among_three_brings_nothing_and_stops_no_other(tmp_path, place):
    store, _, _, paths = three_rooms(tmp_path)
    bad = with_sql(paths[0], "UPDATE revision SET counter = counter + 1 WHERE seq = 8")
    paths.insert(place, bad)
    with store:
        brought = merge(store, paths)
        assert [one.refusal is not None for one in brought] == [path == bad for path in paths]
        assert "tampered.consult" in str(brought[place].refusal)
        assert (brought[place].revisions, brought[place].created) == (0, {})
        assert store.check(rebuild=True).is_sound
        with handed_to(store, "Zoë") as zoes:
            paths.remove(bad)
            assert all(one.brings_nothing for one in merge(zoes, paths))


def test_what_a_refused_file_said_changes_nothing_that_is_told_of_the_next(tmp_path):
    store, kept, _, (path, _) = three_rooms(tmp_path)
    bad = with_sql(path, forged(record=b"\xff" * 16, body=b"not json").inserted(), name="bad.consult")
    with store:
        store.change(kept, text="Open the wells by turns.")
        with handed_to(store, "Zoë") as zoes:
            (alone,) = merge(zoes, [path])
        refused, brought = merge(store, [bad, path])
        assert refused.refusal is not None
        assert brought == alone
        assert brought.conflicts == 1


def test_what_a_refused_file_erases_is_not_erased_from_the_next(tmp_path):
    with a_store(tmp_path) as store:
        with handed_to(store, "Ben") as bens:
            lesson = a_lesson(bens, "Begin with the map.")
            honest = copied(bens.path, "honest.consult")
            bens.erase(lesson, ["text"], "a reason")
        bad = with_sql(bens.path, forged(record=b"\xff" * 16, body=b"not json").inserted(), name="bad.consult")
        refused, brought = merge(store, [bad, honest])
        assert refused.refusal is not None
        assert brought.created["lesson"] == 1
        assert store.get(Lesson, lesson.id).text == "Begin with the map."
        assert store.check(rebuild=True).is_sound


def test_of_each_file_is_told_what_it_brought_itself(tmp_path):
    with a_store(tmp_path) as store:
        lesson = a_lesson(store, "Begin with the map.")
        with handed_to(store, "Ben") as bens:
            bens.erase(lesson, ["text"], "a reason")
        with handed_to(store, "Eve") as eves:
            a_recommendation(eves)
        first, second = merge(store, [bens.path, eves.path])
        assert (first.erased, first.changed) == (1, {"lesson": 1})
        assert (second.erased, second.changed) == (0, {})


def test_a_file_of_another_consultation_comes_in_only_when_asked_for(tmp_path):
    with a_store(tmp_path, "theirs.consult", "Eve") as theirs:
        lesson = a_lesson(theirs)
    with a_store(tmp_path) as store:
        own = store.consultation
        before = store.path.read_bytes()
        for refused in (merge(store, [theirs.path])[0], trial(store, [theirs.path])[0].contribution):
            assert isinstance(refused.refusal, OtherConsultation)
            assert "theirs.consult" in str(refused.refusal)
            assert refused.other_consultation
        assert store.path.read_bytes() == before
        (foreseen,) = trial(store, [theirs.path], other_consultation=frozenset([theirs.path]))
        (brought,) = merge(store, [theirs.path], other_consultation=True)
        assert brought == foreseen.contribution
        assert foreseen.about == {"en": "Water for all"}
        (asked,) = trial(store, [theirs.path])
        assert asked.shown.brings_nothing
        assert brought.other_consultation
        assert store.get(Lesson, lesson.id).text == lesson.text
        assert store.consultation == own
        assert len(store.all(Consultation)) == 2
        assert store.check().is_sound


def test_a_file_of_this_consultation_or_of_none_is_not_another(tmp_path):
    with a_store(tmp_path) as store, handed_to(store, "Ben") as bens, empty_store(tmp_path, "no.consult") as none:
        assert not any(one.contribution.other_consultation for one in trial(store, [bens.path, none.path]))
        assert not trial(none, [store.path])[0].contribution.other_consultation


def test_a_file_that_is_refused_does_not_say_which_consultation_an_empty_file_is_of(tmp_path):
    with a_store(tmp_path) as theirs, a_store(tmp_path, "ours.consult") as ours:
        a_lesson(theirs)
        a_lesson(ours)
    refused = with_sql(theirs.path, "UPDATE revision SET body = x'7b7d' WHERE kind = 'lesson'")
    with empty_store(tmp_path, "none.consult") as none:
        bad, good = merge(none, [refused, ours.path])
        assert bad.refusal
        assert good.refusal is None


def test_a_conflict_is_listed_with_who_said_what_and_settled_for_everyone(tmp_path):
    store, kept, _, paths = three_rooms(tmp_path)
    with store:
        merge(store, paths)
        (conflict,) = [one for one in store.conflicts() if one.record == kept.id]
        assert (conflict.kind, conflict.field) == ("recommendation", "text")
        assert {(one.value, one.author_name) for one in conflict.options} == {
            ("Open all wells.", "Ben"),
            ("Open no wells.", "Eve"),
        }
        assert store.get(Recommendation, kept.id).text == conflict.options[-1].value
        store.resolve(type(kept), kept.id, "text", conflict.options[0].value)
        assert [one.field for one in store.conflicts()] == ["deleted"]
        assert store.get(Recommendation, kept.id).text == conflict.options[0].value
        with Store.open(paths[0], identity("Ben")) as bens:
            merge(bens, [paths[1]])
            assert len(bens.conflicts()) == 2
            merge(bens, [store.path])
            assert [one.field for one in bens.conflicts()] == ["deleted"]
            assert bens.get(Recommendation, kept.id).text == conflict.options[0].value


def test_a_conflict_can_be_settled_with_what_is_shown_already(tmp_path):
    store, kept, _, paths = three_rooms(tmp_path)
    with store:
        merge(store, paths)
        shown = store.get(Recommendation, kept.id).text
        assert store.resolve(type(kept), kept.id, "text", shown)
        assert (kept.id, "text") not in conflicting(store)
        assert store.check().is_sound


def test_a_conflict_about_terms_can_be_settled_with_none(tmp_path):
    strand, other = new_id(), new_id()
    with a_store(tmp_path) as store:
        kept = a_recommendation(store)
        with handed_to(store, "Ben") as bens:
            bens.change(kept, terms={"strand": [strand]})
        store.change(kept, terms={"strand": [other]})
        merge(store, [bens.path])
        assert [one.field for one in store.conflicts()] == ["terms.strand"]
        store.resolve(Recommendation, kept.id, "terms.strand", [])
        assert store.conflicts() == []
        assert store.get(Recommendation, kept.id).chosen("strand") == []


def test_a_conflict_can_be_settled_with_new_words(tmp_path):
    store, kept, _, paths = three_rooms(tmp_path)
    with store:
        merge(store, paths)
        with pytest.raises(ConsultationError):
            store.resolve(type(kept), kept.id, "text", "")
        assert (kept.id, "text") in conflicting(store)
        store.resolve(type(kept), kept.id, "text", "Open some wells.")
        assert (kept.id, "text") not in conflicting(store)
        assert store.search("some", Recommendation)


def test_editing_the_field_settles_its_conflict_and_editing_another_does_not(tmp_path):
    store, kept, _, paths = three_rooms(tmp_path)
    with store:
        merge(store, paths)
        store.change(kept, rationale="Because.")
        assert (kept.id, "text") in conflicting(store)
        store.change(kept, text="Open some wells.")
        assert (kept.id, "text") not in conflicting(store)


def test_two_decisions_that_differ_are_a_conflict_again(tmp_path):
    store, kept, _, paths = three_rooms(tmp_path)
    with store:
        merge(store, paths)
        with handed_to(store, "Zoë") as zoes:
            zoes.resolve(type(kept), kept.id, "text", "Zoë decided.")
        store.resolve(type(kept), kept.id, "text", "Ada decided.")
        merge(store, [zoes.path])
        assert conflicting(store)[kept.id, "text"] == {"Zoë decided.", "Ada decided."}


def test_editing_against_deleting_keeps_the_words_until_somebody_decides(tmp_path):
    store, _, lesson, paths = three_rooms(tmp_path)
    with store:
        merge(store, paths)
        assert store.get(Lesson, lesson.id).text == "wine"
        store.resolve(type(lesson), lesson.id, "deleted", False)
        assert [one.text for one in store.all(Lesson)] == ["wine"]
        assert (lesson.id, "deleted") not in conflicting(store)


def stopping_after(steps):
    """A progress that is cancelled after so many words, and what it has heard."""
    heard = []

    def tell(*told):
        heard.append(told)
        if len(heard) == steps:
            progress.cancel()

    progress = Progress(tell)
    return progress, heard


def test_editing_does_not_settle_whether_something_is_deleted(tmp_path):
    with a_store(tmp_path) as store:
        lesson = a_lesson(store, "water")
        with handed_to(store, "Ben") as bens:
            bens.delete(lesson)
        store.change(lesson, text="wine")
        merge(store, [bens.path])
        store.change(lesson, text="tea")
        assert store.get(Lesson, lesson.id).text == "tea"
        assert conflicting(store) == {(lesson.id, "deleted"): {True, False}}


def test_cancelling_leaves_nothing(tmp_path):
    store, _, _, paths = three_rooms(tmp_path)
    with store:
        before = store.path.read_bytes()
        steps = []
        with handed_to(store, "Zoë") as another:
            merge(another, paths, progress=Progress(lambda *told: steps.append(told)))
        assert {what for _, _, what in steps} == {*(path.name for path in paths), ""}
        for stop_at in range(1, len(steps)):
            progress, heard = stopping_after(stop_at)
            with pytest.raises(Cancelled):
                merge(store, paths, progress=progress)
            assert len(heard) == stop_at
            assert store.path.read_bytes() == before
            with pytest.raises(Cancelled):
                trial(store, paths, progress=progress)
        assert store.check().is_sound
        assert merge(store, paths)


def test_a_listener_that_breaks_leaves_nothing(tmp_path):
    store, _, _, paths = three_rooms(tmp_path)
    with store:
        before = store.path.read_bytes()
        with pytest.raises(ZeroDivisionError):
            merge(store, paths, progress=Progress(lambda done, total, what: 1 / bool(what)))
        assert store.path.read_bytes() == before


def planted(store, first=0, count=4, origin="a kit"):
    """What a kit writes: ids, words and first revisions that depend on the kit alone."""
    from uuid import NAMESPACE_DNS, uuid5

    terms = [
        Term(id=uuid5(NAMESPACE_DNS, f"{origin}{n}"), vocabulary=KnownVocabulary.STRAND, key=f"strand{n}", rank=n)
        for n in range(first, first + count)
    ]
    store.plant(terms, origin, START_MS - YEAR_MS)
    return terms


def test_files_made_from_one_kit_merge_without_doubles(tmp_path):
    with empty_store(tmp_path, "a.consult", "Ada") as adas, empty_store(tmp_path, "b.consult", "Ben") as bens:
        terms = planted(adas)
        planted(bens)
        assert adas.digest() == bens.digest()
        assert merge(adas, [bens.path])[0].brings_nothing
        adas.change(terms[0], key="people")
        bens.change(terms[1], key="planet")
        (brought,) = merge(adas, [bens.path])
        assert brought.created == {"person": 1}
        assert brought.changed == {"term": 1}
        assert [term.key for term in adas.terms(KnownVocabulary.STRAND)] == ["people", "planet", "strand2", "strand3"]
        assert not adas.conflicts()
        assert adas.check().is_sound


def test_planting_again_keeps_what_was_changed_since(tmp_path):
    with empty_store(tmp_path) as store:
        terms = planted(store)
        store.change(terms[0], key="people")
        digest = store.digest()
        planted(store)
        assert store.digest() == digest
        planted(store, first=2)
        assert [term.key for term in store.terms(KnownVocabulary.STRAND)][:1] == ["people"]
        assert len(store.terms(KnownVocabulary.STRAND)) == 6
        assert store.check().is_sound


def test_planted_records_have_true_hashes(tmp_path):
    with empty_store(tmp_path) as store, empty_store(tmp_path, "other.consult") as other:
        planted(store)
        assert merge(other, [store.path])[0].created == {"term": 4}
        assert store.check().is_sound


def test_copies_of_one_installation_are_harmless(tmp_path):
    with a_store(tmp_path) as store:
        lesson = a_lesson(store, "water")
        path = store.path
    first, second = (
        Store.open(copied(path, name), identity("Ada"), Watch().clock()) for name in ("a.consult", "b.consult")
    )
    with first, second:
        first.change(lesson, text="bread")
        second.change(lesson, text="wine")
        merge(first, [second.path])
        merge(second, [first.path])
        assert conflicting(first) == conflicting(second) == {(lesson.id, "text"): {"bread", "wine"}}
        assert first.digest() == second.digest()


def test_a_clock_centuries_ahead_is_kept_and_told_and_not_followed(tmp_path):
    store, kept, _, _ = three_rooms(tmp_path)
    far = Watch(START_MS + 273 * YEAR_MS)
    with store, handed_to(store, "Zoë", far) as zoes:
        zoes.change(kept, text="Zoë's.")
        (brought,) = merge(store, [zoes.path])
        assert brought.wrong_clock == 2
        assert store.get(Recommendation, kept.id).text == "Zoë's."
        assert store.history(kept)[-1].when.year == 2299
        store.change(kept, text="Ada's.")
        latest = rows_of(store.path)[-1]
        assert latest["wall_ms"] <= START_MS + DAY_MS
        assert store.get(Recommendation, kept.id).text == "Ada's."
        assert not store.conflicts()
        assert store.check().is_sound


def test_a_clock_a_little_ahead_is_followed_and_not_told(tmp_path):
    store, kept, _, _ = three_rooms(tmp_path)
    with store, handed_to(store, "Zoë", Watch(START_MS + DAY_MS // 2)) as zoes:
        zoes.change(kept, text="Zoë's.")
        (brought,) = merge(store, [zoes.path])
        assert brought.wrong_clock == 0
        store.change(kept, text="Ada's.")
        assert rows_of(store.path)[-1]["wall_ms"] >= START_MS + DAY_MS // 2


def test_a_clock_as_far_ahead_as_a_right_one_can_be_is_followed_and_not_told(tmp_path):
    store, kept, _, _ = three_rooms(tmp_path)
    with store, handed_to(store, "Zoë", Watch(START_MS + DAY_MS)) as zoes:
        zoes.change(kept, text="Zoë's.")
        assert merge(store, [zoes.path])[0].wrong_clock == 0
        a_lesson(store, "written after it")
        assert rows_of(store.path)[-1]["wall_ms"] == START_MS + DAY_MS


@pytest.mark.parametrize(
    ("wall_ms", "counter"),
    [
        (2**63 - 1, 2**63 - 1),
        (2**63 - 1, 0),
        (START_MS, 2**63 - 1),
        (START_MS + DAY_MS // 2, 2**63 - 1),
        (START_MS, 2**63 - 2),
        (-(2**63), -(2**63)),
        (0, 0),
        (-1, -1),
    ],
)
def test_stamps_out_of_all_measure_are_refused_or_harmless(tmp_path, wall_ms, counter):
    one = forged(wall_ms=wall_ms, counter=counter)
    with a_store(tmp_path) as store, handed_to(store, "Zoë") as zoes:
        source = with_sql(zoes.path, one.inserted())
        refusal = merge(store, [source])[0].refusal
        if refusal is not None:  # it may also be taken
            assert source.name in str(refusal)
        else:
            (forgery,) = store.all(Lesson)
            store.history(forgery)
            store.change(forgery, text="The file can be written")
        a_lesson(store, "still")
        a_lesson(store, "and again")
        assert store.check(rebuild=True).is_sound


def test_the_open_file_is_not_merged_into_itself(tmp_path):
    store, _, _, _ = three_rooms(tmp_path)
    (tmp_path / "link.consult").symlink_to(store.path)
    with store:
        before = store.path.read_bytes()
        for path in (store.path, tmp_path / "link.consult", tmp_path / ".." / tmp_path.name / store.path.name):
            refusal = merge(store, [path])[0].refusal
            assert isinstance(refusal, SourceRefused)
            assert path.name in str(refusal)
        assert store.path.read_bytes() == before


def test_a_disk_that_fills_up_while_merging_leaves_everything_as_it_was(tmp_path):
    store, _, _, paths = three_rooms(tmp_path)
    with store, handed_to(store, "Zoë") as zoes:
        with zoes.together():
            for number in range(300):
                a_lesson(zoes, f"lesson {number} " * 10)
        fill_up(store, room=3)
        before, digest = store.path.read_bytes(), store.digest()
        with pytest.raises(NotSaved, match=r"room\.consult"):
            merge(store, [*paths, zoes.path])
        assert store.path.read_bytes() == before
        assert store.digest() == digest
        make_room(store)
        merge(store, [*paths, zoes.path])
        assert store.count(Lesson) >= 300
        assert store.check().is_sound


def test_a_file_that_another_program_is_writing_is_not_merged_into(tmp_path):
    store, _, _, paths = three_rooms(tmp_path)
    with store:
        sql_in(store, "PRAGMA busy_timeout = 0")
        other = sqlite3.connect(store.path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(NotSaved, match=r"room\.consult"):
            merge(store, paths)
        other.execute("ROLLBACK")
        other.close()
        merge(store, paths)


def test_merging_together_with_other_changes_is_one_action(tmp_path):
    store, _, _, paths = three_rooms(tmp_path)
    with store:
        before = store.path.read_bytes()
        with pytest.raises(ZeroDivisionError), store.together():  # noqa: PT012
            a_lesson(store)
            merge(store, paths)
            merge(store, [tmp_path / "gone.consult"])
            raise ZeroDivisionError
        assert store.path.read_bytes() == before


def test_words_a_copy_was_stripped_of_come_back_from_any_copy_that_has_them(tmp_path):
    """A hole that no erasure explains (F3), merged before and after the honest file."""
    store, _, lesson, _ = three_rooms(tmp_path)
    with store, handed_to(store, "Zoë") as zoes:
        zoes.change(lesson, text="words worth keeping")
        honest = zoes.path
    stripped = with_sql(honest, "UPDATE revision SET salt = NULL, body = NULL WHERE CAST(body AS TEXT) LIKE '%worth%'")
    with empty_store(tmp_path, "three.consult") as three:
        assert [file.filled for file in merge(three, [stripped, honest])] == [0, 1]
        assert three.get(Lesson, lesson.id).text == "words worth keeping"
    with empty_store(tmp_path, "one.consult") as one, empty_store(tmp_path, "two.consult") as two:
        merge(one, [stripped])
        assert one.get(Lesson, lesson.id).text == ""
        assert one.history(lesson)[-1].values == {}
        assert one.check().is_sound
        (brought,) = merge(one, [honest])
        assert (brought.filled, brought.brings_nothing) == (1, False)
        merge(two, [honest, stripped])
        assert one.digest() == two.digest()
        assert screen(one._engine) == screen(two._engine)
        assert one.get(Lesson, lesson.id).text == "words worth keeping"
        assert one.check(rebuild=True).is_sound


def test_many_people_and_records_come_in_at_once(tmp_path):
    with a_store(tmp_path) as store:
        paths = []
        for number in range(12):
            with handed_to(store, f"Person {number}", name=f"{number}.consult") as theirs:
                with theirs.together():
                    for lesson in range(110):
                        a_lesson(theirs, f"lesson {lesson} of {number}")
                    theirs.change(store.consultation, purpose={"en": f"purpose {number}"})
                paths.append(theirs.path)
        brought = merge(store, paths)
        assert [one.created["lesson"] for one in brought] == [110] * 12
        assert [one.conflicts for one in brought] == [0, 1] + [0] * 10
        assert store.count(Lesson) == 1320
        assert store.count(Person) == 13
        (conflict,) = store.conflicts()
        assert len(conflict.options) == 12
        assert store.check().is_sound


def test_a_full_disk_for_private_copies_is_told_as_that_and_changes_nothing(tmp_path):
    with a_store(tmp_path) as store:
        with handed_to(store, "Ben") as bens:
            a_lesson(bens, "Ben's.")
        before = store.digest()
        with files_limited_to(50_000):
            with pytest.raises(ExportRefused, match="no room for a private copy"):
                trial(store, [bens.path])
            (brought,) = merge(store, [bens.path])
        assert "no room for a private copy" in str(brought.refusal)
        assert store.digest() == before


def test_an_erasure_that_is_here_already_and_words_that_were_never_missing_are_not_counted(tmp_path):
    with a_store(tmp_path) as store:
        gone, kept = a_lesson(store, "Gone."), a_lesson(store, "Worth keeping.")
        store.erase(gone, ["text"], "a reason")
        with handed_to(store, "Ben") as bens:
            a_lesson(bens, "Ben's.")
        honest = copied(store.path, "honest.consult")
        of_kept = f"record = x'{kept.id.hex}'"
        stripped = with_sql(bens.path, f"UPDATE revision SET salt = NULL, body = NULL WHERE {of_kept}")
        first, second = merge(store, [stripped, honest])
        assert (first.created, first.changed, first.erased) == ({"lesson": 1, "person": 1}, {}, 0)
        assert second.brings_nothing


def test_a_trial_leaves_nothing_in_the_list_of_files_that_were_open_here(tmp_path):
    mine = replace(identity(), folder=tmp_path)
    with a_store(tmp_path) as made:
        path = made.path
    with Store.open(path, mine) as store:
        with handed_to(store, "Ben") as bens:
            a_lesson(bens, "Ben's.")
        trial(store, [bens.path])
    assert list(json.loads((tmp_path / "files.json").read_text())) == [str(path)]
