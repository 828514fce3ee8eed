"""The frame of a kit: its organisations, the documents it rests on, what it is to achieve."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from consultation.emblems import picture_of
from consultation.kits.entry import Entry
from consultation.kits.vocabularies import Known, tagged
from consultation.language import N_
from consultation.model import (
    Evidence,
    EvidenceStrength,
    KnownVocabulary,
    Mandate,
    Objective,
    Organisation,
    OrganisationPart,
    Record,
    Reference,
    ReferenceKind,
    Result,
)
from consultation.model.record import derived_id

LATEST_YEAR = 2200


@dataclass(frozen=True)
class Frame:
    """The frame of one kit."""

    kit: str
    place: Entry
    terms: Known

    def organisations(self) -> dict[str, UUID]:
        """Find the organisations by the keys they have in the kit."""
        return self._keyed("organisations", Organisation)

    def references(self) -> dict[str, UUID]:
        """Find the documents by the keys they have in the kit."""
        return self._keyed("references", Reference)

    def objectives(self) -> dict[str, UUID]:
        """Find the objectives by the keys they have in the kit."""
        return self._keyed("objectives", Objective)

    def records(self) -> Iterator[Record]:
        """Make organisations, documents with what is quoted from them, objectives with their results."""
        taken: set[str] = set()
        for rank, organisation in enumerate(self.place.tables("organisations")):
            yield organisation.checked(self._organisation(organisation, rank, taken))
        taken = set()
        for reference in self.place.tables("references"):
            yield from self._reference(reference, taken)
        taken = set()
        for rank, objective in enumerate(self.place.tables("objectives")):
            yield from self._objective(objective, rank, taken)

    def _keyed(self, key: str, kind: type[Record]) -> dict[str, UUID]:
        return {entry.text("key"): self._id(kind, entry.text("key")) for entry in self.place.tables(key)}

    def _id(self, kind: type[Record], key: str) -> UUID:
        return derived_id(self.kit, kind.kind(), key)

    def _organisation(self, place: Entry, rank: int, taken: set[str]) -> Organisation:
        place.only("key", "name", "short_name", "territory", "region", "actor", "parts", "member", "mandates", "emblem")
        return Organisation(
            id=self._id(Organisation, place.name("key", taken)),
            name=place.labels("name"),
            short_name=place.labels_of_some("short_name"),
            territory=place.optional_text("territory"),
            region=place.one_of("region", self.terms[KnownVocabulary.REGION]),
            actor=place.one_of("actor", self.terms[KnownVocabulary.ACTOR]),
            parts=place.choices("parts", OrganisationPart),
            rank=rank,
            member=place.yes("member"),
            emblem=_emblem(place),
            mandates=[_mandate(mandate) for mandate in place.tables("mandates")],
        )

    def _reference(self, place: Entry, taken: set[str]) -> Iterator[Record]:
        place.only(
            *("key", "sort", "authors", "year", "title", "publisher", "pages", "link", "language"),
            *("terms", "evidence"),
        )
        key = place.name("key", taken)
        made = Reference(
            id=self._id(Reference, key),
            sort=place.choice("sort", ReferenceKind, ReferenceKind.SOURCE),
            authors=place.optional_texts("authors"),
            year=place.optional_number("year", LATEST_YEAR),
            title=place.text("title"),
            publisher=place.optional_text("publisher"),
            pages=place.optional_text("pages"),
            link=place.optional_text("link"),
            language=place.optional_text("language"),
            terms=tagged(place, self.terms),
        )
        yield place.checked(made)
        for number, evidence in enumerate(place.tables("evidence")):
            yield evidence.checked(self._evidence(evidence, made, f"{key}.{number}"))

    def _evidence(self, place: Entry, of: Reference, key: str) -> Evidence:
        place.only("text", "original", "page", "strength")
        language, text, translations = place.spoken("text")
        return Evidence(
            id=self._id(Evidence, key),
            reference=of.id,
            page=place.optional_text("page"),
            strength=place.choice("strength", EvidenceStrength) if "strength" in place.values else None,
            language=language,
            text=text,
            translations=translations,
        )

    def _objective(self, place: Entry, rank: int, taken: set[str]) -> Iterator[Record]:
        place.only("key", "title", "text", "results")
        key = place.name("key", taken)
        made = Objective(
            id=self._id(Objective, key),
            title=place.labels("title"),
            text=place.optional_labels("text"),
            rank=rank,
        )
        yield place.checked(made)
        for number, result in enumerate(place.tables("results")):
            result.only("text")
            id_ = self._id(Result, f"{key}.{number}")
            yield result.checked(Result(id=id_, objective=made.id, text=result.labels("text"), rank=number))


def _emblem(place: Entry) -> str:
    """Read an emblem as a saved kit has it; one that could not be drawn is refused."""
    emblem = place.optional_text("emblem")
    if emblem and not picture_of(emblem):
        raise place.refused("emblem", N_("it is no picture that this program has written"))
    return emblem


def _mandate(place: Entry) -> Mandate:
    place.only("what", "starts", "ends")
    days = {name: place.optional_day(name) for name in ("starts", "ends")}
    return Mandate(what=place.labels("what"), starts=_iso(days["starts"]), ends=_iso(days["ends"]))


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
