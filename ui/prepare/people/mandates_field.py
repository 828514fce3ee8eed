"""The mandates of an organisation: which office it holds in a network, from when and until when."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from consultation.model import Mandate
from ui.look.folds import px
from ui.prepare.form import FromUntil, Several, SeveralRow
from ui.prepare.people.labels_field import LabelsField
from ui.widgets.buttons import icon_button
from ui.workspace import Workspace


class MandateRow(SeveralRow):
    """One mandate."""

    def __init__(self, workspace: Workspace, mandate: Mandate, languages: Sequence[str]) -> None:
        super().__init__()
        self.mandate = Mandate(**mandate)
        t, theme = workspace.t, workspace.theme
        self.what, self.days = LabelsField(workspace, t("Mandate")), FromUntil(t)
        self.what.show_labels(mandate["what"], languages, force=True)
        self.days.show_days(mandate["starts"], mandate["ends"], force=True)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.what, 1)
        off = icon_button(theme, "x", t("Take the mandate off"), self.taken_off.emit)
        head.addWidget(off, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(theme, 12), 0, 0, 4)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.days)
        self.what.edited.connect(self._on_what)
        self.days.edited.connect(self._on_days)

    def _on_what(self, labels: dict[str, str]) -> None:
        self.mandate["what"] = labels
        self.what.settle()
        self.changed.emit()

    def _on_days(self, starts: str, ends: str) -> None:
        self.mandate["starts"], self.mandate["ends"] = starts, ends
        self.changed.emit()


class MandatesField(Several[MandateRow]):
    """Says `edited` with all of the mandates."""

    edited = Signal(list)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace.theme, workspace.t("Add a mandate"))
        self._workspace = workspace
        self._languages: Sequence[str] = ()
        self.add_asked.connect(self.add)
        self.changed.connect(self._tell)

    def show_mandates(self, mandates: Sequence[Mandate], languages: Sequence[str], force: bool) -> None:
        """Show these; rows in which somebody may be typing stay as they are."""
        self._languages = languages
        if force or len(self.rows) < len(mandates):
            self.show_rows(map(self._row, mandates))

    def add(self) -> None:
        """Add an empty row and go to it."""
        row = self._row(Mandate(what={}, starts="", ends=""))
        self.add_row(row)
        next(iter(row.what.lines.values())).setFocus()

    def stops(self) -> list[QWidget]:
        """Return the fields in their order."""
        return [stop for row in self.rows for stop in (*row.what.lines.values(), row.days.starts, row.days.ends)]

    def _row(self, mandate: Mandate) -> MandateRow:
        return MandateRow(self._workspace, mandate, self._languages)

    def _tell(self) -> None:
        self.edited.emit([row.mandate for row in self.rows if any(row.mandate["what"].values())])
