"""Opening a file: what is not ours is refused with a sentence that names it, and not touched."""

from __future__ import annotations

import os
import sqlite3

import pytest

from consultation.errors import (
    ConsultationError,
    DamagedFile,
    ExportRefused,
    FileRefused,
    FileUnreachable,
    NewerFile,
    NotAConsultation,
    NotSaved,
)
from consultation.merging import merge
from consultation.model import Lesson
from consultation.store import Store
from consultation.store.versions.number import CURRENT
from tests.builders import (
    a_lesson,
    a_store,
    copied,
    empty_store,
    files_limited_to,
    fill_up,
    identity,
    make_room,
    public_folder,
    sql_in,
    with_schema_sql,
    with_sql,
    without_privileges,
)


def refused(path, kind=FileRefused):
    """Try to open ``path`` and return the sentence it is refused with; the file stays as it is."""
    before = path.read_bytes() if path.is_file() else None
    beside = sorted(path.parent.iterdir())
    with pytest.raises(kind) as error:
        Store.open(path, identity())
    assert path.name in str(error.value)
    assert sorted(path.parent.iterdir()) == beside
    if before is not None:
        assert path.read_bytes() == before
    return str(error.value)


def a_file(folder):
    with a_store(folder) as store:
        a_lesson(store)
        return store.path


@pytest.mark.parametrize(
    "content",
    [b"", b"S", b"SQLite format 3\0", b"Dear all,\n" * 100, b"%PDF-1.7\n" * 100, b"PK\3\4" + bytes(500), bytes(8192)],
)
def test_what_is_no_database_is_refused(tmp_path, content):
    path = tmp_path / "letter.consult"
    path.write_bytes(content)
    refused(path, NotAConsultation)


def test_a_folder_is_refused(tmp_path):
    (tmp_path / "folder.consult").mkdir()
    refused(tmp_path / "folder.consult", NotAConsultation)


def test_a_file_that_is_not_there_is_refused(tmp_path):
    refused(tmp_path / "gone.consult", FileUnreachable)


def test_a_name_that_is_too_long_is_refused(tmp_path):
    with pytest.raises(FileUnreachable, match="xxxx"):
        Store.open(tmp_path / ("x" * 300), identity())
    with pytest.raises(ConsultationError):
        Store.create(tmp_path / ("x" * 300), identity())


def test_another_programs_database_is_refused(tmp_path):
    path = tmp_path / "photos.consult"
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE photo (id INTEGER)")
    database.close()
    refused(path, NotAConsultation)


@pytest.mark.parametrize("version", [CURRENT.number + 100, 2147483647])
def test_a_file_of_a_newer_version_is_refused(tmp_path, version):
    refused(with_sql(a_file(tmp_path), f"PRAGMA user_version = {version}"), NewerFile)


@pytest.mark.parametrize("version", [0, -1, -2147483648])
def test_a_version_that_never_was_is_refused(tmp_path, version):
    refused(with_sql(a_file(tmp_path), f"PRAGMA user_version = {version}"), NotAConsultation)


@pytest.mark.parametrize("part", [0.01, 0.3, 0.5, 0.9, 0.999])
def test_a_file_that_was_cut_short_is_refused(tmp_path, part):
    path = a_file(tmp_path)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * part)])
    refused(path)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE extra (id INTEGER)",
        "CREATE VIEW extra AS SELECT * FROM revision",
        "CREATE INDEX extra ON lesson (text)",
        "CREATE TRIGGER extra AFTER INSERT ON lesson BEGIN DELETE FROM revision; END",
        "ALTER TABLE lesson ADD COLUMN extra TEXT",
        "ALTER TABLE lesson RENAME COLUMN text TO words",
        "DROP TABLE lesson",
        "DROP INDEX revision_by_record",
        "ANALYZE",
    ],
)
def test_a_file_with_other_tables_is_refused(tmp_path, statement):
    refused(with_sql(a_file(tmp_path), statement), DamagedFile)


def test_a_file_whose_table_of_tables_makes_no_sense_is_refused(tmp_path):
    path = a_file(tmp_path)
    altered = with_schema_sql(path, "UPDATE sqlite_master SET sql = 'CREATE NONSENSE' WHERE name = 'lesson'")
    refused(altered, DamagedFile)


def test_a_file_too_large_to_be_one_is_refused(tmp_path):
    path = a_file(tmp_path)
    os.truncate(path, 3 << 30)
    with pytest.raises(DamagedFile, match=r"room\.consult"):
        Store.open(path, identity())
    assert path.stat().st_size == 3 << 30


def test_a_file_that_may_not_be_read_is_refused():
    with public_folder() as folder:
        path = a_file(folder)
        path.chmod(0o000)
        with without_privileges(), pytest.raises(FileUnreachable, match=r"room\.consult"):
            Store.open(path, identity())


def test_a_file_in_a_folder_that_may_not_be_looked_into_is_refused():
    with public_folder() as folder:
        path = a_file(folder)
        folder.chmod(0o000)
        with without_privileges():
            with pytest.raises(FileUnreachable, match=r"room\.consult"):
                Store.open(path, identity())
            with pytest.raises(ConsultationError):
                Store.create(folder / "new.consult", identity())


def test_a_file_that_may_not_be_written_can_be_read():
    with public_folder() as folder:
        path = a_file(folder)
        before = path.read_bytes()
        path.chmod(0o444)
        folder.chmod(0o555)
        with without_privileges(), Store.open(path, identity("Ben")) as store:
            (lesson,) = store.all(Lesson)
            assert store.check().is_sound
            assert store.search("map")
            with pytest.raises(NotSaved, match=r"room\.consult"):
                store.change(lesson, text="x")
            with pytest.raises(NotSaved):
                store.save(Lesson(text="x"))
            assert store.all(Lesson) == [lesson]
        assert path.read_bytes() == before


def test_a_folder_that_may_not_be_written_keeps_a_file_from_being_changed():
    with public_folder() as folder:
        path = a_file(folder)
        path.chmod(0o666)
        folder.chmod(0o555)
        before = path.read_bytes()
        with without_privileges(), Store.open(path, identity("Ben")) as store, pytest.raises(NotSaved):
            store.save(Lesson(text="x"))
        assert path.read_bytes() == before


def test_a_stick_that_was_made_read_only_meanwhile(tmp_path):
    with a_store(tmp_path) as store:
        lesson = a_lesson(store)
        before = store.path.read_bytes()
        sql_in(store, "PRAGMA query_only = ON")
        with pytest.raises(NotSaved, match=r"room\.consult"):
            store.change(lesson, text="x")
        assert store.path.read_bytes() == before
        sql_in(store, "PRAGMA query_only = OFF")
        store.change(lesson, text="y")
        assert store.get(Lesson, lesson.id).text == "y"


def test_a_file_that_another_program_is_writing_is_not_written(tmp_path):
    with a_store(tmp_path) as store:
        lesson = a_lesson(store)
        sql_in(store, "PRAGMA busy_timeout = 0")
        other = sqlite3.connect(store.path, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(NotSaved, match=r"room\.consult"):
            store.change(lesson, text="x")
        with pytest.raises(ConsultationError, match=r"room\.consult"):
            store.all(Lesson)
        other.execute("ROLLBACK")
        other.close()
        store.change(lesson, text="y")
        assert store.get(Lesson, lesson.id).text == "y"


def test_two_windows_on_one_file_see_each_others_changes(tmp_path):
    with a_store(tmp_path) as store:
        lesson = a_lesson(store)
        with Store.open(store.path, identity("Ben")) as other:
            other.change(lesson, text="Ben's.")
            assert store.get(Lesson, lesson.id).text == "Ben's."
            store.change(lesson, rank=3)
            assert other.get(Lesson, lesson.id).rank == 3
            assert not other.conflicts()
            assert other.check().is_sound


def test_a_disk_that_is_full_loses_the_last_change_and_nothing_else(tmp_path):
    with a_store(tmp_path) as store:
        lesson = a_lesson(store)
        fill_up(store)
        before, digest = store.path.read_bytes(), store.digest()
        with pytest.raises(NotSaved, match=r"room\.consult"):
            store.save(Lesson(text="water " * 10_000))
        assert store.path.read_bytes() == before
        assert store.all(Lesson) == [lesson]
        make_room(store)
        store.save(Lesson(text="water " * 10_000))
        assert store.digest() != digest
        assert store.check().is_sound


def test_a_disk_that_fills_up_among_several_changes_takes_all_of_them_back(tmp_path):
    with a_store(tmp_path) as store:
        fill_up(store, room=4)
        before = store.path.read_bytes()
        with pytest.raises(NotSaved), store.together():  # noqa: PT012
            for number in range(500):
                store.save(Lesson(text=f"lesson {number} " * 20))
        assert store.path.read_bytes() == before
        make_room(store)
        a_lesson(store)
        assert store.check().is_sound
        assert len(store.all(Lesson)) == 1


def test_a_disk_that_fails_while_writing_loses_the_last_change_and_nothing_else(tmp_path):
    with a_store(tmp_path) as store:
        lesson = a_lesson(store)
        before = store.path.stat().st_size
        with files_limited_to(before), pytest.raises(NotSaved, match=r"room\.consult"):
            store.save(Lesson(text="water " * 100_000))
        assert store.all(Lesson) == [lesson]
        store.save(Lesson(text="water"))
        assert store.check().is_sound


def test_a_new_file_that_does_not_fit_leaves_nothing(tmp_path):
    with files_limited_to(10_000), pytest.raises(ConsultationError, match=r"room\.consult"):
        empty_store(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_new_file_never_takes_the_place_of_another(tmp_path):
    path = tmp_path / "room.consult"
    path.write_bytes(b"my thesis")
    with pytest.raises(ExportRefused, match=r"room\.consult"):
        empty_store(tmp_path)
    assert path.read_bytes() == b"my thesis"
    with pytest.raises(ExportRefused, match="nowhere"):
        Store.create(tmp_path / "nowhere" / "room.consult", identity())


def test_a_change_that_was_cut_off_by_a_power_cut_is_taken_back(tmp_path):
    with a_store(tmp_path) as store:
        lesson = a_lesson(store)
        digest = store.digest()
        sql_in(store, "PRAGMA cache_size = 1")
        sql_in(store, "PRAGMA cache_spill = 1")
        sql_in(store, "BEGIN IMMEDIATE")
        store.save(Lesson(text="water " * 50_000))
        path, journal = store.path, store.path.with_name("room.consult-journal")
        assert journal.stat().st_size
        crashed, beside = path.read_bytes(), journal.read_bytes()
        sql_in(store, "ROLLBACK")
    path.write_bytes(crashed)
    journal.write_bytes(beside)
    with Store.open(path, identity()) as again:
        assert again.all(Lesson) == [lesson]
        assert again.digest() == digest
        assert again.check().is_sound


def test_a_copy_made_with_the_file_manager_is_as_good_as_the_file(tmp_path):
    with a_store(tmp_path) as store:
        lesson = a_lesson(store)
        path = store.path
    with Store.open(path, identity()) as first, Store.open(copied(path), identity()) as second:
        first.change(lesson, text="at home")
        second.change(lesson, text="at work")
        merge(first, [second.path])
        assert {option.value for option in first.conflicts()[0].options} == {"at home", "at work"}


def test_a_pipe_is_refused_and_not_waited_for(tmp_path):
    pipe = tmp_path / "pipe.consult"
    os.mkfifo(pipe)
    with pytest.raises(NotAConsultation, match="pipe"):
        Store.open(pipe, identity())


def test_a_file_whose_index_of_what_it_is_about_is_broken_is_refused_and_never_half_opened(tmp_path):
    with a_store(tmp_path) as store:
        a_lesson(store)
        path = store.path
        roots = dict(sql_in(store, "SELECT name, rootpage FROM sqlite_master WHERE rootpage > 0").fetchall())
        size = sql_in(store, "PRAGMA page_size").fetchone()[0]
    file = bytearray(path.read_bytes())
    index, other = ((roots[name] - 1) * size for name in ("sqlite_autoindex_local_1", "lesson"))
    file[index : index + size] = file[other : other + size]
    path.write_bytes(file)
    with pytest.raises(DamagedFile, match="Keep it, and open a copy you have sent"):
        Store.open(path, identity())
    with Store.open(path, identity(), as_it_is=True) as store:
        assert not store.check().is_sound
