"""What a person does with entries: save, take back, change the kind, count, reserve, delete."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal

from consultation.model import Intervention, Lesson, Recommendation, RecommendationSet, Record, Session
from consultation.reading.timeline import made_at
from ui.session.details import DetailsPanel
from ui.session.entry_kinds import KINDS, EntryKind, LineKind, TypedEntry, entry_kind_name, kind_of, make_record
from ui.session.room import Room
from ui.session.stream_entry import StreamEntry
from ui.undo import Step
from ui.workspace import Workspace


class RoomActs(QObject):
    """Writes through the workspace, and has the room show what became of it."""

    saved = Signal()
    """A line was saved."""
    reservation_asked = Signal()
    """The peek is to open at a new reservation to the selected recommendation."""

    def __init__(self, workspace: Workspace, room: Room, details: DetailsPanel) -> None:
        super().__init__(room)
        self._workspace, self._room, self._details = workspace, room, details
        self._session: Session | None = None
        self._last: tuple[UUID, TypedEntry] | None = None
        """What was saved last from the line, as long as nothing else was done."""
        room.entry.entered.connect(self._on_entered)
        room.entry.speaker.chosen.connect(self._forget_last)
        room.stream.delete_asked.connect(self.delete)
        room.kind_asked.connect(self.take_kind)
        workspace.steps.undone.connect(self._on_undone)

    def show_session(self, session: Session | None) -> None:
        """Write into another session from now on."""
        self._session, self._last = session, None

    def enter(self, typed: TypedEntry, words: str = "") -> UUID | None:
        """Store what was typed, and say ``words`` with Undo; answer with its id once it is stored."""
        if self._session is None:
            return None
        store = self._workspace.store
        rank = store.count(Lesson) if typed.kind == EntryKind.LESSON else 0
        record = make_record(typed, store.new_id(), self._session.id, rank, self._workspace.consultation.time_zone)
        if not self._workspace.save(record, words):
            return None
        self._room.show_all()
        self._room.stream.choose(record.id)
        return record.id

    def take_kind(self, kind: LineKind | EntryKind) -> None:
        """Make marked words an entry, or change the kind of what was just saved, or have the line become it."""
        wanted = kind if isinstance(kind, LineKind) else LineKind(kind)
        marked = self._marked(wanted.kind)
        if marked is not None:
            self.enter(marked, self._made_words(marked))
            return
        line = self._room.entry
        if not line.text.strip() and self._can_change(wanted):
            self._change_last(wanted)
        else:
            line.ask_kind(wanted)
        line.setFocus()

    def delete(self) -> None:
        """Delete the selected entry; what follows it is selected."""
        entry, t = self._room.stream.entry, self._workspace.t
        if entry is None:
            return
        row = self._room.model.row_of(entry.id)
        words = {
            EntryKind.INTERVENTION: t("Intervention deleted."),
            EntryKind.CITIZENSHIP: t("Recommendation deleted."),
            EntryKind.POLICY: t("Recommendation deleted."),
            EntryKind.LESSON: t("Lesson deleted."),
        }[entry.kind]
        self._details.flush()
        if self._workspace.delete(entry.record, words):
            left = self._room.model.rowCount()
            self._room.stream.choose(self._room.model.id_at(min(row, left - 1)) if left else None)

    def count(self) -> None:
        """Count hands on the selected recommendation, else on the last one; save what is typed first."""
        line = self._room.entry
        if line.text.strip() and line.edit.hasFocus():
            is_asked = line.kind in (EntryKind.CITIZENSHIP, EntryKind.POLICY)
            line.edit.entered.emit()
            if not is_asked or line.text.strip():
                return
        entry = self.choose_recommendation()
        if entry is not None:
            self._room.counting.begin(entry)

    def reserve(self) -> None:
        """Add a reservation to the selected recommendation, else to the last one."""
        if self.choose_recommendation() is not None:
            self.reservation_asked.emit()

    def choose_recommendation(self) -> StreamEntry | None:
        """Select the recommendation that is meant: the selected one, else the last; say it where there is none."""
        stream, model = self._room.stream, self._room.model
        chosen = stream.entry
        if chosen is None or not isinstance(chosen.record, Recommendation):
            last = model.last_recommendation()
            if last is None:
                self._workspace.messages.say(self._workspace.t("There is no recommendation in this session yet."))
                return None
            self._room.show_all()
            stream.choose(last)
        else:
            stream.choose(chosen.id)
        return stream.entry

    def _on_entered(self, typed: TypedEntry) -> None:
        self._last = None
        made = self.enter(typed)
        if made is not None:
            self._room.entry.accept()
            self._last = (made, typed)
            self.saved.emit()

    def _can_change(self, wanted: LineKind) -> bool:
        """Tell whether what was just saved is there, is still selected, and is of another kind."""
        chosen = self._room.stream.entry
        if self._last is None or chosen is None or chosen.id != self._last[0]:
            return False
        return LineKind(chosen.kind, chosen.sort) != wanted

    def _change_last(self, wanted: LineKind) -> None:
        """Make what was just saved an entry of another kind, in one step."""
        assert self._last is not None, "something was just saved"
        made, typed = self._last
        record, t = self._workspace.store.whatever(made, KINDS), self._workspace.t
        if record is None or record.deleted:
            return
        kept = made
        with self._workspace.together() as step:
            step.name = t("Now: {kind}.").format(kind=entry_kind_name(t, wanted.kind))
            if wanted.kind is kind_of(record) is EntryKind.INTERVENTION:
                self._workspace.change(record, sort=wanted.sort)
            elif isinstance(record, Recommendation) and wanted.kind in (EntryKind.CITIZENSHIP, EntryKind.POLICY):
                self._workspace.change(record, set=RecommendationSet(wanted.kind.value))
            else:
                kept = self._replace(record, wanted, typed)
        if step.done:
            self._last = (kept, replace(typed, kind=wanted.kind, sort=wanted.sort))
            self._room.stream.choose(kept)

    def _replace(self, record: Record, wanted: LineKind, typed: TypedEntry) -> UUID:
        """Write a record of another kind with the same words and speaker, and delete the one before."""
        store, zone = self._workspace.store, self._workspace.consultation.time_zone
        rank = store.count(Lesson) if wanted.kind == EntryKind.LESSON else 0
        again = TypedEntry(
            wanted.kind,
            getattr(record, "text"),  # noqa: B009  each of these kinds has it
            getattr(record, "language"),  # noqa: B009
            typed.person,
            typed.source,
            wanted.sort,
            typed.strands,
        )
        assert self._session is not None, "a session is shown"
        other = make_record(again, store.new_id(), self._session.id, rank, zone)
        if isinstance(other, Intervention) and (moment := _said_at(record, zone)) is not None:
            other.said_at = moment
        self._workspace.save(other)
        self._workspace.delete(record, "")
        return other.id

    def _marked(self, kind: EntryKind) -> TypedEntry | None:
        """Return the line that marked words make, or the selected intervention where the stream has the keyboard."""
        entry = self._room.stream.entry
        if kind == EntryKind.INTERVENTION or entry is None or entry.kind != EntryKind.INTERVENTION:
            return None
        words = self._room.stream.marked_words or self._details.marked_words()
        if not words and self._room.stream.hasFocus():
            words = entry.text
        said = entry.record
        if not words or not isinstance(said, Intervention):
            return None
        return TypedEntry(kind, words, said.language, said.person, said.id)

    def _made_words(self, made: TypedEntry) -> str:
        """Say what was made, and of whose words."""
        t, entry = self._workspace.t, self._room.stream.entry
        name = entry.speaker.name if entry is not None and entry.speaker.person is not None else ""
        if made.kind == EntryKind.LESSON:
            of_name, of_nobody = t("Lesson made from the words of {name}."), t("Lesson made from what was said.")
        else:
            of_name = t("Recommendation made from the words of {name}.")
            of_nobody = t("Recommendation made from what was said.")
        return of_name.format(name=name) if name else of_nobody

    def _on_undone(self, back: Step) -> None:
        """Give the words of a line that was just saved back to the empty line."""
        if self._last is None or self._last[0] not in back.written.records:
            return
        record = self._workspace.store.whatever(self._last[0], KINDS)
        if record is not None and record.deleted and self._room.entry.take_back(self._last[1]):
            self._last = None

    def _forget_last(self) -> None:
        self._last = None


def _said_at(record: Record, zone: str) -> datetime | None:
    """Return when something was written down, in the time of a zone."""
    moment = made_at(record.id)
    return moment.astimezone(ZoneInfo(zone)).replace(microsecond=0) if moment else None
