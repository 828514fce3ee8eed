"""Conflicts: side by side, chosen by keys, written anew, undone."""

from __future__ import annotations

import shutil
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from consultation.deciding.desk import Part
from consultation.merging import merge
from consultation.model import KINDS, Recommendation, Session
from consultation.sample import make_merged_sample
from consultation.store import Identity, Store
from ui.actions import anywhere
from ui.merge.place import MergePlace
from ui.shell.main_window import MainWindow
from ui.workspace import Workspace


def shown(qtbot: QtBot, workspace: Workspace) -> MergePlace:
    window = MainWindow(workspace)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.go(anywhere.GO_MERGE)
    made = window.place
    made.held = window
    made.show_decisions()
    return made


@pytest.fixture
def place(qtbot: QtBot, bare: Workspace, folder: Path) -> MergePlace:
    path = folder / "merged.consult"
    make_merged_sample(path, bare.identity)
    assert bare.open_now(path)
    return shown(qtbot, bare)


def go_to(place: MergePlace, name: str) -> Recommendation:
    place.decisions.open_part(Part.CONFLICTS)
    names = [row.name for row in place.decisions.list.rows]
    place.decisions.list.choose(names.index(name))
    place.decisions.list.setFocus()
    return place.decisions.question.record


def test_who_said_what_and_when_is_shown_with_the_differing_words_marked(place: MergePlace):
    go_to(place, "text")
    first, second = place.decisions.page.cards
    assert first.answer.who == ("Tobias Renkema",)
    assert second.answer.who == ("Julieta Barrandeguy",)
    assert "give" in first.text.marked
    assert "voluntary" in second.text.marked
    assert "public" not in first.text.marked, "it stood there before both"
    assert place.decisions.page.before_text.toPlainText().startswith("Keep a public register")
    assert first.answer.files == ("facilitator-en.consult",)
    assert first.text.toPlainText() == first.answer.value


def test_a_key_chooses_and_undo_brings_the_question_back(qtbot: QtBot, place: MergePlace):
    workspace, decisions = place._workspace, place.decisions
    record = go_to(place, "text")
    key, value = decisions.question.key, decisions.question.answers[0].value
    qtbot.keyClick(decisions.list, Qt.Key.Key_1)
    assert workspace.store.get(Recommendation, record.id).text == value
    assert len(decisions.desk.conflicts) == 4
    assert decisions.question.key != key
    qtbot.keyClick(place.held, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(decisions.desk.conflicts) == 5
    assert decisions.question.key == key


def test_j_and_k_and_the_arrows_move(qtbot: QtBot, place: MergePlace):
    decisions = place.decisions
    decisions.list.choose(0)
    decisions.list.setFocus()
    qtbot.keyClick(decisions.list, Qt.Key.Key_J)
    qtbot.keyClick(decisions.list, Qt.Key.Key_Down)
    assert decisions.list.place == 2
    qtbot.keyClick(decisions.list, Qt.Key.Key_K)
    assert decisions.list.place == 1


def test_another_wording_is_written_and_kept(qtbot: QtBot, place: MergePlace):
    decisions = place.decisions
    record = go_to(place, "text")
    qtbot.keyClick(decisions.list, Qt.Key.Key_W)
    edit = decisions.page.own.edit
    assert edit.hasFocus()
    assert not edit.textCursor().hasSelection(), "the first key must not erase what is there"
    assert edit.textCursor().atEnd()
    edit.clear()
    qtbot.keyClicks(edit, "Keep a register of 12 carers <b>together</b>.")
    qtbot.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    stored = place._workspace.store.get(Recommendation, record.id)
    assert stored.text == "Keep a register of 12 carers <b>together</b>."
    assert len(decisions.desk.conflicts) == 4


def test_a_title_in_several_languages_shows_those_that_differ(place: MergePlace):
    go_to(place, "title")
    text = place.decisions.page.cards[0].text.toPlainText()
    assert "English: From Kütahya" in text
    assert "Spanish" not in text


def test_fixed_choices_are_read_as_words(place: MergePlace):
    go_to(place, "status")
    assert [card.text.toPlainText() for card in place.decisions.page.cards] == ["Adopted", "Set aside"]


def test_the_rail_says_how_many_wait_and_the_page_when_nothing_is_left(qtbot: QtBot, place: MergePlace):
    rail, decisions = place.held.frame.rail, place.decisions
    qtbot.waitUntil(lambda: decisions.open_desk.is_compared)
    waiting = decisions.count()
    assert rail._group.button(2).accessibleName() == f"Merge, {waiting} things wait"
    decisions.open_part(Part.CONFLICTS)
    for _ in range(5):
        qtbot.keyClick(decisions.list, Qt.Key.Key_2)
    assert decisions.question is None
    assert rail._group.button(2).accessibleName() == f"Merge, {waiting - 5} things wait"
    assert decisions.side.heads[Part.CONFLICTS].accessibleName() == "Conflicts, all decided"
    decisions.setFocus()
    while decisions.count():
        key = Qt.Key.Key_H if decisions.part is Part.INCOMPLETE else Qt.Key.Key_D
        qtbot.keyClick(decisions.list, key)
    decisions.step(1)
    assert rail._group.button(2).accessibleName() == "Merge"
    assert place.decisions.next.isVisible()
    place.decisions.next.click()
    assert type(place.held.place).__module__ == "ui.declaration.place"


def test_deleting_against_editing_is_put_into_words(qtbot: QtBot, bare: Workspace, folder: Path):
    mine, theirs = folder / "mine.consult", folder / "theirs.consult"
    make_merged_sample(mine, bare.identity)
    with Store.open(mine, bare.identity) as store:
        for conflict in store.conflicts():
            store.resolve(KINDS[conflict.kind], conflict.record, conflict.field, conflict.options[0].value)
        wanted = store.all(Recommendation)[0]
    shutil.copyfile(mine, theirs)
    with Store.open(theirs, Identity(uuid4(), uuid4(), "Nadia Ferhat")) as store:
        store.delete(store.get(Recommendation, wanted.id))
    with Store.open(mine, Identity(uuid4(), uuid4(), "Ilse Groot")) as store:
        store.change(store.get(Recommendation, wanted.id), rationale="It was asked for three times")
        merge(store, [theirs])
    assert bare.open_now(mine)
    place = shown(qtbot, bare)
    assert place.decisions.question.is_deletion
    words = " ".join(card.headline for card in place.decisions.page.cards)
    assert "Deleted by Nadia Ferhat" in words
    assert "Still wanted by Ilse Groot" in words
    keep = [card.answer.value for card in place.decisions.page.cards].index(False)
    qtbot.keyClick(place.decisions.list, Qt.Key(int(Qt.Key.Key_1) + keep))
    assert not bare.store.get(Recommendation, wanted.id).deleted


def test_markup_in_a_conflict_is_shown_as_it_was_typed(qtbot: QtBot, bare: Workspace, folder: Path):
    mine, theirs = folder / "mine.consult", folder / "theirs.consult"
    make_merged_sample(mine, bare.identity)
    shutil.copyfile(mine, theirs)
    with Store.open(mine, bare.identity) as store:
        session = store.all(Session)[0]
        store.change(session, room="<h1>Hall</h1> & <img src=x>")
    with Store.open(theirs, Identity(uuid4(), uuid4(), "N")) as store:
        store.change(store.get(Session, session.id), room="<b>Garden</b>")
    with Store.open(mine, bare.identity) as store:
        merge(store, [theirs])
    assert bare.open_now(mine)
    place = shown(qtbot, bare)
    rows = place.decisions.list.rows
    place.decisions.list.choose(next(number for number, row in enumerate(rows) if row.record.id == session.id))
    shown_texts = {card.text.toPlainText() for card in place.decisions.page.cards}
    assert shown_texts == {"<h1>Hall</h1> & <img src=x>", "<b>Garden</b>"}


def test_without_conflicts_the_page_says_so(qtbot: QtBot, workspace: Workspace):
    place = shown(qtbot, workspace)
    qtbot.waitUntil(place.decisions._nothing.isVisible)
    assert place.decisions.count() == 0


def test_another_wording_of_one_language_leaves_the_other_languages(qtbot: QtBot, bare: Workspace, folder: Path):
    mine, theirs = folder / "mine.consult", folder / "theirs.consult"
    make_merged_sample(mine, bare.identity)
    shutil.copyfile(mine, theirs)
    with Store.open(mine, bare.identity) as store:
        about = store.consultation
        store.change(about, purpose={"en": "To listen", "fr": "Écouter"})
    with Store.open(theirs, Identity(uuid4(), uuid4(), "N")) as store:
        store.change(store.consultation, purpose={"en": "To decide", "fr": "Écouter"})
    with Store.open(mine, bare.identity) as store:
        merge(store, [theirs])
    assert bare.open_now(mine)
    place = shown(qtbot, bare)
    go_to(place, "purpose")
    qtbot.keyClick(place.decisions.list, Qt.Key.Key_W)
    place.decisions.page.own.edit.clear()
    qtbot.keyClicks(place.decisions.page.own.edit, "To listen first")
    qtbot.keyClick(place.decisions.page.own.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert bare.consultation.purpose == {"en": "To listen first", "fr": "Écouter"}
