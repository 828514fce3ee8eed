"""The language in which words are shown and typed: one of those of the consultation, in the head of the page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from consultation.language import OWN_NAMES, Translator
from ui.look.theme import Theme
from ui.widgets.buttons import DrawnButton
from ui.widgets.roving import Roving

INSIDE = 8


class LanguageChoice(QWidget):
    """Their names in one line, that at hand on a quiet ground; where there is little room, their codes."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, t: Translator) -> None:
        super().__init__()
        self._theme, self._t = theme, t
        self._codes: list[str] = []
        self._buttons: dict[str, _Language] = {}
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(2)
        self._roving = Roving(self)
        self.setAccessibleName(t("Language of the words"))

    def show_languages(self, codes: Sequence[str], chosen: str) -> None:
        """Offer these, of which one is chosen; nothing where there is no choice."""
        if list(codes) != self._codes:
            self._codes = list(codes)
            for button in self._buttons.values():
                button.hide()
                button.deleteLater()
            self._buttons = {code: self._made(code) for code in codes}
        for code, button in self._buttons.items():
            button.setChecked(code == chosen)
        if chosen in self._buttons:
            self._roving.gather(list(self._buttons.values()), self._buttons[chosen])
        self.setVisible(len(codes) > 1)

    def be_short(self, short: bool) -> None:
        """Show codes in the place of names."""
        for button in self._buttons.values():
            button.be_short(short)

    def _made(self, code: str) -> _Language:
        made = _Language(self._theme, OWN_NAMES.get(code) or self._t.language_name(code), code)
        made.clicked.connect(lambda: self._on_clicked(code))
        self._line.addWidget(made)
        return made

    def _on_clicked(self, code: str) -> None:
        for each, button in self._buttons.items():
            button.setChecked(each == code)
        self.chosen.emit(code)


class _Language(DrawnButton):
    def __init__(self, theme: Theme, name: str, code: str) -> None:
        super().__init__(theme, name)
        self._name, self._code = name, code
        self.setCheckable(True)
        self.setAccessibleName(name)

    def be_short(self, short: bool) -> None:
        """Show its code."""
        text = self._code if short else self._name
        if text != self.text():
            self.setText(text)
            self.setToolTip(self._name if short else "")
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._theme.font(strong=True))
        return QSize(metrics.horizontalAdvance(self.text()) + 2 * INSIDE, metrics.height() + 8)

    def draw(self, painter: QPainter) -> None:
        theme = self._theme
        ground = "accent_soft" if self.isChecked() else ("raised" if self.underMouse() else "")
        self.draw_ground(painter, ground)
        painter.setFont(theme.font(strong=self.isChecked()))
        painter.setPen(theme.colour("accent" if self.isChecked() else "text"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())
