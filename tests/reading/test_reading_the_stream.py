"""A session as it is shown: the order by ids alone, then a page at a time, in statements that do not grow."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from consultation.merging import merge
from consultation.model import (
    Intervention,
    KnownVocabulary,
    Lesson,
    Person,
    Recommendation,
    RecommendationSet,
    RecommendationStatus,
    Reservation,
    Session,
    Support,
    Term,
)
from consultation.reading.gaps import GapCounts, gap_counts
from consultation.reading.incomplete import Gap
from consultation.reading.numbers import numbers_among, numbers_of
from consultation.reading.stream import found_anywhere, found_in, read_order, read_said
from consultation.reading.tallies import Tally
from consultation.store import Store
from tests.asked import Asked
from tests.builders import a_recommendation, a_session, a_store, handed_to


def an_intervention(store: Store, session: Session, text: str, person: UUID | None = None) -> Intervention:
    made = Intervention(id=store.new_id(), session=session.id, text=text, person=person)
    store.save(made)
    return made


def a_person(store: Store, name: str) -> Person:
    made = Person(id=store.new_id(), name=name)
    store.save(made)
    return made


def a_room(store: Store, session: Session, entries: int) -> list[UUID]:
    """Fill a session with recommendations that are counted, reserved and proposed, and what was said between."""
    ids = []
    for number in range(entries):
        person = a_person(store, f"Person {number}")
        ids.append(an_intervention(store, session, f"Said {number}.", person.id).id)
        asked = a_recommendation(store, f"Asked {number}.", session=session.id, proposer=person.id)
        store.save(Support(id=store.new_id(), recommendation=asked.id, in_favour=number))
        store.save(Reservation(id=store.new_id(), recommendation=asked.id, text=f"Not {number}."))
        ids.append(asked.id)
    return ids


def test_the_order_is_that_of_writing_without_what_is_deleted_or_elsewhere(tmp_path: Path):
    with a_store(tmp_path) as store:
        session, other = a_session(store, "S1"), a_session(store, "S2")
        first = an_intervention(store, session, "one")
        second = a_recommendation(store, "two", session=session.id)
        gone = an_intervention(store, session, "gone")
        third = Lesson(id=store.new_id(), session=session.id, text="three")
        store.save(third)
        an_intervention(store, other, "elsewhere")
        store.delete(gone)
        assert read_order(store, session.id) == (
            (Intervention, first.id),
            (Recommendation, second.id),
            (Lesson, third.id),
        )
        assert [entry.id for entry in read_order(store, session.id, (Lesson,))] == [third.id]


def test_a_page_is_told_as_each_entry_by_itself_is(tmp_path: Path):
    with a_store(tmp_path) as store:
        session = a_session(store)
        ids = a_room(store, session, 4)
        with handed_to(store, "Ben") as bens:
            bens.change(bens.get(Recommendation, ids[1]), text="Bens.")
        store.change(store.get(Recommendation, ids[1]), text="Mine.")
        merge(store, [tmp_path / "ben.consult"])
        told = read_said(store, ids)
        assert told == {said: read_said(store, [said])[said] for said in ids}
        assert [told[ids[1]].disputed, told[ids[3]].disputed] == [True, False]
        assert told[ids[3]].counts.total == Tally(1)
        assert told[ids[3]].person.name == "Person 1"
        assert [said.text for said in told[ids[3]].reservations] == ["Not 1."]


def test_an_entry_is_told_although_it_is_deleted_or_nowhere(tmp_path: Path):
    with a_store(tmp_path) as store:
        gone = an_intervention(store, a_session(store), "gone")
        store.delete(gone)
        told = read_said(store, [gone.id, store.new_id()])
        assert [said.record.deleted for said in told.values()] == [True]


def test_a_page_takes_as_many_statements_as_one_entry(tmp_path: Path):
    with a_store(tmp_path) as store:
        session = a_session(store)
        ids = a_room(store, session, 30)
        with Asked(store) as of_two:
            read_said(store, ids[:2])
        with Asked(store) as of_all:
            read_said(store, ids)
        assert len(of_all.statements) == len(of_two.statements) <= 8
        with Asked(store) as of_order:
            read_order(store, session.id)
        assert len(of_order.statements) == 6, "one statement a kind"


def test_what_is_said_is_read_without_asking_for_what_stands_around_recommendations(tmp_path: Path):
    with a_store(tmp_path) as store:
        said = an_intervention(store, a_session(store), "one")
        with Asked(store) as run:
            read_said(store, [said.id])
        assert len(run.statements) == 2, "the intervention, and whether it is in conflict"


def test_to_save_and_tell_what_is_said_takes_as_much_in_a_full_file_as_in_an_empty_one(tmp_path: Path):
    with a_store(tmp_path) as store:
        session = a_session(store)

        def said_and_told() -> Asked:
            with Asked(store) as asked:
                read_said(store, [an_intervention(store, session, "A line.").id], [Intervention])
            return asked

        said_and_told()
        few = said_and_told()
        a_room(store, session, 60)
        with handed_to(store, "Ben") as bens:
            for record in bens.all(Recommendation):
                bens.change(record, text="Bens.")
        for record in store.all(Recommendation):
            store.change(record, text="Mine.")
        merge(store, [tmp_path / "ben.consult"])
        many = said_and_told()
        assert len(many.statements) == len(few.statements)
        assert many.steps < 1.5 * few.steps


def test_a_search_in_a_session_keeps_its_order_and_finds_all_there_is(tmp_path: Path):
    with a_store(tmp_path) as store:
        session, other = a_session(store, "S1"), a_session(store, "S2")
        said = [an_intervention(store, session, text) for text in ("The wells are dry.", "Bread.", "Open the wells.")]
        an_intervention(store, other, "Wells.")
        order = read_order(store, session.id)
        places = store.places([entry.id for entry in order])
        assert [entry.id for entry in found_in(store, order, " well ", places)] == [said[0].id, said[2].id]
        assert found_in(store, order, "roads", places) == ()
        assert found_in(store, order, "  ", {}) == order


def test_a_search_in_all_sessions_gives_the_best_first_and_no_more_than_are_shown(tmp_path: Path):
    with a_store(tmp_path) as store:
        session, other = a_session(store, "S1"), a_session(store, "S2")
        long = an_intervention(store, session, "The wells are dry and nobody has looked at them for a year.")
        short = a_recommendation(store, "Wells!", session=other.id)
        assert found_anywhere(store, "well") == ((Recommendation, short.id), (Intervention, long.id))
        assert found_anywhere(store, "well", most=1) == ((Recommendation, short.id),)
        assert found_anywhere(store, "well", (Lesson,)) == ()


def test_recommendations_are_numbered_in_each_session_as_they_were_written(tmp_path: Path):
    with a_store(tmp_path) as store:
        session, other = a_session(store, "S1"), a_session(store, "S2")
        first = a_recommendation(store, "One.", session=session.id, set=RecommendationSet.POLICY)
        elsewhere = a_recommendation(store, "Elsewhere.", session=other.id)
        nowhere = a_recommendation(store, "Nowhere.")
        an_intervention(store, session, "Between.")
        second = a_recommendation(store, "Two.", session=session.id)
        third = a_recommendation(store, "Three.", session=session.id)
        numbers = {first.id: 1, second.id: 2, third.id: 3}
        assert numbers_of(store, session.id) == numbers
        store.delete(second)
        assert numbers_of(store, session.id) == numbers, "a number is never given to another recommendation"
        some = [third.id, elsewhere.id, nowhere.id, store.new_id()]
        assert numbers_among(store, some) == {third.id: 3, elsewhere.id: 1}
        assert numbers_among(store, []) == {}


def counted(counts: GapCounts) -> tuple[int, int, int, int]:
    return counts.citizenship, counts.policy, counts.without_strand, counts.not_counted


def test_what_recommendations_of_a_session_lack_is_counted_as_it_is_told(tmp_path: Path):
    with a_store(tmp_path) as store:
        strand = Term(id=store.new_id(), vocabulary=KnownVocabulary.STRAND, key="planet")
        store.save(strand)
        session = a_session(store)
        whole = a_recommendation(store, "Whole.", session=session.id, terms={KnownVocabulary.STRAND: [strand.id]})
        store.save(Support(id=store.new_id(), recommendation=whole.id, dots=3))
        bare = a_recommendation(store, "Bare.", session=session.id, set=RecommendationSet.POLICY)
        store.save(Support(id=store.new_id(), recommendation=bare.id, group="nobody"))
        a_recommendation(store, "Aside.", session=session.id, status=RecommendationStatus.SET_ASIDE)
        a_recommendation(store, "Elsewhere.", session=a_session(store, "S2").id)
        store.delete(a_recommendation(store, "Gone.", session=session.id))
        counts = gap_counts(store, session.id)
        assert counted(counts) == (2, 1, 1, 1)
        told = read_said(store, [entry.id for entry in read_order(store, session.id)]).values()
        for gap in (Gap.STRAND, Gap.COUNT):
            assert counts.lacking[gap] == {said.record.id for said in told if gap in said.gaps}


def test_the_counts_are_kept_up_entry_by_entry(tmp_path: Path):
    with a_store(tmp_path) as store:
        strand = Term(id=store.new_id(), vocabulary=KnownVocabulary.STRAND, key="planet")
        store.save(strand)
        session = a_session(store)
        counts = gap_counts(store, session.id)
        asked = a_recommendation(store, "Asked.", session=session.id)

        def taken() -> tuple[int, int, int, int]:
            counts.take(read_said(store, [asked.id])[asked.id])
            assert counted(counts) == counted(gap_counts(store, session.id))
            return counted(counts)

        assert taken() == (1, 0, 1, 1)
        store.save(Support(id=store.new_id(), recommendation=asked.id, in_favour=3))
        assert taken() == (1, 0, 1, 0)
        store.change(asked, terms={KnownVocabulary.STRAND: [strand.id]}, set=RecommendationSet.POLICY)
        assert taken() == (0, 1, 0, 0)
        counts.take(read_said(store, [an_intervention(store, session, "said").id]).popitem()[1])
        assert counted(counts) == (0, 1, 0, 0)
        counts.forget(asked.id)
        assert counted(counts) == (0, 0, 0, 0)


def test_numbers_and_counts_of_a_session_are_read_in_a_few_statements(tmp_path: Path):
    with a_store(tmp_path) as store:
        session = a_session(store)
        a_room(store, session, 12)
        with Asked(store) as run:
            numbers_of(store, session.id)
            gap_counts(store, session.id)
            order = read_order(store, session.id)
            found_in(store, order, "asked", store.places([entry.id for entry in order]))
        assert len(run.statements) == 1 + 3 + 6 + 2
