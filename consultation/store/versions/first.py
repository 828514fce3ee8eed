"""Version 1: what it called otherwise, or had and we no longer have.

A revision is never changed, so what was written then is read through this for ever.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple
from uuid import UUID

from consultation.model import InterventionKind, Labels, SectionKind, parted_opening

KINDS = {"clause": "paragraph"}
"""What it called a kind -> what we call it."""


class Retired(NamedTuple):
    """A field that has another name now, several, or none."""

    type: Any
    into: tuple[tuple[str, Callable[[Any], Any]], ...]
    """Its names now, each with the way from the value then to the value now."""
    missed: bool = True
    """Where it has no name now: whether people wrote it, so that it is counted among what is not shown."""


def _as_it_is(value: Any) -> Any:
    return value


def _openings(text: Mapping[str, str]) -> dict[str, str]:
    return {language: parted_opening(words)[0] for language, words in text.items()}


def _rests(text: Mapping[str, str]) -> dict[str, str]:
    return {language: parted_opening(words)[1] for language, words in text.items()}


FIELDS: dict[str, dict[str, Retired]] = {
    "recommendation": {
        "strands": Retired(list[UUID], (("terms.strand", _as_it_is),)),
        "capitals": Retired(list[UUID], (("terms.capital", _as_it_is),)),
    },
    "intervention": {"form": Retired(InterventionKind, (("sort", _as_it_is),))},
    "section": {"form": Retired(SectionKind, (("part", _as_it_is),))},
    "paragraph": {"text": Retired(Labels, (("lead_in", _openings), ("words", _rests)))},
    "commitment": {"clause": Retired(UUID | None, (("paragraph", _as_it_is),))},
    "practice": {"scores": Retired(dict[str, int], ())},
}
"""Kind, as we call it -> field, as it was called then -> what became of it.

The scores of a practice are records now, by somebody and of some day; those of version 1 stay in the file, are
passed on, and are counted among what is not shown.
"""
