"""One message at a time in the top line: what was done, or what was refused and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.look.icons import IconLabel
from ui.messages import Message
from ui.widgets.buttons import icon_button, quiet_button
from ui.widgets.words import Elided, set_property
from ui.workspace import Workspace

SHOWN_MS = 8_000
"""How long a message stays that is not a refusal; refusals stay until they are closed or replaced."""
ICONS = {"done": "check", "conflict": "circle-alert", "incomplete": "triangle-alert"}


class MessageLine(QWidget):
    """Shows messages where nobody is typing; nothing moves when one comes or goes."""

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
        set_property(self._text, "tone", "text" if message.tone == "done" else message.tone)
        self._icon.show_icon(ICONS.get(message.tone, "info"), message.tone)
        self._action.setText(message.action)
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

    def press_action(self) -> None:
        """Do what the message offers."""
        message = self._message
        self.clear()
        if message is not None and message.act is not None:
            message.act()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Enter:
            self._timer.stop()
        elif event.type() == QEvent.Type.Leave and self._message and self._message.tone != "conflict":
            self._timer.start(SHOWN_MS)
        return super().event(event)

    def _build(self) -> None:
        theme, t = self._workspace.theme, self._workspace.t
        self._icon = IconLabel(theme, "info", "text", 16)
        self._text = Elided()
        self._text.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._action = quiet_button(theme, "", self.press_action)
        self._action.setProperty("strong", True)
        self._close = icon_button(theme, "x", t("Close this message"), self.clear)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self._icon)
        line.addWidget(self._text)
        line.addWidget(self._action)
        line.addWidget(self._close)
        line.addStretch(1)
        self._timer = QTimer(self, singleShot=True)
        self._show_parts()

    def _show_parts(self) -> None:
        message = self._message
        self._icon.setVisible(message is not None)
        self._action.setVisible(bool(message and message.action))
        self._close.setVisible(bool(message and message.tone == "conflict"))
