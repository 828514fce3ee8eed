"""The vocabularies at the leading edge: in their groups, each with how many terms it has and how many lack what."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from consultation.reading.vocabularies import VocabularyTree
from ui.actions import preparing
from ui.look.folds import px
from ui.prepare.words.names import GROUPS, tree_name
from ui.widgets.buttons import quiet_button
from ui.widgets.side_list import SideList, SidePart
from ui.workspace import Workspace

WIDTH = 272


class VocabularySide(QFrame):
    """Says `chosen` with the key of a vocabulary, and `added` where somebody wants a new one."""

    chosen = Signal(object)
    added = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setProperty("part", True)
        self._workspace = workspace
        self._build()

    def show_trees(self, trees: Sequence[VocabularyTree], key: str) -> None:
        """Show the vocabularies, and which is open."""
        groups = groupby(trees, key=lambda tree: tree.group)
        t = self._workspace.t
        self.list.show_parts([(t(GROUPS[group]), [self._part(tree) for tree in those]) for group, those in groups], key)

    def _part(self, tree: VocabularyTree) -> SidePart:
        t, name = self._workspace.t, tree_name(self._workspace.t, tree)
        terms = t.plural("{count} term", "{count} terms", tree.count)
        lacking = t.plural("{count} incomplete", "{count} incomplete", tree.gaps) if tree.gaps else ""
        spoken = ", ".join(part for part in (name, terms, lacking) if part)
        gaps = t.number(tree.gaps) if tree.gaps else ""
        return SidePart(tree.key, name, t.number(tree.count), gaps, spoken, lacking)

    def _build(self) -> None:
        t, theme, add = self._workspace.t, self._workspace.theme, preparing.ADD_VOCABULARY
        self.setProperty("surface", "window")
        self.setFixedWidth(px(theme, WIDTH))
        self.list = SideList(theme, t("Vocabularies"))
        self.list.chosen.connect(self.chosen)
        self.add_button = quiet_button(theme, t(add.label), self.added.emit, add.icon)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 10, 8, 12)
        column.setSpacing(4)
        column.addWidget(self.list)
        column.addWidget(self.add_button)
        column.addStretch(1)
