"""Who has the floor, and since when: as a part of the column, or as a strip where there is no room for one."""

from __future__ import annotations

from time import monotonic
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from consultation.model import Person
from ui.look.folds import px
from ui.page import Page
from ui.session.side_rows import INSET
from ui.touched import Touched
from ui.widgets.buttons import icon_button
from ui.widgets.words import Elided, caption, rule, section, words
from ui.workspace import Workspace

EVERY_MS = 1_000
STRIP = 36
MINUTE, HOUR = 60, 3600


class Floor(Page):
    """The one who speaks now, as the entry line has it."""

    kinds = (Person,)
    opened = Signal()
    """The button of the strip: show the whole column."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._person: UUID | None = None
        self._since: float | None = None
        self._build()
        self._show_person()

    def refresh(self, touched: Touched) -> None:
        """Show how the speaker is called now."""
        self._show_person()

    def show_person(self, person: UUID | None) -> None:
        """Give somebody the floor, or nobody by name; the time begins again."""
        self._person = person
        self._since = monotonic() if person is not None else None
        if self._workspace.is_readable:
            self._show_person()

    def set_strip(self, strip: bool) -> None:
        """Stand in one line, or above the rest of the column."""
        self._column.setVisible(not strip)
        self._strip.setVisible(strip)

    def show_agenda(self, in_hand: str) -> None:
        """Show in the strip what of the agenda is in hand."""
        self._agenda.show_text(in_hand)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tick()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _build(self) -> None:
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self._tick)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._build_column())
        whole.addWidget(self._build_strip())
        self._strip.hide()
        self._workspace.theme.changed.connect(self._fit)
        self._fit()

    def _build_column(self) -> QWidget:
        self._name, self._house = words("", strong=True), caption()
        self._time = words("", "clock", strong=True, wrap=False)
        self._column = QWidget()
        column = QVBoxLayout(self._column)
        column.setContentsMargins(INSET, 0, INSET, 0)
        column.setSpacing(2)
        column.addWidget(section(self._workspace.t("Has the floor")))
        column.addSpacing(4)
        for part in (self._name, self._house, self._time):
            column.addWidget(part)
        return self._column

    def _build_strip(self) -> QWidget:
        t, theme = self._workspace.t, self._workspace.theme
        self._short, self._short_time = words("", strong=True, wrap=False), words("", strong=True, wrap=False)
        self._agenda = Elided("", "caption")
        self._agenda.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self._agenda.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._strip = QWidget()
        self._line = QWidget()
        line = QHBoxLayout(self._line)
        line.setContentsMargins(20, 0, 16, 0)
        line.setSpacing(10)
        people = t("People, agenda, start and end of the session")
        line.addWidget(icon_button(theme, "users", people, self.opened.emit))
        line.addWidget(self._short)
        line.addWidget(self._short_time)
        line.addSpacing(14)
        line.addWidget(self._agenda, 1)
        whole = QVBoxLayout(self._strip)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._line)
        whole.addWidget(rule())
        return self._strip

    def _show_person(self) -> None:
        person = self._workspace.store.find(Person, self._person) if self._person else None
        if person is not None and person.deleted:
            person = None
        name = person.name if person else self._workspace.t("Somebody in the room")
        house = (person.organisation or person.territory) if person else ""
        self._name.setText(name)
        self._short.setText(name)
        self._house.setText(house)
        self._house.setVisible(bool(house))
        self._tick()

    def _tick(self) -> None:
        gone = int(monotonic() - self._since) if self._since is not None else None
        shown = clock(gone) if gone is not None else ""
        for label in (self._time, self._short_time):
            label.setText(shown)
            label.setVisible(bool(shown))

    def _fit(self) -> None:
        self._line.setFixedHeight(px(self._workspace.theme, STRIP) - 1)


def clock(seconds: int) -> str:
    """Write how long something has gone on: "2:14", "1:02:14"."""
    hours, rest = divmod(seconds, HOUR)
    minutes, seconds = divmod(rest, MINUTE)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
