"""What the consultation is to achieve, what it rests on, what it inherits, and what it does through the year."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

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
from ui.prepare.aims.aim_list import AimList
from ui.prepare.aims.bringing_in import BringingIn
from ui.prepare.aims.form import AimForm
from ui.prepare.aims.section import Section
from ui.prepare.aims.sections import SECTIONS
from ui.prepare.aims.side import SectionSide
from ui.prepare.form.language_choice import LanguageChoice
from ui.prepare.view import View
from ui.touched import Touched
from ui.widgets.buttons import button
from ui.widgets.peek import WIDTH, Peek
from ui.widgets.tab_order import follow_the_eye
from ui.workspace import Workspace


class AimsPage(View):
    """Sections at the side, the table of one of them, and the fields of the row at hand."""

    kinds = (Objective, Result, Reference, Evidence, Inheritance, Activity, Milestone, Consultation, Organisation, Term)
    stands_here = (Objective, Result, Reference, Evidence, Inheritance, Activity, Milestone)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._language = ""
        self.sections: list[Section] = [made(workspace, lambda: self._language) for made in SECTIONS]
        self._build()
        self._connect()

    @classmethod
    def how_many(cls, store: Store) -> int:
        return store.count(Objective)

    @property
    def section(self) -> Section:
        """The section that is shown."""
        return self.list.section

    @property
    def at_hand(self) -> Record | None:
        """The record of the row that is chosen."""
        return self.list.at_hand

    def head_actions(self) -> list[QWidget]:
        return [self.choice, self.bring_in]

    def refresh(self, touched: Touched) -> None:
        t, about = self._workspace.t, self._workspace.consultation
        codes = list(dict.fromkeys(about.languages)) or [t.language]
        if self._language not in codes:
            self._language = t.language if t.language in codes else codes[0]
        self.choice.show_languages(codes, self._language)
        self._show_sections()
        self.list.read_again()
        self._show_what_is_listed()
        if self.peek.isVisibleTo(self):
            self._show_form()
        self.status_changed.emit()

    def status(self) -> tuple[list[str], list[str]]:
        t = self._workspace.t
        return [t(self.section.name)], []

    def state(self) -> dict[str, Any]:
        at_hand = self.at_hand
        return {
            "section": self.sections.index(self.section),
            "language": self._language,
            "record": at_hand.id if at_hand else None,
        }

    def restore(self, state: dict[str, Any]) -> None:
        self._language = state["language"]
        self.catch_up()
        self.show_section(state["section"])
        if state["record"] is not None:
            self.list.choose(state["record"])

    def go_find(self) -> None:
        self.list.go_find()

    def flush(self) -> None:
        self.form.flush()

    def show_record(self, record_id: UUID) -> None:
        store = self._workspace.store
        for place, section in enumerate(self.sections):
            if any(store.find(kind, record_id) is not None for kind in section.kinds):
                self.show_section(place)
                self.list.choose(record_id)
                return

    def show_section(self, place: int) -> None:
        """Show another section."""
        self.close_form()
        self.list.show_section(place)
        self._show_sections()
        self._show_what_is_listed()
        self.status_changed.emit()

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
            self.list.setFocus()

    def add(self, typed: str, below: bool) -> None:
        """Add what was typed, in its place, and choose it."""
        at_hand = self.at_hand
        with self._workspace.together() as step:
            made = self.section.made_below(typed, at_hand) if below and at_hand else self.section.made(typed, at_hand)
            if made is not None:
                self._workspace.save(made)
        if step.done and made is not None:
            self.list.choose(made.id)
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
        self.list = AimList(workspace, self.sections)
        self.form = AimForm(workspace)
        self.peek = Peek(theme, self)
        self.peek.fill(self.form)
        self.peek.show_hints([(shown(preparing.LEAVE_AIM), t("back")), (shown(preparing.ADD_AIM), t("add another"))])
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.side)
        line.addWidget(self.list, 1)
        line.addWidget(self.peek)
        self.setFocusProxy(self.side)

    def _connect(self) -> None:
        self.side.chosen.connect(self.show_section)
        self.choice.chosen.connect(self.speak)
        self.list.typed.connect(self.add)
        self.list.row_changed.connect(self._on_row_changed)
        self.list.row_asked.connect(self._open_or_close)
        self.list.edit_asked.connect(self._edit)
        self.list.delete_asked.connect(self._delete)
        self.list.move_asked.connect(self._move)
        self.form.left.connect(self.close_form)
        bind(self, preparing.ADD_AIM, self.list.ask)
        bind(self, preparing.ADD_BELOW, partial(self.list.ask, below=True), self.list.can_add_below)
        bind(self, preparing.IMPORT_REFERENCES, self.bringing_in.ask_references)
        bind(self, preparing.CARRY_OVER, self.bringing_in.ask_earlier)
        offer(self, preparing.LEAVE_AIM, self.close_form, self.peek.isVisible)
        self._workspace.theme.changed.connect(self._fold)

    def _bring_in(self) -> None:
        if self.section.brings is preparing.IMPORT_REFERENCES:
            self.bringing_in.ask_references()
        else:
            self.bringing_in.ask_earlier()

    def _show_sections(self) -> None:
        self.side.show_sections([section.count() for section in self.sections], self.sections.index(self.section))

    def _show_what_is_listed(self) -> None:
        """Follow the list: where nothing is in it there are no fields, and not every section brings something in."""
        brings = self.section.brings
        self.bring_in.setVisible(brings is not None)
        if brings is not None:
            self.bring_in.show_words(self._workspace.t(brings.label))
        if not self.list.rows.rows:
            self.close_form()
        self.setFocusProxy(self.list)
        follow_the_eye(self)

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

    def _on_row_changed(self) -> None:
        if self.peek.isVisibleTo(self):
            self._show_form()

    def _move(self, by: int) -> None:
        record, store = self.at_hand, self._workspace.store
        if record is None or not self.section.ordered:
            return
        those = self.section.siblings(record)
        place = next((at for at, each in enumerate(those) if each.id == record.id), 0) + by
        if 0 <= place < len(those):
            self._workspace.do("", lambda: put_at(store, those, record.id, place))
            self.list.choose(record.id)

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
        self.list.setVisible(not (open_ and fold is Fold.SMALL))
        self.side.be_narrow(narrow=small)
        self.choice.be_short(small)
        if fold is Fold.SMALL:
            self.peek.setMinimumWidth(0)
            self.peek.setMaximumWidth(1 << 20)
        else:
            self.peek.setFixedWidth(px(theme, WIDTH))
