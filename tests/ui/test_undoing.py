"""Undo says which words came back, shows them where they stand, and is named in the menu by what it takes back."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction

from consultation.model import Intervention, Person, Recommendation, Role
from consultation.model.choices import RecommendationSet, RoleKind
from consultation.store import Store
from ui.actions import Action, anywhere
from ui.declaration import DeclarationPlace
from ui.session import SessionPlace

WORDS = "A man in the third row says that the school has had no water since the bridge was closed."


@pytest.fixture
def said(window, workspace) -> Intervention:
    """Something that was said in the session that is shown."""
    window.place.show_session(workspace.store.session("D4-CARE").id)
    made = Intervention(id=workspace.store.new_id(), session=window.place.session.id, text=WORDS, language="en")
    workspace.save(made)
    return made


def menu_words(window, action: Action) -> str:
    """Return what an item of the Edit menu says once that is open."""
    window._menus._name_steps()
    return next(item for item in window.findChildren(QAction) if item.objectName() == action.name).text()


def test_what_came_back_is_said_and_selected_where_it_stands(window, workspace, said) -> None:
    workspace.delete(said, "Intervention deleted.")
    workspace.steps.undo()
    message = workspace.messages.log[-1]
    assert message.text == "Brought back: “A man in the third row says that the school has …”"
    assert window.place.room.stream.entry.id == said.id


def test_what_is_done_again_is_said_in_place_of_what_came_back(window, workspace, said) -> None:
    workspace.delete(said, "Intervention deleted.")
    workspace.steps.undo()
    workspace.steps.redo()
    message = workspace.messages.log[-1]
    assert message.text == "Done again: delete intervention"
    message.act()
    assert not workspace.store.get(Intervention, said.id).deleted


def test_elsewhere_it_is_offered_to_be_shown(window, workspace, said) -> None:
    workspace.delete(said, "Intervention deleted.")
    window.go(anywhere.GO_DECLARATION)
    workspace.steps.undo()
    assert isinstance(window.place, DeclarationPlace)
    message = workspace.messages.log[-1]
    assert message.action == "Show"
    message.act()
    assert isinstance(window.place, SessionPlace)
    assert window.place.room.stream.entry.id == said.id


def test_what_was_written_is_said_to_be_taken_back(window, workspace, said) -> None:
    workspace.steps.undo()
    message = workspace.messages.log[-1]
    assert message.text.startswith("Taken back: “A man in the third row")
    assert message.action == "Redo"
    message.act()
    assert not workspace.store.get(Intervention, said.id).deleted


def test_a_field_is_said_to_be_as_it_was(window, workspace, said) -> None:
    workspace.change(said, text="Something else.")
    workspace.steps.undo()
    assert workspace.messages.log[-1].text.startswith("As it was before: “A man in the third row")


def test_somebody_put_back_on_a_list_is_named(window, workspace) -> None:
    person = Person(name="Léa Durand")
    workspace.save(person)
    role = Role(person=person.id, session=workspace.store.session("D4-CARE").id, role=RoleKind.SPEAKER)
    workspace.save(role)
    workspace.delete(role, "Taken off the list.")
    workspace.steps.undo()
    message = workspace.messages.log[-1]
    assert message.text.startswith("Brought back: “Léa Durand, Speaker")
    assert message.action == "Redo"


@pytest.mark.parametrize(
    ("act", "name"),
    [
        (lambda workspace, said: workspace.delete(said, "Intervention deleted."), "delete intervention"),
        (lambda workspace, said: None, "write intervention"),
        (lambda workspace, said: workspace.change(said, language="fr"), "change intervention (Language)"),
    ],
)
def test_the_menu_names_the_step(window, workspace, said, act, name: str) -> None:
    act(workspace, said)
    assert menu_words(window, anywhere.UNDO) == f"Undo: {name}"
    workspace.steps.undo()
    assert menu_words(window, anywhere.REDO) == f"Redo: {name}"
    workspace.steps.redo()
    assert menu_words(window, anywhere.UNDO) == f"Undo: {name}"


def test_a_step_of_several_records_is_named_by_what_was_said_of_it(window, workspace) -> None:
    with workspace.together() as step:
        for text in ("Plant trees.", "Open the archive."):
            asked = Recommendation(set=RecommendationSet.POLICY, text=text, language="en")
            workspace.save(asked)
        step.name = "Two recommendations taken in."
    assert menu_words(window, anywhere.UNDO) == "Undo: Two recommendations taken in"
    workspace.steps.undo()
    assert workspace.messages.log[-1].text == "Undone: “Two recommendations taken in.”"


def test_nothing_to_undo_has_no_name(window) -> None:
    assert menu_words(window, anywhere.UNDO) == "&Undo"


def test_what_somebody_has_changed_since_stays_and_the_person_is_told(window, workspace) -> None:
    person = Person(name="Léa Durand", organisation="Sucre")
    workspace.save(person)
    workspace.change(person, organisation="La Paz")
    with Store.open(workspace.path, workspace.identity) as writer:
        writer.change(writer.get(Person, person.id), organisation="Kütahya")
    workspace.reread()
    workspace.steps.undo()
    assert workspace.store.get(Person, person.id).organisation == "Kütahya"
    assert workspace.messages.log[-1].text == "It stays as it is: somebody has changed it since."
    assert not workspace.steps.can_redo


def test_what_cannot_be_done_again_because_somebody_has_changed_it_is_said_too(window, workspace) -> None:
    person = Person(name="Léa Durand")
    workspace.save(person)
    workspace.steps.undo()
    with Store.open(workspace.path, workspace.identity) as writer:
        writer.restore(writer.get(Person, person.id))
    workspace.reread()
    workspace.steps.redo()
    assert not workspace.store.get(Person, person.id).deleted
    assert workspace.messages.log[-1].text == "It stays as it is: somebody has changed it since."
    assert not workspace.steps.can_redo
