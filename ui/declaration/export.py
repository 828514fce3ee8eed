"""The declaration as a file: asks where, names what cannot be printed, writes it off the GUI thread."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from consultation.composing import declaration
from consultation.document import Document
from consultation.language import OWN_NAMES, in_language, translator
from consultation.progress import Progress
from consultation.publishing import FORMATS, publish, unprintable
from consultation.publishing.unprintable import Unprintable
from consultation.reading.editions import FrozenEdition, edition_document
from consultation.store import Store
from ui.messages import Offer
from ui.widgets.showing import show_file
from ui.workspace import Workspace

PDF, MARKDOWN = FORMATS[:2]
Compose = Callable[[Store], Document]


@dataclass(frozen=True)
class Held:
    """A file that was not written, since these words cannot be printed."""

    path: Path
    unprintable: tuple[Unprintable, ...]


class Export(QObject):
    """Writes the declaration as it stands, or an edition of it, in one language."""

    written = Signal(object)
    """The path of the file."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace, self._window = workspace, parent

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

    def _write(self, path: Path, compose: Compose, anyway: bool = False) -> None:
        """Write what is composed; a PDF with words that cannot be printed only where a person wants it ``anyway``."""
        again = self._workspace.store.again()

        def work(progress: Progress) -> Path | Held:
            with again() as store:
                document = compose(store)
            progress()
            found = unprintable(document) if path.suffix.lower() == PDF and not anyway else ()
            if found:
                return Held(path, found)
            publish(document, path)
            return path

        job = self._workspace.jobs.run(self._workspace.t("Writing the declaration"), work)
        job.done.connect(partial(self._on_done, compose))

    def _on_done(self, compose: Compose, done: Path | Held) -> None:
        if isinstance(done, Held):
            self._say_what_is_held(compose, done)
        else:
            self._on_written(done)

    def _say_what_is_held(self, compose: Compose, held: Held) -> None:
        """Name the words that cannot be printed, and offer to write them where they can be, or all the same."""
        t = self._workspace.t
        named = " ".join(each.in_words(t) for each in held.unprintable)
        said = t("{words} Nothing was written yet.").format(words=named)
        markdown = partial(self._write, held.path.with_suffix(MARKDOWN), compose)
        anyway = partial(self._write, held.path, compose, True)
        offers = [Offer(t("As Markdown"), markdown), Offer(t("Write it all the same"), anyway)]
        self._workspace.messages.say(said, "incomplete", offers=offers)

    def _on_written(self, path: Path) -> None:
        t = self._workspace.t
        show = partial(show_file, path, t, self._workspace.messages)
        self._workspace.messages.say(
            t("The declaration is in “{name}”.").format(name=path.name), "done", t("Show"), show
        )
        self.written.emit(path)


def _safe(name: str) -> str:
    """Return a name that every system takes for a file."""
    words = re.sub(r'[<>:"/\\|?*\x00-\x1f]+', " ", name).split()
    return " ".join(words)[:80].strip(" .") or "declaration"
