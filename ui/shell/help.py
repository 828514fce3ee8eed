"""The page of keyboard shortcuts (F1), the log of messages, and what this program is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

import consultation
from consultation.language import Translator
from ui import PROGRAM
from ui.widgets.buttons import main_button
from ui.widgets.words import caption, heading, section, title, words
from ui.workspace import Workspace


class Page(QDialog):
    """A dialog that is only read: a title, a scrolled column, and Close."""

    def __init__(self, workspace: Workspace, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(name)
        self.resize(640, 600)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 24, 24, 16)
        outer.setSpacing(16)
        outer.addWidget(title(name))
        inside = QWidget()
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(0, 0, 12, 0)
        self.column.setSpacing(12)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        outer.addWidget(area, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        done = main_button(workspace.theme, workspace.t("Close"), self.accept)
        done.setDefault(True)
        row.addWidget(done)
        outer.addLayout(row)


class ShortcutsPage(Page):
    """Every key there is."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        t = workspace.t
        super().__init__(workspace, t("Keyboard shortcuts"), parent)
        for name, keys in shortcuts(t):
            self.column.addWidget(section(name))
            grid = QGridLayout()
            grid.setHorizontalSpacing(16)
            grid.setVerticalSpacing(8)
            grid.setColumnStretch(1, 1)
            grid.setColumnMinimumWidth(0, 160)
            for row, (key, what) in enumerate(keys):
                shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) or key
                grid.addWidget(words(shown, strong=True, wrap=False), row, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(words(what), row, 1)
            self.column.addLayout(grid)
        self.column.addStretch(1)


class MessagesPage(Page):
    """What the strip has said, newest first."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        t = workspace.t
        super().__init__(workspace, t("Messages so far"), parent)
        if not workspace.messages:
            self.column.addWidget(words(t("Nothing has been said yet."), tone="muted"))
        for message in reversed(workspace.messages):
            self.column.addWidget(caption(t.time(message.said_at)))
            self.column.addWidget(words(message.text, tone=message.tone))
        self.column.addStretch(1)


class AboutPage(Page):
    """What this program is, and whose work it contains."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        t = workspace.t
        super().__init__(workspace, t("About this program"), parent)
        self.column.addWidget(heading(f"{PROGRAM} {consultation.__version__}"))
        for text in (
            t(
                "Records what people say in many rooms, merges it, and turns it into one declaration in which every "
                "clause says where it comes from."
            ),
            t("Everything stays in files on your own computer. The program never uses the network."),
            t("Made with Python and Qt (LGPL). Icons: Lucide (ISC)."),
        ):
            self.column.addWidget(words(text))
        self.column.addWidget(section(t("Settings are kept in")))
        place = words(str(workspace.settings.folder), "caption")
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.column.addWidget(place)
        self.column.addStretch(1)


def shortcuts(t: Translator) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the keys by where they work."""
    return [
        (
            t("In the room"),
            [
                ("Return", t("Save the line")),
                ("Shift+Return", t("New line in the text")),
                ("@", t("Choose who is speaking by typing a name")),
                ("Ctrl+L", t("Choose who is speaking from the list")),
                ("Ctrl+I", t("The line is an intervention")),
                ("Ctrl+Shift+C", t("The line, or the words marked, is a citizenship recommendation")),
                ("Ctrl+Shift+P", t("The line, or the words marked, is a recommendation on policy and action")),
                ("Ctrl+Shift+L", t("The line, or the words marked, is a lesson learned")),
                ("Ctrl+T", t("Back to the entry line")),
                ("Ctrl+G", t("Choose another session")),
                ("Ctrl+Shift+D", t("Show or hide the details")),
                ("Del", t("Delete what is selected")),
            ],
        ),
        (
            t("What has been said"),
            [
                ("Up", t("The entry before, from the entry line too when it is empty")),
                ("Shift+Right", t("Mark words of the selected entry (with Ctrl: word by word)")),
                ("Return", t("Edit the selected entry")),
                ("Esc", t("Back to the entry line")),
                ("Ctrl+F", t("Search")),
            ],
        ),
        (
            t("In Merge"),
            [
                ("Ctrl+Shift+O", t("Choose files to merge")),
                ("Ctrl+Return", t("Merge the files, or use the other wording")),
                ("1", t("Choose an answer by its number")),
                ("W", t("Write another wording")),
                ("J", t("The next conflict (K: the one before)")),
            ],
        ),
        (
            t("In the declaration"),
            [
                ("Return", t("Edit the clause where it stands")),
                ("Esc", t("Done with editing; it is saved")),
                ("Del", t("Leave the clause out")),
                ("F5", t("Make the draft, or bring it up to date")),
                ("Ctrl+E", t("Export the declaration")),
                ("Ctrl+Shift+D", t("Show or hide sources and what is not used")),
                ("Ctrl+F", t("Find words in the declaration")),
            ],
        ),
        (
            t("Everywhere"),
            [
                ("Ctrl+1", t("Go to a place (Ctrl and its number)")),
                ("Ctrl+Z", t("Undo")),
                ("Ctrl+Shift+Z", t("Redo")),
                ("Ctrl++", t("Larger text")),
                ("Ctrl+-", t("Smaller text")),
                ("Ctrl+O", t("Open a file")),
                ("Ctrl+Shift+S", t("Send a copy")),
                ("F1", t("This page")),
            ],
        ),
    ]
