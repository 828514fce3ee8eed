"""Asks where terms are to be written as a table, and writes them."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from consultation.errors import ConsultationError
from consultation.exchange import PROGRAMME_ENDINGS, VOCABULARIES, export_vocabularies
from consultation.files import write_whole
from ui.widgets.showing import show_file
from ui.workspace import Workspace


def ask_where(workspace: Workspace, window: QWidget, vocabulary: str) -> None:
    """Ask where to write the terms of a vocabulary, or of all with "", and write them."""
    t, csv, workbook = workspace.t, *PROGRAMME_ENDINGS
    suggested = workspace.path.with_name(f"{workspace.path.stem} {vocabulary or VOCABULARIES}{workbook}")
    kinds = ";;".join(
        t("{name} ({pattern})").format(name=name, pattern=f"*{ending}")
        for name, ending in ((t("Workbook"), workbook), (t("Table for spreadsheets"), csv))
    )
    chosen, kind = QFileDialog.getSaveFileName(window, t("Write the terms to a table"), str(suggested), kinds)
    if not chosen:
        return
    path = Path(chosen)
    if path.suffix.lower() not in PROGRAMME_ENDINGS:
        path = path.with_name(path.name + next((each for each in PROGRAMME_ENDINGS if each in kind), workbook))
    write_terms(workspace, path, vocabulary)


def write_terms(workspace: Workspace, path: Path, vocabulary: str) -> None:
    """Write the terms of a vocabulary, or of all with "", to a table; a refusal is said."""
    t = workspace.t
    try:
        write_whole(path, export_vocabularies(workspace.store, t, path.suffix.lower(), vocabulary).data)
    except ConsultationError as error:
        workspace.messages.refuse(t, error)
        return
    show = partial(show_file, path, t, workspace.messages)
    workspace.messages.say(t("The terms are in “{name}”.").format(name=path.name), "done", t("Show"), show)
