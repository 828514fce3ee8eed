"""How a session is left, so that it is found so when it is shown again."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from ui.session.entry_kinds import LineKind
from ui.session.room import Room


@dataclass(frozen=True)
class LeftAs:
    """Who had the floor, what was selected, and what the line was."""

    speaker: UUID | None
    chosen: UUID | None
    kind: LineKind
    locked: bool

    def put_back(self, room: Room) -> None:
        """Have the room as it was left."""
        room.entry.speaker.choose(self.speaker)
        room.entry.choose_kind(self.kind, self.locked)
        room.stream.choose(self.chosen)


def left_as(room: Room) -> LeftAs:
    """Return how the room is now."""
    line, chosen = room.entry, room.stream.entry
    return LeftAs(line.speaker.person, chosen.id if chosen else None, line.line_kind, line.is_locked)
