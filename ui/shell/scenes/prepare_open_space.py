"""Scenes of the open space for the gallery."""

from __future__ import annotations

from consultation.model import Interest, Session, SignUp
from ui.prepare.open_space import OpenSpacePage
from ui.prepare.place import OPEN_SPACE, PreparePlace
from ui.shell.stage import Stage


def _page(stage: Stage) -> OpenSpacePage:
    place = stage.place(PreparePlace)
    place.show_view(OPEN_SPACE)
    stage.settle()
    page = place.page(OPEN_SPACE)
    assert isinstance(page, OpenSpacePage)
    return page


def _with_visits(stage: Stage) -> OpenSpacePage:
    stage.open_sample()
    store = stage.workspace.store
    visits = store.session("D3-VISITS")
    store.change(visits, places=40)
    for who, people in (("Colegio de la Costa", 12), ("Anjali Devkar", 1), ("Atelier des aidants", 13)):
        store.save(SignUp(session=visits.id, who=who, people=people))
    stage.workspace.reread()
    return _page(stage)


def asked(stage: Stage) -> None:
    """What was asked, one open to be answered, and the visits."""
    page = _with_visits(stage)
    page.show_record(stage.workspace.store.all(Interest)[0].id)
    page.table.setFocus()
    stage.settle()


def signing_up(stage: Stage) -> None:
    """Who signed up for the visits."""
    page = _with_visits(stage)
    page.visits.setFocus()
    page.visits.row_asked.emit(0)
    stage.settle()


def none_yet(stage: Stage) -> None:
    """Nobody has asked for anything, and nothing has places."""
    stage.open_sample()
    store = stage.workspace.store
    for interest in store.all(Interest):
        store.delete(interest)
    for session in store.all(Session, places=40):
        store.change(session, places=None)
    stage.workspace.reread()
    _page(stage)


SCENES = {"prepare-open-space": asked, "prepare-open-space-sign-up": signing_up, "prepare-open-space-empty": none_yet}
