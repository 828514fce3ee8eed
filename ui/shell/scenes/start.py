"""Scenes of the start page for the gallery."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from consultation.kits import ENDING, KITS_DIR
from consultation.sample import KIT
from ui.settings import RecentFile, RecentSession
from ui.shell.stage import Stage
from ui.start import StartPage
from ui.start.again import Again
from ui.start.new_dialog import NewDialog
from ui.start.without_kit import WithoutKit


def first_time(stage: Stage) -> None:
    """Nothing was ever opened here, and nobody has said their name."""
    stage.workspace.name_author("")
    stage.rebuild()


def named(stage: Stage) -> None:
    """Nothing was ever opened here, by somebody whose name is known."""


def recent(stage: Stage) -> None:
    """Files were open before; one is gone, and one is on a stick that is not there."""
    _remember(stage)
    stage.open_sample()
    stage.workspace.close()
    stage.settle()
    stage.window.activateWindow()
    page = stage.window.findChild(StartPage)
    assert page is not None
    page.shown.setFocus()


def without_session(stage: Stage) -> None:
    """Nothing goes on: each file that was open is missing."""
    _remember(stage)
    stage.rebuild()


def writer(stage: Stage) -> None:
    """Writing under another name."""
    recent(stage)
    page = stage.window.findChild(StartPage)
    assert page is not None
    assert isinstance(page.shown, Again)
    page.shown.writer.ask()


def sample(stage: Stage) -> None:
    """Looking around in the sample begins in a finished draft."""
    page = stage.window.findChild(StartPage)
    assert page is not None
    page.open_sample()


def refused(stage: Stage) -> None:
    """A file that is something else was to be opened."""
    path = stage.folder / "holiday.consult"
    path.write_bytes(b"not a consultation at all" * 100)
    stage.workspace.open_now(path)


def new(stage: Stage) -> None:
    """Choosing a kit."""
    stage.show(NewDialog(stage.workspace, stage.window))


def kit_refused(stage: Stage) -> None:
    """A kit in a file was to be taken, and a session in it ends before it starts."""
    own = stage.folder / "our-towns.toml"
    text = (KITS_DIR / f"{KIT}{ENDING}").read_text("utf-8")
    own.write_text(text.replace("ends = 2021-10-05T15:30:00+02:00", "ends = 2021-10-05T12:30:00+02:00"), "utf-8")
    dialog = NewDialog(stage.workspace, stage.window)
    dialog.take_kit(own)
    stage.show(dialog)


def without_kit(stage: Stage) -> None:
    """A consultation without a kit, half said."""
    dialog = WithoutKit(stage.workspace, stage.window)
    dialog.title.setText("Proposals of the youth assembly")
    dialog.place.setText("Cuenca")
    stage.show(dialog)


def _remember(stage: Stage) -> None:
    """Remember files that were open some time ago."""
    now = datetime.now().astimezone()
    session = RecentSession("D2-WATER", "Water for all", "", "", "Europe/Istanbul", "hybrid", 4)
    for days, path, title, count in (
        (70, Path.home() / "Documents" / "Reports" / "mechanism-2021.consult", "Report of the mechanism", None),
        (40, Path("/media/amira/TRIOS/partnership-meeting.consult"), "Sustainable cities meeting", 12),
        (12, Path.home() / "Documents" / "Colloque" / "dialogues-aubrelle.consult", "Colloque de diplomatie", 21),
        (1, Path.home() / "kutahya-2021-merged.consult", "Forum of Intermediary Cities", 1),
    ):
        opened = (now - timedelta(days=days)).isoformat(timespec="seconds")
        stage.workspace.settings.remember(RecentFile(str(path), title, opened, count, session))


SCENES = {
    "start-first": first_time,
    "start-named": named,
    "start-recent": recent,
    "start-nothing-there": without_session,
    "start-writer": writer,
    "start-sample": sample,
    "start-refused": refused,
    "start-new": new,
    "start-kit-refused": kit_refused,
    "start-without-kit": without_kit,
}
