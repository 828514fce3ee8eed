"""What is in the file for the rooms, what is not, and what whoever opens it sees first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from consultation.handing_out import LeftOut, stays_here
from consultation.reading.programme import to_write_in, when_of
from consultation.words import counted
from ui.look.folds import px
from ui.widgets.cards import Card
from ui.widgets.rows import clear
from ui.widgets.scroll import scrolled
from ui.widgets.words import Elided, caption, heading, section, words
from ui.workspace import Workspace

WIDE, MOST_SESSIONS = 376, 3
IN_IT = ("session", "day", "vocabulary", "person", "organisation", "objective", "reference", "recommendation")
"""What is told of what is in it; everything else is in it too."""


class KitSide(QFrame):
    """The panel beside the checks."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.setProperty("surface", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._build()

    def tell(self, name: str, size: int, stays: LeftOut) -> None:
        """Tell of the file to be made: ``name``, about ``size`` bytes, and what stays here."""
        t, store = self._workspace.t, self._workspace.store
        self._name.show_text(name)
        told = t("about {size} kB, one file for every room and language")
        self._size.setText(told.format(size=t.number(max(round(size / 1000, -1), 10))))
        clear(self._in_it)
        counts = store.counts()
        there = [kind for kind in IN_IT if counts.get(kind)]
        self._over_what.setVisible(bool(there))
        for row, kind in enumerate(there):
            self._in_it.addWidget(words(counted(t, kind, counts[kind]), wrap=False), row, 0)
        stay = stays_here(t, stays)
        self._not_in_it.setText(t.listed(stay) if stay else t("Everything that is here goes along."))
        self._show_first()

    def _build(self) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        self._name, self._size = Elided(size="heading", strong=True), caption()
        self._in_it, self._not_in_it = QGridLayout(), words(tone="muted")
        self._in_it.setVerticalSpacing(6)
        self._first = Card()
        self._sessions = self._first.column
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(6)
        column.addWidget(self._name)
        column.addWidget(self._size)
        self._over_what = section(t("In it"))
        column.addSpacing(10)
        column.addWidget(self._over_what)
        column.addLayout(self._in_it)
        for name, part in ((t("Not in it"), self._not_in_it), (t("When somebody opens it"), self._first)):
            column.addSpacing(10)
            column.addWidget(section(name))
            column.addWidget(part)
        column.addStretch(1)
        column.addWidget(
            caption(
                t("All files made from it merge without doubles, whatever they are called and whoever copied them.")
            )
        )
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(scrolled(inside))
        self.setFixedWidth(px(theme, WIDE))
        theme.changed.connect(lambda: self.setFixedWidth(px(theme, WIDE)))

    def _show_first(self) -> None:
        """Show the question that opening it begins with, where there is something to choose from."""
        t, workspace = self._workspace.t, self._workspace
        clear(self._sessions)
        sessions = to_write_in(workspace.store)
        if not sessions:
            self._sessions.addWidget(words(t("There is no session in which somebody can write")))
            return
        self._sessions.addWidget(heading(t("Which session are you running?")))
        for session in sessions[:MOST_SESSIONS]:
            when = when_of(session, workspace.consultation.time_zone, t)
            self._sessions.addWidget(words("  ".join(part for part in (session.code, when) if part)))
        self._sessions.addWidget(caption(t("One key, and they can write.")))
