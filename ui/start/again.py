"""The start page of somebody who was here before: what goes on, the files, and the ways to begin."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from consultation.language import N_
from ui.actions import anywhere
from ui.keys import shown
from ui.look.folds import px
from ui.look.identity import MarkLabel
from ui.settings import RecentFile
from ui.start.first_time import Begin
from ui.start.going_on import GoingOn
from ui.start.recent import RecentList
from ui.start.telling import greeting, missing
from ui.start.ways import ListedWay
from ui.widgets.buttons import quiet_button
from ui.widgets.words import caption, rule, section, words
from ui.workspace import Workspace

WIDE, GAP, MARK = 1040, 80, 48
OUTSIDE = 8
"""How far the ground of a row that is pointed at reaches beyond the edge of the words."""
OPEN, NEW, MERGE = N_("Open a file…"), N_("New from a kit…"), N_("Merge files…")


class Again(QWidget):
    """Go on, open, begin."""

    emptied = Signal()
    """The last of the recent files was taken off."""

    def __init__(self, workspace: Workspace, begin: Begin, now: datetime) -> None:
        super().__init__()
        self._workspace, self._begin, self._now = workspace, begin, now
        self._build()

    def _build(self) -> None:
        theme = self._workspace.theme
        columns = QHBoxLayout()
        columns.setSpacing(px(theme, GAP) - 2 * OUTSIDE)
        columns.addWidget(_part(self._files()), 2)
        columns.addWidget(_part(self._ways()), 1)
        inside = QWidget()
        inside.setMaximumWidth(px(theme, WIDE) + 2 * OUTSIDE)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(theme, 36))
        column.addLayout(self._head())
        column.addLayout(columns, 1)
        page = QHBoxLayout(self)
        page.setContentsMargins(32, px(theme, 52), 32, 24)
        page.addStretch(1)
        page.addWidget(inside, 1000)
        page.addStretch(1)

    def _head(self) -> QHBoxLayout:
        workspace, t, theme = self._workspace, self._workspace.t, self._workspace.theme
        spoken = QVBoxLayout()
        spoken.setSpacing(0)
        spoken.addWidget(words(greeting(t, workspace.identity.name, self._now), "clock", strong=True))
        spoken.addWidget(words(t.day(self._now.date(), "full"), tone="muted"))
        head = QHBoxLayout()
        head.setContentsMargins(OUTSIDE, 0, OUTSIDE, 0)
        head.setSpacing(16)
        head.addWidget(MarkLabel(theme, px(theme, MARK)))
        head.addLayout(spoken, 1)
        return head

    def _files(self) -> QVBoxLayout:
        workspace, t, theme = self._workspace, self._workspace.t, self._workspace.theme
        column = QVBoxLayout()
        column.setSpacing(0)
        self.going_on: GoingOn | None = None
        file = file_at_hand(workspace.settings.recent)
        if file is not None:
            self.going_on = GoingOn(workspace, file, self._now, partial(workspace.open, Path(file.path)))
            column.addLayout(_on_the_edge(section(t("Go on where you were"))))
            column.addSpacing(px(theme, 6))
            column.addLayout(_on_the_edge(self.going_on))
            column.addSpacing(px(theme, 28))
        self.recent = RecentList(workspace, self._now)
        self.recent.emptied.connect(self.emptied)
        column.addLayout(_on_the_edge(section(f"{t('Recent files')}  {t.number(self.recent.count())}")))
        column.addSpacing(px(theme, 8))
        column.addWidget(self.recent)
        column.addStretch(1)
        self.setFocusProxy(self.going_on or self.recent)
        return column

    def _ways(self) -> QVBoxLayout:
        t, theme, begin = self._workspace.t, self._workspace.theme, self._begin
        self.open = ListedWay(theme, anywhere.OPEN.icon, t(OPEN), shown(anywhere.OPEN), begin.open)
        self.new = ListedWay(theme, anywhere.NEW.icon, t(NEW), shown(anywhere.NEW), begin.new)
        icon = anywhere.NEW_WITHOUT_KIT.icon
        self.without_kit = ListedWay(theme, icon, t("New without a kit…"), "", begin.new_without_kit)
        self.merge = ListedWay(theme, anywhere.GO_MERGE.icon, t(MERGE), "", begin.merge)
        self.merge.setVisible(self.going_on is not None)
        self.sample = ListedWay(theme, "book-open", t("Look around in the sample"), "", begin.sample)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addLayout(_on_the_edge(section(t("Begin"))))
        column.addSpacing(px(theme, 6))
        for way in (self.open, self.new, self.without_kit, self.merge, self.sample):
            column.addWidget(way)
        column.addSpacing(px(theme, 20))
        column.addLayout(_on_the_edge(rule()))
        column.addSpacing(px(theme, 20))
        column.addLayout(_on_the_edge(section(t("You write as"))))
        self.writer = Writer(self._workspace)
        column.addLayout(_on_the_edge(self.writer))
        column.addSpacing(px(theme, 16))
        dropped = t("Files can be dropped anywhere in this window. One file opens; several go to Merge.")
        column.addLayout(_on_the_edge(caption(dropped)))
        column.addStretch(1)
        return column


class Writer(QStackedWidget):
    """Under which name one writes, and a way to write under another."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        t, theme = workspace.t, workspace.theme
        self._name = words("", wrap=False)
        self.change = quiet_button(theme, t("Change"), self.ask)
        self.field = QLineEdit()
        self.field.setAccessibleName(t("Your name"))
        self.field.setPlaceholderText(t("First name and surname"))
        told = QWidget()
        line = QHBoxLayout(told)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(self._name)
        line.addWidget(self.change)
        line.addStretch(1)
        self.addWidget(told)
        self.addWidget(self.field)
        self.setFixedHeight(px(theme, 36))
        self.field.editingFinished.connect(self._on_entered)
        self._show()

    def ask(self) -> None:
        """Ask for another name."""
        self.field.setText(self._workspace.identity.name)
        self.setCurrentWidget(self.field)
        self.field.setFocus()
        self.field.selectAll()

    def _on_entered(self) -> None:
        had = self.field.hasFocus()
        self._workspace.name_author(self.field.text())
        self._show()
        if had:
            self.change.setFocus()

    def _show(self) -> None:
        self._name.setText(self._workspace.identity.name or self._workspace.t("somebody without a name"))
        self.setCurrentIndex(0)


def _part(column: QVBoxLayout) -> QWidget:
    """Make a column a part of the page, which the keyboard goes through before it goes to the next."""
    part = QWidget()
    part.setProperty("part", True)
    column.setContentsMargins(0, 0, 0, 0)
    part.setLayout(column)
    return part


def _on_the_edge(*parts: QWidget) -> QVBoxLayout:
    """Set parts on the edge of the words; the ground of a row that is pointed at reaches beyond it."""
    column = QVBoxLayout()
    column.setContentsMargins(OUTSIDE, 0, OUTSIDE, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part)
    return column


def file_at_hand(recent: list[RecentFile]) -> RecentFile | None:
    """Return the file with which one goes on: of those that are there, the one that was open last."""
    return next((file for file in recent if missing(Path(file.path)) is None), None)
