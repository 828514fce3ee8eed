"""What is known of each session that was held: who was in it, what was said, what was asked for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from consultation.model import RoleKind
from consultation.reading.material import Material


@dataclass
class Room:
    """One session; what nobody counted or recorded is None."""

    regions: Counter[UUID | None] = field(default_factory=Counter)
    """People by region, those listed by name and those counted by head; None where nobody noted it."""
    recorded_interventions: int = 0
    recorded_recommendations: int = 0
    moderators: list[UUID] = field(default_factory=list)
    """Those who were there."""

    @property
    def people(self) -> int | None:
        """How many were there."""
        return sum(self.regions.values()) or None

    @property
    def interventions(self) -> int | None:
        """How many interventions were recorded."""
        return self.recorded_interventions or None

    @property
    def recommendations(self) -> int | None:
        """How many recommendations were put forward."""
        return self.recorded_recommendations or None


def read_rooms(material: Material) -> Mapping[UUID, Room]:
    """Tell what is known of each session of which anything is; a person with several roles in one is counted once."""
    rooms: defaultdict[UUID, Room] = defaultdict(Room)
    for session, person_id in dict.fromkeys((role.session, role.person) for role in material.present()):
        person = material.people.get(person_id)
        rooms[session].regions[person.region if person else None] += 1
    for attendance in material.attendance:
        if attendance.heads:
            rooms[attendance.session].regions[attendance.region] += attendance.heads
    for role in material.present():
        if role.role is RoleKind.MODERATOR:
            rooms[role.session].moderators.append(role.person)
    for intervention in material.interventions:
        rooms[intervention.session].recorded_interventions += 1
    for recommendation in material.recommendations.values():
        if recommendation.session:
            rooms[recommendation.session].recorded_recommendations += 1
    return dict(rooms)
