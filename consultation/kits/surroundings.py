"""What stands around the programme of a kit.

The dates it is tied to, who works together, what a mechanism did and plans, and what an earlier declaration left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from consultation.kits.entry import Entry
from consultation.kits.programme import month
from consultation.kits.vocabularies import Known, tagged
from consultation.language import N_
from consultation.model import (
    Activity,
    ActivityState,
    Inheritance,
    InheritanceState,
    KnownVocabulary,
    Milestone,
    Partnership,
    Record,
)
from consultation.model.record import derived_id

HALF_OF_A_YEAR = re.compile(r"([12][0-9]{3})-H?([12])")


@dataclass(frozen=True)
class Surroundings:
    """What stands around the programme of one kit."""

    kit: str
    place: Entry
    terms: Known
    organisations: Mapping[str, UUID]
    references: Mapping[str, UUID]

    def records(self) -> Iterator[Record]:
        """Make milestones, partnerships, activities and inherited clauses."""
        taken: set[str] = set()
        for entry in self.place.tables("milestones"):
            yield entry.checked(self._milestone(entry, taken))
        taken = set()
        for rank, entry in enumerate(self.place.tables("partnerships")):
            yield entry.checked(self._partnership(entry, rank, taken))
        taken = set()
        for entry in self.place.tables("activities"):
            yield entry.checked(self._activity(entry, taken))
        taken = set()
        for rank, entry in enumerate(self.place.tables("inheritance")):
            yield entry.checked(self._inherited(entry, rank, taken))

    def _id(self, kind: type[Record], key: str) -> UUID:
        return derived_id(self.kit, kind.kind(), key)

    def _milestone(self, place: Entry, taken: set[str]) -> Milestone:
        place.only("key", "title", "on", "month", "note")
        return Milestone(
            id=self._id(Milestone, place.name("key", taken)),
            title=place.labels("title"),
            on=place.optional_day("on"),
            month=month(place, "month"),
            note=place.optional_text("note"),
        )

    def _partnership(self, place: Entry, rank: int, taken: set[str]) -> Partnership:
        place.only("key", "name", "text", "organisations", "terms")
        return Partnership(
            id=self._id(Partnership, place.name("key", taken)),
            name=place.labels("name"),
            text=place.optional_labels("text"),
            organisations=place.some_of("organisations", self.organisations),
            rank=rank,
            terms=tagged(place, self.terms),
        )

    def _activity(self, place: Entry, taken: set[str]) -> Activity:
        place.only(
            *("key", "title", "original", "axis", "half_year", "state", "outcome", "organisations", "terms"),
        )
        language, title, translations = place.spoken("title")
        return Activity(
            id=self._id(Activity, place.name("key", taken)),
            title=title,
            language=language,
            translations=translations,
            axis=place.one_of("axis", self.terms[KnownVocabulary.AXIS]),
            half_year=_half_year(place),
            state=place.choice("state", ActivityState, ActivityState.PLANNED),
            outcome=place.optional_text("outcome"),
            organisations=place.some_of("organisations", self.organisations),
            terms=tagged(place, self.terms),
        )

    def _inherited(self, place: Entry, rank: int, taken: set[str]) -> Inheritance:
        place.only("key", "reference", "number", "text", "original", "state", "note")
        language, text, translations = place.spoken("text")
        return Inheritance(
            id=self._id(Inheritance, place.name("key", taken)),
            reference=place.one_of("reference", self.references),
            number=place.optional_text("number"),
            rank=rank,
            text=text,
            language=language,
            translations=translations,
            state=place.choice("state", InheritanceState, InheritanceState.UNKNOWN),
            note=place.optional_text("note"),
        )


def _half_year(place: Entry) -> str:
    """Read a half-year, "2020-1" for January to June of 2020; none when the key is not there."""
    said = place.optional_text("half_year")
    found = HALF_OF_A_YEAR.fullmatch(said)
    if said and not found:
        raise place.refused("half_year", N_("{value} is not a half-year such as 2020-1"), value=said)
    return f"{found[1]}-H{found[2]}" if found else ""
