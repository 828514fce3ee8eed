"""The peek: the order of the hour, by keyboard as the eye goes; closed, it reads nothing."""

from __future__ import annotations

import eyes
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit

from consultation.model import (
    Intervention,
    KnownVocabulary,
    Person,
    Recommendation,
    RecommendationSet,
    RecommendationStatus,
    Reservation,
    Support,
)

MANY = "Fund the buses that run at night, on Sundays and where no bus runs today. " * 12


@pytest.fixture
def place(wide, workspace):
    place = wide.place
    place.show_session(workspace.store.session("D1-CLIMATE").id)
    place.side.people.add("Marisol Tennant, City of Lake Tamsin")
    place.side.people.add("Fatma Yildiz")
    return place


@pytest.fixture
def full(place, workspace) -> Recommendation:
    """A recommendation with everything that one can have."""
    store = workspace.store
    said = Intervention(id=store.new_id(), session=place.session.id, text="The bus never comes.")
    addressees, capitals = store.terms(KnownVocabulary.ADDRESSEE), store.terms(KnownVocabulary.CAPITAL)
    made = Recommendation(
        id=store.new_id(),
        session=place.session.id,
        set=RecommendationSet.POLICY,
        text="Fund the night buses.",
        language="en",
        status=RecommendationStatus.ADOPTED,
        interventions=[said.id],
        addressees=[term.id for term in addressees[:3]],
        terms={KnownVocabulary.CAPITAL.value: [capitals[0].id]},
        reference="BUS-1",
    )
    for record in (
        said,
        made,
        Support(id=store.new_id(), recommendation=made.id, in_favour=20, against=1, abstain=3),
        Support(id=store.new_id(), recommendation=made.id, group="Youth", in_favour=7),
        Reservation(id=store.new_id(), recommendation=made.id, text="Not without the rural lines.", who="two mayors"),
    ):
        assert workspace.save(record)
    place.show_record(made.id)
    place.peek.open()
    return made


@pytest.fixture
def page(place, full):
    place.details.recommendation.more.open()
    QApplication.processEvents()
    return place.details.recommendation


def stored(workspace, record):
    return workspace.store.get(type(record), record.id)


def at() -> object:
    return QApplication.focusWidget()


def press(key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(at(), key, modifiers)


def test_tab_goes_through_the_peek_as_the_eye_does(place, page, qtbot) -> None:
    page.text.setFocus()
    stops = []
    while at() not in stops and place.details.isAncestorOf(at()):
        stops.append(at())
        press(Qt.Key.Key_Tab)
    assert not eyes.against_the_eye(stops, place.details)
    names = [stop.accessibleName() or stop.text() for stop in stops if not isinstance(stop, QPlainTextEdit)]
    assert names[:4] == ["For", "Against", "Abstain", "Status"]
    assert names[4:7] == ["Who has the reservation", "Delete the reservation", "Add a reservation"]
    assert stops[-1].text() == "Delete"
    assert len(stops) < 36, "a group of chips is one stop"


def test_the_counts_are_one_tab_from_the_words(place, full) -> None:
    place.details.edit()
    assert at() is place.details.text
    press(Qt.Key.Key_Tab)
    assert at() is place.details.recommendation.support._rows[0].votes[0]


def test_what_was_made_late_stands_in_the_order_of_tab_too(place, page) -> None:
    page.reservations.add()
    card = page.reservations._cards[-1]
    assert card.who.hasFocus()
    QTest.keyClicks(card.who, "Fatma")
    press(Qt.Key.Key_Tab)
    assert card.remove.hasFocus() or card.text.hasFocus()
    page.support.add_group()
    row = page.support._rows[-1]
    assert row.group.hasFocus()
    QTest.keyClicks(row.group, "Elders")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    assert row.votes[0].hasFocus()


def test_who_comes_first_and_enter_goes_on_to_the_words(place, full, workspace) -> None:
    place.details.setFocus()
    press(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    card = place.details.recommendation.reservations._cards[-1]
    assert card.who.hasFocus()
    QTest.keyClicks(card.who, "Mari")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert (card.who.text(), card.text.hasFocus()) == ("Marisol Tennant", True)
    QTest.keyClicks(card.text, "Only with the figures.")
    press(Qt.Key.Key_Escape)
    made = workspace.store.all(Reservation)[-1]
    marisol = next(person for person in workspace.store.all(Person) if person.name == "Marisol Tennant")
    assert (made.text, made.person, made.who) == ("Only with the figures.", marisol.id, "")


def test_any_words_may_be_who(place, full, workspace) -> None:
    reservations = place.details.recommendation.reservations
    reservations.add()
    card = reservations._cards[-1]
    QTest.keyClicks(card.who, "two mayors of the coast")
    press(Qt.Key.Key_Return)
    assert card.text.hasFocus()
    QTest.keyClicks(card.text, "Not now.")
    card.flush()
    made = workspace.store.all(Reservation)[-1]
    assert (made.person, made.who) == (None, "two mayors of the coast")


def test_the_fields_of_a_reservation_are_named_when_they_are_filled(place, full) -> None:
    card = place.details.recommendation.reservations._cards[0]
    assert [label.text() for label in card.findChildren(QLabel) if label.isVisible()] == ["Who", "What"]


def test_the_bar_and_the_share_grow_while_counts_are_typed(place, full) -> None:
    page = place.details.recommendation
    assert page._result._share.text() == "87% of 31 in favour"
    assert page.support._bar._counts == (27, 1, 3)
    vote = page.support._rows[0].votes[0]
    vote.setFocus()
    QTest.keyClicks(vote, "40")
    assert page.support._bar._counts == (47, 1, 3)


def test_enter_in_the_last_count_goes_back_to_the_line(place, full, workspace) -> None:
    page = place.details.recommendation
    workspace.delete(workspace.store.all(Support)[-1], "")
    votes = page.support._rows[0].votes
    votes[0].setFocus()
    for number in ("30", "2", "0"):
        QTest.keyClicks(at(), number)
        press(Qt.Key.Key_Return)
    assert place.room.entry.edit.hasFocus()
    (support,) = workspace.store.all(Support)
    assert (support.in_favour, support.against, support.abstain) == (30, 2, 0)


def test_more_says_what_is_folded_away(place, full) -> None:
    more = place.details.recommendation.more
    assert not more.is_open
    assert more._told.text() == "1 capital  ·  1 group  ·  reference BUS-1"
    assert not place.details.recommendation.rationale.isVisible()


def test_words_out_of_sight_are_named_in_the_head_and_come_back_to_be_edited(place, page) -> None:
    head, bar = place.details._head, place.details.bar
    assert bar.maximum() > 100
    bar.setValue(bar.maximum())
    assert head._words.isVisible()
    assert head._words.whole == "Fund the night buses."
    assert head._number.isVisible()
    place.details.edit()
    assert bar.value() < 20
    assert not head._words.isVisible()


def test_the_caret_is_always_in_sight(place, full, workspace) -> None:
    workspace.change(full, text=MANY)
    place.window().resize(1440, 640)
    QApplication.processEvents()
    place.details.edit()
    area = place.details._area()
    for _ in range(12):
        QTest.keyClicks(place.details.text, " and more words")
        caret = place.details.text.cursorRect()
        y = place.details.text.viewport().mapTo(area.viewport(), caret.center()).y()
        assert 0 <= y <= area.viewport().height()


def test_keys_of_the_peek_work_where_no_field_has_the_keyboard(place, full, workspace) -> None:
    asked = []
    place.details.other_asked.connect(lambda by: asked.append(by))
    place.details.recommendation.reservations._add.setFocus()
    press(Qt.Key.Key_Down)
    assert asked == [1]
    place.show_record(full.id)
    place.details.recommendation.reservations._add.setFocus()
    press(Qt.Key.Key_R)
    assert len(place.details.recommendation.reservations._cards) == 2
    QTest.keyClicks(at(), "R r")
    assert at().text() == "R r"
    place.details.text.setFocus()
    press(Qt.Key.Key_Up)
    assert asked == [1]
    press(Qt.Key.Key_Escape)
    assert not place.details.isVisible()


def test_a_closed_peek_reads_nothing(place, full, workspace, monkeypatch) -> None:
    place.peek.close()
    other = Recommendation(session=place.session.id, set=RecommendationSet.POLICY, text="Plant trees.", language="en")
    workspace.save(other)
    asked = []
    store = type(workspace.store)
    real = store.all
    monkeypatch.setattr(store, "all", lambda self, kind, *a, **k: asked.append(kind) or real(self, kind, *a, **k))
    place.details.show_entry(place.room.stream.entry)
    place.details.know_people()
    place.details.offer_terms()
    assert asked == []
    place.peek.open()
    assert Reservation in asked


def test_what_was_made_from_an_intervention_is_asked_for_by_its_field(place, full, workspace, monkeypatch) -> None:
    read = []
    store = type(workspace.store)
    real = store.all
    monkeypatch.setattr(store, "all", lambda self, kind, *a, **k: read.append(kind) or real(self, kind, *a, **k))
    place.show_record(full.interventions[0])
    made = place.details._pages[Intervention].made
    assert [row.text() for row in made.findChildren(object) if getattr(row, "text", None) and row.isVisible()][-1:] == [
        "Fund the night buses."
    ]
    assert Recommendation not in read


def test_a_speaker_is_nobody_new_unless_the_list_is_asked_to_add_them(place, full, workspace) -> None:
    place.show_record(full.interventions[0])
    speaker = place.details._pages[Intervention].speaker
    before = len(workspace.store.all(Person))
    speaker.setFocus()
    QTest.keyClicks(speaker, "2")
    press(Qt.Key.Key_Tab)
    assert len(workspace.store.all(Person)) == before
    assert speaker.text() == ""
    speaker.setFocus()
    QTest.keyClicks(speaker, "Zehra Aydin")
    press(Qt.Key.Key_Return)
    said = stored(workspace, workspace.store.get(Intervention, full.interventions[0]))
    assert workspace.store.get(Person, said.person).name == "Zehra Aydin"


def test_wide_enough_the_parts_stand_in_two_columns(place, full, qtbot) -> None:
    page = place.details.recommendation
    assert page.reservations.y() > page.support.y()
    place.window().resize(960, 640)
    qtbot.waitUntil(lambda: place.details.width() > 800)
    QApplication.processEvents()
    left = page.support.mapTo(page, page.support.rect().topRight()).x()
    assert page.reservations.mapTo(page, page.reservations.rect().topLeft()).x() > left
    page.text.setFocus()
    stops = []
    while at() not in stops and place.details.isAncestorOf(at()):
        stops.append(at())
        press(Qt.Key.Key_Tab)
    votes = page.support._rows[0].votes
    assert [stops.index(part) for part in (*votes, page.reservations._add)] == [1, 2, 3, 8]


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("size", [(1440, 900), (1280, 720), (960, 600)])
def test_nothing_in_the_peek_is_cut_or_nameless(place, page, workspace, size, scale, qtbot) -> None:
    workspace.theme.resize(scale)
    place.window().resize(*size)
    qtbot.wait(50)
    try:
        assert not eyes.overlapping(place.details)
        assert not eyes.cut(place.details)
        assert not eyes.unnamed(place.details)
    finally:
        workspace.theme.resize(1.0)


def test_tab_goes_from_the_floor_to_the_paper_to_the_peek(place, full) -> None:
    parts, stop, first = [], place.side.people._list, place.side.people._list
    while True:
        part = next((part for part in (place.side, place.room, place.details) if part.isAncestorOf(stop)), None)
        takes_tab = stop.isVisible() and stop.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes_tab and part not in (None, *parts[-1:]):
            parts.append(part)
        stop = stop.nextInFocusChain()
        if stop is first:
            break
    assert parts == [place.side, place.room, place.details]
