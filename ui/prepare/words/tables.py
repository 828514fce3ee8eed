"""Asks for a table of terms to read or to write."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from consultation.errors import ConsultationError
from consultation.exchange.matched import read_rows
from consultation.files import write_whole
from consultation.vocabularies.taking import TermsPreview, preview_terms
from consultation.vocabularies.writing import terms_table
from ui.widgets.showing import show_file
from ui.workspace import Workspace

ENDINGS = (".xlsx", ".csv")


def ask_table(workspace: Workspace, window: QWidget, vocabulary: str) -> TermsPreview | None:
    """Ask which table to read, and look at it; a refusal is said."""
    t = workspace.t
    kinds = t("{name} ({pattern})").format(
        name=t("Tables"), pattern=" ".join(f"*{ending}" for ending in (*ENDINGS, ".tsv", ".txt"))
    )
    chosen, _ = QFileDialog.getOpenFileName(window, t("Take terms from a table"), str(workspace.path.parent), kinds)
    return look_at(workspace, Path(chosen), vocabulary) if chosen else None


def look_at(workspace: Workspace, path: Path, vocabulary: str) -> TermsPreview | None:
    """Look at a table; a refusal is said."""
    try:
        return preview_terms(workspace.store, read_rows(path), vocabulary)
    except ConsultationError as error:
        workspace.messages.refuse(workspace.t, error)
        return None


def ask_where(workspace: Workspace, window: QWidget, vocabulary: str) -> None:
    """Ask where to write the terms of a vocabulary, and write them."""
    t = workspace.t
    suggested = workspace.path.with_name(f"{workspace.path.stem} {vocabulary}{ENDINGS[0]}")
    kinds = ";;".join(
        t("{name} ({pattern})").format(name=name, pattern=f"*{ending}")
        for name, ending in ((t("Workbook"), ENDINGS[0]), (t("Table for spreadsheets"), ENDINGS[1]))
    )
    chosen, kind = QFileDialog.getSaveFileName(window, t("Write the terms to a table"), str(suggested), kinds)
    if not chosen:
        return
    path = Path(chosen)
    if path.suffix.lower() not in ENDINGS:
        path = path.with_name(path.name + next((each for each in ENDINGS if each in kind), ENDINGS[0]))
    write_terms(workspace, path, vocabulary)


def write_terms(workspace: Workspace, path: Path, vocabulary: str) -> None:
    """Write the terms of a vocabulary to a table; a refusal is said."""
    t = workspace.t
    try:
        write_whole(path, terms_table(workspace.store, vocabulary).written(path.suffix.lower()).data)
    except ConsultationError as error:
        workspace.messages.refuse(t, error)
        return
    show = partial(show_file, path, t, workspace.messages)
    workspace.messages.say(t("The terms are in “{name}”.").format(name=path.name), "done", t("Show"), show)
