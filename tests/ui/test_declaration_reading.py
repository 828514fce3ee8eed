"""The declaration as it is read: found words, what waits, sources in the peek, folding, and rows of guessed height."""

from __future__ import annotations

from pathlib import Path

import pytest
from declaring import drafted, numbered, opened
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from consultation.model import Paragraph, Recommendation, RecommendationSet, Section, SectionKind
from consultation.reading.needs import Need
from ui import actions
from ui.declaration.finding import found_in
from ui.declaration.place import DeclarationPlace
from ui.merge import MergePlace
from ui.workspace import Workspace

ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def place(qtbot: QtBot, bare: Workspace, folder: Path) -> DeclarationPlace:
    return drafted(qtbot, opened(qtbot, bare, folder))


@pytest.mark.parametrize(
    ("text", "typed", "found"),
    [
        ("de nouveaux puits", "eau", []),
        ("l’eau, de l'Eau", "eau", ["eau", "Eau"]),
        ("Évaluer l’état", "etat", ["état"]),
        ("water and rivers, riverside", "river wat", ["wat", "river", "river"]),
        ("water", "wat fire", []),
        ("a+b (c)", "(c", ["(c"]),
        ("ﬁnance", "fin", ["ﬁn"]),
        ("straße", "strasse", ["straße"]),
    ],
)
def test_words_are_found_where_a_word_begins(text: str, typed: str, found: list[str]):
    assert [text[first : first + length] for first, length in found_in(text, typed)] == found


def test_finding_goes_on_and_back_and_says_where_it_is(qtbot: QtBot, place: DeclarationPlace):
    place.text.choose(place.clauses[0].id)
    qtbot.keyClick(place.held, Qt.Key.Key_F, CONTROL)
    bar = place.spread.page.finding
    qtbot.waitUntil(bar.field.hasFocus)
    qtbot.keyClicks(bar.field, "water")
    found = [row.id for row in place.clauses if found_in(row.drawn, "water")]
    total = len(found)
    assert total > 2
    assert bar.said == f"1 of {total}"
    assert place.text.row.id == found[0]
    assert set(place.text.itemDelegate().found) == set(found)
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert (bar.said, place.text.row.id) == (f"2 of {total}", found[1])
    qtbot.keyClick(bar.field, Qt.Key.Key_Return, SHIFT)
    qtbot.keyClick(bar.field, Qt.Key.Key_Return, SHIFT)
    assert (bar.said, place.text.row.id) == (f"{total} of {total}", found[-1])
    qtbot.keyClicks(bar.field, "zzz")
    assert bar.said == "Not found"
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(place.text.hasFocus)
    assert not place.text.itemDelegate().found
    assert place.spread.page.coverage.isVisible()


def test_alt_n_goes_from_one_thing_that_waits_to_the_next_and_round(qtbot: QtBot, place: DeclarationPlace):
    place.text.choose(place.clauses[0].id)
    waiting = [row.id for row in place.clauses if row.needs]
    assert len(waiting) == len({each for those in place.needs.passages.values() for each in those})
    went = []
    for _ in range(len(waiting) + 1):
        qtbot.keyClick(place.held, Qt.Key.Key_N, ALT)
        went.append(place.text.row.id)
    assert went == [*waiting, waiting[0]]
    assert place.text.hasFocus()


def test_a_kind_of_need_leads_to_its_own_places(qtbot: QtBot, place: DeclarationPlace):
    rows = place.spread.side.needs.rows
    assert [row.accessibleName() for row in rows] == [
        f"in conflict, {len(place.needs.passages[Need.CONFLICT])}",
        f"to be translated, {len(place.needs.passages[Need.TRANSLATION])}",
    ]
    rows[0].setFocus()
    qtbot.keyClick(rows[0], Qt.Key.Key_Return)
    assert place.text.row.id == place.needs.passages[Need.CONFLICT][0]


def test_what_stands_nowhere_leads_to_the_view_of_what_is_not_used(qtbot: QtBot, place: DeclarationPlace):
    place._workspace.save(Recommendation(set=RecommendationSet.POLICY, text="Count every tree.", language="en"))
    row = place.spread.side.needs.rows[-1]
    assert row.accessibleName() == "stand nowhere, 1"
    qtbot.keyClick(row, Qt.Key.Key_Return)
    assert place.spread.shows_unused
    assert place.spread.unused.unused.entries[0].source.recommendation.text == "Count every tree."


def test_space_opens_the_sources_arrows_go_on_and_escape_closes(qtbot: QtBot, place: DeclarationPlace):
    place.text.choose(numbered(place, "4 (a)").id)
    place.text.setFocus()
    assert not place.spread.peek.isVisible()
    before = place.text.geometry()
    qtbot.keyClick(place.text, Qt.Key.Key_Space)
    assert place.spread.peek.isVisible()
    assert place.text.geometry() == before
    qtbot.keyClick(place.text, Qt.Key.Key_Down)
    entries = place.spread.peek.sources.entries
    assert tuple(entry.recommendation_id for entry in entries) == place.text.row.passage.sources
    place.spread.peek.closing.setFocus()
    qtbot.keyClick(place.spread.peek.closing, Qt.Key.Key_Escape)
    assert not place.spread.peek.isVisible()
    qtbot.waitUntil(place.text.hasFocus)
    qtbot.keyClick(place.text, Qt.Key.Key_D, CONTROL | SHIFT)
    assert place.spread.peek.isVisible()
    qtbot.keyClick(place.text, Qt.Key.Key_Space)
    assert not place.spread.peek.isVisible()


def test_a_source_in_conflict_leads_to_where_it_is_decided(qtbot: QtBot, place: DeclarationPlace):
    place.text.choose(place.needs.passages[Need.CONFLICT][0])
    place.spread.open_peek()
    entry = next(entry for entry in place.spread.peek.sources.entries if entry.source.is_disputed)
    decide = next(child for child in entry.children() if getattr(child, "text", str)() == "Decide")
    qtbot.keyClick(decide, Qt.Key.Key_Return)
    assert isinstance(place.held.place, MergePlace)


def test_what_is_gone_to_keeps_a_third_of_the_page_below_it(qtbot: QtBot, place: DeclarationPlace):
    view = place.text
    for number in ("72", "30", "41", "2"):
        row = numbered(place, number)
        view.choose(row.id)
        QApplication.processEvents()
        seen = view.visualRect(view.currentIndex())
        bottom = view.viewport().height() * 2 / 3
        at_the_end = view.verticalScrollBar().value() == view.verticalScrollBar().maximum()
        assert seen.top() >= 0
        assert seen.bottom() <= bottom or at_the_end


def test_the_row_that_is_looked_at_stays_while_guesses_are_put_right(qtbot: QtBot, place: DeclarationPlace):
    view = place.text
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    QApplication.processEvents()
    seen = [row for row in range(view.model().rowCount()) if view.visualRect(view.model().index(row, 0)).bottom() > 0]
    top = view.model().index(seen[0], 0)
    before = view.visualRect(top).top()
    for row in range(view.model().rowCount()):
        view.measure(view.model().index(row, 0))  # as though all had come into sight
    view.doItemsLayout()
    assert abs(view.visualRect(top).top() - before) <= 1


def test_only_what_is_in_sight_is_laid_out(qtbot: QtBot, place: DeclarationPlace):
    workspace = place._workspace
    section = Section(id=workspace.store.new_id(), part=SectionKind.OPERATIVE, set=RecommendationSet.POLICY, rank=99)
    with workspace.together():
        workspace.save(section)
        for rank in range(500):
            words = {"en": f"open well {rank}. " * 12}
            workspace.save(Paragraph(section=section.id, rank=rank, lead_in={"en": "Ask"}, words=words))
    QApplication.processEvents()
    place.held.grab()
    assert len(place.clauses) > 570
    assert len(place.text.itemDelegate().layout._laid) < 80
    place.text.choose(place.clauses[-1].id)
    QApplication.processEvents()
    assert place.text.viewport().rect().contains(place.text.visualRect(place.text.currentIndex()))


def test_the_outline_names_sections_with_their_first_number_and_leads_there(qtbot: QtBot, place: DeclarationPlace):
    outline = place.spread.side.outline
    names = [outline.item(row).text() for row in range(outline.count())]
    assert names[:5] == ["Preamble", "Recitals 7", "1 Common ground", "Recommendations on citizenship", "2 People 17"]
    outline.setFocus()
    outline.setCurrentRow(5)
    assert place.text.row.label == "19"
    place.text.choose(numbered(place, "30").id)
    assert outline.currentItem().text() == "27 Government 6"


def test_where_there_is_little_room_the_outline_is_in_the_head_and_the_peek_beside_or_over_the_words(
    qtbot: QtBot, place: DeclarationPlace
):
    assert place.spread.side.isVisible()
    assert not place.head.outline.isVisible()
    place.held.resize(960, 600)
    QApplication.processEvents()
    assert not place.spread.side.isVisible()
    assert place.head.outline.isVisible()
    place.text.choose(numbered(place, "19").id)
    assert place.head.outline.currentText().endswith("Planet")
    place.spread.open_peek()
    words = place.text.words_edge() + place.spread.page.words_width()
    assert place.spread.peek.x() >= words
    place._workspace.theme.resize(1.5)
    QApplication.processEvents()
    assert place.spread.peek.width() == place.spread.page.width()


def test_the_page_is_built_again_as_it_was_in_another_language_of_the_window(qtbot: QtBot, place: DeclarationPlace):
    row = numbered(place, "30")
    place.text.choose(row.id)
    place.spread.open_peek()
    place._workspace.speak("fr")
    french = place.held.place
    assert french.text.row.id == row.id
    assert french.spread.peek.is_open
    french.show_unused()
    french._workspace.speak("en")
    assert place.held.place.spread.shows_unused


def test_every_key_of_the_place_is_said_where_it_works(place: DeclarationPlace):
    for pressed, action in ((place.head.again, actions.DRAFT), (place.head.exporting, actions.EXPORT)):
        assert action.keys[0] in pressed.toolTip()
