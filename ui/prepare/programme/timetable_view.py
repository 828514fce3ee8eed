"""The timetable: days and tracks down, time across; blocks are chosen by keys and moved by the mouse."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame

from consultation.model import Session
from ui.actions import preparing
from ui.keys import pressed
from ui.look.painting import Painting
from ui.prepare.programme.breaking import Breaking
from ui.prepare.programme.dragging import Held, is_at_end, taken
from ui.prepare.programme.drawing import Drawing
from ui.prepare.programme.plan import Plan
from ui.prepare.programme.sessions import Sessions
from ui.workspace import Workspace

Index = QModelIndex | QPersistentModelIndex


class TimetableView(QAbstractItemView):
    """Nothing is written while a block is dragged: where it is let go is said once, with `dropped`."""

    dropped = Signal(object, object, int, int)
    """The id of a session, the row (`plan.RowPlace`) it is let go on, and from when to when in minutes."""
    peek_asked = Signal()
    chosen = Signal()
    day_asked = Signal(object)
    """The day whose name was pressed."""
    tracks_asked = Signal()

    def __init__(self, workspace: Workspace, sessions: Sessions) -> None:
        super().__init__()
        self._workspace, self._sessions = workspace, sessions
        self._drawing = Drawing(workspace, sessions)
        self._breaking = Breaking(workspace.theme)
        self._plan: Plan | None = None
        self._held: Held | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setAccessibleName(workspace.t("Timetable"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setModel(sessions)
        sessions.modelReset.connect(self.lay_again)
        workspace.theme.changed.connect(self._on_theme_changed)

    @property
    def session(self) -> Session | None:
        """The session that is chosen."""
        row = self.currentIndex().row()
        return self._sessions.listed[row] if 0 <= row < len(self._sessions.listed) else None

    @property
    def plan(self) -> Plan:
        """Where everything stands; made when it is asked for."""
        if self._plan is None:
            words, theme = self._workspace.t("Without a time"), self._workspace.theme
            self._plan = Plan(theme, self._breaking, self._sessions, self._room(), words)
        return self._plan

    def choose(self, session: UUID | None) -> None:
        """Choose a session, or the first."""
        row = max(self._sessions.place_of(session), 0)
        if self._sessions.listed:
            self.setCurrentIndex(self._sessions.index(row))

    def lay_again(self) -> None:
        """Forget where everything stood."""
        self._plan, self._held = None, None
        self._fit()
        self.viewport().update()

    def let_go(self) -> bool:
        """Put back what is dragged; False where nothing is."""
        held, self._held = self._held, None
        if held is None or not held.is_moved:
            return False
        self.viewport().update()
        return True

    def is_dragging(self) -> bool:
        """Tell whether a block is on its way."""
        return self._held is not None and self._held.is_moved

    def horizontalOffset(self) -> int:
        return self.horizontalScrollBar().value()

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: Index) -> bool:
        return False

    def visualRect(self, index: Index) -> QRect:
        rect = self._rect_of(index)
        return self._on_view(rect).toAlignedRect() if rect is not None else QRect()

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index).adjusted(-2, -2, 2, 2)
        return region

    def indexAt(self, point: QPoint) -> QModelIndex:
        spot = self._in_plan(QPointF(point))
        near = QRectF(spot, spot).adjusted(-1, -1, 1, 1)
        found = (session for session, rect in self.plan.seen(near) if rect.contains(spot))
        place = self._sessions.place_of(next(found, None))
        return self._sessions.index(place) if place >= 0 else QModelIndex()

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        rect = self._rect_of(index)
        if rect is None:
            return
        down, across, plan = self.verticalScrollBar(), self.horizontalScrollBar(), self.plan
        high = self.viewport().height() - plan.head
        if rect.top() < down.value():
            down.setValue(int(rect.top()) - 8)
        elif rect.bottom() > down.value() + high:
            down.setValue(int(rect.bottom() - high) + 8)
        if rect.left() < across.value() + plan.lead:
            across.setValue(int(rect.left()) - plan.lead - 8)
        elif rect.right() > across.value() + self.viewport().width():
            across.setValue(int(rect.right()) - self.viewport().width() + 8)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        index = self.indexAt(rect.center())
        if index.isValid():
            self.selectionModel().select(index, command)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        row, count, actions = self.currentIndex().row(), len(self._sessions.listed), QAbstractItemView.CursorAction
        if not count:
            return QModelIndex()
        forward = (actions.MoveNext, actions.MoveRight)
        if action in (*forward, actions.MovePrevious, actions.MoveLeft):
            return self._sessions.index(self._next(row, 1 if action in forward else -1))
        if action in (actions.MoveHome, actions.MoveEnd):
            return self._sessions.index(0 if action == actions.MoveHome else count - 1)
        down = action in (actions.MoveDown, actions.MovePageDown)
        return self._sessions.index(self._nearest(row, 1 if down else -1))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if pressed(event, preparing.PEEK_SESSION):
            self.peek_asked.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index, at = self.indexAt(event.position().toPoint()), self._in_plan(event.position())
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            if event.button() == Qt.MouseButton.LeftButton:
                self._press_lead(event.position())
            super().mousePressEvent(event)
            return
        self.setCurrentIndex(index)
        session, rect = self._sessions.listed[index.row()], self._rect_of(index)
        if rect is not None:
            self._held = taken(session, self._sessions.blocks.get(session.id), rect, at, self.plan)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self._in_plan(event.position())
        if self._held is None:
            self._show_cursor(event.position(), at)
            return
        before, self._held = self._dragged_rect(), self._held.moved_to(at, self.plan)
        for rect in (before, self._dragged_rect()):
            if rect is not None:
                self.viewport().update(self._on_view(rect).adjusted(-3, -3, 3, 3).toAlignedRect())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        held, self._held = self._held, None
        if held is None or not held.is_moved:
            super().mouseReleaseEvent(event)
            return
        self.viewport().update()
        if held.row is not None:
            self.dropped.emit(held.session, held.row, held.begins, held.ends)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.indexAt(event.position().toPoint()).isValid():
            self.peek_asked.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._plan is not None and self._plan.room != self._room():
            self._plan = None
        self._fit()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(600, 400)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        with Painting(painter):
            self._paint(painter, QRectF(event.rect()))
        painter.end()

    def _paint(self, painter: QPainter, dirty: QRectF) -> None:
        plan, drawing = self.plan, self._drawing
        x, y = self.horizontalOffset(), self.verticalOffset()
        seen = self._in_plan_rect(dirty)
        painter.fillRect(dirty, self._workspace.theme.colour("base"))
        painter.translate(-x, plan.head - y)
        drawing.grid(painter, plan, seen)
        chosen, dragged = self.session, self._dragged_rect()
        away = self._held.session if self._held is not None and dragged is not None else None
        for session, rect in plan.seen(seen):
            if session != away:
                drawing.block(painter, plan, session, rect, chosen is not None and chosen.id == session, False)
        if self._held is not None and dragged is not None:
            drawing.block(painter, plan, self._held.session, dragged, True, True)
        painter.translate(x, 0)
        if dirty.left() <= plan.lead:
            drawing.lead(painter, plan, seen)
        if self._sessions.shown.waiting:
            drawing.loose(painter, plan)
        painter.translate(-x, y - plan.head)
        if dirty.top() <= plan.head:
            drawing.hours(painter, plan, x)

    def _rect_of(self, index: Index) -> QRectF | None:
        row = index.row()
        return self.plan.rect_of(self._sessions.listed[row].id) if 0 <= row < len(self._sessions.listed) else None

    def _in_plan(self, spot: QPointF) -> QPointF:
        return QPointF(spot.x() + self.horizontalOffset(), spot.y() + self.verticalOffset() - self.plan.head)

    def _in_plan_rect(self, rect: QRectF) -> QRectF:
        return rect.translated(self.horizontalOffset(), self.verticalOffset() - self.plan.head)

    def _on_view(self, rect: QRectF) -> QRectF:
        return rect.translated(-self.horizontalOffset(), self.plan.head - self.verticalOffset())

    def _dragged_rect(self) -> QRectF | None:
        return self._held.rect(self.plan) if self._held is not None else None

    def _day_named_at(self, spot: QPointF) -> date | None:
        """Return the day whose name stands there, where one does."""
        at = self._in_plan(spot)
        if spot.y() <= self.plan.head or spot.x() > self.plan.lead_of_days:
            return None
        return next((each.day.on for each in self.plan.days if each.top <= at.y() < each.top + each.height), None)

    def _is_track_named_at(self, spot: QPointF) -> bool:
        plan, y = self.plan, self._in_plan(spot).y()
        return spot.y() > plan.head and plan.lead_of_days < spot.x() <= plan.lead and plan.row_at(y) is not None

    def _press_lead(self, spot: QPointF) -> None:
        """Open what is named in the leading column: a day, or the tracks."""
        on = self._day_named_at(spot)
        if on is not None:
            self.day_asked.emit(on)
        elif self._is_track_named_at(spot):
            self.tracks_asked.emit()

    def _show_cursor(self, spot: QPointF, at: QPointF) -> None:
        over, shapes = self.indexAt(spot.toPoint()), Qt.CursorShape
        if over.isValid():
            rect, session = self._rect_of(over), self._sessions.listed[over.row()]
            ends = rect is not None and session.id in self._sessions.blocks and is_at_end(rect, at)
            self.viewport().setCursor(shapes.SizeHorCursor if ends else shapes.OpenHandCursor)
        elif self._day_named_at(spot) is not None or self._is_track_named_at(spot):
            self.viewport().setCursor(shapes.PointingHandCursor)
        else:
            self.viewport().unsetCursor()

    def _nearest(self, row: int, step: int) -> int:
        """Return the block above or below that is nearest in time, among those that are found."""
        if row < 0:
            return 0
        rects = [(self.plan.rect_of(each.id), self._sessions.place_of(each.id)) for each in self._sessions.found]
        here = self._rect_of(self._sessions.index(row)) or QRectF()
        beyond = [
            (rect, place)
            for rect, place in rects
            if rect is not None and (rect.top() - here.top()) * step > here.height() / 2
        ]
        if not beyond:
            return row
        next_row = min(beyond, key=lambda found: abs(found[0].top() - here.top()))[0].top()
        near = [found for found in beyond if abs(found[0].top() - next_row) < here.height() / 2]
        return min(near, key=lambda found: abs(found[0].center().x() - here.center().x()))[1]

    def _next(self, row: int, step: int) -> int:
        """Return the one before or behind, among those that are found; the same where there is none."""
        places = [self._sessions.place_of(each.id) for each in self._sessions.found]
        beyond = [place for place in places if (place - row) * step > 0]
        return (min(beyond) if step > 0 else max(beyond)) if beyond else max(row, 0)

    def _on_theme_changed(self) -> None:
        self._breaking = Breaking(self._workspace.theme)
        self.lay_again()

    def _room(self) -> int:
        """Return the width there is, a scroll bar left out: that may come and go and moves nothing."""
        return self.maximumViewportSize().width() - self.verticalScrollBar().sizeHint().width()

    def _fit(self) -> None:
        if not self.isVisible():
            return
        plan, view = self.plan, self.viewport()
        self.verticalScrollBar().setRange(0, max(int(plan.height + plan.head) - view.height(), 0))
        self.verticalScrollBar().setPageStep(view.height())
        self.verticalScrollBar().setSingleStep(24)
        self.horizontalScrollBar().setRange(0, max(int(plan.width) - view.width(), 0))
        self.horizontalScrollBar().setPageStep(view.width())
        self.horizontalScrollBar().setSingleStep(24)
