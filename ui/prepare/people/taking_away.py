"""Deletes what is at hand, or says in words what keeps it."""

from __future__ import annotations

from consultation.deciding.taking_away import kept_by, take_away
from consultation.language import in_language
from consultation.model import Organisation, Partnership, Person
from consultation.words.kinds import all_counted
from ui.workspace import Workspace


def delete_record(workspace: Workspace, record: Person | Organisation | Partnership) -> bool:
    """Delete a record that nothing names, said with Undo; tell whether it was."""
    t = workspace.t
    name = record.name if isinstance(record, Person) else in_language(record.name, t.language)
    kept = kept_by(workspace.store, record)
    if kept:
        what = t.listed(all_counted(t, kept))
        said = t("{name} is not deleted: there they are named still, in {what}. Take them out there first.")
        workspace.messages.say(said.format(name=name, what=what), "conflict")
        return False
    return workspace.do(t("{name} was deleted.").format(name=name), lambda: take_away(workspace.store, record))
