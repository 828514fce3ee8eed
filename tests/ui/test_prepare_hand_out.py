"""Handing out in the window: what lacks leads to where it is mended; the file is made and noted."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt

from consultation.handing_out import hand_out
from consultation.model import Delivery, DeliveryWay, Person, ProgrammeDay, Role, RoleKind, Session, StatementKind, Term
from consultation.reading.readiness import MENDED_IN, Matter
from consultation.store import Store
from tests.builders import identity
from tests.ui.preparing import shown_view
from ui.actions import preparing
from ui.keys import offered
from ui.prepare.hand_out import HandOutPage
from ui.prepare.place import CONSULTATION, HAND_OUT, PEOPLE, PROGRAMME, WORDS
from ui.prepare.programme.when_field import ON
from ui.session import SessionPlace


@pytest.fixture
def page(window, qtbot) -> HandOutPage:
    shown = shown_view(window, HAND_OUT, HandOutPage)
    qtbot.wait(5)
    return shown


def test_a_line_of_what_lacks_says_which_record_and_the_next_press_the_next(page, qtbot):
    line = page.checks.lines[0]
    lacks = [lack.record for lack in line.check.lacks]
    assert len(lacks) > 1
    asked: list[object] = []
    page.checks.asked.disconnect()
    page.checks.asked.connect(lambda record, field, language: asked.append(record))
    line.setFocus()
    for _ in range(2):
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert asked == lacks[:2]


def test_the_page_is_come_to_at_what_lacks_first(page, window, qtbot):
    assert page.checks.lines
    window.place.show_view(PEOPLE)
    window.place.show_view(HAND_OUT)
    qtbot.waitUntil(page.checks.lines[0].hasFocus)


def test_without_a_session_to_write_in_the_line_leads_to_the_programme(page, window, qtbot):
    store = window.workspace.store
    for session in store.all(Session):
        store.delete(session)
    for day in store.all(ProgrammeDay):
        store.delete(day)
    window.workspace.reread()
    page.catch_up()
    line = next(line for line in page.checks.lines if line.check.matter is Matter.SESSIONS)
    assert not page.checks._calm.isVisible()
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert window.place.view == PROGRAMME
    qtbot.waitUntil(lambda: has_focus(window, window.place.page(PROGRAMME)))
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    assert [session.recorded for session in store.all(Session)] == [True], "one more key makes it"


def test_the_file_for_the_rooms_is_made_and_who_it_is_for_is_noted_as_one_step(page, window, qtbot, tmp_path):
    store = window.workspace.store
    session = store.all(Session)[0]
    zoe = Person(name="Zoé Quill")
    store.save(zoe)
    window.workspace.reread()
    page._on_added(zoe.id)
    row = page.rows.place_of(zoe.id)
    assert zoe.id in page.rows.ticked
    page.table.choose(row)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_W)
    (delivery,) = store.all(Delivery, person=zoe.id)
    assert delivery.way is DeliveryWay.MAIL
    path = tmp_path / "rooms.consult"
    page.make(path)
    qtbot.waitUntil(lambda: store.all(Delivery, person=zoe.id)[0].on == date.today(), timeout=20_000)
    assert not page.rows.ticked
    with Store.open(path, identity("Ben")) as room:
        assert room.was_handed_out
        assert room.find(Session, session.id) is not None
        assert room.count(Delivery) == 0
    window.workspace.steps.undo()
    assert store.all(Delivery, person=zoe.id)[0].on is None


def test_space_takes_the_tick_off_and_who_runs_a_session_stays_on_the_list(page, window, qtbot):
    store = window.workspace.store
    zoe = Person(name="Zoé Quill")
    store.save(zoe)
    store.save(Role(session=store.all(Session)[0].id, person=zoe.id, role=RoleKind.MODERATOR))
    window.workspace.reread()
    page.table.choose(0)
    page.table.setFocus()
    person = page.rows.rows[0].person.id
    before = person in page.rows.ticked
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    assert (person in page.rows.ticked) is not before
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert page.rows.rows[0].person.id == person


def test_whoever_opens_the_file_for_the_rooms_writes_after_two_keys(page, window, qtbot, tmp_path):
    """The first is Enter on the session the program puts first; the second is the first letter said."""
    store = window.workspace.store
    store.save(Session(code="LUNCH", title={"en": "Lunch"}, recorded=False, starts=datetime.now(UTC)))
    store.save(Session(code="NOW", title={"en": "What is held today"}, starts=datetime.now(UTC)))
    path = tmp_path / "rooms.consult"
    hand_out(store, path)
    nobody_was_here = f"session/{store.consultation.id}"  # as on the laptop of a facilitator
    window.workspace.settings.keep(nobody_was_here, "")
    window.open(path)
    qtbot.waitUntil(lambda: window.workspace.is_open and window.workspace.path == path)
    place = window.place
    assert isinstance(place, SessionPlace)
    question = place.room.question
    qtbot.waitUntil(lambda: question.list.hasFocus())
    listed = [question.list.item(row).text() for row in range(question.list.count())]
    assert listed[0] == "What is held today"
    assert "Lunch" not in listed
    qtbot.keyClick(question.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: place.room.entry.edit.hasFocus())
    qtbot.keyClicks(window.focusWidget(), "W")
    assert place.room.entry.edit.toPlainText() == "W"


def has_focus(window, inside) -> bool:
    held = window.focusWidget()
    return held is not None and (held is inside or inside.isAncestorOf(held))


FIELDS = {
    Matter.CLASHES: (PROGRAMME, lambda page: page.side.session_form.when.lines[ON]),
    Matter.CONSENT: (PEOPLE, lambda page: page.side.form.fields.consent),
    Matter.FACILITATORS: (PROGRAMME, lambda page: page.side.session_form.roles.line),
    Matter.NAME: (CONSULTATION, lambda page: page.form.field("title")),
    Matter.PEOPLE: (PEOPLE, lambda page: page.side.form.fields.organisation),
    Matter.QUESTIONS: (PROGRAMME, lambda page: page.side.session_form.questions.line),
    Matter.STATEMENTS: (CONSULTATION, lambda page: page.statements),
    Matter.TERMS: (WORDS, lambda page: page.form.labels.lines["fr"]),
    Matter.TIMES: (PROGRAMME, lambda page: page.side.session_form.when.lines[ON]),
    Matter.TITLES: (PROGRAMME, lambda page: page.side.session_form.title),
}
"""What is looked at -> the view in which it is mended, and the field."""


@pytest.mark.parametrize("matter", sorted(MENDED_IN))
def test_what_lacks_is_one_key_from_the_very_field_in_which_it_is_mended(page, window, qtbot, matter):
    store, place = window.workspace.store, window.place
    zoe = Person(name="Zoé Quill")
    session = Session(code="NEW", title={"en": "A talk"})
    hour = datetime(2021, 10, 5, 10, tzinfo=UTC)
    two = [
        Session(code=f"ROOM{at}", title={"en": "A"}, room="Hall Z", starts=hour, ends=hour.replace(hour=12))
        for at in range(2)
    ]
    store.save_all([zoe, session, *two, Role(session=session.id, person=zoe.id, role=RoleKind.SPEAKER)])
    about = store.consultation
    store.change(about, languages=["en", "fr"], title={"en": "Water"})
    store.change(
        about, statements=[{"kind": StatementKind.DISCLAIMER, "text": {"en": "Not ours."}, "organisation": ""}]
    )
    store.change(store.all(Term)[0], label={"en": "Only in English"})
    window.workspace.reread()
    line = next(line for line in page.checks.lines if line.check.matter is matter)
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    view, field = FIELDS[matter]
    assert place.view == view
    shown = place.page(view)
    qtbot.waitUntil(lambda: has_focus(window, field(shown)))
    if view == CONSULTATION:
        assert shown.language == "fr"
    if matter is Matter.TITLES:
        assert shown.side.language == "fr"


def test_every_key_of_the_list_of_keys_does_what_it_says_there(page, window, qtbot):
    store = window.workspace.store
    zoe = Person(name="Zoé Quill")
    store.save_all([zoe, Role(session=store.all(Session)[0].id, person=zoe.id, role=RoleKind.MODERATOR)])
    window.workspace.reread()
    page.table.choose(0)
    can = offered(page)
    person = page.rows.rows[0].person.id
    before = person in page.rows.ticked
    can[preparing.TICK_RECIPIENT]()
    assert (person in page.rows.ticked) is not before
    can[preparing.MEND_LACK]()
    assert window.place.view != HAND_OUT
