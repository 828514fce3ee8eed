"""Where a table comes from: the file that was chosen, which of its sheets, and how far it is read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from ui.actions import preparing
from ui.keys import shown
from ui.prepare.table_in.incoming import Incoming
from ui.widgets.fields import Choice
from ui.widgets.keyed_button import KeyedButton
from ui.widgets.words import Elided, caption
from ui.workspace import Workspace

WIDE, HIGH = 120, 4
LATE_MS = 150
"""What takes less is not told of: the words would only flicker."""


class SourceLine(QWidget):
    """One line, as high whether something is under way or not; where nothing is, another table is offered."""

    sheet_asked = Signal(str)

    def __init__(self, workspace: Workspace, incoming: Incoming, offers: Sequence[QWidget]) -> None:
        """``offers`` are the ways to another table."""
        super().__init__()
        self._workspace, self._incoming, self._offers = workspace, incoming, offers
        self._late = QTimer(self, singleShot=True, interval=LATE_MS)
        self._build()
        self._late.timeout.connect(self._show_busy)
        self.sheets.activated.connect(lambda: self.sheet_asked.emit(self.sheets.currentText()))
        incoming.moved.connect(self.show_source)
        incoming.progressed.connect(self._on_progressed)

    def show_source(self) -> None:
        """Show where the table comes from, and soon, what is done with it."""
        incoming, t = self._incoming, self._workspace.t
        grid = incoming.looked.grid
        pasted = t("What was pasted") if grid is not None or incoming.is_busy else ""
        self.words.show_text(incoming.path.name if incoming.path else pasted)
        sheets = grid.sheets if grid is not None else ()
        self.sheets.clear()
        self.sheets.addItems(list(sheets))
        if grid is not None:
            self.sheets.setCurrentText(grid.sheet)
        self.sheets.setVisible(len(sheets) > 1)
        if not incoming.is_busy:
            self._late.stop()
            self._show_busy()
        elif not self._late.isActive() and self.give_up_button.isHidden():
            self._late.start()

    def _build(self) -> None:
        t, give_up = self._workspace.t, preparing.GIVE_UP_TABLE
        self.words, self.doing = Elided(strong=True), caption("", wrap=False)
        self.sheets = Choice()
        self.sheets.setAccessibleName(t("Sheet of the workbook"))
        self._progress = QProgressBar()
        self._progress.setFixedSize(WIDE, HIGH)
        self._progress.setTextVisible(False)
        theme = self._workspace.theme
        self.give_up_button = KeyedButton(theme, t("Stop"), shown(give_up), self._incoming.give_up, look="quiet")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.words, 1)
        for part in (self.sheets, self.doing, self._progress, self.give_up_button):
            line.addWidget(part)
        for offer in self._offers:
            line.addWidget(offer)
        self.setMinimumHeight(self.give_up_button.sizeHint().height())
        self.show_parts(False)
        self.sheets.hide()

    def _show_busy(self) -> None:
        incoming = self._incoming
        self.doing.setText(incoming.doing)
        self._progress.setAccessibleName(incoming.doing)
        self._progress.setRange(0, 0)
        self.show_parts(incoming.is_busy)

    def show_parts(self, is_busy: bool) -> None:
        """Show how far it is, and the way to stop it, or nothing of that."""
        for part in (self.doing, self._progress, self.give_up_button):
            part.setVisible(is_busy)
        for offer in self._offers:
            offer.setVisible(self._incoming.is_there and not is_busy)

    def _on_progressed(self, done: int, total: int) -> None:
        self._progress.setRange(0, total)
        self._progress.setValue(done)
