"""The declaration as it is read: found words, what waits, sources in the peek, folding, and rows of guessed height."""

from __future__ import annotations

from pathlib import Path

import pytest
from declaring import drafted, numbered, opened
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from consultation.merging import merge
from consultation.model import Paragraph, Recommendation, RecommendationSet, Section, SectionKind
from consultation.reading.needs import Need
from tests.builders import handed_to
from ui.actions import declaring
from ui.declaration.finding import found_in
from ui.declaration.head import UNUSED
from ui.declaration.place import DeclarationPlace
from ui.declaration.rows import TextRow
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


def test_alt_n_goes_from_one_thing_that_waits_to_the_next(qtbot: QtBot, place: DeclarationPlace):
    place.text.choose(place.clauses[0].id)
    waiting = [row.id for row in place.clauses if row.needs]
    assert len(waiting) == len({each for those in place.needs.passages.values() for each in those})
    went = []
    for _ in waiting:
        qtbot.keyClick(place.held, Qt.Key.Key_N, ALT)
        went.append(place.text.row.id)
    assert went == waiting


def test_a_kind_of_need_leads_to_its_own_places(qtbot: QtBot, place: DeclarationPlace):
    row = place.spread.side.needs.rows[0]
    assert row.accessibleName() == f"to be translated, {len(place.needs.passages[Need.TRANSLATION])}"
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Return)
    assert place.text.row.id == place.needs.passages[Need.TRANSLATION][0]


def disputed(place: DeclarationPlace) -> TextRow:
    """An item whose recommendation was reworded on two laptops."""
    store, row = place._workspace.store, numbered(place, "2 (c)")
    source = store.get(Recommendation, row.passage.own_sources[0])
    with handed_to(store, "Bo") as theirs:
        theirs.change(source, text=source.text.replace("two years", "a year"))
        store.change(source, text=source.text.replace("two years", "three years"))
        merge(store, [theirs.path])
    place.read_again()
    return place._model.row_of(row.id)


def test_what_is_in_conflict_stands_in_brackets_with_both_versions(place: DeclarationPlace):
    row = disputed(place)
    assert row.needs == (Need.CONFLICT,)
    assert [piece.text for piece in row.pieces if piece.style == "conflict"] == ["[", "]", "[", "]"]
    assert "their trade for [three years] [a year] in the town" in row.drawn


def test_space_opens_the_sources_arrows_go_on_and_escape_closes(qtbot: QtBot, place: DeclarationPlace):
    place.text.choose(numbered(place, "2 (c)").id)
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
    place.text.choose(disputed(place).id)
    place.spread.open_peek()
    entry = next(entry for entry in place.spread.peek.sources.entries if entry.source.is_disputed)
    decide = next(child for child in entry.children() if getattr(child, "text", str)() == "Decide")
    qtbot.keyClick(decide, Qt.Key.Key_Return)
    assert isinstance(place.held.place, MergePlace)


def test_what_is_gone_to_keeps_a_third_of_the_page_below_it(qtbot: QtBot, place: DeclarationPlace):
    view = place.text
    for number in ("11 (h)", "5 (a)", "7 (c)", "2"):
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
    assert len(place.clauses) > 550
    assert len(place.text.itemDelegate().layout._laid) < 80
    place.text.choose(place.clauses[-1].id)
    QApplication.processEvents()
    assert place.text.viewport().rect().contains(place.text.visualRect(place.text.currentIndex()))


def test_the_outline_names_sections_and_paragraphs_by_number_and_strand_and_leads_there(
    qtbot: QtBot, place: DeclarationPlace
):
    outline = place.spread.side.outline
    names = [outline.item(row).text() for row in range(outline.count())]
    people, planet, disagreed = (
        len(place._model.paragraphs[numbered(place, each).id].items) for each in ["2", "3", "11"]
    )
    assert names[:5] == [
        "Preamble",
        "1 Our common ground",
        "What we undertake",
        f"2 People {people} items",
        f"3 Planet {planet} items",
    ]
    assert f"11 Where we do not agree {disagreed} items" in names
    assert names[-1] == "Annexes A to D"
    outline.setFocus()
    outline.setCurrentRow(4)
    assert place.text.row.label == "3"
    place.text.choose(numbered(place, "6 (b)").id)
    assert outline.currentItem().text().startswith("6 Planet")
    recital = next(row for row in place.clauses if row.opening == "Having consulted")
    place.text.choose(recital.id)
    assert outline.currentItem().text() == "Preamble"


def test_where_there_is_little_room_the_outline_is_in_the_head_and_the_peek_beside_or_over_the_words(
    qtbot: QtBot, place: DeclarationPlace
):
    assert place.spread.side.isVisible()
    assert not place.head.outline.isVisible()
    place.held.resize(960, 600)
    QApplication.processEvents()
    assert not place.spread.side.isVisible()
    assert place.head.outline.isVisible()
    place.text.choose(numbered(place, "6 (b)").id)
    assert place.head.outline.currentText().endswith("What we ask of national governments: Planet")
    place.spread.open_peek()
    words = place.text.words_edge() + place.spread.page.words_width()
    assert place.spread.peek.x() >= words
    place._workspace.theme.resize(1.5)
    QApplication.processEvents()
    assert place.spread.peek.width() == place.spread.page.width()


def test_the_page_is_built_again_as_it_was_in_another_language_of_the_window(qtbot: QtBot, place: DeclarationPlace):
    row = numbered(place, "6 (b)")
    place.text.choose(row.id)
    place.spread.open_peek()
    place._workspace.speak("fr")
    french = place.held.place
    assert french.text.row.id == row.id
    assert french.spread.peek.is_open
    french.show_unused()
    french._workspace.speak("en")
    assert place.held.place.spread.view == UNUSED


def test_every_key_of_the_place_is_said_where_it_works(place: DeclarationPlace):
    for pressed, action in ((place.head.again, declaring.DRAFT), (place.head.exporting, declaring.EXPORT)):
        assert action.keys[0] in pressed.toolTip()
