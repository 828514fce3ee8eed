"""Answering those who asked to hold a session."""

from __future__ import annotations

import pytest

from consultation.answering import accept, decline
from consultation.errors import InvalidRecord
from consultation.language import translator
from consultation.model import Interest, InterestState, Person, Role, RoleKind, Session, SignUp
from consultation.reading.open_space import expressions_of_interest, with_places
from tests.builders import a_session, a_store

T = translator("en")


def an_interest(store, title, **values):
    made = Interest(id=store.new_id(), title=title, **values)
    store.save(made)
    return store.get(Interest, made.id)


def test_what_is_accepted_becomes_a_session_that_its_asker_moderates_and_undoing_takes_all_of_it_back(tmp_path):
    with a_store(tmp_path) as store:
        zoe = Person(id=store.new_id(), name="Zoé Quill")
        store.save(zoe)
        a_session(store, code="OPEN-1")
        asked = an_interest(store, "Wells for all", text="We show ours.", language="fr", person=zoe.id)
        written = accept(store, asked, "It fits the second day.")
        asked = store.get(Interest, asked.id)
        session = store.get(Session, asked.session)
        assert (session.code, session.title, session.purpose) == (
            "OPEN-2",
            {"fr": "Wells for all"},
            {"fr": "We show ours."},
        )
        assert [(role.person, role.role) for role in store.all(Role, session=session.id)] == [
            (zoe.id, RoleKind.MODERATOR)
        ]
        assert (asked.state, asked.reason) == (InterestState.ACCEPTED, "It fits the second day.")
        (listed,) = expressions_of_interest(store, "en")
        assert (listed.who, listed.outcome(T)) == ("Zoé Quill", "Accepted as OPEN-2")
        store.undo(written)
        assert store.get(Interest, asked.id).state is InterestState.RECEIVED
        assert [session.code for session in store.all(Session)] == ["OPEN-1"]


def test_nobody_is_declined_without_a_reason(tmp_path):
    with a_store(tmp_path) as store:
        asked = an_interest(store, "Wells for all")
        with pytest.raises(InvalidRecord):
            decline(store, asked, "  ")
        assert store.get(Interest, asked.id).state is InterestState.RECEIVED
        decline(store, asked, "The day is full.")
        assert store.get(Interest, asked.id).reason == "The day is full."
        accept(store, store.get(Interest, asked.id))
        assert store.count(Session) == 1


def test_accepting_twice_makes_one_session_and_one_that_was_deleted_is_made_anew(tmp_path):
    with a_store(tmp_path) as store:
        asked = an_interest(store, "Wells for all")
        accept(store, asked)
        accept(store, store.get(Interest, asked.id))
        (session,) = store.all(Session)
        store.delete(session)
        assert expressions_of_interest(store, "en")[0].session is None
        accept(store, store.get(Interest, asked.id))
        assert [each.code for each in store.all(Session)] == ["OPEN-2"]


def test_what_waits_to_be_decided_comes_first(tmp_path):
    with a_store(tmp_path) as store:
        decline(store, an_interest(store, "Late"), "Too late.")
        an_interest(store, "New", who="The youth council")
        assert [(each.interest.title, each.who) for each in expressions_of_interest(store, "en")] == [
            ("New", "The youth council"),
            ("Late", ""),
        ]


def test_what_begins_at_one_time_is_listed_by_what_it_is_called(tmp_path):
    with a_store(tmp_path) as store:
        for code, title in (("V1", "Water works"), ("V2", "École rurale"), ("V3", "Farms")):
            a_session(store, code=code, places=4, title={"en": title}, month="2022-10")
        assert [each.session.code for each in with_places(store, "en")] == ["V2", "V3", "V1"]


def test_places_left_are_those_nobody_took_and_too_many_are_told(tmp_path):
    with a_store(tmp_path) as store:
        visit = a_session(store, code="VISIT", places=4)
        a_session(store, code="OPEN")
        store.save(SignUp(id=store.new_id(), session=visit.id, who="Ada", people=3))
        (offered,) = with_places(store, "en")
        assert (offered.taken, offered.left, offered.said(T)) == (3, 1, "1 place left of 4")
        store.save(SignUp(id=store.new_id(), session=visit.id, who="Zoé", people=2))
        assert with_places(store, "en")[0].said(T) == "1 more than there are places"
