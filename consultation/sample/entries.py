"""The lists of a kit's sample, and how each entry of them is made into records."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from consultation.kits.entry import Entry
from consultation.model import Record
from consultation.sample import said, there
from consultation.sample.keys import Keys

_READ: dict[str, Callable[[Keys, Entry, datetime], Iterator[Record]]] = {
    "roles": there.role,
    "attendance": there.attendance,
    "interventions": said.intervention,
    "recommendations": said.recommendation,
    "reservations": said.reservation,
    "practices": said.practice,
    "points": said.point,
    "lessons": said.lesson,
    "interests": there.interest,
    "sign_ups": there.sign_up,
    "commitments": said.commitment,
}
AFTER_PEOPLE = tuple(_READ)
"""The lists of a sample, in the order in which they are read."""
BEFORE_THE_ROOMS = ("interests", "sign_ups", "commitments")
"""Lists that the secretariat keeps."""


def records_of(name: str, place: Entry, keys: Keys, at: datetime) -> list[Record]:
    """Make the records of an entry of the list ``name``, written at ``at``."""
    return [place.checked(record) for record in _READ[name](keys, place, at)]
