"""What is typed stays typed until it is saved, whatever is shown meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from consultation.errors import NotSaved
from consultation.model import Recommendation, RecommendationSet, Reservation, Support
from consultation.store import Store
from ui.session.details.recommendation import RecommendationDetails


@pytest.fixture
def place(window, workspace):
    place = window.place
    place.show_session(workspace.store.session("D1-CLIMATE").id)
    place.details.show()
    return place


def recommendation(place, text: str, language: str = "en") -> Recommendation:
    made = Recommendation(session=place.session.id, set=RecommendationSet.POLICY, text=text, language=language)
    assert place._workspace.save(made)
    place.show_record(made.id)
    return made


@pytest.fixture
def other(place) -> Recommendation:
    return recommendation(place, "Plant trees.")


@pytest.fixture
def made(place, other) -> Recommendation:
    return recommendation(place, "Fund the buses.")


@pytest.fixture
def page(place, made) -> RecommendationDetails:
    place.details.recommendation.more.open()
    return place.details.recommendation


@contextmanager
def full_disk(workspace) -> Iterator[None]:
    def refuse(*_: object, **__: object) -> None:
        raise NotSaved("The stick is full.")

    with pytest.MonkeyPatch.context() as full:
        for name in ("save", "change"):
            full.setattr(workspace.store, name, refuse)
        yield


def count(vote, number: int) -> None:
    """Type a number over what stands in a count field."""
    vote.selectAll()
    QTest.keyClicks(vote, str(number))


def typed(field) -> None:
    """Begin to type in a field."""
    field.setFocus()
    field.selectAll()


def test_a_reservation_that_could_not_be_saved_waits_with_its_recommendation(
    page, place, made, other, workspace
) -> None:
    with full_disk(workspace):
        page.reservations.add()
        QTest.keyClicks(page.reservations._cards[-1].text, "Not without the rural lines.")
        QTest.keyClicks(page.reservations._cards[-1].who, "two mayors")
        place.show_record(other.id)
        assert page.reservations._cards == []
        place.show_record(made.id)
    (card,) = page.reservations._cards
    assert card.isVisible()
    assert (card.text.toPlainText(), card.who.text()) == ("Not without the rural lines.", "two mayors")
    place.show_record(other.id)
    (stored,) = workspace.store.all(Reservation)
    assert (stored.recommendation, stored.text, stored.who) == (made.id, "Not without the rural lines.", "two mayors")
    place.show_record(made.id)
    assert len(page.reservations._cards) == 1


def test_a_change_to_a_reservation_that_could_not_be_saved_comes_back_and_is_saved(
    page, place, made, other, workspace, qtbot: QtBot
) -> None:
    kept = Reservation(recommendation=made.id, text="Not without the rural lines.", language="en")
    workspace.save(kept)
    with full_disk(workspace):
        QTest.keyClicks(page.reservations._cards[0].text, "Not now. ")
        place.show_record(other.id)
    place.show_record(made.id)
    words = "Not now. Not without the rural lines."
    assert page.reservations._cards[0].text.toPlainText() == words
    qtbot.waitUntil(lambda: workspace.store.get(Reservation, kept.id).text == words, timeout=3000)


def test_who_has_a_reservation_waits_until_there_are_words(page, place, made, other, workspace) -> None:
    page.reservations.add()
    card = page.reservations._cards[-1]
    typed(card.who)
    QTest.keyClicks(card.who, "two mayors of the coast")
    card.text.setFocus()
    assert workspace.store.all(Reservation) == []
    place.show_record(other.id)
    assert workspace.messages.log[-1].text.startswith("The reservation of “two mayors of the coast” has no words yet")
    place.show_record(made.id)
    (card,) = page.reservations._cards
    assert card.who.text() == "two mayors of the coast"
    QTest.keyClicks(card.text, "Not without the rural lines.")
    place.show_record(other.id)
    (stored,) = workspace.store.all(Reservation)
    assert (stored.text, stored.who) == ("Not without the rural lines.", "two mayors of the coast")


def test_who_is_saved_although_the_words_beside_it_were_emptied(page, made, workspace) -> None:
    kept = Reservation(recommendation=made.id, text="Not without the rural lines.", language="en")
    workspace.save(kept)
    card = page.reservations._cards[0]
    typed(card.text)
    QTest.keyClick(card.text, Qt.Key.Key_Delete)
    QTest.keyClicks(card.who, "two mayors")
    card.flush()
    stored = workspace.store.get(Reservation, kept.id)
    assert (stored.text, stored.who) == ("Not without the rural lines.", "two mayors")


def test_counts_that_could_not_be_saved_wait_with_their_recommendation(page, place, made, other, workspace) -> None:
    with full_disk(workspace):
        count(page.support._rows[0].votes[0], 12)
        page.support.add_group()
        QTest.keyClicks(page.support._rows[-1].group, "Youth")
        count(page.support._rows[-1].votes[1], 7)
        place.show_record(other.id)
        assert [row.votes[0].number for row in page.support._rows] == [None]
        assert len([row for row in page.support.findChildren(QToolButton) if row.isVisible()]) == 0
    place.show_record(made.id)
    assert [row.votes[0].number for row in page.support._rows] == [12, None]
    assert page.support._rows[0].isVisible()
    assert page.support._rows[1].group.isVisible()
    place.show_record(other.id)
    counts = {one.group: (one.recommendation, one.in_favour, one.against) for one in workspace.store.all(Support)}
    assert counts == {"": (made.id, 12, None), "Youth": (made.id, None, 7)}


def test_counts_typed_just_now_stay_when_another_group_is_taken_out(page, made, workspace, qtbot: QtBot) -> None:
    for group in ("Youth", "Mayors"):
        workspace.save(Support(recommendation=made.id, group=group, in_favour=1))
    room, _, first = page.support._rows
    count(room.votes[0], 12)
    page.support.add_group()
    QTest.keyClicks(page.support._rows[-1].group, "Rooms")
    count(page.support._rows[-1].votes[0], 3)
    first.remove.click()
    assert [row.votes[0].number for row in page.support._rows] == [12, 1, 3]
    qtbot.waitUntil(lambda: sorted(one.in_favour for one in workspace.store.all(Support)) == [1, 3, 12], timeout=3000)
    assert [row.votes[0].number for row in page.support._rows] == [12, 1, 3]


def test_counts_typed_just_now_stay_when_others_count_too(page, made, workspace) -> None:
    count(page.support._rows[0].votes[0], 12)
    page.support.add_group()
    QTest.keyClicks(page.support._rows[-1].group, "Youth")
    with Store.open(workspace.path, workspace.identity) as writer:
        writer.save(Support(id=writer.new_id(), recommendation=made.id, in_favour=40))
        writer.save(Support(id=writer.new_id(), recommendation=made.id, group="Mayors", in_favour=4))
    workspace.save(Support(recommendation=made.id, group="Elders", in_favour=2))
    shown = [(row.group.text(), row.votes[0].number) for row in page.support._rows]
    assert shown[0] == ("", 40)
    assert sorted(shown) == sorted([("", 40), ("", 12), ("Youth", None), ("Mayors", 4), ("Elders", 2)])
    page.support.flush()
    assert sorted(one.in_favour or 0 for one in workspace.store.all(Support)) == [0, 2, 4, 12, 40]


def test_a_group_that_is_taken_out_is_not_saved_after_all(page, workspace) -> None:
    page.support.add_group()
    row = page.support._rows[-1]
    row.votes[0].setFocus()
    count(row.votes[0], 3)
    row.remove.click()
    page.support.flush()
    assert workspace.store.all(Support) == []
    assert len(page.support._rows) == 1


def test_a_translation_that_could_not_be_saved_waits_while_another_language_is_shown(
    page, place, made, workspace
) -> None:
    french = recommendation(place, "Planter des arbres.", "fr")
    place.show_record(made.id)
    with full_disk(workspace):
        QTest.keyClicks(page._translations["fr"].edit, "Financer les bus.")
        place.show_record(french.id)
        fields = {code: bound.edit.isVisible() for code, bound in page._translations.items()}
        assert fields == {"fr": False, "es": True, "en": True}
        place.show_record(made.id)
    assert page._translations["fr"].edit.isVisible()
    assert page._translations["fr"].edit.toPlainText() == "Financer les bus."
    page.flush()
    assert workspace.store.get(Recommendation, made.id).translations["fr"]["text"] == "Financer les bus."
