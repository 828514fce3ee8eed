"""The strip at the top of every page: the consultation's title, and in its place, for a while, a message."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QStackedWidget, QWidget

from ui import actions
from ui.jobs import Job
from ui.keys import tip
from ui.look.icons import IconLabel
from ui.messages import Message
from ui.widgets.buttons import icon_button, quiet_button
from ui.widgets.words import Elided, caption, set_property, words
from ui.workspace import Workspace

SHOWN_MS = 9_000
"""How long a message stays that is not a refusal; refusals stay until they are closed or replaced."""
ICONS = {"done": "circle-check", "conflict": "circle-alert", "incomplete": "triangle-alert"}
HEIGHT = 48


class MessageStrip(QFrame):
    """Shows messages where nobody is typing; nothing moves when one comes or goes."""

    log_asked = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._message: Message | None = None
        self._job: Job | None = None
        self._build()
        self._connect()

    @property
    def message(self) -> Message | None:
        """The message that is shown, or None."""
        return self._message

    def show_title(self, title: str, file_name: str) -> None:
        """Show what is open."""
        self._title.show_text(title)
        self._file.show_text(file_name)

    def show_message(self, message: Message) -> None:
        """Show a message in place of the title."""
        self._message = message
        self._text.setText(message.text)
        self._text.setToolTip("")
        set_property(self._text, "tone", message.tone)
        set_property(self._said, "soft", message.tone)
        self._icon.show_icon(ICONS.get(message.tone, "info"), message.tone)
        self._action.setVisible(bool(message.action))
        self._action.setText(message.action)
        self._close.setVisible(True)
        self._pages.setCurrentWidget(self._said)
        if message.tone == "conflict":
            self._timer.stop()
        else:
            self._timer.start(SHOWN_MS)

    def press_action(self) -> None:
        """Do what the message offers."""
        message = self._message
        self._on_close_pressed()
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
        self.setMinimumHeight(HEIGHT)
        self._pages = QStackedWidget()
        self._title = Elided("", "heading", strong=True)
        self._file = Elided("", "caption", "muted")
        self._file.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self._pages.addWidget(_row(self._title, self._file, shares=(3, 1)))
        self._icon = IconLabel(theme, "info", "text", 20)
        self._text = words("", "body")
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._action = quiet_button(theme, "", self.press_action)
        self._close = icon_button(theme, "x", t("Close this message"), self._on_close_pressed)
        self._said = _row(self._icon, self._text, self._action, self._close, shares=(0, 1, 0, 0))
        self._said.setContentsMargins(12, 0, 4, 0)
        self._said.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._pages.addWidget(self._said)
        self._progress_name = caption("", wrap=False)
        self._progress = QProgressBar()
        self._progress.setFixedWidth(160)
        self._progress.setTextVisible(False)
        self._progress.setMaximumHeight(8)
        self._stop = quiet_button(theme, t("Stop"), self._on_stop_pressed)
        self._working = _row(self._progress_name, self._progress, self._stop, shares=(0, 0, 0))
        self._working.hide()
        log = icon_button(theme, actions.MESSAGES.icon, tip(t, actions.MESSAGES), self.log_asked.emit)
        line = QHBoxLayout(self)
        line.setContentsMargins(24, 4, 12, 4)
        line.setSpacing(12)
        line.addWidget(self._pages, 1)
        line.addWidget(self._working)
        line.addWidget(log)
        self._timer = QTimer(self, singleShot=True)

    def _connect(self) -> None:
        self._timer.timeout.connect(self._on_close_pressed)
        self._workspace.messages.said.connect(self.show_message)
        self._workspace.jobs.started.connect(self._on_job_started)
        self._workspace.theme.changed.connect(self._on_theme_changed)
        for job in self._workspace.jobs.running:
            self._on_job_started(job)

    def _on_close_pressed(self) -> None:
        self._timer.stop()
        self._message = None
        self._pages.setCurrentIndex(0)

    def _on_job_started(self, job: Job) -> None:
        self._job = job
        self._progress_name.setText(job.name)
        self._progress.setRange(0, 0)
        self._working.show()
        job.progressed.connect(self._on_progressed)
        job.ended.connect(self._on_job_ended)

    def _on_progressed(self, done: int, total: int) -> None:
        self._progress.setRange(0, total)
        self._progress.setValue(done)

    def _on_job_ended(self) -> None:
        left = [job for job in self._workspace.jobs.running if job is not self.sender()]
        self._job = left[0] if left else None
        self._working.setVisible(bool(left))
        if self._job:
            self._progress_name.setText(self._job.name)

    def _on_stop_pressed(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _on_theme_changed(self) -> None:
        self.setMinimumHeight(max(HEIGHT, self.fontMetrics().height() * 2 + 12))


def _row(*parts: QWidget, shares: tuple[int, ...]) -> QFrame:
    frame = QFrame()
    line = QHBoxLayout(frame)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(12)
    for part, share in zip(parts, shares, strict=True):
        line.addWidget(part, share)
    return frame
