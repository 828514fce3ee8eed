"""Pop-ups: lists that open, completers, the names after @ and menus can be read, in light and in dark."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QCompleter, QLineEdit, QListWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.declaration.language_choice import LanguageChoice
from ui.look.colours import contrast
from ui.widgets.fields import Choice
from ui.widgets.popups import ROWS, menu_of
from ui.workspace import Workspace

LEAST = 4.5
HIGH = 28


@pytest.fixture(params=["light", "dark"])
def themed(bare: Workspace, request: pytest.FixtureRequest) -> Iterator[Workspace]:
    bare.theme.choose(request.param)
    yield bare
    bare.theme.choose("light")


@pytest.fixture
def page(themed: Workspace, qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(480, 640)
    QVBoxLayout(made).setAlignment(Qt.AlignmentFlag.AlignTop)
    return made


def put(page: QWidget, widget: QWidget, qtbot: QtBot) -> None:
    page.layout().addWidget(widget)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    widget.setFocus()


def seen(widget: QWidget, rows: QRect) -> tuple[str, str]:
    """Return the colours of the ground and of the words in a part of what is on the screen."""
    image = widget.grab(rows.adjusted(8, 3, -8, -3)).toImage()
    found = Counter(QColor(image.pixel(x, y)).name() for x in range(image.width()) for y in range(0, image.height()))
    ground = found.most_common(1)[0][0]
    return ground, max(found, key=lambda colour: contrast(colour, ground))


def check_list(themed: Workspace, view: QAbstractItemView, current: int, other: int) -> None:
    """See that two rows can be read, and the current one be told from the other."""
    theme, model = themed.theme, view.model()
    places = [view.visualRect(model.index(row, 0)) for row in (current, other)]
    (ground, words), (other_ground, other_words) = (seen(view.viewport(), place) for place in places)
    assert contrast(ground, words) >= LEAST
    assert contrast(other_ground, other_words) >= LEAST
    assert ground == theme.soft("accent").name()
    assert other_ground == theme.colours.base
    assert words == other_words == theme.colours.text


def test_the_list_of_a_box_can_be_read(themed, page, qtbot: QtBot) -> None:
    box = Choice()
    box.addItems(["English", "French", "Spanish"])
    box.setCurrentIndex(1)
    put(page, box, qtbot)
    box.showPopup()
    check_list(themed, box.view(), 1, 0)
    assert {box.view().visualRect(box.model().index(row, 0)).height() for row in range(3)} == {HIGH}


@pytest.mark.parametrize(("many", "expected"), [(3, 3), (ROWS, ROWS), (ROWS + 5, ROWS)])
def test_a_list_shows_ten_rows_whole_without_arrows(page, qtbot: QtBot, many: int, expected: int) -> None:
    box = Choice()
    box.addItems([f"Row {number}" for number in range(many)])
    put(page, box, qtbot)
    box.showPopup()
    view = box.view()
    room = view.viewport().rect()
    whole = [row for row in range(many) if room.contains(view.visualRect(view.model().index(row, 0)))]
    assert len(whole) == expected
    assert room.height() == expected * HIGH
    assert view.window().height() - room.height() < HIGH // 2  # no strips with arrows above and below
    assert view.verticalScrollBar().isVisible() == (many > ROWS)


def test_the_languages_of_the_document_can_be_read(themed, page, qtbot: QtBot) -> None:
    box = LanguageChoice(themed)
    box.show_language("fr")
    put(page, box, qtbot)
    box.showPopup()
    current = box.currentIndex()
    check_list(themed, box.view(), current, current - 1 if current else 1)


def test_a_completer_that_is_not_ours_can_be_read(themed, page, qtbot: QtBot) -> None:
    """Qt's own dialogs for files have such ones."""
    line = QLineEdit()
    completer = QCompleter(["Documents", "Downloads", "Desktop"], line)
    line.setCompleter(completer)
    put(page, line, qtbot)
    qtbot.keyClicks(line, "D")
    popup = completer.popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    for row, ground in ((0, themed.theme.soft("accent").name()), (1, themed.theme.colours.base)):
        place = popup.visualRect(popup.model().index(row, 0))
        image = popup.viewport().grab(place).toImage()
        found = {QColor(image.pixel(x, y)).name() for x in range(image.width()) for y in range(image.height())}
        assert ground in found
        assert max(contrast(colour, ground) for colour in found) >= LEAST
        assert QColor(image.pixel(image.width() - 4, image.height() // 2)).name() == ground


def test_a_box_of_qt_itself_can_be_read(themed, page, qtbot: QtBot) -> None:
    box = QComboBox()
    box.addItems(["All files", "Consultations"])
    put(page, box, qtbot)
    box.showPopup()
    check_list(themed, box.view(), 0, 1)


def test_a_menu_can_be_read(themed, page, qtbot: QtBot) -> None:
    put(page, QLineEdit(), qtbot)
    menu = menu_of(page)
    for text in ("Edit the clause", "Leave it out"):
        menu.addAction(text)
    menu.popup(page.mapToGlobal(page.rect().center()))
    menu.setActiveAction(menu.actions()[0])
    colours = themed.theme.colours
    for action, expected in zip(menu.actions(), (colours.soft("accent"), colours.base), strict=True):
        place = menu.actionGeometry(action)
        assert place.height() == HIGH
        assert seen(menu, place) == (expected, colours.text)
    assert contrast(colours.soft("accent"), colours.text) >= LEAST
    menu.close()


def test_lists_in_a_page_keep_the_ground_of_the_page(themed, page, qtbot: QtBot) -> None:
    view = QListWidget()
    view.addItems(["One", "Two"])
    put(page, view, qtbot)
    place = view.mapTo(page, view.rect().center())
    assert QColor(page.grab().toImage().pixel(place)).name() == themed.theme.colours.window
