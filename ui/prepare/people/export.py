"""Writes the list that is shown to a table: asks where, and says who is left out because they are not named."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from consultation.exchange import Exported, export_table
from consultation.files import write_whole
from consultation.progress import Progress
from ui.widgets.showing import show_file
from ui.workspace import Workspace

XLSX, CSV = ".xlsx", ".csv"


def export_list(workspace: Workspace, window: QWidget, name: str, words: str) -> None:
    """Export a table by its name for commands; ``words`` is what it is called in the name of the file."""
    path = _ask_where(workspace, window, words)
    if path is not None:
        write_list(workspace, path, name)


def write_list(workspace: Workspace, path: Path, name: str) -> None:
    """Write a table off the GUI thread."""
    t, again = workspace.t, workspace.store.again()

    def work(progress: Progress) -> Exported:
        with again() as store:
            exported = export_table(store, name, path.suffix.lower())
        progress()
        write_whole(path, exported.data)
        return exported

    def tell(exported: Exported) -> None:
        said = t("The list is in “{name}”.").format(name=path.name)
        if exported.names_left_out:
            left_out = t.plural(
                "{count} name is left out: not everybody agreed to be named.",
                "{count} names are left out: not everybody agreed to be named.",
                exported.names_left_out,
            )
            said = f"{said} {left_out}"
        workspace.messages.say(said, "done", t("Show"), partial(show_file, path, t, workspace.messages))

    workspace.jobs.run(t("Writing the list"), work).done.connect(tell)


def _ask_where(workspace: Workspace, window: QWidget, words: str) -> Path | None:
    t = workspace.t
    suggested = workspace.path.with_name(f"{workspace.path.stem} {words}{XLSX}")
    kinds = [
        t("{name} ({pattern})").format(name=name, pattern=f"*{ending}")
        for name, ending in ((t("Workbook"), XLSX), (t("Table for spreadsheets"), CSV))
    ]
    chosen, kind = QFileDialog.getSaveFileName(window, t("Export the list"), str(suggested), ";;".join(kinds))
    if not chosen:
        return None
    path = Path(chosen)
    ending = CSV if kind == kinds[1] else XLSX
    return path if path.suffix.lower() in (XLSX, CSV) else path.with_name(path.name + ending)
