"""The programme, as a timetable by day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QWidget

from consultation.exchange.matched import Listing
from consultation.model import AgendaItem, Consultation, Objective, Person, ProgrammeDay, Role, Session, SignUp, Track
from consultation.reading.programme import day_of
from consultation.store import Store
from ui.actions import Action, preparing
from ui.keys import bind, offer, shown, tip
from ui.look.folds import px
from ui.prepare.programme.days import Days
from ui.prepare.programme.export import Export
from ui.prepare.programme.moving import STEP, Moving, next_code
from ui.prepare.programme.plan import INSET, LEAD, RowPlace
from ui.prepare.programme.sessions import Sessions
from ui.prepare.programme.side import ProgrammeSide, Shown
from ui.prepare.programme.timetable_view import TimetableView
from ui.prepare.view import View
from ui.touched import Touched
from ui.widgets.buttons import icon_button, main_button, quiet_button
from ui.widgets.cards import EmptyState
from ui.widgets.find_line import FindLine
from ui.widgets.keyed_button import KeyedButton
from ui.widgets.sign_button import SignButton
from ui.workspace import Workspace


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
        """What clashes, what has no time, the tracks, tables in and files out, and adding days and sessions."""
        t, theme, add = self._workspace.t, self._workspace.theme, preparing.ADD_SESSION
        take, write = preparing.IMPORT_PROGRAMME, preparing.EXPORT_PROGRAMME
        tracks = icon_button(theme, preparing.OPEN_TRACKS.icon, tip(t, preparing.OPEN_TRACKS), self.open_tracks)
        day = icon_button(theme, preparing.ADD_DAY.icon, tip(t, preparing.ADD_DAY), self.add_day)
        taking = icon_button(theme, take.icon, tip(t, take), self.take_table)
        self.export_button = icon_button(theme, write.icon, tip(t, write), self.export)
        session = KeyedButton(theme, t(add.label), shown(add), self.add, add.icon)
        return [self.clashing, self.timeless, tracks, day, taking, self.export_button, session]

    def status(self) -> tuple[list[str], list[str]]:
        """Count what there is, and say whose hours these are."""
        t = self._workspace.t
        place = t.zone_name(self._workspace.consultation.time_zone)
        said = self.sessions.shown.said(t)
        if self.sessions.is_finding:
            number = len(self.sessions.found)
            said = t.plural("{count} session found", "{count} sessions found", number)
        return [said], [t("Times of {place}").format(place=place)]

    def refresh(self, touched: Touched) -> None:
        """Read the programme; what is chosen and open stays so."""
        chosen = self.timetable.session.id if self.timetable.session else None
        self.sessions.read(touched)
        is_empty = not (self.sessions.listed or self.sessions.shown.days)
        self._stack.setCurrentIndex(int(is_empty))
        self.setFocusProxy(self._first if is_empty else self.timetable)
        self.timetable.choose(chosen)
        self._say_counts()
        self.side.read_again()
        self.status_changed.emit()

    def show_record(self, record_id: UUID) -> None:
        """Choose a session and open its form."""
        self.timetable.choose(record_id)
        self.open_peek()

    def state(self) -> dict[str, Any]:
        """What is chosen, and what is open beside it."""
        session = self.timetable.session
        return {"session": session.id if session else None, "open": self.side.what, "day": self.side.on}

    def restore(self, state: dict[str, Any]) -> None:
        """Take it up again."""
        self.catch_up()
        self.timetable.choose(state["session"])
        if state["open"] is Shown.SESSION:
            self.open_peek()
        elif state["open"] is Shown.DAY:
            self.open_day(state["day"])
        elif state["open"] is Shown.TRACKS:
            self.open_tracks()

    def flush(self) -> None:
        """Save what is typed."""
        self.side.flush()

    def go_find(self) -> None:
        """Go to the field to find a session."""
        self.finding.setFocus()
        self.finding.selectAll()

    def add(self) -> None:
        """Add a session without a time, and take the keyboard into its form."""
        code = next_code({session.code for session in self._workspace.store.all(Session)})
        made = Session(code=code)
        if self._workspace.save(made, self._workspace.t("Added session {code}.").format(code=code)):
            self.show_record(made.id)
            self.side.focus_first()

    def add_day(self) -> None:
        """Add a day behind the last one, and take the keyboard into its form."""
        on = self.days.add()
        if on is not None:
            self.open_day(on)

    def take_table(self) -> None:
        """Take sessions from a table."""
        self.table_asked.emit(Listing.PROGRAMME, False)

    def go_to_field(self, field: str, language: str) -> None:
        self.side.go_to_field(field, language)

    def export(self) -> None:
        """Write the programme to a file."""
        self.side.flush()
        self._export.ask_language(self.export_button)

    def open_peek(self) -> None:
        """Open the form of the chosen session."""
        if self.timetable.session is not None:
            self.side.show_session(self.timetable.session)
            QTimer.singleShot(0, self, self._show_chosen)  # once the timetable has the room that is left

    def open_day(self, on: date | None = None) -> None:
        """Open the form of a day, by default that of the chosen session, with the keyboard in it."""
        on = on or self._day_at_hand()
        if on is not None:
            self.side.show_day(on)
            self.side.focus_first()

    def open_tracks(self) -> None:
        """Open the tracks, with the keyboard in them."""
        self.side.show_tracks()
        self.side.focus_first()

    def close_peek(self) -> None:
        """Put the form away, or first what is dragged or looked for; the keyboard goes back to the timetable."""
        if self.timetable.let_go():
            return
        if self.finding.hasFocus() and self.finding.text():
            self.finding.clear()
            return
        self.side.close_form()
        self.timetable.setFocus()

    def _build(self) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        self.clashing, self.timeless = (SignButton(theme, "incomplete") for _ in range(2))
        self.finding = FindLine(theme, t, t("Find a session"))
        self._export = Export(self._workspace, self)
        self.sessions = Sessions(self._workspace, self)
        self.moving, self.days = Moving(self._workspace, self.sessions), Days(self._workspace, self.sessions)
        self.timetable = TimetableView(self._workspace, self.sessions)
        add, take = preparing.ADD_SESSION, preparing.IMPORT_PROGRAMME
        self._first = main_button(theme, t(add.label), self.add, add.icon)
        from_table = quiet_button(theme, t(take.label), self.take_table, take.icon)
        self._none = EmptyState(
            theme,
            "calendar-plus",
            t("The programme is empty"),
            t("Add the first session. With a day and an hour it stands in the timetable; until then it waits below."),
            self._first,
            from_table,
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._below_find())
        self._stack.addWidget(self._none)
        self.side = ProgrammeSide(self._workspace, self.sessions, self.moving, self.days, self)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self._stack, 1)
        line.addWidget(self.side)

    def _below_find(self) -> QWidget:
        """Lay the field to find over the corner of the timetable in which nothing is drawn."""
        theme, held = self._workspace.theme, QWidget()
        corner = QHBoxLayout()
        corner.setContentsMargins(px(theme, INSET), px(theme, 6), 0, 0)
        corner.addWidget(self.finding)
        grid = QGridLayout(held)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addLayout(corner, 0, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        grid.addWidget(self.timetable, 0, 0)
        self.finding.setFixedWidth(px(theme, LEAD - INSET - 36))
        self.finding.setProperty("floats", True)  # it stands over the corner
        self.finding.raise_()
        return held

    def _connect(self) -> None:
        self.finding.textChanged.connect(self._find)
        self.finding.list_asked.connect(self.timetable.setFocus)
        view, moving = self.timetable, self.moving
        view.dropped.connect(self._drop)
        view.peek_asked.connect(self._toggle_peek)
        view.chosen.connect(self._follow)
        view.day_asked.connect(self.open_day)
        view.tracks_asked.connect(self.open_tracks)
        self.side.closed.connect(self.close_peek)
        self.side.laid_out.connect(self.order_tabs)
        self.clashing.clicked.connect(self._to_clash)
        self.timeless.clicked.connect(self._to_timeless)
        bind(self, preparing.ADD_SESSION, self.add)
        bind(self, preparing.IMPORT_PROGRAMME, self.take_table)
        bind(self, preparing.EXPORT_PROGRAMME, self.export)
        bind(self, preparing.LEAVE_SESSION, self.close_peek)
        bind(self, preparing.ADD_DAY, self.add_day)
        bind(self, preparing.OPEN_DAY, self.open_day, lambda: self._day_at_hand() is not None)
        bind(self, preparing.OPEN_TRACKS, self.open_tracks)
        bind(self, preparing.NEXT_CLASH, self._to_clash, lambda: bool(self.sessions.clashes))
        bind(self, preparing.NEXT_TIMELESS, self._to_timeless, lambda: bool(self.sessions.timeless))
        offer(view, preparing.PEEK_SESSION, self._toggle_peek)
        moves: dict[Action, tuple[Callable[[Session], object], dict[str, int]]] = {
            preparing.EARLIER: (partial(moving.by, minutes=-STEP), {"by": -STEP}),
            preparing.LATER: (partial(moving.by, minutes=STEP), {"by": STEP}),
            preparing.SHORTER: (partial(moving.end_by, minutes=-STEP), {"longer": -STEP}),
            preparing.LONGER: (partial(moving.end_by, minutes=STEP), {"longer": STEP}),
            preparing.ROW_BEFORE: (partial(moving.to_row, step=-1), {"rows": -1}),
            preparing.ROW_AFTER: (partial(moving.to_row, step=1), {"rows": 1}),
            preparing.GIVE_TIME: (moving.give_time, {}),
            preparing.DROP_SESSION: (self._delete, {}),
        }
        for action, (act, foreseen) in moves.items():
            bind(view, action, partial(self._do, act, foreseen), lambda: view.session is not None)

    def _find(self, typed: str) -> None:
        """Choose the first that is found, unless the one that is chosen is."""
        self.sessions.find(typed)
        chosen, found = self.timetable.session, self.sessions.found
        if self.sessions.is_finding and found and (chosen is None or not self.sessions.is_found(chosen.id)):
            self.timetable.choose(found[0].id)
        self.timetable.viewport().update()
        self.status_changed.emit()

    def _do(self, act: Callable[[Session], object], foreseen: dict[str, int]) -> None:
        """Do something with the chosen session; where it will be is drawn before it is written."""
        self.side.flush()
        session = self.timetable.session
        if session is None:
            return
        if foreseen:
            self.timetable.foresee(session.id, **foreseen)
        act(session)
        self.timetable.let_go()
        self.timetable.scrollTo(self.timetable.currentIndex())

    def _delete(self, session: Session) -> None:
        self.side.close_form()
        self._workspace.delete(session, self._workspace.t("Deleted session {code}.").format(code=session.code))
        self.timetable.setFocus()

    def _drop(self, session: UUID, row: RowPlace, begins: int, ends: int) -> None:
        self.moving.put(self._workspace.store.get(Session, session), row.on, row.line.track, begins, ends)

    def _toggle_peek(self) -> None:
        if self.side.is_open:
            self.close_peek()
        else:
            self.open_peek()

    def _follow(self) -> None:
        if self.side.what is Shown.SESSION and self.timetable.session is not None:
            self.side.show_session(self.timetable.session)

    def _show_chosen(self) -> None:
        self.timetable.scrollTo(self.timetable.currentIndex())

    def _day_at_hand(self) -> date | None:
        """Return the day of the chosen session, else the first."""
        chosen, zone = self.timetable.session, self._workspace.consultation.time_zone
        on = day_of(chosen, zone) if chosen is not None else None
        return on or next((day.on for day in self.sessions.shown.days), None)

    def _say_counts(self) -> None:
        t = self._workspace.t
        clashes, timeless = len(self.sessions.clashes), len(self.sessions.timeless)
        for part, number, said in (
            (self.clashing, clashes, t.plural("{count} clash", "{count} clashes", clashes)),
            (self.timeless, timeless, t.plural("{count} without a time", "{count} without a time", timeless)),
        ):
            part.show_words(said)
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
