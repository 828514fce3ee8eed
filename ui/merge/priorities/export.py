"""The list as a table: asks where, writes what is shown, in the order in which it is shown."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from consultation.files import write_whole
from consultation.progress import Progress
from consultation.weighing.table import priorities_csv
from consultation.weighing.weighed import Weighed, Weighing
from ui.widgets.showing import show_file
from ui.workspace import Workspace

ENDING = ".csv"


def ask_where(workspace: Workspace, window: QWidget) -> Path | None:
    """Ask for the name of the table."""
    t = workspace.t
    suggested = workspace.path.with_name(f"{workspace.path.stem} {t('priorities')}{ENDING}")
    kind = t("{name} ({pattern})").format(name=t("Table for spreadsheets"), pattern=f"*{ENDING}")
    chosen, _ = QFileDialog.getSaveFileName(window, t("Export the list"), str(suggested), kind)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() == ENDING else path.with_name(path.name + ENDING)


def write_list(workspace: Workspace, path: Path, rows: Sequence[Weighed], weighing: Weighing) -> None:
    """Write rows to a table off the GUI thread."""
    t = workspace.t

    def work(progress: Progress) -> Path:
        data = priorities_csv(rows, weighing)
        progress()
        write_whole(path, data)
        return path

    job = workspace.jobs.run(t("Writing the list"), work)
    show = partial(show_file, path, t, workspace.messages)
    said = t("The list is in “{name}”.").format(name=path.name)
    job.done.connect(lambda _: workspace.messages.say(said, "done", t("Show"), show))
