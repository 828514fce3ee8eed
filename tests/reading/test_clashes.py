"""Clashes: one room, or one person, for two sessions at one time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from consultation.language import translator
from consultation.model import Person, Presence, Role, RoleKind
from consultation.reading.clashes import find_clashes
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
