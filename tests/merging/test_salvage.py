"""Whatever happens to a file: what verifies is saved, what does not is named, nothing is invented."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path
from random import Random

import pytest

from consultation.errors import ConsultationError, ExportRefused, FileRefused, NewerFile
from consultation.merging import LossKind, Salvaged, merge, salvage, save_what_is_whole
from consultation.model import Lesson, Recommendation, Support
from consultation.store import Store
from consultation.store.checks import screen
from consultation.store.versions.number import CURRENT
from tests.builders import (
    THOROUGH,
    a_lesson,
    a_recommendation,
    a_store,
    empty_store,
    forged,
    identity,
    rows_of,
    with_sql,
)
from tests.merging.damaged import HARMS, PAGE, a_busy_room, overwritten, pages_of

SEEDS = range(50 if THOROUGH else 6)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_busy_room(tmp_path_factory.mktemp("busy"))


def ids_in(path: Path) -> set[bytes]:
    return {row["id"] for row in rows_of(path)}


def damaged(folder: Path, data: bytes, name: str = "damaged.consult") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def saved(folder: Path, found: Salvaged, name: str = "saved.consult") -> Path:
    out = folder / name
    out.unlink(missing_ok=True)
    return save_what_is_whole(found, out).path


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("harm", HARMS)
def test_what_is_whole_of_a_damaged_file_comes_back_and_nothing_else(tmp_path, whole, harm, seed):
    source = damaged(tmp_path, HARMS[harm](whole.read_bytes(), Random(seed)))
    before = source.read_bytes()
    found = salvage(source)
    assert source.read_bytes() == before
    true = ids_in(whole)
    assert found.remains.rows.keys() <= true
    missing = true - found.remains.rows.keys()
    if harm != "single bytes":  # which may be those of an index, and then it is not true what it says
        assert len(found.losses) <= len(missing)
        assert found.cut or len(found.losses) == len(missing)
        assert {each.id for each in found.remains.lost if each.id} <= missing
    out = saved(tmp_path, found)
    with Store.open(out, identity("Ben")) as store, Store.open(whole, identity()) as original:
        assert ids_in(out) == found.remains.rows.keys()
        assert store.check().is_sound
        assert not found.consultations or store.consultation == original.consultation
        merge(store, [whole])
        assert store.digest() == original.digest()
        assert screen(store._engine) == screen(original._engine)


def test_what_was_saved_comes_to_the_whole_in_any_order(tmp_path, whole):
    harmed = damaged(tmp_path, HARMS["a cut tail"](whole.read_bytes(), Random(3)))
    out = saved(tmp_path, salvage(harmed))
    with Store.open(whole, identity()) as original:
        whole_digest = original.digest()
    for number, order in enumerate(([out, whole], [whole, out])):
        with empty_store(tmp_path, f"merged{number}.consult") as store:
            merge(store, order)
            assert store.digest() == whole_digest
            assert store.check().is_sound


def test_a_copy_that_sqlite_wrote_anew_is_read_as_well(tmp_path, whole):
    with Store.open(whole, identity()) as store:
        store.send_copy(tmp_path / "sent.consult")
    data = (tmp_path / "sent.consult").read_bytes()
    found = salvage(damaged(tmp_path, overwritten(data, [1, 2], lambda: bytes(PAGE))))
    assert found.remains.rows.keys() == ids_in(whole)


@pytest.mark.parametrize("size", [512, 1024, 8192, 65536])
def test_pages_of_another_size_are_found_without_a_header(tmp_path, whole, size):
    path = tmp_path / "sized.consult"
    shutil.copyfile(whole, path)
    database = sqlite3.connect(path, isolation_level=None)
    database.execute(f"PRAGMA page_size = {size}")
    database.execute("VACUUM")
    database.close()
    found = salvage(damaged(tmp_path, bytes(100) + path.read_bytes()[100:]))
    assert found.remains.rows.keys() == ids_in(whole)


@pytest.mark.parametrize("seed", sorted({*SEEDS, 30, 36, 41}))  # in these much of the index is lost too
def test_pages_of_another_consultation_bring_nothing_of_it(tmp_path, whole, seed):
    with a_store(tmp_path, "other.consult", "Zoë") as other:
        for number in range(200):
            a_recommendation(other, f"Text {number} of another consultation altogether.")
        theirs = other.path.read_bytes()
    chance, data = Random(seed), whole.read_bytes()
    pages = chance.sample(range(3, pages_of(data) + 1), pages_of(data) // 6)
    page = lambda: theirs[(at := chance.randrange(1, pages_of(theirs))) * PAGE : (at + 1) * PAGE]  # noqa: E731
    found = salvage(damaged(tmp_path, overwritten(data, pages, page)))
    assert found.remains.rows.keys() <= ids_in(whole)


def test_of_a_whole_file_everything_is_whole(tmp_path, whole):
    found = salvage(whole)
    assert found.entries.whole == found.entries.of == len(ids_in(whole))
    assert (found.losses, found.remains.unreadable, found.author_name) == ((), (), "Ada")
    assert all(kind.whole == kind.of for kind in found.kinds.values())
    with Store.open(whole, identity()) as store:
        assert save_what_is_whole(found, tmp_path / "out.consult").digest == store.digest()


def test_what_was_erased_stays_erased(tmp_path, whole):
    out = saved(tmp_path, salvage(damaged(tmp_path, bytes(100) + whole.read_bytes()[100:])))
    assert b"secret" not in out.read_bytes()
    assert any(row["body"] is None for row in rows_of(out))


def test_words_that_stand_on_a_page_nobody_uses_stay_erased(tmp_path):
    """A copy from before the erasure, on a page that the stick has put back: the erasure still counts."""
    with a_store(tmp_path, "whole.consult") as store:
        lesson = a_lesson(store, "A secret.")
        before = store.path.read_bytes()
        store.erase(lesson, ["text"], "asked for")
        path = store.path
    path.write_bytes(path.read_bytes() + before)
    out = saved(tmp_path, salvage(path))
    assert b"A secret." not in out.read_bytes()


def test_a_change_whose_words_alone_are_lost_is_named_and_not_saved(tmp_path):
    with a_store(tmp_path, "whole.consult") as store:
        a_recommendation(store, "Open the wells.", rationale="long " * 3000)
        data = store.path.read_bytes()
    lost = []
    for page in range(3, pages_of(data) + 1):
        found = salvage(damaged(tmp_path, overwritten(data, [page], lambda: bytes(PAGE))))
        lost += [loss for loss in found.losses if "rationale" in loss.fields]
    assert lost
    for loss in lost:
        assert (loss.sort, loss.kind) == (LossKind.WHOLE, "recommendation")
        assert (loss.author, loss.when is None) == (identity("Ada").author, False)


def test_losses_are_named_as_far_as_anything_speaks_of_them(tmp_path, whole):
    data = whole.read_bytes()
    told = set()
    for page in range(3, pages_of(data) + 1):
        for loss in salvage(damaged(tmp_path, overwritten(data, [page], lambda: bytes(PAGE)))).losses:
            told.add((loss.sort, loss.kind))
            assert loss.after is None or loss.before is None or loss.after <= loss.before
    assert (LossKind.WHOLE, Support.kind()) in told
    assert (LossKind.EARLIER, Recommendation.kind()) in told
    assert (LossKind.LATER, Recommendation.kind()) in told


def test_a_change_of_which_the_one_before_is_lost_is_shown(tmp_path, whole):
    """The creation of a recommendation is lost, a later wording is whole: what is whole is there to be read."""
    data, read = whole.read_bytes(), set()
    for page in range(3, pages_of(data) + 1):
        found = salvage(damaged(tmp_path, overwritten(data, [page], lambda: bytes(PAGE))))
        orphans = [loss for loss in found.losses if (loss.sort, loss.kind) == (LossKind.EARLIER, "recommendation")]
        if orphans:
            with Store.open(saved(tmp_path, found), identity()) as store:
                assert store.check().missing
                read |= {store.get(Recommendation, loss.record).text for loss in orphans if loss.record}
    assert any(text.endswith("By turns.") for text in read)


def test_what_was_being_written_is_taken_back_first(tmp_path, whole):
    """A journal of our own beside the file is played back in the copy, and left as it is."""
    path = tmp_path / "room.consult"
    shutil.copyfile(whole, path)
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("PRAGMA cache_size = 1")
    database.execute("BEGIN IMMEDIATE")
    database.execute("UPDATE revision SET body = zeroblob(100)")
    harmed, journal = path.read_bytes(), Path(f"{path}-journal").read_bytes()
    database.execute("ROLLBACK")
    database.close()
    source = damaged(tmp_path, overwritten(harmed, [pages_of(harmed)], lambda: bytes(PAGE)))
    beside = Path(f"{source}-journal")
    beside.write_bytes(journal)
    found = salvage(source)
    assert found.entries.whole > 0.95 * len(ids_in(whole))
    assert beside.read_bytes() == journal


@pytest.mark.parametrize("content", [b"", b"Dear all,\n" * 500, bytes(9000), b"SQLite format 3\0" + bytes(5000)])
def test_what_holds_nothing_of_ours_is_refused_in_a_sentence(tmp_path, content):
    with pytest.raises(FileRefused, match=r"letter\.consult"):
        salvage(damaged(tmp_path, content, "letter.consult"))


def test_folders_missing_files_and_newer_ones_are_refused_in_a_sentence(tmp_path, whole):
    (tmp_path / "folder.consult").mkdir()
    newer = shutil.copyfile(whole, tmp_path / "newer.consult")
    newer = with_sql(newer, f"PRAGMA user_version = {CURRENT.number + 100}")
    for path in (tmp_path / "folder.consult", tmp_path / "gone.consult"):
        with pytest.raises(FileRefused):
            salvage(path)
    with pytest.raises(NewerFile):
        salvage(newer)


def test_nothing_that_is_there_is_overwritten(tmp_path, whole):
    found = salvage(whole)
    with pytest.raises(ExportRefused):
        save_what_is_whole(found, whole)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE revision SET seq = 9223372036854775807 WHERE kind = 'session'",
        "UPDATE revision SET seq = -5 WHERE kind = 'session'",
        "UPDATE revision SET body = CAST(replace(body, 'well', 'hell') AS BLOB) WHERE kind = 'recommendation'",
    ],
)
def test_what_somebody_has_altered_is_lost_and_the_rest_is_saved(tmp_path, whole, statement):
    copy = tmp_path / "room.consult"
    shutil.copyfile(whole, copy)
    found = salvage(with_sql(copy, "DROP INDEX revision_by_record", "PRAGMA ignore_check_constraints = 1", statement))
    assert found.remains.rows.keys() <= ids_in(whole)
    with Store.open(saved(tmp_path, found), identity()) as store:
        assert store.check().is_sound


def test_forged_rows_that_no_record_can_have_are_left_out(tmp_path, whole):
    copy = tmp_path / "room.consult"
    shutil.copyfile(whole, copy)
    found = salvage(with_sql(copy, forged(body=b"not json").inserted()))
    assert found.remains.rows.keys() == ids_in(whole)
    with Store.open(saved(tmp_path, found), identity()) as store:
        assert len(store.all(Lesson)) == 1


@pytest.mark.parametrize("seed", SEEDS)
def test_any_noise_ends_in_a_sentence_or_a_sound_file(tmp_path, whole, seed):
    chance, data = Random(seed), bytearray(whole.read_bytes())
    for _ in range(chance.randrange(1, 2000)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    try:
        found = salvage(damaged(tmp_path, bytes(data)))
    except ConsultationError as error:
        assert "damaged.consult" in str(error)  # noqa: PT017 - either end is good
        return
    assert found.remains.rows.keys() <= ids_in(whole)
    with Store.open(saved(tmp_path, found), identity()) as store:
        assert store.check().is_sound
