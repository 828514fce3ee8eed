"""The people of a consultation in the window: a table that is searched and sorted, and a form filled in by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from consultation.exchange.matched import read_rows
from consultation.model import (
    Contact,
    Gender,
    Intervention,
    KnownVocabulary,
    Organisation,
    Partnership,
    Person,
    Role,
    RoleKind,
    Session,
)
from consultation.reading.people_list import Missing
from tests.ui.preparing import shown_view
from ui.prepare.people import PeoplePage
from ui.prepare.people.export import write_list
from ui.prepare.people.page import ORGANISATIONS, PARTNERSHIPS
from ui.prepare.place import PEOPLE
from ui.shell.main_window import MainWindow
from ui.workspace import Workspace

KEY = Qt.Key
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def person(workspace: Workspace, name: str, organisation: str = "", **values: object) -> Person:
    made = Person(id=workspace.store.new_id(), name=name, organisation=organisation, **values)
    assert workspace.save(made)
    return made


@pytest.fixture
def page(wide: MainWindow, workspace: Workspace, qtbot: QtBot) -> PeoplePage:
    """The view with three people in it, the keyboard in the table."""
    person(workspace, "Étienne Vasseroy", "Commune de Sainte-Ormille", consent=True, gender=Gender.MAN)
    person(workspace, "Amina Berrahal", "Commune de Tizgharine")
    person(workspace, "Zoé Lindqvist", consent=False)
    made = shown_view(wide, PEOPLE, PeoplePage)
    qtbot.waitUntil(lambda: bool(made.tables.pane.rows.rows))
    wide.activateWindow()
    made.tables.pane.setFocus()
    qtbot.waitUntil(made.tables.pane.has_keyboard)
    made.window_held = wide  # type: ignore[attr-defined]
    return made


@pytest.fixture
def typed(qtbot: QtBot) -> Callable[..., None]:
    """Type keys and words where the keyboard is, and nowhere else."""

    def type_(*keys: str | Qt.Key | tuple[Qt.Key, Qt.KeyboardModifier]) -> None:
        for key in keys:
            here = QApplication.focusWidget()
            assert here is not None
            if isinstance(key, str):
                qtbot.keyClicks(here, key)
            elif isinstance(key, tuple):
                qtbot.keyClick(here, *key)
            else:
                qtbot.keyClick(here, key)
            QApplication.processEvents()

    return type_


def names(page: PeoplePage) -> list[str]:
    return [row.name for row in page.tables.pane.rows.rows]


def test_the_table_is_sorted_by_name_whatever_the_accents_and_by_any_column(page: PeoplePage, typed) -> None:
    there = names(page)
    assert there.index("Amina Berrahal") < there.index("Étienne Vasseroy") < there.index("Zoé Lindqvist")
    typed((KEY.Key_1, ALT))
    assert names(page) == there[::-1]
    typed((KEY.Key_6, ALT))
    consents = [row.consent for row in page.tables.pane.rows.rows]
    assert consents == sorted(consents, key=lambda consent: (consent is not None, consent is True))


def test_the_head_of_a_column_sorts_by_it(page: PeoplePage, qtbot: QtBot) -> None:
    head = page.tables.pane.table.header()
    x = head.sectionViewportPosition(1) + 20
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, 10))
    assert page.tables.pane.sorted_by == 1
    organisations = [row.organisation for row in page.tables.pane.rows.rows]
    assert organisations[-1] == ""


def test_what_is_typed_narrows_the_table_whatever_accents_case_and_order(page: PeoplePage, typed) -> None:
    whole = len(names(page))
    typed((KEY.Key_F, CONTROL), "ORM etie")
    assert names(page) == ["Étienne Vasseroy"]
    typed(KEY.Key_Down)
    assert page.tables.pane.has_keyboard()
    typed((KEY.Key_F, CONTROL), KEY.Key_Escape)
    assert len(names(page)) == whole


def test_who_lacks_something_is_counted_and_shown_alone(page: PeoplePage, qtbot: QtBot) -> None:
    lists = page.tables._lists
    assert lists is not None
    tab = page.tables.bar.tabs[Missing.NO_ORGANISATION.value]
    assert tab.text() == f"{lists.people.count(Missing.NO_ORGANISATION)} without organisation"
    qtbot.mouseClick(tab, Qt.MouseButton.LeftButton)
    assert "Zoé Lindqvist" in names(page)
    assert "Amina Berrahal" not in names(page)
    qtbot.mouseClick(tab, Qt.MouseButton.LeftButton)
    assert "Amina Berrahal" in names(page)


def test_what_others_write_is_in_the_table_at_once(page: PeoplePage, workspace: Workspace) -> None:
    whole = len(names(page))
    added = person(workspace, "Bo Ek")
    assert len(names(page)) == whole + 1
    session = workspace.store.all(Session)[0]
    workspace.save(
        Role(id=workspace.store.new_id(), session=session.id, person=added.id, role=RoleKind.KEYNOTE_WITNESS)
    )
    row = next(row for row in page.tables.pane.rows.rows if row.id == added.id)
    assert page.tables.pane.rows.cells.written(row, "part") == "Keynote witness, 1"
    workspace.delete(added, "")
    assert len(names(page)) == whole


def test_a_person_is_filled_in_by_keyboard_alone(page: PeoplePage, workspace: Workspace, typed) -> None:
    tab, enter, right = KEY.Key_Tab, KEY.Key_Return, KEY.Key_Right
    session = min(workspace.store.all(Session), key=lambda session: session.code)
    house = Organisation(id=workspace.store.new_id(), name={"en": "Port Ellery District Council"})
    workspace.save(house)
    typed("n", "Ms", enter, "Ana Ruiz", enter)
    typed("ellery", enter, "Mayor", enter)
    typed("af", enter, "civil", enter, "woman", tab)
    typed(enter, "fren", enter, tab)
    form = page.side.form_of(Person).fields
    while QApplication.focusWidget() is not form.parts.add_button:
        typed(tab)
    typed(enter, session.code, enter, "rapp", enter, "15", enter)
    typed(right, right, enter, "+34 600", enter, "ana@example.org", (KEY.Key_N, CONTROL))

    (made,) = workspace.store.all(Person, name="Ana Ruiz")
    assert (made.address, made.title, made.organisation) == ("Ms", "Mayor", "Port Ellery District Council")
    assert made.functions[0]["organisation"] == str(house.id)
    assert made.functions[0]["title"] == "Mayor"
    assert made.gender is Gender.WOMAN
    assert made.languages == ["fr"]
    assert made.consent is True
    assert page.tables._lists is not None
    row = page.tables._lists.people.rows[made.id]
    assert (row.region, row.actor) == ("Africa", "Civil society")
    (role,) = workspace.store.all(Role, person=made.id)
    assert (role.session, role.role, role.minutes) == (session.id, RoleKind.RAPPORTEUR, 15)
    (contact,) = workspace.store.all(Contact, person=made.id)
    assert (contact.telephone, contact.mail) == ("+34 600", "ana@example.org")
    assert form.form.is_new, "the next person begins"
    assert form.address.hasFocus()


def test_a_person_with_what_is_asked_first_takes_a_dozen_keys_besides_the_words(
    page: PeoplePage, workspace: Workspace, typed
) -> None:
    workspace.save(Organisation(name={"en": "Port Ellery District Council"}))
    enter, right = KEY.Key_Return, KEY.Key_Right
    keys: list[str | KEY | tuple[KEY, Qt.KeyboardModifier]] = ["n", "Ms", enter, "Ana Ruiz", enter, "ellery", enter]
    keys += ["Mayor", enter, enter, enter, enter, right, right, (KEY.Key_N, CONTROL)]
    typed(*keys)
    (made,) = workspace.store.all(Person, name="Ana Ruiz")
    assert (made.address, made.title, made.organisation) == ("Ms", "Mayor", "Port Ellery District Council")
    assert made.consent is True
    assert len([key for key in keys if key == "n" or not isinstance(key, str)]) <= 12


def test_a_region_that_is_retired_is_shown_with_whoever_has_it(page: PeoplePage, workspace: Workspace) -> None:
    region = next(iter(workspace.store.terms(KnownVocabulary.REGION)))
    ana = person(workspace, "Ana Ruiz", region=region.id)
    workspace.change(region, retired=True)
    page.show_record(ana.id)
    fields = page.side.form_of(Person).fields
    assert fields.region.value == region.id
    ben = person(workspace, "Ben Roe")
    page.show_record(ben.id)
    assert region.id not in fields.region.values


def test_a_person_without_a_name_is_refused_beside_the_field_and_nothing_is_lost(
    page: PeoplePage, workspace: Workspace, typed
) -> None:
    whole, form = workspace.store.count(Person), page.side.form_of(Person).fields
    typed("n", "Dr", KEY.Key_Return, " ", KEY.Key_Return, "Port Council", KEY.Key_Return)
    assert "needs a name" in form.name_label.problem
    typed(KEY.Key_Escape)
    assert page.tables.pane.has_keyboard()
    assert workspace.store.count(Person) == whole
    typed("n")
    assert (form.address.text(), form.organisation.text()) == ("Dr", "Port Council")
    typed(KEY.Key_Return, "Ana", KEY.Key_Return)
    (made,) = workspace.store.all(Person, name="Ana")
    assert (made.address, made.organisation) == ("Dr", "Port Council")


def test_a_name_that_is_emptied_stays_stored_as_it_was(page: PeoplePage, workspace: Workspace, typed) -> None:
    page.tables.pane.choose(workspace.store.all(Person, name="Zoé Lindqvist")[0].id)
    typed(KEY.Key_Return, KEY.Key_Return, KEY.Key_Backspace)
    form = page.side.form_of(Person).fields
    form.name.selectAll()
    typed(KEY.Key_Delete, KEY.Key_Return)
    assert "needs a name" in form.name_label.problem
    assert workspace.store.all(Person, name="Zoé Lindqvist")


def test_a_new_organisation_is_made_from_its_own_row_only(page: PeoplePage, workspace: Workspace, typed) -> None:
    whole = workspace.store.count(Organisation)
    page.tables.pane.choose(workspace.store.all(Person, name="Zoé Lindqvist")[0].id)
    typed(KEY.Key_Return, KEY.Key_Return, KEY.Key_Return, "Atelier Nord", KEY.Key_Tab)
    kept = workspace.store.all(Person, name="Zoé Lindqvist")[0]
    assert (kept.organisation, kept.functions) == ("Atelier Nord", [])
    assert workspace.store.count(Organisation) == whole
    page.side.form_of(Person).fields.organisation.setFocus()
    page.side.form_of(Person).fields.organisation.selectAll()
    typed("Atelier Sud", KEY.Key_Return)
    (house,) = [each for each in workspace.store.all(Organisation) if "Atelier Sud" in each.name.values()]
    kept = workspace.store.all(Person, name="Zoé Lindqvist")[0]
    assert kept.organisation == "Atelier Sud"
    assert kept.functions[0]["organisation"] == str(house.id)


def test_whoever_has_spoken_is_not_deleted_and_the_line_says_why(page: PeoplePage, workspace: Workspace, typed) -> None:
    there = workspace.store.all(Person, name="Amina Berrahal")[0]
    session = workspace.store.all(Session)[0]
    said = Intervention(id=workspace.store.new_id(), session=session.id, person=there.id, text="The wells are dry.")
    workspace.save(said)
    page.tables.pane.choose(there.id)
    typed(KEY.Key_Delete)
    assert not workspace.store.get(Person, there.id).deleted
    assert "1 intervention" in workspace.messages.log[-1].text
    workspace.delete(said, "")
    contact = Contact(id=workspace.store.new_id(), person=there.id, mail="a@example.org")
    workspace.save(contact)
    typed(KEY.Key_Delete)
    assert workspace.store.get(Person, there.id).deleted
    assert workspace.store.get(Contact, contact.id).deleted
    workspace.steps.undo()
    assert not workspace.store.get(Person, there.id).deleted
    assert not workspace.store.get(Contact, contact.id).deleted


def test_the_form_follows_the_row(page: PeoplePage, typed) -> None:
    typed(KEY.Key_Home, KEY.Key_Return, KEY.Key_Escape)
    assert not page.side.isVisible()
    typed(KEY.Key_Return)
    page.tables.pane.setFocus()
    typed(KEY.Key_Down)
    form = page.side.form
    assert form is not None
    assert form.record is not None
    assert form.record.id == page.tables.pane.rows.rows[1].id


def test_two_who_look_alike_are_joined_by_hand_in_one_step(page: PeoplePage, workspace: Workspace, typed) -> None:
    second = person(workspace, "AMINA BERRAHAL", "Commune de Tizgharine", title="Maire")
    session = workspace.store.all(Session)[0]
    workspace.save(Role(id=workspace.store.new_id(), session=session.id, person=second.id))
    first = workspace.store.all(Person, name="Amina Berrahal")[0]
    typed((KEY.Key_P, ALT))
    assert page.tables.pairs_page.pair is not None
    typed("j")
    kept = workspace.store.get(Person, first.id)
    assert (kept.name, kept.title) == ("Amina Berrahal", "Maire")
    assert workspace.store.get(Person, second.id).deleted
    assert [role.person for role in workspace.store.all(Role, session=session.id)][-1] == first.id
    assert page.tables.pairs_page.pair is None
    workspace.steps.undo()
    assert not workspace.store.get(Person, second.id).deleted
    assert page.tables.pairs_page.pair is not None
    typed("d")
    assert page.tables.pairs_page.pair is None
    assert not workspace.store.get(Person, second.id).deleted


def test_what_differs_between_two_is_chosen(page: PeoplePage, workspace: Workspace, qtbot: QtBot) -> None:
    second = person(workspace, "AMINA BERRAHAL", "Commune de Tizgharine")
    page.tables.show_pairs()
    button = next(each for each in page.tables.pairs_page.findChildren(QAbstractButton) if each.text() == second.name)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    page.tables.pairs_page.join()
    assert workspace.store.all(Person, name="AMINA BERRAHAL")
    assert not workspace.store.all(Person, name="Amina Berrahal")


def test_an_organisation_is_filled_in_by_keyboard(page: PeoplePage, workspace: Workspace, typed) -> None:
    page.tables.show_list(ORGANISATIONS)
    page.tables.pane.setFocus()
    if not page.tables.pane.has_keyboard():
        page.add()
    else:
        typed("n")
    typed("Union of Ports", KEY.Key_Return)
    (made,) = [each for each in workspace.store.all(Organisation) if "Union of Ports" in each.name.values()]
    form = page.side.form_of(Organisation).fields
    form.member.setFocus()
    typed(KEY.Key_Right)
    form.parts.add()
    typed("partner", KEY.Key_Return)
    form.rank.setFocus()
    typed("7", KEY.Key_Tab)
    form.mandates.add()
    typed("Presidency", KEY.Key_Tab)
    form.mandates.rows[0].days.starts.setFocus()
    typed("2021-02-31", KEY.Key_Tab)
    stored = workspace.store.get(Organisation, made.id)
    assert stored.member is True
    assert [str(part) for part in stored.parts] == ["partner"]
    assert stored.rank == 7
    assert "Presidency" in stored.mandates[0]["what"].values()
    assert stored.mandates[0]["starts"] == ""
    assert form.mandates.rows[0].days.starts.text() == "2021-02-31"


def test_an_organisation_of_which_somebody_is_is_not_deleted(page: PeoplePage, workspace: Workspace) -> None:
    house = Organisation(id=workspace.store.new_id(), name={"fr": "Commune de Tizgharine"})
    workspace.save(house)
    page.show_record(house.id)
    assert page.tables.list == ORGANISATIONS
    page.delete()
    assert not workspace.store.get(Organisation, house.id).deleted
    assert "1 person" in workspace.messages.log[-1].text


def test_a_partnership_has_its_organisations_and_delegates(page: PeoplePage, workspace: Workspace, typed) -> None:
    house = Organisation(id=workspace.store.new_id(), name={"en": "Port Council"})
    workspace.save(house)
    page.tables.show_list(PARTNERSHIPS)
    page.add()
    typed("Springs of the plateau", KEY.Key_Return)
    form = page.side.form_of(Partnership).fields
    form.organisations.add()
    typed("port", KEY.Key_Return)
    form.delegates.add()
    typed("amina", KEY.Key_Return)
    (made,) = workspace.store.all(Partnership)
    assert made.organisations == [house.id]
    assert workspace.store.get(Person, made.delegates[0]).name == "Amina Berrahal"
    page.close_form()
    row = page.tables.pane.rows.rows[0]
    assert (row.organisations, row.delegates) == (("Port Council",), ("Amina Berrahal",))


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_the_list_is_exported_and_who_is_not_named_is_left_out(
    page: PeoplePage, workspace: Workspace, folder: Path, qtbot: QtBot, ending: str
) -> None:
    path = folder / f"people{ending}"
    write_list(workspace, path, "people")
    qtbot.waitUntil(lambda: not workspace.jobs.running)
    grid = read_rows(path)
    text = " ".join(cell for _, row in grid.rows for cell in row)
    assert "Étienne Vasseroy" in text
    assert "Amina Berrahal" not in text
    assert "left out" in workspace.messages.log[-1].text
