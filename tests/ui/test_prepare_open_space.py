"""The open space in the window: added by hand, accepted into the programme or declined with a reason, signed up for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from consultation.model import Interest, InterestState, Person, Session, SignUp
from tests.ui.preparing import shown_view
from ui.prepare.open_space import OpenSpacePage
from ui.prepare.place import OPEN_SPACE


@pytest.fixture
def page(window, qtbot) -> OpenSpacePage:
    shown = shown_view(window, OPEN_SPACE, OpenSpacePage)
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


def test_a_reason_that_is_typed_is_not_lost_where_one_looks_at_another_interest_first(page, window, qtbot):
    store = window.workspace.store
    store.save_all([Interest(title="A talk"), Interest(title="A walk")])
    window.workspace.reread()
    row = page.interests.place_of(titled(store, "A talk").id)
    page.table.choose(row)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_D)
    qtbot.keyClicks(page.form._reason, "The days are full.")
    other = page.interests.place_of(titled(store, "A walk").id)
    away, back = (Qt.Key.Key_Down, Qt.Key.Key_Up) if other > row else (Qt.Key.Key_Up, Qt.Key.Key_Down)
    for _ in range(abs(other - row)):
        qtbot.keyClick(page.table, away)
    qtbot.keyClick(page.table, Qt.Key.Key_D)
    assert page.form._reason.toPlainText() == ""
    for _ in range(abs(other - row)):
        qtbot.keyClick(page.table, back)
    qtbot.keyClick(page.table, Qt.Key.Key_D)
    declined = titled(store, "A talk")
    assert (declined.state, declined.reason) == (InterestState.DECLINED, "The days are full.")


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
    assert page.places.rows[0].left == 1
    assert page.sign_ups.who.hasFocus()
    assert page.sign_ups.who.text() == ""
    page.sign_ups._take_off(made, "Colegio de la Costa")
    assert page.places.rows[0].left == 3


@pytest.fixture
def visits(page, window):
    """Open the sign-up for the visits, in a file with a person of a name that nobody else has."""
    store = window.workspace.store
    store.change(store.session("D3-VISITS"), places=30)
    store.save(Person(name="Zoe Quilter", organisation="Atelier du Port"))
    window.workspace.reread()
    page.visits.choose(0)
    page.visits.row_asked.emit(0)
    return page.sign_ups


def test_a_name_that_is_only_typed_is_nobody_of_the_file(visits, window, qtbot):
    qtbot.keyClicks(visits.who, "Zoe Quilter")
    qtbot.keyClick(visits.who, Qt.Key.Key_Return)
    (made,) = window.workspace.store.all(SignUp)
    assert (made.who, made.person) == ("Zoe Quilter", None)


def test_of_two_people_of_one_name_the_one_that_is_picked_signs_up(visits, window, qtbot):
    store = window.workspace.store
    store.save(Person(name="Zoé Quilter", organisation="Mairie de Sainte-Ormille"))
    window.workspace.reread()
    qtbot.keyClicks(visits.who, "zoe mairie")
    qtbot.keyClick(visits.who, Qt.Key.Key_Down)
    qtbot.keyClick(visits.who, Qt.Key.Key_Return)
    assert visits.who.text() == "Zoé Quilter, Mairie de Sainte-Ormille"
    qtbot.keyClick(visits.who, Qt.Key.Key_Return)
    (made,) = store.all(SignUp)
    assert made.who == ""
    assert store.get(Person, made.person).organisation == "Mairie de Sainte-Ormille"


def test_words_that_are_changed_after_a_person_was_picked_are_words_again(visits, window, qtbot):
    qtbot.keyClicks(visits.who, "zoe")
    qtbot.keyClick(visits.who, Qt.Key.Key_Down)
    qtbot.keyClick(visits.who, Qt.Key.Key_Return)
    qtbot.keyClicks(visits.who, " and two others")
    qtbot.keyClick(visits.who, Qt.Key.Key_Return)
    (made,) = window.workspace.store.all(SignUp)
    assert (made.who, made.person) == ("Zoe Quilter, Atelier du Port and two others", None)


def test_who_asks_is_picked_from_the_file_and_taken_off_again(page, window, qtbot):
    store = window.workspace.store
    person = Person(id=store.new_id(), name="Zoé Quilter", organisation="Atelier du Port")
    store.save_all([person, Interest(title="Wells for all")])
    window.workspace.reread()
    page.show_record(titled(store, "Wells for all").id)
    qtbot.keyClicks(page.form.who, "quil")
    qtbot.keyClick(page.form.who, Qt.Key.Key_Down)
    qtbot.keyClick(page.form.who, Qt.Key.Key_Return)
    asking = titled(store, "Wells for all")
    assert (asking.person, asking.who) == (person.id, "")
    assert page.form.contact.hasFocus()
    page.form._take_off()
    asking = titled(store, "Wells for all")
    assert (asking.person, asking.who) == (None, "Zoé Quilter, Atelier du Port")
    assert page.form.who.hasFocus()


def test_what_is_typed_reads_as_plain_text(page, window):
    store = window.workspace.store
    store.save(Interest(title="<b>Wells</b><img src='x'>"))
    window.workspace.reread()
    page.show_record(titled(store, "<b>Wells</b><img src='x'>").id)
    assert page.form.name.text() == "<b>Wells</b><img src='x'>"


def test_words_typed_narrow_the_list_and_what_fits_none_can_be_let_go(page, window, qtbot):
    store = window.workspace.store
    store.save_all([Interest(title="Wells for all", who="Association of the springs"), Interest(title="Roofs")])
    window.workspace.reread()
    whole = page.interests.rowCount()
    page.go_find()
    qtbot.keyClicks(page.finding, "spring")
    assert [each.interest.title for each in page.interests.rows] == ["Wells for all"]
    qtbot.keyClicks(page.finding, " zzz")
    assert page._not_found.isVisible()
    assert page.table.isHidden()
    assert page.finding.hasFocus()
    qtbot.keyClick(page.finding, Qt.Key.Key_Escape)
    assert page.interests.rowCount() == whole
    assert page.table.hasFocus()


def test_a_key_sorts_by_a_column_and_once_more_the_other_way_round(page, window, qtbot):
    store = window.workspace.store
    store.save_all([Interest(title=title) for title in ("Żywiec", "água", "Zebra", "Eau")])
    window.workspace.reread()
    qtbot.keyClick(page, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    rising = [each.interest.title for each in page.interests.rows]
    assert [title for title in rising if title in ("Żywiec", "água", "Zebra", "Eau")] == [
        "água",
        "Eau",
        "Zebra",
        "Żywiec",
    ]
    qtbot.keyClick(page, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert [each.interest.title for each in page.interests.rows] == rising[::-1]


def test_typing_to_find_reads_nothing_from_the_file(page, window, qtbot, monkeypatch):
    window.workspace.store.save_all([Interest(title="Wells for all"), Interest(title="Roofs")])
    window.workspace.reread()
    page.go_find()
    monkeypatch.setattr(type(window.workspace.store), "all", lambda *_asked, **_where: pytest.fail("it was read"))
    qtbot.keyClicks(page.finding, "wel")
    assert [each.interest.title for each in page.interests.rows] == ["Wells for all"]
