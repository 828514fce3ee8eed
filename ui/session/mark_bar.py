"""The row that offers what marked words can become; it lies over the end of the stream."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.keys import tip
from ui.session.entry_kinds import ACTIONS, FROM_WORDS, TONES, EntryKind, entry_kind_name
from ui.widgets.chips import Chip
from ui.widgets.words import caption
from ui.workspace import Workspace


class MarkBar(QFrame):
    """A chip for each kind of entry; hidden until words are marked."""

    kind_asked = Signal(object)
    """An `EntryKind` for the words that are marked."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        t, theme = workspace.t, workspace.theme
        self.setProperty("surface", "card")
        self.setProperty("floats", True)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 6, 12, 6)
        line.setSpacing(8)
        line.addWidget(caption(t("Make of the marked words:"), wrap=False))
        for kind in FROM_WORDS:
            name = entry_kind_name(t, kind)
            chip = Chip(theme, name, TONES[kind], ACTIONS[kind].icon)
            chip.setCheckable(False)
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            chip.setToolTip(tip(t, ACTIONS[kind], name))
            chip.clicked.connect(partial(self._on_kind_pressed, kind))
            line.addWidget(chip)
        self.hide()

    def _on_kind_pressed(self, kind: EntryKind, *_: object) -> None:
        self.kind_asked.emit(kind)
