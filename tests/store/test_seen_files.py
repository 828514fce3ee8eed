"""A file is shown as it is only when it is as this installation left it; any other is verified and folded first."""

from __future__ import annotations

import os
import sqlite3
from dataclasses import replace
from uuid import UUID

import pytest

from consultation.errors import DamagedFile
from consultation.model import Consultation, Lesson, Person, Recommendation
from consultation.store import Identity, Store
from consultation.store.stamps import MOST, Stamps
from tests.builders import a_lesson, a_recommendation, a_store, copied, identity, sql_in, with_sql

LIES = (
    "UPDATE person SET consent = 1",
    "UPDATE recommendation SET text = 'never said'",
    "DELETE FROM lesson",
    "INSERT INTO conflict VALUES (zeroblob(16), 'lesson', 'text')",
    "UPDATE recommendation SET terms = '{', translations = 'x', status = 'lost', session = 7, addressees = '[1]'",
    "DELETE FROM search",
    "UPDATE search_data SET block = x'ff00'",
    "UPDATE local SET value = zeroblob(16)",
)


@pytest.fixture
def mine(tmp_path):
    return replace(identity(), folder=tmp_path)


def a_file(folder):
    with a_store(folder) as store:
        store.save(Person(name="Nobody's to name"))
        a_recommendation(store, "Open the wells.")
        a_lesson(store, "Begin with the map.")
        return store.path


@pytest.mark.parametrize("lie", LIES)
def test_the_tables_of_a_file_that_was_handed_over_are_not_believed(tmp_path, lie):
    path = with_sql(a_file(tmp_path), lie)
    with Store.open(path, identity("Ben")) as store:
        assert not any(one.consent for one in store.all(Person))
        assert [one.text for one in store.all(Recommendation)] == ["Open the wells."]
        assert [one.text for one in store.all(Lesson)] == ["Begin with the map."]
        assert not store.conflicts()
        assert store.search("wells")
        assert store.consultation.title == {"en": "Water for all"}
        assert store.check().is_sound


def test_a_revision_that_is_not_what_its_id_says_is_refused(tmp_path):
    path = with_sql(a_file(tmp_path), "UPDATE revision SET wall_ms = wall_ms + 1 WHERE kind = 'lesson'")
    before = path.read_bytes()
    with pytest.raises(DamagedFile, match=r"tampered\.consult"):
        Store.open(path, identity())
    assert path.read_bytes() == before


def test_ones_own_unchanged_file_is_not_written_to_by_opening_it(tmp_path, mine):
    path = a_file(tmp_path)
    Store.open(path, mine).close()
    before = path.stat().st_mtime_ns
    with Store.open(path, mine) as store:
        assert store.all(Lesson)
    assert path.stat().st_mtime_ns == before


def test_a_file_that_was_changed_by_another_program_is_looked_at_again(tmp_path, mine):
    path = a_file(tmp_path)
    Store.open(path, mine).close()
    about = path.stat()
    lied = with_sql(path, "UPDATE lesson SET text = 'never said'", name="lied.consult")
    path.write_bytes(lied.read_bytes())
    os.utime(path, ns=(about.st_atime_ns, about.st_mtime_ns))
    with Store.open(path, mine) as store:
        assert [one.text for one in store.all(Lesson)] == ["Begin with the map."]


def test_what_a_journal_beside_ones_own_unchanged_file_brings_into_it_is_looked_at(tmp_path, mine):
    path = a_file(tmp_path)
    Store.open(path, mine).close()
    lied = with_sql(path, "UPDATE lesson SET text = 'never said'")
    database = sqlite3.connect(lied, isolation_level=None)
    for statement in (
        "PRAGMA cache_size = 1",
        "BEGIN",
        "UPDATE lesson SET text = 'what the journal will put right'",
        "UPDATE revision SET body = zeroblob(9999)",
    ):
        database.execute(statement)
    journal = lied.with_name(f"{lied.name}-journal").read_bytes()
    database.close()
    path.with_name(f"{path.name}-journal").write_bytes(journal)
    assert not Store.opens_at_once(path, mine)
    with Store.open(path, mine) as store:
        assert [one.text for one in store.all(Lesson)] == ["Begin with the map."]


def test_which_consultation_a_file_is_about_is_known_when_its_tables_had_to_be_made_anew(tmp_path):
    with a_store(tmp_path) as store:
        named = store.consultation
        store.save(Consultation(id=UUID(int=1), title={"en": "Another one"}))
        a_lesson(store)
    with Store.open(with_sql(store.path, "DELETE FROM lesson"), identity()) as again:
        assert again.all(Lesson)
        assert again.consultation == named


def test_a_copy_under_another_name_is_looked_at(tmp_path, mine):
    path = a_file(tmp_path)
    Store.open(path, mine).close()
    assert Stamps(tmp_path).knows(path)
    assert not Stamps(tmp_path).knows(copied(path))


def test_a_file_that_may_not_be_written_is_shown_when_its_tables_are_true(tmp_path):
    path = a_file(tmp_path)
    with Store.open(path, identity()) as store:
        sql_in(store, "PRAGMA query_only = ON")  # what a read-only stick is to SQLite
        assert store.all(Lesson)


@pytest.mark.parametrize("kept", [b"", b"{", b"[]", b'{"x": 3}', b"\xff"])
def test_stamps_that_cannot_be_read_only_cost_time(tmp_path, mine, kept):
    path = a_file(tmp_path)
    (tmp_path / "files.json").write_bytes(kept)
    with Store.open(path, mine) as store:
        assert store.all(Lesson)
    assert Stamps(tmp_path).knows(path)


def test_only_so_many_files_are_remembered(tmp_path):
    stamps = Stamps(tmp_path)
    path = a_file(tmp_path)
    stamps.keep(path)
    for number in range(MOST):
        other = tmp_path / f"{number}.txt"
        other.write_text("")
        stamps.keep(other)
    assert not stamps.knows(path)
    assert stamps.knows(other)


def test_of_the_files_that_are_remembered_the_one_opened_longest_ago_is_forgotten(tmp_path):
    stamps = Stamps(tmp_path)
    files = [tmp_path / f"{number}.txt" for number in range(MOST + 1)]
    for one in files:
        one.write_text("")
    for one in (*files[:MOST], files[0], files[MOST]):
        stamps.keep(one)
    assert stamps.knows(files[0])
    assert not stamps.knows(files[1])


def test_an_installation_without_settings_remembers_nothing(tmp_path):
    path = a_file(tmp_path)
    Stamps(None).keep(path)
    assert not Stamps(None).knows(path)
    assert Identity.load(tmp_path / "new").folder == tmp_path / "new"
