"""The peek of the programme: the form of a session, of a day, or of the tracks."""

from __future__ import annotations

from datetime import date
from enum import Enum
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from consultation.model import Session
from ui.actions import preparing
from ui.keys import shown
from ui.look.folds import px
from ui.prepare.programme.day_form import DayForm
from ui.prepare.programme.days import Days
from ui.prepare.programme.moving import Moving
from ui.prepare.programme.session_form import SessionForm
from ui.prepare.programme.sessions import Sessions
from ui.prepare.programme.side_form import SideForm
from ui.prepare.programme.tracks_form import TracksForm
from ui.widgets.peek import Peek
from ui.workspace import Workspace

WIDTH = 336


class Shown(Enum):
    """What is shown."""

    NOTHING = "nothing"
    SESSION = "session"
    DAY = "day"
    TRACKS = "tracks"


class ProgrammeSide(Peek):
    """Each form is made when it is shown for the first time; all share one language of the words."""

    laid_out = Signal()

    def __init__(self, workspace: Workspace, sessions: Sessions, moving: Moving, days: Days, parent: QWidget) -> None:
        super().__init__(workspace.theme, parent)
        self._workspace, self._sessions, self._moving, self._days = workspace, sessions, moving, days
        self._forms: dict[Shown, SideForm] = {}
        self._shown = Shown.NOTHING
        self._on: date | None = None
        self._session: UUID | None = None
        self._language = ""
        self._stack = QStackedWidget()
        self.fill(self._stack)
        self.setFixedWidth(px(workspace.theme, WIDTH))

    @property
    def is_open(self) -> bool:
        """Something is shown."""
        return self._shown is not Shown.NOTHING

    @property
    def what(self) -> Shown:
        """What is shown."""
        return self._shown

    @property
    def on(self) -> date | None:
        """The day that is shown, or was last."""
        return self._on

    @property
    def language(self) -> str:
        """The language in which words are shown and typed, one of those of the consultation."""
        languages, own = self._workspace.consultation.languages, self._workspace.t.language
        if self._language in languages:
            return self._language
        return own if own in languages or not languages else languages[0]

    @property
    def session_form(self) -> SessionForm:
        """The form of a session."""
        form = self._form(Shown.SESSION)
        assert isinstance(form, SessionForm)
        return form

    @property
    def day_form(self) -> DayForm:
        """The form of a day."""
        form = self._form(Shown.DAY)
        assert isinstance(form, DayForm)
        return form

    @property
    def tracks_form(self) -> TracksForm:
        """The form of the tracks."""
        form = self._form(Shown.TRACKS)
        assert isinstance(form, TracksForm)
        return form

    def show_session(self, session: Session) -> None:
        """Show the form of a session."""
        self._session = session.id
        self._bring(Shown.SESSION)

    def show_day(self, on: date) -> None:
        """Show the form of a day of the timetable."""
        self._on = on
        self._bring(Shown.DAY)

    def show_tracks(self) -> None:
        """Show the tracks."""
        self._bring(Shown.TRACKS)

    def read_again(self) -> None:
        """Show what the file says now; nothing where what was shown is there no more."""
        if self._shown is Shown.SESSION:
            place = self._sessions.place_of(self._session)
            if place < 0:
                self.close_form()
            else:
                self.session_form.show_session(self._sessions.listed[place])
        elif self._shown is Shown.DAY:
            day = next((day for day in self._sessions.shown.days if day.on == self._on), None)
            if day is None:
                self.close_form()
            else:
                self.day_form.show_day(day)
        elif self._shown is Shown.TRACKS:
            self.tracks_form.show_tracks()

    def focus_first(self) -> None:
        """Take the keyboard into the form."""
        if self.is_open:
            self._form(self._shown).focus_first()

    def flush(self) -> None:
        """Save what is typed."""
        for form in self._forms.values():
            form.flush()

    def close_form(self) -> None:
        """Save what is typed, or put it aside, and show nothing."""
        if self.is_open:
            self._form(self._shown).leave()
        self._shown = Shown.NOTHING
        self.hide()

    def _bring(self, wanted: Shown) -> None:
        if self.is_open and self._shown is not wanted:
            self._form(self._shown).leave()
        changed, self._shown = self._shown is not wanted, wanted
        self._stack.setCurrentWidget(self._form(wanted))
        self.show()
        if changed:
            self._say_keys()
        self.read_again()

    def _form(self, wanted: Shown) -> SideForm:
        if wanted not in self._forms:
            form = self._forms[wanted] = self._made(wanted)
            form.left.connect(self.closed)
            form.language_chosen.connect(self._speak)
            form.laid_out.connect(self.laid_out)
            self._stack.addWidget(form)
        return self._forms[wanted]

    def _made(self, wanted: Shown) -> SideForm:
        workspace = self._workspace
        if wanted is Shown.SESSION:
            return SessionForm(workspace, lambda: self.language, self._sessions, self._moving)
        if wanted is Shown.TRACKS:
            return TracksForm(workspace, lambda: self.language, self._sessions)
        form = DayForm(workspace, lambda: self.language, self._days)
        form.moved.connect(self.show_day)
        return form

    def _speak(self, language: str) -> None:
        self._language = language
        self.read_again()

    def _say_keys(self) -> None:
        t = self._workspace.t
        close = (shown(preparing.LEAVE_SESSION), t("close"))
        order = (shown(preparing.ROW_UP), t("order"))
        quarter = (shown(preparing.LATER), t("15 min"))
        hints = {Shown.SESSION: [quarter, close], Shown.DAY: [close], Shown.TRACKS: [order, close]}
        self.show_hints(hints[self._shown])
