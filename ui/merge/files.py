"""The page of the files: a table with a verdict on each, what they bring together, and one button that merges them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QModelIndex, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from consultation.files import ENDING
from consultation.model import KINDS
from ui.actions import merging
from ui.keys import pressed, shown
from ui.look.folds import Fold, fold_of, px
from ui.look.icons import IconLabel
from ui.merge.batch import Batch, BatchStage
from ui.merge.file_peek import FilePeek
from ui.merge.file_rows import FILE, TICK, FileRows, columns
from ui.merge.foot import MergeFoot
from ui.page import Page
from ui.touched import Touched
from ui.widgets.cards import EmptyState
from ui.widgets.keyed_button import KeyedButton
from ui.widgets.peek import WIDTH as PEEK_WIDTH
from ui.widgets.peek import Peek
from ui.widgets.table import Table
from ui.widgets.words import set_property, words
from ui.workspace import Workspace

INSET, WIDEST = 20, 960


class FileTable(Table):
    """The files; says `ticked`, `dropped` and, by `row_asked`, which of them is to be looked at."""

    ticked = Signal(int)
    dropped = Signal(int)
    looked_at = Signal(int)
    all_ticked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.row >= 0 and pressed(event, merging.TICK_FILE):
            self.ticked.emit(self.row)
        elif self.row >= 0 and pressed(event, merging.LOOK_AT_SAVABLE):
            self.looked_at.emit(self.row)
        elif pressed(event, merging.TICK_ALL):
            self.all_ticked.emit()
        elif self.row >= 0 and pressed(event, merging.DROP_FILE):
            self.dropped.emit(self.row)
        else:
            super().keyPressEvent(event)


class FilesPage(Page):
    """The files that were chosen, and the one button that merges those that are ticked."""

    kinds = tuple(KINDS.values())  # what a file brings depends on all that is here

    decisions_asked = Signal()
    salvage_asked = Signal(object)
    """What can be saved of a damaged file is to be looked at."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.batch = Batch(workspace, self)
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

    def choose_file(self, path: Path) -> None:
        """Choose a file of the list."""
        self.table.choose(self.rows.place_of(path, 0))

    def merge(self) -> None:
        """Merge the files that are ticked."""
        self.batch.merge()

    def light(self, lit: bool) -> None:
        """Show whether files are held over the page."""
        set_property(self._drop, "soft", "accent" if lit else None)

    def refresh(self, touched: Touched) -> None:
        """Read the files again that wait: what they bring may be something else now."""
        if self.batch.stage == BatchStage.CHOSEN:
            self.batch.read()
        elif self.batch.stage == BatchStage.MERGED:
            self._offer()

    def close_peek(self) -> None:
        """Put away what is known of a file, and give the keyboard back to the table."""
        self.peek.hide()
        self._lie()
        self.table.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._lie()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.peek.isVisible() and pressed(event, merging.LEAVE_PEEK):
            self.close_peek()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        t, theme, choose = self._workspace.t, self._workspace.theme, merging.CHOOSE_FILES
        self.choose = KeyedButton(theme, t(choose.label), shown(choose), self.ask_files, choose.icon, "main")
        self._empty = EmptyState(
            theme,
            "git-merge",
            t("Drop the files of the other rooms here"),
            t(
                "You will see what each of them brings before anything is merged. Nothing is ever overwritten: "
                "where two files disagree, both versions stay until you decide."
            ),
            self.choose,
        )
        self.rows = FileRows(self.batch, t, self)
        self.table = FileTable(theme, columns(t), two_lines=True)
        self.table.setModel(self.rows)
        self.table.setAccessibleName(t("Files to merge"))
        self._list = QWidget()
        self._list.installEventFilter(self)
        self._column = QVBoxLayout(self._list)
        self._column.setSpacing(0)
        self._column.addWidget(self.table, 1000)
        self._column.addWidget(self._drop_words())
        self._column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._empty, 1)
        whole.addWidget(self._list, 1)
        self.foot = MergeFoot(self._workspace)
        self.main = self.foot.main
        whole.addWidget(self.foot)
        self.told = FilePeek(self._workspace)
        self.peek = Peek(theme, self)
        self.peek.fill(self.told)
        self.peek.show_hints([("↑ ↓", t("another file")), (shown(merging.PEEK_FILE), t("close"))])

    def _drop_words(self) -> QWidget:
        theme = self._workspace.theme
        self._drop = QFrame()
        line = QHBoxLayout(self._drop)
        line.setContentsMargins(12, 12, 12, 12)
        line.setSpacing(12)
        line.addWidget(IconLabel(theme, "inbox", "muted", 18))
        line.addWidget(words(self._workspace.t("More files or a whole folder can be dropped here."), tone="muted"), 1)
        return self._drop

    def _connect(self) -> None:
        self.foot.pressed.connect(self._on_main_pressed)
        self.batch.moved.connect(self._show)
        self.batch.merged.connect(self._on_merged)
        self.table.row_asked.connect(self._on_row_asked)
        self.table.ticked.connect(self._on_ticked)
        self.table.dropped.connect(self._on_dropped)
        self.table.clicked.connect(self._on_clicked)
        self.table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.table.looked_at.connect(self._on_looked_at)
        self.table.all_ticked.connect(self.batch.tick_all)
        self.told.left.connect(self.close_peek)
        self.told.salvage_asked.connect(self.salvage_asked)
        self._workspace.theme.changed.connect(self._lie)

    def _show(self) -> None:
        """Show the page as the files stand."""
        stage, row = self.batch.stage, max(self.table.row, 0)
        at_hand = self.rows.files[row][0] if row < len(self.rows.files) else Path()
        had_focus = self._has_keyboard()
        self._empty.setVisible(stage == BatchStage.EMPTY)
        self._list.setVisible(stage != BatchStage.EMPTY)
        self.foot.setVisible(stage != BatchStage.EMPTY)
        self.rows.read_again()
        self.table.choose(self.rows.place_of(at_hand, row))
        self._lie()
        if stage == BatchStage.EMPTY:
            self.peek.hide()
        elif self.peek.isVisible():
            self._tell(self.table.row)
        self._offer()
        self.setFocusProxy(self.choose if stage == BatchStage.EMPTY else self.table)
        if had_focus and not self._has_keyboard():
            self.setFocus()

    def _has_keyboard(self) -> bool:
        return self.isAncestorOf(QApplication.focusWidget() or self)

    def _offer(self) -> None:
        """Offer the one next step, and say what it means."""
        self.foot.tell(self.batch)
        if self.batch.stage == BatchStage.MERGED and self.isVisible():
            self.main.setFocus()

    def _lie(self) -> None:
        """Lay the table and, where it is open, the peek: over the margin, or over everything where there is little."""
        theme, open_ = self._workspace.theme, self.peek.isVisibleTo(self)
        sheet = open_ and fold_of(self, theme) == Fold.SMALL
        width = self.width() if sheet else min(px(theme, PEEK_WIDTH), self.width())
        margin = max(self.width() - px(theme, WIDEST), px(theme, INSET))
        if open_ and not sheet:
            margin = max(margin, width + px(theme, INSET))
        self._column.setContentsMargins(px(theme, INSET), 0, margin, 0)
        self.table.setMaximumHeight(self.table.whole_height() + 4)
        at = QRect(self.width() - width, self._list.y(), width, self._list.height())
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            at.moveLeft(0)
        self.peek.lie(at)

    def _tell(self, row: int) -> None:
        if 0 <= row < len(self.rows.files):
            path, file = self.rows.files[row]
            self.told.show_file(path.name, file)

    def _on_row_asked(self, row: int) -> None:
        if self.peek.isVisible():
            self.close_peek()
            return
        self._tell(row)
        self.peek.show()
        self._lie()
        self.table.scrollTo(self.rows.index(row, FILE))

    def _on_row_changed(self, current: QModelIndex) -> None:
        if self.peek.isVisible():
            self._tell(current.row())

    def _on_ticked(self, row: int) -> None:
        path, file = self.rows.files[row]
        if file is not None and file.savable is not None:
            self.salvage_asked.emit(path)
            return
        self.batch.tick(path, not self.batch.is_ticked(path))

    def _on_looked_at(self, row: int) -> None:
        path, file = self.rows.files[row]
        if file is not None and file.savable is not None:
            self.salvage_asked.emit(path)

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == TICK and self.batch.can_go_in(self.rows.files[index.row()][0]):
            self._on_ticked(index.row())

    def _on_dropped(self, row: int) -> None:
        if self.batch.stage == BatchStage.CHOSEN:
            self.batch.remove(self.rows.files[row][0])
            self.setFocus()

    def _on_main_pressed(self) -> None:
        if self.batch.stage != BatchStage.MERGED:
            self.merge()
        else:
            self.decisions_asked.emit()

    def _on_merged(self) -> None:
        t, waiting = self._workspace.t, self._workspace.store.count_conflicts()
        said = [t.plural("{count} file merged.", "{count} files merged.", len(self.batch.results))]
        if waiting:
            said.append(t.plural("{count} conflict to decide.", "{count} conflicts to decide.", waiting))
        self._workspace.messages.say(" ".join(said), "done")


def dropped_files(dropped: QMimeData) -> list[Path]:
    """Return the files that are dropped, and of a folder the consultations in it and in the folders in it.

    Whatever they are: those of other programs are refused in words.
    """
    paths = [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]
    return [path for each in paths for path in (_in_folder(each) if each.is_dir() else [each])]


def _in_folder(folder: Path) -> Iterable[Path]:
    return sorted(path for path in folder.rglob(f"*{ENDING}") if path.is_file())
