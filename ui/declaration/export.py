"""The declaration as a file: asks where, writes it off the GUI thread, and offers to open it."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from consultation.composing import declaration
from consultation.language import OWN_NAMES, in_language, translator
from consultation.progress import Progress
from consultation.publishing import FORMATS, publish
from ui.widgets.showing import show_file
from ui.workspace import Workspace


class Export(QObject):
    """Writes the declaration in one language."""

    written = Signal(object)
    """The path of the file."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace, self._window = workspace, parent

    def ask(self, language: str) -> None:
        """Ask for a name and a format, and write."""
        t = self._workspace.t
        names = {".pdf": t("PDF to hand out"), ".md": t("Markdown to edit elsewhere"), ".json": t("JSON for programs")}
        kinds = {t("{name} ({pattern})").format(name=names[ending], pattern=f"*{ending}"): ending for ending in FORMATS}
        chosen, kind = QFileDialog.getSaveFileName(
            self._window, t("Export the declaration"), str(self.suggested(language)), ";;".join(kinds)
        )
        if chosen:
            path = Path(chosen)
            self.write(path if path.suffix.lower() in FORMATS else path.with_name(path.name + kinds[kind]), language)

    def suggested(self, language: str) -> Path:
        """Suggest a name beside the open file."""
        about = self._workspace.consultation
        named = {code: name for code, name in about.declaration_name.items() if name.strip()}
        name = in_language(named, language) or self._workspace.path.stem
        if language not in named:
            name = f"{name} ({OWN_NAMES[language]})"  # or the next language would take its place
        words = re.sub(r'[<>:"/\\|?*\x00-\x1f]+', " ", name).split()
        safe = " ".join(words)[:80].strip(" .") or "declaration"
        return self._workspace.path.with_name(safe + FORMATS[0])

    def write(self, path: Path, language: str) -> None:
        """Write the declaration to ``path`` in the format of its ending."""
        again = self._workspace.store.again()

        def work(progress: Progress) -> Path:
            with again() as store:
                document = declaration(store, translator(language))
            progress()
            publish(document, path)
            return path

        job = self._workspace.jobs.run(self._workspace.t("Writing the declaration"), work)
        job.done.connect(self._on_written)

    def _on_written(self, path: Path) -> None:
        t = self._workspace.t
        show = partial(show_file, path, t, self._workspace.messages)
        self._workspace.messages.say(
            t("The declaration is in “{name}”.").format(name=path.name), "done", t("Show"), show
        )
        self.written.emit(path)
