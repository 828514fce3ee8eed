"""Scenes of the people of a consultation for the gallery."""

from __future__ import annotations

from consultation.model import Organisation, OrganisationPart, Partnership, Person
from ui.prepare.people import PeoplePage
from ui.prepare.people.person_fields import PersonFields
from ui.prepare.people.tables import ORGANISATIONS, PARTNERSHIPS
from ui.prepare.place import PEOPLE, PreparePlace
from ui.shell.stage import Stage


def _page(stage: Stage) -> PeoplePage:
    """Show the view on the sample."""
    stage.open_sample()
    return _shown(stage)


def _shown(stage: Stage) -> PeoplePage:
    place = stage.place(PreparePlace)
    place.show_view(PEOPLE)
    stage.settle()
    page = place.page(PEOPLE)
    assert isinstance(page, PeoplePage)
    return page


def table(stage: Stage) -> None:
    """Everybody, sorted by name."""
    _ask_some(stage, _page(stage))


def form(stage: Stage) -> None:
    """The form of somebody who has a part in a session."""
    page = _page(stage)
    _ask_some(stage, page)
    page.tables.pane.table.choose(3)
    page.edit()


def new_person(stage: Stage) -> None:
    """A new person, with the name missing."""
    page = _page(stage)
    page.add()
    form = page.side.form_of(Person).fields
    assert isinstance(form, PersonFields)
    form.organisation.setText("Port Ellery Council")
    form.name.setText(" ")
    form.form.flush()


def found(stage: Stage) -> None:
    """A few, found by words."""
    _page(stage).tables.bar.field.setText("mun")


def nothing_found(stage: Stage) -> None:
    """Nobody fits."""
    _page(stage).tables.bar.field.setText("xyz")


def organisations(stage: Stage) -> None:
    """The organisations, with the form of one."""
    page = _page(stage)
    store = stage.workspace.store
    stage.workspace.save(
        Organisation(
            id=store.new_id(),
            name={"en": "Kütahya Municipality", "fr": "Municipalité de Kütahya"},
            short_name={"en": "Kütahya"},
            parts=[OrganisationPart.HOST],
            member=True,
        )
    )
    page.tables.show_list(ORGANISATIONS)
    page.tables.pane.table.choose(0)
    page.edit()


def partnerships(stage: Stage) -> None:
    """A partnership and its form."""
    page = _page(stage)
    store = stage.workspace.store
    houses = [house.id for house in store.all(Organisation)[:2]]
    people = [person.id for person in store.all(Person)[:2]]
    stage.workspace.save(
        Partnership(
            id=store.new_id(),
            name={"en": "Water of the plateau"},
            text={"en": "They look after the springs together and share what they measure."},
            organisations=houses,
            delegates=people,
        )
    )
    page.tables.show_list(PARTNERSHIPS)
    page.tables.pane.table.choose(0)
    page.edit()


def alike(stage: Stage) -> None:
    """Two who may be the same person."""
    page = _page(stage)
    store = stage.workspace.store
    there = store.all(Person)[4]
    second = there.name.upper()
    stage.workspace.save(Person(id=store.new_id(), name=second, organisation=there.organisation, consent=False))
    stage.settle()
    page.tables.show_pairs()


def empty(stage: Stage) -> None:
    """Nobody is listed."""
    page = _page(stage)
    store = stage.workspace.store
    stage.workspace.delete(store.all(Person)[0], "")  # with which the card of whoever writes comes
    with stage.workspace.together():
        for person in store.all(Person):
            stage.workspace.delete(person, "")
    page.tables.pane.setFocus()


def _ask_some(stage: Stage, page: PeoplePage) -> None:
    """Have two be not asked whether they may be named, and one without organisation."""
    store = stage.workspace.store
    first, second, third = store.all(Person)[2:5]
    with stage.workspace.together():
        for person in (first, second):
            stage.workspace.change(person, consent=None)
        stage.workspace.change(third, organisation="")
    stage.settle()
    page.tables.pane.setFocus()


SCENES = {
    "prepare-people": table,
    "prepare-people-form": form,
    "prepare-people-new": new_person,
    "prepare-people-found": found,
    "prepare-people-nothing-found": nothing_found,
    "prepare-people-organisations": organisations,
    "prepare-people-partnerships": partnerships,
    "prepare-people-alike": alike,
    "prepare-people-empty": empty,
}
