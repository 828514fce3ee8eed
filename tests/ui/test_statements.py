"""What SQLite is asked, and what it does, when a line is saved does not grow with the session or the file.

Statements are counted, and the instructions of SQLite that they take: one statement may still read every row.
"""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from consultation.drafting import draft_declaration
from consultation.merging import merge
from consultation.model import (
    Intervention,
    Person,
    Recommendation,
    RecommendationSet,
    Record,
    Reservation,
    Role,
    Session,
    Support,
)
from consultation.store import Identity, Store
from tests.asked import Asked
from tests.builders import identity
from ui.session.entry_kinds import EntryKind
from ui.session.place import SessionPlace
from ui.shell.main_window import MainWindow

SESSION = "D1-CLIMATE"
MANY = 100


def saving(window: MainWindow, qtbot: QtBot, kind: EntryKind, text: str) -> Asked:
    """Type a line, press Enter, and count what SQLite is asked until it is shown."""
    place = window.place
    assert isinstance(place, SessionPlace)
    place.room.entry.choose_kind(kind)
    qtbot.keyClicks(place.room.entry.edit, text)
    settle(qtbot)
    rows = place.room.stream.model().rowCount()
    with Asked(window.workspace.store) as asked:
        qtbot.keyClick(place.room.entry.edit, Qt.Key.Key_Return)
        settle(qtbot)
    assert place.room.stream.model().rowCount() == rows + 1
    return asked


def settle(qtbot: QtBot) -> None:
    for _ in range(3):
        qtbot.wait(1)


def more(store: Store, session: Session, number: int) -> Iterable[Record]:
    """Make what a file has more of after a while: people, what they say and ask for, hands and reservations."""
    for place in range(number):
        person = Person(id=store.new_id(), name=f"Person {place} of {number}")
        asked = Recommendation(
            id=store.new_id(), session=session.id, set=RecommendationSet.POLICY, text="Ask.", proposer=person.id
        )
        yield person
        yield Role(id=store.new_id(), session=session.id, person=person.id)
        yield Intervention(id=store.new_id(), session=session.id, person=person.id, text="Say.")
        yield asked
        yield Support(id=store.new_id(), recommendation=asked.id, in_favour=place)
        yield Reservation(id=store.new_id(), recommendation=asked.id, person=person.id, text="Not I.")


def dispute(store: Store, session: Session, ben: Identity) -> None:
    """Have people disagree about every recommendation of a session."""
    path = store.path.with_name("ben.consult")
    store.send_copy(path)
    asked = store.all(Recommendation, session=session.id)
    with Store.open(path, ben) as bens:
        bens.save_all(bens.all(Recommendation, session=session.id))
        for record in asked:
            bens.change(record, text="Ask more.")
    for record in asked:
        store.change(record, text="Ask less.")
    merge(store, [path])


@pytest.mark.parametrize("kind", [EntryKind.INTERVENTION, EntryKind.POLICY])
def test_saving_a_line_asks_no_more_of_a_full_file_than_of_an_empty_one(
    window: MainWindow, qtbot: QtBot, kind: EntryKind
):
    store, place = window.workspace.store, window.place
    assert isinstance(place, SessionPlace)
    session, other = store.session(SESSION), store.session("D2-WATER")
    place.show_session(session.id)
    saving(window, qtbot, kind, "The first line, with which its author is introduced.")
    few = saving(window, qtbot, kind, "A line.")
    store.save_all([*more(store, session, MANY), *more(store, other, MANY)])
    dispute(store, other, identity("Ben"))
    window.workspace.reread()
    settle(qtbot)
    many = saving(window, qtbot, kind, "A line.")
    assert len(many.statements) <= len(few.statements), "\n".join(many.statements)
    if kind is EntryKind.INTERVENTION:  # hands and reservations of a recommendation are looked for among all there are
        assert many.steps < 2 * few.steps, "\n".join(many.statements)


PAGES = 16
"""Statements that more pages of a list may take, since a page is read as it is drawn."""


@pytest.mark.parametrize("name", ["Session", "Merge", "Declaration"])
def test_showing_a_place_takes_no_statement_for_each_row(window: MainWindow, qtbot: QtBot, name: str):
    store, room = window.workspace.store, window.place
    session = store.session(SESSION)
    assert isinstance(room, SessionPlace)
    room.show_session(session.id)
    store.save_all(more(store, session, 1))
    dispute(store, session, identity("Ben"))
    draft_declaration(store, window.workspace.t)
    few = showing(window, qtbot, name)
    store.save_all(more(store, session, MANY))
    dispute(store, session, identity("Zoe"))
    draft_declaration(store, window.workspace.t)
    store.save_all(more(store, session, MANY))
    many = showing(window, qtbot, name)
    assert len(many.statements) <= len(few.statements) + PAGES, "\n".join(many.statements)


def showing(window: MainWindow, qtbot: QtBot, name: str) -> Asked:
    """Show a place that has to read everything again, and count what SQLite is asked."""
    place = window.place_names.index(name)
    window.show_place(1 if place == 0 else 0)
    settle(qtbot)
    window.workspace.reread()
    settle(qtbot)
    with Asked(window.workspace.store) as asked:
        window.show_place(place)
        settle(qtbot)
    return asked
