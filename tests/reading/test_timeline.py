"""What was said in a session, in order, with who, support and gaps."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from consultation.merging import merge
from consultation.model import (
    Intervention,
    KnownVocabulary,
    Lesson,
    Person,
    Point,
    PointKind,
    RecommendationStatus,
    Reservation,
    Session,
    Support,
    Term,
)
from consultation.model.record import derived_id
from consultation.reading.incomplete import Gap
from consultation.reading.stream import read_order, read_said
from consultation.reading.tallies import Tally
from consultation.reading.timeline import Said, made_at, times_spoken
from consultation.store import Store
from tests.builders import START_MS, Watch, a_recommendation, a_session, a_store, handed_to


def said(store: Store, session: Session, text: str, **values: object) -> Intervention:
    made = Intervention(id=store.new_id(), session=session.id, text=text, **values)
    store.save(made)
    return made


def a_person(store: Store, name: str) -> Person:
    made = Person(id=store.new_id(), name=name)
    store.save(made)
    return made


def told_in(store: Store, session: Session) -> list[Said]:
    order = [entry.id for entry in read_order(store, session.id)]
    told = read_said(store, order)
    return [told[entry] for entry in order]


def test_everything_said_in_a_session_stands_in_the_order_in_which_it_was_written_down(tmp_path: Path):
    watch = Watch()
    with a_store(tmp_path, watch=watch) as store:
        session, other = a_session(store, "S1"), a_session(store, "S2")
        said(store, session, "one")
        a_recommendation(store, "two", session=session.id)
        store.save(Lesson(id=store.new_id(), session=session.id, text="three"))
        store.save(Point(id=store.new_id(), session=session.id, sort=PointKind.AVENUE, text="four"))
        gone = said(store, session, "gone")
        store.delete(gone)
        said(store, other, "elsewhere")
        said(store, session, "five")
        assert [said.record.text for said in told_in(store, session)] == ["one", "two", "three", "four", "five"]


def test_the_room_sees_who_spoke_whether_they_agreed_to_be_named_or_not(tmp_path: Path):
    with a_store(tmp_path) as store:
        session, person = a_session(store), a_person(store, "Amina Benali")
        said(store, session, "Our river has no mayor.", person=person.id, attributable=False)
        a_recommendation(store, "Elect one.", session=session.id, proposer=person.id)
        store.save(Point(id=store.new_id(), session=session.id, sort=PointKind.HEARD, who="two mayors", text="Why?"))
        store.delete(person)
        told = {one.record.text: (one.person and one.person.name, one.who) for one in told_in(store, session)}
        assert told == {
            "Our river has no mayor.": ("Amina Benali", ""),
            "Elect one.": ("Amina Benali", ""),
            "Why?": (None, "two mayors"),
        }


def test_an_intervention_has_the_time_at_which_it_was_said_and_all_else_that_of_writing(tmp_path: Path):
    with a_store(tmp_path, watch=Watch()) as store:
        session = a_session(store)
        at_ten = datetime(2021, 10, 5, 10, tzinfo=UTC)
        said(store, session, "At ten.", said_at=at_ten)
        a_recommendation(store, "Written.", session=session.id)
        when = {one.record.text: one.when for one in told_in(store, session)}
        assert when == {"At ten.": at_ten, "Written.": datetime.fromtimestamp(START_MS / 1000, UTC)}
    assert made_at(derived_id("kit", "term")) is None


def test_a_recommendation_has_its_support_reservations_gaps_and_dispute(tmp_path: Path):
    with a_store(tmp_path) as store:
        strand = Term(id=store.new_id(), vocabulary=KnownVocabulary.STRAND, key="planet")
        store.save(strand)
        session = a_session(store)
        bare = a_recommendation(store, "Bare.", session=session.id)
        whole = a_recommendation(store, "Whole.", session=session.id, terms={KnownVocabulary.STRAND: [strand.id]})
        aside = a_recommendation(store, "Aside.", session=session.id, status=RecommendationStatus.SET_ASIDE)
        store.save(Support(id=store.new_id(), recommendation=whole.id, in_favour=12))
        store.save(Support(id=store.new_id(), recommendation=whole.id, group="online", in_favour=8, against=1))
        store.save(Reservation(id=store.new_id(), recommendation=whole.id, text="Not at night."))
        with handed_to(store, "Ben") as bens:
            bens.change(bare, text="Quite bare.")
        store.change(bare, text="Not so bare.")
        merge(store, [tmp_path / "ben.consult"])
        told = {one.record.id: one for one in told_in(store, session)}
        assert told[whole.id].counts.total == Tally(20, 1)
        assert [one.text for one in told[whole.id].reservations] == ["Not at night."]
        assert (told[whole.id].gaps, told[whole.id].disputed) == ((), False)
        assert (told[bare.id].gaps, told[bare.id].disputed) == ((Gap.STRAND, Gap.COUNT), True)
        assert told[aside.id].gaps == ()


def test_who_spoke_how_often(tmp_path: Path):
    with a_store(tmp_path) as store:
        session, other = a_session(store, "S1"), a_session(store, "S2")
        amina, jorge = a_person(store, "Amina Benali"), a_person(store, "Jorge Paz")
        for where, who in ((session, amina), (session, amina), (session, None), (other, jorge)):
            said(store, where, "We need wells.", person=who.id if who else None)
        assert times_spoken(store, session.id) == {amina.id: 2}
