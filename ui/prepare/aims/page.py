"""What the consultation is to achieve, what it rests on, what it inherits, and what it does through the year."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from consultation.model import (
    Activity,
    Consultation,
    Evidence,
    Inheritance,
    Milestone,
    Objective,
    Organisation,
    Record,
    Reference,
    Result,
    Term,
)
from consultation.ordering import put_at
from consultation.store import Store
from consultation.words import kind_name, lookup_in, record_name
from ui.actions import preparing
from ui.keys import bind, offer, pressed, shown
from ui.look.folds import Fold, fold_of, px
from ui.prepare.aims.adding import AddLine
from ui.prepare.aims.bringing_in import BringingIn
from ui.prepare.aims.form import AimForm
from ui.prepare.aims.rows import AimRows, Row
from ui.prepare.aims.section import Section
from ui.prepare.aims.sections import SECTIONS, Documents, Inherited
from ui.prepare.aims.side import SectionSide
from ui.prepare.form.language_choice import LanguageChoice
from ui.prepare.view import View
from ui.touched import Touched
from ui.widgets.buttons import button
from ui.widgets.cards import EmptyState
from ui.widgets.flow import Flow
from ui.widgets.keyed_button import KeyedButton
from ui.widgets.peek import WIDTH, Peek
from ui.widgets.tab_order import follow_the_eye
from ui.widgets.table import Table
from ui.workspace import Workspace

INSET, SIDE = 24, 224


class AimsPage(View):
    """Sections at the side, the table of one of them, and the fields of the row at hand."""

    kinds = (Objective, Result, Reference, Evidence, Inheritance, Activity, Milestone, Consultation, Organisation, Term)
    stands_here = (Objective, Result, Reference, Evidence, Inheritance, Activity, Milestone)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._language = ""
        self.sections: list[Section] = [made(workspace, lambda: self._language) for made in SECTIONS]
        self._at = 0
        self._build()
        self._connect()

    @classmethod
    def how_many(cls, store: Store) -> int:
        return store.count(Objective)

    @property
    def section(self) -> Section:
        """The section that is shown."""
        return self.sections[self._at]

    @property
    def rows(self) -> AimRows:
        """The rows of the section that is shown."""
        return self._models[self._at]

    @property
    def at_hand(self) -> Record | None:
        """The record of the row that is chosen."""
        row = self.table.row
        return self.rows.rows[row].record if 0 <= row < len(self.rows.rows) else None

    def head_actions(self) -> list[QWidget]:
        return [self.choice, self.bring_in]

    def refresh(self, touched: Touched) -> None:
        t, about = self._workspace.t, self._workspace.consultation
        codes = list(dict.fromkeys(about.languages)) or [t.language]
        if self._language not in codes:
            self._language = t.language if t.language in codes else codes[0]
        self.choice.show_languages(codes, self._language)
        self._show_sections()
        self._show_rows()
        if self.peek.isVisibleTo(self):
            self._show_form()
        self.status_changed.emit()

    def status(self) -> tuple[list[str], list[str]]:
        t = self._workspace.t
        return [t(self.section.name)], []

    def state(self) -> dict[str, Any]:
        at_hand = self.at_hand
        return {"section": self._at, "language": self._language, "record": at_hand.id if at_hand else None}

    def restore(self, state: dict[str, Any]) -> None:
        self._language = state["language"]
        self.catch_up()
        self.show_section(state["section"])
        if state["record"] is not None:
            self.choose(state["record"])

    def flush(self) -> None:
        self.form.flush()

    def show_record(self, record_id: UUID) -> None:
        store = self._workspace.store
        for place, section in enumerate(self.sections):
            if any(store.find(kind, record_id) is not None for kind in section.kinds):
                self.show_section(place)
                self.choose(record_id)
                return

    def show_section(self, place: int) -> None:
        """Show another section."""
        self.form.leave()
        self._at = place
        self._show_sections()
        self.close_form()
        self._show_rows(anew=True)
        self.status_changed.emit()

    def choose(self, record: UUID) -> None:
        """Choose the row of a record."""
        place = self.rows.place_of(record)
        if place >= 0:
            self.table.choose(place)

    def open_form(self) -> None:
        """Show the fields of the row at hand."""
        if self.at_hand is not None:
            self._show_form()
            self.peek.show()
            self._fold()

    def close_form(self) -> None:
        """Put the fields away, and give the keyboard back to the list."""
        had_it = self.peek.isAncestorOf(self.focusWidget() or self)
        self.form.leave()
        self.peek.hide()
        self._fold()
        if had_it:
            self.table.setFocus()

    def add(self, typed: str, *, below: bool = False) -> None:
        """Add what was typed, in its place, and choose it."""
        at_hand = self.at_hand
        with self._workspace.together() as step:
            made = self.section.made_below(typed, at_hand) if below and at_hand else self.section.made(typed, at_hand)
            if made is not None:
                self._workspace.save(made)
        if step.done and made is not None:
            self.choose(made.id)
            self.open_form()

    def speak(self, language: str) -> None:
        """Show and type words in another language."""
        self.flush()
        self._language = language
        self.read_again()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if pressed(event, preparing.LEAVE_AIM) and self.peek.isVisible():
            self.close_form()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _build(self) -> None:
        workspace, t, theme = self._workspace, self._workspace.t, self._workspace.theme
        self.setProperty("surface", "base")
        self.choice = LanguageChoice(theme, t)
        self.bringing_in = BringingIn(workspace, self)
        self.bring_in = button(theme, "", self._bring_in, preparing.IMPORT_REFERENCES.icon)
        self.side = SectionSide(theme, t, [t(section.name) for section in self.sections])
        self._models = [AimRows(len(section.columns()), self) for section in self.sections]
        self._tables = QStackedWidget()
        self.tables = [self._table(*each) for each in zip(self.sections, self._models, strict=True)]
        for table in self.tables:
            self._tables.addWidget(table)
        add = preparing.ADD_AIM
        self.add_button = KeyedButton(theme, t(add.label), shown(add), self.ask, add.icon, "quiet")
        self.below_button = KeyedButton(
            theme, "", shown(preparing.ADD_BELOW), partial(self.ask, below=True), add.icon, "quiet"
        )
        self.adding = AddLine(t)
        first = button(theme, t(add.label), self.ask, add.icon)
        self._first = first
        self._empty = EmptyState(theme, "target", "", "", first)
        self.form = AimForm(workspace)
        self.peek = Peek(theme, self)
        self.peek.fill(self.form)
        self.peek.show_hints([(shown(preparing.LEAVE_AIM), t("back")), (shown(preparing.ADD_AIM), t("add another"))])
        self._lay_out()
        self.setFocusProxy(self.side)

    def _lay_out(self) -> None:
        theme = self._workspace.theme
        acts = QWidget()
        in_lines = Flow(acts, 8)
        for part in (self.add_button, self.below_button):
            in_lines.addWidget(part)
        middle = QVBoxLayout()
        middle.setContentsMargins(px(theme, INSET), 0, px(theme, INSET), 0)
        middle.setSpacing(0)
        middle.addSpacing(12)
        middle.addWidget(acts)
        middle.addSpacing(4)
        middle.addWidget(self.adding)
        middle.addWidget(self._tables, 1)
        middle.addWidget(self._empty, 1)
        self._middle = QWidget()
        self._middle.setLayout(middle)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.side)
        line.addWidget(self._middle, 1)
        line.addWidget(self.peek)

    @property
    def table(self) -> Table:
        """The table of the section that is shown."""
        return self.tables[self._at]

    def _table(self, section: Section, rows: AimRows) -> Table:
        made = Table(self._workspace.theme, section.columns())
        made.setModel(rows)
        made.setAccessibleName(self._workspace.t(section.name))
        made.row_asked.connect(lambda _: self._open_or_close())
        made.selectionModel().currentRowChanged.connect(self._on_row_changed)
        for action, act in (
            (preparing.AIM_UP, partial(self._move, -1)),
            (preparing.AIM_DOWN, partial(self._move, 1)),
            (preparing.DELETE_AIM, self._delete),
            (preparing.EDIT_AIM, self._edit),
        ):
            bind(made, action, act, lambda: self.at_hand is not None)
        offer(made, preparing.OPEN_AIM, self._open_or_close, lambda: self.at_hand is not None)
        return made

    def _connect(self) -> None:
        self.side.chosen.connect(self.show_section)
        self.choice.chosen.connect(self.speak)
        self.adding.typed.connect(lambda typed, below: self.add(typed, below=below))
        self.adding.left.connect(lambda: self.table.setFocus())
        self.form.left.connect(self.close_form)
        bind(self, preparing.ADD_AIM, self.ask)
        bind(self, preparing.ADD_BELOW, partial(self.ask, below=True), self._can_add_below)
        bind(self, preparing.IMPORT_REFERENCES, self.bringing_in.ask_references)
        bind(self, preparing.CARRY_OVER, self.bringing_in.ask_earlier)
        offer(self, preparing.LEAVE_AIM, self.close_form, self.peek.isVisible)
        self._workspace.theme.changed.connect(self._fold)

    def ask(self, *, below: bool = False) -> None:
        """Open the line in which what is added is typed."""
        if not below or self._can_add_below():
            section = self.section
            self.adding.ask(self._workspace.t(section.add_below if below else section.add), below)

    def _can_add_below(self) -> bool:
        return bool(self.section.add_below) and self.at_hand is not None

    def _bring_in(self) -> None:
        if isinstance(self.section, Documents):
            self.bringing_in.ask_references()
        else:
            self.bringing_in.ask_earlier()

    def _show_sections(self) -> None:
        self.side.show_sections([section.count() for section in self.sections], self._at)

    def _show_rows(self, *, anew: bool = False) -> None:
        """Read the rows of the section; the one that was chosen stays chosen."""
        if not self._workspace.is_readable:
            return
        t, section = self._workspace.t, self.section
        held = self.at_hand.id if self.at_hand is not None and not anew else None
        before = max(self.table.row, 0)
        rows: list[Row] = section.rows()
        self._tables.setCurrentWidget(self.table)
        self.rows.show_rows(rows)
        self._tables.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._empty.name.setText(t(section.name))
        self._empty.text.setText(t(section.empty))
        self._first.show_words(t(section.add))
        self.add_button.setText(t(section.add))
        self.below_button.setText(t(section.add_below) if section.add_below else "")
        self.below_button.setVisible(bool(section.add_below) and bool(rows))
        self.add_button.setVisible(bool(rows))
        action = preparing.IMPORT_REFERENCES if isinstance(section, Documents) else preparing.CARRY_OVER
        self.bring_in.setVisible(isinstance(section, (Documents, Inherited)))
        self.bring_in.show_words(t(action.label))
        if held is not None and self.rows.place_of(held) >= 0:
            self.choose(held)
        elif rows:
            self._choose_near(0 if anew else before)
        else:
            self.close_form()
        self.setFocusProxy(self.table if rows else self._first)
        follow_the_eye(self)

    def _choose_near(self, place: int) -> None:
        """Choose the row at a place or the nearest record behind or before it."""
        places = [at for at, row in enumerate(self.rows.rows) if row.record is not None]
        if places:
            self.table.choose(min(places, key=lambda at: (abs(at - place), at)))

    def _show_form(self) -> None:
        record = self.at_hand
        if record is None:
            return
        t = self._workspace.t
        self.form.show_record(record, self.section, kind_name(t, record.kind()))
        follow_the_eye(self)

    def _open_or_close(self) -> None:
        if self.peek.isVisible():
            self.close_form()
        else:
            self.open_form()

    def _edit(self) -> None:
        self.open_form()
        self.form.setFocus()

    def _on_row_changed(self, current: QModelIndex) -> None:
        if self.peek.isVisibleTo(self) and current.isValid():
            self._show_form()

    def _move(self, by: int) -> None:
        record, store = self.at_hand, self._workspace.store
        if record is None or not self.section.ordered:
            return
        those = self.section.siblings(record)
        place = next((at for at, each in enumerate(those) if each.id == record.id), 0) + by
        if 0 <= place < len(those):
            self._workspace.do("", lambda: put_at(store, those, record.id, place))
            self.choose(record.id)

    def _delete(self) -> None:
        record = self.at_hand
        if record is None:
            return
        self.form.leave()
        t, store = self._workspace.t, self._workspace.store
        said = t("Deleted: {name}").format(name=record_name(t, record, lookup_in(store)))
        self._workspace.delete(record, said)

    def _fold(self) -> None:
        """Have the fields beside the list, or in its place where there is little room."""
        theme, fold = self._workspace.theme, fold_of(self, self._workspace.theme)
        open_ = self.peek.isVisibleTo(self)
        small = fold < Fold.MEDIUM
        self._middle.setVisible(not (open_ and fold is Fold.SMALL))
        self.side.be_narrow(narrow=small)
        self.choice.be_short(small)
        if fold is Fold.SMALL:
            self.peek.setMinimumWidth(0)
            self.peek.setMaximumWidth(1 << 20)
        else:
            self.peek.setFixedWidth(px(theme, WIDTH))
