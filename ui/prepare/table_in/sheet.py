"""A table from anybody's spreadsheet: its columns matched to fields, what each row would bring, and then one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from consultation.exchange.matched import Answer, Listing, Preview, RowPreview, Standing
from consultation.exchange.matched.saying import column_name, counts_said
from consultation.model import Contact, Interest, Organisation, Person, Role, Session, Term, Track
from consultation.words import Values, lookup_in
from ui.actions import Action, preparing
from ui.keys import bind, pressed, shown
from ui.look.folds import px
from ui.prepare.table_in.column_choices import ColumnChoices
from ui.prepare.table_in.doubt import Doubt
from ui.prepare.table_in.incoming import Completed, Incoming
from ui.prepare.table_in.rows import IncomingRows
from ui.prepare.table_in.source_line import SourceLine
from ui.prepare.table_in.wordings import WORDINGS
from ui.prepare.view import View
from ui.touched import Touched
from ui.widgets.buttons import quiet_button
from ui.widgets.cards import EmptyState
from ui.widgets.flow import Flow
from ui.widgets.keyed_button import KeyedButton
from ui.widgets.scroll import scrolled
from ui.widgets.segments import Segments
from ui.widgets.table import Table
from ui.widgets.words import caption, words
from ui.workspace import Workspace

LEAST, LOWEST = 200, 110
ENDINGS = "*.xlsx *.csv *.tsv *.txt"


class TableSheet(View):
    """Nothing is written until "Take in" is pressed; doubtful rows that nobody answered are left out.

    A table stays in it until it is taken in or another one comes: whoever leaves the sheet finds it again.
    """

    kinds = (Person, Organisation, Contact, Session, Interest, Role, Term, Track)
    left = Signal()

    def __init__(self, workspace: Workspace, listings: Sequence[Listing], completing: Callable[[], Completed]) -> None:
        """``listings`` are what a table in it may hold; ``completing`` gives what says in it what only a view knows."""
        super().__init__(workspace)
        self._listings = listings
        self.incoming = Incoming(workspace, listings[0], completing, self)
        self._shown: Preview | None = None
        self._build()
        self._connect()
        self._show()

    def begin(self, listing: Listing, paste: bool = False) -> None:
        """Begin with the table that is still there, or, to ``paste``, with that of the clipboard."""
        if not self.incoming.is_there and not self.incoming.is_busy:
            self.incoming.listing = listing
        text = QGuiApplication.clipboard().text()
        if paste and ("\t" in text or text.strip().count("\n")):
            self.incoming.listing = listing
            self.incoming.paste(text)
        self._show()

    def paste(self) -> None:
        """Take what is in the clipboard."""
        text, t = QGuiApplication.clipboard().text(), self._workspace.t
        if text.strip():
            self.incoming.paste(text)
        else:
            self._workspace.messages.say(t("There is no text in the clipboard. Copy the rows first."), "conflict")

    def open_file(self) -> None:
        """Ask for a file and read its rows."""
        t = self._workspace.t
        kind = t("{name} ({pattern})").format(name=t("Tables"), pattern=ENDINGS)
        chosen, _ = QFileDialog.getOpenFileName(self.window(), t("Open a table"), "", kind)
        if chosen:
            self.incoming.open(Path(chosen))

    def answer(self, given: Answer | UUID | None) -> None:
        """Say what becomes of the row at hand, where that is asked."""
        row = self._row
        if row is not None and (row.can_be_taken or given is not Answer.TAKE) and self._is_asked(row):
            self.incoming.answer(row.number, given)

    def go_to_next_doubt(self) -> None:
        """Choose the next row nobody has answered for."""
        place = self.rows.next_doubtful(self.table.row)
        if place >= 0:
            self.table.choose(place)
            self.table.setFocus()

    def refresh(self, touched: Touched) -> None:
        """Look once more what the table would bring to the file as it is now."""
        self.incoming.look_again(self.incoming.looked.columns)

    def state(self) -> dict[str, Any]:
        """Return the table that is in it."""
        return dict(self.incoming.state())

    def restore(self, state: dict[str, Any]) -> None:
        """Take it up again."""
        self.incoming.restore(state)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if pressed(event, preparing.LEAVE_TABLE):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        back = quiet_button(theme, t(WORDINGS[self._listings[0]].back), self.left.emit, "chevron-left")
        self.listing = Segments(theme, [(each, t(WORDINGS[each].name)) for each in self._listings])
        self.listing.setAccessibleName(t("What the table holds"))
        self._title = words(size="heading", strong=True, wrap=False)
        others = [self._button(preparing.OPEN_TABLE, self.open_file), self._button(preparing.PASTE_ROWS, self.paste)]
        self.source = SourceLine(self._workspace, self.incoming, others)
        top = Flow(gap=12, between=4)
        for part in (back, self._title, self.listing):
            top.addWidget(part)
        if len(self._listings) == 1:
            self.listing.hide()
        self._first_button = self._button(preparing.OPEN_TABLE, self.open_file, "main")
        pasting = self._button(preparing.PASTE_ROWS, self.paste)
        self._nothing = EmptyState(theme, "table-2", t("No table yet"), "", self._first_button, pasting)
        self._other_button = self._button(preparing.OPEN_TABLE, self.open_file, "main")
        pasting = self._button(preparing.PASTE_ROWS, self.paste)
        self._refused = EmptyState(theme, "file-x", t("No table was read"), "", self._other_button, pasting)
        self._held, self._foot = scrolled(self._there()), self._below()
        self._stack = QStackedWidget()
        for page in (self._nothing, self._refused, self._held):
            self._stack.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 4, 20, 12)
        outer.setSpacing(8)
        outer.addLayout(top)
        outer.addWidget(self.source)
        outer.addWidget(self._stack, 1)
        outer.addWidget(self._foot)

    def _there(self) -> QWidget:
        """Make what is shown of a table."""
        t, theme = self._workspace.t, self._workspace.theme
        self.choices = ColumnChoices(self._workspace)
        self.rows = IncomingRows(t, self)
        self.table = Table(theme, self.rows.columns, LEAST, one_line=True)
        self.table.setModel(self.rows)
        self.table.setMinimumHeight(px(theme, LOWEST))
        self.table.setAccessibleName(t("What the table brings"))
        self.doubt = Doubt(self._workspace)
        there = QWidget()
        column = QVBoxLayout(there)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.choices)
        column.addWidget(self.table, 1)
        column.addWidget(self.doubt)
        return there

    def _below(self) -> QWidget:
        """Make what stands below a table, whatever of it is scrolled out of sight."""
        self.counts = caption("", "text")
        self.next_button = self._button(preparing.NEXT_DOUBT, self.go_to_next_doubt, "quiet")
        self.take_button = self._button(preparing.TAKE_IN, self.incoming.take_in, "main")
        foot = QWidget()
        line = QHBoxLayout(foot)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.counts, 1)
        line.addWidget(self.next_button)
        line.addWidget(self.take_button)
        return foot

    def _button(self, action: Action, act: Any, look: str = "") -> KeyedButton:
        t = self._workspace.t
        return KeyedButton(self._workspace.theme, t(action.label), shown(action), act, action.icon, look)

    def _connect(self) -> None:
        incoming = self.incoming
        incoming.moved.connect(self._show)
        incoming.taken.connect(self.left)
        self.listing.picked.connect(incoming.read_as)
        self.source.sheet_asked.connect(incoming.open_sheet)
        self.source.heads_asked.connect(incoming.name_columns_by)
        self.choices.put.connect(incoming.put)
        self.doubt.answered.connect(self.answer)
        self.table.row_asked.connect(lambda _: self._decide())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_doubt())
        bind(self, preparing.TAKE_IN, incoming.take_in, lambda: self.take_button.isEnabled())
        bind(self, preparing.GIVE_UP_TABLE, incoming.give_up, lambda: incoming.is_busy)
        bind(self, preparing.OPEN_TABLE, self.open_file)
        bind(self, preparing.PASTE_ROWS, self.paste)
        bind(self, preparing.NEXT_DOUBT, self.go_to_next_doubt, lambda: self.rows.next_doubtful(-1) >= 0)
        for action, given in ((preparing.TAKE_ROW, Answer.TAKE), (preparing.LEAVE_ROW, Answer.LEAVE)):
            bind(self.table, action, partial(self.answer, given), lambda: self._is_asked(self._row))
        bind(self.table, preparing.DECIDE_ROW, self._decide, lambda: self._is_asked(self._row))

    def _show(self) -> None:
        """Show how far the table has come."""
        incoming, t = self.incoming, self._workspace.t
        wording, refused = WORDINGS[incoming.listing], self._refusal()
        self._title.setText(t(wording.title))
        self._nothing.text.setText(t(wording.asked_for))
        self._refused.text.setText(refused)
        self.listing.show_value(incoming.listing)
        grid = incoming.looked.grid
        if grid is not None and grid.rows:
            self._show_rows()
            self._turn_to(self._held)
        elif refused and not incoming.is_busy:
            self._turn_to(self._refused)
        else:
            self._turn_to(self._nothing)

    def _turn_to(self, page: QWidget) -> None:
        """Show a part of the sheet; the keyboard goes with it."""
        was_inside = self.isAncestorOf(QApplication.focusWidget() or self)
        is_other = page is not self._stack.currentWidget()
        self._foot.setVisible(page is self._held)
        self._stack.setCurrentWidget(page)
        first: dict[QWidget, QWidget] = {
            self._nothing: self._first_button,
            self._refused: self._other_button,
            self._held: self.table if self.rows.rows else self.choices,
        }
        self.setFocusProxy(first[page])
        if is_other:
            self.status_changed.emit()
        if was_inside and (is_other or not self.isAncestorOf(QApplication.focusWidget() or self)):
            self.setFocus()

    def _refusal(self) -> str:
        """Say why there is nothing to show, or nothing to take in; empty where there is."""
        incoming, t = self.incoming, self._workspace.t
        looked = incoming.looked
        if looked.refusal is not None:
            return t.error(looked.refusal)
        if incoming.is_stopped:
            return t("Stopped. Nothing of it was kept.")
        if looked.grid is not None and not looked.grid.rows:
            return t("There is no row in the table.")
        return ""

    def _show_rows(self) -> None:
        """Show the columns, what the rows would bring, and how many there are of which sort."""
        incoming, looked = self.incoming, self.incoming.looked
        if looked.columns is not None:
            self.choices.show_columns(looked.columns)
        if looked.preview is not self._shown:
            self._shown = looked.preview
            number = self._row.number if self._row else -1
            rows = looked.preview.rows if looked.preview else ()
            values = Values(self._workspace.t, lookup_in(self._workspace.store))
            self.rows.show(incoming.listing, rows, incoming.answers, values)
            self.table.choose(max(self.rows.place_of(number), 0))
        self.counts.setText(self._counted())
        self.take_button.setEnabled(bool(incoming.brings) and not incoming.is_busy)
        self.next_button.setVisible(self.rows.next_doubtful(-1) >= 0)
        self._show_doubt()

    def _counted(self) -> str:
        """Say what the table would bring, or what is missing for it."""
        looked, t = self.incoming.looked, self._workspace.t
        if refused := self._refusal():
            return refused
        if looked.columns is not None and looked.columns.missing:
            names = t.listed(column_name(t, looked.columns.listing, name) for name in looked.columns.missing)
            return t("Choose which column holds: {fields}").format(fields=names)
        if looked.preview is None:
            return ""
        counted = counts_said(t, looked.preview) or t("There is no row in the table.")
        if self.incoming.brings or looked.preview.doubtful:
            return counted
        nothing_new = t("Nothing in it is new.")
        return f"{nothing_new} {counted}"

    def _show_doubt(self) -> None:
        row = self._row
        answer = self.incoming.answers.get(row.number) if row else None
        self.doubt.show_row(row, self.rows.told(row) if row else [], answer)

    def _decide(self) -> None:
        """Go to what the row at hand may be."""
        if self._is_asked(self._row):
            self.doubt.answers.setFocus()

    def _is_asked(self, row: RowPreview | None) -> bool:
        return row is not None and (row.standing is Standing.DOUBTFUL or row.number in self.incoming.answers)

    @property
    def _row(self) -> RowPreview | None:
        return self.rows.row_at(self.table.row)
