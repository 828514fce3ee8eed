"""The language of the document, which is not that of the window."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from consultation.language import DOCUMENT_LANGUAGES, OWN_NAMES
from consultation.model import Paragraph
from ui.widgets.popups import opens_list
from ui.workspace import Workspace

KEPT = "declaration/language"
"""The setting that keeps the language chosen last."""


class LanguageChoice(QComboBox):
    """Chooses the language of the document; each is named in itself."""

    chosen = Signal(str)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        opens_list(self)
        for code in DOCUMENT_LANGUAGES:
            self.addItem(OWN_NAMES[code], code)
        name = workspace.t("Language of the document")
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.activated.connect(self._on_activated)

    def show_language(self, language: str) -> None:
        """Show which language it is."""
        self.setCurrentIndex(max(self.findData(language), 0))

    def _on_activated(self) -> None:
        self.chosen.emit(self.currentData())


def first_language(workspace: Workspace) -> str:
    """Begin in the language chosen last where there is a draft in it, else in the window's, else in any."""
    proposed = workspace.store.columns(Paragraph, "drafted")
    drafted, own = Counter(code for (phrases,) in proposed for code in phrases), workspace.t.language
    kept = workspace.settings.value(KEPT)
    if kept in DOCUMENT_LANGUAGES and (kept in drafted or not drafted):
        return str(kept)
    return own if own in drafted else max(drafted, key=lambda code: drafted[code], default=own)


def keep_language(workspace: Workspace, language: str) -> None:
    """Remember which language was chosen."""
    workspace.settings.keep(KEPT, language)
