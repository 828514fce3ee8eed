"""The window around the places: start page, top line, menus, languages, files dropped on it."""

from __future__ import annotations

from pathlib import Path

import pytest
from forum_file import make_file
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from consultation.model import Intervention, Term
from consultation.store import Store
from ui.actions import TABLE
from ui.keys import shown
from ui.shell.help import AboutPage, KeysPage, MessagesPage
from ui.shell.main_window import MainWindow
from ui.start import StartPage
from ui.start.new_dialog import NewDialog
from ui.start.without_kit import WithoutKit


def shown_words(widget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.text()]


def test_without_a_file_the_start_page_is_shown(bare, qtbot) -> None:
    window = MainWindow(bare)
    qtbot.addWidget(window)
    window.show()
    assert window.findChild(StartPage) is not None
    assert window.place is None
    assert window.windowTitle() == "Consultation"


def test_the_title_of_the_window_is_that_of_the_consultation(window, workspace) -> None:
    assert window.windowTitle() == workspace.label(workspace.consultation.title)


def test_closing_the_file_shows_the_start_page_with_the_file_on_it(window, workspace) -> None:
    path = workspace.path
    window.workspace.close()
    start = window.findChild(StartPage)
    assert start is not None
    assert [one.path for one in workspace.settings.recent] == [str(path)]


def test_a_file_dropped_on_the_start_page_is_opened(window, workspace, qtbot) -> None:
    path = workspace.path
    window.workspace.close()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    drop = QDropEvent(
        QPointF(50, 50), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    window.dropEvent(drop)
    qtbot.waitUntil(lambda: workspace.is_open)
    assert workspace.path == path


def test_a_message_stands_in_the_top_line_with_one_action(window, workspace, qtbot) -> None:
    done = []
    workspace.messages.say("Something happened.", "done", "Undo", lambda: done.append(True))
    assert window.message_line.message.text == "Something happened."
    action = next(one for one in window.findChildren(QPushButton) if one.text() == "Undo")
    qtbot.mouseClick(action, Qt.MouseButton.LeftButton)
    assert done == [True]
    assert window.message_line.message is None


def test_messages_stay_in_the_log(workspace, qtbot) -> None:
    workspace.messages.say("First.")
    workspace.messages.say("<b>Second.</b>")
    page = MessagesPage(workspace)
    qtbot.addWidget(page)
    words = shown_words(page)
    assert words.index("<b>Second.</b>") < words.index("First.")


def test_a_copy_is_written_and_its_contents_said(window, workspace, folder, qtbot) -> None:
    session = workspace.store.session("D1-CLIMATE")
    workspace.save(Intervention(session=session.id, text="One thing."))
    target = folder / "stick" / "copy.consult"
    target.parent.mkdir()
    with qtbot.waitSignal(workspace.messages.said) as said:
        window.sending.send(target)
    assert said.args[0].text == "Saved a copy as “copy.consult”: 0 recommendations, 1 intervention, checked."
    with Store.open(target, workspace.identity) as copy:
        assert copy.digest() == workspace.store.digest()


def test_switching_the_language_translates_the_open_window(window, workspace, french) -> None:
    workspace.speak("fr")
    menus = [action.text() for action in window.frame.top.menus.actions()]
    assert menus[0] == french("&File")
    assert window.place_names[1] == french("Session")
    assert workspace.settings.language == "fr"
    assert workspace.label(workspace.consultation.title) == window.windowTitle()


@pytest.fixture
def french(monkeypatch: pytest.MonkeyPatch):
    """Translate by turning words round, so that the test does not wait for translators."""
    from consultation.language import Translator

    def turned(self, message: str) -> str:
        return message if self.language == "en" or not message else f"«{message}»"

    monkeypatch.setattr(Translator, "__call__", turned)
    monkeypatch.setattr(Translator, "context", lambda self, _, message: turned(self, message))
    return lambda message: f"«{message}»"


def spoken(widget) -> set[str]:
    """Return the words of a page that do not come from the file: on buttons, in empty fields, read aloud."""
    found = {one.text().strip() for one in widget.findChildren(QAbstractButton)}
    found |= {one.toolTip() for one in widget.findChildren(QWidget)}
    found |= {one.placeholderText() for one in widget.findChildren(QLineEdit)}
    found |= {one.placeholderText() for one in widget.findChildren(QPlainTextEdit)}
    found |= {label.text() for label in widget.findChildren(QLabel) if label.property("textsize") == "caption"}
    return {one for one in found if any(letter.isalpha() for letter in one)}


@pytest.mark.usefixtures("french")
def test_every_word_of_the_pages_goes_through_the_translator(bare, folder, qtbot) -> None:
    bare.speak("fr")
    window = MainWindow(bare)
    qtbot.addWidget(window)
    begun = spoken(window.findChild(StartPage))
    assert {one for one in begun if "«" not in one} == set()
    bare.open_now(make_file(folder / "forum.consult", bare.identity))
    place = window.place
    place.show_session(bare.store.session("D2-HUB").id)
    terms = {bare.label(one.label) for one in bare.store.all(Term)}
    keys = {shown(action) for action in TABLE}
    said = {one for one in spoken(place) if "«" not in one} - terms - keys
    assert said - {one for one in said if "D2-HUB" in one or any(figure.isdigit() for figure in one)} == set()
    for dialog in (NewDialog(bare), WithoutKit(bare), KeysPage(bare), AboutPage(bare)):
        qtbot.addWidget(dialog)
        buttons = {one.text().strip() for one in dialog.findChildren(QPushButton)}
        assert {one for one in buttons if "«" not in one} == set()


@pytest.mark.parametrize("code", ["en", "fr", "es"])
def test_every_page_opens_in_every_language(bare, qtbot, code: str) -> None:
    bare.speak(code)
    for page in (KeysPage, AboutPage, MessagesPage, NewDialog, WithoutKit):
        shown = page(bare)
        qtbot.addWidget(shown)
        shown.show()
        assert shown_words(shown)


def test_a_new_file_is_made_from_a_kit_and_opened(bare, qtbot, folder: Path) -> None:
    window = MainWindow(bare)
    qtbot.addWidget(window)
    dialog = NewDialog(bare, window)
    qtbot.addWidget(dialog)
    dialog.choose("forum-intermediary-cities-2021", "Room two", folder)
    dialog.accept()
    assert bare.path == folder / "Room two.consult"
    assert window.place is not None


def test_a_name_that_is_taken_is_refused_in_the_dialog(workspace, qtbot) -> None:
    dialog = NewDialog(workspace)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.choose("forum-intermediary-cities-2021", workspace.path.stem, workspace.path.parent)
    dialog.accept()
    assert dialog.isVisible()
    assert any("already" in words for words in shown_words(dialog))
