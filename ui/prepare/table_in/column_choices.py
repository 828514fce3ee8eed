"""Which column of a table holds what: proposed, and changed by a person."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from consultation.exchange.matched import FIELDS, Column, Columns
from consultation.exchange.matched.saying import column_name
from ui.look.folds import px
from ui.widgets.one_of import OneOf
from ui.widgets.rows import clear
from ui.widgets.scroll import scrolled
from ui.widgets.words import Elided
from ui.workspace import Workspace

WIDE, HIGH, GAP = 172, 96, 8
Offered = Sequence[tuple[tuple[str, str], str]]
"""A field and the language of its words, and how the two are called."""


class ColumnChoices(QFrame):
    """The columns beside each other: head, an example, and the field that it holds."""

    put = Signal(int, str, str)
    """Place of a column, name of a field or nothing, and its language."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.boxes: list[OneOf] = []
        self._made_for: object = None
        inside = self._inside = QWidget()
        self._line = QHBoxLayout(inside)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(GAP)
        area = scrolled(inside)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)
        self.setFixedHeight(px(workspace.theme, HIGH))

    def show_columns(self, columns: Columns) -> None:
        """Show the columns and what each is read as; their boxes are made anew only for other columns."""
        made_for = columns.listing, [(column.at, column.head, column.examples) for column in columns.columns]
        if made_for != self._made_for:
            self._made_for = made_for
            self._make(columns)
        for column, box in zip(columns.columns, self.boxes, strict=True):
            box.show_value((column.field, column.language) if column.field else None)

    def _make(self, columns: Columns) -> None:
        clear(self._line)
        offered = self._fields(columns)
        self.boxes = [self._add(column, offered) for column in columns.columns]
        self._line.addStretch(1)
        self._inside.setMinimumWidth(len(self.boxes) * (px(self._workspace.theme, WIDE) + GAP))
        if self.boxes:
            self.setFocusProxy(self.boxes[0])

    def _add(self, column: Column, offered: Offered) -> OneOf:
        """Add a column to the line, and return the box in which one chooses what it holds."""
        t, head = self._workspace.t, column.head or column.letter
        box = OneOf(t("Not read"))
        box.offer(offered)
        box.setAccessibleName(t("What column {name} holds").format(name=head))
        box.picked.connect(lambda picked: self.put.emit(column.at, *(picked or ("", ""))))
        held = QWidget()
        held.setFixedWidth(px(self._workspace.theme, WIDE))
        parts = QVBoxLayout(held)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(2)
        parts.addWidget(Elided(head, strong=True))
        parts.addWidget(Elided(", ".join(column.examples), "caption", "muted"))
        parts.addWidget(box)
        self._line.addWidget(held)
        return box

    def _fields(self, columns: Columns) -> Offered:
        """Return what a column can hold: words in any language of the consultation or of a head, or of none."""
        t, listing = self._workspace.t, columns.listing
        said = [*self._workspace.consultation.languages, *(column.language for column in columns.columns)]
        languages = list(dict.fromkeys(["", *said]))
        return [
            ((field.name, language), column_name(t, listing, field.name, language))
            for field in FIELDS[listing]
            for language in (languages if field.is_per_language else [""])
        ]
