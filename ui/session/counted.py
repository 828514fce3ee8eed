"""Writing down hands that were counted: one function for the peek and for the margin."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from consultation.model import Attendance, Channel, Recommendation, Support, fingerprint
from consultation.reading.tallies import room_first
from consultation.store import Store, Written

MOST = 99_999
"""How many people can be counted; no hall holds more."""
VOTES = ("in_favour", "against", "abstain")


def write_count(store: Store, support: Support, values: Mapping[str, Any], is_new: bool, counted: bool) -> Written:
    """Write what was entered for a group; where it was ``counted`` now, also when, and on which wording."""
    if counted:
        wording = store.get(Recommendation, support.recommendation).text
        values = {**values, "counted_on": fingerprint(wording), "counted_at": datetime.now(UTC).replace(microsecond=0)}
    if is_new:
        return store.save(Support(id=support.id, recommendation=support.recommendation, **values))
    return store.change(support, **values)


def room_support(store: Store, recommendation: UUID) -> Support | None:
    """Return the record with the room's count, if somebody has counted the room."""
    stored = room_first(store.all(Support, recommendation=recommendation))
    return next((support for support in stored if not support.group), None)


def heads_in_room(store: Store, session: UUID) -> int | None:
    """Return how many are in the room by the head-count of a session; None where nobody counted heads."""
    counted = store.columns(Attendance, "heads", "channel", session=session)
    here = [heads for heads, channel in counted if channel is not Channel.ONLINE]
    return sum(here) if here else None
