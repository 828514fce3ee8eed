"""The panel beside the stream: the details of the selected entry."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QScrollBar, QStackedWidget, QVBoxLayout, QWidget

from consultation.model import Intervention, Lesson, Recommendation, Record
from ui import actions
from ui.keys import pressed, tip
from ui.look.icons import IconLabel
from ui.session.details.recommendation import RecommendationDetails
from ui.session.details.record_details import RecordDetails
from ui.session.details.spoken import InterventionDetails, LessonDetails
from ui.session.entry_kinds import ACTIONS, TONES, EntryKind, entry_kind_name
from ui.session.stream_model import StreamEntry
from ui.widgets.buttons import icon_button
from ui.widgets.cards import EmptyState
from ui.widgets.fields import SavedEdit
from ui.widgets.scroll import scrolled
from ui.widgets.words import set_property, words
from ui.workspace import Workspace


class DetailsPanel(QFrame):
    """Shows one entry in full."""

    closed = Signal()
    delete_asked = Signal()
    asked = Signal(object)
    """The id of another entry to show."""
    person_added = Signal(str, object)
    left = Signal()
    """Escape, or Enter in the last count: back to the entry line."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._entry: StreamEntry | None = None
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
        """Show an entry, or that none is selected."""
        if entry is None or (self._entry is not None and entry.id != self._entry.id):
            self.flush()
        self._entry = entry
        self._bar.setVisible(entry is not None)
        if entry is None:
            self._stack.setCurrentIndex(0)
            return
        record, t = entry.record, self._workspace.t
        tone = TONES[entry.kind]
        self._icon.show_icon(ACTIONS[entry.kind].icon, tone)
        self._kind.setText(entry_kind_name(t, entry.kind))
        set_property(self._kind, "tone", "text" if tone == "muted" else tone)
        page = self._page()
        if page is not None:
            page.show_record(record)
            page.setVisible(True)
            self._stack.setCurrentWidget(self._areas[type(record)])

    @property
    def bar(self) -> QScrollBar:
        """The scroll bar of what is shown."""
        shown = self._entry.record if self._entry is not None else None
        return self._areas[type(shown) if shown is not None else Recommendation].verticalScrollBar()

    def offer_terms(self) -> None:
        """Offer the terms of the vocabularies there are now."""
        self.recommendation.offer_terms()

    def know_people(self) -> None:
        """Offer the people there are now, also where another entry is shown just now."""
        for page in self._pages.values():
            page.know_people()

    def edit(self) -> None:
        """Go to the words of the entry."""
        if self.text is not None:
            self.text.setFocus()
            self.text.moveCursor(self.text.textCursor().MoveOperation.End)

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
        if pressed(event, actions.LEAVE_DETAILS):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        workspace, t = self._workspace, self._workspace.t
        self.recommendation = RecommendationDetails(workspace)
        self._pages: dict[type[Record], RecordDetails] = {
            Recommendation: self.recommendation,
            Intervention: InterventionDetails(workspace),
            Lesson: LessonDetails(workspace),
        }
        self._areas = {kind: _scrolled(page) for kind, page in self._pages.items()}
        self._stack = QStackedWidget()
        self._stack.addWidget(
            EmptyState(
                workspace.theme,
                "panel-right",
                t("Nothing selected"),
                t("Select something that was said to see and complete its details here."),
            )
        )
        for area in self._areas.values():
            self._stack.addWidget(area)
        self._icon = IconLabel(workspace.theme, "message-square", "muted", 20)
        self._kind = words("", "heading", strong=True, wrap=False)
        self._bar = QWidget()
        line = QHBoxLayout(self._bar)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self._icon)
        line.addWidget(self._kind)
        line.addStretch(1)
        line.addWidget(icon_button(workspace.theme, "trash-2", t("Delete"), self.delete_asked.emit))
        top = QHBoxLayout()
        top.setContentsMargins(24, 12, 12, 8)
        top.addWidget(self._bar, 1)
        top.addStretch(0)
        hide = tip(t, actions.DETAILS, t("Hide the details"))
        top.addWidget(icon_button(workspace.theme, "x", hide, self.closed.emit))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        for page in self._pages.values():
            page.asked.connect(self.asked)
            page.left.connect(self.left)
            page.person_added.connect(self.person_added)

    def _page(self) -> RecordDetails | None:
        return self._pages[type(self._entry.record)] if self._entry is not None else None


def _scrolled(page: QWidget) -> QScrollArea:
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(24, 8, 24, 24)
    column.addWidget(page)
    column.addStretch(1)
    return scrolled(inside)
