"""Copies of the whole file: whole and read back, or not there at all."""

from __future__ import annotations

import os

import pytest

from consultation.errors import ConsultationError, ExportRefused, NotSaved
from consultation.merging import merge
from consultation.model import Lesson
from consultation.store import Store
from consultation.store.checks import screen
from tests.builders import (
    a_lesson,
    a_recommendation,
    a_store,
    files_limited_to,
    identity,
    public_folder,
    without_privileges,
)


def names_in(folder):
    return sorted(file.name for file in folder.iterdir())


def test_a_copy_holds_everything(tmp_path):
    with a_store(tmp_path) as store:
        a_recommendation(store)
        store.delete(a_lesson(store))
        copy = store.send_copy(tmp_path / "for Ben.consult")
        assert copy.digest == store.digest()
        assert copy.counts == store.counts()
        assert copy.counts["recommendation"] == 1
        with Store.open(copy.path, identity("Ben")) as bens:
            assert bens.digest() == store.digest()
            assert screen(bens._engine) == screen(store._engine)
            assert bens.consultation == store.consultation
            assert bens.check().is_sound
        assert names_in(tmp_path) == ["for Ben.consult", "room.consult"]


def test_a_copy_takes_the_place_of_an_older_one(tmp_path):
    target = tmp_path / "copy.consult"
    with a_store(tmp_path) as store:
        store.send_copy(target)
        a_lesson(store)
        copy = store.send_copy(target)
    with Store.open(target, identity()) as again:
        assert again.digest() == copy.digest
        assert len(again.all(Lesson)) == 1
    assert names_in(tmp_path) == ["copy.consult", "room.consult"]


def test_the_open_file_is_not_copied_onto_itself(tmp_path):
    with a_store(tmp_path) as store:
        before = store.path.read_bytes()
        os.link(store.path, tmp_path / "link.consult")
        (tmp_path / "folder").mkdir()
        for path in (store.path, tmp_path / "folder" / ".." / "room.consult", tmp_path / "link.consult"):
            with pytest.raises(ExportRefused):
                store.send_copy(path)
        assert store.path.read_bytes() == before


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with a_store(tmp_path) as store, pytest.raises(ExportRefused, match="nowhere"):
        store.send_copy(tmp_path / "nowhere" / "copy.consult")
    assert names_in(tmp_path) == ["room.consult"]


def test_a_folder_in_the_place_of_the_copy_is_named_and_left(tmp_path):
    (tmp_path / "copy.consult").mkdir()
    with a_store(tmp_path) as store, pytest.raises(ExportRefused, match=r"copy\.consult"):
        store.send_copy(tmp_path / "copy.consult")
    assert names_in(tmp_path) == ["copy.consult", "room.consult"]


def test_a_name_that_is_too_long_is_refused(tmp_path):
    with a_store(tmp_path) as store, pytest.raises(ConsultationError):
        store.send_copy(tmp_path / ("x" * 300 + ".consult"))
    assert names_in(tmp_path) == ["room.consult"]


def test_a_copy_that_does_not_fit_leaves_nothing_and_keeps_the_older_one(tmp_path):
    target = tmp_path / "copy.consult"
    with a_store(tmp_path) as store:
        store.send_copy(target)
        before = target.read_bytes()
        a_lesson(store)
        with files_limited_to(100_000), pytest.raises(NotSaved, match=r"copy\.consult"):
            store.send_copy(target)
        assert target.read_bytes() == before
        assert names_in(tmp_path) == ["copy.consult", "room.consult"]
        assert store.check().is_sound


def test_a_copy_to_a_folder_of_somebody_else_is_refused(tmp_path):
    with public_folder() as folder, a_store(tmp_path) as store:
        with without_privileges(), pytest.raises(ConsultationError, match=r"copy\.consult"):
            store.send_copy(folder / "copy.consult")
        assert names_in(folder) == []


@pytest.mark.parametrize("name", ["a?b.consult", "a#b.consult", "100%25.consult", "école 水 'x' \"y\".consult"])
def test_any_name_a_folder_can_hold_will_do(tmp_path, name):
    with a_store(tmp_path, name) as store:
        lesson = a_lesson(store)
        copy = store.send_copy(tmp_path / f"copy {name}")
        with Store.open(copy.path, identity("Ben")) as bens:
            bens.change(lesson, text="Ben's")
        assert merge(store, [copy.path])[0].changed == {"lesson": 1}
    assert names_in(tmp_path) == sorted([name, f"copy {name}"])
