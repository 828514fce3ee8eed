"""What clashes with a session, or is wrong with it by itself; each has what mends it beside it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from consultation.model import Session
from consultation.reading.clashes import Clash
from ui.prepare.programme.moving import Moving
from ui.prepare.programme.sessions import Sessions
from ui.widgets.buttons import quiet_button
from ui.widgets.rows import clear
from ui.widgets.words import words
from ui.workspace import Workspace


class Wrongs(QWidget):
    """One press mends a clash: the first ends earlier, or the second begins later."""

    def __init__(self, workspace: Workspace, sessions: Sessions, moving: Moving) -> None:
        super().__init__()
        self._workspace, self._sessions, self._moving = workspace, sessions, moving
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def show_session(self, session: Session) -> None:
        """Say what is wrong with a session."""
        clear(self._column)
        t, zone = self._workspace.t, self._workspace.consultation.time_zone
        wrong = self._sessions.wrong_with(session.id)
        for each in wrong:
            self._column.addWidget(words(each.said_in(session.id, t, zone), tone="incomplete"))
            if isinstance(each, Clash):
                self._offer(each, zone)
        self.setVisible(bool(wrong))

    def _offer(self, clash: Clash, zone: str) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        if clash.mended_by is not None:
            said = t("End {code} at {hour}").format(code=clash.first.code, hour=t.time(clash.mended_by, zone))
            self._add(quiet_button(theme, said, partial(self._moving.mend, clash)))
        later, _ = clash.put_off_to
        said = t("Begin {code} at {hour}").format(code=clash.second.code, hour=t.time(later, zone))
        self._add(quiet_button(theme, said, partial(self._moving.put_off, clash)))

    def _add(self, button: QWidget) -> None:
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        button.show()  # or it could not take the keyboard at once
