"""What there is and what is missing in a session, each a button that shows those entries alone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from consultation.language import Translator
from consultation.reading.gaps import GapCounts
from ui.look.folds import px
from ui.look.marks import draw_gap, draw_set
from ui.look.theme import Theme
from ui.session.stream_model import Only
from ui.widgets.buttons import DrawnButton

TONES = {
    Only.CITIZENSHIP: "citizenship",
    Only.POLICY: "policy",
    Only.NO_STRAND: "incomplete",
    Only.NOT_COUNTED: "incomplete",
}
INSIDE = 6
"""Left and right of the words, where the ground of a chosen one shows."""


class GapFilters(QWidget):
    """One stop for the keyboard; arrows lead from one to the next."""

    chosen = Signal(object)
    """An `Only`, or None when it was taken off."""

    def __init__(self, theme: Theme, t: Translator) -> None:
        super().__init__()
        self._t = t
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._buttons = {only: FilterButton(theme, only) for only in Only}
        self._rule = QFrame()
        self._rule.setProperty("rule", True)
        self._rule.setFixedSize(1, 16)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        for only, button in self._buttons.items():
            if only is Only.NO_STRAND:
                line.addSpacing(2)
                line.addWidget(self._rule)
                line.addSpacing(2)
            line.addWidget(button)
            button.clicked.connect(lambda checked, only=only: self.chosen.emit(only if checked else None))
            button.stepped.connect(self._on_stepped)
        line.addStretch(1)

    def show_counts(self, gaps: GapCounts, only: Only | None) -> None:
        """Show how many there are of each, and which alone are shown; what there is none of is left out."""
        t = self._t
        words = {
            Only.CITIZENSHIP: (
                gaps.citizenship,
                t.plural("{count} citizenship", "{count} citizenship", gaps.citizenship),
            ),
            Only.POLICY: (gaps.policy, t.plural("{count} policy and action", "{count} policy and action", gaps.policy)),
            Only.NO_STRAND: (
                gaps.without_strand,
                t.plural("{count} without strand", "{count} without strand", gaps.without_strand),
            ),
            Only.NOT_COUNTED: (
                gaps.not_counted,
                t.plural("{count} not counted", "{count} not counted", gaps.not_counted),
            ),
        }
        for choice, (count, said) in words.items():
            button = self._buttons[choice]
            button.show_words(said)
            button.setChecked(choice is only)
            button.setVisible(bool(count) or choice is only)
            button.setToolTip(t("Show all again") if choice is only else t("Show these alone"))
        missing = [self._buttons[choice] for choice in (Only.NO_STRAND, Only.NOT_COUNTED)]
        there = [self._buttons[choice] for choice in (Only.CITIZENSHIP, Only.POLICY)]
        self._rule.setVisible(any(not b.isHidden() for b in missing) and any(not b.isHidden() for b in there))
        self._stop_once()

    def fit(self, width: int) -> None:
        """Where there is no room for all words, have the marks of the two sets stand for theirs."""
        for short in (False, True):
            for only in (Only.CITIZENSHIP, Only.POLICY):
                self._buttons[only].show_short(short)
            if self.minimumSizeHint().width() <= width:
                return

    def button(self, only: Only) -> FilterButton:
        """Return the button of a choice."""
        return self._buttons[only]

    def _stop_once(self) -> None:
        """Let Tab stop at one button only: the chosen one, or the first."""
        shown = [button for button in self._buttons.values() if not button.isHidden()]
        stop = next((button for button in shown if button.isChecked()), shown[0] if shown else None)
        for button in self._buttons.values():
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus)

    def _on_stepped(self, by: int) -> None:
        shown = [button for button in self._buttons.values() if not button.isHidden()]
        here = self.focusWidget()
        if isinstance(here, FilterButton) and here in shown:
            shown[(shown.index(here) + by) % len(shown)].setFocus(Qt.FocusReason.TabFocusReason)


class FilterButton(DrawnButton):
    """A mark and a few words; chosen, they have the soft ground."""

    stepped = Signal(int)

    def __init__(self, theme: Theme, only: Only) -> None:
        super().__init__(theme)
        self._only, self._short = only, False
        self.setCheckable(True)

    def show_words(self, words: str) -> None:
        """Show other words."""
        if words != self.text():
            self.setText(words)
            self.setAccessibleName(words)
            self.updateGeometry()

    def show_short(self, short: bool) -> None:
        """Show the number alone beside the mark, or the words again."""
        if short != self._short:
            self._short = short
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        metrics = self._metrics()
        return QSize(metrics.horizontalAdvance(self._shown()) + 2 * INSIDE + self._sign(), metrics.height() + 6)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        forward = event.key() == Qt.Key.Key_Right
        if forward or event.key() == Qt.Key.Key_Left:
            turned = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            self.stepped.emit(1 if forward != turned else -1)
        else:
            super().keyPressEvent(event)

    def draw(self, painter: QPainter) -> None:
        theme = self._theme
        self.draw_ground(painter, "accent_soft" if self.isChecked() else "window" if self.underMouse() else "")
        tone = TONES[self._only]
        left = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        middle = QPointF(INSIDE + 5 if left else self.width() - INSIDE - 5, self.height() / 2)
        if tone == "incomplete":
            draw_gap(painter, middle, theme, tone)
        else:
            draw_set(painter, middle, theme, tone)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour(tone if tone == "incomplete" else "text"))
        room = self.rect().adjusted(INSIDE + self._sign(), 0, -INSIDE, 0)
        if not left:
            room = self.rect().adjusted(INSIDE, 0, -INSIDE - self._sign(), 0)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self._shown())

    def _shown(self) -> str:
        return self.text().split(" ")[0] if self._short else self.text()

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._theme.font("caption"))

    def _sign(self) -> int:
        return px(self._theme, 15)
