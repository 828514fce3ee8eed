"""When a session is: day and hours, or only a month. They are saved together, once they make sense together."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from consultation.exchange.leaves import Wrong
from consultation.exchange.matched.times import DayOrder, read_day, read_month
from consultation.model import Record, Session
from consultation.reading.hours import Part, Refused, hour_shown, hours_typed
from consultation.reading.programme import day_of
from ui.draft_file import Draft
from ui.waiting import OF, return_to_field
from ui.widgets.fields import Field, SavedLine
from ui.widgets.words import caption
from ui.workspace import Workspace

When = tuple[datetime | None, datetime | None, str]
"""Its beginning, its end, or its month alone."""
ON = "on"
"""The line of the day or month, beside those of the two hours."""


class WhenField(QWidget):
    """A wrong value is said below its line and not saved; it stays typed with its session while another is shown."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._session: Session | None = None
        self._key = ""
        self._build()
        for line in self.lines.values():
            line.edited.connect(self._save)
            line.textChanged.connect(self._keep)
            line.returnPressed.connect(self._save)

    @property
    def wrong(self) -> dict[str, str]:
        """What is wrong, under the name of the line below which it is said."""
        return {name: label.text() for name, label in self._wrong.items() if not label.isHidden()}

    def show_record(self, record: Record) -> None:
        """Show when a session is; of another one, once what was typed is saved or put aside."""
        assert isinstance(record, Session)
        key = f"field/{record.id}/when"
        other = key != self._key
        if other:
            self.leave()
        stored = self._stored(record)
        for name, line in self.lines.items():
            line.show_text(stored[name], force=other)
        self._session, self._key = record, key
        self._say_where(record)
        if other:
            self._refuse({})
            return_to_field(self._workspace, self, key, " ".join(stored.values()), partial(self._type_again, key))
        elif not self._is_pending:
            self._refuse({})

    def leave(self) -> None:
        if self._session is None:
            return
        self.flush()
        self._session, self._key = None, ""
        for line in self.lines.values():
            line.show_text("", force=True)

    def flush(self) -> None:
        if self._is_pending:
            self._save()

    def _build(self) -> None:
        t = self._workspace.t
        self.lines = {name: SavedLine() for name in (Part.BEGINS, Part.ENDS, ON)}
        hours = {Part.BEGINS: t.context("hour", "From"), Part.ENDS: t.context("hour", "To")}
        self._wrong = {name: caption(tone="conflict") for name in self.lines}
        grid = QGridLayout()
        grid.setSpacing(8)
        for place, (name, words) in enumerate(hours.items()):
            grid.addWidget(self._with_wrong(words, name), 0, place)
            grid.setColumnStretch(place, 1)
        self._where = caption()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._with_wrong(t("Day, or only a month"), ON))
        column.addLayout(grid)
        column.addWidget(self._where)
        self.setFocusProxy(self.lines[ON])

    def _with_wrong(self, words: str, name: str) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Field(words, self.lines[name]))
        column.addWidget(self._wrong[name])
        column.addStretch(1)
        self._wrong[name].hide()
        return part

    @property
    def _is_pending(self) -> bool:
        return any(line.pending for line in self.lines.values())

    @property
    def _zone(self) -> str:
        return self._workspace.consultation.time_zone

    def _stored(self, session: Session) -> dict[str, str]:
        t, on = self._workspace.t, day_of(session, self._zone)
        month = t.month(date.fromisoformat(f"{session.month}-01")) if session.month and on is None else ""
        hours = [hour_shown(at, self._zone) if at else "" for at in (session.starts, session.ends)]
        return {Part.BEGINS: hours[0], Part.ENDS: hours[1], ON: t.day(on, "medium") if on else month}

    def _say_where(self, session: Session) -> None:
        t, on = self._workspace.t, day_of(session, self._zone)
        if on is None:
            self._where.setText("" if session.month else t("Without a time"))
        else:
            ends = session.ends.astimezone(ZoneInfo(self._zone)).date() if session.ends else on
            until = t("until {day}").format(day=t.day_of_year(ends)) if ends > on else ""
            said = t("time of {city}").format(city=t.zone_name(self._zone))
            self._where.setText(", ".join(part for part in (t.day(on, "full"), until, said) if part))
        self._where.setVisible(bool(self._where.text()))

    def _read(self) -> When | dict[str, str]:
        """Return what is typed, or what is wrong with it under the name of the line."""
        t, typed = self._workspace.t, {name: line.text().strip() for name, line in self.lines.items()}
        if not any(typed.values()):
            return None, None, ""
        if not typed[ON]:
            return {ON: t("On which day? Hours are kept once there is one.")}
        try:
            on = read_day(typed[ON], DayOrder.DAY_FIRST)
        except Wrong:
            if month := read_month(typed[ON]):
                return None, None, month
            examples = {"day": t.day(date(2021, 10, 5), "medium"), "month": t.month(date(2021, 10, 1))}
            return {ON: t("This is no day and no month. Type {day}, 2021-10-05 or {month}.").format(**examples)}
        if not typed[Part.BEGINS]:
            return {Part.BEGINS: t("From when? A day is kept once there is an hour.")}
        hours = hours_typed(on, typed[Part.BEGINS], typed[Part.ENDS], self._zone)
        return {hours.part: hours.why.in_words(t)} if isinstance(hours, Refused) else (*hours, "")

    def _save(self, _: str = "") -> None:
        """Save all of it, or say what is wrong."""
        session = self._session
        if session is None or not self._is_pending:
            return
        store = self._workspace.store
        found = self._read()
        if isinstance(found, dict):
            self._refuse(found)
            return
        starts, ends, month = found
        if self._workspace.do("", lambda: store.change(session, starts=starts, ends=ends, month=month)):
            stored = self._stored(store.get(Session, session.id))
            for name, line in self.lines.items():
                line.show_text(stored[name], force=True)
            self._keep()

    def _keep(self) -> None:
        """Keep what is typed with its session until it is saved."""
        if self._session is None:
            return
        if self._is_pending:
            stored = " ".join(self._stored(self._session).values())
            typed = {str(name): line.text() for name, line in self.lines.items()}
            self._workspace.drafts.keep(self._key, Draft(typed[ON], {OF: stored, **typed}))
        else:
            self._workspace.drafts.drop(self._key)
            self._refuse({})

    def _type_again(self, key: str, draft: Draft) -> None:
        if key != self._key:
            return
        for name, line in self.lines.items():
            line.setText(draft.values.get(name, ""))
        found = self._read()
        if isinstance(found, dict):
            self._refuse(found)

    def _refuse(self, wrong: Mapping[str, str]) -> None:
        for name, label in self._wrong.items():
            label.setText(wrong.get(name, ""))
            label.setVisible(name in wrong)
            self.lines[name].setAccessibleDescription(wrong.get(name, ""))
