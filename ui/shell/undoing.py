"""What is said and shown when something was undone or done again: which words came back, and where they stand."""

from __future__ import annotations

from PySide6.QtCore import QObject

from consultation.words import undone
from ui.shell.leading import Leading
from ui.undo import Step
from ui.workspace import Workspace


class Undoing(QObject):
    """Says what undoing did; shows it at once where the place that is shown shows such things, else offers to."""

    def __init__(self, workspace: Workspace, leading: Leading, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace, self._leading = workspace, leading
        workspace.steps.undone.connect(self._on_undone)
        workspace.steps.redone.connect(self._on_redone)

    def _on_undone(self, back: Step) -> None:
        workspace, t = self._workspace, self._workspace.t
        if not back.written:
            self._say_it_stays()
            return
        came = undone(t, workspace.store, back.written, back.name)
        if came.record is not None and self._leading.stands(came.record) is not None:
            record_id = came.record.id
            if self._leading.is_here(came.record):
                self._leading.show_record(record_id)
            workspace.messages.say(came.words, "done", t("Show"), lambda: self._leading.show_record(record_id))
        else:
            workspace.messages.say(came.words, "done", t("Redo"), workspace.steps.redo)

    def _on_redone(self, again: Step) -> None:
        workspace, t = self._workspace, self._workspace.t
        if not again.written:
            self._say_it_stays()
            return
        said = t("Done again: {step}").format(step=workspace.name_of(again))
        workspace.messages.say(said, "done", t("Undo"), workspace.steps.undo)

    def _say_it_stays(self) -> None:
        t = self._workspace.t
        self._workspace.messages.say(t("It stays as it is: somebody has changed it since."), "incomplete")
