"""Keeps up with the open file: what others write to it, whether somebody keeps it to himself, and whether it is there.

Asked in the GUI thread, a few times a second, in a way that never waits: a file that is locked is asked the next time.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from consultation.errors import ConsultationError
from consultation.store import Listener, Store, Underneath
from ui.touched import EVERYTHING, Touched

T = TypeVar("T")

EVERY_MS = 500
LOOKS_EVERY = 6
"""It is looked every so many times whether the file is still there; and whenever the window comes to the front."""
PATIENCE = 2
"""So many times in a row the file must be locked before it is said to be another's: a save takes one moment."""


class Following(QObject):
    """Follows the open file."""

    heard = Signal(object)
    """A `Touched`: others have written."""
    locked = Signal(bool)
    """Somebody keeps the file to himself, or no longer does."""
    stands = Signal(object)
    """An `Underneath`: the file stands otherwise on the disk than before."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store: Store | None = None
        self._listener: Listener | None = None
        self._underneath = Underneath.SOUND
        self._asked, self._refused = 0, 0
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.ask)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._on_application_changed)

    @property
    def underneath(self) -> Underneath:
        """How the file stood on the disk when it was last looked at."""
        return self._underneath

    @property
    def is_locked(self) -> bool:
        """Somebody keeps the file to himself, and has done so for some time."""
        return self._refused >= PATIENCE

    def begin(self, store: Store) -> None:
        """Follow the file of ``store``."""
        self.end()
        self._store = store
        self._underneath = store.underneath
        self._listen()
        self._timer.start()

    def end(self) -> None:
        """Follow nothing."""
        self._timer.stop()
        self._store, self._listener, self._underneath, self._refused = None, None, Underneath.SOUND, 0

    def pause(self, paused: bool) -> None:
        """Leave the file alone while a job of this window writes to it; what that wrote is no news."""
        if self._store is None:
            return
        if paused:
            self._timer.stop()
        else:
            self._listen()
            self._timer.start()

    def look(self) -> Underneath:
        """Look now how the file stands on the disk."""
        if self._store is not None:
            now = self._store.underneath
            if now is not self._underneath:
                self._underneath = now
                self.stands.emit(now)
        return self._underneath

    def ask(self) -> None:
        """Ask now what is new."""
        self._asked += 1
        if self._asked % LOOKS_EVERY == 0:
            self.look()
        if self._store is None or self._underneath in (Underneath.GONE, Underneath.REPLACED):
            return  # nobody else can write to what has no name
        if self._listener is not None:
            news = self._answer(self._listener.news)
            if news is not None:
                self.heard.emit(EVERYTHING if news.everything else Touched(news.kinds, news.records))
        elif self._listen():
            self.heard.emit(EVERYTHING)  # nobody knows what was missed

    def holds_all(self, store: Store) -> bool:
        """Tell whether another store holds all that was seen of the file: it is the same one, put back."""
        return self._listener is not None and store.goes_on(self._listener)

    def _listen(self) -> bool:
        self._listener = self._answer(self._store.listen) if self._store is not None else None
        return self._listener is not None

    def _answer(self, ask: Callable[[], T]) -> T | None:
        try:
            answer = ask()
        except ConsultationError:
            here = self.look() in (Underneath.SOUND, Underneath.READ_ONLY)
            self._set_refused(self._refused + 1 if here else 0)
            return None
        self._set_refused(0)
        return answer

    def _set_refused(self, times: int) -> None:
        before, self._refused = self.is_locked, times
        if self.is_locked != before:
            self.locked.emit(self.is_locked)

    def _on_application_changed(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self.look()
