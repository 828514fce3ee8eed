"""Where a table comes from: the file that was chosen, which of its sheets, and how far it is read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from consultation.exchange.matched.columns import HEADS_WITHIN
from ui.actions import preparing
from ui.keys import shown
from ui.look.folds import px
from ui.prepare.table_in.incoming import Incoming
from ui.widgets.fields import Choice
from ui.widgets.keyed_button import KeyedButton
from ui.widgets.one_of import OneOf
from ui.widgets.words import Elided, caption
from ui.workspace import Workspace

WIDE, HIGH = 120, 4
WIDEST = 240
"""Of a box; where there is little room it gives way as the name does."""
LATE_MS = 150
"""What takes less is not told of: the words would only flicker."""


class SourceLine(QWidget):
    """One line, as high whether something is under way or not; where nothing is, another table is offered."""

    sheet_asked = Signal(str)
    heads_asked = Signal(object)
    """The place of a row, from 0, that is to name the columns; None for no row."""

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
        self._show_heads()
        if not incoming.is_busy:
            self._late.stop()
            self._show_busy()
        elif not self._late.isActive() and self.give_up_button.isHidden():
            self._late.start()

    def _show_heads(self) -> None:
        """Offer the rows at the top, that one may be said to name the columns."""
        looked, t = self._incoming.looked, self._workspace.t
        there = looked.grid is not None and looked.columns is not None
        self.heads.setVisible(there)
        if looked.grid is not None and looked.columns is not None:
            rows = enumerate(looked.grid.rows[:HEADS_WITHIN])
            self.heads.offer((place, t("Columns named in row {row}").format(row=row)) for place, (row, _) in rows)
            self.heads.show_value(looked.columns.heads)

    def _build(self) -> None:
        t, give_up = self._workspace.t, preparing.GIVE_UP_TABLE
        self.words, self.doing = Elided(strong=True), caption("", wrap=False)
        self.sheets = Choice()
        self.sheets.setAccessibleName(t("Sheet of the workbook"))
        self.heads = OneOf(t("No row names the columns"))
        self.heads.setAccessibleName(t("Which row names the columns"))
        self.heads.picked.connect(self.heads_asked)
        self._progress = QProgressBar()
        self._progress.setFixedSize(WIDE, HIGH)
        self._progress.setTextVisible(False)
        theme = self._workspace.theme
        self.give_up_button = KeyedButton(theme, t("Stop"), shown(give_up), self._incoming.give_up, look="quiet")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.words, 1)
        for box in (self.sheets, self.heads):
            box.setMaximumWidth(px(theme, WIDEST))
            line.addWidget(box, 1)
        for part in (self.doing, self._progress, self.give_up_button):
            line.addWidget(part)
        for offer in self._offers:
            line.addWidget(offer)
        self.setMinimumHeight(self.give_up_button.sizeHint().height())
        self.show_parts(False)
        self.sheets.hide()
        self.heads.hide()

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
