"""A table from anybody's spreadsheet: its columns matched to fields, what each row would bring, and then one step."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from consultation.errors import ConsultationError
from consultation.exchange.grid import Grid
from consultation.exchange.matched import (
    Answer,
    Columns,
    Listing,
    Preview,
    RowPreview,
    Standing,
    match_columns,
    pasted_rows,
    preview,
    read_rows,
    take_in,
)
from consultation.exchange.matched.saying import column_name, counts_said
from consultation.words import Values, lookup_in
from ui.actions import preparing
from ui.keys import bind, pressed, shown
from ui.look.folds import px
from ui.prepare.people.column_choices import ColumnChoices
from ui.prepare.people.pasted_rows import PastedRows
from ui.widgets.buttons import button, quiet_button
from ui.widgets.cards import EmptyState
from ui.widgets.flow import Flow
from ui.widgets.keyed_button import KeyedButton
from ui.widgets.one_of import OneOf
from ui.widgets.scroll import scrolled
from ui.widgets.segments import Segments
from ui.widgets.tab_order import follow_the_eye
from ui.widgets.table import Table
from ui.widgets.words import caption, heading
from ui.workspace import Workspace

LEAST, LOWEST = 200, 150
ENDINGS = "*.xlsx *.csv *.tsv *.txt"


class PastedPage(QWidget):
    """Nothing is written until "Take in" is pressed; doubtful rows that nobody answered are left out."""

    left = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._grid: Grid | None = None
        self._columns: Columns | None = None
        self._answers: dict[int, Answer | UUID] = {}
        self.preview: Preview | None = None
        self._build()
        self._connect()

    def begin(self, listing: Listing) -> None:
        """Begin with what is in the clipboard, where that is a table; else ask for it or for a file."""
        self.listing.show_value(listing if listing in (Listing.PEOPLE, Listing.ORGANISATIONS) else Listing.PEOPLE)
        self._grid = None
        text = QGuiApplication.clipboard().text()
        if "\t" in text or text.strip().count("\n"):
            self.show_grid(pasted_rows(text))
        else:
            self._show()

    def paste(self) -> None:
        """Take what is in the clipboard."""
        text, t = QGuiApplication.clipboard().text(), self._workspace.t
        if text.strip():
            self.show_grid(pasted_rows(text))
        else:
            self._workspace.messages.say(t("There is no text in the clipboard. Copy the rows first."), "conflict")

    def open_file(self) -> None:
        """Ask for a file and read its rows."""
        t = self._workspace.t
        kind = t("{name} ({pattern})").format(name=t("Tables"), pattern=ENDINGS)
        chosen, _ = QFileDialog.getOpenFileName(self.window(), t("Open a table"), "", kind)
        if chosen:
            self.read_file(Path(chosen))

    def read_file(self, path: Path) -> None:
        """Read the rows of a file; where that is refused, say why."""
        try:
            self.show_grid(read_rows(path))
        except ConsultationError as error:
            self._workspace.messages.refuse(self._workspace.t, error)

    def show_grid(self, grid: Grid) -> None:
        """Show rows, with the columns as they are proposed."""
        self._grid, self._answers = grid, {}
        self._columns = match_columns(grid, self.listing.value)
        self._show()

    def take_in(self) -> None:
        """Write what the table brings, as one step."""
        workspace, made = self._workspace, self.preview
        if made is None or not self.take_button.isEnabled():
            return
        t = workspace.t
        new, changed = made.count(Standing.NEW), made.count(Standing.CHANGED)
        said = t("Taken in from the table: {new} new, {changed} changed.")
        said = said.format(new=t.number(new), changed=t.number(changed))
        if workspace.do(said, lambda: take_in(workspace.store, made).written):
            self._grid = None
            self.left.emit()

    def answer(self, row: RowPreview, given: Answer | UUID | None) -> None:
        """Take an answer to a doubtful row, or take it back."""
        if given is None:
            self._answers.pop(row.number, None)
        else:
            self._answers[row.number] = given
        self._look()
        self.table.choose(max(self.rows.place_of(row.number), 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if pressed(event, preparing.LEAVE_PASTED):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        t, theme, taking = self._workspace.t, self._workspace.theme, preparing.TAKE_IN
        back = quiet_button(theme, t("Back to the list"), self.left.emit, "chevron-left")
        self.listing = Segments(theme, [(Listing.PEOPLE, t("People")), (Listing.ORGANISATIONS, t("Organisations"))])
        self.listing.setAccessibleName(t("What the table holds"))
        named, top = Flow(gap=16, between=4), Flow(gap=8)
        named.addWidget(heading(t("From a table")))
        named.addWidget(self.listing)
        top.addWidget(button(theme, t("Open a file…"), self.open_file, "folder-open"))
        top.addWidget(button(theme, t("From the clipboard"), self.paste, "clipboard-list"))
        self.choices = ColumnChoices(self._workspace)
        self.rows = PastedRows(t, self)
        self.table = Table(theme, PastedRows.heads(t), LEAST, one_line=True)
        self.table.setModel(self.rows)
        self.table.setMinimumHeight(px(theme, LOWEST))
        self.table.setAccessibleName(t("What the table brings"))
        self._doubt, self.answers = caption("", "text"), OneOf(t("Not decided: the row is left out"))
        self.answers.setAccessibleName(t("What becomes of the row"))
        self._counts = caption()
        self.take_button = KeyedButton(theme, t(taking.label), shown(taking), self.take_in, taking.icon, "main")
        foot = QHBoxLayout()
        foot.addWidget(self._counts, 1)
        foot.addWidget(self.take_button)
        there = QWidget()
        column = QVBoxLayout(there)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.choices)
        column.addWidget(self.table, 1)
        for part in (self._doubt, self.answers):
            column.addWidget(part)
        column.addLayout(foot)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._nothing())
        self._stack.addWidget(scrolled(there))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(12, 4, 12, 12)
        outer.setSpacing(8)
        outer.addWidget(back, 0, Qt.AlignmentFlag.AlignLeading)
        outer.addLayout(named)
        outer.addLayout(top)
        outer.addWidget(self._stack, 1)
        self.setFocusProxy(self.listing)

    def _nothing(self) -> EmptyState:
        t, theme = self._workspace.t, self._workspace.theme
        text = t("Copy the rows in a spreadsheet, with the names of the columns, and paste them here; or open a file.")
        pasting = button(theme, t("From the clipboard"), self.paste, "clipboard-list")
        return EmptyState(theme, "table-2", t("No table yet"), text, pasting)

    def _connect(self) -> None:
        self.listing.picked.connect(lambda _: self.show_grid(self._grid) if self._grid is not None else None)
        self.choices.put.connect(self._on_column_put)
        self.answers.picked.connect(self._on_answered)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_doubt())
        bind(self, preparing.TAKE_IN, self.take_in)

    def _show(self) -> None:
        self._stack.setCurrentIndex(0 if self._grid is None else 1)
        if self._columns is not None and self._grid is not None:
            self.choices.show_columns(self._columns)
            self._look()
            follow_the_eye(self)

    def _look(self) -> None:
        """See what the table would bring, and say it."""
        grid, columns, t = self._grid, self._columns, self._workspace.t
        if grid is None or columns is None:
            return
        self.preview = None
        if columns.missing:
            names = t.listed(column_name(t, columns.listing, name) for name in columns.missing)
            self._counts.setText(t("Choose which column holds: {fields}").format(fields=names))
        else:
            try:
                self.preview = preview(self._workspace.store, grid, columns, self._answers)
            except ConsultationError as error:
                self._counts.setText(t.error(error))
        rows = self.preview.rows if self.preview else ()
        self.rows.show(columns.listing, rows, Values(t, lookup_in(self._workspace.store)))
        brings = self.preview is not None and any(map(self.preview.count, (Standing.NEW, Standing.CHANGED)))
        if self.preview is not None:
            self._counts.setText(counts_said(t, self.preview) or t("There is no row in the table."))
        self.take_button.setEnabled(brings)
        self.table.choose(0)
        self._show_doubt()

    def _show_doubt(self) -> None:
        """Show the reasons of a row that is doubtful or was, and what it may be."""
        row = self._row
        asked = (
            row is not None and row.can_be_taken and (row.standing is Standing.DOUBTFUL or row.number in self._answers)
        )
        self._doubt.setVisible(row is not None and bool(self.rows.told(row)))
        self.answers.setVisible(asked)
        if row is None:
            return
        self._doubt.setText("\n".join(self.rows.told(row)))
        t = self._workspace.t
        choices: list[tuple[Any, str]] = [(Answer.TAKE, t("Take it in"))]
        choices += [(each.record, t("It is {name}").format(name=each.name)) for each in row.alike]
        choices.append((Answer.LEAVE, t("Leave it out")))
        self.answers.offer(choices)
        self.answers.show_value(self._answers.get(row.number))

    @property
    def _row(self) -> RowPreview | None:
        place = self.table.row
        return self.rows.rows[place] if 0 <= place < len(self.rows.rows) else None

    def _on_column_put(self, at: int, field: str, language: str) -> None:
        if self._columns is not None:
            self._columns = self._columns.put(at, field, language)
            self.choices.show_columns(self._columns)
            self._look()

    def _on_answered(self, given: Answer | UUID | None) -> None:
        row = self._row
        if row is not None:
            self.answer(row, given)
