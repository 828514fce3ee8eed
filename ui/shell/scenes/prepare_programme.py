"""Scenes of the programme for the gallery."""

from __future__ import annotations

from datetime import date, timedelta

from consultation.model import AgendaItem, ProgrammeDay, Session, Track
from consultation.reading.hours import Part, moment_at
from consultation.reading.programme import in_order
from ui.prepare.place import PROGRAMME, PreparePlace
from ui.prepare.programme import ProgrammePage
from ui.shell.stage import Stage


def _page(stage: Stage) -> ProgrammePage:
    place = stage.place(PreparePlace)
    place.show_view(PROGRAMME)
    stage.settle()
    page = place.page(PROGRAMME)
    assert isinstance(page, ProgrammePage)
    page.timetable.setFocus()
    return page


def _timed(stage: Stage) -> list[Session]:
    return [session for session in in_order(stage.workspace.store.all(Session)) if session.starts and session.ends]


def full(stage: Stage) -> None:
    """The programme of the sample."""
    stage.open_sample()
    _page(stage)


def clash(stage: Stage) -> None:
    """Two sessions in one room, with the form of one of them."""
    stage.open_sample()
    store = stage.workspace.store
    first, other = _timed(stage)[:2]
    assert first.ends is not None
    store.change(first, room="A 1")
    store.change(other, room="A 1", starts=first.ends - timedelta(minutes=15), ends=first.ends + timedelta(hours=1))
    stage.workspace.reread()
    _page(stage).show_record(other.id)
    stage.settle()


def agenda(stage: Stage) -> None:
    """A session with an agenda and guiding questions, at their place in its form."""
    stage.open_sample()
    store = stage.workspace.store
    held = {item.session for item in store.all(AgendaItem)}
    session = next(each for each in _timed(stage) if each.id in held)
    page = _page(stage)
    page.show_record(session.id)
    stage.settle()
    part = page.side.session_form.agenda
    part.rows.focus(1)
    page.side.session_form.area.ensureWidgetVisible(part)
    stage.settle()


def refused(stage: Stage) -> None:
    """An end before the beginning: said below its line, and still typed."""
    stage.open_sample()
    page = _page(stage)
    page.show_record(_timed(stage)[0].id)
    stage.settle()
    lines = page.side.session_form.when.lines
    lines[Part.ENDS].setFocus()
    lines[Part.ENDS].setText("13:00")
    page.side.session_form.when.flush()
    stage.settle()


def day(stage: Stage) -> None:
    """The form of a day: its title and format."""
    stage.open_sample()
    page = _page(stage)
    page.open_day()
    stage.settle()


def tracks(stage: Stage) -> None:
    """The tracks, with what stands in each."""
    stage.open_sample()
    _page(stage).open_tracks()
    stage.settle()


def past_midnight(stage: Stage) -> None:
    """A session until after midnight, a title that is written from right to left, a session of a month."""
    stage.open_sample()
    store = stage.workspace.store
    zone = store.consultation.time_zone
    first, second, third = _timed(stage)[:3]
    on = date(2021, 10, 5)
    store.change(first, starts=moment_at(on, 22 * 60, zone), ends=moment_at(on, 25 * 60 + 30, zone))
    arabic = "المدن الوسيطة والعدالة المناخية"
    store.change(second, title=dict.fromkeys(second.title, arabic))
    store.change(third, starts=None, ends=None, month="2021-05")
    stage.workspace.reread()
    page = _page(stage)
    page.show_record(first.id)
    stage.settle()


def empty(stage: Stage) -> None:
    """A programme with nothing in it."""
    stage.open_sample()
    store = stage.workspace.store
    for record in (*store.all(Session), *store.all(ProgrammeDay), *store.all(Track)):
        store.delete(record)
    stage.workspace.reread()
    _page(stage)


SCENES = {
    "prepare-programme": full,
    "prepare-programme-clash": clash,
    "prepare-programme-agenda": agenda,
    "prepare-programme-refused": refused,
    "prepare-programme-day": day,
    "prepare-programme-tracks": tracks,
    "prepare-programme-midnight": past_midnight,
    "prepare-programme-empty": empty,
}
