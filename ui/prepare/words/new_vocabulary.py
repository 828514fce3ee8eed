"""Which vocabulary is to be added: one the program knows and the file has not yet, or one of the consultation's own."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from consultation.model import KnownVocabulary
from consultation.reading.vocabularies import GROUPS, VocabularyTree
from consultation.vocabularies.making import known_vocabulary
from consultation.words.vocabularies import vocabulary_name
from ui.widgets.popups import menu_of
from ui.widgets.words import on_button
from ui.workspace import Workspace


class Words(Protocol):
    """The page of the words."""

    trees: dict[str, VocabularyTree]

    def open(self, key: str) -> None:
        """Open a vocabulary."""

    def new_vocabulary(self) -> None:
        """Take the names of a vocabulary of the consultation's own."""


def ask_vocabulary(workspace: Workspace, page: Words, button: QWidget) -> None:
    """Ask which one; where the file has all that the program knows, it can only be one of its own."""
    t = workspace.t
    left = [key for key in GROUPS if key.value not in page.trees]
    if not left:
        page.new_vocabulary()
        return
    menu = menu_of(button)
    menu.addAction(t("One of our own…")).triggered.connect(lambda *_: page.new_vocabulary())
    menu.addSeparator()
    for key in left:
        name = on_button(vocabulary_name(t, key.value, {}))
        menu.addAction(name).triggered.connect(partial(_add, workspace, page, key))
    menu.popup(button.mapToGlobal(QPoint(0, button.height())))


def _add(workspace: Workspace, page: Words, key: KnownVocabulary, *_: object) -> None:
    t = workspace.t
    said = t("The vocabulary “{name}” was added.").format(name=vocabulary_name(t, key.value, {}))
    if workspace.save(known_vocabulary(key), said):
        page.open(key.value)
