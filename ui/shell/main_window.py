"""The window: the start page while no file is open, otherwise the places."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QMainWindow, QWidget
from shiboken6 import isValid

from consultation.files import ENDING
from consultation.model import Consultation
from ui import PROGRAM
from ui.actions import Action, anywhere
from ui.keys import offered
from ui.look.identity import window_icon
from ui.look.theme import STEP
from ui.page import Page
from ui.shell.arriving import Arriving
from ui.shell.aside import HistoryAside
from ui.shell.frame import Frame
from ui.shell.help import AboutPage, KeysPage, MessagesPage
from ui.shell.keyboard import Keyboard
from ui.shell.leading import Leading
from ui.shell.menus import COLOURS, Acts, Menus
from ui.shell.message_line import MessageLine
from ui.shell.places import AT_FIRST, PLACES
from ui.shell.rescue import Rescue
from ui.shell.sending import Sending
from ui.shell.undoing import Undoing
from ui.start import StartPage
from ui.start.new_dialog import WITHOUT_KIT, NewDialog
from ui.start.without_kit import WithoutKit
from ui.touched import Touched
from ui.workspace import Workspace

SMALLEST, USUAL = (960, 600), (1440, 900)
FRAME = 48
"""Pixels that the frame and title of a window may take at the most."""


class MainWindow(QMainWindow):
    """The one window of the program."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self._pages: list[Page] = []
        self._current = AT_FIRST
        self._typed_in: QWidget | None = None
        self.sending, self.rescue = Sending(workspace, self), Rescue(workspace, self)
        self.leading = Leading(workspace, self, lambda: self.place, self.go, self.possible)
        Undoing(workspace, self.leading, self)
        Keyboard(self, lambda: self.place)
        self._menus = Menus(workspace, self._acts(), self.open, self)
        self.setAcceptDrops(True)
        self.setMinimumSize(*SMALLEST)
        self.setWindowIcon(window_icon())
        self._take_room()
        self._build()
        self._connect()
        self.arriving = Arriving(
            workspace, self, lambda: self.place
        )  # after the window, which has to have shown the place by then

    @property
    def place_names(self) -> list[str]:
        """The names of the places in the language of the window."""
        return [place.title(self.workspace.t) for place in PLACES]

    @property
    def place(self) -> Page | None:
        """The page of the place that is shown, or None on the start page."""
        return self._pages[self._current] if self._pages else None

    @property
    def message_line(self) -> MessageLine:
        """Where messages appear."""
        return self.frame.top.message

    def open(self, path: str | Path) -> None:
        """Open a file."""
        self.workspace.open(Path(path))

    def show_place(self, number: int) -> None:
        """Show a place by its number, from 0."""
        if self._pages and 0 <= number < len(self._pages):
            self._flush()
            self._current = number
            self.frame.pages.setCurrentWidget(self._pages[number])
            self.frame.rail.show_chosen(number)
            self.frame.show_status(self._pages[number])
            self._pages[number].setFocus()
            self.workspace.settings.keep(self._place_key(), PLACES[number].__name__)

    def go(self, action: Action) -> None:
        """Show the place an action goes to."""
        self.show_place([place.shown_by for place in PLACES].index(action))

    def go_find(self) -> None:
        """Go to the search field of the place."""
        if self.place is not None:
            self.place.go_find()

    def possible(self) -> Acts:
        """Return what can be done now, what belongs to the page that is shown first."""
        everywhere = {action: act for action, act in self._acts().items() if self._menus.is_possible(action)}
        everywhere.pop(anywhere.PALETTE, None)
        return {**offered(self.frame.pages), **everywhere}

    def ask_new(self) -> None:
        """Ask for a kit and a name, and make a new consultation."""
        self._flush()
        if NewDialog(self.workspace, self).exec() == WITHOUT_KIT:
            self.ask_new_without_kit()

    def ask_new_without_kit(self) -> None:
        """Ask what a consultation is called, where it is held and in which language, and make it."""
        self._flush()
        WithoutKit(self.workspace, self).exec()

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
        self._flush()
        self.sending.ask()

    def choose_theme(self, mode: str) -> None:
        """Follow the system's colours, or stay light or dark."""
        self.workspace.settings.theme = mode
        self.workspace.theme.choose(mode)

    def resize_text(self, scale: float) -> None:
        """Set the size of all text."""
        self.workspace.theme.resize(scale)
        self.workspace.settings.scale = self.workspace.theme.scale

    def show_keys(self) -> None:
        """Show the page of keyboard shortcuts."""
        KeysPage(self.workspace, self).exec()

    def show_about(self) -> None:
        """Show what this program is."""
        AboutPage(self.workspace, self).exec()

    def show_messages(self) -> None:
        """Show the messages so far."""
        MessagesPage(self.workspace, self).exec()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.arriving.drag(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.arriving.drop(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.workspace.settings.keep_shape("window", self.saveGeometry())
        self.workspace.quit()
        super().closeEvent(event)

    def _acts(self) -> Acts:
        """Say what each action of the menus does."""
        workspace, theme = self.workspace, self.workspace.theme
        return {
            anywhere.NEW: self.ask_new,
            anywhere.NEW_WITHOUT_KIT: self.ask_new_without_kit,
            anywhere.OPEN: self.ask_open,
            anywhere.COPY: self.ask_copy,
            anywhere.CLOSE: workspace.close,
            anywhere.QUIT: self.close,
            anywhere.UNDO: workspace.steps.undo,
            anywhere.REDO: workspace.steps.redo,
            anywhere.FIND: self.go_find,
            anywhere.PALETTE: self.leading.open_palette,
            **{place.shown_by: partial(self.show_place, n) for n, place in enumerate(PLACES) if place.shown_by},
            anywhere.MESSAGES: self.show_messages,
            **{action: partial(self.choose_theme, mode) for mode, action in COLOURS.items()},
            anywhere.LARGER: lambda: self.resize_text(theme.scale + STEP),
            anywhere.SMALLER: lambda: self.resize_text(theme.scale - STEP),
            anywhere.USUAL_SIZE: lambda: self.resize_text(1.0),
            anywhere.KEYS: self.show_keys,
            anywhere.ABOUT: self.show_about,
        }

    def _build(self) -> None:
        states = [page.state() for page in self._pages]
        old = self.takeCentralWidget()
        if old is not None:
            old.hide()
            old.deleteLater()
        self.frame = Frame(self.workspace)
        self.frame.top.find_asked.connect(self.leading.open_palette)
        self._aside = HistoryAside(self.workspace, self.frame.pages)
        self.frame.rail.chosen.connect(self.show_place)
        self.setCentralWidget(self.frame)
        self._menus.build(self.frame.top.menus)
        self._fill(states)
        self._keep_off(self.workspace.jobs.writing)

    def _fill(self, states: list[dict[str, Any]]) -> None:
        """Make the pages anew, in the language of the window, as ``states`` had them."""
        self.frame.pages.hide()  # or each old page would be shown for a moment when the one before it goes
        while page := self.frame.pages.currentWidget():
            self.frame.pages.removeWidget(page)
            page.deleteLater()
        self._pages = [place(self.workspace) for place in PLACES] if self.workspace.is_open else []
        self._show_title()
        shown: list[Page] = [*self._pages] or [self._start_page()]
        for page in shown:
            self.frame.pages.addWidget(page)
            page.status_changed.connect(self._on_status_changed)
            page.waiting_changed.connect(self._show_waiting)
        self.frame.pages.setCurrentIndex(min(self._current, self.frame.pages.count() - 1))
        self.frame.pages.show()
        for page, state in zip(self._pages, states, strict=False):
            page.restore(state)
        self._show_waiting()
        if self._pages:
            self.show_place(self.frame.pages.currentIndex())
        else:
            shown[0].setFocus()

    def _start_page(self) -> StartPage:
        start = StartPage(self.workspace)
        start.new_asked.connect(self.ask_new)
        start.new_without_kit_asked.connect(self.ask_new_without_kit)
        start.open_asked.connect(self.ask_open)
        start.merge_asked.connect(lambda: self.arriving.ask_merge())
        return start

    def _connect(self) -> None:
        self.workspace.leaving.connect(self._flush)
        self.workspace.keeping.saving_asked.connect(self._flush)
        self.workspace.file_changed.connect(self._on_file_changed)
        self.workspace.language_changed.connect(self._build)
        self.workspace.changed.connect(self._on_written)
        self.workspace.place_asked.connect(self.go)
        self.workspace.jobs.about_to_write.connect(self._flush)
        self.workspace.jobs.writing_changed.connect(self._on_writing_changed)

    def _on_file_changed(self) -> None:
        self._current = self._place_before()
        self._pages = []
        self._menus.build(self.frame.top.menus)
        self._fill([])

    def _on_written(self, touched: Touched) -> None:
        if touched.concerns(Consultation):
            self._show_title()
        self._show_waiting()

    def _on_writing_changed(self, writing: bool) -> None:
        """Let nobody into the file while a job writes to it; afterwards the keyboard is where it was."""
        if writing:
            self._typed_in = self.focusWidget()
        self._keep_off(writing)
        if not writing:
            back, self._typed_in = self._typed_in, None
            if back is not None and isValid(back) and back.isEnabled() and back.isVisible():
                back.setFocus()
            elif self.place is not None:
                self.place.setFocus()

    def _keep_off(self, writing: bool) -> None:
        self.frame.rail.setDisabled(writing)
        self.frame.pages.setDisabled(writing)

    def _show_waiting(self) -> None:
        for number, page in enumerate(self._pages):
            words = self.workspace.t.plural("{count} thing waits", "{count} things wait", page.waiting)
            self.frame.rail.show_waiting(number, page.waiting, words)

    def _show_title(self) -> None:
        workspace = self.workspace
        name = workspace.label(workspace.consultation.title) if workspace.is_open else ""
        self.setWindowTitle(name or PROGRAM)
        self.frame.show_file(workspace.path.name if workspace.is_open else "")

    def _on_status_changed(self) -> None:
        if self.sender() is self.place:
            self.frame.show_status(self.place)

    def _place_key(self) -> str:
        """Return the name under which the place that was shown last is remembered for the open file."""
        return "place/" + quote(str(self.workspace.path), safe="")

    def _place_before(self) -> int:
        """Return the number of the place that was shown when this file was open before."""
        name = self.workspace.settings.value(self._place_key()) if self.workspace.is_open else ""
        return next((number for number, place in enumerate(PLACES) if place.__name__ == name), AT_FIRST)

    def _take_room(self) -> None:
        """Be where the window was last; the first time, as large as the screen lets it be with its frame.

        Never maximised: such a window keeps the size of its screen, whatever size it is asked for before it is shown.
        """
        if self.restoreGeometry(self.workspace.settings.shape("window")):
            return
        room = self.screen().availableGeometry()
        wide, high = USUAL
        self.resize(min(wide, room.width() - FRAME), min(high, room.height() - FRAME))

    def _flush(self) -> None:
        for page in self._pages:
            page.flush()
