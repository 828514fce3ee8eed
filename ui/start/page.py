"""What is shown while no file is open: your name, the ways to begin, and what was open before."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from consultation.progress import Progress
from ui import PROGRAM, actions
from ui.keys import tip
from ui.page import Page
from ui.start.recent import RecentList
from ui.widgets.buttons import button, main_button
from ui.widgets.cards import Card
from ui.widgets.fields import Field
from ui.widgets.words import caption, heading, title, words
from ui.workspace import Workspace

SAMPLE = "sample.consult"
WIDEST = 1040


class StartPage(Page):
    """The start page; it shows no records, for no file is open."""

    new_asked = Signal()
    open_asked = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._build()
        self._connect()

    def open_sample(self) -> None:
        """Make the sample, merged from three facilitators' files, and open it."""
        from consultation.sample import make_merged_sample

        path = self._workspace.settings.folder / "sample" / SAMPLE
        identity = self._workspace.identity

        def work(progress: Progress) -> Path:
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.exists():
                make_merged_sample(path, identity)
            return path

        job = self._workspace.jobs.run(self._workspace.t("Making the sample"), work)
        job.done.connect(self._workspace.open)

    def _build(self) -> None:
        both = QWidget()
        both.setMaximumWidth(WIDEST)
        columns = QHBoxLayout(both)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(64)
        columns.addLayout(self._begin(), 4)
        columns.addWidget(self._recent(), 5)
        page = QHBoxLayout(self)
        page.setContentsMargins(48, 48, 48, 48)
        page.addStretch(1)
        page.addWidget(both, 100)
        page.addStretch(1)

    def _begin(self) -> QVBoxLayout:
        workspace, t, theme = self._workspace, self._workspace.t, self._workspace.theme
        self._name = QLineEdit(workspace.identity.name)
        self._name.setPlaceholderText(t("First name and surname"))
        self._name.setMaximumWidth(360)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(title(PROGRAM))
        column.addWidget(
            words(
                t("Record what a room says, merge the rooms, and write the declaration they can recognise."),
                tone="muted",
            )
        )
        column.addSpacing(16)
        column.addWidget(Field(t("Your name"), self._name))
        column.addWidget(caption(t("So that others know who wrote what. It goes into the files you write.")))
        column.addSpacing(16)
        new, existing = actions.NEW, actions.OPEN
        self.new = main_button(theme, t("New from a kit…"), self.new_asked.emit, new.icon, tip(t, new))
        self.open = button(theme, t("Open…"), self.open_asked.emit, existing.icon, tip(t, existing))
        self.sample = button(theme, t("Open the sample"), self.open_sample, "book-open")
        ways = QVBoxLayout()
        ways.setSpacing(8)
        for way in (self.new, self.open, self.sample):
            way.setMinimumWidth(240)
            ways.addWidget(way)
        column.addLayout(ways)
        column.addWidget(caption(t("The sample is three rooms of one consultation, merged, to try everything on.")))
        column.addStretch(3)
        return column

    def _recent(self) -> QWidget:
        card = Card()
        card.column.setContentsMargins(16, 16, 16, 16)
        card.column.addWidget(heading(self._workspace.t("Recent files")))
        self.recent = RecentList(self._workspace)
        card.column.addWidget(self.recent, 1)
        return card

    def _connect(self) -> None:
        self._name.editingFinished.connect(self._on_name_entered)
        self._name.returnPressed.connect(self.new.setFocus)
        self.setFocusProxy(self.new if self._workspace.identity.name else self._name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _on_name_entered(self) -> None:
        self._workspace.name_author(self._name.text())
