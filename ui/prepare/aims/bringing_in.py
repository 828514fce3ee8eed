"""Bringing in what stands elsewhere: documents of a reference manager, and what an earlier consultation left."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from consultation.exchange.carrying_over import carry_over
from consultation.exchange.references import import_references
from consultation.files import ENDING
from ui.workspace import Workspace


class BringingIn(QObject):
    """Asks for a file and says what came of it, with Undo; a refusal is said in the top line."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace, self._page = workspace, parent

    def ask_references(self) -> None:
        """Ask for a file of a reference manager."""
        t = self._workspace.t
        kinds = t("RIS and CSL-JSON ({pattern})").format(pattern="*.ris *.json")
        self._ask(t("Documents of a reference manager"), kinds, self.take_references)

    def ask_earlier(self) -> None:
        """Ask for the file of an earlier consultation."""
        t = self._workspace.t
        kinds = t("Consultations ({pattern})").format(pattern=f"*{ENDING}")
        self._ask(t("The file of the earlier consultation"), kinds, self.take_earlier)

    def take_references(self, path: Path) -> None:
        """Read documents from a file."""
        workspace, t = self._workspace, self._workspace.t
        with workspace.together() as step:
            done = import_references(workspace.store, path)
            step.written += done.written
            step.name = t.plural("{count} document came in.", "{count} documents came in.", done.made)
        if not step.done:
            return
        remarks = [remark.in_words(t) for remark in done.remarks]
        if remarks:
            workspace.messages.say(" ".join([step.name, *remarks]), "incomplete")

    def take_earlier(self, path: Path) -> None:
        """Carry over what another file left unfinished."""
        workspace, t = self._workspace, self._workspace.t
        with workspace.together() as step:
            done = carry_over(workspace.store, path)
            step.written += done.written
            step.name = t.plural("{count} clause carried over.", "{count} clauses carried over.", done.made)
        if step.done and not done.made:
            workspace.messages.say(t("There is nothing in it that is not here already."))

    def _ask(self, title: str, kinds: str, take: Callable[[Path], None]) -> None:
        folder = str(self._workspace.path.parent)
        chosen, _ = QFileDialog.getOpenFileName(self._page, title, folder, kinds)
        if chosen:
            take(Path(chosen))
