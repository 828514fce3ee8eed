"""The table of a section of the aims, with what adds to it above, or what an empty section says."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QModelIndex, QSignalBlocker, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from consultation.model import Record
from ui.actions import preparing
from ui.keys import bind, offer, shown
from ui.look.folds import px
from ui.prepare.aims.adding import AddLine
from ui.prepare.aims.rows import AimRows, Row, found_in
from ui.prepare.aims.section import Section
from ui.widgets.buttons import button, quiet_button
from ui.widgets.cards import EmptyState
from ui.widgets.find_line import FindLine
from ui.widgets.flow import Flow
from ui.widgets.keyed_button import KeyedButton
from ui.widgets.table import Table
from ui.workspace import Workspace

INSET = 24


class AimList(QWidget):
    """A table for each section; that of one of them is shown."""

    row_changed = Signal()
    row_asked = Signal()
    """The fields of the row at hand are to be shown, or put away."""
    edit_asked = Signal()
    delete_asked = Signal()
    move_asked = Signal(int)
    """The row at hand is to be so many places further down; fewer than 0 for up."""
    typed = Signal(str, bool)
    """The words of what is to be added, and whether it stands below the row at hand."""

    def __init__(self, workspace: Workspace, sections: Sequence[Section]) -> None:
        super().__init__()
        self._workspace, self._sections = workspace, sections
        self._at = 0
        self._whole: list[Row] = []
        """All rows of the section, as they were read."""
        self._build()
        self._connect()

    @property
    def section(self) -> Section:
        """The section that is shown."""
        return self._sections[self._at]

    @property
    def table(self) -> Table:
        """The table of the section that is shown."""
        return self._tables[self._at]

    @property
    def rows(self) -> AimRows:
        """The rows of the section that is shown."""
        return self._models[self._at]

    @property
    def at_hand(self) -> Record | None:
        """The record of the row that is chosen."""
        row = self.rows.row_at(self.table.row)
        return row.record if row is not None else None

    def choose(self, record: UUID) -> None:
        """Choose the row of a record; what is typed to find others gives way to it."""
        if self.finding.text() and self.rows.place_of(record) < 0:
            self.finding.clear()
        place = self.rows.place_of(record)
        if place >= 0:
            self.table.choose(place)

    def show_section(self, place: int) -> None:
        """Read the rows of another section, and choose the first."""
        self._at = place
        with QSignalBlocker(self.finding):
            self.finding.clear()
        self._read()
        self._show_rows(None, 0)

    def read_again(self) -> None:
        """Read the rows of the section; the one that was chosen, or the nearest, stays chosen."""
        self._read()
        self._show_again()

    def go_find(self) -> None:
        """Go to the field to find words in the section."""
        if self.finding.isVisible():
            self.finding.setFocus()
            self.finding.selectAll()

    def ask(self, *, below: bool = False) -> None:
        """Open the line in which what is added is typed."""
        if not below or self.can_add_below():
            section = self.section
            self.adding.ask(self._workspace.t(section.add_below if below else section.add), below)

    def can_add_below(self) -> bool:
        """Tell whether something can stand below the row at hand."""
        return bool(self.section.add_below) and self.at_hand is not None

    def _build(self) -> None:
        t, theme, add = self._workspace.t, self._workspace.theme, preparing.ADD_AIM
        self._models = [AimRows(section.columns(), self) for section in self._sections]
        self._tables = [self._table(*each) for each in zip(self._sections, self._models, strict=True)]
        self._stack = QStackedWidget()
        for table in self._tables:
            self._stack.addWidget(table)
        below = partial(self.ask, below=True)
        self._add = KeyedButton(theme, t(add.label), shown(add), self.ask, add.icon, "quiet")
        self._add_below = KeyedButton(theme, "", shown(preparing.ADD_BELOW), below, add.icon, "quiet")
        self.adding = AddLine(t)
        self._first = button(theme, t(add.label), self.ask, add.icon)
        self._empty = EmptyState(theme, "target", "", "", self._first)
        self.finding = FindLine(theme, t, t("Find here"))
        everything = quiet_button(theme, t("Show everything"), self.finding.clear)
        nothing = t("Nothing in the list fits what is typed or chosen.")
        self._not_found = EmptyState(theme, "search", t("Nothing fits"), nothing, everything)
        self._lay_out()

    def _lay_out(self) -> None:
        theme, acts = self._workspace.theme, QWidget()
        in_lines = Flow(acts, 8)
        for part in (self.finding, self._add, self._add_below):
            in_lines.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(theme, INSET), 0, px(theme, INSET), 0)
        column.setSpacing(0)
        column.addSpacing(12)
        column.addWidget(acts)
        column.addSpacing(4)
        column.addWidget(self.adding)
        column.addWidget(self._stack, 1)
        column.addWidget(self._empty, 1)
        column.addWidget(self._not_found, 1)

    def _table(self, section: Section, rows: AimRows) -> Table:
        made = Table(self._workspace.theme, rows.columns)
        made.setModel(rows)
        made.setAccessibleName(self._workspace.t(section.name))
        made.row_asked.connect(lambda _: self.row_asked.emit())
        made.selectionModel().currentRowChanged.connect(self._on_row_changed)
        for action, act in (
            (preparing.AIM_UP, partial(self.move_asked.emit, -1)),
            (preparing.AIM_DOWN, partial(self.move_asked.emit, 1)),
            (preparing.DELETE_AIM, self.delete_asked.emit),
            (preparing.EDIT_AIM, self.edit_asked.emit),
        ):
            bind(made, action, act, self._has_row)
        offer(made, preparing.OPEN_AIM, self.row_asked.emit, self._has_row)
        return made

    def _connect(self) -> None:
        self.finding.textChanged.connect(self._show_again)
        self.finding.list_asked.connect(lambda: self.table.setFocus())
        self.adding.typed.connect(self.typed)
        self.adding.left.connect(lambda: self.table.setFocus())

    def _read(self) -> None:
        if self._workspace.is_readable:
            self._whole = self.section.rows()

    def _show_again(self) -> None:
        """Show the rows that fit what is typed; the one that was chosen, or the nearest, stays chosen."""
        at_hand = self.at_hand
        self._show_rows(at_hand.id if at_hand is not None else None, max(self.table.row, 0))

    def _show_rows(self, held: UUID | None, near: int) -> None:
        """Choose the row of the record that was ``held``, or the nearest to a place."""
        t, section, whole = self._workspace.t, self.section, self._whole
        rows = found_in(whole, self.finding.text())
        self._stack.setCurrentWidget(self.table)
        self.rows.show_rows(rows)
        self._stack.setVisible(bool(rows))
        self._empty.setVisible(not whole)
        self._not_found.setVisible(bool(whole) and not rows)
        self.finding.setVisible(bool(whole))
        self._empty.name.setText(t(section.name))
        self._empty.text.setText(t(section.empty))
        self._first.show_words(t(section.add))
        self._add.setText(t(section.add))
        self._add.setVisible(bool(whole))
        self._add_below.setText(t(section.add_below) if section.add_below else "")
        self._add_below.setVisible(bool(section.add_below) and bool(whole))
        if held is not None and self.rows.place_of(held) >= 0:
            self.choose(held)
        elif rows:
            self._choose_near(near)
        self.setFocusProxy(self.table if rows else self.finding if whole else self._first)

    def _choose_near(self, place: int) -> None:
        """Choose the row at a place or the nearest record behind or before it."""
        places = [at for at, row in enumerate(self.rows.rows) if row.record is not None]
        if places:
            self.table.choose(min(places, key=lambda at: (abs(at - place), at)))

    def _has_row(self) -> bool:
        return self.at_hand is not None

    def _on_row_changed(self, current: QModelIndex) -> None:
        if current.isValid():
            self.row_changed.emit()
