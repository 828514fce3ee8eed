"""Scenes of the start page for the gallery."""

from __future__ import annotations

from ui.shell.stage import Stage
from ui.start.new_dialog import NewDialog


def first_time(stage: Stage) -> None:
    """Nothing was ever opened here."""


def recent(stage: Stage) -> None:
    """A file was open before."""
    stage.open_sample()
    stage.workspace.close()


def refused(stage: Stage) -> None:
    """A file that is something else was to be opened."""
    path = stage.folder / "holiday.consult"
    path.write_bytes(b"not a consultation at all" * 100)
    stage.workspace.open_now(path)


def new(stage: Stage) -> None:
    """Choosing a kit."""
    stage.show(NewDialog(stage.workspace, stage.window))


SCENES = {"start-first": first_time, "start-recent": recent, "start-refused": refused, "start-new": new}
