"""A damaged file: how much of it is whole, what is lost, and one act, which saves what is whole into a new file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from consultation.files import ENDING
from consultation.merging import Saved, save_what_is_whole
from consultation.progress import Progress
from consultation.words import author_name, entries_whole, pages_unreadable
from ui.actions import merging
from ui.jobs import Job
from ui.keys import bind, shown
from ui.look.folds import Fold, fold_of, px
from ui.merge.page_map import PageMap
from ui.merge.salvage_lines import lost_line, whole_line
from ui.merge.salvage_side import SalvageSide
from ui.merge.savable import Savable, look_at
from ui.page import Page
from ui.widgets.keyed_button import KeyedButton
from ui.widgets.peek import WIDTH as SIDE_WIDTH
from ui.widgets.rows import clear
from ui.widgets.scroll import scrolled
from ui.widgets.words import caption, heading, rule, section, title, words
from ui.workspace import Workspace

FOOT = 64
SCROLLED = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 10, Qt.Key.Key_PageUp: -10}
"""Keys that scroll, by how many steps."""


class SalvagePage(Page):
    """Shows what can be saved of a file; says `left`, and `saved` with the file that was made."""

    left = Signal()
    saved = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._path = Path()
        self._looking: Job | None = None
        self.shown: Savable | None = None
        self._build()
        bind(self, merging.SAVE_WHOLE, self.save, lambda: self.save_button.isEnabled())
        bind(self, merging.LEAVE_SALVAGE, self.leave)

    def show_file(self, path: Path, others: Sequence[Path]) -> None:
        """Show what can be saved of the file at ``path``; what is lost is looked for in the ``others``."""
        t, again, identity = self._workspace.t, self._workspace.store.again(), self._workspace.identity
        self._path, self.shown = path, None
        self._name.setText(path.name)
        self._by.setText("")
        self._column_of(None)

        def work(progress: Progress) -> Savable:
            with again() as own:
                return look_at(path, others, own, identity, t, progress)

        self._looking = self._workspace.jobs.run(t("Looking at what can be saved"), work)
        self._looking.done.connect(self._on_looked)
        self._looking.failed.connect(self._on_nothing)

    def save(self) -> None:
        """Ask where to put what is whole, and write it there."""
        t = self._workspace.t
        if self.shown is None:
            return
        home = self._workspace.path.parent / f"{self._path.stem}-{t('saved')}{ENDING}"
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            t("Save what is whole"),
            str(home),
            t("Consultations ({pattern})").format(pattern=f"*{ENDING}"),
            options=QFileDialog.Option.DontConfirmOverwrite,  # nothing that is there is overwritten
        )
        if chosen:
            out = Path(chosen)
            self.save_to(out if out.suffix == ENDING else out.with_name(f"{out.name}{ENDING}"))

    def save_to(self, out: Path) -> None:
        """Write what is whole into a new file."""
        if self.shown is None:
            return
        found = self.shown.found

        def work(progress: Progress) -> Saved:
            return save_what_is_whole(found, out, progress)

        self.save_button.setEnabled(False)
        job = self._workspace.jobs.run(self._workspace.t("Saving what is whole"), work)
        job.done.connect(self._on_saved)
        job.ended.connect(lambda: self.save_button.setEnabled(self.shown is not None))

    def leave(self) -> None:
        """Go back to the files."""
        if self._looking is not None:
            self._looking.cancel()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = SCROLLED.get(Qt.Key(event.key()))
        if steps is None:
            super().keyPressEvent(event)
        else:
            bar = self._area.verticalScrollBar()
            bar.setValue(bar.value() + steps * px(self._workspace.theme, 40))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        theme = self._workspace.theme
        small = fold_of(self, theme) is Fold.SMALL
        self._side_area.setVisible(not small)
        self._side_area.setFixedWidth(min(px(theme, SIDE_WIDTH), self.width() // 3))
        self.back.show_keys("" if small else shown(merging.LEAVE_SALVAGE))

    def _build(self) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        self.setProperty("surface", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.map, self.side = PageMap(theme), SalvageSide(self._workspace)
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(32, 24, 32, 24)
        self._column.setSpacing(4)
        self._area, self._side_area = scrolled(self._inside), self._make_side()
        between = QHBoxLayout()
        between.setSpacing(0)
        between.addWidget(self._area, 1)
        between.addWidget(self._side_area)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._make_head())
        column.addWidget(rule())
        column.addLayout(between, 1)
        column.addWidget(rule())
        column.addWidget(self._make_foot())
        self.setFocusProxy(self.save_button)
        self.setAccessibleName(t("Damaged: what can be saved"))

    def _make_side(self) -> QScrollArea:
        area = scrolled(self.side)
        self.side.setProperty("surface", "window")
        self.side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        area.setProperty("surface", "window")
        return area

    def _make_head(self) -> QHBoxLayout:
        t, theme, back = self._workspace.t, self._workspace.theme, merging.LEAVE_SALVAGE
        self._name, self._by = words("", "caption", strong=True, wrap=False), caption("", wrap=False)
        above = QHBoxLayout()
        above.setSpacing(8)
        above.addWidget(self._name)
        above.addWidget(self._by, 1)
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addLayout(above)
        told.addWidget(title(t("Damaged: what can be saved")))
        self.back = KeyedButton(theme, t(back.label), shown(back), self.leave, back.icon, "quiet")
        head = QHBoxLayout()
        head.setContentsMargins(32, 6, 24, 6)
        head.addLayout(told, 1)
        head.addWidget(self.back)
        return head

    def _make_foot(self) -> QWidget:
        t, theme, save = self._workspace.t, self._workspace.theme, merging.SAVE_WHOLE
        self.save_button = KeyedButton(theme, t(save.label), shown(save), self.save, save.icon, "main")
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addStretch(1)
        told.addWidget(words(t("Into a new file, which can then be merged like any other.")))
        told.addWidget(caption(t("The damaged file stays as it is. Keep it.")))
        told.addStretch(1)
        foot = QWidget()
        line = QHBoxLayout(foot)
        line.setContentsMargins(32, 8, 24, 8)
        line.setSpacing(16)
        line.addWidget(self.save_button)
        line.addLayout(told, 1)
        foot.setMinimumHeight(px(theme, FOOT))
        return foot

    def _column_of(self, shown_file: Savable | None) -> None:
        """Fill the page with what is known of the file; with None it is still being looked at."""
        self.map.setParent(None)
        clear(self._column)
        self.save_button.setEnabled(shown_file is not None)
        self.side.setVisible(shown_file is not None)
        if shown_file is None:
            self._column.addWidget(words(self._workspace.t("Looking at what can be saved…"), tone="muted"))
        else:
            self._say_how_much(shown_file)
            self._say_what_is_lost(shown_file)
            self._say_what_is_whole(shown_file)
        self._column.addStretch(1)

    def _say_how_much(self, shown_file: Savable) -> None:
        t, found = self._workspace.t, shown_file.found
        remains = found.remains
        self._column.addWidget(heading(entries_whole(t, *found.entries)))
        told = pages_unreadable(t, len(remains.unreadable), remains.pages, found.cut)
        checked = t("Every entry that is saved was checked against its own fingerprint.")
        self._column.addWidget(words(f"{told} {checked}", tone="muted"))
        self._column.addSpacing(10)
        self.map.show_pages(remains.pages, remains.unreadable)
        self.map.setAccessibleName(told)
        self._column.addWidget(self.map)
        self.map.show()
        if remains.pages > len(self.map.hollow()) and self.map.pages_each > 1:
            each = t.plural("Each square is {count} page.", "Each square is {count} pages.", self.map.pages_each)
            self._column.addWidget(caption(each))

    def _say_what_is_lost(self, shown_file: Savable) -> None:
        t, lost, number = self._workspace.t, shown_file.lost, len(shown_file.found.losses)
        self._head(t("What is lost"), t.number(number) if number else t("nothing that is known of"))
        for each in lost:
            self._column.addWidget(lost_line(self._workspace, each))
        rest = number - sum(each.entries for each in lost)
        if rest:
            self._column.addWidget(caption(t.plural("and {count} more", "and {count} more", rest)))

    def _say_what_is_whole(self, shown_file: Savable) -> None:
        t = self._workspace.t
        whole = t.number(shown_file.found.entries.whole)
        self._head(t("What is whole, as it will be saved"), t("the last of {number}").format(number=whole))
        for each in shown_file.last:
            self._column.addWidget(whole_line(self._workspace, each))

    def _head(self, name: str, beside: str) -> None:
        self._column.addSpacing(12)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        label = section(name)
        label.setWordWrap(False)
        row.addWidget(label)
        row.addWidget(caption(beside), 1)
        self._column.addWidget(line)

    def _on_looked(self, shown_file: Savable) -> None:
        if self.sender() is not self._looking or not self._workspace.is_open:
            return
        t, found = self._workspace.t, shown_file.found
        self.shown = shown_file
        if found.when is not None:
            when = found.when.astimezone()
            told = t("{name}, {day}, {time}").format(
                name=author_name(t, found.author_name), day=t.day(when.date(), "medium"), time=t.time(when)
            )
            self._by.setText(told[:1].upper() + told[1:])
        self._column_of(shown_file)
        self.side.show_file(shown_file)
        if self.isVisible():
            self.setFocus()

    def _on_nothing(self) -> None:
        if self.sender() is self._looking and self._workspace.is_open:
            self.left.emit()

    def _on_saved(self, done: Saved) -> None:
        if not self._workspace.is_open:
            return
        t = self._workspace.t
        told = t("{entries}, saved into “{name}”.").format(
            entries=t.plural("{count} entry", "{count} entries", done.entries), name=done.path.name
        )
        self._workspace.messages.say(told, "done")
        self.saved.emit(done.path)
