"""Saving: the only way in. What is wrong is refused with a sentence, and nothing of it is written."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from consultation.errors import InvalidRecord, NotFound
from consultation.merging import merge
from consultation.model import (
    KINDS,
    Commitment,
    Consultation,
    KnownVocabulary,
    Lesson,
    Person,
    Practice,
    Recommendation,
    RecommendationSet,
    Role,
    Score,
    Session,
    Support,
    Term,
    new_id,
    translation,
)
from consultation.store import Store
from tests.builders import (
    START_MS,
    Watch,
    a_recommendation,
    a_session,
    a_store,
    empty_store,
    handed_to,
    identity,
    rows_of,
)

INVALID = [
    (Recommendation, {"text": "", "set": "policy"}, "text"),
    (Recommendation, {"text": " \n\t ", "set": "policy"}, "text"),
    (Recommendation, {"text": "a\0b", "set": "policy"}, "text"),
    (Recommendation, {"text": "half a \ud83d", "set": "policy"}, "text"),
    (Recommendation, {"text": None, "set": "policy"}, "text"),
    (Recommendation, {"text": 7, "set": "policy"}, "text"),
    (Recommendation, {"text": "x"}, "set"),
    (Recommendation, {"text": "x", "set": "neither"}, "set"),
    (Recommendation, {"text": "x", "set": "policy", "rationale": "\0"}, "rationale"),
    (Recommendation, {"text": "x", "set": "policy", "terms": {"strand": ["not an id"]}}, "terms"),
    (Recommendation, {"text": "x", "set": "policy", "terms": {"Not a key": []}}, "terms"),
    (Recommendation, {"text": "x", "set": "policy", "terms": None}, "terms"),
    (Recommendation, {"text": "x", "set": "policy", "addressees": None}, "addressees"),
    (Recommendation, {"text": "x", "set": "policy", "session": "not an id"}, "session"),
    (Recommendation, {"text": "x", "set": "policy", "status": "lost"}, "status"),
    (Recommendation, {"text": "x", "set": "policy", "translations": {"fr": 3}}, "translations"),
    (Recommendation, {"text": "x", "set": "policy", "translations": {"fr": "\ud800"}}, "translations"),
    (Recommendation, {"text": "x", "set": "policy", "translations": {"\0": "x"}}, "translations"),
    (Recommendation, {"text": "x", "set": "policy", "translations": ["x"]}, "translations"),
    (Recommendation, {"text": "x", "set": "policy", "deleted": None}, "deleted"),
    (Recommendation, {"text": "x", "set": "policy", "deleted": "perhaps"}, "deleted"),
    (Session, {"code": ""}, "code"),
    (Session, {"code": "S1", "starts": datetime(2027, 1, 15, 9)}, "starts"),
    (Session, {"code": "S1", "starts": "tomorrow"}, "starts"),
    (Session, {"code": "S1", "questions": [{"en": "a\0"}]}, "questions"),
    (Session, {"code": "S1", "questions": ["why?"]}, "questions"),
    (Consultation, {"starts": "2027-13-01"}, "starts"),
    (Consultation, {"title": "not labels"}, "title"),
    (Consultation, {"languages": [1]}, "languages"),
    (Term, {"vocabulary": "strand"}, "key"),
    (Term, {"vocabulary": "A Colour", "key": "red"}, "vocabulary"),
    (Term, {"vocabulary": "strand", "key": "planet", "rank": 10**9 + 1}, "rank"),
    (Term, {"vocabulary": "strand", "key": "planet", "rank": 1.5}, "rank"),
    (Support, {"recommendation": new_id(), "in_favour": -1}, "in_favour"),
    (Support, {"recommendation": new_id(), "in_favour": 10**9 + 1}, "in_favour"),
    (Support, {"recommendation": new_id(), "in_favour": 2**70}, "in_favour"),
    (Support, {"recommendation": new_id(), "consensus": 0}, "consensus"),
    (Support, {"recommendation": new_id(), "consensus": 6}, "consensus"),
    (Support, {}, "recommendation"),
    (Score, {"practice": new_id(), "capital": new_id(), "value": 6}, "value"),
    (Score, {"practice": new_id(), "capital": new_id(), "value": -1}, "value"),
    (Consultation, {"time_zone": "Europe/Atlantis"}, "time_zone"),
    (Consultation, {"time_zone": "../../etc/passwd"}, "time_zone"),
    (Consultation, {"time_zone": ""}, "time_zone"),
    (Session, {"code": "S1", "starts": datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14)))}, "starts"),
    (Session, {"code": "S1", "ends": datetime(9999, 12, 31, tzinfo=timezone(timedelta(hours=-12)))}, "ends"),
    (Session, {"code": "S1", "month": "2021-13"}, "month"),
    (Role, {"person": new_id()}, "session"),
]


@pytest.mark.parametrize(("kind", "values", "field"), INVALID)
def test_a_value_that_does_not_fit_is_named_and_nothing_is_written(tmp_path, kind, values, field):
    with a_store(tmp_path) as store:
        before = store.path.read_bytes()
        with pytest.raises(InvalidRecord) as refused:
            store.save(kind(**values))
        assert f"“{field}" in str(refused.value)
        assert store.path.read_bytes() == before
        assert store.count(kind) == (1 if kind is Consultation else 0)


@pytest.mark.parametrize(("kind", "values", "field"), INVALID)
def test_a_value_that_does_not_fit_is_refused_in_a_change_too(tmp_path, kind, values, field):
    fitting = {
        Recommendation: {"text": "x", "set": "policy"},
        Session: {"code": "S1"},
        Consultation: {"title": {"en": "x"}},
        Term: {"vocabulary": "strand", "key": "planet"},
        Support: {"recommendation": new_id()},
        Score: {"practice": new_id(), "capital": new_id()},
        Role: {"session": new_id(), "person": new_id()},
    }[kind]
    with a_store(tmp_path) as store:
        record = kind(id=store.new_id(), **fitting)
        store.save(record)
        before = store.path.read_bytes()
        with pytest.raises(InvalidRecord):
            store.change(record, **{field: values.get(field)})
        assert store.path.read_bytes() == before


def test_more_than_a_record_can_hold_is_refused(tmp_path):
    with a_store(tmp_path) as store:
        before = store.path.read_bytes()
        with pytest.raises(InvalidRecord, match="longer"):
            store.save(Lesson(text="a" * (1 << 20)))
        assert store.path.read_bytes() == before
        store.save(Lesson(text="é" * (1 << 18)))
        assert store.check().is_sound


def test_saving_writes_one_revision_with_what_changed(tmp_path):
    with a_store(tmp_path) as store:
        kept = a_recommendation(store)
        kept.rationale = "The wells are common."
        written = store.save(kept)
        assert len(written.revisions) == 1
        latest = rows_of(store.path)[-1]
        assert written.revisions == ((kept.id.bytes, "recommendation", latest["id"]),)
        assert latest["fields"] == "deleted rationale"
        assert store.get(Recommendation, kept.id).rationale == "The wells are common."


def test_saving_without_a_change_writes_nothing(tmp_path):
    with a_store(tmp_path) as store:
        kept = a_recommendation(store)
        before = store.path.read_bytes()
        assert not store.save(kept)
        assert not store.change(kept, text=kept.text)
        assert store.path.read_bytes() == before


def test_every_change_says_whether_the_record_is_there(tmp_path):
    with a_store(tmp_path) as store:
        kept = a_recommendation(store)
        store.change(kept, text="Other words.")
        store.delete(kept)
        assert all("deleted" in row["fields"].split() for row in rows_of(store.path))


def test_a_change_is_made_to_the_record_as_it_is_now(tmp_path):
    with a_store(tmp_path) as store:
        kept = a_recommendation(store)
        store.change(kept, rationale="Because.")
        store.change(kept, text="Other words.")
        found = store.get(Recommendation, kept.id)
        assert (found.text, found.rationale) == ("Other words.", "Because.")


def test_an_entry_that_a_map_no_longer_has_is_taken_out_of_it(tmp_path):
    with a_store(tmp_path) as store:
        strand, goal = new_id(), new_id()
        kept = a_recommendation(store, terms={"strand": [strand], "goal": [goal]})
        store.change(kept, terms={"goal": [goal]})
        assert store.get(Recommendation, kept.id).terms == {"goal": [goal]}
        assert store.check().is_sound


def test_changing_what_is_not_in_the_file_is_not_found(tmp_path):
    with a_store(tmp_path) as store, pytest.raises(NotFound, match=r"room\.consult"):
        store.change(Lesson(text="never saved"), text="x")


def test_the_card_of_who_writes_comes_with_the_first_change(tmp_path):
    with empty_store(tmp_path, who="Zoë") as store:
        assert not store.counts()["person"]
        store.save(Lesson(text="x"))
        store.save(Lesson(text="y"))
        assert store.get(Person, identity("Zoë").author).name == "Zoë"
        assert store.counts() == {**dict.fromkeys(KINDS, 0), "person": 1, "lesson": 2}
        assert set(store.author_names().values()) == {"Zoë"}


def test_somebody_without_a_name_writes_without_a_card(tmp_path):
    with empty_store(tmp_path, who="") as store:
        store.save(Lesson(text="x"))
        assert not store.all(Person)


def test_the_card_is_not_kept_when_the_first_change_is_not(tmp_path):
    with empty_store(tmp_path) as store:
        with pytest.raises(InvalidRecord):
            store.save(Lesson(text="a" * (2 << 20)))
        assert not store.all(Person)
        store.save(Lesson(text="x"))
        assert len(store.all(Person)) == 1


def test_deleted_records_are_kept_apart_and_come_back(tmp_path):
    with a_store(tmp_path) as store:
        kept = a_recommendation(store)
        store.delete(kept)
        assert store.all(Recommendation) == []
        assert store.counts()["recommendation"] == 0
        assert [one.id for one in store.all(Recommendation, deleted=True)] == [kept.id]
        assert store.get(Recommendation, kept.id).deleted
        store.restore(kept)
        assert [one.id for one in store.all(Recommendation)] == [kept.id]


def test_records_are_found_by_their_values(tmp_path):
    watch = Watch()
    with a_store(tmp_path, watch=watch) as store:
        session = a_session(store)
        first = a_recommendation(store, "One.", session=session.id)
        watch.forward(1)
        a_recommendation(store, "Two.")
        watch.forward(1)
        third = a_recommendation(store, "Three.", session=session.id, set=RecommendationSet.POLICY)
        assert [one.id for one in store.all(Recommendation, session=session.id)] == [first.id, third.id]
        assert [one.id for one in store.all(Recommendation, set=RecommendationSet.POLICY)] == [third.id]
        assert store.count(Recommendation, session=session.id) == 2
        assert store.find(Recommendation, session.id) is None
        with pytest.raises(NotFound):
            store.get(Recommendation, session.id)


def test_sessions_are_found_by_their_code_whatever_its_case(tmp_path):
    with a_store(tmp_path) as store:
        made = a_session(store, "Café-1")
        assert store.session(" CAFÉ-1 ").id == made.id
        with pytest.raises(NotFound, match="Café-1"):
            store.session("S9")


def test_terms_come_in_their_order(tmp_path):
    with a_store(tmp_path) as store:
        for key, rank in (("people", 2), ("planet", 1), ("place", 3)):
            store.save(Term(vocabulary=KnownVocabulary.STRAND, key=key, rank=rank))
        store.save(Term(vocabulary=KnownVocabulary.AXIS, key="axis"))
        assert [term.key for term in store.terms(KnownVocabulary.STRAND)] == ["planet", "people", "place"]


def test_values_come_back_as_they_were_given(tmp_path):
    starts = datetime(2027, 1, 15, 9, 30, 0, 123456, timezone(timedelta(hours=5, minutes=45)))
    text = "“Zoë” \r\n 水 👩‍👩‍👧 \u2028 \u202eabc \ufeff'; DROP TABLE revision; --"
    with a_store(tmp_path) as store:
        session = a_session(store, starts=starts, questions=[{"en": text}, {}])
        commitment = Commitment(text=text, by=date(1800, 1, 1))
        practice = Practice(title="x", translations={"fr": translation(text, "x")})
        recommendation = a_recommendation(store, terms={"goal": [new_id(), new_id()]}, addressees=[new_id()])
        for one in (commitment, practice):
            store.save(one)
    with Store.open(store.path, identity("Ben")) as read:
        found = read.get(Session, session.id)
        assert found.starts == starts
        assert found.starts.utcoffset() == starts.utcoffset()
        assert found.questions == [{"en": text}, {}]
        assert read.get(Commitment, commitment.id).text == text
        assert read.get(Commitment, commitment.id).by == date(1800, 1, 1)
        assert read.get(Practice, practice.id).translations["fr"]["text"] == text
        assert read.get(Recommendation, recommendation.id) == recommendation
        assert read.check().is_sound


def test_several_changes_are_made_together_or_not_at_all(tmp_path):
    with a_store(tmp_path) as store:
        kept = a_recommendation(store)
        before = store.path.read_bytes()
        with pytest.raises(InvalidRecord), store.together():  # noqa: PT012
            store.save(Lesson(text="first"))
            store.change(kept, text="Other words.")
            store.save(Lesson(text=""))
        assert store.path.read_bytes() == before
        assert store.get(Recommendation, kept.id) == kept
        assert not store.all(Lesson)
        with store.together():
            store.save(Lesson(text="first"))
            with store.together():
                store.save(Lesson(text="second"))
            assert len(store.all(Lesson)) == 2
        assert len(store.all(Lesson)) == 2
        assert store.check().is_sound


def test_a_bug_in_the_middle_takes_everything_back_too(tmp_path):
    with a_store(tmp_path) as store:
        before = store.path.read_bytes()
        with pytest.raises(ZeroDivisionError), store.together():  # noqa: PT012
            store.save(Lesson(text="first"))
            _ = 1 / 0
        assert store.path.read_bytes() == before
        store.save(Lesson(text="and the file can be written"))


def test_new_ids_are_in_the_order_of_the_clock(tmp_path):
    watch = Watch()
    with a_store(tmp_path, watch=watch) as store:
        first = store.new_id()
        watch.forward(1)
        assert first < store.new_id()
        assert first.int >> 80 == START_MS
        many = [store.new_id() for _ in range(100)]  # in one and the same millisecond
        assert many == sorted(set(many))


def test_the_consultation_of_a_file_is_the_one_it_was_named_for(tmp_path):
    with a_store(tmp_path) as store:
        named = store.consultation
        older = Consultation(id=new_id(1), title={"en": "Another one"})
        store.save(older)
        assert store.consultation.id == named.id


def test_an_empty_file_says_that_it_has_no_consultation(tmp_path):
    with empty_store(tmp_path) as store, pytest.raises(NotFound, match=r"room\.consult"):
        _ = store.consultation


def test_moments_are_kept_with_the_offset_they_were_given_in(tmp_path):
    with a_store(tmp_path) as store:
        session = a_session(store, starts=datetime(2027, 1, 15, 9, tzinfo=UTC))
        store.change(session, starts=datetime(2027, 1, 15, 11, tzinfo=UTC))
        assert store.get(Session, session.id).starts == datetime(2027, 1, 15, 11, tzinfo=UTC)


def test_a_conflict_stays_when_a_record_of_the_same_id_and_another_kind_is_changed(tmp_path):
    with a_store(tmp_path) as store:
        said = a_recommendation(store, "Open the wells.")
        lesson = Lesson(id=said.id, text="Begin with the map.")
        store.save(lesson)
        with handed_to(store, "Ben") as bens:
            bens.change(said, text="Open all wells.")
        store.change(said, text="Open no wells.")
        merge(store, [bens.path])
        store.change(lesson, rank=3)
        assert [(one.kind, one.field) for one in store.conflicts()] == [("recommendation", "text")]
        assert store.check().is_sound


def test_the_first_reading_may_come_in_the_middle_of_writing(tmp_path):
    with a_store(tmp_path) as store:
        path = store.path
    with Store.open(path, identity("Ben")) as store:
        with store.together():
            store.save(Lesson(text="water"))
            assert [one.text for one in store.all(Lesson)] == ["water"]
        assert store.check().is_sound


def test_two_records_of_one_id_and_different_kinds_do_not_disturb_each_other(tmp_path):
    with a_store(tmp_path) as store:
        said = a_recommendation(store, "Open the wells.")
        store.save(Lesson(id=said.id, text="Begin with the map."))
        store.change(said, text="Open all wells.")
        assert store.get(Lesson, said.id).text == "Begin with the map."
        assert store.get(Recommendation, said.id).text == "Open all wells."
        assert [one.id for one in store.search("map")] == [said.id]
        assert len(store.history(said)) == 2
        store.delete(store.get(Lesson, said.id))
        assert store.all(Recommendation)
        assert not store.search("map")
        assert store.check().is_sound
