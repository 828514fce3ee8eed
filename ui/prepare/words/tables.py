"""Asks where terms are to be written as a table, and writes them."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFileDialog, QWidget

from consultation.errors import ConsultationError
from consultation.exchange import PROGRAMME_ENDINGS, VOCABULARIES, export_vocabularies
from consultation.files import write_whole
from consultation.reading.vocabularies import VocabularyTree
from ui.prepare.words.names import tree_name
from ui.widgets.popups import menu_of
from ui.widgets.showing import show_file
from ui.widgets.words import on_button
from ui.workspace import Workspace


def ask_which(workspace: Workspace, tree: VocabularyTree, button: QWidget) -> None:
    """Ask whether the terms of one vocabulary are to be written or those of all, then where, and write them."""
    t, menu = workspace.t, menu_of(button)
    this = t("Only “{name}”").format(name=tree_name(t, tree))
    for name, key in ((on_button(this), tree.key), (t("All vocabularies"), "")):
        menu.addAction(name).triggered.connect(partial(_ask_where, workspace, button.window(), key))
    menu.popup(button.mapToGlobal(QPoint(0, button.height())))


def _ask_where(workspace: Workspace, window: QWidget, vocabulary: str, *_: object) -> None:
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
