"""The Merge place: the files on their way in, and the decisions that merging leaves to a person."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from consultation.model import KINDS
from ui import actions
from ui.keys import bind
from ui.merge.decisions import DecisionsPage
from ui.merge.drop_area import dropped_files
from ui.merge.files import FilesPage
from ui.page import Page
from ui.touched import Touched
from ui.widgets.chips import Chip
from ui.widgets.words import title
from ui.workspace import Workspace


class MergePlace(Page):
    """Bringing other people's files in."""

    shown_by = actions.GO_MERGE
    kinds = tuple(KINDS.values())  # any record can be in conflict

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._build()
        self._connect()

    @property
    def waiting(self) -> int:
        """How many conflicts wait for a decision."""
        return len(self._workspace.store.conflicts())

    def state(self) -> dict[str, Any]:
        """Return what is shown, for the page in another language."""
        return {
            "page": self._stack.currentIndex(),
            "files": self.files.state(),
            "decisions": self.decisions.state(),
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Take up where the page in the other language was."""
        self.catch_up()
        self.files.restore(state["files"])
        self.decisions.restore(state["decisions"])
        self._show_page(state["page"])

    def refresh(self, touched: Touched) -> None:
        """Say how many conflicts wait."""
        t, waiting, tab = self._workspace.t, self.waiting, self._tabs.button(1)
        tab.setText(t("Conflicts ({count})").format(count=t.number(waiting)) if waiting else t("Conflicts"))
        tab.updateGeometry()

    def show_files(self) -> None:
        """Show the files on their way in."""
        self._show_page(0)

    def show_decisions(self) -> None:
        """Show what there is to decide."""
        self._show_page(1)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()
            self.show_files()
            self.files.light(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.files.light(False)

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.files.light(False)
        self.files.batch.add(dropped_files(event.mimeData()))

    def _build(self) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        self.setAcceptDrops(True)
        self.files, self.decisions = FilesPage(self._workspace), DecisionsPage(self._workspace)
        self._stack = QStackedWidget()
        self._tabs = QButtonGroup(self)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(title(self.title(t)))
        head.addSpacing(16)
        for number, (page, name, icon) in enumerate(
            ((self.files, t("Files"), "files"), (self.decisions, t("Conflicts"), "git-compare"))
        ):
            tab = Chip(theme, name, "accent", icon)
            self._tabs.addButton(tab, number)
            head.addWidget(tab)
            self._stack.addWidget(page)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(16)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        self._show_page(0)

    def _connect(self) -> None:
        self._tabs.idClicked.connect(self._show_page)
        self.files.decisions_asked.connect(self.show_decisions)
        for page in (self.files, self.decisions):
            page.declaration_asked.connect(self._on_declaration_asked)
        bind(self, actions.CHOOSE_FILES, self.files.ask_files)
        bind(self.files, actions.MERGE, self.files.merge)  # on the other page these keys take a wording

    def _show_page(self, number: int) -> None:
        self._tabs.button(number).setChecked(True)
        self._stack.setCurrentIndex(number)
        page = (self.files, self.decisions)[number]
        self.setFocusProxy(page)
        if self.isVisible():
            page.setFocus()

    def _on_declaration_asked(self) -> None:
        self._workspace.place_asked.emit(actions.GO_DECLARATION)
