"""The frame of a consultation: its texts, who holds it, what its documents must say; and what of it lacks words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from consultation.language import in_language
from consultation.model import Consultation, Organisation, OrganisationPart
from consultation.model.record import Labels

TEXTS = (
    "title",
    "declaration_name",
    "host",
    "place",
    "purpose",
    "opening",
    "declares",
    "reporting",
    "common_ground",
)
"""The texts of a consultation itself, in the order in which they are asked for."""

NEEDED = ("title",)
"""Those without which no document can do."""

EMBLEM = "emblem"


@dataclass(frozen=True)
class FrameGap:
    """Something that is not there and that a document in a language would say."""

    field: str
    """Of the consultation ("title", "statements"), or of an organisation ("name", "short_name", "emblem")."""
    organisation: UUID | None = None
    place: int = 0
    """Which of the statements, from 0."""


def as_printed(organisations: Iterable[Organisation]) -> list[Organisation]:
    """Return those that have a part in the consultation, in the order in which documents print them."""
    parts = list(OrganisationPart)
    having = [each for each in organisations if each.parts]
    return sorted(having, key=lambda each: (each.rank, min(parts.index(part) for part in each.parts), each.id))


def statements_in(about: Consultation, language: str) -> tuple[str, ...]:
    """Return what every document must say, in its language or else in another in which it was written."""
    said = (in_language(statement["text"], language).strip() for statement in about.statements)
    return tuple(words for words in said if words)


def frame_gaps(about: Consultation, organisations: Sequence[Organisation], language: str) -> list[FrameGap]:
    """Name what lacks words in a language, or a picture, in the order in which it is asked for."""
    gaps = [FrameGap(name) for name in TEXTS if _lacks(getattr(about, name), language, name in NEEDED)]
    for each in as_printed(organisations):
        gaps += [FrameGap(name, each.id) for name in ("name", "short_name") if _lacks_name(each, name, language)]
        if not each.emblem:
            gaps.append(FrameGap(EMBLEM, each.id))
    for place, statement in enumerate(about.statements):
        if not statement["text"].get(language, "").strip():
            gaps.append(FrameGap("statements", place=place))
    return gaps


def only_in(about: Consultation, organisations: Sequence[Organisation], language: str) -> list[FrameGap]:
    """Name what has words in this language and in no other one of the consultation."""
    others = [code for code in about.languages if code != language]
    return [
        gap
        for gap, words in _all_texts(about, organisations)
        if words.get(language, "").strip() and not any(words.get(code, "").strip() for code in others)
    ]


def _all_texts(about: Consultation, organisations: Sequence[Organisation]) -> Iterator[tuple[FrameGap, Labels]]:
    for name in TEXTS:
        yield FrameGap(name), getattr(about, name)
    for each in as_printed(organisations):
        yield FrameGap("name", each.id), each.name
    for place, statement in enumerate(about.statements):
        yield FrameGap("statements", place=place), statement["text"]


def _lacks(words: Labels, language: str, needed: bool) -> bool:
    return not words.get(language, "").strip() and (needed or any(text.strip() for text in words.values()))


def _lacks_name(organisation: Organisation, name: str, language: str) -> bool:
    """Tell whether a name that differs between languages lacks in this one; a proper name is the same in all."""
    words: Labels = getattr(organisation, name)
    return not words.get(language, "").strip() and len({text for text in words.values() if text.strip()}) > 1
