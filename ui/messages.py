"""What the program says to the person: one message at a time in the top line, and all of them in a log."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from consultation.errors import Cancelled, ConsultationError
from consultation.language import Translator

FULL_LOG = 200


@dataclass(frozen=True)
class Message:
    """Something to tell the person, with at most one thing to do about it."""

    text: str
    tone: str = "text"
    """One of the theme's: text, done, incomplete, conflict, muted."""
    action: str = ""
    act: Callable[[], object] | None = None
    said_at: datetime = field(default_factory=lambda: datetime.now().astimezone())


class Messages(QObject):
    """Says messages and remembers the latest of them."""

    said = Signal(object)
    """A `Message`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log: list[Message] = []

    @property
    def log(self) -> list[Message]:
        """What was said, oldest first."""
        return list(self._log)

    def say(self, text: str, tone: str = "text", action: str = "", act: Callable[[], object] | None = None) -> None:
        """Show a message; ``action`` is the word on its button, ``act`` what that does."""
        message = Message(text, tone, action if act else "", act)
        self._log = [*self._log, message][-FULL_LOG:]
        self.said.emit(message)

    def refuse(self, t: Translator, error: ConsultationError) -> None:
        """Say an expected error; what was typed stays where it is."""
        self.say(t.error(error), tone="muted" if isinstance(error, Cancelled) else "conflict")
