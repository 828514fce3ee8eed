"""From which day until which: two lines that are saved together."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from consultation.errors import WrongUsage
from consultation.language import Translator
from ui.prepare.form.labelled import Labelled, side_by_side
from ui.prepare.form.parts import BEFORE, day_typed
from ui.widgets.fields import SavedLine


class FromUntil(QWidget):
    """Says `edited` with both days as they are kept ("2021-10-05" or nothing), once both are days."""

    edited = Signal(str, str)

    def __init__(self, t: Translator) -> None:
        super().__init__()
        self._t = t
        self.starts, self.ends = SavedLine(), SavedLine()
        self._labels = {self.starts: Labelled(t("From"), self.starts), self.ends: Labelled(t("Until"), self.ends)}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(side_by_side(*((label, 1) for label in self._labels.values())))
        for line in self._labels:
            line.edited.connect(self._on_edited)

    @property
    def problem(self) -> str:
        """What is wrong with either day."""
        return " ".join(filter(None, (label.problem for label in self._labels.values())))

    def show_days(self, starts: str, ends: str, force: bool) -> None:
        """Show what is stored."""
        for line, kept in ((self.starts, starts), (self.ends, ends)):
            line.show_text(self._t.day(date.fromisoformat(kept), "medium") if kept else "", force=force)
            if force:
                self._labels[line].refuse("")

    def _on_edited(self) -> None:
        typed: list[str] = []
        for line, label in self._labels.items():
            try:
                typed.append(day_typed(self._t, line.text()).isoformat() if line.text().strip() else "")
            except WrongUsage as error:
                label.refuse(self._t.error(error))
            else:
                label.refuse("")
        if len(typed) < len(self._labels):
            return
        starts, ends = typed
        if starts and ends and ends < starts:
            self._labels[self.ends].refuse(self._t(BEFORE))
            return
        for line in self._labels:
            line.settle()
        self.edited.emit(starts, ends)
