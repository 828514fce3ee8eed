"""Chips: one stop of Tab for a group, arrows inside, Space and Enter tick; a long vocabulary shows what is chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from ui.widgets.chip_field import ChipField
from ui.widgets.chips import Chip, ChipChoice, ChipRow
from ui.widgets.fields import Tick
from ui.widgets.tab_order import follow_the_eye

STRANDS = (("people", "People"), ("planet", "Planet"), ("government", "Government"))
CITIES = tuple((f"city{number}", f"City number {number}") for number in range(30))


@pytest.fixture
def page(bare, qtbot):
    """Two lines with a group of each sort between them."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(420, 600)
    made.before, made.after = QLineEdit(), QLineEdit()
    made.any, made.one = ChipChoice(bare.theme), ChipRow(bare.theme)
    made.field = ChipField(bare.theme, bare.t, "Addressees")
    column = QVBoxLayout(made)
    for part in (made.before, made.any, made.one, made.field, made.after):
        column.addWidget(part)
    made.any.offer(STRANDS)
    made.one.offer([(key, name, "accent") for key, name in STRANDS])
    made.one.tick("planet")
    made.field.offer(CITIES)
    made.field.tick(["city3", "city4", "city5"])
    follow_the_eye(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.before.setFocus()
    qtbot.waitUntil(made.before.hasFocus)
    return made


def focused() -> str:
    widget = QApplication.focusWidget()
    return widget.text() if widget is not None and not isinstance(widget, QLineEdit) else type(widget).__name__


def tab(page, backward: bool = False) -> str:
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab if backward else Qt.Key.Key_Tab)
    return focused()


def press(key: Qt.Key) -> str:
    QTest.keyClick(QApplication.focusWidget(), key)
    return focused()


def test_a_group_is_one_stop_and_what_is_chosen_is_where_tab_comes_to(page) -> None:
    assert [tab(page) for _ in range(5)] == ["People", "Planet", "City number 3", "Add", "QLineEdit"]
    assert page.after.hasFocus()
    assert [tab(page, backward=True) for _ in range(4)] == ["Add", "City number 3", "Planet", "People"]


def test_arrows_go_from_chip_to_chip_and_tab_comes_back_to_the_last_one(page) -> None:
    tab(page)
    assert [press(key) for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right)] == [
        "Planet",
        "Government",
        "People",
    ]
    assert [press(key) for key in (Qt.Key.Key_End, Qt.Key.Key_Left, Qt.Key.Key_Home)] == [
        "Government",
        "Planet",
        "People",
    ]
    assert press(Qt.Key.Key_Right) == "Planet"
    assert tab(page) == "Planet", "the other group"
    assert tab(page, backward=True) == "Planet"
    assert page.any.ticked() == [], "arrows only look"


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_arrows_go_the_way_that_is_read(page, direction) -> None:
    page.any.setLayoutDirection(direction)
    tab(page)
    forward = Qt.Key.Key_Right if direction == Qt.LayoutDirection.LeftToRight else Qt.Key.Key_Left
    assert press(forward) == "Planet"


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_space_and_enter_tick(page, key) -> None:
    chosen = []
    page.any.chosen.connect(chosen.append)
    page.one.chosen.connect(chosen.append)
    tab(page)
    press(key)
    press(Qt.Key.Key_Right)
    press(key)
    press(key)
    tab(page)
    press(Qt.Key.Key_Right)
    press(key)
    press(key)
    assert chosen == [["people"], ["people", "planet"], ["people"], "government", "government"]
    assert page.one.ticked() == ["government"], "one of them is chosen, always"


def test_a_check_box_takes_enter_too(bare, qtbot) -> None:
    box = Tick("Quote by name")
    qtbot.addWidget(box)
    box.show()
    said = []
    box.clicked.connect(lambda ticked: said.append(ticked))
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert (said, box.isChecked()) == ([True], True)


def test_a_screen_reader_hears_a_box_that_is_ticked_or_not(page) -> None:
    page.any.tick(["planet"])
    read = [
        (interface.role(), interface.text(QAccessible.Text.Name), bool(interface.state().checked))
        for interface in map(QAccessible.queryAccessibleInterface, page.any.findChildren(Chip))
    ]
    role = QAccessible.Role.CheckBox
    assert read == [(role, "People", False), (role, "Planet", True), (role, "Government", False)]


def test_only_what_is_chosen_of_a_long_vocabulary_is_a_chip(page, qtbot) -> None:
    chosen = []
    page.field.chosen.connect(chosen.append)
    QTest.mouseClick(page.field._add, Qt.MouseButton.LeftButton)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, "number 2")
    QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert chosen == [["city3", "city4", "city5", "city20"]]
    assert (line.text(), line.hasFocus()) == ("", True)
    QTest.keyClicks(line, "nowhere")
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert page.after.hasFocus()
    assert page.field.ticked() == chosen[-1], "what is not taken from the list is no addressee"
    assert not line.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_a_key_takes_a_chosen_word_off_and_the_next_one_has_the_keyboard(page, key) -> None:
    chosen = []
    page.field.chosen.connect(chosen.append)
    page.field._chips[1].setFocus()
    assert press(key) == "City number 5"
    assert press(key) == "City number 3"
    assert press(key) == "Add"
    assert chosen == [["city3", "city5"], ["city3"], []]


def test_the_cross_takes_a_chosen_word_off_and_a_press_on_the_word_does_not(page) -> None:
    chip = page.field._chips[0]
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(20, chip.height() // 2))
    assert page.field.ticked() == ["city3", "city4", "city5"]
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 14, chip.height() // 2))
    assert page.field.ticked() == ["city4", "city5"]


def test_what_is_not_offered_is_kept_though_it_is_not_shown(page) -> None:
    page.field.tick(["elsewhere", "city3"])
    chosen = []
    page.field.chosen.connect(chosen.append)
    page.field._chips[0].taken_off.emit()
    assert chosen == [["elsewhere"]]
