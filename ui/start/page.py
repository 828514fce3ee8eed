"""What is shown while no file is open: the first time three ways in, later what goes on."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.page import Page
from ui.start.again import Again
from ui.start.first_time import Begin, FirstTime
from ui.start.sample import open_sample
from ui.widgets.scroll import scrolled
from ui.workspace import Workspace


class StartPage(Page):
    """The start page; it shows no records, for no file is open."""

    new_asked = Signal()
    new_without_kit_asked = Signal()
    open_asked = Signal()
    merge_asked = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._build()

    def open_sample(self) -> None:
        """Make the sample if it is not there yet, and open it on its draft."""
        open_sample(self._workspace)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        if isinstance(self.shown, FirstTime):
            self.shown.fold(self.height())

    def _build(self) -> None:
        begin = Begin(
            open=self.open_asked.emit,
            new=self.new_asked.emit,
            new_without_kit=self.new_without_kit_asked.emit,
            merge=self.merge_asked.emit,
            sample=self.open_sample,
        )
        self.shown: FirstTime | Again
        if self._workspace.settings.recent:
            self.shown = Again(self._workspace, begin, datetime.now().astimezone())
            self.shown.emptied.connect(self._build_again)
        else:
            self.shown = FirstTime(self._workspace, begin)
        self._column.addWidget(scrolled(self.shown))
        self.setFocusProxy(self.shown)
        self._fold()

    def _build_again(self) -> None:
        """Show the page as it is the first time: nothing is left of before."""
        item = self._column.takeAt(0)
        old = item.widget() if item is not None else None
        if old is not None:
            old.hide()
            old.deleteLater()
        self._build()
        self.shown.setFocus()
