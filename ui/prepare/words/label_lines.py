"""A text of a term in every language of the consultation: a line for each, saved while one types."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from consultation.language import own_language_name
from ui.look.folds import px
from ui.look.marks import GapDot
from ui.look.theme import Theme
from ui.widgets.fields import SavedLine
from ui.widgets.rows import clear
from ui.widgets.words import set_property, words

BESIDE = 88
"""Width of the name of a language beside its line."""


class LabelLines(QWidget):
    """Says `entered` at Enter in any of its lines; ``save`` is called with a language and what was typed."""

    entered = Signal()

    def __init__(self, theme: Theme, name: str, save: Callable[[str, str], bool], marks_gaps: bool = False) -> None:
        """``name`` says what the text is; with ``marks_gaps`` a language in which it lacks is marked."""
        super().__init__()
        self._theme, self._name, self._save = theme, name, save
        self.marks_gaps = marks_gaps
        self.lines: dict[str, SavedLine] = {}
        self._heads: dict[str, tuple[GapDot, QWidget]] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)

    def show_labels(self, languages: tuple[str, ...], labels: Mapping[str, str], *, force: bool) -> None:
        """Show what is stored; ``force`` where it is of another record, so that nothing typed is kept."""
        if tuple(self.lines) != languages:
            self._make(languages)
        for code, line in self.lines.items():
            text = labels.get(code, "")
            line.show_text(text, force=force)
            self._mark(code, self.marks_gaps and not text.strip())

    def focus_first(self, language: str = "") -> None:
        """Go to the line of a language, else of the first in which it lacks, or else to the first of all."""
        empty = (line for line in self.lines.values() if not line.text().strip())
        line = self.lines.get(language) or next(empty, None) or next(iter(self.lines.values()), None)
        if line is not None:
            line.setFocus()
            line.selectAll()

    def flush(self) -> None:
        """Save what is typed now."""
        for line in self.lines.values():
            line.flush()

    def _make(self, languages: tuple[str, ...]) -> None:
        clear(self._grid)
        self.lines, self._heads = {}, {}
        for row, code in enumerate(languages):
            line = self.lines[code] = _Line(self.entered.emit)
            name = own_language_name(code)
            line.setAccessibleName(f"{self._name}, {name}")
            line.edited.connect(partial(self._on_edited, code))
            dot, word = GapDot(self._theme), words(name, tone="muted", wrap=False)
            head = QWidget()
            head.setFixedWidth(px(self._theme, BESIDE))
            beside = QHBoxLayout(head)
            beside.setContentsMargins(0, 0, 0, 0)
            beside.setSpacing(4)
            beside.addWidget(dot)
            beside.addWidget(word)
            beside.addStretch(1)
            self._heads[code] = dot, word
            self._grid.addWidget(head, row, 0)
            self._grid.addWidget(line, row, 1)

    def _mark(self, code: str, lacking: bool) -> None:
        dot, word = self._heads[code]
        dot.setVisible(lacking)
        set_property(word, "tone", "incomplete" if lacking else "muted")

    def _on_edited(self, code: str, text: str) -> None:
        if self._save(code, " ".join(text.split())):
            line = self.lines[code]
            line.show_text(" ".join(text.split()), force=True)
            line.settle()


class _Line(SavedLine):
    def __init__(self, entered: Callable[[], object]) -> None:
        super().__init__()
        self._entered = entered

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.text() in ("\r", "\n"):
            self.flush()
            self._entered()
