"""The stream: like minutes, read and laid out as it is drawn, still while heights are corrected."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from consultation.model import (
    Intervention,
    InterventionKind,
    Lesson,
    Person,
    Recommendation,
    RecommendationSet,
    Support,
)
from ui.session import stream_model
from ui.session.stream_model import PAGE, Only

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def place(wide, workspace):
    place = wide.place
    place.show_session(workspace.store.session("D1-CLIMATE").id)
    return place


@pytest.fixture
def stream(place):
    return place.room.stream


def say(place, text: str, person=None, **values) -> Intervention:
    workspace = place._workspace
    said = Intervention(
        id=workspace.store.new_id(), session=place.session.id, text=text, person=person, language="en", **values
    )
    assert workspace.save(said)
    return said


def ask(place, text: str, of=RecommendationSet.POLICY, **values) -> Recommendation:
    workspace = place._workspace
    asked = Recommendation(
        id=workspace.store.new_id(), session=place.session.id, set=of, text=text, language="en", **values
    )
    assert workspace.save(asked)
    return asked


def fill(place, many: int) -> None:
    store = place._workspace.store
    with store.together():
        for number in range(many):
            words = "word " * (10 + 37 * number % 60)
            store.save(Intervention(id=store.new_id(), session=place.session.id, text=f"Number {number} {words}"))
    place._workspace.reread()


def test_the_name_stands_once_over_a_run_of_entries(place, workspace) -> None:
    rokia = Person(id=workspace.store.new_id(), name="Rokia Saré", organisation="Conseil des jeunes")
    workspace.save(rokia)
    for text, person in (("One.", rokia.id), ("Two.", rokia.id), ("Three.", None), ("Four.", rokia.id)):
        say(place, text, person)
    model = place.room.model
    assert [model.begins_run(row) for row in range(4)] == [True, False, True, True]
    assert model.entry(0).speaker.name == "Rokia Saré"
    assert model.entry(0).speaker.beside == "Conseil des jeunes"
    assert model.entry(2).speaker.name == "Somebody in the room"


def test_recommendations_have_the_numbers_that_a_moderator_says(place, workspace) -> None:
    ask(place, "Open the wells.")
    second = ask(place, "Plant trees.", RecommendationSet.CITIZENSHIP)
    say(place, "Yes.")
    ask(place, "Fund the buses.")
    workspace.delete(second, "Deleted.")
    assert [entry.number for entry in place.room.model.entries()] == [1, 0, 3]


def test_gaps_and_facts_stand_below_the_words_in_words(place, workspace) -> None:
    asked = ask(place, "Ouvrir les puits.")
    workspace.change(asked, language="fr")
    entry = place.room.model.entry(0)
    assert [(fact.words, fact.tone) for fact in entry.facts] == [("no strand", "incomplete"), ("in French", "")]
    assert entry.uncounted
    workspace.save(Support(id=workspace.store.new_id(), recommendation=asked.id, in_favour=3, against=1, abstain=0))
    entry = place.room.model.entry(0)
    assert (entry.counts, entry.uncounted) == ((3, 1, 0), False)


def test_a_screen_reader_names_the_rows_whole(place, stream, workspace) -> None:
    asked = ask(place, "Open the wells.")
    workspace.save(Support(id=workspace.store.new_id(), recommendation=asked.id, in_favour=3, against=1))
    say(place, "Who pays?", sort=InterventionKind.QUESTION)
    seen = QAccessible.queryAccessibleInterface(stream)
    texts = [seen.child(row).text(QAccessible.Text.Name) for row in range(seen.childCount())]
    rows = [text for text in texts if text]
    assert rows[0].startswith(
        "1. Policy and action. Somebody in the room. Open the wells. 3 for, 1 against. no strand."
    )
    assert rows[1].startswith("Question. Somebody in the room. Who pays?")


def test_only_what_is_seen_is_read_and_laid_out(place, stream, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def counting(store, ids, kinds):
        asked.append(len(ids))
        return read_said(store, ids, kinds)

    read_said = stream_model.read_said
    monkeypatch.setattr(stream_model, "read_said", counting)
    fill(place, 1500)
    QTest.qWait(50)
    assert sum(asked) <= 2 * PAGE
    known = sum(stream._rows.is_known(row) for row in range(1500))
    assert known < 60
    asked.clear()
    for _ in range(20):
        stream.verticalScrollBar().setValue(stream.verticalScrollBar().value() // 2)
        QTest.qWait(5)
    assert max(asked) <= PAGE


def test_the_entry_at_the_top_stays_while_heights_are_corrected(place, stream) -> None:
    fill(place, 600)
    bar = stream.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    QTest.qWait(20)
    for _ in range(8):
        top = stream.indexAt(stream.viewport().rect().topLeft())
        before = stream.visualRect(top).top()
        stream.scrollContentsBy(0, 0)
        QTest.qWait(5)
        assert stream.visualRect(top).top() == before
        bar.setValue(bar.value() - 137)
        assert stream.visualRect(top).top() == before + 137


def test_rows_follow_each_other_without_gaps_and_the_whole_of_the_last_can_be_seen(place, stream) -> None:
    fill(place, 300)
    stream.go_to_end()
    QTest.qWait(20)
    last = stream.visualRect(stream.model().index(299, 0))
    assert last.bottom() <= stream.viewport().height()
    row = 299
    while row and stream.visualRect(stream.model().index(row, 0)).top() > 0:
        below, above = (stream.visualRect(stream.model().index(at, 0)) for at in (row, row - 1))
        assert above.bottom() + 1 == below.top()
        row -= 1


def test_a_saved_line_is_seen_whole_and_selected_among_many(place, stream) -> None:
    fill(place, 400)
    line = place.room.entry.edit
    QTest.keyClicks(line, "Our river has no mayor.")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert stream.entry.text == "Our river has no mayor."
    rect = stream.visualRect(stream.currentIndex())
    assert stream.viewport().rect().contains(rect)


@pytest.mark.parametrize("key", [Qt.Key.Key_PageUp, Qt.Key.Key_Home, Qt.Key.Key_Up])
def test_the_row_that_keys_lead_to_is_seen_below_the_name_that_stays(place, stream, key) -> None:
    fill(place, 200)
    stream.setFocus()
    QTest.keyClick(stream, key)
    rect = stream.visualRect(stream.currentIndex())
    above = 0 if stream.begins_run(stream.currentIndex().row()) else stream._delegate.text.head_high()
    assert rect.top() >= above
    assert rect.bottom() <= stream.viewport().height() + 1


def test_a_count_of_the_head_shows_those_alone_and_again_takes_that_off(place, stream) -> None:
    say(place, "Good morning.")
    ask(place, "Open the wells.")
    ask(place, "Plant trees.", RecommendationSet.CITIZENSHIP)
    filters = place.room.head.filters
    shown = {only: filters.button(only).text() for only in Only if not filters.button(only).isHidden()}
    assert shown == {
        Only.CITIZENSHIP: "1 citizenship",
        Only.POLICY: "1 policy and action",
        Only.NO_STRAND: "2 without strand",
        Only.NOT_COUNTED: "2 not counted",
    }
    QTest.mouseClick(filters.button(Only.POLICY), Qt.MouseButton.LeftButton)
    assert [entry.text for entry in place.room.model.entries()] == ["Open the wells."]
    QTest.mouseClick(filters.button(Only.POLICY), Qt.MouseButton.LeftButton)
    assert place.room.model.rowCount() == 3
    QTest.mouseClick(filters.button(Only.NOT_COUNTED), Qt.MouseButton.LeftButton)
    assert place.room.model.rowCount() == 2
    stream.setFocus()
    QTest.keyClick(stream, Qt.Key.Key_Escape)
    assert place.room.model.rowCount() == 3


def test_what_is_no_gap_any_more_stays_in_the_list_until_all_is_shown_again(place, workspace) -> None:
    asked, _ = ask(place, "Open the wells."), ask(place, "Plant trees.")
    place.room.head.filters.button(Only.NOT_COUNTED).click()
    workspace.save(Support(id=workspace.store.new_id(), recommendation=asked.id, in_favour=3))
    assert place.room.model.rowCount() == 2
    assert place.room.head.filters.button(Only.NOT_COUNTED).text() == "1 not counted"


def test_arrows_lead_from_count_to_count_and_tab_stops_once(place) -> None:
    ask(place, "Open the wells.")
    ask(place, "Plant trees.", RecommendationSet.CITIZENSHIP)
    filters = place.room.head.filters
    first, second = filters.button(Only.CITIZENSHIP), filters.button(Only.POLICY)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert second.hasFocus()
    stops = [only for only in Only if filters.button(only).focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(stops) == 1


def test_the_search_in_all_sessions_names_the_session_and_leads_there(place, workspace) -> None:
    other = workspace.store.session("D2-WATER")
    said = Intervention(id=workspace.store.new_id(), session=other.id, text="Water elsewhere", language="en")
    workspace.save(said)
    place.go_find()
    search = place.room.head.search
    QTest.keyClicks(search.field, "elsew")
    QTest.keyClick(search.field, Qt.Key.Key_Return, SHIFT)
    rows = search._list.rows
    assert rows.item(0).text().startswith("D2-WATER")
    assert [offer.words for offer in rows.offers] == ["Water elsewhere"]
    QTest.keyClick(search.field, Qt.Key.Key_Return)
    assert place.session.id == other.id
    assert place.room.stream.entry.id == said.id


def test_space_opens_the_peek_arrows_go_on_and_nothing_behind_it_moves(place, stream) -> None:
    for number in range(3):
        say(place, f"Number {number}")
    stream.setFocus()
    before = stream.geometry()
    QTest.keyClick(stream, Qt.Key.Key_Space)
    assert place.details.isVisible()
    assert place.details.text.toPlainText() == "Number 2"
    QTest.keyClick(stream, Qt.Key.Key_Up)
    assert place.details.text.toPlainText() == "Number 1"
    assert stream.geometry() == before
    assert place.details.geometry().left() >= place.room.geometry().left() + place.room.columns.words_end
    QTest.keyClick(stream, Qt.Key.Key_Escape)
    assert not place.details.isVisible()
    assert stream.hasFocus()


def test_a_lesson_is_nobodys_words(place, workspace) -> None:
    say(place, "One.")
    workspace.save(Lesson(id=workspace.store.new_id(), session=place.session.id, text="Begin early.", language="en"))
    assert [entry.speaker.name for entry in place.room.model.entries()] == ["Somebody in the room", "Lesson learned"]


def test_gutter_and_time_change_sides_and_figures_keep_their_order(place, stream) -> None:
    asked = ask(place, "Open the wells.")
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        stream.setLayoutDirection(direction)
        words = stream.words_rect(0)
        bar, figures = stream.figures_of(asked.id)
        turned = direction == Qt.LayoutDirection.RightToLeft
        assert (bar.left() > words.right()) != turned
        assert bar.left() < figures[0].left() < figures[1].left() < figures[2].left()
