"""Above the text: where every recommendation has gone, in words and as one bar."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from consultation.reading.whereabouts import Whereabouts
from ui.declaration.gap_button import GapButton
from ui.look.theme import Theme
from ui.widgets.buttons import quiet_button
from ui.widgets.flow import Flow
from ui.widgets.rows import clear
from ui.widgets.words import caption, words
from ui.workspace import Workspace

BAR = 6
BETWEEN = 18


class CoverageLine(QWidget):
    """Words and bar; what is not in the text leads to it."""

    asked = Signal()
    """What is not in the text is to be shown."""
    wording_asked = Signal()
    """What needs a wording is to be shown."""
    laid = Signal()
    """Its parts were made anew."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._facts = QWidget()
        self._flow = Flow(self._facts, BETWEEN, 2)
        self._bar = CoverageBar(workspace.theme)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(6)
        self._column.addWidget(self._facts)
        self._column.addWidget(self._bar)
        self.lie(0, 620)

    @property
    def facts(self) -> list[str]:
        """What is said, in its order."""
        return [part.text() for part in self._said() if isinstance(part, QLabel | QAbstractButton)]

    def lie(self, left: int, width: int) -> None:
        """Begin and end where the words do."""
        self._column.setContentsMargins(left, 12, 0, 12)
        for part in (self._facts, self._bar):
            part.setFixedWidth(width)
        self._fit()

    def show_coverage(self, gone: Whereabouts) -> None:
        """Show where the recommendations have gone."""
        t = self._workspace.t
        clear(self._flow)
        total = t.plural("{count} recommendation", "{count} recommendations", gone.total)
        self._flow.addWidget(words(total, "caption", strong=True, wrap=False))
        theme = self._workspace.theme
        for count, said in (
            (gone.in_text, t("{count} in the text")),
            (gone.annexed, t("{count} in Annex A only")),
            (gone.not_agreed, t("{count} not agreed")),
            (gone.left_out, t("{count} left out")),
        ):
            if count:
                self._flow.addWidget(caption(said.format(count=t.number(count)), "text", wrap=False))
        if gone.need_wording:
            said = t.plural("{count} needs a wording", "{count} need a wording", gone.need_wording)
            self._flow.addWidget(GapButton(theme, said, self.wording_asked.emit))
        elif gone.in_text < gone.total:
            self._flow.addWidget(quiet_button(theme, t("Why"), self.asked.emit, tip=t("Why the others are not in it")))
        self._fit()
        self._bar.show_coverage(gone)
        self.laid.emit()

    def _said(self) -> list[QWidget]:
        """Return what says the facts."""
        found = (self._flow.itemAt(place) for place in range(self._flow.count()))
        return [part for item in found if item is not None and (part := item.widget()) is not None]

    def _fit(self) -> None:
        """Be as high as the lines of words; Qt would show them only later, and until then they take no room."""
        for part in self._said():
            part.show()
        self._facts.setFixedHeight(max(self._flow.heightForWidth(self._facts.width()), 1))


class CoverageBar(QFrame):
    """One bar: in the text filled, in the annex grey, not agreed in its own colour, the others hollow."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._gone = theme, Whereabouts()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(BAR + 2)
        theme.changed.connect(self.update)

    def show_coverage(self, gone: Whereabouts) -> None:
        """Show other numbers."""
        self._gone = gone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        gone, theme = self._gone, self._theme
        parts = [
            (gone.in_text, "text", True),
            (gone.annexed, "edge", True),
            (gone.not_agreed, "duplicate", True),
            (gone.left_out, "muted", False),
            (gone.need_wording, "incomplete", False),
        ]
        shown = [part for part in parts if part[0]]
        if not shown:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, free = 0.0, self.width() - 2 * (len(shown) - 1)
        for count, tone, filled in shown:
            wide = max(free * count / gone.total, 3.0)
            box = QRectF(left, 1, wide, BAR)
            colour = theme.colour(tone)
            painter.setPen(Qt.PenStyle.NoPen if filled else QPen(colour, 1))
            painter.setBrush(colour if filled else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box if filled else box.adjusted(0.5, 0.5, -0.5, -0.5), 1.5, 1.5)
            left += wide + 2
