"""While a recommendation is being typed: tells quietly that one in the file surely says the same, and where.

Nobody is named whose words these are, nothing is kept from being typed or entered, and nothing moves.
"""

from __future__ import annotations

import re
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QRect, QTimer, Signal
from PySide6.QtWidgets import QStyle, QWidget

from consultation.matching import Text
from consultation.model import Recommendation, Session
from consultation.reading.numbers import numbers_among
from ui.look.folds import px
from ui.session.entry_kinds import EntryKind
from ui.session.entry_line import EntryLine
from ui.session.said_note import PAD, SaidNote
from ui.session.stream_columns import Columns
from ui.touched import Touched
from ui.workspace import Workspace

REST_MS = 400
"""How long nothing is typed before it is looked up."""
LEAST = 4
"""Words; fewer say nothing that could be said already."""
RECOMMENDED = (EntryKind.CITIZENSHIP, EntryKind.POLICY)
BESIDE, OVER = 24, 8
"""Between the line and the note beside it, and the one over it."""
_WORD = re.compile("[\u3400-\u9fff]{1,2}|[^\\W\u3400-\u9fff]+")
"""In Chinese, where no spaces stand, two characters."""


class AlreadySaid(QObject):
    """Asks for what is on the entry line, and shows the answer beside it, in the place of the ``hints`` there."""

    went = Signal()
    """The recommendation is shown."""

    def __init__(self, workspace: Workspace, entry: EntryLine, hints: QWidget, marks: QWidget, paper: QWidget) -> None:
        """Lie on ``paper``; never over ``marks``, which lie over the end of the stream too."""
        super().__init__(paper)
        self._workspace, self._entry, self._hints, self._marks, self._paper = workspace, entry, hints, marks, paper
        self._found: UUID | None = None
        self._columns: Columns | None = None
        self._cover: QWidget | None = None
        self.note = SaidNote(workspace.theme, workspace.t, paper)
        self._soon = QTimer(self, singleShot=True, interval=REST_MS)
        self._soon.timeout.connect(self.ask)
        self.note.clicked.connect(self.go)
        workspace.known.caught_up.connect(self.ask)
        entry.changed.connect(self._on_typed)
        for part in (entry, marks):
            part.installEventFilter(self)
        workspace.changed.connect(self._on_written)
        workspace.leaving.connect(self._on_leaving)

    @property
    def found(self) -> UUID | None:
        """The recommendation that is shown to say the same."""
        return self._found

    def ask(self) -> None:
        """Ask for what is on the line now; not while nobody sees it, or nothing can be read."""
        if self._entry.isVisible() and self._workspace.is_readable and self._can_be_asked():
            self._soon.stop()
            self._show(self._workspace.known.ask(Text(None, self._entry.text, self._entry.language)))

    def go(self) -> None:
        """Show the recommendation where it stands; what is typed waits on the line of its session."""
        if self._found is None:
            return
        before = self._entry.session
        self._entry.keep()
        self._workspace.record_asked.emit(self._found)
        if before is not None and self._entry.session != before:
            self._say_what_waits(before)
        self.went.emit()

    def keep_clear_of(self, cover: QWidget) -> None:
        """Lie over the stream while ``cover`` lies over the margin."""
        self._cover = cover
        cover.installEventFilter(self)

    def show_columns(self, columns: Columns) -> None:
        """Stand on the edges of the stream."""
        self._columns = columns
        self._lay()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.Resize, QEvent.Type.Move):
            self._lay()
            if kind == QEvent.Type.Show and watched is self._entry:
                self._on_typed()
        return super().eventFilter(watched, event)

    def _on_typed(self) -> None:
        if self._can_be_asked():
            self._soon.start()
        else:
            self._soon.stop()
            self._show(None)

    def _can_be_asked(self) -> bool:
        return self._entry.kind in RECOMMENDED and len(_WORD.findall(self._entry.text)) >= LEAST

    def _on_written(self, touched: Touched) -> None:
        if self._found is not None and (touched.everything or self._found in touched.records):
            self._show(None)
        if touched.concerns(Recommendation, Session):
            QTimer.singleShot(0, self, self.ask)  # what has just been entered is still on the line

    def _on_leaving(self) -> None:
        self._soon.stop()
        self._show(None)

    def _show(self, found: UUID | None) -> None:
        recommendation = self._workspace.store.find(Recommendation, found) if found is not None else None
        self._found = recommendation.id if recommendation is not None else None
        if recommendation is not None:
            self.note.say(self._where(recommendation), recommendation.text)
        else:
            self.note.say("", "")
        self._lay()

    def _where(self, recommendation: Recommendation) -> str:
        t, store = self._workspace.t, self._workspace.store
        session = store.find(Session, recommendation.session) if recommendation.session is not None else None
        if session is None:
            return t("Already said")
        number = t.number(numbers_among(store, [recommendation.id])[recommendation.id])
        if session.id == self._entry.session:
            return t("Already said in this session, {number}").format(number=number)
        return t("Already said in {session}, {number}").format(session=session.code, number=number)

    def _say_what_waits(self, session_id: UUID) -> None:
        session = self._workspace.store.find(Session, session_id)
        if session is not None:
            t = self._workspace.t
            said = t("What you were typing waits on the line of {session}.").format(session=session.code)
            self._workspace.messages.say(
                said, "muted", t("Back"), lambda: self._workspace.record_asked.emit(session_id)
            )

    def _lay(self) -> None:
        """Take the place of the hints, or lie over the end of the stream where there is no place beside the line."""
        if self._columns is None:
            return
        covered = self._cover is not None and self._cover.isVisible()
        row = covered or not self._columns.has_margin
        shown = self._found is not None
        self._hints.setVisible(self._columns.has_margin and not (shown and not row))
        self.note.setVisible(shown)
        if shown:
            self.note.lie(self._row() if row else self._beside(self._columns), row)
            self.note.raise_()

    def _beside(self, columns: Columns) -> QRect:
        line, theme = self._line(), self._workspace.theme
        high = self.note.height_for(False)
        left, right = line.right() + 1 + px(theme, BESIDE) - px(theme, PAD), columns.time + px(theme, PAD)
        return self._turned(QRect(left, line.center().y() - high // 2, right - left, high))

    def _row(self) -> QRect:
        line, high = self._line(), self.note.height_for(True)
        below = self._marks.geometry().top() if self._marks.isVisible() else line.top()
        return self._turned(QRect(line.left(), below - high - OVER, line.width(), high))

    def _line(self) -> QRect:
        """Return where the entry line is on the paper, along the line of reading."""
        corner = self._entry.mapTo(self._paper, self._entry.rect().topLeft())
        return self._turned(QRect(corner, self._entry.size()))

    def _turned(self, room: QRect) -> QRect:
        return QStyle.visualRect(self._paper.layoutDirection(), self._paper.rect(), room)
