"""The paper: the head of the session, what has been said in it, and the line on which more is typed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from consultation.model import Intervention, Lesson, Person, Recommendation, Reservation, Role, Session, Support, Term
from ui.actions import recording
from ui.keys import shown
from ui.look.folds import px
from ui.page import Page
from ui.session.already_said import AlreadySaid
from ui.session.counting import Counting
from ui.session.entry_kinds import EntryKind
from ui.session.entry_line import EntryLine
from ui.session.entry_offers import keys_in_line
from ui.session.mark_bar import MarkBar
from ui.session.session_head import SessionHead
from ui.session.session_question import SessionQuestion
from ui.session.stream_columns import Columns
from ui.session.stream_model import Only, StreamModel
from ui.session.stream_view import StreamView
from ui.touched import Touched
from ui.widgets.buttons import quiet_button
from ui.widgets.cards import EmptyState
from ui.widgets.words import caption
from ui.workspace import Workspace

SEEN_AFTER_MS = 30
"""After which a session that is shown has been painted, however long it is."""
MANY = 1000
"""Entries of a session that are counted after it is shown and not before."""
BELOW = 14
"""Under the entry line."""


class Room(Page):
    """What has been said, and where more of it is typed."""

    kinds = (Intervention, Recommendation, Lesson, Person, Support, Reservation, Term, Role, Session)
    kind_asked = Signal(object)
    """An `EntryKind` for the words that are marked."""
    columns_changed = Signal()
    taken = Signal(object)
    """A `Touched` that the stream has taken up."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._session: Session | None = None
        self.model = StreamModel(workspace, self)
        self._build()
        self._connect()

    @property
    def columns(self) -> Columns:
        """Where things stand along the line of reading."""
        return self.stream.columns

    def refresh(self, touched: Touched) -> None:
        """Show again what was written; what is selected stays so, although the list may have been read anew."""
        if touched.concerns(Session) and self._session is not None:
            self._session = self._workspace.store.find(Session, self._session.id)
            self.head.show_session(self._session)
        elif self._session is None:
            self.question.ask()
            return
        chosen = self.stream.entry
        self.model.take(touched)
        if chosen is not None and self.stream.entry is None and not self.stream.choose(chosen.id):
            self.stream.chosen.emit(None)
        self.taken.emit(touched)

    def show_session(self, session: Session | None) -> None:
        """Show what was said in a session; without one, ask which it is."""
        self.be_fresh()
        self.counting.end()
        self._session = session
        self.head.leave_search()
        self.head.show_session(session)
        self.model.show(session.id if session else None)
        self.entry.setEnabled(session is not None)
        if session is not None:
            self.entry.show_session(session.id)
        else:
            self.question.ask()
        self._whole.setCurrentWidget(self._paper if session is not None else self.question)
        self.setFocusProxy(self.entry.edit if session is not None else self.question)
        self._show_found()
        self.stream.go_to_end()

    def show_all(self) -> None:
        """Leave the search and what alone is shown, so that everything is in the list."""
        if self.head.is_searching or self.model.only is not None:
            self.head.leave_search()
            self._choose("", None)

    def look_for(self, words: str = "") -> None:
        """Go to the search; with ``words``, look for them."""
        if self._session is not None:
            self.head.open_search()
            if words:
                self.head.search.look_for(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_marks()

    def _build(self) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        self.setProperty("surface", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.head = SessionHead(self._workspace)
        self.stream = StreamView(self._workspace, self.model)
        self.counting = Counting(self._workspace, self.stream)
        self._once_seen = QTimer(self, singleShot=True, interval=SEEN_AFTER_MS)
        self._once_seen.timeout.connect(self._tell_counts)
        self.question = SessionQuestion(self._workspace)
        said = t(
            "Type what you hear on the line below; {key} saves it. Each line can be an intervention, a "
            "recommendation or a lesson."
        )
        self._empty = EmptyState(
            theme,
            "messages-square",
            t("Nothing has been said yet"),
            said.format(key=shown(recording.SAVE_LINE)),
            quiet_button(theme, t("Name who is speaking"), self._on_speaker_asked, "users"),
        )
        self._nothing = EmptyState(
            theme,
            "search",
            t("Nothing found"),
            t("No entry of this session has these words."),
            quiet_button(theme, t("Search all sessions"), self.head.search.look_everywhere),
            quiet_button(theme, t("Show everything"), self._on_all_asked),
        )
        self._pages = QStackedWidget()
        self._pages.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)  # it takes what is left
        for page in (self.stream, self._empty, self._nothing):
            self._pages.addWidget(page)
        self.entry = EntryLine(self._workspace)
        self._hints = caption("     ".join(keys_in_line(t)), wrap=False)
        self._below = QHBoxLayout()
        self._below.setSpacing(px(theme, 24))
        self._below.addWidget(self.entry)
        self._below.addWidget(self._hints)
        self._below.addStretch(1)
        self._paper = QWidget()
        column = QVBoxLayout(self._paper)
        column.setContentsMargins(0, 0, 0, BELOW)
        column.setSpacing(4)
        column.addWidget(self.head)
        column.addWidget(self._pages, 1)
        column.addSpacing(4)
        column.addLayout(self._below)
        self._whole = QStackedWidget()
        self._whole.addWidget(self._paper)
        self._whole.addWidget(self.question)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._whole)
        self._marks = MarkBar(self._workspace, self)
        self.said = AlreadySaid(self._workspace, self.entry, self._hints, self._marks, self)

    def _connect(self) -> None:
        search = self.head.search
        search.changed.connect(lambda words: self._choose(words, None))
        search.left.connect(self._on_all_asked)
        search.into_asked.connect(self.stream.setFocus)
        search.next_asked.connect(self._on_next_asked)
        self.head.only_asked.connect(self._on_only_asked)
        self.stream.marked.connect(self._on_marked)
        self.stream.typed.connect(self._on_typed)
        self.stream.kind_asked.connect(self.kind_asked)
        self._marks.kind_asked.connect(self.kind_asked)
        self.said.went.connect(self.stream.setFocus)
        self.stream.chosen.connect(self._tell_found)
        self.stream.columns_changed.connect(self._on_columns_changed)
        self.counting.done.connect(self.entry.setFocus)
        self.model.counted.connect(self._show_found)
        self.entry.up_asked.connect(self._on_up_asked)

    def _lay_marks(self) -> None:
        self._marks.adjustSize()
        size, line = self._marks.sizeHint(), self.entry.mapTo(self, self.entry.rect().topLeft())
        left = line.x() if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else self.width() - line.x()
        self._marks.setGeometry(QRect(left, line.y() - size.height() - 8, size.width(), size.height()))
        self._marks.raise_()

    def _on_speaker_asked(self) -> None:
        self.entry.name_speaker()

    def _choose(self, words: str, only: Only | None) -> None:
        """Show what holds ``words``, or certain entries alone; what is selected stays so while it is there."""
        if self._session is None or not self._workspace.is_readable:
            return
        chosen = self.stream.entry
        self.stream.show_found_words(words)
        self.model.choose(words, only)
        if chosen is None or not self.stream.choose(chosen.id):
            self.stream.go_to_end()

    def _on_only_asked(self, only: Only | None) -> None:
        self._choose("", only)

    def _on_all_asked(self) -> None:
        self.show_all()
        self.entry.setFocus()

    def _on_next_asked(self) -> None:
        """Go on to the next entry that was found, and around at the end."""
        found = self.model.rowCount()
        if found:
            row = self.stream.currentIndex().row() if self.stream.entry is not None else -1
            self.stream.choose(self.model.id_at((row + 1) % found))

    def _on_marked(self) -> None:
        entry = self.stream.entry
        said = entry is not None and entry.kind == EntryKind.INTERVENTION
        self._marks.setVisible(said and bool(self.stream.marked_words))
        self._lay_marks()

    def _on_up_asked(self) -> None:
        if self.model.rowCount():
            self.stream.setFocus()

    def _on_typed(self, event: QKeyEvent | QInputMethodEvent) -> None:
        """Take what was written while the keyboard was in the list."""
        self.entry.setFocus()
        QCoreApplication.sendEvent(self.entry.edit, event)

    def _on_columns_changed(self) -> None:
        """Have head and line stand on the edges of the stream."""
        columns, theme = self.columns, self._workspace.theme
        narrow = not columns.has_margin
        left = max(columns.gutter - px(theme, 52 if narrow else 59), 2)
        right = self.width() - px(theme, 22) if narrow else columns.words_end + px(theme, 15)
        self._below.setContentsMargins(*self._turned(left))
        self.entry.setFixedWidth(max(right - left, 200))
        self.entry.show_gutter(columns.gutter - left)
        self.said.show_columns(columns)
        self.head.show_columns(columns)
        self.columns_changed.emit()

    def _turned(self, leading: int) -> tuple[int, int, int, int]:
        return (0, 0, leading, 0) if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else (leading, 0, 0, 0)

    def _show_found(self) -> None:
        """Show the list, or say why there is nothing in it; what a long session lacks is told once it is seen."""
        page: QWidget = self.stream
        if not self.model.whole:
            page = self._empty
        elif not self.model.rowCount():
            page = self._nothing
        self._pages.setCurrentWidget(page)
        if self.model.whole > MANY and not self.model.is_counted:
            self._once_seen.start()
        else:
            self._tell_counts()
        self._tell_found()

    def _tell_counts(self) -> None:
        if self._workspace.is_readable:
            self.head.show_counts(self.model.gaps, self.model.only)

    def _tell_found(self) -> None:
        """Say beside the field how many were found, and which of them is selected."""
        if not self.head.is_searching:
            return
        t, found = self._workspace.t, self.model.rowCount()
        said = ""
        if self.head.search.words and found and self.stream.entry is not None:
            place = self.stream.currentIndex().row() + 1
            said = t("{place} of {found}").format(place=t.number(place), found=t.number(found))
        elif self.head.search.words:
            whole = self.model.whole
            said = t("{found} of {whole} entries").format(found=t.number(found), whole=t.number(whole))
        self.head.search.show_found(said)
