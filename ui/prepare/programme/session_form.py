"""The form of a session, in the peek of the programme: every field is saved when it is left."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from typing import Any, TypeVar
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from consultation.errors import InvalidRecord
from consultation.model import KnownVocabulary, Objective, Session, SessionFormat, Track
from consultation.model.record import LANGUAGE_CODE, MONTH
from consultation.reading.clashes import Clash
from consultation.reading.programme import day_of, in_order
from consultation.reading.timetable import local_minute, minute_typed, moment_at
from consultation.words import choice_name
from ui.actions import preparing
from ui.keys import bind
from ui.prepare.programme.moving import Moving
from ui.prepare.programme.parts import AgendaPart, RolesPart
from ui.prepare.programme.sessions import Sessions
from ui.widgets.buttons import icon_button, quiet_button
from ui.widgets.chip_field import ChipField
from ui.widgets.fields import Choice, Field, SavedEdit, SavedLine, Tick
from ui.widgets.rows import clear
from ui.widgets.scroll import scrolled
from ui.widgets.tab_order import follow_the_eye
from ui.widgets.words import caption, heading, section, words
from ui.workspace import Workspace

LATE, EARLY = 18 * 60, 6 * 60
"""From when on a session may go past midnight, and until when it then ends."""
L = TypeVar("L", SavedLine, SavedEdit)


class SessionForm(QWidget):
    """Shows one session; a wrong value is said below its field and not saved, and stays typed."""

    left = Signal()

    def __init__(self, workspace: Workspace, sessions: Sessions, moving: Moving) -> None:
        super().__init__()
        self._workspace, self._sessions, self._moving = workspace, sessions, moving
        self._session: Session | None = None
        self._lines: list[SavedLine | SavedEdit] = []
        self._shown: list[Callable[[Session], None]] = []
        self._values: dict[Choice, list[Any]] = {}
        self._build()
        bind(self, preparing.LEAVE_SESSION, self.left.emit)

    @property
    def session(self) -> UUID | None:
        """Which session is shown."""
        return self._session.id if self._session else None

    def show_session(self, session: Session) -> None:
        """Show a session; what was typed for another is saved first."""
        if self._session is not None and self._session.id != session.id:
            self.flush()
            for line in self._lines:
                line.show_text("", force=True)
        self._session = session
        self._code.setText(session.code)
        self._kind.setText(self._kind_of(session))
        self._offer(self.track, self._tracks())
        self._offer(self.kind, self._terms())
        for show in self._shown:
            show(session)
        self._show_when(session)
        self._show_wrong(session)
        self.roles.show_session(session)
        self.agenda.show_session(session)
        self._show_feeding(session)
        follow_the_eye(self)

    def flush(self) -> None:
        """Save what is typed."""
        for line in self._lines:
            line.flush()

    def focus_title(self) -> None:
        """Take the keyboard to the title."""
        self.titles[0].setFocus()
        self.titles[0].selectAll()

    def _build(self) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        self._code, self._kind = heading(), caption(wrap=False)
        head = QHBoxLayout()
        head.addWidget(self._code)
        head.addWidget(self._kind)
        head.addStretch(1)
        head.addWidget(icon_button(theme, "x", t("Close"), self.left.emit))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 12, 20, 20)
        column.setSpacing(12)
        column.addLayout(head)
        self._column = column
        self._build_titles()
        self._build_when()
        self._build_place()
        self.roles, self.agenda = RolesPart(self._workspace), AgendaPart(self._workspace)
        column.addWidget(self.roles)
        self._build_feeding()
        self._build_questions()
        column.addWidget(self.agenda)
        self._build_aims()
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inside))

    def _build_titles(self) -> None:
        t = self._workspace.t
        languages = self._workspace.consultation.languages or [t.language]
        self.titles = []
        for language in languages:
            line = self._line(partial(_title_in, language), partial(self._title, language))
            self.titles.append(line)
            name = t("Title in {language}").format(language=t.language_name(language))
            self._column.addWidget(Field(name if len(languages) > 1 else t("Title"), line))

    def _build_when(self) -> None:
        t = self._workspace.t
        self.day, self.begins, self.ends, self.month = (SavedLine() for _ in range(4))
        self.day.setPlaceholderText("2021-10-08")
        self.month.setPlaceholderText("2021-05")
        for line in (self.day, self.begins, self.ends, self.month):
            self._lines.append(line)
            line.edited.connect(self._save_when)
        self._beside((t.context("hour", "From"), self.begins), (t.context("hour", "To"), self.ends))
        self._beside((t("Day"), self.day), (t("Or only a month"), self.month))
        self._zone = caption()
        self._wrong_when = caption(tone="conflict")
        held = QWidget()  # a layout alone would keep the height of words before they are broken
        self._wrong = QVBoxLayout(held)
        self._wrong.setContentsMargins(0, 0, 0, 0)
        self._wrong.setSpacing(2)
        self._column.addWidget(self._wrong_when)
        self._column.addWidget(self._zone)
        self._column.addWidget(held)

    def _build_place(self) -> None:
        t = self._workspace.t
        self.code = self._line(lambda session: session.code, self._save_code)
        self.room = self._line(lambda session: session.room, partial(self._save, "room"))
        channel = self._line(lambda session: session.channel, partial(self._save, "channel"))
        spoken = self._line(lambda session: " ".join(session.languages), self._save_languages)
        self.places = self._line(
            lambda session: "" if session.places is None else str(session.places), self._save_places
        )
        forms = [(form, choice_name(t, form)) for form in SessionFormat]
        self.format = self._choice("format", forms, lambda session: session.format)
        self.kind = self._choice("kind_term", self._terms(), lambda session: session.kind_term)
        self.track = self._choice("track", self._tracks(), lambda session: session.track)
        named = (
            (t("Code"), self.code),
            (t("Kind"), self.kind),
            (t("Format"), self.format),
            (t("Track"), self.track),
            (t("Room"), self.room),
            (t("Channel"), channel),
            (t("Languages"), spoken),
            (t("Places"), self.places),
        )
        for place in range(0, len(named), 2):
            self._beside(*named[place : place + 2])
        self._wrong_place = caption(tone="conflict")
        self._wrong_place.hide()
        self._column.addWidget(self._wrong_place)
        self.recorded = Tick(t("Somebody writes down what is said in it"))
        self.recorded.clicked.connect(lambda ticked: self._save("recorded", ticked))
        self._shown.append(lambda session: self.recorded.setChecked(session.recorded))
        self._column.addWidget(self.recorded)

    def _build_feeding(self) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        self.fed_by = ChipField(theme, t, t("What feeds it"))
        self.feeds = ChipField(theme, t, t("It feeds"))
        self.fed_by.chosen.connect(self._save_feeders)
        self.feeds.chosen.connect(lambda chosen: self._save("feeds", chosen))
        for name, field in ((t("What feeds it"), self.fed_by), (t("It feeds"), self.feeds)):
            self._column.addWidget(section(name))
            self._column.addWidget(field)

    def _build_questions(self) -> None:
        t = self._workspace.t
        self.questions = self._edit(self._questions_of, self._save_questions)
        self._column.addWidget(Field(t("Guiding questions"), self.questions))
        self._column.addWidget(caption(t("One on each line.")))

    def _build_aims(self) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        self.objectives = ChipField(theme, t, t("Objectives it serves"))
        self.objectives.chosen.connect(lambda chosen: self._save("objectives", chosen))
        self._column.addWidget(section(t("Objectives it serves")))
        self._column.addWidget(self.objectives)
        purpose = self._edit(lambda session: self._workspace.label(session.purpose), self._save_purpose)
        self._column.addWidget(Field(t("What it is for"), purpose))

    def _beside(self, *named: tuple[str, QWidget]) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        for name, part in named:
            line.addWidget(Field(name, part), 1)
        self._column.addLayout(line)

    def _line(self, read: Callable[[Session], str], save: Callable[[str], bool]) -> SavedLine:
        return self._saved(SavedLine(), read, save)

    def _edit(self, read: Callable[[Session], str], save: Callable[[str], bool]) -> SavedEdit:
        return self._saved(SavedEdit(2, 6), read, save)

    def _saved(self, line: L, read: Callable[[Session], str], save: Callable[[str], bool]) -> L:
        def keep(text: str) -> None:
            if self._session is not None and save(text):
                line.settle()

        line.edited.connect(keep)
        self._lines.append(line)
        self._shown.append(lambda session: line.show_text(read(session)))
        return line

    def _choice(self, name: str, offered: list[tuple[Any, str]], read: Callable[[Session], Any]) -> Choice:
        """Offer values by their words; Qt makes other things of ids and choices, so they are kept here."""
        box = Choice()
        self._values[box] = []
        self._offer(box, offered)
        box.activated.connect(lambda place: self._save(name, self._values[box][place]))

        def show(session: Session) -> None:
            value, values = read(session), self._values[box]
            box.setCurrentIndex(values.index(value) if value in values else 0)

        self._shown.append(show)
        return box

    def _offer(self, box: Choice, offered: list[tuple[Any, str]]) -> None:
        values = [value for value, _ in offered]
        if values != self._values[box] or [box.itemText(place) for place in range(box.count())] != [
            name for _, name in offered
        ]:
            box.clear()
            box.addItems([name for _, name in offered])
            self._values[box] = values

    def _terms(self) -> list[tuple[Any, str]]:
        terms = self._workspace.store.terms(KnownVocabulary.SESSION_KIND)
        return [(None, "–"), *((term.id, self._workspace.label(term.label) or term.key) for term in terms)]

    def _tracks(self) -> list[tuple[Any, str]]:
        tracks = sorted(self._workspace.store.all(Track), key=lambda track: (track.rank, track.id))
        return [(None, "–"), *((track.id, self._workspace.label(track.title)) for track in tracks)]

    def _kind_of(self, session: Session) -> str:
        return next((name for term, name in self._terms() if term is not None and term == session.kind_term), "")

    def _show_when(self, session: Session) -> None:
        t, zone = self._workspace.t, self._workspace.consultation.time_zone
        on = day_of(session, zone)
        self.day.show_text(on.isoformat() if on else "")
        for line, moment in ((self.begins, session.starts), (self.ends, session.ends)):
            minute = local_minute(moment, zone) if moment else None
            line.show_text("" if minute is None else f"{minute // 60:02}:{minute % 60:02}")
        self.month.show_text(session.month)
        said = t("time of {city}").format(city=t.zone_name(zone))
        self._zone.setText(f"{t.day(on, 'full')}, {said}" if on else t("Without a time"))
        if not any(line.pending for line in (self.day, self.begins, self.ends, self.month)):
            self._say_when("")

    def _show_wrong(self, session: Session) -> None:
        """Say what clashes, with what would mend it."""
        clear(self._wrong)
        t, theme, zone = self._workspace.t, self._workspace.theme, self._workspace.consultation.time_zone
        for each in self._sessions.wrong_with(session.id):
            self._wrong.addWidget(words(each.said_in(session.id, t, zone), tone="incomplete"))
            if isinstance(each, Clash) and each.mended_by is not None:
                hour = t.time(each.mended_by, zone)
                said = t("End {code} at {hour}").format(code=each.first.code, hour=hour)
                self._wrong.addWidget(quiet_button(theme, said, partial(self._moving.mend, each)))

    def _show_feeding(self, session: Session) -> None:
        others = [each for each in in_order(self._sessions.listed) if each.id != session.id]
        for field in (self.fed_by, self.feeds):
            field.offer((each.id, each.code) for each in others)
        self.feeds.tick(session.feeds)
        self.fed_by.tick([each.id for each in others if session.id in each.feeds])
        label = self._workspace.label
        objectives = sorted(self._workspace.store.all(Objective), key=lambda each: (each.rank, each.id))
        self.objectives.offer((each.id, label(each.title) or label(each.text)) for each in objectives)
        self.objectives.tick(session.objectives)

    def _save(self, name: str, value: Any) -> bool:
        session = self._session
        if session is None:
            return False
        return self._workspace.do("", lambda: self._workspace.store.change(session, **{name: value}))

    def _title(self, language: str, text: str) -> bool:
        if self._session is None:
            return False
        title = {code: words_ for code, words_ in self._session.title.items() if code != language}
        return self._save("title", title | ({language: text.strip()} if text.strip() else {}))

    def _save_code(self, text: str) -> bool:
        code, t = text.strip(), self._workspace.t
        taken = {each.code for each in self._sessions.listed if self._session and each.id != self._session.id}
        if not code or code in taken:
            self._say_place(t("Another session has that code.") if code else t("A session needs a code."))
            return False
        self._say_place("")
        return self._save("code", code)

    def _save_places(self, text: str) -> bool:
        if text.strip() and not text.strip().isdecimal():
            self._say_place(self._workspace.t("Places are a number."))
            return False
        self._say_place("")
        return self._save("places", int(text) if text.strip() else None)

    def _save_languages(self, text: str) -> bool:
        codes = text.replace(",", " ").split()
        if not all(LANGUAGE_CODE.fullmatch(code) for code in codes):
            self._say_place(self._workspace.t("Languages are written by their codes: en fr es."))
            return False
        self._say_place("")
        return self._save("languages", codes)

    def _save_feeders(self, chosen: list[UUID]) -> None:
        """Write what feeds this session where it is kept: in those that feed it."""
        shown = self._session
        if shown is None:
            return
        with self._workspace.together():
            for each in self._sessions.listed:
                if (each.id in chosen) != (shown.id in each.feeds):
                    feeds = [other for other in each.feeds if other != shown.id]
                    self._workspace.change(each, feeds=[*feeds, shown.id] if each.id in chosen else feeds)

    def _questions_of(self, session: Session) -> str:
        return "\n".join(self._workspace.label(question) for question in session.questions)

    def _save_questions(self, text: str) -> bool:
        """Keep the words in other languages of a question that stays in its place."""
        if self._session is None:
            return False
        language, before = self._workspace.t.language, self._session.questions
        typed = [line.strip() for line in text.splitlines() if line.strip()]
        shown = [self._workspace.label(question) for question in before]
        questions = []
        for place, line in enumerate(typed):
            if line in shown:
                questions.append(before[shown.index(line)])
            else:
                known = before[place] if len(typed) == len(before) else {}
                questions.append({**known, language: line})
        return self._save("questions", questions)

    def _save_purpose(self, text: str) -> bool:
        if self._session is None:
            return False
        return self._save("purpose", {**self._session.purpose, self._workspace.t.language: text.strip()})

    def _save_when(self, _: str = "") -> None:
        """Save the day and hours once they make sense together."""
        session, t = self._session, self._workspace.t
        if session is None:
            return
        day, month = self.day.text().strip(), self.month.text().strip()
        begins, ends = minute_typed(self.begins.text()), minute_typed(self.ends.text())
        if not day:
            if month and not MONTH.fullmatch(month):
                self._say_when(t("A month is a year and a number, as {example}.").format(example="2021-05"))
            elif self._save_moments(None, None, month):
                self._say_when("")
            return
        on = _day(day)
        if on is None:
            self._say_when(t("A day is written as {example}.").format(example="2021-10-08"))
        elif begins is None:
            self._say_when(t("An hour is written as {example}.").format(example="13:30") if self.begins.text() else "")
        elif self.ends.text().strip() and ends is None:
            self._say_when(t("An hour is written as {example}.").format(example="13:30"))
        elif ends is not None and ends <= begins and not _goes_past_midnight(begins, ends):
            self._say_when(t("It ends before it begins."))
        else:
            self._save_hours(on, begins, ends)

    def _save_hours(self, on: date, begins: int, ends: int | None) -> None:
        zone = self._workspace.consultation.time_zone
        if ends is not None and ends <= begins:
            ends += 24 * 60
        try:
            starts = moment_at(on, begins, zone)
            end = moment_at(on, ends, zone) if ends is not None else None
        except InvalidRecord as error:
            self._say_when(self._workspace.t.error(error))
            return
        if self._save_moments(starts, end, ""):
            self._say_when("")

    def _save_moments(self, starts: datetime | None, ends: datetime | None, month: str) -> bool:
        session = self._session
        if session is None:
            return False
        values = {"starts": starts, "ends": ends, "month": month}
        for line in (self.day, self.begins, self.ends, self.month):
            line.settle()
        return self._workspace.do("", lambda: self._workspace.store.change(session, **values))

    def _say_when(self, said: str) -> None:
        self._wrong_when.setText(said)
        self._wrong_when.setVisible(bool(said))

    def _say_place(self, said: str) -> None:
        self._wrong_place.setText(said)
        self._wrong_place.setVisible(bool(said))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _goes_past_midnight(begins: int, ends: int) -> bool:
    """Tell whether hours such as 22:00 to 1:00 are meant to go on after midnight."""
    return begins >= LATE and ends <= EARLY


def _title_in(language: str, session: Session) -> str:
    return session.title.get(language, "")
