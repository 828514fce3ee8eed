"""A file that was chosen: its name, what it brings or why it cannot be taken, and whether it goes in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout

from consultation.merging import Account
from consultation.words import Matter, Remark, remarks
from ui.look.icons import IconLabel
from ui.widgets.buttons import icon_button
from ui.widgets.cards import Card
from ui.widgets.chips import tag
from ui.widgets.words import Elided, words
from ui.workspace import Workspace

SIGNS = {
    Matter.NOTHING_NEW: ("check", "muted"),
    Matter.CREATED: ("plus", "text"),
    Matter.CHANGED: ("pencil", "text"),
    Matter.DELETED: ("trash-2", "incomplete"),
    Matter.SESSIONS: ("messages-square", "text"),
    Matter.CONFLICTS: ("git-compare", "conflict"),
    Matter.CONSENT: ("users", "incomplete"),
    Matter.WRITTEN_FOR: ("users", "incomplete"),
    Matter.ERASED: ("trash-2", "incomplete"),
    Matter.FILLED: ("check", "text"),
    Matter.UNREAD: ("info", "muted"),
    Matter.WRONG_CLOCK: ("calendar-clock", "incomplete"),
    Matter.OTHER_CONSULTATION: ("triangle-alert", "incomplete"),
    Matter.REFUSAL: ("circle-alert", "text"),
}
"""The icon and the tone in which each remark is shown."""


class FileCard(Card):
    """One file; before merging it can be taken off the list again."""

    removed = Signal(object)
    """The path of the file that is not wanted."""
    wanted = Signal(object, bool)
    """The path of a file of another consultation, and whether it is to come in all the same."""

    def __init__(self, workspace: Workspace, path: Path, file: Account | None, merged: bool = False) -> None:
        super().__init__()
        self._workspace = workspace
        self.path, self.file = path, file
        self._build(path.name, merged)

    @property
    def sentences(self) -> list[str]:
        """What the card says about the file."""
        return [remark.text for remark in self._remarks]

    def _build(self, name: str, merged: bool) -> None:
        t, theme, file = self._workspace.t, self._workspace.theme, self.file
        head = QHBoxLayout()
        head.setSpacing(8)
        refused = file is not None and file.refusal is not None
        head.addWidget(IconLabel(theme, "file-x" if refused else "file-text", "conflict" if refused else "muted"))
        self.name = Elided(name, "body", strong=True)
        head.addWidget(self.name, 1)
        state = self._state(merged)
        if state is not None:
            head.addWidget(tag(*state))
        if not merged:
            remove = icon_button(theme, "x", t("Take “{name}” off the list").format(name=name), self._on_remove_pressed)
            head.addWidget(remove)
        self.column.addLayout(head)
        self._remarks = self._said()
        if file is None:
            self.column.addLayout(self._line(t("Being read…"), "clock", "muted"))
        for remark in self._remarks:
            self.column.addLayout(self._line(remark.text, *SIGNS[remark.matter]))
        if file is not None and file.is_other and file.refusal is None and not merged:
            self._offer_to_take(file)

    def _state(self, merged: bool) -> tuple[str, str] | None:
        """Return the word that says how the file stands, and its tone."""
        t, file = self._workspace.t, self.file
        if file is None:
            return None
        if file.refusal is not None:
            return t("Cannot be taken"), "conflict"
        if file.shown.brings_nothing:
            return t("Nothing new"), "muted"
        if merged:
            return t("Merged"), "done"
        if file.is_other:
            return t("Another consultation"), "incomplete"
        return t("Ready"), "done"

    def _said(self) -> list[Remark]:
        t, file = self._workspace.t, self.file
        return remarks(t, file.shown, file.sessions, file.people, file.about) if file is not None else []

    def _line(self, text: str, icon: str, tone: str) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        picture = IconLabel(self._workspace.theme, icon, "muted" if tone == "text" else tone, 16)
        picture.setFixedSize(20, 20)
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        line.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(words(text, tone=tone), 1)
        return line

    def _offer_to_take(self, file: Account) -> None:
        self.take = QCheckBox(self._workspace.t("Take it in all the same"))
        self.take.setChecked(file.otherwise is None)
        self.take.toggled.connect(self._on_take_toggled)
        line = QHBoxLayout()
        line.setContentsMargins(28, 0, 0, 0)
        line.addWidget(self.take)
        line.addStretch(1)
        self.column.addLayout(line)

    def _on_remove_pressed(self) -> None:
        self.removed.emit(self.path)

    def _on_take_toggled(self, wanted: bool) -> None:
        self.wanted.emit(self.path, wanted)
