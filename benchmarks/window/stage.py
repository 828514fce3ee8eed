"""A real window on a real file, and how long it takes until something is painted in it."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView, QPlainTextEdit, QWidget

from benchmarks.ratio import show
from consultation.store import Store
from ui.session import SessionPlace
from ui.shell.app import make_workspace, the_application
from ui.shell.cleaning import Cleaning
from ui.shell.main_window import MainWindow

PASSES = 3
"""Times that waiting events are worked off until what they set off is done as well."""

LONGEST_MS = 3_000.0
"""After which what is waited for is taken not to come; it counts as having taken that long."""


class Stage:
    """The window, and what figures ask of it."""

    def __init__(self, home: Path) -> None:
        self.app = the_application(["benchmark"])
        self.workspace = make_workspace(self.app, home)
        self.workspace.speak("en")
        self._cleaning = Cleaning(self.app, self.workspace)
        self.window = MainWindow(self.workspace)
        self.window.resize(1440, 900)
        self.window.show()
        self.settle()

    @property
    def store(self) -> Store:
        """The open file."""
        return self.workspace.store

    @property
    def place(self) -> SessionPlace:
        """The Session place, which is brought into sight."""
        if not isinstance(self.window.place, SessionPlace):
            self.window.show_place(0)
            self.settle()
        place = self.window.place
        if not isinstance(place, SessionPlace):
            raise TypeError("the first place is no longer Session")
        return place

    @property
    def edit(self) -> QPlainTextEdit:
        """The entry line."""
        edit: QPlainTextEdit = self.place.room.entry.edit
        return edit

    @property
    def stream(self) -> QListView:
        """What was said."""
        stream: QListView = self.place.room.stream
        return stream

    def open(self, path: Path) -> None:
        """Open a file, one of those that this installation has made."""
        self.window.open(path)
        self.settle()
        if not self.workspace.is_open:
            raise RuntimeError(f"{path} was not opened")

    def rest(self) -> None:
        """Have Python look no more at what there is, as once a file has been opened; see `Cleaning`."""
        self._cleaning.set_apart()

    def show_session(self, session: UUID) -> None:
        """Show a session."""
        self.place.show_session(session)
        self.settle()

    def settle(self) -> None:
        """Work off what waits, painting among it."""
        for _ in range(PASSES):
            self.app.processEvents()
        self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def settled(self, act: Callable[[], object], seen: QWidget | None = None) -> float:
        """Return the milliseconds of an act and all it sets off; ``seen`` has to be painted by it."""
        sight = Sight(seen) if seen is not None else None
        started = time.perf_counter()
        act()
        self.settle()
        took = (time.perf_counter() - started) * 1e3
        if sight is not None and not sight.done():
            raise RuntimeError(f"nothing of it was painted: {seen}")
        return took

    def until_painted(self, act: Callable[[], object], seen: QWidget) -> float:
        """Return the milliseconds from an act until ``seen`` is painted."""
        sight = Sight(seen)
        started = time.perf_counter()
        act()
        while not sight.painted and (time.perf_counter() - started) * 1e3 < LONGEST_MS:
            self.app.processEvents()
        took = (time.perf_counter() - started) * 1e3
        sight.done()
        return took

    def enter(self, text: str) -> None:
        """Type a line as a whole, and Enter."""
        self.type_whole(text)
        self.press_enter()

    def type_whole(self, text: str) -> None:
        """Have a whole line typed, and painted."""
        self.edit.setPlainText(text)
        self.settle()

    def press_enter(self) -> None:
        """Press Enter in the entry line."""
        QTest.keyClick(self.edit, Qt.Key.Key_Return)

    def close(self) -> None:
        """Close the window."""
        self.window.close()
        self.settle()


class Sight(QObject):
    """Sees when a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.painted = False
        self._widget = widget
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.painted = self.painted or event.type() == QEvent.Type.Paint
        return False

    def done(self) -> bool:
        """Look no longer; tell whether it was painted."""
        self._widget.removeEventFilter(self)
        return self.painted


def share_within(times: Sequence[float], share: float) -> float:
    """Return the time that this share of ``times`` is within."""
    return sorted(times)[max(0, round(share * len(times)) - 1)]


def show_ratio(what: str, ours: Sequence[float], floor: Sequence[float], limit: float) -> bool:
    """Print the ratio of the medians."""
    return show(what, statistics.median(ours), statistics.median(floor), limit)


def show_within(what: str, measured: float, most: float) -> bool:
    """Print a figure against an absolute limit."""
    return show(what, measured, most, 1.0)
