"""Files that come to the window: one is opened, several go to Merge, into the file that is open or was last."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from consultation.files import ENDING
from ui.actions import anywhere
from ui.merge import MergePlace
from ui.page import Page
from ui.start.again import file_at_hand
from ui.workspace import Workspace


class Arriving(QObject):
    """Takes files that were dropped on the window, and the wish to merge where no file is open yet."""

    def __init__(self, workspace: Workspace, window: QWidget, shown: Callable[[], Page | None]) -> None:
        """Serve ``window``, of which ``shown`` is the page that is shown."""
        super().__init__(window)
        self._workspace, self._shown = workspace, shown
        self._waiting: list[Path] | None = None
        """Files for Merge, until that is shown; an empty list asks for files there."""
        workspace.place_asked.connect(self._on_place_shown)

    def ask_merge(self) -> None:
        """Open the file that was open last, and ask which files are to be merged into it."""
        self._to_merge([])

    def drag(self, event: QDragEnterEvent) -> None:
        """Let files be dropped, but not while a job writes to the one that is open."""
        if _consultations(event) and not self._workspace.jobs.writing:
            event.acceptProposedAction()

    def drop(self, event: QDropEvent) -> None:
        """Take the files that are dropped, once whoever drags them has let go."""
        paths = _consultations(event)
        if paths:
            event.acceptProposedAction()
            QTimer.singleShot(0, self, lambda: self.take(paths))

    def take(self, paths: list[Path]) -> None:
        """Open a file, or merge several."""
        if len(paths) == 1:
            self._workspace.open(paths[0])
        else:
            self._to_merge(paths)

    def _to_merge(self, paths: list[Path]) -> None:
        workspace = self._workspace
        last = file_at_hand(workspace.settings.recent)
        if workspace.is_open:
            self._waiting = paths
            workspace.place_asked.emit(anywhere.GO_MERGE)
        elif last is not None:
            self._waiting = [path for path in paths if path != Path(last.path)]
            workspace.open(Path(last.path), anywhere.GO_MERGE)
        elif paths:
            self._waiting = paths[1:]
            workspace.open(paths[0], anywhere.GO_MERGE)

    def _on_place_shown(self) -> None:
        waiting, self._waiting = self._waiting, None
        page = self._shown()
        if waiting is None or not isinstance(page, MergePlace):
            return
        page.show_files()
        if waiting:
            page.files.batch.add(waiting)
        else:
            page.files.ask_files()


def _consultations(event: QDragEnterEvent | QDropEvent) -> list[Path]:
    """Return the consultation files that are being dropped."""
    local = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    return [Path(path) for path in local if path.endswith(ENDING)]
