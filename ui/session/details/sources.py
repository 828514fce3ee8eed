"""Where something came from, or what was made of it: short lines that lead to the other entry."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ui.look.icons import set_icon
from ui.session.forms import ICONS, TONES, form_of
from ui.widgets.words import section
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

    def show(self, records: Sequence[Any]) -> None:
        """Show these records; None stands for one that is not in this file."""
        while taken := self._rows.takeAt(0):
            taken.widget().hide()
            taken.widget().deleteLater()
        found = [one for one in records if one is not None and not one.deleted]
        for record in found:
            self._rows.addWidget(self._row(record))
        self.setVisible(bool(found))

    def _row(self, record: Any) -> QWidget:
        form = form_of(record)
        row = QToolButton()
        text = " ".join(record.text.split())
        row.setText(text if len(text) <= SHOWN else text[:SHOWN].rstrip() + "…")
        row.setProperty("flush", True)
        row.setToolTip(self._workspace.t("Show"))
        row.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        row.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        set_icon(row, self._workspace.theme, ICONS[form], TONES[form])
        row.clicked.connect(lambda *_, record_id=record.id: self.asked.emit(record_id))
        return row
