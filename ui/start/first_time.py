"""The start page before anything was ever opened: who you are, and three ways in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSpacerItem, QVBoxLayout, QWidget

from ui import PROGRAM
from ui.actions import anywhere
from ui.keys import shown
from ui.look.folds import px
from ui.look.identity import MarkLabel
from ui.start.ways import LargeWay
from ui.widgets.words import caption, said, section, words
from ui.workspace import Workspace

WIDE, NAME, MARK, SMALL_MARK = 560, 342, 75, 48
ROOMY = 680
"""From this height on there is room between the parts."""


@dataclass(frozen=True)
class Begin:
    """What the ways in do."""

    open: Callable[[], object]
    new: Callable[[], object]
    new_without_kit: Callable[[], object]
    merge: Callable[[], object]
    sample: Callable[[], object]


class FirstTime(QWidget):
    """Name, then three ways in; Enter in the name goes on to the main one."""

    def __init__(self, workspace: Workspace, begin: Begin) -> None:
        super().__init__()
        self._workspace, self._begin = workspace, begin
        self._build()
        self.name.editingFinished.connect(self._on_name_entered)
        self.name.returnPressed.connect(self._on_name_ended)
        self.setFocusProxy(self.open if workspace.identity.name else self.name)

    def _build(self) -> None:
        workspace, t, theme = self._workspace, self._workspace.t, self._workspace.theme
        self.name = QLineEdit(workspace.identity.name)
        self.name.setPlaceholderText(t("First name and surname"))
        self.name.setAccessibleName(t("Your name"))
        self.name.setFixedWidth(px(theme, NAME))
        self.name.setTextMargins(2, 4, 2, 4)
        self._make_ways()
        about = t("Record what a room says, merge the rooms, and write the declaration they can recognise.")
        self._marks = MarkLabel(theme, px(theme, MARK)), MarkLabel(theme, px(theme, SMALL_MARK))
        self._gaps: list[tuple[QSpacerItem, int, int]] = []
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part, gap, tight in (
            (self._marks[0], 0, 0),
            (self._marks[1], 28, 12),
            (words(PROGRAM, "name", strong=True), 4, 2),
            (said(about, "read"), 28, 16),
            (section(t("Your name")), 4, 2),
            (self.name, 6, 4),
            (caption(t("So that others know who wrote what. It goes into the files you write.")), 28, 16),
            (self.open, 8, 8),
            (self.new, 8, 8),
            (self.sample, 0, 0),
        ):
            spacer = QSpacerItem(0, 0)
            self._gaps.append((spacer, px(theme, gap), px(theme, tight)))
            column.addWidget(part)
            column.addItem(spacer)
        inside = QWidget()
        inside.setLayout(column)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(32, 8, 32, 16)
        whole.addStretch(1)
        whole.addLayout(_in_the_middle(inside, px(theme, WIDE)))
        whole.addStretch(2)
        network = caption(t("Works without a network. Everything stays in the files you choose."))
        whole.addLayout(_in_the_middle(network, px(theme, WIDE)))
        self.fold(self.height())

    def fold(self, high: int) -> None:
        """Fit into a window of this height: where it is low, everything moves together."""
        tight = high < px(self._workspace.theme, ROOMY)
        self._marks[0].setVisible(not tight)
        self._marks[1].setVisible(tight)
        for spacer, gap, small in self._gaps:
            spacer.changeSize(0, small if tight else gap)
        layout = self.layout()
        assert layout is not None, "it was built"
        layout.invalidate()

    def _make_ways(self) -> None:
        t, theme, begin = self._workspace.t, self._workspace.theme, self._begin
        self.open = LargeWay(
            theme,
            anywhere.OPEN.icon,
            t("Open the file you were given"),
            t("From a stick, a folder or a mail; or drop it anywhere in this window"),
            begin.open,
            keys=shown(anywhere.GO_ON),
        )
        self.new = LargeWay(
            theme,
            anywhere.NEW.icon,
            t("New from a kit"),
            t("A consultation with its programme, its questions and its documents"),
            begin.new,
        )
        self.sample = LargeWay(
            theme,
            "book-open",
            t("Look around in the sample"),
            t("Three rooms of one forum, merged, with a finished draft"),
            begin.sample,
        )

    def _on_name_entered(self) -> None:
        self._workspace.name_author(self.name.text())

    def _on_name_ended(self) -> None:
        self.open.setFocus()
        self.open.click()


def _in_the_middle(part: QWidget, widest: int) -> QHBoxLayout:
    part.setMaximumWidth(widest)
    line = QHBoxLayout()
    line.addStretch(1)
    line.addWidget(part, 1000)
    line.addStretch(1)
    return line
