"""Which column of a table holds what: proposed, and changed by a person."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from consultation.exchange.matched import FIELDS, Columns, Listing
from consultation.exchange.matched.saying import column_name
from ui.look.folds import px
from ui.widgets.one_of import OneOf
from ui.widgets.rows import clear
from ui.widgets.scroll import scrolled
from ui.widgets.words import Elided
from ui.workspace import Workspace

WIDE, HIGH = 172, 96


class ColumnChoices(QFrame):
    """The columns beside each other: head, an example, and the field that it holds."""

    put = Signal(int, str, str)
    """Place of a column, name of a field or nothing, and its language."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.boxes: list[OneOf] = []
        inside = self._inside = QWidget()
        self._line = QHBoxLayout(inside)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(8)
        area = scrolled(inside)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)
        self.setFixedHeight(px(workspace.theme, HIGH))

    def show_columns(self, columns: Columns) -> None:
        """Show the columns and what each is read as."""
        had = next((place for place, box in enumerate(self.boxes) if box.hasFocus()), None)
        clear(self._line)
        self.boxes = []
        t = self._workspace.t
        for column in columns.columns:
            box = OneOf(t("Not read"))
            box.offer(self._fields(columns.listing))
            box.show_value((column.field, column.language) if column.field else None)
            head = column.head or column.letter
            box.setAccessibleName(t("What column {name} holds").format(name=head))
            box.picked.connect(lambda picked, at=column.at: self.put.emit(at, *(picked or ("", ""))))
            held = QWidget()
            held.setFixedWidth(px(self._workspace.theme, WIDE))
            parts = QVBoxLayout(held)
            parts.setContentsMargins(0, 0, 0, 0)
            parts.setSpacing(2)
            parts.addWidget(Elided(head, strong=True))
            parts.addWidget(Elided(", ".join(column.examples), "caption", "muted"))
            parts.addWidget(box)
            self._line.addWidget(held)
            self.boxes.append(box)
        self._line.addStretch(1)
        self._inside.setMinimumWidth(len(self.boxes) * (px(self._workspace.theme, WIDE) + 8))
        if had is not None and had < len(self.boxes):
            self.boxes[had].setFocus()

    def _fields(self, listing: Listing) -> list[tuple[tuple[str, str], str]]:
        t = self._workspace.t
        languages = self._workspace.store.consultation.languages or [t.language]
        found = []
        for field in FIELDS[listing]:
            for language in languages if field.is_per_language else [""]:
                found.append(((field.name, language), column_name(t, listing, field.name, language)))
        return found
