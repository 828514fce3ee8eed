"""Files on their way in: chosen, read, merged or refused in words, with the reader's own file left alone."""

from __future__ import annotations

import shutil
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from consultation.kits import read_kit
from consultation.merging import Verdict
from consultation.model import Intervention, Person, Recommendation, RecommendationSet, Session
from consultation.preparing import new_consultation
from consultation.sample import KIT, Sample, make_sample
from consultation.store import Identity, Store
from ui.actions import anywhere
from ui.look.icons import FOLDER
from ui.merge.batch import BatchStage
from ui.merge.file_rows import FILE, INTERVENTIONS, LANGUAGES, LOOKS, RECOMMENDATIONS, SESSIONS, TICK, VERDICT
from ui.merge.files import dropped_files
from ui.merge.place import MergePlace
from ui.shell.main_window import MainWindow
from ui.widgets.table import BELOW
from ui.workspace import Workspace


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


def read(qtbot: QtBot, place: MergePlace, *paths: Path) -> None:
    place.files.batch.add(paths)
    qtbot.waitUntil(lambda: not place.files.batch.is_reading, timeout=20_000)


def merge(qtbot: QtBot, place: MergePlace) -> None:
    place.files.merge()
    qtbot.waitUntil(lambda: place.files.batch.stage == BatchStage.MERGED, timeout=20_000)


def said(place: MergePlace) -> str:
    """What the table and the peek say of all files, and the foot of all together."""
    files, told = place.files, []
    for row in range(files.rows.rowCount()):
        cells = [files.rows.index(row, column) for column in range(files.rows.columnCount())]
        told += [str(cell.data(role) or "") for cell in cells for role in (Qt.ItemDataRole.DisplayRole, BELOW)]
        path, file = files.rows.files[row]
        files.told.show_file(path.name, file)
        told += [label.text() for label in files.told.findChildren(QLabel)]
    return "\n".join([*told, *(label.text() for label in files.foot.findChildren(QLabel))])


def cell(place: MergePlace, row: int, column: int, role: int = Qt.ItemDataRole.DisplayRole) -> object:
    return place.files.rows.index(row, column).data(role)


def damaged(room: Path) -> Path:
    path = room.with_name("damaged.consult")
    path.write_bytes(room.read_bytes()[:20_000])
    return path


def test_the_page_says_what_a_file_would_bring_and_nothing_is_changed(qtbot: QtBot, place: MergePlace, sample: Sample):
    before = place._workspace.store.digest()
    read(qtbot, place, sample.rooms[0])
    assert "26 recommendations" in said(place)
    assert "18 interventions" in said(place)
    assert place._workspace.store.digest() == before
    assert place.files.main.text().strip() == "Merge 1 file"


def test_the_table_says_who_wrote_last_what_is_in_it_and_how_it_stands(qtbot: QtBot, place: MergePlace, sample: Sample):
    read(qtbot, place, sample.rooms[0], damaged(sample.rooms[1]))
    assert cell(place, 0, FILE) == "facilitator-fr.consult"
    assert cell(place, 0, FILE, BELOW) == "Hélène Marquandier, 8 Oct 2021, 12:38"
    assert (cell(place, 0, RECOMMENDATIONS), cell(place, 0, INTERVENTIONS)) == ("26", "18")
    assert cell(place, 0, LANGUAGES) == "fr en es"
    assert (cell(place, 0, VERDICT), cell(place, 1, VERDICT)) == ("Fine", "Damaged")
    assert cell(place, 0, TICK, Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    assert cell(place, 1, TICK, Qt.ItemDataRole.CheckStateRole) is None


def test_every_verdict_has_a_word_and_an_icon():
    assert set(LOOKS) == set(Verdict)
    assert all((FOLDER / f"{icon}.svg").is_file() for _, icon, *_ in LOOKS.values())


def test_a_new_session_is_named_before_it_is_here(qtbot: QtBot, place: MergePlace, sample: Sample, folder: Path):
    room = folder / "room.consult"
    with Store.open(sample.prepared, place._workspace.identity) as store:
        store.send_copy(room)
    with Store.open(room, place._workspace.identity) as store:
        store.save(Session(id=store.new_id(), code="X-1", title={"en": "Night markets <b>and</b> care"}))
    read(qtbot, place, room)
    assert "1 session" in said(place)
    assert cell(place, 0, SESSIONS) == "X-1"


def test_merging_brings_in_what_was_said_and_leads_on_to_the_conflicts(qtbot: QtBot, place: MergePlace, sample: Sample):
    store = place._workspace.store
    read(qtbot, place, *sample.rooms)
    assert "2 conflicts" in said(place)  # between the files, not with what is here
    assert "3 conflicts" in said(place)
    qtbot.waitUntil(lambda: place.files.main.isEnabled())
    qtbot.keyClick(place.files.main, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: place.files.batch.stage == BatchStage.MERGED, timeout=20_000)
    assert store.count(Recommendation) == 80
    assert store.count(Intervention) == 57
    assert place.files.main.text().strip() == "Decide 5 conflicts"
    place.files.main.click()
    assert place.decisions.isVisible()
    assert place.waiting == 5


def test_merging_the_same_file_again_brings_nothing(qtbot: QtBot, place: MergePlace, sample: Sample):
    read(qtbot, place, sample.rooms[0])
    merge(qtbot, place)
    digest = place._workspace.store.digest()
    read(qtbot, place, sample.rooms[0])
    assert "Nothing new" in said(place)
    assert not place.files.main.isEnabled()
    assert place._workspace.store.digest() == digest


def test_a_damaged_file_says_why_and_the_others_still_go_in(qtbot: QtBot, place: MergePlace, sample: Sample):
    before = place._workspace.store.digest()
    read(qtbot, place, damaged(sample.rooms[1]))
    assert "damaged.consult" in said(place)
    assert "Nothing was changed" in said(place)
    assert not place.files.main.isEnabled()
    place.files.merge()
    assert place._workspace.store.digest() == before
    read(qtbot, place, sample.rooms[0])
    assert place.files.main.text().strip() == "Merge 1 file"
    merge(qtbot, place)
    assert place._workspace.store.count(Recommendation) == 4 + 26


def test_a_picture_is_refused_in_words(qtbot: QtBot, place: MergePlace, folder: Path):
    picture = folder / "photo.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 4000)
    read(qtbot, place, picture)
    assert "photo.png" in said(place)
    assert not place.files.main.isEnabled()


def test_the_open_file_itself_is_refused(qtbot: QtBot, place: MergePlace, sample: Sample):
    read(qtbot, place, sample.prepared)
    assert "is the file that is open" in said(place)


def test_another_consultation_comes_in_only_when_ticked(qtbot: QtBot, place: MergePlace, folder: Path):
    workspace = place._workspace
    other = folder / "other.consult"
    with new_consultation(other, read_kit(KIT), workspace.identity) as store:
        store.save(
            Recommendation(id=store.new_id(), set=RecommendationSet.POLICY, text="Open the port books", language="en")
        )
    count = workspace.store.count(Recommendation)
    read(qtbot, place, other)
    assert "Another consultation" in said(place)
    assert not place.files.main.isEnabled()
    qtbot.keyClick(place.files.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not place.files.batch.is_reading, timeout=20_000)
    assert place.files.main.isEnabled()
    merge(qtbot, place)
    assert workspace.store.count(Recommendation) == count + 1


def test_a_dropped_file_is_read(qtbot: QtBot, place: MergePlace, sample: Sample):
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(sample.rooms[0]))])
    action, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    place.dropEvent(QDropEvent(QPointF(10, 10), action, dropped, button, keys))
    qtbot.waitUntil(lambda: not place.files.batch.is_reading, timeout=20_000)
    assert "26 recommendations" in said(place)


def test_the_keys_ask_for_files(qtbot: QtBot, place: MergePlace, sample: Sample, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(sample.rooms[0])], ""))
    control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(place.files.choose, Qt.Key.Key_O, control)
    batch = place.files.batch
    qtbot.waitUntil(lambda: len(batch.paths) == 1 and not batch.is_reading, timeout=20_000)
    assert [file.path for file in batch.going_in] == [sample.rooms[0]]


def test_a_file_can_be_taken_off_the_list(qtbot: QtBot, place: MergePlace, sample: Sample):
    read(qtbot, place, *sample.rooms[:2])
    place.files.table.choose(0)
    qtbot.keyClick(place.files.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not place.files.batch.is_reading, timeout=20_000)
    assert place.files.batch.paths == [sample.rooms[1]]
    assert place.files.table.hasFocus()


def test_only_ticked_files_go_in_and_the_foot_says_what_they_bring(qtbot: QtBot, place: MergePlace, sample: Sample):
    files, store = place.files, place._workspace.store
    read(qtbot, place, *sample.rooms)
    assert files.table.hasFocus()
    assert "They bring 76 recommendations" in said(place)
    assert "5 conflicts to decide" in said(place)
    qtbot.keyClick(files.table, Qt.Key.Key_Down)
    qtbot.keyClicks(files.table, "+")
    qtbot.keyClick(files.table, Qt.Key.Key_Down)
    qtbot.keyClick(files.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not files.batch.is_reading, timeout=20_000)
    assert "They bring 26 recommendations" in said(place)
    assert files.main.text().strip() == "Merge 1 file"
    qtbot.keyClick(files.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: files.batch.stage == BatchStage.MERGED, timeout=20_000)
    assert store.count(Recommendation) == 4 + 26
    assert [merge.name for merge in store.merges()] == [sample.rooms[0].name]


def test_a_file_that_stayed_out_is_still_listed_and_goes_in_once_it_is_ticked(
    qtbot: QtBot, place: MergePlace, sample: Sample
):
    files, store = place.files, place._workspace.store
    read(qtbot, place, *sample.rooms[:2])
    qtbot.keyClick(files.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not files.batch.is_reading, timeout=20_000)
    merge(qtbot, place)
    assert tuple(path for path, _ in files.rows.files) == sample.rooms[:2]
    assert [cell(place, row, VERDICT) for row in (0, 1)] == ["Fine", "Merged"]
    files.table.choose(0)
    qtbot.keyClick(files.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not files.batch.is_reading, timeout=20_000)
    assert [file.path for file in files.batch.going_in] == [sample.rooms[0]]
    merge(qtbot, place)
    assert [made.name for made in store.merges()] == [sample.rooms[1].name, sample.rooms[0].name]


def test_what_a_stranger_does_is_named_before_anything_is_merged(
    qtbot: QtBot, place: MergePlace, sample: Sample, folder: Path
):
    path = folder / "stranger.consult"
    shutil.copyfile(sample.prepared, path)
    with Store.open(path, Identity(uuid4(), uuid4(), "Mallory")) as store:
        named = store.all(Person)[0]
        gone = store.all(Recommendation)[0]
        store.delete(gone)
        store.change(named, consent=not named.consent)
        author = store.history(named)[0].author
    with Store.open(path, Identity(uuid4(), author, "Mallory")) as store:
        store.change(store.all(Recommendation)[0], rationale="Thrice.")
        written_for = store.author_names()[author]
    read(qtbot, place, path)
    assert cell(place, 0, VERDICT) == "Fine, look first"
    qtbot.keyClick(place.files.table, Qt.Key.Key_Space)
    assert place.files.peek.isVisible()
    told = [label.text() for label in place.files.told.findChildren(QLabel)]
    assert gone.text in told
    assert any("deleted by Mallory" in line for line in told)
    agrees = "no longer agrees" if named.consent else "now agrees"
    assert f"{named.name} {agrees} to be named" in told
    assert f"1 change in the name of {written_for}" in told
    assert place.files.table.hasFocus(), "the arrows go on to another file"
    qtbot.keyClick(place.files.table, Qt.Key.Key_Escape)
    assert not place.files.peek.isVisible()


def test_a_whole_folder_is_dropped(qtbot: QtBot, place: MergePlace, sample: Sample):
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(sample.rooms[0].parent))])
    assert dropped_files(dropped) == sorted([sample.prepared, sample.handed_out, *sample.rooms])


@pytest.mark.parametrize("width", [1440, 1100, 960])
def test_at_no_width_the_verdict_or_the_name_gives_way(qtbot: QtBot, place: MergePlace, sample: Sample, width: int):
    read(qtbot, place, *sample.rooms)
    place.held.resize(width, 600)
    QApplication.processEvents()
    table = place.files.table
    assert {TICK, FILE, VERDICT} <= set(table.shown_columns)
    assert sum(table.columnWidth(column) for column in table.shown_columns) <= table.viewport().width()
    assert (LANGUAGES in table.shown_columns) == (width > 960)


def test_a_wrong_clock_is_mentioned(qtbot: QtBot, place: MergePlace, sample: Sample, folder: Path):
    from consultation.store import Clock

    room = folder / "late.consult"
    workspace = place._workspace
    with Store.open(sample.prepared, workspace.identity) as store:
        store.send_copy(room)
    ahead = Clock(lambda: 4_000_000_000_000)
    with Store.open(room, workspace.identity, ahead) as store:
        store.save(
            Recommendation(id=store.new_id(), set=RecommendationSet.POLICY, text="Count the trees", language="en")
        )
    read(qtbot, place, room)
    assert "clock of that laptop was wrong" in said(place)


def test_the_page_keeps_its_files_in_another_language(qtbot: QtBot, place: MergePlace, sample: Sample):
    read(qtbot, place, sample.rooms[0])
    window, workspace = place.held, place._workspace
    workspace.speak("fr")
    again = window.place
    assert again is not place
    qtbot.waitUntil(lambda: not again.files.batch.is_reading, timeout=20_000)
    assert again.files.batch.paths == [sample.rooms[0]]
