"""The tracks of the programme: their names in every language of the consultation, their order, what stands in them."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from consultation.language import in_language
from consultation.model import Record, Session, Track
from consultation.ordering import put_at, rank_behind
from consultation.reading.programme import in_order
from ui.prepare.form import Choosing, Said, line_for
from ui.prepare.programme.ordered import OrderedRow, OrderedRows
from ui.prepare.programme.sessions import Sessions
from ui.prepare.programme.side_form import SideForm
from ui.widgets.chip_field import ChipField
from ui.widgets.words import caption
from ui.workspace import Workspace


class SessionsIn(Choosing):
    """The sessions that stand in a track."""

    laid_out = Signal()

    def __init__(self, workspace: Workspace, sessions: Sessions) -> None:
        self._sessions = sessions
        self.chips = ChipField(workspace.theme, workspace.t, workspace.t("Sessions"))
        super().__init__(workspace, self.chips)
        self.chips.chosen.connect(self._put)
        self.chips.laid_out.connect(self.laid_out)

    def show_record(self, record: Record) -> None:
        """Show which stand in it."""
        self._record = record
        listed = in_order(self._sessions.listed)
        self.chips.offer((session.id, session.code) for session in listed)
        self.chips.tick([session.id for session in listed if session.track == record.id])

    def _put(self, chosen: list[UUID]) -> None:
        """Have these sessions stand in it, and no others; a session stands in one track."""
        if self._record is None:
            return
        track = self._record.id
        with self._workspace.together():
            for session in self._sessions.listed:
                if session.id in chosen and session.track != track:
                    self._workspace.change(session, track=track)
                elif session.id not in chosen and session.track == track:
                    self._workspace.change(session, track=None)


class TracksForm(SideForm):
    """Every track is edited in its place."""

    def __init__(self, workspace: Workspace, language: Callable[[], str], sessions: Sessions) -> None:
        super().__init__(workspace, language)
        self._sessions = sessions
        self._tracks: list[Track] = []
        self._build()
        self._connect()

    def show_tracks(self) -> None:
        """Read the tracks."""
        t = self._workspace.t
        tracks = self._workspace.store.all(Track)
        self._tracks = sorted(tracks, key=lambda track: (track.rank, track.id))
        self.show_head(t("Tracks"), t.number(len(tracks)) if tracks else "")
        self._none.setVisible(not tracks)
        self.rows.show_rows([track.id for track in self._tracks], self._made)
        for track, row in zip(self._tracks, self.rows.rows, strict=True):
            row.show_record(track)
            row.hint(in_language(track.title, self._language()))
        self.laid_out.emit()

    def add(self) -> None:
        """Add a track behind all others; the keyboard stays in the line."""
        title = " ".join(self.line.text().split())
        if not title:
            return
        track = Track(title={self._language(): title}, rank=rank_behind(self._tracks))
        if self._workspace.save(track, self._workspace.t("Added the track “{track}”.").format(track=title)):
            self.line.clear()

    def flush(self) -> None:
        self.rows.flush()

    def leave(self) -> None:
        self.rows.leave()

    def focus_first(self) -> None:
        if self._tracks:
            self.rows.focus(0)
        else:
            self.line.setFocus()

    def _build(self) -> None:
        t = self._workspace.t
        self._none = caption(t("A track ties sessions of several days: an open space, a hub, visits."))
        self.rows = OrderedRows(t("Tracks"))
        self.line = QLineEdit()
        self.line.setPlaceholderText(t("Add a track"))
        self.line.setAccessibleName(t("Add a track"))
        for part in (self._none, self.rows, self.line):
            self.column.addWidget(part)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self.line.returnPressed.connect(self.add)
        self.rows.moved.connect(self._move)
        self.rows.taken_off.connect(self._take_away)
        self.rows.laid_out.connect(self.laid_out)

    def _made(self, _: Hashable) -> OrderedRow:
        title = line_for(self._workspace, "", Said("title", self._language))
        title.edit.setAccessibleName(self._workspace.t("Title"))
        held = SessionsIn(self._workspace, self._sessions)
        held.laid_out.connect(self.laid_out)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(6)
        column.addWidget(title)
        column.addWidget(held)
        return OrderedRow(self._workspace, inside, (title, held), title.edit)

    def _move(self, place: int, there: int) -> None:
        moved, store = self._tracks[place].id, self._workspace.store
        self._workspace.do("", lambda: put_at(store, self._tracks, moved, there))

    def _take_away(self, place: int) -> None:
        """Take a track away; what stood in it stands in none."""
        track, workspace = self._tracks[place], self._workspace
        with workspace.together() as step:
            step.name = workspace.t("Took away the track “{track}”.").format(track=workspace.label(track.title))
            for session in workspace.store.all(Session, track=track.id):
                workspace.change(session, track=None)
            workspace.do("", lambda: workspace.store.delete(track))
        if step.done:
            self.focus_first() if place == 0 else self.rows.focus(place - 1)
