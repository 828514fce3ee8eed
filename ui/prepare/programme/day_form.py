"""A day of the programme: which one it is, its title in every language of the consultation, its format."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal

from consultation.exchange.leaves import Wrong
from consultation.exchange.matched.times import DayOrder, read_day
from consultation.model import SessionFormat
from consultation.reading.timetable import Day
from consultation.words import choice_name
from ui.draft_file import Draft
from ui.prepare.form import Chosen, Said, text_for
from ui.prepare.programme.days import Days
from ui.prepare.programme.side_form import SideForm
from ui.waiting import OF, return_to_field
from ui.widgets.buttons import button, quiet_button
from ui.widgets.fields import Field, SavedLine
from ui.widgets.words import caption
from ui.workspace import Workspace


class DayForm(SideForm):
    """Shows one day; where the programme says nothing of it yet, a button begins."""

    moved = Signal(object)
    """The day to which it was moved, with its sessions."""

    def __init__(self, workspace: Workspace, language: Callable[[], str], days: Days) -> None:
        super().__init__(workspace, language)
        self._days = days
        self._day: Day | None = None
        self._build()

    def show_day(self, day: Day) -> None:
        """Show a day; what was typed for another is saved first, or put aside."""
        t = self._workspace.t
        other = self._day is None or self._day.on != day.on
        if other:
            self.leave()
        self._day = day
        self.show_head(t.day_of_year(day.on), t.weekday(day.on))
        stored = t.day(day.on, "medium")
        self.on.show_text(stored, force=other)
        said = day.day is not None
        for part, is_shown in ((self.title, said), (self.format, said), (self._off, said), (self._begin, not said)):
            part.setVisible(is_shown)
        if day.day is not None:
            self.title.show_record(day.day)
            self.format.show_record(day.day)
        number = sum(len(line.blocks) for line in day.lines)
        counted = t.plural("{count} session", "{count} sessions", number)
        self._sessions.setText(t("{sessions} on this day. They move with it.").format(sessions=counted))
        self._sessions.setVisible(number > 0)
        if other:
            self._refuse("")
            return_to_field(self._workspace, self.on, self._key, stored, partial(self._type_again, self._key))
        self.laid_out.emit()

    def flush(self) -> None:
        self.title.flush()
        self.on.flush()

    def leave(self) -> None:
        self.title.leave()
        self.on.flush()
        self._day = None

    def focus_first(self) -> None:
        (self._begin if self.title.isHidden() else self.title.edit).setFocus()

    @property
    def wrong(self) -> str:
        """What is wrong with the day that is typed; empty where nothing is."""
        return "" if self._wrong.isHidden() else self._wrong.text()

    @property
    def _key(self) -> str:
        return f"field/day/{self._day.on.isoformat()}" if self._day else ""

    def _build(self) -> None:
        workspace, t, theme = self._workspace, self._workspace.t, self._workspace.theme
        self.title = text_for(workspace, t("Title"), Said("title", self._language))
        forms = [(form, choice_name(t, form)) for form in SessionFormat]
        self.format = Chosen(workspace, t("Format"), "format", forms)
        self.on = SavedLine(required=True)
        self._sessions, self._wrong = caption(), caption(tone="conflict")
        self._begin = button(theme, t("Give it a title"), self._describe, "plus")
        self._off = quiet_button(theme, t("Take the title away"), self._take_away)
        for part in (self.title, self.format, self._begin, Field(t("Day"), self.on), self._wrong, self._sessions):
            self.column.addWidget(part)
        self.column.addWidget(self._off, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addStretch(1)
        self.on.edited.connect(self._move)
        self.on.textChanged.connect(self._keep)

    def _describe(self) -> None:
        if self._day is not None and self._days.describe(self._day.on):
            self.focus_first()

    def _take_away(self) -> None:
        if self._day is not None and self._day.day is not None:
            self.title.leave()
            self._days.take_away(self._day.day)

    def _move(self, text: str) -> None:
        if self._day is None:
            return
        to = self._read(text)
        if isinstance(to, str):
            self._refuse(to)
        elif to == self._day.on:
            self.on.show_text(self._workspace.t.day(to, "medium"), force=True)
            self._keep()
        else:
            self._workspace.drafts.drop(self._key)
            if self._days.move(self._day.on, to):
                self.moved.emit(to)

    def _read(self, text: str) -> date | str:
        """Return the day that is typed, or what is wrong with it."""
        t = self._workspace.t
        try:
            to = read_day(text, DayOrder.DAY_FIRST)
        except Wrong:
            example = t.day(date(2021, 10, 5), "medium")
            return t("This is no day. Type it as {example} or 2021-10-05.").format(example=example)
        if self._day is not None and to != self._day.on and self._days.is_there(to):
            return t("The programme has that day already.")
        return to

    def _keep(self) -> None:
        """Keep what is typed until the day is moved."""
        if self._day is None:
            return
        if self.on.pending and self.on.text().strip():
            stored = self._workspace.t.day(self._day.on, "medium")
            self._workspace.drafts.keep(self._key, Draft(self.on.text(), {OF: stored}))
        else:
            self._workspace.drafts.drop(self._key)
            self._refuse("")

    def _type_again(self, key: str, draft: Draft) -> None:
        if key == self._key:
            self.on.setText(draft.text)
            to = self._read(draft.text)
            self._refuse(to if isinstance(to, str) else "")

    def _refuse(self, said: str) -> None:
        self._wrong.setText(said)
        self._wrong.setVisible(bool(said))
        self.on.setAccessibleDescription(said)
