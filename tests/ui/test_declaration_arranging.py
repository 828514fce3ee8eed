"""What stands in the text is moved, split, joined, pinned, left out and adopted, by the keyboard and by the mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
from declaring import again, drafted, last_of, not_used, numbered, opened
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from consultation.model import Item, Paragraph
from consultation.reading.passages import State
from ui.actions import declaring
from ui.declaration.draft_model import carrying
from ui.declaration.dropping import drop_in_text
from ui.declaration.place import DeclarationPlace
from ui.keys import offered
from ui.workspace import Workspace

ALT, CONTROL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.fixture
def place(qtbot: QtBot, bare: Workspace, folder: Path) -> DeclarationPlace:
    return drafted(qtbot, opened(qtbot, bare, folder))


def at(place: DeclarationPlace, number: str) -> object:
    """Choose a row; the keyboard goes to the text. Its id."""
    row = numbered(place, number)
    place.text.choose(row.id)
    place.text.setFocus()
    return row.id


def undo(qtbot: QtBot, place: DeclarationPlace) -> None:
    qtbot.keyClick(place.held, Qt.Key.Key_Z, CONTROL)


def said(place: DeclarationPlace) -> str:
    return place.held.message_line.message.text


def test_an_item_moves_up_and_down_and_stays_at_hand(qtbot: QtBot, place: DeclarationPlace):
    moved = at(place, "2 (c)")
    qtbot.keyClick(place.text, Qt.Key.Key_Up, ALT)
    assert numbered(place, "2 (b)").id == moved == place.text.row.id
    qtbot.keyClick(place.text, Qt.Key.Key_Up, ALT)
    qtbot.keyClick(place.text, Qt.Key.Key_Up, ALT)
    assert numbered(place, "2 (a)").id == moved
    assert "first one here" in said(place)
    again(qtbot, place)
    assert numbered(place, "2 (a)").id == moved
    place.text.setFocus()
    qtbot.keyClick(place.text, Qt.Key.Key_Down, ALT)
    assert numbered(place, "2 (b)").id == moved
    undo(qtbot, place)
    assert numbered(place, "2 (a)").id == moved


def test_a_paragraph_moves_with_its_items_and_takes_the_next_number(qtbot: QtBot, place: DeclarationPlace):
    moved, item = at(place, "2"), numbered(place, "2 (a)").id
    qtbot.keyClick(place.text, Qt.Key.Key_Down, ALT)
    assert numbered(place, "3").id == moved
    assert numbered(place, "3 (a)").id == item


def test_an_item_goes_into_another_paragraph_from_a_list_by_number(qtbot: QtBot, place: DeclarationPlace):
    moved = at(place, "2 (c)")
    qtbot.keyClick(place.text, Qt.Key.Key_M)
    menu = QApplication.activePopupWidget()
    assert [action.text().split()[0] for action in menu.actions()] == ["3", "4", "5", "6", "7", "8", "9", "10"]
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert last_of(place, "4") == moved == place.text.row.id
    assert "4" in said(place)
    undo(qtbot, place)
    assert numbered(place, "2 (c)").id == moved


def test_an_item_is_split_where_the_cursor_is_and_joined_again(qtbot: QtBot, place: DeclarationPlace):
    first = at(place, "2 (c)")
    words, below = numbered(place, "2 (c)").passage.said, numbered(place, "2 (d)").id
    qtbot.keyClick(place.text, Qt.Key.Key_Return)
    field = place.text.editing.field
    qtbot.waitUntil(field.hasFocus)
    cursor = field.textCursor()
    cursor.setPosition(words.index(", and open"))
    field.setTextCursor(cursor)
    qtbot.keyClick(field, Qt.Key.Key_Return, SHIFT)
    assert place.text.editing is None
    assert numbered(place, "2 (c)").id == first
    assert numbered(place, "2 (c)").passage.said == words[: words.index(", and open")]
    assert place.text.row.id == numbered(place, "2 (d)").id
    assert place.text.row.passage.said.startswith("and open")
    assert numbered(place, "2 (e)").id == below
    qtbot.keyClick(place.text, Qt.Key.Key_J)
    assert place.text.row.id == first
    assert place.text.editing is not None
    place.text.end_edit()
    assert numbered(place, "2 (d)").id == below
    assert numbered(place, "2 (c)").passage.own_sources


def test_splitting_at_the_edge_of_the_words_says_why_not(qtbot: QtBot, place: DeclarationPlace):
    at(place, "2 (c)")
    qtbot.keyClick(place.text, Qt.Key.Key_Return)
    qtbot.keyClick(place.text.editing.field, Qt.Key.Key_Return, SHIFT)
    assert "both sides" in said(place)
    assert place.text.editing is not None


def test_a_clause_is_pinned_and_no_longer(qtbot: QtBot, place: DeclarationPlace):
    pinned = at(place, "2 (c)")
    qtbot.keyClick(place.text, Qt.Key.Key_P)
    assert place._workspace.store.get(Item, pinned).pinned
    qtbot.keyClick(place.text, Qt.Key.Key_P)
    assert not place._workspace.store.get(Item, pinned).pinned


def test_a_clause_is_left_out_in_this_language_alone(qtbot: QtBot, place: DeclarationPlace):
    gone = at(place, "2 (c)")
    after = numbered(place, "2 (d)").id
    qtbot.keyClick(place.text, Qt.Key.Key_Delete, SHIFT)
    assert gone not in [row.id for row in place.clauses]
    assert numbered(place, "2 (d)").id == after == place.text.row.id
    place.speak("fr")
    drafted(qtbot, place)
    assert place._model.row_of(gone).label == "c)"
    place.speak("en")
    not_used(qtbot, place).left_out[0].back.click()
    assert numbered(place, "2 (c)").id == gone


def test_what_the_secretariat_proposes_is_adopted_by_key_and_by_mouse(qtbot: QtBot, place: DeclarationPlace):
    proposed = at(place, "1")
    row = place.text.row
    assert "Proposed by the secretariat" in row.note
    qtbot.keyClick(place.text, Qt.Key.Key_A)
    assert place._workspace.store.get(Paragraph, proposed).adopted
    assert not place.text.row.note
    undo(qtbot, place)
    assert numbered(place, "1").note
    at(place, "1")
    room = place.text.itemDelegate().act_room(place.text.visualRect(place.text.currentIndex()), place.text.row)
    qtbot.mouseClick(place.text.viewport(), Qt.MouseButton.LeftButton, pos=room.center())
    assert place._workspace.store.get(Paragraph, proposed).adopted
    assert place.text.editing is None


def test_the_only_item_of_a_paragraph_runs_on_and_both_are_edited_as_one(qtbot: QtBot, place: DeclarationPlace):
    row = numbered(place, "9")
    assert row.led_by is not None
    assert row.drawn.startswith(row.led_by.leads_on)
    phrase = place._workspace.store.get(Paragraph, row.led_by.id).addressed["en"]
    at(place, "9")
    place.text.edit_clause()
    if place.text.editing.translating:
        place.text.editing.edit_itself()
    field = place.text.editing.field
    assert field.parts == row.parts
    qtbot.keyClicks(field, " now")
    place.text.end_edit()
    after = numbered(place, "9")
    assert after.item.said.endswith(" now")
    assert place._workspace.store.get(Paragraph, row.led_by.id).addressed["en"] == phrase


def test_a_quotation_of_the_room_is_not_edited(qtbot: QtBot, place: DeclarationPlace):
    at(place, "11 (a)")
    qtbot.keyClick(place.text, Qt.Key.Key_Return)
    assert place.text.editing is None
    assert "words of the room" in said(place)
    assert declaring.PIN not in offered(place)
    assert " for, " in place.text.row.drawn.replace("\u00a0", " ")


def test_while_a_clause_is_typed_the_rest_is_not_read_again(
    qtbot: QtBot, place: DeclarationPlace, monkeypatch: pytest.MonkeyPatch
):
    at(place, "2 (c)")
    qtbot.keyClick(place.text, Qt.Key.Key_Return)
    read = []
    monkeypatch.setattr(place, "_show_draft", lambda: read.append(True))
    qtbot.keyClicks(place.text.editing.field, " soon")
    place.text.flush()
    assert place._workspace.store.get(Item, place.text.row.id).words["en"].endswith(" soon")
    assert not read
    place.text.end_edit()
    assert read == [True]


def middle(place: DeclarationPlace, number: str, below: bool) -> QPoint:
    """A point in the upper or lower half of a row."""
    rect = place.text.visualRect(place._model.index_of(numbered(place, number).id))
    return QPoint(rect.center().x(), rect.bottom() - 3 if below else rect.top() + 3)


def let_go(widget, point: QPoint, dragged) -> None:
    """Drop a passage on a widget."""
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    data = carrying(dragged)  # the event does not own it
    event = QDropEvent(QPointF(point), Qt.DropAction.MoveAction, data, buttons, none)
    widget.dropEvent(event)
    QApplication.processEvents()


def test_an_item_that_is_dragged_stands_where_it_is_let_go(qtbot: QtBot, place: DeclarationPlace):
    moved = at(place, "2 (b)")
    view, row = place.text, numbered(place, "2 (b)")
    assert drop_in_text(view, place._model, row, middle(place, "2 (a)", below=True)) is None
    view._drop = drop_in_text(view, place._model, row, middle(place, "2 (a)", below=False))
    let_go(view, middle(place, "2 (a)", below=False), moved)
    assert numbered(place, "2 (a)").id == moved
    row = numbered(place, "2 (a)")
    view._drop = drop_in_text(view, place._model, row, middle(place, "2 (d)", below=True))
    let_go(view, middle(place, "2 (d)", below=True), moved)
    assert numbered(place, "2 (d)").id == moved


def test_nothing_is_dragged_into_another_part(place: DeclarationPlace):
    row = numbered(place, "2 (b)")
    place.text.choose(numbered(place, "11 (b)").id)
    QApplication.processEvents()
    assert drop_in_text(place.text, place._model, row, middle(place, "11 (b)", below=True)) is None


def test_an_item_dragged_onto_the_outline_goes_into_that_paragraph(qtbot: QtBot, place: DeclarationPlace):
    moved, outline = at(place, "2 (b)"), place.spread.side.outline
    entry = next(outline.item(row) for row in range(outline.count()) if outline.item(row).text().startswith("4 "))
    let_go(outline, outline.visualItemRect(entry).center(), moved)
    assert last_of(place, "4") == moved


def test_a_section_moves_from_the_outline(qtbot: QtBot, place: DeclarationPlace):
    outline = place.spread.side.outline
    heads = [row for row in range(outline.count()) if outline.item(row).text().startswith("What we")]
    names = [outline.item(row).text() for row in heads]
    outline.setFocus()
    outline.setCurrentRow(heads[0])
    assert place.text.row.label == "2"
    qtbot.keyClick(outline, Qt.Key.Key_Down, ALT)
    now = [outline.item(row).text() for row in range(outline.count())]
    assert [name for name in now if name.startswith("What we")] == [names[1], names[0], *names[2:]]


def test_what_can_be_done_with_the_clause_at_hand_is_offered(place: DeclarationPlace):
    at(place, "2 (c)")
    there = offered(place)
    for action in (
        declaring.MOVE_UP,
        declaring.MOVE_ELSEWHERE,
        declaring.JOIN,
        declaring.PIN,
        declaring.LEAVE_OUT_HERE,
    ):
        assert action in there
    assert declaring.ADOPT not in there
    menu = place.text.doing.menu()
    assert {item.objectName() for item in menu.actions()} >= {"move-down", "join", "pin", "leave-out"}


def test_a_translation_that_is_typed_over_an_earlier_one_stands(qtbot: QtBot, place: DeclarationPlace):
    store = place._workspace.store
    row = next(row for row in place.clauses if row.lettered and row.passage.rendering is not None)
    record = store.get(Item, row.id)
    made = record.renderings["en"]
    place._workspace.change(record, renderings={"en": {**made, "of": "0" * 16}})
    stale = place._model.row_of(row.id)
    assert stale.passage.state is State.STALE
    assert stale.drawn.startswith("[translation of an earlier text: ")
    place.text.choose(row.id)
    place.text.edit_clause()
    qtbot.keyClicks(place.text.editing.field, " now")
    place.text.end_edit()
    assert place._model.row_of(row.id).passage.state is State.SETTLED
