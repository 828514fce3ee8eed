"""The file for the rooms: what is in it, what stays, and that all that are made from it merge."""

from __future__ import annotations

import sqlite3
from datetime import date

import pytest

from consultation.errors import ExportRefused
from consultation.handing_out import hand_out, left_out, note_given, stays_here
from consultation.language import translator
from consultation.merging import merge
from consultation.model import Contact, Delivery, DeliveryWay, Interest, Person, Recommendation, Role, RoleKind, Session
from consultation.reading.programme import first_to_show
from consultation.reading.recipients import recipients
from consultation.store import Store
from tests.builders import a_lesson, a_recommendation, a_session, a_store, identity

T = translator("en")


@pytest.fixture
def prepared(tmp_path):
    with a_store(tmp_path) as store:
        ada = Person(id=store.new_id(), name="Ada Marsh", consent=True)
        store.save(ada)
        store.save(Contact(id=store.new_id(), person=ada.id, telephone="+90 555 0101", mail="ada@marsh.example"))
        store.save(Interest(id=store.new_id(), title="Wells for all", contact="zoe@wells.example"))
        store.save(Delivery(id=store.new_id(), person=ada.id, way=DeliveryWay.MAIL))
        gone = a_lesson(store, "Never say this aloud.")
        store.delete(gone)
        yield store


def words_in(path) -> str:
    database = sqlite3.connect(path)
    try:
        bodies = database.execute("SELECT CAST(body AS TEXT) FROM revision").fetchall()
    finally:
        database.close()
    return "\n".join(str(body) for (body,) in bodies) + path.read_bytes().decode("latin-1")


def test_what_is_the_secretariats_own_is_nowhere_in_the_file_for_the_rooms(prepared, tmp_path):
    copy = hand_out(prepared, tmp_path / "rooms.consult")
    found = words_in(copy.path)
    assert "Ada Marsh" in found
    for private in ("0101", "ada@marsh", "Wells for all", "zoe@wells", "Never say this aloud"):
        assert private not in found
    assert stays_here(T, left_out(prepared)) == ["1 contact", "1 expression of interest", "1 deleted entry"]
    assert prepared.count(Contact) == 1


def test_a_file_for_the_rooms_is_of_the_same_consultation_and_comes_back_without_doubles(prepared, tmp_path):
    session = a_session(prepared)
    path = hand_out(prepared, tmp_path / "rooms.consult").path
    before = prepared.digest()
    merge(prepared, [path])
    assert prepared.digest() == before
    with Store.open(path, identity("Ben")) as room:
        assert room.consultation.id == prepared.consultation.id
        a_recommendation(room, "Dig the wells.", session=session.id)
    merge(prepared, [path])
    assert [asked.text for asked in prepared.all(Recommendation)] == ["Dig the wells."]
    assert (prepared.count(Contact), prepared.count(Interest)) == (1, 1)


def test_who_opens_a_file_for_the_rooms_is_asked_for_their_session_whatever_was_recorded_before(prepared, tmp_path):
    first, second = a_session(prepared, code="MAY"), a_session(prepared, code="D1")
    a_recommendation(prepared, "Plant trees.", session=first.id)
    assert first_to_show(prepared, None).id == first.id
    path = hand_out(prepared, tmp_path / "rooms.consult").path
    with Store.open(path, identity("Ben")) as room:
        assert first_to_show(room, None) is None
        assert first_to_show(room, second.id).id == second.id


def test_a_file_for_the_rooms_never_replaces_the_open_file_and_replaces_an_older_one(prepared, tmp_path):
    with pytest.raises(ExportRefused):
        hand_out(prepared, prepared.path)
    hand_out(prepared, tmp_path / "rooms.consult")
    a_session(prepared, code="LATE")
    copy = hand_out(prepared, tmp_path / "rooms.consult")
    with Store.open(copy.path, identity("Ben")) as room:
        assert {session.code for session in room.all(Session)} >= {"LATE"}
        assert room.check().is_sound


def test_who_runs_a_session_gets_the_file_and_so_does_whoever_was_put_on_the_list(prepared):
    session = a_session(prepared, code="D1")
    zoe = Person(id=prepared.new_id(), name="Zoé Quill", languages=["fr"])
    prepared.save(zoe)
    prepared.save(Role(id=prepared.new_id(), session=session.id, person=zoe.id, role=RoleKind.MODERATOR))
    found = recipients(prepared)
    assert [(each.person.name, [s.code for s in each.sessions]) for each in found] == [
        ("Zoé Quill", ["D1"]),
        ("Ada Marsh", []),
    ]
    assert found[0].languages == ["fr"]
    note_given(prepared, [found[1].delivery], date(2021, 10, 1))
    assert recipients(prepared)[1].delivery.on == date(2021, 10, 1)
    a_recommendation(prepared, "Dig.", session=session.id)
    assert [each.came_back for each in recipients(prepared)] == [True, False]
