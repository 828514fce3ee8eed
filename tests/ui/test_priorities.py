"""The priorities, with the keyboard as a person has it: the list, its figures, the ten, and many changed at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from consultation.model import Group, Recommendation, RecommendationStatus, Shortlist
from consultation.sample import make_merged_sample
from consultation.weighing.figures import Figure, value_of
from consultation.weighing.listing import Narrowing
from ui.actions import anywhere
from ui.merge.place import PRIORITIES, MergePlace
from ui.merge.priorities import PrioritiesPage
from ui.merge.priorities.rows import ACROSS, AGAINST, TEN, WORDS
from ui.shell.main_window import MainWindow
from ui.workspace import Workspace

ALT, SHIFT, CONTROL = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


@pytest.fixture
def sample(bare: Workspace, folder: Path) -> Workspace:
    path = folder / "merged.consult"
    make_merged_sample(path, bare.identity)
    assert bare.open_now(path)
    return bare


@pytest.fixture
def show(qtbot: QtBot) -> Callable[..., PrioritiesPage]:
    def shown(workspace: Workspace, width: int = 1440) -> PrioritiesPage:
        window = MainWindow(workspace)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitExposed(window)
        window.resize(width, 900)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window.go(anywhere.GO_MERGE)
        place = window.place
        assert isinstance(place, MergePlace)
        place.show_view(PRIORITIES)
        place.held = window
        qtbot.waitUntil(lambda: bool(place.priorities.table.rows.rows))
        qtbot.waitUntil(lambda: window.width() == width)
        return place.priorities

    return shown


@pytest.fixture
def page(show: Callable[..., PrioritiesPage], sample: Workspace) -> PrioritiesPage:
    return show(sample)


def kept(workspace: Workspace) -> list[object]:
    return [key for each in workspace.store.all(Shortlist) for key in each.recommendations]


def test_the_keyboard_is_in_the_list_and_the_first_row_leads_across_the_rooms(page: PrioritiesPage) -> None:
    assert page.table.hasFocus()
    rows = page.table.rows.rows
    values = [value_of(row, Figure.ACROSS) for row in rows]
    assert values == sorted(values, key=lambda value: (value is None, -(value or 0)))
    assert page.table.row is rows[0]


def test_each_figure_can_be_asked_with_the_arrows_and_writes_its_working(page: PrioritiesPage, qtbot: QtBot) -> None:
    two = next(row for row in page.table.rows.rows if len([line for line in row.lines if line.enters]) > 1)
    page.table.choose(two.key)
    while page.table.currentIndex().column() != ACROSS:
        qtbot.keyClick(page.table, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: [len(told.lines) for told in page.ten.working.told] == [len(two.lines)])
    assert "for, across the rooms" in page.ten.working.told[0].title
    qtbot.keyClick(page.table, Qt.Key.Key_Right)
    assert page.table.currentIndex().column() == AGAINST
    qtbot.waitUntil(lambda: "against" in page.ten.working.told[0].title)
    qtbot.keyClick(page.table, Qt.Key.Key_Right)
    assert page.table.figure is Figure.DIVIDES
    for _ in range(9):
        qtbot.keyClick(page.table, Qt.Key.Key_Left)
    assert page.table.currentIndex().column() == WORDS
    assert page.table.row is two, "the row stays"


def test_a_cell_a_row_or_a_column_of_the_matrix_narrows_and_pressed_again_no_longer(
    page: PrioritiesPage, qtbot: QtBot
) -> None:
    everything = len(page.table.rows.rows)
    parts = page.side._matrix.parts
    cell = parts[1, 1]
    qtbot.mouseClick(cell, Qt.MouseButton.LeftButton)
    assert str(len(page.table.rows.rows)) == cell.text()
    assert cell.isChecked()
    qtbot.mouseClick(parts[1, 0], Qt.MouseButton.LeftButton)
    assert len(page.table.rows.rows) == int(parts[1, 1].text()) + int(parts[1, 2].text())
    qtbot.mouseClick(parts[1, 0], Qt.MouseButton.LeftButton)
    assert len(page.table.rows.rows) == everything
    qtbot.mouseClick(parts[0, 2], Qt.MouseButton.LeftButton)
    assert {row.set.value for row in page.table.rows.rows} == {"policy"}


def test_the_matrix_is_gone_through_with_arrows(page: PrioritiesPage, qtbot: QtBot) -> None:
    parts = page.side._matrix.parts
    parts[1, 1].setFocus()
    qtbot.keyClick(parts[1, 1], Qt.Key.Key_Down)
    assert parts[2, 1].hasFocus()
    qtbot.keyClick(parts[2, 1], Qt.Key.Key_Return)
    assert page.side.narrowing.strand is not None
    assert parts[2, 1].hasFocus()


def test_words_narrow_at_each_key_and_down_goes_to_what_was_found(page: PrioritiesPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.table, Qt.Key.Key_F, CONTROL)
    assert page.bar.field.hasFocus()
    before = len(page.table.rows.rows)
    qtbot.keyClicks(page.bar.field, "agua")
    assert 0 < len(page.table.rows.rows) < before
    qtbot.keyClick(page.bar.field, Qt.Key.Key_Down)
    assert page.table.hasFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_F, CONTROL)
    qtbot.keyClick(page.bar.field, Qt.Key.Key_Escape)
    assert len(page.table.rows.rows) == before


def test_letters_in_the_field_are_letters_and_do_nothing_else(
    page: PrioritiesPage, qtbot: QtBot, sample: Workspace
) -> None:
    page.bar.field.setFocus()
    qtbot.keyClicks(page.bar.field, "tpsm")
    assert page.bar.field.text() == "tpsm"
    assert kept(sample) == []


def test_ten_are_proposed_by_a_key_kept_in_the_file_and_undone(
    page: PrioritiesPage, qtbot: QtBot, sample: Workspace
) -> None:
    qtbot.keyClick(page.table, Qt.Key.Key_P)
    assert len(kept(sample)) == page.ten.list.count() == 10
    assert page.ordering.order == kept(sample)
    sample.steps.undo()
    assert kept(sample) == []
    assert page.ten.list.count() == 0


def test_a_key_puts_rows_in_and_takes_them_out(page: PrioritiesPage, qtbot: QtBot, sample: Workspace) -> None:
    first, second = (row.key for row in page.table.rows.rows[:2])
    qtbot.keyClick(page.table, Qt.Key.Key_T)
    assert kept(sample) == [first]
    qtbot.keyClick(page.table, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(page.table, Qt.Key.Key_T)
    assert kept(sample) == [first, second]
    assert page.table.rows.index(1, TEN).data() == "2"
    qtbot.keyClick(page.table, Qt.Key.Key_T)
    assert kept(sample) == []


def test_keys_put_them_in_order_from_either_list_and_it_says_where_each_came_from(
    page: PrioritiesPage, qtbot: QtBot, sample: Workspace
) -> None:
    qtbot.keyClick(page.table, Qt.Key.Key_P)
    order = kept(sample)
    page.ten.list.setFocus()
    page.ten.list.choose(order[4])
    for _ in range(2):
        qtbot.keyClick(page.ten.list, Qt.Key.Key_Up, ALT)
    assert kept(sample) == [*order[:2], order[4], order[2], order[3], *order[5:]]
    assert page.ten.list.key == order[4], "it stays at hand"
    assert "from 5" in str(page.ten.list.currentItem().data(Qt.ItemDataRole.AccessibleTextRole))
    page.table.choose(order[0])
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Down, ALT)
    assert kept(sample)[:2] == [order[1], order[0]]


def test_one_is_dragged_to_another_place(page: PrioritiesPage, qtbot: QtBot, sample: Workspace) -> None:
    qtbot.keyClick(page.table, Qt.Key.Key_P)
    order = kept(sample)
    page.ten.list.moved.emit(order[9], 0)
    assert kept(sample) == [order[9], *order[:9]]


def test_many_get_a_strand_at_once_and_one_undo_takes_it_back(
    page: PrioritiesPage, qtbot: QtBot, sample: Workspace
) -> None:
    def strands() -> list[list[object]]:
        return [each.chosen("strand") for each in sample.store.all(Recommendation)]

    before = strands()
    for _ in range(3):
        qtbot.keyClick(page.table, Qt.Key.Key_Down, SHIFT)
    chosen = [member for row in page.table.chosen for member in row.members]
    assert page.table.count_chosen == 4
    qtbot.keyClick(page.table, Qt.Key.Key_S)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    first = sample.store.terms("strand")[0]
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert all(first.id in sample.store.get(Recommendation, each).chosen("strand") for each in chosen)
    assert page.table.count_chosen == 4, "what is chosen stays chosen"
    sample.steps.undo()
    assert strands() == before


def test_what_is_chosen_is_put_together_led_by_the_one_at_hand_and_taken_apart_by_undo(
    page: PrioritiesPage, qtbot: QtBot, sample: Workspace
) -> None:
    qtbot.keyClick(page.table, Qt.Key.Key_G)
    assert sample.store.all(Group) == [], "of one row nothing can be made"
    for _ in range(2):
        qtbot.keyClick(page.table, Qt.Key.Key_Down, SHIFT)
    chosen, lead = [row.key for row in page.table.chosen], page.table.row.key
    rows = len(page.table.rows.rows)
    qtbot.keyClick(page.table, Qt.Key.Key_G)
    (group,) = sample.store.all(Group)
    assert set(group.recommendations) == set(chosen)
    assert group.lead == lead == chosen[-1]
    assert len(page.table.rows.rows) == rows - 2
    assert page.table.row.key == lead
    sample.steps.undo()
    assert sample.store.all(Group) == []
    assert len(page.table.rows.rows) == rows


def test_many_get_a_status_at_once(page: PrioritiesPage, qtbot: QtBot, sample: Workspace) -> None:
    qtbot.keyClick(page.table, Qt.Key.Key_A, CONTROL)
    assert page.table.count_chosen == len(page.table.rows.rows)
    qtbot.keyClick(page.table, Qt.Key.Key_U)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    statuses = {each.status for each in sample.store.all(Recommendation)}
    assert statuses == {RecommendationStatus.ADOPTED}


def test_more_than_a_person_waits_for_is_written_as_a_job(
    page: PrioritiesPage, qtbot: QtBot, sample: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.merge.priorities.changing.AT_ONCE", 3)
    page.table.selectAll()
    qtbot.keyClick(page.table, Qt.Key.Key_U)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    qtbot.keyClick(menu, Qt.Key.Key_Up)  # from the first to the last
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    aside = RecommendationStatus.SET_ASIDE
    qtbot.waitUntil(lambda: not sample.jobs.running)
    assert {each.status for each in sample.store.all(Recommendation)} == {aside}
    sample.steps.undo()
    assert {each.status for each in sample.store.all(Recommendation)} != {aside}


def test_a_long_file_is_weighed_off_the_gui_thread(
    qtbot: QtBot, show: Callable[..., PrioritiesPage], sample: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.merge.priorities.page.AT_ONCE", 3)
    page = show(sample)
    assert page.table.rows.rows
    qtbot.keyClick(page.table, Qt.Key.Key_P)
    assert len(kept(sample)) == 10, "the order alone is read at once"
    assert page.ten.list.count() == 10


def test_sorting_by_a_head_or_a_tab_keeps_the_row_at_hand(page: PrioritiesPage, qtbot: QtBot) -> None:
    row = page.table.rows.rows[5]
    page.table.choose(row.key)
    tab = page.bar.tabs[Figure.DIVIDES]
    qtbot.mouseClick(tab, Qt.MouseButton.LeftButton)
    assert tab.isChecked()
    assert page.table.row is row
    divided = [value_of(each, Figure.DIVIDES) or 0 for each in page.table.rows.rows]
    assert divided == sorted(divided, reverse=True)
    head = page.table.horizontalHeader()
    spot = QPoint(head.sectionViewportPosition(AGAINST) + 10, head.height() // 2)
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert page.figure is Figure.AGAINST


def test_who_is_missing_is_behind_a_key_and_escape_leads_back(page: PrioritiesPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.table, Qt.Key.Key_M)
    assert page.missing.isVisible()
    assert page.missing.table.hasFocus()
    turnout = page._listing.weighing.turnout  # type: ignore[union-attr]
    model = page.missing.table.model()
    assert (model.columnCount(), model.rowCount()) == (1 + len(turnout.regions), len(turnout.actors))
    empty = sum(
        str(model.index(row, column).data() or "") == ""
        for row in range(model.rowCount())
        for column in range(1, model.columnCount())
    )
    assert empty == len(turnout.absent())
    qtbot.keyClick(page.missing.table, Qt.Key.Key_Escape)
    assert page.table.isVisible()
    assert page.table.hasFocus()


def test_words_that_fit_nothing_say_so_and_everything_comes_back(page: PrioritiesPage) -> None:
    page.bar.field.setText("no such words")
    assert not page.table.isVisible()
    page._show_everything()
    assert page.table.isVisible()
    assert page.side.narrowing == Narrowing()


def test_the_list_is_exported_as_it_is_shown(
    page: PrioritiesPage, qtbot: QtBot, sample: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "list.csv"
    monkeypatch.setattr("ui.merge.priorities.page.ask_where", lambda *_: path)
    page.bar.field.setText("agua")
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_E, CONTROL)
    qtbot.waitUntil(path.exists)
    qtbot.waitUntil(lambda: not sample.jobs.running)
    lines = path.read_text("utf-8-sig").splitlines()
    assert len(lines) == 1 + len(page.table.rows.rows)
    assert lines[1].endswith(f'"{page.table.rows.rows[0].key}"')


@pytest.mark.parametrize("width", [1440, 1280, 1100, 960])
def test_at_every_width_the_words_and_the_figure_stay_and_both_sides_can_be_reached(
    qtbot: QtBot, show: Callable[..., PrioritiesPage], sample: Workspace, width: int
) -> None:
    page = show(sample, width)
    assert not page.table.isColumnHidden(WORDS)
    assert not page.table.isColumnHidden(ACROSS)
    assert page.side.isVisible() == page.ten.isVisible() == (width >= 1200) or width == 1100
    if width < 1200:
        if not page.side.isVisible():
            qtbot.mouseClick(page.spread.side_tab, Qt.MouseButton.LeftButton)
        assert page.side.isVisible()
        assert not page.ten.isVisible()
        qtbot.mouseClick(page.spread.ten_tab, Qt.MouseButton.LeftButton)
        assert page.ten.isVisible()
        qtbot.mouseClick(page.spread.ten_tab, Qt.MouseButton.LeftButton)
        assert not page.ten.isVisible()


def test_the_page_in_another_language_is_where_this_one_was(
    qtbot: QtBot, page: PrioritiesPage, sample: Workspace
) -> None:
    strand = sample.store.terms("strand")[1].id
    page.side.ask(Narrowing(strand=strand))
    page.sort(Figure.DIVIDES)
    page.table.choose(page.table.rows.rows[3].key)
    state, key = page.state(), page.table.row.key if page.table.row else None
    again = PrioritiesPage(sample)
    qtbot.addWidget(again)
    again.catch_up()
    again.restore(state)
    assert again.figure is Figure.DIVIDES
    assert again.side.narrowing == Narrowing(strand=strand)
    assert again.table.row is not None
    assert again.table.row.key == key
