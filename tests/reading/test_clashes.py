"""Clashes: one room, or one person, for two sessions at one time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from consultation.language import translator
from consultation.model import Person, Presence, Role, RoleKind, Session
from consultation.reading.clashes import clashes, find_clashes, read_busy
from tests.builders import a_session, a_store

T = translator("en")
NINE = datetime(2021, 10, 5, 9, tzinfo=UTC)


def held(store, code, after, minutes, **values):
    starts = NINE + timedelta(minutes=after)
    return a_session(store, code=code, starts=starts, ends=starts + timedelta(minutes=minutes), **values)


def test_a_room_is_taken_until_the_session_in_it_ends(tmp_path):
    with a_store(tmp_path) as store:
        first = held(store, "A", 0, 60, room="Hall 1")
        second = held(store, "B", 45, 60, room=" hall 1")
        held(store, "C", 105, 30, room="Hall 1")
        held(store, "D", 0, 300)
        (clash,) = find_clashes(store)
        assert (clash.first.code, clash.second.code, clash.person) == ("A", "B", None)
        assert clash.mended_by == second.starts
        assert clash.said_in(second.id, T, "UTC") == "Hall 1 is in A until 10:00"
        store.change(first, ends=clash.mended_by)
        assert find_clashes(store) == []


def test_who_has_a_part_cannot_be_elsewhere_but_who_listens_or_was_replaced_can(tmp_path):
    with a_store(tmp_path) as store:
        sessions = [held(store, code, 0, 60) for code in "ABC"]
        for name, roles in (
            ("Ada", (RoleKind.MODERATOR, RoleKind.SPEAKER)),
            ("Bo", (RoleKind.MODERATOR, RoleKind.PARTICIPANT)),
        ):
            person = Person(id=store.new_id(), name=name)
            store.save(person)
            for session, role in zip(sessions, roles, strict=False):
                store.save(Role(session=session.id, person=person.id, role=role))
        (clash,) = find_clashes(store)
        assert (clash.person.name, clash.mended_by) == ("Ada", None)
        ours = next(role for role in store.all(Role, session=sessions[1].id) if role.role is RoleKind.SPEAKER)
        store.change(ours, presence=Presence.REPLACED)
        assert find_clashes(store) == []


def test_the_second_of_two_can_begin_once_the_first_is_over(tmp_path):
    with a_store(tmp_path) as store:
        held(store, "A", 0, 60, room="Hall 1")
        second = held(store, "B", 0, 45, room="Hall 1")
        (clash,) = find_clashes(store)
        assert clash.mended_by is None
        starts, ends = clash.put_off_to
        store.change(clash.second, starts=starts, ends=ends)
        assert find_clashes(store) == []
        assert clash.second.id == second.id or ends - starts == timedelta(minutes=60)


def test_looking_among_some_sessions_finds_their_clashes_alone(tmp_path):
    with a_store(tmp_path) as store:
        first = held(store, "A", 0, 60, room="Hall 1")
        held(store, "B", 30, 60, room="hall 1")
        other = held(store, "C", 0, 60, room="Hall 2")
        held(store, "D", 30, 60, room="Hall 2")
        ada = Person(id=store.new_id(), name="Ada")
        store.save(ada)
        for session in (first, other):
            store.save(Role(session=session.id, person=ada.id, role=RoleKind.SPEAKER))
        bo = Person(id=store.new_id(), name="Bo")
        store.save(bo)
        store.save(Role(session=first.id, person=bo.id, role=RoleKind.SPEAKER))
        sessions, busy = store.all(Session), read_busy(store)
        assert busy == {ada.id: {first.id, other.id}}
        assert len(clashes(store, sessions, busy)) == 3
        found = clashes(store, sessions, busy, among={other.id})
        assert {(clash.first.code, clash.second.code) for clash in found} == {("C", "D"), ("A", "C")}
