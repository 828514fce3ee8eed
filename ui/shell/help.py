"""The page of keyboard shortcuts (F1), the log of messages, and what this program is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

import consultation
from consultation.language import N_, Translator
from ui import PROGRAM
from ui.actions import TABLE, Scope
from ui.keys import shown
from ui.widgets.buttons import main_button
from ui.widgets.words import caption, heading, section, title, words
from ui.workspace import Workspace

HEADINGS: tuple[tuple[str, tuple[Scope, ...]], ...] = (
    (
        N_("While preparing"),
        (
            *(Scope.PREPARE, Scope.CONSULTATION, Scope.ORDERED, Scope.PARTS),
            *(Scope.VOCABULARIES, Scope.PEOPLE_TABLE, Scope.PROGRAMME, Scope.TIMETABLE, Scope.PROGRAMME_ROWS),
            *(Scope.TABLE_IN, Scope.OPEN_SPACE, Scope.AIMS, Scope.AIM_ROWS, Scope.HAND_OUT),
        ),
    ),
    (N_("Among the people"), (Scope.PEOPLE_ROWS, Scope.PERSON_FORM, Scope.PEOPLE_PAIRS)),
    (N_("In the room"), (Scope.LINE, Scope.ROOM, Scope.PEOPLE, Scope.NAME, Scope.AGENDA, Scope.DETAILS)),
    (N_("What has been said"), (Scope.STREAM, Scope.COUNTING, Scope.SEARCH)),
    (
        N_("In Merge"),
        (
            *(Scope.MERGE, Scope.FILES, Scope.SALVAGE, Scope.DECISIONS, Scope.QUEUE, Scope.CARDS),
            *(Scope.WORDING, Scope.DECIDED, Scope.MERGES),
        ),
    ),
    (N_("In the priorities"), (Scope.PRIORITIES, Scope.MISSING)),
    (N_("In the history of an entry"), (Scope.HISTORY,)),
    (
        N_("In the declaration"),
        (
            Scope.DECLARATION,
            Scope.TEXT,
            Scope.CLAUSE,
            Scope.SOURCES,
            Scope.FINDING,
            Scope.UNUSED,
            Scope.TWO,
            Scope.TRANSLATING,
        ),
    ),
    (N_("Everywhere"), (Scope.WINDOW, Scope.PALETTE)),
    (N_("On the start page"), (Scope.RECENT,)),
)
"""The parts of the window as a person thinks of them."""


class ReadingDialog(QDialog):
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


class KeysPage(ReadingDialog):
    """Every key there is, by where it works."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        t = workspace.t
        super().__init__(workspace, t("Keyboard shortcuts"), parent)
        for name, scopes in HEADINGS:
            self.column.addWidget(section(t(name)))
            self.column.addLayout(_keys(t, scopes))
        self.column.addStretch(1)


class MessagesPage(ReadingDialog):
    """What the top line has said, newest first."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        t = workspace.t
        super().__init__(workspace, t("Messages so far"), parent)
        if not workspace.messages.log:
            self.column.addWidget(words(t("Nothing has been said yet."), tone="muted"))
        for message in reversed(workspace.messages.log):
            self.column.addWidget(caption(t.time(message.said_at)))
            self.column.addWidget(words(message.text, tone=message.tone))
        self.column.addStretch(1)


class AboutPage(ReadingDialog):
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
        place = QLineEdit(str(workspace.settings.folder))  # a path may be long, and has nowhere to break
        place.setReadOnly(True)
        place.setProperty("bare", True)
        place.setAccessibleName(t("Settings are kept in"))
        place.setCursorPosition(0)
        self.column.addWidget(place)
        self.column.addStretch(1)


def _keys(t: Translator, scopes: tuple[Scope, ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(1, 1)
    grid.setColumnMinimumWidth(0, 160)
    found = [action for scope in scopes for action in TABLE if action.scope is scope and action.keys]
    for row, action in enumerate(found):
        grid.addWidget(words(shown(action), strong=True, wrap=False), row, 0, Qt.AlignmentFlag.AlignTop)
        what = words(t(action.words))
        what.setObjectName(action.name)
        grid.addWidget(what, row, 1)
    return grid
