"""Files on their way in: chosen, read, merged or refused in words, with the reader's own file left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from consultation.cli.telling import tell_merge
from consultation.kits import read_kit
from consultation.merging import trial
from consultation.model import Intervention, Recommendation, RecommendationSet, Session
from consultation.preparing import new_consultation
from consultation.sample import KIT, Sample, make_sample
from consultation.store import Store
from consultation.words import Matter
from ui import actions
from ui.look.icons import FOLDER
from ui.merge.batch import BatchStage
from ui.merge.file_card import SIGNS
from ui.merge.place import MergePlace
from ui.shell.main_window import MainWindow
from ui.workspace import Workspace


@pytest.fixture
def sample(folder: Path) -> Sample:
    (folder / "sample").mkdir()
    return make_sample(folder / "sample")


@pytest.fixture
def place(qtbot: QtBot, bare: Workspace, sample: Sample) -> MergePlace:
    assert bare.open_now(sample.handed_out)
    window = MainWindow(bare)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    window.go(actions.GO_MERGE)
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
    return "\n".join(sentence for card in place.files.cards for sentence in card.sentences)


def damaged(room: Path) -> Path:
    path = room.with_name("damaged.consult")
    path.write_bytes(room.read_bytes()[:20_000])
    return path


def test_a_card_says_what_a_file_would_bring_and_nothing_is_changed(qtbot: QtBot, place: MergePlace, sample: Sample):
    before = place._workspace.store.digest()
    read(qtbot, place, sample.rooms[0])
    assert "26 recommendations" in said(place)
    assert "18 interventions" in said(place)
    assert "for climate justice" in said(place)
    assert place._workspace.store.digest() == before
    assert place.files.main.text().strip() == "Merge 1 file"


def test_the_window_and_the_command_say_the_same_of_a_file(qtbot: QtBot, place: MergePlace, sample: Sample):
    workspace = place._workspace
    read(qtbot, place, sample.rooms[0])
    told = tell_merge(workspace.store, trial(workspace.store, [sample.rooms[0]]), True, workspace.t)
    assert [f"  {sentence}" for sentence in place.files.cards[0].sentences] == told.lines[1:-1]


def test_every_remark_has_a_sign():
    assert set(SIGNS) == set(Matter)
    assert all((FOLDER / f"{icon}.svg").is_file() for icon, _ in SIGNS.values())


def test_a_new_session_is_named_before_it_is_here(qtbot: QtBot, place: MergePlace, sample: Sample, folder: Path):
    room = folder / "room.consult"
    with Store.open(sample.handed_out, place._workspace.identity) as store:
        store.send_copy(room)
    with Store.open(room, place._workspace.identity) as store:
        store.save(Session(id=store.new_id(), code="X-1", title={"en": "Night markets <b>and</b> care"}))
    read(qtbot, place, room)
    assert "1 session" in said(place)
    assert "“Night markets <b>and</b> care”" in said(place)


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
    read(qtbot, place, sample.handed_out)
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
    assert "another consultation" in said(place)
    assert not place.files.main.isEnabled()
    place.files.cards[0].take.click()
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
    qtbot.waitUntil(lambda: len(place.files.cards) == 1 and not place.files.batch.is_reading, timeout=20_000)
    assert place.files.cards[0].file.goes_in


def test_a_file_can_be_taken_off_the_list(qtbot: QtBot, place: MergePlace, sample: Sample):
    read(qtbot, place, *sample.rooms[:2])
    place.files.cards[0].removed.emit(sample.rooms[0])
    qtbot.waitUntil(lambda: not place.files.batch.is_reading, timeout=20_000)
    assert [card.path for card in place.files.cards] == [sample.rooms[1]]


def test_a_wrong_clock_is_mentioned(qtbot: QtBot, place: MergePlace, sample: Sample, folder: Path):
    from consultation.store import Clock

    room = folder / "late.consult"
    workspace = place._workspace
    with Store.open(sample.handed_out, workspace.identity) as store:
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
    assert [card.path for card in again.files.cards] == [sample.rooms[0]]
