"""The programme as a file: to hand out, for calendars, for spreadsheets, or to edit elsewhere."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QFileDialog, QWidget

from consultation.composing import programme
from consultation.exchange import CALENDAR_ENDING, calendar_of, export_programme
from consultation.files import write_whole
from consultation.language import OWN_NAMES, in_language, translator
from consultation.progress import Progress
from ui.documents import MARKDOWN, PDF, Documents, Wanted, name_of_file
from ui.widgets.popups import menu_of
from ui.workspace import Workspace


class Export(QObject):
    """Writes the programme in one of the languages of the consultation."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace, self._window = workspace, parent
        self.documents = Documents(workspace, self)

    def ask_language(self, button: QWidget) -> None:
        """Ask below a button in which language, where there are several, and then where."""
        languages = self._workspace.consultation.languages or [self._workspace.t.language]
        if len(languages) == 1:
            self.ask(languages[0])
            return
        menu = menu_of(button)
        for language in languages:
            name = OWN_NAMES.get(language) or self._workspace.t.language_name(language)
            menu.addAction(name).triggered.connect(partial(self.ask, language))
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))
        menu.setActiveAction(menu.actions()[0])

    def ask(self, language: str) -> None:
        """Ask for a name and a format, and write the programme."""
        t = self._workspace.t
        names = {
            PDF: t("PDF to hand out"),
            CALENDAR_ENDING: t("Calendar"),
            ".xlsx": t("Workbook"),
            ".csv": t("Table for spreadsheets"),
            MARKDOWN: t("Markdown to edit elsewhere"),
        }
        kinds = {t("{name} ({pattern})").format(name=name, pattern=f"*{end}"): end for end, name in names.items()}
        suggested = str(self.suggested(language))
        chosen, kind = QFileDialog.getSaveFileName(
            self._window.window(), t("Export the programme"), suggested, ";;".join(kinds)
        )
        if chosen:
            path = Path(chosen)
            self.write(path if path.suffix.lower() in names else path.with_name(path.name + kinds[kind]), language)

    def suggested(self, language: str) -> Path:
        """Suggest a name beside the open file."""
        t, about = translator(language), self._workspace.consultation
        title = in_language(about.title, language) or self._workspace.path.stem
        return self._workspace.path.with_name(name_of_file(f"{t('Programme')}, {title}", "programme") + PDF)

    def write(self, path: Path, language: str) -> None:
        """Write the programme to ``path`` in the format of its ending."""
        t = self._workspace.t
        doing, done = t("Writing the programme"), t("The programme is in “{name}”.")
        if path.suffix.lower() in (PDF, MARKDOWN):
            self.documents.write(Wanted(path, partial(programme, t=translator(language)), doing, done))
        else:
            self._write_sessions(path, language, doing, done)

    def _write_sessions(self, path: Path, language: str, doing: str, done: str) -> None:
        """Write a calendar or a table."""
        again, own, ending = self._workspace.store.again(), translator(language), path.suffix.lower()

        def work(progress: Progress) -> int:
            with again() as store:
                calendar = calendar_of(store, own) if ending == CALENDAR_ENDING else None
                data = calendar.data if calendar else export_programme(store, own, ending).data
            progress()
            write_whole(path, data)
            return calendar.left_out if calendar else 0

        self._workspace.jobs.run(doing, work).done.connect(partial(self._on_written, path, done))

    def _on_written(self, path: Path, done: str, left_out: int) -> None:
        t = self._workspace.t
        without_day = t.plural(
            "{count} session has no day and is not in it.", "{count} sessions have no day and are not in it.", left_out
        )
        self.documents.say_where(path, f"{done} {without_day}" if left_out else done)
