"""The files that were open before, the newest first."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidgetItem, QStackedLayout, QWidget

from ui import actions
from ui.settings import RecentFile
from ui.widgets.chosen_list import ChosenList
from ui.widgets.two_lines import TwoLines, row
from ui.widgets.words import words
from ui.workspace import Workspace

ENTRY = Qt.ItemDataRole.UserRole


class RecentList(QWidget):
    """A list to open files from; Delete takes one off the list."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._stack = QStackedLayout(self)
        t = workspace.t
        empty = words(t("Files you open will be listed here. You can also drop one on this window."), tone="muted")
        empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self._list = ChosenList(actions.FORGET_FILE)
        self._list.take_off_asked.connect(self.forget_chosen)
        self._list.setAccessibleName(t("Recent files"))
        self._list.setItemDelegate(TwoLines(workspace.theme, self._list, "file-text", strong=True))
        self._list.itemActivated.connect(self._on_activated)
        self._list.itemClicked.connect(self._on_activated)
        self._stack.addWidget(empty)
        self._stack.addWidget(self._list)
        self.refresh()

    def refresh(self) -> None:
        """Show the files again."""
        self._list.clear()
        for file in self._workspace.settings.recent:
            name = Path(file.path).name
            where = "  ·  ".join(part for part in (self._when(file), file.path) if part)
            item = row(file.title or name, where)
            item.setData(ENTRY, file)
            self._list.addItem(item)
        self._stack.setCurrentIndex(1 if self._list.count() else 0)

    def forget_chosen(self) -> None:
        """Take the selected file off the list; the file itself stays."""
        item = self._list.chosen
        if item is not None:
            self._workspace.settings.forget(item.data(ENTRY).path)
            self.refresh()

    def _when(self, file: RecentFile) -> str:
        try:
            return self._workspace.t.day(datetime.fromisoformat(file.opened).date(), "medium")
        except ValueError:
            return ""

    def _on_activated(self, item: QListWidgetItem) -> None:
        self._workspace.open(Path(item.data(ENTRY).path))
