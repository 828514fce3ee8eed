"""What is typed and not saved is kept beside the settings, and is there again after a kill."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pytest
from forum_file import make_file
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from typing_window import CODE, window_elsewhere

from consultation.drafting import draft_declaration
from consultation.errors import NotSaved
from consultation.language import translator
from consultation.model import Recommendation, RecommendationSet, Reservation, Support
from ui.actions import anywhere
from ui.declaration.parts_edit import PartsEdit
from ui.draft_file import Draft
from ui.drafts import Drafts
from ui.session.entry_kinds import EntryKind
from ui.settings import Settings
from ui.shell.main_window import MainWindow
from ui.workspace import Workspace


def on_disk(home: Path) -> str:
    return "".join(file.read_text() for file in (home / "drafts").glob("*.json"))


def shown_again(qtbot: QtBot, workspace: Workspace, code: str = CODE) -> MainWindow:
    """Return a new window on the file that is open, with a session."""
    made = MainWindow(workspace)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    qtbot.waitExposed(made)
    made.place.show_session(workspace.store.session(code).id)
    return made


@pytest.fixture
def file(bare: Workspace, folder: Path) -> Path:
    return make_file(folder / "forum.consult", bare.identity)


@pytest.mark.skipif(sys.platform == "win32", reason="no signal of that name")
def test_words_are_back_after_a_kill_though_the_person_never_stopped_typing(
    bare: Workspace, folder: Path, file: Path, qtbot: QtBot
) -> None:
    words = "Planter mille arbres"
    with window_elsewhere(folder / "home", file, words) as process:
        qtbot.waitUntil(lambda: words in on_disk(folder / "home"), timeout=30_000)
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert bare.open_now(file)
    entry = shown_again(qtbot, bare).place.room.entry
    assert entry.text.startswith(words)
    assert (entry.kind, entry.language) == (EntryKind.POLICY, "fr")


def test_each_session_has_its_own_words_and_speaker(window: MainWindow, workspace: Workspace, qtbot: QtBot) -> None:
    place = window.place
    first, second = (workspace.store.session(code).id for code in (CODE, "D1-RESILIENCE"))
    place.show_session(first)
    entry, speaker = place.room.entry, place.side.people.add("Zoé Quill")
    place.give_floor(speaker)
    QTest.keyClicks(entry.edit, "half a sent")
    place.show_session(second)
    assert (entry.text, entry.speaker.person) == ("", None)
    QTest.keyClicks(entry.edit, "other words")
    place.show_session(first)
    assert speaker is not None
    assert (entry.text, entry.speaker.person) == ("half a sent", speaker)
    workspace.close()
    assert workspace.open_now(workspace_path := Path(workspace.settings.recent[0].path))
    assert workspace_path.name == "forum.consult"
    again = shown_again(qtbot, workspace).place.room.entry
    assert (again.text, again.speaker.person) == ("half a sent", speaker)


def test_what_was_entered_does_not_come_back(window: MainWindow, workspace: Workspace, folder: Path) -> None:
    place = window.place
    place.show_session(workspace.store.session(CODE).id)
    QTest.keyClicks(place.room.entry.edit, "Said and saved.")
    workspace.drafts.wait()
    assert "Said and saved." in on_disk(folder / "home")
    QTest.keyClick(place.room.entry.edit, "\r")
    workspace.drafts.wait()
    assert on_disk(folder / "home") == ""


@contextmanager
def full_disk(workspace: Workspace) -> Iterator[None]:
    def refuse(*_: object, **__: object) -> None:
        raise NotSaved("The stick is full.")

    with pytest.MonkeyPatch.context() as full:
        for name in ("save", "change"):
            full.setattr(workspace.store, name, refuse)
        yield


def test_what_could_not_be_saved_in_the_details_is_there_after_closing_the_file(
    window: MainWindow, workspace: Workspace
) -> None:
    place = window.place
    place.show_session(workspace.store.session(CODE).id)
    made = Recommendation(session=place.session.id, set=RecommendationSet.POLICY, text="Fund the buses.", language="en")
    workspace.save(made)
    place.show_record(made.id)
    place.peek.open()
    page = place.details.recommendation
    with full_disk(workspace):
        QTest.keyClicks(page.text, "Now. ")
        QTest.keyClicks(page._translations["fr"].edit, "Financer")
        page.reservations.add()
        QTest.keyClicks(page.reservations._cards[-1].who, "two mayors")
        page.support._rows[0].votes[0].selectAll()
        QTest.keyClicks(page.support._rows[0].votes[0], "12")
        workspace.close()
    assert workspace.open_now(Path(workspace.settings.recent[0].path))
    assert workspace.store.get(Recommendation, made.id).text == "Fund the buses."
    place = window.place
    offer = next(message for message in workspace.messages.log if message.action == "Show")
    assert offer.text == "What was typed in the details of “Fund the buses.” is not saved yet."
    offer.act()
    page = place.details.recommendation
    assert "Now. " in page.text.toPlainText()
    assert page._translations["fr"].edit.toPlainText() == "Financer"
    assert [card.who.text() for card in page.reservations._cards] == ["two mayors"]
    assert [row.votes[0].number for row in page.support._rows] == [12]
    QTest.keyClicks(page.reservations._cards[0].text, "Not without the rural lines.")
    page.flush()
    assert "Now. " in workspace.store.get(Recommendation, made.id).text
    assert [kept.who for kept in workspace.store.all(Reservation)] == ["two mayors"]
    assert [kept.in_favour for kept in workspace.store.all(Support)] == [12]
    assert workspace.drafts.under("") == {}


def test_a_clause_that_could_not_be_saved_is_there_in_the_other_language_of_the_window(
    window: MainWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    session = workspace.store.session(CODE).id
    workspace.save(Recommendation(session=session, set=RecommendationSet.POLICY, text="Fund the buses.", language="en"))
    draft_declaration(workspace.store, translator("en"))
    workspace.reread()

    def field() -> PartsEdit:
        window.go(anywhere.GO_DECLARATION)
        text = window.place.text
        clause = next(row for row in text._model.rows if row.passage and "buses" in row.text)
        text.choose(clause.id)
        text.edit_clause()
        assert text.editing is not None
        return text.editing.field

    with full_disk(workspace):
        before = field()
        QTest.keyClicks(before, " Now")
        typed = before.toPlainText()
        workspace.speak("fr")
        workspace.speak("en")
    again = field()
    assert again.toPlainText() == typed
    again.flush()
    assert workspace.drafts.keys == []


def test_words_that_waited_do_not_take_the_place_of_newer_ones_unasked(
    window: MainWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    place = window.place
    place.show_session(workspace.store.session(CODE).id)
    made = Recommendation(session=place.session.id, set=RecommendationSet.POLICY, text="Fund buses.", language="en")
    other = Recommendation(session=place.session.id, set=RecommendationSet.POLICY, text="Plant trees.", language="en")
    for record in (made, other):
        workspace.save(record)
    place.show_record(made.id)
    place.peek.open()
    text = place.details.recommendation.text
    with full_disk(workspace):
        QTest.keyClicks(text, "Old: ")
        typed = text.toPlainText()
        place.show_record(other.id)
    workspace.change(made, text="Fund buses and trams.")
    place.show_record(made.id)
    assert text.toPlainText() == "Fund buses and trams."
    message = workspace.messages.log[-1]
    assert "Old: " in message.text
    message.act()
    assert text.toPlainText() == typed
    place.details.flush()
    assert workspace.store.get(Recommendation, made.id).text == typed


def test_words_follow_a_file_that_was_moved_and_say_where_they_were_typed(
    bare: Workspace, folder: Path, file: Path, qtbot: QtBot
) -> None:
    assert bare.open_now(file)
    session = bare.store.session(CODE).id
    bare.drafts.keep(f"line/{session}", Draft("half a sentence"))
    bare.close()
    moved = file.rename(folder / "renamed.consult")
    assert bare.open_now(moved)
    entry = shown_again(qtbot, bare).place.room.entry
    assert entry.text == "half a sentence"
    assert any("from “forum.consult”" in message.text for message in bare.messages.log)
    bare.close()
    assert "forum.consult" in on_disk(folder / "home")
    assert len(list((folder / "home" / "drafts").glob("*.json"))) == 1


def test_words_stay_with_their_file_while_that_is_there(
    bare: Workspace, folder: Path, file: Path, qtbot: QtBot
) -> None:
    assert bare.open_now(file)
    session = bare.store.session(CODE).id
    bare.drafts.keep(f"line/{session}", Draft("half a sentence"))
    bare.store.send_copy(folder / "copy.consult")
    assert bare.open_now(folder / "copy.consult")
    assert shown_again(qtbot, bare).place.room.entry.text == ""


@pytest.fixture
def drafts(qapp, folder: Path) -> Iterator[Drafts]:
    made = Drafts(Settings(folder / "home"))
    yield made
    made.close()


def another(folder: Path) -> Drafts:
    return Drafts(Settings(folder / "home"))


def test_words_from_elsewhere_are_never_joined_to_those_that_are_here(drafts: Drafts, folder: Path) -> None:
    about = uuid4()
    (folder / "new.consult").touch()
    drafts.open(folder / "new.consult", about)
    drafts.keep("line", Draft("typed here"))
    drafts.open(folder / "gone.consult", about)
    drafts.keep("line", Draft("typed there"))
    drafts.open(folder / "new.consult", about)
    here = drafts.read("line")
    assert here is not None
    assert (here.text, here.origin) == ("typed here", "")
    drafts.drop("line")
    drafts.keep("line", Draft("the next line"))
    drafts.drop("line")
    behind = drafts.read("line")
    assert behind is not None
    assert (behind.text, behind.origin) == ("typed there", "gone.consult")


def test_two_windows_keep_what_is_typed_apart_and_the_next_one_finds_both(drafts: Drafts, folder: Path) -> None:
    path, about = folder / "forum.consult", uuid4()
    path.touch()
    second = another(folder)
    assert not drafts.open(path, about)
    assert second.open(path, about)
    drafts.keep("line", Draft("in the first"))
    second.keep("line", Draft("in the second"))
    second.keep("field", Draft("more"))
    drafts.close()
    second.close()
    assert not drafts.open(path, about)
    read = drafts.read("line")
    drafts.drop("line")
    behind = drafts.read("line")
    assert read is not None
    assert behind is not None
    assert {read.text, behind.text} == {"in the first", "in the second"}
    assert drafts.under("field")[""].text == "more"


def test_a_damaged_file_of_drafts_is_put_aside(drafts: Drafts, folder: Path) -> None:
    path, about = folder / "forum.consult", uuid4()
    drafts.open(path, about)
    drafts.keep("line", Draft("words"))
    drafts.close()
    (kept,) = (folder / "home" / "drafts").glob("*.json")
    for damage in (b"\xff{", b"[]", b'{"file": "x", "drafts": {"line": [{"text": 1}]}}'):
        kept.write_bytes(damage)
        drafts.open(path, about)
        assert drafts.under("") == {}
        drafts.close()
        assert kept.with_suffix(".damaged").read_bytes() == damage


def test_drafts_that_cannot_be_written_are_trouble_until_they_can(
    bare: Workspace, file: Path, folder: Path, qtbot: QtBot
) -> None:
    assert bare.open_now(file)
    home = folder / "home" / "drafts"
    for lock in home.iterdir():
        lock.unlink()
    home.rmdir()
    home.write_text("in the way")
    assert bare.saved.state.trouble is None
    bare.drafts.keep("line", Draft("words"))
    qtbot.waitUntil(lambda: bare.saved.state.trouble is not None)
    assert bare.saved.state.in_words(bare.t).startswith("Not saved since ")
    home.unlink()
    home.mkdir()
    bare.drafts.flush()
    qtbot.waitUntil(lambda: bare.saved.state.trouble is None)
    assert "words" in on_disk(folder / "home")
