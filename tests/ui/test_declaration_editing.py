"""A clause edited where it stands: its parts and their italics, its translation, and what could not be saved."""

from __future__ import annotations

from pathlib import Path

import pytest
from declaring import again, drafted, idle, numbered, opened, type_after
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from consultation.composing import declaration
from consultation.errors import NotSaved
from consultation.language import translator
from consultation.model import Item, Paragraph, Recommendation
from consultation.publishing import markdown_text
from consultation.reading.needs import Need
from consultation.reading.parts import Parts
from consultation.reading.passages import State
from tests.drafting.rooms import said
from ui.actions import anywhere
from ui.declaration.parts_edit import PartsEdit
from ui.declaration.place import DeclarationPlace
from ui.declaration.rows import TextRow
from ui.workspace import Workspace

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def place(qtbot: QtBot, bare: Workspace, folder: Path) -> DeclarationPlace:
    return drafted(qtbot, opened(qtbot, bare, folder))


def foreign(place: DeclarationPlace) -> TextRow:
    """The first clause in the words of a room that spoke another language."""
    return next(row for row in place.clauses if row.passage.other_language)


def italics(field: PartsEdit) -> str:
    """The letters that are shown in italics."""
    cursor, shown = field.textCursor(), ""
    for position, letter in enumerate(field.toPlainText()):
        cursor.setPosition(position + 1)
        shown += letter if cursor.charFormat().fontItalic() else ""
    return shown


def mark(field: PartsEdit, start: int, end: int) -> None:
    """Mark letters by the keyboard."""
    QApplication.sendPostedEvents()
    cursor = field.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)


def test_editing_a_clause_saves_it_and_drafting_again_keeps_it(qtbot: QtBot, place: DeclarationPlace):
    workspace = place._workspace
    clause = numbered(place, "2 (c)")
    type_after(qtbot, place, "2 (c)", " Within <b>one</b> year")
    assert place.text.editing.field.parts.lead_in == place.text.editing.field.parts.addressed == ""
    qtbot.keyClick(place.text.editing.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: place.text.editing is None)
    stored = workspace.store.get(Item, clause.id)
    assert said(stored) == f"{clause.passage.parts.words} Within <b>one</b> year"
    assert place.text.hasFocus()
    assert numbered(place, "2 (c)").passage.edited
    qtbot.keyClick(place.text, Qt.Key.Key_F5)
    idle(qtbot, place)
    assert workspace.store.get(Item, clause.id).words["en"].endswith("Within <b>one</b> year")
    document = declaration(workspace.store, translator("en"))
    assert "Within" in markdown_text(document)


def test_an_edited_clause_offers_the_way_back(qtbot: QtBot, place: DeclarationPlace):
    before = numbered(place, "2 (c)")
    type_after(qtbot, place, "2 (c)", " Soon")
    place.text.end_edit()
    qtbot.keyClick(place.text, Qt.Key.Key_Space)
    assert place.spread.peek.proposal.isVisible()
    assert place.spread.peek.proposal.text == before.passage.parts.words
    place.spread.peek.proposal.take()
    assert numbered(place, "2 (c)").text == before.text
    assert not numbered(place, "2 (c)").passage.edited
    assert not place.spread.peek.proposal.isVisible()
    qtbot.keyClick(place.held, Qt.Key.Key_Z, CONTROL)
    assert numbered(place, "2 (c)").passage.said.endswith("Soon")


def test_when_the_sources_change_an_edited_clause_stays_and_the_new_proposal_is_shown(
    qtbot: QtBot, place: DeclarationPlace
):
    workspace = place._workspace
    row = next(
        row
        for row in place.clauses
        if row.lettered
        and row.passage.state is State.SETTLED
        and len(row.passage.sources) == 1
        and workspace.store.get(Recommendation, row.passage.sources[0]).language == "en"
    )
    type_after(qtbot, place, row.passage.number.replace("\u00a0", " "), " Soon")
    place.text.end_edit()
    source = workspace.store.get(Recommendation, row.passage.sources[0])
    workspace.change(source, text=source.text.rstrip(".") + ", in public.")
    assert "stays as it is, though drafting now proposes something else" in again(qtbot, place)
    place.text.choose(row.id)
    place.spread.open_peek()
    assert place.spread.peek.proposal.text.endswith("in public")
    assert place.text.row.passage.said.endswith("Soon")


def test_what_is_typed_is_saved_when_another_place_is_shown(qtbot: QtBot, place: DeclarationPlace):
    clause = numbered(place, "2 (c)")
    type_after(qtbot, place, "2 (c)", " Today")
    place.held.go(anywhere.GO_SESSION)
    assert place._workspace.store.get(Item, clause.id).words["en"].endswith("Today")


def test_an_emptied_clause_keeps_its_words(qtbot: QtBot, place: DeclarationPlace):
    clause = numbered(place, "2 (c)")
    type_after(qtbot, place, "2 (c)", "")
    place.text.editing.field.selectAll()
    qtbot.keyClick(place.text.editing.field, Qt.Key.Key_Delete)
    place.text.end_edit()
    assert place._workspace.store.get(Item, clause.id).words["en"] == clause.passage.parts.words
    assert numbered(place, "2 (c)").text == clause.text


def test_what_could_not_be_saved_of_a_clause_stands_there_again(
    qtbot: QtBot, place: DeclarationPlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = numbered(place, "2 (a)")

    def refuse(*_: object, **__: object) -> None:
        raise NotSaved("The stick is full.")

    with monkeypatch.context() as full:
        full.setattr(place._workspace.store, "change", refuse)
        type_after(qtbot, place, "2 (a)", " At once")
        place.text.choose(numbered(place, "2 (b)").id)
        assert place.text.editing is None
    place.text.choose(first.id)
    place.text.edit_clause()
    assert place.text.editing.field.toPlainText().endswith(" At once")
    qtbot.waitUntil(lambda: not place.text.editing.field.pending, timeout=3000)
    place.text.end_edit()
    assert numbered(place, "2 (a)").passage.said.endswith(" At once")


def test_what_opens_a_clause_is_in_italics_while_it_is_edited(qtbot: QtBot, place: DeclarationPlace):
    type_after(qtbot, place, "4", " <i>Now.</i> *Soon.*")
    field = place.text.editing.field
    assert italics(field) == "Government."
    assert field.toPlainText().endswith("<i>Now.</i> *Soon.*")
    assert field.parts.addressed.endswith("<i>Now.</i> *Soon.*")


def test_words_typed_into_a_part_belong_to_it(qtbot: QtBot, place: DeclarationPlace):
    clause = numbered(place, "4").passage
    type_after(qtbot, place, "4", "")
    field = place.text.editing.field
    qtbot.keyClick(field, Qt.Key.Key_Home, CONTROL)
    for _ in "Government.":
        qtbot.keyClick(field, Qt.Key.Key_Right)
    qtbot.keyClicks(field, " All")
    assert field.parts.lead_in == "Government. All"
    assert italics(field) == "Government. All"
    for _ in range(2):
        qtbot.keyClick(field, Qt.Key.Key_Right)
    qtbot.keyClicks(field, "XY")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: place.text.editing is None)
    stored = place._workspace.store.get(Paragraph, clause.id)
    assert stored.lead_in["en"] == "Government. All"
    assert stored.addressed["en"] == f"{clause.parts.addressed[:1]}XY{clause.parts.addressed[1:]}"
    assert "en" not in stored.words
    assert numbered(place, "4").opening == "Government. All"


def test_italics_are_given_and_taken_by_their_key(qtbot: QtBot, place: DeclarationPlace):
    row = next(row for row in place.clauses if row.opening == "Having consulted")
    clause = row.passage
    place.text.choose(row.id)
    place.text.edit_clause()
    field = place.text.editing.field
    mark(field, 0, len("Having consulted"))
    qtbot.keyClick(field, Qt.Key.Key_I, CONTROL)
    assert italics(field) == ""
    assert field.parts.lead_in == ""
    mark(field, 0, len("Having"))
    qtbot.keyClick(field, Qt.Key.Key_I, CONTROL)
    assert italics(field) == "Having"
    field.flush()
    stored = place._workspace.store.get(Paragraph, clause.id)
    assert stored.lead_in["en"] == "Having"
    assert said(stored) == clause.text
    mark(field, 30, 35)
    qtbot.keyClick(field, Qt.Key.Key_I, CONTROL)
    assert italics(field) == "Having"
    assert "italics" in place.held.message_line.message.text


def test_undoing_in_the_field_gives_every_part_its_words_back(qtbot: QtBot, place: DeclarationPlace):
    parts = numbered(place, "4").passage.parts
    type_after(qtbot, place, "4", "")
    field = place.text.editing.field
    mark(field, 2, 20)
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    assert field.parts != parts
    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert field.parts == parts


def test_whoever_replaces_everything_writes_plain_words(qtbot: QtBot, place: DeclarationPlace):
    type_after(qtbot, place, "2 (c)", "")
    field = place.text.editing.field
    qtbot.keyClick(field, Qt.Key.Key_A, CONTROL)
    qtbot.keyClicks(field, "dig wells.")
    assert field.parts == Parts(words="dig wells.")


def test_a_clause_in_another_language_is_translated_where_it_stands_for_every_document(
    qtbot: QtBot, place: DeclarationPlace
):
    row = foreign(place)
    source = row.passage.own_sources[0]
    waiting = len(place.needs.passages[Need.TRANSLATION])
    assert "[to be translated from" in row.drawn
    assert "[to be translated" not in row.text
    assert row.lettered
    place.text.choose(row.id)
    place.text.setFocus()
    qtbot.keyClick(place.text, Qt.Key.Key_Return)
    edit = place.text.editing
    qtbot.waitUntil(edit.translation.hasFocus)
    assert not edit.field.isVisible()
    qtbot.keyClicks(edit.translation, "Weigh and publish the price of every tanker.")
    qtbot.keyClick(edit.translation, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: place.text.editing is None)
    kept = place._workspace.store.get(Recommendation, source).translations["en"]
    assert kept["text"] == "Weigh and publish the price of every tanker."
    after = place._model.row_of(row.id)
    assert after.passage.parts.words == "weigh and publish the price of every tanker"
    assert not after.passage.other_language
    assert len(place.needs.passages[Need.TRANSLATION]) == waiting - 1
    assert place.text.hasFocus()


def test_the_words_of_another_language_can_be_edited_themselves(qtbot: QtBot, place: DeclarationPlace):
    row = foreign(place)
    place.text.choose(row.id)
    place.text.edit_clause()
    edit = place.text.editing
    edit.edit_itself()
    qtbot.waitUntil(edit.field.hasFocus)
    assert not edit.translation.isVisible()
    qtbot.keyClicks(edit.field, " Hoy")
    qtbot.keyClick(edit.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: place.text.editing is None)
    after = place._model.row_of(row.id).passage
    assert after.said.endswith(" Hoy")
    assert after.state is State.SETTLED
    assert not place._workspace.store.get(Recommendation, row.passage.own_sources[0]).translations.get("en")


def test_a_translation_that_could_not_be_saved_stands_there_again(
    qtbot: QtBot, place: DeclarationPlace, monkeypatch: pytest.MonkeyPatch
):
    row = foreign(place)
    place.text.choose(row.id)

    def refuse(*_: object, **__: object) -> None:
        raise NotSaved("The stick is full.")

    with monkeypatch.context() as full:
        full.setattr(place._workspace.store, "change", refuse)
        place.text.edit_clause()
        qtbot.keyClicks(place.text.editing.translation, "Weigh them.")
        place.text.choose(numbered(place, "2 (c)").id)
        qtbot.waitUntil(lambda: place.text.editing is None)
    place.text.choose(row.id)
    place.text.edit_clause()
    assert place.text.editing.translation.toPlainText() == "Weigh them."
    qtbot.waitUntil(lambda: not place.text.editing.translation.pending, timeout=3000)
    place.text.end_edit()
    assert not place._model.row_of(row.id).passage.other_language


def test_opening_a_french_clause_changes_nothing_and_its_no_break_spaces_stay(qtbot: QtBot, place: DeclarationPlace):
    place.speak("fr")
    drafted(qtbot, place)
    row = next(row for row in place.clauses if row.passage.parts.words and "\u00a0" in row.passage.parts.words)
    place.text.choose(row.id)
    place.text.edit_clause()
    field = place.text.editing.field
    assert not field.pending
    assert field.parts == row.passage.parts
    qtbot.keyClicks(field, " Oui")
    place.text.end_edit()
    assert place._model.row_of(row.id).parts.words == f"{row.parts.words} Oui"


def test_a_translation_keeps_its_no_break_spaces(qtbot: QtBot, place: DeclarationPlace):
    row = foreign(place)
    place.text.choose(row.id)
    place.text.edit_clause()
    place.text.editing.translation.insertPlainText("Weigh them\u00a0: all.")
    place.text.end_edit()
    kept = place._workspace.store.get(Recommendation, row.passage.own_sources[0]).translations["en"]
    assert kept["text"] == "Weigh them\u00a0: all."


def test_tab_goes_on_from_the_translation_to_what_can_be_done_instead(qtbot: QtBot, place: DeclarationPlace):
    place.text.choose(foreign(place).id)
    place.text.edit_clause()
    edit = place.text.editing
    qtbot.keyClick(edit.translation, Qt.Key.Key_Tab)
    qtbot.waitUntil(edit._instead.hasFocus)
    assert place.text.editing is edit
    qtbot.keyClick(edit._instead, Qt.Key.Key_Backtab)
    qtbot.waitUntil(edit.translation.hasFocus)


def test_the_editor_is_as_high_as_what_stands_in_it(qtbot: QtBot, place: DeclarationPlace):
    place.text.choose(place.clauses[3].id)
    place.text.edit_clause()
    editing = place.text.editing
    assert editing is not None
    qtbot.waitUntil(lambda: editing.height() == editing.height_for(place.text.viewport().width()))
