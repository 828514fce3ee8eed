"""The mandates of an organisation: which office it holds in a network, from when and until when."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from consultation.model import Mandate
from ui.look.folds import px
from ui.prepare.people.fields import Labelled, side_by_side
from ui.prepare.people.functions_field import DayLine
from ui.prepare.people.labels_field import LabelsField
from ui.widgets.buttons import icon_button, quiet_button
from ui.widgets.rows import clear
from ui.workspace import Workspace


class MandateRow(QWidget):
    """One mandate."""

    changed = Signal()
    taken_off = Signal()

    def __init__(self, workspace: Workspace, mandate: Mandate, languages: Sequence[str]) -> None:
        super().__init__()
        self._workspace, self.mandate = workspace, Mandate(**mandate)
        t, theme = workspace.t, workspace.theme
        self.what = LabelsField(workspace, t("Mandate"))
        self.what.show_labels(mandate["what"], languages, force=True)
        self.starts, self.ends = DayLine(), DayLine()
        self.starts.show_text(mandate["starts"])
        self.ends.show_text(mandate["ends"])
        self._days = {"starts": Labelled(t("From"), self.starts), "ends": Labelled(t("Until"), self.ends)}
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.what, 1)
        off = icon_button(theme, "x", t("Take the mandate off"), self.taken_off.emit)
        head.addWidget(off, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(theme, 12), 0, 0, 4)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(side_by_side((self._days["starts"], 1), (self._days["ends"], 1)))
        self.what.edited.connect(self._on_what)
        self.starts.edited.connect(lambda _: self._on_days())
        self.ends.edited.connect(lambda _: self._on_days())

    def _on_what(self, labels: dict[str, str]) -> None:
        self.mandate["what"] = labels
        self.what.settle()
        self.changed.emit()

    def _on_days(self) -> None:
        t, starts, ends = self._workspace.t, self.starts.text().strip(), self.ends.text().strip()
        wrong = t("This is no day. Write year, month and day, like {day}.").format(day="2021-10-05")
        self._days["starts"].refuse(wrong if self.starts.is_refused else "")
        earlier = t("It would end before it begins.") if starts and ends and ends < starts else ""
        self._days["ends"].refuse(wrong if self.ends.is_refused else earlier)
        if not self.starts.is_refused and not self.ends.is_refused and not earlier:
            self.mandate["starts"], self.mandate["ends"] = starts, ends
            self.starts.settle()
            self.ends.settle()
            self.changed.emit()


class MandatesField(QWidget):
    """Says `edited` with all of the mandates."""

    edited = Signal(list)
    laid_out = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._languages: Sequence[str] = ()
        self.rows: list[MandateRow] = []
        self._held = QVBoxLayout()
        self._held.setSpacing(6)
        self.add_button = quiet_button(workspace.theme, workspace.t("Add a mandate"), self.add, "plus")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(self._held)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeading)

    def show_mandates(self, mandates: Sequence[Mandate], languages: Sequence[str], force: bool) -> None:
        """Show these; rows in which somebody may be typing stay as they are."""
        self._languages = languages
        if not force and len(self.rows) >= len(mandates):
            return
        clear(self._held)
        self.rows = []
        for mandate in mandates:
            self._add_row(mandate)
        self.laid_out.emit()

    def add(self) -> None:
        """Add an empty row and go to it."""
        row = self._add_row(Mandate(what={}, starts="", ends=""))
        self.laid_out.emit()
        next(iter(row.what.lines.values())).setFocus()

    def stops(self) -> list[QWidget]:
        """Return the fields in their order."""
        return [stop for row in self.rows for stop in (*row.what.lines.values(), row.starts, row.ends)]

    def _add_row(self, mandate: Mandate) -> MandateRow:
        row = MandateRow(self._workspace, mandate, self._languages)
        row.changed.connect(self._tell)
        row.taken_off.connect(lambda: self._take_off(row))
        self.rows.append(row)
        self._held.addWidget(row)
        return row

    def _take_off(self, row: MandateRow) -> None:
        self.rows.remove(row)
        self._held.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._tell()
        self.add_button.setFocus(Qt.FocusReason.TabFocusReason)

    def _tell(self) -> None:
        self.edited.emit([row.mandate for row in self.rows if any(row.mandate["what"].values())])
