"""One's own file after a crash is recovered first, judged afterwards; what is beside it is read before SQLite acts."""

from __future__ import annotations

import os
import shutil
import struct

import pytest

from consultation.errors import DamagedFile
from consultation.merging import merge
from consultation.model import Lesson
from consultation.store import Store
from tests.builders import a_lesson, a_store, empty_store, identity, sql_in

JOURNAL_MAGIC = bytes.fromhex("d9d505f920a163d7")


def crashed(folder, grown=False):
    """A file as a power cut in the middle of a change leaves it: half written, its journal beside it."""
    with a_store(folder) as store:
        a_lesson(store, "Said before the crash.")
        path = folder / "crashed.consult"
        sql_in(store, "PRAGMA cache_size = 5")  # so that pages are written before the end
        sql_in(store, "PRAGMA cache_spill = 5")
        sql_in(store, "BEGIN IMMEDIATE")
        for number in range(400 if grown else 60):
            a_lesson(store, f"Never finished {number} " * 30)
        shutil.copyfile(store.path, path)
        shutil.copyfile(f"{store.path}-journal", f"{path}-journal")
        sql_in(store, "ROLLBACK")
    return path


@pytest.mark.parametrize("cut", [0, 1, 5, 20])
def test_a_file_whose_change_was_cut_off_opens_with_what_was_saved(tmp_path, cut):
    """F1: the file may be shorter than its header says until the journal has been played back."""
    path = crashed(tmp_path, grown=True)
    size = path.stat().st_size - cut * 4096
    os.truncate(path, size)
    with Store.open(path, identity()) as store:
        assert [one.text for one in store.all(Lesson)] == ["Said before the crash."]
        assert store.check().is_sound
        a_lesson(store, "And it goes on.")


def test_such_a_file_is_not_merged_but_said_what_to_do(tmp_path):
    path = crashed(tmp_path)
    with empty_store(tmp_path, "mine.consult") as store:
        refusal = merge(store, [path])[0].refusal
        assert isinstance(refusal, DamagedFile)
        assert "Open it once with this program" in str(refusal)


def with_super_journal(path, victim):
    """A journal that names a super-journal, which SQLite would delete once it had played it back."""
    name = str(victim).encode()
    record = struct.pack(">I", 1) + name + struct.pack(">II", len(name), sum(name)) + JOURNAL_MAGIC
    header = JOURNAL_MAGIC + struct.pack(">IIIII", 0, 0, path.stat().st_size // 4096, 512, 4096)
    journal = path.with_name(f"{path.name}-journal")
    journal.write_bytes(header.ljust(512, b"\0") + record)
    return journal


def test_a_journal_that_names_another_file_is_refused_and_deletes_nothing(tmp_path):
    victim = tmp_path / "thesis.odt"
    victim.write_text("three years of work")
    with a_store(tmp_path) as store:
        path = store.path
    journal = with_super_journal(path, victim)
    before = path.read_bytes(), journal.read_bytes()
    with pytest.raises(DamagedFile, match=r"room\.consult-journal"):
        Store.open(path, identity())
    assert victim.read_text() == "three years of work"
    assert (path.read_bytes(), journal.read_bytes()) == before


@pytest.mark.parametrize("ending", ["-journal", "-wal"])
def test_something_that_is_no_file_beside_it_is_refused(tmp_path, ending):
    with a_store(tmp_path) as store:
        path = store.path
    os.mkfifo(f"{path}{ending}")
    with pytest.raises(DamagedFile, match=ending):
        Store.open(path, identity())


@pytest.mark.parametrize("ending", ["-journal", "-wal"])
def test_a_link_beside_it_that_leads_nowhere_is_refused(tmp_path, ending):
    with a_store(tmp_path) as store:
        path = store.path
    os.symlink(tmp_path / "thesis.odt", f"{path}{ending}")
    with pytest.raises(DamagedFile, match=ending):
        Store.open(path, identity())
    assert not (tmp_path / "thesis.odt").exists()


def test_a_log_beside_a_source_is_not_passed_over_in_silence(tmp_path):
    with a_store(tmp_path) as store:
        path = store.path
    (tmp_path / "room.consult-wal").write_bytes(b"something")
    with empty_store(tmp_path, "mine.consult") as store:
        assert "being written" in str(merge(store, [path])[0].refusal)


@pytest.mark.parametrize("part", [0.3, 0.6, 0.9])
def test_nobody_is_told_to_throw_the_only_copy_away(tmp_path, part):
    with a_store(tmp_path) as store:
        path = store.path
    os.truncate(path, int(path.stat().st_size * part))
    with pytest.raises(DamagedFile) as refused:
        Store.open(path, identity())
    assert "Keep it" in str(refused.value)
    assert "throw" not in str(refused.value)


def test_a_file_that_another_program_made_a_log_for_is_read_with_it(tmp_path):
    with a_store(tmp_path) as store:
        a_lesson(store, "Kept.")
        sql_in(store, "PRAGMA journal_mode = WAL")
        a_lesson(store, "Written into the log.")
        path = tmp_path / "copied.consult"
        shutil.copyfile(store.path, path)
        shutil.copyfile(f"{store.path}-wal", f"{path}-wal")
    with Store.open(path, identity()) as store:
        assert [one.text for one in store.all(Lesson)] == ["Kept.", "Written into the log."]
        assert store.check().is_sound
    assert not path.with_name(f"{path.name}-wal").exists()
