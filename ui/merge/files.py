"""The page of the files: chosen or dropped, what each would bring, one button, and what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from consultation.files import ENDING
from consultation.merging import Account
from consultation.model import KINDS
from consultation.words import summed_up
from ui import actions
from ui.keys import tip
from ui.look.icons import set_icon
from ui.merge.batch import Batch, BatchStage
from ui.merge.drop_area import DropArea
from ui.merge.file_card import FileCard
from ui.page import Page
from ui.touched import Touched
from ui.widgets.buttons import GAP, button, main_button
from ui.widgets.cards import EmptyState
from ui.widgets.rows import clear
from ui.widgets.words import caption, heading, words
from ui.workspace import Workspace

WIDEST = 720


class FilesPage(Page):
    """The files that were chosen, one card each, and the one button that merges them."""

    kinds = tuple(KINDS.values())  # what a file brings depends on all that is here

    decisions_asked = Signal()
    declaration_asked = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.batch = Batch(workspace, self)
        self.cards: list[FileCard] = []
        self._build()
        self._connect()
        self._show()

    def state(self) -> dict[str, Any]:
        """Return the files and how far they have come."""
        return self.batch.state()

    def restore(self, state: dict[str, Any]) -> None:
        """Take up what `state` gave; files that wait are read again."""
        self.catch_up()
        self.batch.restore(state)

    def ask_files(self) -> None:
        """Ask which files to add."""
        t = self._workspace.t
        kinds = t("Consultations ({pattern})").format(pattern=f"*{ENDING}")
        everything = t("All files ({pattern})").format(pattern="*")
        chosen, _ = QFileDialog.getOpenFileNames(
            self, t("Choose files to merge"), str(self._workspace.path.parent), f"{kinds};;{everything}"
        )
        self.batch.add(Path(path) for path in chosen)

    def merge(self) -> None:
        """Merge the files that can go in."""
        self.batch.merge()

    def light(self, lit: bool) -> None:
        """Show whether a file is held over the page."""
        self._drop.light(lit)
        self._more.light(lit)

    def refresh(self, touched: Touched) -> None:
        """Read the files again that wait: what they bring may be something else now."""
        if self.batch.stage == BatchStage.CHOSEN:
            self.batch.read()
        elif self.batch.stage == BatchStage.MERGED:
            self._offer_actions()

    def _build(self) -> None:
        t, theme, choose = self._workspace.t, self._workspace.theme, actions.CHOOSE_FILES
        self.choose = main_button(theme, t(choose.label), self.ask_files, choose.icon, tip(t, choose))
        empty = EmptyState(
            theme,
            "git-merge",
            t("Drop the files of the other rooms here"),
            t(
                "You will see what each of them brings before anything is merged. Nothing is ever overwritten: "
                "where two files disagree, both versions stay until you decide."
            ),
            self.choose,
        )
        self._drop = DropArea(theme, empty)
        self._head, self._sum = heading(), words(tone="muted")
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        again = QWidget()
        line = QHBoxLayout(again)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(button(theme, t(choose.label), self.ask_files, choose.icon, tip(t, choose)))
        line.addWidget(caption(t("or drop more of them here")), 1)
        self._more = DropArea(theme, again)
        self.main = main_button(theme, t(actions.MERGE.label), self._on_main_pressed, actions.MERGE.icon)
        self._again = button(theme, t("Merge more files…"), self.ask_files, "folder-open")
        self._scroll = _scrolled(self._body())
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(8)
        foot.addWidget(self.main)
        foot.addWidget(self._again)
        foot.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(16)
        whole.addWidget(self._drop, 1)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(self._foot)

    def _body(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._head)
        column.addWidget(self._sum)
        column.addLayout(self._list)
        column.addWidget(self._more)
        column.addStretch(1)
        body.setMaximumWidth(WIDEST)
        return body

    def _connect(self) -> None:
        self.batch.moved.connect(self._show)
        self.batch.merged.connect(self._on_merged)

    def _show(self) -> None:
        """Show the page as the files stand."""
        stage = self.batch.stage
        self._drop.setVisible(stage == BatchStage.EMPTY)
        self._scroll.setVisible(stage != BatchStage.EMPTY)
        self._foot.setVisible(stage != BatchStage.EMPTY)
        self._more.setVisible(stage == BatchStage.CHOSEN)
        self._show_cards()
        self._say_how_far()
        self._offer_actions()
        self.setFocusProxy(self.choose if stage == BatchStage.EMPTY else self.main)

    def _show_cards(self) -> None:
        clear(self._list)
        stage = self.batch.stage
        self.cards = [
            FileCard(self._workspace, path, file, stage == BatchStage.MERGED) for path, file in self.batch.shown
        ]
        for card in self.cards:
            card.setEnabled(stage != BatchStage.MERGING)
            card.removed.connect(self.batch.remove)
            card.wanted.connect(self.batch.want)
            self._list.addWidget(card)

    def _say_how_far(self) -> None:
        t, batch = self._workspace.t, self.batch
        if batch.stage == BatchStage.MERGED:
            self._head.setText(t.plural("{count} file merged", "{count} files merged", len(batch.results)))
            self._sum.setText(self._total(batch.results, t("New here: {records}."), t("Nothing in them was new.")))
            return
        self._head.setText(t.plural("{count} file chosen", "{count} files chosen", len(batch.paths)))
        if batch.is_reading:
            self._sum.setText(t("They are being read. Nothing has been changed yet."))
            return
        together = t("Together they would bring {records}. Nothing has been changed yet.")
        nothing = t("There is nothing to merge in them. Your file stays as it is.")
        self._sum.setText(self._total(batch.going_in, together, nothing))

    def _total(self, files: list[Account], message: str, otherwise: str) -> str:
        """Sum up what files bring."""
        counts: dict[str, int] = {}
        for file in files:
            for kind, number in file.shown.created.items():
                counts[kind] = counts.get(kind, 0) + number
        if not counts and any(file.goes_in for file in files):
            return self._workspace.t("They bring changes to what is here already.")
        return message.format(records=summed_up(self._workspace.t, counts)) if counts else otherwise

    def _offer_actions(self) -> None:
        """Offer the one next step; the button stays the same one, so that the keyboard is never left elsewhere."""
        merged, count = self.batch.stage == BatchStage.MERGED, len(self.batch.going_in)
        name, icon = self._next_step() if merged else (self._merge_words(count), actions.MERGE.icon)
        self.main.setText(name)
        set_icon(self.main, self._workspace.theme, icon, "on_accent", gap=GAP)
        self.main.setToolTip("" if merged else tip(self._workspace.t, actions.MERGE))
        ready = bool(count) and not self.batch.is_reading and self.batch.stage == BatchStage.CHOSEN
        self.main.setEnabled(merged or ready)
        self._again.setVisible(merged)
        if self.isVisible() and self.main.isEnabled():
            self.main.setFocus()

    def _merge_words(self, count: int) -> str:
        t = self._workspace.t
        return t.plural("Merge {count} file", "Merge {count} files", count) if count else t(actions.MERGE.label)

    def _next_step(self) -> tuple[str, str]:
        """Say what comes after merging, with its icon."""
        t, waiting = self._workspace.t, len(self._workspace.store.conflicts())
        if waiting:
            return t.plural("Decide {count} conflict", "Decide {count} conflicts", waiting), "git-compare"
        return t("Go on to the declaration"), "scroll-text"

    def _on_main_pressed(self) -> None:
        if self.batch.stage != BatchStage.MERGED:
            self.merge()
        elif self._workspace.store.conflicts():
            self.decisions_asked.emit()
        else:
            self.declaration_asked.emit()

    def _on_merged(self) -> None:
        t, waiting = self._workspace.t, len(self._workspace.store.conflicts())
        said = [t.plural("{count} file merged.", "{count} files merged.", len(self.batch.results))]
        if waiting:
            said.append(t.plural("{count} conflict to decide.", "{count} conflicts to decide.", waiting))
        self._workspace.messages.say(" ".join(said), "done")


def _scrolled(body: QWidget) -> QScrollArea:
    """Let ``body`` scroll, at the leading edge and no wider than it wants."""
    whole = QWidget()
    line = QHBoxLayout(whole)
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(body, 100)
    line.addStretch(1)
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(whole)
    return scroll
