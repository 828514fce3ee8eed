"""The Session place: the column, the paper and the peek, each by the width of the window; and what the keys do."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from consultation.model import (
    Attendance,
    Person,
    Role,
    Session,
    Term,
)
from consultation.reading.programme import first_to_show
from consultation.reading.timeline import SAID
from ui.actions import anywhere, recording
from ui.keys import bind, offer
from ui.look.folds import Fold, fold_of
from ui.page import Page
from ui.session.chooser import SessionList
from ui.session.details import DetailsPanel
from ui.session.entry_kinds import KINDS, LINE_KINDS, PLAIN
from ui.session.left_as import LeftAs, left_as
from ui.session.new_session import NewSessionDialog
from ui.session.peeking import Peeking
from ui.session.room import Room
from ui.session.room_acts import RoomActs
from ui.session.session_facts import SessionFacts
from ui.session.side import Side
from ui.session.start_reminder import StartReminder
from ui.session.unsaved_before import say_what_waits
from ui.touched import Touched
from ui.widgets.tab_order import follow_the_eye
from ui.workspace import Workspace


class SessionPlace(Page):
    """The room."""

    shown_by = anywhere.GO_SESSION
    kinds = (Session, Person, Role, Term, Attendance)
    stands_here = (Session, *SAID)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._session: Session | None = None
        self._left_as: dict[UUID, LeftAs] = {}
        self._build()
        self._connect()
        self._bind()

    @property
    def session(self) -> Session | None:
        """The session that is shown."""
        return self._session

    @property
    def words_at(self) -> int:
        """Where the column of words begins, from the leading edge of the page."""
        leading = self.room.geometry().left()
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            leading = self.width() - self.room.geometry().right() - 1
        return leading + self.room.columns.gutter

    def status(self) -> tuple[list[str], list[str]]:
        """Return the facts of the session for the line at the bottom of the window."""
        short = fold_of(self, self._workspace.theme) < Fold.MEDIUM
        return self.facts.leading(short), self.facts.trailing(short)

    def state(self) -> dict[str, Any]:
        """Return what is chosen and typed, for the page in another language."""
        entry, chosen = self.room.entry, self.room.stream.entry
        return {
            "session": self._session.id if self._session else None,
            "chosen": chosen.id if chosen else None,
            "text": entry.text,
            "kind": entry.line_kind,
            "locked": entry.is_locked,
            "language": entry.language,
            "speaker": entry.speaker.person,
            "strands": entry.strands,
            "search": self.room.head.search.words,
            "details": self.peek.is_open,
            "left_as": self._left_as,
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Take up where the page in the other language was."""
        self.catch_up()
        self._left_as = state.get("left_as", {})
        if state.get("session"):
            self.show_session(state["session"])
        entry = self.room.entry
        entry.edit.setPlainText(state.get("text", ""))
        entry.edit.moveCursor(entry.edit.textCursor().MoveOperation.End)
        entry.choose_kind(state.get("kind", PLAIN), state.get("locked", False))
        entry.choose_language(state.get("language", ""))
        entry.choose_strands(state.get("strands", ()))
        entry.speaker.choose(state.get("speaker"))
        if state.get("search"):
            self.room.look_for(state["search"])
        self.room.stream.choose(state.get("chosen"))
        if state.get("details"):
            self.peek.open()

    def flush(self) -> None:
        """Save what is typed in the details; keep what is on the entry line."""
        self.details.flush()
        self.side.flush()
        self.room.counting.flush()
        self.room.entry.keep()

    def go_find(self) -> None:
        """Go to the search."""
        self.room.look_for()

    def refresh(self, touched: Touched) -> None:
        """Show the session as it is now; the first time, choose one."""
        if touched.concerns(Term):
            self.details.offer_terms()
        if touched.concerns(Person, Role):
            self.details.know_people()
        if self._session is None:
            if touched.everything:
                self._begin()
        elif touched.concerns(Person, Role):
            self.room.entry.know_people()
        if self._session is not None and touched.concerns(Session):
            self._session = self._workspace.store.find(Session, self._session.id)
        if touched.concerns(Session, Role, Attendance):
            self.facts.take(touched, self._session)

    def show_session(self, session_id: UUID) -> None:
        """Show another session, as it was left."""
        self.peek.close()
        if self._session is not None:
            self._left_as[self._session.id] = left_as(self.room)
        self._session = self._workspace.store.get(Session, session_id)
        self._workspace.settings.keep_last_session(self._workspace.consultation.id, session_id)
        self._show()
        left = self._left_as.get(session_id)
        if left is not None:
            left.put_back(self.room)

    def show_record(self, record_id: UUID) -> None:
        """Show a session, or select an entry in whichever session it was said."""
        record = self._workspace.store.whatever(record_id, (*KINDS, Session))
        if record is None or record.deleted:
            return
        session = record.id if isinstance(record, Session) else getattr(record, "session", None)
        if session is not None and (self._session is None or session != self._session.id):
            self.show_session(session)
        if not isinstance(record, Session):
            self.room.show_all()
            self.room.stream.choose(record_id)

    def give_floor(self, person: UUID | None) -> None:
        """Have the line be somebody's words, or nobody's by name."""
        self.room.entry.know_people()
        self.room.entry.speaker.choose(person)
        self.room.entry.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._lay()
        self.facts.be_seen(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.facts.be_seen(False)

    def _build(self) -> None:
        self.side, self.room = Side(self._workspace), Room(self._workspace)
        self.details = DetailsPanel(self._workspace, self)
        self.peek = Peeking(self._workspace.theme, self, self.room, self.details)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(0)
        self._parts.addWidget(self.side)
        self._parts.addWidget(self.room, 1)
        self._sessions: SessionList | None = None
        self._reminder = StartReminder(self._workspace, self.side.switch)
        self.facts = SessionFacts(self._workspace, self.room.model)
        self.acts = RoomActs(self._workspace, self.room, self.details)
        follow_the_eye(self.side, self.room, self.details)
        self.room.counting.come_after(self.room.stream)
        self.room.said.keep_clear_of(self.details)
        self.setFocusProxy(self.room)

    def _connect(self) -> None:
        room, side, details = self.room, self.side, self.details
        side.people.floor_given.connect(self.give_floor)
        room.entry.speaker.chosen.connect(side.people.show_floor)
        room.entry.person_added.connect(self._on_person_added)
        room.stream.chosen.connect(self.peek.go_on)
        room.stream.peek_asked.connect(self.peek.switch)
        room.stream.opened.connect(self.peek.edit)
        room.stream.left.connect(self._on_stream_left)
        room.columns_changed.connect(self.peek.lay)
        room.head.sessions_asked.connect(self.choose_session)
        room.head.new_asked.connect(self._on_new_session_asked)
        room.head.switch_asked.connect(side.switch)
        room.head.details_asked.connect(self.peek.switch)
        room.head.search.asked.connect(self._on_found_anywhere)
        room.question.chosen.connect(self._on_session_chosen)
        room.question.new_asked.connect(self._on_new_session_asked)
        details.closed.connect(self.peek.close)
        details.delete_asked.connect(self.acts.delete)
        details.asked.connect(self.show_record)
        details.left.connect(room.entry.setFocus)
        details.other_asked.connect(self.peek.step)
        details.person_added.connect(self._on_details_person_added)
        self.acts.saved.connect(lambda: self._reminder.saved_in(self._session))
        self.acts.reservation_asked.connect(self.peek.add_reservation)
        room.taken.connect(self.facts.take_said)
        self.facts.changed.connect(self.status_changed)

    def _bind(self) -> None:
        acts, room = self.acts, self.room
        for kind, action in LINE_KINDS.items():
            bind(self, action, partial(acts.take_kind, kind), self._has_session)
        for action, act in (
            (recording.SPEAKER, room.entry.name_speaker),
            (recording.NOBODY_BY_NAME, partial(self.give_floor, None)),
            (recording.ENTRY_LINE, room.entry.setFocus),
            (recording.COUNT, acts.count),
            (recording.ADD_RESERVATION, acts.reserve),
            (recording.DETAILS, self.peek.switch),
            (recording.SWITCH_SESSION, self.side.switch),
        ):
            bind(self, action, act, self._has_session)
        bind(self, recording.ALREADY_SAID, room.said.go, lambda: room.said.found is not None)
        bind(self, recording.SESSIONS, self.choose_session)
        offer(self, recording.NEW_SESSION, self._on_new_session_asked)

    def _has_session(self) -> bool:
        return self._session is not None

    def choose_session(self) -> None:
        """Open the list of sessions under the code of this one."""
        if self._session is None:
            self.room.question.list.setFocus()
            return
        if self._sessions is None or self._sessions.parentWidget() is not self.window():
            self._sessions = SessionList(self._workspace, self.window(), self)
            self._sessions.chosen.connect(self._on_session_chosen)
            self._sessions.new_asked.connect(self._on_new_session_asked)
        code = self.room.head.code
        spot = QRect(code.mapTo(self.window(), QPoint(0, 0)), code.size())
        self._sessions.open_below(spot, self._session.id)

    def _begin(self) -> None:
        workspace = self._workspace
        first = first_to_show(workspace.store, workspace.settings.last_session(workspace.consultation.id))
        if first is not None:
            self.show_session(first.id)
        else:
            self._show()
        say_what_waits(self._workspace, self._show_waiting)

    def _show_waiting(self, record_id: UUID) -> None:
        """Show an entry in whose details something waits, with them."""
        self.show_record(record_id)
        self.peek.open()

    def _show(self) -> None:
        self.side.setVisible(self._session is not None)
        self.side.show_session(self._session)
        self.room.show_session(self._session)
        self.acts.show_session(self._session)
        self.facts.show_session(self._session)

    def _lay(self) -> None:
        """Lay side and paper beside each other, or the side as a strip on top; the peek over the margin."""
        strip = fold_of(self, self._workspace.theme) < Fold.MEDIUM
        direction = QBoxLayout.Direction
        self.side.set_strip(strip)
        self._parts.setDirection(direction.TopToBottom if strip else direction.LeftToRight)
        self.peek.lay()

    def _on_session_chosen(self, session: UUID) -> None:
        self.show_session(session)
        self.room.entry.setFocus()

    def _on_found_anywhere(self, record: UUID) -> None:
        self.show_record(record)
        self.room.stream.setFocus()

    def _on_person_added(self, name: str) -> None:
        """Add somebody of that name, which is said with Undo, and have the line be their words."""
        person = self.side.people.add(name)
        if person is not None:
            self.give_floor(person)

    def _on_details_person_added(self, name: str, take: Callable[[UUID], object]) -> None:
        person = self.side.people.add(name)
        if person is not None:
            take(person)

    def _on_stream_left(self) -> None:
        """Escape in the stream: the peek closes first, then what alone was shown, then back to the line."""
        if self.peek.is_open:
            self.peek.close()
        elif self.room.model.only is not None:
            self.room.show_all()
        else:
            self.room.entry.setFocus()

    def _on_new_session_asked(self) -> None:
        dialog = NewSessionDialog(self._workspace, self)
        if dialog.exec() and dialog.session is not None:
            self.show_session(dialog.session.id)
