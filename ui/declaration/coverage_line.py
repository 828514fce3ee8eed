"""Above the text: where every recommendation has gone, in words and as one bar."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from consultation.reading.passages import Declaration
from ui.look.theme import Theme
from ui.widgets.buttons import quiet_button
from ui.widgets.flow import Flow
from ui.widgets.rows import clear
from ui.widgets.words import caption, words
from ui.workspace import Workspace

BAR = 6
BETWEEN = 24


@dataclass(frozen=True)
class Coverage:
    """How many recommendations have gone where; together they are all there are."""

    in_text: int
    left_out: int
    """Their clauses were left out by a person."""
    set_aside: int
    nowhere: int

    @property
    def total(self) -> int:
        """All recommendations."""
        return self.in_text + self.left_out + self.set_aside + self.nowhere


def coverage_of(standing: Declaration) -> Coverage:
    """Account for every recommendation."""
    in_text = len({source for passage in standing.passages for source in passage.own_sources})
    unused, aside = len(standing.unused), standing.unused_set_aside
    return Coverage(in_text, len(standing.source_numbers) - in_text - unused, aside, unused - aside)


class CoverageLine(QWidget):
    """Words and bar; what stands nowhere leads to it."""

    nowhere_asked = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._facts = QWidget()
        self._flow = Flow(self._facts, BETWEEN)
        policy = self._facts.sizePolicy()
        policy.setHeightForWidth(True)
        self._facts.setSizePolicy(policy)
        self._bar = CoverageBar(workspace.theme)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(6)
        self._column.addWidget(self._facts)
        self._column.addWidget(self._bar)
        self.lie(0, 620)

    @property
    def facts(self) -> list[str]:
        """What is said, in its order."""
        found = (self._flow.itemAt(place) for place in range(self._flow.count()))
        return [item.widget().text() for item in found if item is not None]  # type: ignore[union-attr]  # labels, a button

    def lie(self, left: int, width: int) -> None:
        """Begin and end where the words do."""
        self._column.setContentsMargins(left, 12, 0, 12)
        for part in (self._facts, self._bar):
            part.setFixedWidth(width)

    def show_coverage(self, coverage: Coverage) -> None:
        """Show where the recommendations have gone."""
        t = self._workspace.t
        clear(self._flow)
        total = t.plural("{count} recommendation", "{count} recommendations", coverage.total)
        self._flow.addWidget(words(total, "caption", strong=True, wrap=False))
        for count, said in (
            (coverage.in_text, t("{count} in the text")),
            (coverage.left_out, t("{count} left out")),
            (coverage.set_aside, t("{count} set aside")),
        ):
            if count:
                self._flow.addWidget(caption(said.format(count=t.number(count)), "text", wrap=False))
        if coverage.nowhere:
            said = t("{count} nowhere").format(count=t.number(coverage.nowhere))
            self._flow.addWidget(quiet_button(self._workspace.theme, said, self.nowhere_asked.emit))
        self._facts.updateGeometry()
        self._bar.show_coverage(coverage)


class CoverageBar(QFrame):
    """One bar: in the text filled, set aside grey, left out and nowhere hollow."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._coverage = theme, Coverage(0, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(BAR + 2)
        theme.changed.connect(self.update)

    def show_coverage(self, coverage: Coverage) -> None:
        """Show other numbers."""
        self._coverage = coverage
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        coverage, theme = self._coverage, self._theme
        parts = [
            (coverage.in_text, "text", True),
            (coverage.left_out, "muted", False),
            (coverage.set_aside, "edge", True),
            (coverage.nowhere, "incomplete", False),
        ]
        shown = [part for part in parts if part[0]]
        if not shown:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, free = 0.0, self.width() - 2 * (len(shown) - 1)
        for count, tone, filled in shown:
            wide = max(free * count / coverage.total, 3.0)
            box = QRectF(left, 1, wide, BAR)
            colour = theme.colour(tone)
            painter.setPen(Qt.PenStyle.NoPen if filled else QPen(colour, 1))
            painter.setBrush(colour if filled else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box if filled else box.adjusted(0.5, 0.5, -0.5, -0.5), 1.5, 1.5)
            left += wide + 2
