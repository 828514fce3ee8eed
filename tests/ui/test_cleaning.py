"""Python looks for what refers to itself at good moments, and what was opened before is not looked at again."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from threading import Event
from weakref import ref

import pytest
from pytestqt.qtbot import QtBot

from ui.shell.cleaning import LONG, Cleaning
from ui.workspace import Workspace


class Loop:
    """Refers to itself, so that it is freed by a look alone."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def cleaning(qapp, workspace: Workspace) -> Iterator[Cleaning]:
    before = gc.get_threshold()
    made = Cleaning(qapp, workspace)
    yield made
    made.deleteLater()
    gc.unfreeze()
    gc.set_threshold(*before)


def test_everything_is_set_apart_once_a_file_has_been_opened(
    cleaning: Cleaning, workspace: Workspace, qtbot: QtBot
) -> None:
    assert gc.get_threshold()[2] == LONG
    gc.unfreeze()
    workspace.file_changed.emit()
    qtbot.waitUntil(lambda: gc.get_freeze_count() > 10_000)
    assert not cleaning._once.isActive()


def test_what_was_set_apart_and_is_no_longer_used_is_freed_once_the_file_is_closed(
    cleaning: Cleaning, workspace: Workspace
) -> None:
    loop = Loop()
    seen = ref(loop)
    cleaning.set_apart()
    del loop
    gc.collect()
    assert seen() is not None
    cleaning.look_at_all()
    assert seen() is not None, "a file is open, and somebody may be typing"
    workspace.close()
    assert cleaning._once.isActive()
    cleaning._once.timeout.emit()
    assert seen() is None


def test_what_comes_after_is_freed_now_and_then(cleaning: Cleaning) -> None:
    cleaning.set_apart()
    seen = ref(Loop())
    cleaning._again.timeout.emit()
    assert seen() is None


def test_what_a_job_has_brought_together_is_set_apart(cleaning: Cleaning, workspace: Workspace, qtbot: QtBot) -> None:
    gc.unfreeze()
    job = workspace.jobs.run("Bringing together", lambda progress: [])
    with qtbot.waitSignal(job.ended):
        pass
    assert gc.get_freeze_count() > 10_000


def test_nothing_is_looked_at_while_a_job_works(cleaning: Cleaning, workspace: Workspace, qtbot: QtBot) -> None:
    gc.disable()
    may_end = Event()
    job = workspace.jobs.run("Working", lambda progress: may_end.wait(10))
    seen = ref(Loop())
    cleaning._again.timeout.emit()
    assert seen() is not None
    with qtbot.waitSignal(job.ended):
        may_end.set()
    gc.enable()
