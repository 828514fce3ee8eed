"""The peek: the details of the selected entry, over the margin of the room. Closed, it reads nothing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from consultation.model import Intervention, InterventionKind, Lesson, Recommendation, Record
from consultation.words import choice_name
from ui.actions import recording
from ui.keys import pressed, shown
from ui.look.folds import px
from ui.session.details.head import PeekHead
from ui.session.details.recommendation import RecommendationDetails
from ui.session.details.record_details import AROUND, RecordDetails
from ui.session.details.spoken import InterventionDetails, LessonDetails
from ui.session.entry_kinds import EntryKind
from ui.session.stream_entry import StreamEntry
from ui.widgets.cards import EmptyState
from ui.widgets.fields import SavedEdit
from ui.widgets.peek import Peek
from ui.widgets.scroll import scrolled
from ui.widgets.tab_order import follow_the_eye
from ui.workspace import Workspace

TWO_COLUMNS = 640
"""From this width on, at the usual text size, the parts stand in two columns."""
INSET, SHEET_INSET = 24, 56
CLEAR = 24
"""What is kept in sight above and below whatever has the keyboard."""
FIELDS = (QLineEdit, QPlainTextEdit, QComboBox)


class DetailsPanel(Peek):
    """Shows one entry in full."""

    delete_asked = Signal()
    asked = Signal(object)
    """The id of another entry to show."""
    other_asked = Signal(int)
    """The entry after (1) or before (-1) this one."""
    person_added = Signal(str, object)
    left = Signal()
    """Enter in the last count: back to the entry line."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        self._workspace = workspace
        self._entry: StreamEntry | None = None
        super().__init__(workspace.theme, parent)  # hides it, which is heard
        self._is_shown = True
        """What is shown is the entry as it is now."""
        self._knows_terms = False
        self._build()
        self._connect()

    @property
    def entry(self) -> StreamEntry | None:
        """The entry that is shown."""
        return self._entry

    @property
    def text(self) -> SavedEdit | None:
        """The field with the words of the entry."""
        page = self._page()
        return page.text if page is not None else None

    def show_entry(self, entry: StreamEntry | None) -> None:
        """Show an entry, or that none is selected; closed, do so when opened."""
        if entry is None or (self._entry is not None and entry.id != self._entry.id):
            self.flush()
        self._entry = entry
        self._is_shown = False
        if self.isVisible():
            self._show()

    @property
    def bar(self) -> QScrollBar:
        """The scroll bar of what is shown."""
        return self._area().verticalScrollBar()

    def offer_terms(self) -> None:
        """Offer the terms of the vocabularies there are now."""
        self._knows_terms = False
        if self.isVisible():
            self._offer_terms()

    def know_people(self) -> None:
        """Show people as they are called now, also where another entry is shown just now."""
        for page in self._pages.values():
            page.know_people()

    def edit(self) -> None:
        """Go to the words of the entry."""
        if self.text is not None:
            self.text.setFocus()
            self.text.moveCursor(self.text.textCursor().MoveOperation.End)
            self._keep_in_sight(self.text)

    def add_reservation(self) -> None:
        """Open a reservation to the recommendation that is selected."""
        if self._entry is not None and isinstance(self._entry.record, Recommendation):
            self.show()
            self.recommendation.reservations.add()

    def flush(self) -> None:
        """Save what is typed."""
        page = self._page()
        if page is not None:
            page.flush()

    def marked_words(self) -> str:
        """Return the words marked in the field of an intervention."""
        if self._entry is None or self._entry.kind != EntryKind.INTERVENTION or self.text is None:
            return ""
        return self.text.textCursor().selectedText().replace("\u2029", "\n").strip() if self.text.hasFocus() else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._take_key(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._take_key(event):
            return True  # before the area scrolls with it
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        """Take the keys that no part has taken; those of the peek itself only where no field has the keyboard."""
        in_field = isinstance(QApplication.focusWidget(), FIELDS)
        if pressed(event, recording.LEAVE_DETAILS) or (not in_field and pressed(event, recording.CLOSE_DETAILS)):
            self.closed.emit()
        elif not in_field and pressed(event, recording.OTHER_ENTRY):
            self.other_asked.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif not in_field and pressed(event, recording.RESERVATION_HERE):
            self.add_reservation()
        else:
            return False
        return True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._is_shown:
            self._show()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._workspace.is_open:
            self.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stand()

    def _build(self) -> None:
        workspace, t = self._workspace, self._workspace.t
        self.setAccessibleName(t("Details"))
        self.recommendation = RecommendationDetails(workspace)
        self._pages: dict[type[Record], RecordDetails] = {
            Recommendation: self.recommendation,
            Intervention: InterventionDetails(workspace),
            Lesson: LessonDetails(workspace),
        }
        self._areas = {kind: _scrolled(page) for kind, page in self._pages.items()}
        self._empty = EmptyState(
            workspace.theme,
            "panel-right",
            t("Nothing selected"),
            t("Select something that was said to see and complete its details here."),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        for area in self._areas.values():
            self._stack.addWidget(area)
        self._head = PeekHead(workspace)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._stack, 1)
        self.fill(inside)
        self.show_hints(
            [
                ("↑ ↓", t("another")),
                (shown(recording.EDIT_ENTRY), t("edit")),
                (shown(recording.CLOSE_DETAILS), t("close")),
            ]
        )
        self._stand()

    def _connect(self) -> None:
        self._head.close_asked.connect(self.closed)
        self._head.history_asked.connect(self._on_history_asked)
        self._workspace.theme.changed.connect(self._stand)
        for kind, page in self._pages.items():
            page.asked.connect(self.asked)
            page.left.connect(self.left)
            page.person_added.connect(self.person_added)
            page.delete_asked.connect(self.delete_asked)
            page.laid_out.connect(self._on_laid_out)
            page.text.cursorPositionChanged.connect(self._on_caret_moved)
            self._areas[kind].installEventFilter(self)
            self._areas[kind].verticalScrollBar().valueChanged.connect(self._on_scrolled)
        app = QApplication.instance()
        assert isinstance(app, QApplication), "widgets have one"
        app.focusChanged.connect(self._on_focus_changed)

    def _show(self) -> None:
        self._is_shown = True
        entry = self._entry
        self._head.setVisible(entry is not None)
        if entry is None:
            self._stack.setCurrentWidget(self._empty)
            return
        self._offer_terms()
        page, area = self._pages[type(entry.record)], self._areas[type(entry.record)]
        other = page.is_other(entry.record)
        page.show_record(entry.record)
        self._head.show_entry(entry.kind, str(entry.number or ""), self._sort(entry), entry.text)
        self._stack.setCurrentWidget(area)
        if other:
            area.verticalScrollBar().setValue(0)
        self._on_scrolled()
        follow_the_eye(self)

    def _offer_terms(self) -> None:
        if not self._knows_terms and self._workspace.is_readable:
            self._knows_terms = True
            self.recommendation.offer_terms()

    def _sort(self, entry: StreamEntry) -> str:
        """Name what sort of intervention it is, where it is not just something said."""
        record = entry.record
        if not isinstance(record, Intervention) or record.sort == InterventionKind.STATEMENT:
            return ""
        return choice_name(self._workspace.t, record.sort)

    def _stand(self) -> None:
        """Stand in one column or two, as there is room."""
        theme = self._workspace.theme
        two = self.width() >= px(theme, TWO_COLUMNS)
        inset = px(theme, SHEET_INSET) if two else INSET
        for kind, page in self._pages.items():
            page.stand_in_columns(two)
            inside = self._areas[kind].widget()
            layout = inside.layout() if inside is not None else None
            if layout is not None:
                layout.setContentsMargins(inset - AROUND, 0, INSET - AROUND, 16)
        self._head.stand(inset, low=two)

    def _keep_in_sight(self, part: QWidget) -> None:
        """Scroll so that a part, or the caret in it, is seen."""
        area = self._area()
        inside = area.widget()
        if inside is None or not inside.isAncestorOf(part):
            return
        if isinstance(part, QPlainTextEdit):
            caret = part.cursorRect()
            place = part.viewport().mapTo(inside, caret.center())
            area.ensureVisible(place.x(), place.y(), 0, CLEAR + caret.height())
        else:
            place = part.mapTo(inside, QPoint(0, part.height() // 2))
            area.ensureVisible(0, place.y(), 0, CLEAR + part.height() // 2)

    def _on_laid_out(self) -> None:
        if self.isVisible():
            follow_the_eye(self)

    def _on_caret_moved(self) -> None:
        text = self.text
        if text is not None and text.hasFocus():
            self._keep_in_sight(text)

    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isVisible() and self.isAncestorOf(now):
            self._keep_in_sight(now)

    def _on_scrolled(self) -> None:
        """Have the head say the first words while the words themselves are out of sight."""
        area, text = self._area(), self.text
        if text is not None:
            line = text.fontMetrics().lineSpacing()
            self._head.show_words(area.verticalScrollBar().value() > max(text.height() - line, 0))

    def _on_history_asked(self) -> None:
        if self._entry is not None:
            self.flush()
            self._workspace.history_asked.emit(self._entry.record)

    def _page(self) -> RecordDetails | None:
        return self._pages[type(self._entry.record)] if self._entry is not None else None

    def _area(self) -> QScrollArea:
        return self._areas[type(self._entry.record) if self._entry is not None else Recommendation]


def _scrolled(page: QWidget) -> QScrollArea:
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.addWidget(page)
    column.addStretch(1)
    return scrolled(inside)
