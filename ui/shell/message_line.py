"""One message at a time in the top line: what was done, or what was refused and what to do about it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.look.icons import IconLabel
from ui.messages import MOST_OFFERS, Message
from ui.widgets.buttons import icon_button, quiet_button
from ui.widgets.words import Elided, set_property
from ui.workspace import Workspace

SHOWN_MS = 8_000
"""How long a message stays that is not a refusal; refusals stay until they are closed or replaced."""
ICONS = {"done": "check", "conflict": "circle-alert", "incomplete": "triangle-alert"}


class MessageLine(QWidget):
    """Shows messages where nobody is typing; nothing moves when one comes or goes."""

    changed = Signal()
    """Another message is shown, or none."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._message: Message | None = None
        self._build()
        workspace.messages.said.connect(self.show_message)
        self._timer.timeout.connect(self.clear)

    @property
    def message(self) -> Message | None:
        """The message that is shown, or None."""
        return self._message

    def show_message(self, message: Message) -> None:
        """Show a message in place of the one before."""
        self._message = message
        self._text.show_text(message.text)
        set_property(self._text, "tone", message.tone if message.tone == "conflict" else "text")
        self._icon.show_icon(ICONS.get(message.tone, "info"), message.tone)
        for button, offer in zip(self._offers, message.offers, strict=False):
            button.setText(offer.words)
        self._show_parts()
        if message.tone == "conflict":
            self._timer.stop()
        else:
            self._timer.start(SHOWN_MS)

    def clear(self) -> None:
        """Show nothing; the message stays in the log."""
        self._timer.stop()
        self._message = None
        self._text.show_text("")
        self._show_parts()

    def press_action(self, number: int = 0) -> None:
        """Do the first thing that the message offers, or the one of this number."""
        message = self._message
        self.clear()
        if message is not None and number < len(message.offers):
            message.offers[number].act()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Enter:
            self._timer.stop()
        elif event.type() == QEvent.Type.Leave and self._message and self._message.tone != "conflict":
            self._timer.start(SHOWN_MS)
        return super().event(event)

    def _build(self) -> None:
        theme, t = self._workspace.theme, self._workspace.t
        self._icon = IconLabel(theme, "info", "text", 16)
        self._text = Elided("", "caption", lines=2)
        self._text.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._offers = [quiet_button(theme, "", partial(self.press_action, n)) for n in range(MOST_OFFERS)]
        self._close = icon_button(theme, "x", t("Close this message"), self.clear)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self._icon)
        line.addWidget(self._text)
        for button in self._offers:
            button.setProperty("strong", True)
            line.addWidget(button)
        line.addWidget(self._close)
        line.addStretch(1)
        self._timer = QTimer(self, singleShot=True)
        self._show_parts()

    def _show_parts(self) -> None:
        self.changed.emit()
        message = self._message
        self._icon.setVisible(message is not None)
        for number, button in enumerate(self._offers):
            button.setVisible(message is not None and number < len(message.offers))
        self._close.setVisible(bool(message and message.tone == "conflict"))
