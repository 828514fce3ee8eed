"""The open space in the window: added by hand, accepted into the programme or declined with a reason, signed up for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from consultation.model import Interest, InterestState, Session, SignUp
from ui.prepare.open_space import OpenSpacePage
from ui.prepare.place import OPEN_SPACE, PreparePlace
from ui.shell.places import PLACES


@pytest.fixture
def page(window, qtbot) -> OpenSpacePage:
    window.show_place(PLACES.index(PreparePlace))
    place = window.place
    assert isinstance(place, PreparePlace)
    place.show_view(OPEN_SPACE)
    shown = place.page(OPEN_SPACE)
    assert isinstance(shown, OpenSpacePage)
    qtbot.wait(5)
    return shown


def titled(store, title) -> Interest:
    return next(each for each in store.all(Interest) if each.title == title)


def test_by_keys_alone_an_interest_is_written_down_and_taken_into_the_programme(page, window, qtbot):
    store = window.workspace.store
    before = store.count(Session)
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_N)
    assert page.form.name.hasFocus()
    qtbot.keyClicks(page.form.name, "Wells for all")
    page.form.flush()
    assert titled(store, "Wells for all").state is InterestState.RECEIVED
    qtbot.keyClick(page.form.name, Qt.Key.Key_Escape)
    assert page.table.hasFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_A)
    accepted = titled(store, "Wells for all")
    assert accepted.state is InterestState.ACCEPTED
    assert store.get(Session, accepted.session).title == {"en": "Wells for all"}
    assert store.count(Session) == before + 1


def test_declining_asks_for_a_reason_where_it_is_typed_and_keeps_it(page, window, qtbot):
    store = window.workspace.store
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_N)
    qtbot.keyClicks(page.form.name, "A talk")
    page.form.flush()
    qtbot.keyClick(page.form.name, Qt.Key.Key_Escape)
    qtbot.keyClick(page.table, Qt.Key.Key_D)
    assert titled(store, "A talk").state is InterestState.RECEIVED
    assert page.form._reason.hasFocus()
    qtbot.keyClicks(page.form._reason, "The days are full.")
    page.form.decline_button.click()
    assert (titled(store, "A talk").state, titled(store, "A talk").reason) == (
        InterestState.DECLINED,
        "The days are full.",
    )


def test_whoever_signs_up_takes_places_and_taking_them_off_gives_these_back(page, window, qtbot):
    store = window.workspace.store
    store.change(store.session("D3-VISITS"), places=3)
    window.workspace.reread()
    page.visits.choose(0)
    page.visits.row_asked.emit(0)
    qtbot.keyClicks(page.sign_ups.who, "Colegio de la Costa")
    page.sign_ups.people.setText("2")
    qtbot.keyClick(page.sign_ups.who, Qt.Key.Key_Return)
    (made,) = store.all(SignUp)
    assert (made.who, made.people) == ("Colegio de la Costa", 2)
    assert page.places.offered[0].left == 1
    assert page.sign_ups.who.hasFocus()
    assert page.sign_ups.who.text() == ""
    page.sign_ups._take_off(made, "Colegio de la Costa")
    assert page.places.offered[0].left == 3


def test_what_is_typed_reads_as_plain_text(page, window):
    store = window.workspace.store
    store.save(Interest(title="<b>Wells</b><img src='x'>"))
    window.workspace.reread()
    page.show_record(titled(store, "<b>Wells</b><img src='x'>").id)
    assert page.form.name.text() == "<b>Wells</b><img src='x'>"
