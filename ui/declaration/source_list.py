"""A column of sources: the first ones at once, the rest when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from consultation.reading.sources import Source, read_sources
from ui.declaration.source_entry import SourceEntry
from ui.widgets.buttons import quiet_button
from ui.widgets.rows import clear
from ui.widgets.words import rule
from ui.workspace import Workspace

AT_ONCE = 20


class SourceList(QWidget):
    """Recommendations one below the other; only those that are shown are read."""

    def __init__(self, workspace: Workspace, finish: Callable[[SourceEntry], object] = lambda _: None) -> None:
        """Make the list; ``finish`` adds to each entry what can be done with it."""
        super().__init__()
        self._workspace, self._finish = workspace, finish
        self._waiting: list[UUID] = []
        self._language = ""
        self._numbers: Mapping[UUID, int] = {}
        self.entries: list[SourceEntry] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(16)
        self._more = quiet_button(workspace.theme, "", self.show_more, "chevron-down")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addLayout(self._rows)
        column.addWidget(self._more)

    def show_sources(self, recommendations: Sequence[UUID], language: str, numbers: Mapping[UUID, int]) -> None:
        """Show these recommendations, with the ``numbers`` they have in it, beside a document in ``language``."""
        clear(self._rows)
        self.entries = []
        self._waiting, self._language, self._numbers = list(recommendations), language, numbers
        self.show_more()

    def show_more(self) -> None:
        """Show the next ones."""
        shown, self._waiting = self._waiting[:AT_ONCE], self._waiting[AT_ONCE:]
        for source in read_sources(self._workspace.store, shown):
            self._add(source)
        self._more.setVisible(bool(self._waiting))
        count = min(len(self._waiting), AT_ONCE)
        self._more.setText(self._workspace.t.plural("Show {count} more", "Show {count} more", count))

    def _add(self, source: Source) -> None:
        if self.entries:
            self._rows.addWidget(rule())
        entry = SourceEntry(self._workspace, source, self._language, self._numbers[source.recommendation.id])
        self._finish(entry)
        self._rows.addWidget(entry)
        self.entries.append(entry)
