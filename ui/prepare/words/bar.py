"""Above the terms: the field to find words in every language, and for each language those without a name in it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLineEdit, QWidget

from ui.actions import anywhere, preparing
from ui.keys import shown, tip
from ui.look.folds import px
from ui.look.icons import IconLabel
from ui.look.marks import draw_gap
from ui.look.theme import Theme
from ui.widgets.buttons import DrawnButton, icon_button
from ui.widgets.fields import Choice
from ui.widgets.flow import Flow
from ui.widgets.roving import Roving
from ui.widgets.rows import clear
from ui.widgets.words import caption
from ui.workspace import Workspace

FIELD, NARROW, NAMED, INSIDE, SIGN = 190, 120, 170, 6, 15
"""Widths of the field, of the field where there is little room, and of the choice of a vocabulary; of a chip."""


class WordsBar(QWidget):
    """Says `sought` at each key and `narrowed` with a language, or "" for all terms again."""

    sought = Signal(str)
    narrowed = Signal(str)
    list_asked = Signal()
    """From the field down to the terms."""
    about_asked = Signal()
    """What is known of the vocabulary is to be shown."""
    export_asked = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.chips: dict[str, GapChip] = {}
        self._build()

    def show_missing(self, languages: tuple[str, ...], missing: Mapping[str, int], only: str) -> None:
        """Show for each language how many terms have no name in it, and which language alone is shown."""
        t = self._workspace.t
        if tuple(self.chips) != languages:
            self._make_chips(languages)
        for code, chip in self.chips.items():
            number = missing.get(code, 0)
            said = t("{count} without {language}")
            chip.show_words(said.format(count=t.number(number), language=t.language_name(code)))
            chip.setChecked(code == only)
            chip.setVisible(bool(number) or code == only)
            chip.setToolTip(t("Show all again") if code == only else t("Show these alone"))
        self._roving.gather([chip for chip in self.chips.values() if not chip.isHidden()])

    def _make_chips(self, languages: tuple[str, ...]) -> None:
        clear(self._flow)
        self.chips = {code: GapChip(self._workspace.theme) for code in languages}
        for code, chip in self.chips.items():
            chip.clicked.connect(lambda checked, code=code: self.narrowed.emit(code if checked else ""))
            self._flow.addWidget(chip)

    def _build(self) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        about, export = preparing.EDIT_VOCABULARY, preparing.EXPORT_WORDS
        self.vocabularies = Choice()
        self.vocabularies.setAccessibleName(t("Vocabularies"))
        self.vocabularies.setMinimumWidth(px(theme, NAMED))
        self.vocabularies.hide()
        self.field = FindLine(self._workspace)
        self.field.textChanged.connect(self.sought)
        self.field.list_asked.connect(self.list_asked)
        chips = QWidget()
        self._flow: QLayout = Flow(chips, 4)
        self._roving = Roving(chips)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 8, 12, 4)
        line.setSpacing(12)
        line.addWidget(self.vocabularies)
        line.addWidget(self.field)
        line.addWidget(chips, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(icon_button(theme, about.icon, t(about.label), self.about_asked.emit))
        line.addWidget(icon_button(theme, export.icon, t(export.words), self.export_asked.emit))


class FindLine(QLineEdit):
    """Narrows the terms at each key; Down or Enter goes to what was found, Escape empties it."""

    list_asked = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        t, theme = workspace.t, workspace.theme
        self.setPlaceholderText(t("Find"))
        self.setAccessibleName(t("Find in the terms"))
        self.setToolTip(tip(t, anywhere.FIND))
        self._theme = theme
        self.setMaximumWidth(px(theme, FIELD))
        self._keys = caption(shown(anywhere.FIND), wrap=False)
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 0, 10, 0)
        line.addWidget(IconLabel(theme, "search", "muted", 16))
        line.addStretch(1)
        line.addWidget(self._keys)
        self.setTextMargins(22, 0, 0, 0)
        self.textChanged.connect(lambda text: self._keys.setVisible(not text))

    def sizeHint(self) -> QSize:
        return QSize(px(self._theme, FIELD), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(self._theme, NARROW), super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.list_asked.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.list_asked.emit()
        else:
            super().keyPressEvent(event)


class GapChip(DrawnButton):
    """The hollow dot and how many lack something; chosen, it has the soft ground."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setCheckable(True)

    def show_words(self, words: str) -> None:
        """Show other words."""
        if words != self.text():
            self.setText(words)
            self.setAccessibleName(words)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._theme.font("caption"))
        wide = metrics.horizontalAdvance(self.text()) + 2 * INSIDE + px(self._theme, SIGN)
        return QSize(wide, metrics.height() + 8)

    def draw(self, painter: QPainter) -> None:
        self.draw_ground(painter, "accent_soft" if self.isChecked() else "window" if self.underMouse() else "")
        left = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        middle = QPointF(INSIDE + 5 if left else self.width() - INSIDE - 5, self.height() / 2)
        draw_gap(painter, middle, self._theme, "incomplete")
        painter.setFont(self._theme.font("caption"))
        painter.setPen(self._theme.colour("incomplete"))
        sign = px(self._theme, SIGN)
        room = self.rect().adjusted(INSIDE + (sign if left else 0), 0, -INSIDE - (0 if left else sign), 0)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.text())
