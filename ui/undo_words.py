"""Says what was taken back, or done again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from consultation.language import Translator
from ui.messages import Messages
from ui.undo import Step, Steps


class UndoWords(QObject):
    """Says it in the language that the window has by then."""

    def __init__(self, steps: Steps, messages: Messages, t: Callable[[], Translator], parent: QObject) -> None:
        super().__init__(parent)
        self._steps, self._messages, self._t = steps, messages, t
        steps.undone.connect(self._on_undone)
        steps.redone.connect(self._on_redone)

    def _on_undone(self, back: Step) -> None:
        t = self._t()
        if not back.written:
            self._say_it_stays()
            return
        said = t("Undone: “{step}”").format(step=back.name) if back.name else t("Undone.")
        self._messages.say(said, "done", t("Redo"), self._steps.redo)

    def _on_redone(self, again: Step) -> None:
        if not again.written:
            self._say_it_stays()

    def _say_it_stays(self) -> None:
        self._messages.say(self._t()("It stays as it is: somebody has changed it since."), "incomplete")
