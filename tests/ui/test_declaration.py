"""The declaration: drafted, edited where it stands, drafted again, traced to its sources, exported."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from consultation.composing import declaration
from consultation.document import NumberedParagraph, Table, text_of
from consultation.errors import NotSaved
from consultation.language import translator
from consultation.model import Item, Paragraph, Recommendation, RecommendationSet, RecommendationStatus, Reservation
from consultation.publishing import markdown_text
from consultation.sample import make_merged_sample
from tests.drafting.rooms import said
from ui import actions
from ui.declaration.draft_model import ROW
from ui.declaration.place import DeclarationPlace
from ui.shell.main_window import MainWindow
from ui.workspace import Workspace

CONTROL = Qt.KeyboardModifier.ControlModifier


def shown(qtbot: QtBot, workspace: Workspace) -> DeclarationPlace:
    window = MainWindow(workspace)
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    window.go(actions.GO_DECLARATION)
    made = window.place
    made.held = window
    return made


@pytest.fixture
def empty(qtbot: QtBot, bare: Workspace, folder: Path) -> DeclarationPlace:
    path = folder / "merged.consult"
    make_merged_sample(path, bare.identity)
    assert bare.open_now(path)
    return shown(qtbot, bare)


@pytest.fixture
def place(qtbot: QtBot, empty: DeclarationPlace) -> DeclarationPlace:
    empty.first.make.click()
    return empty


def numbered(place: DeclarationPlace, number: str):
    return next(row for row in place.clauses if row.label == number)


def type_after(qtbot: QtBot, place: DeclarationPlace, number: str, words: str) -> None:
    place.text.choose(numbered(place, number).id)
    place.text.setFocus()
    qtbot.keyClick(place.text, Qt.Key.Key_Return)
    field = place.text.editing.field
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, words)


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


def test_drafting_shows_clauses_and_says_so(place: DeclarationPlace):
    assert place.text.isVisible()
    assert len(place.standing.paragraphs) == 80
    assert len(place.clauses) == 80 + place._workspace.store.count(Item)
    assert place.held.message_line.message.text == "The draft is made: 80 clauses."
    place.held.message_line.press_action()
    assert not place.standing.is_made
    assert place.first.isVisible()


def assert_same_numbers(place: DeclarationPlace) -> None:
    """Assert that the window and the document call every clause and every source by the same number."""
    document = declaration(place._workspace.store, translator("en"))
    blocks = [block for block in document.blocks if isinstance(block, NumberedParagraph)]
    window = {f"clause-{row.id}": row for row in place.clauses}
    assert [block.number for block in blocks] == [row.label for row in place.clauses if row.label and not row.lettered]
    for block in blocks:
        assert window[block.anchor].label == block.number
        for item in block.items:
            assert window[item.anchor].label == (f"({item.letter})" if item.letter else "")
    sources = {
        row.anchor: text_of(row.cells[0])
        for block in document.blocks
        if isinstance(block, Table)
        for row in block.rows
        if row.anchor.startswith("source-")
    }
    assert {f"source-{one}": str(number) for one, number in place.standing.source_numbers.items()} == sources
    for block in blocks:
        marked = {run.target: run.text for run in block.sources if run.target}
        row = window[block.anchor]
        place.text.choose(row.id)
        shown_ = {f"source-{card.recommendation_id}": str(card.number) for card in place.panel.sources.cards}
        if all(text.isdigit() for text in marked.values()) and not block.items:
            assert shown_ == marked


def test_numbers_are_those_of_the_document(place: DeclarationPlace):
    assert_same_numbers(place)


def test_once_a_cited_recommendation_is_deleted_window_and_document_still_say_the_same_numbers(
    place: DeclarationPlace,
):
    workspace = place._workspace
    row = next(row for row in place.clauses if row.tone and len(row.passage.sources) == 2)
    gone, stays = row.passage.sources
    reserved = sum(one.recommendation == stays for one in workspace.store.all(Reservation))
    total = len(place.standing.source_numbers)
    workspace.delete(workspace.store.get(Recommendation, gone), "Deleted.")
    assert_same_numbers(place)
    (after,) = [one for one in place.clauses if one.id == row.id]
    assert after.passage.sources == (stays,)
    assert after.passage.reservations == reserved
    assert sorted(place.standing.source_numbers.values()) == list(range(1, total))
    index = place._model.index_of(row.id)
    assert "1 source" in place.text.itemDelegate().notes(index.data(ROW))
    place.text.choose(row.id)
    assert [card.recommendation_id for card in place.panel.sources.cards] == [stays]


def test_the_sources_of_the_clause_at_hand_are_shown_in_their_own_words(qtbot: QtBot, place: DeclarationPlace):
    row = max((row for row in place.clauses if row.tone), key=lambda row: len(row.passage.sources))
    place.text.choose(row.id)
    cards = place.panel.sources.cards
    assert tuple(card.recommendation_id for card in cards) == row.passage.sources
    place.text.setFocus()
    qtbot.keyClick(place.text, Qt.Key.Key_Down)
    assert place.text.row.id != row.id
    assert tuple(card.recommendation_id for card in place.panel.sources.cards) == place.text.row.passage.sources


def with_items(place: DeclarationPlace, number: str) -> list[Item]:
    """Let a colleague divide the clause of a number into two items, each with one of the sources there are."""
    workspace, row = place._workspace, numbered(place, number)
    unused = [one.id for one in workspace.store.all(Recommendation)][:2]
    made = [
        Item(id=workspace.store.new_id(), paragraph=row.id, rank=rank, words={"en": words}, sources=[source])
        for rank, (words, source) in enumerate(zip(("open the wells;", "mend the roads."), unused, strict=True))
    ]
    for item in made:
        workspace.save(item)
    return made


def test_the_items_of_a_clause_stand_under_it_and_are_edited_and_left_out_like_it(
    qtbot: QtBot, place: DeclarationPlace
):
    first, second = with_items(place, "4")
    rows = place.clauses
    at = next(number for number, row in enumerate(rows) if row.label == "4")
    assert [(row.label, row.text, row.id) for row in rows[at + 1 : at + 3]] == [
        ("(a)", "open the wells;", first.id),
        ("(b)", "mend the roads.", second.id),
    ]
    assert_same_numbers(place)
    place.text.choose(first.id)
    assert [card.recommendation_id for card in place.panel.sources.cards] == first.sources
    place.text.setFocus()
    qtbot.keyClick(place.text, Qt.Key.Key_Return)
    edit = place.text.editing
    assert not edit.lead_in.isVisible()
    assert not edit.addressed.isVisible()
    edit.field.selectAll()
    qtbot.keyClicks(edit.field, "dig;")
    qtbot.keyClick(edit.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: place.text.editing is None)
    assert place._workspace.store.get(Item, first.id).words == {"en": "dig;"}
    qtbot.keyClick(place.text, Qt.Key.Key_Delete)
    assert first.id not in [row.id for row in place.clauses]
    assert place._model.row_of(second.id).label == ""
    place.panel.left_out.cards[0].back.click()
    assert place._model.row_of(second.id).label == "(b)"


def test_what_is_in_no_clause_is_listed(place: DeclarationPlace):
    workspace = place._workspace
    aside = {one.id for one in workspace.store.all(Recommendation) if one.status is RecommendationStatus.SET_ASIDE}
    assert set(place.standing.unused) == aside
    late = Recommendation(
        id=workspace.store.new_id(), set=RecommendationSet.POLICY, text="Count <i>every</i> tree", language="en"
    )
    workspace.save(late)
    assert place.standing.unused[0] == late.id
    place.panel.show_page(1)
    assert place.panel.unused.cards[0].recommendation_id == late.id
    place.again.click()
    assert late.id not in place.standing.unused
    assert "1 new clause" in place.held.message_line.message.text


def test_editing_a_clause_saves_it_and_drafting_again_keeps_it(qtbot: QtBot, place: DeclarationPlace):
    workspace = place._workspace
    clause = numbered(place, "4")
    type_after(qtbot, place, "4", " Within <b>one</b> year.")
    assert place.text.editing.lead_in.text() == "Call on"
    assert place.text.editing.addressed.text().endswith(" to")
    qtbot.keyClick(place.text.editing.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: place.text.editing is None)
    stored = workspace.store.get(Paragraph, clause.id)
    assert said(stored) == f"{clause.text} Within <b>one</b> year."
    assert place.text.hasFocus()
    assert numbered(place, "4").passage.edited
    qtbot.keyClick(place.text, Qt.Key.Key_F5)
    assert workspace.store.get(Paragraph, clause.id).words["en"].endswith("Within <b>one</b> year.")
    document = declaration(workspace.store, translator("en"))
    assert "Within" in markdown_text(document)


def test_each_part_of_a_clause_has_a_field_of_its_own(qtbot: QtBot, place: DeclarationPlace):
    clause = numbered(place, "4")
    type_after(qtbot, place, "4", "")
    edit = place.text.editing
    qtbot.keyClick(edit.field, Qt.Key.Key_Backtab)
    qtbot.waitUntil(edit.addressed.hasFocus)
    edit.addressed.selectAll()
    qtbot.keyClicks(edit.addressed, "mayors to")
    qtbot.keyClick(edit.addressed, Qt.Key.Key_Backtab)
    qtbot.waitUntil(edit.lead_in.hasFocus)
    assert place.text.editing is edit
    edit.lead_in.selectAll()
    qtbot.keyClicks(edit.lead_in, "Beg")
    qtbot.keyClick(edit.lead_in, Qt.Key.Key_Return)
    qtbot.waitUntil(edit.addressed.hasFocus)
    qtbot.keyClick(edit.addressed, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: place.text.editing is None)
    assert numbered(place, "4").text == f"Beg mayors to {clause.passage.parts.words}"
    assert numbered(place, "4").opening == "Beg"
    assert place._workspace.store.get(Paragraph, clause.id).words["en"] == clause.passage.parts.words


def test_an_edited_clause_offers_the_way_back(qtbot: QtBot, place: DeclarationPlace):
    before = numbered(place, "4")
    type_after(qtbot, place, "4", " Soon.")
    place.text.end_edit()
    assert place.panel.proposal.isVisible()
    assert place.panel.proposal.text == before.text
    place.panel.proposal.take()
    assert numbered(place, "4").text == before.text
    assert not numbered(place, "4").passage.edited
    assert not place.panel.proposal.isVisible()
    qtbot.keyClick(place.held, Qt.Key.Key_Z, CONTROL)
    assert numbered(place, "4").text.endswith("Soon.")


def test_when_the_sources_change_an_edited_clause_stays_and_the_new_proposal_is_shown(
    qtbot: QtBot, place: DeclarationPlace
):
    workspace = place._workspace
    row = next(
        row
        for row in place.clauses
        if row.tone
        and len(row.passage.sources) == 1
        and workspace.store.get(Recommendation, row.passage.sources[0]).language == "en"
    )
    type_after(qtbot, place, row.label, " Soon.")
    place.text.end_edit()
    source = workspace.store.get(Recommendation, row.passage.sources[0])
    workspace.change(source, text=source.text.rstrip(".") + ", in public.")
    place.again.click()
    assert "stays as it is, though drafting now proposes something else" in place.held.message_line.message.text
    place.text.choose(row.id)
    assert place.panel.proposal.text.endswith("in public.")
    assert place.text.row.text.endswith("Soon.")


def test_what_is_typed_is_saved_when_another_place_is_shown(qtbot: QtBot, place: DeclarationPlace):
    clause = numbered(place, "4")
    type_after(qtbot, place, "4", " Today")
    place.held.show_place(0)
    assert place._workspace.store.get(Paragraph, clause.id).words["en"].endswith("Today")


def test_an_emptied_clause_keeps_its_words(qtbot: QtBot, place: DeclarationPlace):
    clause = numbered(place, "4")
    type_after(qtbot, place, "4", "")
    place.text.editing.field.selectAll()
    qtbot.keyClick(place.text.editing.field, Qt.Key.Key_Delete)
    place.text.end_edit()
    assert place._workspace.store.get(Paragraph, clause.id).words["en"] == clause.passage.parts.words
    assert numbered(place, "4").text == clause.text


def test_a_clause_left_out_in_english_is_told_in_french_and_comes_back_there(qtbot: QtBot, place: DeclarationPlace):
    gone = numbered(place, "7").id
    place.text.choose(gone)
    place.text.setFocus()
    qtbot.keyClick(place.text, Qt.Key.Key_Delete)
    place.speak("fr")
    place.first.make.click()
    said = place.held.message_line.message.text
    assert said == "The draft is made: 79 clauses. 1 clause stays left out, as a person wanted."
    (card,) = place.panel.left_out.cards
    assert "Left out · also in English" in [label.text() for label in card.findChildren(QLabel)]
    qtbot.mouseClick(place.panel._tabs.button(1), Qt.MouseButton.LeftButton)
    qtbot.keyClick(card.back, Qt.Key.Key_Return)
    assert not place.panel.left_out.cards
    assert place.text.row.id == gone
    assert place.text.row.label == "7"
    place.speak("en")
    assert numbered(place, "7").id == gone


def test_a_clause_left_out_comes_back_when_asked_and_not_with_drafting(qtbot: QtBot, place: DeclarationPlace):
    clause = numbered(place, "4")
    place.text.choose(clause.id)
    place.text.setFocus()
    qtbot.keyClick(place.text, Qt.Key.Key_Delete)
    assert clause.id not in [row.id for row in place.clauses]
    assert place.text.row.id == numbered(place, "4").id
    place.make_draft()
    assert clause.id not in [row.id for row in place.clauses]
    place.panel.show_page(1)
    place.panel.left_out.cards[0].back.click()
    assert place.text.row.id == clause.id
    assert not place.panel.left_out.cards
    qtbot.keyClick(place.held, Qt.Key.Key_Z, CONTROL)
    assert clause.id not in [row.id for row in place.clauses]


def test_the_language_of_the_document_is_not_that_of_the_window(place: DeclarationPlace):
    place.speak("es")
    assert place.first.isVisible()
    place.first.make.click()
    stored = place._workspace.store.get(Paragraph, numbered(place, "4").id)
    assert numbered(place, "4").text == said(stored, "es") != said(stored, "en")
    assert place.again.text().strip() == "Draft again"
    place._workspace.speak("fr")
    again = place.held.place
    assert again.language == "es"
    assert again.clauses


def test_finding_words_goes_from_clause_to_clause(qtbot: QtBot, place: DeclarationPlace):
    qtbot.keyClick(place.held, Qt.Key.Key_F, CONTROL)
    search = place.outline.search
    qtbot.waitUntil(search.hasFocus)
    qtbot.keyClicks(search, "water")
    first = place.text.row
    assert "water" in first.text.casefold()
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert place.text.row.id != first.id
    assert "water" in place.text.row.text.casefold()


@pytest.mark.parametrize("ending", [".pdf", ".md", ".json"])
def test_exporting_writes_the_document_and_offers_to_show_it(
    qtbot: QtBot, place: DeclarationPlace, folder: Path, monkeypatch: pytest.MonkeyPatch, ending: str
):
    target = folder / f"declaration{ending}"
    opened: list[str] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    with qtbot.waitSignal(place._export.written, timeout=30_000):
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


def test_the_panel_can_be_closed_and_opened_by_keys(qtbot: QtBot, place: DeclarationPlace):
    keys = CONTROL | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(place.text, Qt.Key.Key_D, keys)
    assert not place.panel.isVisible()
    qtbot.keyClick(place.text, Qt.Key.Key_D, keys)
    assert place.panel.isVisible()


def test_three_columns_fit_on_a_small_screen(place: DeclarationPlace):
    assert place.held.width() <= 1280
    assert place.panel.isVisible()
    assert place.text.width() >= 360


def test_what_could_not_be_saved_of_a_clause_stands_there_again(
    qtbot: QtBot, place: DeclarationPlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = numbered(place, "2")

    def refuse(*_: object, **__: object) -> None:
        raise NotSaved("The stick is full.")

    with monkeypatch.context() as full:
        full.setattr(place._workspace.store, "change", refuse)
        type_after(qtbot, place, "2", " At once.")
        place.text.choose(numbered(place, "3").id)
        assert place.text.editing is None
    place.text.choose(first.id)
    place.text.edit_clause()
    assert place.text.editing.field.toPlainText().endswith(" At once.")
    qtbot.waitUntil(lambda: numbered(place, "2").text.endswith(" At once."), timeout=3000)
