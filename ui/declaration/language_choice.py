"""The language of the document, which is not that of the window."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from consultation.language import DOCUMENT_LANGUAGES, OWN_NAMES
from ui.widgets.popups import opens_list
from ui.workspace import Workspace


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
