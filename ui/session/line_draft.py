"""What is typed on the entry line and not entered: kept for each session, and back when the session is shown again."""

from __future__ import annotations

from uuid import UUID

from consultation.model import InterventionKind
from ui.draft_file import Draft
from ui.session.entry_kinds import EntryKind, TypedEntry
from ui.workspace import Workspace


def keep_line(workspace: Workspace, session: UUID, typed: TypedEntry) -> None:
    """Keep what is typed for a session; nothing is kept of an empty line."""
    if typed.text.strip():
        about = {
            "kind": typed.kind.value,
            "sort": typed.sort.value,
            "language": typed.language,
            "person": str(typed.person or ""),
            "strands": " ".join(map(str, typed.strands)),
        }
        workspace.drafts.keep(_key(session), Draft(typed.text, about))
    else:
        workspace.drafts.drop(_key(session))


def line_before(workspace: Workspace, session: UUID) -> TypedEntry | None:
    """Return what was typed for a session and not entered; of words from another file, say where they come from."""
    draft = workspace.drafts.read(_key(session))
    if draft is None:
        return None
    if draft.origin:
        t = workspace.t
        said = t("Back on the line, not entered yet: words {from_where}.").format(from_where=draft.from_where(t))
        workspace.messages.say(said, "incomplete")
    about = draft.values
    kind, sort = about.get("kind", ""), about.get("sort", "")
    sorts = {each.value for each in InterventionKind}
    strands = (_id(strand) for strand in about.get("strands", "").split())
    return TypedEntry(
        EntryKind(kind) if kind in {each.value for each in EntryKind} else EntryKind.INTERVENTION,
        draft.text,
        about.get("language", ""),
        _id(about.get("person", "")),
        sort=InterventionKind(sort) if sort in sorts else InterventionKind.STATEMENT,
        strands=tuple(strand for strand in strands if strand is not None),
    )


def _key(session: UUID) -> str:
    return f"line/{session}"


def _id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
