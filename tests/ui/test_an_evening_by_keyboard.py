"""An evening’s pile of sixty files, worked through in the window with the keyboard alone, to one agreed set."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from consultation.deciding.desk import Part
from consultation.deciding.questions import Waiting
from consultation.model import Decision, Group, KnownVocabulary, Recommendation, Verdict
from tests.evening import Evening, make_evening
from ui.merge.file_rows import TICK, VERDICT
from ui.merge.place import FILES, MergePlace
from ui.shell.main_window import MainWindow
from ui.widgets.page_head import ViewTab
from ui.widgets.table import BELOW
from ui.workspace import Workspace

Key, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LONG_MS = 30_000
WRITTEN = "Keep the archive of housing open to all, and name who answers for it."
MENDED, MOST_KEYS, SHORT = 3, 200, 3
"""How many are completed of what is incomplete; more keys than any way needs; letters of short words."""


class Rapporteur:
    """Works in the window by keys, which go to where the keyboard is; knows of the pile what was planted in it."""

    def __init__(self, qtbot: QtBot, window: MainWindow, evening: Evening, monkeypatch: pytest.MonkeyPatch) -> None:
        self.qtbot, self.window, self.evening = qtbot, window, evening
        self.store = window.workspace.store
        self.saved: list[Path] = []
        self.answers: list[tuple[Part, frozenset[UUID], str]] = []
        """What was asked of which recommendations, and by which key it was answered."""
        self._groups = {each: number for number, those in enumerate(evening.same) for each in those}
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path) for path in evening.files], ""))
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(self._next_saved()), ""))

    @property
    def place(self) -> MergePlace:
        assert isinstance(self.window.place, MergePlace)
        return self.window.place

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self._keyboard(), key, held)
        QApplication.processEvents()  # nobody presses the next before the window has laid out what came of this one

    def write(self, words: str) -> None:
        self.qtbot.keyClicks(self._keyboard(), words)

    def wait(self, until: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(until()) and not self.window.workspace.jobs.running, timeout=LONG_MS)

    # Files

    def bring_files(self) -> None:
        self.press(Key.Key_O, CTRL | SHIFT)
        self.wait(lambda: not self.place.files.batch.is_reading)

    def look_through_verdicts(self) -> dict[Path, list[str]]:
        """Go down the list with what is known of each file beside it, and return what it says."""
        files, told = self.place.files, {}
        self.press(Key.Key_Home)
        self.press(Key.Key_Space)
        assert files.peek.isVisible()
        for path, _ in list(files.rows.files):
            assert files.rows.files[files.table.row][0] == path
            self.qtbot.waitUntil(lambda: bool(files.told.sentences()))  # once it is laid out
            told[path] = files.told.sentences()
            self.press(Key.Key_Down)
        self.press(Key.Key_Escape)
        assert not files.peek.isVisible()
        return told

    def save_what_is_whole(self) -> list[Path]:
        """Save what can be saved of every file of which the list says so; return these files."""
        files = self.place.files
        damaged = [path for path, file in files.rows.files if file is not None and file.savable is not None]
        for path in damaged:
            self._go_to_file(path)
            self.press(Key.Key_S)
            self.wait(lambda: self.place.salvage.save_button.hasFocus())
            self.press(Key.Key_Return, CTRL)
            self.wait(lambda: files.table.hasFocus() and not files.batch.is_reading)
            assert files.rows.files[files.table.row][0] == self.saved[-1]
        return damaged

    def merge(self) -> None:
        self.press(Key.Key_Return, CTRL)
        self.wait(lambda: self.place.files.main.hasFocus())

    def verdict(self, path: Path) -> tuple[str, str]:
        """Return what the list says of a file, and why."""
        row = self.place.files.rows.place_of(path, -1)
        cell = self.place.files.rows.index(row, VERDICT)
        return str(cell.data()), str(cell.data(BELOW))

    def ticked(self) -> set[Path]:
        """Return the files that the list shows ticked."""
        rows, state = self.place.files.rows, Qt.ItemDataRole.CheckStateRole
        return {
            path
            for row, (path, _) in enumerate(rows.files)
            if rows.index(row, TICK).data(state) == Qt.CheckState.Checked
        }

    # Decisions

    def go_to_decisions(self) -> None:
        """Go on by the button that has the keyboard after merging."""
        self.press(Key.Key_Return)
        assert self.place.decisions.isVisible()
        self.wait(lambda: self.place.decisions.open_desk.is_compared)

    def decide_conflicts(self) -> dict[UUID, str]:
        """Write one wording, and take the others by their numbers; return what each is to say then."""
        decisions, decided = self.place.decisions, dict[UUID, str]()
        while decisions.part is Part.CONFLICTS:
            assert len(decided) < MOST_KEYS
            record, cards = decisions.question.record.id, decisions.page.cards
            if not decided:
                self.press(Key.Key_W)
                self.press(Key.Key_A, CTRL)
                self.write(WRITTEN)
                self.press(Key.Key_Return, CTRL)
                decided[record] = WRITTEN
            else:
                number = len(decided) % len(cards)
                decided[record] = cards[number].text.toPlainText()
                self.press(Key(Key.Key_1 + number))
        self.wait(lambda: not decisions.open_desk.is_comparing)
        return decided

    def answer_all(self) -> None:
        """Accept what is identical, then answer every question about what is alike, as it was planted."""
        decisions = self.place.decisions
        assert decisions.part is Part.SURE
        self.press(Key.Key_S, SHIFT)
        while decisions.part is not Part.INCOMPLETE:
            assert len(self.answers) < MOST_KEYS
            asked, part = [card.id for card in decisions.alike.members.cards], decisions.part
            self.answers.append((part, frozenset(asked), self._answer(asked)))

    def complete_some(self) -> list[UUID]:
        """Give a few recommendations a strand, a language and an addressee; return them."""
        decisions, mended = self.place.decisions, []
        while len(mended) < MENDED:
            mended.append(decisions.at_hand.record.id)
            self.press(Key.Key_Return)
            self.press(Key.Key_Space)
            self.press(Key.Key_Tab)
            self.press(Key.Key_Space)
            self.press(Key.Key_Tab)
            self.press(Key.Key_Space)
            self.write("nat")
            self.press(Key.Key_Return)
            self.press(Key.Key_Tab)
            self.press(Key.Key_Space)
            assert decisions.list.hasFocus()
        return mended

    def step_over_the_rest(self) -> set[UUID]:
        """Go down what is still incomplete to its end; return what was seen."""
        decisions, seen = self.place.decisions, set[UUID]()
        while decisions.at_hand.record.id not in seen:
            seen.add(decisions.at_hand.record.id)
            self.press(Key.Key_J)
        return seen

    def put_together(self, those: frozenset[UUID]) -> None:
        """Find in the list of priorities, by the words they share, what no question was about, and make it one."""
        texts = [set(self.evening.said[each].strip(".").split()) for each in those]
        page = self.place.priorities
        self.go_to_view("Priorities")
        self.press(Key.Key_F, CTRL)
        self.write(" ".join(word for word in sorted(set.intersection(*texts)) if len(word) > SHORT))
        self.press(Key.Key_Down)
        self.press(Key.Key_A, CTRL)
        assert {each for row in page.table.chosen for each in row.members} == those
        self.press(Key.Key_G)

    def go_to_view(self, words: str) -> None:
        """Go back to the names of the views and along them, to one."""
        self._press_until(lambda: isinstance(self._keyboard(), ViewTab), Key.Key_Backtab, SHIFT)
        self._press_until(lambda: self.place.view == FILES, Key.Key_Left)
        self._press_until(lambda: self._keyboard().text() == words, Key.Key_Right)

    def go_into_the_queue(self) -> None:
        self._press_until(self.place.decisions.list.hasFocus, Key.Key_Tab)

    def asked(self) -> dict[Part, list[object]]:
        """Return what the queue asks, part by part."""
        desk = self.place.decisions.desk
        return {part: [row.key for row in desk.rows(part)] for part in Part}

    def _answer(self, asked: list[UUID]) -> str:
        """Answer a question about some recommendations by the keys that were planted; return the last of them."""
        whole = next((whole for part, whole in self.evening.parts if {part, whole} == set(asked)), None)
        groups = [self._groups.get(each, each) for each in asked]
        same = max(groups, key=groups.count)
        if frozenset(asked) in self.evening.opposed:
            self.press(Key.Key_C)
            return "C"
        if whole is not None:
            self.press(Key(Key.Key_1 + asked.index(whole)))
            self.press(Key.Key_P)
            return "P"
        if groups.count(same) == len(asked):
            self.press(Key.Key_S)
            return "S"
        self.press(Key.Key_D)
        return "D"

    def _keyboard(self) -> QWidget:
        focused = QApplication.focusWidget()
        assert focused is not None, "the keyboard is nowhere"
        return focused

    def _go_to_file(self, path: Path) -> None:
        files = self.place.files
        self.press(Key.Key_Home)
        self._press_until(lambda: files.rows.files[files.table.row][0] == path, Key.Key_Down)

    def _press_until(
        self, done: Callable[[], bool], key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        for _ in range(MOST_KEYS):
            if done():
                return
            self.press(key, held)
        raise AssertionError(f"{key} does not lead there; the keyboard is at {self._keyboard()}")

    def _next_saved(self) -> Path:
        self.saved.append(self.evening.own.with_name(f"saved-{len(self.saved)}.consult"))
        return self.saved[-1]


@pytest.fixture(scope="module")
def pile(tmp_path_factory: pytest.TempPathFactory) -> Evening:
    folder = tmp_path_factory.mktemp("evening") / "pile"
    folder.mkdir()
    return make_evening(folder)


@pytest.fixture
def rapporteur(
    qtbot: QtBot, bare: Workspace, pile: Evening, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> Rapporteur:
    """The rapporteur at the files, all sixty of which have been read."""
    own = Path(shutil.copyfile(pile.own, folder / "rapporteur.consult"))
    assert bare.open_now(own)
    window = MainWindow(bare)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    made = Rapporteur(qtbot, window, replace(pile, own=own), monkeypatch)
    made.press(Key.Key_3, CTRL)
    made.bring_files()
    return made


@pytest.fixture
def merged(rapporteur: Rapporteur) -> Rapporteur:
    """The rapporteur at the decisions, all files merged that can be."""
    rapporteur.merge()
    rapporteur.go_to_decisions()
    return rapporteur


@pytest.fixture
def decided(merged: Rapporteur) -> Rapporteur:
    """The rapporteur when all is decided."""
    merged.decide_conflicts()
    merged.answer_all()
    return merged


def test_each_of_the_sixty_is_accounted_for_with_its_reason_before_and_after_merging(rapporteur: Rapporteur) -> None:
    evening, files = rapporteur.evening, rapporteur.place.files
    assert [path for path, _ in files.rows.files] == evening.files
    told = rapporteur.look_through_verdicts()
    assert all(told[path] for path in evening.files)
    damaged = rapporteur.save_what_is_whole()
    assert set(evening.damaged) <= set(damaged)
    assert set(damaged) <= {*evening.damaged, *evening.refused}
    ready = rapporteur.ticked()
    for then in (set(), ready):
        rapporteur.press(Key.Key_A, CTRL)
        rapporteur.wait(lambda: not files.batch.is_reading)
        assert rapporteur.ticked() == then
    rapporteur.merge()
    assert {path for path, _ in files.rows.files} == {*evening.files, *rapporteur.saved}
    assert {path for path in evening.files if rapporteur.verdict(path)[0] == "Merged"} == ready
    for copy in evening.copies:
        original = copy.with_name(copy.name.replace(" (1)", ""))
        assert {rapporteur.verdict(path)[0] for path in (copy, original)} == {"Merged", "Nothing new"}
    assert {rapporteur.verdict(path)[0] for path in evening.rooms} == {"Merged", "Nothing new"}
    assert {rapporteur.verdict(path)[0] for path in evening.of_others} == {"Another consultation"}
    stayed_out = {path: rapporteur.verdict(path) for path in (*evening.damaged, *evening.refused)}
    assert all(why for _, why in stayed_out.values())
    assert {path for path, (verdict, _) in stayed_out.items() if verdict == "Damaged"} == set(damaged)
    assert {verdict for verdict, _ in stayed_out.values()} == {"Damaged", "Refused"}
    assert {merge.name for merge in rapporteur.store.merges()} == {path.name for path in ready}
    assert {each.id for each in rapporteur.store.all(Recommendation, deleted=True)} == set(evening.said)


def test_the_queue_is_worked_through_to_the_groups_that_were_planted_and_no_others(merged: Rapporteur) -> None:
    evening, store = merged.evening, merged.store
    wordings = merged.decide_conflicts()
    assert len(wordings) == evening.conflicts
    assert {each: store.get(Recommendation, each).text for each in wordings} == wordings
    merged.answer_all()
    planted, groups = set(map(frozenset, evening.same)), _groups(merged)
    assert groups < planted
    questions = [(part, asked) for part, asked, _ in merged.answers]
    assert len(set(questions)) == len(questions), "nothing is asked twice"
    for never_asked in planted - groups:
        assert not any(never_asked <= asked for _, asked in questions)
        merged.put_together(never_asked)
    assert _groups(merged) == planted
    pairs = {frozenset((verdict.first, verdict.second)): verdict.decision for verdict in store.all(Verdict)}
    assert {pair for pair, decision in pairs.items() if decision is Decision.CONTRADICT} == set(evening.opposed)
    parted = {pair for pair, decision in pairs.items() if decision in (Decision.PART_OF, Decision.HOLDS)}
    assert parted == set(map(frozenset, evening.parts))
    assert [part for part, rows in merged.asked().items() if rows] == [Part.INCOMPLETE]
    merged.go_to_view("To decide")
    merged.go_into_the_queue()
    mended = merged.complete_some()
    for record in store.those(Recommendation, mended).values():
        assert record.chosen(KnownVocabulary.STRAND)
        assert record.language == "en"
        assert record.addressees
    seen = merged.step_over_the_rest()
    assert seen == {each.id for each in store.all(Recommendation)} - set(mended)


def test_merging_all_sixty_again_changes_nothing_and_asks_nothing(decided: Rapporteur) -> None:
    batch, files, asked = decided.place.files.batch, decided.place.files, decided.asked()
    digest = decided.store.digest()
    decided.bring_files()
    assert files.table.hasFocus()
    assert {path for path, _ in files.rows.files} == set(decided.evening.files)
    whole = (*decided.evening.rooms, *decided.evening.copies)
    assert {decided.verdict(path)[0] for path in whole} == {"Nothing new"}
    assert not files.main.isEnabled()
    decided.press(Key.Key_A, CTRL)
    decided.press(Key.Key_Return, CTRL)
    decided.wait(lambda: not batch.is_reading)
    assert decided.store.digest() == digest
    assert decided.asked() == asked


def test_every_decision_is_taken_back_by_undo_and_asked_again(merged: Rapporteur) -> None:
    decisions, before, steps = merged.place.decisions, merged.asked(), merged.window.workspace.steps
    conflicts = merged.decide_conflicts()
    merged.answer_all()
    part, asked, _ = merged.answers[-1]
    merged.press(Key.Key_Z, CTRL)
    assert (decisions.part, set(decisions.at_hand.members)) == (part, set(asked))
    number = 1
    while steps.can_undo:
        merged.press(Key.Key_Z, CTRL)
        number += 1
    assert number == len(conflicts) + 1 + len(merged.answers), "what is identical was put together in one step"
    assert isinstance(decisions.at_hand, Waiting)
    merged.wait(lambda: not decisions.open_desk.is_comparing)
    assert _groups(merged) == set()
    assert merged.store.all(Verdict) == []
    assert {part: set(keys) for part, keys in merged.asked().items()} == {
        part: set(keys) for part, keys in before.items()
    }


def _groups(rapporteur: Rapporteur) -> set[frozenset[UUID]]:
    return {frozenset(group.recommendations) for group in rapporteur.store.all(Group)}
