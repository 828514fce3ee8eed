"""One table of what can be done: menus, the page of keys and shortcuts are made from it, and no text holds a key."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_file
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel

from consultation.language import WINDOW_LANGUAGES, translator
from ui.actions import TABLE, Scope, anywhere, merging, preparing, recording
from ui.keys import offered, pressed, shown, tip
from ui.shell.help import KeysPage
from ui.shell.menus import MENUS
from ui.shell.places import PLACES

UI = Path(__file__).parents[2] / "ui"
KEYWORDS = {"t": None, "N_": None, "NP_": (1, 2), "plural": (1, 2), "context": ((1, "c"), 2)}
KEY = re.compile(
    r"\b(?:Ctrl|Alt|Shift|Meta|Cmd)\b|\bF\d{1,2}\b"
    r"|\b(?:Enter|Return|Escape|Esc|Backspace|Tab key)\b"
    r"|\((?:Del|Delete|Ins|Home|End|Up|Down|Tab|Space|[A-Z]|\d)\)"
)
"""Keys as they might stand in a text for people."""


WITHIN = {
    Scope.PALETTE: Scope.WINDOW,
    Scope.RECENT: Scope.WINDOW,
    Scope.ROOM: Scope.WINDOW,
    Scope.LINE: Scope.ROOM,
    Scope.STREAM: Scope.ROOM,
    Scope.COUNTING: Scope.ROOM,
    Scope.SEARCH: Scope.ROOM,
    Scope.PEOPLE: Scope.ROOM,
    Scope.NAME: Scope.ROOM,
    Scope.AGENDA: Scope.ROOM,
    Scope.DETAILS: Scope.ROOM,
    Scope.PREPARE: Scope.WINDOW,
    Scope.CONSULTATION: Scope.PREPARE,
    Scope.ORDERED: Scope.CONSULTATION,
    Scope.PARTS: Scope.CONSULTATION,
    Scope.VOCABULARIES: Scope.PREPARE,
    Scope.PEOPLE_TABLE: Scope.PREPARE,
    Scope.PEOPLE_ROWS: Scope.PEOPLE_TABLE,
    Scope.PERSON_FORM: Scope.PEOPLE_TABLE,
    Scope.PEOPLE_PAIRS: Scope.PEOPLE_TABLE,
    Scope.TABLE_IN: Scope.PREPARE,
    Scope.PROGRAMME: Scope.PREPARE,
    Scope.TIMETABLE: Scope.PROGRAMME,
    Scope.PROGRAMME_ROWS: Scope.PROGRAMME,
    Scope.OPEN_SPACE: Scope.PREPARE,
    Scope.AIMS: Scope.PREPARE,
    Scope.AIM_ROWS: Scope.AIMS,
    Scope.HAND_OUT: Scope.PREPARE,
    Scope.MERGE: Scope.WINDOW,
    Scope.FILES: Scope.MERGE,
    Scope.SALVAGE: Scope.MERGE,
    Scope.DECISIONS: Scope.MERGE,
    Scope.QUEUE: Scope.DECISIONS,
    Scope.CARDS: Scope.DECISIONS,
    Scope.WORDING: Scope.DECISIONS,
    Scope.DECIDED: Scope.MERGE,
    Scope.MERGES: Scope.MERGE,
    Scope.PRIORITIES: Scope.MERGE,
    Scope.MISSING: Scope.MERGE,
    Scope.HISTORY: Scope.WINDOW,
    Scope.DECLARATION: Scope.WINDOW,
    Scope.TEXT: Scope.DECLARATION,
    Scope.CLAUSE: Scope.TEXT,
    Scope.SOURCES: Scope.DECLARATION,
    Scope.FINDING: Scope.DECLARATION,
    Scope.UNUSED: Scope.DECLARATION,
    Scope.TWO: Scope.DECLARATION,
    Scope.TRANSLATING: Scope.DECLARATION,
}
"""The part of the window each part is in."""

TAKEN_OVER = {(preparing.NEXT_PERSON.name, anywhere.NEW.name)}
"""In the form of a person the key for something new is for the next person: no file is begun from a form."""


def messages() -> Iterator[tuple[Path, str]]:
    for file in sorted(UI.rglob("*.py")):
        for _, found, _, _ in extract_from_file("python", file, keywords=KEYWORDS):
            for text in (found,) if isinstance(found, str) else found:
                yield file, text


def test_no_text_of_the_window_holds_a_key() -> None:
    found = list(messages())
    assert len(found) > 300
    wrong = [f"{file.relative_to(UI)}: {text}" for file, text in found if text and KEY.search(text)]
    assert not wrong


def test_keys_are_bound_from_the_table_alone() -> None:
    """Elsewhere only Qt's own standard keys (copy, select all, undo in a field) are named."""
    wrong = []
    for file in sorted(UI.rglob("*.py")):
        if file.name == "keys.py":
            continue
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            called = node.func if isinstance(node, ast.Call) else None
            name = getattr(called, "id", getattr(called, "attr", ""))
            if isinstance(node, ast.Call) and ast.unparse(node).endswith(("QKeySequence()", "QKeySequence())")):
                continue  # takes keys away
            if name in ("QShortcut", "QKeySequence", "setShortcut", "setShortcuts"):
                wrong.append(f"{file.relative_to(UI)}:{node.lineno}")
    assert not wrong


@pytest.mark.parametrize("language", WINDOW_LANGUAGES)
def test_no_key_of_an_action_opens_a_menu_in_any_language(language: str) -> None:
    t = translator(language)
    opening = {f"Alt+{name[name.index('&') + 1].upper()}" for name in (t(name) for name, _ in MENUS)}
    assert [action.name for action in TABLE if opening & set(action.keys)] == []


def test_every_name_stands_for_one_action() -> None:
    names = [action.name for action in TABLE]
    assert len(names) == len(set(names)) > 40


@pytest.mark.parametrize("scope", list(Scope))
def test_no_key_means_two_things_in_one_part_of_the_window(scope: Scope) -> None:
    around, inner = [scope], scope
    while inner in WITHIN:
        inner = WITHIN[inner]
        around.append(inner)
    assert inner is Scope.WINDOW
    owners: dict[str, str] = {}
    for action in TABLE:
        for keys in action.keys if action.scope in around else ():
            written = QKeySequence(keys).toString()
            assert written, f"{keys} of {action.name} is no key"
            before = owners.setdefault(written, action.name)
            assert before == action.name or (action.name, before) in TAKEN_OVER


def test_everything_that_can_be_done_is_in_a_menu_or_on_the_page_of_keys(window, workspace, qtbot) -> None:
    page = KeysPage(workspace)
    qtbot.addWidget(page)
    listed = {label.objectName() for label in page.findChildren(QLabel)}
    in_menus = {item.objectName() for item in window.frame.top.menus.findChildren(QAction)}
    without_keys = {action.name for action in offered(window) if not action.keys}
    missing = [action.name for action in TABLE if action.name not in listed | in_menus | without_keys]
    assert not missing


def test_each_place_has_the_key_of_its_number() -> None:
    for number, place in enumerate(PLACES, 1):
        assert place.shown_by is not None
        assert place.shown_by.keys == (f"Ctrl+{number}",)


def test_the_key_of_its_number_goes_to_each_place(window, qtbot) -> None:
    for number, place in reversed(list(enumerate(PLACES, 1))):
        qtbot.keyClick(QApplication.focusWidget(), str(number), Qt.KeyboardModifier.ControlModifier)
        assert type(window.place) is place, number


def test_undo_is_offered_once_there_is_something_to_undo(window, workspace) -> None:
    from consultation.model import Person

    undo = next(
        item for item in window.frame.top.menus.findChildren(QAction) if item.objectName() == anywhere.UNDO.name
    )
    assert not undo.isEnabled()
    workspace.save(Person(name="Léa Durand"))
    assert undo.isEnabled()
    undo.trigger()
    assert not undo.isEnabled()


def test_a_tool_tip_says_the_words_and_the_keys(workspace) -> None:
    assert tip(workspace.t, recording.SESSIONS) == "Choose another session (Ctrl+G)"
    assert tip(workspace.t, anywhere.FIND, "Search") == "Search (Ctrl+F)"
    assert tip(workspace.t, anywhere.ABOUT) == "About this program"


def test_many_keys_are_shown_as_a_row(workspace) -> None:
    assert shown(merging.ANSWER) == "1 – 9"
    assert shown(recording.SAVE_LINE) == "Enter"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_both_enter_keys_are_one(qapp, key: Qt.Key) -> None:
    held = Qt.KeyboardModifier.KeypadModifier if key == Qt.Key.Key_Enter else Qt.KeyboardModifier.NoModifier
    assert pressed(QKeyEvent(QEvent.Type.KeyPress, key, held), recording.SAVE_LINE)
    shift = held | Qt.KeyboardModifier.ShiftModifier
    assert not pressed(QKeyEvent(QEvent.Type.KeyPress, key, shift), recording.SAVE_LINE)
    assert pressed(QKeyEvent(QEvent.Type.KeyPress, key, shift), recording.NEW_LINE)
