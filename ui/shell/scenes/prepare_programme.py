"""Scenes of the programme for the gallery."""

from __future__ import annotations

from datetime import timedelta

from consultation.model import ProgrammeDay, Session
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


def full(stage: Stage) -> None:
    """The programme of the sample."""
    stage.open_sample()
    _page(stage)


def clash(stage: Stage) -> None:
    """Two sessions in one room, with the form of one of them."""
    stage.open_sample()
    store = stage.workspace.store
    timed = [session for session in store.all(Session) if session.starts and session.ends]
    first = min(timed, key=lambda session: session.place_in_programme())
    other = next(session for session in timed if session.id != first.id)
    assert first.ends is not None
    store.change(first, room="A 1")
    store.change(other, room="A 1", starts=first.ends - timedelta(minutes=15), ends=first.ends + timedelta(hours=1))
    stage.workspace.reread()
    page = _page(stage)
    page.show_record(other.id)
    stage.settle()


def empty(stage: Stage) -> None:
    """A programme with nothing in it."""
    stage.open_sample()
    for session in stage.workspace.store.all(Session):
        stage.workspace.store.delete(session)
    for day in stage.workspace.store.all(ProgrammeDay):
        stage.workspace.store.delete(day)
    stage.workspace.reread()
    _page(stage)


SCENES = {
    "prepare-programme": full,
    "prepare-programme-clash": clash,
    "prepare-programme-empty": empty,
}
