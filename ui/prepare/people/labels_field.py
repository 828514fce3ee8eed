"""The words of a record in several languages: one line for each language of the consultation, and for others it has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from consultation.language import with_language
from ui.widgets.fields import SavedEdit, SavedLine
from ui.widgets.rows import clear
from ui.widgets.words import caption
from ui.workspace import Workspace


class LabelsField(QWidget):
    """Says `edited` with all of the words, by language."""

    edited = Signal(dict)
    laid_out = Signal()

    def __init__(self, workspace: Workspace, name: str, several_lines: bool = False) -> None:
        super().__init__()
        self._workspace, self._name, self._several_lines = workspace, name, several_lines
        self.lines: dict[str, SavedLine | SavedEdit] = {}
        self._labels: dict[str, str] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)

    def show_labels(self, labels: Mapping[str, str], languages: Sequence[str], force: bool) -> None:
        """Show the words in these languages, and in those in which there are some besides."""
        codes = list(dict.fromkeys([*languages, *labels])) or [self._workspace.t.language]
        self._labels = dict(labels)
        if codes != list(self.lines):
            self._make(codes)
        for code, line in self.lines.items():
            line.show_text(labels.get(code, ""), force=force)

    def settle(self) -> None:
        """Take what is typed for stored."""
        for line in self.lines.values():
            line.settle()

    def _make(self, codes: Sequence[str]) -> None:
        clear(self._grid)
        self.lines = {}
        t = self._workspace.t
        for row, code in enumerate(codes):
            line = SavedEdit(2, 6) if self._several_lines else SavedLine()
            language = t.language_name(code)
            line.setAccessibleName(t("{name} in {language}").format(name=self._name, language=language))
            line.edited.connect(lambda text, code=code: self._on_edited(code, text))
            label = caption(code.upper(), wrap=False)
            label.setToolTip(language)
            self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(line, row, 1)
            self.lines[code] = line
        self.laid_out.emit()

    def _on_edited(self, code: str, text: str) -> None:
        said = text.strip() if self._several_lines else " ".join(text.split())
        self._labels = with_language(self._labels, code, said)
        self.edited.emit(self._labels)
