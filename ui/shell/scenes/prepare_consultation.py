"""Scenes of the view of the consultation for the gallery."""

from __future__ import annotations

import base64
from io import BytesIO

from consultation.model import Organisation
from consultation.preparing import new_without_kit
from consultation.reading.frame import as_printed
from ui.prepare import PreparePlace
from ui.prepare.consultation import ConsultationPage
from ui.shell.stage import Stage
from ui.widgets.fields import SavedLine

INKS = ((140, 47, 57), (58, 75, 176), (45, 95, 115), (4, 104, 127), (90, 95, 104))


def _page(stage: Stage) -> ConsultationPage:
    page = stage.place(PreparePlace).page("consultation")
    stage.place(PreparePlace).show_view("consultation")
    assert isinstance(page, ConsultationPage)
    stage.settle()
    return page


def _emblem(ink: tuple[int, int, int]) -> str:
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", (128, 128), ink)
    ImageDraw.Draw(picture).polygon([(64, 20), (108, 64), (64, 108), (20, 64)], fill="white")
    out = BytesIO()
    picture.save(out, "PNG")
    return "data:image/png;base64," + base64.b64encode(out.getvalue()).decode()


def form(stage: Stage) -> None:
    """The form of the forum, with the front of its documents."""
    stage.open_sample()
    _page(stage)


def emblems(stage: Stage) -> None:
    """Organisations with their emblems, one of them open."""
    stage.open_sample()
    store = stage.workspace.store
    with stage.workspace.together():
        for organisation, ink in zip(as_printed(store.all(Organisation)), INKS, strict=False):
            stage.workspace.change(organisation, emblem=_emblem(ink))
    page = _page(stage)
    page.open_organisation(page.organisations.rows[1].organisation.id)
    stage.settle()


def front(stage: Stage) -> None:
    """Emblems on the front."""
    emblems(stage)
    _page(stage).close_organisation()


def gaps(stage: Stage) -> None:
    """What lacks its French words."""
    stage.open_sample()
    about = stage.workspace.consultation
    stage.workspace.change(
        about,
        place={"en": "Kütahya and online"},
        statements=[*about.statements, {"kind": "contact", "text": {"en": "Write to us."}, "organisation": ""}],
    )
    page = _page(stage)
    page.speak("fr")
    stage.settle()
    page.go_to_gap()


def statements(stage: Stage) -> None:
    """What every document must say, one of it without words."""
    gaps(stage)
    page = _page(stage)
    page.statements.go_to(2)


def long_statements(stage: Stage) -> None:
    """More to be said by every document than its front has room for."""
    stage.open_sample()
    about = stage.workspace.consultation
    said = "The views expressed here do not necessarily reflect those of the institutions that support the forum. " * 6
    more = [{"kind": "disclaimer", "text": {"en": said.strip()}, "organisation": ""}]
    stage.workspace.change(about, statements=[*about.statements, *more])
    _page(stage).statements.go_to(2)


def wrong(stage: Stage) -> None:
    """A last day before the first, and no zone of that name."""
    stage.open_sample()
    page = _page(stage)
    for name, typed in (("ends", "1 Oct 2021"), ("time_zone", "Kutaya")):
        edit = page.form.field(name).edit
        assert isinstance(edit, SavedLine)
        edit.setText(typed)
        edit.flush()


def empty(stage: Stage) -> None:
    """A consultation that was made without a kit."""
    path = stage.folder / "citizens.consult"
    new_without_kit(path, "Assembly of the valley", "", "en", stage.workspace.identity).close()
    stage.workspace.open_now(path)
    stage.settle()
    _page(stage)


SCENES = {
    "prepare-consultation-form": form,
    "prepare-consultation-emblems": emblems,
    "prepare-consultation-front": front,
    "prepare-consultation-gaps": gaps,
    "prepare-consultation-statements": statements,
    "prepare-consultation-long-statements": long_statements,
    "prepare-consultation-wrong": wrong,
    "prepare-consultation-empty": empty,
}
