"""The fields of the record at hand; they are made once for each kind, and again where what they offer is another."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from consultation.model import Record
from ui.actions import preparing
from ui.keys import tip
from ui.prepare.aims.section import Section
from ui.prepare.form import Entry
from ui.widgets.buttons import icon_button
from ui.widgets.rows import clear
from ui.widgets.scroll import scrolled
from ui.widgets.words import words
from ui.workspace import Workspace


class AimForm(QWidget):
    """A heading that names the kind, and the fields below each other."""

    left = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._entries: list[Entry] = []
        self._made_for: tuple[Section, type[Record]] | None = None
        self._build()

    @property
    def entries(self) -> list[Entry]:
        """The fields that are shown."""
        return list(self._entries)

    def show_record(self, record: Record, section: Section, name: str) -> None:
        """Show a record of a section."""
        wanted = (section, type(record))
        if wanted != self._made_for:
            self._make(section, type(record))
            self._made_for = wanted
        self._head.setText(name)
        for entry in self._entries:
            entry.show_record(record)

    def flush(self) -> None:
        """Save what is typed."""
        for entry in self._entries:
            entry.flush()

    def leave(self) -> None:
        """Save what is typed, and have the fields made anew when something is shown again."""
        for entry in self._entries:
            entry.leave()
        self._made_for = None

    def _make(self, section: Section, kind: type[Record]) -> None:
        for entry in self._entries:
            entry.leave()
        clear(self._column)
        self._entries = section.entries(kind)
        for entry in self._entries:
            self._column.addWidget(entry)
            entry.show()  # or it could not take the keyboard at once
        self._column.addStretch(1)
        self.setFocusProxy(self._entries[0])

    def _build(self) -> None:
        self._head = words("", "heading", strong=True)
        close = tip(self._workspace.t, preparing.LEAVE_AIM)
        head = QHBoxLayout()
        head.setContentsMargins(24, 16, 12, 4)
        head.addWidget(self._head, 1)
        head.addWidget(
            icon_button(self._workspace.theme, "x", close, self.left.emit), alignment=Qt.AlignmentFlag.AlignTop
        )
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(24, 8, 24, 24)
        self._column.setSpacing(16)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(scrolled(inside), 1)
