"""Who wrote this, and what changed since."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from consultation.model import Record
from consultation.store import Change
from consultation.words import author_name, vocabulary_labels, what_changed
from ui.look.icons import set_icon
from ui.widgets.buttons import IconButton
from ui.widgets.rows import clear
from ui.widgets.words import caption
from ui.workspace import Workspace


class History(QWidget):
    """One line that says who wrote the record; opened, every change to it."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._record: Record | None = None
        self._is_read = True
        self._author = caption()
        self._more = IconButton()
        self.setFocusProxy(self._more)
        self._more.setText(workspace.t("History"))
        self._more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._more.setCheckable(True)
        self._more.setProperty("flush", True)
        self._more.toggled.connect(self._on_toggled)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._author)
        column.addWidget(self._more)
        column.addLayout(self._rows)
        set_icon(self._more, workspace.theme, "chevron-right", "muted")

    def show_record(self, record: Record) -> None:
        """Show the history of a record; it is read only while it is seen."""
        self._record = record
        self._is_read = False
        if self.isVisible():
            self._read()

    def open(self) -> None:
        """Show every change."""
        self._more.setChecked(True)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._is_read:
            self._read()

    def _read(self) -> None:
        if self._record is None or not self._workspace.is_readable:
            return
        self._is_read = True
        changes = self._workspace.store.history(self._record)
        if changes:
            self._author.setText(self._line(self._workspace.t("Written by {name}, {when}"), changes[0]))
        self._fill(changes if self._more.isChecked() else [])

    def _on_toggled(self, opened: bool) -> None:
        set_icon(self._more, self._workspace.theme, "chevron-down" if opened else "chevron-right", "muted")
        if self.isVisible():
            self._read()

    def _fill(self, changes: list[Change]) -> None:
        clear(self._rows)
        t = self._workspace.t
        kind = self._record.kind() if self._record else ""
        vocabularies = vocabulary_labels(self._workspace.store) if changes else {}
        for change in reversed(changes):
            row = self._line(t("{name}, {when}"), change)
            self._rows.addWidget(caption(f"{row}\n{what_changed(t, kind, change, vocabularies)}"))

    def _line(self, message: str, change: Change) -> str:
        t = self._workspace.t
        when = change.when.astimezone(ZoneInfo(self._workspace.consultation.time_zone))
        return message.format(
            name=author_name(t, change.author_name),
            when=f"{t.day(when.date(), 'medium')} {t.time(when)}",
        )
