"""What is asked for less often, folded away; one line says what is in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.look.icons import set_icon
from ui.widgets.buttons import IconButton
from ui.widgets.words import caption, rule
from ui.workspace import Workspace


class More(QWidget):
    """Closed until somebody opens it, and open then for every record."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._build()

    @property
    def is_open(self) -> bool:
        """What is in it is shown."""
        return self._fold.isChecked()

    def add(self, *parts: QWidget) -> None:
        """Put these parts into it."""
        for part in parts:
            self._column.addWidget(part)

    def open(self) -> None:
        """Show what is in it."""
        self._fold.setChecked(True)

    def tell(self, parts: Sequence[str]) -> None:
        """Say in one line what is in it."""
        line = "  ·  ".join(parts)
        self._told.setText(line)
        self._fold.setAccessibleDescription(line)

    def _build(self) -> None:
        self._fold = IconButton()
        self._fold.setText(self._workspace.t("More"))
        self._fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._fold.setCheckable(True)
        self._fold.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._fold.setProperty("flush", True)
        self._fold.toggled.connect(self._on_toggled)
        self._told = caption()
        self._told.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._fold)
        head.addWidget(self._told, 1)
        head.addStretch(0)
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 8, 0, 0)
        self._column.setSpacing(16)
        self._inside.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(rule())
        column.addLayout(head)
        column.addWidget(self._inside)
        self._on_toggled(False)

    def _on_toggled(self, opened: bool) -> None:
        set_icon(self._fold, self._workspace.theme, "chevron-down" if opened else "chevron-right", "text")
        self._inside.setVisible(opened)
        self._told.setVisible(not opened)  # what it says is to be seen below
