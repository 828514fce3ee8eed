"""A file that is moved, deleted or replaced while it is open: it is said so, and everything can be saved elsewhere."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from consultation.errors import ExportRefused, NotSaved
from consultation.model import Intervention
from consultation.store import Store, Underneath
from tests.builders import identity, public_folder, without_privileges


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    (folder / "stick").mkdir()
    with Store.create(folder / "stick" / "room.consult", identity("Amira")) as made:
        made.save(Intervention(id=made.new_id(), session=made.new_id(), text="More trees.", language="en"))
        yield made


def deleted(path: Path) -> None:
    path.unlink()


def moved(path: Path) -> None:
    path.rename(path.with_name("elsewhere.consult"))


def taken_out(path: Path) -> None:
    shutil.rmtree(path.parent)


@pytest.mark.parametrize("go", [deleted, moved, taken_out])
def test_everything_is_saved_elsewhere_although_the_file_is_gone(
    store: Store, folder: Path, go: Callable[[Path], None]
) -> None:
    go(store.path)
    assert store.underneath is Underneath.GONE
    with pytest.raises(NotSaved, match="moved or deleted"):
        store.save(Intervention(id=store.new_id(), session=store.new_id(), text="Lost?", language="en"))
    copy = store.save_elsewhere(folder / "saved.consult")
    with Store.open(copy.path, store.identity) as saved:
        assert [said.text for said in saved.all(Intervention)] == ["More trees."]
        assert saved.digest() == copy.digest
        assert saved.check().is_sound


def test_a_file_that_is_put_back_can_be_written_again(store: Store) -> None:
    path, aside = store.path, store.path.with_name("aside")
    path.rename(aside)
    assert store.underneath is Underneath.GONE
    aside.rename(path)
    assert store.underneath is Underneath.SOUND
    store.save(Intervention(id=store.new_id(), session=store.new_id(), text="Again.", language="en"))


def test_another_file_of_the_same_name_is_seen_and_never_written_over(store: Store, folder: Path) -> None:
    store.send_copy(folder / "copy.consult")
    os.replace(folder / "copy.consult", store.path)
    assert store.underneath is Underneath.REPLACED
    with pytest.raises(ExportRefused):
        store.save_elsewhere(store.path)


def test_everything_can_be_saved_where_the_file_was(store: Store) -> None:
    store.path.unlink()
    store.save_elsewhere(store.path)
    assert store.path.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of another kind")
@pytest.mark.parametrize("closed", [False, True])
def test_a_file_that_may_not_be_changed_is_seen_before_anything_is_written(closed: bool) -> None:
    with public_folder() as folder, Store.create(folder / "room.consult", identity("Amira")) as store:
        store.path.chmod(0o444 if closed else 0o666)
        folder.chmod(0o777 if closed else 0o555)
        with without_privileges():
            assert store.underneath is Underneath.READ_ONLY
