"""While files are merged the file belongs to the job: the window neither waits for it nor loses anything."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event
from time import monotonic

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from consultation.errors import NotSaved
from consultation.merging import merge, trial
from consultation.model import Intervention, Person, Recommendation
from consultation.sample import Sample, make_sample
from ui.actions import Action, anywhere
from ui.merge.batch import BatchStage
from ui.merge.place import MergePlace
from ui.shell.main_window import MainWindow
from ui.workspace import Workspace

AT_ONCE = 3.0
"""Seconds; whoever waits for a lock in SQLite waits five."""


class Closed:
    """Stands for the engine of the open file, which nobody may touch."""

    def __getattr__(self, name: str) -> None:
        raise AssertionError(f"the window asked the file for {name}")


class Held:
    """Holds a job up while it has the file for itself, until the test lets it go on."""

    def __init__(self) -> None:
        self.begun, self.go_on = Event(), Event()

    def merge(self, store, paths, **how):
        store._engine.run("BEGIN EXCLUSIVE")
        self.begun.set()
        while not self.go_on.wait(0.01):
            if how["progress"].cancelled:
                store._engine.run("ROLLBACK")
                how["progress"]()
        store._engine.run("ROLLBACK")
        return merge(store, paths, **how)


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[Held]:
    made = Held()
    monkeypatch.setattr("ui.merge.batch.merge", made.merge)
    yield made
    made.go_on.set()


@pytest.fixture
def sample(folder: Path) -> Sample:
    (folder / "sample").mkdir()
    return make_sample(folder / "sample")


@pytest.fixture
def window(qtbot: QtBot, bare: Workspace, sample: Sample) -> MainWindow:
    """The window with the file that was handed out, and the first room's on the list."""
    assert bare.open_now(sample.prepared)
    made = MainWindow(bare)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.go(anywhere.GO_MERGE)
    place_of(made).files.batch.add(sample.rooms[:1])
    qtbot.waitUntil(lambda: place_of(made).files.main.isEnabled(), timeout=20_000)
    return made


def place_of(window: MainWindow) -> MergePlace:
    place = window.place
    assert isinstance(place, MergePlace)
    return place


def begin(qtbot: QtBot, window: MainWindow, held: Held) -> None:
    """Press the button that merges, and wait until the job has the file."""
    qtbot.mouseClick(place_of(window).files.main, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(held.begun.is_set)


def end(qtbot: QtBot, window: MainWindow, held: Held) -> None:
    held.go_on.set()
    qtbot.waitUntil(lambda: place_of(window).files.batch.stage == BatchStage.MERGED, timeout=20_000)


def item(window: MainWindow, action: Action) -> QAction:
    return next(one for one in window.frame.top.menus.findChildren(QAction) if one.objectName() == action.name)


def test_nothing_can_be_pressed_that_reads_or_writes_but_stop(qtbot: QtBot, window: MainWindow, held: Held) -> None:
    window.workspace.save(Person(name="Léa Durand"))
    qtbot.waitUntil(lambda: place_of(window).files.main.isEnabled(), timeout=20_000)
    needing = (anywhere.NEW, anywhere.OPEN, anywhere.CLOSE, anywhere.UNDO, anywhere.FIND, anywhere.GO_SESSION)
    begin(qtbot, window, held)
    assert not window.frame.rail.isEnabled()
    assert not window.frame.pages.isEnabled()
    assert not any(item(window, action).isEnabled() for action in needing)
    assert not any(menu.isEnabled() for menu in window._menus._readers)
    assert item(window, anywhere.MESSAGES).isEnabled()
    stop = next(one for one in window.findChildren(QPushButton) if one.text() == "Stop")
    assert stop.isVisible()
    assert stop.isEnabled()
    end(qtbot, window, held)
    assert window.frame.rail.isEnabled()
    assert window.frame.pages.isEnabled()
    assert all(item(window, action).isEnabled() for action in needing)
    assert all(menu.isEnabled() for menu in window._menus._readers)
    assert place_of(window).files.main.hasFocus()


def test_what_is_done_meanwhile_is_refused_at_once_in_true_words(
    qtbot: QtBot, window: MainWindow, held: Held, sample: Sample
) -> None:
    workspace = window.workspace
    workspace.save(Person(name="Léa Durand"))
    qtbot.waitUntil(lambda: place_of(window).files.main.isEnabled(), timeout=20_000)
    begin(qtbot, window, held)
    began, log = monotonic(), len(workspace.messages.log)
    assert not workspace.save(Person(name="Jorge Ibarra"))
    with workspace.together() as step:
        assert not workspace.save(Person(name="Jorge Ibarra"))
        assert not workspace.save(Person(name="Ana Ruiz"))
    assert not step.done
    workspace.steps.undo()
    assert workspace.steps.can_undo
    assert not workspace.open_now(sample.rooms[0])
    workspace.open(sample.rooms[0])
    workspace.close()
    assert monotonic() - began < AT_ONCE
    said = workspace.messages.log[log:]
    assert len(said) == 6
    assert {one.text[:24] for one in said} == {"Something else is being "}
    end(qtbot, window, held)
    assert workspace.path == sample.prepared
    assert {"Jorge Ibarra", "Ana Ruiz"}.isdisjoint(person.name for person in workspace.store.all(Person))
    workspace.steps.undo()
    assert not workspace.steps.can_undo


def test_pages_do_not_read_meanwhile_and_read_afterwards(
    qtbot: QtBot, window: MainWindow, held: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.go(anywhere.GO_SESSION)
    session = window.place
    assert session is not None
    window.go(anywhere.GO_MERGE)
    begin(qtbot, window, held)
    with monkeypatch.context() as locked:
        locked.setattr(window.workspace.store, "_engine", Closed())
        window.show_place(1)
        window.workspace.theme.choose("dark")
        window.resize_text(1.2)
        session.side._clock.tick()
        session.room.entry.keep()
        session.room.head.search.field.setText("water")
        QTest.qWait(400)
        session.room.head.search.field.clear()
        QTest.qWait(400)
        window.show_place(2)
    end(qtbot, window, held)
    window.go(anywhere.GO_SESSION)
    assert window.workspace.store.count(Recommendation) == 4 + 26


def test_what_is_typed_is_saved_before_the_job_begins(qtbot: QtBot, window: MainWindow) -> None:
    window.go(anywhere.GO_SESSION)
    place, workspace, go_on = window.place, window.workspace, Event()
    assert place is not None
    said = Intervention(session=place.session.id, text="One thing.")
    workspace.save(said)
    place.show_record(said.id)
    place.details.show()
    place.details.text.setFocus()
    QTest.keyClicks(place.details.text, "Now: ")
    job = workspace.jobs.run("Merging", lambda progress: go_on.wait(5), writes=True)
    assert workspace.store.get(Intervention, said.id).text == "Now: One thing."
    go_on.set()
    qtbot.waitSignal(job.ended).wait()


def test_what_could_not_be_saved_before_stays_typed(
    qtbot: QtBot, window: MainWindow, held: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.go(anywhere.GO_SESSION)
    place, workspace = window.place, window.workspace
    assert place is not None
    said = Intervention(session=place.session.id, text="One thing.")
    workspace.save(said)
    place.details.show()
    place.show_record(said.id)

    def refuse(record, **values) -> None:
        raise NotSaved("The stick is full.")

    with monkeypatch.context() as full:
        full.setattr(workspace.store, "change", refuse)
        QTest.keyClicks(place.details.text, "Now: ")
        window.go(anywhere.GO_MERGE)
        qtbot.waitUntil(lambda: place_of(window).files.main.isEnabled(), timeout=20_000)
        begin(qtbot, window, held)
    began = monotonic()
    place.flush()
    assert monotonic() - began < AT_ONCE
    assert place.details.text.toPlainText() == "Now: One thing."
    end(qtbot, window, held)
    window.go(anywhere.GO_SESSION)
    place.show_record(said.id)
    assert place.details.text.toPlainText() == "Now: One thing."


def test_the_keyboard_is_afterwards_where_it_was(qtbot: QtBot, window: MainWindow) -> None:
    window.go(anywhere.GO_SESSION)
    assert window.place is not None
    line, go_on = window.place.room.entry.edit, Event()
    line.setFocus()
    job = window.workspace.jobs.run("Merging", lambda progress: go_on.wait(5), writes=True)
    assert not line.hasFocus()
    go_on.set()
    qtbot.waitSignal(job.ended).wait()
    assert line.hasFocus()


def test_a_file_dropped_on_the_window_meanwhile_is_not_opened(
    qtbot: QtBot, window: MainWindow, held: Held, sample: Sample
) -> None:
    begin(qtbot, window, held)
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(sample.rooms[1]))])
    action, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(10, 10), action, dropped, button, keys))
    QTest.qWait(50)
    end(qtbot, window, held)
    qtbot.waitUntil(lambda: not window.workspace.jobs.running, timeout=20_000)
    assert window.workspace.path == sample.prepared


def test_closing_the_window_stops_the_merge(qtbot: QtBot, window: MainWindow, held: Held) -> None:
    begin(qtbot, window, held)
    began = monotonic()
    window.close()
    assert monotonic() - began < AT_ONCE
    assert not window.workspace.is_open
    QTest.qWait(50)  # what the job says at last still arrives


def test_reading_the_files_first_keeps_nobody_off(
    qtbot: QtBot, window: MainWindow, sample: Sample, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = Event(), Event()

    def slowly(*files, **how):
        begun.set()
        go_on.wait(5)
        return trial(*files, **how)

    monkeypatch.setattr("ui.merge.batch.trial", slowly)
    place_of(window).files.batch.add(sample.rooms[1:2])
    qtbot.waitUntil(begun.is_set)
    assert window.frame.rail.isEnabled()
    assert window.frame.pages.isEnabled()
    assert window.workspace.save(Person(name="Léa Durand"))
    go_on.set()
    qtbot.waitUntil(lambda: not place_of(window).files.batch.is_reading, timeout=20_000)
