"""Opening a file in the window: at once where it was closed here, looked through off the GUI thread where not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from forum_file import make_file
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from consultation.progress import Progress
from consultation.store.engine import Engine
from tests.builders import identity
from ui.shell.main_window import MainWindow
from ui.workspace import Workspace

VERSION_1 = Path(__file__).parent.parent / "files" / "version-1.consult"


@pytest.fixture
def from_elsewhere(folder: Path) -> Path:
    """A file that somebody else made on another installation."""
    return make_file(folder / "elsewhere.consult", identity("Ben"))


def test_a_file_from_elsewhere_is_looked_through_while_the_window_goes_on(
    bare: Workspace, from_elsewhere: Path, qtbot: QtBot
) -> None:
    bare.open(from_elsewhere)
    assert not bare.is_open
    assert [job.name for job in bare.jobs.running] == ["Reading “elsewhere.consult”"]
    qtbot.waitUntil(lambda: bare.is_open)
    assert bare.path == from_elsewhere
    assert not bare.jobs.running


def test_a_file_that_was_closed_here_opens_at_once(bare: Workspace, from_elsewhere: Path) -> None:
    assert bare.open_now(from_elsewhere)
    bare.close()
    bare.open(from_elsewhere)
    assert bare.is_open
    assert not bare.jobs.running


def test_the_open_file_stays_when_another_is_refused_after_it_was_looked_through(
    window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    workspace, path = window.workspace, window.workspace.path
    damaged = folder / "damaged.consult"
    damaged.write_bytes(path.read_bytes()[:-4096])
    window.open(damaged)
    qtbot.waitUntil(lambda: not workspace.jobs.running)
    assert workspace.path == path
    assert workspace.messages.log[-1].text.startswith("“damaged.consult” is cut short")


def test_the_open_file_stays_when_somebody_stops_the_look_at_another(
    workspace: Workspace, from_elsewhere: Path, qtbot: QtBot
) -> None:
    path = workspace.path
    workspace.open(from_elsewhere)
    workspace.jobs.running[0].cancel()
    qtbot.waitUntil(lambda: not workspace.jobs.running)
    assert workspace.path == path
    assert workspace.messages.log[-1].text == "Stopped. Nothing of it was kept."


def test_what_is_typed_while_another_file_is_looked_through_is_kept(
    window: MainWindow, from_elsewhere: Path, qtbot: QtBot
) -> None:
    workspace, path = window.workspace, window.workspace.path
    window.open(from_elsewhere)
    QTest.keyClicks(window.place.room.entry.edit, "half a sent")
    qtbot.waitUntil(lambda: workspace.path == from_elsewhere)
    workspace.open_now(path)
    assert window.place.room.entry.text == "half a sent"


def test_a_file_of_the_first_version_says_where_it_is_kept_as_it_was(
    bare: Workspace, folder: Path, qtbot: QtBot
) -> None:
    old = Path(shutil.copy(VERSION_1, folder / "old.consult"))
    bare.open(old)
    qtbot.waitUntil(lambda: bare.is_open)
    assert "old (version 1.0).consult" in bare.messages.log[-1].text


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are looked through."""
    names: list[str] = []

    def look(engine: Engine, progress: Progress) -> None:
        names.append(engine.name)

    monkeypatch.setattr("consultation.store.opening.verify_all", look)
    return names


def test_work_beside_the_window_does_not_look_through_the_file_that_is_open(
    workspace: Workspace, looks: list[str]
) -> None:
    workspace.change(workspace.consultation, host={"en": "Kütahya"})
    with workspace.store.again()() as beside:
        assert beside.consultation.host == {"en": "Kütahya"}
    assert not looks


def test_work_beside_the_window_looks_through_a_file_that_took_the_place_of_the_open_one(
    workspace: Workspace, from_elsewhere: Path, looks: list[str]
) -> None:
    again = workspace.store.again()
    from_elsewhere.replace(workspace.path)
    again().close()
    assert looks == [workspace.path.name]
