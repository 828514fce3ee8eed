"""The foot of the page of files: the one button, and beside it what pressing it will bring."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from consultation.merging import Account
from consultation.model import Intervention, Person, Recommendation, Reservation
from consultation.words import summed_up
from ui.actions import merging
from ui.keys import shown
from ui.look.folds import px
from ui.merge.batch import Batch, BatchStage
from ui.widgets.keyed_button import KeyedButton
from ui.widgets.words import caption, rule, words
from ui.workspace import Workspace

HEIGHT = 64
TOLD = tuple(kind.kind() for kind in (Recommendation, Intervention, Reservation, Person))
"""The kinds that are told here; the peek of a file tells them all."""


class MergeFoot(QWidget):
    """Says `pressed`; the button stays the same one, so that the keyboard is never left elsewhere."""

    pressed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._build()

    def tell(self, batch: Batch) -> None:
        """Say how the files stand, and what comes next."""
        self._say(batch)
        merged, count = batch.stage == BatchStage.MERGED, len(batch.going_in)
        name, icon = self._next_step() if merged else (self._merge_words(count), merging.MERGE.icon)
        self.main.setText(name)
        self.main.show_icon(icon)
        self.main.show_keys("" if merged else shown(merging.MERGE))
        ready = bool(count) and not batch.is_reading and batch.stage == BatchStage.CHOSEN
        self.main.setEnabled(merged or ready)

    def _build(self) -> None:
        t, theme, merge = self._workspace.t, self._workspace.theme, merging.MERGE
        self.main = KeyedButton(theme, t(merge.label), shown(merge), self.pressed.emit, merge.icon, "main")
        self._sum, self._calm = words(), caption()
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addStretch(1)
        said.addWidget(self._sum)
        said.addWidget(self._calm)
        said.addStretch(1)
        line = QHBoxLayout()
        line.setContentsMargins(32, 8, 24, 8)
        line.setSpacing(16)
        line.addWidget(self.main)
        line.addLayout(said, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(rule())
        column.addLayout(line, 1)
        self.setMinimumHeight(px(theme, HEIGHT))

    def _say(self, batch: Batch) -> None:
        t = self._workspace.t
        if batch.stage == BatchStage.MERGED:
            waiting = self._workspace.store.count_conflicts()  # not those that were put together by themselves
            nothing = t("Nothing in them was new.")
            self._sum.setText(self._total(batch.results, t("New here: {records}."), nothing, waiting))
            self._calm.setText(t("A merge can be taken back as a whole."))
            return
        if batch.is_reading:
            self._sum.setText(t("The files are being read."))
        else:
            nothing = t("There is nothing to merge in them. Your file stays as it is.")
            if any(batch.can_go_in(path) for path in batch.paths):
                nothing = t("No file is ticked. Your file stays as it is.")
            conflicts = sum(file.shown.conflicts for file in batch.going_in)
            self._sum.setText(self._total(batch.going_in, t("They bring {records}."), nothing, conflicts))
        self._calm.setText(t("Nothing has been changed yet. A merge can be taken back as a whole."))

    def _total(self, files: list[Account], message: str, otherwise: str, conflicts: int) -> str:
        """Sum up what files bring, and how many conflicts they leave to decide."""
        t = self._workspace.t
        if not any(file.goes_in for file in files):
            return otherwise
        counts: dict[str, int] = {}
        for file in files:
            for kind, number in file.shown.created.items():
                counts[kind] = counts.get(kind, 0) + number
        told = {kind: number for kind, number in counts.items() if kind in TOLD} or counts
        brought = message.format(records=summed_up(t, told)) if told else t("They change what is here already.")
        decide = t.plural("{count} conflict to decide.", "{count} conflicts to decide.", conflicts)
        return f"{brought} {decide}" if conflicts else brought

    def _merge_words(self, count: int) -> str:
        t = self._workspace.t
        return t.plural("Merge {count} file", "Merge {count} files", count) if count else t(merging.MERGE.label)

    def _next_step(self) -> tuple[str, str]:
        """Say what comes after merging, with its icon."""
        t, waiting = self._workspace.t, self._workspace.store.count_conflicts()
        if waiting:
            return t.plural("Decide {count} conflict", "Decide {count} conflicts", waiting), "git-compare"
        return t("See what is to be decided"), "git-compare"
