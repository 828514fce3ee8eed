"""Something long is read off the GUI thread for whatever was asked last, and never for ever."""

from __future__ import annotations

from threading import Event

from pytestqt.qtbot import QtBot

from consultation.errors import NotFound
from ui.last_asked import LastAsked
from ui.shell.main_window import MainWindow


def telling(window: MainWindow, tell, rest_ms: int = 0) -> tuple[LastAsked, list[object]]:
    made, told = LastAsked(window.workspace, "Reading", tell, window, rest_ms), []
    made.told.connect(told.append)
    return made, told


def test_what_was_asked_last_is_told_and_what_was_asked_between_is_left_out(window: MainWindow, qtbot: QtBot):
    go, read = Event(), []

    def tell(store, asked, progress):
        read.append(asked)
        go.wait(10)
        return asked.upper()

    made, told = telling(window, tell)
    for asked in ("first", "second", "third"):
        made.ask(asked)
    go.set()
    qtbot.waitUntil(lambda: not made.is_busy)
    assert (read, told) == (["first", "third"], ["THIRD"])


def test_what_was_refused_is_not_begun_again(window: MainWindow, qtbot: QtBot):
    read = []

    def tell(store, asked, progress):
        read.append(asked)
        raise NotFound("It is not there.")

    made, told = telling(window, tell)
    made.ask("something")
    qtbot.waitUntil(lambda: not window.workspace.jobs.running)
    assert (read, told, made.is_busy) == (["something"], [], False)


def test_what_was_asked_while_another_was_refused_is_told(window: MainWindow, qtbot: QtBot):
    go = Event()

    def tell(store, asked, progress):
        go.wait(10)
        if asked == "first":
            raise NotFound("It is not there.")
        return asked

    made, told = telling(window, tell)
    made.ask("first")
    made.ask("second")
    go.set()
    qtbot.waitUntil(lambda: told == ["second"])


def test_nothing_is_told_when_nothing_is_asked_for_any_more(window: MainWindow, qtbot: QtBot):
    read = []
    made, told = telling(window, lambda store, asked, progress: read.append(asked), rest_ms=1)
    made.ask("something")
    made.ask(None)
    qtbot.wait(50)
    assert (read, told, made.is_busy) == ([], [], False)
