"""The Session place: the column, the room and the details side by side, and what the keys do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from consultation.model import Intervention, Lesson, Person, Record, Role, Session, SessionStatus, Term
from consultation.reading.programme import first_to_show
from consultation.reading.timeline import SAID
from ui import actions
from ui.keys import bind, offer
from ui.page import Page
from ui.session.details import DetailsPanel
from ui.session.entry_kinds import ACTIONS, KINDS, EntryKind, TypedEntry, entry_kind_name, make_record
from ui.session.new_session import NewSessionDialog
from ui.session.room import Room
from ui.session.side import Side
from ui.session.unsaved_before import say_what_waits
from ui.touched import Touched
from ui.workspace import Workspace

SIDE, DETAILS = 280, 344
"""Widths the columns have until a person makes them others."""


class SessionPlace(Page):
    """The room."""

    shown_by = actions.GO_SESSION
    kinds = (Session, Person, Role, Term)
    stands_here = (Session, *SAID)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._session: Session | None = None
        self._offered: set[UUID] = set()
        self._build()
        self._connect()

    @property
    def session(self) -> Session | None:
        """The session that is shown."""
        return self._session

    def state(self) -> dict[str, Any]:
        """Return what is chosen and typed, for the page in another language."""
        entry = self.room.entry
        chosen = self.room.stream.entry
        return {
            "session": self._session.id if self._session else None,
            "chosen": chosen.id if chosen else None,
            "text": entry.text,
            "kind": entry.kind,
            "language": entry.language,
            "speaker": entry.speaker.person,
            "search": self.room.search.text(),
            "details": self.details.isVisibleTo(self),
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Take up where the page in the other language was."""
        self.catch_up()
        if state.get("session"):
            self.show_session(state["session"])
        entry = self.room.entry
        entry.edit.setPlainText(state.get("text", ""))
        entry.edit.moveCursor(entry.edit.textCursor().MoveOperation.End)
        entry.choose_kind(state.get("kind", EntryKind.INTERVENTION))
        entry.choose_language(state.get("language", ""))
        entry.speaker.choose(state.get("speaker"))
        self.room.search.setText(state.get("search", ""))
        self.details.setVisible(state.get("details", True))
        self.room.stream.choose(state.get("chosen"))

    def flush(self) -> None:
        """Save what is typed in the details; keep what is on the entry line."""
        self.details.flush()
        self.room.entry.keep()
        self._workspace.settings.keep_shape("session", self._split.saveState())

    def go_find(self) -> None:
        """Go to the search."""
        self.room.search.setFocus()
        self.room.search.selectAll()

    def refresh(self, touched: Touched) -> None:
        """Show the session as it is now; the first time, choose one."""
        if touched.concerns(Term):
            self.details.offer_terms()
        if touched.concerns(Person, Role):
            self.details.know_people()
        if self._session is None:
            self._begin()
        elif touched.concerns(Person, Role):
            self.room.entry.know_people()
        self._session = self._workspace.store.find(Session, self._session.id) if self._session else None

    def show_session(self, session_id: UUID) -> None:
        """Show another session."""
        self.details.show_entry(None)
        self._session = self._workspace.store.get(Session, session_id)
        self._workspace.settings.keep(self._key(), str(session_id))
        self.side.show_session(self._session)
        self.room.show_session(self._session)

    def show_record(self, record_id: UUID) -> None:
        """Select an entry, in whichever session it was said."""
        if self._workspace.store.find(Session, record_id) is not None:
            self.show_session(record_id)
            return
        record = self._find(record_id)
        if record is None or record.deleted:
            return
        session = getattr(record, "session", None)
        if session is not None and (self._session is None or session != self._session.id):
            self.show_session(session)
        self.room.show_all()
        self.room.stream.choose(record_id)

    def enter(self, typed: TypedEntry, words: str = "") -> bool:
        """Store what was typed, and say ``words`` with Undo; it goes from the line only once it is stored."""
        if self._session is None:
            return False
        store = self._workspace.store
        rank = store.count(Lesson) if typed.kind == EntryKind.LESSON else 0
        record = make_record(typed, store.new_id(), self._session.id, rank, self._workspace.consultation.time_zone)
        if not self._workspace.save(record, words):
            return False
        self.room.show_all()
        self.room.stream.choose(record.id)
        return True

    def take_kind(self, kind: EntryKind) -> None:
        """Turn the marked words into a recommendation or a lesson, or else the line into that kind."""
        marked = self._marked(kind)
        if marked is None:
            self.room.entry.choose_kind(kind)
            self.room.entry.setFocus()
            return
        t = self._workspace.t
        self.enter(marked, t("Made of what was said: {kind}.").format(kind=entry_kind_name(t, kind)))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._split.restoreState(self._workspace.settings.shape("session")):
            self._split.setSizes([SIDE, self.width() - SIDE - DETAILS, DETAILS])

    def _build(self) -> None:
        self.side, self.room, self.details = Side(self._workspace), Room(self._workspace), DetailsPanel(self._workspace)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setHandleWidth(1)
        self._split.setChildrenCollapsible(False)
        for part in (self.side, self.room, self.details):
            self._split.addWidget(part)
        self.room.setMinimumWidth(420)
        self.details.setMinimumWidth(320)
        self._split.setStretchFactor(1, 1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._split)
        self.setFocusProxy(self.room.entry.edit)

    def _connect(self) -> None:
        room, side, details = self.room, self.side, self.details
        side.session_chosen.connect(self.show_session)
        side.new_asked.connect(self._on_new_session_asked)
        side.people.floor_given.connect(self.give_floor)
        room.entry.speaker.chosen.connect(side.people.show_floor)
        room.entry.entered.connect(self._on_entered)
        room.entry.person_added.connect(self._on_person_added)
        room.stream.chosen.connect(details.show_entry)
        room.stream.opened.connect(self._on_opened)
        room.stream.delete_asked.connect(self._on_delete_asked)
        room.kind_asked.connect(self.take_kind)
        room.details_asked.connect(self._on_details_asked)
        details.closed.connect(self._on_details_asked)
        details.delete_asked.connect(self._on_delete_asked)
        details.asked.connect(self.show_record)
        details.left.connect(room.entry.setFocus)
        details.person_added.connect(self._on_details_person_added)
        for kind, action in ACTIONS.items():
            bind(self, action, partial(self.take_kind, kind))
        bind(self, actions.SPEAKER, room.entry.speaker.setFocus)
        bind(self, actions.ENTRY_LINE, room.entry.setFocus)
        bind(self, actions.SESSIONS, side.choose)
        bind(self, actions.DETAILS, self._on_details_asked)
        for action, act in ((actions.EDIT_ENTRY, self._on_opened), (actions.DELETE_ENTRY, self._on_delete_asked)):
            offer(room.stream, action, act, lambda: room.stream.entry is not None)

    def _begin(self) -> None:
        sessions = self._workspace.store.all(Session)
        first = first_to_show(sessions, self._workspace.settings.value(self._key()), datetime.now(UTC))
        if first is not None:
            self.show_session(first.id)
        else:
            self.side.show_session(None)
            self.room.show_session(None)
        say_what_waits(self._workspace, self.show_record)

    def _marked(self, kind: EntryKind) -> TypedEntry | None:
        """Return the line that marked words make, or the selected intervention where the stream has the keyboard."""
        entry = self.room.stream.entry
        if kind == EntryKind.INTERVENTION or entry is None or entry.kind != EntryKind.INTERVENTION:
            return None
        words = self.room.stream.marked_words or self.details.marked_words()
        if not words and self.room.stream.hasFocus():
            words = entry.text
        if not words:
            return None
        said = entry.record
        if not isinstance(said, Intervention):
            return None
        return TypedEntry(kind, words, said.language, said.person, said.id)

    def _on_entered(self, typed: TypedEntry) -> None:
        if self.enter(typed):
            self.room.entry.accept()
            self._offer_start()

    def _offer_start(self) -> None:
        """Say once that a session in which people speak has not been started."""
        session = self._session
        if session is None or session.id in self._offered:
            return
        self._offered.add(session.id)
        if session.status in (SessionStatus.PLANNED, SessionStatus.PROPOSED):
            t = self._workspace.t
            said = t("Saved. Session {code} has not been started yet.").format(code=session.code)
            self._workspace.messages.say(said, "incomplete", t("Start"), self.side.switch)
        elif session.status == SessionStatus.CLOSED:
            said = self._workspace.t("Saved, although session {code} is closed.").format(code=session.code)
            self._workspace.messages.say(said, "incomplete", self._workspace.t("Open again"), self.side.switch)

    def _on_person_added(self, name: str) -> None:
        person = self.side.people.add(name)
        if person is not None:
            self.room.entry.know_people()
            self.room.entry.speaker.choose(person)

    def _on_details_person_added(self, name: str, take: Callable[[UUID], object]) -> None:
        person = self.side.people.add(name)
        if person is not None:
            take(person)

    def give_floor(self, person: UUID) -> None:
        """Give somebody the floor: what is typed next is theirs."""
        self.room.entry.speaker.choose(person)
        self.room.entry.setFocus()

    def _on_opened(self) -> None:
        self.details.show()
        self.details.edit()

    def _on_details_asked(self) -> None:
        self.details.setVisible(not self.details.isVisible())
        if not self.details.isVisible():
            self.room.entry.setFocus()

    def _on_delete_asked(self) -> None:
        entry = self.room.stream.entry
        if entry is None:
            return
        row = self.room.model.row_of(entry.id)
        t = self._workspace.t
        words = {
            EntryKind.INTERVENTION: t("Intervention deleted."),
            EntryKind.CITIZENSHIP: t("Recommendation deleted."),
            EntryKind.POLICY: t("Recommendation deleted."),
            EntryKind.LESSON: t("Lesson deleted."),
        }[entry.kind]
        self.details.flush()
        if self._workspace.delete(entry.record, words):
            left = self.room.model.entries()
            self.room.stream.choose(left[min(row, len(left) - 1)].id if left else None)

    def _on_new_session_asked(self) -> None:
        dialog = NewSessionDialog(self._workspace, self)
        if dialog.exec() and dialog.session is not None:
            self.show_session(dialog.session.id)

    def _find(self, record_id: UUID) -> Record | None:
        found = (self._workspace.store.find(kind, record_id) for kind in KINDS)
        return next((record for record in found if record is not None), None)

    def _key(self) -> str:
        return f"session/{self._workspace.consultation.id}"
