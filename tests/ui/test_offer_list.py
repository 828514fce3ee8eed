"""What is offered while somebody types: read whole, steered from the field, chosen by key or mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.offer import Offer, OfferHeading, matched_places
from ui.widgets.offer_list import MOST_ROWS, OfferList, spot_under

ROWS = (OfferHeading("Here"), Offer("a", "Ana Ruiz", "Lima", "3 times"), None, Offer("b", "Anatole Roy"))


class Line(QLineEdit):
    """A field that hands its keys to the list first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.list: OfferList | None = None

    def event(self, event) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == event.Type.KeyPress and self.list.steer(event):
            return True
        return super().event(event)


@pytest.fixture
def page(bare, qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(640, 520)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


@pytest.fixture
def line(page, bare, qtbot):
    made = Line(page)
    made.setGeometry(40, 460, 300, 32)
    made.list = OfferList(bare.theme, page)
    made.show()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def test_enter_takes_the_row_that_the_arrows_lead_to_and_headings_are_passed_over(line) -> None:
    taken = []
    line.list.chosen.connect(taken.append)
    line.list.open_over(line, spot_under(line), ROWS)
    assert line.list.rows.current.key == "a"
    QTest.keyClick(line, Qt.Key.Key_Down)
    assert line.list.rows.current.key == "b"
    QTest.keyClick(line, Qt.Key.Key_Down)
    assert line.list.rows.current.key == "a"
    QTest.keyClick(line, Qt.Key.Key_Up)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert taken == ["b"]
    assert not line.list.is_open
    assert line.hasFocus()


def test_escape_puts_the_list_away_and_chooses_nothing(line) -> None:
    taken = []
    line.list.chosen.connect(taken.append)
    line.list.open_over(line, spot_under(line), ROWS)
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert (taken, line.list.is_open) == ([], False)


def test_a_click_chooses_a_row_and_the_keyboard_stays_in_the_field(line) -> None:
    taken = []
    line.list.chosen.connect(taken.append)
    line.list.open_over(line, spot_under(line), ROWS)
    rows = line.list.rows
    place = rows.visualItemRect(rows.item(3)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert taken == ["b"]
    assert line.hasFocus()


@pytest.mark.parametrize("many", [3, MOST_ROWS, MOST_ROWS + 4])
def test_as_many_rows_as_there_are_but_no_more_than_ten_are_seen_whole(line, many: int) -> None:
    line.list.open_over(line, spot_under(line), [Offer(number, f"Row {number}") for number in range(many)])
    rows = line.list.rows
    room = rows.viewport().rect()
    whole = [row for row in range(many) if room.contains(rows.visualItemRect(rows.item(row)))]
    assert len(whole) == min(many, MOST_ROWS)
    assert rows.verticalScrollBar().isVisible() == (many > MOST_ROWS)
    assert line.parentWidget().rect().contains(line.list.geometry())
    assert not line.list.geometry().intersects(line.geometry())


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_current_row_has_the_soft_ground_and_the_others_that_of_paper(line, bare, mode: str) -> None:
    bare.theme.choose(mode)
    line.list.open_over(line, spot_under(line), ROWS)
    image = line.list.grab().toImage()
    rows = line.list.rows
    grounds = [
        QColor(image.pixel(rows.mapTo(line.list, rows.visualItemRect(rows.item(row)).topLeft()) + QPoint(6, 4))).name()
        for row in (1, 3)
    ]
    assert grounds == [bare.theme.soft("accent").name(), bare.theme.colours.base]
    bare.theme.choose("light")


@pytest.mark.parametrize(
    ("text", "typed", "found"),
    [
        ("Karol Whittaker", "ro", [(2, 4)]),
        ("Caro Rodríguez", "ro", [(5, 7)]),
        ("Élodie", "el", [(0, 2)]),
        ("Straße", "strasse", [(0, 6)]),
        ("Ana", "z", []),
    ],
)
def test_letters_are_found_where_a_word_begins_first_and_without_their_accents(text, typed, found) -> None:
    assert matched_places(text, typed) == found


def test_the_list_goes_when_the_window_is_resized(line, page) -> None:
    line.list.open_over(line, spot_under(line), ROWS)
    page.resize(700, 560)
    assert not line.list.is_open
