"""The head of the peek: which entry it is. Its first words come up here when the words themselves are scrolled away."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.actions import recording
from ui.keys import tip
from ui.look.icons import IconLabel
from ui.look.marks import SetMark
from ui.session.entry_kinds import ACTIONS, TONES, EntryKind, entry_kind_name
from ui.widgets.buttons import icon_button
from ui.widgets.words import Elided, set_property, words
from ui.workspace import Workspace

SETS = (EntryKind.CITIZENSHIP, EntryKind.POLICY)


class PeekHead(QWidget):
    """Mark, number and kind; at the end the history and what closes the peek."""

    history_asked = Signal()
    close_asked = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._build()

    def show_entry(self, kind: EntryKind, number: str, name: str, text: str) -> None:
        """Show what it is: its number where it has one, its ``name``, and the words for when they are out of sight."""
        tone = TONES[kind]
        self._mark.setVisible(kind in SETS)
        self._icon.setVisible(kind not in SETS)
        if kind in SETS:
            self._mark.show_set(tone)
        else:
            self._icon.show_icon(ACTIONS[kind].icon, tone)
        for label, shown in ((self._number, number), (self._kind, name or entry_kind_name(self._workspace.t, kind))):
            set_property(label, "tone", "text" if tone == "muted" else tone)
            label.setText(shown)
        self._number.setVisible(bool(number))
        self._words.show_text(text)

    def show_words(self, shown: bool) -> None:
        """Show the first words in place of the kind."""
        if self._words.isVisibleTo(self) != shown:
            self._words.setVisible(shown)
            self._kind.setVisible(not shown)

    def stand(self, inset: int, low: bool) -> None:
        """Begin at the edge at which what is below begins; ``low`` where there is little height."""
        self._line.setContentsMargins(inset, 6 if low else 16, 12, 2 if low else 4)

    def _build(self) -> None:
        workspace, t = self._workspace, self._workspace.t
        self._mark = SetMark(workspace.theme)
        self._icon = IconLabel(workspace.theme, "message-square", "muted", 18)
        self._number = words("", "heading", strong=True, wrap=False)
        self._kind = words("", strong=True, wrap=False)
        self._words = Elided("")
        self._words.hide()
        self._line = line = QHBoxLayout(self)
        line.setSpacing(8)
        for part in (self._mark, self._icon, self._number, self._kind):
            line.addWidget(part)
        line.addWidget(self._words, 1)
        line.addStretch(0)
        line.addWidget(icon_button(workspace.theme, "history", t("History"), self.history_asked.emit))
        line.addWidget(
            icon_button(workspace.theme, "x", tip(t, recording.DETAILS, t("Close the details")), self.close_asked.emit)
        )
