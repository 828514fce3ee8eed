"""A damaged file in the list: how much of it can be saved, the page that says what, and the one act that saves it."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from consultation.merging import Verdict, verdict_of
from consultation.model import Recommendation
from consultation.sample import Sample, make_sample
from ui.actions import anywhere
from ui.merge.batch import BatchStage
from ui.merge.file_rows import VERDICT
from ui.merge.files import dropped_files
from ui.merge.place import MergePlace
from ui.shell.main_window import MainWindow
from ui.widgets.table import BELOW
from ui.workspace import Workspace

PAGE = 4096


@pytest.fixture
def sample(folder: Path) -> Sample:
    (folder / "sample").mkdir()
    return make_sample(folder / "sample")


@pytest.fixture
def place(qtbot: QtBot, bare: Workspace, sample: Sample) -> MergePlace:
    assert bare.open_now(sample.prepared)
    window = MainWindow(bare)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.go(anywhere.GO_MERGE)
    made = window.place
    made.held = window  # the window goes when nothing holds it
    return made


def damaged(room: Path, number: int = 12) -> Path:
    """A copy of a file with some pages overwritten, behind the first ones, which are nearly empty."""
    data, chance = bytearray(room.read_bytes()), Random(4)
    pages = len(data) // PAGE
    for page in chance.sample(range(pages // 2, pages), number):
        data[page * PAGE : (page + 1) * PAGE] = chance.randbytes(PAGE)
    path = room.with_name("room-2-stick.consult")
    path.write_bytes(data)
    return path


def read(qtbot: QtBot, place: MergePlace, *paths: Path) -> None:
    place.files.batch.add(paths)
    qtbot.waitUntil(lambda: not place.files.batch.is_reading, timeout=20_000)


def look(qtbot: QtBot, place: MergePlace, path: Path) -> None:
    """Look at what can be saved, by the keyboard."""
    place.files.choose_file(path)
    place.files.table.setFocus()
    qtbot.keyClick(place.files.table, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: place.salvage.shown is not None, timeout=20_000)


def said(place: MergePlace) -> str:
    return "\n".join(label.text() for label in place.salvage.findChildren(QLabel) if label.isVisible())


def test_the_list_says_how_many_entries_can_be_saved(qtbot: QtBot, place: MergePlace, sample: Sample):
    path = damaged(sample.rooms[1])
    read(qtbot, place, sample.rooms[0], path)
    (_, file) = place.files.rows.files[1]
    assert verdict_of(file) is Verdict.DAMAGED
    whole, of = file.savable.entries
    assert 0 < whole < of
    assert place.files.rows.index(1, VERDICT).data(BELOW) == f"{whole} of {of} entries can be saved"
    assert file.author_name


def test_a_file_whose_header_is_gone_is_damaged_and_not_another_programs(
    qtbot: QtBot, place: MergePlace, sample: Sample
):
    path = sample.rooms[0].with_name("headless.consult")
    path.write_bytes(bytes(PAGE) + sample.rooms[0].read_bytes()[PAGE:])
    read(qtbot, place, path)
    (_, file) = place.files.rows.files[0]
    assert verdict_of(file) is Verdict.DAMAGED
    assert file.savable.entries.whole == file.savable.entries.of


def test_the_page_shows_the_pages_what_is_lost_and_what_is_whole(qtbot: QtBot, place: MergePlace, sample: Sample):
    path = damaged(sample.rooms[1])
    read(qtbot, place, sample.rooms[1], path)
    look(qtbot, place, path)
    qtbot.waitUntil(lambda: "What is lost" in said(place))  # once it is laid out
    assert place.salvage.isVisible()
    assert not place.head.isVisible()
    found = place.salvage.shown.found
    text = said(place)
    assert f"{found.entries.whole} of {found.entries.of} entries are whole" in text
    assert len(place.salvage.map.hollow()) == len(found.remains.unreadable) > 0
    assert "What is lost" in text
    assert "fingerprints, one by one" in text
    assert "room-2-stick.consult" in text
    assert "“facilitator-en.consult” has " in text
    assert any(line.counts is not None for line in place.salvage.shown.last)


def test_what_is_whole_is_saved_by_the_keyboard_and_can_be_merged(
    qtbot: QtBot, place: MergePlace, sample: Sample, monkeypatch: pytest.MonkeyPatch
):
    path = damaged(sample.rooms[1])
    before, out = path.read_bytes(), path.with_name("rescued")
    read(qtbot, place, path)
    assert not place.files.batch.going_in
    look(qtbot, place, path)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *asked, **others: (str(out), ""))
    qtbot.waitUntil(lambda: QApplication.focusWidget() is place.salvage.save_button)
    qtbot.keyClick(place.salvage.save_button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    made = path.with_name("rescued.consult")
    qtbot.waitUntil(lambda: made in place.files.batch.paths and not place.files.batch.is_reading, timeout=20_000)
    assert path.read_bytes() == before
    assert place.head.isVisible()
    assert place.files.isVisible()
    assert [file.path for file in place.files.batch.going_in] == [made]
    assert place.files.rows.files[place.files.table.row][0] == made
    place.files.merge()
    qtbot.waitUntil(lambda: place.files.batch.stage == BatchStage.MERGED, timeout=20_000)
    assert place._workspace.store.count(Recommendation)
    assert place._workspace.store.check().is_sound


def test_nothing_that_is_there_is_overwritten(
    qtbot: QtBot, place: MergePlace, sample: Sample, monkeypatch: pytest.MonkeyPatch
):
    path = damaged(sample.rooms[1])
    read(qtbot, place, path)
    look(qtbot, place, path)
    there = sample.rooms[0].read_bytes()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *asked, **others: (str(sample.rooms[0]), ""))
    place.salvage.save()
    qtbot.waitUntil(lambda: not place._workspace.jobs.running, timeout=20_000)
    assert sample.rooms[0].read_bytes() == there
    assert place.salvage.isVisible()
    assert place.salvage.save_button.isEnabled()


def test_escape_leads_back_to_the_file_in_the_list(qtbot: QtBot, place: MergePlace, sample: Sample):
    path = damaged(sample.rooms[1])
    read(qtbot, place, sample.rooms[0], path)
    look(qtbot, place, path)
    qtbot.keyClick(place.salvage.save_button, Qt.Key.Key_Escape)
    assert place.files.isVisible()
    assert QApplication.focusWidget() is place.files.table
    assert place.files.table.row == 1


def test_the_peek_offers_the_page(qtbot: QtBot, place: MergePlace, sample: Sample):
    path = damaged(sample.rooms[1])
    read(qtbot, place, path)
    place.files.table.setFocus()
    qtbot.keyClick(place.files.table, Qt.Key.Key_Space)
    told = "\n".join(place.files.told.sentences())
    assert "entries can be saved" in told
    place.files.told.salvage_asked.emit(path)
    assert place.salvage.isVisible()


def test_files_in_folders_in_a_dropped_folder_are_taken_too(sample: Sample, folder: Path):
    deep = folder / "sample" / "room 3" / "tuesday"
    deep.mkdir(parents=True)
    sample.rooms[0].rename(deep / "late.consult")
    (deep / "notes.txt").write_text("not ours")
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(folder / "sample"))])
    assert {path.name for path in dropped_files(dropped)} == {
        sample.prepared.name,
        "late.consult",
        *(room.name for room in sample.rooms[1:]),
    }


def test_all_files_are_ticked_and_left_by_one_key(qtbot: QtBot, place: MergePlace, sample: Sample):
    read(qtbot, place, *sample.rooms)
    place.files.table.setFocus()
    for left in (0, 3):
        qtbot.keyClick(place.files.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: not place.files.batch.is_reading, timeout=20_000)
        assert len(place.files.batch.going_in) == left
