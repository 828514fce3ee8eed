"""The window: the start page while no file is open, otherwise the rail, the strip and the places."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from consultation.store import Copy, Store
from ui import PROGRAM
from ui.jobs import Progress
from ui.shell.help import AboutPage, MessagesPage, ShortcutsPage
from ui.shell.menus import build_menus
from ui.shell.places import places
from ui.shell.rail import Rail
from ui.shell.strip import MessageStrip
from ui.start import StartPage
from ui.start.new_dialog import NewDialog
from ui.widgets.words import rule
from ui.workspace import Change, Workspace

ENDING = ".consult"


class MainWindow(QMainWindow):
    """The one window of the program."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.refresh_steps: Callable[[], None] = lambda: None
        self._places = places()
        self._pages: list[Any] = []
        self._current = 0
        self.setAcceptDrops(True)
        self.setMinimumSize(960, 600)
        room = self.screen().availableSize()
        self.resize(min(1440, room.width()), min(900, room.height()))
        self.restoreGeometry(workspace.settings.shape("window"))
        self._build()
        self._connect()

    @property
    def place_names(self) -> list[str]:
        """The names of the places in the language of the window."""
        return [place.title(self.workspace.t) for place in self._places]

    @property
    def place(self) -> Any | None:
        """The page of the place that is shown, or None on the start page."""
        return self._pages[self._current] if self._pages else None

    @property
    def strip(self) -> MessageStrip:
        """The strip where messages appear."""
        return self._strip

    def open(self, path: str | Path) -> bool:
        """Open a file."""
        self._flush()
        return self.workspace.open(Path(path))

    def close_file(self) -> None:
        """Close the file and show the start page."""
        self._flush()
        self.workspace.close()

    def show_place(self, number: int) -> None:
        """Show a place by its number, from 0."""
        if self._pages and 0 <= number < len(self._pages):
            self._flush()
            self._current = number
            self._stack.setCurrentWidget(self._pages[number])
            self._rail.show_chosen(number)
            self._pages[number].setFocus()

    def show_place_called(self, name: str) -> None:
        """Show a place by the name of its folder."""
        names = [place.__module__.split(".")[1] for place in self._places]
        if name in names:
            self.show_place(names.index(name))

    def find(self) -> None:
        """Go to the search field of the place."""
        _call(self.place, "find")

    def ask_new(self) -> None:
        """Ask for a kit and a name, and make a new consultation."""
        self._flush()
        NewDialog(self.workspace, self).exec()

    def ask_open(self) -> None:
        """Ask which file to open."""
        t = self.workspace.t
        recent = self.workspace.settings.recent
        folder = str(Path(recent[0].path).parent) if recent else str(Path.home())
        kinds = t("Consultations ({pattern})").format(pattern=f"*{ENDING}")
        path, _ = QFileDialog.getOpenFileName(self, t("Open a consultation"), folder, kinds)
        if path:
            self.open(path)

    def ask_copy(self) -> None:
        """Ask where to put a checked copy of the file, and write it."""
        t, source = self.workspace.t, self.workspace.path
        self._flush()
        suggested = source.with_name(t("{name} (copy)").format(name=source.stem) + ENDING)
        kinds = t("Consultations ({pattern})").format(pattern=f"*{ENDING}")
        path, _ = QFileDialog.getSaveFileName(self, t("Send a copy"), str(suggested), kinds)
        if path:
            self.send_copy(Path(path))

    def send_copy(self, target: Path) -> None:
        """Write a checked copy of the file to ``target``."""
        source, identity = self.workspace.path, self.workspace.identity

        def work(progress: Progress) -> Copy:
            with Store.open(source, identity) as store:
                return store.send_copy(target)

        self.workspace.jobs.run(self.workspace.t("Writing a copy"), work).done.connect(self._on_copied)

    def choose_theme(self, mode: str) -> None:
        """Follow the system's colours, or stay light or dark."""
        self.workspace.settings.theme = mode
        self.workspace.theme.choose(mode)

    def resize_text(self, scale: float) -> None:
        """Set the size of all text."""
        self.workspace.theme.resize(scale)
        self.workspace.settings.scale = self.workspace.theme.scale

    def show_shortcuts(self) -> None:
        """Show the page of keyboard shortcuts."""
        ShortcutsPage(self.workspace, self).exec()

    def show_about(self) -> None:
        """Show what this program is."""
        AboutPage(self.workspace, self).exec()

    def show_messages(self) -> None:
        """Show the messages so far."""
        MessagesPage(self.workspace, self).exec()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped(event)
        if path:
            event.acceptProposedAction()
            QTimer.singleShot(0, self, lambda: self.open(path))

    def closeEvent(self, event: QCloseEvent) -> None:
        self._flush()
        self.workspace.settings.keep_shape("window", self.saveGeometry())
        self.workspace.quit()
        super().closeEvent(event)

    def _build(self) -> None:
        states = [_call(page, "state") or {} for page in self._pages]
        old = self.takeCentralWidget()
        if old is not None:
            old.hide()
            old.deleteLater()
        self._stack = QStackedWidget()
        self._strip = MessageStrip(self.workspace)
        self._strip.log_asked.connect(self.show_messages)
        self._show_title()
        self._rail = Rail(self.workspace.theme)
        self._rail.chosen.connect(self.show_place)
        self._rail.offer([(place.icon, name) for place, name in zip(self._places, self.place_names, strict=True)])
        self._rule = rule()
        self.setCentralWidget(_beside(self._rail, self._strip, self._rule, self._stack))
        build_menus(self)
        self._fill(states)

    def _fill(self, states: list[dict[str, Any]]) -> None:
        """Make the pages anew, in the language of the window, as ``states`` had them."""
        while page := self._stack.currentWidget():
            self._stack.removeWidget(page)
            page.deleteLater()
        workspace = self.workspace
        self._pages = []
        self._rail.setVisible(workspace.is_open)
        self._rule.setVisible(workspace.is_open)
        if not workspace.is_open:
            start = StartPage(workspace)
            start.new_asked.connect(self.ask_new)
            start.open_asked.connect(self.ask_open)
            self._stack.addWidget(start)
            start.setFocus()
            return
        for place, state in zip(self._places, [*states, *([{}] * len(self._places))], strict=False):
            page = place(workspace)
            self._pages.append(page)
            self._stack.addWidget(page)
            if hasattr(page, "waiting_changed"):
                self._rail.show_waiting(len(self._pages) - 1, page.waiting)
                page.waiting_changed.connect(self._on_waiting_changed)
            if state:
                _call(page, "restore", state)
        self.show_place(min(self._current, len(self._pages) - 1))

    def _connect(self) -> None:
        self.workspace.file_changed.connect(self._on_file_changed)
        self.workspace.language_changed.connect(self._build)
        self.workspace.steps_changed.connect(lambda: self.refresh_steps())
        self.workspace.changed.connect(self._on_changed)
        self.workspace.place_asked.connect(self.show_place_called)

    def _on_file_changed(self) -> None:
        self._current = 0
        self._pages = []
        self._show_title()
        build_menus(self)
        self._fill([])

    def _on_changed(self, change: Change) -> None:
        if change.everything or "consultation" in change.kinds:
            self._show_title()

    def _on_waiting_changed(self, waiting: int) -> None:
        if self.sender() in self._pages:
            self._rail.show_waiting(self._pages.index(self.sender()), waiting)

    def _on_copied(self, copy: Copy) -> None:
        t = self.workspace.t
        self.workspace.say(
            t("Saved a copy as “{name}”: {recommendations}, {interventions}, checked.").format(
                name=copy.path.name,
                recommendations=t.plural(
                    "{count} recommendation", "{count} recommendations", copy.counts.get("recommendation", 0)
                ),
                interventions=t.plural(
                    "{count} intervention", "{count} interventions", copy.counts.get("intervention", 0)
                ),
            ),
            "done",
        )

    def _show_title(self) -> None:
        workspace = self.workspace
        name = workspace.label(workspace.consultation.title) if workspace.is_open else ""
        self.setWindowTitle(name or PROGRAM)
        self._strip.show_title(name, workspace.path.name if workspace.is_open else "")

    def _flush(self) -> None:
        for page in self._pages:
            _call(page, "flush")


def _beside(rail: QWidget, strip: QWidget, line_below: QWidget, stack: QWidget) -> QWidget:
    whole = QWidget()
    line = QHBoxLayout(whole)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(0)
    line.addWidget(rail)
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(strip)
    column.addWidget(line_below)
    column.addWidget(stack, 1)
    line.addLayout(column, 1)
    return whole


def _call(page: Any, name: str, *values: object) -> Any:
    """Call what a place may leave out."""
    act = getattr(page, name, None)
    return act(*values) if act is not None else None


def _dropped(event: QDragEnterEvent | QDropEvent) -> str:
    """Return the consultation file that is being dropped, or nothing."""
    for url in event.mimeData().urls():
        if url.isLocalFile() and url.toLocalFile().endswith(ENDING):
            return url.toLocalFile()
    return ""
