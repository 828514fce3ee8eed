"""Every write goes through the workspace: undo, together, refusals."""

from __future__ import annotations

import pytest

from consultation.errors import NotSaved
from consultation.merging import merge
from consultation.model import Intervention, Person, Session
from consultation.store import Store


def a_session(workspace) -> Session:
    return workspace.store.session("D1-CLIMATE")


def test_what_is_saved_can_be_undone_and_done_again(workspace) -> None:
    person = Person(name="Léa Durand")
    assert workspace.save(person)
    workspace.steps.undo()
    assert workspace.store.get(Person, person.id).deleted
    workspace.steps.redo()
    assert not workspace.store.get(Person, person.id).deleted


def test_several_writes_together_are_one_step(workspace) -> None:
    first, second = Person(name="First"), Person(name="Second")
    with workspace.together() as step:
        workspace.save(first)
        workspace.save(second)
    assert step.done
    workspace.steps.undo()
    assert workspace.store.get(Person, first.id).deleted
    assert workspace.store.get(Person, second.id).deleted
    assert not workspace.steps.can_undo


def test_a_refusal_inside_together_takes_everything_back(workspace) -> None:
    person = Person(name="Half")
    with workspace.together() as step:
        workspace.save(person)
        workspace.save(Intervention(session=a_session(workspace).id, text="broken \x00 text"))
    assert not step.done
    assert workspace.store.find(Person, person.id) is None
    assert workspace.messages.log[-1].tone == "conflict"


def test_a_refused_save_answers_false_and_is_said(workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(record) -> None:
        raise NotSaved("The disk is full. Nothing was lost.")

    monkeypatch.setattr(workspace.store, "save", refuse)
    assert not workspace.save(Person(name="Nobody"))
    assert workspace.messages.log[-1].text == "The disk is full. Nothing was lost."


def test_changed_says_which_records(workspace, qtbot) -> None:
    person = Person(name="Léa Durand")
    with qtbot.waitSignal(workspace.changed) as changed:
        workspace.save(person)
    change = changed.args[0]
    assert change.concerns(Person)
    assert not change.concerns(Session)
    assert person.id in change.records


def test_undoing_from_the_message_undoes_that_step_and_not_the_last(workspace) -> None:
    first, second = Person(name="First"), Person(name="Second")
    workspace.save(first)
    workspace.delete(first, "Deleted.")
    message = workspace.messages.log[-1]
    workspace.save(second)
    message.act()
    assert not workspace.store.get(Person, first.id).deleted
    assert not workspace.store.get(Person, second.id).deleted


def test_what_changed_is_there_after_closing_and_opening(workspace) -> None:
    path = workspace.path
    person = Person(name="Léa Durand")
    workspace.save(person)
    workspace.close()
    assert workspace.open_now(path)
    assert workspace.store.get(Person, person.id).name == "Léa Durand"


def test_a_file_that_is_something_else_is_refused_and_the_open_one_stays(workspace, folder) -> None:
    other = folder / "holiday.consult"
    other.write_bytes(b"GIF89a" + b"\x00" * 5000)
    path = workspace.path
    assert not workspace.open_now(other)
    assert workspace.path == path
    assert workspace.messages.log[-1].tone == "conflict"


def test_changes_are_signed_with_the_name_on_the_start_page(workspace) -> None:
    person = Person(name="Léa Durand")
    workspace.save(person)
    assert workspace.store.history(person)[0].author_name == "Amira Ben Salah"


def test_a_merge_leaves_what_was_done_before_to_be_undone(workspace, folder) -> None:
    person = Person(name="Léa Durand")
    workspace.save(person)
    room = folder / "room.consult"
    workspace.store.send_copy(room)
    with Store.open(room, workspace.identity) as other:
        brought = Person(id=other.new_id(), name="Jorge Ibarra")
        other.save(brought)
    with Store.open(workspace.path, workspace.identity) as writer:
        merge(writer, [room])
    workspace.reread()
    assert workspace.steps.can_undo
    workspace.steps.undo()
    assert workspace.store.get(Person, person.id).deleted
    assert not workspace.store.get(Person, brought.id).deleted
