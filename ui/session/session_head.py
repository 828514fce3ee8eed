"""The head of the session: which it is, its one title, what is in it and what is missing, or the search."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QStyle, QVBoxLayout, QWidget

from consultation.model import Session, SessionStatus
from consultation.reading.gaps import GapCounts
from consultation.reading.programme import day_of, hours_of
from consultation.words import choice_name
from ui.actions import anywhere, recording
from ui.keys import add_to_menu, tip
from ui.look.folds import Fold, px
from ui.look.icons import pixmap
from ui.session.gap_filters import INSIDE, GapFilters
from ui.session.session_search import SessionSearch
from ui.session.stream_columns import Columns, figure_heads
from ui.session.stream_model import Only
from ui.widgets.buttons import DrawnButton, icon_button
from ui.widgets.popups import menu_of
from ui.widgets.words import Elided, set_property, words
from ui.workspace import Workspace


class SessionHead(QWidget):
    """Code, day and place; the title; what there is and what is missing."""

    sessions_asked = Signal()
    new_asked = Signal()
    switch_asked = Signal()
    details_asked = Signal()
    only_asked = Signal(object)
    """An `Only`, or None for all."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._session: Session | None = None
        self._columns: Columns | None = None
        self._has_figures, self._zone = False, ""
        self._told: tuple[int | Only | None, ...] = ()
        self._build()
        self._connect()

    @property
    def code(self) -> DrawnButton:
        """The button that opens the list of sessions."""
        return self._code

    @property
    def title_bottom(self) -> int:
        """Where the title ends, from the top of the head: a peek begins below it."""
        return self._title.geometry().bottom() + px(self._workspace.theme, 6)

    def show_session(self, session: Session | None) -> None:
        """Show another session."""
        self._session = session
        self.setVisible(session is not None)
        if session is None:
            return
        workspace, t = self._workspace, self._workspace.t
        self._zone = workspace.consultation.time_zone
        name = workspace.label(session.title)
        self._code.setText(session.code)
        self._code.setAccessibleName(t("Session {code}: choose another one").format(code=session.code))
        self._title.setText(name or session.code)
        self._tell_when()

    def show_counts(self, gaps: GapCounts, only: Only | None) -> None:
        """Show what there is and what is missing."""
        told = (gaps.citizenship, gaps.policy, gaps.without_strand, gaps.not_counted, only)
        if told == self._told:
            return
        self._told = told
        self.filters.show_counts(gaps, only)
        self._fit()
        self._has_figures = bool(gaps.citizenship + gaps.policy)
        self.update()

    def show_columns(self, columns: Columns) -> None:
        """Stand on the edges of the stream."""
        self._columns = columns
        theme = self._workspace.theme
        turned = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left, right = columns.gutter - INSIDE, columns.inset - INSIDE
        small = columns.fold == Fold.SMALL
        self._column.setContentsMargins(
            right if turned else left, px(theme, 8 if small else 12), left if turned else right, px(theme, 4)
        )
        set_property(self._title, "textsize", "heading" if small else "title")
        self.update()
        self._fit()
        self.search.setMaximumWidth(columns.words + 2 * INSIDE if columns.has_margin else self.maximumWidth())
        self._tell_when()

    def open_search(self) -> None:
        """Show the field to find words, in the place of what there is."""
        self._line.setCurrentWidget(self.search)
        self.search.field.setFocus()
        self.search.field.selectAll()

    def leave_search(self) -> None:
        """Show again what there is."""
        self.search.empty()
        self._line.setCurrentWidget(self._facts)

    @property
    def is_searching(self) -> bool:
        """The field to find words is shown."""
        return self._line.currentWidget() is self.search

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write over the columns of figures what they are."""
        columns, theme, t = self._columns, self._workspace.theme, self._workspace.t
        if columns is None or not columns.has_margin or not self._has_figures:
            return
        painter = QPainter(self)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("muted"))
        row = self._line.geometry()
        block = QRect(columns.bar, row.top(), columns.figures[2] - columns.bar, row.height())
        turned = QStyle.visualRect(self.layoutDirection(), self.rect(), block)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(
            turned, int(middle | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignLeft), t("Support")
        )
        for word, end in zip(figure_heads(t), columns.figures, strict=True):
            room = QRect(turned.left(), row.top(), end - columns.bar, row.height())
            painter.drawText(room, int(middle | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignRight), word)

    def _build(self) -> None:
        theme, t = self._workspace.theme, self._workspace.t
        self._code = _CodeButton(theme)
        self._code.setToolTip(tip(t, recording.SESSIONS))
        self._when = Elided("", "caption", "muted")
        self._title = words("", "title", strong=True)
        self._title.setIndent(INSIDE)
        find = icon_button(theme, "search", tip(t, anywhere.FIND), self.open_search)
        self._more = icon_button(theme, "ellipsis", t("More about this session"), self._open_menu)
        self.filters = GapFilters(theme, t)
        self.search = SessionSearch(self._workspace)
        self._facts = QWidget()
        facts = QHBoxLayout(self._facts)
        facts.setContentsMargins(0, 0, 0, 0)
        facts.addWidget(self.filters)
        facts.addStretch(1)
        self._line = QStackedWidget()
        self._line.addWidget(self._facts)
        self._line.addWidget(self.search)
        which = QHBoxLayout()
        which.setSpacing(4)
        which.addWidget(self._code)
        which.addWidget(self._when, 1)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addLayout(which)
        names.addWidget(self._title)
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addLayout(names, 1)
        for part in (find, self._more):
            top.addWidget(part, alignment=Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addLayout(top)
        self._column.addSpacing(4)
        self._column.addWidget(self._line)
        theme.changed.connect(self.update)

    def _connect(self) -> None:
        self._code.clicked.connect(self.sessions_asked)
        self.filters.chosen.connect(self.only_asked)

    def _fit(self) -> None:
        """Have what there is stand in one line, up to the words over the figures."""
        columns = self._columns
        if columns is not None:
            end = columns.bar if columns.has_margin and self._has_figures else columns.time
            self.filters.fit(end - columns.gutter)

    def _tell_when(self) -> None:
        """Say when and where it is, shorter where there is less room."""
        session, t = self._session, self._workspace.t
        if session is None:
            return
        zone = self._zone
        on = day_of(session, zone)
        small = self._columns is not None and self._columns.fold == Fold.SMALL
        day = t.day(on, "medium" if small else "full") if on else ""
        hours = ", ".join(part for part in (day[:1].upper() + day[1:], hours_of(session, zone, t)) if part)
        how = choice_name(t, session.format)
        parts = [hours, how[:1].lower() + how[1:], "" if small else session.room]
        self._when.show_text(" · ".join(part for part in parts if part))

    def _open_menu(self) -> None:
        t, menu = self._workspace.t, menu_of(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        running = self._session is not None and self._session.status is SessionStatus.RUNNING
        switch = add_to_menu(menu, t, recording.SWITCH_SESSION, self.switch_asked.emit)
        switch.setText(t("End session") if running else t("Start session"))
        add_to_menu(menu, t, recording.DETAILS, self.details_asked.emit)
        menu.addSeparator()
        add_to_menu(menu, t, recording.SESSIONS, self.sessions_asked.emit)
        add_to_menu(menu, t, recording.NEW_SESSION, self.new_asked.emit)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))


class _CodeButton(DrawnButton):
    """The code of the session, which opens the list of all."""

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._theme.font("caption", strong=True))
        return QSize(metrics.horizontalAdvance(self.text()) + 2 * INSIDE + px(self._theme, 20), metrics.height() + 4)

    def draw(self, painter: QPainter) -> None:
        theme = self._theme
        self.draw_ground(painter, "window" if self.hasFocus() or self.underMouse() else "")
        font = theme.font("caption", strong=True)
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        wide, size = QFontMetrics(font).horizontalAdvance(self.text()), px(theme, 14)
        room = QRect(INSIDE, 0, wide + 1, self.height())
        painter.drawText(self._turned(room), int(Qt.AlignmentFlag.AlignVCenter), self.text())
        picture = pixmap("chevron-down", theme.colours.muted, size, self.devicePixelRatioF())
        painter.drawPixmap(self._turned(QRect(room.right() + 6, (self.height() - size) // 2, size, size)), picture)

    def _turned(self, room: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), room)
