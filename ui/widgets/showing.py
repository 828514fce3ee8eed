"""Opening a file with the program the system has for it; where there is none, saying where the file is."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from consultation.language import Translator
from ui.messages import Messages


def show_file(path: Path, t: Translator, messages: Messages) -> bool:
    """Open a file with the system; tell whether that was done, and where not, say where the file is."""
    if not path.exists():
        messages.say(t("“{name}” is no longer in {folder}.").format(name=path.name, folder=path.parent), "incomplete")
        return False
    if QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        return True
    said = t("This computer has no program that opens “{name}”. The file is in {folder}.")
    said = said.format(name=path.name, folder=path.parent)
    messages.say(said, "incomplete", t("Copy the path"), partial(_copy, path, t, messages))
    return False


def _copy(path: Path, t: Translator, messages: Messages) -> None:
    QGuiApplication.clipboard().setText(str(path))
    messages.say(t("Copied: {path}").format(path=path), "done")
