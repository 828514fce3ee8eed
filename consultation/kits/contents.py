"""What a kit holds: every record it makes, and what it says of the consultation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from consultation.kits.entry import Entry
from consultation.kits.frame import Frame
from consultation.kits.programme import Programme
from consultation.kits.surroundings import Surroundings
from consultation.kits.vocabularies import Vocabularies, marks
from consultation.language import N_
from consultation.model import Arrangement, Fact, Record, StatementKind

RECITAL = re.compile(r"\*[^*\s][^*]*\*\s+\S")
"""A recital is opened by its participle between asterisks."""

TEXTS = ("title", "purpose")
OPTIONAL_TEXTS = ("host", "place", "declaration_name", "common_ground", "opening", "declares", "reporting")
LISTS = ("organisers", "partners", "follows", "feeds")


MOST_LETTERS = 26
"""How many items a paragraph can have: as many as there are letters."""


def records_of(kit: str, place: Entry) -> Iterator[Record]:
    """Make every record of a kit, refusing what is wrong on the way."""
    vocabularies = Vocabularies(kit, place)
    terms = vocabularies.terms()
    yield from vocabularies.records(terms)
    frame = Frame(kit, place, terms)
    yield from frame.records()
    yield from Programme(kit, place, terms, frame.organisations(), frame.objectives()).records()
    yield from Surroundings(kit, place, terms, frame.organisations(), frame.references()).records()


def consultation_of(kit: str, place: Entry) -> dict[str, Any]:
    """Collect the values of the Consultation record."""
    own = place.table("consultation")
    own.only(
        *(*TEXTS, *OPTIONAL_TEXTS, *LISTS, "recitals", "statements"),
        *("starts", "ends", "time_zone", "common_ground_terms", "arranged_by", "letters_at_most", "objections_until"),
    )
    terms = Vocabularies(kit, place).terms()
    values: dict[str, Any] = {name: own.labels(name) for name in TEXTS}
    values |= {name: own.optional_labels(name) for name in OPTIONAL_TEXTS}
    values |= {name: own.labels_list(name) for name in LISTS}
    values["recitals"] = [_recital(recital) for recital in own.tables("recitals")]
    values["arranged_by"] = own.choice("arranged_by", Arrangement, Arrangement.FAMILY)
    values["letters_at_most"] = (
        own.number("letters_at_most", most=MOST_LETTERS) if "letters_at_most" in own.values else 6
    )
    values["objections_until"] = own.optional_day("objections_until")
    starts, ends = own.optional_day("starts"), own.optional_day("ends")
    if starts and ends and ends < starts:
        raise own.refused("ends", N_("the consultation ends before it starts"))
    values |= {"starts": starts, "ends": ends}
    values["time_zone"] = _time_zone(own) if "time_zone" in own.values else "UTC"
    values["languages"] = list(place.languages)
    values["common_ground_terms"] = marks(own, "common_ground_terms", terms)
    organisations = Frame(kit, place, terms).organisations()
    values["statements"] = [_statement(statement, organisations) for statement in own.tables("statements")]
    values["kit"] = kit
    return values


def _recital(place: Entry) -> dict[str, Any]:
    """Read a recital, and what has to be known for it."""
    needs = place.choices("needs", Fact)
    words = replace(place, values={name: value for name, value in place.values.items() if name != "needs"})
    for language, text in words.as_labels().items():
        if place.complete and not RECITAL.match(text):
            raise place.refused(language, N_("a recital opens with its participle between asterisks"))
    return {"text": words.as_labels(), "needs": needs}


def _statement(place: Entry, organisations: dict[str, UUID]) -> dict[str, Any]:
    """Read a sentence that has to stand on every document."""
    place.only("kind", "text", "organisation")
    organisation = place.one_of("organisation", organisations)
    return {
        "kind": place.choice("kind", StatementKind),
        "text": place.labels("text"),
        "organisation": str(organisation) if organisation else "",
    }


def _time_zone(place: Entry) -> str:
    """Check that a time zone is known by its IANA name."""
    name = place.text("time_zone")
    try:
        ZoneInfo(name)
    except (OSError, ValueError, KeyError) as error:  # a folder's name, a path, a name nobody knows
        raise place.refused("time_zone", N_("{value} is not a time zone"), value=name) from error
    return name
