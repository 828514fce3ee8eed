"""The start page: three ways in the first time, later what goes on; files by name, missing ones with the reason."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from forum_file import make_file
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from consultation.language import translator
from consultation.model import Intervention, Item, Paragraph
from consultation.reading.declaration import languages_drafted
from consultation.store import Store
from ui.declaration import DeclarationPlace
from ui.merge import MergePlace
from ui.settings import RecentFile, RecentSession
from ui.shell.main_window import MainWindow
from ui.start import StartPage
from ui.start.again import Again
from ui.start.first_time import FirstTime
from ui.start.recent import ROW
from ui.start.telling import (
    Missing,
    day_words,
    folder_words,
    going_on_line,
    greeting,
    missing,
    opened_words,
    session_line,
)

NOW = datetime(2021, 10, 8, 13, 2, tzinfo=ZoneInfo("Europe/Istanbul"))
CARE = RecentSession(
    "D4-CARE", "Care", "2021-10-08T10:30:00+00:00", "2021-10-08T12:30:00+00:00", "Europe/Istanbul", "hybrid", 0
)


@pytest.fixture
def started(bare, qtbot: QtBot) -> MainWindow:
    """The window with no file open."""
    made = MainWindow(bare)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.resize(1440, 900)
    made.activateWindow()
    return made


def page_of(window: MainWindow) -> StartPage:
    return window.frame.pages.currentWidget()


def words_of(widget) -> str:
    return " | ".join(label.text() for label in widget.findChildren(QLabel))


def again(window: MainWindow) -> Again:
    shown = page_of(window).shown
    assert isinstance(shown, Again)
    return shown


def test_the_first_time_enter_in_the_name_opens_a_file(bare, qtbot: QtBot, folder, monkeypatch) -> None:
    bare.name_author("")
    window = MainWindow(bare)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    first = page_of(window).shown
    assert isinstance(first, FirstTime)
    qtbot.waitUntil(first.name.hasFocus)
    path = make_file(folder / "given.consult", bare.identity)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    qtbot.keyClicks(first.name, "Lea Durand")
    qtbot.keyClick(first.name, Qt.Key.Key_Return)
    assert bare.identity.name == "Lea Durand"
    qtbot.waitUntil(lambda: bare.is_open)
    assert bare.path == path


def test_later_enter_goes_on_with_the_file_and_session_of_last_time(window, workspace, qtbot: QtBot) -> None:
    session = workspace.store.session("D2-WATER")
    window.place.show_session(session.id)
    workspace.save(Intervention(session=session.id, text="One thing."))
    path = workspace.path
    workspace.close()
    window.activateWindow()
    card = again(window).going_on
    assert card is not None
    qtbot.waitUntil(card.button.hasFocus)
    said = words_of(card)
    assert "D2-WATER" in said
    assert workspace.t("{count} entry written down").format(count=1) in said
    qtbot.keyClick(card.button, Qt.Key.Key_Return)
    assert workspace.path == path
    assert window.place.session.code == "D2-WATER"


def test_files_are_listed_by_name_with_what_is_inside(window, workspace) -> None:
    name = workspace.path.name
    workspace.close()
    row = again(window).recent.item(0).data(ROW)
    assert (row.name, row.inside) == (name, "0 recommendations")
    assert row.day.startswith("today, ")
    assert row.file.title


def test_a_file_that_is_gone_says_so_and_the_card_is_about_one_that_is_there(window, workspace, folder) -> None:
    there = workspace.path
    gone = make_file(folder / "gone.consult", workspace.identity)
    workspace.open_now(gone)
    workspace.close()
    gone.unlink()
    workspace.language_changed.emit()  # the page is made anew
    rows = [again(window).recent.item(row).data(ROW) for row in range(2)]
    assert [(row.name, row.is_missing) for row in rows] == [("gone.consult", True), (there.name, False)]
    assert rows[0].inside == "missing"
    assert again(window).going_on is not None
    assert there.name in words_of(again(window).going_on)


def test_taking_off_the_last_file_shows_the_page_of_the_first_time(window, workspace, qtbot: QtBot) -> None:
    workspace.close()
    window.activateWindow()
    recent = again(window).recent
    recent.setFocus()
    qtbot.waitUntil(recent.hasFocus)
    qtbot.keyClick(recent, Qt.Key.Key_Delete)
    assert isinstance(page_of(window).shown, FirstTime)
    assert not workspace.settings.recent


def test_the_name_is_changed_in_its_place(window, workspace, qtbot: QtBot) -> None:
    workspace.close()
    window.activateWindow()
    writer = again(window).writer
    writer.change.click()
    qtbot.waitUntil(writer.field.hasFocus)
    qtbot.keyClicks(writer.field, "Jorge Ibarra")
    qtbot.keyClick(writer.field, Qt.Key.Key_Return)
    assert workspace.identity.name == "Jorge Ibarra"
    assert writer.change.hasFocus()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_sample_opens_on_a_finished_draft_in_the_language_of_the_window(bare, qtbot: QtBot, language) -> None:
    bare.speak(language)
    window = MainWindow(bare)
    qtbot.addWidget(window)
    with qtbot.waitSignal(bare.place_asked, timeout=60_000):
        page_of(window).open_sample()
    place = window.place
    assert isinstance(place, DeclarationPlace)
    place.catch_up()
    assert place.language == language
    assert place.standing is not None
    assert place.standing.is_made
    assert bare.store.count(Paragraph) + bare.store.count(Item) > 20


def test_the_sample_that_was_made_before_is_drafted_in_another_language_too(bare, qtbot: QtBot) -> None:
    window = MainWindow(bare)
    qtbot.addWidget(window)
    for language in ("en", "es"):
        bare.speak(language)
        with qtbot.waitSignal(bare.place_asked, timeout=60_000):
            page_of(window).open_sample()
        drafted = set(languages_drafted(bare.store))
        bare.close()
    assert drafted == {"en", "es"}


def dropped(*paths: Path) -> QDropEvent:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    dropped.data = data  # the event does not keep it
    buttons, held = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    return QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, buttons, held)


def test_several_files_dropped_go_to_merge_into_the_one_of_last_time(window, workspace, folder, qtbot: QtBot) -> None:
    own = workspace.path
    rooms = [folder / "one.consult", folder / "two.consult"]
    for room in rooms:
        workspace.store.send_copy(room)
    workspace.close()
    window.dropEvent(dropped(*rooms))
    qtbot.waitUntil(lambda: workspace.is_open)
    assert workspace.path == own
    assert isinstance(window.place, MergePlace)
    assert window.place.files.batch.paths == rooms


def test_merging_from_the_start_page_asks_for_the_files(window, workspace, folder, qtbot: QtBot, monkeypatch) -> None:
    room = folder / "room.consult"
    workspace.store.send_copy(room)
    workspace.close()
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(room)], ""))
    again(window).merge.click()
    assert isinstance(window.place, MergePlace)
    assert window.place.files.batch.paths == [room]


@pytest.mark.parametrize(
    ("hour", "name", "expected"),
    [
        (8, "Amira Ben Salah", "Good morning, Amira"),
        (13, "Dr. Amina Benali", "Good afternoon, Amina"),
        (21, "", "Good evening"),
    ],
)
def test_one_is_greeted_by_the_hour(hour: int, name: str, expected: str) -> None:
    assert greeting(translator("en"), name, NOW.replace(hour=hour)) == expected


@pytest.mark.parametrize(
    ("days", "expected"),
    [(-1, "yesterday"), (0, "today"), (1, "tomorrow"), (-9, "29 September"), (-400, "3 September 2020")],
)
def test_days_are_said_as_people_do(days: int, expected: str) -> None:
    assert day_words(translator("en"), NOW + timedelta(days=days), NOW) == expected


def test_a_file_opened_today_says_the_hour() -> None:
    opened = (NOW - timedelta(minutes=4)).isoformat()
    assert opened_words(translator("en"), opened, NOW) == "today, 12:58"
    assert opened_words(translator("en"), "", NOW) == ""


def test_the_session_that_goes_on_is_told_with_its_hours_and_how_soon_it_begins() -> None:
    t = translator("en")
    file = RecentFile("/home/a/kutahya-2021.consult", "Forum", "", 24, CARE)
    assert session_line(t, CARE, NOW) == "today, 13:30–15:30, hybrid"
    assert going_on_line(t, file, NOW) == "kutahya-2021.consult · begins in 28 minutes · nothing recorded yet"
    assert "going on now" in going_on_line(t, file, NOW.replace(hour=14))
    assert going_on_line(t, file, NOW.replace(hour=18)) == "kutahya-2021.consult · nothing recorded yet"


def test_folders_are_written_from_the_persons_own_on() -> None:
    home = Path("/home/amira")
    assert folder_words(home / "a.consult", home) == "~"
    assert folder_words(home / "Documents" / "Consultations" / "a.consult", home) == "Documents / Consultations"
    assert folder_words(Path("/media/amira/TRIOS/rooms/a.consult"), home) == "TRIOS / rooms"
    assert folder_words(Path("/srv/files/a.consult"), home) == "/srv/files"


def test_a_file_on_a_stick_that_is_not_there_is_not_called_missing(folder: Path) -> None:
    assert missing(Path("/media/nobody/NO-SUCH-STICK/a.consult")) is Missing.NOT_PLUGGED_IN
    assert missing(folder / "a.consult") is Missing.GONE
    make = folder / "b.consult"
    make.touch()
    assert missing(make) is None


def test_what_an_older_program_remembered_is_still_read(bare) -> None:
    bare.settings._kept.setValue("recent", '[{"path": "/a.consult", "title": "A", "opened": ""}]')
    assert bare.settings.recent == [RecentFile("/a.consult", "A", "")]


def test_what_is_inside_is_as_it_was_when_the_file_was_closed(workspace) -> None:
    session = workspace.store.session("D2-WATER")
    workspace.settings.keep(f"session/{workspace.consultation.id}", str(session.id))
    workspace.save(Intervention(session=session.id, text="One thing."))
    workspace.close()
    (file,) = workspace.settings.recent
    assert file.session is not None
    assert (file.session.code, file.session.entries, file.recommendations) == ("D2-WATER", 1, 0)


def test_looking_at_the_page_opens_no_file(window, workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace.close()
    monkeypatch.setattr(Store, "open", lambda *_, **__: pytest.fail("a file was opened only to be looked at"))
    workspace.language_changed.emit()
    assert again(window).recent.count() == 1
