"""The page of one record: its states at the left, at the right the one at hand and what going back to it would do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from consultation.model import KINDS, Recommendation, Record, Session
from consultation.reading.history import PastState, Wording, history_of, wordings_of
from consultation.words import Values, change_title, kind_name, lookup_in, session_name, vocabulary_labels
from ui.actions import anywhere
from ui.history.state_view import StateView
from ui.history.states import StatesList
from ui.keys import bind, shown
from ui.look.folds import px, room_of
from ui.page import Page
from ui.touched import Touched
from ui.widgets.fields import Choice
from ui.widgets.keyed_button import KeyedButton
from ui.widgets.scroll import scrolled
from ui.widgets.words import caption, heading, rule
from ui.workspace import Workspace

SIDE, HEAD, NARROWEST = 304, 56, 1100


class HistoryPage(Page):
    """What happened to one record; says `left` when one goes back to where one was."""

    kinds = tuple(KINDS.values())  # what belongs to a record is told too

    left = Signal()

    def __init__(self, workspace: Workspace, record: Record, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._record = record
        self.states: list[PastState] = []
        self.wordings: list[Wording] = []
        self._place = 0
        self._values = Values(workspace.t, lambda _: None)
        self._build()
        self._connect()

    @property
    def at_hand(self) -> PastState:
        """The state that is shown."""
        return self.states[self._place]

    def refresh(self, touched: Touched) -> None:
        """Read what happened to the record; the state at hand stays, unless a newer one has come."""
        store, t = self._workspace.store, self._workspace.t
        found = store.find(type(self._record), self._record.id)
        if found is None:
            self.left.emit()
            return
        known = len(self.states)
        self._record = found
        self.states = history_of(store, found)
        self.wordings = wordings_of(store, found, self.states, t)
        self._values = Values(t, lookup_in(store), vocabulary_labels(store))
        self._about.setText(self._about_words())
        self._sum.setText(self._summed_up())
        place = self._place if known == len(self.states) else 0
        self._fill_box()
        self.list.show_states(self.states, self._title, place)

    def put_back(self) -> None:
        """Give the record the values of the state at hand, as a new state."""
        state, t = self.at_hand, self._workspace.t
        if not state.is_own or state.is_now:
            return
        when = state.change.when.astimezone()
        said = t("Restored the state of {day}, {time}.").format(day=t.day(when.date()), time=t.time(when))
        record, revision = self._record, state.change.revision
        self._workspace.do(said, lambda: self._workspace.store.restore_to(record, revision))
        self.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _build(self) -> None:
        t = self._workspace.t
        self.setProperty("surface", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.list, self.view = StatesList(self._workspace), StateView(self._workspace)
        self._sum = caption()
        self._side = QFrame()
        self._side.setProperty("surface", "window")
        side = QVBoxLayout(self._side)
        side.setContentsMargins(8, 4, 8, 12)
        side.addWidget(self.list, 1)
        side.addWidget(self._sum)
        self._sum.setContentsMargins(12, 0, 12, 0)
        self.box = Choice()
        self.box.setAccessibleName(t("States, newest first"))
        self.box.setMaxVisibleItems(10)
        line = QHBoxLayout()
        line.setSpacing(0)
        line.addWidget(self._side)
        line.addWidget(scrolled(self.view), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(rule())
        column.addLayout(line, 1)

    def _head(self) -> QWidget:
        t, theme, leave = self._workspace.t, self._workspace.theme, anywhere.LEAVE_HISTORY
        self._about = caption("", tone="text")
        self.back = KeyedButton(theme, t(leave.label), shown(leave), self.left.emit, look="quiet")
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addStretch(1)
        names.addWidget(self._about)
        names.addWidget(heading(t("History")))
        names.addStretch(1)
        head = QWidget()
        head.setMinimumHeight(px(theme, HEAD))
        line = QHBoxLayout(head)
        line.setContentsMargins(32, 4, 24, 4)
        line.setSpacing(12)
        line.addLayout(names, 1)
        line.addWidget(self.box)
        line.addWidget(self.back)
        return head

    def _connect(self) -> None:
        self.list.chosen.connect(self._on_chosen)
        self.box.activated.connect(self.list.choose)
        for asking in (self.list, self.view):
            asking.restore_asked.connect(self.put_back)
        self._workspace.theme.changed.connect(self._fold)
        bind(self, anywhere.LEAVE_HISTORY, self.left.emit)

    def _title(self, state: PastState) -> str:
        return change_title(self._workspace.t, state.of, state.change, self._values)

    def _about_words(self) -> str:
        """Say which record it is: its kind, its reference, and the session it belongs to."""
        t, record = self._workspace.t, self._record
        parts = [kind_name(t, record.kind())]
        if isinstance(record, Recommendation) and record.reference:
            parts.append(record.reference)
        session_id = getattr(record, "session", None)
        session = self._workspace.store.find(Session, session_id) if session_id else None
        if session is not None:
            parts.append(f"{session.code}, {session_name(t, session)}")
        return " · ".join(parts)

    def _summed_up(self) -> str:
        t = self._workspace.t
        people = {state.change.author for state in self.states}
        files = {state.file for state in self.states}
        return ", ".join(
            (
                t.plural("{count} state", "{count} states", len(self.states)),
                t.plural("{count} person", "{count} people", len(people)),
                t.plural("{count} file", "{count} files", len(files)),
            )
        )

    def _fill_box(self) -> None:
        t = self._workspace.t
        self.box.clear()
        for state in self.states:
            when = state.change.when.astimezone()
            self.box.addItem(f"{t.day(when.date())}, {t.time(when)} · {self._title(state)}")

    def _on_chosen(self, place: int) -> None:
        self._place = place
        self.box.setCurrentIndex(place)
        self.view.show_state(self._record, self.states, place, self.wordings, self._values)

    def _fold(self) -> None:
        theme = self._workspace.theme
        folded = room_of(self, theme) < NARROWEST
        self._side.setFixedWidth(px(theme, SIDE))
        self._side.setVisible(not folded)
        self.box.setVisible(folded)
        self.box.setFixedWidth(min(px(theme, SIDE), self.window().width() // 3))
        self.setFocusProxy(self.box if folded else self.list)
