"""The declaration: drafted, drafted again, traced to its sources, left out and brought back, exported."""

from __future__ import annotations

from pathlib import Path

import pytest
from declaring import again, counted, drafted, idle, not_used, numbered, opened, shown, type_after
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from consultation.composing import declaration
from consultation.document import NumberedParagraph
from consultation.drafting.fates import Fate
from consultation.language import translator
from consultation.model import Item, Paragraph, Recommendation, RecommendationSet, Reservation
from tests.drafting.rooms import said
from ui.actions import anywhere
from ui.declaration.head import TEXT
from ui.declaration.place import DeclarationPlace
from ui.merge import MergePlace
from ui.workspace import Workspace

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def empty(qtbot: QtBot, bare: Workspace, folder: Path) -> DeclarationPlace:
    return opened(qtbot, bare, folder)


@pytest.fixture
def place(qtbot: QtBot, empty: DeclarationPlace) -> DeclarationPlace:
    return drafted(qtbot, empty)


def sources(place: DeclarationPlace) -> list:
    """The sources in the peek, which is opened for it."""
    place.spread.open_peek()
    return place.spread.peek.sources.entries


def test_delete_leaves_out_only_a_clause_that_is_selected(qtbot: QtBot, place: DeclarationPlace):
    place.text.choose(numbered(place, "3").id)
    place.text.clearSelection()
    before = len(place.clauses)
    qtbot.keyClick(place.text, Qt.Key.Key_Delete)
    assert len(place.clauses) == before


def test_without_recommendations_no_draft_can_be_made(qtbot: QtBot, workspace: Workspace):
    place = shown(qtbot, workspace)
    assert not place.first.make.isEnabled()
    assert "no recommendations" in place.first.text.text()


def test_drafting_shows_clauses_and_says_so_with_what_is_open(qtbot: QtBot, place: DeclarationPlace):
    assert place.text.isVisible()
    paragraphs, items = counted(place)
    assert {each for row in place.clauses for each in row.ids} == {each.id for each in place.standing.passages}
    message = place.held.message_line.message
    assert message.text == (
        f"The draft is made: 6 recitals, {paragraphs} paragraphs and {items} items. "
        "It is made from the versions shown meanwhile: 5 conflicts are open."
    )
    assert [offer.words for offer in message.offers] == ["Decide", "Undo"]
    place.held.message_line.press_action()
    assert isinstance(place.held.place, MergePlace)
    place.held.go(anywhere.GO_DECLARATION)
    qtbot.keyClick(place.held, Qt.Key.Key_Z, CONTROL)
    assert not place.standing.is_made
    assert place.first.isVisible()


def test_without_conflicts_drafting_offers_to_take_it_back(qtbot: QtBot, workspace: Workspace):
    workspace.save(Recommendation(set=RecommendationSet.POLICY, text="Open the wells.", language="en"))
    place = drafted(qtbot, shown(qtbot, workspace))
    message = place.held.message_line.message
    assert "conflict" not in message.text
    assert message.action == "Undo"
    assert place.status()[1] == ["Nothing keeps it from being final"]
    place.held.message_line.press_action()
    assert not place.standing.is_made


def test_drafting_leaves_the_gui_thread_alone_and_saves_what_is_typed_before(qtbot: QtBot, place: DeclarationPlace):
    type_after(qtbot, place, "2 (c)", " in the morning")
    qtbot.keyClick(place.text.editing.field, Qt.Key.Key_F5)
    assert place.drafting.is_busy
    assert place._workspace.jobs.writing
    place.make_draft()  # a second time: one is being written already
    assert len(place._workspace.jobs.running) == 1
    idle(qtbot, place)
    assert numbered(place, "2 (c)").passage.said.endswith("in the morning")


def test_drafting_that_is_stopped_leaves_everything_as_it_was(qtbot: QtBot, place: DeclarationPlace):
    workspace = place._workspace
    late = Recommendation(id=workspace.store.new_id(), set=RecommendationSet.POLICY, text="Plant trees.", language="en")
    workspace.save(late)
    before = workspace.store.digest()
    place.make_draft()
    for job in workspace.jobs.running:
        job.cancel()
    idle(qtbot, place)
    assert workspace.store.digest() == before
    assert late.id in place.standing.unused
    assert not place.drafting.is_busy


def test_the_status_line_says_what_stands_and_what_is_open(place: DeclarationPlace):
    leading, trailing = place.status()
    assert leading[0].startswith("Draft of ")
    words = sum(len(passage.text.split()) for passage in place.standing.passages)
    paragraphs, items = counted(place)
    assert leading[1] == f"6 recitals, {paragraphs} paragraphs, {items} items, {words:,} words"
    assert len(trailing) == 1


def assert_same_numbers(place: DeclarationPlace) -> None:
    """Assert that the window and the document call every clause and every source by the same number and letter."""
    document = declaration(place._workspace.store, translator("en"))
    blocks = [block for block in document.blocks if isinstance(block, NumberedParagraph)]
    window = {f"clause-{each}": row for row in place.clauses for each in row.ids}
    assert [block.number for block in blocks] == [row.label for row in place.clauses if row.label and not row.lettered]
    for block in blocks:
        assert window[block.anchor].label == block.number
        for item in block.items:
            row = window[item.anchor]
            assert row.label == (f"({item.letter})" if item.letter else block.number)
            marks = "".join(run.text for run in item.sources)
            assert row.drawn.replace("\u00a0", " ").endswith(f"[{marks}]" if marks else row.passage.closing)
            assert {run.target for run in item.sources if run.target} == {
                f"source-{source}" for source in row.passage.sources
            }


def test_numbers_are_those_of_the_document(place: DeclarationPlace):
    assert_same_numbers(place)


def test_once_a_cited_recommendation_is_deleted_window_and_document_still_say_the_same_numbers(
    place: DeclarationPlace,
):
    workspace = place._workspace
    row = next(row for row in place.clauses if row.item and len(row.passage.sources) == 2)
    gone, stays = row.passage.sources
    reserved = sum(one.recommendation == stays for one in workspace.store.all(Reservation))
    total = len(place.standing.source_numbers)
    workspace.delete(workspace.store.get(Recommendation, gone), "Deleted.")
    assert_same_numbers(place)
    (after,) = [one for one in place.clauses if one.id == row.id]
    assert after.passage.sources == (stays,)
    assert after.passage.reservations == reserved
    assert sorted(place.standing.source_numbers.values()) == list(range(1, total))
    number = str(place.standing.source_numbers[stays])
    assert after.drawn.rstrip("]†").endswith(f"[{number}")
    assert after.drawn.endswith("†]") == bool(reserved)
    place.text.choose(row.id)
    assert [card.recommendation_id for card in sources(place)] == [stays]


def test_the_sources_of_the_clause_at_hand_are_shown_in_their_own_words(qtbot: QtBot, place: DeclarationPlace):
    row = max((row for row in place.clauses if row.lettered), key=lambda row: len(row.passage.sources))
    place.text.choose(row.id)
    cards = sources(place)
    assert tuple(card.recommendation_id for card in cards) == row.passage.sources
    place.text.setFocus()
    qtbot.keyClick(place.text, Qt.Key.Key_Down)
    assert place.text.row.id != row.id
    assert tuple(card.recommendation_id for card in sources(place)) == place.text.row.passage.sources


def test_items_are_edited_and_left_out_where_they_stand(qtbot: QtBot, place: DeclarationPlace):
    first, second = numbered(place, "2 (c)"), numbered(place, "2 (d)")
    place.text.choose(first.id)
    place.text.setFocus()
    qtbot.keyClick(place.text, Qt.Key.Key_Return)
    edit = place.text.editing
    edit.field.selectAll()
    qtbot.keyClicks(edit.field, "dig")
    qtbot.keyClick(edit.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: place.text.editing is None)
    assert place._workspace.store.get(Item, first.id).words["en"] == "dig"
    assert numbered(place, "2 (c)").text == f"dig{first.passage.closing}"
    qtbot.keyClick(place.text, Qt.Key.Key_Delete)
    assert first.id not in [row.id for row in place.clauses]
    assert place._model.row_of(second.id).label == "(c)"
    assert place.text.row.id == second.id
    not_used(qtbot, place).left_out[0].back.click()
    assert place._model.row_of(second.id).label == "(d)"


def test_a_clause_left_out_in_english_is_told_in_french_and_comes_back_there(qtbot: QtBot, place: DeclarationPlace):
    gone = numbered(place, "7").id
    place.text.choose(gone)
    place.text.setFocus()
    qtbot.keyClick(place.text, Qt.Key.Key_Delete)
    place.speak("fr")
    drafted(qtbot, place)
    said = place.held.message_line.message.text
    paragraphs, items = counted(place)
    made = f"The draft is made: 6 recitals, {paragraphs} paragraphs and {items} items. 1 clause stays left out"
    assert said.startswith(made)
    qtbot.mouseClick(place.head._views["unused"], Qt.MouseButton.LeftButton)
    (card,) = not_used(qtbot, place).left_out
    assert card.where.text() == "Left out · also in English; it comes back in all of them"
    qtbot.keyClick(card.back, Qt.Key.Key_Return)
    assert place.text.row.id == gone
    assert place.text.row.label == "7"
    place.speak("en")
    assert numbered(place, "7").id == gone


def test_a_clause_left_out_comes_back_when_asked_and_not_with_drafting(qtbot: QtBot, place: DeclarationPlace):
    clause = numbered(place, "2 (c)")
    place.text.choose(clause.id)
    place.text.setFocus()
    qtbot.keyClick(place.text, Qt.Key.Key_Delete)
    assert clause.id not in [row.id for row in place.clauses]
    assert place.text.row.id == numbered(place, "2 (c)").id
    again(qtbot, place)
    assert clause.id not in [row.id for row in place.clauses]
    not_used(qtbot, place).left_out[0].back.click()
    assert place.text.row.id == clause.id
    assert not not_used(qtbot, place).left_out
    qtbot.keyClick(place.held, Qt.Key.Key_Z, CONTROL)
    assert clause.id not in [row.id for row in place.clauses]


def test_the_language_of_the_document_is_not_that_of_the_window(qtbot: QtBot, place: DeclarationPlace):
    place.speak("es")
    assert place.first.isVisible()
    drafted(qtbot, place)
    stored = place._workspace.store.get(Paragraph, numbered(place, "4").id)
    assert numbered(place, "4").text == said(stored, "es") != said(stored, "en")
    assert place.head.again.text().strip() == "Draft again"
    place._workspace.speak("fr")
    french = place.held.place
    assert french.language == "es"
    assert french.clauses


@pytest.mark.parametrize("ending", [".pdf", ".md", ".json"])
def test_exporting_writes_the_document_and_offers_to_show_it(
    qtbot: QtBot, place: DeclarationPlace, folder: Path, monkeypatch: pytest.MonkeyPatch, ending: str
):
    target = folder / f"declaration{ending}"
    opened: list[str] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or True)
    with qtbot.waitSignal(place._export.documents.written, timeout=30_000):
        qtbot.keyClick(place.text, Qt.Key.Key_E, CONTROL)
    assert target.stat().st_size > 1000
    if ending == ".pdf":
        assert target.read_bytes().startswith(b"%PDF")
    assert target.name in place.held.message_line.message.text
    place.held.message_line.press_action()
    assert opened == [str(target)]


def test_a_folder_that_cannot_be_written_is_refused_in_words(qtbot: QtBot, place: DeclarationPlace, folder: Path):
    place._export.write(folder / "nowhere" / "d.pdf", "en")
    qtbot.waitUntil(lambda: place.held.message_line.message.tone == "conflict", timeout=20_000)
    assert "d.pdf" in place.held.message_line.message.text


def test_a_name_is_suggested_that_every_system_takes(place: DeclarationPlace):
    about = place._workspace.consultation
    place._workspace.change(about, declaration_name={"en": 'What/we: "ask" <for>?'})
    assert place._export.suggested("en").name == "What we ask for.pdf"


def test_where_the_system_opens_nothing_it_is_said_where_the_file_is(
    qtbot: QtBot, place: DeclarationPlace, folder: Path, monkeypatch: pytest.MonkeyPatch
):
    target = folder / "declaration.md"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: False)
    with qtbot.waitSignal(place._export.documents.written, timeout=30_000):
        place.export()
    place.held.message_line.press_action()
    message = place.held.message_line.message
    assert str(folder) in message.text
    assert message.action == "Copy the path"
    place.held.message_line.press_action()
    assert QGuiApplication.clipboard().text() == str(target)


def test_a_name_that_no_kit_gives_has_the_language_in_it(place: DeclarationPlace):
    about = place._workspace.consultation
    place._workspace.change(about, declaration_name={"en": "What we ask for"})
    names = [place._export.suggested(language).name for language in ("en", "fr", "es")]
    assert names == ["What we ask for.pdf", "What we ask for (Français).pdf", "What we ask for (Español).pdf"]


def test_what_was_set_aside_becomes_a_clause_and_stays_one(qtbot: QtBot, place: DeclarationPlace):
    view = not_used(qtbot, place)
    aside = {each for each, fated in view.accounts.fates.items() if fated.fate is Fate.SET_ASIDE}
    while not (found := [entry for entry in view.unused.entries if entry.recommendation_id in aside]):
        view.unused.show_more()
    (entry, *_) = found
    recommendation = entry.recommendation_id
    entry.act.setFocus()
    qtbot.keyClick(entry.act, Qt.Key.Key_Return)
    idle(qtbot, place)
    assert recommendation not in place.standing.unused
    assert recommendation in place.text.row.passage.sources
    qtbot.waitUntil(place.text.hasFocus)
    assert place.spread.view == TEXT
    clause = place.text.row.id
    again(qtbot, place)
    assert clause in [row.id for row in place.clauses]
    place._workspace.steps.undo()  # what drafting again did besides
    place._workspace.steps.undo()
    assert recommendation in place.standing.unused


def test_the_clause_that_came_back_has_the_keyboard(qtbot: QtBot, place: DeclarationPlace):
    gone = numbered(place, "7").id
    place.text.choose(gone)
    place.text.doing.leave_out(False)
    back = not_used(qtbot, place).left_out[0].back
    back.setFocus()
    qtbot.keyClick(back, Qt.Key.Key_Return)
    assert place.text.row.id == gone
    qtbot.waitUntil(place.text.hasFocus)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F5)
    assert place.drafting.is_busy
    idle(qtbot, place)


def test_the_place_opens_on_the_draft_there_is_in_the_language_of_the_window(
    qtbot: QtBot, place: DeclarationPlace, folder: Path
):
    workspace = place._workspace
    place.speak("fr")
    drafted(qtbot, place)
    workspace.settings.keep("declaration/language", "")
    path = workspace.path
    workspace.close()
    assert workspace.open_now(path)
    place.held.go(anywhere.GO_DECLARATION)
    assert place.held.place.language == "en"
    assert place.held.place.text.row is not None
