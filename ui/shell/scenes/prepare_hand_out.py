"""Scenes of handing out for the gallery."""

from __future__ import annotations

from consultation.model import Delivery, DeliveryWay
from ui.prepare.hand_out import HandOutPage
from ui.prepare.place import HAND_OUT, PreparePlace
from ui.shell.stage import Stage


def _page(stage: Stage) -> HandOutPage:
    place = stage.place(PreparePlace)
    place.show_view(HAND_OUT)
    stage.settle()
    page = place.page(HAND_OUT)
    assert isinstance(page, HandOutPage)
    return page


def ready(stage: Stage) -> None:
    """The sample: what lacks, and who gets the file; some by mail."""
    stage.open_sample()
    page = _page(stage)
    for recipient in page.rows.rows[1:4]:
        stage.workspace.save(Delivery(person=recipient.person.id, way=DeliveryWay.MAIL))
    stage.settle()
    page.table.setFocus()
    stage.settle()


SCENES = {"prepare-hand-out": ready}
