"""Making a new consultation without a kit: what it is called, where it is held, in which language."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from consultation.language import DOCUMENT_LANGUAGES, OWN_NAMES
from consultation.preparing import new_without_kit
from consultation.reading.zones import zone_here
from consultation.store import Store
from ui.start.new_file import NewFileDialog, file_name
from ui.widgets.fields import Choice, Field
from ui.workspace import Workspace


class WithoutKit(NewFileDialog):
    """Asks for what a consultation without a kit says of itself; the file is called like it until a person names it."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        t = workspace.t
        self._is_named = False
        about = t("It begins with nothing but what you say here: no programme, no themes, no recitals.")
        made_of = self._ask_of_itself(workspace)
        super().__init__(workspace, t("New without a kit"), about, made_of, self._is_titled, self._made_without, parent)
        self._name.textEdited.connect(self._on_name_edited)
        self.title.textChanged.connect(self._on_title_changed)
        self.title.setFocus()

    def _ask_of_itself(self, workspace: Workspace) -> QWidget:
        t = workspace.t
        self.title, self.place, self.language = QLineEdit(), QLineEdit(), Choice()
        for code in DOCUMENT_LANGUAGES:
            self.language.addItem(OWN_NAMES[code], code)
        self.language.setCurrentIndex(max(self.language.findData(t.language), 0))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Field(t("What it is called"), self.title))
        column.addWidget(Field(t("Where it is held, if that is known"), self.place))
        column.addWidget(Field(t("Its language"), self.language))
        column.addStretch(1)
        return inside

    def _made_without(self, file: Path) -> Store:
        title, place, language = self.title.text(), self.place.text(), self.language.currentData()
        identity = self._workspace.identity
        return new_without_kit(file, title, place, language, identity, time_zone=zone_here())

    def _is_titled(self) -> bool:
        return bool(self.title.text().strip())

    def _on_name_edited(self, name: str) -> None:
        self._is_named = bool(name.strip())

    def _on_title_changed(self, title: str) -> None:
        if not self._is_named:
            self.name_file(file_name(title))
        self.refresh()
