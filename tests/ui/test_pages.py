"""Pages hear which kinds of records were written, are stale until they are shown, and do nothing while hidden."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from consultation.merging import merge
from consultation.model import Intervention, Person, Recommendation, RecommendationSet
from consultation.store import Store
from ui.actions import anywhere
from ui.declaration import DeclarationPlace
from ui.merge import MergePlace
from ui.page import Page
from ui.shell.rail import PlaceButton
from ui.start import StartPage
from ui.touched import EVERYTHING, Touched
from ui.workspace import Workspace


class CountingPage(Page):
    """Remembers what it was told."""

    kinds = (Person,)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.told: list[Touched] = []

    def refresh(self, touched: Touched) -> None:
        self.told.append(touched)


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace) -> CountingPage:
    made = CountingPage(workspace)
    qtbot.addWidget(made)
    return made


def test_a_page_is_filled_when_it_is_first_shown_and_not_before(page) -> None:
    assert page.told == []
    page.show()
    assert page.told == [EVERYTHING]
    page.hide()
    page.show()
    assert page.told == [EVERYTHING]


def test_a_page_that_is_shown_hears_at_once_of_what_it_shows_and_of_nothing_else(page, workspace) -> None:
    page.show()
    page.told.clear()
    person = Person(name="Léa Durand")
    workspace.save(person)
    assert page.told == [Touched(frozenset({"person"}), frozenset({person.id}))]
    workspace.save(Intervention(session=workspace.store.session("D1-CLIMATE").id, text="One thing."))
    assert len(page.told) == 1


def test_a_hidden_page_does_nothing_and_hears_everything_at_once_when_it_is_shown(page, workspace) -> None:
    page.show()
    page.hide()
    page.told.clear()
    first, second = Person(name="First"), Person(name="Second")
    workspace.save(first)
    workspace.save(second)
    assert page.told == []
    page.show()
    assert page.told == [Touched(frozenset({"person"}), frozenset({first.id, second.id}))]


def test_nothing_is_refreshed_while_no_file_is_open(page, workspace) -> None:
    workspace.close()
    page.show()
    workspace.reread()
    assert page.told == []


def test_places_nobody_has_seen_have_read_nothing(window, monkeypatch: pytest.MonkeyPatch) -> None:
    (declaration,) = window.findChildren(DeclarationPlace)
    monkeypatch.setattr(type(declaration), "refresh", lambda *_: pytest.fail("it was read"))
    window.workspace.save(Person(name="Léa Durand"))
    assert declaration.language == ""


def test_closing_by_key_after_writing_shows_the_start_page(window, workspace, qtbot: QtBot) -> None:
    """Each page used to be shown for a moment when the one before it went, and to read a file that was closed."""
    QTest.keyClicks(window.place.room.entry.edit, "Our river has no mayor.")
    QTest.keyClick(window.place.room.entry.edit, Qt.Key.Key_Return)
    assert len(workspace.store.all(Intervention)) == 1
    QTest.keyClick(window, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert not workspace.is_open
    assert window.place is None
    start = window.findChild(StartPage)
    assert start is not None
    assert start.isVisible()
    assert not any("mistake" in label.text() for label in window.findChildren(QLabel))


def test_pages_that_go_are_never_shown_again(window, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    for place in (MergePlace, DeclarationPlace):
        monkeypatch.setattr(place, "showEvent", lambda page, event: shown.append(type(page).__name__))
    window.workspace.close()
    assert shown == []


def test_the_rail_counts_conflicts_while_another_place_is_shown(window, workspace, folder: Path) -> None:
    person = Person(name="Léa Durand")
    workspace.save(person)
    room = folder / "room.consult"
    workspace.store.send_copy(room)
    with Store.open(room, workspace.identity) as other:
        other.change(other.get(Person, person.id), name="Lea Durant")
    workspace.change(person, name="Léa Duranton")
    with Store.open(workspace.path, workspace.identity) as writer:
        merge(writer, [room])
    (button,) = [button for button in window.findChildren(PlaceButton) if button.text() == "Merge"]
    workspace.reread()
    assert button.accessibleName() == "Merge, 1 thing waits"
    workspace.resolve(workspace.store.get(Person, person.id), "name", "Léa Durand", "Decided.")
    assert button.accessibleName() == "Merge"


def test_what_was_written_elsewhere_is_there_when_a_place_is_shown_again(window, workspace) -> None:
    window.go(anywhere.GO_DECLARATION)
    declaration = window.place
    assert isinstance(declaration, DeclarationPlace)
    assert not declaration.first.make.isEnabled()
    window.go(anywhere.GO_SESSION)
    session = workspace.store.session("D1-CLIMATE")
    workspace.save(
        Recommendation(session=session.id, set=RecommendationSet.POLICY, text="Open the wells.", language="en")
    )
    window.go(anywhere.GO_DECLARATION)
    assert declaration.first.make.isEnabled()
