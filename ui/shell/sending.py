"""Sending a copy: asks where to put it, writes it off the GUI thread, and says what is in it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from consultation.files import ENDING
from consultation.progress import Progress
from consultation.store import Copy
from ui.workspace import Workspace


class Sending(QObject):
    """Writes checked copies of the open file."""

    def __init__(self, workspace: Workspace, window: QWidget) -> None:
        super().__init__(window)
        self._workspace, self._window = workspace, window

    def ask(self) -> None:
        """Ask where to put a copy, and write it."""
        t, source = self._workspace.t, self._workspace.path
        suggested = source.with_name(t("{name} (copy)").format(name=source.stem) + ENDING)
        kinds = t("Consultations ({pattern})").format(pattern=f"*{ENDING}")
        path, _ = QFileDialog.getSaveFileName(
            self._window,
            t("Send a copy, with its whole history: words that were deleted are in it too"),
            str(suggested),
            kinds,
        )
        if path:
            self.send(Path(path))

    def send(self, target: Path) -> None:
        """Write a checked copy of the file to ``target``."""
        again = self._workspace.store.again()

        def work(progress: Progress) -> Copy:
            with again() as store:
                return store.send_copy(target)

        self._workspace.jobs.run(self._workspace.t("Writing a copy"), work).done.connect(self._on_copied)

    def _on_copied(self, copy: Copy) -> None:
        t, counts = self._workspace.t, copy.counts
        recommendations, interventions = counts.get("recommendation", 0), counts.get("intervention", 0)
        self._workspace.messages.say(
            t("Saved a copy as “{name}”: {recommendations}, {interventions}, checked.").format(
                name=copy.path.name,
                recommendations=t.plural("{count} recommendation", "{count} recommendations", recommendations),
                interventions=t.plural("{count} intervention", "{count} interventions", interventions),
            ),
            "done",
        )
