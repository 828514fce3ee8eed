"""One matcher of the open file, for the room that asks and the queue that compares, in one hand at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from threading import Event, current_thread, main_thread
from uuid import UUID

import pytest
from forum_file import make_file
from pytestqt.qtbot import QtBot

from consultation.errors import Cancelled
from consultation.matching import Matcher, Text
from consultation.matching.glossary import Glossary
from consultation.model import Recommendation, RecommendationSet
from consultation.progress import UNHEARD, Progress
from ui.actions import anywhere
from ui.merge.place import MergePlace
from ui.shell.main_window import MainWindow
from ui.workspace import Workspace

DESK = "Open a single desk for newcomers in every town hall by 2030."
SAME = Text(None, "By 2030, in every town hall, open a single desk for newcomers!", "en")


class Watched(Matcher[UUID]):
    """A matcher that can be held while it takes texts up, and sees whether somebody asks it meanwhile."""

    made: list[Watched]
    may_go_on: Event

    def __init__(self, glossary: Glossary) -> None:
        assert current_thread() is not main_thread(), "reading the glossary makes the window stand still"
        super().__init__(glossary)
        self.made.append(self)
        self.is_held = False
        self.taken_up: list[int] = []

    def add(self, texts: Iterable[Text[UUID]], progress: Progress = UNHEARD) -> None:
        texts = list(texts)
        self.taken_up.append(len(texts))
        self.is_held = True
        assert self.may_go_on.wait(20)
        super().add(texts, progress)
        self.is_held = False

    def ask(self, text):
        assert not self.is_held
        return super().ask(text)


@pytest.fixture(autouse=True)
def watched(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[Watched]]:
    Watched.made, Watched.may_go_on = [], Event()
    Watched.may_go_on.set()
    monkeypatch.setattr("ui.known_recommendations.Matcher", Watched)
    yield Watched
    Watched.may_go_on.set()


def recommend(workspace: Workspace, text: str = DESK) -> UUID:
    made = Recommendation(set=RecommendationSet.POLICY, text=text, language="en")
    assert workspace.save(made)
    return made.id


def answer(qtbot: QtBot, workspace: Workspace, text: Text[None] = SAME) -> UUID | None:
    """Ask until it can be answered."""
    workspace.known.ask(text)
    qtbot.waitUntil(lambda: not workspace.jobs.running, timeout=20_000)
    return workspace.known.ask(text)


def test_the_room_and_the_queue_share_one_that_reads_each_recommendation_once(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, watched: type[Watched]
) -> None:
    desk = recommend(workspace)
    recommend(workspace, "Plant trees along the avenues that lead to the schools.")
    assert answer(qtbot, workspace) == desk
    window.go(anywhere.GO_MERGE)
    place = window.place
    assert isinstance(place, MergePlace)
    place.show_decisions()
    qtbot.waitUntil(lambda: place.decisions.open_desk.is_compared, timeout=20_000)
    qtbot.waitUntil(lambda: not workspace.jobs.running)
    assert workspace.known.ask(SAME) == desk
    other = recommend(workspace, "Dredge the harbour before the winter storms.")
    assert answer(qtbot, workspace, Text(None, "Dredge the harbour before the storms of winter.", "en")) == other
    (only,) = watched.made
    assert sum(only.taken_up) == 3


def test_nobody_is_answered_while_a_job_has_it_and_what_is_written_then_is_known_after(
    qtbot: QtBot, workspace: Workspace, watched: type[Watched]
) -> None:
    recommend(workspace)
    answer(qtbot, workspace)
    watched.may_go_on.clear()
    workspace.reread()
    assert workspace.known.ask(SAME) is None
    recommend(workspace, "Dredge the harbour before the winter storms.")
    qtbot.waitUntil(lambda: watched.made[0].is_held)
    assert workspace.known.ask(SAME) is None
    with qtbot.waitSignal(workspace.known.caught_up, timeout=20_000):
        watched.may_go_on.set()
    assert workspace.known.ask(SAME) is not None
    harbour = Text(None, "Dredge the harbour before the storms of winter.", "en")
    assert workspace.known.ask(harbour) is not None


def test_what_is_to_be_written_does_not_wait_for_the_room_and_nothing_read_is_lost(
    qtbot: QtBot, workspace: Workspace, watched: type[Watched]
) -> None:
    desk = recommend(workspace)
    answer(qtbot, workspace)
    assert workspace.save(workspace.store.get(Recommendation, desk).model_copy(update={"text": DESK + " Staff it."}))
    watched.may_go_on.clear()
    workspace.reread()
    workspace.known.ask(SAME)
    qtbot.waitUntil(lambda: watched.made[0].is_held)
    job = workspace.jobs.run("Writing", lambda progress: None, writes=True)
    with qtbot.waitSignal(job.ended, timeout=20_000):
        watched.may_go_on.set()
    assert answer(qtbot, workspace, Text(None, DESK + " Staff it!", "en")) == desk
    assert len(watched.made) == 1


def test_a_job_that_is_stopped_leaves_it_right(qtbot: QtBot, workspace: Workspace, watched: type[Watched]) -> None:
    desk = recommend(workspace)
    answer(qtbot, workspace)
    recommend(workspace, "Dredge the harbour before the winter storms.")

    def stop(known, store, progress: Progress) -> None:
        raise Cancelled("Stopped.")

    job = workspace.known.run("Comparing", stop)
    with qtbot.waitSignal(job.ended, timeout=20_000):
        job.cancel()
    assert set(workspace.known._known.texts) <= {each.id for each in workspace.store.all(Recommendation)}
    assert answer(qtbot, workspace) == desk
    harbour = Text(None, "Dredge the harbour before the storms of winter.", "en")
    assert answer(qtbot, workspace, harbour) is not None


def test_another_file_has_its_own_also_while_the_first_is_still_being_read(
    qtbot: QtBot, workspace: Workspace, watched: type[Watched], folder: Path
) -> None:
    recommend(workspace)
    watched.may_go_on.clear()
    workspace.known.ask(SAME)
    qtbot.waitUntil(lambda: bool(watched.made and watched.made[0].is_held))
    assert workspace.open_now(make_file(folder / "other.consult", workspace.identity))
    watched.may_go_on.set()
    assert answer(qtbot, workspace) is None
    desk = recommend(workspace)
    assert answer(qtbot, workspace) == desk
