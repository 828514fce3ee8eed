"""The tables of a file are part of the format: they change with a new version and not otherwise."""

from __future__ import annotations

import sqlite3
from hashlib import blake2b

from consultation.store.schema import APPLICATION_ID, expected_schema, statements
from consultation.store.sqlite.connection import schema_of
from consultation.store.versions.number import CURRENT
from tests.builders import a_lesson, a_store, empty_store, handed_to, sql_in

RELEASED = {
    (2, 0): "4ad03662ae54b6bcb3d09416dfa207b1",
    (2, 1): "aa75acc7c33655761f7f5e061131d107",
    (2, 2): "9e81343e5dc45a4515f03d5713fd2315",
    (2, 3): "d9d1327761ccc9fb7af7d6b3f451fda0",
}
"""Version of the file -> hash of its tables. A version that has been released is never changed here."""

MESSAGE = """
The tables of a consultation file have changed (a record got a new field, or a field another type), and files of
version {version} would no longer be told from those of the program as it is. Give
`consultation.store.versions.number.CURRENT` the next number, keep a file of the old version under tests, and only
then add its hash here:

    "{found}"
"""


def test_a_new_file_has_exactly_the_expected_tables(tmp_path):
    with empty_store(tmp_path) as store:
        assert schema_of(store._engine.connection) == expected_schema()
        assert sql_in(store, "PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert sql_in(store, "PRAGMA user_version").fetchone() == (CURRENT.number,)


def test_writing_merging_and_copying_add_no_table(tmp_path):
    with a_store(tmp_path) as store:
        a_lesson(store)
        with handed_to(store, "Ben") as bens:
            assert schema_of(bens._engine.connection) == expected_schema()
        store.check(rebuild=True)
        assert schema_of(store._engine.connection) == expected_schema()


def test_the_tables_change_only_with_a_new_version():
    found = blake2b("\n".join(statements()).encode(), digest_size=16).hexdigest()
    assert RELEASED.get(CURRENT) == found, MESSAGE.format(version=CURRENT, found=found)


def test_any_program_that_knows_sqlite_can_read_a_file(tmp_path):
    with a_store(tmp_path) as store:
        a_lesson(store, "water")
        path = store.path
    database = sqlite3.connect(path)
    assert database.execute("SELECT text FROM lesson").fetchall() == [("water",)]
    assert database.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert database.execute("PRAGMA encoding").fetchone() == ("UTF-8",)
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    database.close()


def test_erasing_leaves_nothing_behind(tmp_path):
    with empty_store(tmp_path) as store:
        assert sql_in(store, "PRAGMA secure_delete").fetchone() == (1,)
        assert sql_in(store, "PRAGMA synchronous").fetchone() == (3,)
        assert sql_in(store, "PRAGMA trusted_schema").fetchone() == (0,)
