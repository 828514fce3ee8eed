"""What was typed into a field of a record and waits to be saved: how it returns."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from shiboken6 import isValid

from consultation.words import shortened
from ui.draft_file import Draft
from ui.workspace import Workspace

OF = "of"
"""The name under which a draft remembers what its field held when it was typed."""


def return_to_field(
    workspace: Workspace, field: QObject, key: str, stored: str, type_again: Callable[[Draft], object]
) -> None:
    """Have what waits under ``key`` typed again into ``field``, where the file still holds what it held then.

    Where somebody else has changed it since, or it comes from another file, it is only offered: it must not take the
    place of newer words unasked.
    """
    draft = workspace.drafts.read(key)
    if draft is None:
        return
    if draft.values.get(OF, "") == stored and not draft.origin:
        type_again(draft)
        return
    workspace.drafts.leave(key)

    def put_in() -> None:
        if isValid(field) and workspace.drafts.read(key) == draft:
            type_again(draft)

    t = workspace.t
    words = shortened(draft.text) or ", ".join(value for name, value in draft.values.items() if value and name != OF)
    said = t("Not saved yet ({when}): “{words}”").format(when=draft.from_where(t), words=words)
    workspace.messages.say(said, "incomplete", t("Put it in"), put_in)
