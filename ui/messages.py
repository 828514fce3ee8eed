"""What the program says to the person: one message at a time in the top line, and all of them in a log."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from consultation.errors import Cancelled, ConsultationError
from consultation.language import Translator

FULL_LOG = 200
MOST_OFFERS = 2


@dataclass(frozen=True)
class Offer:
    """Something that can be done about a message."""

    words: str
    act: Callable[[], object]


@dataclass(frozen=True)
class Message:
    """Something to tell the person, with at most two things to do about it."""

    text: str
    tone: str = "text"
    """One of the theme's: text, done, incomplete, conflict, muted."""
    offers: tuple[Offer, ...] = ()
    said_at: datetime = field(default_factory=lambda: datetime.now().astimezone())

    @property
    def action(self) -> str:
        """The words on the first button, if there is one."""
        return self.offers[0].words if self.offers else ""

    def act(self) -> None:
        """Do the first thing that is offered, if there is one."""
        if self.offers:
            self.offers[0].act()


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

    def say(
        self,
        text: str,
        tone: str = "text",
        action: str = "",
        act: Callable[[], object] | None = None,
        offers: Sequence[Offer] = (),
    ) -> None:
        """Show a message; ``action`` is the word on its button, ``act`` what that does, ``offers`` what else is."""
        offered = [Offer(action, act), *offers] if act else offers
        message = Message(text, tone, tuple(offered[:MOST_OFFERS]))
        self._log = [*self._log, message][-FULL_LOG:]
        self.said.emit(message)

    def refuse(self, t: Translator, error: ConsultationError) -> None:
        """Say an expected error; what was typed stays where it is."""
        self.say(t.error(error), tone="muted" if isinstance(error, Cancelled) else "conflict")
