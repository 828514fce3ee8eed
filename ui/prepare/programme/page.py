"""The programme, as a timetable by day."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from consultation.exchange.matched import Listing
from consultation.model import AgendaItem, Consultation, Objective, Person, ProgrammeDay, Role, Session, SignUp, Track
from consultation.store import Store
from ui.actions import preparing
from ui.keys import bind, offer, shown
from ui.look.folds import px
from ui.prepare.programme.moving import STEP, Moving, next_code
from ui.prepare.programme.plan import RowPlace
from ui.prepare.programme.session_form import SessionForm
from ui.prepare.programme.sessions import Sessions
from ui.prepare.programme.timetable_view import TimetableView
from ui.prepare.view import View
from ui.touched import Touched
from ui.widgets.buttons import main_button, quiet_button
from ui.widgets.cards import EmptyState
from ui.widgets.keyed_button import KeyedButton
from ui.widgets.peek import Peek
from ui.workspace import Workspace

PEEK = 336


class ProgrammePage(View):
    """The timetable, and the form of the chosen session beside it."""

    kinds = (Session, ProgrammeDay, Track, AgendaItem, Role, SignUp, Consultation, Objective, Person)
    stands_here = (Session,)
    listings = (Listing.PROGRAMME,)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._build()
        self._connect()

    @classmethod
    def how_many(cls, store: Store) -> int:
        return store.count(Session)

    def head_actions(self) -> list[QWidget]:
        """What clashes, what has no time, and adding a session."""
        t, theme = self._workspace.t, self._workspace.theme
        add, take = preparing.ADD_SESSION, preparing.IMPORT_PROGRAMME
        taking = KeyedButton(theme, t(take.label), "", self.take_table, take.icon)
        adding = KeyedButton(theme, t(add.label), shown(add), self.add, add.icon)
        return [self.clashing, self.timeless, taking, adding]

    def status(self) -> tuple[list[str], list[str]]:
        """Count what there is, and say whose hours these are."""
        t = self._workspace.t
        city = t.zone_name(self._workspace.consultation.time_zone)
        return [self.sessions.shown.said(t)], [t("Times of {city}").format(city=city)]

    def refresh(self, touched: Touched) -> None:
        """Read the programme; what is chosen and open stays so."""
        chosen = self.timetable.session.id if self.timetable.session else None
        self.sessions.read()
        self._stack.setCurrentWidget(self.timetable if self.sessions.listed or self.sessions.shown.days else self._none)
        self.timetable.choose(chosen)
        self._say_counts()
        if not self.peek.isHidden():
            self._fill_peek()
        self.status_changed.emit()

    def show_record(self, record_id: UUID) -> None:
        """Choose a session and open its form."""
        self.timetable.choose(record_id)
        self.open_peek()

    def state(self) -> dict[str, Any]:
        """What is chosen, and whether its form is open."""
        session = self.timetable.session
        return {"session": session.id if session else None, "open": not self.peek.isHidden()}

    def restore(self, state: dict[str, Any]) -> None:
        """Take it up again."""
        self.catch_up()
        self.timetable.choose(state["session"])
        if state["open"]:
            self.open_peek()

    def flush(self) -> None:
        """Save what is typed."""
        self.form.flush()

    def add(self) -> None:
        """Add a session without a time, and take the keyboard into its form."""
        code = next_code({session.code for session in self._workspace.store.all(Session)})
        made = Session(code=code)
        if self._workspace.save(made, self._workspace.t("Added session {code}.").format(code=code)):
            self.show_record(made.id)
            self.form.focus_title()

    def take_table(self) -> None:
        """Take sessions from a table."""
        self.table_asked.emit(Listing.PROGRAMME, False)

    def open_peek(self) -> None:
        """Open the form of the chosen session."""
        if self.timetable.session is not None:
            self.peek.show()
            self._fill_peek()

    def close_peek(self) -> None:
        """Put the form away; the keyboard goes back to the timetable."""
        if self.timetable.let_go():
            return
        self.form.flush()
        self.peek.hide()
        self.timetable.setFocus()

    def _build(self) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        self.clashing = quiet_button(theme, "", self._to_clash)
        self.timeless = quiet_button(theme, "", self._to_timeless)
        self.sessions = Sessions(self._workspace, self)
        self.moving = Moving(self._workspace, self.sessions)
        self.timetable = TimetableView(self._workspace, self.sessions)
        add, take = preparing.ADD_SESSION, preparing.IMPORT_PROGRAMME
        first = main_button(theme, t(add.label), self.add, add.icon)
        from_table = quiet_button(theme, t(take.label), self.take_table, take.icon)
        self._none = EmptyState(
            theme,
            "calendar-plus",
            t("The programme is empty"),
            t("Add the first session. With a day and an hour it stands in the timetable; until then it waits below."),
            first,
            from_table,
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.timetable)
        self._stack.addWidget(self._none)
        self.form = SessionForm(self._workspace, self.sessions, self.moving)
        self.peek = Peek(theme)
        self.peek.fill(self.form)
        self.peek.setFixedWidth(px(theme, PEEK))
        self.peek.show_hints([(shown(preparing.LATER), t("15 min")), (shown(preparing.LEAVE_SESSION), t("close"))])
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self._stack, 1)
        line.addWidget(self.peek)
        self.setFocusProxy(self.timetable)

    def _connect(self) -> None:
        view, moving = self.timetable, self.moving
        view.dropped.connect(self._drop)
        view.peek_asked.connect(self._toggle_peek)
        view.chosen.connect(self._follow)
        self.form.left.connect(self.close_peek)
        bind(self, preparing.ADD_SESSION, self.add)
        bind(self, preparing.IMPORT_PROGRAMME, self.take_table)
        bind(self, preparing.NEXT_CLASH, self._to_clash, lambda: bool(self.sessions.clashes))
        bind(self, preparing.NEXT_TIMELESS, self._to_timeless, lambda: bool(self.sessions.timeless))
        offer(view, preparing.PEEK_SESSION, self._toggle_peek)
        each = {
            preparing.EARLIER: lambda session: moving.by(session, -STEP),
            preparing.LATER: lambda session: moving.by(session, STEP),
            preparing.SHORTER: lambda session: moving.end_by(session, -STEP),
            preparing.LONGER: lambda session: moving.end_by(session, STEP),
            preparing.ROW_BEFORE: lambda session: moving.to_row(session, -1),
            preparing.ROW_AFTER: lambda session: moving.to_row(session, 1),
            preparing.GIVE_TIME: moving.give_time,
            preparing.DROP_SESSION: self._delete,
        }
        for action, act in each.items():
            bind(view, action, partial(self._do, act), lambda: view.session is not None)

    def _do(self, act: Any) -> None:
        session = self.timetable.session
        if session is not None:
            self.form.flush()
            act(self._workspace.store.get(Session, session.id))
            self.timetable.scrollTo(self.timetable.currentIndex())

    def _delete(self, session: Session) -> None:
        self.peek.hide()
        self._workspace.delete(session, self._workspace.t("Deleted session {code}.").format(code=session.code))
        self.timetable.setFocus()

    def _drop(self, session: UUID, row: RowPlace, begins: int, ends: int) -> None:
        self.moving.put(self._workspace.store.get(Session, session), row.on, row.line.track, begins, ends)

    def _toggle_peek(self) -> None:
        if self.peek.isHidden():
            self.open_peek()
        else:
            self.close_peek()

    def _follow(self) -> None:
        if not self.peek.isHidden():
            self._fill_peek()

    def _fill_peek(self) -> None:
        session = self.timetable.session
        if session is None:
            self.peek.hide()
        else:
            self.form.show_session(session)

    def _say_counts(self) -> None:
        t = self._workspace.t
        clashes, timeless = len(self.sessions.clashes), len(self.sessions.timeless)
        for part, number, said in (
            (self.clashing, clashes, t.plural("{count} clash", "{count} clashes", clashes)),
            (self.timeless, timeless, t.plural("{count} without a time", "{count} without a time", timeless)),
        ):
            part.setText(said)
            part.setVisible(bool(number))

    def _to_clash(self) -> None:
        self._to_next([clash.second for clash in self.sessions.clashes])

    def _to_timeless(self) -> None:
        self._to_next(self.sessions.timeless)

    def _to_next(self, found: list[Session]) -> None:
        """Choose the one after the one that is chosen, and show it."""
        if not found:
            return
        ids, chosen = [session.id for session in found], self.timetable.session
        place = ids.index(chosen.id) + 1 if chosen is not None and chosen.id in ids else 0
        self.timetable.choose(ids[place % len(ids)])
        self.open_peek()
        self.timetable.setFocus()
