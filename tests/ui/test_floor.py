"""The floor: who speaks, who is in the session and how often, the agenda by the minutes gone; nothing is cut."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import eyes
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from consultation.model import AgendaItem, Intervention, Person, Role, RoleKind, Session, SessionStatus
from ui.session.floor import clock
from ui.session.side_rows import ROW

LONG = "Fédération des organisations de femmes du Val-d’Aubrelle et de ses communes voisines"


@pytest.fixture
def place(wide, workspace):
    place = wide.place
    session = workspace.store.session("D1-CLIMATE")
    for item in workspace.store.all(AgendaItem, session=session.id):
        workspace.delete(item, "")
    place.show_session(session.id)
    return place


@pytest.fixture
def people(place):
    place.side.people.add("Jorge Amaro, City of Lake Tamsin", RoleKind.MODERATOR)
    place.side.people.add("Fatma Yildiz, Tile Makers’ Cooperative")
    return place.side.people


def rows(people) -> list[tuple[str, str, str]]:
    found = (people._list.item(place).data(ROW) for place in range(people._list.count()))
    return [(row.words, row.below.replace("\u00a0", " "), row.figure) for row in found]


def floor_of(place) -> tuple[str, str]:
    floor = place.side._floor
    return floor._name.text(), floor._house.text() if floor._house.isVisible() else ""


def press(widget, key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(widget, key, modifiers)


def choose(people, name: str) -> None:
    people._list.setFocus()
    row = next(place for place in range(people._list.count()) if people._list.item(place).text() == name)
    people._list.setCurrentRow(row)


def test_the_floor_is_that_of_the_line(place, people) -> None:
    assert floor_of(place) == ("Somebody in the room", "")
    assert not place.side._floor._time.isVisible()
    place.give_floor(people.add("Fatma Yildiz"))
    assert floor_of(place) == ("Fatma Yildiz", "Tile Makers’ Cooperative")
    assert place.side._floor._time.text() == "0:00"
    place.room.entry.speaker.choose(None)
    assert floor_of(place) == ("Somebody in the room", "")


@pytest.mark.parametrize(("seconds", "written"), [(7, "0:07"), (134, "2:14"), (3734, "1:02:14")])
def test_the_time_since_somebody_was_given_the_floor(seconds: int, written: str) -> None:
    assert clock(seconds) == written


def test_people_are_listed_with_house_role_and_how_often_they_spoke(place, people, workspace) -> None:
    jorge = people.add("Jorge Amaro")
    for text in ("We waited.", "Long."):
        workspace.save(Intervention(session=place.session.id, text=text, person=jorge))
    assert rows(people) == [
        ("Jorge Amaro", "City of Lake Tamsin · Moderator", "2"),
        ("Fatma Yildiz", "Tile Makers’ Cooperative · Speaker", ""),
    ]
    assert people._list.item(0).data(Qt.ItemDataRole.AccessibleTextRole).endswith("spoke 2 times")


@pytest.mark.parametrize("by", ["enter", "click"])
def test_choosing_somebody_gives_them_the_floor(place, people, by: str) -> None:
    if by == "enter":
        choose(people, "Fatma Yildiz")
        press(people._list, Qt.Key.Key_Return)
    else:
        rect = people._list.visualItemRect(people._list.item(1))
        QTest.mouseClick(people._list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert floor_of(place)[0] == "Fatma Yildiz"
    assert place.room.entry.speaker.person == people.add("Fatma Yildiz")


def test_looking_through_the_list_gives_nobody_the_floor(place, people) -> None:
    place.give_floor(people.add("Jorge Amaro"))
    choose(people, "Fatma Yildiz")
    assert floor_of(place)[0] == "Jorge Amaro"
    place.room.entry.setFocus()
    assert [item.text() for item in people._list.selectedItems()] == ["Jorge Amaro"]


def test_enter_in_the_field_adds_a_person_and_says_so_with_undo(place, people, workspace) -> None:
    people._new.setFocus()
    QTest.keyClicks(people._new, "Zehra Aydin, City of Izmir")
    press(people._new, Qt.Key.Key_Return)
    assert [person.name for person in workspace.store.all(Person)].count("Zehra Aydin") == 1
    said = workspace.messages.log[-1]
    assert (said.text, bool(said.action)) == ("Zehra Aydin, City of Izmir is in the session.", True)
    assert people._new.text() == ""
    said.act()
    assert "Zehra Aydin" not in [person.name for person in workspace.store.all(Person)]


def test_leaving_the_field_adds_nobody(place, people, workspace) -> None:
    before = len(workspace.store.all(Person))
    people._new.setFocus()
    QTest.keyClicks(people._new, "2")
    press(people._new, Qt.Key.Key_Tab)
    place.room.entry.setFocus()
    assert len(workspace.store.all(Person)) == before
    assert people._new.text() == "2"


def test_the_field_completes_people_of_other_sessions(place, people, workspace) -> None:
    known = Person(id=workspace.store.new_id(), name="Georges Abi Nassour", organisation="Union des communes")
    workspace.save(known)
    people._new.setFocus()
    QTest.keyClicks(people._new, "Abi")
    press(people._new, Qt.Key.Key_Down)
    press(people._new, Qt.Key.Key_Return)
    assert known.id in {role.person for role in workspace.store.all(Role, session=place.session.id)}
    assert [person.name for person in workspace.store.all(Person)].count("Georges Abi Nassour") == 1


def test_a_name_is_edited_where_it_stands_and_undone(place, people, workspace) -> None:
    choose(people, "Fatma Yildiz")
    press(people._list, Qt.Key.Key_F2)
    edit = people._edit
    assert edit.name.hasFocus()
    assert edit.name.selectedText() == "Fatma Yildiz"
    QTest.keyClicks(edit.name, "Fatma Demir")
    press(edit.name, Qt.Key.Key_Tab)
    assert edit.organisation.hasFocus()
    press(edit.organisation, Qt.Key.Key_Return)
    assert not edit.isVisible()
    assert people._list.hasFocus()
    assert ("Fatma Demir", "Tile Makers’ Cooperative · Speaker", "") in rows(people)
    said = workspace.messages.log[-1]
    assert said.text == "“Fatma Yildiz, Tile Makers’ Cooperative” is now “Fatma Demir, Tile Makers’ Cooperative”."
    said.act()
    assert "Fatma Yildiz" in [row[0] for row in rows(people)]


def test_escape_leaves_a_name_as_it_was_and_leaving_keeps_what_is_typed(place, people, workspace, qtbot) -> None:
    choose(people, "Fatma Yildiz")
    press(people._list, Qt.Key.Key_F2)
    QTest.keyClicks(people._edit.name, "X")
    press(people._edit.name, Qt.Key.Key_Escape)
    assert "Fatma Yildiz" in [row[0] for row in rows(people)]
    people.rename()
    QTest.keyClicks(people._edit.name, "Fatma Demir")
    place.room.entry.setFocus()
    qtbot.waitUntil(lambda: "Fatma Demir" in [row[0] for row in rows(people)])
    assert not people._edit.isVisible()


def test_role_and_consent_are_a_menu_by_keyboard(place, people, workspace, qtbot) -> None:
    choose(people, "Fatma Yildiz")
    press(people._list, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = people._menu
    assert menu.isVisible()
    named = {action.text().replace("&", ""): action for action in menu.actions()}
    named["Rapporteur"].trigger()
    next(action for name, action in named.items() if name.startswith("Agrees to be named")).trigger()
    menu.close()
    fatma = next(person for person in workspace.store.all(Person) if person.name == "Fatma Yildiz")
    assert fatma.consent
    assert ("Fatma Yildiz", "Tile Makers’ Cooperative · Rapporteur", "") in rows(people)


def test_the_menu_of_a_person_opens_every_time_it_is_asked_for(place, people, qtbot) -> None:
    choose(people, "Fatma Yildiz")
    for _ in range(3):
        press(people._list, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
        menu = people._menu
        assert menu.isVisible()
        with qtbot.waitSignal(menu.destroyed):
            menu.close()


def start(place, workspace, minutes: int) -> None:
    """Have the session run since so many minutes."""
    place.side.switch()
    place.side._clock._started = datetime.now(UTC) - timedelta(minutes=minutes)
    place.side._clock.tick()


def agenda(place) -> list[tuple[str, str, str]]:
    items = place.side._agenda._items
    found = (items.item(row).data(ROW) for row in range(items.count()))
    return [(row.words, row.figure, row.sign) for row in found]


def test_the_agenda_marks_what_is_in_hand_by_the_minutes_gone(place, workspace) -> None:
    for typed in ("Opening 10", "Round table 40", "Debate 30", "Coffee"):
        place.side._agenda.add(typed)
    assert agenda(place) == [
        ("Opening", "10 min", ""),
        ("Round table", "40 min", ""),
        ("Debate", "30 min", ""),
        ("Coffee", "", ""),
    ]
    start(place, workspace, 38)
    assert agenda(place) == [
        ("Opening", "10 min", "check"),
        ("Round table", "12 min left", "play"),
        ("Debate", "30 min", ""),
        ("Coffee", "", ""),
    ]
    place.window().resize(1300, 700)
    QApplication.processEvents()
    assert agenda(place)[:2] == [("1 done", "", "check"), ("Round table", "12 min left", "play")]


def test_delete_takes_an_item_off_the_agenda(place, workspace) -> None:
    for typed in ("Opening 10", "Debate 30"):
        place.side._agenda.add(typed)
    items = place.side._agenda._items
    items.setFocus()
    items.setCurrentRow(0)
    press(items, Qt.Key.Key_Delete)
    assert [row[0] for row in agenda(place)] == ["Debate"]
    assert workspace.messages.log[-1].text == "Taken off the agenda."


def test_what_ends_a_session_says_so(place, workspace) -> None:
    switch = place.side._clock._switch
    assert switch.text() == "Start"
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert switch.text() == "End session"
    press(switch, Qt.Key.Key_Return)
    assert switch.text() == "Open again"
    assert workspace.store.get(Session, place.session.id).status == SessionStatus.CLOSED
    assert workspace.messages.log[-1].text == "Session D1-CLIMATE has ended."


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("width", [1440, 1280])
def test_names_and_minutes_stand_whole_in_their_rows(place, people, workspace, width: int, scale: float, qtbot) -> None:
    workspace.theme.resize(scale)
    people.add(f"Marie-Antoinette de la Rochefoucauld-Montbel, {LONG}")
    place.side._agenda.add(f"{LONG} 240")
    wide = round(width * scale)
    place.window().resize(wide, 900)
    qtbot.waitUntil(lambda: place.side.width() in (round(272 * scale), round(256 * scale)))
    QApplication.processEvents()
    for items in (people._list, place.side._agenda._items):
        for row in range(items.count()):
            rect = items.visualItemRect(items.item(row))
            delegate = items.itemDelegate()
            needed = items.sizeHintForRow(row)
            room = delegate._room(items.item(row).data(ROW), rect)
            assert rect.height() == needed
            assert room.width() > 90 * scale
            if row:
                assert not rect.intersects(items.visualItemRect(items.item(row - 1)))
    assert not eyes.overlapping(place.side)
    assert not eyes.cut(place.side)
    workspace.theme.resize(1.0)


def test_in_a_narrow_window_the_floor_is_a_strip_that_opens(place, people, workspace, qtbot) -> None:
    place.side._agenda.add("Opening 30")
    start(place, workspace, 18)
    place.give_floor(people.add("Fatma Yildiz"))
    place.window().resize(1000, 640)
    qtbot.waitUntil(lambda: place.side.height() == 36)
    floor = place.side._floor
    assert (floor._short.text(), floor._agenda.whole) == ("Fatma Yildiz", "Opening: 12 min left")
    assert not people.isVisible()
    assert not eyes.cut(place.side)
    button = next(part for part in floor.findChildren(type(floor._strip)) if part.focusPolicy() and part.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert people.isVisible()
    assert rows(people)[1][0] == "Fatma Yildiz"
    press(people._list, Qt.Key.Key_Escape)
    assert not people.isVisible()
    assert place.side.height() == 36
