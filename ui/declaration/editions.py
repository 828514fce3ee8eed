"""The view "Editions": what was frozen, newest first, each to be exported again, and the form that freezes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from consultation.language import OWN_NAMES
from consultation.reading.editions import FrozenEdition, read_editions
from ui.declaration.freeze_form import FreezeForm
from ui.look.folds import px
from ui.look.icons import IconLabel
from ui.widgets.buttons import quiet_button
from ui.widgets.flow import Flow
from ui.widgets.rows import clear
from ui.widgets.scroll import scrolled
from ui.widgets.tab_order import follow_the_eye
from ui.widgets.words import caption, heading, rule, said, words
from ui.workspace import Workspace

INSET, WIDEST, FORM, BESIDE_FROM = 32, 620, 376, 800


class EditionEntry(QWidget):
    """One edition."""

    export_asked = Signal(object, str)
    """The `FrozenEdition`, and the language."""

    def __init__(self, workspace: Workspace, edition: FrozenEdition) -> None:
        super().__init__()
        self._workspace, self.edition = workspace, edition
        t, theme, record = workspace.t, workspace.theme, edition.record
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(words(t.number(record.number), tone="muted", strong=True, wrap=False))
        line.addWidget(words(record.name, strong=True), 1)
        if record.final:
            line.addWidget(IconLabel(theme, "check", "done", 14))
            line.addWidget(caption(t.context("edition", "final"), "done", wrap=False))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(caption(self._facts()))
        if record.note:
            column.addWidget(said(record.note, "quoted"))
        self.exports = [
            quiet_button(theme, OWN_NAMES.get(code, code), partial(self.export_asked.emit, edition, code), "file-down")
            for code in edition.languages
        ]
        acts = QWidget()
        flow = Flow(acts, 4)
        for export, code in zip(self.exports, edition.languages, strict=True):
            language = t.language_name(code)
            export.setAccessibleName(t("Export “{name}” in {language}").format(name=record.name, language=language))
            flow.addWidget(export)
        if not self.exports:
            flow.addWidget(caption(t("Only noted: its text was frozen in another file."), "incomplete"))
        column.addWidget(acts)

    def _facts(self) -> str:
        """Say when it was frozen, and by which mark its copies are told."""
        t, record = self._workspace.t, self.edition.record
        facts = []
        if record.frozen_at is not None:
            when = record.frozen_at.astimezone()
            facts.append(t("{day}, {time}").format(day=t.day(when.date()), time=t.time(when)))
        return " · ".join([*facts, *([self.edition.mark] if self.edition.mark else [])])


class Editions(QFrame):
    """Reads the editions when it is shown."""

    export_asked = Signal(object, str)
    passage_asked = Signal(str, object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.entries: list[EditionEntry] = []
        self.setProperty("surface", "base")
        self._build()
        self.form.passage_asked.connect(self.passage_asked)

    def show_editions(self) -> None:
        """Show what was frozen."""
        editions = read_editions(self._workspace.store)
        clear(self._rows)
        self.entries = []
        for edition in reversed(editions):
            entry = EditionEntry(self._workspace, edition)
            entry.export_asked.connect(self.export_asked)
            self._rows.addWidget(entry)
            self._rows.addWidget(rule())
            self.entries.append(entry)
        self._nothing.setVisible(not editions)
        self.form.propose([edition.record for edition in editions])
        self.form.read_again()
        self._lay()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def _lay(self) -> None:
        """Put the form beside the list, or above it where there is little room; words no wider than they are read."""
        theme = self._workspace.theme
        beside = self.width() >= px(theme, BESIDE_FROM)
        directions = QBoxLayout.Direction
        self._parts.setDirection(directions.RightToLeft if beside else directions.TopToBottom)
        wide = px(theme, FORM) if beside else self.width()
        self.form.setFixedWidth(wide)
        inset = px(theme, INSET)
        free = self.width() - (wide if beside else 0) - 2 * inset
        self._column.setContentsMargins(inset, 20, inset + max(free - px(theme, WIDEST), 0), 32)
        follow_the_eye(*((self._list, self.form) if beside else (self.form, self._list)))

    def _build(self) -> None:
        t = self._workspace.t
        self.form = FreezeForm(self._workspace)
        self.form.setProperty("surface", "window")
        page = QWidget()
        page.setProperty("surface", "base")
        self._column = QVBoxLayout(page)
        self._column.setSpacing(16)
        self._column.addWidget(heading(t("Editions")))
        self._nothing = words(t("Nothing has been frozen yet."), tone="muted")
        self._column.addWidget(self._nothing)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(16)
        self._column.addLayout(self._rows)
        self._column.addStretch(1)
        self._parts = QBoxLayout(QBoxLayout.Direction.RightToLeft, self)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(0)
        self._parts.addWidget(self.form)
        self._list = scrolled(page)
        self._parts.addWidget(self._list, 1)
        self.setFocusProxy(self.form.name)
