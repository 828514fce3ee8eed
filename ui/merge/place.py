"""The Merge place: the files on their way in, what they leave to decide, what was decided, and what was merged."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from consultation.model import KINDS
from ui.actions import anywhere, merging
from ui.keys import bind, shown
from ui.look.folds import Fold, fold_of
from ui.merge.decided import DecidedPage
from ui.merge.decisions import DecisionsPage
from ui.merge.files import FilesPage, dropped_files
from ui.merge.merges import MergesPage
from ui.merge.priorities import PrioritiesPage
from ui.merge.salvage_page import SalvagePage
from ui.page import Page
from ui.touched import Touched
from ui.widgets.keyed_button import KeyedButton
from ui.widgets.page_head import PageHead
from ui.workspace import Workspace

FILES, DECIDE, DECIDED, MERGES, PRIORITIES = "files", "decide", "decided", "merges", "priorities"


class MergePlace(Page):
    """Bringing other people's files in."""

    shown_by = anywhere.GO_MERGE
    kinds = tuple(KINDS.values())  # any record can be in conflict

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._is_new = True
        self._build()
        self._connect()

    @property
    def waiting(self) -> int:
        """How many things wait for a decision, as far as that is known without comparing anything."""
        known = self.decisions.desk
        return self._workspace.store.count_conflicts() + len(known) - len(known.conflicts)

    def state(self) -> dict[str, Any]:
        """Return what is shown, for the page in another language."""
        return {
            "view": self.view,
            "files": self.files.state(),
            "decisions": self.decisions.state(),
            "priorities": self.priorities.state(),
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Take up where the page in the other language was."""
        self.catch_up()
        self.files.restore(state["files"])
        self.decisions.restore(state["decisions"])
        self.show_view(state["view"])
        self.priorities.restore(state["priorities"])

    def status(self) -> tuple[list[str], list[str]]:
        """Say what the view that is shown says."""
        return self._views[self.view].status()

    def go_find(self) -> None:
        """Go to the field to find words, in a view that has one."""
        self._views[self.view].go_find()

    def refresh(self, touched: Touched) -> None:
        """Say how many there are of everything, once the pages inside have heard of it too.

        The first time, what waits to be decided comes before files that nobody has chosen yet.
        """
        if self._is_new:
            self._is_new = False
            if self.waiting and not self.files.batch.paths:
                self.show_decisions()
        QTimer.singleShot(0, self, self._count)

    @property
    def view(self) -> str:
        """The view that is shown."""
        shown_page = self._stack.currentWidget()
        return next((name for name, page in self._views.items() if page is shown_page), FILES)

    def show_files(self) -> None:
        """Show the files on their way in."""
        self.show_view(FILES)

    def show_decisions(self) -> None:
        """Show what there is to decide."""
        self.show_view(DECIDE)

    def show_salvage(self, path: Path) -> None:
        """Show what can be saved of a damaged file, in the place of the files."""
        others = [file.path for _, file in self.files.batch.shown if file is not None and file.refusal is None]
        self.head.hide()
        self._stack.setCurrentWidget(self.salvage)
        self.setFocusProxy(self.salvage)
        self.salvage.show_file(path, others)
        self.salvage.setFocus()

    def show_view(self, name: str) -> None:
        """Show one of the views."""
        self.head.show()
        on_tabs = self.head.isAncestorOf(QApplication.focusWidget() or self)  # there, arrows go from view to view
        self.head.show_open(name)
        page = self._views[name]
        self._stack.setCurrentWidget(page)
        self.setFocusProxy(page)
        self.add.setVisible(name == FILES)
        self.priorities.export_button.setVisible(name == PRIORITIES)
        self.decisions.fold()
        self.decided.fold()
        if self.isVisible() and not on_tabs:
            page.setFocus()
        self.status_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        small = fold_of(self, self._workspace.theme) is Fold.SMALL
        self.add.show_keys("" if small else shown(merging.CHOOSE_FILES))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and dropped_files(event.mimeData()):
            event.acceptProposedAction()
            self.show_files()
            self.files.light(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.files.light(False)

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.files.light(False)
        self.files.batch.add(dropped_files(event.mimeData()))

    def _build(self) -> None:
        t, theme, choose = self._workspace.t, self._workspace.theme, merging.CHOOSE_FILES
        self.setAcceptDrops(True)
        self.setProperty("surface", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.files, self.decisions = FilesPage(self._workspace), DecisionsPage(self._workspace)
        self.decided, self.merges = DecidedPage(self._workspace), MergesPage(self._workspace)
        self.priorities = PrioritiesPage(self._workspace)
        self._views: dict[str, Page] = {
            FILES: self.files,
            DECIDE: self.decisions,
            DECIDED: self.decided,
            MERGES: self.merges,
            PRIORITIES: self.priorities,
        }
        self._stack = QStackedWidget()
        self.head = PageHead(theme, self.title(t))
        words = {FILES: t("Files in"), DECIDE: t("To decide"), DECIDED: t("Decided"), MERGES: t("Merges")}
        words[PRIORITIES] = t("Priorities")
        for name, page in self._views.items():
            self.head.add_view(name, words[name])
            self._stack.addWidget(page)
        self.salvage = SalvagePage(self._workspace)
        self._stack.addWidget(self.salvage)
        self.add = KeyedButton(theme, t(choose.label), shown(choose), self.files.ask_files, choose.icon)
        boxes = (*self.decisions.side.boxes, self.decided.side.box)
        for part in (*boxes, self.add, self.priorities.export_button):
            self.head.add_action(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._stack, 1)
        self.show_view(FILES)

    def _connect(self) -> None:
        self.head.view_chosen.connect(self.show_view)
        self.files.decisions_asked.connect(self.show_decisions)
        self.files.batch.moved.connect(self._on_files_moved)
        self.files.batch.merged.connect(self._on_merged)
        self.decisions.counted.connect(self._on_counted)
        self.priorities.status_changed.connect(self.status_changed)
        self.files.salvage_asked.connect(self.show_salvage)
        self.salvage.left.connect(self.show_files)
        self.salvage.saved.connect(self._on_saved)
        self.decisions.declaration_asked.connect(self._on_declaration_asked)
        bind(self, merging.CHOOSE_FILES, self._ask_files)
        bind(self.files, merging.MERGE, self.files.merge)  # on the other pages these keys take a wording

    def _count(self) -> None:
        if not self._workspace.is_readable:
            return
        self._show_count(FILES, len(self.files.batch.shown))
        self._show_count(DECIDE, self.waiting)
        counts = {DECIDED: self.decided.count, MERGES: self.merges.count, PRIORITIES: self.priorities.count}
        for name, count in counts.items():
            # in an event of its own: in a large file each takes some tens of milliseconds
            QTimer.singleShot(0, self, lambda name=name, count=count: self._count_view(name, count))

    def _count_view(self, name: str, count: Callable[[], int]) -> None:
        if self._workspace.is_readable:
            self._show_count(name, count())

    def _show_count(self, name: str, number: int) -> None:
        self.head.show_count(name, self._workspace.t.number(number) if number else "")

    def _on_merged(self) -> None:
        """Say what was put together by itself: it can be looked at like any decision."""
        t, number = self._workspace.t, self.files.batch.by_itself
        if number:
            said = t.plural(
                "{count} conflict was put together by itself: nobody had touched the same sentence.",
                "{count} conflicts were put together by themselves: nobody had touched the same sentence.",
                number,
            )
            self._workspace.messages.say(said, "done", t("Look"), lambda: self.show_view(DECIDED))

    def _on_counted(self) -> None:
        self._show_count(DECIDE, self.waiting)
        self.waiting_changed.emit()

    def _ask_files(self) -> None:
        self.show_files()  # from whatever is shown: what they bring is seen there
        self.files.ask_files()

    def _on_files_moved(self) -> None:
        self._show_count(FILES, len(self.files.batch.shown))

    def _on_saved(self, path: Path) -> None:
        self.show_files()
        self.files.batch.add([path])
        self.files.choose_file(path)

    def _on_declaration_asked(self) -> None:
        self._workspace.place_asked.emit(anywhere.GO_DECLARATION)
