"""Says once that people speak in a session that nobody has started, or that is closed."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from consultation.model import Session, SessionStatus
from ui.workspace import Workspace


class StartReminder:
    """Reminds by a message that offers to start the session, by ``switch``; once for each session."""

    def __init__(self, workspace: Workspace, switch: Callable[[], object]) -> None:
        self._workspace, self._switch = workspace, switch
        self._reminded: set[UUID] = set()

    def saved_in(self, session: Session | None) -> None:
        """Take note that an entry was saved in a session."""
        if session is None or session.id in self._reminded:
            return
        self._reminded.add(session.id)
        t, messages = self._workspace.t, self._workspace.messages
        if session.status in (SessionStatus.PLANNED, SessionStatus.PROPOSED):
            said = t("Saved. Session {code} has not been started yet.").format(code=session.code)
            messages.say(said, "incomplete", t("Start"), self._switch)
        elif session.status == SessionStatus.CLOSED:
            said = t("Saved, although session {code} is closed.").format(code=session.code)
            messages.say(said, "incomplete", t("Open again"), self._switch)
