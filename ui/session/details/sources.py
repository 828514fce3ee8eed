"""Where something came from, or what was made of it: short lines that lead to the other entry."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from consultation.model import Intervention, Recommendation
from consultation.words import shortened
from ui.look.icons import set_icon
from ui.session.entry_kinds import ACTIONS, TONES, kind_of
from ui.widgets.buttons import IconButton
from ui.widgets.rows import clear
from ui.widgets.words import on_button, section
from ui.workspace import Workspace

SHOWN = 36


class Sources(QWidget):
    """A named list of entries; nothing is shown while it is empty."""

    asked = Signal(object)
    """The id of an entry."""

    def __init__(self, workspace: Workspace, name: str) -> None:
        super().__init__()
        self._workspace = workspace
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(section(name))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column.addLayout(self._rows)

    def show_records(self, records: Sequence[Intervention | Recommendation | None]) -> None:
        """Show these records; None stands for one that is not in this file."""
        clear(self._rows)
        found = [record for record in records if record is not None and not record.deleted]
        for record in found:
            self._rows.addWidget(self._row(record))
        self.setVisible(bool(found))

    def _row(self, record: Intervention | Recommendation) -> QWidget:
        kind = kind_of(record)
        row = IconButton()
        row.setText(on_button(shortened(record.text, SHOWN)))
        row.setProperty("flush", True)
        row.setToolTip(self._workspace.t("Show"))
        row.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        row.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        set_icon(row, self._workspace.theme, ACTIONS[kind].icon, TONES[kind])
        row.clicked.connect(partial(self._on_pressed, record.id))
        return row

    def _on_pressed(self, record: UUID, *_: object) -> None:
        self.asked.emit(record)
