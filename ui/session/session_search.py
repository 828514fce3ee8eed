"""The search: words in this session, and, asked for, in all of them."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from consultation.model import Recommendation, Session
from consultation.reading.numbers import numbers_among
from consultation.reading.stream import found_anywhere, read_said
from consultation.words import shortened
from ui.actions import recording
from ui.keys import pressed, tip
from ui.session.entry_kinds import KINDS, TONES, EntryKind, glyph_of, kind_of
from ui.widgets.buttons import icon_button, quiet_button
from ui.widgets.offer import Offer, OfferHeading, Row
from ui.widgets.offer_list import OfferList, spot_under
from ui.widgets.words import caption
from ui.workspace import Workspace

PAUSE_MS = 8
MOST, WIDEST = 30, 720
"""Entries of all sessions that are listed; more letters find fewer."""


class SessionSearch(QWidget):
    """The field, how many were found, and the way to all sessions."""

    changed = Signal(str)
    """Other words are looked for in this session."""
    next_asked = Signal()
    into_asked = Signal()
    """From the field to what was found."""
    left = Signal()
    asked = Signal(object)
    """The id of an entry in any session."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._list: OfferList | None = None
        self._build()

    @property
    def words(self) -> str:
        """What is looked for."""
        return self.field.text().strip()

    def look_for(self, words: str) -> None:
        """Look for words as if they had been typed."""
        self.field.setText(words)
        self._tell_now()

    def empty(self) -> None:
        """Look for nothing."""
        self.field.clear()
        self._pause.stop()

    def show_found(self, text: str) -> None:
        """Say how many were found."""
        self._found.setText(text)

    def look_everywhere(self) -> None:
        """List what was found in all sessions."""
        if not self.words or not self._workspace.is_readable:
            return
        if self._list is None or self._list.parentWidget() is not self.window():
            self._list = OfferList(self._workspace.theme, self.window(), self)
            self._list.chosen.connect(self._on_chosen)
        self.field.setFocus()
        rows = self._everywhere()
        if not rows:
            self._found.setText(self._workspace.t("Nothing found in any session"))
        self._list.open_over(self.field, spot_under(self.field), rows, self.words, WIDEST)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._put_list_away()

    def _build(self) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        self.field = SearchField(self)
        self.field.setPlaceholderText(t("Find in this session"))
        self.field.setAccessibleName(t("Find in this session"))
        self.field.setClearButtonEnabled(True)
        self._found = caption("", wrap=False)
        everywhere = quiet_button(theme, t("Search all sessions"), self.look_everywhere)
        everywhere.setToolTip(tip(t, recording.SEARCH_EVERYWHERE))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        self.field.setMinimumWidth(80)
        line.addWidget(self.field, 1)
        line.addWidget(self._found)
        line.addWidget(everywhere)
        line.addWidget(icon_button(theme, "x", tip(t, recording.LEAVE_SEARCH), self.left.emit))
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._tell_now)
        self.field.textChanged.connect(self._on_typed)

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key asks for in the field; tell whether it was one of those."""
        if self._list is not None and self._list.steer(event):
            return True
        if pressed(event, recording.LEAVE_SEARCH):
            self.left.emit()
        elif pressed(event, recording.SEARCH_EVERYWHERE):
            self.look_everywhere()
        elif pressed(event, recording.NEXT_ENTRY_FOUND):
            self._tell_now()
            self.next_asked.emit()
        elif pressed(event, recording.TO_FOUND):
            self._tell_now()
            self.into_asked.emit()
        else:
            return False
        return True

    def field_left(self) -> None:
        """The keyboard has gone elsewhere."""
        self._put_list_away()

    def _everywhere(self) -> list[Row]:
        """Return what was found in all sessions, each session with its own."""
        store, t, label = self._workspace.store, self._workspace.t, self._workspace.label
        found = found_anywhere(store, self.words, KINDS, MOST)
        said = read_said(store, [entry.id for entry in found], KINDS)
        numbers = numbers_among(store, [entry.id for entry in found if entry.kind is Recommendation])
        sessions = {session.id: session for session in store.all(Session)}
        by_session: dict[str, list[Row]] = {}
        for entry in found:
            there = said.get(entry.id)
            if there is None or there.record.deleted:
                continue
            record, kind = there.record, kind_of(there.record)
            session = sessions.get(getattr(record, "session", None))  # type: ignore[arg-type]
            head = f"{session.code}  {label(session.title)}" if session else t("Without a session")
            offer = Offer(
                entry.id,
                shortened(getattr(record, "text", ""), 110),
                there.person.name if there.person else "",
                icon=glyph_of(kind) if kind is EntryKind.LESSON else "",
                tone=TONES[kind],
                number=str(numbers.get(entry.id, "")),
            )
            by_session.setdefault(head, []).append(offer)
        return [row for head, rows in by_session.items() for row in (OfferHeading(head), *rows)]

    def _on_typed(self) -> None:
        self._put_list_away()
        self._pause.start()

    def _tell_now(self) -> None:
        self._pause.stop()
        self.changed.emit(self.words)

    def _on_chosen(self, record: object) -> None:
        self.asked.emit(record)

    def _put_list_away(self) -> None:
        if self._list is not None:
            self._list.withdraw()


class SearchField(QLineEdit):
    """Where words to find are typed."""

    def __init__(self, search: SessionSearch) -> None:
        super().__init__()
        self._search = search

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._search.take_key(event):
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._search.field_left()
