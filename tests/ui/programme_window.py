"""A page of the programme in a window that has the keyboard."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QApplication

from consultation.model import Session
from consultation.reading.programme import in_order
from tests.ui.preparing import shown_view
from ui.prepare.place import PROGRAMME
from ui.prepare.programme import ProgrammePage


def shown_programme(window: Any, qtbot: Any) -> ProgrammePage:
    """Show the programme of the open file, with the keyboard in the timetable."""
    made = shown_view(window, PROGRAMME, ProgrammePage)
    qtbot.waitUntil(lambda: made.timetable.isVisible() and bool(made.sessions.listed))
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    made.timetable.setFocus()
    return made


def now(page: ProgrammePage, session: Session) -> Session:
    """Return a session as the file has it now."""
    return page._workspace.store.get(Session, session.id)


def placed(page: ProgrammePage) -> list[Session]:
    """Return the sessions that stand in the timetable, in the order of the programme."""
    return in_order(session for session in page.sessions.listed if session.id in page.sessions.blocks)
