"""The merges into this file: what each brought, and taking one back as a whole."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from consultation.language import Translator
from consultation.model import KINDS, Intervention, Person, Recommendation
from consultation.progress import Progress
from consultation.store import Merge, Store, Written
from consultation.words import author_name, summed_up
from ui.actions import merging
from ui.keys import bind, shown
from ui.look.folds import px
from ui.page import Page
from ui.touched import Touched
from ui.widgets.cards import EmptyState
from ui.widgets.keyed_button import KeyedButton
from ui.widgets.table import BELOW, STRONG, TONE, Column, Table
from ui.widgets.words import caption, rule, words
from ui.workspace import Workspace

FILE, BROUGHT, STATE = range(3)
INSET, FOOT, WIDEST = 20, 64, 960
FIRST = (Recommendation.kind(), Intervention.kind())
"""The kinds that are told before all others."""
Index = QModelIndex | QPersistentModelIndex


class MergeRows(QAbstractTableModel):
    """Merges as rows, newest first."""

    def __init__(self, t: Translator, parent: QObject) -> None:
        super().__init__(parent)
        self._t = t
        self._names: dict[UUID, str] = {}
        self._store: Store | None = None
        self._brought: dict[int, dict[str, int]] = {}
        """What the merges that were drawn have brought: counted once, and not for all that nobody looks at."""
        self._told: dict[tuple[int, int], dict[int, object]] = {}
        """The cells that were drawn, in words."""
        self.merges: list[Merge] = []

    def read(self, store: Store) -> None:
        """Read the merges of a file."""
        self.beginResetModel()
        self._store = store
        self._told = {}
        self.merges = store.merges()[::-1]
        people = store.those(Person, {merge.author for merge in self.merges})
        self._names = {
            store.identity.author: store.identity.name,
            **{person.id: person.name for person in people.values()},
        }
        self.endResetModel()

    def brought(self, merge: Merge) -> dict[str, int]:
        """Count what a merge brought."""
        if merge.number not in self._brought and self._store is not None:
            self._brought[merge.number] = self._store.past.brought_by(merge)
        return self._brought.get(merge.number, {})

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.merges)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else STATE + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.merges):
            return None
        place = (index.row(), index.column())
        if place not in self._told:
            self._told[place] = self._tell(self.merges[index.row()], index.column())
        return self._told[place].get(role)

    def _tell(self, merge: Merge, column: int) -> dict[int, object]:
        """Put a cell into words: role -> what it says."""
        t = self._t
        found: dict[int, object] = {}
        if column == FILE:
            when = merge.when.astimezone()
            name = author_name(t, self._names.get(merge.author, ""))
            by = t("{name}, {day}, {time}").format(
                name=name[:1].upper() + name[1:], day=t.day(when.date(), "medium"), time=t.time(when)
            )
            spoken = ", ".join((merge.name, by))
            found = {
                Qt.ItemDataRole.DisplayRole: merge.name,
                STRONG: True,
                BELOW: by,
                Qt.ItemDataRole.AccessibleTextRole: spoken,
            }
        elif column == BROUGHT:
            brought = self.brought(merge)
            first = {kind: number for kind, number in brought.items() if kind in FIRST}
            rest = {kind: number for kind, number in brought.items() if kind not in FIRST}
            told = summed_up(t, first) or summed_up(t, rest) or t("changes to what was here")
            found = {Qt.ItemDataRole.DisplayRole: told, BELOW: summed_up(t, rest) if first else ""}
            found[Qt.ItemDataRole.ToolTipRole] = summed_up(t, brought)
        else:
            found = {
                Qt.ItemDataRole.DisplayRole: t("taken back") if merge.taken_back else t("in the file"),
                TONE: "muted" if merge.taken_back else "text",
            }
        return found


class MergesPage(Page):
    """The merges into this file, newest first."""

    kinds = tuple(KINDS.values())  # undoing a change may bring a merge back

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._build()
        self._connect()

    def count(self) -> int:
        """Count the merges; reads what is new of them, also while the page is hidden."""
        self.catch_up()
        return len(self.rows.merges)

    def take_back(self) -> None:
        """Take the merge at hand back as a whole, or bring it in again."""
        if not 0 <= self.table.row < len(self.rows.merges) or self._workspace.jobs.writing:
            return
        t, merge = self._workspace.t, self.rows.merges[self.table.row]
        again, back = self._workspace.store.again(), merge.taken_back

        def work(progress: Progress) -> Written:
            with again() as store:
                return store.bring_back(merge) if back else store.take_back(merge)

        name = t("Bringing “{name}” in again") if back else t("Taking the merge of “{name}” back")
        job = self._workspace.jobs.run(name.format(name=merge.name), work, writes=True)
        job.done.connect(lambda written: self._on_done(merge, bool(written)))

    def refresh(self, touched: Touched) -> None:
        """Read the merges again."""
        row = max(self.table.row, 0)
        self.rows.read(self._workspace.store)
        self.table.choose(row)
        self._layers.setCurrentIndex(int(not self.rows.merges))
        self._offer()
        self._lie()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lie()

    def _build(self) -> None:
        t, theme, back = self._workspace.t, self._workspace.theme, merging.TAKE_MERGE_BACK
        self.rows = MergeRows(t, self)
        columns = (
            Column(t("File, by whom, when")),
            Column(t("It brought"), 440, folds=1),
            Column(t("State"), 120),
        )
        self.table = Table(theme, columns, two_lines=True)
        self.table.setModel(self.rows)
        self.table.setAccessibleName(t("Merges into this file"))
        self.setFocusProxy(self.table)
        self.back = KeyedButton(theme, t(back.label), shown(back), self.take_back, back.icon)
        self._means, self._calm = words(), caption()
        listed = QWidget()
        self._column = QVBoxLayout(listed)
        self._column.setSpacing(0)
        self._column.addWidget(self.table, 1000)
        self._column.addStretch(1)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(listed, 1)
        column.addWidget(rule())
        column.addLayout(self._make_foot())
        nothing = EmptyState(
            theme,
            "git-merge",
            t("Nothing has been merged into this file yet"),
            t("Every merge is remembered here with what it brought, and can be taken back as a whole."),
        )
        self._layers = QStackedLayout(self)
        self._layers.addWidget(whole)
        self._layers.addWidget(nothing)

    def _make_foot(self) -> QHBoxLayout:
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self._means)
        said.addWidget(self._calm)
        foot = QHBoxLayout()
        foot.setContentsMargins(32, 12, 24, 12)
        foot.setSpacing(16)
        foot.addWidget(self.back)
        foot.addLayout(said, 1)
        return foot

    def _connect(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(self._offer)
        self._workspace.theme.changed.connect(self._lie)
        bind(self, merging.TAKE_MERGE_BACK, self.take_back)

    def _offer(self, *_: Any) -> None:
        """Say what can be done with the merge at hand, and what that means."""
        if not 0 <= self.table.row < len(self.rows.merges):
            return
        t, merge = self._workspace.t, self.rows.merges[self.table.row]
        if merge.taken_back:
            self.back.setText(t("Bring it in again"))
            self.back.show_icon("git-merge")
            self._means.setText(t("What “{name}” brought comes back.").format(name=merge.name))
        else:
            self.back.setText(t(merging.TAKE_MERGE_BACK.label))
            self.back.show_icon(merging.TAKE_MERGE_BACK.icon)
            self._means.setText(
                t("What “{name}” brought is deleted, and what it changed is as it was before.").format(name=merge.name)
            )
        self._calm.setText(t("What somebody has changed since stays as it is. It can be done the other way again."))
        self.back.updateGeometry()

    def _lie(self) -> None:
        theme = self._workspace.theme
        inset = px(theme, INSET)
        self._column.setContentsMargins(inset, 0, max(self.width() - px(theme, WIDEST), inset), 0)
        self.table.setMaximumHeight(self.table.whole_height() + 4)

    def _on_done(self, merge: Merge, wrote: bool) -> None:
        if not self._workspace.is_open:
            return
        t = self._workspace.t
        self._workspace.reread()
        if not wrote:
            self._workspace.messages.say(t("It stays as it is: somebody has changed it since."), "incomplete")
            return
        said = t("“{name}” is in the file again.") if merge.taken_back else t("The merge of “{name}” was taken back.")
        self._workspace.messages.say(said.format(name=merge.name), "done", t("Undo"), self.take_back)
