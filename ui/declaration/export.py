"""The declaration as a file: asks where, and has it written."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from consultation.composing import declaration
from consultation.language import OWN_NAMES, in_language, translator
from consultation.publishing import FORMATS
from consultation.reading.editions import FrozenEdition, edition_document
from ui.documents import PDF, Compose, Documents, Wanted, name_of_file
from ui.workspace import Workspace


class Export(QObject):
    """Writes the declaration as it stands, or an edition of it, in one language."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace, self._window = workspace, parent
        self.documents = Documents(workspace, self)

    def ask(self, language: str) -> None:
        """Ask for a name and a format, and write the declaration as it stands."""
        path = self._ask(self.suggested(language))
        if path is not None:
            self.write(path, language)

    def ask_edition(self, edition: FrozenEdition, language: str) -> None:
        """Ask for a name and a format, and write an edition as it was frozen."""
        named = self.suggested(language)
        record = edition.record
        path = self._ask(named.with_name(_safe(f"{named.stem}, {record.number} {record.name}") + PDF))
        if path is not None:
            self._write(path, partial(edition_document, edition=edition, language=language))

    def suggested(self, language: str) -> Path:
        """Suggest a name beside the open file."""
        about = self._workspace.consultation
        named = {code: name for code, name in about.declaration_name.items() if name.strip()}
        name = in_language(named, language) or self._workspace.path.stem
        if language not in named:
            name = f"{name} ({OWN_NAMES[language]})"  # or the next language would take its place
        return self._workspace.path.with_name(_safe(name) + PDF)

    def write(self, path: Path, language: str) -> None:
        """Write the declaration as it stands to ``path`` in the format of its ending."""
        self._write(path, partial(declaration, t=translator(language)))

    def _ask(self, suggested: Path) -> Path | None:
        t = self._workspace.t
        names = {".pdf": t("PDF to hand out"), ".md": t("Markdown to edit elsewhere"), ".json": t("JSON for programs")}
        kinds = {t("{name} ({pattern})").format(name=names[ending], pattern=f"*{ending}"): ending for ending in FORMATS}
        chosen, kind = QFileDialog.getSaveFileName(
            self._window, t("Export the declaration"), str(suggested), ";;".join(kinds)
        )
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix.lower() in FORMATS else path.with_name(path.name + kinds[kind])

    def _write(self, path: Path, compose: Compose) -> None:
        t = self._workspace.t
        self.documents.write(Wanted(path, compose, t("Writing the declaration"), t("The declaration is in “{name}”.")))


def _safe(name: str) -> str:
    return name_of_file(name, "declaration")
