"""Counting hands where they are written: three fields over the figures of the entry, and the bar grows meanwhile."""

from __future__ import annotations

from itertools import pairwise
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QWidget

from consultation.model import Support
from ui.actions import recording
from ui.keys import pressed, shown
from ui.look.folds import px
from ui.session.counted import MOST, VOTES, heads_in_room, room_support, write_count
from ui.session.stream_entry import Hands, StreamEntry, counts_in_words
from ui.session.stream_view import StreamView
from ui.widgets.count import Count
from ui.widgets.words import caption
from ui.workspace import Workspace

HIGH = 28


class Counting(QWidget):
    """Covers nothing but the figures of one entry; Enter saves, Escape leaves it."""

    done = Signal()
    """Saved or left: back to the entry line."""

    def __init__(self, workspace: Workspace, stream: StreamView) -> None:
        super().__init__(stream.viewport())
        self._workspace, self._stream = workspace, stream
        self._entry: StreamEntry | None = None
        self._support: Support | None = None
        self._people: int | None = None
        self._build()
        stream.laid.connect(self._lie)
        workspace.theme.changed.connect(self._lie)
        self.hide()

    @property
    def recommendation(self) -> UUID | None:
        """What is being counted."""
        return self._entry.id if self._entry is not None else None

    @property
    def votes(self) -> list[Count]:
        """The fields, for, against and abstaining."""
        return self._votes

    def begin(self, entry: StreamEntry) -> None:
        """Count hands for a recommendation, over what was counted before."""
        self._entry = entry
        self._support = room_support(self._workspace.store, entry.id)
        session = getattr(entry.record, "session", None)
        self._people = heads_in_room(self._workspace.store, session) if session else None
        for name, vote in zip(VOTES, self._votes, strict=True):
            vote.show_number(getattr(self._support, name) if self._support else None)
        self._stream.count_in(entry.id, self._hands())
        self._lie()
        self.show()
        self._tell()
        self._votes[0].setFocus(Qt.FocusReason.TabFocusReason)

    def end(self) -> None:
        """Leave it; what is not saved is not counted."""
        if self._entry is not None:
            self._entry = None
            self.hide()
            self._stream.count_in(None, (None, None, None))

    def save(self) -> None:
        """Write down what was typed, unless a number is refused."""
        entry, t = self._entry, self._workspace.t
        if entry is None:
            return
        refused = next((vote for vote in self._votes if vote.is_refused), None)
        if refused is not None:
            said = t("{number} is more than can be counted, so it was not saved.").format(number=refused.text())
            self._workspace.messages.say(said, "conflict")
            refused.setFocus()
            refused.selectAll()
            return
        hands = self._hands()
        if hands == (None, None, None) and self._support is None:
            self._leave()
            return
        said = t("Number {number} counted: {counts}.").format(
            number=entry.number, counts=counts_in_words(t, hands) or t("nobody")
        )
        store = self._workspace.store
        support = self._support or Support(id=store.new_id(), recommendation=entry.id)
        values = dict(zip(VOTES, hands, strict=True))
        is_new = self._support is None
        if self._workspace.do(said, lambda: write_count(store, support, values, is_new, counted=True)):
            self._leave()

    def come_after(self, part: QWidget) -> None:
        """Have Tab come to the fields from ``part``; they stand in no layout."""
        for before, after in pairwise([part, *self._votes]):
            QWidget.setTabOrder(before, after)

    def flush(self) -> None:
        """Save what was typed and is another number: the keyboard has gone elsewhere, or the file is to be closed."""
        if self._entry is None or not self._workspace.is_readable or any(vote.is_refused for vote in self._votes):
            return
        before = tuple(getattr(self._support, name) if self._support else None for name in VOTES)
        if self._hands() == before:
            self.end()
        else:
            self.save()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if pressed(event, recording.LEAVE_COUNT):
                self._leave()
                return True
            if pressed(event, recording.SAVE_COUNT):
                self.save()
                return True
        if event.type() == QEvent.Type.FocusOut and not self._is_typed_in():
            self.flush()
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        t = self._workspace.t
        names = (t.context("votes", "For"), t.context("votes", "Against"), t.context("votes", "Abstain"))
        self._votes: list[Count] = []
        for name in names:
            vote = Count(0, MOST)
            vote.setParent(self)
            vote.setProperty("figure", True)
            vote.setAccessibleName(name)
            vote.setToolTip(name)
            vote.setAlignment(Qt.AlignmentFlag.AlignRight)
            vote.textChanged.connect(self._on_typed)
            vote.installEventFilter(self)
            self._votes.append(vote)
        self._counted = caption("", wrap=False)
        self._hint = caption("", wrap=False)
        for label in (self._counted, self._hint):
            label.setParent(self)
        keys = t("{next} goes on, {save} saves")
        self._hint.setText(keys.format(next=shown(recording.NEXT_VOTE), save=shown(recording.SAVE_COUNT)))

    def _hands(self) -> Hands:
        first, second, third = (vote.number for vote in self._votes)
        return first, second, third

    def _on_typed(self) -> None:
        if self._entry is not None:
            self._stream.count_in(self._entry.id, self._hands())
            self._tell()

    def _leave(self) -> None:
        self.end()
        self.done.emit()

    def _is_typed_in(self) -> bool:
        return any(vote.hasFocus() for vote in self._votes)

    def _tell(self) -> None:
        """Say how many were counted of those in the room."""
        t, hands = self._workspace.t, self._hands()
        counted = sum(count or 0 for count in hands)
        said = ""
        if self._people is not None:
            said = t("{count} of {people} in the room").format(count=t.number(counted), people=t.number(self._people))
        self._counted.setText(said)
        self._lie_hints()

    def _lie(self) -> None:
        """Lie over the figures of the entry, wherever it has been scrolled to."""
        entry = self._entry
        place = self._stream.figures_of(entry.id) if entry is not None else None
        if place is None:
            return
        bar, figures = place
        high = px(self._workspace.theme, HIGH)
        caption_high = QFontMetrics(self._workspace.theme.font("caption")).height()
        top = figures[0].center().y() - high // 2
        beside = not self._stream.columns.has_margin
        right = self._stream.viewport().width() if beside else figures[2].right() + 4
        left = figures[0].left() - 2 if beside else bar.left()
        self.setGeometry(QRect(left, top - 2, right - left, high + 4 + (0 if beside else caption_high + 4)))
        for vote, figure in zip(self._votes, figures, strict=True):
            vote.setGeometry(figure.left() - left, 2, figure.width(), high)
        self._lie_hints()

    def _lie_hints(self) -> None:
        theme, high = self._workspace.theme, px(self._workspace.theme, HIGH)
        for label in (self._counted, self._hint):
            label.adjustSize()
        if self._stream.columns.has_margin:
            top = high + 5
            self._counted.move(0, top)
            room = self._votes[2].geometry().right() + 1
            self._hint.move(max(room - self._hint.width(), 0), top)
            self._counted.setVisible(self._counted.width() + 8 < room - self._hint.width())
            return
        left = self._votes[2].geometry().right() + px(theme, 12)
        for label in (self._counted, self._hint):
            label.move(left, 2 + (high - label.height()) // 2)
            left += label.width() + px(theme, 12) if label.text() else 0
