"""What every document must say: who pays, whose views it does not give, with whose support, and to whom one writes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from consultation.language import in_language, with_language
from consultation.model import Consultation, Organisation, StatementKind
from consultation.words import choice_name
from ui.look.folds import px
from ui.look.marks import GapDot
from ui.prepare.form import Typed
from ui.widgets.buttons import icon_button
from ui.widgets.fields import Choice, SavedEdit
from ui.widgets.rows import clear
from ui.widgets.words import caption, rule, words
from ui.workspace import Workspace

KIND, WHOSE, ONE_LINE = 128, 196, 640
"""Widths of the name of a kind and of whose it is, and from which width on a row all stands in one line."""


class StatementText:
    """The words of one of the statements, in the language at hand."""

    def __init__(self, place: int, language: Callable[[], str]) -> None:
        self._place, self._language = place, language

    @property
    def key(self) -> str:
        return f"statements/{self._place}/{self._language()}"

    def text(self, record: Any) -> str:
        held = record.statements
        return str(held[self._place]["text"].get(self._language(), "")) if self._place < len(held) else ""

    def values(self, record: Any, text: str) -> dict[str, Any]:
        made = [dict(statement) for statement in record.statements]
        if self._place < len(made):
            made[self._place]["text"] = with_language(made[self._place]["text"], self._language(), text.strip())
        return {"statements": made}


class StatementRow(QWidget):
    """What kind it is, its words, whose it is."""

    taken_out = Signal(int)
    organisation_chosen = Signal(int, str)

    def __init__(self, workspace: Workspace, place: int, language: Callable[[], str]) -> None:
        super().__init__()
        self._workspace, self._place, self._language = workspace, place, language
        self._keys: list[str] = []
        self._build()

    def show_statement(self, about: Consultation, organisations: Sequence[Organisation]) -> None:
        """Show the statement at its place."""
        t, statement = self._workspace.t, about.statements[self._place]
        kind = choice_name(t, StatementKind(statement["kind"]))
        self._kind.setText(kind)
        self.typed.edit.setAccessibleName(kind)
        self.typed.show_record(about)
        lacks = not statement["text"].get(self._language(), "").strip()
        for part in (self._dot, self._lacking):
            part.setVisible(lacks)
        self._offer(organisations, statement["organisation"])

    def _build(self) -> None:
        theme, t = self._workspace.theme, self._workspace.t
        self._kind = words("", tone="muted")
        edit = SavedEdit(1)
        edit.setProperty("textsize", "said")
        self.typed = Typed(self._workspace, "", StatementText(self._place, self._language), edit)
        self._whose = Choice()
        self._whose.setAccessibleName(t("Whose statement it is"))
        self._whose.activated.connect(lambda at: self.organisation_chosen.emit(self._place, self._keys[at]))
        self._off = icon_button(theme, "x", t("Take it out"), lambda: self.taken_out.emit(self._place))
        self._dot, self._lacking = GapDot(theme, "incomplete"), caption(t("no words yet"), "incomplete", wrap=False)
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 6, 0, 6)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(1, 1)
        self._is_broken: bool | None = None
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Set all in one line, or the words below the rest where there is little room."""
        theme, grid, top = self._workspace.theme, self._grid, Qt.AlignmentFlag.AlignTop
        broken = self.width() < px(theme, ONE_LINE)
        if broken == self._is_broken:
            return
        self._is_broken = broken
        for part in (self._kind, self.typed, self._dot, self._lacking, self._whose, self._off):
            grid.removeWidget(part)
        self._kind.setFixedWidth(px(theme, KIND))
        self._whose.setFixedWidth(px(theme, WHOSE))
        if broken:
            for part in (self._kind, self._whose):
                part.setMinimumWidth(0)
            self._kind.setMaximumWidth(1 << 20)
            grid.addWidget(self._kind, 0, 0, 1, 2)
            grid.addWidget(self._whose, 0, 2, 1, 3)
            grid.addWidget(self._off, 0, 5)
            grid.addWidget(self.typed, 1, 0, 1, 3)
            grid.addWidget(self._dot, 1, 3)
            grid.addWidget(self._lacking, 1, 4, 1, 2)
            return
        grid.addWidget(self._kind, 0, 0)
        grid.addWidget(self.typed, 0, 1)
        grid.addWidget(self._dot, 0, 2)
        grid.addWidget(self._lacking, 0, 3)
        grid.addWidget(self._whose, 0, 4, top)
        grid.addWidget(self._off, 0, 5)

    def _offer(self, organisations: Sequence[Organisation], chosen: str) -> None:
        offered = [("", self._workspace.t("Of nobody in particular"))]
        offered += [(str(each.id), in_language(each.name, self._language())) for each in organisations]
        if [key for key, _ in offered] != self._keys or self._whose.count() != len(offered):
            self._keys = [key for key, _ in offered]
            self._whose.clear()
            self._whose.addItems([name for _, name in offered])
        self._whose.setCurrentIndex(self._keys.index(chosen) if chosen in self._keys else 0)


class Statements(QWidget):
    """A row each, in the order in which they are printed."""

    taken_out = Signal(int)
    organisation_chosen = Signal(int, str)

    def __init__(self, workspace: Workspace, language: Callable[[], str]) -> None:
        super().__init__()
        self._workspace, self._language = workspace, language
        self._rows: list[StatementRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    @property
    def rows(self) -> list[StatementRow]:
        """The rows, in their order."""
        return list(self._rows)

    def show_statements(self, about: Consultation, organisations: Sequence[Organisation]) -> None:
        """Show the statements of a consultation."""
        if len(self._rows) != len(about.statements):
            self._make(len(about.statements))
        for row in self._rows:
            row.show_statement(about, organisations)

    def go_to(self, place: int) -> None:
        """Give the words of a statement the keyboard."""
        if place < len(self._rows):
            self._rows[place].typed.edit.setFocus()

    def flush(self) -> None:
        """Save what is typed."""
        for row in self._rows:
            row.typed.flush()

    def leave(self) -> None:
        """Save what is typed, before rows get other statements."""
        for row in self._rows:
            row.typed.leave()

    def _make(self, count: int) -> None:
        self.leave()
        clear(self._column)
        self._rows = [StatementRow(self._workspace, place, self._language) for place in range(count)]
        for row in self._rows:
            row.taken_out.connect(self.taken_out)
            row.organisation_chosen.connect(self.organisation_chosen)
            self._column.addWidget(row)
            row.show()  # or it could not take the keyboard at once
            self._column.addWidget(rule())
