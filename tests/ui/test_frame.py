"""What stands around the pages: a top line that never moves them, a rail that folds, facts at the bottom."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from ui.actions import anywhere
from ui.look.faces import FOLDER, SANS, SERIF
from ui.look.identity import FOLDER as IDENTITY
from ui.look.identity import ICON_SIZES, window_icon
from ui.look.marks import GapDot
from ui.shell.app import make_workspace
from ui.shell.main_window import MainWindow
from ui.shell.rail import ICONS_ALONE, PlaceButton
from ui.widgets.buttons import icon_button
from ui.workspace import Workspace


def test_a_message_moves_no_page_and_covers_no_words(qapp, window: MainWindow, workspace: Workspace) -> None:
    window.resize(1440, 900)
    qapp.processEvents()
    before = window.place.mapTo(window, window.place.rect().topLeft()), window.place.size()
    for text, tone in (("Short.", "done"), ("A long refusal. " * 40, "conflict"), ("Another. " * 40, "incomplete")):
        workspace.messages.say(text, tone, "Undo", lambda: None)
        assert (window.place.mapTo(window, window.place.rect().topLeft()), window.place.size()) == before
        assert window.message_line.geometry().right() <= window.frame.top.width()
    window.message_line.clear()
    assert (window.place.mapTo(window, window.place.rect().topLeft()), window.place.size()) == before


def test_a_long_message_is_whole_in_its_tool_tip_and_in_the_log(window: MainWindow, workspace: Workspace) -> None:
    said = "The file has been moved or deleted, so nothing more can be saved in it. " * 9
    workspace.messages.say(said, "conflict")
    assert window.message_line._text.toolTip() == said
    assert workspace.messages.log[-1].text == said


def test_a_refusal_stays_until_it_is_closed_and_other_messages_go(
    window: MainWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.messages.say("Refused.", "conflict")
    assert not window.message_line._timer.isActive()
    close = next(
        found for found in window.findChildren(QAbstractButton) if found.accessibleName() == "Close this message"
    )
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert window.message_line.message is None
    workspace.messages.say("Done.", "done")
    window.message_line._timer.timeout.emit()
    assert window.message_line.message is None


def test_the_words_of_the_rail_go_where_the_window_is_narrow_and_the_tool_tips_stay(window: MainWindow) -> None:
    window.resize(1440, 900)
    assert window.frame.rail.width() >= 80
    window.resize(980, 640)
    assert window.frame.rail.width() == ICONS_ALONE
    tips = [place.toolTip() for place in window.frame.rail.findChildren(PlaceButton)]
    assert [tip.split(" (")[0] for tip in tips] == window.place_names


def test_larger_text_folds_earlier(window: MainWindow) -> None:
    window.resize(1440, 900)
    window.resize_text(1.5)
    try:
        assert window.frame.rail.width() < 80
    finally:
        window.resize_text(1.0)
    assert window.frame.rail.width() >= 80


def test_the_rail_is_one_stop_and_arrows_go_from_place_to_place(window: MainWindow, qtbot: QtBot) -> None:
    places = window.frame.rail.findChildren(PlaceButton)
    places[0].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(places[0], Qt.Key.Key_Down)
    assert places[1].hasFocus()
    qtbot.keyClick(places[1], Qt.Key.Key_Tab)
    assert not any(place.hasFocus() for place in places)


def test_the_file_opens_again_at_the_place_where_it_was_left(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    path = workspace.path
    window.go(anywhere.GO_DECLARATION)
    workspace.close()
    again = MainWindow(workspace)
    qtbot.addWidget(again)
    again.show()
    workspace.open_now(path)
    assert again.place is not None
    assert again.place.shown_by is anywhere.GO_DECLARATION


def test_the_status_line_shows_the_facts_of_the_page_at_hand(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window.place, "status", lambda: (["18 minutes to go"], ["Times of Kütahya"]))
    window.place.status_changed.emit()
    assert window.frame.status.accessibleName() == "18 minutes to go. Times of Kütahya"


def test_facts_without_room_are_left_out_whole_and_stay_in_the_tool_tip(window: MainWindow) -> None:
    status = window.frame.status
    status.show_facts(["first " * 20, "second " * 20], ["last " * 20])
    assert status._shown()[0] != status._leading or status._shown()[1] != status._trailing
    assert "second" in status.toolTip()


def test_the_first_window_fits_on_the_screen_with_its_frame(qtbot: QtBot, qapp, tmp_path: Path) -> None:
    window = MainWindow(make_workspace(qapp, tmp_path / "fresh"))
    qtbot.addWidget(window)
    window.show()
    room = window.screen().availableGeometry()
    assert window.isMaximized() or window.frameGeometry().height() <= room.height()
    assert window.height() <= room.height()


def test_the_window_has_the_face_of_the_product_at_every_size() -> None:
    assert [size.width() for size in window_icon().availableSizes()] == list(ICON_SIZES)
    assert not window_icon().pixmap(16, 16).isNull()
    drawing = (IDENTITY / "mark.svg").read_text("utf-8")
    assert all(f'"{{{name}}}"' in drawing for name in ("warm", "cool", "ground"))


def test_the_words_of_people_are_set_in_a_serif_and_the_faces_are_shipped(bare: Workspace) -> None:
    assert QFontInfo(bare.theme.reading()).family() == "Noto Serif"
    assert all((FOLDER / name).exists() for name in (*SERIF, *SANS))


def test_the_top_line_says_when_the_file_was_saved_and_since_when_it_is_not(
    window: MainWindow, workspace: Workspace
) -> None:
    saved = window.frame.top._saved
    assert saved.isVisible()
    assert saved.text().startswith("Saved ")
    assert not window.frame.top._trouble.isVisible()
    workspace.saved.refused("write")
    assert saved.text().startswith("Not saved since ")
    assert saved.property("tone") == "incomplete"
    assert window.frame.top._trouble.isVisible()
    workspace.saved.wrote()
    assert saved.text().startswith("Saved ")
    assert not window.frame.top._trouble.isVisible()


def test_in_a_narrow_window_a_message_is_read_whole_for_the_time_it_is_there(
    qapp, window: MainWindow, workspace: Workspace
) -> None:
    window.resize(960, 600)
    qapp.processEvents()
    file = window.frame.top._file
    assert file.isVisible()
    said = "The file has been moved or deleted. Nothing typed is lost."
    workspace.messages.say(said, "conflict", "Save everything elsewhere…", lambda: None)
    qapp.processEvents()
    assert window.message_line._text.text() == said
    assert not file.isVisible()
    window.message_line.clear()
    qapp.processEvents()
    assert file.isVisible()


@pytest.mark.parametrize("tone", ["conflict", "done"])
def test_a_long_message_is_read_whole_in_a_window_of_1280_beside_a_file_with_a_long_name(
    qapp, window: MainWindow, workspace: Workspace, tone: str
) -> None:
    window.resize(1280, 720)
    window.frame.top.show_file("Rencontre des partenaires des villes intermédiaires.consult")
    qapp.processEvents()
    said = (
        "« mosquée.png » a trop de pixels pour un emblème. L’image n’a pas été prise. "
        "Choisissez-en une de 4096 × 4096 au plus, ou faites-la réduire."
    )
    workspace.messages.say(said, tone, "Annuler", lambda: None)
    qapp.processEvents()
    shown = window.message_line._text
    assert shown.text().replace("\n", " ") == said
    assert shown.sizeHint().height() <= window.frame.top.height()
    window.message_line.clear()
    qapp.processEvents()
    assert window.frame.top._file.isVisible()


def test_icons_and_marks_grow_with_the_text(window: MainWindow) -> None:
    more = icon_button(window.workspace.theme, "ellipsis", "More", lambda: None)
    dot = GapDot(window.workspace.theme)
    usual = more.iconSize().width(), dot.width()
    window.resize_text(1.5)
    try:
        grown = more.iconSize().width(), dot.width()
        drawn = more.icon().pixmap(more.iconSize())
    finally:
        window.resize_text(1.0)
    assert [round(large / small, 1) for large, small in zip(grown, usual, strict=True)] == [1.5, 1.5]
    assert drawn.deviceIndependentSize().width() == grown[0]
    assert (more.iconSize().width(), dot.width()) == usual
