"""The middle of the room: title, search, the stream, and the entry line below it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from consultation.model import Intervention, Lesson, Person, Recommendation, Reservation, Session, Support, Term
from ui import actions
from ui.keys import pressed, shown, tip
from ui.page import Page
from ui.session.entry_kinds import ACTIONS, FROM_WORDS, TONES, EntryKind, entry_kind_name
from ui.session.entry_line import EntryLine
from ui.session.people import INSET
from ui.session.stream_model import StreamModel
from ui.session.stream_view import StreamView
from ui.touched import Touched
from ui.widgets.buttons import icon_button
from ui.widgets.cards import EmptyState
from ui.widgets.chips import Chip
from ui.widgets.words import caption, heading
from ui.workspace import Workspace

SEARCH_PAUSE_MS = 150


class Room(Page):
    """What has been said, and where more of it is typed."""

    kinds = (Intervention, Recommendation, Lesson, Person, Support, Reservation, Term)
    kind_asked = Signal(object)
    """An `EntryKind` for the words that are marked."""
    details_asked = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._session: Session | None = None
        self.model = StreamModel(workspace, self)
        self._build()
        self._connect()

    def refresh(self, touched: Touched) -> None:
        """Show again what was written; what is selected stays so, although the list may have been read anew."""
        if touched.everything and self._session is not None:
            self._show_title(self._workspace.store.find(Session, self._session.id))
        chosen = self.stream.entry
        self.model.take(touched)
        if chosen is not None and self.stream.entry is None and not self.stream.choose(chosen.id):
            self.stream.chosen.emit(None)

    def show_session(self, session: Session | None) -> None:
        """Show what was said in a session."""
        self.be_fresh()
        self._session = session
        self.search.clear()
        self._pause.stop()
        self.model.show(session.id if session else None)
        self.entry.setEnabled(session is not None)
        if session is not None:
            self.entry.show_session(session.id)
        self._show_title(session)
        self._show_found()
        self.stream.go_to_end()

    def show_all(self) -> None:
        """Leave the search, so that everything is in the list."""
        if self.search.text():
            self.search.clear()
            self._on_search_paused()

    def _build(self) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        self._title = heading()
        self.search = _Search()
        self.search.setPlaceholderText(tip(t, actions.FIND, t("Search")))
        self.search.setAccessibleName(t("Search what has been said"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(200)
        details = actions.DETAILS
        self.details = icon_button(theme, details.icon, tip(t, details), self.details_asked.emit)
        self._count = caption("")
        self.stream = StreamView(self._workspace, self.model)
        self._empty = EmptyState(
            theme,
            "messages-square",
            t("Nothing has been said yet"),
            t(
                "Type what you hear on the line below; {key} saves it. Each line can be an intervention, a "
                "recommendation or a lesson."
            ).format(key=shown(actions.SAVE_LINE)),
        )
        self._nothing = EmptyState(theme, "search", t("Nothing found"), t("No entry of this session has these words."))
        self._none = EmptyState(
            theme,
            "calendar-days",
            t("No session yet"),
            t("Add the first session from the list at the top of the column."),
        )
        self._pages = QStackedWidget()
        for page in (self.stream, self._empty, self._nothing, self._none):
            self._pages.addWidget(page)
        self.entry = EntryLine(self._workspace)
        self._marks = self._mark_bar()
        column = QVBoxLayout(self)
        column.setContentsMargins(24 - INSET, 16, 24 - INSET, 16)
        column.setSpacing(8)
        column.addLayout(_inset(self._title, self.details, high=True))
        column.addLayout(_inset(self._count, self.search))
        column.addWidget(self._pages, 1)
        column.addLayout(_inset(self._marks))
        column.addLayout(_inset(self.entry))
        self._pause = QTimer(self, singleShot=True, interval=SEARCH_PAUSE_MS)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._pause.start)
        self.search.left.connect(self._on_search_left)
        self.search.down.connect(self.stream.setFocus)
        self._pause.timeout.connect(self._on_search_paused)
        self.stream.marked.connect(self._on_marked)
        self.stream.left.connect(self.entry.setFocus)
        self.stream.typed.connect(self._on_typed)
        self.stream.kind_asked.connect(self.kind_asked)
        for signal in (self.model.rowsInserted, self.model.rowsRemoved, self.model.modelReset, self.model.dataChanged):
            signal.connect(self._show_found)
        self.entry.up_asked.connect(self._on_up_asked)

    def _mark_bar(self) -> QWidget:
        """Build the row that offers what marked words can become."""
        t, theme = self._workspace.t, self._workspace.theme
        bar = QWidget()
        line = QHBoxLayout(bar)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(caption(t("Make of the marked words:"), wrap=False))
        for kind in FROM_WORDS:
            name = entry_kind_name(t, kind)
            chip = Chip(theme, name, TONES[kind], ACTIONS[kind].icon)
            chip.setCheckable(False)
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            chip.setToolTip(tip(t, ACTIONS[kind], name))
            chip.clicked.connect(partial(self._on_kind_pressed, kind))
            line.addWidget(chip)
        line.addStretch(1)
        bar.hide()
        return bar

    def _on_kind_pressed(self, kind: EntryKind, *_: object) -> None:
        self.kind_asked.emit(kind)

    def _on_search_paused(self) -> None:
        if self._session is not None and self._workspace.is_readable:
            chosen = self.stream.entry
            self.model.show(self._session.id, self.search.text())
            if chosen is not None and not self.stream.choose(chosen.id):
                self.stream.go_to_end()

    def _on_search_left(self) -> None:
        self.show_all()
        self.entry.setFocus()

    def _on_marked(self) -> None:
        entry = self.stream.entry
        said = entry is not None and entry.kind == EntryKind.INTERVENTION
        self._marks.setVisible(said and bool(self.stream.marked_words))

    def _on_up_asked(self) -> None:
        if self.model.rowCount():
            self.stream.setFocus()

    def _on_typed(self, event: QKeyEvent | QInputMethodEvent) -> None:
        """Take what was written while the keyboard was in the list."""
        self.entry.setFocus()
        QCoreApplication.sendEvent(self.entry.edit, event)

    def _show_title(self, session: Session | None) -> None:
        self._title.setText((self._workspace.label(session.title) or session.code) if session else "")

    def _show_found(self) -> None:
        """Show the list, or say why there is nothing in it."""
        found, whole = self.model.rowCount(), self.model.whole
        page: QWidget = self.stream
        if self._session is None:
            page = self._none
        elif not whole:
            page = self._empty
        elif not found:
            page = self._nothing
        self._pages.setCurrentWidget(page)
        self._count.setText(self._count_words(found, whole))

    def _count_words(self, found: int, whole: int) -> str:
        t, counts = self._workspace.t, self.model.counts()
        if self.search.text().strip():
            return t("{found} of {whole} entries").format(found=t.number(found), whole=t.number(whole))
        parts = [
            t.plural("{count} intervention", "{count} interventions", counts[EntryKind.INTERVENTION]),
            t.plural("{count} on citizenship", "{count} on citizenship", counts[EntryKind.CITIZENSHIP]),
            t.plural("{count} on policy and action", "{count} on policy and action", counts[EntryKind.POLICY]),
            t.plural("{count} lesson", "{count} lessons", counts[EntryKind.LESSON]),
        ]
        return "  ·  ".join(part for part, count in zip(parts, counts.values(), strict=True) if count)


def _inset(wide: QWidget, *more: QWidget, high: bool = False) -> QHBoxLayout:
    """Set parts in a row that shares its leading edge with the edges of the entries."""
    line = QHBoxLayout()
    line.setContentsMargins(INSET, 0, INSET, 0)
    line.setSpacing(8)
    line.addWidget(wide, 1)
    for part in more:
        line.addWidget(part, alignment=Qt.AlignmentFlag.AlignTop if high else Qt.AlignmentFlag.AlignVCenter)
    return line


class _Search(QLineEdit):
    """Where words to find are typed."""

    left = Signal()
    down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if pressed(event, actions.LEAVE_SEARCH):
            self.left.emit()
        elif pressed(event, actions.TO_FOUND):
            self.down.emit()
        else:
            super().keyPressEvent(event)
