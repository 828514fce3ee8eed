"""How the timetable is drawn: hours, days and tracks, blocks, and what has no time."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from ui.look.folds import px
from ui.look.marks import draw_gap
from ui.look.theme import Theme
from ui.prepare.programme.breaking import Breaking
from ui.prepare.programme.plan import CHIP, GAP, INSET, INSIDE, TRACKS, DayPlace, Plan, RowPlace
from ui.prepare.programme.sessions import BlockWords, Sessions
from ui.workspace import Workspace

ROUNDING = 6
FAINT = 0.3
"""How strong the words are of what is not found."""
CLASH_EDGE = 4
HOUR = 60
"""The width of an hour's name."""
LEADING = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
TRAILING = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter


class Drawing:
    """Draws a `Plan` with the painter of the view, in the coordinates of the plan."""

    def __init__(self, workspace: Workspace, sessions: Sessions) -> None:
        self._workspace, self._sessions = workspace, sessions

    @property
    def _theme(self) -> Theme:
        return self._workspace.theme

    def grid(self, painter: QPainter, plan: Plan, seen: QRectF) -> None:
        """Draw the lines of hours and rows."""
        theme = self._theme
        bottom = plan.loose_top
        painter.setPen(QPen(theme.colour("line"), 1))
        for minute in range(plan.first, plan.last + 1, 60):
            x = round(plan.x_of(minute)) + 0.5
            painter.drawLine(QPointF(x, 0), QPointF(x, bottom))
        for day in plan.days:
            y = round(day.top + day.height) - 0.5
            painter.drawLine(QPointF(seen.left(), y), QPointF(seen.right(), y))
        painter.setPen(QPen(theme.colour("line"), 1, Qt.PenStyle.DotLine))
        edges = {round(day.top) for day in plan.days}
        for row in plan.rows:
            if round(row.top) not in edges:
                y = round(row.top) - 0.5
                painter.drawLine(QPointF(seen.left(), y), QPointF(seen.right(), y))

    def block(self, painter: QPainter, plan: Plan, session_id: UUID, rect: QRectF, chosen: bool, lifted: bool) -> None:
        """Draw one block; ``lifted`` while it is dragged."""
        theme, sessions = self._theme, self._sessions
        said = sessions.words(sessions.listed[sessions.place_of(session_id)])
        quiet = "window" if said.is_quiet else "base"
        painter.setPen(QPen(theme.colour("accent" if chosen else "edge"), 2 if chosen else 1))
        painter.setBrush(theme.soft("accent") if chosen else theme.colour(quiet))
        if lifted:
            painter.setOpacity(0.85)
        inset = 1 if chosen else 0.5
        painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), ROUNDING, ROUNDING)
        if said.wrong:
            painter.fillRect(
                QRectF(rect.left(), rect.top() + 3, CLASH_EDGE, rect.height() - 6), theme.colour("incomplete")
            )
        if not sessions.is_found(session_id):
            painter.setOpacity(FAINT)
        painter.save()
        painter.setClipRect(rect.adjusted(2, 2, -4, -2))
        if session_id in sessions.blocks:
            self._words(painter, plan, said, rect)
        else:
            self._chip(painter, said, rect)
        painter.restore()
        painter.setOpacity(1)

    def hours(self, painter: QPainter, plan: Plan, across: float) -> None:
        """Draw the line of hours, over everything, from the top of the view, which is ``across`` in the plan."""
        seen_from, width = across + plan.lead - HOUR / 2, plan.width
        theme, t = self._theme, self._workspace.t
        painter.fillRect(QRectF(0, 0, width, plan.head), theme.colour("base"))
        painter.fillRect(QRectF(0, plan.head - 1, width, 1), theme.colour("line"))
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("muted"))
        for minute in range(plan.first, plan.last + 1, 60):
            at = datetime(2000, 1, 1, minute // 60 % 24, 0)
            x = plan.x_of(minute)
            if x - HOUR / 2 >= seen_from:
                box = QRectF(x - HOUR / 2, 0, HOUR, plan.head)
                painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), t.time(at))

    def lead(self, painter: QPainter, plan: Plan, seen: QRectF) -> None:
        """Draw days and tracks, over what was scrolled below them."""
        theme, t, label = self._theme, self._workspace.t, self._workspace.label
        painter.fillRect(QRectF(0, 0, plan.lead, plan.loose_top), theme.colour("base"))
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(QPointF(plan.lead - 0.5, 0), QPointF(plan.lead - 0.5, plan.loose_top))
        for day in plan.days:
            if _meets(day, seen):
                self._day(painter, plan, day)
        if not any(place.line.track for place in plan.rows):
            return
        small = QFontMetricsF(theme.font("caption")).lineSpacing()
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("muted"))
        for place in (place for place in plan.rows if _meets(place, seen)):
            name = label(place.line.track.title) if place.line.track else t("Sessions")
            wide = plan.lead * TRACKS - 12
            lines = plan.lines(name, wide, small=True)
            y = place.top + max((place.height - small * len(lines)) / 2, 4)
            for line in lines:
                painter.drawText(QRectF(plan.lead - 12 - wide, y, wide, small), int(TRAILING), line)
                y += small

    def loose(self, painter: QPainter, plan: Plan) -> None:
        """Name the months of what has no day, and the row of what has not even a month."""
        theme = self._theme
        painter.setFont(theme.font())
        for row in plan.loose_rows:
            tone, left, high = "incomplete" if row.is_gap else "text", px(theme, INSET), px(theme, CHIP)
            if row.is_gap:
                draw_gap(painter, QPointF(left + px(theme, 5), row.top + high / 2), theme, tone)
            painter.setPen(theme.colour(tone))
            painter.drawText(
                QRectF(left + (px(theme, 16) if row.is_gap else 0), row.top, 400, high), int(LEADING), row.name
            )

    def _day(self, painter: QPainter, plan: Plan, day: DayPlace) -> None:
        theme, t = self._theme, self._workspace.t
        left = px(theme, INSET)
        painter.setPen(QPen(theme.colour("line"), 1))
        y = round(day.top + day.height) - 0.5
        painter.drawLine(QPointF(0, y), QPointF(plan.lead, y))
        wide = plan.lead_of_days - left - 6
        named = theme.font("heading", strong=True)
        if QFontMetricsF(named).horizontalAdvance(t.day_of_year(day.day.on)) > wide:
            named = theme.font(strong=True)
        line, small = QFontMetricsF(named).lineSpacing(), QFontMetricsF(theme.font("caption")).lineSpacing()
        painter.setFont(named)
        painter.setPen(theme.colour("text"))
        short = QFontMetricsF(named).horizontalAdvance(t.day_of_year(day.day.on)) > wide
        painter.drawText(QRectF(left, day.top + 9, wide, line), int(LEADING), t.day_of_year(day.day.on, short=short))
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("muted"))
        title = self._workspace.label(day.day.day.title) if day.day.day else ""
        room = int((day.height - 11 - line - small) // small)
        below = plan.lines(title, wide, small=True, most=max(min(room, 3), 1)) if title else []
        for place, words in enumerate([t.weekday(day.day.on), *below]):
            painter.drawText(QRectF(left, day.top + 11 + line + place * small, wide, small), int(LEADING), words)

    def _words(self, painter: QPainter, plan: Plan, said: BlockWords, rect: QRectF) -> None:
        edge = plan.edge_of(rect.width())
        theme, room = self._theme, rect.adjusted(edge, 7, -edge, 0)
        title = plan.title_of(said, room.width())
        under = plan.breaking.small_line * (1 + bool(said.wrong))
        most = max(int((rect.bottom() - 4 - room.top() - under) // plan.breaking.title_line), 1)
        self._lines(painter, plan.breaking, plan.lines(title, room.width(), most=most), room, "text", True)
        if said.wrong:
            mark = plan.breaking.small_line / 2
            draw_gap(painter, QPointF(room.left() + px(theme, 4), room.top() + mark), theme, "incomplete")
            words = room.adjusted(px(theme, 14), 0, 0, 0)
            wrong = plan.lines(said.wrong, words.width(), small=True, most=1)
            self._lines(painter, plan.breaking, wrong, words, "incomplete", False)
            room.setTop(words.top())
        if plan.is_narrow(rect.width()):
            return
        left = int((rect.bottom() - 4 - room.top()) // plan.breaking.small_line)
        facts = plan.lines(said.below(title), room.width(), small=True, most=min(max(left, 1), 2))
        self._lines(painter, plan.breaking, facts, room, "muted", False)

    def _chip(self, painter: QPainter, said: BlockWords, rect: QRectF) -> None:
        theme = self._theme
        titled, small = theme.font(strong=True), theme.font("caption")
        painter.setFont(titled)
        painter.setPen(theme.colour("text"))
        box = rect.adjusted(INSIDE + 8, 0, -INSIDE, 0)
        wide = QFontMetricsF(titled).horizontalAdvance(said.title) + 8
        painter.drawText(box, int(LEADING), said.title)
        painter.setFont(small)
        painter.setPen(theme.colour("muted"))
        painter.drawText(box.adjusted(wide, 0, 0, 0), int(LEADING), said.below(said.title))
        for row in range(3):
            for column in range(2):
                spot = QPointF(rect.left() + 9 + 4 * column, rect.center().y() - GAP + row * 5)
                painter.fillRect(QRectF(spot.x() - 1, spot.y() - 1, 2, 2), theme.colour("muted"))

    def _lines(
        self, painter: QPainter, breaking: Breaking, lines: Sequence[str], room: QRectF, tone: str, strong: bool
    ) -> None:
        """Write lines from the top of a room, which is less by them; words that are read from the right stand there."""
        font, metrics = breaking.of(small=not strong)
        painter.setFont(font)
        painter.setPen(self._theme.colour(tone))
        from_right = bool(lines) and is_read_from_right(lines[0])
        for line in lines:
            x = room.right() - metrics.horizontalAdvance(line) if from_right else room.left()
            painter.drawText(QPointF(x, room.top() + metrics.ascent()), line)
            room.setTop(room.top() + metrics.lineSpacing())


def _meets(place: DayPlace | RowPlace, seen: QRectF) -> bool:
    return place.top < seen.bottom() and place.top + place.height > seen.top()


def is_read_from_right(text: str) -> bool:
    """Tell by its first letter that has a direction whether a text is read from the right."""
    directions = (unicodedata.bidirectional(letter) for letter in text)
    return next((each for each in directions if each in ("L", "R", "AL")), "L") != "L"
