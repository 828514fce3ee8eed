"""Words that were typed in the details of an entry and not saved before the file was closed: where they wait."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from consultation.model import Intervention, Lesson, Recommendation
from consultation.words import shortened
from ui.workspace import Workspace

DETAILS = ("field", "reservation", "support")
"""What the keys of drafts in the details begin with; the id of the entry follows."""


def say_what_waits(workspace: Workspace, show: Callable[[UUID], object]) -> None:
    """Say at which entry something waits, and offer to ``show`` it; nothing when nothing waits."""
    found = (_entry(workspace, key) for key in workspace.drafts.keys)
    entry = next((record for record in found if record is not None), None)
    if entry is None:
        return
    t = workspace.t
    said = t("What was typed in the details of “{words}” is not saved yet.").format(words=shortened(entry.text, 40))
    workspace.messages.say(said, "incomplete", t("Show"), lambda: show(entry.id))


def _entry(workspace: Workspace, key: str) -> Intervention | Recommendation | Lesson | None:
    kind, _, rest = key.partition("/")
    try:
        record_id = UUID(rest.partition("/")[0])
    except ValueError:
        return None
    if kind not in DETAILS:
        return None
    find = workspace.store.find
    found = find(Recommendation, record_id) or find(Intervention, record_id) or find(Lesson, record_id)
    return found if found is not None and not found.deleted else None
