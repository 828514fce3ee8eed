"""The line at the top of the window: menus, one message, the way to everything, and what is open and saved.

Its height never changes, so that a message can neither move a page nor cover a title.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenuBar, QSizePolicy, QToolButton

from consultation.language import OWN_NAMES, WINDOW_LANGUAGES
from ui.actions import anywhere
from ui.keys import shown, tip
from ui.look.folds import Fold, px
from ui.look.icons import set_icon
from ui.look.marks import GapDot
from ui.shell.job_line import JobLine
from ui.shell.message_line import MessageLine
from ui.widgets.buttons import GAP, IconButton
from ui.widgets.popups import menu_of
from ui.widgets.words import Elided, caption, set_property
from ui.workspace import Workspace

HEIGHT = 40


class TopLine(QFrame):
    """Menus at the beginning; at the end what is open, or on the start page the language."""

    find_asked = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._fold = Fold.WIDE
        self._build()
        workspace.theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def fold(self, fold: Fold) -> None:
        """Leave out words where the window is narrow."""
        self._fold = fold
        self._show_parts()

    def show_file(self, name: str) -> None:
        """Show which file is open; "" for none."""
        self._file.show_text(name)
        self._show_parts()

    def _show_parts(self) -> None:
        """Show what there is room for: a message that is too long takes that of everything but the trouble.

        In a narrow window every message does. A refusal, which may have two ways out, takes that of the words anyhow.
        """
        message = self.message.message
        narrow = self._fold < Fold.NARROW or (message is not None and message.tone == "conflict")
        self._show_file(narrow, given_up=self._fold < Fold.NARROW and message is not None)
        if message is not None and not self._has_room():
            self._show_file(True, given_up=True)
        self._language.setVisible(not self._file.whole)

    def _has_room(self) -> bool:
        """Tell whether everything that is shown can be read whole."""
        self.message.updateGeometry()
        layout = self.layout()
        return layout is None or layout.sizeHint().width() <= self.width()

    def _show_file(self, narrow: bool, given_up: bool) -> None:
        """Show the way to everything and what is open: with fewer words, or given up for a message."""
        is_open = bool(self._file.whole)
        self._find.setText("" if narrow else self._workspace.t(anywhere.PALETTE.label))
        self._find.setVisible(is_open and not given_up)
        self._keys.setVisible(is_open and not narrow)
        self._file.setVisible(is_open and not given_up)
        self._saved.setVisible(is_open and (not given_up or bool(self._workspace.saved.state.trouble)))

    def _show_saved(self) -> None:
        state = self._workspace.saved.state
        words = state.in_words(self._workspace.t)
        if words == self._saved.text():
            return
        self._saved.setText(words)
        set_property(self._saved, "tone", state.tone)
        set_property(self._saved, "strong", bool(state.trouble))
        self._trouble.setVisible(bool(state.trouble))
        self._show_parts()

    def _build(self) -> None:
        workspace, t = self._workspace, self._workspace.t
        self.menus = QMenuBar()
        self.menus.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.message = MessageLine(workspace)
        self._jobs = JobLine(workspace)
        self._find = IconButton()
        self._find.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._find.setProperty("textsize", "caption")
        self._find.setProperty("tone", "muted")
        self._find.setToolTip(tip(t, anywhere.PALETTE))
        self._find.setAccessibleName(t(anywhere.PALETTE.words))
        set_icon(self._find, workspace.theme, anywhere.PALETTE.icon, "muted", gap=GAP)
        self._find.clicked.connect(self.find_asked)
        self._keys = caption(shown(anywhere.PALETTE), wrap=False)
        self._keys.setContentsMargins(0, 0, 8, 0)
        self._file = Elided("", "body")
        self._file.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._trouble, self._saved = GapDot(workspace.theme), caption("", wrap=False)
        self._language = self._language_button()
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 0, 16, 0)
        line.setSpacing(8)
        line.addWidget(self.menus, alignment=Qt.AlignmentFlag.AlignVCenter)
        line.addSpacing(8)
        line.addWidget(self.message, 1)
        finding = QHBoxLayout()
        finding.setSpacing(0)
        finding.addWidget(self._find)
        finding.addWidget(self._keys)
        line.addWidget(self._jobs)
        line.addLayout(finding)
        for part in (self._file, self._trouble, self._saved, self._language):
            line.addWidget(part)
        self.message.changed.connect(self._show_parts)
        workspace.saved.changed.connect(self._show_saved)
        self._show_saved()

    def _language_button(self) -> QToolButton:
        """Make the button that offers the languages where no file is open yet."""
        workspace = self._workspace
        made = IconButton()
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setText(OWN_NAMES[workspace.t.language])
        made.setProperty("textsize", "caption")
        made.setAccessibleName(workspace.t("Language of the window"))
        set_icon(made, workspace.theme, "languages", "muted", gap=GAP)
        made.clicked.connect(self._on_language_pressed)
        return made

    def _on_language_pressed(self) -> None:
        menu = menu_of(self._language)
        for code in WINDOW_LANGUAGES:
            chosen = menu.addAction(OWN_NAMES[code])
            chosen.triggered.connect(lambda *_, code=code: self._workspace.speak(code))
        menu.popup(self._language.mapToGlobal(self._language.rect().bottomLeft()))

    def _on_theme_changed(self) -> None:
        self.setFixedHeight(px(self._workspace.theme, HEIGHT))
