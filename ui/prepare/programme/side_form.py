"""A form in the peek of the programme: a heading that stays, and fields below it that scroll."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.actions import preparing
from ui.keys import tip
from ui.prepare.form.language_choice import LanguageChoice
from ui.widgets.buttons import icon_button
from ui.widgets.scroll import scrolled
from ui.widgets.words import caption, heading
from ui.workspace import Workspace


class SideForm(QWidget):
    """Base of the forms; fields are added to ``column``."""

    left = Signal()
    language_chosen = Signal(str)
    laid_out = Signal()
    """Fields were made anew: the order of Tab is to be told again."""

    def __init__(self, workspace: Workspace, language: Callable[[], str]) -> None:
        """``language`` answers in which language words are shown and typed."""
        super().__init__()
        self._workspace, self._language = workspace, language
        self._build_frame()

    def show_head(self, name: str, remark: str = "") -> None:
        """Show what the form is about."""
        self._name.setText(name)
        self._remark.setText(remark)
        languages = self._workspace.consultation.languages
        self.choice.show_languages(languages, self._language())

    def flush(self) -> None:
        """Save what is typed."""

    def leave(self) -> None:
        """Save what is typed, and forget what is shown."""

    def focus_first(self) -> None:
        """Take the keyboard to the first field."""

    def _build_frame(self) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        self._name, self._remark = heading(), caption(wrap=False)
        head = QHBoxLayout()
        head.setContentsMargins(20, 12, 12, 4)
        head.setSpacing(8)
        head.addWidget(self._name, 1)
        head.addWidget(self._remark)
        close = icon_button(theme, "x", tip(t, preparing.LEAVE_SESSION), self.left.emit)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.choice = LanguageChoice(theme, t)
        self.choice.chosen.connect(self.language_chosen)
        chosen = QHBoxLayout()
        chosen.setContentsMargins(12, 0, 12, 4)
        chosen.addWidget(self.choice)
        chosen.addStretch(1)
        inside = QWidget()
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(20, 4, 20, 20)
        self.column.setSpacing(12)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addLayout(chosen)
        self.area = scrolled(inside)
        whole.addWidget(self.area, 1)
